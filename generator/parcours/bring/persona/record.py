"""One persona's page from what was said of them: each label's content in its field, the rest under its own heading."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import unquote

from parcours.bring.draft import Around, Draft, Left, Plain
from parcours.bring.pages import origin
from parcours.bring.persona.blocks import Block
from parcours.bring.persona.empathy_words import EMPATHY
from parcours.bring.persona.people import name_in
from parcours.bring.persona.said import Person, Said
from parcours.bring.persona.values import (
    PictureSeen,
    listed,
    pictures_of,
    plain,
    quoted,
    short,
    skill,
    without_pictures,
)
from parcours.bring.remark import Remark, remark
from parcours.bring.written import written
from parcours.model.kinds import Kind
from parcours.source.address import slug
from parcours.source.text import Place

TEXTS = ("name", "segment", "age", "occupation", "location", "owner", "quote", "kind")
ORDER = (
    *("kind", "name", "segment", "age", "occupation", "location", "portrait", "pictures", "quote", "bio"),
    *("goals", "needs", "motivations", "frustrations", "behaviours", "channels", "devices", "skills", "empathy"),
    *("evidence", "assumptions", "tags", "owner"),
)
"""The keys of a persona's front matter, in the order they are written."""
_SHORT = ("channels", "devices", "tags")
_RICH = ("table", "fence")
_KINDS: Mapping[str, str] = {
    **{word: word for word in ("persona", "role", "archetype", "anti-persona")},
    **dict.fromkeys(("antipersona", "negative-persona", "negative", "anti-persona-negative"), "anti-persona"),
    **dict.fromkeys(("archetyp", "arquetipo", "archetipo", "архетип"), "archetype"),
    **dict.fromkeys(("rolle", "rol", "ruolo", "роль", "papel"), "role"),
}


@dataclass(slots=True)
class _Page:
    """A page while it is put together."""

    texts: dict[str, str] = field(default_factory=dict[str, str])
    lists: dict[str, list[Plain]] = field(default_factory=dict[str, list[Plain]])
    left: list[Left] = field(default_factory=list[Left])
    pictures: list[PictureSeen] = field(default_factory=list[PictureSeen])
    read: list[str] = field(default_factory=list[str])


def draft_of(person: Person, path: str, around: Around, number: int = 1) -> tuple[Draft, tuple[Remark, ...]]:
    """The page of a persona, and what is to be said of how it was read. ``number`` names a persona without a name.

    Of a picture that is not there (``around.pictures``) the page says only the address, in its body.
    """
    place = Place(path, person.line)
    page = _Page()
    called = _called(person)
    page.texts["name"] = called
    name = called or f"persona-{number}"
    for said in _resolved(person):
        _take(page, said, called)
    remarks: list[Remark] = []
    if plain(person.heading) not in (called, ""):
        remarks.append(remark("persona-named", place, heading=person.heading, name=called))
    if person.own:
        remarks.append(remark("persona-own", place, keys=", ".join(dict.fromkeys(_keys(person.own)))))
    elif not called:
        remarks.append(remark("persona-nameless", place, name=name))
    if page.read:
        remarks.append(remark("persona-read", place, name=called, read=", ".join(dict.fromkeys(page.read))))
    remarks += _put_pictures(page, path, around)
    if not person.own:
        for key, value in origin(place, around).items():
            page.lists.setdefault(key, []).extend(value if isinstance(value, list | tuple) else [value])
    matter = _merged(person.own, {key: value for key in ORDER if (value := _value(page, key))})
    return Draft(Kind.PERSONA, name, matter, place, tuple(page.left)), tuple(remarks)


def _keys(value: Plain) -> Iterator[str]:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from (key, *_keys(inner))
    elif isinstance(value, list | tuple):
        yield from (key for inner in value for key in _keys(inner))


def _merged(own: Mapping[str, Plain], read: Mapping[str, Plain]) -> Mapping[str, Plain]:
    """What a page's own front matter says, with what is read around it: longer lists, and what it lacks."""
    merged = {**read, **own}
    for key in own.keys() & read.keys():
        told, more = own[key], read[key]
        if isinstance(told, list | tuple) and isinstance(more, list | tuple):
            merged[key] = (*told, *(one for one in more if one not in told))
    return {key: merged[key] for key in (*ORDER, *own) if key in merged}


def _called(person: Person) -> str:
    """The name: what is said under that label, else the heading without what it says of itself."""
    if isinstance(own := person.own.get("name"), str):
        return own
    return _FIRST.sub("", _said_name(person))


_FIRST = re.compile(r"^[^\w(\"“«„「]+")
"""Pictures and signs before a name."""


def _said_name(person: Person) -> str:
    said = next((one for one in person.said if one.field == "name" and one.blocks), None)
    if said is not None and (name := plain(said.blocks[0].text.split("\n")[0])):
        return name
    return plain(name_in(person.heading) or person.heading)


def _resolved(person: Person) -> tuple[Said, ...]:
    """What is said, each under the field it means here: pains and gains are fears and hopes on an empathy map alone."""
    told = {one.field for one in person.said}
    mapped = "empathy" in told or len({one for one in told if one.startswith("empathy.")} - _BESIDES) >= 2
    meant = {
        "pains": "empathy.fears" if mapped else "frustrations",
        "gains": "empathy.hopes" if mapped else "goals",
        "about": "bio",
    }
    hears = {slug(one.label) for one in person.said if one.field == "empathy.hears"}
    found: list[Said] = []
    opening = None if "bio" in told or "about" in told else next(filter(_opens, person.said), None)
    for one in person.said:
        if one is opening:
            found.append(replace(one, field="bio"))
        elif slug(one.label) == "sente" and hears & {"ouve", "escuta", "o-que-ouve"}:
            found.append(replace(one, field="empathy.thinks_feels"))
        else:
            found.append(replace(one, field=meant.get(one.field, one.field)))
    return tuple(found)


def _opens(said: Said) -> bool:
    """Whether this may be the words a page opens with: a paragraph under no label."""
    first = said.blocks[0] if said.blocks else None
    return not (said.label or said.field) and first is not None and first.sort == "text" and bool(plain(first.text))


_BESIDES = {"empathy.fears", "empathy.hopes"}


def _take(page: _Page, said: Said, called: str) -> None:
    """Puts what is said where it belongs."""
    seen = pictures_of(said.blocks)
    page.pictures = [*seen, *page.pictures] if said.field == "portrait" else [*page.pictures, *seen]
    blocks = tuple(
        block if block.sort in _RICH else replace(block, text=without_pictures(block.text)) for block in said.blocks
    )
    blocks = tuple(block for block in blocks if block.text or block.sort == "heading")
    if said.field and said.label:
        page.read.append(_reading(said))
    if not said.field or said.field in ("empathy", "group", "portrait"):
        if blocks or not said.field:
            _leave(page, said.label, blocks)
    elif said.field == "bio":
        _bio(page, said, blocks)
    elif said.field in TEXTS:
        _text(page, said, blocks, called)
    else:
        _list(page, said, blocks)


def _reading(said: Said) -> str:
    label, key = plain(said.label), said.field.removeprefix("empathy.")
    return label if key in ("group", "empathy") or slug(label).replace("-", "_") == key else f"{label} → {key}"


def _bio(page: _Page, said: Said, blocks: Sequence[Block]) -> None:
    first = blocks[0] if blocks and blocks[0].sort == "text" else None
    if first is None or page.texts.get("bio"):
        if blocks:
            _leave(page, said.label, blocks)
        return
    page.texts["bio"] = plain(first.text)
    if blocks[1:]:
        _leave(page, said.label, blocks[1:])


def _text(page: _Page, said: Said, blocks: Sequence[Block], called: str) -> None:
    """A field that holds one text: the first that can be it; anything more goes into the body."""
    key = said.field
    first = blocks[0] if blocks and blocks[0].sort not in (*_RICH, "heading") else None
    value = "" if first is None else quoted(first.text, called) if key == "quote" else plain(first.text)
    if key == "kind":
        value = _KINDS.get(slug(value), "")
    if key == "name" and value == called:
        blocks = blocks[1:]
    elif value and not page.texts.get(key):
        page.texts[key] = value
        blocks = blocks[1:]
    if blocks:
        _leave(page, said.label, blocks)


def _list(page: _Page, said: Said, blocks: Sequence[Block]) -> None:
    key = said.field.removeprefix("empathy.")
    rich = tuple(block for n, block in enumerate(blocks) if block.sort in _RICH or _announces(blocks, n))
    values = listed([block for block in blocks if block not in rich])
    items: list[Plain] = [one for value in values for one in (short(value) if key in _SHORT else (value,))]
    kept = page.lists.setdefault(key, [])
    for one in items:
        value = skill(one) if key == "skills" and isinstance(one, str) else one
        if value not in kept:
            kept.append(value)
    if rich:
        _leave(page, said.label, rich)


def _announces(blocks: Sequence[Block], n: int) -> bool:
    """Whether a text only says that a table or a fence follows."""
    follows = n + 1 < len(blocks) and blocks[n + 1].sort in _RICH
    return follows and blocks[n].text.rstrip().endswith((":", "："))


def _leave(page: _Page, label: str, blocks: Sequence[Block]) -> None:
    """Puts content into the body under its own heading; a label alone too."""
    text = "\n".join(_markdown(block) for block in blocks) if _tight(blocks) else "\n\n".join(map(_markdown, blocks))
    page.left.append(Left(plain(label), text))


def _tight(blocks: Sequence[Block]) -> bool:
    """Whether blocks are a list, whose items stand line under line."""
    return all(block.sort == "item" for block in blocks)


def _markdown(block: Block) -> str:
    if block.sort == "item":
        return f"{' ' * block.level}- " + block.text.replace("\n", f"\n{' ' * (block.level + 2)}")
    if block.sort == "quote":
        return "\n".join(f"> {line}" for line in block.text.split("\n"))
    if block.sort == "heading":
        return f"{'#' * block.level} {block.text}"
    return block.text


def _put_pictures(page: _Page, path: str, around: Around) -> list[Remark]:
    """Pictures that are there become the portrait and the others; those that are not are told, and kept as words."""
    remarks: list[Remark] = []
    kept: list[Plain] = []
    shown: list[str] = []
    for seen in dict.fromkeys(page.pictures):
        alt = seen.alt or page.texts["name"] or seen.src.rsplit("/", 1)[-1]
        there = around.pictures.get(beside(path, seen.src))
        if there is not None:
            kept.append({"src": there, "alt": alt})
            remarks.append(remark("picture-copied", Place(path, seen.line), src=seen.src, path=there))
            continue
        shown.append(f"- {seen.alt} ({seen.src})" if seen.alt else f"- {seen.src}")
        key = "picture-far" if "//" in seen.src else "picture-missing"
        remarks.append(remark(key, Place(path, seen.line), src=seen.src, alt=seen.alt))
    if shown:
        page.left.append(Left(written("pictures", around.language), "\n".join(shown)))
    if kept:
        page.lists["portrait"], page.lists["pictures"] = kept[:1], kept[1:]
    return remarks


def beside(path: str, src: str) -> str:
    """The path of what a source names, as that of the source itself; empty for an address on the web."""
    return (
        ""
        if "//" in src or src.startswith("data:")
        else posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(src)))
    )


def _value(page: _Page, key: str) -> Plain:
    if key == "empathy":
        return {question: tuple(page.lists[question]) for question in EMPATHY if page.lists.get(question)}
    if key == "portrait":
        return next(iter(page.lists.get(key, ())), None)
    return page.texts.get(key) or tuple(page.lists.get(key, ()))
