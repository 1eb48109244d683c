"""What tests share: the two sites, built once by the real command, a real browser, a web server on the loopback."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from typing import Any, TypeVar

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from tests.browser.chromium import FLAGS, find_chromium
from tests.browser.loopback import Served, served

# The same examples on every machine, so that a red run says what a change broke; `make fuzz` looks for new ones.
# How fast an example is says what else the machine does.
untimed = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("repeatable", untimed, derandomize=True)
settings.register_profile("searching", untimed, derandomize=False)
settings.load_profile("repeatable")

T = TypeVar("T")

REPOSITORY = Path(__file__).resolve().parent.parent
FRENCH = REPOSITORY / "tests" / "sites" / "french"
THEMES = ("cartouche", "relief")


@pytest.fixture(scope="session")
def demonstration_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own content, built."""
    return _built_once(REPOSITORY, "demonstration", tmp_path_factory)


@pytest.fixture(scope="session")
def french_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The French project of the tests, built."""
    return _built_once(FRENCH, "french", tmp_path_factory)


@pytest.fixture(params=["demonstration", "french"])
def site(request: pytest.FixtureRequest) -> Path:
    """Each of the two sites in turn."""
    folder: Path = request.getfixturevalue(f"{request.param}_site")
    return folder


@pytest.fixture(params=[f"{site}-{theme}" for theme in THEMES for site in ("demonstration", "french")])
def themed_site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each of the two sites in each shipped theme."""
    name, _, theme = request.param.partition("-")
    if theme == THEMES[0]:
        folder: Path = request.getfixturevalue(f"{name}_site")
        return folder
    return _built_once({"demonstration": REPOSITORY, "french": FRENCH}[name], request.param, tmp_path_factory, theme)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A real Chromium, one a process; it reaches the loopback and nothing else."""
    chromium = find_chromium()
    if chromium is None:
        pytest.fail("no Chromium: run `make chromium`")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=str(chromium), args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture
def serve_folder() -> Iterator[Callable[..., Served]]:
    """``serve_folder(folder, prefix="/")`` serves a folder on a free port of the loopback until the test ends."""
    with ExitStack() as stack:
        yield lambda folder, prefix="/": stack.enter_context(served(folder, prefix))


def run_apart(coroutine: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine, run in a thread of its own: the browser's loop may be running in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


def _built_once(project: Path, name: str, tmp_path_factory: pytest.TempPathFactory, theme: str = "") -> Path:
    """A site built by the real command, by the first of the test processes that wants it."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / f"site-{name}"
    with FileLock(shared / f"site-{name}.lock"):
        if not folder.exists():
            if theme:
                project = _in_theme(project, shared / f"project-{name}", theme)
            command = [sys.executable, "-m", "parcours", "build", str(project), "--output", str(folder)]
            done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
            if done.returncode:
                pytest.fail(f"parcours build ended with {done.returncode}:\n{done.stdout}\n{done.stderr}")
    return folder


def _in_theme(project: Path, copy: Path, theme: str) -> Path:
    """A copy of a project that differs in its theme alone."""
    shutil.copytree(project / "content", copy / "content")
    settings = (project / "parcours.yml").read_text("utf-8").splitlines()
    kept = [line for line in settings if not line.startswith("theme:")]
    (copy / "parcours.yml").write_text("\n".join([*kept, f"theme: {theme}", ""]), "utf-8")
    return copy
