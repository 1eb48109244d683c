"""What is said of an import, in English and French: a sentence, and what to do where there is something to do."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.bring.remark import Remark, Weight
from parcours.bring.words_mermaid import MERMAID
from parcours.bring.words_own import OWN
from parcours.bring.words_persona import PERSONA
from parcours.bring.words_table import TABLE


@dataclass(frozen=True, slots=True)
class Words:
    """A remark's weight and its words in both languages: the sentence, then the help, which may be empty."""

    weight: Weight
    en: tuple[str, str]
    fr: tuple[str, str]


_GENERAL = {
    "numbered": (
        Weight.NOTE,
        ("`{id}` is there already, so this goes to {path}", "it is never overwritten: bring the two together yourself"),
        ("`{id}` existe déjà : ceci va dans {path}", "rien n’est jamais écrasé : réunissez les deux vous-même"),
    ),
    "nothing": (
        Weight.REFUSED,
        ("nothing here reads as a journey or a persona", "name what it is with --as: {formats}"),
        ("rien ici ne se lit comme un parcours ni un persona", "dites ce que c’est avec --as : {formats}"),
    ),
    "encoding": (
        Weight.NOTE,
        ("this is not UTF-8, so it was read as {encoding}", "look at its accents; best save it as UTF-8"),
        ("ceci n’est pas de l’UTF-8 : lu comme du {encoding}", "vérifiez les accents ; le mieux est l’UTF-8"),
    ),
    "binary": (
        Weight.REFUSED,
        ("this is no text", "save it as Markdown, CSV or XLSX"),
        ("ceci n’est pas un texte", "enregistrez-le en Markdown, en CSV ou en XLSX"),
    ),
    "too-deep": (
        Weight.LEFT,
        ("lists and quotations go too deep here, so nothing inside them was read", ""),
        ("listes et citations vont trop profond ici : rien n’y a été lu", ""),
    ),
    "plain-body": (
        Weight.NOTE,
        (
            "what stands around it holds links or marks that mean nothing here, so it is kept in {path} as plain text",
            "",
        ),
        ("ce qui l’entoure a des liens ou des signes sans objet ici : c’est gardé dans {path} en texte brut", ""),
    ),
}

REMARKS = {key: Words(*entry) for key, entry in {**_GENERAL, **MERMAID, **PERSONA, **TABLE, **OWN}.items()}
"""Every remark by its key."""


def told(one: Remark, language: str) -> tuple[str, str]:
    """The sentence and the help of a remark, in the language; English for any other."""
    words = REMARKS[one.key]
    sentence, help_ = words.fr if language == "fr" else words.en
    values = dict(one.values)
    return sentence.format_map(values), help_.format_map(values)
