"""What is said of Mermaid journeys."""

from __future__ import annotations

from parcours.bring.remark import Weight

_NOTE, _ASK, _LEFT = Weight.NOTE, Weight.ASK, Weight.LEFT

MERMAID = {
    "untitled": (
        _NOTE,
        ("this journey has no title: it is called `{title}`", "write `title …` under `journey`"),
        ("ce parcours n’a pas de titre : il s’appelle `{title}`", "écrivez `title …` sous `journey`"),
    ),
    "stages": (
        _NOTE,
        ("sections are proposed as stages, {count}: {names}", ""),
        ("les sections sont proposées comme étapes, {count} : {names}", ""),
    ),
    "no-section": (
        _ASK,
        ("these steps stand before any section, so a stage is proposed for them", "give it the name it deserves"),
        ("ces événements sont avant toute section : une étape est proposée pour eux", "donnez-lui son nom"),
    ),
    "no-task": (
        _LEFT,
        ("this journey has no task yet", ""),
        ("ce parcours n’a pas encore d’événement", ""),
    ),
    "task-inverted": (
        _NOTE,
        ("the fields stand in another order; read as `{action}`", "the order is: task: score: actors"),
        ("les champs sont dans un autre ordre ; lu comme `{action}`", "l’ordre est : événement : score : acteurs"),
    ),
    "task-colons": (
        _NOTE,
        ("`{action}` holds colons; the last two count here, though Mermaid cuts at the first", ""),
        ("`{action}` contient des deux-points ; les deux derniers comptent, Mermaid coupe au premier", ""),
    ),
    "task-bare": (
        _NOTE,
        (
            "no score and nobody who acts: all of it is read as what is done",
            "the curve has a gap here: absent is not zero",
        ),
        ("ni score ni acteur : tout est lu comme l’action", "la courbe a un trou ici : absent n’est pas zéro"),
    ),
    "task-no-score": (
        _NOTE,
        ("`{action}` has no score", "the curve has a gap here: absent is not zero"),
        ("`{action}` n’a pas de score", "la courbe a un trou ici : absent n’est pas zéro"),
    ),
    "tutorial": (
        _ASK,
        ("`{action}` is the example of Mermaid's own documentation", "is it yours? else delete it"),
        ("`{action}` est l’exemple de la documentation de Mermaid", "est-ce le vôtre ? sinon, supprimez-le"),
    ),
    "comment": (
        _NOTE,
        ("a comment: kept in the body", ""),
        ("un commentaire : gardé dans le corps de la page", ""),
    ),
    "left": (
        _LEFT,
        ("this is kept in the body as it is", ""),
        ("ceci est gardé tel quel dans le corps de la page", ""),
    ),
    "nested": (
        _NOTE,
        ("this diagram stands inside another fence, as an example: not read", ""),
        ("ce diagramme est dans un autre bloc, en exemple : il n’est pas lu", ""),
    ),
    "unclosed": (
        _NOTE,
        ("this fence is never closed: read to the end", "close it with the marks it began with"),
        ("ce bloc n’est jamais fermé : lu jusqu’au bout", "fermez-le avec les signes du début"),
    ),
    "actor-persona": (
        _ASK,
        (
            "`{name}` is taken for a persona: personas/{id}.md is proposed",
            "a role or a segment is nobody yet: say who they are, or take it out",
        ),
        (
            "`{name}` est pris pour un persona : personas/{id}.md est proposé",
            "un rôle ou un segment n’est encore personne : dites qui, ou retirez-le",
        ),
    ),
    "persona-known": (
        _NOTE,
        ("`{name}` is the persona `{id}`", ""),
        ("`{name}` est le persona `{id}`", ""),
    ),
    "actor-team": (
        _ASK,
        ("`{name}` is taken for a team", "where it is a person who lives the journey, make it a persona"),
        ("`{name}` est pris pour une équipe", "si c’est une personne qui vit le parcours, faites-en un persona"),
    ),
    "actor-system": (
        _ASK,
        ("`{name}` is taken for a system", "where it is a person who lives the journey, make it a persona"),
        ("`{name}` est pris pour un système", "si c’est une personne qui vit le parcours, faites-en un persona"),
    ),
    "actor-person": (
        _ASK,
        ("`{name}` is taken for a person who acts here; no persona is proposed", "one who lives the journey is one"),
        (
            "`{name}` est pris pour une personne qui agit ici ; aucun persona n’est proposé",
            "qui vit le parcours en est un",
        ),
    ),
    "scale": (
        _ASK,
        ("with `{written}` among them, scores are read on a scale of {scale}", "is it another? say so: --scale 1..7"),
        ("avec `{written}` parmi eux, les scores sont lus de {scale}", "est-ce une autre échelle ? --scale 1..7"),
    ),
    "no-scale": (
        _ASK,
        ("with `{written}` among them, scores fit no usual scale: all are kept as text", "say which: --scale 0..1000"),
        ("avec `{written}`, aucune échelle usuelle ne convient : gardés en texte", "précisez-la : --scale 0..1000"),
    ),
    "constant": (
        _ASK,
        ("all {count} scores are {written}: a flat line", "does every step feel the same?"),
        ("les {count} scores valent tous {written} : une ligne plate", "tout se vit-il vraiment de même ?"),
    ),
    "score-unread": (
        _LEFT,
        ("`{written}` is no score: kept as the word for the feeling", "a number from 1 (very bad) to 5 (very good)"),
        (
            "`{written}` n’est pas un score : gardé comme mot du ressenti",
            "un nombre de 1 (très mauvais) à 5 (très bon)",
        ),
    ),
    "score-range": (
        _NOTE,
        ("`{written}` is read as its middle, {score}", ""),
        ("`{written}` est lu par son milieu, {score}", ""),
    ),
    "score-share": (
        _NOTE,
        ("`{written}` is {score} on this site's scale", ""),
        ("`{written}` vaut {score} sur l’échelle du site", ""),
    ),
    "score-emoji": (
        _ASK,
        ("`{written}` is taken for {score}", ""),
        ("`{written}` est pris pour {score}", ""),
    ),
    "score-rounded": (
        _NOTE,
        ("`{written}` is {score} on this site's scale, to the nearest half", ""),
        ("`{written}` vaut {score} sur l’échelle du site, au demi-point", ""),
    ),
    "score-number": (
        _NOTE,
        ("`{written}` is read as {score}", ""),
        ("`{written}` est lu comme {score}", ""),
    ),
}
