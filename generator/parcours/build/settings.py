"""``parcours.yml`` read and checked."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from parcours.build.snapshot import SETTINGS, Snapshot
from parcours.findings.catalogue import RULES, finding
from parcours.findings.finding import Finding
from parcours.findings.severity import families
from parcours.findings.suggest import nearest
from parcours.link.prose import asset_address, find_asset
from parcours.model.settings import Settings
from parcours.parse.shape import read_record
from parcours.parse.yaml_reader import Table, Trail, read_yaml
from parcours.source.text import Place
from parcours.theme.brand import shades
from parcours.theme.colour import written


def read_settings(snapshot: Snapshot) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings of a project; all defaults where there is no file."""
    source = snapshot.sources.get(SETTINGS)
    if source is None:
        return Settings(), ()
    table, of_yaml = read_yaml(source.text, SETTINGS)
    settings, of_shape = read_record(Settings, table)
    found = [*of_yaml, *of_shape, *_unknown_rules(settings, table)]
    if settings.theme not in snapshot.themes:
        close = nearest(settings.theme, snapshot.themes)
        known = ", ".join(snapshot.themes)
        place = table.place(("theme",))
        found.append(finding("content/unknown-theme", place, suggestion=close, name=settings.theme, known=known))
    found += [*_faint(settings, snapshot, table), *_lost(settings, snapshot, table)]
    return settings, tuple(found)


def own_fonts(settings: Settings, assets: Collection[str]) -> Mapping[str, str]:
    """The addresses of the site's own font files, by what they are for; of those that exist."""
    named = {"text": settings.fonts.text, "headings": settings.fonts.headings}
    paths = {use: find_asset(path, SETTINGS, assets) for use, path in named.items() if path}
    return {use: asset_address(path) for use, path in paths.items() if path}


def _faint(settings: Settings, snapshot: Snapshot, table: Table) -> Iterable[Finding]:
    """Colours of the site's own that cannot be read on the paper of its theme."""
    for shade in shades(settings, snapshot.theme):
        if shade.faint:
            yield finding(
                "content/faint-colour",
                _place_of(table, ("colours", shade.role), shade.paper),
                suggestion=written(shade.shown),
                value=shade.written,
                ground=written(shade.ground),
                ratio=f"{shade.ratio:.1f}",
            )


def _lost(settings: Settings, snapshot: Snapshot, table: Table) -> Iterable[Finding]:
    """Files of the site's own that are not there."""
    logo = settings.logo.src if settings.logo else ""
    named = {("logo",): logo, ("fonts", "text"): settings.fonts.text, ("fonts", "headings"): settings.fonts.headings}
    for trail, path in named.items():
        if path and find_asset(path, SETTINGS, snapshot.assets) is None:
            close = nearest(path, [asset_address(known) for known in snapshot.assets])
            yield finding("refs/dead-picture", _place_of(table, trail, "src"), suggestion=close, target=path)


def _place_of(table: Table, trail: Trail, inner: str) -> Place:
    """Where a value stands, written alone or told in full."""
    whole = table.at(trail)
    return table.place((*trail, inner) if isinstance(whole, Mapping) else trail)


def _unknown_rules(settings: Settings, table: Table) -> Iterable[Finding]:
    """What stands under ``rules:`` and is neither a rule nor a family of them (``map/*``)."""
    known = (*RULES, *families())
    for name in settings.rules:
        if name not in known:
            close = nearest(name, known)
            yield finding("shape/unknown-rule", table.key_place(("rules", name)), suggestion=close, name=name)
