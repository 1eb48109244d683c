"""Tabs of a browser that show pages of a preview, and edits of what is in them."""

from playwright.sync_api import BrowserContext, Page

from tests.serve.running import ADDRESS, JOURNEY, Preview


def edit(preview: Preview, old: str, new: str, path: str = JOURNEY) -> None:
    """Puts another text where one stands in a file of the project."""
    file = preview.folder / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def opened(preview: Preview, context: BrowserContext, address: str = ADDRESS) -> Page:
    """A tab that has come to rest: its scripts have run, the findings are told."""
    page = context.new_page()
    with page.expect_response(lambda answer: "findings.json" in answer.url):
        page.goto(f"http://127.0.0.1:{preview.port}{address}")
    return page
