"""Cards of pages: what does not fit is cut, nothing leaves the card."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from parcours.draw.card import HEIGHT, WIDTH, Card, CardLine, CardPerson, draw_card
from parcours.draw.palette import Palette
from parcours.draw.text_width import width
from tests.draw.wellformed import parsed

PALETTE = Palette({"ink": "#111111"})
TEXTS = st.text(max_size=120) | st.text("mWé &<", max_size=400)
SCORES = st.lists(st.none() | st.floats(-3, 9), max_size=30).map(tuple)


@given(TEXTS, TEXTS, st.lists(SCORES, max_size=3), st.lists(TEXTS, max_size=6))
def test_a_card_holds_what_it_shows(title: str, text: str, scores: list[tuple[float, ...]], names: list[str]) -> None:
    lines = tuple(CardLine(n, told) for n, told in enumerate(scores))
    people = tuple(CardPerson(name, n, name) for n, name in enumerate(names))
    root = parsed(draw_card(Card(title, title, text, lines, people, title), PALETTE))
    for one in root.iter("{http://www.w3.org/2000/svg}text"):
        x, y, size = (float(one.get(key, "")) for key in ("x", "y", "font-size"))
        bold, end = one.get("font-weight") == "700", one.get("text-anchor", "start")
        rows = [child.text or "" for child in one] or [one.text or ""]
        last = y + sum(float(child.get("dy", "0")) for child in one)
        wide = max(width(row, size, bold=bold) for row in rows)
        left = {"start": x, "middle": x - wide / 2, "end": x - wide}[end]
        assert 0 <= left <= left + wide <= WIDTH or end == "middle"
        assert 0 < y <= last < HEIGHT


def test_a_long_title_ends_in_an_ellipsis() -> None:
    assert "…" in draw_card(Card("", "mot " * 200), PALETTE)
    assert "…" not in draw_card(Card("", "Acheter un billet"), PALETTE)
