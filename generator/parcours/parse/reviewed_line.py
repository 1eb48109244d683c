"""The line ``reviewed:`` of a page, written or changed where it stands; everything else stays as it is."""

from __future__ import annotations

import re

from parcours.source.text import BOM

_ENDS = re.compile(r"(\r\n|\n|\r)")
_OWN = re.compile(r"(reviewed\s*:)[ \t]*[^#]*?([ \t]+#.*)?")
_BEFORE = ("reviewed", "review_every", "status", "owner", "title")
"""Keys after which the line is at home, the best first."""


def with_reviewed(raw: str, day: str) -> str | None:
    """A file's text with ``reviewed: day`` in its front matter; line ends, comments and byte order mark stay.

    None where there is no front matter that could take it. Whether it is still read the same is for the caller to see.
    """
    mark, text = (BOM, raw[1:]) if raw.startswith(BOM) else ("", raw)
    parts = _ENDS.split(text)
    lines = parts[::2]
    fence = next((n for n, line in enumerate(lines) if line.strip()), None)
    if fence is None or lines[fence].rstrip() != "---":
        return None
    end = next((n for n in range(fence + 1, len(lines)) if lines[n].rstrip() in ("---", "...")), None)
    if end is None:
        return None
    for n in range(fence + 1, end):
        own = _OWN.fullmatch(lines[n])
        if own:
            parts[2 * n] = f"{own[1]} {day}{own[2] or ''}"
            return mark + "".join(parts)
    after = _after(lines, fence, end)
    parts[2 * after] += f"{parts[2 * after + 1]}reviewed: {day}"
    return mark + "".join(parts)


def _after(lines: list[str], fence: int, end: int) -> int:
    """The line after which a new one belongs: that of a key with its whole value on it, else the fence."""
    for key in _BEFORE:
        for n in range(fence + 1, end):
            alone = n + 1 == end or re.match(r"[^\s#-]", lines[n + 1])
            if alone and re.match(rf"{key}\s*:\s*[^\s|>#&*{{\[]", lines[n]):
                return n
    return fence
