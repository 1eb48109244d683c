"""Everything there is to say about the maps of an Atlas: the ordered list of checks, and the one way through it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from parcours.analyse.analyses import Analyses
from parcours.check.evidence import moment_without_proof, mostly_assumed, pain_without_opportunity
from parcours.check.flow import endless_loop, unreachable_step
from parcours.check.gaps import gaps, overfull_shares
from parcours.check.maps import flat_feeling, journey_without_step, no_channel, no_feeling, stage_without_step, unnamed
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
from parcours.link.atlas import Atlas

CHECKS: tuple[Callable[[Atlas], Iterator[Finding]], ...] = (
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
    unused_persona,
    unused_thing,
    future_of_nothing,
    template_text,
    template_scores,
)
"""Every check, in the order the documentation lists them: one function a rule, each from the Atlas to findings."""


ACROSS: tuple[Callable[[Atlas, Analyses], Iterator[Finding]], ...] = (gaps, overfull_shares)
"""The checks that read what is computed across the maps."""


def check(atlas: Atlas, today: dt.date | None, analyses: Analyses) -> tuple[Finding, ...]:
    """All findings about the maps; without a day nothing is overdue."""
    plain = (found for rule in CHECKS for found in rule(atlas))
    across = (found for rule in ACROSS for found in rule(atlas, analyses))
    return (*plain, *across, *overdue_review(atlas, today))
