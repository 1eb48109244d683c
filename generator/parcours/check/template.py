"""Advice about pages that still speak as their template does."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.check.template_words import ACTIONS, FILLERS, OPENINGS, SCORE, UNFINISHED
from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedJourney
from parcours.link.spot import place_of
from parcours.parse.document import Document
from parcours.parse.yaml_reader import Trail, Value
from parcours.source.text import Place

FEWEST = 3
"""Steps whose action and score are the template's, from which on it is no chance."""


def template_text(document: Document) -> Iterator[Finding]:
    """Texts left as the template wrote them, in front matter and at the head of the prose."""
    for text, trail in _left(document.front.table.value, ()):
        yield finding("map/template-text", document.front.table.place(trail), text=text)
    yield from _opening(document)


def _left(value: dict[str, Value] | list[Value], trail: Trail) -> Iterator[tuple[str, Trail]]:
    """Every text in a value that is left, with the trail to it."""
    for part, inner in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(inner, str):
            if _is_left(inner):
                yield inner, (*trail, part)
        elif isinstance(inner, dict | list):
            yield from _left(inner, (*trail, part))


def _is_left(text: str) -> bool:
    return text in FILLERS or text.strip(" .:!…[]").casefold() in UNFINISHED or text.startswith("Lorem ipsum")


def _opening(document: Document) -> Iterator[Finding]:
    if not any(opening in document.source.text for opening in OPENINGS):
        return
    for number, line in enumerate(document.source.text.split("\n"), start=1):
        opening = next((text for text in OPENINGS if line.startswith(text)), "")
        if opening:
            yield finding("map/template-text", Place(document.path, number, 1, len(opening)), text=opening)


def template_scores(journey: LinkedJourney, atlas: Atlas) -> Iterator[Finding]:
    """A journey whose scores nobody has touched: the template's, at the template's own steps."""
    if untouched(journey):
        place = place_of(journey.front, ("title",))
        scores = ", ".join(f"{atlas.settings.feeling_scale.from_five(SCORE):g}" for _ in range(FEWEST))
        yield finding("map/template-scores", place, journey=journey.name, scores=f"{scores} …")


def untouched(journey: LinkedJourney) -> bool:
    """Whether all scores of a journey are the template's, at three of its steps at least."""
    scores = [felt.score for step in journey.steps for felt in step.felt if felt.score is not None]
    own = [step for step in journey.steps if step.felt and step.step.action in ACTIONS]
    return len(own) >= FEWEST and set(scores) == {SCORE}
