"""Mermaid journeys → draft journeys: sections as stages, tasks as steps, actors as personas, teams or systems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from parcours.bring.actors import ActorKind, actor_kind, actors_of
from parcours.bring.draft import Around, Left, Plain, Read
from parcours.bring.pages import evidence_draft, journey_draft, persona_draft
from parcours.bring.proposal import reference
from parcours.bring.remark import Remark, remark, within
from parcours.bring.scored import Felt, scored
from parcours.bring.scores import read_score
from parcours.bring.script import Said, read_script, words_of
from parcours.bring.task import Task, read_task
from parcours.bring.written import written
from parcours.model.kinds import Kind
from parcours.source.text import Place

NO_SCORE = " (–)"
"""What follows a task's words in a script of ours that had to give it a score it has not."""
_TUTORIAL = frozenset({"make tea", "go upstairs", "do work", "go downstairs", "sit down", "go to work", "go home"})
"""The tasks of the example in Mermaid's own documentation."""
_FEWEST = 3


@dataclass(frozen=True, slots=True)
class _Step:
    """A task with the section it stands in (counted from 0; -1 before the first), and its feeling as front matter."""

    task: Task
    place: Place
    raw: str
    section: int
    actors: tuple[str, ...]
    feeling: Plain = None


def read_journey(
    lines: Iterable[tuple[str, Place]], otherwise: str, place: Place, around: Around, left: tuple[Left, ...] = ()
) -> Read:
    """The journey the lines of a script are; ``otherwise`` is its title where it has none.

    ``left`` is what stands around it and goes into its body first.
    """
    said = read_script(lines)
    steps, found = _scored(tuple(_steps(said)), around)
    kinds: dict[str, ActorKind] = {name: actor_kind(name) for step in steps for name in step.actors}
    personas = tuple(name for name, kind in kinds.items() if kind == "persona")
    titles = [one.words for one in words_of(said, "title")]
    title = titles[0] if titles else otherwise
    remarks = [*found, *_remarks(said, steps, place, title), *_of_actors(steps, kinds, around)]
    stages = [*_stages(said, steps, personas, kinds, around)]
    rest = (*_lefts(said, place.path, around), *_titles_left(titles, place.path, around))
    described = " ".join(one.words for one in words_of(said, "description"))
    journey = journey_draft(title, personas, stages, place, around, left + rest, {"description": described})
    first = {name: step.place for step in reversed(steps) for name in step.actors}
    people = tuple(persona_draft(name, first[name], around) for name in personas)
    return Read((evidence_draft(place), *people, journey), tuple(remarks))


def _steps(said: Sequence[Said]) -> Iterator[_Step]:
    section = -1
    tasks = [(one, read_task(one.words)) for one in said if one.sort == "task"]
    known = {name for _, task in tasks if task.odd != "unsure" for name in actors_of(task.actors)}
    read = iter(tasks)
    for one in said:
        if one.sort == "section":
            section += 1
        elif one.sort == "task":
            task = _decided(next(read)[1], known)
            yield _Step(task, one.place, one.raw, section, actors_of(task.actors))


def _decided(task: Task, known: set[str]) -> Task:
    """A task of two fields without a score: the second are actors where they act elsewhere, a sign, or words."""
    if task.odd != "unsure":
        unscored = task.action.endswith(NO_SCORE.strip()) and task.written == "3"
        return replace(task, action=task.action.removesuffix(NO_SCORE), written="", score=None) if unscored else task
    names = actors_of(task.actors)
    if names and (known.issuperset(names) or any(actor_kind(name) != "persona" for name in names)):
        return replace(task, odd="no-score")
    if len(task.actors) <= 2 or not any(c.isalpha() for c in task.actors):
        return replace(task, written=task.actors, actors="", odd="no-score")
    return replace(task, action=f"{task.action}: {task.actors}", actors="", odd="bare")


def _scored(steps: tuple[_Step, ...], around: Around) -> tuple[tuple[_Step, ...], tuple[Remark, ...]]:
    with_score = [step for step in steps if step.task.written]
    felt = scored([_felt(one) for one in with_score], around)
    feelings = iter(felt.feelings)
    return tuple(replace(s, feeling=next(feelings)) if s.task.written else s for s in steps), felt.remarks


def _felt(step: _Step) -> Felt:
    text = step.task.written
    return Felt(text, read_score(text), within(step.place, step.raw, text))


def _stages(
    said: Sequence[Said],
    steps: Sequence[_Step],
    personas: tuple[str, ...],
    kinds: Mapping[str, ActorKind],
    around: Around,
) -> Iterator[Mapping[str, Plain]]:
    names = [one.words for one in words_of(said, "section")]
    for number in range(-1, len(names)):
        inside = [_step(step, personas, kinds, around) for step in steps if step.section == number]
        name = names[number] if number >= 0 else ""
        if inside or number >= 0:
            yield {"name": name or written("stage", around.language, number=number + 1 or 1), "steps": inside}


def _step(
    step: _Step, personas: tuple[str, ...], kinds: Mapping[str, ActorKind], around: Around
) -> Mapping[str, Plain]:
    """A step; a feeling is its persona's where not all of them take part."""
    people = tuple(name for name in step.actors if kinds[name] == "persona")
    some = bool(people) and people != personas and set(people) != set(personas)
    feeling = step.feeling
    if some and feeling is not None:
        feeling = {reference(Kind.PERSONA, name, around): feeling for name in people}
    others: list[Plain] = [{"name": name, "kind": kinds[name]} for name in step.actors if kinds[name] != "persona"]
    silent = list(people) if some and step.feeling is None else []
    return {"action": step.task.action or "…", "actors": [*silent, *others], "feeling": feeling}


def _remarks(said: Sequence[Said], steps: Sequence[_Step], place: Place, title: str) -> Iterator[Remark]:
    if not any(words_of(said, "title")):
        yield remark("untitled", place, title=title)
    sections = tuple(words_of(said, "section"))
    if sections:
        names = ", ".join(f"`{one.words}`" for one in sections)
        yield remark("stages", sections[0].place, count=len(sections), names=names)
    early = next((step for step in steps if step.section < 0), None)
    if early:
        yield remark("no-section", early.place)
    if not steps:
        yield remark("no-task", place)
    yield from _of_tasks(steps)
    yield from (remark(one.sort, one.place) for one in said if one.sort in ("comment", "left"))


def _of_tasks(steps: Sequence[_Step]) -> Iterator[Remark]:
    for step in steps:
        if step.task.odd and not (step.task.odd == "no-score" and step.task.written):
            yield remark(f"task-{step.task.odd}", step.place, action=step.task.action)
        elif not step.task.written:
            yield remark("task-no-score", step.place, action=step.task.action)
    example = [step for step in steps if step.task.action.casefold() in _TUTORIAL]
    if len(example) >= _FEWEST:
        yield from (remark("tutorial", step.place, action=step.task.action) for step in example)


def _of_actors(steps: Sequence[_Step], kinds: Mapping[str, ActorKind], around: Around) -> Iterator[Remark]:
    """Each actor once, where it first acts: what it is taken for."""
    first = {name: within(step.place, step.raw, name) for step in reversed(steps) for name in step.actors}
    for name, kind in kinds.items():
        id_ = reference(Kind.PERSONA, name, around)
        known = kind == "persona" and around.there(Kind.PERSONA, name)
        yield remark("persona-known" if known else f"actor-{kind}", first[name], name=name, id=id_)


def _lefts(said: Sequence[Said], path: str, around: Around) -> Iterator[Left]:
    for sort, heading in (("left", "left"), ("comment", "comments")):
        lines = [one.raw for one in said if one.sort == sort]
        if lines:
            yield Left(written(heading, around.language, file=path), "\n".join(lines), verbatim=True)


def _titles_left(titles: Sequence[str], path: str, around: Around) -> Iterator[Left]:
    more = [title for title in titles[1:] if title != titles[0]]
    if more:
        yield Left(written("left", around.language, file=path), "\n".join(more), verbatim=True)
