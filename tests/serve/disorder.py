"""Everything that can befall a project folder, one operation after the other, as a seed says.

    python -m tests.serve.disorder --operations 10000

runs it all against a real preview; the tests run less of it.
"""

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

LOOP = (
    "{% extends 'base.html' %}{% block main %}{% for a in range(99999) %}{% for b in range(99999) %}{{ b }}"
    "{% endfor %}{% endfor %}{% endblock %}"
)
TEMPLATES = (
    LOOP,
    "{% extends 'base.html' %}{% block main %}{{ page.frame.title }{% endblock %}",
    "{% extends 'base.html' %}{% block main %}{{ page.no.such.thing }}{% endblock %}",
    "{% extends 'nowhere.html' %}",
    "{% include 'nowhere.html' %}",
    "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
    "{{ 'x' * 999999999999 }}",
    "{% set many = [1] %}{% for one in many %}{% set _ = many.append(one) %}{% endfor %}",
    "\x00\xff",
)
SETTINGS = (
    "site_name: Changed\nlanguage: fr\n",
    "site_name: Changed\n",
    "theme: relief\n",
    "theme: nowhere\n",
    "site_name: [\n",
    "- not\n- a mapping\n",
    "feeling_scale: 9..1\nrules: {map/*: off}\n",
    "",
)

NAMES = (
    "x" * 250 + ".md",
    "line\nbreak.md",
    "\udcff\udcfe.md",
    "C:\\aux.md",
    "é́.md",
    "a b?c#d%.md",
    "-.md",
    "<b>.md",
)


def page(chance: random.Random, kind: str) -> str:
    """A page that can be read: now a persona, now a journey."""
    number = chance.randrange(1000)
    if kind == "personas":
        return f"---\nname: Person {number}\ngoals: [See {number}]\n---\nKnows [[nora]].\n"
    return (
        f"---\ntitle: Journey {number}\npersonas: [nora]\nstages:\n  - name: One\n    steps:\n"
        f"      - {{id: a, action: Does {number}, channel: website, feeling: {number % 5 + 1}}}\n---\nA story.\n"
    )


@dataclass
class Disorder:
    """A project folder that nothing is spared. ``root`` is the project, ``spare`` an unspoilt copy of it."""

    root: Path
    spare: Path
    chance: random.Random
    done: list[str] = field(default_factory=list[str])

    @property
    def content(self) -> Path:
        return self.root / "content"

    def some_file(self) -> Path:
        files = [path for path in self.content.rglob("*") if path.is_file()] if self.content.is_dir() else []
        return self.chance.choice(files) if files else self.new_file()

    def new_file(self) -> Path:
        kind = self.chance.choice(("personas", "journeys"))
        file = self.content / kind / f"page-{self.chance.randrange(40)}.md"
        if file.is_fifo():
            file.unlink()  # who writes into a pipe waits for a reader, for ever
        return file

    def edit(self) -> None:
        file = self.new_file()
        file.write_text(page(self.chance, file.parent.name))

    def edit_again(self) -> None:
        file = self.some_file()
        file.write_text(file.read_text(errors="replace").replace("bike", self.chance.choice(("cycle", "bike", "velo"))))

    def malform(self) -> None:
        text = self.chance.choice(
            ("---\ntitle: [\n", "---\na: b: c\n", "---\n\ta: 1\n---\n", "no front matter", "---\n" * 9)
        )
        self.some_file().write_text(text)

    def noise(self) -> None:
        self.some_file().write_bytes(self.chance.randbytes(self.chance.randrange(5000)))

    def huge(self) -> None:
        self.new_file().write_text("---\nname: Huge\n---\n" + "word " * 500_000)

    def sparse(self) -> None:
        with (self.content / "assets" / "film.mp4").open("wb") as file:
            file.truncate(3_000_000_000)

    def deep(self) -> None:
        self.new_file().write_text("---\na: " + "[" * 30_000 + "\n---\n" + "> " * 3000 + "x\n")

    def empty(self) -> None:
        self.some_file().write_bytes(b"")

    def delete(self) -> None:
        self.some_file().unlink()

    def rename(self) -> None:
        self.some_file().rename(self.new_file())

    def save_beside(self) -> None:
        file, beside = self.some_file(), self.content / f"sed{self.chance.randrange(100_000, 999_999)}"
        beside.write_text(page(self.chance, file.parent.name))
        beside.rename(file)

    def lock(self) -> None:
        self.some_file().chmod(self.chance.choice((0, 0o644)))

    def link_to_itself(self) -> None:
        link = self.new_file()
        link.unlink(missing_ok=True)
        link.symlink_to(link.name)

    def link_round(self) -> None:
        link = self.content / self.chance.choice(("personas", "journeys")) / f"round-{self.chance.randrange(3)}"
        link.symlink_to(
            self.chance.choice((self.content, self.root, self.content / "journeys")), target_is_directory=True
        )

    def link_out(self) -> None:
        link = self.content / "assets" / f"out-{self.chance.randrange(3)}.svg"
        link.unlink(missing_ok=True)
        link.symlink_to("/etc/passwd")

    def pipe(self) -> None:
        file = self.new_file()
        file.unlink(missing_ok=True)
        os.mkfifo(file)

    def name(self) -> None:
        (self.content / "personas" / self.chance.choice(NAMES)).write_text(page(self.chance, "personas"))

    def nest(self) -> None:
        folder = self.content / "journeys" / Path(*["deeper"] * self.chance.randrange(1, 60))
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "page.md").write_text(page(self.chance, "journeys"))

    def folder_goes(self) -> None:
        shutil.rmtree(self.content / self.chance.choice(("personas", "journeys", "channels", "assets")))

    def folder_moves(self) -> None:
        (self.content / "journeys").rename(self.content / "journeys-away")
        (self.content / "journeys-away").rename(self.content / "journeys")

    def file_for_folder(self) -> None:
        folder = self.content / "channels"
        shutil.rmtree(folder, ignore_errors=True)
        folder.write_text("I am a file")

    def content_replaced(self) -> None:
        fresh = self.root / "fresh"
        shutil.copytree(self.spare / "content", fresh)
        self.content.rename(self.root / "old")
        fresh.rename(self.content)
        shutil.rmtree(self.root / "old", ignore_errors=True)

    def content_gone(self) -> None:
        self.content.rename(self.root / "away")
        (self.root / "away").rename(self.content)

    def settings(self) -> None:
        (self.root / "parcours.yml").write_text(self.chance.choice(SETTINGS))

    def settings_gone(self) -> None:
        (self.root / "parcours.yml").unlink()

    def theme(self) -> None:
        folder = self.root / "themes" / "cartouche" / "templates"
        folder.mkdir(parents=True, exist_ok=True)
        name = self.chance.choice(("persona.html", "journey.html", "missing.html", "home.html"))
        (folder / name).write_bytes(self.chance.choice(TEMPLATES).encode("latin-1"))

    def words(self) -> None:
        folder = self.root / "themes" / "cartouche" / "locales"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "en.toml").write_text(
            self.chance.choice(('[page]\nmade_with = "Us"\n', "[page\n", "a = {x}", '[page]\nhome = "{0.__class__}"\n'))
        )

    def style(self) -> None:
        folder = self.root / "themes" / "cartouche" / "static"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "own.css").write_bytes(self.chance.choice((b"a{", b"\xff\xfe", b"/*", b":root{--x:1}")))

    def theme_gone(self) -> None:
        shutil.rmtree(self.root / "themes")

    def crowd(self) -> None:
        for number in range(self.chance.randrange(100)):
            (self.content / "personas" / f"crowd-{number}.md").write_text(page(self.chance, "personas"))

    def measures(self) -> None:
        (self.content / "metrics").mkdir(exist_ok=True)
        (self.content / "metrics" / "all.csv").write_bytes(self.chance.randbytes(200) + b"\ndate,journey\n,,,\n")

    def restore(self) -> None:
        """The project as it was at first."""
        for name in ("content", "themes", "parcours.yml", "fresh", "old", "away"):
            path = self.root / name
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
        shutil.copytree(self.spare / "content", self.content)
        shutil.copy(self.spare / "parcours.yml", self.root / "parcours.yml")

    def operate(self) -> str:
        """One operation; those that cannot be done to what is left of the folder are none. Gives its name."""
        operation = self.chance.choices(OPERATIONS, WEIGHTS)[0]
        with suppress(OSError, shutil.Error):
            operation(self)
        self.done.append(operation.__name__)
        return operation.__name__


RARE: tuple[Callable[[Disorder], None], ...] = (
    Disorder.huge, Disorder.sparse, Disorder.deep, Disorder.theme, Disorder.crowd, Disorder.content_replaced,
    Disorder.restore, Disorder.settings, Disorder.words, Disorder.nest, Disorder.link_round, Disorder.theme_gone,
)  # fmt: skip
COMMON: tuple[Callable[[Disorder], None], ...] = (
    Disorder.edit, Disorder.edit_again, Disorder.malform, Disorder.noise, Disorder.empty, Disorder.delete,
    Disorder.rename, Disorder.save_beside, Disorder.lock, Disorder.link_to_itself, Disorder.link_out, Disorder.pipe,
    Disorder.name, Disorder.folder_goes, Disorder.folder_moves, Disorder.file_for_folder, Disorder.content_gone,
    Disorder.settings_gone, Disorder.style, Disorder.measures,
)  # fmt: skip
OPERATIONS = (*COMMON, *RARE)
WEIGHTS = (*[10] * len(COMMON), *[2] * len(RARE))


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the options, disturbs a preview, says what became of it."""
    from tests.serve.test_disorder import disturb

    parser = argparse.ArgumentParser(description="Disturb a preview by file operations.")
    parser.add_argument("--operations", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=2026)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        spare = Path(scratch) / "maps"
        subprocess.run([sys.executable, "-m", "parcours", "new", "maps", "--language", "en"], cwd=scratch, check=True)
        root = Path(shutil.copytree(spare, Path(scratch) / "served"))
        for line in disturb(Disorder(root, spare, random.Random(options.seed)), options.operations):
            print(line, flush=True)


if __name__ == "__main__":
    main()
