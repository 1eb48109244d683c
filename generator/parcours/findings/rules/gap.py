"""Rules about the gaps between devices, channels and services: where feeling falls, where customers stop or go back."""

from __future__ import annotations

from parcours.findings.finding import Severity
from parcours.findings.rules.rule import Rule, Words


def _advice(code: str, name: str, en: tuple[str, str], fr: tuple[str, str]) -> Rule:
    return Rule(code, f"gap/{name}", Severity.ADVICE, Words(*en), Words(*fr))


RULES: tuple[Rule, ...] = (
    _advice(
        "P701",
        "device",
        (
            "feeling falls by {points} at `{step}`, where the customer changes device: {before} → {after}",
            "let them go on where they were: the same basket, form and account on both devices",
        ),
        (
            "le ressenti chute de {points} à `{step}`, où le client change d’appareil\u202f: {before} → {after}",
            "laissez-le continuer où il en était\u202f: mêmes panier, formulaire et compte sur les deux appareils",
        ),
    ),
    _advice(
        "P702",
        "channel",
        (
            "feeling falls by {points} at `{step}`, where the customer changes channel: {before} → {after}",
            "let the new channel know what happened on the one before, or make the change needless",
        ),
        (
            "le ressenti chute de {points} à `{step}`, où le client change de canal\u202f: {before} → {after}",
            "que le nouveau canal sache ce qui s’est passé sur le précédent, ou que le changement devienne inutile",
        ),
    ),
    _advice(
        "P703",
        "handover",
        (
            "feeling falls by {points} at `{step}`, where {before} hands over to {after}",
            "agree which of the two tells the customer what comes next, and when",
        ),
        (
            "le ressenti chute de {points} à `{step}`, où {before} passe le relais à {after}",
            "convenez de qui, des deux, dit au client ce qui vient ensuite, et quand",
        ),
    ),
    _advice(
        "P704",
        "quality",
        (
            "in one and the same phase ({phase}), `{channel}` feels worse than `{best}` by {points}",
            "bring this channel up to the other, beginning with this step, or lead customers to the better one",
        ),
        (
            "pour une même phase ({phase}), `{channel}` est vécu moins bien que `{best}`, de {points}",
            "amenez ce canal au niveau de l’autre, en commençant par cet événement, ou menez-y les clients",
        ),
    ),
    _advice(
        "P705",
        "preference",
        (
            "`{journey}` offers none of the channels {persona} prefers: {channels}",
            "offer one of them at a step, or correct the `channels:` of the persona",
        ),
        (
            "`{journey}` n’offre aucun des canaux que préfère {persona}\u202f: {channels}",
            "offrez-en un à un événement, ou corrigez les `channels:` du persona",
        ),
    ),
    _advice(
        "P706",
        "unowned",
        (
            "the touchpoint `{touchpoint}` is shared by {owners}, and nobody owns it",
            "write `owner:` in content/touchpoints/{slug}.md",
        ),
        (
            "le point de contact `{touchpoint}` est partagé par {owners}, et personne n’en répond",
            "écrivez `owner:` dans content/touchpoints/{slug}.md",
        ),
    ),
    _advice(
        "P707",
        "dead-end",
        (
            "{share} of customers stop at `{step}`, before the last stage",
            "say in `next:` where they go from here, or what would lead them on",
        ),
        (
            "{share} des clients s’arrêtent à `{step}`, avant la dernière étape",
            "dites dans `next:` où ils vont ensuite, ou ce qui les mènerait plus loin",
        ),
    ),
    _advice(
        "P708",
        "back-track",
        (
            "{share} of customers go back from `{step}` to `{to}`",
            "ask what they had not been told the first time, and say it there",
        ),
        (
            "{share} des clients reviennent de `{step}` à `{to}`",
            "demandez ce qui ne leur avait pas été dit la première fois, et dites-le là",
        ),
    ),
    Rule(
        "P709",
        "gap/shares",
        Severity.WARNING,
        Words(
            "the shares of the ways on from `{step}` make {share}, more than everybody",
            "correct them: together they make 100 % at most",
        ),
        Words(
            "les parts des suites de `{step}` font {share}, plus que tout le monde",
            "corrigez-les\u202f: ensemble, elles font 100\u202f% au plus",
        ),
    ),
)
