"""The state of the maps: what a check advises, page by page, for those who answer for them."""

from __future__ import annotations

from collections.abc import Iterable

from parcours.findings.catalogue import told
from parcours.findings.finding import Finding
from parcours.link.atlas import Atlas, LinkedJourney
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
        groups.append(AdviceGroup(None, None, tuple(_row(here, found, None) for found in others)))
    sound = tuple(_link(here, journey) for id_, journey in sorted(here.atlas.journeys.items()) if id_ not in open_)
    count = sum(len(group.rows) for group in groups)
    return Page(here.address, "state.html", StatePage(here.frame("state", "state"), count, tuple(groups), sound))


def _group(here: Here, journey: LinkedJourney, found: list[Finding]) -> AdviceGroup:
    owner = here.atlas.ref(Kind.OWNER, journey.journey.owner) if journey.journey.owner else None
    owned = here.to(owner) if owner else None
    return AdviceGroup(_link(here, journey), owned, tuple(_row(here, one, journey) for one in found))


def _row(here: Here, found: Finding, journey: LinkedJourney | None) -> AdviceRow:
    words = told(found, here.language)
    return AdviceRow(found.rule, words.message, words.help, _about(here, found, journey))


def _about(here: Here, found: Finding, journey: LinkedJourney | None) -> Hyperlink:
    """The step a finding stands at, else its page."""
    if journey is not None:
        step = next((step for step in journey.steps if step.place == found.place), None)
        link = _link(here, journey)
        return Hyperlink(step.step.action or step.id, f"{link.href}#{step.anchor}") if step else link
    thing = next(
        (t for t in here.atlas.things.values() if t.document and t.document.source.path == found.place.path), None
    )
    return Hyperlink(thing.name, here.href(thing.ref.address)) if thing else Hyperlink(found.place.path, "")


def _link(here: Here, journey: LinkedJourney) -> Hyperlink:
    return Hyperlink(journey.name, here.href(journey.ref.address))


def _text(link: Hyperlink | None) -> str:
    return link.text.casefold() if link else ""
