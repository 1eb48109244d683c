"""A project's own theme files lie over the shipped ones; only what changed on disk is read again."""

from pathlib import Path

import pytest

from parcours.build.build import build
from parcours.edge.project import Project
from parcours.edge.theme_folder import theme_names


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "content" / "personas").mkdir(parents=True)
    (tmp_path / "content" / "personas" / "claire.md").write_text("---\nname: Claire\n---\n")
    return tmp_path


def test_templates_words_and_styles_are_laid_over_the_shipped_ones(project: Path) -> None:
    own = project / "themes" / "cartouche"
    for folder in ("templates", "static", "locales"):
        (own / folder).mkdir(parents=True)
    (own / "templates" / "missing.html").write_text(
        "{% extends 'base.html' %}{% block main %}<h1>Lost</h1>{% endblock %}"
    )
    (own / "static" / "tokens.css").write_text(":root { --accent: #123456; }")
    (own / "locales" / "en.toml").write_text('[page]\nmade_with = "Made by us"\n')
    made = build(Project(project).read())
    assert made.findings == () or all(found.severity.value == "advice" for found in made.findings)
    assert b"<h1>Lost</h1>" in made.made["404.html"].body
    assert made.static["theme/tokens.css"] == b":root{--accent:#123456}"
    assert made.static["theme/map.css"]
    home = made.made["index.html"].body
    assert b"Made by us" in home
    assert b"Skip to the content" in home


def test_a_template_says_only_what_differs_from_the_one_below(project: Path) -> None:
    own = project / "themes" / "cartouche" / "templates"
    own.mkdir(parents=True)
    (own / "base.html").write_text(
        "{% extends 'cartouche/base.html' %}{% block colophon %}<footer>Ours</footer>{% endblock %}"
    )
    home = build(Project(project).read()).made["index.html"].body
    assert b"<footer>Ours</footer>" in home
    assert b'class="masthead"' in home


def test_a_changed_style_is_seen_by_the_next_build(project: Path) -> None:
    style = project / "themes" / "cartouche" / "static" / "own.css"
    style.parent.mkdir(parents=True)
    style.write_text("a { color: red }")
    reader = Project(project)
    first = build(reader.read())
    style.write_text("a { color: blue }")
    again = build(reader.read(), first)
    assert again.static["theme/own.css"] == b"a{color:blue}"
    assert again.rendered == 0


def test_a_theme_of_its_own_stands_on_the_shipped_one(project: Path) -> None:
    (project / "themes" / "plain").mkdir(parents=True)
    (project / "themes" / "plain" / "theme.toml").write_text('name = "plain"\n')
    (project / "parcours.yml").write_text("theme: plain\n")
    assert theme_names(project) == ("cartouche", "plain", "relief")
    made = build(Project(project).read())
    assert all(found.rule != "content/unknown-theme" for found in made.findings)
    assert b"<main" in made.made["index.html"].body


def test_an_unknown_theme_is_a_finding_and_the_shipped_one_serves(project: Path) -> None:
    (project / "parcours.yml").write_text("theme: cartuche\n")
    made = build(Project(project).read())
    found = next(found for found in made.findings if found.rule == "content/unknown-theme")
    assert (found.suggestion, found.place.line, found.place.column) == ("cartouche", 1, 8)
    assert b"<main" in made.made["index.html"].body


def test_only_changed_files_are_read_again(project: Path) -> None:
    reading = Project(project)
    first = reading.read()
    second = reading.read()
    path = "content/personas/claire.md"
    assert second.sources[path] is first.sources[path]
    (project / path).write_text("---\nname: Clara Dubois\n---\n")
    assert reading.read().sources[path] is not first.sources[path]


def test_a_folder_with_one_journey_and_no_settings_is_a_site(tmp_path: Path) -> None:
    (tmp_path / "content" / "journeys").mkdir(parents=True)
    (tmp_path / "content" / "journeys" / "buy.md").write_text(
        "---\nstages: [{name: One, steps: [{action: Buys}]}]\n---\n"
    )
    made = build(Project(tmp_path).read())
    assert b"Buys" in made.made["journeys/buy/index.html"].body
