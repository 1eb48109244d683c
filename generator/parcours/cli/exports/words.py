"""What the exports say, in English and French."""

from __future__ import annotations

WORDS = {
    "en": {
        "no_journey": "There is no journey `{name}`.",
        "near": "There is no journey `{name}`. Did you mean `{suggestion}`?",
        "journeys": "Journeys: {known}.",
        "no_print_page": "There is no page of all maps to print: the settings say `print_page: false`, there is no "
        "journey, or there are more than sixty. One map:\n    parcours export map JOURNEY -o map.pdf",
        "no_map": "`{name}` has no stages yet, so there is no map to take away.",
        "there": "{path} is there already. Name it to replace it: -o {path}",
        "disk": "{path} could not be written: {reason}.",
        "format": "`{name}` says nothing of its format: name one with --format ({known}).",
        "no_playwright": "A PDF is made by Chromium, which is driven by Playwright. Install it:\n"
        "    pip install 'parcours[chromium]'\n"
        "SVG and PNG need neither.",
        "no_browser": "A PDF is made by a browser, and no Chromium, Chrome or Edge was found. Install one:\n"
        "    python -m playwright install chromium\n"
        "or with your system's packages, or name one: {variable}=/path/to/chrome\n"
        "SVG and PNG need none.",
        "browser_failed": "{browser} could not make it: {reason}",
        "no_office": "This needs {package}. Install it:\n    pip install 'parcours[office]'",
        "no_diagram": "`{name}` has no diagram `{diagram}`: it has too few steps, or no feelings.",
        "written": "{path} ({size})",
    },
    "fr": {
        "no_journey": "Il n’y a pas de parcours `{name}`.",
        "near": "Il n’y a pas de parcours `{name}`. Vouliez-vous dire `{suggestion}`\u202f?",
        "journeys": "Parcours\u202f: {known}.",
        "no_print_page": "Il n’y a pas de page de toutes les cartes à imprimer\u202f: les réglages disent "
        "`print_page: false`, il n’y a pas de parcours, ou plus de soixante. Une seule carte\u202f:\n"
        "    parcours export map PARCOURS -o carte.pdf",
        "no_map": "`{name}` n’a pas encore d’étapes\u202f: il n’y a pas de carte à emporter.",
        "there": "{path} existe déjà. Nommez-le pour le remplacer\u202f: -o {path}",
        "disk": "{path} n’a pas pu être écrit\u202f: {reason}.",
        "format": "`{name}` ne dit rien de son format\u202f: précisez-le avec --format ({known}).",
        "no_playwright": "Le PDF est fait par Chromium, que Playwright pilote. Installez-le\u202f:\n"
        "    pip install 'parcours[chromium]'\n"
        "SVG et PNG s’en passent.",
        "no_browser": "Le PDF est fait par un navigateur, et ni Chromium, ni Chrome, ni Edge n’a été trouvé. "
        "Installez-en un\u202f:\n"
        "    python -m playwright install chromium\n"
        "ou par les paquets de votre système, ou désignez-en un\u202f: {variable}=/chemin/vers/chrome\n"
        "SVG et PNG s’en passent.",
        "browser_failed": "{browser} n’y est pas parvenu\u202f: {reason}",
        "no_office": "Il faut {package}. Installez-le\u202f:\n    pip install 'parcours[office]'",
        "no_diagram": "`{name}` n’a pas de diagramme `{diagram}`\u202f: trop peu d’événements, ou aucun ressenti.",
        "written": "{path} ({size})",
    },
}


def say(key: str, language: str, **values: object) -> str:
    """A message in the language; English for any other."""
    return WORDS.get(language, WORDS["en"])[key].format(**values)
