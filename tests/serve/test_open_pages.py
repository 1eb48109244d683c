"""What readers of open pages see of an edit, in a real browser: which tabs, what glows, what stays."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.serve.running import ADDRESS, JOURNEY, PAGE, Preview
from tests.serve.tabs import edit, opened

GLOWING = """() => {
  window.glowed = [];
  document.addEventListener('animationstart', (event) => {
    if (event.animationName === 'parcours-glow') { window.glowed.push(event.target.id || event.target.nodeName); }
  });
  window.patched = 0;
  document.addEventListener('parcours:patched', () => { window.patched += 1; });
}"""


def test_eight_tabs_share_one_connection_and_only_those_concerned_ask(
    preview: Preview, context: BrowserContext
) -> None:
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url.partition(f":{preview.port}")[2]))
    addresses = (ADDRESS, ADDRESS, "/", "/personas/nora/", "/personas/samir/", "/channels/", "/journeys/", ADDRESS)
    tabs = [opened(preview, context, address) for address in addresses]
    assert asked.count("/_parcours/events") == 1
    asked.clear()
    edit(preview, "Looks for a bike online", "Dreams of a bike")
    for tab in (tabs[0], tabs[1], tabs[7]):
        tab.get_by_text("Dreams of a bike").first.wait_for()
    assert asked.count(ADDRESS) == 3
    assert "/journeys/" not in asked
    assert "/" not in asked
    # The tab that listened for all goes; another takes its place, and has missed nothing.
    tabs[0].close()
    edit(preview, "Dreams of a bike", "Wishes for a bike")
    tabs[7].get_by_text("Wishes for a bike").first.wait_for()
    tabs[1].get_by_text("Wishes for a bike").first.wait_for()
    assert asked.count("/_parcours/events") == 1


def test_a_changed_step_glows_once(preview: Preview, context: BrowserContext) -> None:
    page = opened(preview, context)
    page.evaluate(GLOWING)
    edit(preview, "Sizes are explained in a PDF", "Sizes are a riddle")
    page.get_by_text("Sizes are a riddle").first.wait_for()
    page.wait_for_function("() => window.glowed.length > 0")
    glowed = page.evaluate("window.glowed")
    assert [name for name in glowed if name.startswith("step.")] == ["step.search"]
    page.wait_for_function("() => !document.querySelector('.parcours-glow')")
    edit(preview, "Which size am I?", "What size am I?")
    page.get_by_text("What size am I?").first.wait_for()
    page.wait_for_function("n => window.glowed.length > n", arg=len(glowed))
    page.wait_for_function("() => !document.querySelector('.parcours-glow')")
    assert page.evaluate("window.glowed").count("step.search") == 2, "once for each change"


def test_nothing_glows_for_who_asks_for_less_motion(preview: Preview, browser: Browser) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = opened(preview, context)
    page.evaluate(GLOWING)
    edit(preview, "Sizes are explained in a PDF", "Sizes are a riddle")
    page.wait_for_function("() => window.patched > 0")
    assert page.evaluate("window.glowed") == []
    assert page.locator(".parcours-glow").count() == 0
    context.close()


def test_a_new_step_is_put_in_and_taken_out(preview: Preview, context: BrowserContext) -> None:
    page = opened(preview, context)
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.evaluate("document.querySelectorAll('.step').forEach((one) => { one.dataset.mine = '1'; })")
    whole = (preview.folder / JOURNEY).read_text()
    edit(
        preview,
        "      - id: ask\n",
        "      - {id: fresh, action: Asks a friend, channel: phone, feeling: 5}\n      - id: ask\n",
    )
    fresh = page.locator("[id='step.fresh']")
    fresh.wait_for()
    served = page.request.get(page.url).text()
    assert page.locator(".step[data-mine]").count() == page.locator(".step").count() - 1
    assert page.locator(".step-row > *").count() == served.split('class="step-row"')[1].split("</tr>")[0].count(
        "scope="
    )
    fresh.locator(".number").click()
    page.locator(".step-panel").get_by_text("Asks a friend").wait_for()
    (preview.folder / JOURNEY).write_text(whole)
    fresh.wait_for(state="detached")
    assert problems == []


def test_patched_is_what_a_reload_would_show(preview: Preview, context: BrowserContext) -> None:
    page = opened(preview, context)
    edits = (
        ("goal: A bike that fits, ready to ride this week", "goal: A bike"),
        ("tags: [purchase]", "tags: [purchase, spring, autumn]"),
        ("personas: [nora, samir]", "personas: [samir, nora]"),
        ("channel: live chat", "channel: phone"),
        ("  - name: Comparison", "  - name: Trying"),
        ("owner: Shop team", "owner: Nobody in particular"),
        ("feeling: {nora: 2, samir: 4}", "feeling: {nora: 5, samir: 1}"),
    )
    plain = 'main => main.replace(/ (class|hidden|tabindex|role|aria-[a-z]+|style|href|src)(="[^"]*")?/g, \'\')'
    for old, new in edits:
        edit(preview, old, new)
        event = preview.until(lambda e: PAGE in e["changed"])
        page.wait_for_function(
            f"b => !document.querySelector('.parcours-never') && {event['build']} === b", arg=event["build"]
        )
        page.wait_for_function(
            """async (plain) => {
              const bare = (document_) => {
                const main = document_.querySelector('main').cloneNode(true);
                main.querySelectorAll('[data-kept]').forEach((one) => one.remove());
                return main.textContent.replace(/\\s+/g, ' ');
              };
              const fresh = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');
              return bare(document) === bare(fresh);
            }""",
            arg=plain,
        )


def test_a_drawing_beside_the_page_is_shown_anew(preview: Preview, context: BrowserContext) -> None:
    page = opened(preview, context)
    drawing = page.locator("img[src*='diagram-journey.svg']")
    drawing.scroll_into_view_if_needed()
    drawing.evaluate("(one) => one.decode()")
    drawing.evaluate(
        "(one) => { window.kept = one; one.addEventListener('load', () => { window.drawn = one.currentSrc; }); }"
    )
    edit(preview, "Looks for a bike online", "Dreams of a bike")
    page.wait_for_function("() => window.drawn")
    assert "Dreams of a" in page.evaluate("fetch(window.drawn).then((answer) => answer.text())")
    assert drawing.evaluate("(one) => one === window.kept")


def test_filters_and_their_cards_stay(preview: Preview, context: BrowserContext) -> None:
    page = opened(preview, context, "/journeys/")
    select = page.locator(".filters select").first
    value = select.locator("option").nth(1).get_attribute("value") or ""
    select.select_option(value)
    hidden = page.locator("#cards > [data-keys]:visible").count()
    edit(preview, "title: Buy a bike", "title: Buy a cycle")
    page.get_by_text("Buy a cycle").first.wait_for(state="attached")
    assert select.input_value() == value
    assert page.locator("#cards > [data-keys]:visible").count() == hidden
    assert value in page.url


def test_half_a_line_leaves_the_last_good_page(preview: Preview, context: BrowserContext) -> None:
    page = opened(preview, context)
    text = page.locator("main").inner_text()
    edit(preview, "goal: A bike that fits, ready to ride this week", "goal: [A bike")
    page.locator(".parcours-panel section").first.wait_for()
    assert page.locator("main").inner_text() == text
    edit(preview, "goal: [A bike", "goal: A bike for two")
    page.get_by_text("A bike for two").first.wait_for()
    page.locator(".parcours-panel").wait_for(state="hidden")


@pytest.mark.parametrize("broken", [b"\xff\xfe\x00", b"---\ntitle: [\n---\n", b"---\nstages:\n  - name: One\n steps\n"])
def test_a_broken_file_is_served_as_it_last_was(preview: Preview, broken: bytes) -> None:
    file = preview.folder / JOURNEY
    good = file.read_bytes()
    before = preview.ask(ADDRESS)[2]
    file.write_bytes(broken)
    preview.until(lambda e: e["findings"] > 0)
    assert preview.ask(ADDRESS)[2] == before
    assert any(one["path"] == JOURNEY for one in preview.findings())
    file.write_bytes(good)
    preview.until(lambda e: e["findings"] == 0)
    assert preview.ask(ADDRESS)[2] == before


def test_broken_settings_leave_language_and_theme(preview: Preview) -> None:
    settings = preview.folder / "parcours.yml"
    settings.write_text("language: fr\nsite_name: Cartes\n")
    preview.until(lambda e: PAGE in e["changed"])
    assert b'lang="fr"' in preview.ask("/")[2]
    settings.write_text("language: fr\nsite_name: [Cartes\n")
    preview.until(lambda e: e["findings"] > 0)
    assert b'lang="fr"' in preview.ask("/")[2]
    assert b"Cartes" in preview.ask("/")[2]


def test_a_template_that_loops_is_told_and_ended(preview: Preview) -> None:
    own = preview.folder / "themes" / "cartouche" / "templates" / "persona.html"
    own.parent.mkdir(parents=True)
    before = preview.ask("/personas/nora/")[2]
    own.write_text("{% for a in range(99999) %}{% for b in range(99999) %}{{ b }}{% endfor %}{% endfor %}")
    preview.until(lambda e: e["findings"] > 0)
    assert [one["path"] for one in preview.findings()] == ["themes/cartouche/templates/persona.html"]
    assert re.sub(rb'data-\w+="[^"]*"', b"", preview.ask("/personas/nora/")[2]) == re.sub(
        rb'data-\w+="[^"]*"', b"", before
    )
    assert preview.ask(ADDRESS)[0] == 200
    own.unlink()
    preview.until(lambda e: e["findings"] == 0)


def test_broken_words_of_a_theme_are_told(preview: Preview) -> None:
    own = preview.folder / "themes" / "cartouche" / "locales" / "en.toml"
    own.parent.mkdir(parents=True)
    own.write_text("[page\n")
    preview.until(lambda e: e["findings"] > 0)
    assert [one["path"] for one in preview.findings()] == ["themes/cartouche/locales/en.toml"]
    assert preview.ask("/")[0] == 200


def test_pages_keep_their_policy_in_the_preview(preview: Preview, context: BrowserContext) -> None:
    refused: list[str] = []
    context.on("console", lambda one: refused.append(one.text) if "Content Security Policy" in one.text else None)
    page = opened(preview, context)
    edit(preview, "Sizes are explained in a PDF", "Sizes are a riddle")
    page.get_by_text("Sizes are a riddle").first.wait_for()
    assert refused == []
    served = page.request.get(page.url).text()
    assert "<style" not in served
    assert not re.search(r"<script(?![^>]*\bsrc=)", served)


def test_it_answers_before_all_is_made(project: Path) -> None:
    from parcours.build.build import prepare
    from parcours.edge.project import Project

    made = prepare(Project(project).read())
    assert made.file(PAGE)
    assert made.rendered < made.pages
