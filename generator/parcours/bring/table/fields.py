"""What stands in the cells of one row → the fields of a step."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from parcours.bring.actors import actor_kind, actors_of
from parcours.bring.draft import Plain
from parcours.bring.scores import EMOJI, read_score
from parcours.bring.table.chart import Lane
from parcours.bring.table.lanes import LISTS, TEXTS
from parcours.source.address import slug
from parcours.source.text import Place

_ONE = frozenset({"channel", "touchpoint", "device"})
"""Texts that name one thing: where a cell lists several, all of them stand in a lane too."""
_YES = frozenset(slug(word) for word in "yes y x true oui sí si sim ja да はい 是 예 ○".split())
_QUOTES = " \"“”«»„‟‘’'「」『』\u202f\u00a0"
_SIGNS = "|".join(sorted((re.escape(face) for face in EMOJI), key=len, reverse=True))
_FACE_FIRST = re.compile(rf"((?:(?:{_SIGNS})[\ufe0e\ufe0f\s]*)+)(.*)", re.DOTALL)
_FACE_LAST = re.compile(rf"(.*?)\s*((?:(?:{_SIGNS})[\ufe0e\ufe0f]?)+)", re.DOTALL)
_SCORE_FIRST = re.compile(r"([-+]?\d[\d.,]*(?:\s*/\s*\d+|\s?%)?|[★☆⭐]+)[\s:,–—-]+(.*)", re.DOTALL)
_SCORE_LAST = re.compile(r"(.*?)[\s:,(（–—-]+(\d[\d.,]*(?:\s*/\s*\d+|\s?%)?|[★☆⭐]+)\s*[)）]?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a lane says of one step: the pieces, and where they stand."""

    lane: Lane
    texts: tuple[str, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class FeelingText:
    """A feeling as a table has it: how a score is written, if one is, and the words beside it."""

    written: str
    words: str
    place: Place


def step_fields(entries: Sequence[Entry]) -> dict[str, Plain]:
    """The fields of a step, but its action and its feeling; what fits none stands in lanes of the writer's names."""
    step: dict[str, Plain] = {}
    lanes: dict[str, list[str]] = {}
    lists: dict[str, list[str]] = {}
    for entry in entries:
        field, texts = entry.lane.field, entry.texts
        if field in LISTS | {"evidence"}:
            lists.setdefault(field, []).extend(t.strip(_QUOTES) or t for t in texts) if field == "quote" else (
                lists.setdefault(field, []).extend(texts)
            )
        elif field in TEXTS | {"description"}:
            step[field] = _text(field, texts, step.get(field))
            if field in _ONE and len(texts) > 1:
                lanes.setdefault(entry.lane.name, []).extend(texts)
        elif not _special(step, field, texts):
            lanes.setdefault(entry.lane.name, []).extend(texts)
    one_or_more = {name: texts[0] if len(texts) == 1 else tuple(texts) for name, texts in lanes.items()}
    return {**step, **{field: tuple(texts) for field, texts in lists.items()}, "lanes": one_or_more}


def _text(field: str, texts: tuple[str, ...], before: Plain) -> str:
    own = texts[0] if field in _ONE else "; ".join(texts)
    return f"{before}; {own}" if isinstance(before, str) and before else own


def _special(step: dict[str, Plain], field: str, texts: tuple[str, ...]) -> bool:
    """Fills a field that is no plain text; whether it could be."""
    if field == "moment_of_truth":
        step[field] = True if all(slug(text) in _YES or text in "✓✔●★⭐x" for text in texts) else "; ".join(texts)
        return True
    if field == "actors":
        names = [name for text in texts for name in actors_of(text)]
        step[field] = tuple({"name": name, "kind": actor_kind(name)} for name in names)
        return bool(names)
    score = read_score(texts[0]) if field == "satisfaction" and len(texts) == 1 else None
    if score is not None and score.form == "number" and score.scale is None and 1 <= score.value <= 5:
        step[field] = score.value
        return f"{score.value:g}" == texts[0]
    return False


def feeling_text(entries: Iterable[Entry]) -> FeelingText | None:
    """The feeling the lanes of feelings say: the first score in them, and all other words."""
    written, words, place = "", list[str](), None
    for entry in entries:
        for text in entry.texts:
            score, rest = _parted(text) if not written else ("", text)
            written = written or score
            words += [rest] if rest else []
            place = entry.place if place is None or score else place
    return FeelingText(written, "; ".join(words), place) if place is not None else None


def _parted(text: str) -> tuple[str, str]:
    """The score in a text, and what else stands there."""
    if read_score(text):
        return text, ""
    for pattern, score, rest in ((_FACE_FIRST, 1, 2), (_SCORE_FIRST, 1, 2), (_FACE_LAST, 2, 1), (_SCORE_LAST, 2, 1)):
        found = pattern.fullmatch(text)
        if found and read_score(found[score]):
            return found[score].strip(), found[rest].strip(" :–—-")
    return "", text
