"""Findings as JUnit XML, which every build server shows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

from parcours.findings.catalogue import told
from parcours.findings.finding import Finding, Severity

SUITE = "parcours check"
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def as_junit(findings: Iterable[Finding], language: str) -> str:
    """One case a finding: errors and warnings fail, advice passes and speaks; one passing case where there is none."""
    found = tuple(findings)
    failing = sum(one.severity is not Severity.ADVICE for one in found)
    counts = {"tests": str(max(1, len(found))), "failures": str(failing), "errors": "0"}
    suites = ET.Element("testsuites", {"name": SUITE, **counts})
    suite = ET.SubElement(suites, "testsuite", {"name": SUITE, **counts, "skipped": "0"})
    for one in found:
        _case(suite, one, language)
    if not found:
        ET.SubElement(suite, "testcase", {"classname": SUITE, "name": SUITE})
    ET.indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(suites, encoding="unicode")}\n'


def _case(suite: ET.Element, found: Finding, language: str) -> None:
    words, place = told(found, language), found.place
    where = f"{place.path}:{place.line}:{place.column}"
    case = ET.SubElement(
        suite, "testcase", {"classname": _clean(place.path), "name": f"{found.rule} {place.line}:{place.column}"}
    )
    text = _clean(f"{where}\n{words.message}\n{words.help}".strip())
    if found.severity is Severity.ADVICE:
        ET.SubElement(case, "system-out").text = text
    else:
        ET.SubElement(case, "failure", {"type": found.severity.value, "message": _clean(words.message)}).text = text


def _clean(text: str) -> str:
    """The text with what XML cannot hold replaced."""
    return _NOT_XML.sub("\ufffd", text)
