"""Everything there is to say about the maps of an Atlas: the ordered list of checks, and the one way through it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

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
from parcours.link.watched import Changes, Reads, differences, watched
from parcours.model.kinds import Kind
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

    ``changes`` are the keys of the Atlas's mappings that hold something else than when it was checked before.
    """

    findings: tuple[Finding, ...]
    atlas: Atlas = field(repr=False)
    changes: Changes = field(repr=False)
    journeys: Mapping[str, _OfJourney] = field(repr=False)
    texts: Mapping[str, tuple[Document, tuple[Finding, ...]]] = field(repr=False)


def check(atlas: Atlas, analyses: Analyses, today: dt.date | None, before: Checked | None = None) -> Checked:
    """All findings about the maps; without a day nothing is overdue or too old."""
    changes: Changes = differences(before.atlas, atlas) if before is not None else {}
    journeys = _journeys(atlas, analyses, changes, before)
    texts = _texts(atlas, before)
    findings = (
        *chain.from_iterable(one.findings for one in journeys.values()),
        *chain.from_iterable(told for _, told in texts.values()),
        *(found for rule in ATLAS_RULES for found in rule(atlas)),
        *(found for rule in ACROSS_RULES for found in rule(atlas, analyses)),
        *chain.from_iterable(one.late_on(today) for one in journeys.values() if today and one.dated),
        *practice_findings(atlas, analyses.practice),
    )
    return Checked(findings, atlas, changes, journeys, texts)


def _journeys(atlas: Atlas, analyses: Analyses, changes: Changes, before: Checked | None) -> dict[str, _OfJourney]:
    same_rules = before is not None and before.atlas.settings == atlas.settings
    last: Mapping[str, _OfJourney] = before.journeys if before is not None and same_rules else {}
    slips = slips_in(atlas)
    found: dict[str, _OfJourney] = {}
    for id_, figures in analyses.figures.items():
        was = last.get(id_)
        same = was is not None and was.figures is figures and was.slips == slips and was.reads.untouched_by(changes)
        found[id_] = was if same and was is not None else _of_journey(figures, atlas, slips)
    return found


def _of_journey(figures: Figures, atlas: Atlas, slips: frozenset[str]) -> _OfJourney:
    seen, reads = watched(atlas)
    told = (one for rule in JOURNEY_RULES for one in rule(figures.journey, seen))
    texts = (one for document in _documents_of(figures.journey) for one in template_text(document))
    across = (one for rule in FIGURE_RULES for one in rule(figures, seen, slips))
    findings = (*told, *across, *texts)
    dated = tuple(one for rule in DATED_RULES for one in rule(figures.journey, seen))
    return _OfJourney(figures, slips, reads(), findings, dated)


def _texts(atlas: Atlas, before: Checked | None) -> dict[str, tuple[Document, tuple[Finding, ...]]]:
    last: Mapping[str, tuple[Document, tuple[Finding, ...]]] = before.texts if before else {}
    found: dict[str, tuple[Document, tuple[Finding, ...]]] = {}
    for document in _documents(atlas):
        was = last.get(document.source.path)
        same = was is not None and was[0] is document
        found[document.source.path] = was if same and was is not None else (document, tuple(template_text(document)))
    return found


def _documents(atlas: Atlas) -> Iterable[Document]:
    """The files of all things but journeys."""
    for ref, thing in atlas.things.items():
        if thing.document is not None and ref.kind is not Kind.JOURNEY:
            yield thing.document


def _documents_of(journey: LinkedJourney) -> Iterable[Document]:
    return (journey.document, *(stage.document for stage in journey.stages if stage.own_file))
