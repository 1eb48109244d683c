"""The window of the search in Chromium, as its users meet it."""

from __future__ import annotations

from playwright.sync_api import Page

TOLD = "asked => document.querySelector('dialog.find')?.dataset.told === asked"


def open_search(page: Page, key: str = "/") -> None:
    """Opens the window with a key, and waits until it stands."""
    page.keyboard.press(key)
    page.wait_for_selector("dialog.find[open]")


def ask(page: Page, words: str) -> list[str]:
    """Types a question over the last one and gives the addresses that are shown, the first first."""
    page.fill("dialog.find [role=combobox]", words)
    page.wait_for_function(TOLD, arg=words)
    return [str(href) for href in page.eval_on_selector_all(".find-results a", "all => all.map(a => a.href)")]
