"""Everything there is to say about the maps of an Atlas: the ordered list of checks, and the one way through it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from parcours.check.evidence import moment_without_proof, mostly_assumed, pain_without_opportunity
from parcours.check.flow import endless_loop, unreachable_step
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


def check(atlas: Atlas, today: dt.date | None) -> tuple[Finding, ...]:
    """All findings about the maps; without a day nothing is overdue."""
    return (*(found for rule in CHECKS for found in rule(atlas)), *overdue_review(atlas, today))
