"""Ids and addresses: how a name becomes an id, and how one page links to another.

Every page's address is its path inside the output folder (``journeys/buy-online/index.html``). Links between pages are
relative and name the file, so the same folder works from a web root, a sub-path and ``file://``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_FOLDED = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o", "đ": "d", "ł": "l", "&": " and "}
)
_BETWEEN = re.compile(r"[^\w]+|_+")


@lru_cache(maxsize=65536)
def slug(name: str) -> str:
    """The id for a name: ``Live chat`` → ``live-chat``, ``Réseaux sociaux`` → ``reseaux-sociaux``.

    Accents are folded; letters and digits of any script are kept; everything else becomes one hyphen. May be empty when
    the name holds no letter or digit.
    """
    decomposed = unicodedata.normalize("NFKD", name.translate(_FOLDED)).casefold()
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _BETWEEN.sub("-", unicodedata.normalize("NFC", letters)).strip("-")


@lru_cache(maxsize=64)
def _around(page: str) -> tuple[str, str]:
    """The first folder of a page's address, empty where it is in none, and the way up out of it."""
    first, below, _ = page.partition("/")
    return (f"{first}/", "../" * page.count("/")) if below else ("", "")


def relative(target: str, page: str) -> str:
    """The link from ``page`` to ``target``, both addresses inside the output folder; a fragment is kept.

    >>> relative("personas/claire/index.html#goals", "journeys/buy/index.html")
    '../../personas/claire/index.html#goals'
    """
    section, up = _around(page)
    if section and target and target[0] != "#" and not target.startswith(section):
        return up + target
    address, hash_, fragment = target.partition("#")
    here, there = page.split("/"), address.split("/")
    if address == page or not address:
        return f"#{fragment}" if hash_ else here[-1]
    shared = 0
    while shared < min(len(here), len(there)) - 1 and here[shared] == there[shared]:
        shared += 1
    return "../" * (len(here) - 1 - shared) + "/".join(there[shared:]) + hash_ + fragment
