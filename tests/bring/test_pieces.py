"""The pieces readers are made of: scores, tasks, lanes, cells, ids, front matter."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parcours.bring.actors import actor_kind
from parcours.bring.choose import FORMATS
from parcours.bring.naming import free, id_of
from parcours.bring.scores import guess_scale, placed, read_score
from parcours.bring.table.cell_text import pieces, plain, unnumbered
from parcours.bring.table.lane_words import LANE_WORDS
from parcours.bring.table.lanes import field_of
from parcours.bring.task import read_task
from parcours.bring.yaml_text import front_matter
from parcours.cli import import_
from parcours.model.settings import Scale
from parcours.parse.document import Role
from parcours.parse.yaml_reader import read_yaml
from parcours.source.address import slug


@pytest.mark.parametrize(
    ("written", "on_five"),
    [
        ("3", 3), ("3,5", 3.5), ("3.5", 3.5), ("2-3", 2.5), ("2 to 4", 3), ("2–3", 2.5), ("2..3", 2.5), ("4/5", 4),
        ("7/10", 3.5), ("0/10", 1), ("80%", 4), ("80 %", 4), ("★★★☆☆", 3), ("⭐⭐⭐⭐", 4), ("😡", 1), ("☹️", 2),
        ("👍🏽", 4), ("4 (later)", 4), ("5", 5), ("+2", 2),
    ],
)  # fmt: skip
def test_a_score_is_read(written: str, on_five: float) -> None:
    score = read_score(written)
    assert score is not None
    assert placed(score, guess_scale([score]), Scale())[0] == on_five


@pytest.mark.parametrize("written", ["x", "", "good", "3 apples", "6/5", "-", "n/a", "🦄", "1/1", "3-x"])
def test_what_is_no_score_is_none(written: str) -> None:
    assert read_score(written) is None


@pytest.mark.parametrize(
    ("values", "scale"),
    [
        (["1", "5"], "1..5"), (["0", "5"], "0..5"), (["2", "8"], "1..10"), (["0", "8"], "0..10"),
        (["15", "80"], "0..100"),
        (["-2", "1"], "-2..2"), (["-4", "1"], "-5..5"), (["250"], "None"),
    ],
)  # fmt: skip
def test_a_scale_is_guessed_from_the_largest_and_the_smallest(values: list[str], scale: str) -> None:
    assert str(guess_scale([score for value in values if (score := read_score(value))])) == scale


@given(st.floats(-100, 100), st.integers(-10, 4), st.integers(1, 10))
@settings(deadline=None)
def test_a_placed_score_is_always_on_the_scale_of_the_site(value: float, worst: int, span: int) -> None:
    site = Scale(worst=worst, best=worst + span)
    score = read_score(f"{value:.2f}")
    assert score is not None
    found, _ = placed(score, guess_scale([score]), site)
    assert found is None or site.holds(found)


@pytest.mark.parametrize(
    ("line", "action", "written", "actors", "odd"),
    [
        ("Make tea: 5: Me", "Make tea", "5", "Me", ""),
        ("Make tea:5:Me", "Make tea", "5", "Me", ""),
        ("Make tea： 5： Me", "Make tea", "5", "Me", ""),
        ("Wakes at 9:30: 3: Me", "Wakes at 9:30", "3", "Me", "colons"),
        ("Meets at 12:30:3:Me", "Meets at 12:30", "3", "Me", "colons"),
        ("Opens https://a.example/x: 4: Me", "Opens https://a.example/x", "4", "Me", "colons"),
        ("A: b: c: 4: Me", "A: b: c", "4", "Me", "colons"),
        ("Make tea: 5", "Make tea", "5", "", ""),
        ("Make tea: Me: 5", "Make tea", "5", "Me", "inverted"),
        ("5: Make tea: Me", "Make tea", "5", "Me", "inverted"),
        ("5: Make tea", "Make tea", "5", "", "inverted"),
        ("Make tea: x: Me", "Make tea", "x", "Me", "no-score"),
        ("Make tea: : Me", "Make tea", "", "Me", "no-score"),
        ("Make tea: 2: Me: and Ben", "Make tea", "2", "Me: and Ben", "colons"),
        ("Make tea", "Make tea", "", "", "bare"),
        ("Make tea: Me", "Make tea", "", "Me", "unsure"),
    ],
)
def test_a_task_is_cut_as_it_was_meant(line: str, action: str, written: str, actors: str, odd: str) -> None:
    task = read_task(line)
    assert (task.action, task.written, task.actors, task.odd) == (action, written, actors, odd)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Me", "persona"), ("Customer", "persona"), ("App user", "persona"), ("Utilisateur de l’appli", "persona"),
        ("Customer support", "team"), ("Service client", "team"), ("Équipe logistique", "team"), ("客服", "team"),
        ("Kundendienst", "team"), ("Поддержка", "team"), ("System", "system"), ("Support bot", "system"),
        ("Serveur", "system"), ("予約システム", "system"), ("Сайт", "system"), ("Support-Team", "team"),
    ],
)  # fmt: skip
def test_an_actor_is_taken_for_somebody(name: str, kind: str) -> None:
    assert actor_kind(name) == kind


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Customer actions", "action"), ("Actions du client", "action"), ("Acciones del cliente", "action"),
        ("Ações", "action"), ("Kundenaktionen", "action"), ("Azioni", "action"), ("Действия клиента", "action"),
        ("行動", "action"), ("用户行为", "action"), ("고객 행동", "action"), ("Pain Points", "pain_points"),
        ("Points de friction", "pain_points"), ("Puntos de dolor", "pain_points"), ("Dores", "pain_points"),
        ("Schmerzpunkte", "pain_points"), ("Punti dolenti", "pain_points"), ("Боли", "pain_points"),
        ("課題", "pain_points"), ("痛点", "pain_points"), ("페인포인트", "pain_points"),
        ("Emotions (1-5)", "feeling"),
        ("Thoughts / Feelings", "thinking"), ("Touch-points", "touchpoint"),
        ("The customer's journey stage", "stage"),
        ("Line of visibility", ""), ("KPI", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_lane_is_known_by_its_name(name: str, field: str) -> None:
    assert field_of(name) == field


def test_every_lane_is_known_in_every_script() -> None:
    scripts = {"latin": "a", "cyrillic": "а", "kana or han": "行", "hangul": "행"}
    for field, words in LANE_WORDS.items():
        found = {
            "cyrillic" if "\u0400" <= c <= "\u04ff" else "hangul" if "\uac00" <= c <= "\ud7a3" else
            "kana or han" if "\u3040" <= c <= "\u9fff" else "latin"
            for c in words if c.isalpha()
        }  # fmt: skip
        assert found == set(scripts), field


@pytest.mark.parametrize(
    ("cell", "listed"),
    [
        ("one, two and three", ("one, two and three",)), ("a<br>b<br/>c", ("a", "b", "c")),
        ("a; b；c", ("a", "b", "c")),
        ("・見る・買う", ("見る", "買う")), ("• a\n• b", ("a", "b")), ("- a\n- b", ("a", "b")),
        ("1. a\n2. b", ("a", "b")),
        ("well-known", ("well-known",)), ("-2", ("-2",)), ("-", ()), ("a – b", ("a – b",)), ("", ()),
    ],
)  # fmt: skip
def test_a_cell_lists_things_but_never_by_commas(cell: str, listed: tuple[str, ...]) -> None:
    assert pieces(plain(cell)) == listed


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("**bold** and _soft_ `code`", "bold and soft code"), (r"a \| b", "a | b"), ("AT&amp;T", "AT&T"),
        ("[t](http://x.example)", "t (http://x.example)"), ("<b>x</b> < 3", "x < 3"),
        ("snake_case_name", "snake_case_name"),
    ],
)  # fmt: skip
def test_a_cell_is_its_words(cell: str, text: str) -> None:
    assert plain(cell) == text


@pytest.mark.parametrize(
    ("name", "rest"),
    [
        ("Phase 2: Buy", "Buy"), ("1. Buy", "Buy"), ("2) Buy", "Buy"), ("1️⃣ Buy", "Buy"), ("③Buy", "Buy"),
        ("Étape 3 – Acheter", "Acheter"), ("第1阶段：找房", "找房"), ("단계 2: 구매", "구매"), ("Phase 1", "Phase 1"),
        ("3 weeks later", "3 weeks later"), ("Stage IV. Love", "Love"), ("Buy 2 get 1", "Buy 2 get 1"),
        ("24/7 help", "24/7 help"),
    ],
)  # fmt: skip
def test_a_name_without_its_number(name: str, rest: str) -> None:
    assert unnumbered(name) == rest


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Return a bike", "return-a-bike"), ("Louer un vélo", "louer-un-velo"), ("認知", "認知"), ("🐱", "cat-face"),
        ("README", "readme-2"), ("con", "con-2"), ("to", "to"), ("…", "horizontal-ellipsis"), ("", "journey"),
        ("\n\t", "journey"),
    ],
)  # fmt: skip
def test_an_id_for_any_name(name: str, id_: str) -> None:
    assert id_of(name, "journey") == id_


def test_no_persona_is_called_as_a_part_of_a_feeling() -> None:
    assert id_of("To", "persona") == "to-2"


@given(st.text(max_size=200))
@settings(deadline=None)
def test_every_id_is_one_of_the_format_and_fits_a_disk(name: str) -> None:
    id_ = id_of(name, "journey")
    assert slug(id_) == id_
    assert 0 < len(f"{id_}-99.md".encode()) <= 255
    assert Role(None, id_).id == id_


def test_a_taken_id_is_numbered() -> None:
    assert free("a", {"a", "a-2"}) == "a-3"


PLAIN = st.recursive(
    st.one_of(st.text(max_size=20), st.booleans(), st.integers(-9, 9), st.sampled_from([2.5, -0.5])),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4),
        st.dictionaries(st.text(min_size=1, max_size=8), inner, min_size=1, max_size=4),
    ),
    max_leaves=12,
)


def filled(value: object) -> object:
    """The value as front matter keeps it: what is empty is left out of mappings."""
    if isinstance(value, dict):
        return {k: filled(v) for k, v in value.items() if v not in ("", [], {})}
    if isinstance(value, list):
        return [filled(v) for v in value]
    return value


@given(st.dictionaries(st.sampled_from(["title", "stages", "steps", "lanes", "goal"]), PLAIN, min_size=1))
@settings(deadline=None)
def test_front_matter_reads_as_what_was_written(matter: dict[str, object]) -> None:
    kept = filled(filled(filled(filled(filled(matter)))))
    text = front_matter(kept).removeprefix("---\n").removesuffix("---\n")  # type: ignore[arg-type]
    table, findings = read_yaml(text, "a.md")
    assert findings == ()
    assert table.value == kept


def test_the_command_names_all_formats() -> None:
    assert import_.FORMATS == FORMATS
