"""The two Mermaid diagrams of a journey: how it feels, and how it flows."""

from __future__ import annotations

from parcours.draw.mermaid_script import FlowLink, FlowStage, FlowStep, Section, Task, flow_script, journey_script
from parcours.link.atlas import LinkedJourney, LinkedStep
from parcours.pages.cards import score_of
from parcours.pages.view import DiagramView, MapView, PersonaFace


def journey_diagrams(journey: LinkedJourney, map_: MapView) -> tuple[DiagramView, ...]:
    """The ``journey`` diagram where a feeling is recorded, and the flow where there are two steps or more."""
    title = journey.name
    found: list[DiagramView] = []
    if any(score_of(felt) is not None for step in journey.steps for felt in step.felt):
        script = journey_script(title, journey.journey.scenario, tuple(_sections(journey, map_.personas)))
        found.append(DiagramView("diagram-journey", script, title, "journey"))
    if len(journey.steps) > 1:
        found.append(DiagramView("diagram-flow", _flow(journey, map_), title, "flow"))
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
    scores = {score: actors for score, actors in by_score.items() if score is not None} or {None: list(names.values())}
    return [Task(text, score, tuple(dict.fromkeys(actors))) for score, actors in scores.items()]


def _flow(journey: LinkedJourney, map_: MapView) -> str:
    ids = {step.id: (step.stage, n) for stage in journey.stages for n, step in enumerate(stage.steps)}
    ways = {view.anchor: view for stage in map_.stages for view in stage.steps}
    stages = tuple(
        FlowStage(
            stage.name,
            tuple(
                FlowStep(step.action, f"#{step.anchor}", step.moment_of_truth)
                for step in stage.steps
            ),
        )
        for stage in map_.stages
        if stage.steps
    )
    shown = {stage.index: n for n, stage in enumerate(stage for stage in journey.stages if stage.steps)}
    links: list[FlowLink] = []
    for step in journey.steps:
        labels = {way.target: " ".join(w for w in (way.when, way.share) if w) for way in ways[step.anchor].ways}
        for way in step.ways:
            if way.step in ids and not way.journey:
                to = ids[way.step]
                start = (shown[step.stage], ids[step.id][1])
                label = labels.get(f"step.{way.step}", "")
                links.append(FlowLink(start, (shown[to[0]], to[1]), label, way.kind))
    return flow_script(journey.name, journey.journey.scenario, stages, tuple(links))
