"""Writes docs/reference.md from the models: run by ``make reference``, held up to date by a test.

What a key takes, its choices and its scale are read off the model; what it means is what editors are told.
"""

from __future__ import annotations

import datetime as dt
import inspect
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Le
from pydantic.fields import FieldInfo

from parcours.model.base import Record
from parcours.model.brand import Colours, Fonts, Shades
from parcours.model.empathy import Empathy
from parcours.model.evidence import Evidence, Quote
from parcours.model.feeling import Feeling
from parcours.model.flow import Actor, Lane, Next
from parcours.model.journey import Journey, Stage
from parcours.model.media import Picture
from parcours.model.metric import Metric
from parcours.model.opportunity import Opportunity, OpportunityMention, Solution
from parcours.model.persona import Persona, Skill
from parcours.model.places import Channel, Home, Segment, Touchpoint
from parcours.model.settings import GapWeights, Listening, Remembering, Review, Scale, Settings, Versions
from parcours.model.step import Step, SubStep
from parcours.model.survey import Survey, SurveyMention
from parcours.schema.difference import difference_schema
from parcours.schema.schema import written
from parcours.schema.slots import keys_of
from parcours.schema.words import meaning_of

CHAPTERS: tuple[tuple[str, str, tuple[type[Record], ...]], ...] = (
    ("Journeys", "`content/journeys/*.md`, or a folder with `index.md` and a file a stage", (Journey, Stage, Step)),
    (
        "Inside a step",
        "",
        (SubStep, Feeling, Next, Quote, Metric, SurveyMention, OpportunityMention, Actor, Lane, Picture),
    ),
    ("Personas", "`content/personas/*.md`", (Persona, Empathy, Skill)),
    (
        "Segments, channels, touchpoints",
        "`content/segments/`, `channels/`, `touchpoints/`",
        (Segment, Channel, Touchpoint),
    ),
    ("Evidence, surveys, opportunities", "`content/evidence/` …", (Evidence, Survey, Opportunity, Solution)),
    (
        "The site",
        "`content/index.md` and `parcours.yml`",
        (Home, Settings, Colours, Shades, Fonts, Scale, Review, Remembering, Versions, Listening, GapWeights),
    ),
)
HEAD = """# Reference: every key

Made from the models by `make reference`; do not edit. Every key may be left out unless it says *required*. A list may
be written as a single value. Things (channels, touchpoints, segments, evidence, surveys, opportunities, owners, tags)
are named by id or by name and exist once named; personas and journeys need a file.
"""


def takes(annotation: Any, metadata: list[Any]) -> str:
    """What a key takes, in words."""
    if hasattr(annotation, "__metadata__"):
        metadata = [*metadata, *annotation.__metadata__]
        annotation = annotation.__origin__
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return " \\| ".join(f"`{choice}`" for choice in args)
    if origin is tuple:
        return f"list of {takes(args[0], [])}"
    if origin in (Union, UnionType):
        return " or ".join(dict.fromkeys(takes(arg, metadata) for arg in args if arg is not type(None)))
    if origin is dict:
        return "mapping"
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    return _plain(annotation, metadata)


def _plain(annotation: Any, metadata: list[Any]) -> str:
    limits = [m for part in metadata for m in (getattr(part, "metadata", None) or [part])]
    low = next((m.ge for m in limits if isinstance(m, Ge)), None)
    high = next((m.le for m in limits if isinstance(m, Le)), None)
    if annotation in (float, int):
        return f"number, {low} to {high}" if low is not None and high is not None else "number"
    return {bool: "true or false", dt.date: "date (2026-09-01)"}.get(annotation, "text")


def row(model: type[Record], key: str, field: FieldInfo) -> str:
    """A line of the table for one key."""
    default = ""
    if field.is_required():
        default = "*required*"
    elif isinstance(field.default, str | bool) and field.default not in ("", False):
        default = f"`{field.default}`"
    meaning = meaning_of(model, key).english.replace("|", "\\|")
    return f"| `{key}` | {meaning} | {takes(field.annotation, list(field.metadata))} | {default} |"


def chapter(title: str, where: str, models: tuple[type[Record], ...]) -> str:
    """One chapter: its models, each with its meaning and its keys."""
    parts = [f"## {title}\n"] + ([f"{where}\n"] if where else [])
    for model in models:
        meaning = inspect.cleandoc(model.__doc__ or "").replace("``", "`")
        rows = "\n".join(row(model, key, field) for key, field in keys_of(model))
        head = "| key | meaning | takes | default |\n| --- | --- | --- | --- |"
        parts.append(f"### {model.__name__}\n\n{meaning}\n\n{head}\n{rows}\n")
    return "\n".join(parts)


def reference() -> str:
    """The whole page."""
    return HEAD + "\n" + "\n".join(chapter(*one) for one in CHAPTERS)


if __name__ == "__main__":
    Path(__file__).with_name("reference.md").write_text(reference(), encoding="utf-8")
    Path(__file__).with_name("diff.schema.json").write_text(written(difference_schema()), encoding="utf-8")
