"""Rules about the maps themselves: what is missing from them. All are advice."""

from __future__ import annotations

from parcours.findings.finding import Severity
from parcours.findings.rules.rule import Rule, Words


def _advice(name: str, en: tuple[str, str], fr: tuple[str, str]) -> Rule:
    return Rule(f"map/{name}", Severity.ADVICE, Words(*en), Words(*fr))


RULES: tuple[Rule, ...] = (
    _advice(
        "empty-stage",
        ("nothing happens in the stage `{stage}`", "add what the customer does there, or remove the stage"),
        ("il ne se passe rien à l’étape `{stage}`", "ajoutez ce qu’y fait le client, ou retirez l’étape"),
    ),
    _advice(
        "no-feeling",
        (
            "`{journey}` says nothing of what the customer feels",
            "add `feeling:` (1 very bad to 5 very good) to its steps",
        ),
        (
            "`{journey}` ne dit rien de ce que ressent le client",
            "ajoutez `feeling:` (de 1 très mauvais à 5 très bon) à ses événements",
        ),
    ),
    _advice(
        "unmeasured-moment",
        (
            "`{step}` is a moment of truth, but nothing measures it",
            "add a metric, a survey or the evidence it rests on",
        ),
        (
            "`{step}` est un moment de vérité, mais rien ne le mesure",
            "ajoutez une mesure, une enquête ou la preuve sur laquelle il repose",
        ),
    ),
    _advice(
        "no-owner",
        ("nobody owns `{journey}`", "add a line `owner:` with the team that answers for it"),
        ("personne n’est responsable de `{journey}`", "ajoutez une ligne `owner:` avec l’équipe qui en répond"),
    ),
    _advice(
        "unused-persona",
        ("no journey follows `{persona}`", "name this persona in the `personas:` of a journey"),
        ("aucun parcours ne suit `{persona}`", "nommez ce persona dans les `personas:` d’un parcours"),
    ),
    _advice(
        "future-of-nothing",
        (
            "`{journey}` is a future state, but of which journey?",
            "add a line `of:` with the id of the current journey it answers",
        ),
        (
            "`{journey}` est un état futur, mais de quel parcours ?",
            "ajoutez une ligne `of:` avec l’identifiant du parcours actuel auquel il répond",
        ),
    ),
)
