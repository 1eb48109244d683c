"""Findings as the page shows them: marked lines, ways to the editor, their count in words."""

from __future__ import annotations

import json

from parcours.edge.editor import editor_address
from parcours.edge.preview_site import PreviewSite
from parcours.edge.shown import Shown
from parcours.edge.worker import Urgency
from parcours.findings.as_json import as_data
from parcours.findings.finding import Severity
from parcours.findings.terminal import excerpt, totals
from parcours.source.text import Place

ORDER = tuple(Severity)
MOST = 500
"""Findings a page is told of; who has more begins with these."""


async def findings_told(site: PreviewSite) -> bytes:
    """All findings of what is shown, as JSON."""
    shown = site.shown
    if shown is None:
        return b'{"findings": [], "count": 0, "left": 0, "totals": "", "told": ""}'
    return await site.worker.do(Urgency.ASKED, lambda: _told(site, shown))


def _told(site: PreviewSite, shown: Shown) -> bytes:
    found = shown.findings()
    first = sorted(found, key=lambda one: ORDER.index(one.severity))[:MOST] if len(found) > MOST else found
    told = [
        {**data, **_seen(site, shown, one.place), "related": [_seen(site, shown, other) for other in one.related]}
        for one, data in zip(first, as_data(first, shown.language), strict=True)
    ]
    serious = sum(one.severity is not Severity.ADVICE for one in found)
    counts = {"count": serious or len(found), "left": len(found) - len(first)}
    whole = {"findings": told, **counts, "totals": totals(found, shown.language), "told": site.told}
    return json.dumps(whole).encode()


def _seen(site: PreviewSite, shown: Shown, place: Place) -> dict[str, object]:
    """A place with its line, the carets under it, and its address in the writer's editor."""
    source = shown.sources.get(place.path)
    line, carets = excerpt(source, place) if source and source.line(place.line).strip() else ("", "")
    edit = editor_address(site.editor, site.project.root / place.path, place) if site.editor else ""
    where = {"path": place.path, "line": place.line, "column": place.column}
    return {**where, "source": line, "carets": carets, "edit": edit}
