"""How editors save: each habit, down to its system calls, is one update of the preview, not none and not two."""

import os
import queue
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.serve.running import ADDRESS, JOURNEY, PAGE, Preview

OTHER = "content/personas/nora.md"
AFTERWARDS = 0.4
"""Seconds in which a second update would have come."""
HALTED = 0.3
"""Seconds for which a writer may be kept waiting with a file half written."""


def in_place(file: Path, text: str) -> None:
    """VS Code, nano, Notepad: the file is emptied and written."""
    with file.open("w", encoding="utf-8") as open_file:
        open_file.write(text)
        open_file.flush()
        os.fsync(open_file.fileno())


def in_pieces(file: Path, text: str) -> None:
    """A writer that hands its text to the system piece by piece."""
    with file.open("w", encoding="utf-8") as open_file:
        for start in range(0, len(text), 500):
            open_file.write(text[start : start + 500])
            open_file.flush()


def haltingly(file: Path, text: str) -> None:
    """The same on a busy machine: the writer is kept waiting between two pieces."""
    with file.open("w", encoding="utf-8") as open_file:
        for piece in (text[:500], text[500:]):
            open_file.write(piece)
            open_file.flush()
            time.sleep(HALTED)


def vim(file: Path, text: str) -> None:
    """Vim (`backupcopy=auto`, `writebackup`): tries the folder, moves the old file aside, writes a new one."""
    swap = file.with_name(f".{file.name}.swp")
    swap.write_bytes(b"b0VIM 9.0")
    trial = file.with_name("4913")
    trial.touch()
    trial.unlink()
    aside = file.with_name(f"{file.name}~")
    file.rename(aside)
    in_place(file, text)
    file.chmod(0o644)
    aside.unlink()
    swap.unlink()


def vim_backup_copy(file: Path, text: str) -> None:
    """Vim with `backupcopy=yes`: copies the old file aside, writes over it."""
    aside = file.with_name(f"{file.name}~")
    shutil.copy2(file, aside)
    in_place(file, text)
    aside.unlink()


def jetbrains(file: Path, text: str) -> None:
    """JetBrains with safe write: writes beside, moves the old one aside, the new one in its place, deletes the old."""
    fresh, old = file.with_name(f"{file.name}___jb_tmp___"), file.with_name(f"{file.name}___jb_old___")
    in_place(fresh, text)
    file.rename(old)
    fresh.rename(file)
    old.unlink()


def emacs(file: Path, text: str) -> None:
    """Emacs: a lock that is a link to nowhere, its own saving, a backup by renaming, a new file."""
    lock, saved = file.with_name(f".#{file.name}"), file.with_name(f"#{file.name}#")
    lock.symlink_to("nora@bike.1234:1")
    saved.write_text(text, encoding="utf-8")
    file.rename(file.with_name(f"{file.name}~"))
    in_place(file, text)
    saved.unlink()
    lock.unlink()


def gnome(file: Path, text: str) -> None:
    """GNOME's editors: a hidden file beside, renamed over."""
    beside = file.with_name(".goutputstream-AB12CD")
    in_place(beside, text)
    beside.rename(file)


def sed(file: Path, text: str) -> None:
    """`sed -i`, as its system calls are: sedXXXXXX beside, the mode copied, renamed over."""
    beside = file.with_name("sedq7Xw2Z")
    in_place(beside, text)
    beside.chmod(0o644)
    beside.rename(file)


def node(file: Path, text: str) -> None:
    """`write-file-atomic` of Node, as many tools have it: a number behind the name, renamed over."""
    beside = file.with_name(f"{file.name}.3942711")
    in_place(beside, text)
    beside.rename(file)


def real_sed(file: Path, text: str) -> None:
    """The real `sed -i`; it makes the same change as the others."""
    new = next(line for line in text.splitlines() if "Dreams" in line)
    subprocess.run(["sed", "-i", "-e", f"s/.*Looks for a bike online.*/{new}/", str(file)], check=True)


def real_vim(file: Path, text: str) -> None:
    """The real Vim."""
    command = ["vim", "-u", "NONE", "-es", "-c", "%s/Looks for a bike online/Dreams of a bike/", "-c", "wq", str(file)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)


def gnu_sed() -> bool:
    return (
        shutil.which("sed") is not None
        and "GNU" in subprocess.run(["sed", "--version"], capture_output=True, text=True, check=False).stdout
    )


PROGRAMS = [habit for habit, here in ((real_sed, gnu_sed()), (real_vim, shutil.which("vim") is not None)) if here]


@pytest.mark.parametrize(
    "save",
    [in_place, in_pieces, haltingly, vim, vim_backup_copy, jetbrains, emacs, gnome, sed, node, *PROGRAMS],
    ids=lambda save: save.__name__,
)
def test_a_save_is_one_update(preview: Preview, save: Callable[[Path, str], None]) -> None:
    file = preview.folder / JOURNEY
    save(file, file.read_text(encoding="utf-8").replace("Looks for a bike online", "Dreams of a bike"))
    event = preview.until(lambda e: PAGE in e["changed"])
    assert event["build"] == 2
    assert event["findings"] == 0
    assert b"Dreams of a bike" in preview.ask(ADDRESS)[2]
    with pytest.raises(queue.Empty):
        preview.events.get(timeout=AFTERWARDS)
    # Nor had one been on its way: the next save is the next update.
    other = preview.folder / OTHER
    other.write_text(
        other.read_text(encoding="utf-8").replace("\n---\n", "\nquote: Faster!\n---\n", 1), encoding="utf-8"
    )
    assert preview.events.get(timeout=30)["build"] == 3


def test_a_checkout_of_hundreds_of_files_is_one_build(project: Path, preview: Preview) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(
            ["git", "-c", "user.name=T", "-c", "user.email=t@example.org", *arguments], cwd=project, check=True
        )

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "one")
    git("checkout", "-qb", "other")
    for number in range(300):
        name = project / "content" / "personas" / f"person-{number}.md"
        name.write_text(f"---\nname: Person {number}\n---\n", encoding="utf-8")
    event = preview.until(lambda e: "personas/person-299/index.html" in e["changed"])
    git("add", "-A")
    git("commit", "-qm", "two")
    git("checkout", "-q", "-")
    gone = preview.until(lambda e: "personas/person-299/index.html" in e["changed"])
    assert gone["build"] == event["build"] + 1
    assert len([address for address in gone["changed"] if address.startswith("personas/person-")]) == 300


@pytest.mark.parametrize(
    "litter", [".x.swp", "x.md~", "#x.md#", "4913", "x.md___jb_tmp___", "x.tmp", ".DS_Store", "sedaB3xY9"]
)
def test_what_editors_leave_behind_is_nobodys_page(preview: Preview, litter: str) -> None:
    folder = preview.folder / "content" / "personas"
    (folder / litter).write_text("---\nname: Nobody\n---\n", encoding="utf-8")
    (folder / "one.md").write_text("---\nname: One\n---\n", encoding="utf-8")
    event = preview.until(lambda e: "personas/one/index.html" in e["changed"])
    assert not any(litter.strip(".#~") in address for address in event["changed"])
    assert event["build"] == 2
