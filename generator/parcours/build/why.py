"""Why a page is not as it was, and what it is made from: told from two builds, never noted down while building."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, cast

from parcours.build.build import Build
from parcours.link.atlas import Atlas, Ref
from parcours.link.watched import Reads, differences
from parcours.model.kinds import Kind
from parcours.pages.drawings import drawings_of
from parcours.pages.glances import Glances
from parcours.pages.lists import HOME
from parcours.pages.views import Page
from parcours.parse.document import role_of
from parcours.source.text import digest_of
from parcours.theme.files import ThemeFiles

WORDS, TOKENS, DRAWN = "words", "tokens", "diagrams"
"""Stand among the templates for a theme's words and whether diagrams are drawn, which concern all pages, and for the
theme's colours, which concern drawings."""
OF_JOURNEYS = frozenset({"journeys", "futures", "answered", "doors"})
"""The mappings of an Atlas whose keys are ids of journeys."""
OF_MENTIONS = frozenset({"mentions", "pages"})
"""The mappings that tell who names a thing."""
GLANCED = frozenset(one.name for one in fields(Glances))
"""The mappings of what is seen at a glance."""
OF_PATHS = frozenset({"texts", "links", "pasts", "timelines"})
"""The mappings whose keys are paths of files."""
PAST = frozenset({"pasts", "timelines", "lately", "suspects"})
"""The mappings that tell what git remembers."""
NOTHING = object()


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field of a page's view that is another than it was: its trail, and both values; None where it was not there."""

    trail: str
    was: object
    now: object


@dataclass(frozen=True, slots=True)
class Foundation:
    """What a page is made from.

    ``files`` are the texts it tells of, ``templates`` those that make it and its drawings, and what stands for more.
    ``reads`` are the mappings that were looked at, of the Atlas and at a glance; ``across`` says that figures across
    all maps came too.
    """

    page: Page
    files: tuple[str, ...]
    templates: tuple[str, ...]
    reads: Reads
    across: bool


@dataclass(frozen=True, slots=True)
class Why:
    """What of a page differs between two builds: fields of its view; and what was read that differs, by mapping.

    ``born`` says that there was no such page; then all of it is new and nothing else is told.
    """

    fields: tuple[FieldChange, ...] = ()
    reads: tuple[tuple[str, tuple[str, ...]], ...] = ()
    born: bool = False


def foundation(made: Build, address: str) -> Foundation:
    """What a planned page is made from; its view is made for it."""
    plan = made.shelf.plans[address]
    page, reads = made.shelf.seen(plan)
    files = sorted(set(_files(made, reads)))
    used = {name for one in (page, *drawings_of(page)) for name in made.theme.used_by(one.template)}
    standing = any("alone(" in made.theme.templates.get(name, "") for name in used)
    templates = (*sorted(name for name in used if name in made.theme.templates), WORDS, DRAWN)
    templates += (TOKENS,) if standing else ()
    return Foundation(page, tuple(files), templates, reads, bool(plan.given) and plan.given != ((), None))


def why(before: Build, after: Build, address: str) -> Why:
    """What of a page, planned in ``after``, is not as it was in ``before``."""
    plan, was = after.shelf.plans[address], before.shelf.plans.get(address)
    if was is None:
        return Why(born=True)
    (old, _), (new, reads) = before.shelf.seen(was), after.shelf.seen(plan)
    changes = {**differences(before.atlas, after.atlas), **differences(before.shelf.glances, after.shelf.glances)}
    touched = (
        (name, tuple(sorted(key_in_words(key) for key in changes[name] if keys is None or key in keys)))
        for name, keys in reads.keys.items()
        if name in changes
    )
    return Why(tuple(field_changes(old.view, new.view)), tuple((name, keys) for name, keys in touched if keys))


def template_marks(theme: ThemeFiles, diagrams: str) -> dict[str, str]:
    """What identifies each template of a theme and what stands among them, so that two states can be compared."""
    marks = {name: digest_of(text.encode("utf-8", "replace")) for name, text in theme.templates.items()}
    return {
        **marks,
        DRAWN: diagrams,
        WORDS: theme.digest_with(()),
        TOKENS: digest_of(repr(sorted(theme.tokens.items())).encode()),
    }


def field_changes(was: object, now: object, trail: str = "page") -> Iterator[FieldChange]:
    """The innermost fields in which two values differ, each with its trail in a template (``page.map.stages``)."""
    if was == now:
        return
    pairs = _pairs(was, now)
    if pairs is None:
        yield FieldChange(trail, None if was is NOTHING else was, None if now is NOTHING else now)
        return
    for step, one, other in pairs:
        yield from field_changes(one, other, f"{trail}{step}")


def _pairs(was: object, now: object) -> Iterable[tuple[str, object, object]] | None:
    """What two values of one kind are made of, side by side; None where they have no parts to compare."""
    if type(was) is not type(now):
        return None
    if is_dataclass(was):
        return [(f".{one.name}", getattr(was, one.name), getattr(now, one.name)) for one in fields(was)]
    if isinstance(was, Mapping):
        old, new = cast("Mapping[Any, object]", was), cast("Mapping[Any, object]", now)
        return [(f"[{key}]", old.get(key, NOTHING), new.get(key, NOTHING)) for key in dict.fromkeys((*old, *new))]
    if isinstance(was, tuple):
        return _side_by_side(cast("tuple[object, ...]", was), cast("tuple[object, ...]", now))
    return None


def _side_by_side(was: tuple[object, ...], now: tuple[object, ...]) -> list[tuple[str, object, object]]:
    """The places of two rows that differ: those that are equal at the beginning and at the end stay with each other."""
    shorter = min(len(was), len(now))
    start = next((n for n in range(shorter) if was[n] != now[n]), shorter)
    end = 0
    while end < shorter - start and was[-1 - end] == now[-1 - end]:
        end += 1
    old, new = was[start : len(was) - end], now[start : len(now) - end]
    rows = range(max(len(old), len(new)))
    return [(f"[{start + n}]", old[n] if n < len(old) else NOTHING, new[n] if n < len(new) else NOTHING) for n in rows]


def _files(made: Build, reads: Reads) -> Iterator[str]:
    """The texts behind what was read of an Atlas, and at a glance."""
    paths = set(made.read.documents)
    for name, keys in reads.keys.items():
        held: Mapping[Any, Any] = getattr(made.shelf.glances if name in GLANCED else made.atlas, name)
        for key in held if keys is None else keys:
            if name in OF_PATHS and key in paths:
                yield key
            elif name in OF_MENTIONS:
                yield from _mentioning(made.atlas, key)
            elif name in OF_JOURNEYS or name in GLANCED or name == "things":
                yield from _behind(made.atlas, key)


def _mentioning(atlas: Atlas, ref: Ref) -> Iterator[str]:
    pages = (mention.page for mention in atlas.mentions.get(ref, ()))
    yield from (thing.front.path for one in pages if (thing := atlas.things.get(one)) and thing.front)


def _behind(atlas: Atlas, key: Any) -> Iterator[str]:
    """The texts of a thing; of a journey by its id, or by that and what a piece of it is called."""
    if isinstance(key, Ref):
        if thing := atlas.things.get(key):
            yield thing.front.path if thing.front else thing.place.path
    elif journey := atlas.journeys.get(key if isinstance(key, str) else key[0]):
        yield from journey.paths


def key_in_words(key: object) -> str:
    """A key of a mapping in few words: ``personas/claire``, ``journeys/buy`` or what it says of itself."""
    if isinstance(key, Ref):
        return f"{key.kind.value}/{key.id}"
    if isinstance(key, tuple):
        return "/".join(key_in_words(part) for part in cast("tuple[object, ...]", key))
    return str(getattr(key, "value", key))


def address_of(made: Build, written: str) -> str | None:
    """The page that an address, a link, a content file or an id stands for; None where there is none, or several.

    A stage's file stands for its journey. ``written`` has forward slashes, a file's path begins at the project folder.
    """
    role = role_of(written, made.read.documents.keys()) if written in made.read.documents else None
    if role is not None and role.kind is None:
        return HOME
    if role is not None and role.kind is not None:
        written = Ref(role.kind, role.parent or role.id).address
    plain = written.partition("#")[0].strip("/")
    plans = made.shelf.plans
    exact = [one for one in (plain, f"{plain}/index.html".lstrip("/"), f"{plain}.html") if one in plans]
    called = [] if exact else [one for kind in Kind if (one := Ref(kind, plain).address) in plans]
    return exact[0] if exact else called[0] if len(called) == 1 else None
