"""Drawing scripts: safe, stable SVG that says what the script says, or a reason."""

from __future__ import annotations

import html
import itertools
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import parcours
from parcours.draw import engine
from parcours.draw.click import allowed, clicks
from parcours.draw.diagram import Drawn, NotDrawn, draw, draw_available
from parcours.draw.mermaid_script import FlowLink, FlowStage, FlowStep, Section, Task, flow_script, journey_script
from parcours.draw.mermaid_text import plain
from tests.draw.test_mermaid_script import NASTY
from tests.draw.wellformed import parsed, texts

JOURNEY = journey_script(
    "Buy", "How it goes", [Section("Compare", (Task("Looks", 4, ("Marc", "Claire")), Task("Asks", 2.5, ("Ada",))))]
)
FLOW = flow_script(
    "Buy",
    "How it goes",
    [
        FlowStage(1, "Compare", (FlowStep((1, 1), "Looks", "#step.look"), FlowStep((1, 2), "Asks", "#step.ask", True))),
        FlowStage(2, "Pay", (FlowStep((2, 1), "Pays", "../pay/index.html#a"),)),
    ],
    [FlowLink((1, 1), (1, 2)), FlowLink((1, 2), (2, 1)), FlowLink((2, 1), (1, 1), "refused", "back")],
)
WRITTEN = """flowchart LR
  A[x]:::map -->|t| B{{hex}}
  style A fill:#FFFFFF,stroke:#000000,stroke-width:4px,color:#f00,stroke-dasharray: 5 5
  linkStyle 0 stroke:#ff3,stroke-width:4px
  classDef map font-size:20px
  click A "https://e.org/?a=b&c=d" "tip" _blank
  click B href "x.md"
  C --> D
  click C "javascript:alert(1)"
  click D call callback()
  I@{ img: "https://x.y/z.png" }
  J["<img src=x onerror=alert(1)><b>bold</b>"]
"""


def drawn(script: str, anchor: str = "d1", title: str = "", actors: tuple[str, ...] = ()) -> Drawn:
    found = draw(script, anchor, title, actors)
    assert isinstance(found, Drawn), found
    return found


def test_a_journey_is_drawn_with_its_names() -> None:
    found = drawn(JOURNEY)
    root = parsed(found.svg)
    assert (root.get("class"), root.get("role")) == ("diagram diagram-journey", "img")
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == ("d1-title", "d1-desc")
    assert '<title id="d1-title">Buy</title><desc id="d1-desc">How it goes</desc>' in found.svg
    assert found.width > 100
    assert found.height > 100
    assert found.svg.count('fill="var(--diagram-surface)"') >= 2


def test_actors_take_the_colours_of_their_personas() -> None:
    root = parsed(drawn(JOURNEY, actors=("Marc", "Claire")).svg)
    legend = [node for node in root.iter() if node.get("class") == "diagram-legend-item"]
    assert {node.get("data-id"): node[0].get("fill") for node in legend} == {
        "Marc": "var(--series-1)",
        "Claire": "var(--series-2)",
        "Ada": "var(--series-3)",
    }


def test_a_flow_keeps_its_links_and_is_a_group_because_of_them() -> None:
    root = parsed(drawn(FLOW).svg)
    links = {node[0].get("data-id"): node.get("href") for node in root.iter() if node.tag.endswith("}a")}
    assert links == {"t1_1": "index.html#step.look", "t1_2": "index.html#step.ask", "t2_1": "../pay/index.html#a"}
    assert root.get("role") == "group"


def test_where_the_links_of_a_drawing_lie() -> None:
    found = drawn(FLOW)
    assert [(area.href, area.label) for area in found.areas] == [
        ("#step.look", "Looks"),
        ("#step.ask", "Asks"),
        ("../pay/index.html#a", "Pays"),
    ]
    for left, top, right, bottom in (area.box for area in found.areas):
        assert 0 <= left < right <= found.width
        assert 0 <= top < bottom <= found.height
    assert drawn(JOURNEY).areas == ()


def test_a_drawing_has_a_mark_and_words() -> None:
    found = drawn(FLOW)
    assert (found.title, found.description) == ("Buy", "How it goes")
    assert found.mark == drawn(FLOW).mark != drawn(JOURNEY).mark


def test_a_flow_of_25_steps_is_not_a_ribbon() -> None:
    stages = [
        FlowStage(n, "Stage", tuple(FlowStep((n, m), "Looks up prices") for m in range(1, 6))) for n in range(1, 6)
    ]
    places = [step.place for stage in stages for step in stage.steps]
    found = drawn(flow_script("t", "", stages, [FlowLink(a, b) for a, b in itertools.pairwise(places)]))
    assert found.width < 1800
    assert found.height < 900


def test_writers_own_colours_and_links_stay_and_nothing_else_passes() -> None:
    svg = drawn(WRITTEN, title="Own").svg
    root = parsed(svg)
    box = next(node for node in root.iter() if node.get("data-id") == "A").find("{http://www.w3.org/2000/svg}rect")
    assert box is not None
    assert {k: box.get(k) for k in ("fill", "stroke", "stroke-width", "stroke-dasharray")} == {
        "fill": "#FFFFFF",
        "stroke": "#000000",
        "stroke-width": "4px",
        "stroke-dasharray": "5 5",
    }
    assert 'href="https://e.org/?a=b&amp;c=d"' in svg
    assert 'href="x.md"' in svg
    assert "javascript" not in svg
    assert "<img" not in svg
    assert "z.png" not in svg
    assert not re.search(r'class="[^"]*\bmap\b', svg)
    assert '<title id="d1-title">Own</title>' in svg


def test_theme_colours_are_variables_only() -> None:
    assert not re.search(r'(?:fill|stroke|color)="#', drawn(JOURNEY).svg + drawn(FLOW).svg)
    assert '"@' not in drawn(JOURNEY).svg


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.sampled_from(NASTY), st.text(max_size=40)), st.text(max_size=20))
def test_drawings_say_what_was_written(text: str, name: str) -> None:
    script = journey_script(text, name, [Section(name, (Task(text, 4, (name,)),))])
    root = parsed(drawn(script).svg)
    said = texts(root)
    assert once(text) in said
    assert once(name) in said
    flow = flow_script(
        text, "", [FlowStage(1, name, (FlowStep((1, 1), text, "#a"),))], [FlowLink((1, 1), (1, 1), name)]
    )
    said = texts(parsed(drawn(flow).svg))
    assert once(text) in said


def once(text: str) -> str:
    """The text without white space, HTML's entities decoded: the engine decodes what a text holds literally, too."""
    return "".join(html.unescape(plain(text)).split())


def test_a_drawing_does_not_depend_on_the_day() -> None:
    svg = drawn("gantt\n dateFormat YYYY-MM-DD\n section S\n T: a1, 2020-01-01, 9000d").svg
    assert "diagram-task" in svg
    assert "today" not in svg


@settings(max_examples=100, deadline=None)
@given(
    st.sampled_from(["", "journey\n", "flowchart LR\n", "mindmap\n", "sequenceDiagram\n", "pie\n"]),
    st.text(max_size=60),
)
def test_no_script_raises(head: str, body: str) -> None:
    found = draw(head + body, "d")
    if isinstance(found, Drawn):
        parsed(found.svg)
    else:
        assert found.reason


@pytest.mark.parametrize(
    "script",
    [
        "pie title P\n a: 3",
        'pie title P\n "a": 3\n "b": 4',
        "sequenceDiagram\n actor A\n A->>+B: hi\n Note over A,B: note\n loop x\n B-->>-A: yo\n end",
        "mindmap\n root((r))\n  a",
        "gantt\n title A\n dateFormat YYYY-MM-DD\n section S\n T: crit, a1, 2024-01-01, 3d",
        "stateDiagram-v2\n [*] --> b\n state b { c --> d }",
        "classDiagram\n class A{\n +int x\n }\n A <|-- B",
        "erDiagram\n A ||--o{ B : has",
        "timeline\n title x\n 2002 : a",
        "quadrantChart\n title R\n x-axis L --> H\n A: [0.3,0.6]",
    ],
)
def test_other_kinds_are_drawn_or_explained(script: str) -> None:
    found = draw(script, "d")
    if isinstance(found, Drawn):
        parsed(found.svg)
    else:
        assert found.line > 0


def test_what_cannot_be_drawn_says_where() -> None:
    assert draw("flowchart LR\n  A]\n", "d") == NotDrawn("Lexical error on line 2. Unrecognized text", 2, 4)
    assert isinstance(draw("", "d"), NotDrawn)
    assert isinstance(draw("flowchart LR\n" + "A-->B\n" * 10_000, "d"), NotDrawn)
    assert isinstance(draw("journey\n title \ud800\n a: 3: b", "d"), NotDrawn)


def test_without_the_engine_nothing_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mermaid_render", None)
    engine._engine.cache_clear()  # pyright: ignore[reportPrivateUsage]
    try:
        assert not draw_available()
        found = draw(JOURNEY, "d")
        assert isinstance(found, NotDrawn)
        assert "mermaid-render" in found.reason
    finally:
        monkeypatch.undo()
        engine._engine.cache_clear()  # pyright: ignore[reportPrivateUsage]
    assert draw_available()


def test_two_drawings_on_one_page_share_no_id() -> None:
    one, two = (set(re.findall(r' id="([^"]+)"', drawn(FLOW, anchor).svg)) for anchor in ("a", "b"))
    assert one
    assert not one & two


def test_the_same_bytes_in_each_process() -> None:
    code = (
        "import sys; from parcours.draw.diagram import draw\n"
        "for script in sys.stdin.buffer.read().decode().split('\\0'): print(draw(script, 'd').svg)"
    )
    source = str(Path(parcours.__file__).parents[1])
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code],
            input=f"{JOURNEY}\0{FLOW}\0{WRITTEN}".encode(),
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": source, "PYTHONIOENCODING": "utf-8"},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1


def test_click_lines() -> None:
    script = (
        'flowchart LR\n click A "a b"\n  click B href "#x" "tip" _self;\nclick C call f()\n click D callback "tip"\n'
    )
    assert [(c.node, c.href) for c in clicks(script)] == [("A", "a b"), ("B", "#x")]
    assert all(script[c.offset :].startswith(c.href) for c in clicks(script))


@pytest.mark.parametrize(
    "href", ["#a", "a.html", "../a/b.md#c", "http://e.org", "HTTPS://e.org", "mailto:a@e.org", "?q"]
)
def test_addresses_that_may_be_links(href: str) -> None:
    assert allowed(href)


@pytest.mark.parametrize(
    "href",
    ["", "javascript:x", "JaVaScript:x", "java\tscript:x", " javascript:x", "data:x", "vbscript:x", "file:///x", "a b"],
)
def test_addresses_that_may_not(href: str) -> None:
    assert not allowed(href)
