"""The pages of the rules: what a rule means, with a wrong and a right example, in English and French.

They lie in ``docs/rules/<language>/<family>/<name>.md`` of a checkout, and beside the themes in the wheel.
"""

from __future__ import annotations

from pathlib import Path

from parcours.edge.bundled import BUNDLED, CHECKOUT
from parcours.findings.finding import Severity
from parcours.findings.rules.rule import Rule

LANGUAGES = ("en", "fr")
"""The languages every rule has a page in."""

SEVERITIES = {
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "advice"},
    "fr": {Severity.ERROR: "erreur", Severity.WARNING: "avertissement", Severity.ADVICE: "conseil"},
}


def rules_folder() -> Path:
    """The folder that holds a folder of pages for each language."""
    return (BUNDLED if BUNDLED.is_dir() else CHECKOUT) / "docs" / "rules"


def rule_page(rule: Rule, language: str) -> str:
    """The page of a rule as Markdown, in ``en`` or ``fr`` (English where the language is another).

    Raises OSError when there is none: every rule of the catalogue has one, so that is a mistake of ours.
    """
    spoken = language if language in LANGUAGES else LANGUAGES[0]
    return (rules_folder() / spoken / f"{rule.name}.md").read_text("utf-8")


def summary_of(rule: Rule, page: str) -> str:
    """What a page says its rule is about, in one line: its title without the rule's name."""
    title, _, _ = page.partition("\n")
    return title.removeprefix(f"# {rule.name}").lstrip("\u202f: ").strip()


def severity_word(rule: Rule, language: str) -> str:
    """What a page calls the usual severity of its rule."""
    return SEVERITIES.get(language, SEVERITIES["en"])[rule.severity]
