"""The review calendar: which maps are to be looked at again when, for each owner and for all."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple

from babel.dates import format_date

from parcours.check.upkeep import review_due
from parcours.link.atlas import Atlas, Ref
from parcours.model.kinds import Kind
from parcours.pages.calendar import Day, calendar_lines
from parcours.pages.figures import day
from parcours.pages.forms import Head
from parcours.pages.here import Here
from parcours.pages.reviews_view import CalendarFile, DueGroup, DueView, ReviewsPage, SuspicionView
from parcours.pages.view import Hyperlink
from parcours.pages.views import Page

FOLDER = "reviews"
FILE = "reviews.ics"
WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {"name": "Reviews: {name}", "review": "Review: {name}", "owner": "Owner: {owner}", "last": "Last: {day}"},
    "fr": {
        "name": "Revues\u202f: {name}",
        "review": "Revue\u202f: {name}",
        "owner": "Responsable\u202f: {owner}",
        "last": "Dernière\u202f: {day}",
    },
}
"""What a calendar file says; it is no page, so themes have no words for it."""


def review_addresses(atlas: Atlas) -> Iterator[tuple[str, Ref | None]]:
    """The pages and files of the calendar with the owner each is for, where any map says when it is to be reviewed."""
    if not atlas.sections.get("reviews"):
        return
    names = {one.journey.owner for one in atlas.journeys.values() if one.journey.status != "retired"}
    owners = {ref for name in names if name and (ref := atlas.ref(Kind.OWNER, name))}
    for owner in (None, *sorted(owners)):
        folder = f"{FOLDER}/{owner.id}" if owner else FOLDER
        yield f"{folder}/index.html", owner
        yield f"{folder}/{FILE}", owner


def reviews_page(here: Here, owner: Ref | None, today: dt.date | None) -> Page:
    """The calendar of one owner, or of all: what is late, then month by month, then what has no day."""
    journeys = _watched(here, owner)
    dated = sorted(
        ((due, one) for one in journeys if (due := _due(here, one))),
        key=lambda pair: (pair[0], pair[1].head.name.casefold(), pair[1].ref.id),
    )
    late = [(due, one) for due, one in dated if today is not None and due < today]
    groups = [_group(here, "late", "", late)] if late else []
    for (year, month), found in groupby(dated[len(late) :], key=lambda pair: (pair[0].year, pair[0].month)):
        name = format_date(dt.date(year, month, 1), "LLLL y", locale=here.language)
        groups.append(_group(here, "month", name[:1].upper() + name[1:], list(found)))
    undated = [(None, one) for one in journeys if _due(here, one) is None]
    if undated:
        groups.append(_group(here, "none", "", undated))
    frame = here.frame("reviews", "reviews", breadcrumb=(_all(here),) if owner else ())
    owned = here.to(owner) if owner else None
    owners = () if owner else tuple(_owners(here, today))
    return Page(here.address, "reviews.html", ReviewsPage(frame, owned, tuple(groups), owners, FILE))


def calendar_file(here: Here, owner: Ref | None) -> Page:
    """The same for calendars: a day for each map that is to be reviewed."""
    words = WORDS[here.language]
    title = here.to(owner).text if owner else here.atlas.settings.site_name or "Parcours"
    days = (found for one in _watched(here, owner) if (found := _day(here, one)) is not None)
    lines = calendar_lines(words["name"].format(name=title), days)
    return Page(here.address, "calendar.ics", CalendarFile(here.frame("reviews", "reviews"), lines))


def suspicion_views(here: Here, id_: str) -> tuple[SuspicionView, ...]:
    """What changed since a map was reviewed, the map itself first."""
    told = here.atlas.suspects.get(id_, ())
    return tuple(
        SuspicionView(here.to(Ref(Kind(one.kind), one.id)), one.fields, day(one.day, here.language), own)
        for own in (True, False)
        for one in told
        if (one.kind == Kind.JOURNEY.value) is own
    )


class Map(NamedTuple):
    """A journey that is looked after, and whom it belongs to."""

    ref: Ref
    head: Head
    owner: Ref | None


def _watched(here: Here, owner: Ref | None = None) -> list[Map]:
    """The journeys of an owner, or of all, but those that are retired."""
    refs = here.atlas.by_kind.get(Kind.JOURNEY, ())
    owned = ((ref, here.owner(here.glances.owners[ref.id])) for ref in refs)
    maps = (Map(ref, here.glances.heads[ref.id], whose) for ref, whose in owned if owner in (None, whose))
    return [one for one in maps if one.head.status != "retired"]


def _due(here: Here, one: Map) -> dt.date | None:
    return review_due(one.head.reviewed, one.head.review_every, here.atlas.settings)


def _all(here: Here) -> Hyperlink:
    return Hyperlink("reviews", here.href(f"{FOLDER}/index.html"))


def _group(here: Here, key: str, name: str, found: Iterable[tuple[dt.date | None, Map]]) -> DueGroup:
    return DueGroup(key, name, tuple(_row(here, one, due, late=key == "late") for due, one in found))


def _row(here: Here, one: Map, due: dt.date | None, *, late: bool) -> DueView:
    return DueView(
        here.to(one.ref),
        here.to(one.owner) if one.owner else None,
        one.head.status,
        day(one.head.reviewed, here.language),
        day(due, here.language),
        due.isoformat() if due else "",
        late,
        suspicion_views(here, one.ref.id),
    )


def _owners(here: Here, today: dt.date | None) -> Iterator[tuple[Hyperlink, int, int]]:
    """Each owner with the way to their own calendar, how many maps they answer for, and how many of them are late."""
    found: dict[Ref, list[bool]] = {}
    for one in _watched(here):
        if one.owner is not None:
            due = _due(here, one)
            found.setdefault(one.owner, []).append(bool(due and today and due < today))
    for owner, late in sorted(found.items()):
        yield Hyperlink(here.to(owner).text, here.href(f"{FOLDER}/{owner.id}/index.html")), len(late), sum(late)


def _day(here: Here, one: Map) -> Day | None:
    due, since, head = _due(here, one), one.head.reviewed, one.head
    if due is None or since is None:
        return None
    base, words = here.atlas.settings.base_url.rstrip("/"), WORDS[here.language]
    site = base.partition("://")[2].partition("/")[0] or "parcours.invalid"
    owner = words["owner"].format(owner=head.owner) if head.owner else ""
    last = words["last"].format(day=day(since, here.language))
    return Day(
        f"review-{one.ref.id}@{site}",
        due,
        since,
        words["review"].format(name=head.name),
        "\n".join(part for part in (owner, last) if part),
        f"{base}/{one.ref.address}" if base else "",
    )
