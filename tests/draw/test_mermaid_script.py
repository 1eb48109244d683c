"""The scripts, read back by real Mermaid."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parcours.draw.click import clicks
from parcours.draw.mermaid_script import (
    NO_SCORE,
    FlowLink,
    FlowStage,
    FlowStep,
    Section,
    Task,
    flow_script,
    journey_script,
)
from parcours.draw.mermaid_text import plain
from tests.draw.real_mermaid import MermaidError, ReadTask, read_flow, read_journey

NASTY = (
    "a: b: 5: Claire",
    "# hash",
    "a # b",
    "a; b;",
    "one, two",
    "Title of it",
    "title",
    "section two",
    "journey: x",
    "Journeyman",
    "accTitle: x",
    "accDescr {x}",
    "%% comment",
    "%%{init: {'theme':'dark'}}%%",
    "---\ntitle: x\n---",
    "say \"hi\" and 'ho'",
    "`code` **bold** _it_",
    "[a] (b) {c} <b>d</b> <script>alert(1)</script>",
    "A --> B -.-> C === D",
    "end",
    "End of it",
    "style a:b#c;d",
    "style: #58; classDef x:#fff;",
    "graph TD",
    "שלום: עולם",
    "\u202ertl\u202c \u200fmark",
    "e\u0301 a\u030a\u0323 \u0301lone",
    "👩🏽‍💻 👨‍👩‍👧 🇫🇷 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "a\x00b\x07c",
    "a\u2028b\u2029c\x85d\x0be",
    "\ud800 lone \udfff",
    "\ufffe\uffff\ufdd0",
    "&amp; &#58; &colon; #58; #colon; #quot;",
    "ﬂ°°58¶ß ﬂ°amp¶ß",
    "¶ß",
    "$$x^2$$ $a$",
    "1. one",
    "2) two",
    "- item",
    "+ item",
    "> quote",
    "= x",
    "www.example.com",
    "https://example.com/a?b=c#d;e",
    "fa:fa-car :smile:",
    "a\\nb<br/>c",
    "\t tabs \n\n lines \r\n",
    "   ",
    "",
    "@{ shape: rect }",
    "constructor",
    "__proto__",
    "|pipe|",
    "~~~",
    "::: cls",
    "20\u202f% :\u00a0oui",
    "ﬁ ﬀ Å ℵ Ⅳ ² ½",
)

texts = st.one_of(
    st.sampled_from(NASTY),
    st.text(max_size=40),
    st.text(alphabet="ab :#;,%-\"'`[](){}<>|&=+.\n\té👩‍\ud800\u2028", max_size=30),
    st.lists(st.sampled_from(NASTY), min_size=2, max_size=3).map(" ".join),
)
scores = st.one_of(st.none(), st.floats(allow_nan=True), st.sampled_from([1, 2, 2.5, 3, 3.5, 4, 5, 0, -2, 9]))
tasks = st.builds(Task, texts, scores, st.lists(texts, max_size=3).map(tuple))
sections = st.lists(st.builds(Section, texts, st.lists(tasks, max_size=3).map(tuple)), min_size=1, max_size=3)


def expected_tasks(section: Section) -> list[ReadTask]:
    found: list[ReadTask] = []
    for task in section.tasks:
        absent = task.score is None or task.score != task.score
        score = 3.0 if task.score is None or absent else float(f"{min(max(task.score, 1), 5):.2f}")
        text = plain(task.text) + (NO_SCORE if absent else "")
        found.append(ReadTask(plain(section.name), text, score, tuple(plain(a) for a in task.actors)))
    return found


def check_journey(title: str, description: str, wanted: list[Section]) -> None:
    read = read_journey(journey_script(title, description, wanted))
    assert (read.title, read.acc_title) == (plain(title), plain(title))
    assert read.acc_description == (plain(description) if description.strip() else "")
    assert read.sections == tuple(plain(s.name) for s in wanted)
    assert list(read.tasks) == [task for s in wanted for task in expected_tasks(s)]


@settings(max_examples=150, deadline=None)
@given(texts, texts, sections)
def test_mermaid_reads_back_any_journey(title: str, description: str, wanted: list[Section]) -> None:
    check_journey(title, description, wanted)


@pytest.mark.parametrize("text", NASTY)
def test_mermaid_reads_back_each_nasty_text_everywhere(text: str) -> None:
    check_journey(text, text, [Section(text, (Task(text, 4, (text, "Claire")), Task(text, None)))])
    check_flow(text, text, (FlowStage(1, text, (FlowStep((1, 1), text, "#step.pay"), FlowStep((1, 2), text))),), [text])


def check_flow(title: str, description: str, stages: tuple[FlowStage, ...], labels: list[str]) -> None:
    places = [step.place for stage in stages for step in stage.steps]
    kinds: tuple[Literal["next", "skip", "back"], ...] = ("next", "skip", "back")
    links = [FlowLink(a, b, t, kinds[k % 3]) for k, (a, b, t) in enumerate(zip(places, places[::-1], labels))]  # noqa: B905
    read = read_flow(flow_script(title, description, stages, links))
    assert (read.acc_title, read.direction) == (plain(title), "LR")
    assert read.acc_description == (plain(description) if description.strip() else "")
    wanted = {
        step.id: (plain(step.text), "hexagon" if step.moment_of_truth else "square", step.href or None)
        for stage in stages
        for step in stage.steps
    }
    empty = {stage.id: (plain(stage.name), "square", None) for stage in stages if not stage.steps}
    assert {k: v for k, v in read.nodes.items() if k not in read.groups} == wanted | empty
    assert read.groups == {
        stage.id: (plain(stage.name), frozenset(step.id for step in stage.steps), "TB")
        for stage in stages
        if stage.steps
    }
    assert [(text, stroke, kind) for _, _, text, stroke, kind in read.links] == [
        (plain(link.label) if link.label.strip() else "", "normal" if link.kind == "next" else "dotted", "arrow_point")
        for link in links
    ]


steps = st.tuples(
    texts, st.sampled_from(["", "#step.pay", "../a/index.html#x", "https://e.org/?a=b&c=d"]), st.booleans()
)
flows = st.lists(st.tuples(texts, st.lists(steps, max_size=3)), min_size=1, max_size=3).map(
    lambda stages: tuple(
        FlowStage(n, name, tuple(FlowStep((n, m), *step) for m, step in enumerate(steps, 1)))
        for n, (name, steps) in enumerate(stages, 1)
    )
)


@settings(max_examples=150, deadline=None)
@given(texts, texts, flows, st.lists(texts, max_size=6))
def test_mermaid_reads_back_any_flow(
    title: str, description: str, stages: tuple[FlowStage, ...], labels: list[str]
) -> None:
    check_flow(title, description, stages, labels)


def test_an_arrow_from_a_stage_to_the_next_joins_the_stages_and_others_the_steps() -> None:
    stages = [
        FlowStage(1, "One", (FlowStep((1, 1), "a"), FlowStep((1, 2), "b"))),
        FlowStage(2, "Two", (FlowStep((2, 1), "c"), FlowStep((2, 2), "d"))),
    ]
    links = [
        FlowLink((1, 1), (1, 2)),
        FlowLink((1, 2), (2, 1), "80 %"),
        FlowLink((1, 1), (2, 1)),
        FlowLink((1, 2), (2, 1), "in a hurry", "skip"),
        FlowLink((2, 2), (1, 1), "refused", "back"),
        FlowLink((2, 2), (9, 9)),
    ]
    read = read_flow(flow_script("t", "", stages, links))
    assert [(start, end, text, stroke) for start, end, text, stroke, _ in read.links] == [
        ("t1_1", "t1_2", "", "normal"),
        ("s1", "s2", "80 %", "normal"),
        ("t1_1", "t2_1", "", "normal"),
        ("t1_2", "t2_1", "in a hurry", "dotted"),
        ("t2_2", "t1_1", "refused", "dotted"),
    ]


def test_the_reader_is_mermaid_and_sees_what_goes_wrong_without_escaping() -> None:
    assert read_journey("journey\n section a\n  cut: here: 3: Claire").tasks[0].score != 3
    assert read_journey("journey\n section a\n  Title of it: 3: Claire").tasks == ()
    with pytest.raises(MermaidError):
        read_journey("journey\n section a\n  one; two: 3: Claire")
    with pytest.raises(MermaidError):
        read_flow("flowchart LR\n a[say (hi)]")


def test_no_address_that_could_run_or_end_the_line_becomes_a_link() -> None:
    steps = tuple(
        FlowStep((1, k), "a", href)
        for k, href in enumerate(("javascript:alert(1)", 'a" b', "a\nclick", "#step.é;x", "\ud800"), 1)
    )
    script = flow_script("t", "", [FlowStage(1, "s", steps)], [])
    assert [click.href for click in clicks(script)] == ["a%22%20b", "a%0Aclick", "#step.%C3%A9%3Bx", "?"]
    assert read_flow(script).nodes["t1_1"][2] is None


def test_scripts_are_tidy() -> None:
    stages = [FlowStage(1, "One", (FlowStep((1, 1), "a", "#a"), FlowStep((1, 2), "b", "", True)))]
    assert flow_script("Buy", "", stages, [FlowLink((1, 1), (1, 2))]).splitlines() == [
        "flowchart LR",
        "  accTitle: Buy",
        '  subgraph s1 ["One"]',
        "    direction TB",
        '    t1_1["a"]',
        '    click t1_1 "#a" _self',
        '    t1_2{{"b"}}',
        "  end",
        "  t1_1 --> t1_2",
    ]
    script = journey_script("Buy", "How", [Section("One", (Task("a", 3.5, ("Ann, the nurse", "Bo")), Task("b", None)))])
    assert script.splitlines() == [
        "journey",
        "  accTitle: Buy",
        "  accDescr: How",
        "  title Buy",
        "  section One",
        "    a: 3.5 : Ann#44; the nurse, Bo",
        "    b (–): 3",
    ]
