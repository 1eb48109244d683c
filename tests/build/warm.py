"""The real command in processes of its own, begun from one that has everything imported: a build takes what it takes.

A process that is asked forks, as a shell would, after the imports; what it forks can be killed at any moment, and what
that has forked in turn lives on, as it would.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Self

DAY = "1790000000"
"""SOURCE_DATE_EPOCH: a long run may pass midnight."""
_NURSERY = """
import json, os, signal, sys, time
import parcours.cli.build, parcours.cli.explain, parcours.build.build, parcours.edge.project, parcours.edge.site_folder
import parcours.edge.history, parcours.edge.console, parcours.edge.raster, rich.progress
from parcours.cli.main import main
for line in sys.stdin:
    told = json.loads(line)
    start = time.monotonic()
    pid = os.fork()
    if not pid:
        out = os.open(told["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0), os.dup2(out, 1), os.dup2(out, 2)
        os.chdir(told["cwd"])
        os.environ.update(told["env"])
        code = 70
        try:
            main(told["words"])
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1 if end.code else 0
        except BaseException:
            import traceback
            traceback.print_exc()
        sys.stdout.flush(), sys.stderr.flush()
        os._exit(code or 0)
    after = told["kill_after"]
    status = None
    while status is None:
        if after is not None and time.monotonic() - start >= after:
            os.kill(pid, signal.SIGKILL)
        done, left = os.waitpid(pid, 0 if after is None else os.WNOHANG)
        status = left if done else time.sleep(0.0005)
    print(json.dumps({"code": os.waitstatus_to_exitcode(status), "seconds": time.monotonic() - start}), flush=True)
"""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended: its exit code (minus the signal that killed it), all it said, the seconds it took."""

    code: int
    said: str
    seconds: float

    @property
    def killed(self) -> bool:
        """Whether it was still at work when it was killed."""
        return self.code < 0


class Warm:
    """Runs commands, one after the other, until the context ends."""

    def __init__(self, scratch: Path) -> None:
        """What commands say is kept in a file of ``scratch`` while they run."""
        self._out = scratch / "said.txt"
        env = {**os.environ, "SOURCE_DATE_EPOCH": DAY, "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
        command = [sys.executable, "-c", _NURSERY]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, text=True)

    def run(self, *words: str, cwd: Path, kill_after: float | None = None, **env: str) -> Ended:
        """A command of ``parcours``; killed outright after some seconds where that is wished and it still runs then.

        ``env`` is what is otherwise in its environment, for it alone.
        """
        told = {"words": words, "cwd": str(cwd), "out": str(self._out), "kill_after": kill_after, "env": env}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(told) + "\n")
        self._process.stdin.flush()
        ended = json.loads(self._process.stdout.readline())
        said = self._out.read_text("utf-8", "replace")
        assert "Traceback" not in said, said
        return Ended(ended["code"], said, ended["seconds"])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()
        if self._process.stdout is not None:
            self._process.stdout.close()
