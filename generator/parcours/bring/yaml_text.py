"""Front matter written as a person would: short things on one line, texts plain where that is surely a text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from parcours.bring.draft import Plain

WIDEST = 110
"""Characters of a line of front matter, where it can be broken."""
_PLAIN = frozenset(" -_’'.!?()/&+=%«»–—…€")
_TAKEN = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_BLOCK = frozenset({"stages", "steps"})


def front_matter(matter: Mapping[str, Plain]) -> str:
    """Plain data between the fences of front matter; what is empty is left out."""
    return "\n".join(["---", *_entries(matter, ""), "---", ""])


def as_yaml(text: str) -> str:
    """One text as YAML: plain where that is surely a text, in brackets too; else in double quotes, on one line."""
    plain = text[:1].isalpha() and all(c.isalnum() or c in _PLAIN for c in text) and not text.endswith((" ", "\u200b"))
    return text if plain and text.casefold() not in _TAKEN else '"' + "".join(map(_escaped, text)) + '"'


def _escaped(c: str) -> str:
    if c in '\\"':
        return f"\\{c}"
    if c == "\n":
        return "\\n"
    return c if c.isprintable() or unicodedata.category(c) == "Zs" else f"\\U{ord(c):08x}"


def _entries(matter: Mapping[str, Plain], indent: str) -> Iterator[str]:
    for key, value in matter.items():
        if _says(key, value):
            yield from _entry(key, value, indent)


def _says(key: str, value: Plain) -> bool:
    """Whether a key says something; no way on (``next: []``) does, for it is not the same as nothing said of it."""
    return not _is_empty(value) or (key == "next" and value is not None and value != "")


def _is_empty(value: Plain) -> bool:
    return value is None or (isinstance(value, str | Sequence | Mapping) and not value)


def _entry(key: str, value: Plain, indent: str) -> Iterator[str]:
    line = f"{indent}{as_yaml(key)}: {_flow(value)}"
    structured = isinstance(value, Mapping | Sequence) and not isinstance(value, str)
    if not structured or (key not in _BLOCK and len(line) <= WIDEST):
        yield line
        return
    yield f"{indent}{as_yaml(key)}:"
    if isinstance(value, Mapping):
        yield from _entries(value, f"{indent}  ")
    elif isinstance(value, Sequence):
        for item in value:
            yield from _item(item, f"{indent}  ", block=key in _BLOCK)


def _item(item: Plain, indent: str, *, block: bool) -> Iterator[str]:
    line = f"{indent}- {_flow(item)}"
    if not isinstance(item, Mapping) or not item or (not block and len(line) <= WIDEST):
        yield line
        return
    entries = list(_entries(item, f"{indent}  "))
    yield f"{indent}- {entries[0].strip()}" if entries else line
    yield from entries[1:]


def _flow(value: Plain) -> str:
    if isinstance(value, str):
        return as_yaml(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{as_yaml(k)}: {_flow(v)}" for k, v in value.items() if _says(k, v)) + "}"
    if isinstance(value, Sequence):
        return "[" + ", ".join(map(_flow, value)) + "]"
    if isinstance(value, bool):
        return "true" if value else "false"
    return "null" if value is None else f"{value:g}"
