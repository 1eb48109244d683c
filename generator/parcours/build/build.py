"""``build(snapshot, before)``: from a project at one moment to the files of its site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from parcours.analyse.analyses import Analyses
from parcours.analyse.contract import ADDRESS, SCHEMA_ADDRESS, Contract, contract
from parcours.analyse.table import files_of
from parcours.build.reading import Reading, reading
from parcours.build.snapshot import SETTINGS, Snapshot
from parcours.draw.diagram import NotDrawn, draw, draw_available
from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding, Severity, in_order
from parcours.findings.severity import by_settings
from parcours.link.atlas import Atlas
from parcours.link.prose import asset_address
from parcours.model.settings import Settings
from parcours.pages.site import page_count, pages_of
from parcours.pages.views import Page
from parcours.parse.document import Document
from parcours.schema.contract import contract_schema
from parcours.schema.schema import written
from parcours.source.text import Place, Source
from parcours.theme.compact import compact
from parcours.theme.engine import STATIC, Engine, TemplateFault


@dataclass(frozen=True, slots=True)
class Made:
    """A page or drawing, its bytes, and the data beside it by address."""

    page: Page
    body: bytes = field(repr=False)
    beside: Mapping[str, bytes] = field(default_factory=dict[str, bytes], repr=False)


@dataclass(frozen=True, slots=True)
class Build:
    """A site and what it was made from.

    ``made`` are the pages by address; ``copies`` tell which project file stands at which address; ``static`` are the
    theme's own files; ``data`` are the project and the tables of its pages for machines, by address. ``findings`` are
    everything there is to say, in order.
    """

    made: Mapping[str, Made] = field(repr=False)
    copies: Mapping[str, str] = field(repr=False)
    static: Mapping[str, bytes] = field(repr=False)
    data: Mapping[str, bytes] = field(repr=False)
    findings: tuple[Finding, ...]
    atlas: Atlas = field(repr=False)
    analyses: Analyses = field(repr=False)
    contract: Contract = field(repr=False)
    documents: Mapping[str, Document] = field(repr=False)
    engine: Engine = field(repr=False)
    rendered: int = 0

    @property
    def pages(self) -> int:
        """How many pages the site has; drawings are files beside them."""
        return sum(address.endswith(".html") for address in self.made)

    def file(self, address: str) -> bytes | None:
        """The bytes of a page, of data or of a file of the theme; None for anything else (copies are the edge's)."""
        made = self.made.get(address)
        return made.body if made else self.data.get(address, self.static.get(address))


def build(snapshot: Snapshot, before: Build | None = None) -> Build:
    """The site of a project. Pure; given the last build, only what changed is parsed and rendered again."""
    read = reading(snapshot, before.documents if before else {}, before.analyses if before else None)
    engine = _engine(snapshot, read.settings, before)
    advice = tuple(
        f for f in by_settings(in_order(read.findings), read.settings.rules) if f.severity is Severity.ADVICE
    )
    made, faults, rendered = _render(read, engine, snapshot, before, advice)
    found = (*read.findings, *faults, *_undrawn(engine, read.documents.values(), made))
    public = contract(read.atlas, before.contract if before else None)
    return Build(
        made=made,
        copies={asset_address(p): p for p in sorted(snapshot.assets) if asset_address(p) not in made},
        static={f"{STATIC}/{name}": compact(name, data) for name, data in sorted(snapshot.theme.static.items())},
        data=_data(public, made),
        findings=by_settings(in_order(found), read.settings.rules),
        atlas=read.atlas,
        analyses=read.analyses,
        contract=public,
        documents=read.documents,
        engine=engine,
        rendered=rendered,
    )


def _data(public: Contract, made: Mapping[str, Made]) -> dict[str, bytes]:
    beside = {address: body for one in made.values() if one.beside for address, body in one.beside.items()}
    return {**beside, ADDRESS: public.text, SCHEMA_ADDRESS: written(contract_schema()).encode()}


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a check gives: all findings in order, the texts they stand in, the site's language, its number of pages."""

    findings: tuple[Finding, ...]
    sources: Mapping[str, Source] = field(repr=False)
    language: str
    pages: int


def inspect(snapshot: Snapshot) -> Inspection:
    """Everything there is to say about a project, without making its site.

    Pages are rendered only where the theme is the project's own, whose templates may hold mistakes too.
    """
    if snapshot.theme.own:
        made = build(snapshot)
        return Inspection(made.findings, snapshot.sources, made.atlas.settings.language, made.pages)
    read = reading(snapshot, {})
    found = by_settings(in_order((*read.findings, *_not_drawn(read))), read.settings.rules)
    return Inspection(found, snapshot.sources, read.settings.language, page_count(read.atlas, read.analyses))


def _not_drawn(read: Reading) -> list[Finding]:
    diagrams = [diagram for document in read.documents.values() for diagram in document.prose.diagrams]
    if read.settings.diagrams == "source":
        return []
    if not draw_available():
        return [finding("content/no-drawing", Place(SETTINGS))]
    reasons = {script: draw(script, "check") for script in dict.fromkeys(diagram.script for diagram in diagrams)}
    return [
        finding("content/diagram-not-drawn", diagram.place, reason=result.reason)
        for diagram in diagrams
        if isinstance(result := reasons[diagram.script], NotDrawn)
    ]


def _engine(snapshot: Snapshot, settings: Settings, before: Build | None) -> Engine:
    if before is not None and before.engine.key == (snapshot.theme.digest, settings.diagrams):
        return before.engine
    return Engine(snapshot.theme, settings, before.engine if before else None)


def _render(
    read: Reading, engine: Engine, snapshot: Snapshot, before: Build | None, advice: tuple[Finding, ...]
) -> tuple[dict[str, Made], list[Finding], int]:
    last: Mapping[str, Made] = before.made if before is not None and before.engine is engine else {}
    made: dict[str, Made] = {}
    faults: list[Finding] = []
    rendered = 0
    stamp = snapshot.stamp if read.settings.stamp else ""
    for page in pages_of(read.atlas, stamp, advice, read.analyses):
        same = last.get(page.address)
        if same is not None and same.page == page:
            made[page.address] = same
            continue
        rendered += 1
        try:
            if body := engine.render(page):
                made[page.address] = Made(page, body, files_of(page.tables, page.address))
        except TemplateFault as fault:
            faults.append(_fault(fault, snapshot.theme.name))
            if same is not None:
                made[page.address] = same
    return made, list(dict.fromkeys(faults)), rendered


def _fault(fault: TemplateFault, theme: str) -> Finding:
    place = Place(f"themes/{theme}/templates/{fault.template}", fault.line)
    return finding("content/template-fault", place, reason=fault.message)


def _undrawn(engine: Engine, documents: Iterable[Document], made: Mapping[str, Made]) -> list[Finding]:
    if engine.drawings.mode == "source":
        return []
    if not draw_available():
        return [finding("content/no-drawing", Place(SETTINGS))] if made else []
    reasons = {
        script: result.reason
        for (script, _, _), result in engine.drawings.remembered.items()
        if isinstance(result, NotDrawn)
    }
    return [
        finding("content/diagram-not-drawn", diagram.place, reason=reasons[diagram.script])
        for document in documents
        for diagram in document.prose.diagrams
        if diagram.script in reasons
    ]
