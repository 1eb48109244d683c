"""Which reader a file is for: the one that was named, else those whose format it seems to be in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parcours.bring.decode import decode
from parcours.bring.draft import Around, Given, Read, Reader
from parcours.bring.mermaid_page import bare_script, found_mermaid, nested, read_mermaid
from parcours.bring.own.atlas import is_atlas, read_atlas
from parcours.bring.own.csv import is_csv
from parcours.bring.own.csv import read_csv as read_own_csv
from parcours.bring.own.markdown import is_markdown
from parcours.bring.own.markdown import read_markdown as read_own_page
from parcours.bring.own.mermaid import is_mermaid
from parcours.bring.own.mermaid import read_script_of_ours as read_own_script
from parcours.bring.own.workbook import read_own_workbook
from parcours.bring.page import Page, read_page
from parcours.bring.page_journeys import Found, read_found
from parcours.bring.persona.page import read_personas, reads_as_personas
from parcours.bring.persona.sheets import read_any, read_book
from parcours.bring.proposal import FileReader
from parcours.bring.remark import remark
from parcours.bring.table.reading import found_tables, read_csv, read_html, read_tables, read_workbook
from parcours.source.text import Source

READERS: Mapping[str, Reader] = {
    "json": read_atlas,
    "mermaid": read_mermaid,
    "table": read_tables,
    "csv": read_csv,
    "persona": read_any,
}
"""Readers of texts by the format they are named with."""

OWN = ((is_atlas, read_atlas), (is_csv, read_own_csv), (is_markdown, read_own_page), (is_mermaid, read_own_script))
"""Our own exports: what tells each, and what reads it."""

WORKBOOK = "xlsx"
FORMATS = (*READERS, WORKBOOK)
"""What ``--as`` may name."""

DELIMITED = frozenset({"csv", "tsv", "tab"})
WEB = frozenset({"html", "htm"})
WORKBOOKS = frozenset({"xlsx", "xlsm"})


def reader(named: str | None) -> FileReader:
    """The reader of files in a format; of any where none is named."""

    def read(given: Given, around: Around) -> tuple[Sequence[Source], Read]:
        sources, made = _file(given, around, named)
        if not made.drafts and not made.remarks:
            made += Read(remarks=(remark("nothing", sources[0].start(), formats=", ".join(FORMATS)),))
        return sources, made

    return read


def _file(given: Given, around: Around, named: str | None) -> tuple[Sequence[Source], Read]:
    if named == WORKBOOK or (named is None and given.ending in WORKBOOKS):
        own = read_own_workbook(given, around)
        return ((Source.of(given.path, ""),), own) if own is not None else read_workbook(given, around)
    if named == "persona" and given.ending in WORKBOOKS:
        return read_book(given, around)
    source, said = decode(given)
    if any(one.key == "binary" for one in said.remarks):
        return (source,), said
    return (source,), said + (_own(source) or (READERS[named] if named else _seen(given, source)))(source, around)


def _own(source: Source) -> Reader | None:
    """The reader of an export of ours, which is known whatever it is said to be."""
    return next((read for says, read in OWN if says(source)), None)


def _seen(given: Given, source: Source) -> Reader:
    """The reader for what a text seems to be: a journey wherever there is one, else personas."""
    if given.ending in DELIMITED:
        return read_csv
    if bare_script(source):
        return read_mermaid
    if given.ending in WEB and not reads_as_personas(source):
        return read_html
    return read_personas if not _journeys(read_page(source)) and reads_as_personas(source) else read_markdown


def read_markdown(source: Source, around: Around) -> Read:
    """All journeys of a page, as diagrams and as tables."""
    page = read_page(source)
    return read_found(page, _journeys(page), around) + Read(remarks=tuple(nested(page)))


def _journeys(page: Page) -> Sequence[Found]:
    return sorted((*found_mermaid(page), *found_tables(page)), key=lambda one: one.first)
