"""Everything that is computed across the maps: a part a journey, kept while the journey is the same, and the whole."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from parcours.analyse.across import uneven_quality, unowned_touchpoints
from parcours.analyse.around import Members, members_of
from parcours.analyse.figures import Figures, figures_of
from parcours.analyse.gaps import Gap, insight_of
from parcours.analyse.gathered import Gathered, gather
from parcours.analyse.ground import Ground, ground_of
from parcours.analyse.hierarchy import Opening
from parcours.analyse.insight import Insight, ranked
from parcours.analyse.practice import Practice, practice
from parcours.link.atlas import Atlas
from parcours.link.watched import Changes, changed_keys


@dataclass(frozen=True, slots=True)
class Analyses:
    """The figures of each journey by its id, all of them together, and of everything the heaviest insights, in order.

    ``across`` are the gaps that only show across journeys, ``openings`` the steps that lead to other journeys,
    ``members`` the journeys of each persona, segment, channel, owner and tag. ``anew`` are the journeys whose figures
    are not the objects of the last time.
    """

    ground: Ground = field(repr=False)
    figures: Mapping[str, Figures] = field(repr=False)
    whole: Gathered = field(repr=False)
    across: tuple[Gap, ...]
    practice: Practice = field(repr=False)
    openings: tuple[Opening, ...]
    members: Members = field(repr=False)
    insights: tuple[Insight, ...]
    anew: frozenset[str] = field(repr=False)


def analyse(atlas: Atlas, before: Analyses | None = None, changes: Changes | None = None) -> Analyses:
    """All figures of an Atlas; those of journeys that are still the same object are taken from ``before``.

    ``changes`` are the keys of the Atlas's mappings that hold something else than then; None where that is not known.
    """
    done = practice(atlas, before.practice if before is not None else None, changes)
    # What figures rest on is in files that are no journeys, and in settings: practice knows whether these are the same.
    ground = before.ground if before is not None and done.ground is before.practice.ground else ground_of(atlas)
    last = before if before is not None and before.ground == ground else None
    figures = _figures(atlas, ground, last, changes)
    if last is not None and figures is last.figures and done is last.practice:
        return replace(last, anew=frozenset())
    anew = changed_keys(before.figures if before is not None else {}, figures)
    whole = gather(tuple(figures.values()), before=before.whole if before is not None else None)
    parts = _Parts(figures, anew, last if last is not None and last.figures.keys() == figures.keys() else None)
    across, openings = parts.across(whole, ground), parts.openings()
    told = _insights(whole, across, done, last)
    members = members_of(figures, last.figures if last is not None else {}, last.members if last is not None else {})
    return Analyses(ground, figures, whole, across, done, openings, members, told, anew)


def _insights(whole: Gathered, across: tuple[Gap, ...], done: Practice, last: Analyses | None) -> tuple[Insight, ...]:
    found = (whole.totals.insights, across, done.insights)
    if last is not None and found == (last.whole.totals.insights, last.across, last.practice.insights):
        return last.insights
    return ranked((*whole.totals.insights, *map(insight_of, across), *done.insights))


def _figures(atlas: Atlas, ground: Ground, last: Analyses | None, changes: Changes | None) -> Mapping[str, Figures]:
    """The figures of each journey, in the order of their ids."""
    known: Mapping[str, Figures] = last.figures if last is not None else {}
    looked: Iterable[str] = sorted(atlas.journeys)
    figures: dict[str, Figures] = {}
    if last is not None and changes is not None and known.keys() == atlas.journeys.keys():
        looked = changes.get("journeys", frozenset())
        if not looked:
            return known
        figures = dict(known)
    for id_ in looked:
        was, journey = known.get(id_), atlas.journeys[id_]
        figures[id_] = was if was is not None and was.journey is journey else figures_of(journey, ground, was)
    return figures


@dataclass(frozen=True, slots=True)
class _Parts:
    """The figures of journeys, and which are ``anew``; ``last`` are the analyses of the same journeys as they were."""

    figures: Mapping[str, Figures]
    anew: frozenset[str]
    last: Analyses | None

    def across(self, whole: Gathered, ground: Ground) -> tuple[Gap, ...]:
        """The gaps that only show across journeys."""
        last = self.last
        if last is not None and last.whole.totals.cells is whole.totals.cells:
            both = ((last.figures[id_], self.figures[id_]) for id_ in self.anew)
            if all(one.owned for pair in both for one in pair):
                return last.across
        return (
            *uneven_quality(whole.totals.cells, ground),
            *unowned_touchpoints((one for one in self.figures.values() if not one.owned), ground),
        )

    def openings(self) -> tuple[Opening, ...]:
        """The steps that lead to other journeys."""
        last = self.last
        if last is not None and all(last.figures[id_].openings == self.figures[id_].openings for id_ in self.anew):
            return last.openings
        return tuple(opening for one in self.figures.values() for opening in one.openings)
