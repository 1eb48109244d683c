"""A journey's Mermaid script with the ids it needs to come back, in comments that no renderer shows."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.analyse.carried import MARK
from parcours.pages.map_view import StageView
from parcours.pages.views import JourneyPage


def carrying_script(script: str, id_: str, page: JourneyPage) -> str:
    """The script of the ``journey`` diagram, with the ids of the journey, its personas and its steps."""
    head, *rest = script.rstrip().split("\n")
    stages = iter([stage for stage in page.map.stages if stage.steps])
    people = "; ".join(f"{face.id} = {_line(face.name)}" for face in page.personas)
    lines = [head, f"  %% {MARK}: {id_}", *([f"  %% personas: {people}"] if people else [])]
    for line in rest:
        lines.append(line)
        if line.strip().startswith("section "):
            lines += _ids(next(stages, None))
    return "\n".join(lines) + "\n"


def _ids(stage: StageView | None) -> Iterator[str]:
    if stage is not None:
        yield f"    %% {stage.id}: {', '.join(step.id for step in stage.steps)}"


def _line(text: str) -> str:
    return " ".join(text.replace(";", ",").split())
