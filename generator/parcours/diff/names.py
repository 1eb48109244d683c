"""What a reader calls the things, steps and figures of a difference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from parcours.diff.field_words import choice_word, field_word
from parcours.diff.words import quoted, say
from parcours.link.atlas import Atlas, LinkedJourney, Ref
from parcours.link.mentions import NAMED_BY
from parcours.model.base import entries_of, items_of
from parcours.model.kinds import Kind
from parcours.model.settings import Scale

NAMES_BY: Mapping[str, Kind] = {
    **NAMED_BY,
    "touchpoint": Kind.TOUCHPOINT,
    "personas": Kind.PERSONA,
    "of": Kind.JOURNEY,
}
"""The fields that hold ids of things."""


@dataclass(frozen=True, slots=True)
class Names:
    """The language of a telling, the scale of its site's feelings, and the names of both sides' things and steps."""

    language: str
    scale: Scale = field(default_factory=Scale)
    things: Mapping[Ref, str] = field(default_factory=dict[Ref, str], repr=False)
    steps: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)

    @classmethod
    def of(cls, a: Atlas, b: Atlas, language: str = "") -> Names:
        """The names of two states, those of ``b`` first, in the language of its site unless one is given."""
        return cls(language or b.settings.language, b.settings.feeling_scale, {**a.titles, **b.titles})

    def within(self, a: LinkedJourney, b: LinkedJourney) -> Names:
        """The same, knowing the steps of two journeys."""
        steps = {step.id: step.step.action or step.id for journey in (a, b) for step in journey.steps}
        return Names(self.language, self.scale, self.things, steps)

    def say(self, key: str, **values: object) -> str:
        """A sentence."""
        return say(key, self.language, **values)

    def word(self, key: str) -> str:
        """What a field is called."""
        return field_word(key, self.language)

    def thing(self, kind: Kind, id_: str) -> str:
        """A thing's name."""
        return self.things.get(Ref(kind, id_), id_)

    def persona(self, id_: str) -> str:
        """A persona's name; everyone for no id."""
        return self.thing(Kind.PERSONA, id_) if id_ else self.say("everyone")

    def step(self, id_: str) -> str:
        """What a step does, in quotation marks."""
        return self.quote(self.steps.get(id_, id_))

    def quote(self, text: str) -> str:
        """A text in quotation marks, on one line, cut where it is long."""
        return quoted(shortened(text) or self.say("unnamed"), self.language)

    def value(self, key: str, value: Any) -> str:
        """One value of a field as it is read: names for ids, words for choices, figures as the language writes them."""
        if isinstance(value, bool):
            return choice_word("online", "true" if value else "false", self.language)
        if isinstance(value, int | float):
            return self.figure(value)
        entries, items = entries_of(value), items_of(value)
        if entries is not None:
            return ", ".join(f"{self.word(name)} {self.value(name, one)}" for name, one in entries.items())
        if items is not None:
            return ", ".join(self.value(key, one) for one in items)
        text = shortened(str(value))
        kind = NAMES_BY.get(key)
        return self.thing(kind, text) if kind else choice_word(key, text, self.language)

    def figure(self, value: float) -> str:
        """A number, to two places."""
        text = f"{round(value, 2):g}"
        return text.replace(".", ",") if self.language == "fr" else text

    def score(self, value: float | None) -> str:
        """A score on 1 to 5 as the site's scale shows it; in a word where none is told."""
        return self.say("untold") if value is None else self.figure(self.scale.from_five(value))


LONGEST = 90


def shortened(text: str) -> str:
    """A text on one line, of at most ninety characters."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
