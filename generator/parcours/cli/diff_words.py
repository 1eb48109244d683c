"""What ``parcours diff`` says beside the difference, in English and French."""

from __future__ import annotations

WORDS = {
    "en": {
        "unknown": "`{text}` is no journey of this project, no revision, branch or tag, and no folder.{close}",
        "unknown_revision": "`{text}` is no revision, branch or tag of this repository.{close}",
        "unknown_journey": "`{text}` is no journey of this project.{close}",
        "unknown_folder": "There is no folder {text}.",
        "no_content": "There is no content folder in {text}, so it is no project.",
        "close": " Did you mean `{close}`?",
        "no-git": "The program git is not installed, so revisions cannot be read. "
        "Folders and journeys can be compared.",
        "no-repository": "`{text}` is no journey of this project and no folder; and the project does not lie in a git "
        "repository, so it is no revision either.{close}",
        "no_content_at": "`{text}` holds no content folder, so there is no project to make a site of.",
        "no_revisions": "The project does not lie in a git repository, so `{text}` is no revision of it.",
        "unsafe": "git will not read this repository, as somebody else owns it:\n{words}",
        "slow": "git took too long to answer ({words}).",
        "failed": "git could not answer: {words}",
        "no_fork": "`{a}` and `{b}` have no commit in common.",
        "range_and_more": "`{text}` names both sides already.",
        "mixed": "A journey is compared with a journey. For one journey of a revision: "
        "parcours diff {other} --journey {journey}",
        "no_counterpart": "No future state answers `{text}`, and it answers none. Name what to compare it with:\n"
        "parcours diff {text} OTHER-JOURNEY, or parcours diff HEAD --journey {text}",
        "counterparts": "Several future states answer `{text}`: {known}. Name one: parcours diff {text} {first}",
        "not_there": "No journey `{text}` is on either side.{close}",
        "one_project": "There is no content folder in {path}, so `{text}` can only be a folder that holds one.",
        "unread_one": "One page of {side} could not be read whole; what is lost in it is not compared "
        "(`parcours check` tells).",
        "unread": "{count} pages of {side} could not be read whole; what is lost in them is not compared "
        "(`parcours check` tells).",
        "disk": "{path} could not be written: {reason}.",
        "working_tree": "the working tree",
        "made": "{path} written.",
    },
    "fr": {
        "unknown": "`{text}` n’est ni un parcours de ce projet, ni une révision, ni une branche, ni une étiquette git, "
        "ni un dossier.{close}",
        "unknown_revision": "`{text}` n’est ni une révision, ni une branche, ni une étiquette de ce dépôt.{close}",
        "unknown_journey": "`{text}` n’est pas un parcours de ce projet.{close}",
        "unknown_folder": "Il n’y a pas de dossier {text}.",
        "no_content": "Il n’y a pas de dossier content dans {text} : ce n’est pas un projet.",
        "close": " Vouliez-vous dire `{close}` ?",
        "no-git": "Le programme git n’est pas installé : les révisions ne peuvent pas être lues. "
        "Des dossiers et des parcours peuvent être comparés.",
        "no-repository": "`{text}` n’est ni un parcours de ce projet, ni un dossier ; et le projet n’est pas dans un "
        "dépôt git : ce n’est donc pas non plus une révision.{close}",
        "no_content_at": "`{text}` n’a pas de dossier content : il n’y a pas là de projet dont faire un site.",
        "no_revisions": "Le projet n’est pas dans un dépôt git : `{text}` n’en est donc pas une révision.",
        "unsafe": "git refuse de lire ce dépôt, qui appartient à quelqu’un d’autre :\n{words}",
        "slow": "git a mis trop de temps à répondre ({words}).",
        "failed": "git n’a pas pu répondre : {words}",
        "no_fork": "`{a}` et `{b}` n’ont aucun commit en commun.",
        "range_and_more": "`{text}` nomme déjà les deux côtés.",
        "mixed": "Un parcours se compare à un parcours. Pour un parcours d’une révision : "
        "parcours diff {other} --journey {journey}",
        "no_counterpart": "Aucun état futur ne répond à `{text}`, et il ne répond à aucun. Dites à quoi le comparer :\n"
        "parcours diff {text} AUTRE-PARCOURS, ou parcours diff HEAD --journey {text}",
        "counterparts": "Plusieurs états futurs répondent à `{text}` : {known}. Nommez-en un : "
        "parcours diff {text} {first}",
        "not_there": "Aucun côté n’a de parcours `{text}`.{close}",
        "one_project": "Il n’y a pas de dossier content dans {path} : `{text}` ne peut être qu’un dossier qui en "
        "contient un.",
        "unread_one": "Une page de {side} n’a pas pu être lue en entier ; ce qui s’y perd n’est pas comparé "
        "(`parcours check` le dit).",
        "unread": "{count} pages de {side} n’ont pas pu être lues en entier ; ce qui s’y perd n’est pas comparé "
        "(`parcours check` le dit).",
        "disk": "{path} n’a pas pu être écrit : {reason}.",
        "working_tree": "la copie de travail",
        "made": "{path} est écrit.",
    },
}


def say(key: str, language: str, **values: object) -> str:
    """A text in a language (``en`` where it is another)."""
    return WORDS.get(language, WORDS["en"])[key].format(**values)
