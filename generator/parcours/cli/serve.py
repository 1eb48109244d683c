"""``parcours serve``."""

from __future__ import annotations

import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parcours.cli.project import language_here, open_project, wrong_use
from parcours.cli.words import say

if TYPE_CHECKING:
    from parcours.edge.preview_site import PreviewSite, Shown

TRIED = 20
"""Ports tried after a taken one."""


@click.command("serve")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("-p", "--port", default=8000, show_default=True, help="The port; 0 takes any free one.")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--open", "browse", is_flag=True, help="Open the site in a browser.")
@click.option("--editor", default="", envvar="PARCOURS_EDITOR", help="What opens a place: vscode, zed, idea, none …")
@click.option("--poll", is_flag=True, help="Look for changes by polling (network shares, containers).")
def command(folder: Path, port: int, host: str, editor: str, *, browse: bool, poll: bool) -> None:
    """Show the site of the project in FOLDER while it is written; findings appear over the page.

    Nothing is written to disk. Ctrl+C ends it.
    """
    project = open_project(folder)
    import asyncio

    from parcours.edge.preview_site import PreviewSite

    bound = _bound(host, port)
    found = bound.getsockname()[1]
    if port not in (0, found):
        click.echo(say("port_taken", language_here(), port=port, found=found))
    guarded = host in ("127.0.0.1", "localhost", "::1")
    if not guarded:
        click.echo(say("not_loopback", language_here(), host=host), err=True)
    site = PreviewSite(project, _tell, _editor(editor) if guarded else "")
    shown = site.rebuild()
    if shown is not None:
        _tell(shown)
    address = f"http://{'[::1]' if host == '::1' else host}:{found}/"
    click.echo(say("serving", language_here(), address=address))
    if browse:
        click.launch(address)
    try:
        asyncio.run(_run(site, bound, guarded=guarded, poll=poll))
    except KeyboardInterrupt:
        sys.exit(0)


def _editor(wanted: str) -> str:
    from parcours.edge.editor import EDITORS, editor_of

    address = editor_of(wanted)
    if address is None:
        raise wrong_use(say("no_editor", language_here(), name=wanted, known=", ".join(EDITORS)))
    return address


async def _run(site: PreviewSite, bound: socket.socket, *, guarded: bool, poll: bool) -> None:
    import asyncio

    import uvicorn

    from parcours.edge.server import application
    from parcours.edge.watcher import bursts, watch

    loop, wake = asyncio.get_running_loop(), asyncio.Event()
    root = site.project.root
    watching = watch(root, root / "site", lambda: loop.call_soon_threadsafe(wake.set), poll=poll)
    # An edit made between reading and watching is not lost: look once more.
    wake.set()
    building = asyncio.create_task(bursts(wake, site.refresh))
    config = uvicorn.Config(
        application(site, guarded=guarded), log_level="error", access_log=False, timeout_graceful_shutdown=1
    )
    try:
        await uvicorn.Server(config).serve(sockets=[bound])
    finally:
        building.cancel()
        watching.stop()


def _bound(host: str, port: int) -> socket.socket:
    """A socket on the port, or on the next free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    last: OSError | None = None
    for candidate in [0] if port == 0 else range(port, port + TRIED):
        bound = socket.socket(family, socket.SOCK_STREAM)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            bound.bind((host, candidate))
        except OSError as error:
            bound.close()
            last = error
        else:
            bound.listen(128)
            return bound
    raise wrong_use(say("no_port", language_here(), host=host, port=port, reason=last or "?"))


def _tell(shown: Shown) -> None:
    """One line a build, and what there is to mend."""
    from parcours.edge.console import report
    from parcours.findings.finding import Severity

    serious = [found for found in shown.made.findings if found.severity is not Severity.ADVICE]
    report(serious, shown.snapshot.sources, shown.language)
    time = f"{shown.seconds * 1000:.0f} ms"
    click.echo(say("rebuilt", shown.language, pages=len(shown.changed), time=time))
