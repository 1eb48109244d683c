"""``python -m tests.browser``: prints the browser the tests use, installing one if need be; fails without one."""

from __future__ import annotations

import sys

from tests.browser.install import HELP, ensure_chromium

found = ensure_chromium()
if found is None:
    sys.exit(HELP)
print(f"Chromium: {found}")
