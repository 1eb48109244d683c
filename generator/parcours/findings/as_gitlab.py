"""Findings as a Code Quality report of GitLab, shown in merge requests."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import Any

from parcours.findings.as_sarif import fingerprint
from parcours.findings.catalogue import told
from parcours.findings.finding import Finding, Severity
from parcours.source.text import digest_of

SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.ADVICE: "info"}


def as_gitlab(findings: Iterable[Finding], language: str) -> str:
    """The report as a JSON list. GitLab shows only the first of equal fingerprints, so equal findings are numbered."""
    seen: Counter[str] = Counter()
    entries: list[dict[str, Any]] = []
    for found in findings:
        words, mark = told(found, language), fingerprint(found)
        seen[mark] += 1
        entries.append(
            {
                "description": f"{words.message} – {words.help}" if words.help else words.message,
                "check_name": found.rule,
                "fingerprint": mark if seen[mark] == 1 else digest_of(f"{mark}\0{seen[mark]}".encode()),
                "severity": SEVERITIES[found.severity],
                "location": {"path": found.place.path, "lines": {"begin": found.place.line}},
            }
        )
    return json.dumps(entries, ensure_ascii=False, indent=2) + "\n"
