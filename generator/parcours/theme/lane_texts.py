"""What each lane of a map says of a step, in words: for pictures and files that are taken away from the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from parcours.draw.poster import Text
from parcours.draw.svg import colour
from parcours.pages.figures import number
from parcours.pages.map_view import (
    ActorView,
    FeelingView,
    LaneView,
    OpportunityView,
    StageView,
    StepView,
    SubStepView,
    SurveyView,
    WayView,
)
from parcours.pages.view import MetricView, QuoteView
from parcours.theme.words import Words

Tell = Callable[[StepView, Words], Iterable[Text]]

_APART = " · "
_ACTORS = {"team": "team", "system": "system"}


def lane_texts(step: StepView, lane: LaneView, t: Words) -> tuple[Text, ...]:
    """The paragraphs of a step in a lane, each with its icon and look; none where it has nothing to say there."""
    if lane.key == "lane":
        return tuple(Text(item) for name, items in step.lanes if name == lane.label for item in items)
    tell = _LANES.get(lane.key)
    return tuple(tell(step, t)) if tell else ()


def stage_texts(stage: StageView, lane: LaneView) -> tuple[Text, ...]:
    """What a stage as a whole says in one of the writer's own lanes."""
    return tuple(Text(item) for name, items in stage.lanes if name == lane.label for item in items)


def lane_label(lane: LaneView, t: Words) -> str:
    """The name of a lane."""
    return lane.label if lane.key == "lane" else t(f"lane.{'feelings' if lane.key == 'emotion' else lane.key}")


def _joined(*parts: str) -> str:
    return _APART.join(part for part in parts if part)


def _storyboard(step: StepView, _t: Words) -> Iterable[Text]:
    for picture in (*step.pictures, *step.videos):
        yield Text(picture.caption or picture.alt, "soft")


def _actors(step: StepView, t: Words) -> Iterable[Text]:
    return (_actor(actor, t) for actor in step.actors)


def _actor(actor: ActorView, t: Words) -> Text:
    return Text(_joined(actor.name, t(f"actor.{actor.kind}")), "plain", _ACTORS.get(actor.kind, "person"), "ink-soft")


def _touchpoint(step: StepView, t: Words) -> Iterable[Text]:
    if step.channel:
        turned = "channel" in step.changes
        tint = "moment" if turned else "accent"
        yield Text(step.channel.name, "strong", "swap" if turned else step.channel.icon, tint)
    mode = t(f"mode.{step.channel.mode}") if step.channel and step.channel.mode else ""
    yield Text(_joined(step.touchpoint.text if step.touchpoint else "", mode), "soft", under=step.channel is not None)
    if step.owner:
        yield Text(_joined(t("fact.owner"), step.owner.text), "small", under=step.channel is not None)


def _device(step: StepView, _t: Words) -> Iterable[Text]:
    if step.device:
        turned = "device" in step.changes
        yield Text(step.device, "plain", "swap" if turned else step.device_icon, "moment" if turned else "accent")


def _sub_steps(step: StepView, t: Words) -> Iterable[Text]:
    for n, inner in enumerate(step.sub_steps, 1):
        yield Text(f"{n}. {_joined(inner.action, inner.description)}")
        yield Text(_joined(*_around(inner, t)), "small")


def _around(inner: SubStepView, t: Words) -> Iterable[str]:
    yield inner.channel.text if inner.channel else ""
    yield inner.device
    yield inner.duration
    yield from (_joined(actor.name, t(f"actor.{actor.kind}")) for actor in inner.actors)
    yield from (_felt(feeling) for feeling in inner.feelings)


def _feelings(step: StepView, _t: Words) -> Iterable[Text]:
    for feeling in step.feelings:
        tint = f"persona-{colour(feeling.index)}" if feeling.index >= 0 else "ink"
        yield Text(_felt(feeling), "tinted", tint=tint)


def _felt(feeling: FeelingView) -> str:
    return _joined(feeling.persona, feeling.written, f"{feeling.emoji} {feeling.label}".strip())


def _satisfaction(step: StepView, t: Words) -> Iterable[Text]:
    if step.satisfaction is not None:
        tint = f"score-{min(max(round(step.satisfaction), 1), 5)}"
        yield Text(f"{number(step.satisfaction, t.language)} / 5", "figure", tint=tint)


def _tension(step: StepView, t: Words) -> Iterable[Text]:
    if step.engagement is not None:
        yield Text(f"{number(step.engagement, t.language)} / 5", "plain")


def _quotes(step: StepView, t: Words) -> Iterable[Text]:
    return (text for quote in step.quotes for text in _quote(quote, t))


def _quote(quote: QuoteView, t: Words) -> Iterable[Text]:
    yield Text(f"{t('quote.open')}{quote.text}{t('quote.close')}", "speech")
    if quote.source:
        yield Text(quote.source.text, "small", "evidence", "hope")


def _opportunities(step: StepView, t: Words) -> Iterable[Text]:
    return (text for one in step.opportunities for text in _opportunity(one, t))


def _opportunity(one: OpportunityView, t: Words) -> Iterable[Text]:
    yield Text(one.title, "plain", "opportunity", "hope")
    yield Text(
        _joined(
            t(f"opportunity.{one.status}") if one.status else "",
            f"{t('fact.impact')} {one.impact}" if one.impact else "",
            f"{t('fact.effort')} {one.effort}" if one.effort else "",
            one.owner.text if one.owner else "",
            one.ticket,
        ),
        "small",
        under=True,
    )


def _metrics(step: StepView, t: Words) -> Iterable[Text]:
    return (text for one in step.metrics for text in metric_texts(one, t))


def metric_texts(one: MetricView, t: Words) -> Iterable[Text]:
    """A figure with its name, its target and whether it is met, its sample, date and source."""
    tint = {"met": "hope", "missed": "pain"}.get(one.verdict, "ink")
    yield Text(one.name, "label")
    yield Text(one.value, "figure", tint=tint)
    target = f"{t('metric.target')} {one.target}" if one.target else ""
    yield Text(_joined(target, t(f"metric.{one.verdict}") if one.verdict else ""), "small")
    yield Text(_joined(f"n = {one.sample}" if one.sample else "", one.date), "small")
    yield Text(one.source.text if one.source else "", "small")


def _surveys(step: StepView, _t: Words) -> Iterable[Text]:
    return (text for one in step.surveys for text in _survey(one))


def _survey(one: SurveyView) -> Iterable[Text]:
    subject = one.subject if one.subject != one.name else ""
    yield Text(_joined(one.name, subject), "plain", "survey", "accent")
    channel, owner = one.channel.text if one.channel else "", one.owner.text if one.owner else ""
    yield Text(_joined(channel, ", ".join(one.indicators), one.recurrence, owner), "small", under=True)
    yield from (Text(question, "small", under=True) for question in one.questions)


def _evidence(step: StepView, t: Words) -> Iterable[Text]:
    yield from (Text(one.text, "plain", "evidence", "hope") for one in step.evidence)
    yield from (Text(f"{t('assumption')}{_APART}{one}", "plain", "assumption", "ink-soft") for one in step.assumptions)


def _ways(step: StepView, t: Words) -> Iterable[Text]:
    return (_way(way, t) for way in step.ways)


def _way(way: WayView, t: Words) -> Text:
    words = f"{t(f'way.{way.kind}')} {way.to.text}".strip()
    return Text(
        _joined(words, way.when, way.share), "plain", way.kind, "moment" if way.kind in _APART_WAYS else "accent"
    )


_APART_WAYS = ("skip", "back")


def _pains(step: StepView, _t: Words) -> Iterable[Text]:
    return (Text(pain, "plain", "pain", "pain") for pain in step.pain_points)


def _plain(read: Callable[[StepView], Iterable[str]], look: str = "plain") -> Tell:
    return lambda step, _t: (Text(words, look) for words in read(step))


_LANES: Mapping[str, Tell] = {
    "storyboard": _storyboard,
    "description": _plain(lambda s: (s.description,)),
    "actors": _actors,
    "touchpoint": _touchpoint,
    "device": _device,
    "duration": _plain(lambda s: (s.duration,)),
    "sub_steps": _sub_steps,
    "motivation": _plain(lambda s: (s.motivation,)),
    "expects": _plain(lambda s: (s.expects,)),
    "thinking": _plain(lambda s: (s.thinking,), "thought"),
    "emotion": _feelings,
    "tension": _tension,
    "satisfaction": _satisfaction,
    "quotes": _quotes,
    "pain_points": _pains,
    "opportunities": _opportunities,
    "metrics": _metrics,
    "surveys": _surveys,
    "evidence": _evidence,
    "ways": _ways,
    "physical_evidence": _plain(lambda s: s.physical_evidence),
    "frontstage": _plain(lambda s: s.frontstage),
    "backstage": _plain(lambda s: s.backstage),
    "support": _plain(lambda s: s.support),
}
