"""The two Mermaid diagrams of a journey: how it feels, and how it flows."""

from __future__ import annotations

from typing import Literal

from parcours.analyse.felt import score_of
from parcours.draw.mermaid_script import FlowLink, FlowStage, FlowStep, Section, Task, flow_script, journey_script
from parcours.link.atlas import LinkedJourney, LinkedStep, Way
from parcours.pages.map_view import MapView, StepView
from parcours.pages.view import DiagramView, PersonaFace


def journey_diagrams(journey: LinkedJourney, map_: MapView) -> tuple[DiagramView, ...]:
    """The ``journey`` diagram where a feeling is recorded, and the flow where there are two steps or more."""
    title = journey.name
    found: list[DiagramView] = []
    if any(score_of(felt) is not None for step in journey.steps for felt in step.felt):
        script = journey_script(title, journey.journey.scenario, tuple(_sections(journey, map_.personas)))
        found.append(
            DiagramView("diagram-journey", script, title, "journey", tuple(face.name for face in map_.personas))
        )
    if len(journey.steps) > 1:
        found.append(DiagramView("diagram-flow", _flow(journey, map_), title, "flow", straight=_straight(journey)))
    return tuple(found)


def _sections(journey: LinkedJourney, faces: tuple[PersonaFace, ...]) -> list[Section]:
    names = {face.id: face.name for face in faces}
    return [
        Section(stage.stage.name or stage.id, tuple(task for step in stage.steps for task in _tasks(step, names)))
        for stage in journey.stages
        if stage.steps
    ]


def _tasks(step: LinkedStep, names: dict[str, str]) -> list[Task]:
    """One task for each score: personas who feel the same share one, those who differ have one each."""
    by_score: dict[float | None, list[str]] = {}
    for felt in step.felt:
        actors = [names[felt.persona]] if felt.persona in names else list(names.values())
        by_score.setdefault(score_of(felt), []).extend(actors)
    text = step.step.action or step.id
    scored = [(score, actors) for score, actors in by_score.items() if score is not None]
    if not scored:
        return [Task(text, None, tuple(names.values()))]
    return [Task(text, score, tuple(dict.fromkeys(actors))) for score, actors in scored]


def _straight(journey: LinkedJourney) -> bool:
    """Whether every step leads to the next one alone, always."""
    ways = [[way for way in step.ways if not way.journey] for step in journey.steps]
    plain = all(way.kind == "next" and not way.when and way.share in (None, 1) for those in ways for way in those)
    return plain and all(len(those) == 1 for those in ways[:-1]) and not ways[-1]


def _flow(journey: LinkedJourney, map_: MapView) -> str:
    places = {step.anchor: (s, n) for s, stage in enumerate(map_.stages, 1) for n, step in enumerate(stage.steps, 1)}
    views = {step.anchor: step for stage in map_.stages for step in stage.steps}
    stages = tuple(
        FlowStage(
            s,
            stage.name,
            tuple(
                FlowStep(places[step.anchor], step.action, f"#{step.anchor}", step.moment_of_truth)
                for step in stage.steps
            ),
        )
        for s, stage in enumerate(map_.stages, 1)
        if stage.steps
    )
    links = tuple(
        FlowLink(places[step.anchor], places[f"step.{way.step}"], _label(views[step.anchor], way), _kind(way))
        for step in journey.steps
        for way in step.ways
        if not way.journey
    )
    return flow_script(journey.name, journey.journey.scenario, stages, links)


def _kind(way: Way) -> Literal["next", "skip", "back"]:
    return "skip" if way.kind == "skip" else "back" if way.kind == "back" else "next"


def _label(step: StepView, way: Way) -> str:
    """What the arrow says: the condition, and the share who go that way."""
    view = next((view for view in step.ways if view.target == f"step.{way.step}" and view.when == way.when), None)
    if view is None:
        return ""
    return f"{view.when} ({view.share})" if view.when and view.share else view.when or view.share
