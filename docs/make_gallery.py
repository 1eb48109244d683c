"""``make gallery``: the demonstration in every view, both themes, light, dark, on a phone and on paper, for the eye."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.chromium import FLAGS, find_chromium

REPOSITORY = Path(__file__).resolve().parent.parent
GALLERY = REPOSITORY / "docs" / "gallery"
THEMES = ("cartouche", "relief")
JOURNEY, PERSONA = "journeys/buy-washing-machine/index.html", "personas/ingrid/index.html"
FUTURE = "journeys/buy-washing-machine-future/compare/index.html"
MOST_BYTES = 4_000_000
QUALITY = 78

HEAD = """# Gallery

The demonstration in `content/`, as `make gallery` pictures it: both themes that Parcours comes with, every view of a
map, light and dark, a phone, paper. Each picture is a page as Chromium shows it; nothing is retouched.
"""


@dataclass(frozen=True, slots=True)
class View:
    """One picture: what it is called, which page, and how it is looked at."""

    name: str
    words: str
    page: str
    width: int = 1440
    high: int = 1000
    scheme: Literal["light", "dark"] = "light"
    at: str = ""
    """The element at the top of the picture."""


VIEWS = (
    View("map", "A journey map: stages across, lanes down, the emotion curve in the map's own columns", JOURNEY),
    View(
        "map-dark",
        "The same in the dark, set to fit the window",
        f"{JOURNEY}?zoom=fit",
        scheme="dark",
        at=".map-section",
    ),
    View("emotion", "Emotion only", f"{JOURNEY}?view=emotion", at=".map-section"),
    View("blueprint", "The blueprint, with its lines", f"{JOURNEY}?view=blueprint", at=".map-section"),
    View("storyboard", "The storyboard", f"{JOURNEY}?view=storyboard", at=".map-section"),
    View("stages", "One line a stage", f"{JOURNEY}?view=compact", high=760, at=".map-section"),
    View("step", "A step in full, with an address of its own", f"{JOURNEY}?step=basket-lost", at=".map-section"),
    View("phone", "On a phone: the list, the curve on top", JOURNEY, 390, 1600, at=".map-section"),
    View("phone-dark", "A phone in the dark", f"{JOURNEY}?view=list", 390, 1600, "dark", at=".map-section"),
    View("flow", "Mermaid diagrams, drawn at build time", JOURNEY, high=1100, at=".diagrams"),
    View("comparison", "A future state against the current one", FUTURE, high=1300),
    View("persona", "A persona", PERSONA, high=1300),
    View("home", "The home page", "index.html", high=1300),
    View("analyses", "What the maps say together", "analyses/index.html", high=900),
)
PAPER = "paper"


def main() -> None:
    """Builds both sites, takes the pictures, writes the page that shows them."""
    chromium = find_chromium()
    if chromium is None:
        sys.exit("no Chromium: run `make chromium`")
    shutil.rmtree(GALLERY, ignore_errors=True)
    GALLERY.mkdir(parents=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=list(FLAGS))
        for theme in THEMES:
            _pictures(browser, _built(theme, Path(scratch)), theme)
        browser.close()
    (GALLERY / "README.md").write_text(_page(), "utf-8")
    size = sum(path.stat().st_size for path in GALLERY.iterdir())
    print(f"{len(list(GALLERY.glob('*.webp')))} pictures, {size / 1e6:.1f} MB, in docs/gallery")
    if size >= MOST_BYTES:
        sys.exit(f"more than {MOST_BYTES / 1e6:.0f} MB: lower QUALITY, or show less")


def _built(theme: str, scratch: Path) -> Path:
    project = scratch / theme
    shutil.copytree(REPOSITORY / "content", project / "content")
    settings = (REPOSITORY / "parcours.yml").read_text("utf-8").splitlines()
    kept = [line for line in settings if not line.startswith("theme:")]
    (project / "parcours.yml").write_text("\n".join([*kept, f"theme: {theme}", ""]), "utf-8")
    subprocess.run([sys.executable, "-m", "parcours", "build", str(project)], check=True, capture_output=True)
    return project / "site"


def _pictures(browser: Browser, site: Path, theme: str) -> None:
    for view in VIEWS:
        page = browser.new_page(
            viewport={"width": view.width, "height": view.high},
            color_scheme=view.scheme,
            reduced_motion="reduce",
            device_scale_factor=2 if view.width < 600 else 1,
        )
        page.goto(_address(site, view.page))
        if view.at:
            page.evaluate("at => document.querySelector(at).scrollIntoView()", view.at)
        _settled(page)
        _keep(page.screenshot(), theme, view.name, 1280)
        page.close()
    _keep(_sheet(browser, site), theme, PAPER, 1280)


def _address(site: Path, page: str) -> str:
    path, _, query = page.partition("?")
    return (site / path).as_uri() + (f"?{query}" if query else "")


def _sheet(browser: Browser, site: Path) -> bytes:
    """The first sheet of a map, as it is printed."""
    page = browser.new_page(viewport={"width": 1440, "height": 1000}, reduced_motion="reduce")
    page.goto(_address(site, JOURNEY))
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    _settled(page)
    taken = page.locator(".sheet-of-map").first.screenshot()
    page.close()
    return taken


def _settled(page: Page) -> None:
    page.evaluate("document.querySelectorAll('img').forEach((img) => { img.loading = 'eager'; })")
    page.evaluate("Promise.all([...document.images].map((img) => img.decode().catch(() => 0)))")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


def _keep(taken: bytes, theme: str, name: str, widest: int) -> None:
    picture = Image.open(io.BytesIO(taken)).convert("RGB")
    picture.thumbnail((widest, picture.height))
    picture.save(GALLERY / f"{theme}-{name}.webp", quality=QUALITY, method=6)


def _page() -> str:
    named = [*((view.name, view.words) for view in VIEWS), (PAPER, "Paper: one landscape sheet, greyscale-safe")]
    parts = [HEAD]
    for theme in THEMES:
        parts.append(f"## {theme.capitalize()}\n")
        parts += [f"**{words}**\n\n![{words}, {theme}]({theme}-{name}.webp)\n" for name, words in named]
    return "\n".join(parts)


if __name__ == "__main__":
    main()
