"""What a company does about its maps: where it asks, what it measures, would improve, rests on, and who acts.

A part a journey, kept while the journey is the same; the wholes are gathered again only where a part of them changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from operator import attrgetter
from typing import NamedTuple, TypeVar

from parcours.analyse.claims import Assumption, JourneyClaims, Resting, Shares, claims_of, heaviest, resting
from parcours.analyse.insight import Insight
from parcours.analyse.listening import JourneyListening, Listening, listening_of, listening_plan
from parcours.analyse.metrics import Measure, Metric, metrics, metrics_of
from parcours.analyse.opportunities import Idea, Item, backlog, ideas_of, twins
from parcours.analyse.practice_insights import (
    assumption_insights,
    backlog_insights,
    listening_insights,
    metric_insights,
)
from parcours.analyse.teams import JourneyWork, Organisation, organisation, work_of
from parcours.link.atlas import Atlas, LinkedJourney, Ref
from parcours.link.watched import Changes
from parcours.model.base import Document
from parcours.model.kinds import Kind
from parcours.model.settings import Settings


@dataclass(frozen=True, slots=True)
class JourneyPractice:
    """The part of one journey, from that journey alone."""

    journey: LinkedJourney = field(repr=False)
    listening: JourneyListening
    metrics: tuple[Measure, ...]
    ideas: tuple[Idea, ...]
    claims: JourneyClaims
    work: JourneyWork


class Besides(NamedTuple):
    """What the wholes depend on besides the parts.

    ``filed`` is what is known of all things but journeys; ``answered`` are the journeys that opportunities' own files
    answer steps of, with all that stands there.
    """

    filed: tuple[tuple[Ref, str, Document | None], ...]
    settings: Settings
    answers: Mapping[Ref, tuple[tuple[str, str], ...]]
    answered: tuple[LinkedJourney, ...]


@dataclass(frozen=True, slots=True)
class Practice:
    """Everything of all journeys, whose parts stand by their ids.

    ``missed`` tells of figures that miss their target, ``twins`` are opportunities that say nearly the same.
    """

    parts: Mapping[str, JourneyPractice] = field(repr=False)
    listening: Listening
    metrics: tuple[Metric, ...]
    missed: tuple[Insight, ...]
    backlog: tuple[Item, ...]
    twins: tuple[tuple[Ref, Ref], ...]
    library: tuple[Resting, ...]
    assumptions: tuple[Assumption, ...]
    organisation: Organisation
    insights: tuple[Insight, ...]
    ground: Besides = field(repr=False)

    @property
    def shares(self) -> Shares:
        """What all claims of all journeys rest on."""
        total = Shares()
        for part in self.parts.values():
            total += part.claims.shares
        return total


def practice_of(journey: LinkedJourney, before: JourneyPractice | None = None) -> JourneyPractice:
    """The part of a journey; what came out as before is the same object as before."""
    if before is not None and before.journey is journey:
        return before
    return JourneyPractice(
        journey,
        _kept(listening_of(journey), before.listening if before else None),
        _kept(metrics_of(journey), before.metrics if before else None),
        _kept(ideas_of(journey), before.ideas if before else None),
        _kept(claims_of(journey), before.claims if before else None),
        _kept(work_of(journey), before.work if before else None),
    )


Value = TypeVar("Value")

_listening, _metrics, _ideas = attrgetter("listening"), attrgetter("metrics"), attrgetter("ideas")
_claims, _work = attrgetter("claims"), attrgetter("work")


def _kept(value: Value, before: Value | None) -> Value:
    return before if before is not None and before == value else value


def practice(atlas: Atlas, before: Practice | None = None, changes: Changes | None = None) -> Practice:
    """All parts and wholes of an Atlas.

    ``changes`` are the keys of its mappings that hold something else than ``before``; None where that is not known.
    """
    known: Mapping[str, JourneyPractice] = before.parts if before is not None else {}
    ground = _ground(atlas, before, changes)
    parts = _parts(atlas, known, changes)
    last = before if before is not None and before.ground == ground and known.keys() == parts.keys() else None
    if last is not None and parts is known:
        return last
    looked = changes.get("journeys", frozenset()) if changes is not None else parts
    anew = [(known[id_], parts[id_]) for id_ in looked if known[id_] is not parts[id_]] if last else []
    of = parts.values()
    items = (
        last.backlog
        if last and _same(anew, _ideas)
        else backlog(atlas, (one.ideas for one in of), last.backlog if last else ())
    )
    plan = last.listening if last and _same(anew, _listening) else listening_plan(atlas, (one.listening for one in of))
    figures = last.metrics if last and _same(anew, _metrics) else metrics(one.metrics for one in of)
    missed = last.missed if last and last.metrics is figures else tuple(metric_insights(figures))
    claims = last is not None and _same(anew, _claims)
    assumed = last.assumptions if last and claims else heaviest(atlas, (one.claims for one in of))
    works = last is not None and _same(anew, _work)
    return Practice(
        parts=parts,
        listening=plan,
        metrics=figures,
        missed=missed,
        backlog=items,
        twins=last.twins if last and last.backlog is items else twins(items),
        library=last.library if last and claims else resting(atlas, ((id_, one.claims) for id_, one in parts.items())),
        assumptions=assumed,
        organisation=last.organisation if last and works else organisation(atlas, (one.work for one in of)),
        insights=(
            *listening_insights(plan),
            *missed,
            *backlog_insights(items),
            *assumption_insights(atlas, assumed),
        ),
        ground=last.ground if last else ground,
    )


def _parts(
    atlas: Atlas, known: Mapping[str, JourneyPractice], changes: Changes | None
) -> Mapping[str, JourneyPractice]:
    """The part of each journey, in the order of their ids."""
    if changes is None or known.keys() != atlas.journeys.keys():
        return {id_: practice_of(one, known.get(id_)) for id_, one in sorted(atlas.journeys.items())}
    anew = changes.get("journeys", frozenset())
    return {**known, **{id_: practice_of(atlas.journeys[id_], known[id_]) for id_ in anew}} if anew else known


def _same(anew: Iterable[tuple[JourneyPractice, JourneyPractice]], of: Callable[[JourneyPractice], object]) -> bool:
    """Whether of the journeys that are others all parts of one kind are the same objects as before."""
    return all(of(was) is of(now) for was, now in anew)


def _ground(atlas: Atlas, before: Practice | None, changes: Changes | None) -> Besides:
    answered = {journey for steps in atlas.answers.values() for journey, _ in steps}
    if before is not None and changes is not None and "answers" not in changes:
        named = any(ref.kind is not Kind.JOURNEY for ref in changes.get("things", ()))
        if not named and answered.isdisjoint(changes.get("journeys", ())) and before.ground.settings == atlas.settings:
            return before.ground
    filed = tuple(
        (ref, thing.name, thing.record) for ref, thing in atlas.things.items() if ref.kind is not Kind.JOURNEY
    )
    return Besides(filed, atlas.settings, atlas.answers, tuple(atlas.journeys[id_] for id_ in sorted(answered)))
