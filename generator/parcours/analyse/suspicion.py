"""Which journeys are suspect: something they cite has changed since they were reviewed. The idea is Doorstop's.

Doorstop: J. Browning and R. Adams, "Doorstop: Text-Based Requirements Management Using Version Control", Journal of
Software Engineering and Applications 7(3), 2014, pages 187-194.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from parcours.link.atlas import Atlas, LinkedJourney, Ref
from parcours.model.kinds import Kind
from parcours.model.review import Looks, Seen, Suspicion
from parcours.parse.document import Document, Front
from parcours.source.text import digest_of

CITED = (Kind.PERSONA, Kind.EVIDENCE, Kind.TOUCHPOINT, Kind.CHANNEL)
"""Kinds of things that a journey rests on."""
UNSEEN = frozenset({"reviewed", "review_every", "status", "owner", "tags", "lang"})
"""Fields that say nothing of what a thing is."""
TEXT = "text"


@dataclass(frozen=True, slots=True)
class Reviews:
    """Suspicions by the journey's id, and what the files looked like, by path, kept while a file is the same."""

    suspects: Mapping[str, tuple[Suspicion, ...]] = field(default_factory=dict[str, tuple[Suspicion, ...]])
    looks: Mapping[str, tuple[Document, Looks]] = field(default_factory=dict[str, tuple[Document, Looks]], repr=False)


def suspect(atlas: Atlas, reviews: Sequence[Seen], before: Reviews | None = None) -> Reviews:
    """The suspicions there are; looks of documents that are still the same object are taken from ``before``."""
    if not reviews:
        return Reviews()
    eyes = _Eyes(atlas, before.looks if before else {}, {})
    cited = citations(atlas)
    found: dict[str, list[Suspicion]] = {}
    for seen in sorted(reviews, key=lambda one: (one.journey, one.kind, one.id)):
        suspicion = _suspicion(seen, atlas, cited, eyes)
        if suspicion is not None:
            found.setdefault(seen.journey, []).append(suspicion)
    return Reviews({journey: tuple(ones) for journey, ones in found.items()}, eyes.seen)


def _suspicion(seen: Seen, atlas: Atlas, cited: Mapping[str, frozenset[Ref]], eyes: _Eyes) -> Suspicion | None:
    journey = atlas.journeys.get(seen.journey)
    kind = next((kind for kind in (Kind.JOURNEY, *CITED) if kind.value == seen.kind), None)
    if journey is None or kind is None or journey.journey.status == "retired":
        return None
    by_hand = journey.journey.reviewed
    if by_hand is not None and by_hand > seen.day:
        # Somebody wrote a later day without recording anything: what they saw is not known.
        return None
    ref = Ref(kind, seen.id)
    if ref == journey.ref:
        now = eyes.journey(journey)
    elif ref in cited.get(journey.ref.id, frozenset()):
        now = eyes.thing(ref)
    else:
        return None
    fields = tuple(sorted(key for key in {*now, *seen.looks} if now.get(key) != seen.looks.get(key)))
    return Suspicion(seen.kind, seen.id, seen.day, fields) if fields else None


def seen_now(atlas: Atlas, journeys: Iterable[LinkedJourney], day: dt.date) -> Iterator[Seen]:
    """What some journeys and everything they cite look like, as a review of this day records it."""
    eyes = _Eyes(atlas, {}, {})
    cited = citations(atlas)
    for journey in journeys:
        yield Seen(journey.ref.id, day, journey.ref.kind.value, journey.ref.id, eyes.journey(journey))
        for ref in sorted(cited.get(journey.ref.id, frozenset())):
            yield Seen(journey.ref.id, day, ref.kind.value, ref.id, eyes.thing(ref))


def citations(atlas: Atlas) -> Mapping[str, frozenset[Ref]]:
    """What each journey cites, by its id."""
    found: dict[str, set[Ref]] = {}
    for ref, mentions in atlas.mentions.items():
        if ref.kind in CITED:
            for mention in mentions:
                if mention.page.kind is Kind.JOURNEY:
                    found.setdefault(mention.page.id, set()).add(ref)
    return {journey: frozenset(refs) for journey, refs in found.items()}


@dataclass(slots=True)
class _Eyes:
    """Looks at things, at each file once."""

    atlas: Atlas
    known: Mapping[str, tuple[Document, Looks]]
    seen: dict[str, tuple[Document, Looks]]

    def thing(self, ref: Ref) -> Looks:
        """A thing that is only named inside others looks like nothing."""
        thing = self.atlas.things.get(ref)
        return self.text(thing.front) if thing is not None and thing.front is not None else {}

    def journey(self, journey: LinkedJourney) -> Looks:
        """A journey with the files of its stages as one."""
        looks = dict(self.text(journey.front))
        filed = [self.text(stage.front) for stage in journey.stages if stage.own_file]
        if filed:
            looks["stages"] = _digest([looks.get("stages", ""), *map(dict, filed)])
        return looks

    def text(self, front: Front) -> Looks:
        """A file."""
        path = front.path
        document = self.atlas.texts[path]
        if path not in self.seen:
            last = self.known.get(path)
            same = last is not None and last[0] is document
            self.seen[path] = last if same and last is not None else (document, looks_of(document))
        return self.seen[path][1]


def looks_of(document: Document) -> Looks:
    """What a document says, field by field; white space, comments, quotes and the order of keys make no difference."""
    record = document.record.model_dump(mode="json", exclude_defaults=True, exclude=set(UNSEEN))
    looks = {key: _digest(value) for key, value in record.items()}
    prose = " ".join(document.below.split())
    return looks | ({TEXT: _digest(prose)} if prose else {})


def _digest(value: object) -> str:
    return digest_of(json.dumps(value, sort_keys=True, ensure_ascii=True).encode())[:8]
