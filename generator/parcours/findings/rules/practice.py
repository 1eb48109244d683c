"""Rules about what a company does with its maps: asking, measuring, improving. All are advice."""

from __future__ import annotations

from parcours.findings.finding import Severity
from parcours.findings.rules.rule import Rule, Words


def _advice(code: str, name: str, en: tuple[str, str], fr: tuple[str, str]) -> Rule:
    return Rule(code, f"map/{name}", Severity.ADVICE, Words(*en), Words(*fr))


RULES: tuple[Rule, ...] = (
    _advice(
        "P641",
        "over-asked",
        (
            "`{persona}` is asked {count} times within {period}; the limit is {limit}",
            "ask less often, or merge surveys ({surveys}); the limit is `listening` in parcours.yml",
        ),
        (
            "`{persona}` est interrogé {count} fois ({period})\u202f; la limite est de {limit}",
            "interrogez moins, ou réunissez des enquêtes ({surveys})\u202f; voir `listening` dans parcours.yml",
        ),
    ),
    _advice(
        "P642",
        "asked-twice",
        (
            "`{survey}` asks for {indicator} at the touchpoint `{touchpoint}`, and so does `{other}`",
            "keep one of the two, or let them ask different things",
        ),
        (
            "`{survey}` demande {indicator} au point de contact `{touchpoint}`, et `{other}` aussi",
            "gardez l’une des deux, ou faites-leur demander des choses différentes",
        ),
    ),
    _advice(
        "P643",
        "off-channel-survey",
        (
            "`{survey}` asks on the channel `{channel}`, which `{step}` does not use",
            "ask where the customer is ({channels}), or move the survey to the step that uses this channel",
        ),
        (
            "`{survey}` interroge par le canal `{channel}`, que `{step}` n’emprunte pas",
            "interrogez là où est le client ({channels}), ou déplacez l’enquête à l’événement qui emprunte ce canal",
        ),
    ),
    _advice(
        "P644",
        "unasked-moment",
        (
            "`{step}` is a moment of truth, but no customer is asked about it",
            "add a `survey:` to the step, with its channel, indicators and recurrence",
        ),
        (
            "`{step}` est un moment de vérité, mais aucun client n’est interrogé à son sujet",
            "ajoutez une enquête (`survey:`) à l’événement, avec son canal, ses indicateurs et sa récurrence",
        ),
    ),
    _advice(
        "P645",
        "old-figure",
        (
            "`{metric}` was last measured on {date}",
            "measure it again; how long a figure holds ({after}) is `measures.stale_after` in parcours.yml",
        ),
        (
            "`{metric}` a été mesuré pour la dernière fois le {date}",
            "mesurez à nouveau\u202f; un chiffre vaut ce que dit `measures.stale_after` dans parcours.yml ({after})",
        ),
    ),
    _advice(
        "P646",
        "missed-target",
        (
            "`{metric}` is {value}, and the target is {target}",
            "name what would move it in the `opportunities:` of the step, or aim at what can be reached",
        ),
        (
            "`{metric}` est à {value}, et la cible est {target}",
            "dites dans les `opportunities:` de l’événement ce qui l’améliorerait, ou visez ce qui peut être atteint",
        ),
    ),
    _advice(
        "P647",
        "small-sample",
        (
            "`{metric}` rests on {sample} answers",
            "ask more customers before you decide on it; the least is {least}, `measures.smallest_sample`",
        ),
        (
            "`{metric}` repose sur {sample} réponses",
            "interrogez plus de clients avant de trancher\u202f; le minimum est {least}, `measures.smallest_sample`",
        ),
    ),
    _advice(
        "P648",
        "twin-opportunities",
        (
            "`{title}` and `{other}` may be one opportunity",
            "if they are, give both the same `id:`; if not, tell them apart in their titles",
        ),
        (
            "`{title}` et `{other}` pourraient être une seule opportunité",
            "si c’est le cas, donnez aux deux le même `id:`\u202f; sinon, distinguez-les par leur titre",
        ),
    ),
)
