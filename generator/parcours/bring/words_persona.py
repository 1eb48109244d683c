"""What is said of persona pages."""

from __future__ import annotations

from parcours.bring.remark import Weight

_NOTE, _ASK, _LEFT, _REFUSED = Weight.NOTE, Weight.ASK, Weight.LEFT, Weight.REFUSED

PERSONA = {
    "persona-read": (
        _NOTE,
        (
            "`{name}` is read from these labels: {read}",
            "what stands under another is in the body, under its own heading",
        ),
        (
            "`{name}` est lu d’après ces rubriques\u202f: {read}",
            "ce qui est sous une autre est dans le corps de la page, sous son titre",
        ),
    ),
    "persona-named": (
        _NOTE,
        ("`{heading}` is the persona `{name}`", ""),
        ("`{heading}` est le persona `{name}`", ""),
    ),
    "persona-nameless": (
        _ASK,
        ("this persona has no name: it is called `{name}`", "a role or a situation is a good name too"),
        ("ce persona n’a pas de nom\u202f: il s’appelle `{name}`", "un rôle ou une situation est un bon nom aussi"),
    ),
    "persona-own": (
        _NOTE,
        ("this is front matter of ours, taken over as it is: {keys}", ""),
        ("c’est notre propre en-tête, repris tel quel\u202f: {keys}", ""),
    ),
    "persona-prose": (
        _ASK,
        (
            "no label is known here, so all of it is prose about one persona",
            "labels are words such as Goals, Frustrations, Age: as headings, in bold, in a table",
        ),
        (
            "aucune rubrique n’est connue ici\u202f: tout est du texte sur un seul persona",
            "les rubriques sont des mots comme Objectifs, Irritants, Âge\u202f: en titre, en gras, dans un tableau",
        ),
    ),
    "persona-drawn": (
        _REFUSED,
        ("the personas are drawn elsewhere ({targets}), and only a link is here", "bring what they say as text"),
        (
            "les personas sont dessinés ailleurs ({targets}), il n’y a qu’un lien ici",
            "apportez ce qu’ils disent en texte",
        ),
    ),
    "persona-pdf": (
        _REFUSED,
        ("the personas are in a PDF ({targets}), and only a link is here", "copy its words into a text file"),
        ("les personas sont dans un PDF ({targets}), il n’y a qu’un lien ici", "copiez ses mots dans un fichier texte"),
    ),
    "persona-pictures": (
        _REFUSED,
        ("the personas are only pictures here ({targets}): there are no words to read", "type what they show"),
        ("les personas ne sont ici que des images ({targets})\u202f: aucun mot à lire", "écrivez ce qu’elles montrent"),
    ),
    "persona-none": (
        _REFUSED,
        ("nothing here reads as a persona", ""),
        ("rien ici ne se lit comme un persona", ""),
    ),
    "picture-far": (
        _ASK,
        ("this picture is on the web: {src} {alt}", "pages load nothing from there: save it below content/assets/"),
        (
            "cette image est sur le web\u202f: {src} {alt}",
            "les pages n’y chargent rien\u202f: enregistrez-la dans content/assets/",
        ),
    ),
    "picture-missing": (
        _LEFT,
        ("the picture {src} ({alt}) is not there", "copy it below content/assets/ and name it in `portrait:`"),
        ("l’image {src} ({alt}) n’est pas là", "copiez-la dans content/assets/ et nommez-la dans `portrait:`"),
    ),
    "picture-copied": (
        _NOTE,
        ("the picture {src} goes to content/{path}", ""),
        ("l’image {src} va dans content/{path}", ""),
    ),
    "words-left": (
        _LEFT,
        ("this stands in no page: {words}", ""),
        ("ceci n’est dans aucune page\u202f: {words}", ""),
    ),
}
