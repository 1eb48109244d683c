"""The card of a page, from its view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from parcours.draw.card import Card, CardLine, CardPerson
from parcours.pages.comparison_view import JourneysComparisonPage, OverlayLineView, PersonasComparisonPage
from parcours.pages.view import JourneyCard
from parcours.pages.views import DiagramFile, HomePage, JourneyPage, PersonaPage
from parcours.theme.map_drawings import curve_lines
from parcours.theme.words import Words

if TYPE_CHECKING:
    from parcours.pages.views import View

MOST_CURVES = 3


def card_of(view: View, t: Words) -> Card:
    """What the card of a page shows: of home, a journey, a persona, a comparison; just the title of any other."""
    if isinstance(view, JourneyPage):
        return _journey(view, t)
    if isinstance(view, PersonaPage):
        return _persona(view, t)
    if isinstance(view, JourneysComparisonPage | PersonasComparisonPage):
        return _comparison(view, t)
    if isinstance(view, HomePage):
        return _home(view, t)
    return Card(view.frame.site_name, view.frame.title) if not isinstance(view, DiagramFile) else Card("", "")


def _journey(view: JourneyPage, t: Words) -> Card:
    lines = tuple(
        CardLine(line.index, tuple(point.score for point in line.points))
        for line in curve_lines(view.map, t)
        if any(point.score is not None for point in line.points)
    )
    steps = sum(len(stage.steps) for stage in view.map.stages)
    counts = f"{t.n('count.stages', len(view.map.stages))} · {t.n('count.steps', steps)}" if steps else ""
    people = tuple(CardPerson(face.name, face.index, face.name) for face in view.personas)
    overline = f"{view.frame.site_name} · {t(f'kind.{view.kind}')}"
    return Card(overline, view.frame.title, view.scenario or view.description, lines, people, counts)


def _persona(view: PersonaPage, t: Words) -> Card:
    quote = f"{t('quote.open')}{view.quote.text}{t('quote.close')}" if view.quote else view.bio or view.description
    overline = f"{view.frame.site_name} · {t(f'kind.{view.kind}')}"
    own = tuple(
        CardLine(index, scores)
        for card in view.journeys
        for index, name, scores in card.curves
        if name == view.face.name
    )
    people = (CardPerson(view.name, view.face.index, view.face.caption or view.name),)
    return Card(overline, view.name, quote, own[:1], people, t.n("count.journeys", len(view.journeys)))


def _comparison(view: JourneysComparisonPage | PersonasComparisonPage, t: Words) -> Card:
    overlay = view.overlay if isinstance(view, PersonasComparisonPage) else next(iter(view.overlays), None)
    sides = ((overlay.a, 0), (overlay.b, 1)) if overlay else ()
    lines = tuple(CardLine(n, _scores(side, overlay.columns)) for side, n in sides) if overlay else ()
    people = tuple(CardPerson(t(side.name), n, t(side.name)) for side, n in sides)
    return Card(f"{view.frame.site_name} · {t('compare.overline')}", view.frame.title, "", lines, people)


def _scores(line: OverlayLineView, columns: int) -> tuple[float | None, ...]:
    told = {point.column: point.score for point in line.points}
    return tuple(told.get(column) for column in range(columns))


def _home(view: HomePage, t: Words) -> Card:
    curves = (line for card in view.cards for line in _first(card))
    lines = tuple(CardLine(n, line.scores) for n, line in enumerate(curves) if n < MOST_CURVES)
    counts = " · ".join(f"{count} {t.n(f'counted.{kind}', count)}" for kind, _, count in view.counts[:2])
    return Card(t("many.journeys"), view.frame.site_name, view.description, lines, (), counts)


def _first(card: JourneyCard) -> tuple[CardLine, ...]:
    return tuple(CardLine(index, scores) for index, _, scores in card.curves[:1])
