"""What the commands say, in English and French."""

from __future__ import annotations

WORDS = {
    "en": {
        "not_ours": "{path} holds files that parcours did not make, so it is left alone.\n"
        "Empty it yourself, or choose another folder with --output.",
        "no_project": "There is no content folder in {path}.\n"
        "Run `parcours new my-maps` to start a project, or go to the folder that holds content/.",
        "built": "{pages} pages ({journeys} journeys, {personas} personas), {files} files in {time} → {path}",
        "disk": "The site could not be written: {reason}. The previous one is as it was.",
        "clean": "{pages} pages checked, nothing to say.",
        "building": "Building",
    },
    "fr": {
        "not_ours": "{path} contient des fichiers que parcours n’a pas faits : on n’y touche pas.\n"
        "Videz-le vous-même, ou choisissez un autre dossier avec --output.",
        "no_project": "Il n’y a pas de dossier content dans {path}.\n"
        "Lancez `parcours new mes-cartes` pour commencer un projet, ou placez-vous dans le dossier "
        "qui contient content/.",
        "built": "{pages} pages ({journeys} parcours, {personas} personas), {files} fichiers en {time} → {path}",
        "disk": "Le site n’a pas pu être écrit : {reason}. Le précédent est intact.",
        "clean": "{pages} pages vérifiées, rien à signaler.",
        "building": "Construction",
    },
}


def say(key: str, language: str, **values: object) -> str:
    """A text in a language (``en`` where it is another)."""
    return WORDS.get(language, WORDS["en"])[key].format(**values)
