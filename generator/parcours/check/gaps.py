"""Advice about the gaps between devices, channels and services, as the analyses find them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from parcours.analyse.analyses import Analyses
from parcours.analyse.figures import Figures
from parcours.analyse.gaps import Gap, Side
from parcours.analyse.hierarchy import circles
from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedJourney, LinkedStep, Ref
from parcours.link.spot import place_of
from parcours.source.address import slug
from parcours.source.text import Place

RULES = {
    "device": "gap/device",
    "channel": "gap/channel",
    "handover": "gap/handover",
    "quality": "gap/quality",
    "preference": "gap/preference",
    "unowned": "gap/unowned",
    "dead_end": "gap/dead-end",
    "back_track": "gap/back-track",
}
"""The rule that tells each kind of gap."""

CHANGES = frozenset({"device", "channel", "handover"})
"""The kinds of gap that lie between two steps which follow each other."""


def slips_in(atlas: Atlas) -> frozenset[str]:
    """What is told as a slip of the hand: it is no change of channel."""
    return frozenset(found.value("slug") for found in atlas.findings if found.rule.startswith("refs/unknown-"))


def gaps(one: Figures, atlas: Atlas, slips: frozenset[str]) -> Iterator[Finding]:
    """Every gap of a journey, but those that only ``slips`` make."""
    if not one.gaps:
        return
    steps = {step.id: step for step in one.journey.steps}
    for gap in one.gaps:
        if not gap.assumed and (not slips or slips.isdisjoint(slug(_words(atlas, side)) for side in gap.change)):
            yield _told(atlas, gap, one.journey, steps)


def gaps_across(atlas: Atlas, analyses: Analyses) -> Iterator[Finding]:
    """The gaps that only show across journeys."""
    for gap in analyses.across:
        journey = atlas.journeys[gap.steps[0].journey]
        yield _told(atlas, gap, journey, {step.id: step for step in journey.steps})


def journey_circles(atlas: Atlas, analyses: Analyses) -> Iterator[Finding]:
    """Journeys that open themselves, at once or over others."""
    for circle in circles(analyses.openings):
        journey = atlas.journeys[circle[-1].at.journey]
        step = next(step for step in journey.steps if step.id == circle[-1].at.step)
        names = [atlas.journeys[one.at.journey].name for one in circle]
        path = " → ".join((*names, names[0]))
        yield finding("map/journey-circle", _at_journey(journey, step), journey=names[0], path=path)


def _at_journey(journey: LinkedJourney, step: LinkedStep) -> Place:
    """Where a step names the journey it opens."""
    stage = journey.stages[step.stage]
    inner = stage.steps.index(step)
    base = () if stage.own_file else ("stages", stage.index)
    return place_of(stage.front, (*base, "steps", inner, "journey"))


def overfull_shares(one: Figures, _atlas: Atlas, _slips: frozenset[str]) -> Iterator[Finding]:
    """Steps of whose ways on more is said than there are customers."""
    for index, total in one.sequences.over:
        step = one.journey.steps[index]
        yield finding("gap/shares", step.place, step=step.step.action or step.id, share=_percent(total))


def _told(atlas: Atlas, gap: Gap, journey: LinkedJourney, steps: Mapping[str, LinkedStep]) -> Finding:
    scale = atlas.settings.feeling_scale
    names = [_name(steps[at.step]) if at.step in steps else journey.name for at in gap.steps]
    sides = [_words(atlas, side) for side in gap.change]
    points = round(gap.points * (scale.best - scale.worst) / 4, 2)
    values: dict[str, str] = {"points": f"{points:g}", "share": _percent(gap.share)}
    match gap.kind:
        case "quality":
            values |= {"phase": sides[0].removeprefix("phase."), "channel": sides[1], "best": sides[2]}
        case "preference":
            values |= {"journey": journey.name, "persona": sides[0], "channels": ", ".join(sides[1:])}
        case "unowned":
            touchpoint = gap.change[0]
            id_ = touchpoint.id if isinstance(touchpoint, Ref) else touchpoint
            values |= {"touchpoint": sides[0], "owners": ", ".join(sides[1:]), "slug": id_}
        case "back_track":
            values |= {"step": names[0], "to": names[1]}
        case "dead_end":
            values |= {"step": names[0]}
        case _:
            values |= {"step": names[1], "before": sides[0], "after": sides[1]}
    return finding(RULES[gap.kind], _place(gap, journey, steps), suggestion="", related=(), **values)


def _place(gap: Gap, journey: LinkedJourney, steps: Mapping[str, LinkedStep]) -> Place:
    """Where a change arrives, else where what is told of stands; what is of a whole journey, at its title."""
    at = gap.steps[-1 if gap.kind in CHANGES else 0]
    return steps[at.step].place if at.step in steps else place_of(journey.front, ("title",))


def _words(atlas: Atlas, side: Side) -> str:
    return atlas.titles[side] if isinstance(side, Ref) else side


def _name(step: LinkedStep) -> str:
    return step.step.action or step.id


def _percent(share: float) -> str:
    return f"{share:.0%}" if share >= 0.01 else f"{share:.1%}"
