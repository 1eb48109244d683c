"""The releases a site offers side by side, and how each page leads to itself in the others."""

from __future__ import annotations

from dataclasses import dataclass, field

from parcours.source.address import relative

PRESENT = ""
"""The name of what lies in the working tree, no release."""


@dataclass(frozen=True, slots=True)
class Release:
    """A site beside others: its name, its folder from the top of the output (``versions/v1.2/``), all its addresses."""

    name: str
    folder: str
    addresses: frozenset[str] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Releases:
    """All sites of one output, the present first, and the ``name`` of the one that is being made."""

    name: str = PRESENT
    all: tuple[Release, ...] = ()

    @property
    def folder(self) -> str:
        """Where the site that is being made stands: from the top of the output, empty for the present."""
        return next((release.folder for release in self.all if release.name == self.name), "")

    def links(self, address: str) -> tuple[tuple[str, str], ...]:
        """Each release's name and the link to it from a page: to the same page where it has it, else to its start."""
        page = self.folder + address
        return tuple(
            (one.name, relative(one.folder + (address if address in one.addresses else "index.html"), page))
            for one in self.all
        )

    def within(self, name: str) -> Releases:
        """The same, for the site of another release."""
        return Releases(name, self.all)


NO_RELEASES = Releases()
