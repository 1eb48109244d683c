"""A project's own templates end, whatever they say, and why is told; those that are right are not touched."""

import gc
import weakref
from pathlib import Path

import pytest

from parcours.build.build import Build, build
from parcours.edge.project import Project

PERSONAS = 20


def built(folder: Path, template: str) -> Build:
    for number in range(PERSONAS):
        file = folder / "content" / "personas" / f"person-{number}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\nname: Person {number}\n---\n")
    own = folder / "themes" / "cartouche" / "templates" / "persona.html"
    own.parent.mkdir(parents=True)
    own.write_text("{% extends 'base.html' %}\n{% block main %}\n" + template + "\n{% endblock %}\n")
    return build(Project(folder).read())


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{% for a in range(99999) %}{% for b in range(99999) %}{{ b }}{% endfor %}{% endfor %}", 3),
        ("{% set many = [1] %}\n{% for one in many %}{% set _ = many.append(one) %}{% endfor %}", 4),
        ("{% macro again() %}{{ again() }}{% endmacro %}\n\n{{ again() }}", 3),
        ("{{ 'x' * 999999999999 }}", 3),
        ("{{ 999999999999 * [1] }}", 3),
        ("{{ 9 ** (9 ** 9) }}", 3),
        ("{{ range(10 ** 30)|sum }}", 3),
        ("{{ [][5] }}", 3),
        ("{{ 1 / 0 }}", 3),
    ],
)
def test_what_does_not_end_is_ended_and_told(tmp_path: Path, template: str, line: int) -> None:
    made = built(tmp_path, template)
    found = [found for found in made.findings if found.rule == "content/template-fault"]
    assert [(one.place.path, one.place.line) for one in found] == [("themes/cartouche/templates/persona.html", line)]
    assert "index.html" in made.made
    assert "personas/person-1/index.html" not in made.made


def test_ordinary_loops_and_products_are_as_ever(tmp_path: Path) -> None:
    made = built(
        tmp_path,
        "{% for n in range(3) %}{{ loop.index }}/{{ loop.length }}{{ ' last' if loop.last }};{% else %}none{% endfor %}"
        "{% for n in [] %}x{% else %}none{% endfor %} {{ 6 * 7 }} {{ 2.5 * 20000000 }} {{ 'ab' * 2 }} {{ 2 ** 10 }}"
        "{% for key, value in {'a': 1}.items() if value %}{{ key }}{% endfor %}",
    )
    assert not [found for found in made.findings if found.severity == "error"]
    body = made.made["personas/person-1/index.html"].body
    assert b"1/3;2/3;3/3 last;none 42 50000000.0 abab 1024a" in body


def test_what_does_not_end_holds_on_to_no_earlier_build(tmp_path: Path) -> None:
    project = Project(tmp_path)
    made = built(tmp_path, "{% for a in range(99999) %}{% for b in range(99999) %}{{ b }}{% endfor %}{% endfor %}")
    earlier = [weakref.ref(made.shelf)]
    for number in range(3):
        (tmp_path / "content" / "personas" / "person-1.md").write_text(f"---\nname: Other {number}\n---\n")
        made = build(project.read(), made)
        earlier.append(weakref.ref(made.shelf))
    gc.collect()
    assert [shelf() for shelf in earlier[:-1]] == [None] * 3
