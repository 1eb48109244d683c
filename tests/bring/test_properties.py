"""Whatever is brought in: nothing crashes, no word is lost, and what would be written is right."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bring.imported import brought, brought_text, errors, lost

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


@settings(deadline=None)
@given(FENCED)
def test_no_word_around_or_in_a_journey_is_lost_and_the_check_is_content(text: str) -> None:
    made = brought_text(text)
    assert lost(text, made.proposal) - SYNTAX == set()
    assert errors(made) == []


@settings(deadline=None)
@given(BODY)
def test_no_word_of_a_bare_script_is_lost(body: str) -> None:
    text = f"journey\n{body}\n"
    made = brought_text(text, "bare.mmd")
    assert lost(text, made.proposal) - SYNTAX == set()
    assert errors(made) == []


@settings(deadline=None)
@given(st.text(max_size=400), st.sampled_from(("a.md", "a.mmd", "a")))
def test_no_text_crashes(text: str, name: str) -> None:
    made = brought_text(text, name)
    assert errors(made) == []


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from(("a.md", "a.mmd", "b")))
def test_no_bytes_crash(data: bytes, name: str) -> None:
    assert errors(brought(name, data)) == []
