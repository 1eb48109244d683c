"""The parts that all analysis pages share: what they are called and found, figures with their steps, tables, heat."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.pages.view import Frame, Hyperlink


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence of the interface: its key in the locales and what is filled in, ready to print.

    A value that begins with ``t:`` is a key of the locales itself (``t:phase.service``). With a ``count`` the key has
    a form for one and one for several (``key.one``, ``key.other``).
    """

    key: str
    values: tuple[tuple[str, str], ...] = ()
    count: int | None = None


@dataclass(frozen=True, slots=True)
class AnalysisHead:
    """The top of an analysis page; ``result`` is what came out, in one line, ``tables`` name those that lie beside it.

    Under its ``key`` the locales hold (``analysis.<key>.…``) ``title``, ``lead``, ``why`` (what is computed, from
    what) and, where there are such, ``formula`` and ``source``.
    """

    key: str
    result: Told
    tables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StepLink:
    """A step a figure comes from, and the journey it is in."""

    step: Hyperlink
    journey: Hyperlink


@dataclass(frozen=True, slots=True)
class ScoreView:
    """A feeling as the site's own scale shows it; ``level`` from 1 (very bad) to 5 picks colour and bar, 0 is none."""

    shown: str
    level: int


NO_SCORE = ScoreView("", 0)
"""Nothing is recorded."""


@dataclass(frozen=True, slots=True)
class InsightView:
    """One thing worth acting on: what it says, where it leads, the steps it comes from, what explains it."""

    told: Told
    link: Hyperlink
    steps: tuple[StepLink, ...]
    analysis: Hyperlink
    key: str
    weight: str


@dataclass(frozen=True, slots=True)
class AnalysisEntry:
    """An analysis in the index: its key, its page, its result in one line."""

    key: str
    href: str
    result: Told


@dataclass(frozen=True, slots=True)
class AnalysesPage:
    """The index of all analyses, and the heaviest insights of the whole atlas."""

    frame: Frame
    entries: tuple[AnalysisEntry, ...]
    insights: tuple[InsightView, ...]
