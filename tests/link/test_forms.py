"""Short forms are made once for each value, whichever build asks."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from parcours.link.forms import Forms, Pieces

MAPPINGS = st.dictionaries(st.sampled_from("abcd"), st.lists(st.integers(0, 3), max_size=3).map(tuple))


def longest(value: tuple[int, ...]) -> int:
    return len(value)


def places(value: tuple[int, ...]) -> Mapping[int, int]:
    return dict(enumerate(value))


@given(st.lists(MAPPINGS, min_size=1, max_size=5), st.data())
def test_forms_are_those_of_their_own_values(states: list[dict[str, tuple[int, ...]]], data: st.DataObject) -> None:
    forms = [Forms("them", states[0], longest)]
    pieces = [Pieces("them", states[0], places)]
    for state in states[1:]:
        forms.append(Forms("them", state, longest, forms[-1]))
        pieces.append(Pieces("them", state, places, pieces[-1]))
    for _ in range(5):
        n = data.draw(st.integers(0, len(states) - 1))
        assert dict(forms[n]) == {key: longest(value) for key, value in states[n].items()}
        assert dict(pieces[n]) == {(k, at): one for k, value in states[n].items() for at, one in enumerate(value)}


@given(MAPPINGS, MAPPINGS)
def test_keys_are_told_whose_forms_are_others(old: dict[str, tuple[int, ...]], new: dict[str, tuple[int, ...]]) -> None:
    before, anew = Forms("them", old, longest), {key for key in {*old, *new} if old.get(key) != new.get(key)}
    after = Forms("them", new, longest, before)
    told = {key for key in {*old, *new} if before.get(key) != after.get(key)}
    assert after.changed(before, anew) == told


def test_a_form_is_made_once() -> None:
    made: list[str] = []

    def form(value: str) -> str:
        made.append(value)
        return value.upper()

    first = Forms("them", {"a": "x", "b": "y"}, form)
    second = Forms("them", {"a": first.whole["a"], "b": "z"}, form, first)
    assert [*first.values(), *second.values(), second["a"]] == ["X", "Y", "X", "Z", "X"]
    assert made == ["x", "y", "z"]


def test_what_is_gone_is_let_go() -> None:
    forms: Forms[str, int] = Forms("them", {}, longest)
    for number in range(50):
        forms = Forms("them", {f"{number}": ()}, longest, forms)
        assert forms[f"{number}"] == 0
    assert len(forms.made) < 5
