"""An import told line by line, like a compiler: what was read and how, what was not, what is left where it is."""

from __future__ import annotations

from collections.abc import Iterator

from parcours.bring.draft import Run
from parcours.bring.proposal import Proposal
from parcours.bring.remark import Remark, Weight
from parcours.bring.words import REMARKS, told
from parcours.findings.terminal import Part, excerpt
from parcours.source.text import Source

FEWEST_FOLDED = 6
"""Lines of a run left in the source, from which on its middle is folded."""

LABELS = {
    "en": {
        Weight.NOTE: "note",
        Weight.ASK: "question",
        Weight.LEFT: "not understood",
        Weight.REFUSED: "refused",
        "colon": ": ",
        "help": "help",
        "rest": "left where it is: nothing here was read as part of a journey or persona",
        "folded": "… {count} lines more: --all shows them",
    },
    "fr": {
        Weight.NOTE: "note",
        Weight.ASK: "question",
        Weight.LEFT: "incompris",
        Weight.REFUSED: "refusé",
        "colon": "\u202f: ",
        "help": "aide",
        "rest": "laissé où c’est : rien ici n’est lu comme une part d’un parcours ou d’un persona",
        "folded": "… {count} lignes de plus : --all les montre",
    },
}
ROLES = {Weight.NOTE: "place", Weight.ASK: "advice", Weight.LEFT: "warning", Weight.REFUSED: "error"}
Line = tuple[Part, ...]


def report(made: Proposal, language: str, *, whole: bool = False) -> Iterator[Line]:
    """Every remark with the line it speaks of, then what nothing was made of; long stretches whole when asked.

    Help that has been given once is not given again.
    """
    spoken = "fr" if language == "fr" else "en"
    helped: set[str] = set()
    for one in made.remarks:
        yield from _remark(one, made, spoken, helped=one.key in helped)
        yield ()
        helped.add(one.key)
    for path, run in made.rest:
        yield from _rest(made.sources[path], run, spoken, whole=whole)
        yield ()


def _remark(one: Remark, made: Proposal, language: str, *, helped: bool) -> Iterator[Line]:
    labels, weight = LABELS[language], REMARKS[one.key].weight
    sentence, help_ = told(one, language)
    digits = " " * len(str(one.place.line))
    yield Part(labels[weight], ROLES[weight]), Part(f"{labels['colon']}{sentence}")
    yield Part(f"{digits} --> ", "gutter"), Part(f"{one.place.path}:{one.place.line}:{one.place.column}", "place")
    source = made.sources.get(one.place.path)
    if source is not None and source.line(one.place.line).strip():
        line, carets = excerpt(source, one.place)
        yield Part(f"{one.place.line} | ", "gutter"), Part(line)
        yield Part(f"{digits} | ", "gutter"), Part(carets, ROLES[weight])
    if help_ and not helped:
        yield Part(f"{digits} {labels['help']}{labels['colon']}", "help"), Part(help_)


def _rest(source: Source, run: Run, language: str, *, whole: bool) -> Iterator[Line]:
    labels = LABELS[language]
    width = len(str(run.last))
    yield Part(labels[Weight.NOTE], "place"), Part(f"{labels['colon']}{labels['rest']}")
    yield Part(f"{' ' * width} --> ", "gutter"), Part(f"{source.path}:{run.first}:1", "place")
    lines = source.text.split("\n")
    numbers = list(range(run.first, run.last + 1))
    shown = numbers if whole or len(numbers) <= FEWEST_FOLDED else numbers[:3]
    for number in shown:
        yield Part(f"{number:>{width}} | ", "gutter"), Part(lines[number - 1])
    if len(shown) < len(numbers):
        yield (
            Part(f"{' ' * width} | ", "gutter"),
            Part(labels["folded"].format(count=len(numbers) - len(shown)), "help"),
        )
