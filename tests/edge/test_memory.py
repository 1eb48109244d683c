"""What is remembered between runs is as it was written, or nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcours.edge.memory import FOLDER, recalled, remember
from parcours.edge.raster import Cards

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"><rect width="4" height="2" fill="#123456"/></svg>'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("memory")


@given(st.integers(0, 200), st.sampled_from(b"x0 }\xff"))
def test_a_letter_that_is_another_makes_it_nothing(folder: Path, at: int, letter: int) -> None:
    value = {"output": "site", "said": ["é", 3]}
    remember(folder, "one.json", value)
    file = folder / FOLDER / "one.json"
    data = bytearray(file.read_bytes())
    same = data[at % len(data)] == letter
    data[at % len(data)] = letter
    file.write_bytes(data)
    assert recalled(folder, "one.json") in ([value] if same else [None, value] if at % len(data) < 9 else [None])


def test_a_card_that_was_cut_is_drawn_again(tmp_path: Path) -> None:
    cards = Cards(tmp_path)
    whole = cards.png(SVG)
    (kept,) = (tmp_path / FOLDER / "cards").iterdir()
    data = kept.read_bytes()
    for damage in (data[: len(data) // 2], b"", b"\n", data[:-1] + b"x", b"\xff" + data):
        kept.write_bytes(damage)
        assert cards.png(SVG) == whole
        assert kept.read_bytes() == data
    assert Cards(tmp_path).png(SVG) == whole
