"""Findings as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TypedDict

from parcours.findings.catalogue import RULES, told
from parcours.findings.finding import Finding
from parcours.source.text import Place


class PlaceData(TypedDict):
    """A place as JSON tells it; ``line`` and ``column`` from 1, in characters."""

    path: str
    line: int
    column: int
    length: int


class FindingData(PlaceData):
    """One finding as JSON tells it."""

    rule: str
    code: str
    severity: str
    message: str
    help: str
    suggestion: str
    related: list[PlaceData]


def as_data(findings: Iterable[Finding], language: str) -> list[FindingData]:
    """Findings as plain data, in the words of a language."""
    data: list[FindingData] = []
    for found in findings:
        words = told(found, language)
        data.append(
            FindingData(
                **_place(found.place),
                rule=found.rule,
                code=RULES[found.rule].code,
                severity=found.severity.value,
                message=words.message,
                help=words.help,
                suggestion=found.suggestion,
                related=[_place(place) for place in found.related],
            )
        )
    return data


def as_json(findings: Iterable[Finding], language: str) -> str:
    """Findings as a JSON list."""
    return json.dumps(as_data(findings, language), ensure_ascii=False, indent=2) + "\n"


def _place(place: Place) -> PlaceData:
    return PlaceData(path=place.path, line=place.line, column=place.column, length=place.length)
