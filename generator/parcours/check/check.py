"""Everything there is to say about the maps of an Atlas: the ordered list of checks, and the one way through it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType

from parcours.analyse.analyses import Analyses
from parcours.analyse.figures import Figures
from parcours.check.evidence import moment_without_proof, mostly_assumed, pain_without_opportunity
from parcours.check.figures import doubtful_figures, old_figures
from parcours.check.flow import endless_loop, unreachable_step
from parcours.check.gaps import gaps, gaps_across, journey_circles, overfull_shares, slips_in
from parcours.check.maps import (
    flat_feeling,
    journey_without_step,
    no_channel,
    no_feeling,
    stage_without_step,
    unnamed,
    unread_hours,
)
from parcours.check.practice import practice_findings
from parcours.check.review import changed_since_review, suspect_journey
from parcours.check.template import template_scores, template_text
from parcours.check.upkeep import (
    future_of_nothing,
    journey_without_owner,
    never_reviewed,
    overdue_review,
    unused_persona,
    unused_thing,
)
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedJourney
from parcours.link.watched import Changes, Reads, watched
from parcours.model.settings import Settings
from parcours.parse.document import Document

JOURNEY_RULES: tuple[Callable[[LinkedJourney, Atlas], Iterator[Finding]], ...] = (
    journey_without_step,
    stage_without_step,
    unnamed,
    unreachable_step,
    endless_loop,
    no_channel,
    no_feeling,
    flat_feeling,
    moment_without_proof,
    pain_without_opportunity,
    mostly_assumed,
    journey_without_owner,
    never_reviewed,
    suspect_journey,
    changed_since_review,
    future_of_nothing,
    template_scores,
    doubtful_figures,
)
"""What is checked of each journey; of the rest of the Atlas a rule looks up what it needs by key."""

DATED_RULES: tuple[Callable[[LinkedJourney, Atlas], Iterator[tuple[dt.date, Finding]]], ...] = (
    overdue_review,
    old_figures,
)
"""What is told of each journey once a day has passed."""

ATLAS_RULES: tuple[Callable[[Atlas], Iterator[Finding]], ...] = (unused_persona, unused_thing, unread_hours)
"""What is checked of the whole."""


FIGURE_RULES: tuple[Callable[[Figures, Atlas, frozenset[str]], Iterator[Finding]], ...] = (gaps, overfull_shares)
"""What is checked of what is computed of each journey."""

ACROSS_RULES: tuple[Callable[[Atlas, Analyses], Iterator[Finding]], ...] = (gaps_across, journey_circles)
"""What is checked of what is computed across the maps."""


NONE: Changes = MappingProxyType({})
"""Nothing has changed, or there was nothing before."""
UNREAD = frozenset({"texts", "links"})
"""Mappings of an Atlas that no rule about a journey reads: what is said of its prose is said of its file."""


@dataclass(frozen=True, slots=True)
class _OfJourney:
    figures: Figures
    slips: frozenset[str]
    reads: Reads
    findings: tuple[Finding, ...]
    dated: tuple[tuple[dt.date, Finding], ...]

    def late_on(self, today: dt.date) -> Iterator[Finding]:
        """What is told on a day of what should have been done before."""
        return (found for day, found in self.dated if day < today)


@dataclass(frozen=True, slots=True)
class Checked:
    """All findings about the maps, and what of them holds while what they speak of is the same.

    ``given`` is what the whole was checked by, besides the Atlas's mappings; ``settings`` what each journey was.
    """

    findings: tuple[Finding, ...]
    given: tuple[object, ...] = field(repr=False)
    settings: Settings = field(repr=False)
    journeys: Mapping[str, _OfJourney] = field(repr=False)
    texts: Mapping[str, tuple[Finding, ...]] = field(repr=False)


def check(
    atlas: Atlas, analyses: Analyses, today: dt.date | None, before: Checked | None = None, changes: Changes = NONE
) -> Checked:
    """All findings about the maps; without a day nothing is overdue or too old.

    ``changes`` are the keys of the Atlas's mappings that hold something else than when it was checked ``before``.
    """
    journeys = _journeys(atlas, analyses, changes, before)
    texts = _texts(atlas, changes, before)
    given = (today, atlas.settings, atlas.findings, analyses.practice, journeys, texts)
    if before is not None and changes.keys() <= UNREAD and before.given == given:
        return before
    findings = (
        *chain.from_iterable(one.findings for one in journeys.values()),
        *chain.from_iterable(texts.values()),
        *(found for rule in ATLAS_RULES for found in rule(atlas)),
        *(found for rule in ACROSS_RULES for found in rule(atlas, analyses)),
        *chain.from_iterable(one.late_on(today) for one in journeys.values() if today and one.dated),
        *practice_findings(atlas, analyses.practice),
    )
    return Checked(findings, given, atlas.settings, journeys, texts)


def _journeys(atlas: Atlas, analyses: Analyses, changes: Changes, before: Checked | None) -> Mapping[str, _OfJourney]:
    same_rules = before is not None and before.settings == atlas.settings
    last: Mapping[str, _OfJourney] = before.journeys if before is not None and same_rules else {}
    slips, read = slips_in(atlas), {name: keys for name, keys in changes.items() if name not in UNREAD}
    if last and not read and not analyses.anew and next(iter(last.values())).slips == slips:
        return last
    found: dict[str, _OfJourney] = {}
    for id_, figures in analyses.figures.items():
        was = last.get(id_)
        same = was is not None and was.figures is figures and was.slips == slips and was.reads.untouched_by(read)
        found[id_] = was if same and was is not None else _of_journey(figures, atlas, slips)
    return found


def _of_journey(figures: Figures, atlas: Atlas, slips: frozenset[str]) -> _OfJourney:
    seen, reads = watched(atlas)
    told = (one for rule in JOURNEY_RULES for one in rule(figures.journey, seen))
    across = (one for rule in FIGURE_RULES for one in rule(figures, seen, slips))
    findings = (*told, *across)
    dated = tuple(one for rule in DATED_RULES for one in rule(figures.journey, seen))
    return _OfJourney(figures, slips, reads(), findings, dated)


def _texts(atlas: Atlas, changes: Changes, before: Checked | None) -> Mapping[str, tuple[Finding, ...]]:
    """What is said of each file by itself, but of the home page's."""
    if before is not None and "texts" not in changes:
        return before.texts
    paths: Iterable[str] = changes["texts"] if before is not None else atlas.texts
    told = {path: _of_text(atlas.texts.get(path)) for path in paths}
    if before is not None and all(before.texts.get(path, ()) == found for path, found in told.items()):
        return before.texts
    found = {**(before.texts if before is not None else {}), **told}
    return {path: findings for path, findings in found.items() if findings}


def _of_text(document: Document | None) -> tuple[Finding, ...]:
    return tuple(template_text(document)) if document is not None and document.role.kind is not None else ()
