"""What was changed in an export before it came back: applied where a field can hold it, told where none can."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from parcours.analyse.carried import seen
from parcours.bring.remark import Remark, remark
from parcours.source.text import Place

TEXTS = frozenset({"action", "description", "device", "duration", "motivation", "expects", "thinking"})
LISTS = frozenset({"pain_points", "frontstage", "backstage", "support", "physical_evidence", "assumptions"})
FIGURES = frozenset({"satisfaction", "engagement"})
COUNTED = frozenset({"number", "feeling", "stage", "journey", "record", "id"})
"""Cells that say where a step is, or what is computed: they are read elsewhere, or not at all."""
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")


def edited(
    step: dict[str, Any],
    cells: Mapping[str, str],
    shown: Mapping[str, str],
    place: Place,
    apart: str = ";",
    *,
    everything: bool = False,
) -> tuple[Remark, ...]:
    """Applies to a step's data what its cells show differently than they did; tells what no field can hold.

    ``apart`` is what parts the items of a list in a cell. ``everything`` says that all cells are known to differ.
    """
    remarks: list[Remark] = []
    for key, text in cells.items():
        if key in COUNTED or (not everything and seen(text) == shown.get(key, "")):
            continue
        words = text.strip().removeprefix("'")
        name = str(step.get("id") or step.get("action") or "")
        if key in TEXTS:
            step[key] = " ".join(words.split())
        elif key in LISTS:
            step[key] = [one.strip() for one in words.split(apart) if one.strip()]
        elif key in FIGURES and (not words or _NUMBER.fullmatch(words)):
            step[key] = float(words.replace(",", ".")) if words else None
        else:
            remarks.append(remark("own-edit-left", place, step=name, field=key, words=words or "–"))
            continue
        remarks.append(remark("own-edit", place, step=name, field=key, words=words or "–"))
    return tuple(remarks)
