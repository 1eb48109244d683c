"""How a process ends that holds much: at once, not giving back object by object what the system takes back whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import NoReturn


class AtOnce(SystemExit):
    """Ends a command that has nothing left to do; what its callers hold stays where it is until the process is gone."""


def until_ended(command: Callable[[], object]) -> NoReturn:
    """Runs a command as a process of its own and ends with its exit code. Never returns."""
    try:
        command()
    except AtOnce as end:
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(end.code if isinstance(end.code, int) else 0)
    sys.exit()
