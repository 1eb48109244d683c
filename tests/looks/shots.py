"""Pictures of a small site that never changes, in both themes, in one font, by a real Chromium."""

from __future__ import annotations

import base64
import io
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PIL import Image, ImageFont
from playwright.sync_api import Browser, Page

from tests.site.test_axe import one_of_each

PROJECT = Path(__file__).parent.parent / "sites" / "shots"
THEMES = ("cartouche", "relief")
JOURNEY = "journeys/buy/index.html"
MOST_HIGH = 2600
"""Pixels of a page that are looked at, from its top."""

# Fonts differ between machines. Pillow carries one (Aileron, CC0): every text is set in it.
_FONT = base64.b64encode(ImageFont.load_default(16).font_bytes).decode()  # type: ignore[union-attr]
ONE_FONT = f"""
@font-face {{ font-family: Shots; src: url(data:font/ttf;base64,{_FONT}); }}
* {{ font-family: Shots, sans-serif !important; caret-color: transparent !important; }}
"""


@dataclass(frozen=True, slots=True)
class Shot:
    """A page in one state: its file, the query of its address, the window's width, the scheme, screen or paper."""

    file: Path
    query: str = ""
    width: int = 1280
    scheme: Literal["light", "dark"] = "light"
    printed: bool = False


def built(theme: str, folder: Path) -> Path:
    """The site of the pictures in a theme."""
    project = folder / f"shots-{theme}"
    shutil.copytree(PROJECT, project)
    with (project / "parcours.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"theme: {theme}\n")
    subprocess.run([sys.executable, "-m", "parcours", "build", str(project)], check=True, capture_output=True)
    return project / "site"


def shots_of(site: Path) -> Mapping[str, Shot]:
    """Every kind of page once, and the map in its views, in the dark, on a phone and on paper."""
    journey = site / JOURNEY
    views = {f"view-{name}": Shot(journey, f"?view={name}") for name in ("emotion", "blueprint", "compact", "list")}
    return {
        **{f"page-{kind}": Shot(path) for kind, path in one_of_each(site).items()},
        **views,
        "journey-dark": Shot(journey, scheme="dark"),
        "journey-step": Shot(journey, "?step=call"),
        "journey-phone": Shot(journey, width=390),
        "journey-paper": Shot(journey, printed=True),
        "persona-dark-phone": Shot(site / "personas" / "nora" / "index.html", width=390, scheme="dark"),
    }


def taken(browser: Browser, shots: Mapping[str, Shot], style: str = "") -> Iterator[tuple[str, Image.Image]]:
    """Each picture by name, as `small` makes it; ``style`` is put over the page's own."""
    context = browser.new_context(bypass_csp=True, reduced_motion="reduce", device_scale_factor=1)
    page = context.new_page()
    for name, shot in shots.items():
        yield name, small(Image.open(io.BytesIO(_shot(page, shot, style))))
    context.close()


def _shot(page: Page, shot: Shot, style: str) -> bytes:
    page.set_viewport_size({"width": shot.width, "height": 900})
    page.emulate_media(color_scheme=shot.scheme, media="screen")
    page.goto(shot.file.as_uri() + shot.query)
    page.add_style_tag(content=ONE_FONT + style)
    page.evaluate("document.fonts.load('16px Shots').then(() => document.fonts.ready)")
    page.evaluate("document.querySelectorAll('img').forEach((img) => { img.loading = 'eager'; })")
    page.evaluate("Promise.all([...document.images].map((img) => img.decode().catch(() => 0)))")
    if shot.printed:
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.emulate_media(media="print")
    high = min(MOST_HIGH, int(page.evaluate("document.documentElement.scrollHeight")))
    page.set_viewport_size({"width": shot.width, "height": max(900, high)})
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return page.screenshot(clip={"x": 0, "y": 0, "width": shot.width, "height": max(900, high)})


def small(picture: Image.Image) -> Image.Image:
    """A third of the size, in which a letter is a grey patch and a line of text, a box or a colour still shows."""
    return picture.convert("RGB").resize((picture.width // 3, picture.height // 3), Image.Resampling.BOX)
