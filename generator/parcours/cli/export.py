"""``parcours export``: what is taken away from the maps. Each kind is a command of its own."""

from __future__ import annotations

import click

from parcours.cli.lazy import Lazy

KINDS = {
    "map": "A map as a picture: SVG, PNG or PDF.",
}


@click.group(cls=Lazy, package="parcours.cli.exports", summaries=KINDS)
def command() -> None:
    """Take a map away: as a picture, for paper."""
