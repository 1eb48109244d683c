"""Writes docs/rules/README.md from the catalogue: run by ``make reference``, held up to date by a test."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from parcours.edge.rule_pages import rule_page, summary_of
from parcours.findings.catalogue import RULES
from parcours.findings.rules.rule import Rule

INDEX = Path(__file__).resolve().parent / "rules" / "README.md"
HEAD = """# The rules

What `parcours check` tells, by family; `parcours explain RULE` prints a page. Made by `make reference`; do not edit.
"""


def index() -> str:
    """The list of all rules with links to their pages in both languages."""
    parts = [HEAD]
    for family, rules in groupby(RULES.values(), key=lambda rule: rule.name.partition("/")[0]):
        rows = [_row(rule) for rule in sorted(rules, key=lambda rule: rule.code)]
        head = ("| code | rule | severity | says | dit |", "| --- | --- | --- | --- | --- |")
        parts.append("\n".join((f"## {family}", "", *head, *rows, "")))
    return "\n".join(parts)


def _row(rule: Rule) -> str:
    says, dit = (summary_of(rule, rule_page(rule, language)) for language in ("en", "fr"))
    name = rule.name
    return f"| {rule.code} | `{name}` | {rule.severity.value} | [{says}](en/{name}.md) | [{dit}](fr/{name}.md) |"


if __name__ == "__main__":
    INDEX.write_text(index(), encoding="utf-8")
