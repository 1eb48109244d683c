"""A file that says something else is linked by itself, and gives what linking the whole again would give."""

from __future__ import annotations

from dataclasses import replace

import pytest

from parcours.build.reading import Text, read_texts
from parcours.edge.project import Project
from parcours.link.again import again
from parcours.link.atlas import Atlas
from parcours.link.link import link, relink
from parcours.link.linked import Linked, Parsed
from parcours.link.watched import differences
from parcours.model.settings import Settings
from parcours.parse.document import Document, role_of
from parcours.source.text import Source
from tests.conftest import REPOSITORY

SNAPSHOT = Project(REPOSITORY).read()
TEXTS = {path: source.text for path, source in SNAPSHOT.sources.items() if role_of(path, SNAPSHOT.sources.keys())}
EDITS = (
    ("\n---\n", "\n---\nA word more, on [[nobody-we-know]] and [a page](../personas/amara.md).\n\n"),
    ("owner: ", "owner: The other "),
    ("feeling: ", "feeling: 1 # "),
    ("evidence: [", "evidence: [a-new-one, "),
    ("    steps:\n", "    steps:\n      - {id: a-step-more, action: Thinks again, channel: website}\n"),
    ("tags: [", "tags: [new-tag, "),
    ("title: ", "title: Not "),
    ("id: ", "id: other-"),
    ("opportunities:", "opportunites:"),
)
CALLS = ("title: ", "owner: ", "evidence: [", "tags: [")
"""The edits after which something is called as nothing was before: the whole is linked."""


def parsed(texts: dict[str, str], last: Parsed | None) -> Parsed:
    """The texts parsed, documents of the same texts the same objects."""
    known = {document.source.path: document for document in last.documents} if last else {}
    sources = [Source.of(path, text) for path, text in sorted(texts.items())]
    documents: list[Document] = []
    for source in sources:
        same = source.path in known and known[source.path].source.digest == source.digest
        role = role_of(source.path, texts.keys())
        assert role is not None
        documents += [known[source.path]] if same else read_texts([Text(source, role, known.get(source.path))])
    return Parsed(Settings(), tuple(documents), (), {*texts, *SNAPSHOT.assets})


@pytest.fixture(scope="module")
def first() -> Linked:
    return relink(parsed(TEXTS, None), None)


def in_order(atlas: Atlas) -> Atlas:
    """Findings are put in order by who tells them."""
    return replace(atlas, findings=tuple(sorted(set(atlas.findings), key=lambda f: (f.place, f.rule, f.values))))


@pytest.mark.parametrize(("old", "new"), EDITS, ids=lambda text: text.strip()[:12])
def test_one_file_in_place_of_another_gives_what_the_whole_gives(first: Linked, old: str, new: str) -> None:
    alone = 0
    for path in sorted(path for path, text in TEXTS.items() if old in text):
        fresh = parsed({**TEXTS, path: TEXTS[path].replace(old, new, 1)}, first.apart.parsed)
        alone += again(fresh, first) is not None
        now = relink(fresh, first)
        assert in_order(now.atlas) == in_order(link(fresh)), path
        back = relink(parsed(TEXTS, now.apart.parsed), now)
        assert in_order(back.atlas) == in_order(first.atlas), path
    assert bool(alone) is (old not in CALLS)


def test_what_is_not_another_stays_the_same_object(first: Linked) -> None:
    path = "content/personas/amara.md"
    now = relink(parsed({**TEXTS, path: TEXTS[path] + "\nA word more.\n"}, first.apart.parsed), first)
    for name in (
        *("titles", "names", "by_kind", "kinds", "taken", "futures", "links", "doors", "answered", "findings"),
        *("things", "journeys", "mentions"),
    ):
        assert getattr(now.atlas, name) is getattr(first.atlas, name), name


@pytest.mark.parametrize(("old", "new"), EDITS, ids=lambda text: text.strip()[:12])
def test_only_what_is_told_to_be_touched_is_another(first: Linked, old: str, new: str) -> None:
    for path in sorted(path for path, text in TEXTS.items() if old in text):
        now = relink(parsed({**TEXTS, path: TEXTS[path].replace(old, new, 1)}, first.apart.parsed), first)
        assert now.touched
        assert differences(first.atlas, now.atlas, now.touched) == differences(first.atlas, now.atlas), path
