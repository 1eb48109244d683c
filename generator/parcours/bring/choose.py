"""Which reader a file is for: the one that was named, else those whose format it seems to be in."""

from __future__ import annotations

from collections.abc import Mapping

from parcours.bring.decode import decode
from parcours.bring.draft import Around, Given, Read, Reader
from parcours.bring.mermaid_page import journeys_on, read_mermaid
from parcours.bring.page import read_page
from parcours.bring.persona.page import read_personas, reads_as_personas
from parcours.bring.proposal import FileReader
from parcours.bring.remark import remark
from parcours.source.text import Source

READERS: Mapping[str, Reader] = {
    "mermaid": read_mermaid,
    "persona": read_personas,
}
"""Readers of texts by the format they are named with."""

FORMATS = tuple(READERS)
"""What ``--as`` may name."""


def reader(named: str | None) -> FileReader:
    """The reader of files in a format; of any where none is named."""

    def read(given: Given, around: Around) -> tuple[Source, Read]:
        source, said = decode(given)
        made = said if any(one.key == "binary" for one in said.remarks) else said + _read(source, around, named)
        if not made.drafts and not made.remarks:
            made += Read(remarks=(remark("nothing", source.start(), formats=", ".join(FORMATS)),))
        return source, made

    return read


def _read(source: Source, around: Around, named: str | None) -> Read:
    return READERS[named or _seen(source)](source, around)


def _seen(source: Source) -> str:
    """The format a text seems to be in."""
    return "persona" if not journeys_on(read_page(source)) and reads_as_personas(source) else "mermaid"
