"""Mermaid scripts of a journey and of its flow, built with mermaid-py's classes.

mermaid-py escapes nothing, so every text goes through `escape` first. What it writes is then made good: its YAML front
matter, which a title can break, is cut off (a journey has a title of its own; a flow has its accessible one), its tabs
become spaces, and the accessible title and description are put after the first line.
"""

from __future__ import annotations

import contextlib
import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any, Literal
from urllib.parse import quote

from parcours.draw.click import allowed
from parcours.draw.mermaid_text import escape

NEUTRAL = 3.0
NO_SCORE = " (–)"
"""What follows the words of a task without a score."""

_MATTER_LINES = 3
_HREF_SAFE = "/#?&=:@.,~%-_+!*"


@dataclass(frozen=True, slots=True)
class Task:
    """A task of a journey: its words, its score (1 to 5, halves allowed, None where absent) and who takes part."""

    text: str
    score: float | None
    actors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A stage of a journey and its tasks."""

    name: str
    tasks: tuple[Task, ...] = ()


@dataclass(frozen=True, slots=True)
class FlowStep:
    """A step of the flow. ``place`` is its stage and its number in the stage, both from 1; ``href`` may be empty."""

    place: tuple[int, int]
    text: str
    href: str = ""
    moment_of_truth: bool = False

    @property
    def id(self) -> str:
        """The step's id in the script: ``t1_2``."""
        return f"t{self.place[0]}_{self.place[1]}"


@dataclass(frozen=True, slots=True)
class FlowStage:
    """A stage of the flow, numbered from 1, and its steps from top to bottom."""

    number: int
    name: str
    steps: tuple[FlowStep, ...] = ()

    @property
    def id(self) -> str:
        """The stage's id in the script: ``s1``."""
        return f"s{self.number}"


@dataclass(frozen=True, slots=True)
class FlowLink:
    """A way from one step to another, both named by ``FlowStep.place``; a skip or a way back is dotted."""

    start: tuple[int, int]
    end: tuple[int, int]
    label: str = ""
    kind: Literal["next", "skip", "back"] = "next"


def journey_script(title: str, description: str, sections: Sequence[Section]) -> str:
    """The script of Mermaid's ``journey`` diagram.

    Scores are clamped to 1 to 5; halves are kept, as Mermaid draws them. Mermaid needs a score at each task, so a task
    without one is given the neutral 3 and its words end in ``(–)``, lest it be taken for an opinion.
    """
    mermaid = _journeys()
    drawn = [mermaid.Section(escape(s.name), [_task(mermaid, task) for task in s.tasks]) for s in sections]
    return _finished(str(mermaid.UserJourney(escape(title), drawn).script), title, description)


def flow_script(title: str, description: str, stages: Sequence[FlowStage], links: Sequence[FlowLink]) -> str:
    """The script of a flow chart: stages from left to right, the steps of each from top to bottom.

    Where the last step of a stage leads to the first of the following one, the arrow joins the two stages: so columns
    stay columns, where an arrow between the steps would shift each stage below the one before (a flow of 25 steps is
    1,600 units wide instead of 6,000). Links from or to a step that is not in ``stages`` are left out.
    """
    mermaid = _flows()
    steps = {step.place: _node(mermaid, step) for stage in stages for step in stage.steps}
    boxes = {stage.number: _stage(mermaid, stage, [steps[step.place] for step in stage.steps]) for stage in stages}
    bridges = {(a.steps[-1].place, b.steps[0].place): (a, b) for a, b in _neighbours(stages)}
    arrows: list[Any] = []
    for link in links:
        if link.start in steps and link.end in steps:
            bridge = bridges.get((link.start, link.end)) if link.kind == "next" else None
            ends = (
                (boxes[bridge[0].number], boxes[bridge[1].number]) if bridge else (steps[link.start], steps[link.end])
            )
            arrows.append(_arrow(mermaid, link, *ends))
    chart = mermaid.FlowChart(escape(title), list(boxes.values()), arrows, orientation="LR")
    return _finished(str(chart.script), title, description)


def graph_script(title: str, description: str, nodes: Sequence[FlowStep], links: Sequence[FlowLink]) -> str:
    """The script of a flow chart without stages, from left to right."""
    mermaid = _flows()
    made = {node.place: _node(mermaid, node) for node in nodes}
    arrows = [_arrow(mermaid, link, made[link.start], made[link.end]) for link in links]
    chart = mermaid.FlowChart(escape(title), list(made.values()), arrows, orientation="LR")
    return _finished(str(chart.script), title, description)


def _task(mermaid: Any, task: Task) -> Any:
    absent = task.score is None or math.isnan(task.score)
    score = NEUTRAL if task.score is None or absent else min(max(float(task.score), 1.0), 5.0)
    words = escape(task.text) + (NO_SCORE if absent else "")
    return mermaid.Task(words, _score(score), [mermaid.Actor(escape(actor)) for actor in task.actors])


def _score(score: float) -> str:
    return f"{score:.2f}".rstrip("0").rstrip(".")


def _neighbours(stages: Sequence[FlowStage]) -> list[tuple[FlowStage, FlowStage]]:
    return [(a, b) for a, b in pairwise(stages) if a.steps and b.steps]


def _stage(mermaid: Any, stage: FlowStage, inside: list[Any]) -> Any:
    return mermaid.Node(stage.id, escape(stage.name), sub_nodes=inside, direction="TB")


def _node(mermaid: Any, step: FlowStep) -> Any:
    return mermaid.Node(
        step.id,
        escape(step.text),
        shape="hexagon" if step.moment_of_truth else "normal",
        href=_href(step.href),
        href_type="self",
    )


@lru_cache(maxsize=4096)
def _href(href: str) -> str | None:
    written = quote(href, safe=_HREF_SAFE, errors="replace")
    return written if allowed(written) else None


def _arrow(mermaid: Any, link: FlowLink, start: Any, end: Any) -> Any:
    shape = "normal" if link.kind == "next" else "dotted"
    return mermaid.Link(start, end, shape=shape, message=escape(link.label) if link.label.strip() else "")


def _finished(script: str, title: str, description: str) -> str:
    """mermaid-py's script without its front matter, with accessible names and tidy lines."""
    head, *rest = (_line(line) for line in script.split("\n")[_MATTER_LINES:])
    names = [f"  accTitle: {escape(title)}"] + ([f"  accDescr: {escape(description)}"] if description.strip() else [])
    return "\n".join([head, *names, *_indented(rest)]) + "\n"


def _line(line: str) -> str:
    """Tabs as spaces; and no empty actor where a task has none. Texts hold neither tab nor bare colon."""
    return line.replace("\t", "  ").rstrip().removesuffix(" :")


def _indented(lines: Sequence[str]) -> Iterator[str]:
    """The lines that hold something, those inside a subgraph moved in."""
    inside = False
    for line in lines:
        words = line.lstrip()
        inside = inside and words != "end"
        if words:
            yield "    " + words if inside else "  " + words if words == "end" else line
        inside = inside or words.startswith("subgraph ")


@lru_cache(maxsize=1)
def _journeys() -> Any:
    """mermaid-py's module of journeys, loaded when first needed (it loads ``requests``) and quietly (it prints)."""
    with contextlib.redirect_stdout(io.StringIO()):
        from mermaid import userjourney  # type: ignore[import-untyped]

    return userjourney


@lru_cache(maxsize=1)
def _flows() -> Any:
    """mermaid-py's module of flow charts, loaded like that of journeys."""
    with contextlib.redirect_stdout(io.StringIO()):
        from mermaid import flowchart

    return flowchart
