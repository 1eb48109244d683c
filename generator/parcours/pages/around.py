"""All journeys of a persona, segment, channel, owner or tag on its page, aligned by phase: 360°."""

from __future__ import annotations

from parcours.analyse.around import ROWS, InPhase, Totals, totals, whose
from parcours.link.atlas import Ref
from parcours.model.kinds import Kind
from parcours.pages.analysis_parts import score_view
from parcours.pages.around_view import AroundCell, AroundRow, AroundView
from parcours.pages.here import Here

MOST_JOURNEYS = 60
"""Journeys that are shown; the totals are of all."""


def around_view(here: Here, ref: Ref, members: tuple[str, ...]) -> AroundView | None:
    """The journeys of a thing side by side; None where none has a step."""
    part = whose(ref)
    found = ((id_, here.glances.aligned.get((id_, part), ())) for id_ in members[:MOST_JOURNEYS])
    shown = [(id_, phases) for id_, phases in found if phases]
    if not shown:
        return None
    current = (here.glances.portions.get((id_, part)) for id_ in members)
    together = totals([one for one in current if one is not None])
    used = {phase.phase for _, phases in shown for phase in phases} | {key for key, _, _ in together.phases}
    rows = tuple(key for key in ROWS if key in used)
    return AroundView(
        rows,
        tuple(_row(here, id_, phases, rows) for id_, phases in shown),
        _totals(here, together, rows),
        _figures(here, together),
        score_view(here, together.mean),
        max(0, len(members) - MOST_JOURNEYS),
    )


def _row(here: Here, id_: str, phases: tuple[InPhase, ...], rows: tuple[str, ...]) -> AroundRow:
    by_phase = {phase.phase: phase for phase in phases}
    cells = tuple(_cell(here, by_phase[key]) if key in by_phase else AroundCell() for key in rows)
    return AroundRow(here.to(Ref(Kind.JOURNEY, id_)), here.glances.heads[id_].state, cells)


def _cell(here: Here, one: InPhase) -> AroundCell:
    return AroundCell(score_view(here, one.mean), one.scores, len(one.scores), one.guessed and bool(one.phase))


def _totals(here: Here, together: Totals, rows: tuple[str, ...]) -> tuple[AroundCell, ...]:
    by_phase = {key: AroundCell(score_view(here, mean), steps=steps) for key, steps, mean in together.phases}
    return tuple(by_phase.get(key, AroundCell()) for key in rows)


def _figures(here: Here, together: Totals) -> tuple[tuple[str, str], ...]:
    counted = ("journeys", "steps", "touchpoints", "moments", "pains")
    return tuple((key, here.figure(float(getattr(together, key)))) for key in counted)
