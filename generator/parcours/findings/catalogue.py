"""The catalogue of rules: every finding Parcours can make, in English and French.

A message is a template filled from the finding's values; text the writer wrote stands between backticks.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType

from parcours.findings.finding import Finding, Severity
from parcours.findings.rules import content, files, gap, named, practice, prose, refs, shape, syntax
from parcours.findings.rules import map as maps
from parcours.findings.rules.rule import Rule
from parcours.source.text import Place

RULES = MappingProxyType(
    {
        rule.name: rule
        for part in (files, syntax, shape, refs, named, content, prose, maps, practice, gap)
        for rule in part.RULES
    }
)
"""Every rule by its name, in the order the documentation lists them."""


SPOKEN = frozenset({"kind", "expected", "found", "phase", "part"})
"""Values that are words of ours, told in the reader's language."""

NOUNS = {
    "en": {
        "text": "a text",
        "number": "a number",
        "list": "a list",
        "mapping": "lines of `key: value`",
        "truth": "true or false",
        "nothing": "nothing",
        "other": "something else",
        "journey": "journey",
        "data": "the data of the whole project",
        "search": "the search",
        "theme": "the theme",
    },
    "fr": {
        "awareness": "sensibilisation",
        "consideration": "considération",
        "purchase": "achat",
        "service": "service",
        "loyalty": "fidélité",
        "text": "un texte",
        "number": "un nombre",
        "list": "une liste",
        "mapping": "des lignes `clé: valeur`",
        "truth": "true ou false",
        "nothing": "rien",
        "other": "autre chose",
        "journey": "parcours",
        "segment": "segment",
        "channel": "canal",
        "touchpoint": "point de contact",
        "evidence": "preuve",
        "survey": "enquête",
        "opportunity": "opportunité",
        "stage": "étape",
        "step": "événement",
        "data": "les données de tout le projet",
        "search": "la recherche",
        "theme": "le thème",
    },
}


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words."""

    message: str
    help: str


def finding(
    rule: str, place: Place, *, suggestion: str = "", related: tuple[Place, ...] = (), **values: str
) -> Finding:
    """A finding of a rule at a place, with the severity the catalogue gives it.

    Raises KeyError when there is no such rule: that is a mistake of ours, not of the writer.
    """
    return Finding(rule, place, RULES[rule].severity, tuple(sorted(values.items())), suggestion, related)


def told(found: Finding, language: str) -> Told:
    """The words of a finding in a language (``en`` or ``fr``; anything else reads English)."""
    rule: Rule = RULES[found.rule]
    spoken = NOUNS["fr" if language == "fr" else "en"]
    values = {name: spoken.get(value, value) if name in SPOKEN else value for name, value in found.values}
    if language == "fr" and "share" in values:
        values["share"] = values["share"].replace("%", "\u202f%")
    values["suggestion"] = found.suggestion
    words = rule.fr if language == "fr" else rule.en
    help_ = words.fix if found.suggestion and words.fix else words.help
    return Told(words.message.format_map(values), help_.format_map(values))


__all__ = ["RULES", "Severity", "Told", "finding", "told"]
