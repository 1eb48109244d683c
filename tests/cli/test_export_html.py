"""``parcours export html``: a journey as one file, opened by Chromium far from its site."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from parcours.export.one_html import one_html
from tests.cli.running import run
from tests.conftest import REPOSITORY


def test_one_file_is_whole_and_works(tmp_path: Path, browser: Browser) -> None:
    done = run("export", "html", "buy-washing-machine", "--folder", str(REPOSITORY), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    asked: list[str] = []
    complaints: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto((tmp_path / "buy-washing-machine.html").as_uri())
    assert [url for url in asked if not url.startswith("data:")] == [page.url]
    assert page.locator(".step-row .action").count() == 12
    assert page.locator(".find-link").count() == 0, "there is no index in it"
    page.evaluate("Promise.all([...document.images].map(image => { image.loading = 'eager'; return image.decode(); }))")
    assert page.evaluate("[...document.images].filter(image => !image.naturalWidth).length") == 0
    page.locator(".views a[data-view=list]").click()
    assert page.locator(".views [aria-current][data-view=list]").count() == 1
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(".tiles .sheet-of-map").count() > 0
    dead = page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.getAttribute('href'))")
    assert [href for href in dead if not href.startswith(("#", "https://")) and "?view=" not in href] == []
    assert complaints == []
    page.close()


FILES = {
    "theme/a.css": b"@font-face { src: url(f.woff2) } p { background: url('#x') }",
    "theme/f.woff2": b"font",
    "theme/a.js": b"const x = '</script>';",
    "a/p.png": b"picture",
}
PAGE = (
    '<head><link rel="stylesheet" href="../theme/a.css" media="print">'
    '<script src="../theme/a.js" defer></script></head>'
    '<body><img alt="" src="p.png"><img src="gone.png"><a class="x" href="../b/index.html?a&amp;b#c">B</a>'
    '<a href="#here">here</a><a href="https://x.org/?a&amp;b">far</a></body>'
)


@pytest.mark.parametrize(
    ("base", "link"),
    [("", '<a class="x">B</a>'), ("https://s.org/m/", '<a class="x" href="https://s.org/m/b/index.html#c">')],
)
def test_everything_is_put_inside(base: str, link: str) -> None:
    whole = one_html(PAGE, "a/index.html", FILES.get, base)
    assert '<style media="print">' in whole
    assert 'url("data:font/woff2;base64,Zm9udA==")' in whole
    assert 'url("#x")' in whole
    assert "<script>const x = '<\\/script>';</script>\n</body>" in whole
    assert 'src="data:image/png;base64,cGljdHVyZQ=="' in whole
    assert 'src="gone.png"' in whole
    assert link in whole
    assert '<a href="#here">here</a><a href="https://x.org/?a&amp;b">far</a>' in whole
