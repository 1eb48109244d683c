"""Building again is the same function given the last build: same bytes as from nothing, and only what changed."""

import random
from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parcours.build.build import Build, build, prepare
from parcours.build.snapshot import Snapshot
from parcours.draw import engine
from parcours.edge.theme_folder import read_theme, theme_names
from parcours.findings.catalogue import finding
from parcours.link.atlas import Atlas
from parcours.pages.glances import Glances
from parcours.source.text import Place, Source
from tests.conftest import REPOSITORY

THEME = read_theme(REPOSITORY / "tests", "cartouche")
NAMES = theme_names(REPOSITORY / "tests")


def journey(title: str, action: str, channel: str, persona: str) -> str:
    return (
        f"---\ntitle: {title}\npersonas: [{persona}]\nowner: Me\nstages:\n  - name: One\n    steps:\n"
        f"      - {{id: a, action: {action}, channel: {channel}, feeling: 3, evidence: [notes]}}\n"
        f"      - {{id: b, action: Ends, channel: {channel}, feeling: 4}}\n---\nSee [[{persona}]].\n"
    )


FILES = {
    "parcours.yml": "site_name: Small\n",
    "content/personas/claire.md": "---\nname: Claire\n---\n",
    "content/personas/marc.md": "---\nname: Marc\n---\n",
    "content/journeys/buy.md": journey("Buy", "Looks", "website", "claire"),
    "content/journeys/repair.md": journey("Repair", "Calls", "phone", "marc"),
}


def snapshot(files: dict[str, str]) -> Snapshot:
    sources = {path: Source.of(path, text) for path, text in files.items()}
    return Snapshot(sources, {}, THEME, NAMES)


def bodies(made: Build) -> dict[str, bytes]:
    return {address: page.body for address, page in made.made.items()}


def test_nothing_changed_renders_nothing() -> None:
    first = build(snapshot(FILES))
    again = build(snapshot(dict(FILES)), first)
    assert again.rendered == 0
    assert bodies(again) == bodies(first)


def test_a_word_in_a_story_is_looked_at_on_its_own_page_alone() -> None:
    first = build(snapshot(FILES))
    path = "content/journeys/buy.md"
    again = build(snapshot({**FILES, path: FILES[path] + "A word more.\n"}), first)
    assert again.read.changes == {"texts": frozenset({path})}
    assert again.read.checked is first.read.checked
    assert again.planned is first.planned
    assert b"A word more." in again.made["journeys/buy/index.html"].body


def test_a_journey_that_goes_with_what_the_others_rest_on_is_told() -> None:
    owned = {"content/channels/website.md": "---\nname: Website\nowner: Them\n---\n"}
    first = build(snapshot({**FILES, **owned}))
    left = {path: text for path, text in FILES.items() if path != "content/journeys/repair.md"}
    again = build(snapshot(left), first)
    assert again.read.analyses.anew >= {"repair"}
    assert bodies(again) == bodies(build(snapshot(left)))


def test_a_file_that_could_not_be_read_and_then_is_empty_is_read() -> None:
    path = "content/journeys/repair.md"
    rest = snapshot({name: text for name, text in FILES.items() if name != path})
    unread = build(replace(rest, unread=(finding("files/not-utf-8", Place(path), offset="11"),)))
    empty = snapshot(FILES | {path: ""})
    again = build(empty, unread)
    assert "files/not-utf-8" in {found.rule for found in unread.said}
    assert again.said == build(empty).said


def test_an_edited_step_renders_only_pages_that_show_it() -> None:
    first = build(snapshot(FILES))
    edited = FILES | {"content/journeys/buy.md": FILES["content/journeys/buy.md"].replace("Looks", "Browses")}
    again = build(snapshot(edited), first)
    changed = {a for a, body in bodies(again).items() if bodies(first).get(a) != body}
    assert "journeys/buy/index.html" in changed
    assert "journeys/repair/index.html" not in changed
    assert again.rendered == len(changed)


def test_an_edited_template_renders_every_page_again() -> None:
    first = build(snapshot(FILES))
    base = THEME.templates["base.html"].replace("</footer>", "<p>New</p></footer>")
    theme = replace(THEME, templates={**THEME.templates, "base.html": base})
    again = build(replace(snapshot(FILES), theme=theme), first)
    assert again.rendered == again.pages - 1, "all but the words of the search"
    assert all(b"<p>New</p>" in page.body for address, page in again.made.items() if address.endswith(".html"))


def test_an_edited_template_renders_only_pages_that_use_it() -> None:
    first = build(snapshot(FILES))
    theme = replace(THEME, templates={**THEME.templates, "persona.html": THEME.templates["persona.html"] + "<!-- -->"})
    again = build(replace(snapshot(FILES), theme=theme), first)
    assert again.rendered == 2
    assert bodies(again) == bodies(build(replace(snapshot(FILES), theme=theme)))


def test_a_page_is_made_when_it_is_asked_for() -> None:
    made = prepare(snapshot(FILES))
    assert made.rendered == 0
    whole, drawing = build(snapshot(FILES)), "journeys/buy/diagram-journey.svg"
    assert whole.file(drawing)
    assert made.file(drawing) == whole.file(drawing)
    assert list(made.shelf.made) == ["journeys/buy/index.html"]
    assert made.file("journeys/repair/index.html") == whole.file("journeys/repair/index.html")
    assert made.file("nowhere/index.html") is None


def test_a_page_is_not_looked_at_again_when_nothing_it_read_has_changed() -> None:
    first = build(snapshot(FILES))
    edited = FILES | {"content/journeys/buy.md": FILES["content/journeys/buy.md"].replace("Looks", "Browses")}
    again = prepare(snapshot(edited), first)
    assert "journeys/buy/index.html" in again.shelf.open
    assert "404.html" not in again.shelf.open


def test_a_broken_template_is_a_finding_and_keeps_the_last_page() -> None:
    first = build(snapshot(FILES))
    theme = replace(THEME, templates={**THEME.templates, "persona.html": "{% if %}"})
    again = build(replace(snapshot(FILES), theme=theme), first)
    assert [found.rule for found in again.findings] == ["content/template-fault"]
    assert again.findings[0].place.path == "themes/cartouche/templates/persona.html"


def test_a_page_kept_while_its_template_was_broken_is_not_kept_when_it_is_mended() -> None:
    first = build(snapshot(FILES))
    broken = replace(THEME, templates={**THEME.templates, "base.html": THEME.templates["base.html"] + "{{ page.x }}"})
    during = build(replace(snapshot(FILES), theme=broken), first)
    edited = FILES | {"content/journeys/buy.md": FILES["content/journeys/buy.md"].replace("Looks", "Browses")}
    during = build(replace(snapshot(edited), theme=broken), during)
    mended = build(snapshot(edited), during)
    assert b"Browses" in bodies(mended)["journeys/buy/index.html"]
    assert bodies(mended) == bodies(build(snapshot(edited)))
    assert mended.rendered < mended.pages


def test_when_all_is_gone_nothing_of_it_can_be_found() -> None:
    text = FILES["content/journeys/buy.md"].replace("feeling: 4}", "feeling: 4, opportunities: [{title: Be quick}]}")
    first = build(snapshot({"content/journeys/buy.md": text}))
    assert b"Be quick" in first.data["atlas.json"]
    assert build(snapshot({}), first).data == build(snapshot({})).data


def test_when_all_journeys_are_gone_no_tag_has_any() -> None:
    text = FILES["content/journeys/buy.md"].replace("owner: Me\n", "owner: Me\ntags: [home]\n")
    made = build(snapshot({"content/journeys/buy.md": text}))
    made = build(snapshot({"content/personas/nora.md": "---\nname: Nora\n---\n"}), made)
    home = {
        "content/index.md": "---\ntags: [home]\n---\n# Home\n",
        "content/personas/nora.md": "---\nname: Nora\n---\n",
    }
    assert bodies(build(snapshot(home), made)) == bodies(build(snapshot(home)))


words = st.sampled_from(["Looks", "Calls", "Opens it", "Écrit : non", "😀"])
kinds = st.sampled_from(["change", "delete", "break", "restore"])
edits = st.lists(st.tuples(st.sampled_from(sorted(FILES)), kinds, words), max_size=6)


@settings(max_examples=25, deadline=None)
@given(edits)
def test_any_history_gives_the_bytes_of_a_clean_build(history: list[tuple[str, str, str]]) -> None:
    files, made = dict(FILES), build(snapshot(FILES))
    for path, kind, word in history:
        if kind == "delete":
            files.pop(path, None)
        elif kind == "break":
            files[path] = f"---\ntitle: {word}: x\n---\n"
        elif kind == "restore":
            files[path] = FILES[path]
        else:
            files[path] = journey(word, word, random.Random(word).choice(["website", "shop"]), "claire")
        made = build(snapshot(files), made)
    clean = build(snapshot(files))
    assert bodies(made) == bodies(clean)
    assert made.findings == clean.findings


def test_a_machine_that_cannot_draw_says_so_once_and_shows_sources(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_engine", lambda: None)
    made = build(snapshot(FILES))
    assert [found.rule for found in made.findings] == ["content/no-drawing"]
    page = made.made["journeys/buy/index.html"].body.decode()
    assert "<code>journey" in page
    assert "diagram-scroll" not in page


def test_diagrams_may_be_left_as_source() -> None:
    made = build(snapshot(FILES | {"parcours.yml": "site_name: Small\ndiagrams: source\n"}))
    assert made.findings == ()
    assert "diagram-scroll" not in made.made["journeys/buy/index.html"].body.decode()


def test_date_and_version_are_printed_only_when_asked_for() -> None:
    stamped = replace(snapshot(FILES | {"parcours.yml": "stamp: true\n"}), stamp="2026-11-23 · Parcours")
    plain = replace(snapshot(FILES), stamp="2026-11-23 · Parcours")
    told = [address for address, body in bodies(build(stamped)).items() if "2026-11-23 · Parcours" in body.decode()]
    assert len(told) == build(plain).pages - 1
    assert not any("2026-11-23 · Parcours" in body.decode() for body in bodies(build(plain)).values())


def looked_at(edited: dict[str, str]) -> set[str]:
    """The pages that are looked at again after an edit of the small site."""
    return set(prepare(snapshot(FILES | edited), build(snapshot(FILES))).shelf.open)


def test_a_word_of_a_story_is_seen_by_no_page_that_does_not_show_it() -> None:
    told = {"content/journeys/buy.md": FILES["content/journeys/buy.md"] + "One more word.\n"}
    assert looked_at(told) == {"journeys/buy/index.html", "print/index.html"}


def test_what_a_step_feels_like_is_seen_where_it_is_shown() -> None:
    felt = {"content/journeys/buy.md": FILES["content/journeys/buy.md"].replace("feeling: 3", "feeling: 2")}
    seen = looked_at(felt)
    assert {"journeys/buy/index.html", "index.html", "evidence/notes/index.html"} <= seen
    assert not {"reviews/index.html", "state/index.html", "channels/index.html", "personas/index.html"} & seen


def test_a_word_about_a_persona_is_seen_on_its_page_alone() -> None:
    told = {"content/personas/claire.md": FILES["content/personas/claire.md"] + "One more word.\n"}
    assert looked_at(told) == {"personas/claire/index.html"}


def test_what_is_seen_at_a_glance_and_of_the_atlas_is_called_differently() -> None:
    assert not {one.name for one in fields(Glances)} & {one.name for one in fields(Atlas)}
