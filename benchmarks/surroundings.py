"""Where what is measured runs, as where it was installed; and where it is kept, with machine and versions."""

from __future__ import annotations

import datetime as dt
import json
import os
import platform
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from benchmarks.hugo_site import find_hugo

RESULTS = Path(__file__).parent / "results"
NO_COMPILED = "PYTHONDONTWRITEBYTECODE"
"""What keeps Python from keeping compiled modules. An installation has them; without, each start compiles anew."""


def as_installed() -> dict[str, str]:
    """The variables of the environment, but for the one that would take compiled modules away."""
    return {name: value for name, value in os.environ.items() if name != NO_COMPILED}


def surroundings() -> dict[str, str]:
    """The machine and the versions, for whoever compares."""
    told = {"date": dt.datetime.now(dt.UTC).isoformat(timespec="seconds"), "machine": platform.platform()}
    told["load"] = " ".join(f"{one:.1f}" for one in os.getloadavg()) if hasattr(os, "getloadavg") else ""
    told |= {"cores": str(os.cpu_count()), "python": platform.python_version()}
    for package in ("parcours", "mkdocs"):
        try:
            told[package] = version(package)
        except PackageNotFoundError:
            told[package] = "none"
    hugo = find_hugo()
    done = subprocess.run([hugo, "version"], capture_output=True, text=True, check=False) if hugo is not None else None
    return told | {"hugo": done.stdout.strip() if done is not None else "none"}


def keep(folder: Path, kind: str, about: dict[str, str], measured: dict[str, Any]) -> None:
    """Keeps what was measured, with its surroundings, in a file named by its kind and when it was."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{kind}-{about['date'][:19].replace(':', '')}.json"
    file.write_text(json.dumps({"about": about, **measured}, indent=1) + "\n", encoding="utf-8")
