"""A file is read again only where it says something else: above its prose, below it, or both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcours.findings.fix import edit_of
from parcours.model.kinds import Kind
from parcours.parse.document import Document, Role, read_document
from parcours.source.text import Source

PATH = "content/personas/nora.md"
NORA = Role(Kind.PERSONA, "nora")
ABOVE = "---\nname: Nora\ngoals: [See the sea]\n---\n"
PIECES = st.sampled_from(
    ("---\n", "...\n", "\n", "name: Nora\n", "nme: Nora\n", "goals: [\n", "- a\n", "A *word*.\n", "\t", "# Head\n", "é")
)
TEXTS = st.lists(PIECES, max_size=9).map("".join)


def read(text: str, role: Role = NORA, last: Document | None = None) -> Document:
    return read_document(Source.of(PATH, text), role, last)


@given(TEXTS, TEXTS)
def test_what_was_read_before_makes_no_difference(old: str, new: str) -> None:
    for one, other in ((old, new), (ABOVE + old, ABOVE + new)):
        again, anew = read(other, last=read(one)), read(other)
        assert again == anew
        assert again.front.table == anew.front.table
        assert again.front.broken == anew.front.broken


@pytest.mark.parametrize("below", ["", "A word.\n", "---\n", "\n\n[[claire]]"])
def test_above_the_prose_a_file_stays_what_it_was(below: str) -> None:
    last = read(f"{ABOVE}Knows everybody.\n")
    assert read(ABOVE + below, last=last).front is last.front


def test_below_its_front_matter_a_file_stays_what_it_was() -> None:
    last = read(f"{ABOVE}Knows [everybody](nowhere.md).\n")
    assert read(last.source.text.replace("Nora", "Claire"), last=last).prose is last.prose
    lower = read(last.source.text.replace("name:", "\nname:"), last=last)
    assert [link.place.line for link in lower.prose.links] == [link.place.line + 1 for link in last.prose.links]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (ABOVE.replace("Nora", "Claire"), NORA),
        (f"\n{ABOVE}", NORA),
        (ABOVE.replace("\n---\n", "\n...\n"), NORA),
        (ABOVE, Role(Kind.CHANNEL, "nora")),
        (ABOVE, Role(Kind.PERSONA, "nora-2")),
    ],
)
def test_what_is_another_is_read(text: str, role: Role) -> None:
    last = read(ABOVE)
    assert read(text, role, last).front is not last.front


def test_an_end_that_is_missing_is_looked_for_again() -> None:
    last = read("---\nname: Nora\n\nA word.\n")
    assert [found.rule for found in last.findings] == ["syntax/open-front-matter"]
    assert read("---\nname: Nora\n\nA word.\n---\n", last=last) == read("---\nname: Nora\n\nA word.\n---\n")


def test_a_dash_at_its_word_is_parted_from_it() -> None:
    text = "---\ntitle: Buy\nstages:\n  - name: One\n    steps:\n      -id: ask\n        action: Asks\n---\n"
    found = read_document(Source.of("content/journeys/buy.md", text), Role(Kind.JOURNEY, "buy")).findings
    key = next(one for one in found if one.rule == "shape/unknown-key")
    assert (key.place.line, key.place.column, key.place.length, key.suggestion) == (6, 7, 3, "- id")
    edit = edit_of(key, "      -id: ask")
    assert edit is not None
    assert edit.text == "- id"
