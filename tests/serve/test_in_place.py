"""An open page is changed where it stands: fifty edits, and everything the reader has done to it stays."""

import io
import itertools
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, Route

from tests.serve.running import ADDRESS, JOURNEY, Preview, previewing

EDITS = 50
STEPS = 30
FIT = "Fit to the window"
NOTE = """{% extends "cartouche/journey.html" %}
{% block head %}{{ super() }}<p><label>Note <textarea rows="2" cols="20"></textarea></label></p>{% endblock %}
"""
"""A page of the project's own theme, with something to type into."""

AT_ONCE = "document.documentElement.style.scrollBehavior = 'auto'"
"""What is on its way somewhere when the test begins would still be moving."""

STATE = """() => {
  const scroll = document.querySelector('.map-scroll'), note = document.querySelector('textarea');
  const hidden = (rows) => [...document.querySelectorAll(rows)].filter((row) => row.hidden);
  return {
    y: scrollY, x: scroll.scrollLeft,
    focus: document.activeElement.closest('label')?.textContent.trim() + ' ' + document.activeElement.checked,
    selection: String(getSelection()),
    details: [...document.querySelectorAll('details[open] > summary')].map((one) => one.textContent.trim()),
    lanes: [...new Set(hidden('tr[data-lane]').map((row) => row.dataset.lane))],
    silent: [...new Set(hidden('.feelings [data-persona]').map((one) => one.dataset.persona))],
    zoom: scroll.querySelector('.map').style.zoom, fits: document.querySelector('.fit').getAttribute('aria-pressed'),
    step: document.querySelector('.step-panel .told-title')?.textContent,
    typed: [note.value, note.selectionStart, note.selectionEnd].join(),
    address: location.search + location.hash,
  };
}"""
SHOWN = """async ([name, width, colour]) => {
  const shown = [...document.images].find((one) => one.src.includes(name));
  if (!await shown.decode().then(() => true, () => false)) { return false; } // becomes another one meanwhile
  const canvas = new OffscreenCanvas(1, 1).getContext('2d');
  canvas.drawImage(shown, 0, 0, 1, 1);
  const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data;
  return shown.naturalWidth === width && String([red, green, blue]) === String(colour);
}"""
"""Whether a picture's own width and colour are what was painted last."""

Shown = tuple[str, Any]
"""What becomes true in the browser when an edit has arrived, and what it is given."""


def text(maps: Path, n: int) -> Shown:
    """Another sentence in the story, or one less of many; a page that grows and shrinks."""
    file = maps / JOURNEY
    whole = file.read_text().split("\n\nSentence", maxsplit=1)[0].rstrip()
    file.write_text(whole + "".join(f"\n\nSentence {n}, {line}." for line in range(n % 3 + 1)) + "\n")
    here = f"[...document.querySelectorAll('p')].filter((p) => p.textContent.startsWith('Sentence {n},'))"
    return f"() => {here}.length === {n % 3 + 1}", None


def front_matter(maps: Path, n: int) -> Shown:
    """Each time another kind of field: what a step is called, how it felt, what it lacks; the title above it all."""
    file = maps / JOURNEY
    field, value, shown = (
        ("action: Asks a question", f" {n}", f".step:nth-child(3) .action|Asks a question {n}"),
        (
            "goal: A bike that fits",
            f"{', and a half' * n} {n}",
            f".brief div:last-child p|A bike that fits{', and a half' * n} {n}",
        ),
        ("pain_points: [", f"Sizes are no. {n}]", f".lane-pain-points td:nth-child(2)|Sizes are no. {n}"),
        ("title: Buy a bike", f" {n}", f"h1|Buy a bike {n}"),
    )[n // len(KINDS) % 4]
    old = file.read_text()
    file.write_text(re.sub(rf"{re.escape(field)}[^\n]*", field + value, old, count=1))
    return "([at, text]) => document.querySelector(at).textContent.trim() === text", shown.split("|")


def style(maps: Path, n: int) -> Shown:
    """Another room around the head of the page, so that all below it moves."""
    file = maps / "themes" / "cartouche" / "static" / "own.css"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f".title-block {{ padding-top: {20 + n}px; }}")
    return f"() => getComputedStyle(document.querySelector('.title-block')).paddingTop === '{20 + n}px'", None


def image(maps: Path, n: int) -> Shown:
    """The drawing of a persona, or the photograph of a step: as wide as its number, in a colour of its own."""
    width, colour = 100 + n, [n * 4, 255 - n * 4, 90]
    if n % 8 < 4:
        name, painted = "bike.png", io.BytesIO()
        Image.new("RGB", (width, 60), tuple(colour)).save(painted, "PNG")
        data = painted.getvalue()
    else:
        name, room = "nora.svg", f'width="{width}" height="60"'
        fill = f'<rect {room} fill="#{bytes(colour).hex()}"/>'
        data = f'<svg xmlns="http://www.w3.org/2000/svg" {room}>{fill}</svg>'.encode()
    (maps / "content" / "assets" / name).write_bytes(data)
    return SHOWN, [name, width, colour]


KINDS: tuple[Callable[[Path, int], Shown], ...] = (text, front_matter, style, image)


def watched(page: Page) -> tuple[list[str], list[str]]:
    """What goes wrong on a page from now on, and where it goes."""
    problems: list[str] = []
    navigated: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("console", lambda one: problems.append(one.text) if one.type in ("error", "warning") else None)
    page.on("framenavigated", lambda frame: navigated.append(frame.url))
    return problems, navigated


@pytest.fixture
def maps(project: Path) -> Path:
    """A project with a map that is wider than any window, a picture in it, and a field to type into."""
    image(project, 0)
    file = project / JOURNEY
    more = "".join(f"      - {{action: Rides on day {day}, channel: shop}}\n" for day in range(STEPS))
    whole = file.read_text().replace(
        "device: mobile\n", "device: mobile\n        image: {src: assets/bike.png, alt: A bike}\n", 1
    )
    file.write_text(whole.replace("---\n## What", f"  - name: Use\n    steps:\n{more}---\n## What"))
    template = project / "themes" / "cartouche" / "templates" / "journey.html"
    template.parent.mkdir(parents=True)
    template.write_text(NOTE)
    return project


@pytest.fixture
def served(maps: Path) -> Iterator[Preview]:
    with previewing(maps) as running:
        yield running


@pytest.fixture
def settled(served: Preview, browser: Browser) -> Iterator[Page]:
    """The page of a journey as a reader has set it: scrolled both ways, a lane and a persona switched off, zoomed, a
    step and a menu open, text marked, a note begun."""
    page = browser.new_page(viewport={"width": 1280, "height": 700})
    page.goto(f"http://127.0.0.1:{served.port}{ADDRESS}")
    page.evaluate(AT_ONCE)
    page.get_by_role("button", name=FIT).click()
    page.locator("[id='step.order'] .number").click()
    page.get_by_label("Note").fill("Half a thou")
    page.get_by_label("Note").evaluate("(note) => note.setSelectionRange(3, 6)")
    for menu, choice in (("Personas", "Samir Haddad"), ("Lanes", "Thinks")):
        page.locator(".map-tools summary", has_text=menu).click()
        page.locator(".map-tools label", has_text=choice).locator("input").uncheck()
    page.evaluate("""() => {
      document.querySelectorAll('.diagrams details').forEach((one) => { one.open = true; });
      const scenario = document.querySelector('.brief p').firstChild;
      getSelection().setBaseAndExtent(scenario, 2, scenario, 12);
      document.querySelector('.map-scroll').scrollTo({ left: 137, behavior: 'instant' });
      scrollTo({ top: 333, behavior: 'instant' });
    }""")
    yield page
    page.close()


def test_fifty_edits_leave_everything_where_it_was(served: Preview, settled: Page, browser: Browser) -> None:
    problems, navigated = watched(settled)
    fresh = browser.new_page(viewport={"width": 1280, "height": 700})
    fresh.goto(f"http://127.0.0.1:{served.port}{ADDRESS}")
    untouched: dict[str, Any] = fresh.evaluate(STATE)
    fresh.close()
    before: dict[str, Any] = settled.evaluate(STATE)
    assert [name for name in before if before[name] == untouched[name]] == [], "all of it has been set by the reader"
    assert (before["y"], before["x"]) == (333, 137)
    assert before["focus"] == "Thinks false"
    assert before["lanes"] == ["thinking"]
    assert len(before["details"]) > 2
    for n, edit in zip(range(1, EDITS + 1), itertools.cycle(KINDS), strict=False):
        expression, given = edit(served.folder, n)
        settled.wait_for_function(expression, arg=given)
        after: dict[str, Any] = settled.evaluate(STATE)
        assert abs(after.pop("y") - before["y"]) <= 1, (n, edit.__name__)
        assert abs(after.pop("x") - before["x"]) <= 1, (n, edit.__name__)
        assert after == {name: value for name, value in before.items() if name not in ("x", "y")}, (n, edit.__name__)
    assert problems == []
    assert navigated == []


def test_who_is_typing_goes_on(served: Preview, settled: Page) -> None:
    """Each edit comes between two letters."""
    problems, navigated = watched(settled)
    note = settled.get_by_label("Note")
    note.focus()
    note.evaluate("(note) => note.setSelectionRange(11, 11)")
    for n, (edit, letter) in enumerate(zip(KINDS * 2, "ght or so", strict=False), 1):
        note.press_sequentially(letter)
        expression, given = edit(served.folder, n)
        settled.wait_for_function(expression, arg=given)
    assert note.input_value() == "Half a thought or s"
    assert note.evaluate("(note) => note === document.activeElement && note.selectionStart") == len(
        "Half a thought or s"
    )
    assert problems == []
    assert navigated == []


def test_a_search_that_stands_open_stays(preview: Preview, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{preview.port}{ADDRESS}")
    problems, navigated = watched(page)
    page.keyboard.press("Control+k")
    field = page.get_by_role("combobox")
    field.press_sequentially("bike sh")
    page.locator(".find-results > a").first.wait_for()
    for n, edit in enumerate((text, front_matter, style), 1):
        expression, given = edit(preview.folder, n)
        page.wait_for_function(expression, arg=given)
        assert field.evaluate("(field) => field === document.activeElement && field.closest('dialog').open")
        assert field.input_value() == "bike sh"
        assert page.locator(".find-results > a").count()
    field.press_sequentially("op")
    page.wait_for_function("() => document.querySelector('dialog.find').dataset.told === 'bike shop'")
    assert problems == []
    assert navigated == []
    page.close()


def test_a_map_read_as_a_list_stays_where_it_is_read(preview: Preview, browser: Browser) -> None:
    """The list is made anew from the map: what is marked in it, and where in it the keyboard is, stays all the same."""
    page = browser.new_page(viewport={"width": 390, "height": 700})
    page.goto(f"http://127.0.0.1:{preview.port}{ADDRESS}")
    problems, navigated = watched(page)
    page.evaluate(AT_ONCE)
    page.locator("[data-step='step.collect'] a").last.focus()
    page.evaluate("""() => {
      const step = document.querySelector("[data-step='step.order']");
      const texts = document.createTreeWalker(step, NodeFilter.SHOW_TEXT);
      while (!texts.nextNode().data.includes('Is assembly')) { /* the next one */ }
      getSelection().setBaseAndExtent(texts.currentNode, 3, texts.currentNode, 11);
      step.scrollIntoView({ behavior: 'instant' });
    }""")
    state = """() => [document.activeElement, getSelection().anchorNode.parentNode]
      .map((one) => one.closest('[data-step]').dataset.step)
      .concat(document.activeElement.textContent, String(getSelection()), scrollX, scrollY)"""
    before = page.evaluate(state)
    assert before[:2] + before[3:5] == ["step.collect", "step.order", "assembly", 0]
    assert before[5] > 500
    for n, edit in zip(range(0, 24, 4), (front_matter, style, text) * 2, strict=True):
        expression, given = edit(preview.folder, n)
        page.wait_for_function(expression, arg=given)
        assert page.evaluate(state) == before, (n, edit.__name__)
    assert problems == []
    assert navigated == []
    page.close()


def test_a_section_that_comes_above_moves_nothing_in_sight(preview: Preview, browser: Browser) -> None:
    """As when the home page of a large project is completed: what is read stays in its place, and so does the focus."""
    page = browser.new_page(viewport={"width": 1280, "height": 400})
    page.goto(f"http://127.0.0.1:{preview.port}/")
    problems, navigated = watched(page)
    page.evaluate(AT_ONCE)
    link = page.locator(".journey-card h3 a", has_text="late repair")
    link.focus()
    link.evaluate("(link) => scrollTo(0, link.getBoundingClientRect().top + scrollY - 150)")
    state = "[document.activeElement.textContent, Math.round(document.activeElement.getBoundingClientRect().top)]"
    before, was = page.evaluate(state), page.evaluate("scrollY")
    assert before == ["Complain about a late repair", 150]
    file = preview.folder / JOURNEY
    text = file.read_text().replace("title: Buy a bike", "title: Buy any bike")
    file.write_text(text.replace("- id: search\n", "- id: search\n        journey: late-repair-complaint\n"))
    page.locator(".map-of-maps").wait_for(state="attached")
    page.wait_for_function("(was) => scrollY > was + 50", arg=was)
    assert page.evaluate(state) == before
    assert problems == []
    assert navigated == []
    page.close()


SMALL = "---\ntitle: {title}\n{more}stages: [{{name: One, steps: [{{action: Asks, channel: shop}}]}}]\n---\n"


def test_a_style_sheet_that_comes_with_a_section_moves_nothing_in_sight(project: Path, browser: Browser) -> None:
    for file in (project / "content").rglob("*.md"):
        file.unlink()
    for n in range(6):
        text = SMALL.format(title=f"Journey {n}", more="")
        (project / f"content/journeys/j{n}.md").write_text(text)
    page = browser.new_page(viewport={"width": 500, "height": 300})
    held: list[Route] = []
    with previewing(project) as preview:

        def hold(route: Route) -> None:
            held.append(route)

        page.route("**/theme/analysis.css*", hold)
        page.goto(f"http://127.0.0.1:{preview.port}/")
        page.evaluate(AT_ONCE)
        link = page.locator(".journey-card h3 a", has_text="Journey 4")
        link.evaluate("(link) => scrollTo(0, link.getBoundingClientRect().top + scrollY - 150)")
        assert held == []
        metrics = "metrics: [{name: NPS, value: 1, target: 40}, {name: CSAT, value: 1, target: 4}]\n"
        text = SMALL.format(title="Journey 0", more=metrics)
        with page.expect_request("**/theme/analysis.css*"):
            (project / "content/journeys/j0.md").write_text(text)
        page.locator(".insights").wait_for(state="attached")
        while not held:
            page.evaluate("1")  # the request is on its way to us
        for route in held:
            route.continue_()
        page.wait_for_function("() => document.querySelector('link[href*=\"analysis.css\"]').sheet")
        page.wait_for_function(
            "(link) => Math.abs(link.getBoundingClientRect().top - 150) <= 1", arg=link.element_handle()
        )
    page.close()
