"""A journey as one readable page of Markdown, for a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parcours.analyse.carried import project_data
from parcours.draw.poster import Text
from parcours.export.markdown_carried import carrying
from parcours.export.told import Told
from parcours.link.atlas import Atlas
from parcours.pages.map_view import StageView, StepView
from parcours.pages.view import DiagramView
from parcours.pages.views import JourneyPage
from parcours.theme.lane_texts import lane_label, lane_texts, stage_texts
from parcours.theme.words import Words

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
_BELOW = ("small", "soft", "figure")


def markdown_of(page: JourneyPage, t: Words) -> str:
    """The page: what the journey is about, then each stage with its steps and what every lane says, and its diagrams.

    Plain CommonMark with Mermaid fences; a writer's signs are escaped, so that they stay what they are.
    """
    parts = [*_head(page, t)]
    for stage in page.map.stages:
        parts += _stage(page, stage, t)
    parts += [_diagram(view, t) for view in page.diagrams]
    return "\n\n".join(parts) + "\n"


def all_markdown(told: Told, atlas: Atlas | None = None) -> str:
    """All journeys, one after the other; given the Atlas they come from, each can come back as it was."""
    return "\n---\n\n".join(_carried(id_, page, told, atlas) for id_, page in told.journeys)


def _carried(id_: str, page: JourneyPage, told: Told, atlas: Atlas | None) -> str:
    text = markdown_of(page, told.words)
    return carrying(text, page, project_data(atlas, (id_,)), told.words) if atlas else text


def _head(page: JourneyPage, t: Words) -> Iterator[str]:
    yield f"# {_plain(page.frame.title)}"
    yield f"{t(f'kind.{page.kind}')} · {t(f'state.{page.state}')} · {t(f'status.{page.status}')}"
    if page.description:
        yield _plain(page.description)
    briefs = (("scenario", page.scenario), ("trigger", page.trigger), ("goal", page.goal), ("duration", page.duration))
    facts = [f"- **{t(f'fact.{key}')}** {_plain(text)}" for key, text in briefs if text]
    facts += [f"- **{t(fact.label)}** {', '.join(_plain(v.text) for v in fact.values)}" for fact in page.facts]
    if page.personas:
        facts.append(f"- **{t('many.personas')}** {', '.join(_plain(face.name) for face in page.personas)}")
    if facts:
        yield "\n".join(facts)


def _stage(page: JourneyPage, stage: StageView, t: Words) -> Iterator[str]:
    mean = f" ({stage.mean.shown})" if stage.mean else ""
    yield f"## {_plain(stage.name)}{mean}"
    for text in (stage.goal, stage.description):
        if text:
            yield _plain(text)
    own = [
        f"- **{_plain(lane_label(lane, t))}** {'; '.join(_plain(text.words) for text in texts)}"
        for lane in page.map.lanes
        if lane.key == "lane" and (texts := stage_texts(stage, lane))
    ]
    if own:
        yield "\n".join(own)
    for step in stage.steps:
        yield from _step(page, step, t)


def _step(page: JourneyPage, step: StepView, t: Words) -> Iterator[str]:
    yield f"### {step.number} {_plain(step.action)}"
    if step.moment_of_truth:
        yield f"**{t('map.moment')}** {_plain(step.moment_reason)}".rstrip()
    lines: list[str] = []
    for lane in page.map.lanes:
        texts = lane_texts(step, lane, t)
        if not texts:
            continue
        label = f"- **{_plain(lane_label(lane, t))}**"
        paragraphs = _paragraphs(texts)
        lines += [f"{label} {paragraphs[0]}"] if len(paragraphs) == 1 else [label, *(f"  - {p}" for p in paragraphs)]
    if lines:
        yield "\n".join(lines)


def _paragraphs(texts: tuple[Text, ...]) -> list[str]:
    """Each text with what belongs below it, on one line."""
    found: list[str] = []
    for text in texts:
        words = _plain(text.words)
        if not words:
            continue
        if found and text.look in _BELOW:
            found[-1] += f" · {words}"
        else:
            found.append(words)
    return found or [""]


def _diagram(view: DiagramView, t: Words) -> str:
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", view.script)), default=0))
    return f"## {t(f'diagram.{view.kind}')}\n\n{fence}mermaid\n{view.script.rstrip()}\n{fence}"


def _plain(text: str) -> str:
    """A text on one line whose signs mean nothing to Markdown."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
