"""Everything a build depends on, as one value; made at the edge, where files and clocks are."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from parcours.findings.finding import Finding
from parcours.model.history import NO_HISTORY, History
from parcours.model.releases import NO_RELEASES, Releases
from parcours.source.text import Source
from parcours.theme.files import ThemeFiles, template_path

SETTINGS = "parcours.yml"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A project at one moment.

    ``sources`` are its texts and ``assets`` the digests of its other files, by path from the project folder; ``unread``
    says what could not be read. ``themes`` are the names of all themes that could be used. ``stamp`` is printed on each
    page when the settings ask for it; ``today`` is the day reviews are compared with, unknown where there is no clock.
    ``history`` is what git remembers, empty outside git. ``releases`` are the sites this one stands beside.
    """

    sources: Mapping[str, Source] = field(repr=False)
    assets: Mapping[str, str] = field(repr=False)
    theme: ThemeFiles
    themes: tuple[str, ...] = ()
    unread: tuple[Finding, ...] = ()
    stamp: str = ""
    today: dt.date | None = None
    history: History = field(default=NO_HISTORY, repr=False)
    releases: Releases = NO_RELEASES

    @property
    def texts(self) -> Mapping[str, Source]:
        """All that a finding can stand in: the sources, and the templates where the project has some of its own."""
        if not self.theme.own:
            return self.sources
        own = (
            (template_path(self.theme.name, name), text)
            for name, text in self.theme.templates.items()
            if "/" not in name
        )
        return {**self.sources, **{path: Source.of(path, text) for path, text in own}}
