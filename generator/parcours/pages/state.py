"""The state of the maps: what a check advises, page by page, for those who answer for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from parcours.findings.catalogue import told
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, Ref
from parcours.model.kinds import Kind
from parcours.pages.forms import start_of
from parcours.pages.here import Here
from parcours.pages.state_view import AdviceGroup, AdviceRow, StatePage
from parcours.pages.view import Hyperlink
from parcours.pages.views import Page

ADDRESS = "state/index.html"


def has_state_page(atlas: Atlas) -> bool:
    """Whether the site has the page: when the settings do not say otherwise and there are maps."""
    return atlas.settings.state_page and bool(atlas.journeys)


def state_page(here: Here, advice: Iterable[Finding]) -> Page:
    """The page of open advice: journeys with an owner first, by owner and name, then what is about other pages."""
    ids = list(here.journeys)
    by_file = {path: id_ for id_ in ids for path in here.glances.files[id_]}
    open_: dict[str, list[Finding]] = {}
    others: list[Finding] = []
    for found in advice:
        about = by_file.get(found.place.path)
        (others if about is None else open_.setdefault(about, [])).append(found)
    groups = [_group(here, id_, found) for id_, found in open_.items()]
    groups.sort(key=lambda group: (group.owner is None, _text(group.owner), _text(group.journey)))
    if others:
        things = {path: ref for ref in here.refs if (path := here.glances.sources[ref])}
        rows = (_row(here, found, _thing(here, found.place.path, things)) for found in others)
        groups.append(AdviceGroup(None, None, tuple(rows)))
    sound = tuple(here.to(Ref(Kind.JOURNEY, id_)) for id_ in ids if id_ not in open_)
    count = sum(len(group.rows) for group in groups)
    return Page(here.address, "state.html", StatePage(here.frame("state", "state"), count, tuple(groups), sound))


def _group(here: Here, id_: str, found: list[Finding]) -> AdviceGroup:
    link, steps = here.to(Ref(Kind.JOURNEY, id_)), here.glances.marks[id_]
    rows = tuple(_row(here, one, _step_or(here, link, id_, steps.get(start_of(one.place)))) for one in found)
    owner = here.owner(here.glances.owners[id_])
    return AdviceGroup(link, here.to(owner) if owner else None, rows)


def _row(here: Here, found: Finding, about: Hyperlink) -> AdviceRow:
    words = told(found, here.language)
    return AdviceRow(found.rule, words.message, words.help, about)


def _step_or(here: Here, journey: Hyperlink, id_: str, step: str | None) -> Hyperlink:
    """A step of a journey; the journey where there is none."""
    return journey if step is None else Hyperlink(here.glances.actions[id_, step], f"{journey.href}#step.{step}")


def _thing(here: Here, path: str, things: Mapping[str, Ref]) -> Hyperlink:
    """The thing whose file it is, else the file."""
    return here.to(things[path]) if path in things else Hyperlink(path, "")


def _text(link: Hyperlink | None) -> str:
    return link.text.casefold() if link else ""
