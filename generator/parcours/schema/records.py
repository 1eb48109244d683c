"""From the models to schemas: what each key of a record takes, its short forms with it.

The short forms are functions of the model (``as_list``, ``named`` …) that fold what is written into what is meant.
Each has its counterpart in ``Shapes``, found by its name: a form nobody thought of here is refused, and a test says so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import AfterValidator, BeforeValidator
from pydantic.fields import FieldInfo

from parcours.model.base import Record
from parcours.model.feeling import Feeling
from parcours.model.flow import Lane
from parcours.parse.shape import NAMES
from parcours.schema import patterns, pieces
from parcours.schema.names import STRICT, Names
from parcours.schema.pieces import NOTHING, Schema, either, listed, to
from parcours.schema.slots import Slot, bare, given_to, item_of, keys_of, name_of, records_in
from parcours.schema.words import meaning_of


@dataclass(frozen=True, slots=True)
class Shapes:
    """The schemas of records, for what a project may name."""

    names: Names

    def record(self, model: type[Record]) -> Schema:
        """A record written as a mapping: its keys, and no others."""
        required = [key for key, field in keys_of(model) if field.is_required()]
        return {
            "description": meaning_of(model).both,
            "type": "object",
            "properties": {key: self._described(model, key, field) for key, field in keys_of(model)},
            **({"required": required} if required else {}),
            "additionalProperties": False,
        }

    def _described(self, model: type[Record], key: str, field: FieldInfo) -> Schema:
        taken = self.key(model, key)
        default = field.default
        usual = {"default": default} if isinstance(default, str | bool) and default not in ("", False) else {}
        if "$ref" in taken:
            # What stands beside a reference is not read.
            taken = {"allOf": [taken]}
        return {"description": meaning_of(model, key).both, **usual, **taken}

    def key(self, model: type[Record], key: str) -> Schema:
        """What a key of a record takes."""
        field = dict(keys_of(model))[key]
        names = self.names.named_by(model, key)
        scale = self.names.scale if issubclass(model, Feeling) else None
        return self._taken(Slot(field.annotation, tuple(field.metadata), names, key in NAMES, scale))

    def _taken(self, slot: Slot) -> Schema:
        slot = bare(slot)
        readers = [part.func for part in slot.metadata if isinstance(part, BeforeValidator)]
        if not readers:
            return self.plain(slot)
        (reader,) = readers
        name = name_of(reader)
        if name not in FORMS:
            raise LookupError(f"no schema is known for what {name} reads")
        return FORMS[name](self, slot, reader)

    def plain(self, slot: Slot, _: object = None) -> Schema:
        """What has no short form."""
        origin, parts = get_origin(slot.annotation), get_args(slot.annotation)
        if origin is Literal:
            return {"enum": list(parts)}
        if origin in (Union, UnionType):
            return either(*(self._taken(slot.holding(part, slot.metadata)) for part in parts))
        if origin is dict:
            return self._mapping(slot)
        if issubclass(slot.annotation, Record):
            return to(slot.annotation.__name__)
        return _SIMPLE[slot.annotation](slot)

    def _mapping(self, slot: Slot) -> Schema:
        inner = self._taken(slot.holding(get_args(slot.annotation)[1]))
        known = self.names.known.get(slot.names)
        if known is None:
            return {"type": "object", "additionalProperties": inner}
        return {"type": "object", "properties": dict.fromkeys(known, inner), "additionalProperties": False}

    def text(self, slot: Slot, _: object = None) -> Schema:
        """A text, or the name of something: of what exists only as files no other is taken."""
        checks = {name_of(part.func) for part in slot.metadata if isinstance(part, AfterValidator)}
        if "_checked" in checks:
            return pieces.PERIOD
        if "_checked_colour" in checks:
            return either(pieces.COLOUR, pieces.BLANK, NOTHING)
        if slot.names in STRICT:
            return either(to(slot.names), pieces.BLANK, NOTHING)
        usual = pieces.NEEDED_TEXT if "_said" in checks else pieces.NAME if slot.said else pieces.TEXT
        return either(to(slot.names), usual) if slot.names else usual

    def absent(self, slot: Slot, _: object) -> Schema:
        """A text, or a list that need not be there."""
        return self.text(slot) if slot.annotation is str else self.many(slot)

    def many(self, slot: Slot, _: object = None) -> Schema:
        """A list, or one alone."""
        return listed(self._taken(slot.holding(item_of(slot.annotation))))

    def named(self, slot: Slot, reader: Callable[..., Any]) -> Schema:
        """A record, or the one text that stands for it."""
        (record,) = records_in(slot.annotation)
        short = self._short(record, given_to(reader)["key"])
        return either(short, to(record.__name__), *_nothing(slot))

    def _short(self, record: type[Record], key: str) -> Schema:
        names = self.names.named_by(record, key)
        needed = self.key(record, key) == pieces.NEEDED_TEXT
        written = either(pieces.SAID if needed else pieces.STRING, {"type": "number"})
        return either(to(names), written) if names else written

    def actor(self, slot: Slot, _: object) -> Schema:
        """Somebody, by name or told in full."""
        return either(pieces.SAID, to(slot.annotation.__name__))

    def keyed(self, slot: Slot, reader: Callable[..., Any]) -> Schema:
        """A list of records, or a mapping of what names each to what it holds."""
        given, item = given_to(reader), item_of(slot.annotation)
        (record,) = records_in(item)
        mapping = {
            "type": "object",
            "properties": {given["key"]: False},
            "propertyNames": {"pattern": pieces.SAID["pattern"]},
            "additionalProperties": self.key(record, given["value_key"]),
        }
        return either(mapping, listed(self._taken(slot.holding(item))))

    def lanes(self, slot: Slot, _: object) -> Schema:
        """Rows by name, or a list of them."""
        mapping = {
            "type": "object",
            "propertyNames": {"pattern": pieces.SAID["pattern"]},
            "additionalProperties": self.key(Lane, "items"),
        }
        return either(mapping, {"type": "array", "items": self._taken(slot.holding(item_of(slot.annotation)))}, NOTHING)

    def feelings(self, slot: Slot, _: object) -> Schema:
        """A score, a word, a feeling told in full, or one for each persona."""
        whole = self._taken(slot.holding(item_of(slot.annotation)))
        one = either(self._score(), pieces.STRING, NOTHING, whole)
        own = [key for key, _ in keys_of(Feeling) if key != "persona"]
        personas = self.names.known.get(self.names.named_by(Feeling, "persona"), ())
        each = {
            "type": "object",
            "properties": {**dict.fromkeys(personas, one), **dict.fromkeys(own, False)},
            **({"patternProperties": {patterns.spelled(personas): one}} if personas else {}),
            "additionalProperties": False if personas else one,
        }
        return either(self._score(), pieces.STRING, each, whole, {"type": "array", "items": whole}, NOTHING)

    def _score(self) -> Schema:
        scale = self.names.scale
        return pieces.score(scale.worst, scale.best) if scale else {"type": "number"}

    def share(self, slot: Slot, _: object) -> Schema:
        """A share of customers."""
        return either(pieces.SHARE, *_nothing(slot))

    def levels(self, slot: Slot, _: object) -> Schema:
        """How much a rule matters, everywhere or folder by folder."""
        level = self._taken(slot.holding(get_args(slot.annotation)[1]))
        return either(level, {"type": "object", "additionalProperties": level})


def _nothing(slot: Slot) -> list[Schema]:
    return [NOTHING] if NoneType in get_args(slot.annotation) else []


def _number(slot: Slot) -> Schema:
    limits: dict[type, Any] = {type(part): part for part in slot.metadata if isinstance(part, Ge | Le)}
    if slot.scale:
        return either(pieces.score(slot.scale.worst, slot.scale.best), pieces.DECIMAL)
    return pieces.number(limits[Ge].ge, limits[Le].le) if len(limits) == 2 else pieces.number()


def _choices(slot: Slot) -> Schema:
    """The choices of a text that a pattern holds to them: ``^(persona|team|system)$``."""
    pattern = next(part.pattern for part in slot.metadata if hasattr(part, "pattern"))
    return {"enum": pattern.strip("^()$").split("|")}


def _day(_: Shapes, slot: Slot, __: object) -> Schema:
    return either(pieces.DAY, *_nothing(slot))


def _measure(_: Shapes, __: Slot, ___: object) -> Schema:
    return pieces.TEXT


def _hours(_: Shapes, __: Slot, ___: object) -> Schema:
    return pieces.HOURS


def _scale(_: Shapes, slot: Slot, __: object) -> Schema:
    return either(pieces.SCALE, to(slot.annotation.__name__))


def _own_colour(_: Shapes, slot: Slot, __: object) -> Schema:
    (record,) = records_in(slot.annotation)
    return either(pieces.COLOUR, to(record.__name__))


def _online(_: Shapes, slot: Slot, __: object) -> Schema:
    return either({"enum": ["online", "offline"]}, pieces.TRUTH, *_nothing(slot))


_SIMPLE: Mapping[Any, Callable[[Slot], Schema]] = {
    float: _number,
    int: lambda _: pieces.WHOLE,
    bool: lambda _: pieces.TRUTH,
    str: _choices,
    NoneType: lambda _: NOTHING,
}

FORMS: Mapping[str, Callable[[Shapes, Slot, Callable[..., Any]], Schema]] = {
    "_text": Shapes.absent,
    "<lambda>": Shapes.absent,
    "no_truth": Shapes.plain,
    "as_list": Shapes.many,
    "as_date": _day,
    "as_measure": _measure,
    "as_hours": _hours,
    "named": Shapes.named,
    "keyed": Shapes.keyed,
    "_actor": Shapes.actor,
    "_fold": Shapes.feelings,
    "_lanes": Shapes.lanes,
    "_share": Shapes.share,
    "_scale": _scale,
    "_everywhere": Shapes.levels,
    "_shades": _own_colour,
    "_spoken": _online,
}
"""What each short form takes, by the name of the function that reads it."""
