"""How somebody wrote that a step feels good or bad, and what that is on the scale of the site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from parcours.bring.draft import Plain
from parcours.model.settings import Scale

FIVE = Scale()
EMOJI: Mapping[str, float] = {
    face: score
    for score, faces in {
        1.0: "😡 🤬 😭 😱 😠 😫 😖 🤮 💀 👿 💔",
        1.5: "😤 😩 😢 😰 😨 ⛈ 🌩",
        2.0: "😟 😞 😕 🙁 ☹ 😣 😥 😒 🙄 😦 😧 😓 👎 🌧",
        2.5: "😬 🤔 🥱 😪 😴",
        3.0: "😐 😑 😶 🙂‍↕️ 🤷 😌 ⛅ ➖",
        4.0: "🙂 ☺ 😊 😉 😏 😀 🙃 👍 🌤 ✅",
        4.5: "😃 😄 😁 😎 🤗 😺",
        5.0: "😍 🤩 🥰 🎉 🥳 😆 😂 🤣 ❤ 💖 💯 😻 ☀ 🌟",
    }.items()
    for face in faces.split()
}
"""What faces and signs stand for, from 1 (very bad) to 5 (very good)."""

Form = Literal["number", "range", "share", "emoji"]
_NUMBER = r"[-+]?\d+(?:[.,]\d+)?"
_PLAIN = re.compile(rf"({_NUMBER})(?:\s*\([^()]*\))?")
_RANGE = re.compile(rf"({_NUMBER})\s*(?:-|–|—|~|\.\.\.?|…|to|à|a|bis)\s*(\+?\d+(?:[.,]\d+)?)")
_SHARE = re.compile(rf"({_NUMBER})\s*(?:/|of|out of|sur|von|de|di|su)\s*(\d+(?:[.,]\d+)?)")
_PERCENT = re.compile(rf"({_NUMBER})\s*[%％]")
_STARS = re.compile(r"([★⭐🌟]+)([☆✩]*)")
_SELECTORS = "\ufe0e\ufe0f\u200d"


@dataclass(frozen=True, slots=True)
class Score:
    """A score as it was written. ``scale`` is its own, where how it is written tells; else it must be guessed."""

    written: str
    form: Form
    value: float
    scale: Scale | None = None


def read_score(text: str) -> Score | None:
    """The score a text stands for: a number, ``2-3``, ``4/5``, ``80 %``, stars, a face; None for anything else."""
    text = text.strip()
    if found := _PLAIN.fullmatch(text):
        return Score(text, "number", _number(found[1]))
    if found := _SHARE.fullmatch(text):
        return _share(text, _number(found[1]), _number(found[2]))
    if found := _PERCENT.fullmatch(text):
        return _share(text, _number(found[1]), 100)
    if found := _RANGE.fullmatch(text):
        return Score(text, "range", (_number(found[1]) + _number(found[2])) / 2)
    if found := _STARS.fullmatch(text.translate(dict.fromkeys(map(ord, _SELECTORS)))):
        return _share(text, len(found[1]), max(5, len(found[1]) + len(found[2])))
    return _face(text)


def _share(text: str, value: float, whole: float) -> Score | None:
    if whole <= 1 or not 0 <= value <= whole:
        return None
    return Score(text, "share", value, Scale(worst=1 if value >= 1 and whole <= 10 else 0, best=whole))


def _face(text: str) -> Score | None:
    bare = text.translate(dict.fromkeys([ord(c) for c in _SELECTORS] + list(range(0x1F3FB, 0x1F400))))
    known = {face.translate(dict.fromkeys(map(ord, _SELECTORS))): score for face, score in EMOJI.items()}
    scores = [known[c] for c in bare if c in known]
    if not scores or any(c not in known and not c.isspace() for c in bare):
        return None
    return Score(text, "emoji", sum(scores) / len(scores), FIVE)


def _number(text: str) -> float:
    return float(text.replace(",", "."))


def guess_scale(scores: Iterable[Score]) -> Scale | None:
    """The scale scores without one of their own are on, by the largest and the smallest; None where none fits."""
    values = [score.value for score in scores if score.scale is None]
    if not values:
        return FIVE
    low, high = min(values), max(values)
    if low < 0:
        end = next((end for end in (2, 3, 5, 10, 100) if end >= max(-low, high)), None)
        return None if end is None else Scale(worst=-end, best=end)
    best = next((best for best in (5, 10, 100) if high <= best), None)
    return None if best is None else Scale(worst=0 if low < 1 or best == 100 else 1, best=best)


def placed(score: Score, guessed: Scale | None, site: Scale) -> tuple[float | None, bool]:
    """The score on the site's scale, a whole or a half, and whether it had to be rounded; None where nothing fits."""
    scale = score.scale or guessed
    if scale is None or not scale.worst <= score.value <= scale.best:
        return None, False
    exact = site.from_five(scale.on_five(score.value))
    kept = min(max(round(exact * 2) / 2, _half_up(site.worst)), _half_down(site.best))
    return (kept, abs(kept - exact) > 0.01) if site.holds(kept) else (None, False)


def _half_up(value: float) -> float:
    return -(-value * 2 // 1) / 2


def _half_down(value: float) -> float:
    return value * 2 // 1 / 2


def feeling(written: str, score: Score | None, value: float | None) -> Plain:
    """The feeling as front matter: a number where that is all that was written, else with what was written."""
    if score is None or value is None:
        return {"label": written}
    if score.form == "emoji":
        return {"score": value, "emoji": written}
    return value if f"{value:g}" == written else {"score": value, "label": written}
