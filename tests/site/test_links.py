"""Every page of both sites: links, anchors, assets, ids, names, policy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.crawl import (
    Site,
    broken,
    dangling_references,
    impure_pictures,
    lax,
    outside,
    repeated_ids,
    unnamed,
    unreachable,
)
from tests.site.page import Page


@pytest.fixture
def crawled(site: Path) -> Site:
    return Site.of(site)


@pytest.mark.parametrize("faults", [broken, outside, unreachable, impure_pictures])
def test_a_site_holds_together(crawled: Site, faults: Callable[[Site], list[str]]) -> None:
    assert len(crawled.pages) > 10
    assert faults(crawled) == []


@pytest.mark.parametrize("faults", [repeated_ids, dangling_references, unnamed, lax])
def test_every_page_is_whole(crawled: Site, faults: Callable[[Page], list[str]]) -> None:
    assert [fault for page in crawled.pages.values() for fault in faults(page)] == []
