"""A project of one's own for each test, made once and copied, and a preview of it."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.serve.running import Preview, previewing


@pytest.fixture(scope="session")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new project, as `parcours new` makes it."""
    folder = tmp_path_factory.mktemp("starter")
    subprocess.run([sys.executable, "-m", "parcours", "new", "maps", "--language", "en"], cwd=folder, check=True)
    return folder / "maps"


@pytest.fixture
def project(starter: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may spoil."""
    return Path(shutil.copytree(starter, tmp_path / "maps"))


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    """That copy, served."""
    with previewing(project) as running:
        yield running


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A window of a browser, for tabs that share what a browser shares."""
    made = browser.new_context(viewport={"width": 1280, "height": 900})
    yield made
    made.close()
