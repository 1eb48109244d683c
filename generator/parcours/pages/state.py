"""The state of the maps: what a check advises, page by page, for those who answer for them."""

from __future__ import annotations

from collections.abc import Iterable

from parcours.findings.catalogue import told
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedJourney, LinkedStep
from parcours.model.kinds import Kind
from parcours.pages.here import Here
from parcours.pages.view import Hyperlink
from parcours.pages.views import AdviceGroup, AdviceRow, Page, StatePage

ADDRESS = "state/index.html"


def has_state_page(atlas: Atlas) -> bool:
    """Whether the site has the page: when the settings do not say otherwise and there are maps."""
    return atlas.settings.state_page and bool(atlas.journeys)


def state_page(here: Here, advice: Iterable[Finding]) -> Page:
    """The page of open advice: journeys with an owner first, by owner and name, then what is about other pages."""
    by_file: dict[str, LinkedJourney] = {}
    for journey in here.atlas.journeys.values():
        by_file[journey.document.source.path] = journey
        by_file.update({stage.document.source.path: journey for stage in journey.stages})
    open_: dict[str, list[Finding]] = {}
    others: list[Finding] = []
    for found in advice:
        about = by_file.get(found.place.path)
        (others if about is None else open_.setdefault(about.ref.id, [])).append(found)
    groups = [_group(here, here.atlas.journeys[id_], found) for id_, found in open_.items()]
    groups.sort(key=lambda group: (group.owner is None, _text(group.owner), _text(group.journey)))
    if others:
        groups.append(AdviceGroup(None, None, tuple(_row(here, found, _thing(here, found)) for found in others)))
    sound = tuple(_link(here, journey) for id_, journey in sorted(here.atlas.journeys.items()) if id_ not in open_)
    count = sum(len(group.rows) for group in groups)
    return Page(here.address, "state.html", StatePage(here.frame("state", "state"), count, tuple(groups), sound))


def _group(here: Here, journey: LinkedJourney, found: list[Finding]) -> AdviceGroup:
    owner = here.atlas.ref(Kind.OWNER, journey.journey.owner) if journey.journey.owner else None
    owned, link = here.to(owner) if owner else None, _link(here, journey)
    steps = {step.place: step for step in reversed(journey.steps)}
    rows = tuple(_row(here, one, _step_or(link, steps.get(one.place))) for one in found)
    return AdviceGroup(link, owned, rows)


def _row(here: Here, found: Finding, about: Hyperlink) -> AdviceRow:
    words = told(found, here.language)
    return AdviceRow(found.rule, words.message, words.help, about)


def _step_or(journey: Hyperlink, step: LinkedStep | None) -> Hyperlink:
    """A step of a journey; the journey where there is none."""
    return Hyperlink(step.step.action or step.id, f"{journey.href}#{step.anchor}") if step else journey


def _thing(here: Here, found: Finding) -> Hyperlink:
    """The thing in whose file a finding stands, else the file."""
    thing = next(
        (t for t in here.atlas.things.values() if t.document and t.document.source.path == found.place.path), None
    )
    return Hyperlink(thing.name, here.href(thing.ref.address)) if thing else Hyperlink(found.place.path, "")


def _link(here: Here, journey: LinkedJourney) -> Hyperlink:
    return Hyperlink(journey.name, here.href(journey.ref.address))


def _text(link: Hyperlink | None) -> str:
    return link.text.casefold() if link else ""
