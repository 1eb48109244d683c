"""Maps and personas as slides: tables and curves that can be edited, not pictures; the rest is in the notes."""

from __future__ import annotations

import io
from collections.abc import Iterator

from parcours.draw.monogram import initials
from parcours.draw.palette import Palette
from parcours.export.archive import steady
from parcours.export.pptx_map import map_slides
from parcours.export.pptx_shapes import Slide, Words, box, inches, monogram, new_deck, title
from parcours.export.told import Told
from parcours.pages.views import PersonaPage
from parcours.theme.words import Words as Locale

WIDE, HIGH = 13.333, 7.5
_TITLE_ONLY = 5
_EMPATHY = ("thinks_feels", "hears", "sees", "says_does", "fears", "hopes")


def deck_of(told: Told, palette: Palette) -> bytes:
    """The slides: each map on one, or on several side by side where it is wide, then each persona."""
    deck = new_deck()
    deck.slide_width, deck.slide_height = inches(WIDE), inches(HIGH)
    layout = deck.slide_layouts[_TITLE_ONLY]
    for _, journey in told.journeys:
        for draw in map_slides(journey, told.words, palette):
            draw(_slide(deck, layout))
    for n, (_, persona) in enumerate(told.personas):
        _persona(_slide(deck, layout), persona, n, told.words, palette)
    deck.core_properties.author, deck.core_properties.title = "Parcours", told.site_name
    out = io.BytesIO()
    deck.save(out)
    return steady(out.getvalue())


def _slide(deck: Slide, layout: Slide) -> Slide:
    slide = deck.slides.add_slide(layout)
    head = slide.shapes.title
    head.left, head.top, head.width, head.height = map(inches, (0.4, 0.25, WIDE - 0.8, 0.6))
    return slide


def _persona(slide: Slide, page: PersonaPage, index: int, t: Locale, palette: Palette) -> None:
    """Who the persona is at the left, what moves them beside, the empathy map below, the rest in the notes."""
    own, soft = palette.persona(index), palette("ink-soft")
    title(slide, Words(page.name, 26, bold=True, colour=palette("ink")))
    monogram(slide, (0.4, 1.05, 1.1), initials(page.name) or "?", own)
    about = [Words(t(f"kind.{page.kind}"), 12, colour=soft)]
    about += [Words(f"{t(fact.label)}: {', '.join(value.text for value in fact.values)}", 11) for fact in page.facts]
    box(slide, (1.65, 1.0, 4.2, 1.9), about)
    quote = f"{t('quote.open')}{page.quote.text}{t('quote.close')}" if page.quote else page.bio or page.description
    if quote:
        box(slide, (6.0, 1.0, 6.9, 1.3), (Words(quote, 18, colour=own),))
    wide = (WIDE - 0.8) / max(1, min(len(page.lists), 4))
    for n, one in enumerate(page.lists[:4]):
        words = (Words(t(one.label), 12, bold=True, colour=own), *(Words(f"• {text}", 11) for text in one.texts))
        box(slide, (0.4 + n * wide, 3.0, wide - 0.15, 2.0), words)
    if not page.empathy.is_empty():
        wide = (WIDE - 0.8) / len(_EMPATHY)
        for n, key in enumerate(_EMPATHY):
            texts = (Words(f"• {text}", 10) for text in getattr(page.empathy, key))
            head = Words(t(f"empathy.{key}"), 11, bold=True, colour=palette("accent"))
            box(slide, (0.4 + n * wide, 5.2, wide - 0.1, 2.0), (head, *texts))
    elif page.journeys:
        journeys = (Words(f"• {card.title}", 11) for card in page.journeys)
        head = Words(t("page.journeys_taken"), 12, bold=True, colour=palette("accent"))
        box(slide, (0.4, 5.2, WIDE - 0.8, 2.0), (head, *journeys))
    slide.notes_slide.notes_text_frame.text = "\n".join(_rest(page, t))


def _rest(page: PersonaPage, t: Locale) -> Iterator[str]:
    yield from (text for text in (page.bio, page.description) if text)
    yield from (f"{t(one.label)}: {'; '.join(one.texts)}" for one in page.lists[4:])
    yield from (f"{t('assumption')}: {text}" for text in page.assumptions)
