"""What the words of ``parcours diff A B`` stand for: journeys, revisions, or folders."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from parcours.cli.diff_words import say
from parcours.cli.project import language_here, wrong_use

if TYPE_CHECKING:
    from parcours.build.reading import Reading
    from parcours.edge.git import GitFault
    from parcours.edge.project import Project

RANGE = re.compile(r"(.*?[^./])(\.\.\.?)([^./].*)?")
"""``a..b`` or ``a...b``: from a to b, or from where they part to b."""
JOURNEY, REVISION, FOLDER, TREE = "journey", "revision", "folder", "working-tree"
PREFIXES = {"journey:": JOURNEY, "rev:": REVISION, "folder:": FOLDER}


@dataclass(frozen=True, slots=True)
class Side:
    """One side: what it is, what it is called, and the id of its journey, its commit or its folder."""

    kind: str
    name: str
    journey: str = ""
    commit: str = ""
    folder: Path = field(default_factory=Path)

    def about(self) -> dict[str, str]:
        """What the JSON says of it."""
        # What the working tree is called depends on the language, what data says does not.
        told = {"kind": self.kind, "name": "." if self.kind == TREE else self.name}
        return {**told, "commit": self.commit} if self.commit else told


class Sides:
    """Finds what is meant; knows the project that is compared, and reads it when a journey may be meant."""

    def __init__(self, project: Project, read: Callable[[], Reading], language: str = "") -> None:
        """``read`` gives the project as it lies in the working tree; it is called when it is needed."""
        self.project, self._read, self._language = project, read, language

    @property
    def language(self) -> str:
        """The language that is asked for, else that of the project's site, else the environment's."""
        return self._language or self._language_here()

    def _language_here(self) -> str:
        return self._read().settings.language if self.project.exists() else language_here()

    def both(self, a: str, b: str | None) -> tuple[Side, Side]:
        """Both sides. Raises a click exception (exit code 2) where one is nothing, or they do not go together."""
        parts = RANGE.fullmatch(a)
        if parts is not None and not a.startswith(tuple(PREFIXES)) and not Path(a).is_dir():
            if b is not None:
                raise self._refusal("range_and_more", text=a)
            return self._range(parts[1], parts[2], parts[3] or "HEAD")
        one = self.find(a)
        if b is None:
            return self._lone(a, one)
        other = self.find(b)
        if (one.kind == JOURNEY) != (other.kind == JOURNEY):
            journey, rest = (one, other) if one.kind == JOURNEY else (other, one)
            raise self._refusal("mixed", journey=journey.journey, other=rest.name)
        return one, other

    def find(self, text: str) -> Side:
        """What one word stands for: a journey, else a revision, else a folder; ``rev:``, ``journey:``, ``folder:``."""
        for prefix, kind in PREFIXES.items():
            if text.startswith(prefix):
                return self._known(kind, text.removeprefix(prefix))
        return self._journey(text) or self._revision_or_folder(text)

    def _known(self, kind: str, text: str) -> Side:
        if kind == JOURNEY:
            found = self._journey(text)
            if found is None:
                raise self._refusal("unknown_journey", text=text, close=self._close(text, self._journeys()))
            return found
        return self._folder(text) if kind == FOLDER else self.revision(text)

    def _journeys(self) -> tuple[str, ...]:
        return tuple(self._read().atlas.journeys) if self.project.exists() else ()

    def _journey(self, text: str) -> Side | None:
        from parcours.model.kinds import Kind

        thing = self._read().atlas.find(Kind.JOURNEY, text) if self.project.exists() else None
        return Side(JOURNEY, thing.name, journey=thing.ref.id) if thing else None

    def _revision_or_folder(self, text: str) -> Side:
        if not self.project.exists():
            if not Path(text).is_dir():
                raise self._refusal("one_project", path=self.project.root, text=text)
            return self._folder(text)
        commit = self._commit(text)
        if isinstance(commit, str):
            return Side(REVISION, text, commit=commit)
        if Path(text).is_dir():
            return self._folder(text)
        raise self._fault(commit, text, "unknown")

    def revision(self, text: str) -> Side:
        """The revision of a name. Raises a click exception (exit code 2) where there is none."""
        commit = self._commit(text)
        if isinstance(commit, str):
            return Side(REVISION, text, commit=commit)
        raise self._fault(commit, text, "unknown_revision")

    def _commit(self, text: str) -> str | GitFault:
        """The commit a revision names, or why it is not known."""
        from parcours.edge.git import GitFault, commit_of, repository

        try:
            repository(self.project.root)
            return commit_of(self.project.root, text)
        except GitFault as fault:
            return fault

    def _fault(self, fault: GitFault, text: str, unknown: str) -> Exception:
        """What to say when git knows no such revision."""
        from parcours.edge.git import Trouble

        if fault.trouble is Trouble.UNKNOWN:
            known = (*self._branches(), *(self._journeys() if unknown == "unknown" else ()))
            return self._refusal(unknown, text=text, close=self._close(text, known))
        if fault.trouble is Trouble.NO_REPOSITORY and unknown == "unknown_revision":
            return self._refusal("no_revisions", text=text)
        close = self._close(text, self._journeys())
        return self._refusal(fault.trouble.value, text=text, words=fault.words, close=close)

    def _folder(self, text: str) -> Side:
        from parcours.edge.project import Project

        folder = Path(text)
        if not folder.is_dir():
            raise self._refusal("unknown_folder", text=text)
        if not Project(folder).exists():
            raise self._refusal("no_content", text=text)
        return Side(FOLDER, text, folder=folder)

    def _range(self, a: str, dots: str, b: str) -> tuple[Side, Side]:
        one, other = self.revision(a), self.revision(b)
        if dots == "..":
            return one, other
        from parcours.edge.git import GitFault
        from parcours.edge.revision import fork_of

        try:
            return Side(REVISION, a, commit=fork_of(self.project.root, one.commit, other.commit)), other
        except GitFault:
            raise self._refusal("no_fork", a=a, b=b) from None

    def _lone(self, text: str, one: Side) -> tuple[Side, Side]:
        """One side alone: a journey goes with its counterpart, anything else with the working tree."""
        if one.kind != JOURNEY:
            if not self.project.exists():
                raise self._refusal("one_project", path=self.project.root, text=text)
            return one, Side(TREE, say("working_tree", self.language), folder=self.project.root)
        journeys = self._read().atlas.journeys
        current = journeys[one.journey].current
        if current is not None and current.id != one.journey and current.id in journeys:
            return Side(JOURNEY, journeys[current.id].name, journey=current.id), one
        futures = [id_ for id_, it in journeys.items() if it.current and it.current.id == one.journey != id_]
        if len(futures) == 1:
            return one, Side(JOURNEY, journeys[futures[0]].name, journey=futures[0])
        if not futures:
            raise self._refusal("no_counterpart", text=text)
        raise self._refusal("counterparts", text=text, known=", ".join(futures), first=futures[0])

    def _branches(self) -> tuple[str, ...]:
        from parcours.edge.git import GitFault
        from parcours.edge.revision import names_of

        try:
            return tuple(names_of(self.project.root))
        except GitFault:
            return ()

    def _close(self, text: str, known: tuple[str, ...]) -> str:
        from parcours.findings.suggest import nearest

        close = nearest(text, known)
        return say("close", self.language, close=close) if close else ""

    def _refusal(self, key: str, **values: object) -> Exception:
        return wrong_use(say(key, self.language, **values), self.language)
