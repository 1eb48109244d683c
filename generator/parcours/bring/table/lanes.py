"""Which field of a step a lane fills, by its name in any of ten languages."""

from __future__ import annotations

import re
from functools import lru_cache

from parcours.bring.table.lane_words import EVENT_WORDS, LANE_WORDS, NOT_A_MAP, QUALIFIERS
from parcours.source.address import slug

LISTS = frozenset({"pain_points", "opportunities", "quote", "frontstage", "backstage", "support", "physical_evidence"})
"""Fields of a step that hold several texts."""
TEXTS = frozenset({"touchpoint", "channel", "device", "thinking", "expects", "motivation", "owner", "duration"})
"""Fields of a step that hold one."""

_BETWEEN = re.compile(r"[,\n]")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|（[^（）]*）")


def _phrases(text: str) -> frozenset[str]:
    return frozenset(filter(None, (slug(phrase) for phrase in _BETWEEN.split(text))))


_QUALIFIERS = frozenset(slug(word) for word in QUALIFIERS.split())
_PERSONAL = _phrases(NOT_A_MAP)
_EVENTFUL = _phrases(EVENT_WORDS)


@lru_cache(maxsize=1)
def _fields() -> dict[str, str]:
    """The field of each phrase; a phrase of two fields is the first one's."""
    found: dict[str, str] = {}
    for field, phrases in LANE_WORDS.items():
        for phrase in _phrases(phrases):
            found.setdefault(phrase, field)
    return found


def field_of(name: str) -> str:
    """The field a lane of this name fills: a key of ``LANE_WORDS``; empty for a lane of the writer's own."""
    known = _fields()
    for text in (name, _BRACKETS.sub(" ", name), *re.split(r"[/&+|]| and | et | und | y | e ", name)[:1]):
        words = slug(text)
        if words in known:
            return known[words]
        bare = "-".join(word for word in words.split("-") if word not in _QUALIFIERS)
        if (bare or words.rsplit("-", 1)[-1]) in known:
            return known[bare or words.rsplit("-", 1)[-1]]
    return ""


def is_personal(name: str) -> bool:
    """Whether it is what tables of personas ask for."""
    return slug(name) in _PERSONAL


def is_eventful(name: str) -> bool:
    """Whether it is a column of event logs."""
    return slug(name) in _EVENTFUL
