"""Rules about things that exist once they are named: slips of the hand, and words that disagree."""

from __future__ import annotations

from parcours.findings.finding import Severity
from parcours.findings.rules.rule import Rule, Words

NARROW = "\u202f"


def _slip(code: str, name: str, en: str, fr: str, folder: str) -> Rule:
    own = f" If it really is another, describe it in content/{folder}/{{slug}}.md" if folder else ""
    propre = f" Si c’en est un autre, décrivez-le dans content/{folder}/{{slug}}.md" if folder else ""
    return Rule(
        code,
        f"refs/unknown-{name}",
        Severity.WARNING,
        Words(
            f"the {en} `{{id}}` is named nowhere else, and looks like `{{suggestion}}`",
            "",
            f"did you mean `{{suggestion}}`?{own}",
        ),
        Words(
            f"`{{id}}` ({fr}) n’apparaît nulle part ailleurs, et ressemble à `{{suggestion}}`",
            "",
            f"vouliez-vous dire `{{suggestion}}`{NARROW}?{propre}",
        ),
    )


RULES: tuple[Rule, ...] = (
    _slip("P321", "channel", "channel", "canal", "channels"),
    _slip("P322", "touchpoint", "touchpoint", "point de contact", "touchpoints"),
    _slip("P323", "segment", "segment", "segment", "segments"),
    _slip("P324", "evidence", "evidence", "preuve", "evidence"),
    _slip("P325", "survey", "survey", "enquête", "surveys"),
    _slip("P326", "opportunity", "opportunity", "opportunité", "opportunities"),
    _slip("P327", "owner", "owner", "responsable", ""),
    _slip("P328", "tag", "tag", "mot-clé", ""),
    Rule(
        "P331",
        "refs/disagreement",
        Severity.WARNING,
        Words(
            "`{name}` is said to have `{key}: {value}` here, and `{key}: {other}` elsewhere",
            "say it in one place only, or make both say the same",
        ),
        Words(
            "`{name}` a ici `{key}: {value}`, et ailleurs `{key}: {other}`",
            "dites-le à un seul endroit, ou mettez les deux d’accord",
        ),
    ),
)
