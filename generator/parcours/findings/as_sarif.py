"""Findings as SARIF 2.1.0, the format code hosts read (OASIS, Static Analysis Results Interchange Format)."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from parcours import __version__
from parcours.findings.catalogue import RULES, told
from parcours.findings.finding import Finding, Severity
from parcours.findings.fix import is_whole
from parcours.source.text import Place, digest_of

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}


def as_sarif(findings: Iterable[Finding], language: str) -> str:
    """Findings as one SARIF run. Columns count characters; paths are relative to the project folder."""
    found = tuple(findings)
    names = sorted({one.rule for one in found})
    run = {
        "tool": {"driver": _driver(names, language)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"PROJECT": {"description": {"text": "The folder that holds content/"}}},
        "results": [_result(one, names, language) for one in found],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _driver(names: list[str], language: str) -> dict[str, Any]:
    return {"name": "Parcours", "semanticVersion": __version__, "rules": [_rule(name, language) for name in names]}


def _rule(name: str, language: str) -> dict[str, Any]:
    rule = RULES[name]
    words = rule.fr if language == "fr" else rule.en
    return {
        "id": rule.code,
        "name": name,
        "shortDescription": {"text": words.message},
        "help": {"text": words.help or words.fix},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _result(found: Finding, names: list[str], language: str) -> dict[str, Any]:
    words = told(found, language)
    result: dict[str, Any] = {
        "ruleId": RULES[found.rule].code,
        "ruleIndex": names.index(found.rule),
        "level": LEVELS[found.severity],
        "message": {"text": f"{words.message}\n{words.help}".strip()},
        "locations": [{"physicalLocation": _location(found.place)}],
        "partialFingerprints": {"parcours/v1": fingerprint(found)},
    }
    if found.related:
        result["relatedLocations"] = [
            {"id": number, "physicalLocation": _location(place)} for number, place in enumerate(found.related, start=1)
        ]
    if is_whole(found):
        change = {"deletedRegion": _region(found.place), "insertedContent": {"text": found.suggestion}}
        result["fixes"] = [
            {
                "description": {"text": words.help},
                "artifactChanges": [{"artifactLocation": _artifact(found.place), "replacements": [change]}],
            }
        ]
    return result


def fingerprint(found: Finding) -> str:
    """What identifies a finding while its line moves about: its rule, its file and what it speaks of."""
    parts = (found.rule, found.place.path, *(part for pair in found.values for part in pair))
    return digest_of("\0".join(parts).encode("utf-8", "surrogatepass"))


def _location(place: Place) -> dict[str, Any]:
    return {"artifactLocation": _artifact(place), "region": _region(place)}


def _artifact(place: Place) -> dict[str, str]:
    return {"uri": quote(place.path, errors="replace"), "uriBaseId": "PROJECT"}


def _region(place: Place) -> dict[str, int]:
    return {"startLine": place.line, "startColumn": place.column, "endColumn": place.column + place.length}
