"""``parcours explain PAGE``: what a page is made from, and why the last build made it anew."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from itertools import takewhile
from pathlib import Path
from typing import TYPE_CHECKING, cast

from parcours.cli.explain_words import say

if TYPE_CHECKING:
    from parcours.build.build import Build
    from parcours.build.snapshot import Snapshot
    from parcours.build.why import FieldChange, Foundation
    from parcours.edge.states import State

MOST_FIELDS, MOST_FILES, MOST_KEYS = 20, 12, 3
WIDEST = 48
"""Characters of a value that are shown."""
AMONG_TEMPLATES = ("words", "diagrams", "tokens")
"""What of a theme and of the settings stands among the templates of a page."""
SPEAKING = ("text", "name", "title", "action", "label", "script", "id")
"""The fields that stand for a whole thing where one came or went."""


def explained(folder: Path, written: str, language: str) -> tuple[list[str], tuple[str, ...]]:
    """What there is to say of a page, line by line; of none where there is no such page, but the addresses there are.

    ``folder`` is the project's, ``written`` an address, a page of the output folder, or a file of the content.
    """
    from parcours.build.build import prepare
    from parcours.build.why import address_of, foundation
    from parcours.edge.history import with_history
    from parcours.edge.project import Project

    project = Project(folder)
    now = with_history(project.root, project.read())
    made = prepare(now)
    address = address_of(made, _within(project.root, written))
    if address is None:
        return [], tuple(made.shelf.plans)
    ground = foundation(made, address)
    lines = [
        address,
        "",
        *_history(project.root, now, made, ground, language),
        "",
        *_ground(project.root, ground, made, language),
    ]
    return lines, ()


def _within(root: Path, written: str) -> str:
    """What was written, from the project folder or from its site, where it leads into one of them."""
    path = Path(written)
    full = path if path.is_absolute() else Path.cwd() / path
    for folder in (root / "site", root):
        if full.exists() and full.resolve().is_relative_to(folder):
            return full.resolve().relative_to(folder).as_posix()
    return written.replace("\\", "/").removeprefix("./")


def _history(root: Path, now: Snapshot, made: Build, ground: Foundation, language: str) -> Iterator[str]:
    """Why the last build made the page anew, and why the next will."""
    from parcours.build.build import prepare
    from parcours.edge.states import BEFORE, LAST, recalled_state, state_of

    last, before = recalled_state(root, LAST), recalled_state(root, BEFORE)
    if last is None:
        yield say("no_build", language)
        return
    present = state_of(now, made.atlas.settings.diagrams)
    then = prepare(last.snapshot(now), made)
    if before is None:
        yield say("first_build", language, when=_when(last.when))
    else:
        heads = {"when": _when(last.when), "before": _when(before.when)}
        yield from _compared(prepare(before.snapshot(now), then), then, (before, last), ground, "last", language, heads)
    if present.changed_since(last) or present.marks != last.marks:
        yield ""
        yield from _compared(then, made, (last, present), ground, "next", language, {})


def _compared(
    old: Build,
    new: Build,
    states: tuple[State, State],
    ground: Foundation,
    key: str,
    language: str,
    heads: dict[str, str],
) -> Iterator[str]:
    """What made a page another one from one build to the next."""
    from parcours.build.why import why

    before, after = states
    address = ground.page.address
    if address not in new.shelf.plans:
        yield say("gone", language)
        return
    found = why(old, new, address)
    others = tuple(_other_reasons(before, after, ground, language))
    if found.born:
        yield say(f"{key}_born", language, **heads)
        return
    if not found.fields and not others:
        yield say(f"{key}_same", language, **heads)
        return
    yield say(key, language, **heads)
    yield from _fields(found.fields, language)
    yield from (f"  {line}" for line in others)
    for name, keys in found.reads:
        yield f"  {say('read', language)} {name}: {_some(keys, MOST_KEYS, language)}"
    changed = after.changed_since(before)
    if changed:
        yield f"  {say('files_changed', language)} {_some(changed, MOST_FILES, language)}"


def _other_reasons(before: State, after: State, ground: Foundation, language: str) -> Iterator[str]:
    """Why bytes may be others though the view is equal: templates, what git says, a day, another Parcours."""
    from parcours.build.why import PAST

    marks = [name for name in ground.templates if before.marks.get(name) != after.marks.get(name)]
    if marks:
        yield say("templates_changed", language, names=", ".join(_mark(name, language) for name in marks))
    if before.version != after.version:
        yield say("version_changed", language, was=before.version, now=after.version)
    if before.head != after.head and any(name in PAST for name in ground.reads.keys):
        yield say("head_changed", language, was=before.head[:8] or "–", now=after.head[:8] or "–")


def _fields(changes: Sequence[FieldChange], language: str) -> Iterator[str]:
    width = max((len(one.trail) for one in changes[:MOST_FIELDS]), default=0)
    for one in changes[:MOST_FIELDS]:
        yield f"  {one.trail.ljust(width)}  {_both(one.was, one.now, language)}"
    if len(changes) > MOST_FIELDS:
        yield f"  {say('more', language, count=len(changes) - MOST_FIELDS)}"


def _ground(root: Path, ground: Foundation, made: Build, language: str) -> Iterator[str]:
    """What a page is made from."""
    yield say("ground", language)
    yield from _block(say("files", language), ground.files[:MOST_FILES])
    if len(ground.files) > MOST_FILES:
        yield f"    {say('more', language, count=len(ground.files) - MOST_FILES)}"
    yield from _block(say("templates", language), [_template(root, name, made, language) for name in ground.templates])
    reads = [
        f"{name}: {say('all', language) if keys is None else _some(sorted(map(_key, keys)), MOST_KEYS, language)}"
        for name, keys in ground.reads.keys.items()
    ]
    yield from _block(say("reads", language), [*reads, *([say("across", language)] if ground.across else [])])


def _block(head: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"  {head}"
        yield from (f"    {line}" for line in lines)


def _template(root: Path, name: str, made: Build, language: str) -> str:
    """A template's name, or its path where it is the project's own."""
    own = root / "themes" / made.theme.name / "templates" / name
    return own.relative_to(root).as_posix() if own.is_file() else _mark(name, language)


def _mark(name: str, language: str) -> str:
    return say(f"of_theme_{name}", language) if name in AMONG_TEMPLATES else name


def _some(words: Sequence[str], most: int, language: str) -> str:
    rest = [say("more", language, count=len(words) - most)] if len(words) > most else []
    return ", ".join([*words[:most], *rest])


def _key(key: object) -> str:
    from parcours.build.why import key_in_words

    return key_in_words(key)


def _both(was: object, now: object, language: str) -> str:
    """Two values in few words; two long texts from where they part."""
    old, new = (_words_of(value, language) for value in (was, now))
    same = takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
    start = sum(1 for _ in same) - WIDEST // 4
    if start > 0 and max(len(old), len(new)) > WIDEST:
        old, new = f"…{old[start:]}", f"…{new[start:]}"
    return " → ".join(text if len(text) <= WIDEST else f"{text[: WIDEST - 1]}…" for text in (old, new))


def _words_of(value: object, language: str) -> str:
    """A text, a figure, a row of such; of a thing, what it is called."""
    if value is None or value in ("", ()):
        return "–"
    if is_dataclass(value):
        said = {one.name: getattr(value, one.name) for one in fields(value)}
        speaking = next((said[name] for name in SPEAKING if isinstance(said.get(name), str) and said[name]), "")
        return str(speaking) or type(value).__name__
    if isinstance(value, tuple):
        return ", ".join(_words_of(one, language) for one in cast("tuple[object, ...]", value))
    return say("quoted", language, text=" ".join(value.split())) if isinstance(value, str) else str(value)


def _when(moment: dt.datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M:%S}"
