"""What is said of our own exports that come back."""

from __future__ import annotations

from parcours.bring.remark import Weight

_NOTE, _ASK, _LEFT, _REFUSED = Weight.NOTE, Weight.ASK, Weight.LEFT, Weight.REFUSED


def _lost(en: str, fr: str) -> tuple[Weight, tuple[str, str], tuple[str, str]]:
    return (
        _NOTE,
        (f"an export like this does not hold {en}", "the folder of the project does: git is where it is kept"),
        (f"un tel export ne contient pas {fr}", "le dossier du projet, si\u202f: c’est dans git qu’on le garde"),
    )


OWN = {
    "own-read": (
        _NOTE,
        ("this is an export of ours: {count} pages are as they were", ""),
        ("c’est un de nos exports\u202f: {count} pages sont comme elles étaient", ""),
    ),
    "own-broken": (
        _REFUSED,
        ("this looks like an export of ours, and is broken: {reason}", "export it again"),
        ("ceci ressemble à un de nos exports, mais il est abîmé\u202f: {reason}", "refaites l’export"),
    ),
    "own-none": (
        _REFUSED,
        ("this is no atlas.json of ours", "personas in JSON are read with --as persona"),
        ("ceci n’est pas un atlas.json de chez nous", "des personas en JSON se lisent avec --as persona"),
    ),
    "own-version": (
        _REFUSED,
        ("this export is of version {version}, which this program does not know", "update Parcours"),
        ("cet export est de la version {version}, que ce programme ne connaît pas", "mettez Parcours à jour"),
    ),
    "own-no-journey": (
        _LEFT,
        ("this leads to the journey `{id}`, which is not here: left out", "bring that journey too"),
        ("ceci mène au parcours `{id}`, qui n’est pas là\u202f: laissé de côté", "apportez aussi ce parcours"),
    ),
    "own-edit": (
        _NOTE,
        ("`{field}` of `{step}` was changed since, and now says: {words}", ""),
        ("`{field}` de `{step}` a changé depuis et dit\u202f: {words}", ""),
    ),
    "own-edit-left": (
        _LEFT,
        ("`{field}` of `{step}` was changed to this, and is as it was before: {words}", "change it in the page"),
        ("`{field}` de `{step}` a été changé ainsi, mais reste comme avant\u202f: {words}", "changez-le dans la page"),
    ),
    "own-new-step": (
        _NOTE,
        ("this step is new: `{action}`", ""),
        ("cet événement est nouveau\u202f: `{action}`", ""),
    ),
    "own-picture": (
        _LEFT,
        (
            "the picture {src} ({alt}) is not here",
            "put the export beside content/assets/ or bring it from the site's folder",
        ),
        (
            "l’image {src} ({alt}) n’est pas là",
            "posez l’export à côté de content/assets/, ou prenez celui du dossier du site",
        ),
    ),
    "own-lost-json": _lost(
        "the settings (parcours.yml), the words of the home page, and pictures, of which it has the paths",
        "les réglages (parcours.yml), les mots de l’accueil, ni les images, dont il a les chemins",
    ),
    "own-lost-xlsx": _lost(
        "the pages of personas, channels and other things (only their names), the settings, and pictures",
        "les pages des personas, canaux et autres (seulement leurs noms), les réglages, ni les images",
    ),
    "own-lost-markdown": _lost(
        "the pages of personas, channels and other things (only their names), the settings, and pictures",
        "les pages des personas, canaux et autres (seulement leurs noms), les réglages, ni les images",
    ),
    "own-lost-csv": _lost(
        "what has no step (journeys, and stages at the end of one), the pages of personas, channels and other things "
        "(only their names), the settings, and pictures",
        "ce qui n’a pas d’événement (des parcours, des étapes à leur fin), les pages des personas, canaux et autres "
        "(seulement leurs noms), les réglages, ni les images",
    ),
    "own-lost-mermaid": _lost(
        "more of a journey than title, scenario, personas, stages, steps, and one score for each persona",
        "d’un parcours plus que titre, scénario, personas, étapes, événements, et un score par persona",
    ),
}
