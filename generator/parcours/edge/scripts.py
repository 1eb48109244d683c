"""What draws Mermaid's scripts, loaded without the client of a web service that is never asked."""

from __future__ import annotations

import contextlib
import io
import sys
from types import ModuleType


def load_scripts() -> None:
    """Loads mermaid-py, quietly (it prints), before processes fork that would each load it.

    Where ``requests`` is not there already, an empty module stands for it meanwhile: it takes as long to load as twenty
    pages take to be made.
    """
    if "mermaid" in sys.modules:
        return
    spared = {} if "requests" in sys.modules else {"requests": ModuleType("requests")}
    for module in spared.values():
        module.__dict__["Response"] = object
    sys.modules.update(spared)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            import mermaid.flowchart  # type: ignore[import-untyped]
            import mermaid.userjourney  # type: ignore[import-untyped]  # noqa: F401
    finally:
        for name in spared:
            del sys.modules[name]
