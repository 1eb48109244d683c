"""Lists, quotations and code stand in one another as they do in a forge, which reads CommonMark."""

from __future__ import annotations

import re
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt  # rich brings it

from parcours.parse.prose import read_prose
from tests.parse.test_prose import html_of

FORGE = MarkdownIt("commonmark")


def structure(html: str) -> str:
    """HTML without paragraphs and ids, all headings alike: what stands in what."""
    html = re.sub(r"</?p>", " ", re.sub(r"<(/?)h\d[^>]*>", r"<\1h>", html))
    return re.sub(r" ?(</?(?:ul|ol|li|pre|blockquote|h|hr)\b[^>]*>) ?", r"\1", re.sub(r"\s+", " ", html)).strip()


def written(random: Random, indent: str = "", depth: int = 0) -> list[str]:
    """The lines of a block as a writer would type them, with blank lines or without."""
    kind = random.choice(
        ("words", "items", "items", "numbers", "code", "quotation", "heading")[: 7 if depth < 3 else 1]
    )
    match kind:
        case "words":
            return [f"{indent}some words", f"{indent}and more"][: random.randint(1, 2)]
        case "heading":
            return [f"{indent}## heading"]
        case "code":
            return [f"{indent}```sh", f"{indent}  code", random.choice(("", f"{indent}more")), f"{indent}```"]
        case "quotation":
            return [f"{indent}> {line[len(indent) :]}".rstrip() for line in written(random, indent, depth + 1)]
        case _:
            return [
                line for number in range(random.randint(1, 3)) for line in item(random, indent, depth, kind, number)
            ]


def item(random: Random, indent: str, depth: int, kind: str, number: int) -> list[str]:
    mark = "- " if kind == "items" else f"{number + 1}. "
    lines = [f"{indent}{mark}item"]
    for _ in range(random.choice((0, 0, 1, 2))):
        lines += [""] * random.randint(0, 1)
        lines += written(random, indent + " " * len(mark), depth + 1)
    return lines + [""] * (random.random() < 0.2)


@settings(max_examples=300, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(1, 4))
def test_blocks_stand_in_one_another_as_in_a_forge(random: Random, blocks: int) -> None:
    lines = [line for _ in range(blocks) for line in (*written(random), *[""] * random.randint(0, 1))]
    body = "\n".join(lines)
    prose, _ = read_prose(body, "x.md")
    assert structure(html_of(prose)) == structure(FORGE.render(body))
