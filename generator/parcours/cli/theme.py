"""``parcours theme``: which themes there are, and how to make one yours."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from parcours.cli.project import language_here, open_project, wrong_use

if TYPE_CHECKING:
    from parcours.build.snapshot import Snapshot

WORDS = {
    "en": {
        "used": "used here",
        "own": "yours: {files}",
        "colour": "{role}: {light} has a contrast of {on_light} on light paper, {dark} {on_dark} on dark",
        "unknown": "No file of the theme is called `{name}`.",
        "near": "No file of the theme is called `{name}`. Did you mean `{suggestion}`?",
        "no_theme": "No theme is called `{name}`: {known}.",
        "there": "{path} is there already; --force replaces it.",
        "copied": "{path}: change it, or delete it to use the shipped one.",
    },
    "fr": {
        "used": "utilisé ici",
        "own": "à vous\u202f: {files}",
        "colour": "{role}\u202f: contraste {on_light} pour {light} sur papier clair, {on_dark} pour {dark} sur sombre",
        "unknown": "Aucun fichier du thème ne s’appelle `{name}`.",
        "near": "Aucun fichier du thème ne s’appelle `{name}`. Vouliez-vous dire `{suggestion}`\u202f?",
        "no_theme": "Aucun thème ne s’appelle `{name}`\u202f: {known}.",
        "there": "{path} existe déjà\u202f; --force le remplace.",
        "copied": "{path}\u202f: modifiez-le, ou supprimez-le pour utiliser celui d’origine.",
    },
}


@click.group("theme")
def command() -> None:
    """List themes, or copy files of one to change them."""


@command.command("list")
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
def list_themes(folder: Path) -> None:
    """List the themes that the project in FOLDER could use, the files it has changed, the contrast of its colours."""
    from parcours.edge.theme_folder import changed_files, theme_names

    project, words = open_project(folder), WORDS[language_here()]
    snapshot = project.read()
    used = snapshot.theme.name
    for name in theme_names(project.root):
        files = changed_files(project.root, name)
        told = [words["used"]] if name == used else []
        told += [words["own"].format(files=", ".join(files))] if files else []
        click.echo("  ".join((name, *told)))
        for line in _colours(snapshot, words) if name == used else ():
            click.echo(f"    {line}")


def _colours(snapshot: Snapshot, words: dict[str, str]) -> Iterator[str]:
    """The site's own colours as they are used, and how well each can be read."""
    from parcours.build.settings import read_settings
    from parcours.theme.brand import shades
    from parcours.theme.colour import contrast, written

    found = shades(read_settings(snapshot)[0], snapshot.theme)
    for light, dark in zip(found[::2], found[1::2], strict=True):
        ratios = [f"{contrast(shade.shown, shade.ground):.1f}" for shade in (light, dark)]
        yield words["colour"].format(
            role=light.role,
            light=written(light.shown),
            on_light=ratios[0],
            dark=written(dark.shown),
            on_dark=ratios[1],
        )


@command.command("eject")
@click.argument("files", nargs=-1)
@click.option("--theme", "name", help="The theme (that of the project).")
@click.option("--folder", default=".", type=click.Path(path_type=Path, file_okay=False), help="The project (this one).")
@click.option("--force", is_flag=True, help="Replace files you have already.")
def eject(files: tuple[str, ...], name: str | None, folder: Path, force: bool) -> None:
    """Copy FILES of a theme into the project's themes/, to change them; without FILES, list what there is."""
    from parcours.edge.texts import write_whole
    from parcours.edge.theme_folder import shipped_files, theme_names

    project, words = open_project(folder), WORDS[language_here()]
    theme = name or project.read().theme.name
    known = theme_names(project.root)
    if theme not in known:
        raise wrong_use(words["no_theme"].format(name=theme, known=", ".join(known)))
    shipped = shipped_files(theme)
    if not files:
        click.echo("\n".join(shipped))
        return
    wanted = {file: _named(file, tuple(shipped), words) for file in files}
    targets = {file: project.root / "themes" / theme / path for file, path in wanted.items()}
    there = [target for target in targets.values() if target.exists()]
    if there and not force:
        raise wrong_use("\n".join(words["there"].format(path=_shown(path, project.root)) for path in there))
    for file, target in targets.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, shipped[wanted[file]].read_text("utf-8"))
        click.echo(words["copied"].format(path=_shown(target, project.root)))


def _shown(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix()


def _named(written: str, known: tuple[str, ...], words: dict[str, str]) -> str:
    """The path in the theme that was meant: whole, or by the name of the file. Exit code 2 when there is none."""
    from parcours.findings.suggest import nearest

    by_name = {path.rpartition("/")[2]: path for path in known} | {path: path for path in known}
    if written in by_name:
        return by_name[written]
    suggestion = by_name.get(nearest(written, tuple(by_name)), "")
    raise wrong_use(words["near" if suggestion else "unknown"].format(name=written, suggestion=suggestion))
