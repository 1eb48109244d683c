"""The words an import itself writes into pages, in the language of the site."""

from __future__ import annotations

WRITTEN = {
    "en": {
        "assumption": "Imported from {file}: an assumption until a source is linked",
        "left": "Not understood in {file}",
        "comments": "Comments in {file}",
        "around": "Around it in {file}",
        "above": "Above the table in {file}",
        "stage": "Stage {number}",
        "column": "Lane {number}",
        "journey": "Journey",
        "pictures": "Pictures",
    },
    "fr": {
        "assumption": "Importé de {file} : une hypothèse tant qu’aucune source n’est liée",
        "left": "Incompris dans {file}",
        "comments": "Commentaires de {file}",
        "around": "Autour, dans {file}",
        "above": "Au-dessus du tableau dans {file}",
        "stage": "Étape {number}",
        "column": "Couloir {number}",
        "journey": "Parcours",
        "pictures": "Images",
    },
}


def written(key: str, language: str, **values: object) -> str:
    """A text for a page in the language; English for any other."""
    return WRITTEN.get(language, WRITTEN["en"])[key].format(**values)
