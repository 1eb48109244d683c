"""The baseline beside ``parcours.yml``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from parcours.edge.texts import write_whole
from parcours.findings.baseline import read, written
from parcours.findings.finding import Finding
from parcours.source.text import Source

BASELINE = "parcours-baseline.json"


def write_baseline_file(root: Path, findings: Sequence[Finding], sources: Mapping[str, Source]) -> None:
    """Remembers all findings of a check. Raises OSError."""
    write_whole(root / BASELINE, written(findings, sources))


def without_known(
    root: Path, findings: tuple[Finding, ...], sources: Mapping[str, Source]
) -> tuple[tuple[Finding, ...] | None, int, int]:
    """The findings that are new, how many were known before, and how many of those are gone.

    None instead of findings when the file is there and holds no baseline.
    """
    file = root / BASELINE
    try:
        text = file.read_text("utf-8")
    except FileNotFoundError:
        return findings, 0, 0
    except (OSError, UnicodeDecodeError):
        return None, 0, 0
    baseline = read(text)
    if baseline is None:
        return None, 0, 0
    fresh, gone = baseline.new_ones(findings, sources)
    return fresh, len(findings) - len(fresh), gone
