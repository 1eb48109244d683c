"""The parts that views are made of: links, pictures, facts, and what every page carries.

Everything here is frozen and compared by value: a page whose view equals the last build's keeps its bytes.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Hyperlink:
    """A link: its words and its address, relative to the page (or a writer's own absolute one). No href: just words."""

    text: str
    href: str = ""


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture or video: address relative to the page, what it shows, and its caption."""

    src: str
    alt: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class QuoteView:
    """A verbatim and, where it is known, the evidence it comes from."""

    text: str
    source: Hyperlink | None = None


@dataclass(frozen=True, slots=True)
class MetricView:
    """One figure, ready to print. ``verdict`` is ``met``, ``missed`` or empty when there is no target.

    Where it was measured more than once, ``trend`` is how it moved, and ``page`` leads to all its figures.
    """

    name: str
    value: str
    target: str = ""
    sample: str = ""
    date: str = ""
    source: Hyperlink | None = None
    verdict: str = ""
    trend: TrendLine | None = None
    page: str = ""


@dataclass(frozen=True, slots=True)
class TrendLine:
    """A figure over time: days from the first one with their values, its target, first and last in words."""

    points: tuple[tuple[int, float], ...]
    target: float | None
    told: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of facts: ``label`` is a key of the locale (``fact.owner``), the values are links or plain words."""

    label: str
    values: tuple[Hyperlink, ...]


@dataclass(frozen=True, slots=True)
class TextsFact:
    """A list of texts under a label of the locale (``fact.goals``)."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MeanView:
    """A mean feeling: on 1 to 5, which picks its colour, and as the site's own scale shows it."""

    score: float
    shown: str


@dataclass(frozen=True, slots=True)
class PersonaFace:
    """A persona as others show it: ``index`` (from 0) picks its colour on this page."""

    id: str
    name: str
    href: str
    index: int
    portrait: PictureView | None = None
    caption: str = ""


@dataclass(frozen=True, slots=True)
class PointsHere:
    """A page that points to this one, and from where in it (steps and other places, each with its anchor)."""

    kind: str
    page: Hyperlink
    places: tuple[Hyperlink, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """An entry of the page's own table of contents."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page carries around its content.

    ``nav`` is the main navigation (``current`` marks the section this page is in, by its key); ``root`` leads from the
    page to the output folder (``../../``); ``stamp`` is empty unless the settings ask for date and version;
    ``state_href`` leads to the state of the maps, ``print_href`` to all maps on one page, where there are such pages.
    ``url`` is where others reach the page and ``card`` the picture that stands for it there, where the settings say.
    ``state_href`` leads to the state of the maps, ``print_href`` to all maps on one page, ``changes_href`` to what
    changed of late, where there are such pages.
    ``unlisted`` asks search engines to leave the page out.
    ``versions`` lead to this page in each release (of no name: the present), where there are any; ``version`` is this.
    """

    site_name: str
    title: str
    language: str
    root: str
    section: str
    nav: tuple[tuple[str, Hyperlink], ...]
    breadcrumb: tuple[Hyperlink, ...] = ()
    description: str = ""
    edit_href: str = ""
    stamp: str = ""
    state_href: str = ""
    print_href: str = ""
    logo: PictureView | None = None
    url: str = ""
    card: str = ""
    changes_href: str = ""
    reviews_href: str = ""
    unlisted: bool = False
    points_here: tuple[PointsHere, ...] = ()
    contents: tuple[Heading, ...] = ()
    versions: tuple[Hyperlink, ...] = ()
    version: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """The words below the front matter, as HTML already sanitised, with its mermaid fences still to be drawn.

    ``parts`` are HTML texts and, in between, diagrams.
    """

    parts: tuple[str | DiagramView, ...] = ()

    def __bool__(self) -> bool:
        return any(part for part in self.parts)


NO_STORY = Story()
"""No words at all."""


@dataclass(frozen=True, slots=True)
class DiagramView:
    """A Mermaid script to be drawn (or shown as source), and how it is named; ``actors`` are in persona order.

    ``straight`` is a flow without a fork: the map draws it already, so its source alone is given.
    """

    id: str
    script: str
    title: str
    kind: str = "diagram"
    actors: tuple[str, ...] = ()
    straight: bool = False


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to narrow a list: ``key`` names it, each choice has a value cards carry in ``keys`` as ``key:value``."""

    key: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class JourneyCard:
    """A journey as lists show it, with one small curve a persona (scores on 1 to 5, None where nothing is recorded)."""

    id: str
    title: str
    href: str
    kind: str
    state: str
    status: str
    scenario: str
    personas: tuple[PersonaFace, ...]
    channels: tuple[Hyperlink, ...]
    tags: tuple[Hyperlink, ...]
    owner: str
    stages: int
    steps: int
    curves: tuple[tuple[int, str, tuple[float | None, ...]], ...] = field(default=())
    keys: tuple[str, ...] = ()
