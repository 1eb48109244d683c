"""What the settings make of a finding: how much it matters to this project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from parcours.findings.finding import Finding, Severity


def by_settings(findings: Iterable[Finding], rules: Mapping[str, str]) -> tuple[Finding, ...]:
    """Findings with the severities a project gives its rules; those of rules that are ``off`` are left out."""
    if not rules:
        return tuple(findings)
    return tuple(
        replace(found, severity=Severity(rules[found.rule])) if found.rule in rules else found
        for found in findings
        if rules.get(found.rule) != "off"
    )


def fails(findings: Iterable[Finding], *, strict: bool) -> bool:
    """Whether findings make a check fail: errors always, warnings when strict; advice never."""
    failing = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(found.severity in failing for found in findings)
