"""What pages tell of the past: facts, the way a map came about, what changed month by month, and the feed."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from parcours.build.build import Build, build
from parcours.edge.history import with_history
from parcours.edge.preview_site import PreviewSite
from parcours.edge.project import Project
from parcours.pages.past_view import ChangesPage, FeedPage, PastView
from parcours.pages.views import JourneyPage, PersonaPage
from tests.conftest import run_apart
from tests.edge.repositories import Made
from tests.edge.test_history import journey

V = TypeVar("V")
ATOM = "{http://www.w3.org/2005/Atom}"
BASE = "https://maps.example.org/"


@pytest.fixture
def made(tmp_path: Path) -> Made:
    repo = Made.at(tmp_path / "repo")
    repo.write("parcours.yml", f"site_name: The shop\nbase_url: {BASE}\n")
    repo.write("content/personas/claire.md", "---\nname: Claire\n---\n")
    repo.write("content/opportunities/lamp.md", "---\ntitle: A lamp\nstatus: planned\n---\n")
    named = "opportunities: [{id: lamp}, {title: A lamp"
    first = journey(2, pains="Too dark, Too loud").replace("opportunities: [{title: A lamp", named)
    repo.commit("2026-01-05", buy=first, gone=journey(3))
    repo.commit("2026-02-05", by="Ben", buy=first.replace("feeling: 2", "feeling: 4").replace("Too dark, ", ""))
    repo.write("content/opportunities/lamp.md", "---\ntitle: A lamp\nstatus: done\n---\n")
    (repo.folder / "content/journeys/gone.md").unlink()
    repo.commit("2026-02-20")
    return repo


def built(made: Made) -> Build:
    return build(with_history(made.folder, Project(made.folder).read()))


def view(site: Build, address: str, kind: type[V]) -> V:
    found = site.made[address].page.view
    assert isinstance(found, kind)
    return found


def test_a_journey_tells_how_it_came_about(made: Made) -> None:
    page = view(built(made), "journeys/buy/index.html", JourneyPage)
    assert page.past == PastView("5 January 2026", "5 February 2026", ("Ben", "Ada"), 2)
    timeline = page.timeline
    assert timeline is not None
    assert [one.iso for one in timeline.moments] == ["2026-01-05", "2026-02-05", "2026-02-20"]
    first, second, third = timeline.moments
    assert first.first
    assert [one.mean.shown for one in (first, second) if one.mean] == ["2.5", "3.5"]
    assert second.verdict == "better"
    assert list(second.ghosts) == list(first.curves) == [(0, "Claire", (2, 3))]
    assert second.before == first.id
    assert [(one.kind, one.text, one.before, one.after) for one in second.changes] == [
        ("pain_closed", "Too dark", "", ""),
        ("better", "Claire", "2", "4"),
    ]
    assert second.changes[0].about.href == "#step.see"
    assert [(one.before, one.after) for one in third.changes] == [("planned", "done")]
    assert [one.text for one in timeline.closed] == ["Too dark"]
    assert [(one.text, one.day) for one in timeline.done] == [("A lamp", "20 February 2026")]


def test_what_one_commit_did_to_a_map_and_its_opportunity_is_one_moment(made: Made) -> None:
    made.write("content/opportunities/lamp.md", "---\ntitle: A lamp\nstatus: dropped\n---\n")
    made.commit("2026-03-05", buy=journey(1).replace("{title: A lamp", "{id: lamp}, {title: A lamp"))
    timeline = view(built(made), "journeys/buy/index.html", JourneyPage).timeline
    assert timeline is not None
    assert [one.iso for one in timeline.moments] == ["2026-01-05", "2026-02-05", "2026-02-20", "2026-03-05"]
    assert {"opportunity_status", "worse"} <= {one.kind for one in timeline.moments[-1].changes}


def test_a_pain_that_came_back_is_not_closed(made: Made) -> None:
    made.commit("2026-03-05", buy=journey(4, pains="Too dark, Too loud"))
    timeline = view(built(made), "journeys/buy/index.html", JourneyPage).timeline
    assert timeline is not None
    assert timeline.closed == ()


def test_names_are_told_as_the_settings_let_them(made: Made) -> None:
    persona = "personas/claire/index.html"
    assert view(built(made), persona, PersonaPage).past == PastView("5 January 2026", "5 January 2026", ("Ada",), 1)
    made.write("parcours.yml", "history: {people: {Ada: Web team, Ben: Web team}}\n")
    page = view(built(made), "journeys/buy/index.html", JourneyPage)
    assert page.past is not None
    assert page.past.by == ("Web team",)
    made.write("parcours.yml", "history: {names: false}\n")
    silent = built(made)
    assert not any(name in one.body for one in silent.made.values() for name in (b"Ada", b"Ben", b"ada@"))


def test_scores_are_told_on_the_sites_own_scale(made: Made) -> None:
    made.write("parcours.yml", "feeling_scale: -2..2\n")
    made.commit("2026-03-05", buy=journey(-2))
    made.commit("2026-03-06", buy=journey(1))
    timeline = view(built(made), "journeys/buy/index.html", JourneyPage).timeline
    assert timeline is not None
    assert [(one.before, one.after) for one in timeline.moments[-1].changes] == [("−2", "1")]


def test_what_changed_month_by_month(made: Made) -> None:
    page = view(built(made), "changes/index.html", ChangesPage)
    assert [month.name for month in page.months] == ["February 2026", "January 2026"]
    february = [(row.page.text, row.what, row.iso, row.by) for row in page.months[0].rows]
    assert february == [
        ("Gone", "removed", "2026-02-20", ("Ada",)),
        ("A lamp", "changed", "2026-02-20", ("Ada",)),
        ("Buy", "changed", "2026-02-05", ("Ben",)),
    ]
    assert page.months[0].rows[0].page.href == ""
    assert [one.kind for one in page.months[0].rows[2].changes] == ["pain_closed", "better"]
    assert page.feed == "feed.xml"


def test_the_feed_is_atom(made: Made) -> None:
    made.commit("2026-03-05", by="Bell", bell='---\ntitle: "Rings \\a & <waits>"\n---\n')
    site = built(made)
    feed = ET.fromstring(site.made["changes/feed.xml"].body)
    assert feed.tag == f"{ATOM}feed"
    for one in ("id", "title", "updated"):
        assert feed.findtext(f"{ATOM}{one}")
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries[:3]] == [
        "Rings  & <waits>: new",
        "A lamp: changed",
        "Buy: changed",
    ]
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    assert len(set(ids)) == len(ids)
    assert f"{BASE}journeys/buy/index.html#2026-02-05" in ids
    assert entries[2].findtext(f"{ATOM}updated") == "2026-02-05T00:00:00Z"
    assert "Too dark" in (entries[2].findtext(f"{ATOM}content") or "")
    page = site.made["changes/index.html"].body
    assert b'<link rel="alternate" type="application/atom+xml" href="feed.xml"' in page


def test_without_base_url_there_is_no_feed_and_outside_git_no_page(made: Made) -> None:
    made.write("parcours.yml", "site_name: The shop\n")
    site = built(made)
    assert "changes/feed.xml" not in site.made
    assert view(site, "changes/index.html", ChangesPage).feed == ""
    plain = build(Project(made.folder).read())
    assert "changes/index.html" not in plain.made
    assert view(plain, "journeys/buy/index.html", JourneyPage).past is None
    assert b"changes/index.html" not in plain.made["index.html"].body


def test_the_same_commit_gives_the_same_bytes_and_an_edit_not_committed_tells_no_past(made: Made) -> None:
    one = {address: page.body for address, page in built(made).made.items()}
    for file in (made.folder / ".parcours").rglob("*.json"):
        file.unlink()
    assert {address: page.body for address, page in built(made).made.items()} == one
    made.commit("2026-03-05", late=journey(3))
    made.git("reset", "--quiet", "HEAD~1")
    made.write("content/journeys/buy.md", journey(5))
    site = built(made)
    assert view(site, "journeys/late/index.html", JourneyPage).past is None
    past = view(site, "journeys/buy/index.html", JourneyPage).past
    assert past is not None
    assert past.revisions == 2
    assert site.made["changes/index.html"].body == one["changes/index.html"]


def test_a_past_that_is_learnt_later_makes_only_what_tells_it_anew(made: Made) -> None:
    snapshot = Project(made.folder).read()
    first = build(snapshot)
    told = with_history(made.folder, snapshot).history
    second = build(replace(snapshot, history=told), first)
    whole = build(replace(snapshot, history=told))
    assert {a: m.body for a, m in second.made.items()} == {a: m.body for a, m in whole.made.items()}
    assert isinstance(second.made["changes/feed.xml"].page.view, FeedPage)
    third = build(replace(snapshot, history=told), second)
    assert third.rendered == 0


def test_the_preview_shows_the_site_first_and_learns_the_past_afterwards(made: Made) -> None:
    async def preview() -> tuple[bytes | None, bytes | None]:
        site = PreviewSite(Project(made.folder), lambda _shown, _news: None)
        await site.refresh()
        before = await site.file("journeys/buy/index.html")
        await site.recall()
        return before, await site.file("journeys/buy/index.html")

    before, after = run_apart(preview())
    assert before is not None
    assert after is not None
    assert b"5 January 2026" not in before
    assert b"5 January 2026" in after
