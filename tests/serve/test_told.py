"""What a page is told of the findings."""

import json
from pathlib import Path

import pytest

from parcours.edge.preview_site import PreviewSite
from parcours.edge.project import Project
from parcours.edge.told import findings_told
from tests.conftest import run_apart
from tests.serve.running import JOURNEY


def test_all_findings_are_counted_though_a_page_is_told_of_the_first(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parcours.edge.told.MOST", 2)
    file = project / JOURNEY
    file.write_text(file.read_text().replace("feeling:", "felt:").replace("owner: Shop team\n", ""))

    async def told() -> None:
        site = PreviewSite(Project(project), lambda _shown, _news: None)
        await site.begin()
        await site.refresh()
        heard = json.loads(await findings_told(site))
        assert [one["severity"] for one in heard["findings"]] == ["error", "error"]
        assert heard["totals"].startswith("5 errors, ")
        assert heard["count"] == 5, "advice counts where there is nothing else"
        assert heard["left"] > 3
        assert site.idle is not None
        site.idle.cancel()

    run_apart(told())
