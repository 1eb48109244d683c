"""What analysis pages are put together from: a page's frame, links to steps, scores, insights."""

from __future__ import annotations

from collections.abc import Iterable

from parcours.analyse.felt import EVERYONE
from parcours.analyse.insight import Insight, StepAt
from parcours.link.atlas import Ref
from parcours.model.kinds import Kind
from parcours.pages.analysis_view import NO_SCORE, InsightView, ScoreView, StepLink, Told
from parcours.pages.figures import percent
from parcours.pages.here import ANALYSES, Here
from parcours.pages.view import Frame, Hyperlink


def address_of(key: str) -> str:
    """Where the page of an analysis stands in the output folder."""
    return f"{ANALYSES}/{key}/index.html"


def analysis_frame(here: Here, key: str) -> Frame:
    """The frame of an analysis page; its title is taken from the locales."""
    return here.frame(key, ANALYSES, breadcrumb=(Hyperlink(ANALYSES, here.href(f"{ANALYSES}/index.html")),))


def step_link(here: Here, at: StepAt) -> StepLink:
    """A link to a step on its map, and to the journey."""
    journey = here.to(Ref(Kind.JOURNEY, at.journey))
    name = here.glances.actions.get(at) if at.step else None
    return StepLink(journey if name is None else Hyperlink(name, f"{journey.href}#step.{at.step}"), journey)


def score_view(here: Here, score: float | None) -> ScoreView:
    """A score of the common scale (1 to 5) as the site's own scale shows it."""
    if score is None:
        return NO_SCORE
    shown = here.figure(round(here.atlas.settings.feeling_scale.from_five(score), 2))
    return ScoreView(shown, min(5, max(1, int(score + 0.5))))


def points(here: Here, size: float) -> str:
    """A difference of feelings in points of the site's own scale."""
    scale = here.atlas.settings.feeling_scale
    return here.figure(round(size * (scale.best - scale.worst) / 4, 2))


def persona_link(here: Here, persona: str) -> Hyperlink | None:
    """A persona by id; nothing for everyone together."""
    return None if persona == EVERYONE else here.to(Ref(Kind.PERSONA, persona))


def insight_views(here: Here, insights: Iterable[Insight]) -> tuple[InsightView, ...]:
    """Insights as lists show them."""
    return tuple(_insight(here, one) for one in insights)


def insight_told(here: Here, one: Insight) -> Told:
    """What an insight says; besides its values, ``step`` and ``to`` are its first two steps, in ``journey``."""
    steps = [step_link(here, at) for at in one.steps[:2]]
    places = (("step", steps[0].step.text), ("to", steps[-1].step.text), ("journey", steps[0].journey.text))
    values = tuple((name, _value(here, name, value)) for name, value in one.values)
    return Told(f"insight.{one.kind}.told", tuple({**dict(places), **dict(values)}.items()))


def _insight(here: Here, one: Insight) -> InsightView:
    steps = tuple(step_link(here, at) for at in one.steps)
    return InsightView(
        insight_told(here, one),
        steps[0].step,
        steps,
        Hyperlink(one.analysis, here.href(address_of(one.analysis))),
        one.kind,
        here.figure(round(one.weight, 2)),
    )


def _value(here: Here, name: str, value: str | float | Ref) -> str:
    if isinstance(value, Ref):
        return here.to(value).text
    if isinstance(value, str):
        return f"t:{value}" if value.startswith("phase.") else value
    if name == "score":
        return score_view(here, value).shown
    if name == "share":
        return percent(value, here.language)
    return points(here, value) if name == "points" else here.figure(value)
