"""Everything imported is an assumption, until a source is linked."""

from __future__ import annotations

from dataclasses import replace

from parcours.analyse.claims import claims_of
from parcours.bring.proposal import Proposal
from parcours.build.reading import reading
from parcours.build.snapshot import Snapshot
from parcours.source.text import Source
from tests.bring.imported import EMPTY, brought_text

FENCE = "```mermaid\njourney\n  title Visit\n  section A\n    Walks in: 4: Guest\n    Pays: 2: Guest\n```\n"


def project(made: Proposal, changes: dict[str, tuple[str, str]]) -> Snapshot:
    sources = {f"content/{file.path}": file.text for file in made.files}
    for path, (old, new) in changes.items():
        assert old in sources[path]
        sources[path] = sources[path].replace(old, new)
    return replace(EMPTY, sources={path: Source.of(path, text) for path, text in sources.items()})


def shares(changes: dict[str, tuple[str, str]]) -> tuple[int, int]:
    """How many claims of the imported journey rest on evidence, and how many are assumed."""
    atlas = reading(project(brought_text(FENCE).proposal, changes)).atlas
    found = claims_of(atlas.journeys["visit"])
    assert found.cited
    return found.shares.evidence, found.shares.assumed


def test_the_file_a_map_comes_from_is_cited_and_proves_nothing() -> None:
    assert shares({}) == (0, 2)


def test_a_linked_source_does() -> None:
    journey = "content/journeys/visit.md"
    assert shares({journey: ("evidence: [page-md]", "evidence: [page-md, interviews]")}) == (2, 0)


def test_a_file_said_to_be_more_than_an_import_does() -> None:
    assert shares({"content/evidence/page-md.md": ("kind: import", "kind: interview")}) == (2, 0)


def test_the_kind_of_the_file_is_found_again_when_it_changes() -> None:
    made = brought_text(FENCE).proposal
    before = reading(project(made, {}))
    path = "content/evidence/page-md.md"
    after = reading(project(made, {path: ("kind: import", "kind: study")}), before)
    assert claims_of(after.atlas.journeys["visit"]).shares.assumed == 0
