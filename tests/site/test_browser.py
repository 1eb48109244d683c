"""Every page in a real Chromium, from a web root, a sub-path and the disk: nothing to complain of, nothing fetched."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

from tests.browser.loopback import Served

VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
    console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`));
addEventListener("unhandledrejection", (event) => console.error(`rejected: ${event.reason}`));
"""


@pytest.mark.parametrize("home", ["root", "sub-path", "disk"])
def test_every_page_is_quiet(home: str, site: Path, browser: Browser, serve_folder: Callable[..., Served]) -> None:
    if home == "disk":
        assert _complaints(browser, site, f"{site.resolve().as_uri()}/") == []
        return
    at = serve_folder(site, "/" if home == "root" else "/intranet/maps/")
    assert _complaints(browser, site, at.url) == []
    assert at.refused == []


def test_complaints_are_heard(tmp_path: Path, browser: Browser, serve_folder: Callable[..., Served]) -> None:
    policy = "default-src 'none'; script-src 'self'"
    (tmp_path / "index.html").write_text(
        f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>
        <meta http-equiv="Content-Security-Policy" content="{policy}"><script src="a.js"></script>
        <script src="gone.js"></script></head><body style="color:red"><script src="https://example.org/x.js"></script>""",
        encoding="utf-8",
    )
    (tmp_path / "a.js").write_text("console.warn('w'); Promise.reject(new Error('r')); nothing();", encoding="utf-8")
    at = serve_folder(tmp_path, "/deep/")
    heard = "\n".join(_complaints(browser, tmp_path, at.url))
    for expected in ("policy: style-src", "warning: w", "nothing is not defined", "gone.js", "rejected: Error: r"):
        assert expected in heard
    assert "example.org" in heard
    assert at.refused == ["/deep/gone.js"]


def _complaints(browser: Browser, site: Path, home: str) -> list[str]:
    """Everything the browser says about any page: console, errors, policy, requests that fail or leave the folder."""
    heard: list[str] = []
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.add_init_script(VIOLATIONS)
    _listen(page, home, heard)
    try:
        for path in sorted(site.rglob("*.html")):
            page.goto(home + path.relative_to(site).as_posix())
        page.evaluate("() => new Promise(requestAnimationFrame)")
    finally:
        page.close()
    return heard


def _listen(page: Page, home: str, heard: list[str]) -> None:
    """Writes down every complaint, with the page it is about."""

    def hear(complaint: str) -> None:
        if complaint:
            heard.append(f"{page.url.removeprefix(home)}: {complaint}")

    page.on("console", lambda message: hear(_of_console(message)))
    page.on("pageerror", lambda error: hear(f"error: {error}"))
    page.on("request", lambda asked: hear("" if asked.url.startswith((home, "data:")) else f"asks for {asked.url}"))
    page.on("requestfailed", lambda asked: hear(_of_failure(asked)))
    page.on("response", lambda answer: hear(f"{answer.status} for {answer.url}" if answer.status >= 400 else ""))


def _of_console(message: ConsoleMessage) -> str:
    return f"{message.type}: {message.text}" if message.type in ("error", "warning", "assert") else ""


def _of_failure(asked: Request) -> str:
    """Going to the next page gives up the icon of the last one; what cannot be had fails with another word."""
    return "" if asked.failure == "net::ERR_ABORTED" else f"failed: {asked.url} {asked.failure}"
