"""Links in prose: from what a writer typed to the page, file or outside address it stands for."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from parcours.findings.catalogue import finding
from parcours.findings.finding import Finding
from parcours.findings.suggest import nearest
from parcours.link.atlas import Ref
from parcours.model.kinds import Kind
from parcours.parse.document import CONTENT, is_text
from parcours.parse.prose import ProseLink
from parcours.source.address import slug

_SCHEME = re.compile(r"^[a-zA-Z][a-zA-Z0-9+.-]*:")
_ALLOWED = ("http:", "https:", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Target:
    """A page of the site as prose may link to it: its address, and the fragments it has by what may be written.

    The fragment under the empty text is where a link without one leads (a stage's own file is a part of a page).
    """

    address: str
    anchors: Mapping[str, str]
    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class Landscape:
    """What links can lead to: pages by their source file, things by id, and all files of the project.

    With each thing goes its source file, empty where it has none.
    """

    by_file: Mapping[str, Target]
    by_id: Mapping[str, tuple[Ref, str]]
    paths: Mapping[str, None]


def asset_address(path: str) -> str:
    """Where a file below ``content/`` stands in the output folder."""
    return path.removeprefix(f"{CONTENT}/")


def find_asset(written: str, source: str, paths: Collection[str]) -> str | None:
    """The project path of a picture or file: beside the file that names it, else from ``content/``, else the project.

    None when there is none, when the path leaves ``content/``, and for a text that is no page: it is not published.
    """
    target = unquote(written.partition("#")[0].partition("?")[0])
    for base in (posixpath.dirname(source), CONTENT, ""):
        path = posixpath.normpath(posixpath.join(base, target.lstrip("/")))
        if path.startswith(f"{CONTENT}/") and path in paths and not is_text(path):
            return path
    return None


def resolve_link(link: ProseLink, source: str, land: Landscape) -> tuple[str | None, Finding | None]:
    """The address a link leads to (inside the output folder, or absolute), or what is wrong with it."""
    if link.wiki:
        return _wiki(link, land)
    written = link.target
    if _SCHEME.match(written):
        return (written, None) if written.lower().startswith(_ALLOWED) and not link.image else (None, None)
    if written.startswith("//"):
        return None, None
    path, hash_, fragment = written.partition("#")
    if not path:
        here = land.by_file.get(source)
        return _anchored(here, fragment, link, source) if here else (f"#{fragment}", None)
    target = _page(path, source, land)
    if target is not None and not link.image:
        return _anchored(target, fragment, link, path)
    asset = find_asset(path, source, land.paths)
    if asset is not None:
        return asset_address(asset) + hash_ + fragment, None
    return None, _dead(link, path, source, land)


def _page(path: str, source: str, land: Landscape) -> Target | None:
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(source), unquote(path)))
    return land.by_file.get(joined) or land.by_file.get(posixpath.join(joined, "index.md"))


def _anchored(target: Target, fragment: str, link: ProseLink, written: str) -> tuple[str | None, Finding | None]:
    anchor = target.anchors.get(unquote(fragment), None if fragment else "")
    if anchor is None:
        suggestion = nearest(fragment, target.anchors)
        found = finding("refs/dead-anchor", link.place, suggestion=suggestion, target=written, anchor=fragment)
        return target.address, found
    return f"{target.address}#{anchor}" if anchor else target.address, None


def _wiki(link: ProseLink, land: Landscape) -> tuple[str | None, Finding | None]:
    name, _, fragment = link.target.partition("#")
    known = land.by_id.get(name) or land.by_id.get(slug(name))
    if known is None:
        suggestion = nearest(slug(name), [id_ for id_ in land.by_id if "/" not in id_])
        return None, finding("refs/unknown-page", link.place, suggestion=suggestion, id=name)
    ref, path = known
    target = land.by_file[path] if path else Target(ref.address, {}, ref)
    return _anchored(target, fragment, link, name)


def _dead(link: ProseLink, path: str, source: str, land: Landscape) -> Finding:
    folder = posixpath.dirname(source)
    joined = posixpath.normpath(posixpath.join(folder, unquote(path)))
    if not joined.startswith(f"{CONTENT}/") and joined.startswith(".."):
        return finding("refs/outside", link.place, target=path)
    files = [path for path in land.paths if not is_text(path)]
    known = files if link.image else [*land.by_file, *files]
    close = nearest(joined, known) if len(path) < 200 else ""
    suggestion = posixpath.relpath(close, folder) if close else ""
    rule = "refs/dead-picture" if link.image else "refs/dead-link"
    return finding(rule, link.place, suggestion=suggestion, target=path)


def by_id(things: Mapping[Ref, str]) -> dict[str, tuple[Ref, str]]:
    """What wiki links may name, both as ``personas/claire`` and as ``claire``; who has a file goes first.

    ``things`` tells for each the file it has, or nothing.
    """
    found: dict[str, tuple[Ref, str]] = {}
    for ref, path in sorted(things.items(), key=lambda item: (not item[1], item[1], item[0])):
        found.setdefault(f"{ref.kind.value}/{ref.id}", (ref, path))
        found.setdefault(ref.id, (ref, path))
    return found


def thing_at(address: str) -> Ref | None:
    """The thing whose page stands at an address; nothing for other addresses."""
    folder, _, rest = address.partition("#")[0].partition("/")
    kind = _KINDS.get(folder)
    ref = Ref(kind, rest.partition("/")[0]) if kind else None
    return ref if ref is not None and ref.address == address.partition("#")[0] else None


_KINDS = {kind.value: kind for kind in Kind}
