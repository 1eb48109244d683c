"""A journey is suspect when what it cites has changed since its review: exactly those, exactly until reviewed again."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from parcours.build.build import Build, build
from parcours.cli.review import command
from parcours.edge.project import Project
from parcours.model.review import Seen
from parcours.parse.reviewed_line import with_reviewed
from parcours.parse.reviews import REVIEWS, read_reviews, written_reviews
from parcours.source.text import Source

CLAIRE = "content/personas/claire.md"
FILES = {
    CLAIRE: "---\nname: Claire\nbio: Bakes.\ngoals: [Bread]\n---\nShe comes early.\n",
    "content/personas/marc.md": "---\nname: Marc\n---\n",
    "content/channels/shop.md": "---\nname: Shop\nhours: 8 to 18\n---\n",
    "content/evidence/talks.md": "---\ntitle: Talks\nsample: 12\n---\n",
    "content/touchpoints/counter.md": "---\nname: Counter\n---\n",
    "content/journeys/buy.md": """---
title: Buy bread
personas: [claire]
owner: Shop team
status: reviewed
reviewed: 2026-01-15  # by Ada
stages:
  - name: Shop
    steps:
      - {id: ask, action: Asks, channel: shop, touchpoint: counter, feeling: 4, evidence: [talks]}
---
""",
    "content/journeys/both.md": """---
title: Both
personas: [claire, marc]
owner: Shop team
stages: [{name: One, steps: [{action: Walks in, channel: street, feeling: 3}]}]
---
""",
    "content/journeys/alone/index.md": "---\ntitle: Alone\npersonas: [marc]\nowner: Shop team\n---\n",
    "content/journeys/alone/10-go.md": "---\nname: Go\nsteps: [{action: Goes, channel: shop, feeling: 2}]\n---\n",
}
ALL = ("buy", "both", "alone")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1780000000")
    return tmp_path


def review(project: Path, *names: str) -> Result:
    done = CliRunner().invoke(command, [*names, "--project", str(project)])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done


def suspects(project: Path, before: Build | None = None) -> dict[str, dict[str, tuple[str, ...]]]:
    found = build(Project(project).read(), before).atlas.suspects
    return {journey: {f"{one.kind}/{one.id}": one.fields for one in ones} for journey, ones in found.items()}


def change(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text()
    assert old in text
    (project / path).write_text(text.replace(old, new))


def test_editing_a_persona_makes_exactly_its_journeys_suspect_and_a_review_clears_one(project: Path) -> None:
    assert review(project, *ALL).exit_code == 0
    assert suspects(project) == {}
    change(project, CLAIRE, "Bakes.", "Bakes at night.")
    change(project, CLAIRE, "She comes early.", "She comes late.")
    told = {"personas/claire": ("bio", "text")}
    assert suspects(project) == {"buy": told, "both": told}
    assert review(project, "both").exit_code == 0
    assert suspects(project) == {"buy": told}
    rules = [(found.rule, found.value("id")) for found in build(Project(project).read()).findings]
    assert ("map/suspect", "buy") in rules
    assert ("map/suspect", "both") not in rules


@pytest.mark.parametrize(
    ("path", "old", "new", "journeys", "thing"),
    [
        ("content/channels/shop.md", "8 to 18", "9 to 18", {"buy", "alone"}, "channels/shop"),
        ("content/evidence/talks.md", "12", "14", {"buy"}, "evidence/talks"),
        ("content/touchpoints/counter.md", "name: Counter", "name: Till", {"buy"}, "touchpoints/counter"),
        ("content/personas/marc.md", "name: Marc", "name: Marc\nage: 40", {"both", "alone"}, "personas/marc"),
        ("content/journeys/alone/10-go.md", "Goes", "Runs", {"alone"}, "journeys/alone"),
    ],
)
def test_each_kind_of_thing_that_is_cited(
    project: Path, path: str, old: str, new: str, journeys: set[str], thing: str
) -> None:
    review(project, *ALL)
    change(project, path, old, new)
    found = suspects(project)
    assert set(found) == journeys
    assert all(set(told) == {thing} for told in found.values())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("goals: [Bread]", "goals:\n  - Bread  # every day"),
        ("name: Claire\nbio: Bakes.", 'bio: "Bakes."\n\nname:   Claire'),
        ("She comes early.", "She\ncomes   early.\n\n"),
        ("name: Claire\n", "name: Claire\nowner: Shop team\ntags: [daily]\nreviewed: 2026-02-01\n"),
    ],
)
def test_layout_and_care_are_no_change(project: Path, old: str, new: str) -> None:
    review(project, *ALL)
    change(project, CLAIRE, old, new)
    assert suspects(project) == {}


def test_a_thing_that_was_only_named_gets_a_file(project: Path) -> None:
    review(project, *ALL)
    (project / "content/channels/street.md").write_text("---\nname: Street\nonline: false\n---\n")
    assert suspects(project) == {"both": {"channels/street": ("name", "online")}}


def test_what_is_kept_from_the_last_build_is_right(project: Path) -> None:
    review(project, *ALL)
    first = build(Project(project).read())
    change(project, CLAIRE, "Bakes.", "Sings.")
    assert suspects(project, first) == suspects(project)
    assert b"Suspect" in build(Project(project).read(), first).made["journeys/buy/index.html"].body


def test_a_later_day_by_hand_and_a_retired_map_raise_no_suspicion(project: Path) -> None:
    review(project, *ALL)
    change(project, CLAIRE, "Bakes.", "Sings.")
    change(project, "content/journeys/buy.md", "reviewed: 2026-05-28", "reviewed: 2026-06-20")
    change(project, "content/journeys/both.md", "owner: Shop team", "owner: Shop team\nstatus: retired")
    assert suspects(project) == {}


def test_the_day_is_written_and_nothing_else(project: Path) -> None:
    (project / "content/journeys/both.md").write_bytes(
        b"\xef\xbb\xbf" + FILES["content/journeys/both.md"].replace("\n", "\r\n").encode()
    )
    done = review(project, "Buy bread", "content/journeys/both.md", "alone")
    assert done.output.splitlines()[0] == "Buy bread: reviewed 2026-05-28, with 4 things it rests on."
    bought = (project / "content/journeys/buy.md").read_text()
    assert bought == FILES["content/journeys/buy.md"].replace("2026-01-15  # by", "2026-05-28  # by")
    both = (project / "content/journeys/both.md").read_bytes().decode("utf-8-sig")
    wanted = FILES["content/journeys/both.md"].replace("owner: Shop team\n", "owner: Shop team\nreviewed: 2026-05-28\n")
    assert both == wanted.replace("\n", "\r\n")
    lines = [line.split()[:3] for line in (project / REVIEWS).read_text().splitlines() if not line.startswith("#")]
    assert lines == sorted(lines)
    assert ["buy", "2026-05-28", "channels/shop"] in lines
    assert len(lines) == 14


def test_a_second_review_says_what_had_changed_and_keeps_the_others_lines(project: Path) -> None:
    review(project, *ALL)
    before = (project / REVIEWS).read_text().splitlines()
    change(project, CLAIRE, "Bakes.", "Sings.")
    assert "changed since 2026-05-28: personas/claire (bio)" in review(project, "buy").output
    after = (project / REVIEWS).read_text().splitlines()
    assert [one.split()[0] for one, two in zip(before, after, strict=True) if one != two] == ["buy"]


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("by", None, "Did you mean buy?"),
        ("nothing-like-it", None, "No journey is called nothing-like-it."),
        ("broken", "---\ntitle: [\n---\n", "has mistakes"),
    ],
)
def test_what_cannot_be_reviewed_is_wrong_use(project: Path, name: str, text: str | None, said: str) -> None:
    if text is not None:
        (project / f"content/journeys/{name}.md").write_text(text)
    done = review(project, "buy", name)
    assert done.exit_code == 2
    assert said in done.output
    assert not (project / REVIEWS).exists()
    assert (project / "content/journeys/buy.md").read_text() == FILES["content/journeys/buy.md"]


def test_a_front_matter_that_cannot_take_the_day_is_left_alone(project: Path) -> None:
    text = "---\n{title: Flow, owner: Shop team}\n---\n"
    (project / "content/journeys/flow.md").write_text(text)
    done = review(project, "flow")
    assert done.exit_code == 0
    assert "write `reviewed: 2026-05-28` into its front matter" in done.output
    assert (project / "content/journeys/flow.md").read_text() == text


def test_lines_a_merge_left_are_told_and_reviewing_again_heals_them(project: Path) -> None:
    review(project, *ALL)
    file = project / REVIEWS
    file.write_text(file.read_text().replace("\nbuy", "\n<<<<<<< HEAD\nbuy", 1))
    found = [one for one in build(Project(project).read()).findings if one.rule == "files/bad-review"]
    assert [file.read_text().splitlines()[one.place.line - 1] for one in found] == ["<<<<<<< HEAD"]
    review(project, "buy")
    assert "<<<" not in file.read_text()


words = st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1, max_size=8)
looks = st.dictionaries(st.text("abcdefg_", min_size=1, max_size=6), st.integers(0, 2**32 - 1).map("{:08x}".format))
seen = st.builds(Seen, words, st.dates(), st.sampled_from(["personas", "channels", "journeys"]), words, looks)


@given(st.lists(seen, max_size=8, unique_by=lambda one: (one.journey, one.kind, one.id)))
def test_reviews_are_read_as_they_were_written(wanted: list[Seen]) -> None:
    found, problems = read_reviews(Source.of(REVIEWS, written_reviews(wanted)))
    assert problems == ()
    assert sorted(found, key=lambda one: one[:4]) == sorted(wanted, key=lambda one: one[:4])


@given(st.text(max_size=200))
def test_any_text_is_read_without_a_fault(text: str) -> None:
    found, problems = read_reviews(Source.of(REVIEWS, text))
    assert len(found) + len(problems) <= text.count("\n") + text.count("\r") + 1


@given(st.text(max_size=200))
def test_a_day_is_written_into_any_text_or_into_none(text: str) -> None:
    after = with_reviewed(text, "2026-05-28")
    assert after is None or "reviewed: 2026-05-28" in after or "reviewed" in text


def test_days_of_the_future_are_dates_too() -> None:
    assert read_reviews(Source.of(REVIEWS, "buy 2026-13-01 personas/x"))[0] == ()
    assert read_reviews(Source.of(REVIEWS, "buy 2026-12-01 personas/x"))[0][0].day == dt.date(2026, 12, 1)
