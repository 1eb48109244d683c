"""The figures of one journey: everything that is computed of it alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parcours.analyse.emotion import JourneyEmotion, emotion_insights, emotion_of
from parcours.analyse.gaps import Gap, gaps_of, insight_of
from parcours.analyse.ground import Ground
from parcours.analyse.hierarchy import Opening, openings_of
from parcours.analyse.insight import Insight
from parcours.analyse.matrix import Cells, cells_of, counts
from parcours.analyse.sequences import Sequences, sequences_of
from parcours.link.atlas import LinkedJourney, LinkedStep, Ref
from parcours.model.kinds import Kind
from parcours.source.address import slug


@dataclass(frozen=True, slots=True)
class Figures:
    """What is computed of one journey, and what of it is worth acting on (nothing where it is only planned).

    ``routes`` is how many paths there are; ``cells`` are its channel matrices by persona (the empty id: everyone);
    ``unowned`` are the steps at touchpoints that somebody named and nobody owns, ``owned`` says that there are none;
    ``openings`` lead to other journeys; ``belongs`` are the personas, segments, channels, owner and tags whose
    journey it is.
    """

    journey: LinkedJourney = field(repr=False)
    emotion: JourneyEmotion
    sequences: Sequences
    routes: int
    gaps: tuple[Gap, ...]
    cells: Mapping[str, Cells]
    owned: bool
    unowned: tuple[LinkedStep, ...] = field(repr=False)
    openings: tuple[Opening, ...] = field(repr=False)
    belongs: tuple[Ref, ...] = field(repr=False)
    insights: tuple[Insight, ...]


def figures_of(journey: LinkedJourney, ground: Ground, before: Figures | None = None) -> Figures:
    """All figures of a journey; cells, insights and belongings that came out as ``before`` are the same objects.

    So are the figures as a whole, where the journey is the same and nothing came out otherwise.
    """
    emotion = emotion_of(journey)
    sequences = sequences_of(journey)
    gaps = gaps_of(journey, sequences, ground)
    insights = (*emotion_insights(journey, emotion), *map(insight_of, gaps)) if counts(journey) else ()
    unowned = tuple(step for step in journey.steps if step.step.touchpoint and not ground.owner(step))
    openings = openings_of(journey)
    cells, belongs = cells_of(journey), _belongs(journey, ground)
    if before is not None:
        cells = before.cells if before.cells == cells else cells
        insights = before.insights if before.insights == insights else insights
        belongs = before.belongs if before.belongs == belongs else belongs
    routes, owned = len(sequences.paths), not unowned
    made = Figures(journey, emotion, sequences, routes, gaps, cells, owned, unowned, openings, belongs, insights)
    return before if before is not None and before.journey is journey and before == made else made


def _belongs(journey: LinkedJourney, ground: Ground) -> tuple[Ref, ...]:
    record = journey.journey
    refs = (
        *(Ref(Kind.PERSONA, persona) for persona in journey.personas),
        *(ground.segments[persona] for persona in journey.personas if persona in ground.segments),
        *(step.channel for step in journey.steps if step.channel is not None),
        *(Ref(Kind.OWNER, slug(name)) for name in (record.owner, *(s.step.owner for s in journey.steps)) if name),
        *(Ref(Kind.TAG, slug(tag)) for tag in record.tags),
    )
    return tuple(dict.fromkeys(refs))
