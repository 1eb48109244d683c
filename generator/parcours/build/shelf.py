"""The pages of one build: planned all, each made when it is first asked for, then kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from parcours.analyse.contract import ADDRESS, SCHEMA_ADDRESS, Contract, contract
from parcours.analyse.table import files_of
from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas
from parcours.link.watched import Reads, differences, watched
from parcours.pages.drawings import drawings_of
from parcours.pages.site import Plan
from parcours.pages.views import Page
from parcours.schema.contract import contract_schema
from parcours.schema.schema import written
from parcours.search.index import FOLDER, Index, index_of
from parcours.source.text import Place
from parcours.theme.engine import Engine, TemplateFault


@dataclass(frozen=True, slots=True)
class Made:
    """A page or drawing and its bytes; ``beside`` are the drawings of a page, ``data`` its tables by address.

    ``reads`` is what its view was made from, ``key`` tells the templates it was made with.
    """

    page: Page
    body: bytes = field(repr=False)
    reads: Reads = field(repr=False, default=Reads())
    key: str = field(repr=False, default="")
    beside: tuple[Made, ...] = field(repr=False, default=())
    data: Mapping[str, bytes] = field(repr=False, default_factory=dict[str, bytes])


class Shelf:
    """Pages by address. Those of the last build whose inputs are the same stand on it from the start.

    ``rendered`` counts what templates have made, ``faults`` are what was wrong with them. Not for two threads at once.
    """

    def __init__(
        self, plans: Mapping[str, Plan], atlas: Atlas, engine: Engine, stamp: str, before: Shelf | None = None
    ) -> None:
        """``before`` is the shelf of the last build: of its pages, one with an equal view keeps its bytes."""
        self.plans, self.rendered = plans, 0
        self.faults: list[Finding] = []
        self.atlas, self.stamp, self._engine = atlas, stamp, engine
        kept = {a: made for a, made in before.last.items() if a in plans} if before else {}
        self.last: dict[str, Made] = {**kept, **before.made} if before else {}
        self.made: dict[str, Made] = {a: before.made[a] for a in self._same(before)} if before else {}
        self.contract: Contract | None = before.contract if before else None
        self.index: Index | None = before.index if before else None
        self._signed = self._indexed = False
        self._failed: set[str] = set()
        self.stale: set[str] = set()

    def _same(self, before: Shelf) -> Iterator[str]:
        """The pages made from nothing that has changed."""
        old, new = before.atlas, self.atlas
        if (before.stamp, old.settings, old.releases) != (self.stamp, new.settings, new.releases):
            return
        changes = differences(old, new)
        for address, made in before.made.items():
            plan, was = self.plans.get(address), before.plans[address]
            if (
                plan is not None
                and address not in before.stale
                and (plan.given, plan.lang) == (was.given, was.lang)
                and made.reads.untouched_by(changes)
                and all(one.key == self._engine.key_of(one.page.template) for one in (made, *made.beside))
            ):
                yield address

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
            self._make(self.plans[address])
        return self.made.get(address)

    def _make(self, plan: Plan) -> None:
        atlas, reads = watched(self.atlas)
        page, last = plan.page(atlas, self.stamp), self.last.get(plan.address)
        try:
            made = self._rendered(page, last)
            if atlas.settings.diagrams == "drawn":
                old = {one.page.address: one for one in last.beside} if last else {}
                files = (self._rendered(file, old.get(file.address)) for file in drawings_of(page))
                made = replace(made, beside=tuple(file for file in files if file.body))
            self.made[plan.address] = replace(made, reads=reads())
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


@lru_cache(maxsize=1)
def _schema() -> bytes:
    """The schema of the contract: the models alone decide it, and asking them takes longer than a page."""
    return written(contract_schema()).encode()


def _finding(fault: TemplateFault, theme: str) -> Finding:
    place = Place(f"themes/{theme}/templates/{fault.template}", fault.line)
    return finding("content/template-fault", place, reason=fault.message)
