"""Pictures that an export names and that are not in the project: taken along where they lie beside it, else told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from parcours.bring.draft import Around, Draft, Left, Plain
from parcours.bring.persona.record import beside
from parcours.bring.remark import Remark, remark
from parcours.bring.written import written
from parcours.link.prose import find_asset
from parcours.parse.document import CONTENT
from parcours.source.text import Place

_KEYS = frozenset({"portrait", "pictures", "image", "images", "video"})


def with_pictures(
    drafts: Iterable[Draft], around: Around, place: Place
) -> tuple[tuple[Draft, ...], tuple[Remark, ...]]:
    """The drafts without the pictures that are not there; of these the body says the address."""
    if around.assets is None:
        return tuple(drafts), ()
    made: list[Draft] = []
    missing: dict[str, str] = {}
    for draft in drafts:
        walk = _Walk(f"{CONTENT}/{draft.kind.value}/{draft.name}.md", around, place)
        matter = cast("Mapping[str, Plain]", walk.kept(draft.matter, ""))
        parts = tuple(
            replace(one, matter=cast("Mapping[str, Plain]", walk.kept(one.matter, ""))) for one in draft.parts
        )
        lines = "\n".join(f"- {alt} ({src})" if alt else f"- {src}" for src, alt in walk.missing.items())
        left = (Left(written("pictures", around.language), lines),) if lines else ()
        made.append(replace(draft, matter=matter, parts=parts, left=(*draft.left, *left)))
        missing.update(walk.missing)
    return tuple(made), tuple(remark("own-picture", place, src=src, alt=alt) for src, alt in missing.items())


@dataclass(slots=True)
class _Walk:
    """Goes through a page's front matter; ``missing`` are the pictures that are not there, with what they show."""

    path: str
    around: Around
    place: Place
    missing: dict[str, str] = field(default_factory=dict[str, str])

    def kept(self, value: Plain, key: str) -> Plain:
        """A value without the pictures that are not there."""
        if isinstance(value, Mapping):
            if key in _KEYS and "src" in value:
                return value if self._there(value) else None
            return {name: self.kept(inner, name) for name, inner in value.items()}
        if isinstance(value, Sequence) and not isinstance(value, str):
            return [one for inner in value if (one := self.kept(inner, key)) is not None]
        return value

    def _there(self, picture: Mapping[str, Plain]) -> bool:
        src = str(picture["src"])
        there = find_asset(src, self.path, self.around.assets or ()) is not None
        if there or self.around.pictures.get(beside(self.place.path, src)):
            return True
        self.missing[src] = str(picture.get("alt") or "")
        return False


def target_of(src: str) -> str:
    """Where a picture of an export goes, below ``content/``: where the page that names it looks for it."""
    return src.lstrip("/").removeprefix("./").replace("../", "").removeprefix(f"{CONTENT}/")
