"""Figures before and after the map changed, as the page of a journey shows them."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from parcours.analyse.effects import Effect, effects_of
from parcours.analyse.metrics import KNOWN, key_of
from parcours.link.atlas import LinkedJourney
from parcours.pages.effects_view import EffectView
from parcours.pages.figures import day, number, with_unit
from parcours.pages.here import Here
from parcours.pages.past import change_views, moments_of
from parcours.pages.view import Hyperlink


def effect_views(here: Here, journey: LinkedJourney) -> tuple[EffectView, ...]:
    """What the figures of a journey's steps say of its changes; nothing without a past or without dated figures."""
    if not any(measured.dated for step in journey.steps for measured in step.measured):
        return ()
    moments = moments_of(here, journey)
    found = effects_of(journey, moments) if moments else ()
    views: list[EffectView] = []
    for _, same in groupby(found, key=lambda effect: (effect.step, effect.day)):
        told = list(same)
        views += [_view(here, journey, effect, 0 if n else len(told)) for n, effect in enumerate(told)]
    return tuple(views)


def _view(here: Here, journey: LinkedJourney, effect: Effect, rows: int) -> EffectView:
    step = next(step for step in journey.steps if step.id == effect.step)
    language, gain = here.language, round(effect.after.mean - effect.before.mean, 2)
    sign = "+" if gain > 0 else "−" if gain < 0 else "±"
    return EffectView(
        rows=rows,
        step=here.to(journey.ref, step.anchor, step.step.action or step.id),
        day=day(effect.day, language),
        changes=tuple(replace(one, about=Hyperlink("")) for one in change_views(here, None, effect.changes)),
        metric=effect.metric,
        before=with_unit(round(effect.before.mean, 2), effect.unit, language),
        before_sample=number(float(effect.before.sample), language) if effect.before.sample else "",
        after=with_unit(round(effect.after.mean, 2), effect.unit, language),
        after_sample=number(float(effect.after.sample), language) if effect.after.sample else "",
        difference=sign + number(abs(gain), language),
        verdict=effect.verdict,
        better=_better(effect),
        p="" if effect.p is None else _probability(effect.p, language),
    )


def _better(effect: Effect) -> str:
    known = KNOWN.get(key_of(effect.metric))
    if effect.verdict not in ("up", "down") or known is None or known.higher_is_better is None:
        return ""
    return "better" if (effect.verdict == "up") == known.higher_is_better else "worse"


def _probability(p: float, language: str) -> str:
    """To two places, as the language writes it; below one in a hundred it says only that."""
    return f"< {number(0.01, language)}" if p < 0.01 else f"= {number(round(p, 2), language)}"
