"""``parcours build --at`` and the releases side by side, from real repositories."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser

from tests.cli.running import run
from tests.edge.repositories import Made
from tests.site.test_axe import AXE, RULES

JOURNEY = (
    "---\ntitle: {title}\npersonas: [nora]\nstages:\n"
    "  - {{name: Choose, steps: [{{action: {action}, feeling: 3}}]}}\n---\n"
)
BUY = JOURNEY.format(title="Buy a bike", action="Looks")
LATER = JOURNEY.format(title="Buy a bike", action="Looks with new eyes")
SETTINGS = "state_page: false\nprint_page: false\nmap_pictures: false\n"


@pytest.fixture(scope="module")
def maps(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """v1 has one journey and a picture; v1.1 another journey; now the first is gone from the persona's page."""
    made = Made.at(tmp_path_factory.mktemp("project") / "maps")
    made.write("content/personas/nora.md", "---\nname: Nora\nportrait: {src: assets/nora.svg, alt: Nora}\n---\n")
    made.write("content/assets/nora.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    made.write("parcours.yml", SETTINGS)
    made.commit("2026-01-01", buy=BUY)
    made.git("tag", "v1")
    made.commit("2026-02-01", repair=BUY.replace("Buy", "Repair"))
    made.git("tag", "v1.1")
    made.git("tag", "draft-2")
    made.write("parcours.yml", f"{SETTINGS}versions:\n  tags: v*\n  last: 2\n  names: [v9]\n")
    made.write("content/journeys/repair.md", "")
    (made.folder / "content/journeys/repair.md").unlink()
    (made.folder / "content/assets/nora.svg").unlink()
    made.write("content/personas/nora.md", "---\nname: Nora Lind\n---\n")
    made.commit("2026-03-01", buy=LATER)
    return made


@pytest.fixture(scope="module")
def site(maps: Made) -> Path:
    done = run("build", "-o", "../site", cwd=maps.folder)
    assert done.returncode == 0, done.stderr
    assert "Versions beside it: v1.1, v1." in done.stdout
    assert "git knows no revision and no tag like `v9`, so it is left out. Did you mean `v1`?" in done.stderr
    return maps.folder.parent / "site"


def switch(page: Path) -> dict[str, Path]:
    """Where the version switch of a page leads, by name."""
    nav = re.search(r'<nav class="versions.*?</nav>', page.read_text("utf-8"), re.DOTALL)
    assert nav is not None
    links = re.findall(r'<li><a href="([^"]+)"[^>]*>([^<]+)</a>', nav[0])
    return {name: (page.parent / href).resolve() for href, name in links}


def test_each_release_is_a_site_of_its_time(site: Path) -> None:
    then = (site / "versions/v1/journeys/buy/index.html").read_text("utf-8")
    assert "Looks with new eyes" not in then
    assert "These maps are no longer up to date." in then
    assert (site / "versions/v1/assets/nora.svg").is_file()
    assert not (site / "assets/nora.svg").exists()
    assert not (site / "versions/v1/journeys/repair").exists()
    assert (site / "versions/v1-1/journeys/repair/index.html").is_file()
    assert sorted(path.name for path in (site / "versions").iterdir()) == ["v1", "v1-1"]


def test_a_page_leads_to_itself_where_it_is_and_to_the_start_where_not(site: Path) -> None:
    assert switch(site / "versions/v1-1/journeys/repair/index.html") == {
        "the present": site / "index.html",
        "v1.1": site / "versions/v1-1/journeys/repair/index.html",
        "v1": site / "versions/v1/index.html",
    }
    assert switch(site / "journeys/buy/index.html") == {
        "the present": site / "journeys/buy/index.html",
        "v1.1": site / "versions/v1-1/journeys/buy/index.html",
        "v1": site / "versions/v1/journeys/buy/index.html",
    }


def test_every_link_of_every_release_leads_somewhere(site: Path) -> None:
    dead: list[str] = []
    pages = sorted(path for path in site.rglob("*.html") if path.name != "404.html")
    assert len(pages) > 20
    for page in pages:
        for href in re.findall(r'(?:href|src)="([^"#?]+)', page.read_text("utf-8")):
            target = page.parent / unquote(unescape(href))
            if "://" not in href and not href.startswith("data:") and not target.is_file():
                dead.append(f"{page.relative_to(site)}: {href}")
    assert dead == []


def test_the_switch_works_without_scripts_from_the_disk(site: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 700})
    page = context.new_page()
    page.goto((site / "journeys/buy/index.html").as_uri())
    page.get_by_text("Version", exact=False).first.click()
    page.get_by_role("link", name="v1.1").click()
    assert page.url == (site / "versions/v1-1/journeys/buy/index.html").as_uri()
    page.get_by_role("link", name="See them as they are now").click()
    assert page.url == (site / "journeys/buy/index.html").as_uri()
    context.close()


@pytest.mark.parametrize("address", ["journeys/buy/index.html", "versions/v1/journeys/buy/index.html"])
def test_the_switch_stands_in_nobodys_way(site: Path, browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 320, "height": 700})
    page.goto((site / address).as_uri())
    page.locator(".versions summary").click()
    page.evaluate(AXE)
    found = json.loads(
        page.evaluate(f"axe.run('.versions', {json.dumps(RULES)}).then(r => JSON.stringify(r.violations))")
    )
    assert [one["id"] for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.close()


def test_the_site_of_one_revision(maps: Made, tmp_path: Path) -> None:
    assert run("build", "--at", "v1", "-o", str(tmp_path / "then"), cwd=maps.folder).returncode == 0
    text = (tmp_path / "then/journeys/buy/index.html").read_text("utf-8")
    assert "Looks with new eyes" not in text
    assert 'class="versions' not in text
    assert (tmp_path / "then/assets/nora.svg").is_file()
    assert not (tmp_path / "then/versions").exists()


def test_releases_can_be_left_out(maps: Made, tmp_path: Path) -> None:
    assert run("build", "--no-versions", "-o", str(tmp_path / "now"), cwd=maps.folder).returncode == 0
    assert not (tmp_path / "now/versions").exists()
    assert 'class="versions' not in (tmp_path / "now/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("revision", "told"),
    [("v2", "`v2` is no revision, branch or tag of this repository. Did you mean `v1`?"), ("--", "is no revision")],
)
def test_a_revision_that_is_none(maps: Made, tmp_path: Path, revision: str, told: str) -> None:
    done = run("build", f"--at={revision}", "-o", str(tmp_path / "x"), cwd=maps.folder)
    assert done.returncode == 2
    assert told in done.stderr
    assert not (tmp_path / "x").exists()


def test_without_a_repository_the_present_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    folder = tmp_path / "maps"
    (folder / "content/journeys").mkdir(parents=True)
    (folder / "content/journeys/buy.md").write_text(BUY.replace("personas: [nora]\n", ""), "utf-8")
    (folder / "parcours.yml").write_text(f"{SETTINGS}versions: {{tags: v*}}\n", "utf-8")
    done = run("build", cwd=folder)
    assert done.returncode == 0
    assert "so the site has only the present" in done.stderr
    at = run("build", "--at", "v1", cwd=folder)
    assert at.returncode == 2
    assert "does not lie in a git repository, so `v1` is no revision of it" in at.stderr


def test_a_revision_from_before_the_project(tmp_path: Path) -> None:
    made = Made.at(tmp_path)
    made.write("README.md", "x")
    made.commit()
    made.git("tag", "empty")
    made.commit(buy=BUY)
    done = run("build", "--at", "empty", cwd=tmp_path)
    assert done.returncode == 2
    assert "`empty` holds no content folder" in done.stderr
