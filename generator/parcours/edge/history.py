"""What git remembers of a project, laid into its snapshot: who changed which file when, what the maps used to say."""

from __future__ import annotations

import datetime as dt
import json
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from parcours import __version__
from parcours.analyse.lineage import lately, lineage
from parcours.build.settings import read_settings
from parcours.build.snapshot import Snapshot
from parcours.compare.past import bare_document, past_journey, past_opportunity
from parcours.compare.timeline import Answer, State, answers, moments
from parcours.edge.git import GitFault, Repository, Trouble, blobs, repository
from parcours.edge.git_log import read_log
from parcours.edge.memory import recalled, remember
from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.model.history import Change, History, Moment, Past, Stand, Timeline
from parcours.model.kinds import Kind
from parcours.model.settings import Settings
from parcours.parse.document import CONTENT, Document, Role, role_of
from parcours.source.text import Place, Source, digest_of

FILE = "timelines.json"
FORMAT = 2
NAME = re.compile(r"^name[ \t]*:.*(?:\n(?:[ \t].*)?)*", re.MULTILINE)
"""A name in front matter, and the lines below that may belong to it."""
MOST = 1200
"""States of all maps together that are looked at: read for the first time, each costs some milliseconds."""
QUIET = frozenset({Trouble.NO_GIT, Trouble.NO_REPOSITORY})
"""Troubles that are none: a project may live without git."""


def with_history(root: Path, snapshot: Snapshot, *, maps: bool = True) -> Snapshot:
    """The snapshot with what git remembers; the same one outside git or where the settings ask for none.

    ``maps`` says whether to tell also what maps used to say, which a check does not ask. Never raises: what git will
    not tell becomes a finding.
    """
    settings, _ = read_settings(snapshot)
    if not settings.history.show:
        return snapshot
    try:
        content = repository(root / CONTENT)
        if not content.head:
            return snapshot
        told = _history(root, content, snapshot, settings, maps=maps)
    except GitFault as fault:
        if fault.trouble in QUIET:
            return snapshot
        return replace(snapshot, unread=(*snapshot.unread, _trouble(fault, root)))
    unread = (*snapshot.unread, *_shallow(told))
    return replace(snapshot, history=told, unread=unread)


def _trouble(fault: GitFault, root: Path) -> Finding:
    if fault.trouble is Trouble.UNSAFE:
        return finding("files/history-not-ours", Place(CONTENT), folder=root.name)
    words = fault.words.partition("\n")[0].removeprefix("fatal: ")
    return finding("files/no-history", Place(CONTENT), reason=words or fault.trouble.value)


def _shallow(history: History) -> Iterator[Finding]:
    if history.shallow and any(not past.whole for past in history.pasts.values()):
        yield finding("files/shallow-history", Place(CONTENT))


def _history(root: Path, content: Repository, snapshot: Snapshot, settings: Settings, *, maps: bool) -> History:
    log = read_log(root, content)
    pasts, removed = lineage(log.mainline, log.work)
    order = {commit.id: n for n, commit in enumerate(log.mainline)}
    wanted = tuple(_wanted(snapshot, pasts, removed, order, settings)) if maps else ()
    timelines = _Reader(root, content, snapshot, settings).timelines(wanted)
    return History(pasts, removed, timelines, lately((*pasts.values(), *removed)), content.head, content.shallow)


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A page whose past is to be told: its file, its role, and its files (path then, path now, blob) at each commit.

    ``states`` go from the oldest to the newest; ``whole`` says whether they begin at its beginning.
    """

    path: str
    role: Role
    states: tuple[tuple[Stand, tuple[Stand, ...]], ...]
    whole: bool
    cut: bool

    def key(self, settings: Settings, called: str) -> str:
        """What its timeline depends on. ``called`` stands for the personas: old maps are read with today's names."""
        told = [[stand.commit, *(f"{one.path} {one.blob}" for one in files)] for stand, files in self.states]
        what = [FORMAT, __version__, str(settings.feeling_scale), self.role.id, self.whole, called, told]
        return digest_of(json.dumps(what).encode())


def _wanted(
    snapshot: Snapshot,
    pasts: Mapping[str, Past],
    removed: Sequence[Past],
    order: Mapping[str, int],
    settings: Settings,
) -> Iterator[_Wanted]:
    paths = snapshot.sources.keys()
    roles = {path: role for path in sorted(paths) if path in pasts and (role := role_of(path, paths))}
    told = {
        path: role for path, role in roles.items() if not role.parent and role.kind in (Kind.JOURNEY, Kind.OPPORTUNITY)
    }
    maps = sum(role.kind is Kind.JOURNEY for role in told.values())
    most = min(settings.history.states, max(2, MOST // max(1, maps)))
    for path, role in told.items():
        yield _states(path, role, [pasts[path], *_stages(path, role, roles, pasts, removed)], order, most)


def _stages(
    path: str, role: Role, roles: Mapping[str, Role], pasts: Mapping[str, Past], removed: Sequence[Past]
) -> Iterator[Past]:
    """The files of a journey's stages, also those that are no more."""
    if role.kind is not Kind.JOURNEY or not path.endswith("/index.md"):
        return
    folder = posixpath.dirname(path)
    yield from (pasts[other] for other, one in roles.items() if one.parent and posixpath.dirname(other) == folder)
    yield from (past for past in removed if posixpath.dirname(past.path) == folder and past.path != path)


def _states(path: str, role: Role, members: Sequence[Past], order: Mapping[str, int], most: int) -> _Wanted:
    touched = {order[stand.commit]: stand for past in members for stand in past.stands}
    newest = sorted(touched)
    states: list[tuple[Stand, tuple[Stand, ...]]] = []
    for at in reversed(newest[:most]):
        then = (next((one for one in past.stands if order[one.commit] >= at), None) for past in members)
        states.append((touched[at], tuple(one for one in then if one is not None and one.blob)))
    cut = len(newest) > most
    return _Wanted(path, role, tuple(states), members[0].whole and not cut, cut)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Tells timelines: those remembered as they are, the others from the texts of old commits."""

    root: Path
    content: Repository
    snapshot: Snapshot
    settings: Settings

    def timelines(self, wanted: Sequence[_Wanted]) -> Mapping[str, Timeline]:
        """The timeline of each page that has a past worth telling, by its path."""
        known = recalled(self.root, FILE)
        called = digest_of("\0".join(_called(self._cast())).encode("utf-8", "surrogatepass"))
        keys = {one.path: one.key(self.settings, called) for one in wanted}
        told = {one.path: found for one in wanted if (found := _known(known, keys[one.path], cut=one.cut)) is not None}
        fresh = [one for one in wanted if one.path not in told]
        if fresh:
            ids = [stand.blob for one in fresh for _, files in one.states for stand in files]
            texts = {id_: data.decode("utf-8", "replace") for id_, data in blobs(self.content.folder, ids)}
            personas = tuple(bare_document(source.path, source.text, role) for source, role in self._cast())
            told |= {one.path: Timeline(self._moments(one, texts, personas), one.cut) for one in fresh}
            remember(self.root, FILE, {keys[path]: _stored(timeline) for path, timeline in sorted(told.items())})
        return {path: timeline for path, timeline in sorted(told.items()) if timeline.moments}

    def _cast(self) -> Iterator[tuple[Source, Role]]:
        paths = self.snapshot.sources.keys()
        for path, source in sorted(self.snapshot.sources.items()):
            role = role_of(path, paths)
            if role is not None and role.kind is Kind.PERSONA:
                yield source, role

    def _moments(self, one: _Wanted, texts: Mapping[str, str], personas: Sequence[Document]) -> tuple[Moment, ...]:
        if one.role.kind is Kind.OPPORTUNITY:
            found = [
                Answer(at.commit, at.day, at.author, past_opportunity(file.path, texts[file.blob]))
                for at, files in one.states
                for file in files
                if file.blob in texts
            ]
            return answers(found)
        states: list[State] = []
        for at, files in one.states:
            read = {file.path: texts[file.blob] for file in files if file.blob in texts}
            main = files[0].path if files else ""
            journey = past_journey(one.role.id, main, read, personas, self.settings)
            if journey is not None:
                states.append(State(at.commit, at.day, at.author, journey))
        return moments(states, whole=one.whole)


def _called(personas: Iterable[tuple[Source, Role]]) -> Iterator[str]:
    """What could change the ids and names of personas, found without reading their files as YAML."""
    for source, role in personas:
        head = source.text.partition("\n---")[0]
        names = NAME.findall(head) or ([head] if "name" in head else [])
        yield "\n".join((role.id, *names))


def _stored(timeline: Timeline) -> list[Any]:
    return [[*one[:1], one.day.toordinal(), *one[2:]] for one in timeline.moments]


def _known(remembered: Any, key: str, *, cut: bool) -> Timeline | None:
    """A timeline that was remembered; None where there is none, or it is damaged."""
    try:
        return Timeline(tuple(_moment(*stored) for stored in remembered[key]), cut)
    except (TypeError, ValueError, KeyError, OverflowError):
        return None


def _moment(
    commit: str,
    day: int,
    author: str,
    curves: list[Any],
    changes: list[Any],
    moved: bool,
    first: bool,
) -> Moment:
    told = tuple((str(persona), tuple(scores)) for persona, scores in curves)
    made = tuple(Change(kind, step, about, text, tuple(detail)) for kind, step, about, text, detail in changes)
    return Moment(commit, dt.date.fromordinal(day), author, told, made, moved, first)
