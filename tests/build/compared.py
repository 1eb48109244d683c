"""A project folder that changes, and what was built of it last: each build is held beside a clean one."""

from __future__ import annotations

import shutil
import tempfile
import tomllib
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any, ClassVar
from unittest import mock

from hypothesis import note
from hypothesis.stateful import RuleBasedStateMachine
from jinja2 import Environment

from parcours.build.build import Build, build, prepare
from parcours.build.kept import Stood, view_mark
from parcours.build.shelf import Made
from parcours.build.snapshot import Snapshot
from parcours.edge.history import with_history
from parcours.edge.kept import Keeper
from parcours.edge.project import Project
from parcours.edge.site_folder import Part, write_site
from tests.build.warm import DAY, Warm
from tests.edge.repositories import Made as Repository


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def inputs_of(made: Made) -> dict[str, tuple[object, str]]:
    """What the bytes of a page and of its drawings come from."""
    return {one.page.address: (one.page, one.key) for one in (made, *made.beside)}


_compile = Environment.compile


@cache
def _compiled(kind: str, source: str, name: str, filename: str) -> Any:
    return _compile(_of_kind[kind], source, name, filename)


_of_kind: dict[str, Environment] = {}


def compiled(self: Environment, source: str, name: str = "", filename: str = "", *_: object) -> Any:
    """The code of a template; that of an equal one compiled before for an environment of the same kind."""
    _of_kind.setdefault(type(self).__name__, self)
    return _compiled(type(self).__name__, source, name, filename)


loaded = cache(tomllib.loads)


class Compared(RuleBasedStateMachine):
    """A project folder and what was built of it last, in this process and by the command in others.

    ``asked`` are the pages of a build that somebody looks at: where there are any, only those are made, as in a
    preview. ``since`` counts the edits since the last one that was built from nothing.
    """

    played: ClassVar[Counter[str]] = Counter()
    warm: ClassVar[Warm]

    def __init__(self) -> None:
        super().__init__()
        self.patched = ExitStack()
        # Most of a small clean build is spent on compiling templates and reading words, of which few are new.
        self.patched.enter_context(mock.patch.object(Environment, "compile", compiled))
        self.patched.enter_context(mock.patch("tomllib.loads", loaded))
        self.scratch = Path(tempfile.mkdtemp(prefix="parcours-histories-"))
        self.root = self.scratch / "project"
        self.root.mkdir()
        self.project = Project(self.root)
        self.made: Build | None = None
        self.clean: Snapshot | None = None
        self.since = 0
        self.asked: tuple[int, ...] = ()
        self.touched: set[str] = set()
        self.repository: Repository | None = None
        self.day = int(DAY)
        self.patched.enter_context(mock.patch.dict("os.environ", {"SOURCE_DATE_EPOCH": DAY}))

    def write(self, path: str, text: str) -> None:
        full = self.root / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_text(text, encoding="utf-8", newline="")
        self.touched.add(path)

    def page(self, number: int) -> Path | None:
        pages = sorted(path for path in (self.root / "content").rglob("*") if path.is_file())
        return pages[number % len(pages)] if pages else None

    def touch(self, path: Path) -> Path:
        self.touched.add(path.relative_to(self.root).as_posix())
        return path

    def recalled(self, tools: str) -> Build | None:
        """The last build as a new process finds it; of its pages that it takes over, the files are right.

        Nothing is rendered whose inputs are equal: but journeys, of which it is not known what their pages showed.
        """
        read = Project(self.root).read()
        now = with_history(self.root, read) if self.repository else read
        keeper, fresh = Keeper(self.root, self.root / "site", tools), self.scratch / "linked"
        before = keeper.recall(now)
        made, clean = prepare(now, before), build(self.anew())
        for address in made.shelf.plans:
            stood, last = made.shelf.take(address), made.shelf.stood.get(address)
            if isinstance(stood, Stood) and keeper.link(stood.files, fresh):
                right = dict(clean.files(address))  # cards are painted when they are written
                assert {name for name in stood.files if not name.endswith(".png")} == right.keys()
                assert {name: (fresh / name).read_bytes() for name in right} == right
            elif isinstance(stood, Made) and last is not None and last.view:
                assert (last.view, last.keys) != (view_mark(stood.page), made.shelf.keys_of(stood.page))
        self.played["recalled"] += before is not None
        shutil.rmtree(fresh, ignore_errors=True)
        return before

    def edited(self, what: str) -> None:
        """After an edit: what is built on the last build is what is built from nothing, and nothing is made in vain."""
        self.played[what] += 1
        self.since += 1
        touched, self.touched = frozenset(self.touched), set()
        read, before = self.project.read_touched(touched), self.made
        snapshot = with_history(self.root, read) if self.repository else read
        fresh = self.anew()
        assert snapshot == fresh
        self.made = made = prepare(snapshot, before)
        plans = tuple(made.shelf.plans)
        wanted = dict.fromkeys(plans[number % len(plans)] for number in self.asked) if self.asked else plans
        for address in wanted:
            made.shelf.get(address)
        clean = build(fresh)
        note(f"{what}: {made.rendered} of {made.pages} rendered")
        self.same(made, clean, tuple(wanted))
        if not clean.shelf.faults:
            assert made.rendered == self.needed(before)

    def built_in_a_process(self) -> None:
        """The command builds on what other processes have left; its site is that of a clean build."""
        ended = self.warm.run("build", cwd=self.root, SOURCE_DATE_EPOCH=str(self.day))
        assert ended.code in (0, 1), ended.said
        self.played["process"] += 1
        snapshot, clean = self.anew(), self.scratch / "clean"
        if snapshot != self.clean:
            self.clean = snapshot
            write_site(Part(prepare(snapshot), lambda path: self.root / path), clean)
        assert tree(self.root / "site") == tree(clean)

    def anew(self) -> Snapshot:
        """The project as somebody reads it who remembers nothing."""
        read = Project(self.root).read()
        if self.repository is None:
            return read
        with ExitStack() as stack:
            for module in ("history", "git_log"):
                stack.enter_context(mock.patch(f"parcours.edge.{module}.recalled", return_value=None))
                stack.enter_context(mock.patch(f"parcours.edge.{module}.remember"))
            return with_history(self.root, read)

    def same(self, made: Build, clean: Build, wanted: Sequence[str]) -> None:
        """A build is a clean one, as far as its pages are made; those a clean one cannot make may be older ones."""
        right, now = clean.made, made.made
        faulty = {address for address in clean.shelf.plans if address not in right}
        assert tuple(made.shelf.plans) == tuple(clean.shelf.plans)
        assert all(address in now for address in wanted if address not in faulty)
        bodies = {address: one.body for address, one in now.items() if clean.shelf.plans.keys() & {address} - faulty}
        assert bodies == {address: right[address].body for address in bodies}
        beside = {one.page.address: one.body for page in bodies for one in now[page].beside}
        assert beside == {one.page.address: one.body for page in bodies for one in right[page].beside}
        tables = {address for page in bodies for address in now[page].data}
        assert tables == {address for page in bodies for address in right[page].data}
        fits = {address: body for address, body in made.data.items() if address in clean.data}
        assert fits == {address: clean.data[address] for address in fits}
        assert made.static == clean.static
        assert made.copies == clean.copies
        assert made.said == clean.said
        if wanted == tuple(made.shelf.plans):
            assert made.findings == clean.findings
            assert faulty or made.data == clean.data

    def needed(self, before: Build | None) -> int:
        """How many pages and drawings have no equal, by view and templates, among those there were."""
        known: dict[str, tuple[object, str]] = {}
        for made in {**before.shelf.last, **before.shelf.made}.values() if before else ():
            known |= inputs_of(made)
        assert self.made is not None
        now = [pair for made in self.made.shelf.made.values() for pair in inputs_of(made).items()]
        return sum(1 for address, inputs in now if known.get(address) != inputs)

    def teardown(self) -> None:
        self.patched.close()
        shutil.rmtree(self.scratch, ignore_errors=True)
