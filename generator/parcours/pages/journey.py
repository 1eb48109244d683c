"""A journey's page: the header, the map, the diagrams, the story."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from parcours.analyse.felt import mean, score_of
from parcours.analyse.teams import has_blueprint
from parcours.link.atlas import LinkedJourney, LinkedStage, Ref
from parcours.model.kinds import Kind
from parcours.pages.cards import mean_feeling
from parcours.pages.comparison import comparisons_of
from parcours.pages.diagrams import journey_diagrams
from parcours.pages.effects import effect_views
from parcours.pages.figures import day
from parcours.pages.forms import step_in
from parcours.pages.here import Here
from parcours.pages.map_view import LaneView, MapView, StageView, StepView
from parcours.pages.past import past_view, timeline_view
from parcours.pages.reviews import suspicion_views
from parcours.pages.step import actors_view, step_view
from parcours.pages.view import Fact, Hyperlink, PersonaFace
from parcours.pages.views import JourneyPage, Page


def journey_page(here: Here, journey: LinkedJourney) -> Page:
    """The page of one journey."""
    record, source = journey.journey, journey.front.path
    map_ = map_view(here, journey)
    frame = here.frame(
        journey.name,
        Kind.JOURNEY.value,
        ref=journey.ref,
        front=journey.front,
        breadcrumb=(Hyperlink("journeys", here.href("journeys/index.html")),),
        description=record.description or record.scenario,
    )
    view = JourneyPage(
        frame=frame,
        kind=record.kind,
        state=record.state,
        status=record.status,
        scenario=record.scenario,
        trigger=record.trigger,
        goal=record.goal,
        duration=record.duration,
        description=record.description,
        personas=map_.personas,
        actors=actors_view(record.actors),
        facts=_facts(here, journey),
        counterparts=(*_counterparts(here, journey), *_part_of(here, journey)),
        evidence=here.all_named(Kind.EVIDENCE, record.evidence),
        assumptions=record.assumptions,
        metrics=here.metrics(journey.measured, of_journey=True),
        pictures=here.pictures(record.images, source),
        tags=here.all_named(Kind.TAG, record.tags),
        map=map_,
        comparisons=tuple((one.kind, one.link) for one in comparisons_of(here, journey)),
        diagrams=journey_diagrams(journey, map_),
        story=here.story(journey.front),
        blueprint_href=here.href(blueprint) if (blueprint := blueprint_address(journey)) else "",
        picture_href="map.svg" if map_.stages and here.atlas.settings.map_pictures else "",
        past=past_view(here, *journey.paths),
        timeline=timeline_view(here, journey),
        suspicions=suspicion_views(here, journey.ref.id),
        effects=effect_views(here, journey),
    )
    return Page(here.address, "journey.html", view)


def _facts(here: Here, journey: LinkedJourney) -> tuple[Fact, ...]:
    record = journey.journey
    every = record.review_every or here.atlas.settings.review.every
    facts = (
        ("fact.owner", (here.named(Kind.OWNER, record.owner),) if record.owner else ()),
        ("fact.reviewed", (Hyperlink(day(record.reviewed, here.language)),) if record.reviewed else ()),
        ("fact.review_every", (Hyperlink(every),) if every else ()),
    )
    return tuple(Fact(label, values) for label, values in facts if values)


def _part_of(here: Here, journey: LinkedJourney) -> Iterator[tuple[str, Hyperlink]]:
    """The maps that contain this one, each with a link to the first step that opens it."""
    told: set[str] = set()
    for mention in here.atlas.mentions.get(journey.ref, ()):
        if mention.page.kind is not Kind.JOURNEY or not mention.anchor or mention.page.id in told:
            continue
        if here.glances.opened.get((mention.page.id, step_in(mention.anchor))) == journey.ref.id:
            told.add(mention.page.id)
            yield "part_of", here.to(mention.page, mention.anchor)


def _counterparts(here: Here, journey: LinkedJourney) -> tuple[tuple[str, Hyperlink], ...]:
    """The current journey this one answers, and the future ones that answer it."""
    current = ((("current", here.to(journey.current)),) if journey.current else ()) + ()
    future = tuple(
        ("future", here.to(Ref(Kind.JOURNEY, other))) for other in here.atlas.futures.get(journey.ref.id, ())
    )
    return current + future


def blueprint_address(journey: LinkedJourney) -> str:
    """Where a journey's blueprint stands; empty where it has nothing below the line of visibility."""
    return f"{Kind.JOURNEY.value}/{journey.ref.id}/blueprint/index.html" if has_blueprint(journey) else ""


def map_view(here: Here, journey: LinkedJourney) -> MapView:
    """The map of a journey: its stages, its rows, its personas."""
    faces = here.faces(journey.personas)
    stages = tuple(_stage(here, journey, stage, faces) for stage in journey.stages)
    return MapView(stages, lanes_of(stages), faces)


def _stage(here: Here, journey: LinkedJourney, linked: LinkedStage, faces: tuple[PersonaFace, ...]) -> StageView:
    stage, all_steps = linked.stage, journey.steps
    return StageView(
        id=linked.id,
        anchor=linked.anchor,
        name=stage.name or linked.id.replace("-", " ").capitalize(),
        steps=tuple(
            step_view(here, journey, step, all_steps[step.index - 1] if step.index else None, faces)
            for step in linked.steps
        ),
        phase=stage.phase or "",
        goal=stage.goal,
        description=stage.description,
        lanes=tuple((lane.name, lane.items) for lane in stage.lanes),
        metrics=here.metrics(linked.measured, of_journey=True),
        evidence=here.all_named(Kind.EVIDENCE, stage.evidence),
        pictures=here.pictures(stage.images, linked.front.path),
        story=here.story(linked.front, f"{linked.id}-drawing") if linked.own_file else here.story(None),
        mean=mean_feeling(here, mean(score_of(felt) for step in linked.steps for felt in step.felt)),
    )


Holds = Callable[[StepView], object]
LANES: tuple[tuple[str, str, Holds], ...] = (
    ("storyboard", "customer", lambda s: s.pictures or s.videos),
    ("description", "customer", lambda s: s.description),
    ("actors", "customer", lambda s: s.actors),
    ("touchpoint", "customer", lambda s: s.channel or s.touchpoint or s.owner),
    ("device", "customer", lambda s: s.device),
    ("duration", "customer", lambda s: s.duration),
    ("sub_steps", "customer", lambda s: s.sub_steps),
    ("motivation", "customer", lambda s: s.motivation),
    ("expects", "customer", lambda s: s.expects),
    ("thinking", "customer", lambda s: s.thinking),
    ("emotion", "customer", lambda s: s.feelings),
    ("tension", "customer", lambda s: s.engagement is not None),
    ("satisfaction", "customer", lambda s: s.satisfaction is not None),
    ("quotes", "customer", lambda s: s.quotes),
    ("pain_points", "customer", lambda s: s.pain_points),
    ("opportunities", "customer", lambda s: s.opportunities),
    ("metrics", "customer", lambda s: s.metrics),
    ("surveys", "customer", lambda s: s.surveys),
    ("evidence", "customer", lambda s: s.evidence or s.assumptions),
    ("ways", "customer", lambda s: s.ways),
    ("physical_evidence", "customer", lambda s: s.physical_evidence),
    ("frontstage", "frontstage", lambda s: s.frontstage),
    ("backstage", "backstage", lambda s: s.backstage),
    ("support", "support", lambda s: s.support),
)
"""The rows a map may have, from top to bottom: key, zone, and whether a step has something to show there."""


def lanes_of(stages: tuple[StageView, ...]) -> tuple[LaneView, ...]:
    """The rows of a map: those with anything in them, then the writer's own in the order they first appear."""
    steps = [step for stage in stages for step in stage.steps]
    known = [LaneView(key, zone) for key, zone, holds in LANES if any(holds(step) for step in steps)]
    names = [name for stage in stages for name, _ in (*stage.lanes, *(lane for s in stage.steps for lane in s.lanes))]
    return (*known, *(LaneView("lane", "more", name) for name in dict.fromkeys(names)))
