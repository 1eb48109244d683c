"""Findings as workflow commands of GitHub Actions: annotations on the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable

from parcours.findings.catalogue import RULES, told
from parcours.findings.finding import Finding, Severity

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def as_github(findings: Iterable[Finding], language: str) -> str:
    """A line a finding: ``::error file=…,line=…,col=…,endColumn=…,title=…::message``."""
    return "".join(_line(found, language) for found in findings)


def _line(found: Finding, language: str) -> str:
    words, place = told(found, language), found.place
    properties = {
        "file": place.path,
        "line": str(place.line),
        "col": str(place.column),
        "endColumn": str(place.column + place.length),
        "title": f"{RULES[found.rule].code} {found.rule}",
    }
    told_properties = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    message = f"{words.message}\n{words.help}".strip()
    return f"::{COMMANDS[found.severity]} {told_properties}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
