"""What the settings make of a finding: how much it matters to this project, and in which folder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from parcours.findings.catalogue import RULES
from parcours.findings.finding import Finding, Severity

OFF = "off"


def families() -> tuple[str, ...]:
    """What stands for all rules of a family: ``map/*`` and the like."""
    return tuple(dict.fromkeys(f"{name.partition('/')[0]}/*" for name in RULES))


def by_settings(findings: Iterable[Finding], rules: Mapping[str, Mapping[str, str]]) -> tuple[Finding, ...]:
    """Findings with the severities a project gives its rules; those that are ``off`` are left out.

    ``rules`` holds, for a rule or a family (``map/*``), its level by folder; the empty folder is the whole project. A
    rule counts more than its family, a deeper folder more than one around it.
    """
    if not rules:
        return tuple(findings)
    levels = ((found, _level(found, rules)) for found in findings)
    return tuple(
        replace(found, severity=Severity(level)) if level else found for found, level in levels if level != OFF
    )


def _level(found: Finding, rules: Mapping[str, Mapping[str, str]]) -> str:
    """The level a project gives a finding; empty when it says nothing of it."""
    for name in (found.rule, f"{found.rule.partition('/')[0]}/*"):
        holding = [folder for folder in rules.get(name, ()) if _holds(folder, found.place.path)]
        if holding:
            return rules[name][max(holding, key=lambda folder: len(folder.strip("/")))]
    return ""


def _holds(folder: str, path: str) -> bool:
    """Whether a file lies in a folder, or is it; folders begin below the project, slashes at the end are free."""
    wanted = folder.strip("/")
    return not wanted or path == wanted or path.startswith(f"{wanted}/")


def fails(findings: Iterable[Finding], *, strict: bool) -> bool:
    """Whether findings make a check fail: errors always, warnings when strict; advice never."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(found.severity in failing for found in findings)
