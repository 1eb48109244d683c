"""The text of a file's bytes: UTF-8, UTF-16 where a byte order mark says so, else what office programs write."""

from __future__ import annotations

import codecs

from parcours.bring.draft import Given, Read
from parcours.bring.remark import remark
from parcours.source.text import Source

_MARKED = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_OFFICE = "windows-1252"


def decode(given: Given) -> tuple[Source, Read]:
    """The text, and what is to be said of how it had to be read. Never raises."""
    encoding = next((name for mark, name in _MARKED if given.data.startswith(mark)), "utf-8")
    empty = Source.of(given.path, "")
    try:
        return Source.of(given.path, given.data.decode(encoding)), Read()
    except UnicodeDecodeError:
        pass
    if b"\0" in given.data:
        return empty, Read(remarks=(remark("binary", empty.start()),))
    source = Source.of(given.path, given.data.decode(_OFFICE, "replace"))
    return source, Read(remarks=(remark("encoding", source.start(), encoding=_OFFICE),))
