"""Findings for programs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from parcours.findings.catalogue import told
from parcours.findings.finding import Finding


class FindingData(TypedDict):
    """One finding as JSON tells it; ``line`` and ``column`` from 1, in characters."""

    rule: str
    severity: str
    message: str
    help: str
    path: str
    line: int
    column: int
    length: int
    suggestion: str


def as_data(findings: Iterable[Finding], language: str) -> list[FindingData]:
    """Findings as plain data, in the words of a language."""
    data: list[FindingData] = []
    for found in findings:
        words, place = told(found, language), found.place
        data.append(
            FindingData(
                rule=found.rule,
                severity=found.severity.value,
                message=words.message,
                help=words.help,
                path=place.path,
                line=place.line,
                column=place.column,
                length=place.length,
                suggestion=found.suggestion,
            )
        )
    return data
