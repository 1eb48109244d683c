"""The pages of one build: planned all, each made when it is first asked for, then kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from parcours.analyse.contract import ADDRESS, SCHEMA_ADDRESS, Contract, contract
from parcours.analyse.table import files_of
from parcours.build.kept import Stood, view_mark
from parcours.build.reading import Reading
from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.watched import Changes, Reads, differences, watched
from parcours.pages.drawings import drawings_of
from parcours.pages.glances import Glances, glances
from parcours.pages.site import Plan
from parcours.pages.views import Page
from parcours.schema.contract import contract_schema
from parcours.schema.schema import written
from parcours.search.index import FOLDER, Index, index_of
from parcours.source.text import Place
from parcours.theme.engine import PICTURES, Engine, TemplateFault
from parcours.theme.files import template_path


@dataclass(frozen=True, slots=True)
class Made:
    """A page or drawing and its bytes; ``beside`` are the drawings of a page, ``data`` its tables by address.

    ``reads`` is what its view was made from, ``key`` tells the templates it was made with; ``told`` says that making it
    has shown a diagram that cannot be drawn.
    """

    page: Page
    body: bytes = field(repr=False)
    reads: Reads = field(repr=False, default=Reads())
    key: str = field(repr=False, default="")
    beside: tuple[Made, ...] = field(repr=False, default=())
    data: Mapping[str, bytes] = field(repr=False, default_factory=dict[str, bytes])
    told: bool = field(repr=False, default=False)


class Shelf:
    """Pages by address. Those of the last build whose inputs are the same stand on it from the start.

    ``rendered`` counts what templates made, ``faults`` are what was wrong with them. ``stood`` are the pages of a site
    that an earlier process made, ``standing`` those for which nothing has changed. Not for two threads at once.
    """

    def __init__(
        self, plans: Mapping[str, Plan], read: Reading, engine: Engine, stamp: str, before: Shelf | None = None
    ) -> None:
        """``before`` is the shelf of the build that ``read`` goes on from: pages with an equal view keep its bytes."""
        self.plans, self.rendered = plans, 0
        self.faults: list[Finding] = []
        self.atlas, self.stamp, self._engine = read.atlas, stamp, engine
        self.glances: Glances = glances(read.atlas, read.analyses.figures, before.glances if before else None)
        kept = {a: made for a, made in before.last.items() if a in plans} if before else {}
        self.last: dict[str, Made] = {**kept, **before.made} if before else {}
        self.made: dict[str, Made] = {}
        self.stood: Mapping[str, Stood] = {}
        self.standing: frozenset[str] = frozenset()
        self.contract: Contract | None = before.contract if before else None
        self.index: Index | None = before.index if before else None
        self._signed = self._indexed = False
        self._failed: set[str] = set()
        self.stale: set[str] = set()
        if before is not None:
            self._build_on(before, read)

    def _build_on(self, before: Shelf, read: Reading) -> None:
        """Takes over the pages that are made from nothing that has changed."""
        old, new = before.atlas, self.atlas
        if old.settings != new.settings:
            return
        self.stood = before.stood
        if (before.stamp, old.releases) != (self.stamp, new.releases):
            return
        changes = {**read.changes, **differences(before.glances, self.glances, _of_forms(read))}
        same_theme = self._engine is before._engine

        def same(address: str, reads: Reads) -> bool:
            plan, was = self.plans.get(address), before.plans.get(address)
            return (
                plan is not None
                and was is not None
                and reads.untouched_by(changes)
                and (plan is was or (plan.given, plan.lang) == (was.given, was.lang))
            )

        def alike(keys: Iterable[tuple[str, str]]) -> bool:
            return all(key == self._engine.key_of(template) for template, key in keys)

        for address, made in before.made.items():
            if same(address, made.reads) and (same_theme or alike(_keys(made))) and address not in before.stale:
                self.made[address] = made
        stood = ((address, before.stood[address]) for address in before.standing)
        self.standing = frozenset(address for address, one in stood if same(address, one.reads) and alike(one.keys))

    @property
    def open(self) -> tuple[str, ...]:
        """The pages still to be made, in order."""
        return tuple(a for a in self.plans if a not in self.made and a not in self._failed)

    def file(self, address: str) -> bytes | None:
        """The bytes of a page, of a drawing or table beside it, of the contract or the index, made now if need be."""
        if address in (ADDRESS, SCHEMA_ADDRESS):
            return self.contract_files()[address]
        if address.startswith(f"{FOLDER}/") and address not in self.plans:
            return self.index_files().get(address)
        page = self.get(address if address in self.plans else f"{address.rpartition('/')[0]}/index.html".lstrip("/"))
        if page is None or page.page.address == address:
            return page.body if page else None
        drawn = next((one.body for one in page.beside if one.page.address == address), None)
        return page.data.get(address) if drawn is None else drawn

    def contract_files(self) -> Mapping[str, bytes]:
        """The whole project for machines, and its schema; parts that are the same are the last build's."""
        if not self._signed:
            self.contract, self._signed = contract(self.atlas, self.contract), True
        text = self.contract.text if self.contract else b""
        return {ADDRESS: text, SCHEMA_ADDRESS: _schema()}

    def index_files(self) -> Mapping[str, bytes]:
        """The scripts that the search of the site looks in; parts that are the same are the last build's."""
        if self.index is None or not self._indexed:
            self.index, self._indexed = index_of(self.atlas, self.index), True
        return self.index.files

    def forget(self, address: str) -> None:
        """Lets a page go that has been written and will not be asked for again."""
        self.made.pop(address, None)

    def get(self, address: str) -> Made | None:
        """A page, made now if need be; None where none is planned, or where its template fails and never worked."""
        if address not in self.made and address in self.plans and address not in self._failed:
            plan = self.plans[address]
            self._make(plan, *self.seen(plan))
        return self.made.get(address)

    def take(self, address: str) -> Made | Stood | None:
        """A page as ``get`` gives it, or what it was in the site of an earlier process, where it is the same still."""
        stood = self.stood.get(address)
        if stood is None or address in self.made:
            return self.get(address)
        if address in self.standing:
            return stood
        plan = self.plans[address]
        page, reads = self.seen(plan)
        if stood.view and stood.view == view_mark(page) and stood.keys == self.keys_of(page):
            return replace(stood, reads=reads)
        self._make(plan, page, reads)
        return self.made.get(address)

    def as_stood(self, address: str, files: tuple[str, ...]) -> Stood | None:
        """What is kept of a page that was made, and the files it wrote.

        None where there is none, and where making it has shown something that must be told each time.
        """
        made = None if address in self.stale else self.made.get(address)
        if made is None or made.told:
            return None
        return Stood(made.reads, self.keys_of(made.page), view_mark(made.page), files)

    def keys_of(self, page: Page) -> tuple[tuple[str, str], ...]:
        """All templates that a page and what lies beside it are made with, and what identifies each."""
        files = drawings_of(page) if self.atlas.settings.diagrams == "drawn" else ()
        names = dict.fromkeys((page.template, *(file.template for file in files), PICTURES))
        return tuple((name, self._engine.key_of(name)) for name in names)

    def seen(self, plan: Plan) -> tuple[Page, Reads]:
        """A page with its view, and what of the Atlas and at a glance it was made from."""
        atlas, of_atlas = watched(self.atlas)
        glimpsed, at_a_glance = watched(self.glances)
        page = plan.page(atlas, glimpsed, self.stamp)
        return page, of_atlas() + at_a_glance()

    def _make(self, plan: Plan, page: Page, reads: Reads) -> None:
        last, vain = self.last.get(plan.address), self._engine.drawings.vain
        try:
            made = self._rendered(page, last)
            if self.atlas.settings.diagrams == "drawn":
                old = {one.page.address: one for one in last.beside} if last else {}
                files = (self._rendered(file, old.get(file.address)) for file in drawings_of(page))
                made = replace(made, beside=tuple(file for file in files if file.body))
            told = made.told or self._engine.drawings.vain != vain
            self.made[plan.address] = replace(made, reads=reads, told=told)
        except TemplateFault as fault:
            self.faults.append(_finding(fault, self._engine.name))
            if last is None:
                self._failed.add(plan.address)
            else:
                # It stands for a page that could not be made: what that would have read is not what this one read.
                self.made[plan.address] = last
                self.stale.add(plan.address)

    def _rendered(self, page: Page, last: Made | None) -> Made:
        """A page with its bytes: those of the last build where view and templates are the same."""
        key = self._engine.key_of(page.template)
        if last is not None and last.key == key and last.page == page:
            return last
        body = self._engine.render(page)
        # A diagram that cannot be drawn has none, and is asked for again; its script is not drawn twice.
        self.rendered += bool(body)
        return Made(page, body, key=key, data=files_of(page.tables, page.address))


def _of_forms(read: Reading) -> Changes:
    """What of what glances are forms of is not as it was."""
    none: frozenset[object] = frozenset()
    return {"figures": read.analyses.anew, **{name: read.changes.get(name, none) for name in ("things", "mentions")}}


def _keys(made: Made) -> Iterator[tuple[str, str]]:
    """The templates that a page and its drawings were made with, and what identifies each."""
    return ((one.page.template, one.key) for one in (made, *made.beside))


@lru_cache(maxsize=1)
def _schema() -> bytes:
    """The schema of the contract: the models alone decide it, and asking them takes longer than a page."""
    return written(contract_schema()).encode()


def _finding(fault: TemplateFault, theme: str) -> Finding:
    place = Place(template_path(theme, fault.template), fault.line)
    return finding("content/template-fault", place, reason=fault.message)
