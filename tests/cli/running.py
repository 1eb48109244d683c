"""Commands as a user runs them, in a process of their own."""

import os
import subprocess
import sys
from pathlib import Path


def run(*words: str, cwd: Path, language: str = "en_GB.UTF-8") -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "LANG": language, "LC_ALL": language, "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "parcours", *words], cwd=cwd, env=env, text=True, capture_output=True, check=False
    )
    assert "Traceback" not in done.stderr + done.stdout
    return done
