"""``parcours explain PAGE``: why the last build made a page anew, and what it is made from."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcours.build.why import FieldChange, field_changes
from parcours.edge.bundled import themes
from parcours.edge.project import Project
from parcours.edge.states import BEFORE, LAST, keep_state, recalled_state, state_of
from parcours.pages.view import Fact, Hyperlink
from tests.cli.running import run

JOURNEY = """---
title: Buy
personas: [claire]
stages:
  - name: One
    steps:
      - {id: a, action: Looks, channel: website, feeling: 3}
      - {id: b, action: Pays, channel: website, feeling: 4}
---
"""
BUY = "content/journeys/buy.md"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for path, text in {
        BUY: JOURNEY,
        "content/journeys/rent.md": JOURNEY.replace("Buy", "Rent").replace("claire", "marc"),
        "content/personas/claire.md": "---\nname: Claire\n---\n",
        "content/personas/marc.md": "---\nname: Marc\n---\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def edit(project: Path, path: str, old: str, new: str) -> None:
    text = (project / path).read_text("utf-8")
    assert old in text
    (project / path).write_text(text.replace(old, new), encoding="utf-8")


def build(project: Path) -> None:
    done = run("build", cwd=project)
    assert done.returncode == 0, done.stderr


def explained(project: Path, what: str, language: str = "en") -> str:
    done = run("explain", what, "--language", language, cwd=project)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_without_a_build_it_tells_what_the_page_is_made_from(project: Path) -> None:
    told = explained(project, "journeys/buy/index.html")
    assert "No build of this project is remembered" in told
    grounds = told.partition("What it is made from:")[2]
    assert BUY in grounds
    assert "content/personas/claire.md" in grounds
    assert "rent.md" not in grounds
    assert "journey.html" in grounds
    assert "journeys: buy" in grounds


def test_the_fields_that_differ_are_told_with_both_values(project: Path) -> None:
    build(project)
    assert "is the first that is remembered" in explained(project, BUY)
    edit(project, BUY, "Looks", "Browses")
    build(project)
    told = explained(project, BUY)
    assert told.startswith("journeys/buy/index.html\n")
    line = next(line for line in told.splitlines() if "page.map.stages[0].steps[0].action" in line)
    assert line.endswith("“Looks” → “Browses”")
    assert f"files that changed: {BUY}" in told
    assert "it reads, of what changed, journeys: buy" in told
    other = explained(project, "content/journeys/rent.md")
    assert "left it as it was" in other


def test_a_persona_renamed_is_why_the_pages_of_her_journeys_differ(project: Path) -> None:
    build(project)
    edit(project, "content/personas/claire.md", "Claire", "Clara")
    build(project)
    told = explained(project, "journeys/buy", "fr")
    assert "page.personas[0].name" in told
    assert "«\u202fClaire\u202f» → «\u202fClara\u202f»" in told
    assert "fichiers modifiés\u202f: content/personas/claire.md" in told
    assert "l’a laissée comme" in explained(project, "journeys/rent", "fr")


def test_a_template_is_a_reason_for_the_pages_that_use_it(project: Path) -> None:
    build(project)
    copied = project / "themes" / "cartouche" / "templates" / "persona.html"
    copied.parent.mkdir(parents=True)
    copied.write_text((themes() / "cartouche/templates/persona.html").read_text("utf-8") + "<!-- -->", "utf-8")
    build(project)
    told = explained(project, "personas/claire")
    assert "changed templates: persona.html" in told
    assert copied.relative_to(project).as_posix() in told
    assert "left it as it was" in explained(project, "journeys/buy")


def test_what_changed_since_the_last_build_is_told_for_the_next(project: Path) -> None:
    build(project)
    edit(project, BUY, "Looks", "Browses")
    told = explained(project, "site/journeys/buy/index.html")
    assert "Why the next one will make it another page" in told
    assert "“Looks” → “Browses”" in told
    assert "will leave this page as it is" in explained(project, "journeys/rent/")


def test_a_page_made_for_the_first_time(project: Path) -> None:
    build(project)
    (project / "content" / "journeys" / "sell.md").write_text(JOURNEY.replace("Buy", "Sell"), encoding="utf-8")
    assert "for the first time" in explained(project, "journeys/sell")
    build(project)
    assert "for the first time" in explained(project, "journeys/sell")


def test_a_build_where_nothing_changed_is_none(project: Path) -> None:
    build(project)
    edit(project, BUY, "Looks", "Browses")
    build(project)
    before = explained(project, BUY)
    build(project)
    assert explained(project, BUY) == before


def test_what_is_remembered_comes_back_whole(project: Path) -> None:
    (project / "content" / "odd.png").write_bytes(b"\xff")
    state = state_of(Project(project).read(), "drawn")
    keep_state(project, state)
    assert recalled_state(project, LAST) == state
    assert recalled_state(project, BEFORE) is None
    keep_state(project, state)
    assert recalled_state(project, BEFORE) == state


@pytest.mark.parametrize("damage", [b"", b"{", b"[]\n", b"null\n", b'{"sum": 0, "texts": 3}\n', b"\xff\n\xff"])
def test_a_damaged_memory_is_as_none(project: Path, damage: bytes) -> None:
    keep_state(project, state_of(Project(project).read(), "drawn"))
    file = project / ".parcours" / "cache" / LAST
    file.write_bytes(damage or file.read_bytes()[:-1])
    assert recalled_state(project, LAST) is None


def test_a_page_goes_by_its_id(project: Path) -> None:
    assert explained(project, "buy").startswith("journeys/buy/index.html\n")
    assert explained(project, "claire").startswith("personas/claire/index.html\n")
    channel = project / "content" / "channels" / "buy.md"
    channel.parent.mkdir(exist_ok=True)
    channel.write_text("---\nname: Buy\n---\n")
    assert run("explain", "buy", cwd=project).returncode == 2, "it may be either"


def test_a_slip_is_helped(project: Path) -> None:
    done = run("explain", "journeys/byu", cwd=project)
    assert done.returncode == 2
    assert "Did you mean `journeys/buy/index.html`?" in done.stderr
    assert "Vouliez-vous dire" in run("explain", "journeys/byu", "--language", "fr", cwd=project).stderr


rows = st.lists(st.sampled_from("abc"), max_size=5).map(tuple)


@given(rows, rows)
def test_equal_ends_of_rows_are_never_told(was: tuple[str, ...], now: tuple[str, ...]) -> None:
    told = list(field_changes(was, now))
    assert bool(told) == (was != now)
    assert all(one.was != one.now for one in told)
    assert len(told) <= max(len(was), len(now))


def test_what_came_and_went_has_no_other_value() -> None:
    one, two = Hyperlink("One", "1"), Hyperlink("Two", "2")
    assert list(field_changes(Fact("x", (one,)), Fact("x", (one, two)))) == [FieldChange("page.values[1]", None, two)]
    assert list(field_changes(Fact("x", (one, two)), Fact("x", (two,)))) == [
        FieldChange("page.values[0]", one, None),
    ]
