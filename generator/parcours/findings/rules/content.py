"""Rules about what stands on a page: diagrams, templates."""

from __future__ import annotations

from parcours.findings.finding import Severity
from parcours.findings.rules.rule import Rule, Words

RULES: tuple[Rule, ...] = (
    Rule(
        "P401",
        "content/diagram-not-drawn",
        Severity.WARNING,
        Words("this Mermaid diagram cannot be drawn: {reason}", "the page shows its source instead"),
        Words("ce diagramme Mermaid ne peut pas être dessiné : {reason}", "la page montre sa source à la place"),
    ),
    Rule(
        "P402",
        "content/no-drawing",
        Severity.WARNING,
        Words(
            "diagrams cannot be drawn on this machine, so pages show their source",
            "install the Python package mermaid-render, or set `diagrams: source` in parcours.yml",
        ),
        Words(
            "les diagrammes ne peuvent pas être dessinés sur cette machine : les pages montrent leur source",
            "installez le paquet Python mermaid-render, ou mettez `diagrams: source` dans parcours.yml",
        ),
    ),
    Rule(
        "P403",
        "content/template-fault",
        Severity.ERROR,
        Words("the theme's template has a mistake: {reason}", "correct it, or delete the file to use the shipped one"),
        Words(
            "le gabarit du thème contient une erreur : {reason}",
            "corrigez-le, ou supprimez-le pour retrouver celui d’origine",
        ),
    ),
    Rule(
        "P405",
        "content/faint-colour",
        Severity.WARNING,
        Words(
            "`{value}` cannot be read on `{ground}`, the theme's paper: a contrast of {ratio}, where texts need 4.5",
            "until you choose another, the site uses the nearest shade that can be read",
            "write `{suggestion}`, the nearest shade that can be read",
        ),
        Words(
            "`{value}` ne se lit pas sur `{ground}`, le papier du thème : un contraste de {ratio}, quand il faut 4.5",
            "tant que vous n’en choisissez pas une autre, le site prend la nuance la plus proche qui se lit",
            "écrivez `{suggestion}`, la nuance la plus proche qui se lit",
        ),
    ),
    Rule(
        "P404",
        "content/unknown-theme",
        Severity.ERROR,
        Words("there is no theme `{name}`", "the themes here: {known}", "did you mean `{suggestion}`?"),
        Words("il n’y a pas de thème `{name}`", "les thèmes présents : {known}", "vouliez-vous dire `{suggestion}` ?"),
    ),
)
