"""Markdown prose: what a writer tells under the front matter, read into safe HTML that knows what it links to.

The steps: the lines are read the way a forge reads them (``prose_lines``), Python-Markdown makes HTML of them
(``prose_extensions``), nh3 makes it safe and it is cut at its addresses (``prose_html``), whose places are looked up in
the body (``prose_links``).
"""

from __future__ import annotations

import re
from html import escape

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding, in_order
from parcours.parse.prose_effort import TooTangled
from parcours.parse.prose_extensions import convert
from parcours.parse.prose_fences import Fence, put_back
from parcours.parse.prose_html import Cut, safe
from parcours.parse.prose_lines import Lines, read_lines
from parcours.parse.prose_links import Places
from parcours.parse.prose_pieces import EMPTY, Diagram, Drawing, Heading, Link, Prose, ProseLink
from parcours.source.text import Place, digest_of

__all__ = ["EMPTY", "Diagram", "Drawing", "Heading", "Link", "Prose", "ProseLink", "read_prose"]

_TOLD = 60
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

_STUMBLES = (TooTangled, RecursionError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""What a reader of Markdown may raise over one text, which must not take the site with it."""


def read_prose(body: str, path: str, first_line: int = 1, prefix: str = "") -> tuple[Prose, tuple[Finding, ...]]:
    """The prose of a body, and what is wrong with it.

    ``body`` has its line ends folded to LF, as ``Source`` gives it; ``path`` is its file and ``first_line`` the line of
    that file where it begins; ``prefix`` begins every id, where several bodies share a page. Takes any text, in less
    than a second for 100 kB: what is nested beyond reason comes back
    as it is written, with a finding. Whether its links lead anywhere is not looked at here.
    """
    body = _UNPRINTABLE.sub(lambda found: " " if found[0].isspace() else "\ufffd", body)
    if not body.strip():
        return EMPTY, ()
    lines = read_lines(body)
    key = digest_of(body.encode())
    if lines.too_deep is not None:
        return _as_written(body, Place(path, first_line + lines.too_deep))
    try:
        html = safe(put_back(convert(lines.text, key), _fenced(lines, key)))
    except _STUMBLES:
        return _as_written(body, Place(path, first_line))
    places = Places(path, first_line, body, lines.code)
    cut = Cut(html, key, places, prefix)
    drawn = tuple(Diagram(fence.code, _place(fence, path, first_line)) for fence in lines.fences if fence.is_diagram)
    prose = Prose(tuple(cut.parts), tuple(cut.links), drawn, tuple(cut.headings), cut.text)
    return prose, in_order((*_open_fences(lines, path, first_line), *_wordless(prose), *_refused(places)))


def _fenced(lines: Lines, key: str) -> tuple[str, ...]:
    """What each fence becomes: a block of code, or the place of a drawing."""
    written: list[str] = []
    drawn = 0
    for fence in lines.fences:
        if fence.is_diagram:
            written.append(f'<div data-diagram="{key}:{drawn}"></div>')
            drawn += 1
        else:
            language = f' class="language-{escape(fence.language)}"' if fence.language else ""
            code = escape(fence.code, quote=False) + "\n" if fence.code else ""
            written.append(f"<pre><code{language}>{code}</code></pre>")
    return tuple(written)


def _place(fence: Fence, path: str, first_line: int) -> Place:
    return Place(path, first_line + fence.line, fence.column + 1, len(fence.opening))


def _open_fences(lines: Lines, path: str, first_line: int) -> tuple[Finding, ...]:
    return tuple(
        finding("prose/unclosed-fence", _place(fence, path, first_line), marker=fence.marker)
        for fence in lines.fences
        if not fence.closed
    )


def _wordless(prose: Prose) -> tuple[Finding, ...]:
    return tuple(
        finding("prose/image-without-alt", link.place, target=link.target)
        for link in prose.links
        if link.image and link.alt is None
    )


def _refused(places: Places) -> tuple[Finding, ...]:
    return tuple(
        finding("prose/refused-address", place, target=target if len(target) <= _TOLD else f"{target[:_TOLD]}…")
        for target, place in places.refused()
    )


def _as_written(body: str, place: Place) -> tuple[Prose, tuple[Finding, ...]]:
    html = f"<pre>{escape(body.strip(chr(10)), quote=False)}</pre>"
    return Prose((html,), (), (), (), " ".join(body.split())), (finding("prose/too-deep", place),)
