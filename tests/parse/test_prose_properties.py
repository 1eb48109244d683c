"""What holds of prose for any text at all."""

from __future__ import annotations

import pickle
import re

import html5lib
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown.treeprocessors import InlineProcessor

from parcours.parse.prose import Diagram, Drawing, Link, Prose, ProseLink, read_prose
from parcours.parse.prose_effort import TooTangled
from parcours.parse.prose_extensions import Engine
from parcours.parse.prose_inline import NEEDS
from parcours.parse.prose_links import decoded
from parcours.parse.prose_pieces import scheme

MARKS = r"a B é 1 \ ` `` ``` ~~~ * ** _ ~~ [ ] [[ ]] ]( ) ( ! ![ < > - 1. # === --- : ; & &amp; &#xFDD0; &#0; &lt; [^1]"
MORE_MARKS = "[^1]: [a]: *[a]: { } {: #a.b .c } {#d} !!! n \" ' = / /> https://f.g a@b.c | ```mermaid"
TAGS = (
    "<b> </b> <a </a> <div> </div> <p> </p> <table> <tr> <td> </table> <ul> <li> <h1> </h1> <details> </details> <hr>"
)
MORE_TAGS = "<pre> </pre> <style> </style> <svg> <!-- --> <script> <br> <select> <option> <button> <dl> <dd> <rt>"
WHOLE = (
    " ",
    "    ",
    "\n",
    "\n\n",
    "\t",
    "> ",
    "- ",
    "2) ",
    "# ",
    ": ",
    "[x] ",
    "~~~\n",
    "```mermaid\n",
    "<a href=x>",
    "<ruby>",
)
BLOCKS = ("<img src=y>", "<span id=e>", "<form>", "<object>", "<video>", "<nobr>", "| a |\n|--:|\n| b |\n", "<caption>")
ODD = (
    "\r",
    "\x00",
    "\u2028",
    "\ufdd3\ufde0\ufdd4",
    "\ufdd2",
    "\ud800",
    "\U0001f600",
    "\x02wzxhzdk:0\x03",
    "\x02klzzwxh:0000\x03",
)
# No <summary>: html5lib does not know that a list item inside one leaves the list around it open.
PIECES = (*f"{MARKS} {MORE_MARKS} {TAGS} {MORE_TAGS}".split(), *WHOLE, *BLOCKS, *ODD)

soups = st.lists(st.sampled_from(PIECES), max_size=40).map("".join) | st.text(max_size=200)
thorough = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def whole(prose: Prose) -> str:
    return prose.html(lambda link: link.target, lambda number, _diagram: f"<figure>{number}</figure>")


@thorough
@given(soups)
@example("<b><p><a>x</p><a>")
@example("<table><tr><td><p>a<table>")
def test_any_text_becomes_html_without_a_mistake(body: str) -> None:
    prose, _ = read_prose(body, "x.md")
    html = whole(prose)
    root = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(f"<div>{html}</div>", "body")
    assert len(root) == 1
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef]", html)
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert not any("." in name or " " in name for name in ids)
    for element in root.iter():
        assert element.get("style") is None
        assert all(scheme(element.get(name, "")) in {"", "http", "https", "mailto", "tel"} for name in ("href", "src"))
    assert [element.get("id") for element in root.iter() if re.fullmatch("h[1-6]", str(element.tag))] == [
        heading.anchor for heading in prose.headings
    ]


def html_of(engine: Engine, text: str) -> str:
    try:
        return engine.convert(text, "k")
    except (TooTangled, RecursionError, AssertionError, AttributeError, LookupError, TypeError, ValueError) as error:
        return type(error).__name__


@thorough
@given(soups)
@example("a\\\nb  \nc [d] ![e] [^1] <f@g.h> https://i.j &amp; [[k]] `l` ~~m~~ _n_\n\n[^1]: o\n[d]: p\n*[c]: q")
def test_markup_is_found_where_python_markdown_finds_it(text: str) -> None:
    everywhere = Engine()
    everywhere.markdown.treeprocessors.register(InlineProcessor(everywhere.markdown), "inline", 20)
    assert html_of(Engine(), text) == html_of(everywhere, text)


def test_every_pattern_of_markup_has_its_marks() -> None:
    patterns = Engine().markdown.inlinePatterns
    assert {patterns.get_index_for_name(name) for name in NEEDS} == set(range(len(patterns)))


@thorough
@given(soups, st.integers(1, 99))
def test_any_text_becomes_a_whole_value(body: str, first_line: int) -> None:
    prose, findings = read_prose(body, "x.md", first_line)
    assert (prose, findings) == read_prose(body, "x.md", first_line)
    assert pickle.loads(pickle.dumps(prose)) == prose
    assert [part.index for part in prose.parts if isinstance(part, Link)] == list(range(len(prose.links)))
    assert {part.index for part in prose.parts if isinstance(part, Drawing)} <= set(range(len(prose.diagrams)))
    lines = body.split("\n")
    linked, drawn, found = ((one.place for one in many) for many in (prose.links, prose.diagrams, findings))
    for place in (*linked, *drawn, *found):
        line = lines[place.line - first_line]
        assert place.line >= first_line
        assert 1 <= place.column <= len(line) + 1
        assert place.column - 1 + place.length <= max(1, len(line))


@thorough
@given(soups)
def test_every_gap_is_asked_for_once_and_takes_what_it_is_given(body: str) -> None:
    prose, _ = read_prose(body, "x.md")
    asked: list[ProseLink] = []
    drawn: list[Diagram] = []

    def address(link: ProseLink) -> str | None:
        asked.append(link)
        return None

    def figure(_number: int, diagram: Diagram) -> str:
        drawn.append(diagram)
        return ""

    html = prose.html(address, figure)
    assert tuple(asked) == prose.links
    assert set(drawn) <= set(prose.diagrams)
    assert " src=" not in re.sub(r'="[^"]*"|>[^<]*', "=>", html)


words = st.text(st.sampled_from("abcé de1,"), min_size=1, max_size=8).map(str.strip).filter(bool)
targets = st.from_regex(r"[a-zé]{1,5}(/[a-z_()&]{1,6}){0,2}\.md(#[a-z]{1,3})?", fullmatch=True).filter(
    lambda one: one.count("(") == one.count(")") == 0
)


@st.composite
def linked(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A body with links of every kind among words and code, and their targets in order."""
    blocks: list[str] = []
    expected: list[str] = []
    for _ in range(draw(st.integers(1, 6))):
        target, word = draw(targets), draw(words)
        kind = draw(
            st.sampled_from(
                [
                    "[{w}]({t})",
                    "![{w}]({t})",
                    '[{w}]({t} "T")',
                    "[{w}](<{t}>)",
                    "[[{t}|{w}]]",
                    "[[{t}]]",
                    "<a href='{t}'>{w}</a>",
                    '<a title="x" href="{t}">{w}</a>',
                ]
            )
        )
        lead = draw(
            st.sampled_from(
                [
                    "",
                    "- ",
                    "> ",
                    "1. ",
                    "- [ ] ",
                    "# ",
                    "- a\n  - ",
                    "`[x]({t})` ",
                    "```\n[x]({t})\n```\n\n",
                    "<!-- [x]({t}) -->\n\n",
                    "| a |\n|---|\n| b |\n\n",
                ]
            )
        )
        blocks.append(lead.format(t=target) + draw(words) + " " + kind.format(t=target, w=word) + " " + draw(words))
        expected.append(target)
    return "\n\n".join(blocks), expected


@thorough
@given(linked(), st.integers(1, 99))
def test_the_text_at_a_place_is_the_target_as_it_is_written(case: tuple[str, list[str]], first_line: int) -> None:
    body, expected = case
    prose, findings = read_prose(body, "x.md", first_line)
    assert findings == ()
    assert [link.target for link in prose.links] == [decoded(target) for target in expected]
    lines = body.split("\n")
    places = [link.place for link in prose.links]
    for place, target in zip(places, expected, strict=True):
        assert lines[place.line - first_line][place.column - 1 : place.column - 1 + place.length] == target
    assert sorted(set(places)) == places
