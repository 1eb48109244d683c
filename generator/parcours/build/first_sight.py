"""One journey, or the home page, before the rest of its project has been read: its texts, and those of what they name.

Of a thousand texts ten are read, so that its page is there in the time of ten. What it shows of itself is as it will
be; what others say of it comes with the whole, and so does what the home page says of all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from parcours.build.snapshot import SETTINGS, Snapshot
from parcours.link.atlas import Ref
from parcours.model.kinds import Kind
from parcours.pages.cards import FIRST_CARDS, MOST_CARDS
from parcours.pages.lists import HOME, home_page
from parcours.pages.site import Plan
from parcours.parse.document import Role, role_of
from parcours.source.text import Source

MOST, MOST_OF_HOME = 40, 120
"""Texts that are read beside a journey's own, or the home page's; who names more sees them a moment later."""
ON_CARDS = frozenset({Kind.PERSONA, Kind.CHANNEL, Kind.SEGMENT, Kind.TAG})
"""What the cards of the home page name."""
SHORTEST = 3
"""Letters of an id or a name that is looked for: shorter ones stand in every text."""
_HEAD = 4000
"""Characters of a text in which its name is looked for."""
_LANGUAGE = re.compile(r"^lang:[ \t]*[\"']?(\w+)", re.MULTILINE)
_NAME = re.compile(r"^(?:name|title):[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.MULTILINE)


def first_sight(snapshot: Snapshot, address: str) -> Snapshot | None:
    """As much of a project as the page at an address needs to be seen.

    None where that is neither a journey's page nor the home page of so many that it shows the first of them only.
    """
    sources, roles = snapshot.sources, _roles(snapshot)
    own = _first(roles) if address == HOME else {path for path, role in roles.items() if _address(role) == address}
    if not own:
        return None
    kinds, most = (ON_CARDS, MOST_OF_HOME) if address == HOME else (frozenset(Kind), MOST)
    others = {path: role for path, role in roles.items() if path not in own and role.kind in kinds}
    text = "\n".join(sources[path].text for path in sorted(own))
    named = [path for path, role in others.items() if _named(sources[path], role, text)][:most]
    tables = () if address == HOME else [path for path in sources if path.endswith(".csv")]
    told = (path for path in tables if _told(sources[path], own, roles))
    read = {SETTINGS, *own, *named, *told}
    return replace(snapshot, sources={path: source for path, source in sources.items() if path in read})


def first_words(snapshot: Snapshot) -> Snapshot:
    """As much of a project as the words of its search need: its settings, and a text in each language there is."""
    sources, texts = snapshot.sources, dict[str, str]()
    for path in _roles(snapshot):
        if found := _LANGUAGE.search(sources[path].text, 0, _HEAD):
            texts.setdefault(found[1].lower(), path)
    read = {SETTINGS, *texts.values()}
    return replace(snapshot, sources={path: source for path, source in sources.items() if path in read})


def first_home(whole: Snapshot) -> Plan:
    """The plan of the home page of a project, of which only what ``first_sight`` gives of the whole has been read."""
    roles = _roles(whole)
    counts = {kind: len(_ids(roles, kind)) for kind in (Kind.JOURNEY, Kind.PERSONA)}
    return Plan(HOME, lambda here: home_page(here, (), counts=counts))


def _roles(snapshot: Snapshot) -> dict[str, Role]:
    paths = snapshot.sources.keys()
    return {path: role for path in paths if (role := role_of(path, paths)) is not None}


def _ids(roles: Mapping[str, Role], kind: Kind) -> list[str]:
    return sorted({role.parent or role.id for role in roles.values() if role.kind is kind})


def _first(roles: Mapping[str, Role]) -> set[str]:
    """The texts of the home page and of those it shows; none where it shows all of them."""
    journeys, personas = _ids(roles, Kind.JOURNEY), _ids(roles, Kind.PERSONA)
    if len(journeys) <= MOST_CARDS:
        return set()
    shown = {
        *((Kind.JOURNEY, id_) for id_ in journeys[:FIRST_CARDS]),
        *((Kind.PERSONA, id_) for id_ in personas[:MOST_CARDS]),
    }
    return {path for path, role in roles.items() if role.kind is None or (role.kind, role.parent or role.id) in shown}


def _address(role: Role) -> str | None:
    return Ref(Kind.JOURNEY, role.parent or role.id).address if role.kind is Kind.JOURNEY else None


def _named(source: Source, role: Role, text: str) -> bool:
    """Whether a text may name a thing; that it does not after all costs no more than its being read."""
    if role.kind is None or role.parent:
        return False
    found = _NAME.search(source.text, 0, _HEAD)
    return any(len(name) >= SHORTEST and name in text for name in (role.id, found[1] if found else ""))


def _told(source: Source, own: Collection[str], roles: Mapping[str, Role]) -> bool:
    """Whether a table tells of a journey."""
    return any((roles[path].parent or roles[path].id) in source.text for path in own)
