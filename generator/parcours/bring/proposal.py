"""``propose``: from files of any format to pages that could be written, and what is to be said of each line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from parcours.bring.draft import Around, Draft, Given, Read, Run
from parcours.bring.naming import free, id_of
from parcours.bring.prose import body, fit, plainly
from parcours.bring.remark import Remark, remark
from parcours.bring.yaml_text import front_matter
from parcours.model.kinds import Kind
from parcours.source.address import slug
from parcours.source.text import Source


@dataclass(frozen=True, slots=True)
class Proposed:
    """A file to be written: its path below ``content/``, its text, and the text it has when its body must be plain."""

    path: str
    text: str = field(repr=False)
    plain: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that an import would do. ``sources`` are the texts remarks speak of, ``rest`` the lines left in them."""

    files: tuple[Proposed, ...] = ()
    remarks: tuple[Remark, ...] = ()
    rest: tuple[tuple[str, Run], ...] = ()
    sources: Mapping[str, Source] = field(default_factory=dict[str, Source], repr=False)


FileReader = Callable[[Given, Around], tuple[Sequence[Source], Read]]
"""Reads one file; the sources are its text, or those of its sheets, as remarks show them."""


def propose(given: Sequence[Given], around: Around, read: FileReader) -> Proposal:
    """What bringing in these files would write. A later file knows what an earlier one brings.

    ``around.known`` must hold the ids of all that is there: a file that exists is never proposed.
    """
    made = Proposal()
    for one in given:
        sources, said = read(one, around)
        around, files, remarks = _named(said.drafts, around)
        made = Proposal(
            made.files + files,
            made.remarks + said.remarks + remarks,
            made.rest + tuple((run.path or sources[0].path, run) for run in said.rest),
            {**made.sources, **{source.path: source for source in sources}},
        )
    return replace(made, remarks=tuple(_once(sorted(made.remarks, key=lambda one: one.place))))


def _once(remarks: Sequence[Remark]) -> Iterator[Remark]:
    """The remarks, of which those about who somebody is are made once in a file."""
    told: set[tuple[object, ...]] = set()
    for one in remarks:
        key = (one.key, one.values, one.place.path)
        if not one.key.startswith("actor-") or key not in told:
            yield one
        told.add(key)


def _named(drafts: Sequence[Draft], around: Around) -> tuple[Around, tuple[Proposed, ...], tuple[Remark, ...]]:
    files: list[Proposed] = []
    remarks: list[Remark] = []
    for draft in drafts:
        wanted = id_of(draft.name, draft.kind.word)
        taken = around.known.get(draft.kind, {})
        if draft.shared and (around.there(draft.kind, draft.name) or wanted in taken.values()):
            continue
        id_ = free(wanted, taken.values())
        if id_ != wanted:
            remarks.append(remark("numbered", draft.place, id=wanted, path=f"{draft.kind.value}/{id_}.md"))
        around = replace(around, known={**around.known, draft.kind: {**dict(_names(draft, id_)), **taken, id_: id_}})
        files += _written(draft, id_)
    return around, tuple(files), tuple(remarks)


def _names(draft: Draft, id_: str) -> Iterator[tuple[str, str]]:
    name = slug(draft.name)
    if name:
        yield name, id_


def _written(draft: Draft, id_: str) -> Iterator[Proposed]:
    """The file of a page; those of a journey's stages lie beside it in a folder."""
    path, matter = f"{draft.kind.value}/{id_}", front_matter(draft.matter)
    text = _page(matter, _joined(draft.prose, body(draft.left)))
    plain = _page(matter, _joined(fit(draft.prose), plainly(draft.left)))
    yield Proposed(f"{path}/index.md" if draft.parts else f"{path}.md", text, plain)
    for part in draft.parts:
        matter = front_matter(part.matter)
        yield Proposed(f"{path}/{part.name}.md", _page(matter, part.prose), _page(matter, fit(part.prose)))


def _joined(*parts: str) -> str:
    return "\n\n".join(part for part in parts if part)


def _page(matter: str, words: str) -> str:
    return f"{matter}\n{words}\n" if words else matter


def reference(kind: Kind, name: str, around: Around) -> str:
    """The id by which a page names something that a ``shared`` draft stands for."""
    return around.there(kind, name) or id_of(name, kind.word)
