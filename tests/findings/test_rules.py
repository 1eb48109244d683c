"""The catalogue speaks both languages; places are marked under the very token."""

import string

import pytest

from parcours.findings.catalogue import RULES, finding, told
from parcours.findings.finding import Finding, Severity, in_order
from parcours.findings.rules.rule import Rule
from parcours.findings.severity import by_settings, fails
from parcours.findings.suggest import nearest
from parcours.findings.terminal import excerpt, lines_of, totals
from parcours.source.text import Place, Source


def wanted(*texts: str) -> set[str]:
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: rule.name)
def test_both_languages_say_the_same(rule: Rule) -> None:
    found = rule
    for words in (found.en, found.fr):
        assert words.message
        assert words.help or words.fix
    english, french = wanted(found.en.message), wanted(found.fr.message)
    # French need not name the kind of page twice, but never a value English does not have.
    assert french <= english | wanted(found.en.help, found.en.fix)
    values = wanted(*(t for w in (found.en, found.fr) for t in (w.message, w.help, w.fix))) - {"suggestion"}
    made = Finding(found.name, Place("x.md"), found.severity, tuple((name, "v") for name in sorted(values)), "s")
    for language in ("en", "fr"):
        assert "{" not in told(made, language).message


@pytest.mark.parametrize(
    ("line", "column", "length", "carets"),
    [
        ("channel: websit", 10, 6, " " * 9 + "^^^^^^"),
        ("é: à bientôt", 4, 9, "   ^^^^^^^^^"),
        ("\tx: 1", 2, 1, "    ^"),
        ("😀: oops", 4, 4, "    ^^^^"),
        ("名: 错", 4, 1, "    ^^"),
        ("e\u0301: x", 5, 1, "   ^"),
    ],
)
def test_carets_stand_under_the_token(line: str, column: int, length: int, carets: str) -> None:
    source = Source.of("x.md", f"---\n{line}\n")
    assert excerpt(source, Place("x.md", 2, column, length))[1] == carets


def test_a_finding_in_full() -> None:
    source = Source.of("content/journeys/x.md", "---\npersonas: [clare]\n---\n")
    place = Place(source.path, 2, 12, 5)
    one = finding("refs/unknown-persona", place, suggestion="claire", id="clare", slug="clare")
    told_lines = ["".join(part.text for part in parts) for parts in lines_of(one, {source.path: source}, "en")]
    assert told_lines == [
        "error no persona is called `clare` [refs/unknown-persona]",
        "  --> content/journeys/x.md:2:12",
        "2 | personas: [clare]",
        "  |            ^^^^^",
        "  help: did you mean `claire`?",
    ]


def test_severities_follow_the_settings() -> None:
    one = finding("map/no-owner", Place("x.md"), journey="x")
    assert by_settings([one], {"map/no-owner": {"": "error"}})[0].severity is Severity.ERROR
    assert by_settings([one], {"map/no-owner": {"": "off"}}) == ()
    assert not fails([one], strict=True)
    assert totals([one, one], "fr") == "2 conseils"
    assert in_order((one, one)) == (one,)


@pytest.mark.parametrize(
    ("written", "known", "expected"),
    [
        ("clare", ["claire", "marc"], "claire"),
        ("mrac", ["claire", "marc"], "marc"),
        ("xyz", ["claire"], ""),
        ("", [], ""),
    ],
)
def test_the_nearest_name(written: str, known: list[str], expected: str) -> None:
    assert nearest(written, known) == expected
