"""One journey before the rest of its project has been read: its own texts, and those of what they name.

Of a thousand texts ten are read, so that its page is there in the time of ten. What it shows of itself is as it will
be; what others say of it comes with the whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from parcours.build.snapshot import SETTINGS, Snapshot
from parcours.link.atlas import Ref
from parcours.model.kinds import Kind
from parcours.parse.document import Role, role_of
from parcours.source.text import Source

MOST = 40
"""Texts that are read beside a journey's own; who names more sees them a moment later."""
SHORTEST = 3
"""Letters of an id or a name that is looked for: shorter ones stand in every text."""
_HEAD = 4000
"""Characters of a text in which its name is looked for."""
_NAME = re.compile(r"^(?:name|title):[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.MULTILINE)


def first_sight(snapshot: Snapshot, address: str) -> Snapshot | None:
    """As much of a project as the page at an address needs to be seen; None where that is not a journey's page."""
    paths = snapshot.sources.keys()
    roles = {path: role for path in paths if (role := role_of(path, paths)) is not None}
    own = [path for path, role in roles.items() if role.kind is Kind.JOURNEY and _address(role) == address]
    if not own:
        return None
    text = "\n".join(snapshot.sources[path].text for path in own)
    named = [path for path, role in roles.items() if path not in own and _named(snapshot.sources[path], role, text)]
    tables = (path for path in paths if path.endswith(".csv") and _told(snapshot.sources[path], own, roles))
    read = {SETTINGS, *own, *named[:MOST], *tables}
    return replace(snapshot, sources={path: source for path, source in snapshot.sources.items() if path in read})


def _address(role: Role) -> str:
    return Ref(Kind.JOURNEY, role.parent or role.id).address


def _named(source: Source, role: Role, text: str) -> bool:
    """Whether a text may name a thing; that it does not after all costs no more than its being read."""
    if role.kind is None or role.parent:
        return False
    found = _NAME.search(source.text, 0, _HEAD)
    return any(len(name) >= SHORTEST and name in text for name in (role.id, found[1] if found else ""))


def _told(source: Source, own: list[str], roles: Mapping[str, Role]) -> bool:
    """Whether a table tells of a journey."""
    return any((roles[path].parent or roles[path].id) in source.text for path in own)
