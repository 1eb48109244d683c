"""Advice about what maps rest on: claims without evidence, moments nobody measures, pain nobody answers."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.analyse.claims import claims_of
from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedJourney
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
    shares = claims_of(journey).shares
    claims, assumed = shares.claims, shares.assumed
    if claims >= FEWEST_CLAIMS and not journey.lacks("evidence", "metrics", "quote") and assumed / claims > limit:
        yield finding(
            "map/mostly-assumed",
            place_of(journey.front, ("title",)),
            journey=journey.name,
            share=f"{assumed / claims:.0%}",
            assumed=str(assumed),
            claims=str(claims),
        )
