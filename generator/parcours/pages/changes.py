"""What changed in the whole atlas: a page month by month, and the same as a feed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice

from babel.dates import format_date

from parcours.draw.svg import legal
from parcours.link.atlas import Atlas, Ref
from parcours.model.history import Change, Touch
from parcours.model.kinds import Kind
from parcours.pages.figures import day
from parcours.pages.here import Here
from parcours.pages.past import MOST_CHANGES, change_views, named
from parcours.pages.past_view import ChangedView, ChangesPage, ChangeView, EntryView, FeedPage, MonthView
from parcours.pages.view import Hyperlink
from parcours.pages.views import Page

ADDRESS = "changes/index.html"
FEED = "changes/feed.xml"
MONTHS = 12
"""Months told, those without a change left out."""
ROWS = 40
"""Pages told of one month, at most."""
ENTRIES = 40
"""Entries of the feed, at most."""


def change_addresses(atlas: Atlas) -> tuple[str, ...]:
    """The addresses of what tells the changes: none outside git, no feed without ``base_url``."""
    if not atlas.lately:
        return ()
    return (ADDRESS, FEED) if atlas.settings.base_url else (ADDRESS,)


def changes_page(here: Here) -> Page:
    """What changed, the newest month first; within a month the last changed page first."""
    pages = _pages(here)
    months = (_month(here, touches, pages) for touches in here.atlas.lately.values())
    told = tuple(islice((month for month in months if month.rows), MONTHS))
    feed = here.href(FEED) if here.atlas.settings.base_url else ""
    return Page(here.address, "changes.html", ChangesPage(here.frame("changes", "changes"), told, feed))


def feed_page(here: Here) -> Page:
    """The feed: an entry for each page and day."""
    base = here.atlas.settings.base_url.rstrip("/") + "/"
    entries = tuple(islice(_entries(here, base), ENTRIES))
    updated = entries[0].updated if entries else ""
    view = FeedPage(here.frame("changes", "changes"), base + FEED, base, updated, entries)
    return Page(here.address, "feed.xml", view)


def _pages(here: Here) -> Mapping[str, Ref]:
    """The page each file of the content is a part of."""
    files = {path: ref for ref in here.refs if (path := here.glances.sources[ref])}
    journeys = here.atlas.by_kind.get(Kind.JOURNEY, ())
    return {**{path: ref for ref in journeys for path in here.glances.files[ref.id]}, **files}


def _month(here: Here, touches: Sequence[Touch], pages: Mapping[str, Ref]) -> MonthView:
    """The pages that changed in a month; several files of one journey are one page."""
    by_page: dict[Ref | str, list[Touch]] = {}
    for touch in touches:
        known: Ref | str | None = pages.get(touch.path) or (touch.path if touch.kind == "removed" else None)
        if known is not None:
            by_page.setdefault(known, []).append(touch)
    first = touches[0].day
    rows = [_row(here, about, found) for about, found in islice(by_page.items(), ROWS)]
    name = format_date(first, "LLLL y", locale=here.language)
    return MonthView(f"{first:%Y-%m}", name[:1].upper() + name[1:], tuple(rows), max(0, len(by_page) - ROWS))


def _row(here: Here, about: Ref | str, touches: list[Touch]) -> ChangedView:
    newest, oldest = touches[0].day, touches[-1].day
    changes = list(_changes(here, about, oldest, newest)) if isinstance(about, Ref) else []
    journey = about if isinstance(about, Ref) and about.kind is Kind.JOURNEY else None
    return ChangedView(
        kind=about.kind.value if isinstance(about, Ref) else about.split("/")[1],
        page=here.to(about) if isinstance(about, Ref) else Hyperlink(_stem(about)),
        what=_what(touches),
        day=day(newest, here.language),
        iso=newest.isoformat(),
        by=named(here, (author for touch in touches for author in touch.authors)),
        revisions=len({commit for touch in touches for commit in touch.commits}),
        changes=change_views(here, journey, changes),
        more=max(0, len(changes) - MOST_CHANGES),
    )


def _stem(path: str) -> str:
    """A file that is no more under the name it had."""
    return path.removesuffix("/index.md").rpartition("/")[2].removesuffix(".md").replace("-", " ").capitalize()


def _what(touches: Iterable[Touch]) -> str:
    kinds = {touch.kind for touch in touches}
    return next((kind for kind in ("removed", "added", "renamed") if kind in kinds), "changed")


def _changes(here: Here, about: Ref, oldest: dt.date, newest: dt.date) -> Iterator[Change]:
    """What a page says differently since, of those that have a timeline."""
    source = here.glances.sources[about]
    told = here.atlas.timelines.get(source) if source else None
    for moment in told.moments if told else ():
        if oldest <= moment.day <= newest:
            yield from moment.changes


def _entries(here: Here, base: str) -> Iterator[EntryView]:
    pages = _pages(here)
    days: dict[tuple[dt.date, Ref], list[Touch]] = {}
    for touch in chain.from_iterable(here.atlas.lately.values()):
        if touch.path in pages:
            days.setdefault((touch.day, pages[touch.path]), []).append(touch)
    for (day_, ref), touches in days.items():
        row = _row(here, ref, touches)
        href = base + ref.address
        updated = f"{day_.isoformat()}T00:00:00Z"
        changes = tuple(_legal(change) for change in row.changes)
        title, by = legal(row.page.text), tuple(map(legal, row.by))
        yield EntryView(f"{href}#{row.iso}", href, title, row.what, updated, by, changes, row.more)


def _legal(change: ChangeView) -> ChangeView:
    about = replace(change.about, text=legal(change.about.text))
    return replace(change, about=about, text=legal(change.text))
