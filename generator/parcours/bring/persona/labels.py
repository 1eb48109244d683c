"""From what a page calls a part of a persona (a heading, a bold word, a cell) to its field, in ten languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from parcours.bring.persona.empathy_words import ABOUT, CONTAINERS, EMPATHY, EMPATHY_MAP, GAINS, PAGE_WORDS, PAINS
from parcours.bring.persona.field_words import FIELDS
from parcours.source.address import slug

_ARTICLES = re.compile(
    r"^(?:(?:her|his|their|my|our|key|main|top|primary|core|user|personal|typical|the|ses|son|sa|leurs|mes|les|la|le|l"
    r"|principaux|principales|sus|su|mis|los|las|el|principales|seus|suas|os|as|o|a|principais|ihre|seine|meine|die"
    r"|der|das|wichtigste|suoi|sue|i|gli|principali)-)+"
)
_TRAILING = re.compile(r"-(?:of-.*|for-.*|clés?|cle|cles|clave|chave)$")
_JOINS = re.compile(
    r"\s*(?:&|/|\+|,|、|・|·|\band\b|\bet\b|\by\b|\be\b|\bund\b|\bи\b|と|和|与|及|및)\s*", re.IGNORECASE
)
_ASKING = frozenset(
    "what do does they she he it her his their you we i our user customer persona and or is are a t que qu ce il elle "
    "ils elles on et sa son ses qui quoi se y el ella ellos la le les cosa che lei lui e o ele ela eles ela's was sie "
    "er und der die wir man что он она они и".split()
)
_POSSESSIVE = re.compile(r"^[^\W\d]+[’']s\s+", re.UNICODE)
_NUMBERING = re.compile(r"^\s*(?:\(?\d{1,2}[.)]\s*|[#№]\s*\d+\s*|\d\ufe0f?\u20e3\s*)")


def words_of(told: str) -> frozenset[str]:
    """The words of a list parted by bars and lines, folded like labels are."""
    return frozenset(folded for word in re.split(r"[|\n]", told) if (folded := slug(word.strip())))


def _by_word() -> Iterator[tuple[str, str]]:
    for field, told in (*FIELDS.items(), *((f"empathy.{field}", told) for field, told in EMPATHY.items())):
        yield from ((word, field) for word in words_of(told))
    for field, told in (("pains", PAINS), ("gains", GAINS), ("about", ABOUT)):
        yield from ((word, field) for word in words_of(told))
    yield from ((word, "empathy") for word in words_of(EMPATHY_MAP))
    yield from ((word, "group") for word in words_of(CONTAINERS))


@lru_cache(maxsize=1)
def _known() -> Mapping[str, str]:
    """Fields by their folded words; a word that several fields claim belongs to the first."""
    found: dict[str, str] = {}
    for word, field in _by_word():
        found.setdefault(word, field)
    return found


@lru_cache(maxsize=1)
def _page_words() -> frozenset[str]:
    return words_of(PAGE_WORDS)


@lru_cache(maxsize=4096)
def field_of(label: str) -> str:
    """The field a label stands for; empty where it is none.

    Besides the fields of a persona (those of the empathy map as ``empathy.sees``): ``pains`` and ``gains``, which mean
    one thing on an empathy map and another off it; ``about``, its seventh question; ``empathy`` and ``group``, which
    only gather others.
    """
    plain = _NUMBERING.sub("", label).strip(" *_:：?？!.-–—\t")
    if len(plain) > 60:
        return ""
    whole = _looked_up(plain)
    if whole:
        return whole
    parts = [part for part in _JOINS.split(plain) if part.strip()]
    first = [_looked_up(part) for part in parts] if 1 < len(parts) <= 3 else []
    return first[0] if first and all(first) else _asked(plain)


def _asked(question: str) -> str:
    """The field that all words of a question of the empathy map stand for, but for those every question has."""
    words = [word for word in slug(question.replace("’", "'")).split("-") if word not in _ASKING]
    fields = {_known().get(word, "") for word in words} if len(words) <= 3 else {""}
    field = fields.pop() if len(fields) == 1 else ""
    return field if field.startswith("empathy.") else ""


def _looked_up(label: str) -> str:
    known = _known()
    key = slug(_POSSESSIVE.sub("", label.replace("’", "'")))
    for one in (slug(label), key, _ARTICLES.sub("", key), _TRAILING.sub("", _ARTICLES.sub("", key))):
        if one in known:
            return known[one]
    return ""


def is_page_word(heading: str) -> bool:
    """Whether a heading names a page of personas rather than a person."""
    return slug(_NUMBERING.sub("", heading)) in _page_words()
