"""Everything that is computed across the maps: a part a journey, kept while the journey is the same, and the whole."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Analyses:
    """The figures of each journey by its id, all of them together, and of everything the heaviest insights, in order.

    ``across`` are the gaps that only show across journeys, ``openings`` the steps that lead to other journeys,
    ``members`` the journeys of each persona, segment, channel, owner and tag.
    """

    ground: Ground = field(repr=False)
    figures: Mapping[str, Figures] = field(repr=False)
    whole: Gathered = field(repr=False)
    across: tuple[Gap, ...]
    practice: Practice = field(repr=False)
    openings: tuple[Opening, ...]
    members: Members = field(repr=False)
    insights: tuple[Insight, ...]


def analyse(atlas: Atlas, before: Analyses | None = None) -> Analyses:
    """All figures of an Atlas; those of journeys that are still the same object are taken from ``before``."""
    done = practice(atlas, before.practice if before is not None else None)
    # What figures rest on is in files that are no journeys, and in settings: practice knows whether these are the same.
    ground = before.ground if before is not None and done.ground is before.practice.ground else ground_of(atlas)
    same = before is not None and before.ground == ground
    known: Mapping[str, Figures] = before.figures if before is not None and same else {}
    figures: dict[str, Figures] = {}
    for id_, journey in sorted(atlas.journeys.items()):
        last = known.get(id_)
        figures[id_] = last if last is not None and last.journey is journey else figures_of(journey, ground, last)
    whole = gather(tuple(figures.values()), before=before.whole if before is not None else None)
    across = (
        *uneven_quality(whole.totals.cells, ground),
        *unowned_touchpoints((one for one in figures.values() if not one.owned), ground),
    )
    openings = tuple(opening for one in figures.values() for opening in one.openings)
    insights = ranked((*whole.totals.insights, *map(insight_of, across), *done.insights))
    members = members_of(figures, known, before.members if before is not None and same else {})
    return Analyses(ground, figures, whole, across, done, openings, members, insights)
