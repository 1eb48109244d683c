"""What an export carries so that it can come back: its maps as ``atlas.json`` has them, and what was shown of them.

Where it is carried its readers do not stumble over it: a hidden sheet, a comment, the last column. What is changed in
what they see counts when it comes back, so a short digest of each cell goes along.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from parcours.analyse.contract import VERSION, Data, Referring, journey_data
from parcours.link.atlas import Atlas, Thing
from parcours.model.kinds import Kind
from parcours.source.address import slug
from parcours.source.text import digest_of

SHEET = "parcours"
"""The hidden sheet of a workbook."""
MARK = "parcours"
"""What the comment of a page begins with."""
CHUNK = 30_000
"""Characters of a cell; one holds at most 32,767."""
_KEYS = {"tension": "engagement"}
_SPACE = re.compile(r"\s+")
_TRUTHS = {
    **dict.fromkeys(("true", "vrai", "wahr", "vero"), "true"),
    **dict.fromkeys(("false", "faux", "falsch"), "false"),
}
"""What spreadsheets make of true and false."""
_FIGURE = re.compile(r"-?\d+[.,]\d+")


def project_data(atlas: Atlas, journeys: Iterable[str]) -> Data:
    """``atlas.json`` with these journeys alone, and of other things those names by which they are known everywhere.

    Pages of personas and of other things are not in it; of the personas of the journeys their names are.
    """
    refer = Referring(atlas)
    made = [journey_data(atlas.journeys[id_], refer) for id_ in journeys]
    cast = {id_ for one in made for id_ in one.get("personas", ())}
    named = json.dumps(made, ensure_ascii=False)
    scale = atlas.settings.feeling_scale
    things = {
        kind.value: [
            {"id": thing.ref.id, "name": thing.name}
            for thing in atlas.of(kind)
            if (thing.ref.id in cast if kind is Kind.PERSONA else f'"{thing.ref.id}"' in named and _is_meant(thing))
        ]
        for kind in Kind
        if kind is not Kind.JOURNEY
    }
    return {
        "format": "parcours-atlas",
        "version": VERSION,
        "feeling_scale": {"worst": scale.worst, "best": scale.best},
        **{key: value for key, value in things.items() if value},
        "journeys": made,
    }


def _is_meant(thing: Thing) -> bool:
    """Whether a thing is meant by its name wherever that stands: it has no file, or is a channel named like its id."""
    return thing.front is None or (thing.ref.kind is Kind.CHANNEL and slug(thing.name) == thing.ref.id)


def shown(cells: Mapping[str, object]) -> dict[str, str]:
    """A short digest of what each cell shows; cells that show nothing are left out."""
    return {key: digest for key, value in cells.items() if (digest := seen(value))}


def seen(value: object) -> str:
    """A short digest of what a cell shows, whatever a spreadsheet makes of spaces and figures; empty for nothing."""
    text = _SPACE.sub(" ", "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)).strip()
    text = text.removeprefix("'")
    text = _TRUTHS.get(text.casefold(), text)
    if _FIGURE.fullmatch(text):
        text = f"{float(text.replace(',', '.')):g}"
    return digest_of(text.encode("utf-8", "replace"))[:6] if text else ""


def lane_key(key: str, label: str) -> str:
    """What a row of a map is called where it is carried: its field, else its own name after ``lane:``."""
    return f"lane:{label}" if key == "lane" else _KEYS.get(key, key)


def as_text(data: object) -> str:
    """Data as JSON on one line."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
