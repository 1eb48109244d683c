"""The one place that runs the program ``git``: what repository a folder lies in, what its commits hold.

Nothing here asks the network, a person, a pager or a program named in a repository's settings, and nothing is locked.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

PATIENCE = 120.0
"""Seconds that git may take for one question; 20,000 commits are listed in two or three."""
SETTINGS = ("core.quotepath=off", "core.fsmonitor=false", "log.showSignature=false", "core.pager=cat", "gc.auto=0")
"""Settings of one's own that would change what git prints, or run programs."""
OTHERS = ("DIR", "WORK_TREE", "INDEX_FILE", "PREFIX", "COMMON_DIR", "NAMESPACE", "EXTERNAL_DIFF", "CEILING_DIRECTORIES")
"""Parts of the environment (``GIT_DIR``) that a hook sets, and that speak of another folder than ours."""


class Trouble(StrEnum):
    """Why there is nothing to be learnt from git. Only the last four are worth a word to anybody."""

    NO_GIT = "no-git"
    NO_REPOSITORY = "no-repository"
    UNSAFE = "unsafe"
    UNKNOWN = "unknown-revision"
    SLOW = "slow"
    FAILED = "failed"


class GitFault(Exception):
    """Git could not answer: why, and its own words where it said any."""

    def __init__(self, trouble: Trouble, words: str = "") -> None:
        """Keeps the parts."""
        super().__init__(words or trouble.value)
        self.trouble, self.words = trouble, words


@dataclass(frozen=True, slots=True)
class Repository:
    """The repository a folder lies in.

    ``folder`` is the folder that was asked about, ``prefix`` its path from the top of the repository (``docs/maps/``,
    empty at the top), ``git_dir`` where git keeps its own files (of a submodule: in the outer repository). ``head`` is
    the id of the commit that is checked out, empty before the first one; ``branch`` is empty when the head is detached.
    ``shallow`` says that older commits were not fetched.
    """

    folder: Path
    prefix: str
    git_dir: Path
    head: str
    branch: str
    shallow: bool


def ask(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What ``git -C folder arguments…`` prints, ``given`` on its standard input. Raises GitFault, nothing else."""
    program = shutil.which("git")
    if program is None:
        raise GitFault(Trouble.NO_GIT)
    settings = [part for setting in SETTINGS for part in ("-c", setting)]
    command = [program, "--no-pager", *settings, "-C", str(folder), *arguments]
    try:
        done = subprocess.run(command, input=given, capture_output=True, env=_surroundings(), timeout=PATIENCE)  # noqa: PLW1510
    except subprocess.TimeoutExpired:
        raise GitFault(Trouble.SLOW, arguments[0]) from None
    except (OSError, ValueError) as error:
        raise GitFault(Trouble.FAILED, str(error)) from None
    if done.returncode != 0:
        raise _fault(done.stderr.decode("utf-8", "replace").strip())
    return done.stdout


def _fault(words: str) -> GitFault:
    if "dubious ownership" in words or "unsafe repository" in words:
        return GitFault(Trouble.UNSAFE, words)
    if "not a git repository" in words:
        return GitFault(Trouble.NO_REPOSITORY, words)
    return GitFault(Trouble.FAILED, words)


def _surroundings() -> dict[str, str]:
    """Our environment without what makes git wait, speak another language, ask the network or look elsewhere."""
    away = {f"GIT_{name}" for name in OTHERS}
    kept = {name: value for name, value in os.environ.items() if name not in away}
    return {
        **kept,
        "LC_ALL": "C",
        "GIT_OPTIONAL_LOCKS": "0",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_PAGER": "cat",
        # A clone without blobs would fetch each one we look at.
        "GIT_NO_LAZY_FETCH": "1",
        "GIT_ALLOW_PROTOCOL": "none",
    }


def repository(folder: Path) -> Repository:
    """The repository a folder lies in. Raises GitFault: without git, outside a repository, in somebody else's."""
    asked = ("--is-inside-work-tree", "--is-shallow-repository", "--absolute-git-dir", "--show-prefix")
    lines = os.fsdecode(ask(folder, "rev-parse", *asked)).split("\n")
    inside, shallow, git_dir, prefix = (*lines, "", "", "")[:4]
    if inside != "true":
        raise GitFault(Trouble.NO_REPOSITORY)
    return Repository(folder, prefix, Path(git_dir), _head(folder), _branch(folder), shallow == "true")


def _head(folder: Path) -> str:
    try:
        return commit_of(folder, "HEAD")
    except GitFault as fault:
        if fault.trouble is Trouble.UNKNOWN:
            return ""
        raise


def _branch(folder: Path) -> str:
    try:
        return os.fsdecode(ask(folder, "symbolic-ref", "--quiet", "--short", "HEAD")).strip()
    except GitFault:
        return ""


def commit_of(folder: Path, revision: str) -> str:
    """The id of the commit that a branch, tag or other revision names. Raises GitFault (``UNKNOWN`` for no such)."""
    try:
        asked = ("--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        return ask(folder, "rev-parse", *asked).decode("ascii", "replace").strip()
    except GitFault as fault:
        if fault.trouble is Trouble.FAILED:
            raise GitFault(Trouble.UNKNOWN, revision) from None
        raise


def files_at(found: Repository, commit: str, below: str = "") -> Mapping[str, str]:
    """The files of a commit at and below the repository's ``folder``: path from there to the id of its text.

    ``below`` narrows to a file or folder (``content``). Links and submodules are left out. Raises GitFault.
    """
    where = (found.prefix + below).rstrip("/")
    narrowed = ("--", where) if where else ()
    listed = ask(found.folder, "ls-tree", "-r", "-z", "--full-tree", commit, *narrowed)
    files: dict[str, str] = {}
    for entry in listed.split(b"\0"):
        about, _, path = entry.partition(b"\t")
        mode, _, rest = about.partition(b" ")
        if mode in (b"100644", b"100755"):
            files[os.fsdecode(path).removeprefix(found.prefix)] = rest.rpartition(b" ")[2].decode("ascii")
    return files


def blobs(folder: Path, ids: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The bytes of some blobs by id, each once; what a clone left behind is left out. Raises GitFault."""
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        return
    data = ask(folder, "cat-file", "--batch", given="".join(f"{id_}\n" for id_ in wanted).encode("ascii"))
    at = 0
    while at < len(data):
        end = data.index(b"\n", at)
        parts = data[at:end].decode("ascii", "replace").split(" ")
        at = end + 1
        if len(parts) == 3 and parts[2].isdigit():
            size = int(parts[2])
            yield parts[0], data[at : at + size]
            at += size + 1
