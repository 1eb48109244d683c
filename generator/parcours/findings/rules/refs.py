"""Rules about references: what one page says of another."""

from __future__ import annotations

from parcours.findings.finding import Severity
from parcours.findings.rules.rule import Rule, Words


def _unknown(code: str, name: str, en: str, fr: str, en_help: str, fr_help: str) -> Rule:
    return Rule(
        code,
        f"refs/unknown-{name}",
        Severity.ERROR,
        Words(en, en_help, "did you mean `{suggestion}`?"),
        Words(fr, fr_help, "vouliez-vous dire `{suggestion}` ?"),
    )


RULES: tuple[Rule, ...] = (
    _unknown(
        "P301",
        "persona",
        "no persona is called `{id}`",
        "aucun persona ne s’appelle `{id}`",
        "describe this persona in content/personas/{slug}.md",
        "décrivez ce persona dans content/personas/{slug}.md",
    ),
    _unknown(
        "P302",
        "journey",
        "no journey is called `{id}`",
        "aucun parcours ne s’appelle `{id}`",
        "describe this journey in content/journeys/{slug}.md",
        "décrivez ce parcours dans content/journeys/{slug}.md",
    ),
    _unknown(
        "P303",
        "step",
        "no step of `{journey}` is called `{id}`",
        "aucun événement de `{journey}` ne s’appelle `{id}`",
        "give the step you mean a line `id: {slug}`",
        "donnez à l’événement voulu une ligne `id: {slug}`",
    ),
    _unknown(
        "P304",
        "stage",
        "no journey has a stage called `{id}`",
        "aucun parcours n’a d’étape appelée `{id}`",
        "the name must be that of a stage in one of the journeys",
        "ce nom doit être celui d’une étape d’un des parcours",
    ),
    _unknown(
        "P305",
        "page",
        "no page is called `{id}`",
        "aucune page ne s’appelle `{id}`",
        "between double brackets stands the id of a persona, a journey or another page",
        "entre doubles crochets se met l’identifiant d’un persona, d’un parcours ou d’une autre page",
    ),
    Rule(
        "P307",
        "refs/ambiguous",
        Severity.ERROR,
        Words("`{id}` may be any of: {choices}", "write the id of the one you mean"),
        Words("`{id}` peut désigner : {choices}", "écrivez l’identifiant de celui que vous voulez"),
    ),
    Rule(
        "P308",
        "refs/duplicate-id",
        Severity.ERROR,
        Words("`{id}` is already the id of another {kind}", "ids must be unique: rename one of the two"),
        Words(
            "`{id}` est déjà l’identifiant d’un autre élément ({kind})",
            "un identifiant doit être unique : renommez l’un des deux",
        ),
    ),
    Rule(
        "P309",
        "refs/persona-not-in-journey",
        Severity.ERROR,
        Words(
            "`{id}` feels something here, but is not a persona of this journey",
            "add `{id}` to `personas:` at the top of the journey",
            "did you mean `{suggestion}`?",
        ),
        Words(
            "`{id}` ressent quelque chose ici, mais n’est pas un persona de ce parcours",
            "ajoutez `{id}` à `personas:` en tête du parcours",
            "vouliez-vous dire `{suggestion}` ?",
        ),
    ),
    Rule(
        "P310",
        "refs/off-scale",
        Severity.ERROR,
        Words(
            "a feeling of {value} is off the scale {scale}",
            "feelings run from {lowest} to {highest}, halves allowed; the scale is `feeling_scale` in parcours.yml",
        ),
        Words(
            "un ressenti de {value} sort de l’échelle {scale}",
            "un ressenti va de {lowest} à {highest}, demi-points permis ; c’est `feeling_scale` dans parcours.yml",
        ),
    ),
    Rule(
        "P311",
        "refs/dead-link",
        Severity.ERROR,
        Words(
            "this link leads nowhere: the site has no `{target}`",
            "links are relative to this file, like ../personas/claire.md",
            "did you mean `{suggestion}`?",
        ),
        Words(
            "ce lien ne mène nulle part : le site n’a pas de `{target}`",
            "un lien part de ce fichier, comme ../personas/claire.md",
            "vouliez-vous dire `{suggestion}` ?",
        ),
    ),
    Rule(
        "P312",
        "refs/dead-anchor",
        Severity.ERROR,
        Words(
            "`{target}` exists, but has no heading, stage or step `{anchor}`",
            "the part after # is a heading in lower case with hyphens, or a step's id",
            "did you mean `{suggestion}`?",
        ),
        Words(
            "`{target}` existe, mais n’a ni titre, ni étape, ni événement `{anchor}`",
            "après # vient un titre en minuscules avec des tirets, ou l’identifiant d’un événement",
            "vouliez-vous dire `{suggestion}` ?",
        ),
    ),
    Rule(
        "P313",
        "refs/dead-picture",
        Severity.ERROR,
        Words(
            "there is no picture or file `{target}`",
            "paths start beside this file or in content/",
            "did you mean `{suggestion}`?",
        ),
        Words(
            "il n’y a pas d’image ni de fichier `{target}`",
            "un chemin part de ce fichier ou de content/",
            "vouliez-vous dire `{suggestion}` ?",
        ),
    ),
    Rule(
        "P314",
        "refs/outside",
        Severity.ERROR,
        Words("`{target}` leads out of the content folder", "copy it into content/ and link to it there"),
        Words("`{target}` mène hors du dossier content", "copiez-le dans content/ et faites le lien vers lui"),
    ),
    Rule(
        "P315",
        "refs/unreachable-step",
        Severity.WARNING,
        Words(
            "nobody can reach `{step}`: no way leads to it",
            "name `{id}` in the `next:` of a step before it, or take the step out",
        ),
        Words(
            "personne ne peut atteindre `{step}`\u202f: aucun chemin n’y mène",
            "nommez `{id}` dans le `next:` d’un événement qui le précède, ou retirez-le",
        ),
    ),
    Rule(
        "P316",
        "refs/endless-loop",
        Severity.WARNING,
        Words(
            "from `{step}` on the customer goes round for ever: {loop}",
            "give one of these steps a way out, or `next: []` where the journey ends",
        ),
        Words(
            "à partir de `{step}`, le client tourne en rond\u202f: {loop}",
            "donnez une sortie à l’un de ces événements, ou `next: []` là où le parcours finit",
        ),
    ),
)
