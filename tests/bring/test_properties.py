"""Whatever is brought in: nothing crashes, no word is lost, and what would be written is right."""

from __future__ import annotations

import csv
import html
import io
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.bring.imported import brought, brought_text, errors, lost

UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
SYNTAX = {"journey", "title", "section", "mermaid", "accTitle", "accDescr"}
WORDS = st.sampled_from(
    "Buys tea 3 5 9:30 12 4/5 2-3 x 😀 Me, Ben: : :: , ; title section journey %% {a} [b](c.md) ![d](e) <i> `f` *g* #h "
    "[[i]] | --- > - 1. ``` ~~~ « é ö 小 --- & ' \" \\ : 3: Me".split(" ")
)
LINE = st.lists(WORDS, max_size=7).map(" ".join)
TASK = st.builds("{}: {}: {}".format, LINE, WORDS, LINE)
BODY = st.lists(st.one_of(LINE, TASK, LINE.map("section {}".format)), max_size=8).map(
    lambda lines: "\n".join(f"    {line}" for line in lines)
)
FENCES = (("```mermaid", "```"), ("~~~ mermaid", "~~~"), (":::mermaid", ":::"), ("````{mermaid}", "````"))
FENCED = st.builds(
    lambda before, body, after, fence: f"{before}\n\n{fence[0]}\njourney\n{body}\n{fence[1]}\n\n{after}\n",
    st.lists(LINE, max_size=3).map("\n".join),
    BODY,
    st.lists(LINE, max_size=3).map("\n".join),
    st.sampled_from(FENCES),
)


@UNHURRIED
@given(FENCED)
def test_no_word_around_or_in_a_journey_is_lost_and_the_check_is_content(text: str) -> None:
    made = brought_text(text)
    assert lost(text, made.proposal) - SYNTAX == set()
    assert errors(made) == []


@UNHURRIED
@given(BODY)
def test_no_word_of_a_bare_script_is_lost(body: str) -> None:
    text = f"journey\n{body}\n"
    made = brought_text(text, "bare.mmd")
    assert lost(text, made.proposal) - SYNTAX == set()
    assert errors(made) == []


@UNHURRIED
@given(st.text(max_size=400), st.sampled_from(("a.md", "a.mmd", "a")))
def test_no_text_crashes(text: str, name: str) -> None:
    made = brought_text(text, name)
    assert errors(made) == []


@UNHURRIED
@given(st.binary(max_size=300), st.sampled_from(("a.md", "a.mmd", "b")))
def test_no_bytes_crash(data: bytes, name: str) -> None:
    assert errors(brought(name, data)) == []


CELL = st.one_of(
    LINE,
    st.sampled_from("Stage Action Emotion Canal 行動 痛点 **Phase** 3 4/5 <br> a;b a・b - • 1️⃣ Name Age".split(" ")),
)
ROW = st.lists(CELL, min_size=1, max_size=5)
TABLE = st.lists(ROW, min_size=1, max_size=5)
NOT_WORDS = SYNTAX | {"br", "sep", "i"}


def markdown_table(rows: list[list[str]]) -> str:
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


@UNHURRIED
@given(TABLE, st.sampled_from((None, "table")))
def test_no_word_of_a_table_on_a_page_is_lost(rows: list[list[str]], named: str | None) -> None:
    text = f"# A page\n\n{markdown_table(rows)}\n\nAfter.\n"
    made = brought_text(text, named=named)
    assert lost(text, made.proposal) - NOT_WORDS == set()
    assert errors(made) == []


@UNHURRIED
@given(TABLE, st.sampled_from(",;\t"))
def test_no_word_of_a_delimited_text_is_lost(rows: list[list[str]], delimiter: str) -> None:
    head = [["Stage", "Action", "Emotion", "Pain points"]]
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(head + rows)
    made = brought_text(file.getvalue(), "a.csv")
    assert lost(file.getvalue(), made.proposal) - NOT_WORDS == set()
    assert errors(made) == []


@UNHURRIED
@given(TABLE)
def test_no_word_of_an_html_table_is_lost(rows: list[list[str]]) -> None:
    head = ["Stage", "Action", "Emotion", "Pain points"]
    cells = ("".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in [head, *rows])
    text = "<table>" + "".join(f"<tr>{row}</tr>\n" for row in cells) + "</table>\n"
    made = brought_text(text)
    gone = lost(html.unescape(re.sub(r"</?t[a-z]+>", " ", text)), made.proposal)
    assert gone - NOT_WORDS == set()
    assert errors(made) == []


@UNHURRIED
@given(
    st.text(max_size=400),
    st.sampled_from(("a.csv", "a.tsv", "a.xlsx", "a.html")),
    st.sampled_from((None, "table", "csv")),
)
def test_no_table_crashes(text: str, name: str, named: str | None) -> None:
    assert errors(brought_text(text, name, named)) == []
