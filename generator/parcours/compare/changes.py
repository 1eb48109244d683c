"""What is written differently in two records: field by field, what is gone and what is new."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from parcours.link.atlas import LinkedStage, LinkedStep, Ref
from parcours.link.mentions import opportunity_key, survey_key
from parcours.model.flow import Lanes, Next
from parcours.model.metric import Metrics

Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A field that differs: ``gone`` is what only side a says there, ``new`` what only side b says.

    ``key`` is the field's name in front matter. Channels, touchpoints, opportunities and surveys are told by their ids.
    """

    key: str
    gone: Texts
    new: Texts


def _one(text: str) -> Texts:
    return (text,) if text else ()


def _figure(value: float | None) -> Texts:
    return () if value is None else (f"{value:g}",)


def _ref(ref: Ref | None, written: str) -> Texts:
    return _one(ref.id if ref else written)


def _lanes(lanes: Lanes) -> Texts:
    return tuple(f"{lane.name}: {item}" for lane in lanes for item in lane.items or ("",))


def _metrics(metrics: Metrics) -> Texts:
    return tuple(" ".join(str(part) for part in (m.name, m.value, m.unit) if part not in (None, "")) for m in metrics)


def _way(way: Next) -> str:
    share = "" if way.share is None else f"{way.share:.0%}"
    return " · ".join(part for part in (way.to, way.when, share) if part)


def _moment(linked: LinkedStep) -> Texts:
    return ("true",) if linked.step.moment_of_truth else ()


def _pictures(linked: LinkedStep) -> Texts:
    step = linked.step
    return tuple(picture.src for picture in (step.image, *step.images, step.video) if picture is not None)


STEP_FIELDS: tuple[tuple[str, Callable[[LinkedStep], Texts]], ...] = (
    ("action", lambda s: _one(s.step.action)),
    ("channel", lambda s: _ref(s.channel, s.step.channel)),
    ("touchpoint", lambda s: _ref(s.touchpoint, s.step.touchpoint) if s.step.touchpoint else ()),
    ("device", lambda s: _one(s.step.device)),
    ("duration", lambda s: _one(s.step.duration)),
    ("moment_of_truth", _moment),
    ("satisfaction", lambda s: _figure(s.step.satisfaction)),
    ("pain_points", lambda s: s.step.pain_points),
    ("opportunities", lambda s: tuple(opportunity_key(one) for one in s.step.opportunities)),
    ("owner", lambda s: _one(s.step.owner)),
    ("description", lambda s: _one(s.step.description)),
    ("actors", lambda s: tuple(actor.name for actor in s.step.actors)),
    ("steps", lambda s: tuple(inner.action or inner.id for inner in s.step.steps)),
    ("motivation", lambda s: _one(s.step.motivation)),
    ("expects", lambda s: _one(s.step.expects)),
    ("thinking", lambda s: _one(s.step.thinking)),
    ("feeling", lambda s: tuple(felt.feeling.label for felt in s.felt if felt.feeling.label)),
    ("engagement", lambda s: _figure(s.step.engagement)),
    ("quote", lambda s: tuple(quote.text for quote in s.step.quote)),
    ("metrics", lambda s: _metrics(s.step.metrics)),
    ("survey", lambda s: tuple(survey_key(one) for one in s.step.survey)),
    ("evidence", lambda s: s.step.evidence),
    ("assumptions", lambda s: s.step.assumptions),
    ("physical_evidence", lambda s: s.step.physical_evidence),
    ("frontstage", lambda s: s.step.frontstage),
    ("backstage", lambda s: s.step.backstage),
    ("support", lambda s: s.step.support),
    ("lanes", lambda s: _lanes(s.step.lanes)),
    ("images", _pictures),
    ("next", lambda s: tuple(_way(way) for way in s.step.next or ())),
)
"""What is compared of a step, the most telling first. Scores of feelings are compared apart, persona by persona."""

STAGE_FIELDS: tuple[tuple[str, Callable[[LinkedStage], Texts]], ...] = (
    ("name", lambda s: _one(s.stage.name)),
    ("goal", lambda s: _one(s.stage.goal)),
    ("description", lambda s: _one(s.stage.description)),
    ("metrics", lambda s: _metrics(s.stage.metrics)),
    ("evidence", lambda s: s.stage.evidence),
    ("lanes", lambda s: _lanes(s.stage.lanes)),
)
"""What is compared of a stage as a whole."""


def step_changes(a: LinkedStep, b: LinkedStep) -> tuple[Change, ...]:
    """What is written differently in two steps."""
    found = (_change(key, texts(a), texts(b)) for key, texts in STEP_FIELDS)
    return tuple(change for change in found if change is not None)


def stage_changes(a: LinkedStage, b: LinkedStage) -> tuple[Change, ...]:
    """What is written differently in two stages, their steps apart."""
    found = (_change(key, texts(a), texts(b)) for key, texts in STAGE_FIELDS)
    return tuple(change for change in found if change is not None)


def _change(key: str, a: Texts, b: Texts) -> Change | None:
    """The order of a list says nothing, so only what stands in one of them counts."""
    gone, new = Counter(a) - Counter(b), Counter(b) - Counter(a)
    return Change(key, tuple(gone.elements()), tuple(new.elements())) if gone or new else None
