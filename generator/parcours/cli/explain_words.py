"""What ``parcours explain`` says, in English and French."""

from __future__ import annotations

WORDS = {
    "en": {
        "unknown": "No rule and no page is called `{name}`. `parcours explain` lists the rules.",
        "near": "No rule and no page is called `{name}`. Did you mean `{suggestion}`?",
        "several": "`{name}` may be any of: {choices}.",
        "no_build": "No build of this project is remembered (.parcours/cache is empty), "
        "so there is nothing to compare.",
        "first_build": "The last build ({when}) is the first that is remembered, "
        "so there is nothing to compare it with.",
        "last": "Why the last build ({when}) made it another page than the one before ({before}):",
        "last_same": "The last build ({when}) left it as it was in the one before ({before}): "
        "neither its view nor its templates differ.",
        "last_born": "The last build ({when}) made it for the first time: "
        "in the one before ({before}) there was no such page.",
        "next": "Since the last build files have changed. Why the next one will make it another page:",
        "next_same": "Since the last build files have changed. The next one will leave this page as it is: "
        "neither its view nor its templates differ.",
        "next_born": "The next build will make it for the first time.",
        "gone": "There was no such page.",
        "templates_changed": "changed templates: {names}",
        "version_changed": "another Parcours: {was} → {now}",
        "head_changed": "another commit, and it tells of the past: {was} → {now}",
        "read": "it reads, of what changed,",
        "files_changed": "files that changed:",
        "ground": "What it is made from:",
        "files": "texts (and parcours.yml)",
        "templates": "templates",
        "of_theme_words": "the theme's words",
        "of_theme_diagrams": "whether diagrams are drawn (`diagrams` in parcours.yml)",
        "of_theme_tokens": "the theme's colours",
        "reads": "read of the project",
        "all": "all",
        "across": "figures across all maps",
        "quoted": "“{text}”",
        "more": "… and {count} more",
    },
    "fr": {
        "unknown": "Aucune règle ni page ne s’appelle `{name}`. `parcours explain` donne la liste des règles.",
        "near": "Aucune règle ni page ne s’appelle `{name}`. Vouliez-vous dire `{suggestion}`\u202f?",
        "several": "`{name}` peut désigner\u202f: {choices}.",
        "no_build": "Aucune construction de ce projet n’est en mémoire (.parcours/cache est vide)\u202f: "
        "il n’y a rien à comparer.",
        "first_build": "La dernière construction ({when}) est la première en mémoire\u202f: "
        "il n’y a rien à quoi la comparer.",
        "last": "Pourquoi la dernière construction ({when}) en a fait une autre page "
        "que la précédente ({before})\u202f:",
        "last_same": "La dernière construction ({when}) l’a laissée comme dans la précédente ({before})\u202f: "
        "ni sa vue ni ses gabarits ne diffèrent.",
        "last_born": "La dernière construction ({when}) l’a faite pour la première fois\u202f: "
        "dans la précédente ({before}), cette page n’existait pas.",
        "next": "Des fichiers ont changé depuis la dernière construction. "
        "Pourquoi la prochaine en fera une autre page\u202f:",
        "next_same": "Des fichiers ont changé depuis la dernière construction. La prochaine laissera cette page "
        "telle quelle\u202f: ni sa vue ni ses gabarits ne diffèrent.",
        "next_born": "La prochaine construction la fera pour la première fois.",
        "gone": "Cette page n’existait pas.",
        "templates_changed": "gabarits modifiés\u202f: {names}",
        "version_changed": "un autre Parcours\u202f: {was} → {now}",
        "head_changed": "un autre commit, et elle raconte le passé\u202f: {was} → {now}",
        "read": "elle lit, de ce qui a changé,",
        "files_changed": "fichiers modifiés\u202f:",
        "ground": "De quoi elle est faite\u202f:",
        "files": "textes (et parcours.yml)",
        "templates": "gabarits",
        "of_theme_words": "les mots du thème",
        "of_theme_diagrams": "si les diagrammes sont dessinés (`diagrams` dans parcours.yml)",
        "of_theme_tokens": "les couleurs du thème",
        "reads": "lu du projet",
        "all": "tout",
        "across": "des chiffres sur toutes les cartes",
        "quoted": "«\u202f{text}\u202f»",
        "more": "… et {count} de plus",
    },
}


def say(key: str, language: str, **values: object) -> str:
    """A text in a language (``en`` where it is another)."""
    return WORDS.get(language, WORDS["en"])[key].format(**values)
