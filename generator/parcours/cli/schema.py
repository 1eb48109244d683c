"""``parcours schema``: JSON Schemas for editors, with the ids of this project."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parcours.cli.project import Failed, open_project, wrong_use

if TYPE_CHECKING:
    from parcours.edge.project import Project
    from parcours.link.atlas import Atlas

HOME = Path(".parcours") / "schema"
"""Where the schemas go in a project; ``.vscode/settings.json`` looks for them there."""

KINDS = (
    *("persona", "journey", "segment", "channel", "touchpoint", "evidence", "survey", "opportunity"),
    *("stage", "home", "settings", "atlas"),
)
"""What there are schemas for: the kinds of file, and the ``atlas.json`` of the site."""

WORDS = {
    "en": {
        "made": "{count} schemas → {path}",
        "outside": "{path} leads out of the project, so nothing was written there. "
        "Name another folder with --output, or remove the link.",
        "disk": "The schemas could not be written: {reason}.",
    },
    "fr": {
        "made": "{count} schémas → {path}",
        "outside": "{path} mène hors du projet\u202f: rien n’y a été écrit. "
        "Nommez un autre dossier avec --output, ou ôtez le lien.",
        "disk": "Les schémas n’ont pas pu être écrits\u202f: {reason}.",
    },
}


@click.command("schema")
@click.argument("folder", default=".", type=click.Path(path_type=Path))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The folder to write to (.parcours/schema).")
@click.option("--print", "kind", type=click.Choice((*KINDS, "diff")), help="Print one schema instead.")
def command(folder: Path, output: Path | None, kind: str | None) -> None:
    """Write JSON Schemas for the files of the project in FOLDER (this one by default).

    Editors tell with them which keys there are and what they mean, offer the ids of this project, and mark mistakes
    while you type. Write them again when there are new ids.
    """
    if kind == "diff":
        from parcours.schema.difference import difference_schema
        from parcours.schema.schema import written

        click.echo(written(difference_schema()), nl=False)
        return
    project = open_project(folder)
    atlas, texts = _texts(project)
    if kind is not None:
        click.echo(texts[kind], nl=False)
        return
    language = atlas.settings.language
    goal = output if output is not None else project.root / HOME
    files = {goal / f"{word}.schema.json": text for word, text in texts.items()}
    if output is None:
        _stay_inside(project.root, files, language)
    try:
        _write(files)
    except OSError as error:
        raise Failed(WORDS[language]["disk"].format(reason=error.strerror or error), language) from None
    click.echo(WORDS[language]["made"].format(count=len(files), path=_shown(goal)))


def _texts(project: Project) -> tuple[Atlas, Mapping[str, str]]:
    """The project as it is linked, whatever mistakes there are in it, and the text of each schema by its word."""
    from parcours.build.reading import reading
    from parcours.schema.contract import WORD, contract_schema
    from parcours.schema.names import names_of
    from parcours.schema.schema import schemas, written

    snapshot = project.read()
    atlas = reading(snapshot).atlas
    made = {**schemas(names_of(atlas, snapshot.themes)), WORD: contract_schema()}
    return atlas, {word: written(schema) for word, schema in made.items()}


def _stay_inside(root: Path, files: Mapping[Path, str], language: str) -> None:
    """Refuses to write where a link leads out of the project; only --output may."""
    for file in files:
        if not file.resolve().is_relative_to(root):
            raise wrong_use(WORDS[language]["outside"].format(path=_shown(file)), language)


def _write(files: Mapping[Path, str]) -> None:
    from parcours.edge.texts import write_whole

    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text)


def _shown(path: Path) -> str:
    """A path as it is told: from here where it lies here."""
    full, here = path.absolute(), Path.cwd()
    return click.format_filename(full.relative_to(here) if full.is_relative_to(here) else full)
