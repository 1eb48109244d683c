"""``python -m tests.diff`` writes the golden diffs anew; read what changed before you commit it."""

from __future__ import annotations

from tests.diff.golden import PAIRS, names, telling

for name in names():
    (PAIRS / f"{name}.told").write_text(telling(name), "utf-8")
