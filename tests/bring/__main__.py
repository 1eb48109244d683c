"""Writes what is told of each sample anew: ``python -m tests.bring``. Read the difference before you keep it."""

from __future__ import annotations

from tests.bring.imported import PERSONAS, PERSONAS_TOLD, TOLD, brought, inputs, shown


def main() -> None:
    for path in inputs():
        made = brought(path.name, path.read_bytes())
        (TOLD / f"{path.name}.txt").write_text(shown(made.proposal), "utf-8", newline="\n")
    for path in sorted(PERSONAS.iterdir()):
        made = brought(path.name, path.read_bytes(), "persona")
        (PERSONAS_TOLD / f"{path.name}.txt").write_text(shown(made.proposal), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
