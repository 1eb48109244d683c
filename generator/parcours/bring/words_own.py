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
    "own-lost-pages": _lost(
        "the pages of personas, channels and other things, only their names",
        "les pages des personas, canaux et autres, seulement leurs noms",
    ),
    "own-lost-last-stages": _lost(
        "journeys without steps, and stages without steps at the end of a journey",
        "les parcours sans événement, ni les étapes sans événement à la fin d’un parcours",
    ),
    "own-lost-all-but-scores": _lost(
        "more of a journey than its title, scenario, personas, stages, steps and scores, one for each persona",
        "d’un parcours plus que son titre, son scénario, ses personas, étapes, événements et scores, un par persona",
    ),
    "own-lost-settings": _lost("the settings (parcours.yml)", "les réglages (parcours.yml)"),
    "own-lost-home": _lost("the words of the home page", "les mots de la page d’accueil"),
    "own-lost-files": _lost(
        "pictures and videos themselves, only their paths: copy content/assets/ along",
        "les images et vidéos elles-mêmes, seulement leurs chemins\u202f: copiez aussi content/assets/",
    ),
}
