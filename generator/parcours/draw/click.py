"""The ``click`` lines of a Mermaid script: which node leads where.

The drawing engine draws no links, so they are read here and put around the drawn nodes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(
    r"""^[ \t]*click[ \t]+(?P<node>[^\s"]+)[ \t]+(?:href[ \t]+)?"(?P<href>[^"\n]*)"
        (?:[ \t]+"(?P<tip>[^"\n]*)")?(?:[ \t]+(?P<target>_\w+))?[ \t]*;?[ \t]*$""",
    re.MULTILINE | re.VERBOSE,
)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ALLOWED = frozenset({"http:", "https:", "mailto:"})
_BARE = re.compile(r"[\x00-\x20\x7f\\]")


@dataclass(frozen=True, slots=True)
class Click:
    """A node and the address it leads to; ``offset`` is where the address starts in the script."""

    node: str
    href: str
    offset: int


def clicks(script: str) -> tuple[Click, ...]:
    """Every address a script's ``click`` lines give (calls of functions are not addresses), in order."""
    return tuple(Click(m["node"], m["href"].strip(), m.start("href")) for m in _LINE.finditer(script))


def allowed(href: str) -> bool:
    """Whether an address may be a link: relative, a fragment, http, https or mailto; nothing that could run."""
    if not href or _BARE.search(href):
        return False
    scheme = _SCHEME.match(href)
    return scheme is None or scheme.group().lower() in _ALLOWED
