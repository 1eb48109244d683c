"""``parcours explain``: the page of a rule, why a page of the site is as it is, or the list of all rules."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parcours.cli.explain_words import say
from parcours.cli.project import language_here, wrong_use

if TYPE_CHECKING:
    from parcours.findings.rules.rule import Rule

WIDEST = 100
"""Columns a page takes at most; longer lines are tiring to read."""
_FENCE = re.compile(r'^(?P<fence>`{3,})(?P<language>\w+) title="(?P<path>[^"]+)"$', re.MULTILINE)


@click.command("explain")
@click.argument("what", metavar="[RULE | PAGE]", required=False)
@click.option("--project", default=".", type=click.Path(path_type=Path), help="The project whose page it is.")
@click.option("--language", type=click.Choice(["en", "fr"]), help="The language of the answer.")
def command(what: str | None, project: Path, language: str | None) -> None:
    """Explain a RULE, with a wrong and a right example; or a PAGE; without either, list all rules.

    A rule goes by its name (refs/unknown-persona), the part of it after the slash, or its code (P301).

    A page goes by its address (journeys/buy/index.html), by the file it is written in (content/journeys/buy.md), or by
    its id (buy): why it was made anew by the last build, and what it is made from.
    """
    spoken = language or language_here()
    if what is None:
        _print_list(spoken)
    elif (rules := _named(what.strip())) and len(rules) == 1:
        _print_page(rules[0], spoken)
    else:
        _print_reasons(what.strip(), rules, project, spoken)


def _named(written: str) -> list[Rule]:
    """The rules that a name, a code or the end of a name may stand for."""
    from parcours.findings.catalogue import RULES

    wanted = written.casefold()
    return [rule for rule in RULES.values() if wanted in (rule.name, rule.code.casefold(), _end(rule.name))]


def _print_reasons(written: str, rules: Iterable[Rule], project: Path, language: str) -> None:
    """What there is to say of a page; exit code 2 where there is none, nor one rule of the name."""
    from parcours.cli.explain_page import explained

    choices = ", ".join(rule.name for rule in rules)
    lines, known = explained(project, written, language) if (project / "content").is_dir() else ([], ())
    if not lines:
        suggestion = "" if choices else _suggested(written, known)
        key = "several" if choices else "near" if suggestion else "unknown"
        raise wrong_use(say(key, language, name=written, suggestion=suggestion, choices=choices), language)
    click.echo("\n".join(lines))


def _suggested(written: str, addresses: Iterable[str]) -> str:
    """The name of the rule, or the address of the page, that was probably meant; or an empty text."""
    from parcours.findings.catalogue import RULES
    from parcours.findings.suggest import nearest

    names: dict[str, str] = {_end(name): name for name in RULES} | {name: name for name in RULES}
    names |= {short: address for address in addresses for short in (address, address.removesuffix("/index.html"))}
    return names.get(nearest(written.casefold().removesuffix("/index.html"), names), "")


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
