"""What ``parcours import`` says besides its remarks, in English and French."""

from __future__ import annotations

WORDS = {
    "en": {
        "unreadable": "{path} could not be read: {reason}.",
        "too_large": "{path} has {size}, more than a text of {limit} can be.",
        "scale": "`{written}` is no scale: write it as 1..10, the worst first.",
        "would": "{count} would be written below {folder}. To write: the same command with --write",
        "one": "1 file",
        "many": "{count} files",
        "nothing": "Nothing would be written.",
        "written": "{path} written",
        "there": "{path} is there already and stays as it is.",
        "failed": "{path} could not be written: {reason}.",
        "errors": "parcours check will find {count} in what is written: best look there first.",
        "next": "To see it while you write: parcours serve{where}",
    },
    "fr": {
        "unreadable": "{path} n’a pas pu être lu : {reason}.",
        "too_large": "{path} fait {size} : plus que les {limit} qu’un texte peut avoir.",
        "scale": "`{written}` n’est pas une échelle : écrivez-la comme 1..10, le pire d’abord.",
        "would": "{count} à écrire sous {folder}. Pour écrire : la même commande avec --write",
        "one": "1 fichier",
        "many": "{count} fichiers",
        "nothing": "Rien ne serait écrit.",
        "written": "{path} est écrit",
        "there": "{path} existe déjà et reste tel quel.",
        "failed": "{path} n’a pas pu être écrit : {reason}.",
        "errors": "parcours check trouvera {count} dans ce qui est écrit : regardez-y d’abord.",
        "next": "Pour le voir pendant que vous écrivez : parcours serve{where}",
    },
}


def say(key: str, language: str, **values: object) -> str:
    """A message in the language; English for any other."""
    return WORDS.get(language, WORDS["en"])[key].format(**values)
