"""The command ``parcours``: which commands there are. Each is loaded when it is called, so ``--help`` is instant."""

from __future__ import annotations

import io
import sys

import click

from parcours import __version__
from parcours.cli.ending import until_ended
from parcours.cli.lazy import Lazy

COMMANDS = {
    "new": "Start a project, or add a persona or a journey.",
    "serve": "Show the site while you write.",
    "build": "Make the site.",
    "check": "Tell what is wrong or missing.",
    "diff": "Tell what differs between two revisions, folders or journeys.",
    "review": "Record that journeys were compared with the facts.",
    "explain": "Explain a rule, or why a page was made anew.",
    "import": "Bring in what you have: Mermaid journeys, tables, persona pages.",
    "export": "Take maps away: as pictures, slides, tables, text.",
    "schema": "Write JSON Schemas for editors.",
    "theme": "List themes, or copy files of one to change them.",
}


def speak_anyway() -> None:
    """Where the terminal's code page lacks a character, another stands for it: words never end in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


@click.command(
    cls=Lazy, package="parcours.cli", summaries=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, "-V", "--version", prog_name="parcours")
def main() -> None:
    """Journey maps as code: personas, journeys and touchpoints in Markdown, out comes a site."""
    speak_anyway()


def run() -> None:
    """The program ``parcours``."""
    until_ended(main)
