"""Advice about the upkeep of maps: who answers for them, when they were reviewed, what nothing uses any more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedJourney, Thing
from parcours.link.spot import place_of
from parcours.model.duration import read_duration
from parcours.model.kinds import Kind
from parcours.model.opportunity import Opportunity
from parcours.model.settings import Settings

WITHOUT_JOURNEY = ("anti-persona", "role")
"""Kinds of persona that no journey needs to follow."""


def journey_without_owner(journey: LinkedJourney, _atlas: Atlas) -> Iterator[Finding]:
    """A journey nobody answers for."""
    if not (journey.journey.owner or journey.lacks("owner")):
        yield finding("map/no-owner", place_of(journey.front, ("title",)), journey=journey.name)


def review_due(reviewed: dt.date | None, review_every: str, settings: Settings) -> dt.date | None:
    """The day by which a journey is to be looked at again: its last review and its own or the site's interval.

    None when one of the two is not known.
    """
    every = read_duration(review_every or settings.review.every) if reviewed else None
    return every.after(reviewed) if every and reviewed else None


def has_reviews(journeys: Iterable[LinkedJourney], settings: Settings) -> bool:
    """Whether any of some journeys says when it is to be looked at again."""
    reviewed = (one.journey for one in journeys if one.journey.reviewed)
    lived = (one for one in reviewed if one.status != "retired")
    return any(review_due(one.reviewed, one.review_every, settings) for one in lived)


def overdue_review(journey: LinkedJourney, atlas: Atlas) -> Iterator[tuple[dt.date, Finding]]:
    """The day after which a journey's review is overdue, and what is told then. Retired ones need none."""
    due = review_due(journey.journey.reviewed, journey.journey.review_every, atlas.settings)
    if due is not None and journey.journey.status != "retired":
        place = place_of(journey.front, ("reviewed",))
        yield due, finding("map/overdue-review", place, journey=journey.name, due=due.isoformat())


def never_reviewed(journey: LinkedJourney, _atlas: Atlas) -> Iterator[Finding]:
    """A journey said to be reviewed or validated, without the day."""
    status = journey.journey.status
    known = journey.journey.reviewed is not None or journey.lacks("reviewed")
    if status in ("reviewed", "validated") and not known:
        place = place_of(journey.front, ("status",))
        yield finding("map/never-reviewed", place, journey=journey.name, status=status)


UNUSED = {
    Kind.CHANNEL: ("channel", "channels"),
    Kind.EVIDENCE: ("evidence", "from", "source"),
    Kind.SEGMENT: ("segment",),
    Kind.TOUCHPOINT: ("touchpoint", "channel"),
    Kind.SURVEY: ("survey", "id"),
    Kind.OPPORTUNITY: ("opportunities", "id"),
}
"""Kinds of thing, and the keys that name them."""


def unused_persona(atlas: Atlas) -> Iterator[Finding]:
    """A persona no journey follows."""
    free = [ref for ref in atlas.by_kind.get(Kind.PERSONA, ()) if ref.id not in atlas.taken]
    if not free or any(journey.lacks("personas") for journey in atlas.journeys.values()):
        return
    meant = _meant(atlas)
    for thing in (atlas.things[ref] for ref in free):
        kind = getattr(thing.record, "kind", "persona")
        unread = thing.front is not None and thing.front.lacks("kind")
        if thing.ref.id not in meant and kind not in WITHOUT_JOURNEY and not unread:
            yield finding("map/unused-persona", thing.place, persona=thing.name)


def unused_thing(atlas: Atlas) -> Iterator[Finding]:
    """A file about something that nothing else names."""
    documents = [thing.front for thing in atlas.things.values() if thing.front is not None]
    for kind, keys in UNUSED.items():
        things = [t for t in atlas.of(kind) if t.front is not None and not (atlas.mentions.get(t.ref) or _acts(t))]
        if things and not any(document.lacks(*keys) for document in documents):
            meant = _meant(atlas)
            for thing in things:
                if thing.ref.id not in meant and not (thing.front and thing.front.lacks()):
                    yield finding(f"map/unused-{kind.word}", thing.place, name=thing.name)


def _acts(thing: Thing) -> bool:
    """Whether a thing names what it is for by itself."""
    return isinstance(thing.record, Opportunity) and bool(thing.record.steps)


def _meant(atlas: Atlas) -> set[str]:
    """The ids that somebody meant to name and misspelt."""
    told = [found for found in atlas.findings if found.rule.startswith("refs/")]
    choices = (choice for found in told for choice in found.value("choices").split(", "))
    return {*(found.suggestion for found in told), *choices}


def future_of_nothing(journey: LinkedJourney, _atlas: Atlas) -> Iterator[Finding]:
    """A future state that does not say which current one it answers."""
    if journey.journey.state == "future" and not (journey.journey.of or journey.lacks("of")):
        yield finding("map/future-of-nothing", place_of(journey.front, ("state",)), journey=journey.name)
