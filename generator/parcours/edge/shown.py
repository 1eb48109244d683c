"""What the preview shows at one moment, and what of it is not as it was shown before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from parcours.build.build import Build
from parcours.build.shelf import Made
from parcours.build.snapshot import Snapshot
from parcours.edge.own import marks_of
from parcours.findings.finding import Finding, in_order
from parcours.source.text import Source

Owed = Mapping[str, tuple[Made | None, ...]]
"""What was shown of pages, to one or another, since they were last told of; None for what was seen early."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the preview shows now: a build and its number; what is told, of which texts; how long it took.

    ``written`` is the project as it stands on disk, ``snapshot`` the same with the last good text of broken files, from
    which ``made`` was built. ``scripts`` and ``styles`` identify all of either kind that the theme has.
    """

    made: Build
    snapshot: Snapshot
    written: Snapshot
    of_written: Build
    number: int
    scripts: str
    styles: str
    seconds: float

    @property
    def language(self) -> str:
        """The language of the site's interface."""
        return self.made.atlas.settings.language

    @property
    def sources(self) -> dict[str, Source]:
        """The texts that findings stand in: as written, and where nothing can be read any more, as last read."""
        return {**self.snapshot.texts, **self.written.texts}

    def findings(self) -> tuple[Finding, ...]:
        """Everything there is to say about the files as they are written, and about the pages made so far."""
        if self.made is self.of_written:
            return self.made.findings
        of_pages = (found for found in self.made.findings if found.rule.startswith("content/"))
        return in_order((*self.of_written.findings, *of_pages))


def marks_after(made: Build, before: Shown | None) -> tuple[str, str]:
    """What identifies all scripts and all style sheets."""
    same = before is not None and before.made.static is made.static
    return (before.scripts, before.styles) if same and before is not None else marks_of(made.static)


def changed_since(before: Shown | None, shown: Shown, owed: Owed) -> frozenset[str]:
    """Addresses whose bytes are new or gone since the last build, or may be: those of pages that are still to be made.

    Of pages that somebody is ``owed``, those that are not as they were shown; the ones still to be made come later.
    """
    if before is None:
        made_now = shown.made.shelf.made
        return frozenset[str]().union(*(differences(owed[one], made_now[one]) for one in owed if one in made_now))
    made, old = shown.made, before.made
    changed = {address for address in old.shelf.plans if address not in made.shelf.plans}
    for address in made.shelf.plans:
        now = made.shelf.made.get(address)
        if now is not None:
            changed |= differences(owed.get(address, (old.shelf.made.get(address),)), now)
        elif address not in owed:
            changed.add(address)
    return frozenset(changed | _changed_files(before, shown))


def differences(shown: Iterable[Made | None], now: Made) -> frozenset[str]:
    """Addresses of a page, of its drawings and of its tables, as far as their bytes are not those that were shown."""
    others = [was for was in shown if was is not now]
    if not others:
        return frozenset()
    new, olds = _files_of(now), [_files_of(was) if was else {} for was in others]
    return frozenset(address for old in olds for address in {*old, *new} if old.get(address) != new.get(address))


def _files_of(made: Made) -> dict[str, bytes]:
    return {made.page.address: made.body, **{one.page.address: one.body for one in made.beside}, **made.data}


def _changed_files(before: Shown, shown: Shown) -> set[str]:
    """Addresses of the theme's files and of copies whose bytes are other ones now."""
    made, old = shown.made, before.made
    static = {a for a in {*made.static, *old.static} if made.static.get(a) != old.static.get(a)}
    now, was = shown.snapshot.assets, before.snapshot.assets
    copies = {
        a for a in {*made.copies, *old.copies} if now.get(made.copies.get(a, "")) != was.get(old.copies.get(a, ""))
    }
    return static | copies
