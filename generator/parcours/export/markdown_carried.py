"""What a page of Markdown carries so that it can come back: its map, packed, in a comment at its end."""

from __future__ import annotations

import base64
import textwrap
import zlib
from collections.abc import Iterator

from parcours.analyse.carried import MARK, as_text, lane_key, shown
from parcours.analyse.carried_page import sections_of
from parcours.analyse.contract import Data
from parcours.pages.views import JourneyPage
from parcours.theme.lane_texts import lane_label
from parcours.theme.words import Words


def carrying(text: str, page: JourneyPage, data: Data, t: Words) -> str:
    """The page with its comment; ``data`` is that of this journey alone (``carried.project_data``)."""
    labels = dict(_labels(page, t))
    told = {**data, "labels": labels, "shown": _shown(text, labels)}
    packed = base64.b64encode(zlib.compress(as_text(told).encode("utf-8", "replace"), 9)).decode("ascii")
    return f"{text.rstrip()}\n\n<!-- {MARK}\n" + "\n".join(textwrap.wrap(packed, 120)) + "\n-->\n"


def _labels(page: JourneyPage, t: Words) -> Iterator[tuple[str, str]]:
    for lane in page.map.lanes:
        yield lane_label(lane, t), lane_key(lane.key, lane.label)
    for key in ("scenario", "trigger", "goal", "duration"):
        yield f"head:{t(f'fact.{key}')}", key


def _shown(text: str, labels: dict[str, str]) -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    stage = 0
    for section in sections_of(text):
        if section.level == 1:
            facts = {labels[key]: value for label, value in section.cells.items() if (key := f"head:{label}") in labels}
            found["head"] = shown({"name": section.title, **facts})
        elif section.level == 2:
            stage += 1
            found[f"stage:{stage}"] = shown({"stage": section.title})
        else:
            cells = {labels[label]: value for label, value in section.cells.items() if label in labels}
            found[f"step:{section.number}"] = shown({"action": section.title, **cells})
    return found
