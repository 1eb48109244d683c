"""``parcours serve``."""

from __future__ import annotations

import socket
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parcours.cli.project import language_here, language_of, open_project, wrong_use
from parcours.cli.words import say

if TYPE_CHECKING:
    from parcours.edge.news import News
    from parcours.edge.shown import Shown
    from parcours.findings.finding import Finding

LAST = 65_535
"""The last port there is."""
PORT = click.IntRange(0, LAST)
TRIED = 20
"""Ports tried after a taken one."""
BACKLOG = 1024
"""Connections that may wait to be accepted."""
NEAR = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - what may be asked for, not what is opened
"""Addresses that stand for all of this machine's, and one of them."""
MOST = 20
"""Findings told at once; who has more begins with these."""


@click.command("serve")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("-p", "--port", default=8000, show_default=True, type=PORT, help="The port; 0 takes any free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--open", "browse", is_flag=True, help="Open the site in a browser.")
@click.option("--editor", default="", envvar="PARCOURS_EDITOR", help="What opens a place: vscode, zed, idea, none …")
@click.option("--poll", is_flag=True, help="Look for changes by polling (network shares, containers).")
def command(folder: Path, port: int, host: str, editor: str, *, browse: bool, poll: bool) -> None:
    """Show the site of the project in FOLDER while it is written; findings appear over the page.

    Nothing is written but what it remembers, in .parcours/cache. Ctrl+C ends it.
    """
    from parcours.edge.garbage import keep_all

    keep_all()
    project = open_project(folder)
    language = language_of(project.root)
    import asyncio

    from parcours.edge.preview_site import PreviewSite
    from parcours.edge.serving import serve

    bound = _bound(host, port)
    found = bound.getsockname()[1]
    if port not in (0, found):
        _tell(say("port_taken", language, port=port, found=found))
    guarded = host in ("127.0.0.1", "localhost", "::1")
    if not guarded:
        _tell(say("not_loopback", language, address=_from_afar(host, found)), err=True)
    site = PreviewSite(project, _Terminal().tell, _editor(editor) if guarded else "")
    address = _address(host, found)
    _tell(say("serving", language, address=address))
    if browse:
        click.launch(address)
    try:
        asyncio.run(serve(site, bound, host, poll=poll, on_poll=lambda: _tell(say("polling", language))))
    except KeyboardInterrupt:
        sys.exit(0)


def _tell(text: str, *, err: bool = False) -> None:
    """Says something; a log that takes no more (its disk is full, its reader has gone) does not end a preview."""
    with suppress(OSError):
        click.echo(text, err=err)


def _address(host: str, port: int) -> str:
    """Where a browser on this machine finds what listens on ``host``."""
    return _site_at(NEAR.get(host, host), port)


def _from_afar(host: str, port: int) -> str:
    """Where others find it: where all of this machine's networks are meant, on the one that leads out of it."""
    if host not in NEAR:
        return _site_at(host, port)
    six = ":" in host
    with socket.socket(socket.AF_INET6 if six else socket.AF_INET, socket.SOCK_DGRAM) as way:
        try:
            way.connect(("2001:db8::1" if six else "192.0.2.1", 9))  # an address of nobody's; nothing is sent
            name = str(way.getsockname()[0])
        except OSError:
            name = socket.gethostname()
    return _site_at(name, port)


def _site_at(name: str, port: int) -> str:
    return f"http://{f'[{name}]' if ':' in name else name}:{port}/"


def _editor(wanted: str) -> str:
    from parcours.edge.editor import EDITORS, editor_of

    address = editor_of(wanted)
    if address is None:
        raise wrong_use(say("no_editor", language_here(), name=wanted, known=", ".join(EDITORS)))
    return address


def _bound(host: str, port: int) -> socket.socket:
    """A socket on the port, or on the next free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    last: OSError | None = None
    for candidate in [0] if port == 0 else range(port, min(port + TRIED, LAST + 1)):
        bound = socket.socket(family, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, candidate))
        except OSError as error:
            bound.close()
            last = error
        else:
            bound.listen(BACKLOG)
            return bound
    reason = (last.strerror or last) if last else "?"
    raise wrong_use(say("no_port", language_here(), host=host, port=port, reason=reason))


class _Terminal:
    """What is said of each build: how many pages it changed, and, when that is news, what there is to mend."""

    def __init__(self) -> None:
        self._told: tuple[Finding, ...] = ()
        self._begun = False

    def tell(self, shown: Shown, news: News) -> None:
        from parcours.edge.console import report
        from parcours.findings.finding import Severity

        serious = tuple(found for found in shown.findings() if found.severity is not Severity.ADVICE)
        if serious != self._told:
            self._told = serious
            with suppress(OSError):
                report(serious[:MOST], shown.sources, shown.language)
            if not serious:
                _tell(say("mended_all", shown.language), err=True)
            if len(serious) > MOST:
                _tell(say("more", shown.language, count=len(serious) - MOST), err=True)
        pages = len(news.changed) or (len(shown.made.shelf.plans) if not self._begun else 0)
        self._begun = True
        if pages:
            _tell(say("rebuilt", shown.language, pages=pages, time=f"{shown.seconds * 1000:.0f} ms"))
