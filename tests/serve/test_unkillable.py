"""Whatever befalls the files of a project, each thing by itself: the preview lives, tells of it, and is right again."""

from __future__ import annotations

import errno
import io
import os
import random
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from parcours.edge.preview_site import PreviewSite
from tests.serve.disorder import NAMES, OPERATIONS, TEMPLATES, Disorder
from tests.serve.running import ADDRESS, JOURNEY, PAGE, Preview, previewing
from tests.serve.test_disorder import assert_right, caught_up

NORA = "/personas/nora/"
SHOWN = (ADDRESS, NORA, "/channels/website/")
EVENTS = 10_000


@dataclass
class Lasting:
    """A preview that one thing after the other befalls. ``number`` counts them, ``right`` are pages as they are due."""

    preview: Preview
    disorder: Disorder
    right: dict[str, bytes]
    number: int = 0

    def survives(self) -> None:
        """It has seen what was done, answers, and when all is restored it is right, as if nothing had been."""
        self.number += 1
        with suppress(OSError):  # there may be no folder for a page
            caught_up(self.preview, self.number)
        for address in ("/", *SHOWN, "/_parcours/findings.json"):
            assert self.preview.ask(address)[0] in (200, 404), address
        self.disorder.restore()
        mark = caught_up(self.preview, 1000 + self.number)
        mark.unlink()
        self.preview.until(lambda e: not e["findings"] and f"personas/{mark.stem}/index.html" in e["changed"])
        assert self.right == {address: self.preview.ask(address)[2] for address in SHOWN}
        assert self.preview.process.poll() is None
        assert [line for line in self.preview.said if "Traceback" in line or line.startswith("parcours:")] == []


@pytest.fixture(scope="module")
def lasting(starter: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lasting]:
    root = Path(shutil.copytree(starter, tmp_path_factory.mktemp("unkillable") / "maps"))
    with previewing(root) as preview:
        right = {address: preview.ask(address)[2] for address in SHOWN}
        yield Lasting(preview, Disorder(root, starter, random.Random(0)), right)
        assert_right(preview)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda one: one.__name__)
def test_nothing_that_is_done_to_files_ends_it(operation: Callable[[Disorder], None], lasting: Lasting) -> None:
    with suppress(FileNotFoundError):  # there may be no theme that could go
        operation(lasting.disorder)
    lasting.survives()


@pytest.mark.parametrize("number", range(len(TEMPLATES)))
def test_no_template_ends_it(number: int, lasting: Lasting) -> None:
    own = lasting.preview.folder / "themes" / "cartouche" / "templates" / "persona.html"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_bytes(TEMPLATES[number].encode("latin-1"))
    lasting.preview.until(lambda e: e["findings"] > 0)
    assert lasting.preview.ask(NORA)[0] == 200
    lasting.survives()


def test_no_name_of_a_file_ends_it(lasting: Lasting) -> None:
    for name in NAMES:
        (lasting.preview.folder / "content" / "personas" / name).write_text("---\nname: Odd\n---\n")
    lasting.survives()


def test_what_may_not_be_read_is_told_and_shown_as_it_was(lasting: Lasting) -> None:
    file = lasting.preview.folder / JOURNEY
    file.chmod(0)
    lasting.preview.until(lambda e: e["findings"] > 0)
    assert [(one["rule"], one["path"]) for one in lasting.preview.findings()] == [("files/unreadable", JOURNEY)]
    assert lasting.preview.ask(ADDRESS)[2] == lasting.right[ADDRESS]
    file.chmod(0o644)
    lasting.preview.until(lambda e: e["findings"] == 0)
    folder = file.parent
    folder.chmod(0)
    lasting.preview.until(lambda e: e["findings"] > 0)
    folder.chmod(0o755)
    lasting.preview.until(lambda e: e["findings"] == 0)
    lasting.survives()


def test_ten_thousand_events_do_not_end_it(lasting: Lasting) -> None:
    folder = lasting.preview.folder / "content" / "assets"
    for number in range(EVENTS // 4):
        file = folder / f"{number}.txt"
        file.write_bytes(b"x")
        file.rename(folder / f"{number}.bin")
        (folder / f"{number}.bin").unlink()
    lasting.survives()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux says how many events it keeps")
def test_events_that_the_system_loses_do_not_matter(lasting: Lasting) -> None:
    kept = int(Path("/proc/sys/fs/inotify/max_queued_events").read_text())
    file, other = lasting.preview.folder / JOURNEY, lasting.preview.folder / "content" / "assets" / "nora.svg"
    lasting.preview.process.send_signal(signal.SIGSTOP)
    # Equal events that follow each other are one for the system: two files take turns.
    for number in range(kept):
        for touched in (other, file):
            touched.touch()
        if number == kept - 2:
            file.write_text(file.read_text().replace("Looks for a bike online", "Dreams of a bike"))
    lasting.preview.process.send_signal(signal.SIGCONT)
    lasting.preview.until(lambda e: PAGE in e["changed"] and b"Dreams of a bike" in lasting.preview.ask(ADDRESS)[2])
    lasting.survives()


def test_a_disk_that_is_full_does_not_end_it(project: Path) -> None:
    with previewing(project, largest=0) as preview:
        file = preview.folder / JOURNEY
        file.write_text(file.read_text().replace("Looks for a bike online", "Dreams of a bike"))
        preview.until(lambda e: PAGE in e["changed"])
        assert b"Dreams of a bike" in preview.ask(ADDRESS)[2]
        assert [line for line in preview.said if "Traceback" in line or line.startswith("parcours:")] == []


def test_what_it_says_may_find_no_room(project: Path) -> None:
    """A log on a disk that is full, a reader that has gone: it says things in vain, and goes on."""
    with previewing(project, unheard=True) as preview:
        file = preview.folder / JOURNEY
        right = file.read_text()
        for number in range(3):
            file.write_text("---\ntitle: [\n")
            preview.until(lambda e: e["findings"] > 0)
            file.write_text(right.replace("Looks for a bike online", f"Dreams of bike {number}"))
            preview.until(lambda e: e["findings"] == 0 and PAGE in e["changed"])
            assert f"Dreams of bike {number}".encode() in preview.ask(ADDRESS)[2]
        assert preview.process.poll() is None


class Full(io.StringIO):
    """A log that takes no more."""

    def write(self, _: str, /) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_fault_of_ours_may_find_no_room_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Full())
    PreviewSite.tell_fault(ValueError("ours"))
