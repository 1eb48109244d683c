"""One mistake, one finding: the whole corpus of broken projects, each with what is told of it, and where."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from parcours.build.build import Inspection, inspect
from parcours.build.snapshot import Snapshot
from parcours.edge.project import BESIDE
from parcours.edge.theme_folder import read_theme, theme_names
from parcours.findings.catalogue import RULES, told
from parcours.findings.fix import edit_of
from parcours.findings.terminal import lines_of
from parcours.parse.document import is_text
from parcours.source.text import Source
from tests.conftest import REPOSITORY
from tests.findings.corpus.mistakes import CORPUS, Mistake
from tests.findings.corpus.project import ASSETS, FILES

THEME = read_theme(REPOSITORY / "tests", "cartouche")
NAMES = theme_names(REPOSITORY / "tests")
DAY = dt.date(2026, 6, 1)
TOLD = Path(__file__).parent / "corpus" / "told.txt"


def texts_of(files: dict[str, str]) -> dict[str, Source]:
    """The files that are read; the others are only there."""
    return {path: Source.of(path, text) for path, text in files.items() if path in BESIDE or is_text(path)}


def checked(files: dict[str, str]) -> Inspection:
    sources = texts_of(files)
    assets = {path: "0" for path in files if path not in sources}
    return inspect(Snapshot(sources, {**ASSETS, **assets}, THEME, NAMES, today=DAY))


def broken(mistake: Mistake) -> dict[str, str]:
    before = FILES.get(mistake.path, "")
    assert before.count(mistake.old) >= 1, "the text to break is not in the project"
    text = before.replace(mistake.old, mistake.new, 1) if mistake.old else mistake.new
    return {**FILES, mistake.path: text}


def spot(text: str, marked: str, nth: int) -> tuple[int, int]:
    """Line and column of the nth occurrence."""
    offset = -1
    for _ in range(nth):
        offset = text.index(marked, offset + 1)
    before = text[:offset]
    return before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1


def test_the_project_is_right_to_begin_with() -> None:
    assert checked(FILES).findings == ()


def test_the_corpus_is_large_and_each_mistake_has_a_name() -> None:
    assert len({mistake.name for mistake in CORPUS}) == len(CORPUS) >= 100


@pytest.mark.parametrize("mistake", CORPUS, ids=lambda mistake: mistake.name)
def test_one_mistake_gives_one_finding_at_its_place(mistake: Mistake) -> None:
    files = broken(mistake)
    findings = checked(files).findings
    assert [found.rule for found in findings] == [mistake.rule]
    found = findings[0]
    line, column = spot(files[mistake.where], mistake.marked, mistake.nth) if mistake.marked else (1, 1)
    place = found.place
    assert (place.path, place.line, place.column) == (mistake.where, line, column)
    assert place.length == max(1, len(mistake.marked))
    assert found.suggestion == mistake.suggestion
    for language in ("en", "fr"):
        words = told(found, language)
        assert words.message
        assert words.help
        assert "{" not in (words.message.replace(mistake.marked, "") if mistake.marked else words.message)


def all_told() -> str:
    """Every mistake of the corpus as a writer reads of it, in both languages."""
    lines: list[str] = []
    for mistake in CORPUS:
        files = broken(mistake)
        sources = texts_of(files)
        for found in checked(files).findings:
            lines.append(f"# {mistake.name}: {RULES[found.rule].code}")
            for language in ("en", "fr"):
                lines += ["".join(part.text for part in parts) for parts in lines_of(found, sources, language)]
        lines.append("")
    return "\n".join(lines)


def test_each_is_told_as_it_was_agreed() -> None:
    """``python -m tests.findings.test_corpus`` writes the file anew: read the difference before you commit it."""
    assert all_told() == TOLD.read_text("utf-8")


@pytest.mark.parametrize("mistake", [m for m in CORPUS if m.suggestion], ids=lambda mistake: mistake.name)
def test_what_is_suggested_mends_it(mistake: Mistake) -> None:
    files = broken(mistake)
    found = checked(files).findings[0]
    if not mistake.marked:
        # What is wrong is where the file lies, or its name.
        text = files.pop(mistake.where)
        moved = {**files, mistake.suggestion: text}
        assert "files/misplaced" not in {one.rule for one in checked(moved).findings}
        return
    lines = files[mistake.where].split("\n")
    edit = edit_of(found, lines[found.place.line - 1])
    assert edit is not None
    start = edit.place.column - 1
    row = lines[edit.place.line - 1]
    lines[edit.place.line - 1] = row[:start] + edit.text + row[start + edit.place.length :]
    assert checked({**files, mistake.where: "\n".join(lines)}).findings == ()


if __name__ == "__main__":
    TOLD.write_text(all_told(), encoding="utf-8")
