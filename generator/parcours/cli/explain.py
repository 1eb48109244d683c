"""``parcours explain``: the page of a rule, or the list of all rules."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from parcours.cli.project import language_here, wrong_use

if TYPE_CHECKING:
    from parcours.findings.rules.rule import Rule

WORDS = {
    "en": {
        "unknown": "No rule is called `{name}`. `parcours explain` lists the rules.",
        "near": "No rule is called `{name}`. Did you mean `{suggestion}`?",
        "several": "`{name}` may be any of: {choices}.",
    },
    "fr": {
        "unknown": "Aucune règle ne s’appelle `{name}`. `parcours explain` donne la liste des règles.",
        "near": "Aucune règle ne s’appelle `{name}`. Vouliez-vous dire `{suggestion}`\u202f?",
        "several": "`{name}` peut désigner\u202f: {choices}.",
    },
}
WIDEST = 100
"""Columns a page takes at most; longer lines are tiring to read."""
_FENCE = re.compile(r'^(?P<fence>`{3,})(?P<language>\w+) title="(?P<path>[^"]+)"$', re.MULTILINE)


@click.command("explain")
@click.argument("rule", required=False)
@click.option("--language", type=click.Choice(["en", "fr"]), help="The language of the page.")
def command(rule: str | None, language: str | None) -> None:
    """Explain a RULE, with a wrong and a right example; without one, list all rules.

    A rule goes by its name (refs/unknown-persona), the part of it after the slash, or its code (P301).
    """
    spoken = language or language_here()
    if rule is None:
        _print_list(spoken)
    else:
        _print_page(_named(rule.strip(), spoken), spoken)


def _named(written: str, language: str) -> Rule:
    """The rule a name, a code or the end of a name stands for; exit code 2 when there is none, or more than one."""
    from parcours.findings.catalogue import RULES

    wanted = written.casefold()
    found: list[Rule] = [
        rule for rule in RULES.values() if wanted in (rule.name, rule.code.casefold(), _end(rule.name))
    ]
    if len(found) == 1:
        return found[0]
    if found:
        choices = ", ".join(rule.name for rule in found)
        raise wrong_use(WORDS[language]["several"].format(name=written, choices=choices))
    suggestion = _suggested(wanted, RULES)
    raise wrong_use(WORDS[language]["near" if suggestion else "unknown"].format(name=written, suggestion=suggestion))


def _suggested(wanted: str, names: Iterable[str]) -> str:
    """The name of the rule that was probably meant, or an empty text."""
    from parcours.findings.suggest import nearest

    by_words = {_end(name): name for name in names} | {name: name for name in names}
    return by_words.get(nearest(wanted, by_words), "")


def _end(name: str) -> str:
    return name.partition("/")[2]


def _print_page(rule: Rule, language: str) -> None:
    from parcours.edge.rule_pages import rule_page

    page = rule_page(rule, language)
    if not sys.stdout.isatty():
        click.echo(page, nl=False)
        return
    from rich.console import Console
    from rich.markdown import Markdown

    console = Console()
    shown = Markdown(_with_paths(page), code_theme="ansi_dark", hyperlinks=False)
    console.print(shown, width=min(WIDEST, console.width))


def _with_paths(page: str) -> str:
    """A page whose examples say above them which file they are: a terminal does not show the titles of fences."""
    return _FENCE.sub(r"`\g<path>`\n\n\g<fence>\g<language>", page)


def _print_list(language: str) -> None:
    from parcours.edge.rule_pages import rule_page, severity_word, summary_of
    from parcours.findings.catalogue import RULES

    rows = [
        (rule.code, rule.name, severity_word(rule, language), summary_of(rule, rule_page(rule, language)))
        for rule in RULES.values()
    ]
    widths = [max(len(row[n]) for row in rows) for n in range(3)]
    for row in rows:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=False)]
        click.echo("  ".join((*cells, row[3])))
