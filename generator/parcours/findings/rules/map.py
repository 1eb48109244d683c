"""Rules about the maps themselves: what is missing from them. All are advice."""

from __future__ import annotations

from parcours.findings.finding import Severity
from parcours.findings.rules.rule import Rule, Words


def _advice(code: str, name: str, en: tuple[str, str], fr: tuple[str, str]) -> Rule:
    return Rule(code, f"map/{name}", Severity.ADVICE, Words(*en), Words(*fr))


RULES: tuple[Rule, ...] = (
    _advice(
        "P601",
        "empty-stage",
        ("nothing happens in the stage `{stage}`", "add what the customer does there, or remove the stage"),
        ("il ne se passe rien à l’étape `{stage}`", "ajoutez ce qu’y fait le client, ou retirez l’étape"),
    ),
    _advice(
        "P602",
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
        "P603",
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
        "P604",
        "no-owner",
        ("nobody owns `{journey}`", "add a line `owner:` with the team that answers for it"),
        ("personne n’est responsable de `{journey}`", "ajoutez une ligne `owner:` avec l’équipe qui en répond"),
    ),
    _advice(
        "P605",
        "unused-persona",
        ("no journey follows `{persona}`", "name this persona in the `personas:` of a journey"),
        ("aucun parcours ne suit `{persona}`", "nommez ce persona dans les `personas:` d’un parcours"),
    ),
    _advice(
        "P606",
        "future-of-nothing",
        (
            "`{journey}` is a future state, but of which journey?",
            "add a line `of:` with the id of the current journey it answers",
        ),
        (
            "`{journey}` est un état futur, mais de quel parcours ?",
            "ajoutez une ligne `of:` avec l’identifiant du parcours actuel auquel il répond",
        ),
    ),
    _advice(
        "P607",
        "no-step",
        (
            "nothing happens in `{journey}`: it has no step",
            "add `stages:` with the steps of the customer",
        ),
        (
            "il ne se passe rien dans `{journey}`\u202f: il n’a aucun événement",
            "ajoutez `stages:` et les événements du client",
        ),
    ),
    _advice(
        "P608",
        "no-channel",
        (
            "`{step}` says nothing of where it happens",
            "add `channel:` (shop, website, phone …), so that changes of channel can be seen",
        ),
        (
            "`{step}` ne dit pas où cela se passe",
            "ajoutez `channel:` (boutique, site, téléphone…), pour que se voient les changements de canal",
        ),
    ),
    _advice(
        "P609",
        "flat-feeling",
        (
            "the customer feels the same, {value}, all through `{journey}`",
            "is that what was observed? Where nobody knows, leave `feeling:` out",
        ),
        (
            "le client ressent la même chose, {value}, tout au long de `{journey}`",
            "est-ce bien ce qui a été observé\u202f? Là où personne ne sait, n’écrivez pas `feeling:`",
        ),
    ),
    _advice(
        "P610",
        "pain-without-opportunity",
        (
            "`{step}` hurts, and nobody says what would help",
            "add `opportunities:` to the step, or name the step in the `steps:` of one",
        ),
        (
            "`{step}` fait mal, et personne ne dit ce qui aiderait",
            "ajoutez `opportunities:` à l’événement, ou nommez-le dans les `steps:` d’une opportunité",
        ),
    ),
    _advice(
        "P611",
        "mostly-assumed",
        (
            "{share} of what `{journey}` claims has no evidence: {assumed} of {claims} claims",
            "cite `evidence:` on the journey, its stages or its steps; the limit is `most_assumed` in parcours.yml",
        ),
        (
            "{share} de ce qu’affirme `{journey}` est sans preuve\u202f: {assumed} affirmations sur {claims}",
            "citez des preuves (`evidence:`) dans le parcours, ses étapes ou ses événements (voir `most_assumed`)",
        ),
    ),
    _advice(
        "P612",
        "overdue-review",
        (
            "`{journey}` was to be looked at again by {due}",
            "compare it with the facts, then write the day after `reviewed:`",
        ),
        (
            "`{journey}` devait être revu avant le {due}",
            "comparez-le aux faits, puis écrivez le jour après `reviewed:`",
        ),
    ),
    _advice(
        "P613",
        "never-reviewed",
        (
            "`{journey}` is {status}, but nobody says when it was reviewed",
            "add a line `reviewed:` with the day it was compared with the facts",
        ),
        (
            "`{journey}` est {status}, mais personne ne dit quand il a été revu",
            "ajoutez une ligne `reviewed:` avec le jour où il a été comparé aux faits",
        ),
    ),
    _advice(
        "P614",
        "unused-channel",
        (
            "no journey passes through the channel `{name}`",
            "name it in the `channel:` of a step, or delete its file",
        ),
        (
            "aucun parcours ne passe par le canal `{name}`",
            "nommez-le dans le `channel:` d’un événement, ou supprimez son fichier",
        ),
    ),
    _advice(
        "P615",
        "unused-evidence",
        (
            "nothing rests on the evidence `{name}`",
            "cite it in the `evidence:` of a journey, a step or a persona",
        ),
        (
            "rien ne repose sur la preuve `{name}`",
            "citez-la dans le champ `evidence:` d’un parcours, d’un événement ou d’un persona",
        ),
    ),
    _advice(
        "P616",
        "unused-segment",
        (
            "no persona stands for the segment `{name}`",
            "name it in the `segment:` of a persona",
        ),
        (
            "aucun persona ne représente le segment `{name}`",
            "nommez-le dans le `segment:` d’un persona",
        ),
    ),
    _advice(
        "P617",
        "unused-touchpoint",
        (
            "no step happens at the touchpoint `{name}`",
            "name it in the `touchpoint:` of a step, or delete its file",
        ),
        (
            "aucun événement n’a lieu au point de contact `{name}`",
            "nommez-le dans le `touchpoint:` d’un événement, ou supprimez son fichier",
        ),
    ),
    _advice(
        "P618",
        "unused-survey",
        (
            "no step asks the survey `{name}`",
            "name it in the `survey:` of a step",
        ),
        (
            "aucun événement ne pose l’enquête `{name}`",
            "nommez-la dans le `survey:` d’un événement",
        ),
    ),
    _advice(
        "P619",
        "unused-opportunity",
        (
            "the opportunity `{name}` answers no step",
            "name steps in its `steps:` (journey#step), or name it in the `opportunities:` of a step",
        ),
        (
            "l’opportunité `{name}` ne répond à aucun événement",
            "nommez des événements dans ses `steps:`, ou nommez-la dans les `opportunities:` d’un événement",
        ),
    ),
    Rule(
        "P652",
        "map/journey-circle",
        Severity.WARNING,
        Words(
            "`{journey}` opens itself: {path}",
            "take `journey:` off one of these steps: a map contains smaller ones, never itself",
        ),
        Words(
            "`{journey}` s’ouvre lui-même\u202f: {path}",
            "retirez `journey:` d’un de ces événements\u202f: une carte en contient de plus petites, jamais elle-même",
        ),
    ),
    _advice(
        "P651",
        "unread-hours",
        (
            "these hours cannot be computed with: `{hours}`",
            "write days and times (`Monday to Friday 9–18`, `24/7`), or leave them in words and switch this rule off",
        ),
        (
            "ces horaires ne se laissent pas calculer\u202f: `{hours}`",
            "écrivez jours et heures (`lundi au vendredi 9 h – 18 h`, `24/7`), ou coupez cette règle",
        ),
    ),
    _advice(
        "P620",
        "template-text",
        (
            "`{text}` still stands here as the template wrote it",
            "write what holds for this page, or delete the line",
        ),
        (
            "`{text}` est encore tel que le modèle l’a écrit",
            "écrivez ce qui vaut pour cette page, ou supprimez la ligne",
        ),
    ),
    _advice(
        "P621",
        "template-scores",
        (
            "the scores of `{journey}` are still those of the template: {scores}",
            "write what customers felt; where nobody knows, leave `feeling:` out",
        ),
        (
            "les notes de `{journey}` sont encore celles du modèle\u202f: {scores}",
            "écrivez ce que les clients ont ressenti\u202f; là où personne ne sait, n’écrivez pas `feeling:`",
        ),
    ),
    _advice(
        "P630",
        "suspect",
        (
            "`{journey}` was reviewed on {day}; since then `{thing}`, which it cites, has changed: {fields}",
            "see whether the map still holds, then run `parcours review {id}`",
        ),
        (
            "`{journey}` a été revu le {day} ; depuis, `{thing}`, qu’il cite, a changé : {fields}",
            "voyez si la carte tient encore, puis lancez `parcours review {id}`",
        ),
    ),
    _advice(
        "P631",
        "changed-since-review",
        (
            "`{journey}` was reviewed on {day} and has changed since: {fields}",
            "compare what is new with the facts, then run `parcours review {id}`",
        ),
        (
            "`{journey}` a été revu le {day} et a changé depuis : {fields}",
            "comparez aux faits ce qui est nouveau, puis lancez `parcours review {id}`",
        ),
    ),
)
