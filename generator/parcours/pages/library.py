"""The page of evidence and assumptions: what rests on what, and on what nothing rests."""

from __future__ import annotations

from typing import NamedTuple

from parcours.analyse.analyses import Analyses
from parcours.analyse.claims import Assumption, Resting, Shares
from parcours.analyse.table import Table
from parcours.link.atlas import Atlas, Ref
from parcours.model.evidence import Evidence
from parcours.model.kinds import Kind
from parcours.pages.analysis_parts import analysis_frame
from parcours.pages.analysis_view import AnalysisHead, Told
from parcours.pages.figure_table import (
    MOST_ROWS,
    CellView,
    FigurePage,
    RowView,
    SharesView,
    cell,
    figure_cell,
    linked,
    steps_cell,
    table_view,
)
from parcours.pages.figures import day, percent
from parcours.pages.here import Here
from parcours.pages.views import Page

KEY = "evidence"

HEAVIEST = 10
"""Assumptions on the page: those that carry most."""

MOST_MAPS = 100
"""Maps whose shares are drawn."""

PARTS = ("evidence", "verbatim", "metric", "assumed")


def speaks(_: Atlas, analyses: Analyses) -> bool:
    """Whether anything is claimed, assumed or proven."""
    practice = analyses.practice
    return bool(practice.library or practice.assumptions or practice.shares.claims)


class Proof(NamedTuple):
    """What rests on what: each piece of evidence, all assumptions, and the shares of each map that claims anything."""

    library: tuple[Resting, ...]
    assumptions: tuple[Assumption, ...]
    shares: tuple[tuple[str, Shares], ...]


def given(analyses: Analyses) -> Proof:
    """What the page is made from."""
    practice = analyses.practice
    shares = ((id_, part.claims.shares) for id_, part in practice.parts.items())
    return Proof(practice.library, practice.assumptions, tuple(one for one in shares if one[1].claims))


def library_page(here: Here, proof: Proof) -> Page:
    """The page: what carries most without proof first."""
    heavy, maps = proof.assumptions[:HEAVIEST], dict(proof.shares)
    library = sorted(proof.library, key=lambda one: (-one.claims, one.evidence))
    data = (_assumption_data(proof.assumptions), _library_data(proof.library), _shares_data(maps))
    head = AnalysisHead(KEY, result(here, proof), tuple(table.name for table in data))
    drawn = sorted(maps, key=lambda id_: (-maps[id_].assumed / maps[id_].claims, id_))[:MOST_MAPS]
    tables = (
        table_view(
            f"analysis.{KEY}.assumptions",
            ("assumption", "weight", "steps"),
            (_assumption(here, one) for one in heavy),
            len(heavy),
        ),
        table_view(
            f"analysis.{KEY}.library",
            ("evidence", "kind", "date", "sample", "claims", "journeys"),
            (_resting(here, one) for one in library[:MOST_ROWS]),
            len(library),
        ),
    )
    shares = tuple(_shares(here, id_, maps[id_]) for id_ in drawn)
    view = FigurePage(analysis_frame(here, KEY), head, tuple(t for t in tables if t.rows), shares=shares)
    return Page(here.address, "analysis-evidence.html", view, data)


def result(here: Here, proof: Proof) -> Told:
    """Which share of all claims is assumed."""
    total = sum((shares for _, shares in proof.shares), Shares())
    assumed = percent(total.assumed / total.claims if total.claims else None, here.language)
    return Told(f"analysis.{KEY}.result", (("share", assumed), ("claims", here.figure(float(total.claims)))))


def _assumption(here: Here, one: Assumption) -> RowView:
    personas = tuple(here.to(Ref(Kind.PERSONA, id_)) for id_ in one.personas)
    where = steps_cell(here, one.at)
    return RowView(
        (
            cell(one.text),
            figure_cell(here, float(one.weight)),
            CellView(links=personas, steps=where.steps, more=where.more),
        )
    )


def _resting(here: Here, one: Resting) -> RowView:
    record = here.atlas.things[one.evidence].record
    evidence = record if isinstance(record, Evidence) else Evidence()
    journeys = tuple(here.to(Ref(Kind.JOURNEY, id_)) for id_ in one.journeys[:MOST_MAPS])
    unused = "" if one.claims else f"analysis.{KEY}.unused"
    return RowView(
        (
            linked(here.to(one.evidence)),
            cell(evidence.kind),
            cell(day(evidence.date, here.language)),
            cell(evidence.sample),
            CellView(here.figure(float(one.claims)), unused, tone="quiet" if unused else "", number=True),
            CellView(links=journeys),
        )
    )


def _shares(here: Here, id_: str, shares: Shares) -> SharesView:
    counts = (shares.evidence, shares.verbatim, shares.metric, shares.assumed)
    parts = tuple(
        (key, round(count / shares.claims, 4), percent(count / shares.claims, here.language))
        for key, count in zip(PARTS, counts, strict=True)
    )
    return SharesView(here.to(Ref(Kind.JOURNEY, id_)), parts, shares.claims)


def _assumption_data(assumptions: tuple[Assumption, ...]) -> Table:
    rows = tuple(
        (one.text, one.weight, "; ".join(f"{at.journey}#{at.step}" for at in one.at), "; ".join(one.personas))
        for one in assumptions
    )
    return Table("assumptions", ("assumption", "weight", "steps", "personas"), rows)


def _library_data(library: tuple[Resting, ...]) -> Table:
    rows = tuple((one.evidence.id, one.claims, "; ".join(one.journeys)) for one in library)
    return Table("library", ("evidence", "claims", "journeys"), rows)


def _shares_data(maps: dict[str, Shares]) -> Table:
    rows = tuple(
        (id_, shares.claims, shares.evidence, shares.verbatim, shares.metric, shares.assumed)
        for id_, shares in maps.items()
    )
    return Table("shares", ("journey", "claims", *PARTS), rows)
