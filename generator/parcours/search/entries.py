"""What can be found on one page: itself, its stages, steps, quotes, pain points, opportunities, with their anchors."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from parcours.link.atlas import Atlas, LinkedJourney, LinkedStep, Thing
from parcours.model.kinds import Kind
from parcours.model.persona import Persona
from parcours.parse.document import Front
from parcours.search.fold import terms_of

LETTERS: Mapping[str, str] = {
    "personas": "p",
    "journeys": "j",
    "stages": "a",
    "steps": "s",
    "quotes": "q",
    "pain_points": "n",
    "opportunities": "o",
    "channels": "c",
    "touchpoints": "t",
    "segments": "g",
    "evidence": "e",
    "surveys": "u",
    "tags": "h",
    "owners": "w",
}
"""The letter an index has for each kind of result, in the order facets are shown."""

NOTE = 110
"""Letters of the note under a page's name, at most."""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_NUMBERS: tuple[str, ...] = (*_DIGITS, *(tens + ones for tens in _DIGITS[1:] for ones in _DIGITS))
_ABOUT = ("description", "scenario", "trigger", "goal", "bio", "occupation", "location", "segment", "owner", "subject")
_LISTS = ("tags", "goals", "needs", "motivations", "frustrations", "behaviours", "participants", "assumptions")
_OF_STEP = ("description", "thinking", "motivation", "expects", "channel", "touchpoint", "device", "owner")
_BELOW = ("frontstage", "backstage", "support", "physical_evidence")


@dataclass(frozen=True, slots=True)
class Found:
    """What can be found on a page, ready to be put into an index.

    ``kinds`` and ``sizes`` have a letter for each entry (its kind; of how many terms its words are, to base 36);
    ``terms`` tell for each term which entries have it in their words and, after ``!``, which beside them;
    ``shown`` is the JSON of all that is shown: address, name, note, names of stages, entries (stage, anchor, words).
    """

    kinds: str
    sizes: str
    terms: Mapping[str, str] = field(repr=False)
    shown: str = field(repr=False)


class _Page:
    """The entries of one page while they are collected. A span is a first and a last entry."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.kinds: list[str] = []
        self.sizes: list[str] = []
        self.entries: list[tuple[int, str, str]] = []
        self.own: dict[str, list[tuple[int, int]]] = {}
        self.beside: dict[str, list[tuple[int, int]]] = {}

    def add(self, kind: str, words: str, stage: int = -1, anchor: str = "", about: Iterable[str] = ()) -> None:
        """An entry, its words, and the texts beside them that it is found by too."""
        number = len(self.kinds)
        terms = dict.fromkeys(terms_of(words, self.language))
        self.kinds.append(LETTERS[kind])
        self.sizes.append(_DIGITS[min(len(terms), 35)])
        self.entries.append((stage, anchor, words))
        for term in terms:
            self.own.setdefault(term, []).append((number, number))
        self.around(about, number, number)

    def around(self, texts: Iterable[str], first: int, last: int) -> None:
        """Texts by which all of some entries are found, if there are any."""
        if last < first:
            return
        span = (first, last)
        for term in {term for text in texts if text for term in terms_of(text, self.language)}:
            self.beside.setdefault(term, []).append(span)

    def found(self, address: str, note: str, stages: Iterable[str] = ()) -> Found:
        """All of it."""
        terms = {term: _coded(spans) for term, spans in self.own.items()}
        for term in sorted(self.beside):
            terms[term] = f"{terms.get(term, '')}!{_coded(self.beside[term])}"
        shown = [address, self.entries[0][2], _short(note), list(stages), self.entries[1:]]
        text = json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
        return Found("".join(self.kinds), "".join(self.sizes), terms, text)


def language_of(thing: Thing, atlas: Atlas) -> str:
    """The language a thing is written in: its own, else the site's."""
    return (thing.record.lang if thing.record else None) or atlas.settings.language


def thing_found(thing: Thing, language: str, atlas: Atlas) -> Found:
    """What can be found on the page of anything but a journey."""
    page, record = _Page(language), thing.record
    page.add(thing.ref.kind.value, thing.name, about=_texts(record, thing.front, atlas))
    if isinstance(record, Persona) and record.quote:
        page.add("quotes", record.quote.text, about=(thing.name,))
    note = (record.occupation if isinstance(record, Persona) else "") or (record.description if record else "")
    return page.found(thing.ref.address, note)


def journey_found(journey: LinkedJourney, language: str, atlas: Atlas) -> Found:
    """What can be found on the page of a journey."""
    page, record = _Page(language), journey.journey
    page.add(Kind.JOURNEY.value, journey.name, about=_texts(record, journey.front, atlas))
    for stage in journey.stages:
        first, prose = len(page.kinds), atlas.texts[stage.front.path].prose.text if stage.own_file else ""
        about = (stage.stage.goal, stage.stage.description, prose)
        page.add("stages", stage.stage.name or stage.id, stage.index, stage.anchor, about)
        for step in stage.steps:
            _step(page, step, atlas)
        page.around((stage.stage.name,), first + 1, len(page.kinds) - 1)
    page.around((journey.name,), 1, len(page.kinds) - 1)
    stages = (stage.stage.name for stage in journey.stages)
    return page.found(journey.ref.address, record.description or record.scenario, stages)


def _step(page: _Page, linked: LinkedStep, atlas: Atlas) -> None:
    step, stage, anchor = linked.step, linked.stage, linked.anchor
    about = [getattr(step, key) for key in _OF_STEP]
    for key in _BELOW:
        about += getattr(step, key)
    about += (item for lane in step.lanes for item in lane.items)
    about += (inner.action for inner in step.steps)
    page.add("steps", step.action or linked.id, stage, anchor, about)
    first = len(page.kinds)
    for quote in step.quote:
        page.add("quotes", quote.text, stage, anchor)
    for pain in step.pain_points:
        page.add("pain_points", pain, stage, anchor)
    for opportunity in step.opportunities:
        page.add("opportunities", opportunity.title or _title(opportunity.id, atlas), stage, anchor)
    page.around((step.action, step.channel), first, len(page.kinds) - 1)


def _title(opportunity: str, atlas: Atlas) -> str:
    ref = atlas.ref(Kind.OPPORTUNITY, opportunity)
    return atlas.titles[ref] if ref else opportunity


def _texts(record: object, front: Front | None, atlas: Atlas) -> Iterator[str]:
    """The texts of a page that it is found by, besides its name."""
    yield from (getattr(record, key, "") for key in _ABOUT)
    for key in _LISTS:
        yield from getattr(record, key, ())
    if isinstance(record, Persona):
        for texts in record.empathy.__dict__.values():
            yield from texts
    if front is not None:
        yield atlas.texts[front.path].prose.text


def _coded(spans: list[tuple[int, int]]) -> str:
    """Entries as text: ``0,3-f`` are the first and the fourth to the sixteenth."""
    if len(spans) == 1:
        ((a, b),) = spans
        return _base36(a) if a == b else f"{_base36(a)}-{_base36(b)}"
    spans = _joined(sorted(spans))
    return ",".join([_base36(a) if a == b else f"{_base36(a)}-{_base36(b)}" for a, b in spans])


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined = [spans[0]]
    for first, last in spans[1:]:
        before, end = joined[-1]
        if first > end + 1:
            joined.append((first, last))
        elif last > end:
            joined[-1] = (before, last)
    return joined


def _base36(number: int) -> str:
    if number < len(_NUMBERS):
        return _NUMBERS[number]
    return _base36(number // 36) + _DIGITS[number % 36]


def _short(text: str) -> str:
    if len(text) <= NOTE:
        return text
    return text[:NOTE].rpartition(" ")[0].rstrip(",;:.–- ") + "…"
