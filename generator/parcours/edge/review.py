"""A review put on record: the day in the journey's own file, what it rests on in ``parcours-reviews.txt``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from parcours.analyse.suspicion import seen_now
from parcours.edge.texts import read_raw, write_whole
from parcours.link.atlas import Atlas, LinkedJourney
from parcours.model.review import Seen
from parcours.parse.document import read_document
from parcours.parse.reviewed_line import with_reviewed
from parcours.parse.reviews import REVIEWS, written_reviews
from parcours.source.text import Source


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A journey that was reviewed, how many things it cites, and the file that could not take the day (else empty)."""

    journey: LinkedJourney
    cited: int
    by_hand: str = ""


def review(
    root: Path, atlas: Atlas, before: Sequence[Seen], journeys: Sequence[LinkedJourney], day: dt.date
) -> tuple[Reviewed, ...]:
    """Records the review of some journeys on a day; what is on record of others stays. Raises OSError."""
    done: list[Reviewed] = []
    fresh: list[Seen] = []
    for journey in journeys:
        seen = list(seen_now(atlas, (journey,), day))
        fresh += seen
        done.append(Reviewed(journey, len(seen) - 1, "" if _dated(root, atlas, journey, day) else journey.front.path))
    names = {journey.ref.id for journey in journeys}
    kept = [one for one in before if one.journey not in names and one.journey in atlas.journeys]
    write_whole(root / REVIEWS, written_reviews((*kept, *fresh)))
    return tuple(done)


def _dated(root: Path, atlas: Atlas, journey: LinkedJourney, day: dt.date) -> bool:
    """Whether the file says the day now; it is left as it is where that would change anything else it says."""
    path = journey.front.path
    document = atlas.texts[path]
    try:
        raw = read_raw(root / path)
    except UnicodeDecodeError:
        return False
    if Source.of(path, raw).digest != document.source.digest:
        return False
    text = with_reviewed(raw, day.isoformat())
    if text is None:
        return False
    again = read_document(Source.of(path, text), document.role)
    same = again.record == document.record.model_copy(update={"reviewed": day})
    if not same or len(again.findings) > len(document.findings):
        return False
    if text != raw:
        write_whole(root / path, text)
    return True
