"""What differs in one record, facet by facet, each in a few words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from parcours.diff.difference import FieldChange, PartChange
from parcours.diff.model import TEXT, Data
from parcours.diff.names import NAMES_BY, Names
from parcours.model.base import entries_of, items_of
from parcours.model.kinds import Kind
from parcours.model.settings import Scale

SHORT = 48
"""Characters; two texts this short are told in full, longer ones only as reworded."""

IDENTITY: Mapping[str, tuple[str, ...]] = {
    "opportunities": ("title", "id"),
    "survey": ("name", "id", "subject"),
    "solutions": ("title",),
    "metrics": ("name",),
    "skills": ("name",),
    "actors": ("name",),
    "lanes": ("name",),
    "quote": ("text",),
    "image": ("src",),
    "images": ("src",),
    "pictures": ("src",),
    "portrait": ("src",),
    "video": ("src",),
    "steps": ("action", "id"),
    "next": ("to",),
}
"""What names a record in a list of them."""

BARE = frozenset({"status", "value", "level", "items"})
"""Keys of such records that go without saying: ``“Show the price”: planned → done``."""

QUOTED = frozenset({"pain_points", "opportunities", "quote", "thinking", "expects", "motivation", "lanes"})
"""Fields whose texts are somebody's words, also where they stand alone."""

PLAIN = frozenset({"tags", "personas", "channels", "devices", "indicators"})
"""Lists of names short enough to go without quotation marks."""

TELLING = ("channel", "device", "pain_points", "opportunities", "moment_of_truth")
"""What a customer would notice: told first, and also where only side a says it."""
FIRST = (*TELLING, "touchpoint", "survey", "metrics", "satisfaction", "owner", "status", "next")

Texts = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """One difference in words. ``verdict`` is ``better``, ``worse``, ``new``, ``gone`` or empty."""

    text: str
    verdict: str = ""


def feeling_facets(part: PartChange, names: Names, but: frozenset[str]) -> Iterator[Facet]:
    """What each persona feels, before and after; those of ``but`` are on one side only, which is told elsewhere."""
    for felt in (felt for felt in part.feelings if felt.persona not in but):
        sign = {"better": " ▲", "worse": " ▼"}.get(felt.verdict, "")
        text = f"{names.persona(felt.persona)} {names.score(felt.a)} → {names.score(felt.b)}{sign}"
        yield Facet(text, felt.verdict)
    if not part.feelings and any(one.key == "feeling" for one in part.fields):
        yield Facet(names.say("felt_otherwise"))


def facets(fields: Iterable[FieldChange], names: Names, but: frozenset[str] = frozenset()) -> Iterator[Facet]:
    """What differs in a record, the most telling first; ``but`` are keys that are told elsewhere."""
    told = [change for change in fields if change.key not in but]
    for change in sorted(told, key=lambda change: FIRST.index(change.key) if change.key in FIRST else len(FIRST)):
        yield from _facet(change, names)


def not_yet(fields: Iterable[FieldChange], names: Names) -> tuple[tuple[FieldChange, ...], tuple[Facet, ...]]:
    """The fields worth telling of a future state, and in one facet those it does not tell yet: they changed nothing."""
    told = tuple(fields)
    silent = [change for change in told if change.b is None and change.key not in TELLING]
    words = dict.fromkeys(names.word(change.key) for change in silent)
    facet = (Facet(names.say("not_yet", fields=", ".join(words))),) if words else ()
    return tuple(change for change in told if change not in silent), facet


def _facet(change: FieldChange, names: Names) -> Iterator[Facet]:
    special = SPECIAL.get(change.key)
    if special is not None:
        yield from special(change, names)
    elif change.key in IDENTITY and any(_records(side) for side in (change.a, change.b)):
        yield from _of_records(change, names)
    elif isinstance(change.a or change.b, list):
        yield from _of_texts(change, names)
    elif isinstance(change.a or change.b, dict):
        yield from _of_mapping(change, names)
    else:
        yield from _of_value(change, names)


def _records(value: Any) -> bool:
    items = items_of(value) or ()
    return entries_of(value) is not None or any(entries_of(one) is not None for one in items)


def _of_value(change: FieldChange, names: Names) -> Iterator[Facet]:
    word = names.word(change.key)
    long = any(isinstance(side, str) and len(side) > SHORT for side in (change.a, change.b))
    if change.a is None:
        yield Facet(
            names.say("written", field=word) if long
            else names.say("field_new", field=word, value=_shown(change.key, change.b, names))
        )  # fmt: skip
    elif change.b is None:
        yield Facet(
            names.say("erased", field=word) if long
            else names.say("field_gone", field=word, value=_shown(change.key, change.a, names))
        )  # fmt: skip
    elif long:
        yield Facet(names.say("reworded", field=word))
    else:
        a, b = (_shown(change.key, side, names) for side in (change.a, change.b))
        yield Facet(names.say("turns", field=word, a=a, b=b))


def _of_texts(change: FieldChange, names: Names) -> Iterator[Facet]:
    gone, new = apart(change.a or [], change.b or [])
    word = names.word(change.key)
    for texts, sentence, pain, verdict in (
        (gone, "field_gone", "pain_gone", "gone"),
        (new, "field_new", "pain_new", "new"),
    ):
        if texts:
            value = ", ".join(_listed(change.key, text, names) for text in texts)
            is_pain = change.key == "pain_points"
            yield Facet(
                names.say(pain if is_pain else sentence, field=word, value=value),
                _felt(verdict) if is_pain else verdict,
            )
    if not gone and not new:
        yield Facet(names.say("reworded", field=word))


def _felt(verdict: str) -> str:
    return "better" if verdict == "gone" else "worse"


def apart(a: Iterable[Any], b: Iterable[Any]) -> tuple[list[Any], list[Any]]:
    """What only a holds and what only b holds, each in its order."""
    left, right = Counter(map(str, a)), Counter(map(str, b))
    gone, new = left - right, right - left
    return [one for one in a if _taken(gone, str(one))], [one for one in b if _taken(new, str(one))]


def _taken(counted: Counter[str], text: str) -> bool:
    if counted[text] <= 0:
        return False
    counted[text] -= 1
    return True


def _of_mapping(change: FieldChange, names: Names) -> Iterator[Facet]:
    """A map of texts (the empathy map): each of its entries by itself."""
    a: Data = change.a or {}
    b: Data = change.b or {}
    for key in dict.fromkeys((*a, *b)):
        if a.get(key) != b.get(key):
            yield from _facet(FieldChange(str(key), a.get(key), b.get(key)), names)


def keyed(key: str, value: Any) -> dict[str, Data]:
    """The records of a list by what names them; of two with one name (two dates of a metric) the later counts."""
    items = items_of(value)
    listed = items if items is not None else [] if value is None else [value]
    found: dict[str, Data] = {}
    for one in listed:
        record = dict(entries_of(one) or {IDENTITY[key][0]: one})
        found[next((str(record[field]) for field in IDENTITY[key] if record.get(field)), "")] = record
    return found


def _of_records(change: FieldChange, names: Names) -> Iterator[Facet]:
    a, b = keyed(change.key, change.a), keyed(change.key, change.b)
    word = names.word(change.key)
    own = change.key == "opportunities"
    for record_of, other, sentence, verdict in ((a, b, "gone", "gone"), (b, a, "new", "new")):
        lone = [_named(change.key, name, record_of[name], names) for name in record_of if name not in other]
        if lone:
            key = f"{'opportunity' if own else 'field'}_{sentence}"
            yield Facet(names.say(key, field=word, value=", ".join(lone)), verdict)
    for name in (name for name in a if name in b and a[name] != b[name]):
        inner = ", ".join(_inner(change.key, a[name], b[name], names))
        yield Facet(names.say("of_several", field=word, name=_called(change.key, name, b[name], names), what=inner))


def _named(key: str, name: str, record: Data, names: Names) -> str:
    """A record's name with the little that tells what it is."""
    about = [names.value(field, record[field]) for field in ("value", "status", "level", "channel") if field in record]
    about += [names.value(key, record["items"])] if record.get("items") else []
    return _called(key, name, record, names) + (f" ({', '.join(about)})" if about else "")


CALLED = {"opportunities": Kind.OPPORTUNITY, "survey": Kind.SURVEY}


def _called(key: str, name: str, record: Data, names: Names) -> str:
    """A record's name; that of the thing it stands for where it gives an id."""
    kind = CALLED.get(key)
    id_ = record.get("id")
    return _shown(key, names.thing(kind, str(id_)) if kind and id_ else name, names)


def _inner(key: str, a: Data, b: Data, names: Names) -> Iterator[str]:
    for field in dict.fromkeys((*a, *b)):
        if a.get(field) == b.get(field) or field in IDENTITY[key]:
            continue
        one, other = (_valued(field, side, names) for side in (a, b))
        yield f"{one} → {other}" if field in BARE else names.say("turns", field=names.word(field), a=one, b=other)


def _valued(field: str, record: Data, names: Names) -> str:
    if field not in record:
        return "–"
    return percent(record[field], names) if field == "share" else names.value(field, record[field])


def _moment(change: FieldChange, names: Names) -> Iterator[Facet]:
    if change.a and change.b:
        yield Facet(names.say("reworded", field=names.word(change.key)))
    else:
        yield Facet(names.say("moment_new" if change.b else "moment_gone"))


def _ways(change: FieldChange, names: Names) -> Iterator[Facet]:
    if not change.b:
        yield Facet(names.say("ends" if change.b is not None else "goes_on"))
        return
    a, b = keyed("next", change.a), keyed("next", change.b)
    gone = [names.step(to) for to in a if to not in b]
    if gone:
        yield Facet(names.say("leads_not", value=", ".join(gone)), "gone")
    new = [_way(to, b[to], names) for to in b if to not in a]
    if new:
        yield Facet(names.say("leads", value=", ".join(new)), "new")
    for to in (to for to in a if to in b and a[to] != b[to]):
        inner = ", ".join(_inner("next", a[to], b[to], names))
        yield Facet(names.say("of_several", field=names.word("next"), name=names.step(to), what=inner))


def _way(to: str, way: Data, names: Names) -> str:
    about = [str(way["when"])] if way.get("when") else []
    about += [percent(way["share"], names)] if "share" in way else []
    return names.step(to) + (f" ({', '.join(about)})" if about else "")


def percent(share: float, names: Names) -> str:
    """A share as a percentage."""
    return f"{names.figure(share * 100)}{chr(0x202F) if names.language == 'fr' else ''}%"


def _story(change: FieldChange, names: Names) -> Iterator[Facet]:
    if change.a is None or change.b is None:
        yield Facet(names.say("written" if change.a is None else "erased", field=names.word(TEXT)))
        return
    a, b = change.a.split("\n"), change.b.split("\n")
    kept = sum(block.size for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())
    yield Facet(names.say("story", more=len(b) - kept, less=len(a) - kept))


def _scale(change: FieldChange, names: Names) -> Iterator[Facet]:
    a, b = (str(Scale.model_validate(side or {})) for side in (change.a, change.b))
    yield Facet(names.say("turns", field=names.word(change.key), a=a, b=b))


SPECIAL: Mapping[str, Callable[[FieldChange, Names], Iterator[Facet]]] = {
    "moment_of_truth": _moment,
    "next": _ways,
    "feeling_scale": _scale,
    TEXT: _story,
}
"""Fields that are told in a sentence of their own."""


def _shown(key: str, value: Any, names: Names) -> str:
    """A value, in quotation marks where it is somebody's words."""
    if isinstance(value, str) and (key in QUOTED or (key not in NAMES_BY and value.count(" ") > 2)):
        return names.quote(value)
    return names.value(key, value)


def _listed(key: str, value: Any, names: Names) -> str:
    """A value of a list; names may hold commas, so they stand in quotation marks."""
    shown = _shown(key, value, names)
    return shown if key in PLAIN or shown == names.quote(str(value)) else names.quote(shown)
