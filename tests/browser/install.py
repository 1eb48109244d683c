"""Installs Chromium where there is none: through apt where that can be, else through Playwright."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.browser.chromium import ENVIRONMENT, find_chromium

PACKAGES = ("chromium", "chromium-browser")
"""Debian's name, then Ubuntu's."""

HELP = f"""\
The tests show every page to a real Chromium, and none could be found or installed.
Install Chromium, Chrome or Edge with your system's package manager, or point {ENVIRONMENT} at one:
    {ENVIRONMENT}=/path/to/chrome make test
"""


def ensure_chromium() -> Path | None:
    """A browser to test with, installed if need be; None where that cannot be done."""
    return find_chromium() or _from_apt() or _from_playwright()


def _from_apt() -> Path | None:
    prefix = as_root()
    if prefix is None or not shutil.which("apt-get"):
        return None
    told([*prefix, "apt-get", "update", "-qq"])
    for package in PACKAGES:
        command = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", package]
        if told(command) and (found := find_chromium()):
            return found
    return None


def _from_playwright() -> Path | None:
    with_system_libraries = ["--with-deps"] if as_root() is not None and shutil.which("apt-get") else []
    told([sys.executable, "-m", "playwright", "install", *with_system_libraries, "chromium"])
    return find_chromium()


def as_root() -> list[str] | None:
    """What to put before a command to run it as root without being asked for a password; None where that fails."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "-n"]
    able = shutil.which("sudo") and subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode == 0
    return sudo if able else None


def told(command: list[str], what: str = "Chromium") -> bool:
    """Runs a command that installs something, and says so; whether it did."""
    print(f"No {what} yet:", " ".join(command), flush=True)
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, timeout=900, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired) as error:
        print(error, file=sys.stderr)
        return False
