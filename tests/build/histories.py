"""Random histories of a project: whatever its files went through, building on is building anew.

    python -m tests.build.histories --edits 2000 --seed 7

plays so many edits; the tests play fewer. What fails is printed as short as it goes, with its seed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any, ClassVar
from unittest import mock

from hypothesis import HealthCheck, Phase, note, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from jinja2 import Environment

from parcours.build.build import Build, build, prepare
from parcours.build.shelf import Made
from parcours.build.snapshot import Snapshot
from parcours.edge.bundled import themes
from parcours.edge.project import Project
from parcours.edge.site_folder import write_site
from tests.build.warm import DAY, Warm

CACHE = Path(".parcours") / "cache"
IDS = ("buy", "repair", "rent", "move")
PEOPLE = ("claire", "marc", "nora")
WORDS = ("Looks", "Calls", "Opens it", "Écrit : non", "😀", "Waits for the [[marc]]")
CHANNELS = ("website", "shop", "Live chat", "phone")
TAGS = ("energy", "Home", "prix")
SETTINGS = (
    "site_name: Small\n",
    "site_name: Small\ndiagrams: source\n",
    "language: fr\n",
    "stamp: true\n",
    "feeling_scale: -2..2\nstate_page: false\n",
    "theme: relief\n",
    "base_url: https://example.org/\nmap_pictures: false\n",
    "rules: {map/*: off}\nedit_url: https://example.org/{path}\n",
    "colours: {accent: '#336699'}\n",
    "site_name: [\n",
)
TEMPLATES = ("persona.html", "journey.html", "base.html", "parts.html", "things.html", "diagram.svg", "home.html")
BROKEN = ("---\ntitle: [\n", "---\na: b: c\n---\n", "no front matter", "\ufeff---\r\ntitle: x\r\n---\r\n", "")

journeys, people, words = st.sampled_from(IDS), st.sampled_from(PEOPLE), st.sampled_from(WORDS)
channels, tags = st.sampled_from(CHANNELS), st.sampled_from(TAGS)
numbers = st.integers(1, 5)


def journey(title: str, persona: str, word: str, channel: str, tag: str, score: int) -> str:
    """A small map with a branch, an opportunity, evidence and a door to another one."""
    return (
        f'---\ntitle: "{title}"\npersonas: [{persona}]\nowner: Me\ntags: [{tag}]\nstages:\n  - name: One\n    steps:\n'
        f'      - {{id: a, action: "{word}", channel: {channel}, feeling: {score}, evidence: [notes]}}\n'
        f"      - {{id: b, action: Ends, channel: {channel}, feeling: 4, pain_points: [It waits], "
        f"opportunities: [{{title: Be quick, impact: {score}}}]}}\n"
        f"---\nSee [[{persona}]] and [the other](repair.md).\n"
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path in it."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def inputs_of(made: Made) -> dict[str, tuple[object, str]]:
    """What the bytes of a page and of its drawings come from."""
    return {one.page.address: (one.page, one.key) for one in (made, *made.beside)}


_compile = Environment.compile


@cache
def _compiled(kind: str, source: str, name: str, filename: str) -> Any:
    return _compile(_of_kind[kind], source, name, filename)


_of_kind: dict[str, Environment] = {}


def compiled(self: Environment, source: str, name: str = "", filename: str = "", *_: object) -> Any:
    """The code of a template; that of an equal one compiled before for an environment of the same kind."""
    _of_kind.setdefault(type(self).__name__, self)
    return _compiled(type(self).__name__, source, name, filename)


loaded = cache(tomllib.loads)


class Histories(RuleBasedStateMachine):
    """A project folder and what was built of it last, in this process and by the command in others."""

    played: ClassVar[Counter[str]] = Counter()
    warm: ClassVar[Warm]

    def __init__(self) -> None:
        super().__init__()
        self.patched = ExitStack()
        self.patched.enter_context(mock.patch.dict("os.environ", {"SOURCE_DATE_EPOCH": DAY}))
        # Most of a small clean build is spent on compiling templates and reading words, of which few are new.
        self.patched.enter_context(mock.patch.object(Environment, "compile", compiled))
        self.patched.enter_context(mock.patch("tomllib.loads", loaded))
        self.scratch = Path(tempfile.mkdtemp(prefix="parcours-histories-"))
        self.root = self.scratch / "project"
        self.root.mkdir()
        self.project = Project(self.root)
        self.made: Build | None = None
        self.clean: Snapshot | None = None

    @initialize()
    def begin(self) -> None:
        for name in PEOPLE[:2]:
            self.write(f"content/personas/{name}.md", f"---\nname: {name.title()}\n---\n")
        self.write("content/journeys/buy.md", journey("Buy", "claire", "Looks", "website", "energy", 3))
        self.write("content/journeys/repair.md", journey("Repair", "marc", "Calls", "phone", "Home", 2))
        self.edited("begin")

    def write(self, path: str, text: str) -> None:
        full = self.root / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_text(text, encoding="utf-8", newline="")

    def page(self, number: int) -> Path | None:
        pages = sorted(path for path in (self.root / "content").rglob("*") if path.is_file())
        return pages[number % len(pages)] if pages else None

    # What may happen to the texts

    @rule(id_=journeys, persona=people, word=words, channel=channels, tag=tags, score=numbers)
    def map_written(self, id_: str, persona: str, word: str, channel: str, tag: str, score: int) -> None:
        self.write(f"content/journeys/{id_}.md", journey(id_.title(), persona, word, channel, tag, score))
        self.edited("map")

    @rule(id_=journeys, word=words, name=st.sampled_from(["index.md", "10-one.md", "20-two.md"]))
    def map_in_a_folder(self, id_: str, word: str, name: str) -> None:
        text = f"---\ntitle: {id_}\npersonas: [nora]\n---\n" if name == "index.md" else (
            f'---\nname: "{name}"\nsteps:\n  - {{id: f, action: "{word}", channel: shop, journey: buy}}\n---\n{word}\n'
        )  # fmt: skip
        self.write(f"content/journeys/{id_}-far/{name}", text)
        self.edited("stage file")

    @rule(id_=people, word=words, portrait=st.booleans())
    def persona_renamed(self, id_: str, word: str, portrait: bool) -> None:
        more = "portrait: ../assets/face.svg\n" if portrait else ""
        self.write(
            f"content/personas/{id_}.md", f'---\nname: "{word}"\nsegment: {word[:4]!r}\n{more}---\nSays {word}.\n'
        )
        self.edited("persona")

    @rule(old=tags, new=tags)
    def retagged(self, old: str, new: str) -> None:
        for path in (self.root / "content" / "journeys").rglob("*.md"):
            path.write_text(path.read_text("utf-8").replace(f"tags: [{old}]", f"tags: [{new}]"), "utf-8", newline="")
        self.edited("retag")

    @rule(channel=st.sampled_from(["website", "shop", "live-chat"]), owner=st.sampled_from(["Me", "You"]))
    def channel_described(self, channel: str, owner: str) -> None:
        self.write(f"content/channels/{channel}.md", f"---\nname: {channel} itself\nowner: {owner}\n---\n")
        self.edited("channel")

    @rule(number=st.integers(0, 50))
    def deleted(self, number: int) -> None:
        if page := self.page(number):
            page.unlink()
        self.edited("delete")

    @rule(number=st.integers(0, 50), id_=journeys, kind=st.sampled_from(["journeys", "personas", "channels"]))
    def renamed(self, number: int, id_: str, kind: str) -> None:
        if page := self.page(number):
            target = self.root / "content" / kind / f"{id_}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            page.rename(target)
        self.edited("rename")

    @rule(number=st.integers(0, 50), text=st.sampled_from(BROKEN))
    def broken(self, number: int, text: str) -> None:
        if page := self.page(number):
            page.write_text(text, encoding="utf-8", newline="")
        self.edited("break")

    @rule(score=numbers, step=st.sampled_from("abz"), id_=journeys)
    def measured(self, score: int, step: str, id_: str) -> None:
        rows = f"date,journey,step,metric,value\n2026-01-02,{id_},{step},csat,{score}\n2026-03-02,{id_},{step},csat,3\n"
        self.write("content/metrics/all.csv", rows)
        self.edited("measures")

    @rule(word=words)
    def picture(self, word: str) -> None:
        self.write("content/assets/face.svg", f'<svg xmlns="http://www.w3.org/2000/svg"><title>{word}</title></svg>')
        self.edited("picture")

    @rule(word=words)
    def home(self, word: str) -> None:
        self.write("content/index.md", f"---\ntags: [home]\n---\n# {word}\n\n[[buy]]\n")
        self.edited("home")

    # What may happen to settings and themes

    @rule(text=st.sampled_from(SETTINGS))
    def settings_changed(self, text: str) -> None:
        self.write("parcours.yml", text)
        self.edited("settings")

    @rule(
        name=st.sampled_from(TEMPLATES), mark=st.sampled_from(["<!-- a -->", "<!-- b -->", "{% if %}", "{{ page.x }}"])
    )
    def template_changed(self, name: str, mark: str) -> None:
        text = (themes() / "cartouche" / "templates" / name).read_text("utf-8")
        self.write(f"themes/cartouche/templates/{name}", text + mark)
        self.edited("template")

    @rule(colour=st.sampled_from(["#123456", "#abcdef"]))
    def style_changed(self, colour: str) -> None:
        self.write("themes/cartouche/static/own.css", f":root {{ --ink: {colour}; }}\n")
        self.edited("style")

    @rule(word=words)
    def word_changed(self, word: str) -> None:
        self.write("themes/cartouche/locales/en.toml", f'[fact]\nowner = "{word}"\n')
        self.edited("word")

    @rule()
    def theme_gone(self) -> None:
        shutil.rmtree(self.root / "themes", ignore_errors=True)
        self.edited("theme gone")

    # What may happen to what is remembered, and to processes

    @rule(number=st.integers(0, 50), damage=st.sampled_from(["cut", "noise", "empty", "gone", "other", "all"]))
    def cache_spoilt(self, number: int, damage: str) -> None:
        files = sorted(path for path in (self.root / CACHE).rglob("*") if path.is_file())
        if damage == "all" or not files:
            shutil.rmtree(self.root / ".parcours", ignore_errors=True)
        else:
            spoil(files[number % len(files)], damage, files[-1])
        self.played["cache"] += 1
        self.build_in_a_process()

    @rule(after=st.floats(0, 0.6))
    def killed_and_begun_again(self, after: float) -> None:
        self.warm.run("build", cwd=self.root, kill_after=after)
        self.played["kill"] += 1
        self.build_in_a_process()

    @rule()
    def build_in_a_process(self) -> None:
        """The command builds on what other processes have left; its site is that of a clean build."""
        ended = self.warm.run("build", cwd=self.root)
        assert ended.code in (0, 1), ended.said
        self.played["process"] += 1
        snapshot, clean = Project(self.root).read(), self.scratch / "clean"
        if snapshot != self.clean:
            self.clean = snapshot
            write_site(prepare(snapshot), clean, lambda path: self.root / path, lambda: None)
        assert tree(self.root / "site") == tree(clean)

    def edited(self, what: str) -> None:
        """After an edit: what is built on the last build is what is built from nothing, and nothing is made in vain."""
        self.played[what] += 1
        before, snapshot = self.made, self.project.read()
        self.made = build(snapshot, before)
        clean = build(Project(self.root).read())
        faults = {address: made for address, made in self.made.made.items() if address not in clean.made}
        note(f"{what}: {self.made.rendered} of {self.made.pages} rendered")
        if not clean.shelf.faults:
            assert not faults
            assert {a: one.body for a, one in self.made.made.items()} == {a: one.body for a, one in clean.made.items()}
            assert self.made.data == clean.data
            assert self.made.rendered == self.needed(before)
        assert self.made.static == clean.static
        assert self.made.findings == clean.findings

    def needed(self, before: Build | None) -> int:
        """How many pages and drawings have no equal, by view and templates, among those there were."""
        known: dict[str, tuple[object, str]] = {}
        for made in {**before.shelf.last, **before.shelf.made}.values() if before else ():
            known |= inputs_of(made)
        assert self.made is not None
        now = [pair for made in self.made.shelf.made.values() for pair in inputs_of(made).items()]
        return sum(1 for address, inputs in now if known.get(address) != inputs)

    def teardown(self) -> None:
        self.patched.close()
        shutil.rmtree(self.scratch, ignore_errors=True)


def spoil(file: Path, damage: str, other: Path) -> None:
    """Does something to a file that is remembered."""
    data = file.read_bytes()
    if damage == "gone":
        file.unlink()
    elif damage == "other":
        file.write_bytes(other.read_bytes())
    else:
        half = len(data) // 2
        file.write_bytes(
            {"cut": data[:half], "noise": data[:half] + b"\xff\x00" + data[half + 2 :], "empty": b""}[damage]
        )


def play(examples: int, steps: int, seeded: int) -> None:
    """Plays histories of so many steps as a seed says. What fails is made as short as it goes, then raised."""
    how = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    with tempfile.TemporaryDirectory() as scratch, Warm(Path(scratch)) as warm:
        Histories.warm = warm
        run_state_machine_as_test(seed(seeded)(Histories), settings=how)


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the options, plays until enough has been edited, says what was."""
    parser = argparse.ArgumentParser(description="Play random histories of edits.")
    parser.add_argument("--edits", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    options = parser.parse_args(arguments)
    begun = time.monotonic()
    for seeded in count(options.seed):
        if (edits := Histories.played.total()) >= options.edits:
            break
        print(f"seed {seeded}", end=": ", flush=True)
        play(examples=4, steps=50, seeded=seeded)
        print(f"{Histories.played.total()} edits in {time.monotonic() - begun:.0f} s", flush=True)
        if Histories.played.total() == edits:
            sys.exit("nothing was played")
    print(", ".join(f"{times} {what}" for what, times in Histories.played.most_common()))


if __name__ == "__main__":
    main()
