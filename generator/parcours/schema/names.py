"""What the files of a project may name: its ids and names, its steps, its themes, its scale of feelings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from parcours.findings.catalogue import RULES
from parcours.findings.severity import families
from parcours.link.atlas import Atlas, Thing
from parcours.link.mentions import NAMED_BY
from parcours.model.base import Record
from parcours.model.kinds import Kind
from parcours.model.settings import Scale

STEPS, STAGES, THEMES, RULE_NAMES = "steps", "stages", "themes", "rules"

STRICT = frozenset({Kind.PERSONA.value, Kind.JOURNEY.value})
"""What exists only as files: naming one that has none is a mistake. All others exist once named."""

NAMING: Mapping[tuple[str, str], str] = {
    ("Journey", "personas"): Kind.PERSONA.value,
    ("Journey", "of"): Kind.JOURNEY.value,
    ("Feeling", "persona"): Kind.PERSONA.value,
    ("Next", "to"): STEPS,
    ("Opportunity", "steps"): STEPS,
    ("Touchpoint", "stage"): STAGES,
    ("Step", "journey"): Kind.JOURNEY.value,
    ("Step", "touchpoint"): Kind.TOUCHPOINT.value,
    ("Quote", "from"): Kind.EVIDENCE.value,
    ("Metric", "source"): Kind.EVIDENCE.value,
    ("SurveyMention", "id"): Kind.SURVEY.value,
    ("OpportunityMention", "id"): Kind.OPPORTUNITY.value,
    ("OpportunityMention", "title"): Kind.OPPORTUNITY.value,
    ("Settings", "theme"): THEMES,
    ("Settings", "rules"): RULE_NAMES,
}
"""What a key names, by record and key; keys that name the same thing wherever they stand are in ``NAMED_BY``."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a project knows. ``known`` holds, by what is named (``personas``, ``steps`` …), ids and names, sorted.

    ``scale`` is the site's scale of feelings; None where scores are not to be held to one.
    """

    known: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    scale: Scale | None = None

    def named_by(self, model: type[Record], key: str) -> str:
        """What a key of a record names, if this project has any; else an empty text."""
        in_records = (NAMING[record.__name__, key] for record in model.__mro__ if (record.__name__, key) in NAMING)
        anywhere = NAMED_BY[key].value if key in NAMED_BY else ""
        named = next(in_records, anywhere)
        return named if self.known.get(named) else ""


def names_of(atlas: Atlas, themes: Iterable[str] = ()) -> Names:
    """The names of a linked project; ``themes`` are those it could use."""
    known = {kind.value: _sorted(name for thing in atlas.of(kind) for name in _called(thing)) for kind in Kind}
    stages = [(journey, stage) for journey in atlas.journeys.values() for stage in journey.stages]
    known[STAGES] = _sorted(name for _, stage in stages for name in (stage.id, stage.stage.name))
    known[STEPS] = _sorted(f"{journey.ref.id}#{step.id}" for journey, stage in stages for step in stage.steps)
    known[THEMES] = _sorted(themes)
    known[RULE_NAMES] = (*RULES, *families())
    return Names(known, atlas.settings.feeling_scale)


def _called(thing: Thing) -> tuple[str, ...]:
    """What a thing is called; nothing for a stage crossed with a channel, which nobody named."""
    derived = thing.ref.kind is Kind.TOUCHPOINT and thing.front is None and " × " in thing.name
    return () if derived else (thing.ref.id, thing.name)


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted({name for name in names if name.strip()}))
