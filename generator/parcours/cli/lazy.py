"""A group of commands of which each is a module, loaded to run it and for nothing else, so that help is instant."""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from keyword import iskeyword
from typing import Any

import click

from parcours.cli.project import FAILED, Failed, language_here
from parcours.cli.words import say


class Lazy(click.Group):
    """Knows its commands by name and summary; loads one only to run it."""

    def __init__(self, *args: Any, package: str, summaries: Mapping[str, str], **more: Any) -> None:
        """``summaries`` are the commands in the order a newcomer needs them; each is ``command`` of a module there."""
        super().__init__(*args, **more)
        self.package, self.summaries = package, summaries

    def main(self, *args: Any, **more: Any) -> Any:
        """Runs a command. Where nobody takes what it says, as behind ``> log`` on a full disk, it fails and says that.

        Raises OSError where that is about a file, which the command would have had to tell.
        """
        try:
            return super().main(*args, **more)
        except OSError as error:
            if error.filename is not None:
                raise
            with suppress(OSError):
                Failed(say("not_said", language_here(), reason=error.strerror or error)).show()
            _hush()
            sys.exit(FAILED)

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands."""
        del ctx
        return list(self.summaries)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        del ctx
        if cmd_name not in self.summaries:
            return None
        module = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command: click.Command = importlib.import_module(f"{self.package}.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists the commands from their summaries, without loading any."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl(list(self.summaries.items()))


def _hush() -> None:
    """What could not be written is not tried once more at the end, where Python would say so in its own way."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
