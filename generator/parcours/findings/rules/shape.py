"""Rules about shape: keys and values that the model does not know."""

from __future__ import annotations

from parcours.findings.finding import Severity
from parcours.findings.rules.rule import Rule, Words

RULES: tuple[Rule, ...] = (
    Rule(
        "P201",
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
        "P202",
        "shape/empty-file",
        Severity.WARNING,
        Words("this file is empty", "describe the {kind} in it, or delete it"),
        Words("ce fichier est vide", "décrivez-y ce qu’il doit contenir ({kind}), ou supprimez-le"),
    ),
    Rule(
        "P203",
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
        "P204",
        "shape/wrong-kind",
        Severity.ERROR,
        Words("`{key}` takes {expected}, not {found}", "write {expected}"),
        Words("`{key}` attend {expected}, et non {found}", "écrivez {expected}"),
    ),
    Rule(
        "P205",
        "shape/not-a-choice",
        Severity.ERROR,
        Words("`{key}` cannot be `{value}`", "it is one of: {choices}", "did you mean `{suggestion}`?"),
        Words(
            "`{key}` ne peut pas valoir `{value}`", "c’est l’un de : {choices}", "vouliez-vous dire `{suggestion}` ?"
        ),
    ),
    Rule(
        "P206",
        "shape/out-of-range",
        Severity.ERROR,
        Words("`{key}` is {value}, which is off its scale", "it runs from {lowest} to {highest}"),
        Words("`{key}` vaut {value}, hors de son échelle", "elle va de {lowest} à {highest}"),
    ),
    Rule(
        "P207",
        "shape/bad-date",
        Severity.ERROR,
        Words("`{value}` is not a date", "write year-month-day, like 2026-09-01", "write `{suggestion}`"),
        Words("`{value}` n’est pas une date", "écrivez année-mois-jour, comme 2026-09-01", "écrivez `{suggestion}`"),
    ),
    Rule(
        "P208",
        "shape/bad-share",
        Severity.ERROR,
        Words("`{value}` is not a share of customers", "write a percentage, like 20%"),
        Words("`{value}` n’est pas une part de clients", "écrivez un pourcentage, comme 20%"),
    ),
    Rule(
        "P209",
        "shape/bad-scale",
        Severity.ERROR,
        Words("`{value}` is not a scale", "write the lowest and the highest score, like 1..5 or -2..2"),
        Words("`{value}` n’est pas une échelle", "écrivez la note la plus basse et la plus haute, comme 1..5 ou -2..2"),
    ),
    Rule(
        "P210",
        "shape/missing-key",
        Severity.ERROR,
        Words("`{key}` is missing here", "add a line `{key}: …`"),
        Words("il manque `{key}` ici", "ajoutez une ligne `{key}: …`"),
    ),
    Rule(
        "P211",
        "shape/bad-column",
        Severity.ERROR,
        Words("this table of measures has no column `{column}`", "its first line names the columns: {known}"),
        Words("ce tableau de mesures n’a pas de colonne `{column}`", "sa première ligne nomme les colonnes : {known}"),
    ),
    Rule(
        "P212",
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
    Rule(
        "P213",
        "shape/bad-duration",
        Severity.ERROR,
        Words("`{value}` is not a length of time", "write a number and a unit, like 6 months, 2 weeks or 1 year"),
        Words("`{value}` n’est pas une durée", "écrivez un nombre et une unité, comme 6 mois, 2 semaines ou 1 an"),
    ),
    Rule(
        "P214",
        "shape/empty-value",
        Severity.ERROR,
        Words("nothing stands after `{key}:`", "write the {key}, or delete the line"),
        Words("il n’y a rien après `{key}:`", "écrivez la valeur, ou supprimez la ligne"),
    ),
    Rule(
        "P215",
        "shape/unnamed",
        Severity.WARNING,
        Words("this {kind} has no `{key}`", "add a line `{key}: …` so that the map can show it"),
        Words("cet élément ({kind}) n’a pas de `{key}`", "ajoutez une ligne `{key}: …` pour que la carte le montre"),
    ),
    Rule(
        "P216",
        "shape/unknown-rule",
        Severity.ERROR,
        Words("no rule is called `{name}`", "`parcours explain` lists the rules", "did you mean `{suggestion}`?"),
        Words(
            "aucune règle ne s’appelle `{name}`",
            "`parcours explain` donne la liste des règles",
            "vouliez-vous dire `{suggestion}`\u202f?",
        ),
    ),
    Rule(
        "P217",
        "shape/misplaced-key",
        Severity.ERROR,
        Words("`{key}` cannot stand here: it belongs to a {kind}", "look at how far this line is indented"),
        Words(
            "`{key}` ne peut pas être ici\u202f: c’est une clé d’un élément ({kind})", "voyez le retrait de cette ligne"
        ),
    ),
    Rule(
        "P219",
        "shape/bad-colour",
        Severity.ERROR,
        Words(
            "`{key}:` needs a colour", 'write six digits in quotes, like "#7a1f5c": without quotes, # begins a comment'
        ),
        Words(
            "`{key}:` attend une couleur",
            'écrivez six chiffres entre guillemets, comme "#7a1f5c" : sans guillemets, # commence un commentaire',
        ),
    ),
    Rule(
        "P218",
        "shape/unknown-column",
        Severity.ERROR,
        Words("`{name}` is not a column of a table of measures", "", "did you mean `{suggestion}`?"),
        Words("`{name}` n’est pas une colonne d’un tableau de mesures", "", "vouliez-vous dire `{suggestion}`\u202f?"),
    ),
)
