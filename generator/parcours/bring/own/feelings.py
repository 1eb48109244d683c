"""Scores that were changed in an export before it came back."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from parcours.bring.remark import Remark, remark
from parcours.source.text import Place

_SCORE = re.compile(r"[1-5](?:[.,][05]0?)?")


def felt_anew(step: dict[str, Any], scores: Mapping[str, str], place: Place) -> tuple[Remark, ...]:
    """Puts changed scores (1 to 5, halves) into a step's data, by the id of their persona; tells what is no score."""
    remarks: list[Remark] = []
    for persona, text in scores.items():
        told = {"step": step.get("id", ""), "field": f"feeling {persona}".strip(), "words": text or "–"}
        if text and not _SCORE.fullmatch(text.strip()):
            remarks.append(remark("own-edit-left", place, **told))
            continue
        feelings = [dict(one) for one in step.get("feelings", [])]
        own = [one for one in feelings if one.get("persona", "") == persona]
        rest = [one for one in feelings if one not in own]
        if text:
            kept = {key: value for one in own for key, value in one.items() if key in ("label", "emoji")}
            whose = {"persona": persona} if persona else {}
            rest.append({**whose, "score": float(text.replace(",", ".")), **kept})
        step["feelings"] = rest
        remarks.append(remark("own-edit", place, **told))
    return tuple(remarks)
