"""No text takes long to read, and no honest one is refused."""

from __future__ import annotations

import time

import pytest

from parcours.parse.prose import read_prose
from parcours.source.text import Place
from tests.parse.test_prose import html_of

TANGLED = {
    "brackets": "[" * 20_000,
    "pictures": "![" * 20_000,
    "links": "[a](" * 20_000,
    "wiki links": "[[" * 20_000,
    "stars": "*a " * 5_000,
    "stars in stars": "*a**b*" * 15_000,
    "quotations": ">" * 5_000,
    "quotations with spaces": "> " * 40_000,
    "tags": "<div>" * 5_000,
    "half tags": "<a " * 30_000,
    "lists": "- " * 3_000,
    "items": "- a\n" * 25_000,
    "nested items": "".join(f"{'  ' * depth}- a\n" for depth in range(300)),
    "headings": "# a\n" * 25_000,
    "backticks": "".join("`" * length + " " for length in range(440)),
    "comments": "<!--" * 25_000,
    "declarations": "<![" * 30_000,
    "footnotes": "[^1]: a\n[^1]" * 8_000,
    "abbreviations": "*[a]: b\n" * 12_000,
    "definitions": "a\n: b\n" * 16_000,
    "paragraphs": "a\n\n" * 33_000,
    "table": "| a |\n|---|\n" * 8_000,
    "one long line": "a" * 100_000,
    "rule": "- " * 50_000 + "x",
}


@pytest.mark.parametrize("name", TANGLED)
def test_no_text_takes_long(name: str) -> None:
    started = time.process_time()
    prose, findings = read_prose(TANGLED[name], "x.md")
    assert time.process_time() - started < 2  # a second on a machine of its own
    assert prose.parts
    assert {found.rule for found in findings} <= {"prose/too-deep"}


def test_what_is_too_deep_is_shown_as_written() -> None:
    body = "a\n" + "> " * 30 + "<b>"
    prose, findings = read_prose(body, "x.md", 4)
    assert html_of(prose) == f"<pre>a\n{'&gt; ' * 30}&lt;b&gt;</pre>"
    assert [(found.rule, found.place) for found in findings] == [("prose/too-deep", Place("x.md", 5))]


def test_a_long_page_is_not_too_tangled() -> None:
    paragraph = "A paragraph with *some* words, a [link](a.md), `code` and [[claire]] who thinks about it.\n\n"
    table = "| a | b |\n|---|---|\n" + "| [c](d.md) | *e* |\n" * 500
    items = "- an item with a [link](f.md) and **more**\n" * 500
    body = paragraph * 500 + table + "\n" + items
    prose, findings = read_prose(body, "x.md")
    assert findings == ()
    assert len(prose.links) == 2_000
