"""What exports are made from: the views of the site's pages, and the words of its language."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from parcours.build.build import Build
from parcours.link.atlas import Ref
from parcours.model.kinds import Kind
from parcours.pages.map_view import FeelingView, StageView, StepView
from parcours.pages.views import JourneyPage, PersonaPage
from parcours.theme.words import Words


@dataclass(frozen=True, slots=True)
class Told:
    """Journeys and personas as their pages have them, in the order of their ids, and the site's words."""

    journeys: tuple[tuple[str, JourneyPage], ...]
    personas: tuple[tuple[str, PersonaPage], ...]
    words: Words
    site_name: str


def told(made: Build, journey: Ref | None = None) -> Told:
    """Everything, or one journey with its personas. Nothing is rendered."""
    refs = [journey] if journey else sorted(made.atlas.by_kind.get(Kind.JOURNEY, ()))
    views = [(ref.id, made.view_of(ref)) for ref in refs]
    journeys = tuple((id_, view) for id_, view in views if isinstance(view, JourneyPage))
    cast = {face.id for _, view in journeys for face in view.personas} if journey else None
    people = sorted(ref for ref in made.atlas.by_kind.get(Kind.PERSONA, ()) if cast is None or ref.id in cast)
    shown = [(ref.id, made.view_of(ref)) for ref in people]
    personas = tuple((id_, view) for id_, view in shown if isinstance(view, PersonaPage))
    settings = made.atlas.settings
    language = journeys[0][1].frame.language if journey and journeys else settings.language
    return Told(journeys, personas, made.engine.words[language], settings.site_name or "Parcours")


def steps_of(page: JourneyPage) -> Iterable[tuple[StageView, StepView]]:
    """The steps of a map with their stages, in order."""
    return ((stage, step) for stage in page.map.stages for step in stage.steps)


def score(feeling: FeelingView) -> float | None:
    """The one score of a feeling on 1 to 5: where a moving one ends."""
    return next((one for one in (feeling.score, feeling.end, feeling.start) if one is not None), None)


def felt(step: StepView, index: int) -> float | None:
    """What the persona of an index feels at a step: their own score, else everybody's."""
    own = [feeling for feeling in step.feelings if feeling.index == index]
    shared = [feeling for feeling in step.feelings if feeling.index < 0]
    return next((score(feeling) for feeling in (*own, *shared)), None)


def mean_felt(step: StepView) -> float | None:
    """The mean of all scores told at a step."""
    scores = [one for feeling in step.feelings if (one := score(feeling)) is not None]
    return round(sum(scores) / len(scores), 2) if scores else None
