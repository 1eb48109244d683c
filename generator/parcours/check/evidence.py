"""Advice about what maps rest on: claims without evidence, moments nobody measures, pain nobody answers."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedJourney, LinkedStep
from parcours.link.spot import place_of

FEWEST_CLAIMS = 4
"""Claims; with fewer a share means nothing."""


def moment_without_proof(journey: LinkedJourney, _atlas: Atlas) -> Iterator[Finding]:
    """A moment of truth that nothing measures and nobody asks about."""
    if journey.lacks("metrics", "survey", "evidence"):
        return
    for step in journey.steps:
        if step.step.moment_of_truth and not (step.measured or step.step.survey or step.step.evidence):
            yield finding("map/unmeasured-moment", step.place, step=step.step.action or step.id)


def pain_without_opportunity(journey: LinkedJourney, atlas: Atlas) -> Iterator[Finding]:
    """A step with pain points, for which no opportunity is named: at the step, or in an opportunity's own file."""
    answered = atlas.answered.get(journey.ref.id, ())
    if journey.lacks("opportunities"):
        return
    for step in journey.steps:
        named = step.step.opportunities or step.id in answered
        if step.step.pain_points and not named:
            yield finding("map/pain-without-opportunity", step.place, step=step.step.action or step.id)


def mostly_assumed(journey: LinkedJourney, atlas: Atlas) -> Iterator[Finding]:
    """A journey of which more is claimed without evidence than the settings allow."""
    limit = atlas.settings.most_assumed
    claims, assumed = claims_of(journey)
    if claims >= FEWEST_CLAIMS and not journey.lacks("evidence", "metrics", "quote") and assumed / claims > limit:
        yield finding(
            "map/mostly-assumed",
            place_of(journey.document, ("title",)),
            journey=journey.name,
            share=f"{assumed / claims:.0%}",
            assumed=str(assumed),
            claims=str(claims),
        )


def claims_of(journey: LinkedJourney) -> tuple[int, int]:
    """How many claims a journey makes, and how many of them have no evidence.

    A claim is a feeling, a pain point, a thought, a quote or a written assumption of a step. It has evidence when its
    step, its stage or the whole journey cites some, when a figure of the step has a source, or, for a quote, when it
    says whom it is from. What is written as an assumption has none.
    """
    claims = assumed = 0
    for stage in journey.stages:
        around = bool(journey.journey.evidence or stage.stage.evidence)
        for linked in stage.steps:
            step = linked.step
            plain = len(linked.felt) + len(step.pain_points) + bool(step.thinking)
            quoted = sum(1 for quote in step.quote if quote.source)
            claims += plain + len(step.quote) + len(step.assumptions)
            assumed += len(step.assumptions)
            if not (around or _cited(linked)):
                assumed += plain + len(step.quote) - quoted
    return claims, assumed


def _cited(linked: LinkedStep) -> bool:
    return bool(linked.step.evidence) or any(m.latest.source for m in linked.measured)
