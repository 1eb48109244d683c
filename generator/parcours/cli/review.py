"""``parcours review``: what a journey rests on is put on record, so that what changes afterwards makes it suspect."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from parcours.cli.project import Failed, open_project, wrong_use
from parcours.cli.words import say

if TYPE_CHECKING:
    from parcours.link.atlas import Atlas, LinkedJourney

WORDS = {
    "en": {
        "unknown": "No journey is called {name}.",
        "meant": "No journey is called {name}. Did you mean {close}?",
        "broken": "{path} has mistakes, so nobody can say what it looks like: see `parcours check`.",
        "done": "{name}: reviewed {day}, with {count} things it rests on.",
        "done_one": "{name}: reviewed {day}, with the one thing it rests on.",
        "since": "  changed since {day}: {what} ({fields})",
        "by_hand": "  {path} could not take the day; write `reviewed: {day}` into its front matter yourself.",
        "kept": "On record in {path}: commit it with the maps.",
    },
    "fr": {
        "unknown": "Aucun parcours ne s’appelle {name}.",
        "meant": "Aucun parcours ne s’appelle {name}. Vouliez-vous dire {close}\u202f?",
        "broken": "{path} a des erreurs\u202f: on ne peut pas dire à quoi il ressemble, voir `parcours check`.",
        "done": "{name}\u202f: revu le {day}, avec {count} éléments sur lesquels il repose.",
        "done_one": "{name}\u202f: revu le {day}, avec le seul élément sur lequel il repose.",
        "since": "  changé depuis le {day}\u202f: {what} ({fields})",
        "by_hand": "  {path} n’a pas pu recevoir le jour\u202f; écrivez vous-même `reviewed: {day}` dans son en-tête.",
        "kept": "Consigné dans {path}\u202f: à committer avec les cartes.",
    },
}


@click.command("review")
@click.argument("names", metavar="JOURNEY...", nargs=-1, required=True)
@click.option("--project", default=".", type=click.Path(path_type=Path), help="The project (this folder).")
def command(names: tuple[str, ...], project: Path) -> None:
    """Record that journeys were compared with the facts today.

    JOURNEY is an id, a title or a file. The day goes into the journey's own file; what it and everything it cites look
    like goes into parcours-reviews.txt. When a persona, a channel, a touchpoint or a piece of evidence it cites changes
    afterwards, `parcours check` and the site call the journey suspect, and say what changed, until its next review.
    """
    found = open_project(project)
    from parcours.build.reading import reading
    from parcours.edge.review import review
    from parcours.parse.reviews import REVIEWS, read_reviews

    snapshot = found.read()
    read = reading(snapshot)
    language = read.settings.language
    words = WORDS[language]
    chosen = {journey.ref.id: journey for name in names for journey in (_journey(read.atlas, name, words),)}
    journeys = tuple(chosen.values())
    before, _ = read_reviews(snapshot.sources.get(REVIEWS))
    day = snapshot.today
    if day is None:
        raise wrong_use("There is no clock here.")
    try:
        done = review(found.root, read.atlas, before, journeys, day)
    except OSError as error:
        raise Failed(say("disk_text", language, reason=error.strerror or error), language) from None
    for one in done:
        click.echo(
            words["done_one" if one.cited == 1 else "done"].format(name=one.journey.name, day=day, count=one.cited)
        )
        for old in read.atlas.suspects.get(one.journey.ref.id, ()):
            what, fields = f"{old.kind}/{old.id}", ", ".join(old.fields)
            click.echo(words["since"].format(day=old.day, what=what, fields=fields))
        if one.by_hand:
            click.echo(words["by_hand"].format(path=one.by_hand, day=day), err=True)
    click.echo(words["kept"].format(path=REVIEWS))


def _journey(atlas: Atlas, name: str, words: dict[str, str]) -> LinkedJourney:
    """The journey that an id, a title or a path stands for; ends with exit code 2 where there is none to be read."""
    from parcours.findings.suggest import nearest
    from parcours.model.kinds import Kind

    path = Path(name).as_posix().removeprefix("./")
    by_path = {journey.front.path: journey for journey in atlas.journeys.values()}
    ref = atlas.ref(Kind.JOURNEY, name)
    journey = by_path.get(path) or by_path.get(f"{path}/index.md") or (atlas.journeys.get(ref.id) if ref else None)
    if journey is None:
        close = nearest(name, atlas.journeys)
        raise wrong_use(words["meant" if close else "unknown"].format(name=name, close=close))
    if journey.lacks():
        raise wrong_use(words["broken"].format(path=journey.front.path))
    return journey
