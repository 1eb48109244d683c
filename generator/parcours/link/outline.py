"""A journey before its references are resolved: its stages in order, and an id for each of them and of its steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from parcours.findings.catalogue import finding
from parcours.findings.suggest import nearest
from parcours.link.atlas import Thing
from parcours.link.register import Register
from parcours.link.spot import Somewhere, Spot
from parcours.model.journey import Journey, Stage
from parcours.parse.document import Front
from parcours.source.address import slug

LONGEST_ID = 48


@dataclass(frozen=True, slots=True)
class StageAt:
    """A stage and where it is written: ``base`` leads to it in its file (empty for a stage's own file)."""

    stage: Stage
    front: Front
    base: tuple[str | int, ...]
    given_id: str = ""

    def spot(self, *location: str | int) -> Spot:
        """Where something in the stage is written."""
        return Spot(self.front, (*self.base, *location))

    def key(self, *location: str | int) -> Spot:
        """Where the key is written that something in the stage stands under."""
        return Spot(self.front, (*self.base, *location), of_key=True)


@dataclass(frozen=True, slots=True)
class Outline:
    """A journey before its references are resolved: every stage and step has its id."""

    thing: Thing
    journey: Journey
    front: Front
    stages: tuple[tuple[str, StageAt], ...]
    steps: tuple[tuple[str, int, int], ...]
    """For each step in reading order: its id, its stage's index, its index in the stage."""

    def lacks(self, *keys: str) -> bool:
        """Whether one of these keys may stand in the journey's files in a way that could not be read."""
        files = {at.front.path: at.front for _, at in self.stages}
        return self.front.lacks(*keys) or any(front.lacks(*keys) for front in files.values())

    def step_index(self, written: str) -> int | None:
        """Which step an id or an action stands for."""
        ids = [id_ for id_, _, _ in self.steps]
        if written in ids:
            return ids.index(written)
        wanted = slug(written)
        if wanted in ids:
            return ids.index(wanted)
        actions = [slug(self.stages[stage][1].stage.steps[index].action) for _, stage, index in self.steps]
        return actions.index(wanted) if wanted and wanted in actions else None


def outline(thing: Thing, journey: Journey, front: Front, files: Sequence[Front], register: Register) -> Outline:
    """The stages of a journey, its own first, then those of its folder's files in name order."""
    own = [StageAt(stage, front, ("stages", i)) for i, stage in enumerate(journey.stages)]
    filed = [
        StageAt(file.record, file, (), file.role.id)
        for file in sorted(files, key=lambda file: file.path)
        if isinstance(file.record, Stage)
    ]
    stages = (*own, *filed)
    stage_ids = _ids([(at.stage.id, at.given_id or at.stage.name, at.spot("id")) for at in stages], "stage", register)
    places = [(s, i) for s, at in enumerate(stages) for i in range(len(at.stage.steps))]
    step_ids = _ids(
        [
            (stages[s].stage.steps[i].id, stages[s].stage.steps[i].action, stages[s].spot("steps", i, "id"))
            for s, i in places
        ],
        "step",
        register,
    )
    return Outline(
        thing,
        journey,
        front,
        tuple(zip(stage_ids, stages, strict=True)),
        tuple((id_, s, i) for id_, (s, i) in zip(step_ids, places, strict=True)),
    )


def _ids(wanted: list[tuple[str, str, Spot]], kind: str, register: Register) -> list[str]:
    """Unique ids: those that are written as they are, the others from names, numbered where they repeat."""
    written = {slug(id_): spot for id_, _, spot in reversed(wanted) if id_}
    taken: set[str] = set()
    ids: list[str] = []
    for id_, name, spot in wanted:
        base = slug(id_) or slug(name)[:LONGEST_ID].rstrip("-") or kind
        if id_ and base in taken:
            related = (written[base].place,)
            register.findings.append(finding("refs/duplicate-id", spot.place, id=id_, kind=kind, related=related))
        candidate, number = base, 2
        while candidate in taken or (not id_ and candidate in written):
            candidate, number = f"{base}-{number}", number + 1
        taken.add(candidate)
        ids.append(candidate)
    return ids


def no_step(it: Outline, written: str, spot: Somewhere, register: Register) -> None:
    """Tells a step that is not there; not when it may stand in what could not be read of the journey."""
    if it.lacks("id", "action"):
        return
    suggestion = nearest(slug(written), [id_ for id_, _, _ in it.steps])
    register.findings.append(
        finding(
            "refs/unknown-step",
            spot.place,
            suggestion=suggestion,
            id=written,
            journey=it.thing.name,
            slug=slug(written),
        )
    )
