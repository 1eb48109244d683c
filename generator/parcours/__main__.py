"""``python -m parcours``."""

from parcours.cli.main import run

if __name__ == "__main__":
    run()
