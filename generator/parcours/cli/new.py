"""``parcours new``: a project, a persona, a journey."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path

import click

from parcours.cli.project import language_here, wrong_use
from parcours.cli.words import say

STAGES = ("purchase", "enquiry", "service", "experience", "blueprint", "blank")
PAGES = ("persona", "journey")


@click.command("new")
@click.argument("what")
@click.argument("name", required=False)
@click.option("--language", type=click.Choice(["en", "fr"]), help="The language of what is made.")
@click.option("--stages", type=click.Choice(STAGES), default="purchase", show_default=True, help="A journey's stages.")
@click.option("--persona", "personas", multiple=True, help="A persona of the new journey; may be repeated.")
@click.option("--project", default=".", type=click.Path(path_type=Path), help="The project a page goes into.")
def command(
    what: str, name: str | None, language: str | None, stages: str, personas: tuple[str, ...], project: Path
) -> None:
    r"""Start a project, or add a page to one.

    \b
    parcours new DIR                 a project with a small example
    parcours new persona NAME        a persona, as a commented template
    parcours new journey NAME        a journey, as a commented template
    """
    if what in PAGES:
        if not name:
            raise wrong_use(say("new_needs_name", language or language_here(), kind=what))
        _page(what, name, language, stages, personas, project)
    elif name:
        raise wrong_use(say("new_unknown", language or language_here(), what=what))
    else:
        _project(Path(what), language or language_here())


def _project(folder: Path, language: str) -> None:
    """Copies the starter beside the goal and moves it there, so that no half project is ever left."""
    from parcours.edge.bundled import starters

    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise wrong_use(say("new_not_empty", language, path=folder))
    goal = folder.resolve()
    try:
        goal.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=goal.parent, prefix=".parcours-new-") as beside:
            made = Path(beside) / "project"
            shutil.copytree(starters() / language, made)
            (made / "gitignore").rename(made / ".gitignore")
            if goal.exists():
                goal.rmdir()
            made.rename(goal)
    except OSError as error:
        raise wrong_use(say("new_failed", language, path=folder, reason=error.strerror or error)) from None
    click.echo(say("new_project", language, path=folder))


def _page(kind: str, name: str, language: str | None, stages: str, personas: tuple[str, ...], project: Path) -> None:
    from parcours.edge.bundled import starters
    from parcours.source.address import slug

    spoken = language or _language_of(project)
    if not (project / "content").is_dir():
        raise wrong_use(say("no_project", spoken, path=project))
    id_ = slug(name)
    if not id_:
        raise wrong_use(say("new_no_letters", spoken, name=name))
    page = project / "content" / f"{kind}s" / f"{id_}.md"
    if page.exists():
        raise wrong_use(say("new_exists", spoken, path=page))
    template = "persona.md" if kind == "persona" else f"journey-{stages}.md"
    text = (starters() / "templates" / spoken / template).read_text("utf-8")
    text = text.replace("{name}", _quoted(name)).replace("{personas}", json.dumps(list(personas), ensure_ascii=False))
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    except OSError as error:
        raise wrong_use(say("new_failed", spoken, path=page, reason=error.strerror or error)) from None
    click.echo(say("new_page", spoken, path=page))


def _quoted(name: str) -> str:
    """A name as YAML: plain where that is safe, quoted where it is not (JSON strings are YAML strings)."""
    words = " ".join(name.split())
    plain = all(c.isalnum() or c in " -’" for c in words) and words[0].isalpha()
    return (
        words if plain and words.casefold() not in ("true", "false", "null") else json.dumps(words, ensure_ascii=False)
    )


def _language_of(project: Path) -> str:
    """The language of a project, read from its settings; the environment's where there are none."""
    from parcours.build.snapshot import SETTINGS
    from parcours.parse.yaml_reader import read_yaml

    settings = project / SETTINGS
    if not settings.is_file():
        return language_here()
    table, _ = read_yaml(settings.read_text("utf-8", errors="replace"), SETTINGS)
    return "fr" if table.value.get("language") == "fr" else "en"
