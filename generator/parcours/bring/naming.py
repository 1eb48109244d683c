"""How proposed files are called: ids of any script, short enough for every disk, numbered where one is taken."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection

from parcours.model.kinds import Kind
from parcours.source.address import slug

LONGEST = 60
"""Characters of an id: in the widest scripts that is 240 bytes, and a file's name may have 255."""
RESERVED = frozenset(
    {"readme", "index", "con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
"""Names that are no pages, and those that Windows keeps for itself."""
OF_FEELINGS = frozenset({"from", "to", "score", "label", "emoji"})
"""What a feeling reads otherwise than as the id of a persona."""


def id_of(name: str, otherwise: str) -> str:
    """The id for a name of any script; signs without letters go by their names, else ``otherwise``, the kind."""
    made = slug(name) or slug(" ".join(filter(None, (unicodedata.name(c, "") for c in name[:4] if not c.isspace()))))
    made = slug((made or otherwise)[:LONGEST])  # once more: what a slug is cut to must be one, and stay one
    kept = made in RESERVED or (otherwise == Kind.PERSONA.word and made in OF_FEELINGS)
    return f"{made}-2" if kept else made


def free(id_: str, taken: Collection[str]) -> str:
    """The id itself, or with the first number from 2 that nothing has."""
    if id_ not in taken:
        return id_
    number = 2
    while f"{id_}-{number}" in taken:
        number += 1
    return f"{id_}-{number}"
