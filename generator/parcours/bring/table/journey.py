"""Tables that are journeys → draft journeys: a stage for each of theirs, a step for each thing that is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from parcours.bring.actors import actor_kind, actors_of
from parcours.bring.draft import Around, Left, Plain, Read
from parcours.bring.pages import evidence_draft, journey_draft, persona_draft
from parcours.bring.proposal import reference
from parcours.bring.remark import Remark, remark
from parcours.bring.scored import Felt, scored
from parcours.bring.scores import read_score
from parcours.bring.table.cell_text import one_line, pieces, unnumbered
from parcours.bring.table.chart import Chart
from parcours.bring.table.fields import Entry, FeelingText, feeling_text, step_fields
from parcours.bring.table.grid import Grid, Row
from parcours.bring.table.said import of_chart
from parcours.bring.written import written
from parcours.model.kinds import Kind
from parcours.source.text import Place


@dataclass(slots=True)
class _Stage:
    """A stage that is being gathered; ``feelings`` go with its ``steps``."""

    name: str
    goals: list[str] = field(default_factory=list[str])
    steps: list[dict[str, Plain]] = field(default_factory=list[dict[str, Plain]])
    feelings: list[FeelingText | None] = field(default_factory=list[FeelingText | None])


@dataclass(slots=True)
class _Reader:
    """Reads the rows of a chart one after the other."""

    chart: Chart
    around: Around
    stages: list[_Stage] = field(default_factory=list[_Stage])
    personas: dict[str, Place] = field(default_factory=dict[str, Place])
    acting: set[str] = field(default_factory=set[str])
    remarks: list[Remark] = field(default_factory=list[Remark])

    def read(self, row: Row) -> None:
        stage = self._stage(row)
        entries = [entry for entry in self._entries(row) if not self._whole(entry, stage)]
        actions = [entry for entry in entries if entry.lane.field == "action"]
        others = [entry for entry in entries if entry.lane.field != "action"]
        self._who(others)
        done = [text for entry in actions for text in entry.texts]
        if not done and not others:
            return
        if len(done) > 1 and any(len(entry.texts) != len(done) for entry in others):
            self.remarks.append(remark("table-gathered", actions[0].place, stage=stage.name, count=len(done)))
        for number, action in enumerate(done or [stage.name]):
            self._step(stage, action, [e for one in others if (e := _share(one, number, max(1, len(done))))])

    def _stage(self, row: Row) -> _Stage:
        """The stage a row is of: the one it names, else that of the row before."""
        column = self.chart.lane("stage")
        cell = row[column] if column is not None else None
        name = unnumbered(one_line(cell.text)).strip(" :：") if cell else ""
        if cell and name and name != one_line(cell.text):
            self.remarks.append(remark("table-unnumbered", cell.place, written=one_line(cell.text), name=name))
        if self.stages and (not name or self.stages[-1].name == name):
            return self.stages[-1]
        self.stages.append(_Stage(name or written("stage", self.around.language, number=len(self.stages) + 1)))
        return self.stages[-1]

    def _entries(self, row: Row) -> Iterator[Entry]:
        for number, (lane, cell) in enumerate(zip(self.chart.lanes, row, strict=True), start=1):
            texts = pieces(cell.text)
            if texts and lane.field != "stage":
                name = lane.name or written("column", self.around.language, number=number)
                named = lane if lane.name else type(lane)(lane.written, name, lane.field, lane.place)
                yield Entry(named, texts, cell.place)

    def _whole(self, entry: Entry, stage: _Stage) -> bool:
        """Takes what is said of a stage or of the whole journey; whether it was that."""
        if entry.lane.field == "goal":
            stage.goals += [text for text in entry.texts if text not in stage.goals]
        elif entry.lane.field == "persona":
            for name in (name for text in entry.texts for name in actors_of(text)):
                self.personas.setdefault(name, entry.place)
        else:
            return False
        return True

    def _who(self, entries: Sequence[Entry]) -> None:
        """Says of everybody who acts, once, what they are taken for."""
        for entry in entries:
            for name in (name for text in entry.texts for name in actors_of(text)):
                if entry.lane.field == "actors" and name not in self.acting:
                    self.acting.add(name)
                    kind = actor_kind(name)
                    key = "actor-person" if kind == "persona" else f"actor-{kind}"
                    self.remarks.append(remark(key, entry.place, name=name))

    def _step(self, stage: _Stage, action: str, entries: list[Entry]) -> None:
        feelings = [entry for entry in entries if entry.lane.field == "feeling"]
        stage.steps.append({"action": action, **step_fields([e for e in entries if e not in feelings])})
        stage.feelings.append(feeling_text(feelings))


def _share(entry: Entry, number: int, count: int) -> Entry | None:
    """What of an entry one of so many steps has: a piece each where they are as many, else the first has all."""
    if len(entry.texts) == count:
        return Entry(entry.lane, (entry.texts[number],), entry.place)
    return entry if number == 0 else None


def read_chart(chart: Chart, grid: Grid, title: str, place: Place, around: Around, left: tuple[Left, ...] = ()) -> Read:
    """The draft of a journey a table is; ``title`` is its name where nothing above its head says one."""
    reader = _Reader(chart, around)
    for row in chart.rows:
        reader.read(row)
    felt, said = _felt(reader.stages, around)
    heads = [cell.text for row in chart.before for cell in row if cell.text]
    name = one_line(heads[0]) if heads else title
    more = (*left, *_beside(heads[1:], grid, place, around))
    stages = tuple(_stage(stage, felt) for stage in reader.stages)
    journey = journey_draft(name, tuple(reader.personas), stages, place, around, more)
    people = tuple(persona_draft(person, at, around) for person, at in reader.personas.items())
    remarks = (*of_chart(chart, place), *reader.remarks, *said, *_of_personas(reader.personas, around))
    return Read((evidence_draft(place), *people, journey), remarks)


def _of_personas(personas: Mapping[str, Place], around: Around) -> Iterator[Remark]:
    for name, place in personas.items():
        known = around.there(Kind.PERSONA, name)
        id_ = reference(Kind.PERSONA, name, around)
        yield remark("persona-known" if known else "actor-persona", place, name=name, id=id_)


def _felt(stages: Sequence[_Stage], around: Around) -> tuple[Iterator[Plain], tuple[Remark, ...]]:
    """The feelings of all steps in their order, None where there is none."""
    texts = [one for stage in stages for one in stage.feelings]
    with_score = [Felt(one.written, read_score(one.written), one.place) for one in texts if one and one.written]
    result = scored(with_score, around)
    values = iter(result.feelings)
    return iter([_feeling(one, next(values) if one and one.written else None) for one in texts]), result.remarks


def _feeling(one: FeelingText | None, value: Plain) -> Plain:
    if one is None or not one.words:
        return value
    if value is None:
        return {"label": one.words}
    whole = dict(value) if isinstance(value, Mapping) else {"score": value}
    label = whole.get("label")
    return {**whole, "label": f"{one.words} ({label})" if label else one.words}


def _stage(stage: _Stage, feelings: Iterator[Plain]) -> Mapping[str, Plain]:
    steps = tuple({**step, "feeling": next(feelings)} for step in stage.steps)
    return {"name": stage.name, "goal": "; ".join(stage.goals), "steps": steps}


def _beside(heads: Sequence[str], grid: Grid, place: Place, around: Around) -> Iterator[Left]:
    if heads:
        yield Left(written("above", around.language, file=place.path), "\n".join(heads), verbatim=True)
    if grid.notes:
        notes = "\n".join(f"{note.place.line}: {note.text}" for note in grid.notes)
        yield Left(written("comments", around.language, file=place.path), notes, verbatim=True)
