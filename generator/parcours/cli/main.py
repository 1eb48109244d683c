"""The command ``parcours``: which commands there are. Each is loaded when it is called, so ``--help`` is instant."""

from __future__ import annotations

import importlib
import io
import sys

import click

from parcours import __version__

COMMANDS = {
    "new": "Start a project, or add a persona or a journey.",
    "serve": "Show the site while you write.",
    "build": "Make the site.",
    "check": "Tell what is wrong or missing.",
    "diff": "Tell what differs between two revisions, folders or journeys.",
    "explain": "Explain a rule, with examples.",
    "schema": "Write JSON Schemas for editors.",
    "theme": "List themes, or copy files of one to change them.",
}


class Commands(click.Group):
    """Knows its commands by name and summary; loads one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order a newcomer needs them."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"parcours.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands from their summaries, without loading any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def speak_anyway() -> None:
    """Where the terminal's code page lacks a character, another stands for it: words never end in a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, "-V", "--version", prog_name="parcours")
def main() -> None:
    """Journey maps as code: personas, journeys and touchpoints in Markdown, out comes a site."""
    speak_anyway()
