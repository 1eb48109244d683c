"""One page looking at the Atlas: every link, picture and figure as seen from its address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from parcours.analyse.metrics import key_of, points_of, verdict
from parcours.link.atlas import Atlas, Mention, Ref
from parcours.link.measures import Measured
from parcours.link.prose import asset_address, find_asset
from parcours.model.evidence import Quote
from parcours.model.kinds import Kind
from parcours.model.media import Picture
from parcours.pages.figures import day, number, with_unit
from parcours.pages.glances import Glances
from parcours.pages.share import card_address, whole_address
from parcours.pages.view import (
    DiagramView,
    Frame,
    Heading,
    Hyperlink,
    MetricView,
    PersonaFace,
    PictureView,
    PointsHere,
    QuoteView,
    Story,
    TrendLine,
)
from parcours.parse.document import Front
from parcours.parse.prose import EMPTY, Diagram, ProseLink
from parcours.source.address import relative

SECTIONS = (Kind.JOURNEY, Kind.PERSONA, Kind.CHANNEL, Kind.TOUCHPOINT, Kind.SEGMENT, Kind.EVIDENCE, Kind.TAG)
"""The sections of the main navigation, in order; each is shown when it has a page."""

ANALYSES = "analyses"
"""The section that reads across the maps: its folder, and its key in the navigation."""

FIGURE = "\ufdd1"
"""Stands for a diagram while prose is put together; a non-character, so no text can hold it."""


MOST_PRINTED = 60
"""Journeys on the page of all maps at most: beyond, no browser prints it."""


@dataclass(frozen=True, slots=True)
class Here:
    """A page's address, the Atlas, and what of journeys and things others show of them.

    ``stamp`` is a line about the build, ``lang`` the page's own language.
    """

    atlas: Atlas
    glances: Glances
    address: str
    stamp: str = ""
    lang: str = ""

    @property
    def language(self) -> str:
        """The language of the page: its own where it names one, else the site's."""
        return self.lang or self.atlas.settings.language

    @property
    def refs(self) -> Iterator[Ref]:
        """The identities of all things, kind by kind."""
        return (ref for kind in Kind for ref in self.atlas.by_kind.get(kind, ()))

    @property
    def journeys(self) -> Iterator[str]:
        """The ids of all journeys, in order."""
        return (ref.id for ref in self.atlas.by_kind.get(Kind.JOURNEY, ()))

    def name_of(self, journey: str) -> str:
        """The name of a journey."""
        return self.atlas.titles[Ref(Kind.JOURNEY, journey)]

    def href(self, target: str) -> str:
        """The relative link to an address inside the output folder."""
        return relative(target, self.address)

    def to(self, ref: Ref, fragment: str = "", text: str = "") -> Hyperlink:
        """A link to a thing's page, under its name unless a text is given."""
        words = text or self.atlas.titles.get(ref, ref.id)
        return Hyperlink(words, self.href(ref.address + (f"#{fragment}" if fragment else "")))

    def named(self, kind: Kind, written: str) -> Hyperlink:
        """A link to what an id or name stands for; just the words when there is no such thing."""
        ref = self.atlas.ref(kind, written)
        return self.to(ref) if ref else Hyperlink(written)

    def owner(self, written: str) -> Ref | None:
        """Whom an owner's id or name stands for; nothing for an empty text."""
        return self.atlas.ref(Kind.OWNER, written) if written else None

    def maybe(self, kind: Kind, written: str) -> Hyperlink | None:
        """The same, or nothing for an empty text."""
        return self.named(kind, written) if written else None

    def all_named(self, kind: Kind, written: Iterable[str]) -> tuple[Hyperlink, ...]:
        """Links to several things."""
        return tuple(self.named(kind, name) for name in written)

    def picture(self, picture: Picture | None, source: str) -> PictureView | None:
        """A picture as this page shows it; nothing when the file does not exist."""
        if picture is None:
            return None
        path = find_asset(picture.src, source, self.atlas.paths)
        return PictureView(self.href(asset_address(path)), picture.alt, picture.caption) if path else None

    def pictures(self, pictures: Iterable[Picture | None], source: str) -> tuple[PictureView, ...]:
        """Several pictures; those without a file are left out."""
        return tuple(view for picture in pictures if (view := self.picture(picture, source)))

    def quote(self, quote: Quote) -> QuoteView:
        """A verbatim with a link to its evidence."""
        return QuoteView(quote.text, self.maybe(Kind.EVIDENCE, quote.source))

    def metrics(self, measured: Iterable[Measured], *, of_journey: bool = False) -> tuple[MetricView, ...]:
        """Figures ready to print; those of a journey lead to the page of metrics."""
        return tuple(self._metric(one, of_journey=of_journey) for one in measured)

    def _metric(self, measured: Measured, *, of_journey: bool) -> MetricView:
        metric = measured.latest
        trend = self.trend(measured)
        page = f"{ANALYSES}/metrics/index.html#metric.{key_of(metric.name)}" if of_journey and trend else ""
        return MetricView(
            metric.name,
            with_unit(metric.value, metric.unit, self.language),
            with_unit(metric.target, metric.unit, self.language),
            metric.sample,
            day(metric.date, self.language),
            self.maybe(Kind.EVIDENCE, metric.source),
            verdict(measured),
            trend,
            self.href(page) if page else "",
        )

    def trend(self, measured: Measured) -> TrendLine | None:
        """How a figure moved; nothing where it was measured less than twice."""
        points, latest = points_of(measured), measured.latest
        if len(points) < 2:
            return None
        first, last = (with_unit(value, latest.unit, self.language) for _, value in (points[0], points[-1]))
        days = tuple(((on - points[0][0]).days, value) for on, value in points)
        target = latest.target if isinstance(latest.target, float) else None
        return TrendLine(days, target, f"{latest.name}: {first} → {last}")

    def figure(self, value: float | str | None) -> str:
        """A number in the page's language."""
        return number(value, self.language)

    def face(self, ref: Ref, index: int) -> PersonaFace:
        """A persona as others show it."""
        face = self.glances.faces[ref]
        portrait = self.picture(face.portrait, self.glances.sources[ref])
        return PersonaFace(ref.id, face.name, self.href(ref.address), index, portrait, face.occupation)

    def faces(self, personas: tuple[str, ...]) -> tuple[PersonaFace, ...]:
        """The personas of a journey, each with the number of its colour there."""
        return tuple(self.face(Ref(Kind.PERSONA, id_), n) for n, id_ in enumerate(personas))

    def story(self, front: Front | None, prefix: str = "drawing") -> Story:
        """The prose of a file: links lead from this page, diagrams wait to be drawn."""
        prose = EMPTY if front is None else self.atlas.texts[front.path].prose
        if front is None or not prose.parts:
            return Story()
        addresses = dict(zip(prose.links, self.atlas.links[front.path], strict=True))

        def address(link: ProseLink) -> str | None:
            target = addresses.get(link)
            return self.href(target) if target is not None and ":" not in target.partition("/")[0] else target

        html = media_as_links(prose.html(address, lambda _n, _diagram: FIGURE))
        html = self._with_names(html, addresses)
        texts = html.split(FIGURE)
        parts: list[str | DiagramView] = [texts[0]]
        for n, text in enumerate(texts[1:]):
            parts += [_drawing(prose.diagrams[n], f"{prefix}-{n + 1}"), text]
        return Story(tuple(parts))

    def _with_names(self, html: str, addresses: Mapping[ProseLink, str | None]) -> str:
        """``[[claire]]`` read as the name of what it leads to; words the writer gave stay."""
        for link, target in addresses.items():
            title = self._title_at(target) if link.wiki and target else ""
            if title:
                html = html.replace(f">{escape(link.target)}</a>", f">{escape(title)}</a>")
        return html

    def _title_at(self, address: str) -> str:
        folder, _, rest = address.partition("/")
        kind = next((kind for kind in Kind if kind.value == folder), None)
        return self.atlas.titles.get(Ref(kind, rest.partition("/")[0]), "") if kind else ""

    def points_here(self, ref: Ref) -> tuple[PointsHere, ...]:
        """Every page that points to a thing, with the places in it."""
        by_page: dict[Ref, list[Mention]] = {}
        for mention in self.atlas.mentions.get(ref, ()):
            by_page.setdefault(mention.page, []).append(mention)
        return tuple(
            PointsHere(
                page.kind.value,
                self.to(page),
                tuple(self.to(page, mention.anchor, mention.label) for mention in mentions if mention.anchor),
            )
            for page, mentions in sorted(by_page.items())
        )

    def frame(
        self,
        title: str,
        section: str,
        *,
        ref: Ref | None = None,
        front: Front | None = None,
        breadcrumb: tuple[Hyperlink, ...] = (),
        description: str = "",
    ) -> Frame:
        """What goes around a page's content."""
        settings = self.atlas.settings
        headings = self.atlas.texts[front.path].prose.headings if front else ()
        edit = settings.edit_url
        if edit and not edit.endswith("/"):
            edit += "/"
        return Frame(
            site_name=settings.site_name or "Parcours",
            title=title,
            language=self.language,
            root=self.href("index.html").removesuffix("index.html"),
            section=section,
            nav=self._nav(),
            breadcrumb=breadcrumb,
            description=description,
            edit_href=edit + front.path if edit and front else "",
            stamp=self.stamp,
            state_href=self.href("state/index.html")
            if settings.state_page and Kind.JOURNEY in self.atlas.kinds
            else "",
            reviews_href=self.href("reviews/index.html") if self.atlas.sections.get("reviews") else "",
            changes_href=self.href("changes/index.html") if self.atlas.sections.get("changes") else "",
            print_href=self.href("print/index.html") if self._printed() else "",
            logo=self.picture(settings.logo, ""),
            url=whole_address(settings.base_url, self.atlas.releases.folder + self.address),
            card=whole_address(settings.base_url, self.atlas.releases.folder + card_address(self.address)),
            unlisted=settings.robots == "none",
            points_here=self.points_here(ref) if ref else (),
            contents=tuple(Heading(h.level, h.text, h.anchor) for h in headings),
            versions=tuple(Hyperlink(*link) for link in self.atlas.releases.links(self.address)),
            version=self.atlas.releases.name,
        )

    def _printed(self) -> bool:
        journeys = len(self.atlas.by_kind.get(Kind.JOURNEY, ()))
        return self.atlas.settings.print_page and 0 < journeys <= MOST_PRINTED

    def _nav(self) -> tuple[tuple[str, Hyperlink], ...]:
        sections = [kind.value for kind in SECTIONS if kind in self.atlas.kinds]
        if Kind.JOURNEY in self.atlas.kinds:
            sections.insert(2, ANALYSES)
        return tuple((key, Hyperlink(key, self.href(f"{key}/index.html"))) for key in sections)


_MEDIA = re.compile(r"<(video|audio)\b.*?</\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SRC = re.compile(r'\bsrc="([^"]*)"')


def media_as_links(html: str) -> str:
    """Sanitised HTML with each video and sound as a link: our content security policy lets none play in a page."""

    def linked(found: re.Match[str]) -> str:
        src = _SRC.search(found[0])
        if src is None:
            return ""
        words = _TAG.sub("", found[0]).strip() or src[1].rpartition("/")[2]
        return f'<a class="media" href="{src[1]}">{words}</a>'

    return _MEDIA.sub(linked, html)


def _drawing(diagram: Diagram, id_: str) -> DiagramView:
    return DiagramView(id_, diagram.script, "")
