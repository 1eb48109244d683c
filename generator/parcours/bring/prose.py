"""Markdown of another place made fit to stand in a page here: its links and pictures lead nowhere from here."""

from __future__ import annotations

import re

from parcours.bring.draft import Left

_HEADING = re.compile(r" {0,3}(#{1,6})(?=\s|$)")
_BRACKET = re.compile(r"(?<!\\)(!?)\[")
_LINK = re.compile(r"\[(?:[^\[\]]|\\.)*\]\((?:https?://|mailto:)[^\s()<>]+\)")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_DEEPEST = 6
_TEXT = "text"


def body(left: tuple[Left, ...]) -> str:
    """What fits no field, each under its heading, if it has one; what has the same heading stands together."""
    parts: dict[str, list[str]] = {}
    for one in left:
        parts.setdefault(one.heading, []).append(fenced(one.text) if one.verbatim else fit(one.text))
    heads = ((f"## {_line(heading)}",) if heading.strip() else () for heading in parts)
    return "\n\n".join(
        part for head, texts in zip(heads, parts.values(), strict=True) for part in (*head, *texts) if part
    )


def plainly(left: tuple[Left, ...]) -> str:
    """The same with all texts as they are, in fences: nothing in them means anything."""
    return body(tuple(Left(one.heading, one.text, verbatim=True) for one in left))


def fenced(text: str) -> str:
    """A text in a fence that nothing in it can close."""
    marks = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", text)), default=0))
    return f"{marks}{_TEXT}\n{text.strip(chr(10))}\n{marks}"


def fit(text: str) -> str:
    """Markdown whose relative links, pictures and raw HTML are shown as they are written, one level further down.

    Code between fences stays as it is; a fence that is never closed is closed.
    """
    lines: list[str] = []
    fence = ""
    for line in text.strip("\n").split("\n"):
        found = _FENCE.match(line)
        if fence:
            closes = found is not None and found[1].startswith(fence) and not line.strip().strip(fence[0])
            lines.append(line)
            fence = "" if closes else fence
        elif found:
            fence = found[1]
            lines.append(line)
        else:
            lines.append(_fit_line(line))
    return "\n".join([*lines, fence] if fence else lines)


def _fit_line(line: str) -> str:
    line = _HEADING.sub(lambda found: "#" * min(_DEEPEST, len(found[1]) + 2), line)
    kept: list[str] = []
    at = 0
    for link in _LINK.finditer(line):
        kept += [_inert(line[at : link.start()]), link[0]]
        at = link.end()
    return "".join([*kept, _inert(line[at:])])


def _inert(text: str) -> str:
    return _TAG.sub("&lt;", _BRACKET.sub(r"\1\\[", text))


def _line(text: str) -> str:
    """A heading on one line, whose signs mean nothing."""
    return re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", " ".join(text.split()))
