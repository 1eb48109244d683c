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
from collections.abc import Sequence
from itertools import count
from pathlib import Path
from unittest import mock

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule, run_state_machine_as_test

from parcours.edge.bundled import themes
from parcours.edge.project import Project
from parcours.edge.unchanged import tools_here
from tests.build import edits
from tests.build.compared import Compared
from tests.build.edits import Map
from tests.build.warm import Warm
from tests.edge.repositories import Made as Repository

CACHE = Path(".parcours") / "cache"
SECONDS_OF_A_DAY = 86_400
FEWEST_BETWEEN = 8
"""Edits between two new processes: what is built on is to have a past."""

journeys, people, words = st.sampled_from(edits.IDS), st.sampled_from(edits.PEOPLE), st.sampled_from(edits.WORDS)
channels, tags = st.sampled_from(edits.CHANNELS), st.sampled_from(edits.TAGS)
numbers = st.integers(1, 5)
pages = st.integers(0, 50)
maps = st.builds(
    Map,
    persona=people,
    word=words,
    channel=channels,
    tag=tags,
    score=numbers,
    front=st.sampled_from(edits.OF_JOURNEY),
    step=st.sampled_from(edits.OF_STEP),
    story=st.sampled_from(edits.OF_STORY),
)


class Histories(Compared):
    """Everything that may happen to a project, its past, its caches and the processes that build it."""

    @initialize()
    def begin(self) -> None:
        for name in edits.PEOPLE[:2]:
            self.write(f"content/personas/{name}.md", f"---\nname: {name.title()}\n---\n")
        self.write("content/journeys/buy.md", Map("claire", "Looks").text("Buy"))
        self.write("content/journeys/repair.md", Map("marc", "Calls", "phone", "Home", 2).text("Repair"))
        self.edited("begin")

    # What may happen to the texts

    @rule(id_=journeys, told=maps)
    def map_written(self, id_: str, told: Map) -> None:
        self.write(f"content/journeys/{id_}.md", told.text(id_.title()))
        self.edited("map")

    @rule(id_=journeys, word=words, name=st.sampled_from(["index.md", "10-one.md", "20-two.md"]))
    def map_in_a_folder(self, id_: str, word: str, name: str) -> None:
        self.write(f"content/journeys/{id_}-far/{name}", edits.stage(name, word))
        self.edited("stage file")

    @rule(id_=people, word=words, portrait=st.booleans(), channel=channels)
    def persona_renamed(self, id_: str, word: str, portrait: bool, channel: str) -> None:
        self.write(f"content/personas/{id_}.md", edits.persona(word, portrait=portrait, channel=channel))
        self.edited("persona")

    @rule(old=tags, new=tags)
    def retagged(self, old: str, new: str) -> None:
        for path in (self.root / "content" / "journeys").rglob("*.md"):
            self.touch(path).write_bytes(
                path.read_bytes().replace(f"tags: [{old}]".encode(), f"tags: [{new}]".encode())
            )
        self.edited("retag")

    @rule(path=st.sampled_from(sorted(edits.DESCRIBED)), owner=st.sampled_from(["Me", "You"]))
    def described(self, path: str, owner: str) -> None:
        self.write(f"content/{path}.md", edits.DESCRIBED[path].replace("{owner}", owner))
        self.edited("description")

    @rule(number=pages)
    def deleted(self, number: int) -> None:
        if page := self.page(number):
            self.touch(page).unlink()
        self.edited("delete")

    @rule(number=pages, id_=journeys, kind=st.sampled_from(["journeys", "personas", "channels"]))
    def renamed(self, number: int, id_: str, kind: str) -> None:
        if page := self.page(number):
            target = self.root / "content" / kind / f"{id_}.md"
            target.parent.mkdir(parents=True, exist_ok=True)
            self.touch(page).rename(self.touch(target))
        self.edited("rename")

    @rule(number=pages, text=st.sampled_from(edits.BROKEN))
    def broken(self, number: int, text: str) -> None:
        if page := self.page(number):
            self.touch(page).write_text(text, encoding="utf-8", newline="")
        self.edited("break")

    @rule(number=pages, noise=st.sampled_from([b"\xff\xfe", b"---\ntitle: \xe9\n---\n"]))
    def noise_written(self, number: int, noise: bytes) -> None:
        if page := self.page(number):
            self.touch(page).write_bytes(noise)
        self.edited("noise")

    @rule(score=numbers, step=st.sampled_from("abz"), id_=journeys)
    def measured(self, score: int, step: str, id_: str) -> None:
        self.write("content/metrics/all.csv", edits.measures(score, step, id_))
        self.edited("measures")

    @rule(word=words)
    def picture(self, word: str) -> None:
        self.write("content/assets/face.svg", f'<svg xmlns="http://www.w3.org/2000/svg"><title>{word}</title></svg>')
        self.edited("picture")

    @rule(word=words)
    def home(self, word: str) -> None:
        self.write("content/index.md", f"---\ntags: [home]\n---\n# {word}\n\n[[buy]]\n")
        self.edited("home")

    @rule(ids=st.sets(journeys, max_size=2))
    def content_replaced(self, ids: set[str]) -> None:
        """Another folder takes the place of the content: a checkout of something that has little in common with it."""
        shutil.rmtree(self.root / "content", ignore_errors=True)
        self.touched.add("content")
        self.write("content/personas/nora.md", "---\nname: Nora\n---\n")
        for id_ in sorted(ids):
            self.write(f"content/journeys/{id_}.md", Map("nora", "Calls").text(id_))
        self.edited("content")

    # What may happen to settings and themes

    @rule(text=st.sampled_from(edits.SETTINGS))
    def settings_changed(self, text: str) -> None:
        self.write("parcours.yml", text)
        self.edited("settings")

    @rule(name=st.sampled_from(edits.TEMPLATES), mark=st.sampled_from(edits.MARKS))
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
        self.touched.add("themes")
        self.edited("theme gone")

    # What may happen around it

    @rule(days=st.sampled_from([1, 40, 400]))
    def days_pass(self, days: int) -> None:
        self.day += days * SECONDS_OF_A_DAY
        self.patched.enter_context(mock.patch.dict("os.environ", {"SOURCE_DATE_EPOCH": str(self.day)}))
        self.edited("days")

    @rule(day=st.sampled_from(["2026-01-01", "2026-02-03"]), by=st.sampled_from(["Ada", "Zoë"]))
    def committed(self, day: str, by: str) -> None:
        self.repository = self.repository or Repository.at(self.root)
        self.repository.git("add", "content")
        self.repository.git("commit", "--quiet", "--allow-empty", "-m", "A change", day=day, by=by)
        self.edited("commit")

    @rule(asked=st.lists(pages, max_size=4).map(tuple))
    def looked_at(self, asked: tuple[int, ...]) -> None:
        """From now on somebody looks at other pages, or at all."""
        self.asked = asked
        self.edited("look")

    # What may happen to what is remembered, and to processes

    @precondition(lambda self: self.since >= FEWEST_BETWEEN)
    @rule(word=words)
    def begun_again(self, word: str) -> None:
        """A new process knows nothing but what lies on the disk: what the last has kept, and an edit since."""
        self.built_in_a_process()
        self.write("content/personas/marc.md", edits.persona(word, portrait=False, channel="shop"))
        self.project, self.made, self.since = Project(self.root), self.recalled(tools_here()), 0
        self.edited("restart")

    @rule()
    def built_with_another_key(self) -> None:
        """Somebody else's cache takes the place of ours: it is not opened."""
        self.warm.run("build", cwd=self.root, SOURCE_DATE_EPOCH=str(self.day), PARCOURS_CACHE_KEY="theirs")
        self.played["key"] += 1
        self.home("Calls")
        self.built_in_a_process()

    @rule(number=pages, damage=st.sampled_from(["cut", "noise", "empty", "gone", "other", "all"]))
    def cache_spoilt(self, number: int, damage: str) -> None:
        files = sorted(path for path in (self.root / CACHE).rglob("*") if path.is_file())
        if damage == "all" or not files:
            shutil.rmtree(self.root / ".parcours", ignore_errors=True)
        else:
            spoil(files[number % len(files)], damage, files[-1])
        self.played["cache"] += 1
        self.built_in_a_process()

    @rule(after=st.floats(0, 0.6))
    def killed_and_begun_again(self, after: float) -> None:
        self.warm.run("build", cwd=self.root, kill_after=after, SOURCE_DATE_EPOCH=str(self.day))
        self.played["kill"] += 1
        self.built_in_a_process()

    @rule()
    def build_in_a_process(self) -> None:
        self.built_in_a_process()


def edits_played() -> int:
    """How often something was done to a project, to what is kept of it, or to who builds it; builds do nothing."""
    return Histories.played.total() - Histories.played["process"] - Histories.played["recalled"]


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
        report_multiple_bugs=False,
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
        if (edited := edits_played()) >= options.edits:
            break
        print(f"seed {seeded}", end=": ", flush=True)
        play(examples=4, steps=50, seeded=seeded)
        print(f"{edits_played()} edits in {time.monotonic() - begun:.0f} s", flush=True)
        if edits_played() == edited:
            sys.exit("nothing was played")
    print(", ".join(f"{times} {what}" for what, times in Histories.played.most_common()))


if __name__ == "__main__":
    main()
