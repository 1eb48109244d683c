"""What is kept of a build for the next process: the project as it was linked, and what its pages were made from."""

from __future__ import annotations

import io
import pickle
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from parcours.findings.finding import Ordered
from parcours.link.watched import Reads
from parcours.pages.views import JourneyPage, Page
from parcours.source.pickled import Ways
from parcours.source.text import digest_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping

    from parcours.analyse.contract import Contract
    from parcours.build.reading import Reading
    from parcours.link.forms import Column
    from parcours.pages.site import Planned
    from parcours.search.index import Index


@dataclass(frozen=True, slots=True)
class Stood:
    """A page of the last site: what it was made from and with, and the files it wrote.

    ``keys`` are its templates, each with what identifies it; ``view`` identifies the page's view, empty where that is
    not worth its time.
    """

    reads: Reads
    keys: tuple[tuple[str, str], ...]
    view: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A build without its pages. ``stamp`` and ``today`` are those of its snapshot.

    ``forms`` are what pages see of journeys that are not their own, by name; ``planned`` has no plans but those that
    can be used again.
    """

    read: Reading = field(repr=False)
    told: Ordered = field(repr=False)
    contract: Contract | None = field(repr=False)
    index: Index | None = field(repr=False)
    forms: Mapping[str, Column] = field(repr=False)
    planned: Planned = field(repr=False)
    stamp: str
    today: dt.date | None


_WAYS = Ways()


def view_mark(page: Page) -> str:
    """What identifies all that a page shows, the same in every process.

    Empty for a journey, whose page seldom is asked without having changed, and which is most of a site.
    """
    if isinstance(page.view, JourneyPage):
        return ""
    out = io.BytesIO()
    pickler = pickle.Pickler(out, pickle.HIGHEST_PROTOCOL)
    # Without a memory of what it wrote: equal views are the same bytes, whichever of their parts are one object.
    pickler.fast = True
    pickler.dispatch_table = _WAYS
    pickler.dump(page)
    return digest_of(out.getvalue())
