"""``parcours new``: a project, a persona, a journey. Nothing that exists is ever overwritten."""

from __future__ import annotations

import datetime as dt
import os
import re
import shlex
import unicodedata
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from parcours.cli.new_starter import PIPELINES, pipeline_of, put_starter
from parcours.cli.new_words import WORDS
from parcours.cli.project import language_here, language_of, wrong_use

if TYPE_CHECKING:
    from parcours.model.kinds import Kind

STAGES = ("purchase", "enquiry", "service", "experience", "blueprint", "blank")
PAGES = ("persona", "journey")
ONLY_FOR = {
    "stages": ("--stages", ("journey",)),
    "personas": ("--persona", ("journey",)),
    "project": ("--project", PAGES),
}
"""Options that mean something for these pages only, and how they are written."""

HELP = """Start a project, or add a page to one. Nothing that exists is overwritten.

\b
parcours new DIR                 a project with a small example to replace
parcours new persona NAME        a persona, as a commented template
parcours new journey NAME        a journey, as a commented template

\b
parcours new DIR --ci github     with a pipeline (or gitlab): checks, what a merge request changes, publishing
parcours new . --ci gitlab       the same for the project that is here

For a project in a folder called persona: parcours new ./persona
"""


@click.command("new", help=HELP)
@click.argument("what", metavar="DIR|persona|journey")
@click.argument("name", required=False)
@click.option("--language", type=click.Choice(["en", "fr"]), help="The language of what is made.")
@click.option("--stages", type=click.Choice(STAGES), default="purchase", show_default=True, help="A journey's stages.")
@click.option("--persona", "personas", metavar="ID", multiple=True, help="A persona of the new journey; repeatable.")
@click.option("--project", default=".", type=click.Path(path_type=Path), help="The project a page goes into.")
@click.option(
    "--ci", type=click.Choice([*PIPELINES, "none"]), default="none", show_default=True, help="A pipeline for whom."
)
@click.pass_context
def command(
    context: click.Context,
    what: str,
    name: str | None,
    language: str | None,
    stages: str,
    personas: tuple[str, ...],
    project: Path,
    ci: str,
) -> None:
    """Refuses what makes no sense, then makes a project or a page."""
    spoken = language or language_here()
    for parameter, (option, pages) in ONLY_FOR.items():
        if what not in pages and context.get_parameter_source(parameter) is not ParameterSource.DEFAULT:
            raise _refusal("no_option", spoken, option=option, pages=" | ".join(pages))
    if what in PAGES and ci != "none":
        raise _refusal("no_option", spoken, option="--ci", pages=_say("a_dir", spoken))
    if what not in PAGES:
        if name is not None:
            raise _refusal("unknown", spoken, what=what)
        _new_project(Path(what), spoken, ci)
    elif name is None:
        raise _refusal("needs_name", spoken, what=what)
    else:
        _new_page(what, _in_one_line(name), language, stages, personas, project)


def _say(key: str, language: str, **values: object) -> str:
    shown = {name: click.format_filename(value) if isinstance(value, Path) else value for name, value in values.items()}
    return WORDS[language][key].format_map(shown)


def _refusal(key: str, language: str, **values: object) -> click.ClickException:
    return wrong_use(_say(key, language, **values), language)


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


def _new_project(folder: Path, language: str, ci: str) -> None:
    """Makes a project where there is nothing, or only an empty folder; one that is there gets the pipeline alone."""
    from parcours.edge.bundled import starters

    if ci != "none" and (folder / "content").is_dir():
        _addpipeline_of(folder, language, ci)
        return
    try:
        if folder.exists() and not folder.is_dir():
            raise _refusal("a_file", language, path=folder)
        if folder.is_dir() and any(folder.iterdir()):
            raise _refusal("not_empty", language, path=folder)
        here = folder.is_dir() and folder.samefile(".")
        put_starter(starters() / language, folder.absolute(), ci)
    except OSError as error:
        raise _refusal("failed", language, path=folder, reason=_reason(error)) from None
    click.echo(_say("made", language, path=folder) + "\n")
    if ci != "none":
        click.echo(_say("made_ci", language, path=folder / PIPELINES[ci]) + "\n")
    for line in ([] if here else [f"cd {_as_word(folder)}"]) + ["parcours serve"]:
        click.echo(f"    {line}")


def _as_word(path: Path) -> str:
    """A path as one word of the system's shell."""
    word = click.format_filename(path)
    if os.name != "nt":
        return shlex.quote(word)
    return f'"{word}"' if " " in word else word


def _addpipeline_of(folder: Path, language: str, ci: str) -> None:
    from parcours.edge.bundled import starters

    goal = folder / PIPELINES[ci]
    if goal.exists():
        raise _refusal("exists_ci", language, path=goal)
    _write(goal, pipeline_of(starters() / language, ci).read_text("utf-8"), language)
    click.echo(_say("made_ci", language, path=goal))


def _new_page(
    what: str, name: str, language: str | None, stages: str, personas: tuple[str, ...], project: Path
) -> None:
    from parcours.bring.yaml_text import as_yaml
    from parcours.edge.bundled import starters
    from parcours.model.kinds import Kind

    site_language = language_of(project)
    spoken = language or site_language
    if not (project / "content").is_dir():
        raise _refusal("no_project", spoken, path=project)
    kind = Kind(f"{what}s")
    page = _free_page(kind, name, project, spoken)
    template = "persona.md" if kind is Kind.PERSONA else f"journey-{stages}.md"
    text = (starters() / "templates" / spoken / template).read_text("utf-8")
    if spoken != site_language:
        text = text.replace("# lang: ", "lang: ", 1)
    listed = ", ".join(as_yaml(_in_one_line(persona)) for persona in personas)
    _write(page, _filled(text, {"name": as_yaml(name), "today": _today(), "personas": f"[{listed}]"}), spoken)
    click.echo(_say("made_page", spoken, path=page))
    known = _pages(Kind.PERSONA, project)
    for persona in personas:
        if _id(persona) not in known:
            click.echo(_say("no_persona", spoken, id=persona), err=True)
    where = "" if project.samefile(".") else f" {_as_word(project)}"
    click.echo(f"{_say('see', spoken)}\n\n    parcours serve{where}")


def _free_page(kind: Kind, name: str, project: Path, language: str) -> Path:
    """Where the page of a name goes; refuses a name that gives no page, or one that exists."""
    from parcours.parse.document import CONTENT, role_of

    id_ = _id(name)
    if not id_:
        raise _refusal("no_letters", language, name=name)
    address = f"{CONTENT}/{kind.value}/{id_}.md"
    if role_of(address, ()) is None:
        raise _refusal("no_page", language, path=f"{id_}.md")
    taken = _pages(kind, project).get(id_) or ((project / address) if _in_the_way(project / address) else None)
    if taken is not None:
        raise _refusal("exists", language, path=taken)
    return project / address


def _in_the_way(path: Path) -> bool:
    try:
        return path.exists() or path.is_symlink()
    except OSError:  # a name that is too long: writing it will say so
        return False


def _id(name: str) -> str:
    from parcours.source.address import slug

    return slug(name)


def _pages(kind: Kind, project: Path) -> Mapping[str, Path]:
    """The pages of a kind by their id, whatever their files are called."""
    from parcours.parse.document import CONTENT, role_of

    paths = [path.relative_to(project).as_posix() for path in sorted((project / CONTENT / kind.value).rglob("*.md"))]
    roles = {path: role_of(path, paths) for path in paths}
    return {role.id: project / path for path, role in roles.items() if role and role.kind is kind and not role.parent}


def _write(page: Path, text: str, language: str) -> None:
    """Writes a page that must not exist yet; none is left half written."""
    try:
        page.parent.mkdir(parents=True, exist_ok=True)
        file = page.open("x", encoding="utf-8", newline="\n")
        try:
            with file:
                file.write(text)
        except BaseException:
            page.unlink()
            raise
    except OSError as error:
        raise _refusal("failed", language, path=page, reason=_reason(error)) from None


def _filled(template: str, values: Mapping[str, str]) -> str:
    """A template with its placeholders replaced, all at once: a name may itself read ``{today}``."""
    return re.sub("|".join(f"{{{key}}}" for key in values), lambda found: values[found[0][1:-1]], template)


def _today() -> str:
    return dt.datetime.now(dt.UTC).astimezone().date().isoformat()


def _in_one_line(name: str) -> str:
    """A name without control characters or broken ones, on one line."""
    kept = (" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in name if not "\ud800" <= c <= "\udfff")
    return re.sub(" +", " ", "".join(kept)).strip()
