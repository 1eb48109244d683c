"""Words read as figures: how often, how many answers; texts that are alike; tables as data."""

from __future__ import annotations

import csv
import io
import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.fuzz import token_sort_ratio

from parcours.analyse.likeness import alike
from parcours.analyse.metrics import key_of, sample_of
from parcours.analyse.rhythm import MONTH, by_month, days_of, interval_of, most_within
from parcours.analyse.table import Table, as_csv, as_json
from parcours.draw.charts import Bubble, matrix, shares, trend
from parcours.draw.mermaid_chart import Arrow, Point, graph_script, quadrant_script
from parcours.link.atlas import Ref
from parcours.model.kinds import Kind
from tests.draw.wellformed import parsed


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("every six months", 6 * MONTH),
        ("Once a month", MONTH),
        ("twice a year", 6 * MONTH),
        ("3 times per quarter", MONTH),
        ("tous les trois mois", 3 * MONTH),
        ("deux fois par an", 6 * MONTH),
        ("chaque semaine", Fraction(7)),
        ("mensuelle", MONTH),
        ("weekly, on Mondays", Fraction(7)),
        ("once per purchase", None),
        ("à chaque achat", None),
        ("after every delivery", None),
        ("", None),
    ],
)
def test_how_often(words: str, days: Fraction | None) -> None:
    assert interval_of(words) == days


def test_how_often_at_most_in_a_period() -> None:
    assert most_within(MONTH, days_of("3 months") or Fraction(0)) == 3
    assert most_within(MONTH, days_of("90 days") or Fraction(0)) == 3
    assert most_within(6 * MONTH, days_of("90 days") or Fraction(0)) == 1
    assert days_of("a while") is None
    assert by_month(6 * MONTH) == (1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0)
    assert sum(by_month(Fraction(7))) == 53


@pytest.mark.parametrize(
    ("text", "sample"),
    [
        ("462", 462),
        ("12 customers", 12),
        ("8 200", 8200),
        ("1,200 answers", 1200),
        ("6–8", 6),
        ("many", None),
        ("", None),
    ],
)
def test_how_many_answers(text: str, sample: int | None) -> None:
    assert sample_of(text) == sample


def test_a_metric_is_one_in_both_languages() -> None:
    assert key_of("Taux de conversion") == key_of("conversion rate") == "conversion"
    assert key_of("Temps d’attente") == "waiting-time"
    assert key_of("Rings") == "rings"


def ref(n: int) -> Ref:
    return Ref(Kind.OPPORTUNITY, f"o{n:05}")


def test_texts_that_are_alike() -> None:
    texts = ["Show the full price", "Show full price", "Price shown in full", "Call back", "Phase 1", "Phase 2"]
    assert list(alike({ref(n): text for n, text in enumerate(texts)})) == [(ref(0), ref(1)), (ref(1), ref(2))]


def test_many_texts_are_not_compared_each_with_each(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def counted(*texts: str, score_cutoff: float) -> float:
        nonlocal compared
        compared += 1
        return token_sort_ratio(*texts, score_cutoff=score_cutoff)

    monkeypatch.setattr("parcours.analyse.likeness.token_sort_ratio", counted)
    words = "queue door ticket price map guide hall picture shop train".split()
    many = {ref(n): f"{words[n % 10]} {words[n // 10 % 10]} {words[n // 100 % 10]} number {n}" for n in range(1000)}
    list(alike(many))
    assert compared < 40_000  # each with each would be half a million


@given(st.lists(st.tuples(st.text(max_size=8), st.one_of(st.none(), st.integers(), st.booleans())), max_size=5))
def test_tables_are_read_back_as_they_were(rows: list[tuple[str, int | bool | None]]) -> None:
    table = Table("t", ("text", "value"), tuple(rows))
    assert [(row["text"], row["value"]) for row in json.loads(as_json(table))] == [
        (text.encode("utf-8", "replace").decode(), value) for text, value in rows
    ]
    laid_out = json.dumps([{"text": text, "value": value} for text, value in rows], ensure_ascii=False, indent=1)
    assert as_json(table) == f"{laid_out}\n".encode("utf-8", "replace")
    read = list(csv.reader(io.StringIO(as_csv(table).decode("utf-8-sig"), newline="")))
    assert read[0] == ["text", "value"]
    assert len(read) == len(rows) + 1


def test_a_spreadsheet_takes_no_text_for_a_formula() -> None:
    table = Table("t", ("a", "b"), (("=HYPERLINK(1)", -2.0), ("@x", 1.5)))
    assert as_csv(table).decode("utf-8-sig") == "a,b\r\n'=HYPERLINK(1),-2\r\n'@x,1.5\r\n"


def test_charts_are_whole_and_named() -> None:
    bubble = Bubble(1, 5, "1, 2", 2, 'Two "quick" ones', "#a")
    drawn = (
        trend(((0, 12.0), (31, 14.0), (59, 13.0)), 30.0, "NPS: 12 → 13"),
        trend(((0, 4.0), (0, 4.0)), None, "the <same> day & figure"),
        matrix((bubble,), "Matrix", "Effort", "Impact", ("a", "b", "c", "d")),
        shares((("evidence", 0.25), ("assumed", 0.75)), "Evidence 25%"),
    )
    for svg in drawn:
        parsed(svg)
        assert 'aria-label="' in svg
        assert "style=" not in svg


def test_mermaid_sources() -> None:
    chart = quadrant_script(
        "Impact", ("little", "much"), ("little", "much"), ("a", "b", "c", "d"), (Point('Say "yes"; #1', 1, 5),)
    )
    assert '"Say ”yes”; #1": [0.05, 0.95]' in chart
    graph = graph_script("Teams", (("E-commerce", "../a/index.html"), ("end", "")), (Arrow(0, 1, "2"),))
    assert 'n0 -->|"2"| n1' in graph
    assert 'click n0 "../a/index.html"' in graph
    assert "click n1" not in graph
