"""Rules about prose: the Markdown under the front matter."""

from __future__ import annotations

from parcours.findings.finding import Severity
from parcours.findings.rules.rule import Rule, Words

RULES: tuple[Rule, ...] = (
    Rule(
        "P501",
        "prose/image-without-alt",
        Severity.ADVICE,
        Words(
            "the picture `{target}` has no words for those who cannot see it",
            "say between the square brackets what it shows: ![a queue at the counter](…)",
        ),
        Words(
            "l’image `{target}` ne dit rien à qui ne la voit pas",
            "dites entre les crochets ce qu’elle montre\u202f: ![une file d’attente au guichet](…)",
        ),
    ),
    Rule(
        "P502",
        "prose/refused-address",
        Severity.WARNING,
        Words(
            "`{target}` is no address a page may hold, so nothing is linked here",
            "an address is a path such as ../personas/claire.md, or begins with https:, http:, mailto: or tel:",
        ),
        Words(
            "`{target}` n’est pas une adresse qu’une page peut contenir\u202f: il n’y a pas de lien ici",
            "une adresse est un chemin, comme ../personas/claire.md, ou commence par https:, http:, mailto: ou tel:",
        ),
    ),
    Rule(
        "P503",
        "prose/unclosed-fence",
        Severity.WARNING,
        Words(
            "this block of code is never closed, so everything after it is shown as code",
            "close it with `{marker}` on a line of its own",
        ),
        Words(
            "ce bloc de code n’est jamais refermé\u202f: tout ce qui suit est montré comme du code",
            "refermez-le par `{marker}` sur une ligne à part",
        ),
    ),
    Rule(
        "P504",
        "prose/too-deep",
        Severity.WARNING,
        Words(
            "this text is nested too deeply to be laid out, so it is shown as it is written",
            "look for a long run of brackets, quotation marks, list marks or tags that are never closed",
        ),
        Words(
            "ce texte est imbriqué trop profondément pour être mis en forme\u202f: il est montré tel qu’il est écrit",
            "cherchez une longue suite de crochets, de citations, de puces ou de balises jamais refermées",
        ),
    ),
)
