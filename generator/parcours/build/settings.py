"""``parcours.yml`` read and checked."""

from __future__ import annotations

from collections.abc import Iterable

from parcours.build.snapshot import SETTINGS, Snapshot
from parcours.findings.catalogue import RULES, finding
from parcours.findings.finding import Finding
from parcours.findings.severity import families
from parcours.findings.suggest import nearest
from parcours.model.settings import Settings
from parcours.parse.shape import read_record
from parcours.parse.yaml_reader import Table, read_yaml


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
    return settings, tuple(found)


def _unknown_rules(settings: Settings, table: Table) -> Iterable[Finding]:
    """What stands under ``rules:`` and is neither a rule nor a family of them (``map/*``)."""
    known = (*RULES, *families())
    for written in settings.rules:
        if written not in known:
            close = nearest(written, known)
            yield finding("shape/unknown-rule", table.key_place(("rules", written)), suggestion=close, name=written)
