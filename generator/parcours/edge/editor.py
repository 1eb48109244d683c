"""The writer's editor: how a page in the browser opens a file at a place in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from urllib.parse import quote

from parcours.source.text import Place

EDITORS: Mapping[str, str] = MappingProxyType(
    {
        "vscode": "vscode://file{path}:{line}:{column}",
        "vscodium": "vscodium://file{path}:{line}:{column}",
        "cursor": "cursor://file{path}:{line}:{column}",
        "windsurf": "windsurf://file{path}:{line}:{column}",
        "zed": "zed://file{path}:{line}:{column}",
        "idea": "idea://open?file={path}&line={line}&column={column}",
        "sublime": "subl://open?url=file://{path}&line={line}&column={column}",
        "textmate": "txmt://open?url=file://{path}&line={line}&column={column}",
        "none": "",
    }
)
"""Addresses that editors answer to, by the editor's name."""
PROGRAMS = (("code", "vscode"), ("codium", "vscodium"), ("cursor", "cursor"), ("zed", "zed"), ("idea", "idea"))


def editor_of(wanted: str) -> str | None:
    """The address for an editor's name, for an address with ``{path}`` in it, or for the editor found here (empty).

    None when the name is not known.
    """
    if "{path}" in wanted:
        return wanted
    return EDITORS.get(wanted.casefold()) if wanted else EDITORS[_found_here()]


def _found_here() -> str:
    if os.environ.get("TERM_PROGRAM") == "vscode":
        return "vscode"
    return next((name for program, name in PROGRAMS if shutil.which(program)), "vscode")


def editor_address(editor: str, file: Path, place: Place) -> str:
    """The address that opens a file at a place."""
    path = "/" + quote(os.fsencode(file.as_posix().lstrip("/")), safe="/:")
    values = {"{path}": path, "{line}": str(place.line), "{column}": str(place.column)}
    for name, value in values.items():
        editor = editor.replace(name, value)
    return editor
