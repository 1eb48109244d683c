"""The pages of teams and of systems: who answers for what, who waits for whom, what rests on what."""

from __future__ import annotations

from parcours.analyse.analyses import Analyses
from parcours.analyse.table import Table
from parcours.analyse.teams import HandOver, Organisation, System, Team
from parcours.draw.mermaid_chart import Arrow, graph_script
from parcours.link.atlas import Atlas, Ref
from parcours.model.kinds import Kind
from parcours.pages.analysis_parts import analysis_frame, score_view
from parcours.pages.analysis_view import AnalysisHead, Told
from parcours.pages.figure_table import (
    MOST_ROWS,
    CellView,
    FigurePage,
    RowView,
    cell,
    figure_cell,
    linked,
    steps_cell,
    table_view,
)
from parcours.pages.here import Here
from parcours.pages.view import DiagramView, Hyperlink
from parcours.pages.views import Page

TEAMS, SYSTEMS = "teams", "systems"

FEW_STEPS = 4
"""Steps a cell of the teams names; a team's own page has more."""

MOST_ARROWS = 40
"""Arrows of the map of teams: those with the most ways."""


def teams_speak(_: Atlas, analyses: Analyses) -> bool:
    """Whether anybody owns or serves anything."""
    return bool(analyses.practice.organisation.teams)


def systems_speak(_: Atlas, analyses: Analyses) -> bool:
    """Whether any step rests on a system."""
    return bool(analyses.practice.organisation.systems)


def given(analyses: Analyses) -> Organisation:
    """What both pages are made from."""
    return analyses.practice.organisation


def team_link(here: Here, team: str, name: str) -> Hyperlink:
    """A team by its id: its page where it owns something, else its row among the teams."""
    ref = Ref(Kind.OWNER, team)
    return here.to(ref) if ref in here.atlas.titles else Hyperlink(name, f"#team.{team}")


def teams_page(here: Here, whole: Organisation) -> Page:
    """The page of teams: who hands over to whom first."""
    names = {team.id: team.name for team in whole.teams}
    data = (_team_data(whole), _hand_over_data(whole))
    head = AnalysisHead(TEAMS, teams_result(here, whole), tuple(table.name for table in data))
    rows = (_hand_over(here, one, names) for one in whole.hand_overs[:MOST_ROWS])
    tables = (
        table_view(
            f"analysis.{TEAMS}.teams",
            ("team", "owns", "feeling", "serves", "touched"),
            (_team(here, one) for one in whole.teams[:MOST_ROWS]),
            len(whole.teams),
        ),
        table_view(
            f"analysis.{TEAMS}.hand_overs", ("from_team", "to_team", "ways", "steps"), rows, len(whole.hand_overs)
        ),
    )
    arrows = whole.hand_overs[:MOST_ARROWS]
    diagram = _diagram(here, arrows, names) if arrows else None
    view = FigurePage(analysis_frame(here, TEAMS), head, tuple(t for t in tables if t.rows), diagram=diagram)
    return Page(here.address, "analysis-teams.html", view, data)


def teams_result(_: Here, whole: Organisation) -> Told:
    """Between whom customers are handed over most often."""
    if not whole.hand_overs:
        return Told(f"analysis.{TEAMS}.result_alone", count=len(whole.teams))
    most = whole.hand_overs[0]
    names = {team.id: team.name for team in whole.teams}
    values = (("before", names[most.before]), ("after", names[most.after]))
    return Told(f"analysis.{TEAMS}.result", values, len(most.ways))


def _diagram(here: Here, arrows: tuple[HandOver, ...], names: dict[str, str]) -> DiagramView:
    title = "; ".join(f"{names[one.before]} → {names[one.after]}" for one in arrows)
    teams = dict.fromkeys(id_ for one in arrows for id_ in (one.before, one.after))
    nodes = tuple((names[id_], team_link(here, id_, names[id_]).href) for id_ in teams)
    numbers = {id_: n for n, id_ in enumerate(teams)}
    links = tuple(Arrow(numbers[a.before], numbers[a.after], here.figure(float(len(a.ways)))) for a in arrows)
    return DiagramView("diagram-teams", graph_script(title, nodes, links), title)


def _team(here: Here, team: Team) -> RowView:
    return RowView(
        (
            linked(team_link(here, team.id, team.name)) if team.owns else cell(team.name),
            steps_cell(here, team.owns, here.figure(float(len(team.owns))), FEW_STEPS),
            CellView(score=score_view(here, team.feeling)) if team.feeling is not None else CellView(),
            steps_cell(here, team.serves, here.figure(float(len(team.serves))) if team.serves else "", FEW_STEPS),
            steps_cell(here, team.touched, here.figure(float(len(team.touched))) if team.touched else "", FEW_STEPS),
        ),
        anchor=f"team.{team.id}",
    )


def _hand_over(here: Here, one: HandOver, names: dict[str, str]) -> RowView:
    steps = tuple(dict.fromkeys(end for _, end in one.ways))
    return RowView(
        (
            linked(team_link(here, one.before, names[one.before])),
            linked(team_link(here, one.after, names[one.after])),
            figure_cell(here, float(len(one.ways))),
            steps_cell(here, steps),
        )
    )


def systems_page(here: Here, whole: Organisation) -> Page:
    """The page of systems: what breaks when one is down; those that most rests on first."""
    systems = whole.systems
    data = (_system_data(systems),)
    head = AnalysisHead(SYSTEMS, systems_result(here, whole), tuple(table.name for table in data))
    columns = ("system", "steps_count", "moments", "journeys", "personas", "breaks")
    rows = (_system(here, one) for one in systems[:MOST_ROWS])
    tables = (table_view(f"analysis.{SYSTEMS}.inventory", columns, rows, len(systems)),)
    view = FigurePage(analysis_frame(here, SYSTEMS), head, tables)
    return Page(here.address, "analysis-tables.html", view, data)


def systems_result(here: Here, whole: Organisation) -> Told:
    """The system that most rests on."""
    most = whole.systems[0]
    values = (("system", most.name), ("moments", here.figure(float(most.moments))))
    return Told(f"analysis.{SYSTEMS}.result", values, len(most.steps))


def _system(here: Here, one: System) -> RowView:
    journeys = tuple(here.to(Ref(Kind.JOURNEY, id_)) for id_ in one.journeys[:MOST_ROWS])
    personas = tuple(here.to(Ref(Kind.PERSONA, id_)) for id_ in one.personas[:MOST_ROWS])
    counts = (float(len(one.steps)), float(one.moments) if one.moments else None)
    return RowView(
        (
            cell(one.name),
            *(figure_cell(here, count) for count in counts),
            CellView(links=journeys),
            CellView(links=personas),
            steps_cell(here, one.steps),
        ),
        anchor=f"system.{one.id}",
    )


def _team_data(whole: Organisation) -> Table:
    rows = tuple(
        (team.id, team.name, len(team.owns), len(team.serves), len(team.touched), team.feeling) for team in whole.teams
    )
    return Table("teams", ("team", "name", "owns", "serves", "touched", "feeling"), rows)


def _hand_over_data(whole: Organisation) -> Table:
    rows = tuple(
        (one.before, one.after, start.journey, start.step, end.journey, end.step)
        for one in whole.hand_overs
        for start, end in one.ways
    )
    return Table("hand-overs", ("from", "to", "from_journey", "from_step", "to_journey", "to_step"), rows)


def _system_data(systems: tuple[System, ...]) -> Table:
    rows = tuple((one.id, one.name, at.journey, at.step) for one in systems for at in one.steps)
    return Table("systems", ("system", "name", "journey", "step"), rows)
