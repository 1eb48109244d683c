"""Small projects, written by hand or made up by hypothesis, as states that can be compared."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

from parcours.build.reading import reading
from parcours.diff.projects import State
from tests.build.test_again import snapshot

Fields = dict[str, Any]
Files = dict[str, str]


def page(fields: Mapping[str, Any], text: str = "") -> str:
    """A page with these fields as its front matter."""
    return f"---\n{json.dumps(fields, ensure_ascii=False)}\n---\n{text}\n"


def state(files: Files) -> State:
    """The state of a project with these files."""
    return State.of(reading(snapshot(files)).atlas)


def _some(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Fields]:
    return st.fixed_dictionaries({}, optional=fields)


PERSONAS = ("ann", "bob", "cy")
WORDS = (
    "Looks at offers",
    "Looks at the offers",
    "Asks a friend",
    "Pays",
    "Pays online",
    "Waits",
    "Opens the box",
    "?",
)
NAMES = ("Choose", "Chooses", "Buy", "Use", "")
IDS = ("look", "ask", "pay", "wait", "pay-2", "choose")
TEXT = st.sampled_from(("slow", "fast", "Slow", "too dear", "« à la fin »", "no", "12:30", "-", "*bold*", "@ann #1"))
TEXTS = st.lists(TEXT, max_size=3)
SCORE = st.sampled_from((1, 1.5, 2, 3, 4.5, 5))
FELT = st.one_of(
    SCORE,
    st.dictionaries(st.sampled_from(PERSONAS), SCORE, max_size=3),
    _some(score=SCORE, label=TEXT, emoji=st.just("😤")),
    st.fixed_dictionaries({"from": SCORE, "to": SCORE}),
)
OPPORTUNITY = st.one_of(
    TEXT,
    _some(title=TEXT, status=st.sampled_from(("idea", "planned", "done")), impact=SCORE, ticket=TEXT),
)
SURVEY = _some(id=TEXT, channel=TEXT, subject=TEXT, indicators=TEXTS)
METRIC = st.dictionaries(st.sampled_from(("csat", "nps", "ces")), st.one_of(SCORE, TEXT), max_size=2)
WAY = st.one_of(st.sampled_from(IDS), st.fixed_dictionaries({"to": st.sampled_from(IDS), "share": st.just("20%")}))
STEP = _some(
    id=st.sampled_from(IDS),
    action=st.sampled_from(WORDS),
    channel=st.sampled_from(("web", "Web", "shop", "live chat")),
    touchpoint=TEXT,
    device=TEXT,
    feeling=FELT,
    pain_points=TEXTS,
    opportunities=st.lists(OPPORTUNITY, max_size=2),
    survey=SURVEY,
    metrics=METRIC,
    moment_of_truth=st.one_of(st.booleans(), TEXT),
    satisfaction=SCORE,
    evidence=TEXTS,
    lanes=st.dictionaries(st.sampled_from(("Legal", "IT")), TEXTS, max_size=2),
    quote=st.one_of(TEXT, st.fixed_dictionaries({"text": TEXT, "from": TEXT})),
    next=st.one_of(st.just([]), st.lists(WAY, max_size=2), st.sampled_from(IDS)),
    steps=st.lists(_some(action=st.sampled_from(WORDS), channel=TEXT), max_size=2),
    owner=TEXT,
)
STAGE = st.fixed_dictionaries(
    {"steps": st.lists(STEP, max_size=4)},
    optional={
        "id": st.sampled_from(IDS),
        "name": st.sampled_from(NAMES),
        "goal": TEXT,
        "metrics": METRIC,
        "evidence": TEXTS,
    },
)
JOURNEY = st.fixed_dictionaries(
    {"stages": st.lists(STAGE, max_size=3)},
    optional={
        "title": st.sampled_from(("Buy a thing", "Buy the thing", "Move")),
        "personas": st.lists(st.sampled_from(PERSONAS), max_size=3, unique=True),
        "state": st.sampled_from(("current", "future")),
        "of": st.sampled_from(("buy", "move")),
        "owner": TEXT,
        "status": st.sampled_from(("draft", "validated")),
        "reviewed": st.just("2026-09-01"),
        "tags": TEXTS,
    },
)
PERSONA = _some(
    name=st.sampled_from(("Ann", "Bob", "Ann Lee")),
    segment=TEXT,
    goals=TEXTS,
    channels=TEXTS,
    skills=st.dictionaries(TEXT, SCORE, max_size=2),
    empathy=_some(sees=TEXTS, fears=TEXTS),
    quote=TEXT,
)
OTHERS = {
    "opportunities": _some(title=TEXT, status=st.sampled_from(("idea", "done")), solutions=TEXTS),
    "channels": _some(name=TEXT, online=st.booleans()),
    "surveys": _some(name=TEXT, questions=TEXTS),
    "touchpoints": _some(name=TEXT, metrics=METRIC),
}
SETTINGS = st.sampled_from(("", "site_name: S\n", "feeling_scale: 1..5\n", "feeling_scale: 0..10\n", "stamp: true\n"))


def _pages(folder: str, ids: tuple[str, ...], fields: st.SearchStrategy[Fields]) -> st.SearchStrategy[Files]:
    pages = st.builds(page, fields, st.sampled_from(("", "A story.", "Another\n\nstory with [[ann]].")))
    paths = st.sampled_from([f"content/{folder}/{id_}.md" for id_ in ids])
    return st.dictionaries(paths, pages, max_size=len(ids))


@st.composite
def projects(draw: st.DrawFn) -> Files:
    """A project of any shape that the format knows."""
    files = {"parcours.yml": draw(SETTINGS)}
    files |= draw(_pages("personas", PERSONAS, PERSONA))
    files |= draw(_pages("journeys", ("buy", "move", "buy-future"), JOURNEY))
    for folder, fields in OTHERS.items():
        files |= draw(_pages(folder, ("one", "web"), fields))
    if draw(st.booleans()):
        files["content/index.md"] = page({"title": draw(TEXT)}, draw(TEXT))
    if draw(st.booleans()):
        figure = draw(SCORE)
        files["content/metrics/m.csv"] = f"date,journey,step,metric,value\n2026-01-01,buy,pay,csat,{figure}\n"
    return files


@st.composite
def reordered(draw: st.DrawFn, text: str) -> str:
    """A journey's page with its stages in another order, and the steps of each."""
    head, fields, *rest = text.split("\n")
    journey: Fields = json.loads(fields)
    journey["stages"] = draw(st.permutations(journey["stages"]))
    for stage in journey["stages"]:
        stage["steps"] = draw(st.permutations(stage["steps"]))
    return "\n".join((head, json.dumps(journey, ensure_ascii=False), *rest))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Files, Files]:
    """Two projects: strangers, or one and what became of it: pages written anew, journeys put in another order."""
    one, other = draw(projects()), draw(projects())
    if draw(st.booleans()):
        kept = draw(st.lists(st.sampled_from(sorted(one)), unique=True)) if one else []
        other = {**other, **{path: one[path] for path in kept}}
    if draw(st.booleans()):
        journeys = [path for path in one if path.startswith("content/journeys/")]
        other = {**other, **{path: draw(reordered(one[path])) for path in journeys}}
    return one, other
