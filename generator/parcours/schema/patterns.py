r"""How days, shares, scales, lengths of time and numbers are written, as patterns of JSON Schema.

The model reads the same texts in Python; here they are told in the patterns that both Python and editors know
(ECMA-262: no flags, ``[0-9]`` for ``\d``).
"""

from __future__ import annotations

from collections.abc import Iterable

from parcours.model.duration import UNITS
from parcours.source.address import slug

NUMBER = r"[0-9]+(?:\.[0-9]*)?|\.[0-9]+"
DECIMAL = rf"^\s*[-+]?(?:{NUMBER})(?:[eE][-+]?[0-9]+)?\s*$"
"""A number in quotes: the model takes it for the number."""

WHOLE = r"^\s*\+?0*[1-9][0-9]*(?:\.0+)?\s*$"
"""A whole number from 1 on, in quotes."""

_LEAP = "[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00"
_DAYS = (
    "(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])",
    "(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)",
    "02-(?:0[1-9]|1[0-9]|2[0-8])",
)
DAY = rf"^(?:(?!0000)[0-9]{{4}}-(?:{'|'.join(_DAYS)})|(?:{_LEAP})-02-29)$"
"""A day of the calendar from year 1 to 9999, leap years as they are: ``2026-09-01``."""

_GAP = r"[\s\u00a0\u202f]*"
SHARE = rf"^{_GAP}\+?{_GAP}0*(?:100(?:[.,]0*)?|[0-9]{{1,2}}(?:[.,][0-9]*)?|[.,][0-9]+){_GAP}%?{_GAP}$"
"""A share from 0 to 100: ``20%``, ``12,5 %``."""

COLOUR = r"^\s*#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\s*$"
"""A colour: ``#7a1f5c``, ``#fa0``."""

SAID = r"\S"
"""Anything but blanks."""

BLANK = r"^\s*$"
"""Nothing but blanks."""


def between(low: int, high: int) -> str:
    """A number in quotes from ``low`` to ``high``, both one digit and not below 0."""
    below = rf"[{low}-{high - 1}](?:\.[0-9]*)?"
    return rf"^\s*\+?0*(?:{below}|{high}(?:\.0*)?)\s*$"


def _any_case(word: str) -> str:
    return "".join(f"[{c.upper()}{c}]" if c.upper() != c else c for c in word)


YES_OR_NO = "^(?:" + "|".join(map(_any_case, "true false yes no on off t f y n 1 0".split())) + ")$"
"""A truth value in words."""


def _period() -> str:
    words = sorted({word for words, _, _ in UNITS for word in words.split()}, key=lambda word: (-len(word), word))
    units = "|".join(map(_any_case, words))
    return rf"^\s*(?:(?:P?\s*[0-9]{{1,4}}|an?|une?|one)\s*(?:{units}))?\s*$"


PERIOD = _period()
"""A length of time, ``6 months``, or nothing."""


_SCORE = r"[0-9]+(?:\.[0-9]+)?"
_DOTS = r"\s*\.\.\s*"


def _falling() -> str:
    """Pairs of scores of which the first is not the lower one, as far as a pattern can tell: ``5..1``, ``2..-2``."""
    rest, end = r"(?:\.[0-9]+)?", "(?![0-9])"
    down = (f"{n}{rest}{_DOTS}[0-{n - 1}]{end}" for n in range(1, 10))
    tens = (f"{n}[0-9]{rest}{_DOTS}[0-{n - 1}]?[0-9]{end}" for n in range(1, 10))
    below = (f"-{n}{rest}{_DOTS}-[{n + 1}-9]" for n in range(9))
    others = (
        rf"(-?{_SCORE}){_DOTS}\1\s*$",
        f"{_SCORE}{_DOTS}-",
        f"[1-9][0-9]{{2,}}{rest}{_DOTS}[0-9]{{1,2}}{end}",
        f"-[0-9]{rest}{_DOTS}-[1-9][0-9]",
    )
    return "|".join((*down, *tens, *below, *others))


SCALE = rf"^\s*(?!{_falling()})-?{_SCORE}{_DOTS}-?{_SCORE}\s*$"
"""The worst score, two dots, the best: ``1..5``."""


def _spellings() -> dict[str, str]:
    """For each letter an id is made of, the letters of English and French that become it."""
    spellings: dict[str, str] = {}
    for code in (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x100)):
        if len(letter := slug(chr(code))) == 1:
            spellings[letter] = spellings.get(letter, "") + chr(code)
    return spellings


_SPELLINGS = _spellings()
_BETWEEN = r"[^0-9A-Za-z\u00c0-\u00ff]"


def spelled(names: Iterable[str]) -> str:
    """The names as they may also be spelled: in capitals or small letters, with or without accents and hyphens."""
    ids = sorted({slug(name) for name in names})
    spelt = ("".join(f"{_BETWEEN}+" if c == "-" else f"[{_SPELLINGS.get(c, c)}]" for c in id_) for id_ in ids)
    return f"^{_BETWEEN}*(?:{'|'.join(spelt)}){_BETWEEN}*$"
