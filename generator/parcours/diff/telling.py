"""A difference as a text: blocks of lines of parts, for a terminal, a comment or a page to set in its own way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from parcours.analyse.felt import EVERYONE
from parcours.diff.difference import Change, Difference, FieldChange, PartChange, ThingChange, spot_of
from parcours.diff.facets import Facet, facets, feeling_facets, not_yet
from parcours.diff.model import SITE, Data
from parcours.diff.names import Names
from parcours.diff.sketch import Sketch, sketches
from parcours.diff.words import count, counts, listed
from parcours.model.kinds import Kind

JOURNEYS = Kind.JOURNEY.value
TOLD_APART = frozenset({"action", "feeling", "id"})
"""What a step's line tells before its facets."""
OF_STATES = frozenset({"title", "state", "of", "status", "reviewed", "review_every", "id"})
"""What always differs between a current and a future state, and says nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one thing: ``change``, its name, where it stands, and what differs, facet by facet."""

    change: Change
    name: str
    where: str = ""
    facets: tuple[Facet, ...] = ()


@dataclass(frozen=True, slots=True)
class Curve:
    """A persona's name, and what they feel before and after, sketched in characters."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Block:
    """A journey, or a kind of thing: a title, a sentence, curves, and a line for each thing that differs.

    ``journey`` says that it is of one journey which both sides have.
    """

    title: str
    summary: str = ""
    curves: tuple[Curve, ...] = ()
    lines: tuple[Line, ...] = ()
    journey: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """All blocks, under a title and a sentence that counts them."""

    title: str
    summary: str
    blocks: tuple[Block, ...]


def told(found: Difference, names: Names, a: str, b: str) -> Telling:
    """A difference in words; ``a`` and ``b`` are what the sides are called."""
    title = names.say("title", a=a, b=b)
    if not found:
        return Telling(title, names.say("same"), ())
    return Telling(title, _summary(found, names), tuple(_blocks(found, names)))


def _summary(found: Difference, names: Names) -> str:
    journeys = Counter(change.change.value for change in found.of(JOURNEYS))
    others = Counter(change.change.value for change in found.changes if change.kind != JOURNEYS)
    parts = (counts("journeys", journeys, names.language), counts("pages", others, names.language))
    return names.say("semicolon").join(part for part in parts if part) + "."


def _blocks(found: Difference, names: Names) -> Iterator[Block]:
    journeys = found.of(JOURNEYS)
    lone = [_thing(change, names) for change in journeys if change.compared is None]
    if lone:
        yield Block(names.say(JOURNEYS), lines=tuple(lone))
    yield from (journey_block(change, names) for change in journeys if change.compared is not None)
    for kind in dict.fromkeys(change.kind for change in found.changes if change.kind != JOURNEYS):
        lines = tuple(_thing(change, names) for change in found.of(kind))
        yield Block(names.say(kind), lines=lines)


def _thing(change: ThingChange, names: Names) -> Line:
    name = names.say(change.called.id) if change.kind == SITE else change.called.name
    if change.change is not Change.CHANGED:
        return Line(change.change, name, _extent(change.record, names))
    told = [*_renamed(change, names), *facets(change.fields, names, frozenset({"name", "title"}))]
    return Line(change.change, name, facets=tuple(told))


def _renamed(change: ThingChange, names: Names) -> Iterator[Facet]:
    if change.a and change.b and change.a.name != change.b.name:
        yield Facet(names.say("renamed", before=names.quote(change.a.name)))
    elif change.a and change.b and change.a.id != change.b.id:
        yield Facet(names.say("file", before=names.quote(change.a.id)))


def _extent(record: Data, names: Names) -> str:
    """How long a journey is that only one side has."""
    stages: list[Data] = record.get("stages", [])
    if not stages:
        return ""
    steps = sum(len(stage.get("steps", [])) for stage in stages)
    return f"{count('stages', len(stages), names.language)}, {count('steps', steps, names.language)}"


def journey_block(change: ThingChange, names: Names) -> Block:
    """What differs in one journey."""
    compared = change.compared
    if compared is None or change.a is None or change.b is None:
        raise ValueError("only a journey on both sides has a block")
    names = names.within(compared.a, compared.b)
    title = change.b.name if change.a.name == change.b.name else f"{change.a.name} → {change.b.name}"
    stages = [(part, line) for part in change.stages if (line := _stage(part, change, names))]
    steps = [(part, line) for part in change.steps if (line := _step(part, change, names))]
    curves = sketches(compared, _lone(change))
    return Block(
        title,
        _journey_summary(change, [part for part, _ in stages], [part for part, _ in steps], names),
        tuple(_curve(sketch, names) for sketch in curves),
        (*_facts(change, names), *_in_order(stages, steps)),
        journey=True,
    )


def _lone(change: ThingChange) -> frozenset[str]:
    """The personas whom only one side follows: nothing can be said of what they feel on the other."""
    compared = change.compared
    return frozenset(compared.a.personas) ^ frozenset(compared.b.personas) if compared else frozenset()


def _of_states(change: ThingChange) -> bool:
    """Whether a current state is compared with a future one."""
    compared, a, b = change.compared, change.a, change.b
    return bool(compared and a and b and a.id != b.id and compared.a.journey.state != compared.b.journey.state)


def _facets(fields: tuple[FieldChange, ...], change: ThingChange, names: Names, but: frozenset[str]) -> Iterator[Facet]:
    told, silent = not_yet((one for one in fields if one.key not in but), names) if _of_states(change) else (fields, ())
    said = tuple(facets(told, names, but))
    yield from (*said, *silent) if said else ()


def _curve(sketch: Sketch, names: Names) -> Curve:
    return Curve(names.persona(sketch.persona), sketch.before, sketch.after)


def _journey_summary(change: ThingChange, stages: list[PartChange], steps: list[PartChange], names: Names) -> str:
    numbers = [Counter(part.change.value for part in parts) for parts in (stages, steps)]
    told = [counts(what, number, names.language) for what, number in zip(("stages", "steps"), numbers, strict=True)]
    told = [names.say("semicolon").join(filter(None, told))]
    told += list(_felt(change, names)) if steps else []
    return " ".join(f"{sentence}." for sentence in told if sentence)


def _felt(change: ThingChange, names: Names) -> Iterator[str]:
    """Who feels better and who feels worse over the journey; everyone where it follows nobody."""
    own = [felt for felt in change.feelings if felt.persona not in {EVERYONE, *_lone(change)}]
    moved = [felt for felt in own or change.feelings if felt.verdict in ("better", "worse")]
    for felt in moved:
        scores = {"a": names.score(felt.a), "b": names.score(felt.b)}
        if felt.persona == EVERYONE:
            yield names.say(f"all_{felt.verdict}", **scores)
        else:
            yield names.say(felt.verdict, who=names.persona(felt.persona), **scores)
    if not moved and any(part.feelings for part in change.steps):
        yield names.say("as_before")


def _facts(change: ThingChange, names: Names) -> Iterator[Line]:
    """What differs in what a journey says of itself; of two states their names and ids go without saying."""
    states = _of_states(change)
    renamed = () if states or (change.a and change.b and change.a.name != change.b.name) else _renamed(change, names)
    told = (*renamed, *_facets(change.fields, change, names, OF_STATES if states else frozenset({"title"})))
    if told:
        yield Line(Change.CHANGED, names.say("the_journey"), facets=told)


def _in_order(stages: list[tuple[PartChange, Line]], steps: list[tuple[PartChange, Line]]) -> Iterator[Line]:
    """Stages and steps in reading order; a stage before its steps."""
    placed = [(spot_of(part).index, -1, line) for part, line in stages]
    placed += [(*_number(part), line) for part, line in steps]
    yield from (line for _, _, line in sorted(placed, key=lambda one: one[:2]))


def _number(part: PartChange) -> tuple[int, int]:
    stage, _, step = spot_of(part).number.partition(".")
    return int(stage) - 1, int(step)


def _stage(part: PartChange, change: ThingChange, names: Names) -> Line | None:
    spot = spot_of(part)
    name = names.say("stage", name=names.quote(spot.name or spot.id))
    was = [one for one in part.fields if one.key == "name"]
    told = [Facet(names.say("was", before=names.quote(str(one.a or "")))) for one in was]
    told += [Facet(names.say("moved_alone"))] if part.change is Change.MOVED else []
    told += list(_facets(part.fields, change, names, frozenset({"name", *(("id",) if was else ())})))
    return Line(part.change, name, facets=tuple(told)) if told or part.change is not Change.CHANGED else None


def _step(part: PartChange, change: ThingChange, names: Names) -> Line | None:
    spot = spot_of(part)
    name = spot.name or spot.id.replace("-", " ")
    stage = _stage_name(change, part, after=part.b is not None)
    if part.a is None or part.b is None:
        return Line(part.change, name, stage, tuple(_about(part.record, names)))
    told = [*_moved(part, change, names), *_reworded(part, names), *feeling_facets(part, names, _lone(change))]
    told += list(_facets(part.fields, change, names, TOLD_APART))
    return Line(part.change, name, stage, tuple(told)) if told else None


def _moved(part: PartChange, change: ThingChange, names: Names) -> Iterator[Facet]:
    if part.change is not Change.MOVED or part.a is None or part.b is None:
        return
    before, after = (_stage_name(change, part, after=side) for side in (False, True))
    if before == after:
        yield Facet(names.say("moved_within", after=after) if after else names.say("moved_alone"))
    else:
        yield Facet(names.say("moved_from", before=before or "–", after=after or "–"))


def _reworded(part: PartChange, names: Names) -> Iterator[Facet]:
    fields = {one.key: one for one in part.fields}
    if "action" in fields:
        yield Facet(names.say("was", before=names.quote(str(fields["action"].a or (part.a.id if part.a else "")))))
    elif "id" in fields:
        yield from facets((fields["id"],), names)


def _stage_name(change: ThingChange, part: PartChange, *, after: bool) -> str:
    spot, compared = (part.b if after else part.a), change.compared
    if spot is None or compared is None:
        return ""
    journey = compared.b if after else compared.a
    return next((stage.stage.name or stage.id for stage in journey.stages if stage.id == spot.stage), "")


ABOUT = ("channel", "device", "pain_points", "moment_of_truth")
"""What is told of a step that only one side has, beside what is felt."""


def _about(record: Data, names: Names) -> Iterator[Facet]:
    for key in ABOUT[:2]:
        if record.get(key):
            yield Facet(names.value(key, record[key]))
    felt: list[Data] = record.get("feeling", [])
    scores = [f"{names.persona(one.get('persona', ''))} {names.score(_score(one))}" for one in felt if _score(one)]
    if scores:
        yield Facet(listed(scores, names.language))
    for pain in record.get("pain_points", []):
        yield Facet(f"{names.word('pain_points')} {names.quote(pain)}")
    if record.get("moment_of_truth"):
        yield Facet(names.word("moment_of_truth"))


def _score(felt: Data) -> float | None:
    return next((felt[key] for key in ("score", "to", "from") if key in felt), None)


T = TypeVar("T")


def shown(items: Iterable[T], most: int) -> tuple[tuple[T, ...], int]:
    """The first ones, at most so many, and how many are left; one alone is never left out."""
    all_ = tuple(items)
    return (all_, 0) if len(all_) <= most + 1 else (all_[:most], len(all_) - most)
