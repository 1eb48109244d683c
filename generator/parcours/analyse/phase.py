"""Phases: the usual purchase cycle, to which stages of any name are aligned so that maps can be read beside each other.

A stage says its phase (``phase: purchase``), or it is guessed from its name by the words below, and shown as guessed.
The first word of the name that is known decides; a stage none of whose words is known has no phase.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from parcours.link.atlas import LinkedStage
from parcours.model.journey import PHASES
from parcours.source.address import slug

__all__ = ["PHASES", "UNPLACED", "WORDS", "Phase", "phase_of"]

UNPLACED = ""
"""The phase of a stage that has none."""

WORDS: dict[str, str] = {
    "awareness": "aware- discover- enquir- inquir- need needs trigger- inspir- sensibilis- decouv- besoin- conscience "
    "declench- envie-",
    "consideration": "consider- compar- evaluat- research- search- choos- choice- shortlist- explor- inform- "
    "choix choisir evalu- recherch- renseign- reflexion-",
    "purchase": "purchas- buy buying order- pay paying payment- checkout decision- decid- book booking reserv- "
    "subscri- signing basket- achat- achet- command- paie- payer souscri- abonn- panier-",
    "service": "post-purchase after-sales post-achat apres-vente apres-achat install- deliver- onboard- use using "
    "usage service- support- repair- mainten- help- claim- complain- return returns returning setup receiv- warranty "
    "livr- utilis- assist- aide sav repar- entretien- reclam- retour- recevoir reception- garantie-",
    "loyalty": "loyal- renew- recommend- advoca- retention- referral- fidel- renouvel- recommand- parrain- ambassad- "
    "rachat-",
}
"""The words that place a stage, English and French, without accents; ``compar-`` is any word that begins so."""

_PHRASES = tuple((word, phase) for phase, words in WORDS.items() for word in words.split() if "-" in word[:-1])
_STEMS = tuple((word[:-1], phase) for phase, words in WORDS.items() for word in words.split() if word.endswith("-"))
_EXACT = {word: phase for phase, words in WORDS.items() for word in words.split() if "-" not in word}


class Phase(NamedTuple):
    """The phase of a stage (one of ``PHASES``, or empty), and whether it is only guessed."""

    key: str
    guessed: bool


def phase_of(stage: LinkedStage) -> Phase:
    """The phase a stage says it is in, else the one its name speaks of."""
    if stage.stage.phase is not None:
        return Phase(stage.stage.phase, guessed=False)
    return Phase(_guessed(stage.stage.name), guessed=True)


@lru_cache(maxsize=4096)
def _guessed(name: str) -> str:
    words = slug(name)
    phrase = next((phase for phrase, phase in _PHRASES if phrase in words), "")
    return phrase or next((phase for word in words.split("-") if (phase := _of_word(word))), UNPLACED)


def _of_word(word: str) -> str:
    return _EXACT.get(word) or next((phase for stem, phase in _STEMS if word.startswith(stem)), "")
