"""What real Mermaid reads in a script: mermaid.js itself, run in QuickJS, asked for its parsed database.

mermaid.js and the small document it needs come from the PyPI package ``mermaidx`` (its asset ``mermaid.js`` is the
upstream bundle). Nothing here knows Mermaid's grammars; only the last step of drawing is repeated in Python: turning
``#codepoint;`` back into characters, as Mermaid's ``decodeEntities`` and the browser do.
"""

from __future__ import annotations

import html
import json
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, cast

import quickjs  # type: ignore[import-untyped]
from mermaidx.engines._common import context_scripts  # type: ignore[import-untyped]

_HOOKS = """
globalThis.__log = () => {};
globalThis.__measureText = (text) => 8 * String(text).length;
globalThis.__measureTextFull = (text) => ({width: 8 * String(text).length, height: 16});
globalThis.__measureGlyphs = () => [];
globalThis.__measureForeignObject = (text) => ({width: 8 * String(text).length, height: 16});
"""

_READER = """
mermaid.initialize({startOnLoad: false});
const list = (values) => [...(values instanceof Map ? values.values() : Object.values(values))];
const readers = {
  journey: (db) => ({sections: db.getSections(), tasks: db.getTasks()}),
  "flowchart-v2": (db) => ({
    nodes: list(db.getVertices()).map((v) => ({id: v.id, text: v.text, type: v.type, link: v.link})),
    links: db.getEdges().map((e) => ({start: e.start, end: e.end, text: e.text, stroke: e.stroke, type: e.type})),
    groups: db.getSubGraphs().map((g) => ({id: g.id, title: g.title, nodes: g.nodes, dir: g.dir})),
    direction: db.getDirection(),
  }),
};
globalThis.__read = (script) => {
  globalThis.__answer = "";
  mermaid.mermaidAPI.getDiagramFromText(script).then((diagram) => {
    const db = diagram.db;
    const common = {type: diagram.type, title: db.getDiagramTitle(), accTitle: db.getAccTitle(),
                    accDescr: db.getAccDescription()};
    globalThis.__answer = JSON.stringify({...common, ...readers[diagram.type](db)});
  }).catch((error) => { globalThis.__answer = JSON.stringify({error: String(error)}); });
};
"""


class MermaidError(ValueError):
    """Real Mermaid does not accept the script."""


@dataclass(frozen=True)
class ReadTask:
    """A task as Mermaid holds it."""

    section: str
    text: str
    score: float
    actors: tuple[str, ...]


@dataclass(frozen=True)
class ReadJourney:
    """A ``journey`` diagram as Mermaid holds it, texts as drawn."""

    title: str
    acc_title: str
    acc_description: str
    sections: tuple[str, ...]
    tasks: tuple[ReadTask, ...]


@dataclass(frozen=True)
class ReadFlow:
    """A flow chart as Mermaid holds it: nodes by id (text, shape, link), links, and groups by id."""

    acc_title: str
    acc_description: str
    direction: str
    nodes: dict[str, tuple[str, str, str | None]]
    links: tuple[tuple[str, str, str, str, str], ...]
    groups: dict[str, tuple[str, frozenset[str], str]]


def read_journey(script: str) -> ReadJourney:
    """What Mermaid reads in a ``journey`` script."""
    found = _read(script, "journey")
    tasks = tuple(
        ReadTask(_decoded(t["section"]), _decoded(t["task"]), t["score"], tuple(_decoded(p) for p in t["people"]))
        for t in found["tasks"]
    )
    title, acc_title, acc_description = (_decoded(found[key]) for key in ("title", "accTitle", "accDescr"))
    return ReadJourney(title, acc_title, acc_description, tuple(_decoded(s) for s in found["sections"]), tasks)


def read_flow(script: str) -> ReadFlow:
    """What Mermaid reads in a ``flowchart`` script."""
    found = _read(script, "flowchart-v2")
    return ReadFlow(
        _decoded(found["accTitle"]),
        _decoded(found["accDescr"]),
        found["direction"],
        {n["id"]: (_decoded(n["text"]), n.get("type", "none"), n.get("link")) for n in found["nodes"]},
        tuple((e["start"], e["end"], _decoded(e["text"]), e["stroke"], e["type"]) for e in found["links"]),
        {g["id"]: (_decoded(g["title"]), frozenset(g["nodes"]), g.get("dir")) for g in found["groups"]},
    )


def _read(script: str, type_: str) -> dict[str, Any]:
    context = _context()
    context.eval(f"__read({json.dumps(script)})")
    while not context.eval("__answer.slice(0)"):
        assert context.execute_pending_job(), "Mermaid has nothing left to do and no answer"
    found = cast("dict[str, Any]", json.loads(context.eval("__answer.slice(0)")))
    if "error" in found:
        raise MermaidError(found["error"])
    assert found["type"] == type_
    return found


def _decoded(text: str) -> str:
    """Mermaid's own decodeEntities (utils.ts), then what the browser makes of the entities."""
    return html.unescape(text.replace("ﬂ°°", "&#").replace("ﬂ°", "&").replace("¶ß", ";"))


@lru_cache(maxsize=1)
def _context() -> Any:
    """mermaid.js, loaded once a session (0.3 s)."""
    context = quickjs.Context()
    context.set_memory_limit(512 * 1024 * 1024)
    context.set_max_stack_size(4 * 1024 * 1024)
    for script in (_HOOKS, *context_scripts(), _READER):
        context.eval(script)
    return context
