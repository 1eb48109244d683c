"""A real preview on the loopback: what is saved is served, what is broken is told, nothing ends it."""

import os
import shutil
import signal

import pytest
from playwright.sync_api import Browser

from tests.serve.running import ADDRESS, DEADLINE, JOURNEY, PAGE, Preview


def test_an_edit_is_told_and_served(preview: Preview) -> None:
    file = preview.folder / JOURNEY
    file.write_text(file.read_text().replace("Looks for a bike online", "Dreams of a bike"))
    event = preview.until(lambda e: PAGE in e["changed"])
    assert "personas/nora/index.html" in event["changed"] or event["build"] > 1
    assert b"Dreams of a bike" in preview.ask(ADDRESS)[2]


def test_an_atomic_save_is_seen(preview: Preview) -> None:
    file = preview.folder / JOURNEY
    beside = file.with_suffix(".md.new")
    beside.write_text(file.read_text().replace("Looks for a bike online", "Saved beside"))
    beside.rename(file)
    # On a slow machine the file beside is a build of its own, which names all pages that nobody has seen yet.
    preview.until(lambda e: PAGE in e["changed"] and b"Saved beside" in preview.ask(ADDRESS)[2])


def test_a_mistake_is_told_with_its_caret_and_mended(preview: Preview) -> None:
    file = preview.folder / JOURNEY
    whole = file.read_text()
    file.write_text(whole.replace("personas: [nora, samir]", "personas: [noar, samir]"))
    preview.until(lambda e: e["findings"] > 0)
    one = next(one for one in preview.findings() if one["rule"] == "refs/unknown-persona")
    assert one["source"] == "personas: [noar, samir]"
    assert one["carets"] == "           ^^^^"
    assert "nora" in one["help"]
    assert preview.ask(ADDRESS)[0] == 200
    file.write_text(whole)
    preview.until(lambda e: e["findings"] == 0)


def test_content_may_vanish_and_come_back(preview: Preview) -> None:
    content, away = preview.folder / "content", preview.folder / "away"
    content.rename(away)
    preview.until(lambda e: PAGE in e["changed"])
    assert preview.ask("/")[0] == 200
    away.rename(content)
    preview.until(lambda e: PAGE in e["changed"])
    assert preview.ask(ADDRESS)[0] == 200
    shutil.rmtree(content / "journeys")
    preview.until(lambda e: PAGE in e["changed"])
    (content / "personas" / "noise.md").write_bytes(os.urandom(4000))
    preview.until(lambda e: e["findings"] > 0)
    assert preview.ask("/personas/nora/")[0] == 200


def test_answers_are_right(preview: Preview) -> None:
    status, headers, body = preview.ask("/")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert b"/_parcours/preview.js" in body
    assert preview.ask("/", If_None_Match=headers["etag"])[0] == 304
    assert preview.ask("/", "HEAD")[2] == b""
    assert preview.ask("/theme/map.css")[1]["content-type"].startswith("text/css")
    assert preview.ask("/assets/nora.svg")[1]["content-type"].startswith("image/svg+xml")
    assert preview.ask("/journeys/buy-a-bike")[0] == 307
    missing = preview.ask("/journeys/none/")
    assert missing[0] == 404
    assert b'href="/theme/' in missing[2]


@pytest.mark.parametrize(
    "path",
    [
        "/../parcours.yml",
        "/..%2fparcours.yml",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/assets/../../parcours.yml",
        "/assets/%00",
        "/assets\\..\\..\\parcours.yml",
        "/" + "a" * 9000,
        "/%ff%fe",
        "/_parcours/../edge",
    ],
)
def test_nothing_outside_the_site_is_read(preview: Preview, path: str) -> None:
    status, _, body = preview.ask(path)
    assert status in (307, 400, 404)
    assert b"site_name: " not in body
    assert preview.ask("/")[0] == 200


def test_foreign_hosts_and_origins_are_refused(preview: Preview) -> None:
    assert preview.ask("/", Host="maps.example.org")[0] == 403
    assert preview.ask("/", Origin="https://evil.example")[0] == 403
    assert preview.ask("/", Host="localhost:1", Origin="http://localhost:1")[0] == 200


def test_ctrl_c_ends_it_quietly(preview: Preview) -> None:
    preview.process.send_signal(signal.SIGINT)
    assert preview.process.wait(timeout=DEADLINE) == 0


def test_a_page_is_patched_and_findings_stand_over_it(preview: Preview, browser: Browser) -> None:
    page = browser.new_page()
    problems: list[str] = []
    page.on("console", lambda message: problems.append(message.text) if message.type in ("error", "warning") else None)
    page.goto(f"http://127.0.0.1:{preview.port}/journeys/buy-a-bike/")
    page.evaluate("window.kept = true")
    file = preview.folder / JOURNEY
    whole = file.read_text()
    file.write_text(whole.replace("Looks for a bike online", "Dreams of a bike"))
    page.get_by_text("Dreams of a bike").first.wait_for()
    assert page.evaluate("window.kept") is True
    file.write_text(whole.replace("personas: [nora, samir]", "personas: [noar, samir]"))
    panel = page.locator(".parcours-panel")
    panel.get_by_text("no persona is called noar").wait_for()
    assert "^^^^" in panel.inner_text()
    page.keyboard.press("Escape")
    panel.wait_for(state="hidden")
    file.write_text(whole)
    page.locator(".parcours-badge").wait_for(state="hidden")
    assert page.evaluate("window.kept") is True
    assert problems == []
    page.close()


def test_the_mark_of_a_long_line_is_in_sight(preview: Preview, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"http://127.0.0.1:{preview.port}/")
    home = preview.folder / "content" / "index.md"
    home.write_text(home.read_text() + "\n" + "Many words before the link. " * 4 + "[[norra]] and more.\n")
    block = page.locator(".parcours-panel pre", has_text="norra")
    block.wait_for()
    assert block.evaluate("(block) => block.scrollWidth > block.clientWidth && block.tabIndex === 0")
    around, mark = block.bounding_box(), block.locator(".parcours-carets").bounding_box()
    assert around is not None
    assert mark is not None
    assert around["x"] <= mark["x"]
    assert mark["x"] + mark["width"] <= around["x"] + around["width"]
    assert page.locator(".parcours-panel code", has_text="norra").count()
    page.close()


def test_advice_is_a_badge_and_does_not_cover_the_page(preview: Preview, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{preview.port}/journeys/buy-a-bike/")
    file = preview.folder / JOURNEY
    file.write_text(file.read_text().replace("owner: Shop team\n", ""))
    badge = page.locator(".parcours-badge")
    badge.wait_for()
    assert "1" in (badge.get_attribute("aria-label") or "")
    panel = page.locator(".parcours-panel")
    assert panel.is_hidden()
    badge.focus()
    page.keyboard.press("Enter")
    panel.get_by_text("map/no-owner").wait_for()
    place = panel.locator(".parcours-place a").first
    assert JOURNEY in (place.get_attribute("href") or "")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.className").startswith("parcours-badge")
    page.close()


def test_findings_that_a_page_is_not_told_of_are_counted(preview: Preview, browser: Browser) -> None:
    page = browser.new_page()
    one: dict[str, object] = {
        "severity": "advice",
        "message": "nobody owns `it`",
        "rule": "map/no-owner",
        "help": "",
        "related": [],
    }
    one |= {"path": "x.md", "line": 1, "column": 1, "source": "", "carets": "", "edit": ""}
    told = {"findings": [one], "count": 8155, "left": 7655, "totals": "8155 pieces of advice", "told": ""}
    page.route("**/_parcours/findings.json", lambda route: route.fulfill(json=told))
    page.goto(f"http://127.0.0.1:{preview.port}/")
    page.locator(".parcours-badge", has_text="8155").click()
    page.locator(".parcours-panel", has_text="And 7655 more: parcours check tells all.").wait_for()
    page.close()


def test_view_and_open_step_outlive_an_edit(preview: Preview, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.goto(f"http://127.0.0.1:{preview.port}/journeys/buy-a-bike/?view=emotion&step=ask")
    panel = page.locator(".step-panel")
    panel.get_by_text("Asks a question in the chat").wait_for()
    at = page.evaluate("(scrollTo({ top: 300, behavior: 'instant' }), scrollY)")
    file = preview.folder / JOURNEY
    file.write_text(file.read_text().replace("Asks a question in the chat", "Asks in the chat at night"))
    panel.get_by_text("Asks in the chat at night").wait_for()
    assert page.locator("[data-view=emotion][aria-current]").is_visible()
    assert page.locator("tr.lane-pain-points").is_hidden()
    assert page.locator(".map-bar").is_visible()
    assert at == 300
    assert abs(page.evaluate("scrollY") - at) <= 1
    assert problems == []
    page.close()
