"""A page and all that it needs in one file, to be sent by mail or kept beside a build: it loads nothing at all.

Styles stand in the page, allowed by their digest alone; nothing else may run or be loaded.
"""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from collections.abc import Iterable, Mapping

_SHEET = re.compile(r'<link rel="stylesheet" href="([^"]+)"( media="print")?>\n?')
_SCRIPT = re.compile(r"<script\b[^>]*></script>\n?")
_ICON = re.compile(r'(<link rel="icon" href=")([^"]+)(")')
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*(">)')
_URL = re.compile(r"""url\(["']?([^"')]+)["']?\)""")
POLICY = (
    "default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
KINDS = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "woff2": "font/woff2",
    "woff": "font/woff",
}


def one_file(html: str, static: Mapping[str, bytes]) -> str:
    """A page without scripts, its style sheets and icon brought into it from the files it names by address.

    What style sheets name comes with them; what is not among the files is left out.
    """
    first, sheets = _SHEET.search(html), last_of_each(_SHEET.findall(html))
    css = "".join(_sheet(address, bool(paper), static) for address, paper in sheets)
    at = first.start() if first else 0
    html = html[:at] + "\0" + _SHEET.sub("", html[at:])
    html = _ICON.sub(lambda found: found[1] + _data(found[2], static) + found[3], _SCRIPT.sub("", html))
    digest = base64.b64encode(hashlib.sha256(css.encode("utf-8")).digest()).decode("ascii")
    html = _POLICY.sub(lambda found: found[1] + POLICY.format(digest=digest) + found[2], html)
    return html.replace("\0", f"<style>{css}</style>\n")


def last_of_each(sheets: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Style sheets, each once, where it stands last: what is linked again wins from there."""
    return tuple(reversed(dict.fromkeys(reversed(tuple(sheets)))))


def _sheet(address: str, paper: bool, static: Mapping[str, bytes]) -> str:
    folder = posixpath.dirname(address)
    css = static.get(address, b"").decode("utf-8", "replace")
    css = _URL.sub(lambda found: f"url({_data(posixpath.normpath(f'{folder}/{found[1]}'), static)})", css)
    # Nothing in a style sheet may end the element it stands in.
    css = css.replace("</", "<\\/")
    return f"@media print{{{css}}}" if paper else css


def _data(address: str, static: Mapping[str, bytes]) -> str:
    """The address of a file's bytes themselves; of a file that is not there, nothing."""
    if address.startswith("data:"):
        return address
    data = static.get(address, b"")
    kind = KINDS.get(address.rpartition(".")[2], "application/octet-stream")
    return f"data:{kind};base64,{base64.b64encode(data).decode('ascii')}"
