"""A file of the project never stands in the way of one of the site's own without a word, whichever that is."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from parcours.build.build import inspect, prepare
from parcours.build.snapshot import Snapshot
from parcours.cli.main import main
from parcours.edge.project import Project
from parcours.edge.site_folder import MARK
from parcours.findings.finding import Finding
from tests.conftest import FRENCH

MAP = "content/journeys/enfant-malade/map.svg"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The French project, which has every kind of drawing, with cards for its pages."""
    folder = tmp_path_factory.mktemp("taken") / "project"
    shutil.copytree(FRENCH, folder, ignore=shutil.ignore_patterns("site", ".parcours"))
    settings = folder / "parcours.yml"
    settings.write_text(settings.read_text("utf-8") + "\nbase_url: https://example.org/\n", "utf-8")
    return folder


@pytest.fixture(scope="module")
def snapshot(project: Path) -> Snapshot:
    return Project(project).read()


def of_taken(snapshot: Snapshot, *paths: str) -> list[Finding]:
    """What is said of files that are there too; a build and a check say the same, and a build publishes no other."""
    there = replace(snapshot, assets={**snapshot.assets, **dict.fromkeys(paths, "0")})
    said, made = inspect(there).findings, prepare(there)
    found = [one for one in said if one.rule == "files/taken"]
    assert [one for one in made.findings if one.rule == "files/taken"] == found
    published = set(made.copies.values())
    assert published == there.assets.keys() - {one.place.path for one in found}
    return found


def test_every_file_of_a_site_is_told_of(project: Path, snapshot: Snapshot) -> None:
    site = project / "site"
    assert CliRunner().invoke(main, ["build", str(project), "--output", str(site)]).exit_code == 0
    written = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    own = {address for address in written if f"content/{address}" not in snapshot.assets} - {MARK}
    assert {"map.svg", "card.png", "drawing-1.svg", "diagram-flow.svg", "gaps.json"} <= {Path(a).name for a in own}
    files = {f"content/{address}" for address in own}
    assert {one.place.path for one in of_taken(snapshot, *files)} == files
    capitals = {f"content/{address.upper()}" for address in own}
    assert {one.place.path for one in of_taken(snapshot, *capitals)} == capitals


def test_whose_address_it_is_and_who_means_the_file_are_told(snapshot: Snapshot) -> None:
    home = snapshot.sources["content/index.md"]
    text = f"{home.text}\n![Carte]({MAP.removeprefix('content/')})\n"
    there = replace(snapshot, sources={**snapshot.sources, home.path: type(home).of(home.path, text)})
    (found,) = of_taken(there, MAP)
    assert found.value("address") == MAP.removeprefix("content/")
    assert found.value("part") == "page `journeys/enfant-malade/index.html`"
    assert [(place.path, place.line) for place in found.related] == [(home.path, text.count("\n"))]


@pytest.mark.parametrize(
    "path",
    [
        "content/journeys/enfant-malade/photo.jpg",
        "content/journeys/enfant-malade/drawing-99.svg",
        "content/assets/map.svg",
        "content/map.svg",
        "content/favicon.ico",
        "content/theme/mine.css",
    ],
)
def test_others_are_published(snapshot: Snapshot, path: str) -> None:
    assert of_taken(snapshot, path) == []


@pytest.mark.parametrize("path", ["atlas.json/inner.png", "search/index.html/inner.png", "analyses", "theme"])
def test_a_file_where_a_folder_must_be_stops_no_build(project: Path, tmp_path: Path, path: str) -> None:
    copy = tmp_path / "project"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns("site", ".parcours"))
    file = copy / "content" / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"\0")
    done = CliRunner().invoke(main, ["build", str(copy), "--output", str(tmp_path / "site")])
    assert isinstance(done.exception, SystemExit), "an error that is told, as any other"
    assert f"content/{path}" in done.output
    assert (tmp_path / "site" / "atlas.json").is_file()
    assert (tmp_path / "site" / "theme").is_dir()


def test_what_is_linked_to_is_published_or_told(project: Path, tmp_path: Path) -> None:
    copy = tmp_path / "project"
    shutil.copytree(project, copy, ignore=shutil.ignore_patterns("site", ".parcours"))
    assets = copy / "content" / "assets"
    (assets / "figures.csv").write_text("a,b\n1,2\n", "utf-8")
    (assets / "notes.md").write_text("Only for us.\n", "utf-8")
    home = copy / "content" / "index.md"
    home.write_text(home.read_text("utf-8") + "\n[a](assets/figures.csv) [b](assets/notes.md)\n", "utf-8")
    done = CliRunner().invoke(main, ["build", str(copy), "--output", str(tmp_path / "site")])
    page = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert 'href="assets/figures.csv"' in page
    assert (tmp_path / "site" / "assets" / "figures.csv").is_file()
    assert "notes.md" not in page
    assert "`assets/notes.md` [refs/dead-link]" in done.output
