"""Advice about pages that still speak as their template does."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.check.template_words import ACTIONS, FILLERS, OPENINGS, SCORE, UNFINISHED
from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedJourney
from parcours.link.spot import place_of
from parcours.parse.document import Document
from parcours.source.text import Place

FEWEST = 3
"""Steps whose action and score are the template's, from which on it is no chance."""


def template_text(document: Document) -> Iterator[Finding]:
    """Texts left as the template wrote them, in front matter and at the head of the prose."""
    for trail, (line, column, length) in document.table.spots.items():
        value = document.table.at(trail)
        if isinstance(value, str) and _is_left(value):
            yield finding("map/template-text", Place(document.source.path, line, column, length), text=value)
    yield from _opening(document)


def _is_left(text: str) -> bool:
    return text in FILLERS or text.strip(" .:!…[]").casefold() in UNFINISHED or text.startswith("Lorem ipsum")


def _opening(document: Document) -> Iterator[Finding]:
    for number, line in enumerate(document.source.text.split("\n"), start=1):
        opening = next((text for text in OPENINGS if line.startswith(text)), "")
        if opening:
            yield finding("map/template-text", Place(document.source.path, number, 1, len(opening)), text=opening)


def template_scores(journey: LinkedJourney, atlas: Atlas) -> Iterator[Finding]:
    """A journey whose scores nobody has touched: the template's, at the template's own steps."""
    if untouched(journey):
        place = place_of(journey.document, ("title",))
        scores = ", ".join(f"{atlas.settings.feeling_scale.from_five(SCORE):g}" for _ in range(FEWEST))
        yield finding("map/template-scores", place, journey=journey.name, scores=f"{scores} …")


def untouched(journey: LinkedJourney) -> bool:
    """Whether all scores of a journey are the template's, at three of its steps at least."""
    scores = [felt.score for step in journey.steps for felt in step.felt if felt.score is not None]
    own = [step for step in journey.steps if step.felt and step.step.action in ACTIONS]
    return len(own) >= FEWEST and set(scores) == {SCORE}
