"""Parsing and rendering on executors: the bytes of one process, failures told."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from parcours.build.build import prepare
from parcours.edge import elsewhere
from parcours.edge.elsewhere import Elsewhere, ExecutorFailed, made_pages, packed
from parcours.edge.project import Project
from parcours.edge.site_folder import Means, Part, write_site
from tests.build.compared import tree
from tests.cli.running import run
from tests.conftest import FRENCH

CLUSTER = """
import sys
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None) as cluster:
        print(cluster.scheduler_address, flush=True)
        sys.stdin.read()
"""


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The French project's site as one process makes it."""
    project, folder = Project(FRENCH), tmp_path_factory.mktemp("alone") / "site"
    write_site(Part(prepare(project.read()), project.asset), folder)
    return tree(folder)


def threads() -> Executor:
    return ThreadPoolExecutor(2)


def processes() -> Executor:
    return ProcessPoolExecutor(2, mp_context=get_context("spawn"))


@pytest.mark.parametrize("pool", [threads, processes])
def test_any_executor_gives_the_bytes_of_one_process(tmp_path: Path, alone: dict[str, bytes], pool: Any) -> None:
    project, ticks = Project(FRENCH), list[None]()
    with pool() as executor:
        there = Elsewhere(executor, 2)
        made = prepare(project.read(), read=there.read)
        means = Means(tick=lambda: ticks.append(None), elsewhere=there)
        written = write_site(Part(made, project.asset), tmp_path / "site", means)
    site = tree(tmp_path / "site")
    assert site == alone
    assert written.files == len(site) - 1
    assert len(ticks) == made.pages


class Dead(Executor):
    """One whose workers have died."""

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        future: Future[Any] = Future()
        future.set_exception(RuntimeError("the worker\nwas killed"))
        return future


def test_a_worker_that_dies_is_told_and_the_site_stays(tmp_path: Path) -> None:
    project, site = Project(FRENCH), tmp_path / "site"
    site.mkdir()
    made = prepare(project.read())
    with pytest.raises(ExecutorFailed, match="RuntimeError: the worker was killed"):
        write_site(Part(made, project.asset), site, Means(elsewhere=Elsewhere(Dead(), 2)))
    with pytest.raises(ExecutorFailed, match="the worker was killed"):
        prepare(project.read(), read=Elsewhere(Dead(), 2).read)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_worker_with_another_parcours_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    cargo = packed(prepare(Project(FRENCH).read()))
    monkeypatch.setattr(elsewhere, "__version__", "9.9")
    elsewhere._unpacked.cache_clear()
    with pytest.raises(ExecutorFailed, match=r"Parcours 9\.9 ≠ "):
        made_pages(cargo, ("index.html",))


def test_a_template_fault_at_a_worker_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "content" / "personas").mkdir(parents=True)
    (tmp_path / "content" / "personas" / "claire.md").write_text("---\nname: Claire\n---\n", "utf-8")
    template = tmp_path / "themes" / "cartouche" / "templates" / "persona.html"
    template.parent.mkdir(parents=True)
    template.write_text("{% if %}", "utf-8")
    project = Project(tmp_path)
    with threads() as executor:
        there = Elsewhere(executor, 2)
        made = prepare(project.read())
        written = write_site(Part(made, project.asset), tmp_path / "site", Means(elsewhere=there))
    assert [found.rule for found in written.shown] == ["content/template-fault"]


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[str]:
    """A Dask cluster of two workers on this machine: the address of its scheduler."""
    script = tmp_path / "cluster.py"
    script.write_text(CLUSTER, encoding="utf-8")
    command = [sys.executable, "-W", "ignore", str(script)]
    with subprocess.Popen(command, cwd=tmp_path, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        yield running.stdout.readline().strip().removeprefix("tcp://")
        assert running.stdin is not None
        running.stdin.close()
        running.wait()


def test_a_dask_cluster_gives_the_bytes_of_one_process(tmp_path: Path, cluster: str) -> None:
    folder = tmp_path / "project"
    (folder / "content").mkdir(parents=True)
    (folder / "parcours.yml").write_text((FRENCH / "parcours.yml").read_text("utf-8"), "utf-8")
    for path in (FRENCH / "content").rglob("*"):
        if path.is_file():
            target = folder / path.relative_to(FRENCH)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    here = run("build", "--output", "here", cwd=folder)
    there = run("build", "--output", "there", "--executor", f"dask://{cluster}", cwd=folder)
    assert there.returncode == here.returncode, there.stderr
    assert tree(folder / "there") == tree(folder / "here")


def test_no_scheduler_is_told(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    done = run("build", "--executor", "dask://127.0.0.1:1", cwd=tmp_path)
    assert done.returncode == 1
    assert "The executor did not do its work" in done.stderr
    wrong = run("build", "--executor", "spark://127.0.0.1:1", cwd=tmp_path, language="fr_FR.UTF-8")
    assert wrong.returncode == 2
    assert "n’est pas un exécuteur" in wrong.stderr
