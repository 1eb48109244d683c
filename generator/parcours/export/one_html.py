"""A page as one file, to be sent by mail: styles, scripts and pictures are in it, nothing lies beside it."""

from __future__ import annotations

import posixpath
import re
from base64 import b64encode
from collections.abc import Callable
from html import escape, unescape
from urllib.parse import quote, unquote, urlsplit

Read = Callable[[str], bytes | None]
"""What stands at an address of the site; None where nothing does."""

POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""Nothing is loaded: the page asks for no more than what it carries."""

_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")[^"]*"')
_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]*)"( media="[^"]*")?>')
_SCRIPT = re.compile(r'<script src="([^"]*)"[^>]*></script>\n?')
_PICTURE = re.compile(r'(<img [^>]*?src="|<link rel="icon" href=")([^"]*)"')
_LINK = re.compile(r'(<(?:a|area)\b[^>]*?) href="([^"]*)"')
_SITE_ONLY = re.compile(r'<a class="find-link".*?</a>\n?|<details class="source embed">.*?</details>\n?', re.DOTALL)
_AROUND = re.compile(
    r'<nav class="(?:nav|breadcrumb|comparisons)".*?</nav>|<footer class="colophon".*?</footer>', re.DOTALL
)
_URL = re.compile(r"url\(\s*[\"']?([^\"')]+)[\"']?\s*\)")
_KINDS = {
    "svg": "image/svg+xml",
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "woff2": "font/woff2",
    "woff": "font/woff",
    "ttf": "font/ttf",
    "otf": "font/otf",
}


def one_html(page: str, address: str, read: Read, base_url: str = "") -> str:
    """The page at an address with everything it shows inside.

    Links to other pages lead to ``base_url``; without one they become plain words, and the site's navigation goes. So
    do the search, whose index stays behind, and the line for a frame.
    """
    scripts: list[str] = []

    def script(found: re.Match[str]) -> str:
        scripts.append(_text(read, _target(found[1], address)).replace("</script", "<\\/script"))
        return ""

    def style(found: re.Match[str]) -> str:
        if page.find(found[0], found.end()) >= 0:
            return ""  # linked again below, and wins from there
        target = _target(found[1], address)
        css = _URL.sub(lambda url: f'url("{_data(url[1], target, read)}")', _text(read, target))
        inside = css.replace("</style", "<\\/style")
        return f"<style{found[2] or ''}>{inside}</style>"

    page = _POLICY.sub(lambda found: f'{found[1]}{POLICY}"', _SITE_ONLY.sub("", page))
    page = _SCRIPT.sub(script, _STYLE.sub(style, page))
    page = _PICTURE.sub(lambda found: f'{found[1]}{_data(unescape(found[2]), address, read)}"', page)
    page = _LINK.sub(lambda found: found[1] + _href(unescape(found[2]), address, base_url), page)
    if not base_url:
        page = _AROUND.sub("", page)
    body, end, rest = page.rpartition("</body>")
    return body + "".join(f"<script>{text}</script>\n" for text in scripts) + end + rest


def _target(href: str, address: str) -> str:
    """The address in the site that a relative link of a page leads to."""
    path = unquote(urlsplit(href).path)
    return posixpath.normpath(posixpath.join(posixpath.dirname(address), path))


def _text(read: Read, target: str) -> str:
    return (read(target) or b"").decode("utf-8", "replace")


def _data(href: str, address: str, read: Read) -> str:
    """A picture or font as a data address; as it was where it is one already, or cannot be found."""
    if href.startswith(("data:", "#")):
        return href
    target = _target(href, address)
    body, kind = read(target), _KINDS.get(target.rpartition(".")[2].lower())
    if body is None or kind is None:
        return escape(href)
    return f"data:{kind};base64,{b64encode(body).decode('ascii')}"


def _href(href: str, address: str, base_url: str) -> str:
    """A link that still leads somewhere, as an attribute; nothing for one that would not."""
    if href.startswith("#") or urlsplit(href).scheme:
        return f' href="{escape(href)}"'
    if not base_url:
        return ""
    fragment = urlsplit(href).fragment
    whole = f"{base_url.rstrip('/')}/{quote(_target(href, address))}" + (f"#{fragment}" if fragment else "")
    return f' href="{escape(whole)}"'
