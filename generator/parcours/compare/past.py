"""A journey as it once was: its old texts read with today's eyes (settings, names of personas), its prose left out."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from parcours.link.atlas import LinkedJourney
from parcours.link.link import link
from parcours.link.linked import Parsed
from parcours.model.journey import Journey
from parcours.model.kinds import Kind
from parcours.model.opportunity import Opportunity
from parcours.model.settings import Settings
from parcours.parse.document import Document, Role, read_document, role_of
from parcours.parse.front_matter import cut
from parcours.source.address import slug
from parcours.source.text import Source


def past_journey(
    id_: str, main: str, texts: Mapping[str, str], personas: Sequence[Document], settings: Settings
) -> LinkedJourney | None:
    """The journey that some files made; ``main`` is the path of its own, the others are its stages.

    None where that file was not there. Mistakes in old texts are nobody's business any more: what cannot be read is
    missing.
    """
    if main not in texts:
        return None
    own = bare_document(main, texts[main], Role(Kind.JOURNEY, id_))
    stages = [bare_document(path, text, _stage(path, id_)) for path, text in texts.items() if path != main]
    cast = _cast(own, personas)
    atlas = link(Parsed(settings, (own, *stages, *cast)))
    return atlas.journeys.get(id_)


def past_opportunity(path: str, text: str) -> Opportunity:
    """The opportunity that a file was about."""
    record = bare_document(path, text, Role(Kind.OPPORTUNITY, "past")).record
    return record if isinstance(record, Opportunity) else Opportunity()


def bare_document(path: str, text: str, role: Role) -> Document:
    """A document without its prose, which costs more to read than all the rest."""
    source = Source.of(path, text)
    page = cut(source)
    return read_document(Source.of(path, "\n".join(page.lines[: page.below])), role)


def _stage(path: str, journey: str) -> Role:
    role = role_of(path, (path, f"{posixpath.dirname(path)}/index.md"))
    stem = posixpath.basename(path).removesuffix(".md")
    return replace(role, parent=journey) if role and role.parent else Role(Kind.JOURNEY, slug(stem) or "stage", journey)


def _cast(own: Document, personas: Iterable[Document]) -> list[Document]:
    """The personas that the journey follows, by id or by name."""
    wanted = {slug(name) for name in own.record.personas} if isinstance(own.record, Journey) else set[str]()
    return [one for one in personas if one.role.id in wanted or slug(getattr(one.record, "name", "")) in wanted]
