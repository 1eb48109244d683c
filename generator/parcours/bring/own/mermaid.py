"""``export mermaid`` read back: stages, steps and scores, under the ids its comments hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from parcours.analyse.carried import MARK
from parcours.bring.actors import actors_of
from parcours.bring.draft import Around, Read
from parcours.bring.mermaid import NO_SCORE
from parcours.bring.own.atlas import FORMAT, VERSION, read_data
from parcours.bring.script import Said, read_script, words_of
from parcours.bring.task import Task, read_task
from parcours.source.address import slug
from parcours.source.text import Place, Source

_HEAD = re.compile(rf"^[ \t]*%%[ \t]*{MARK}:[ \t]*(\S+)[ \t]*$", re.MULTILINE)
_IDS = re.compile(r"%%\s*(\S+):\s*(\S+(?:,\s*\S+)*)\s*")
_PEOPLE = re.compile(r"%%\s*personas:\s*(.*)")
Data = dict[str, Any]


def is_mermaid(source: Source) -> bool:
    """Whether a text is a bare script of ours that can come back."""
    return source.text.lstrip().startswith("journey") and _HEAD.search(source.text) is not None


def read_script_of_ours(source: Source, around: Around) -> Read:
    """The journey of a script. Never raises."""
    lines = source.text.split("\n")
    said = read_script((line, Place(source.path, n, 1, max(1, len(line)))) for n, line in enumerate(lines, 1))
    found = _HEAD.search(source.text)
    people = dict(_people(said))
    journey: Data = {
        "id": found[1] if found else "journey",
        "name": next((one.words for one in words_of(said, "title")), ""),
        "scenario": " ".join(one.words for one in words_of(said, "description")),
        "personas": list(people.values()),
        "stages": list(_stages(said, people)),
    }
    personas = [{"id": id_, "name": name} for name, id_ in people.items()]
    data = {"format": FORMAT, "version": VERSION, "personas": personas, "journeys": [journey]}
    return read_data(data, source.start(), around, "mermaid")


def _people(said: tuple[Said, ...]) -> Iterator[tuple[str, str]]:
    """The id of each persona by the name the script calls them by."""
    for one in words_of(said, "comment"):
        if told := _PEOPLE.fullmatch(one.raw):
            for pair in told[1].split(";"):
                id_, equals, name = pair.partition("=")
                if equals and id_.strip():
                    yield name.strip() or id_.strip(), id_.strip()


def _stages(said: tuple[Said, ...], people: Mapping[str, str]) -> Iterator[Data]:
    name, comment, tasks = "", "", list[Task]()
    begun = False
    for one in said:
        if one.sort == "section":
            if begun:
                yield _stage(name, comment, tasks, people)
            name, comment, tasks, begun = one.words, "", [], True
        elif one.sort == "task":
            tasks.append(read_task(one.words))
            begun = True
        elif one.sort == "comment" and begun and not comment:
            comment = one.raw
    if begun:
        yield _stage(name, comment, tasks, people)


def _stage(name: str, comment: str, tasks: list[Task], people: Mapping[str, str]) -> Data:
    """A stage; tasks that say the same one after the other are one step, felt differently."""
    told = _IDS.fullmatch(comment)
    ids = [one.strip() for one in told[2].split(",")] if told else []
    groups = [list(group) for _, group in groupby(tasks, key=lambda task: task.action)]
    if len(groups) != len(ids):
        ids = [slug(group[0].action) or "step" for group in groups]
    steps = [_step(id_, group, people) for id_, group in zip(ids, groups, strict=True)]
    return {"id": told[1] if told else slug(name) or "stage", "name": name, "steps": steps}


def _step(id_: str, tasks: list[Task], people: Mapping[str, str]) -> Data:
    feelings: list[Data] = []
    for task in tasks:
        if task.score is None or task.action.endswith(NO_SCORE.strip()):
            continue
        who = [people[name] for name in actors_of(task.actors) if name in people]
        score = min(max(task.score.value, 1.0), 5.0)
        feelings += [{"persona": one, "score": score} for one in who] or [{"score": score}]
    return {"id": id_, "action": tasks[0].action.removesuffix(NO_SCORE.strip()).strip(), "feelings": feelings}
