"""Rules about shape: keys and values that the model does not know."""

from __future__ import annotations

from parcours.findings.finding import Severity
from parcours.findings.rules.rule import Rule, Words

RULES: tuple[Rule, ...] = (
    Rule(
        "shape/no-front-matter",
        Severity.WARNING,
        Words(
            "this {kind} has no front matter, so nothing is known about it but its name",
            "begin the file with a line `---`, then `key: value` lines, then another line `---`",
        ),
        Words(
            "ce fichier ({kind}) n’a pas d’en-tête : on n’en connaît que le nom",
            "commencez le fichier par une ligne `---`, puis des lignes `clé: valeur`, puis une autre ligne `---`",
        ),
    ),
    Rule(
        "shape/empty-file",
        Severity.WARNING,
        Words("this file is empty", "describe the {kind} in it, or delete it"),
        Words("ce fichier est vide", "décrivez-y ce qu’il doit contenir ({kind}), ou supprimez-le"),
    ),
    Rule(
        "shape/unknown-key",
        Severity.ERROR,
        Words(
            "`{key}` is not a key that can stand here", "the keys known here: {known}", "did you mean `{suggestion}`?"
        ),
        Words(
            "`{key}` n’est pas une clé connue à cet endroit",
            "les clés connues ici : {known}",
            "vouliez-vous dire `{suggestion}` ?",
        ),
    ),
    Rule(
        "shape/wrong-kind",
        Severity.ERROR,
        Words("`{key}` takes {expected}, but {found} stands here", "write {expected}"),
        Words("`{key}` attend {expected}, mais on trouve ici {found}", "écrivez {expected}"),
    ),
    Rule(
        "shape/not-a-choice",
        Severity.ERROR,
        Words("`{key}` cannot be `{value}`", "it is one of: {choices}", "did you mean `{suggestion}`?"),
        Words(
            "`{key}` ne peut pas valoir `{value}`", "c’est l’un de : {choices}", "vouliez-vous dire `{suggestion}` ?"
        ),
    ),
    Rule(
        "shape/out-of-range",
        Severity.ERROR,
        Words("`{key}` is {value}, which is off its scale", "it runs from {lowest} to {highest}"),
        Words("`{key}` vaut {value}, hors de son échelle", "elle va de {lowest} à {highest}"),
    ),
    Rule(
        "shape/bad-date",
        Severity.ERROR,
        Words("`{value}` is not a date", "write year-month-day, like 2026-09-01"),
        Words("`{value}` n’est pas une date", "écrivez année-mois-jour, comme 2026-09-01"),
    ),
    Rule(
        "shape/bad-share",
        Severity.ERROR,
        Words("`{value}` is not a share of customers", "write a percentage, like 20%"),
        Words("`{value}` n’est pas une part de clients", "écrivez un pourcentage, comme 20%"),
    ),
    Rule(
        "shape/bad-scale",
        Severity.ERROR,
        Words("`{value}` is not a scale", "write the lowest and the highest score, like 1..5 or -2..2"),
        Words("`{value}` n’est pas une échelle", "écrivez la note la plus basse et la plus haute, comme 1..5 ou -2..2"),
    ),
    Rule(
        "shape/missing-key",
        Severity.ERROR,
        Words("`{key}` is missing here", "add a line `{key}: …`"),
        Words("il manque `{key}` ici", "ajoutez une ligne `{key}: …`"),
    ),
    Rule(
        "shape/bad-column",
        Severity.ERROR,
        Words("this table of measures has no column `{column}`", "its first line names the columns: {known}"),
        Words("ce tableau de mesures n’a pas de colonne `{column}`", "sa première ligne nomme les colonnes : {known}"),
    ),
    Rule(
        "shape/bad-row",
        Severity.ERROR,
        Words(
            "this line has {found} cells, but the first line names {expected} columns", "check its commas and quotes"
        ),
        Words(
            "cette ligne a {found} cellules, mais la première ligne nomme {expected} colonnes",
            "vérifiez ses virgules et ses guillemets",
        ),
    ),
)
