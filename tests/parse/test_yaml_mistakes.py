"""One mistake in front matter is one finding, at the place to mend; what comes before it is kept."""

import re
import time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from parcours.findings.catalogue import told
from parcours.parse.front_matter import cut, front_matter
from parcours.parse.yaml_reader import Value, read_yaml
from parcours.source.text import Source

MISTAKES = [
    ("a: b: c\n", "syntax/unquoted-colon", 2, 4, 4),
    ("a: é😀: x\n", "syntax/unquoted-colon", 2, 4, 5),
    ("a:\n\tb: 1\n", "syntax/tab", 3, 1, 1),
    ("a: 'open\nb: 2\n", "syntax/unclosed-quote", 2, 4, 1),
    ('é: "open\nb: 2\n', "syntax/unclosed-quote", 2, 4, 1),
    ("a: 1\n  b: 2\n", "syntax/bad-indentation", 3, 1, 2),
    ("a:\n  - x\n b: 2\n", "syntax/bad-indentation", 4, 1, 1),
    ("  a: 1\nb: 2\n", "syntax/bad-indentation", 3, 1, 1),
    ("a: @x\n", "syntax/special-character", 2, 4, 2),
    ("a: %x\n", "syntax/special-character", 2, 4, 2),
    ("a: *x\n", "syntax/unknown-alias", 2, 4, 2),
    ("a: *really* now?\n", "syntax/special-character", 2, 4, 13),
    ("a: & so on\n", "syntax/special-character", 2, 4, 7),
    ("a: > 3 minutes\nb: 1\n", "syntax/special-character", 2, 4, 11),
    ("a: | so on\n", "syntax/special-character", 2, 4, 7),
    ("a: ? why\n", "syntax/special-character", 2, 4, 5),
    ("a: [@x, y]\n", "syntax/special-character", 2, 5, 2),
    ("a: {b: %x}\n", "syntax/special-character", 2, 8, 2),
    ("a: [sighs] again\nb: 1\n", "syntax/special-character", 2, 4, 13),
    ("- a: 1\n  b: {sighs} again\n", "syntax/special-character", 3, 6, 13),
    ("a: {sighs} again\n", "syntax/special-character", 2, 4, 13),
    ("a: - is it?\n", "syntax/stray-item", 2, 4, 1),
    ("a:\n  - b: 1\n    c: 2\n  -b: 3\n", "syntax/no-colon", 5, 3, 5),
    ("a: !foo bar\n", "syntax/unknown-tag", 2, 4, 8),
    ("a: [1, 2\nb: 3\n", "syntax/unclosed-bracket", 2, 4, 1),
    ("a: {b: 1\nc: 2\n", "syntax/unclosed-bracket", 2, 4, 1),
    ("a: 1\nchannel:website\nb: 1\n", "syntax/no-colon", 3, 1, 15),
    ("a: 1\n- b\n", "syntax/stray-item", 3, 1, 1),
    ("? [a]\n: b\n", "syntax/key-not-text", 2, 3, 1),
    ("a: &x [*x]\n", "syntax/alias-of-itself", 2, 8, 2),
    ("a: \x07b\n", "syntax/control-character", 2, 4, 1),
    ("a: 'it's'\n", "syntax/after-quote", 2, 8, 2),
    ('a: "x" y\n', "syntax/after-quote", 2, 8, 1),
    ("a: 1\na: 2\n", "syntax/repeated-key", 3, 1, 1),
    ("just text\n", "syntax/not-a-mapping", 2, 1, 9),
    ("- a\n- b\n", "syntax/not-a-mapping", 2, 1, 1),
]


ALIAS_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(("text", "rule", "line", "column", "length"), MISTAKES, ids=[m[0][:24] for m in MISTAKES])
def test_one_mistake_is_one_finding(text: str, rule: str, line: int, column: int, length: int) -> None:
    _, found = front_matter(Source.of("content/x.md", f"---\n{text}---\nBody\n"))
    assert [(f.rule, f.place.line, f.place.column, f.place.length) for f in found] == [(rule, line, column, length)]
    assert all(told(found[0], language).message for language in ("en", "fr"))


def test_the_suggestion_for_a_colon_is_the_quoted_text() -> None:
    _, found = read_yaml("action: Asks: why?\n", "x.md")
    assert found[0].suggestion == '"Asks: why?"'


@pytest.mark.parametrize(("text", "meant"), [("3,5", "3.5"), ("-0,5", "-0.5"), ("3,5 min", '"3,5 min"')])
def test_the_suggestion_for_a_decimal_comma_is_a_point(text: str, meant: str) -> None:
    _, found = read_yaml(f"feeling: {{nora: 4, samir: {text}}}\n", "x.md")
    assert [one.suggestion for one in found] == [meant]


def test_a_space_that_does_not_break_is_no_part_of_a_value() -> None:
    _, found = read_yaml("a: 1\ndevice:\u00a0laptop\nb: 1\n", "x.md")
    assert [one.suggestion for one in found] == ["device: laptop"]


def test_the_suggestion_for_a_missing_space_after_a_dash_has_it() -> None:
    _, found = read_yaml("a:\n  - b: 1\n    c: 2\n  -b: 3\n", "x.md")
    assert found[0].suggestion == "- b: 3"


def test_what_precedes_a_mistake_is_kept() -> None:
    source = Source.of("x.md", "---\ntitle: Kept\nowner: Me\nbroken: 'x\n---\nBody\n")
    table, _ = front_matter(source)
    assert table.value == {"title": "Kept", "owner": "Me"}
    assert table.broken
    assert cut(source).body == "Body\n"


def test_the_core_schema() -> None:
    table, found = read_yaml(
        "a: no\nb: on\nc: 12:30\nd: 2026-09-01\ne: 1_000\nf: oui\ng: 007\nh: 3.10\ni: ~\nj: true\n", "x"
    )
    assert found == ()
    assert table.value == {
        "a": "no", "b": "on", "c": "12:30", "d": "2026-09-01", "e": "1_000", "f": "oui",
        "g": 7, "h": 3.1, "i": None, "j": True,
    }  # fmt: skip
    assert getattr(table.value["g"], "written", "") == "007"
    assert getattr(table.value["h"], "written", "") == "3.10"


def test_an_open_front_matter_is_told_once() -> None:
    _, found = front_matter(Source.of("x.md", "---\ntitle: Open\n\n# Body\n"))
    assert [f.rule for f in found] == ["syntax/open-front-matter"]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "- " * 50_000,
        "".join(" " * n + "a:\n" for n in range(2_000)),
        ALIAS_BOMB,
        "{" * 60_000,
    ],
    ids=["brackets", "lists", "levels", "aliases", "braces"],
)  # fmt: skip
def test_what_is_too_much_ends_soon_in_one_finding(text: str) -> None:
    start = time.process_time()
    _, found = read_yaml(text, "x.md")
    assert len(found) == 1
    # Not a matter of speed but of ending at all: the same texts take minutes or gigabytes when they are followed.
    assert time.process_time() - start < 5


def plain(value: object) -> object:
    if isinstance(value, dict):
        return {str(key): plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, list) else value


# PyYAML writes by YAML 1.1, where 1e3 is a text and needs no quotes; in YAML 1.2 it is a number.
NUMBER_NOW = re.compile(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|0o[0-7]+")
texts = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\u2028\u2029\ufeff\ufffe\uffff\x85")
).filter(lambda text: not NUMBER_NOW.fullmatch(text))
scalars = (
    texts | st.integers(-(10**12), 10**12) | st.booleans() | st.none() | st.floats(-1e6, 1e6).map(lambda f: round(f, 3))
)
trees = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4), max_leaves=12
)


@given(st.dictionaries(texts, trees, max_size=5))
def test_what_is_dumped_is_read_back(tree: dict[str, Value]) -> None:
    text = yaml.safe_dump(tree, allow_unicode=True, default_style=None, sort_keys=False)
    table, found = read_yaml(text, "x.md")
    if any(f.rule == "syntax/too-deep" for f in found):
        return
    assert found == ()
    assert plain(table.value) == plain(tree)


@given(st.text())
def test_any_text_is_read_and_its_findings_lie_inside(text: str) -> None:
    source = Source.of("x.md", f"---\n{text}\n---\n")
    _, found = front_matter(source)
    lines = source.text.split("\n")
    for one in found:
        assert 1 <= one.place.line <= len(lines) + 1
        assert one.place.column >= 1
        assert told(one, "fr").message
