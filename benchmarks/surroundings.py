"""Where what is measured runs: as it would where it was installed."""

from __future__ import annotations

import os

NO_COMPILED = "PYTHONDONTWRITEBYTECODE"
"""What keeps Python from keeping compiled modules. An installation has them; without, each start compiles anew."""


def as_installed() -> dict[str, str]:
    """The variables of the environment, but for the one that would take compiled modules away."""
    return {name: value for name, value in os.environ.items() if name != NO_COMPILED}
