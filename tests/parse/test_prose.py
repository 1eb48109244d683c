"""What Markdown becomes, each feature with its exact HTML, and what is known of it: links, places, headings, text."""

from __future__ import annotations

import pickle
import re
from pathlib import Path

import pytest

from parcours.findings.catalogue import told
from parcours.parse.prose import EMPTY, Diagram, Drawing, Heading, Link, Prose, ProseLink, read_prose
from parcours.parse.prose_pieces import scheme
from parcours.source.text import Place


def shown(body: str) -> str:
    """The HTML of a body whose addresses stay as written and whose drawings show their number."""
    return html_of(read_prose(body, "x.md")[0])


def html_of(prose: Prose) -> str:
    return prose.html(lambda link: link.target, lambda number, _diagram: f"<figure>{number}</figure>")


def rules(body: str) -> list[str]:
    return [found.rule for found in read_prose(body, "x.md")[1]]


def features() -> dict[str, tuple[str, str]]:
    """The cases of ``prose_features.txt``, and those whose white space an editor would not leave alone."""
    cases = (Path(__file__).parent / "prose_features.txt").read_text("utf-8").split("\n@@ ")[1:]
    split = ((name, *rest.rstrip("\n").split("\n@=\n")) for name, rest in (case.split("\n", 1) for case in cases))
    return {name: (body, html) for name, body, html in split} | {
        "nothing": ("", ""),
        "blank": (" \n\t\n", ""),
        "break by spaces": ("a  \nb", "<p>a<br>\nb</p>"),
        "tab in a fence": ("```\na:\n\tb\n```", "<pre><code>a:\n\tb\n</code></pre>"),
    }


FEATURES = features()


@pytest.mark.parametrize("feature", FEATURES)
def test_each_feature_has_its_exact_html(feature: str) -> None:
    body, expected = FEATURES[feature]
    assert shown(body) == expected
    assert rules(body) == (["prose/image-without-alt"] if feature == "picture without words" else [])


def test_footnotes_lead_there_and_back_under_names_of_their_own() -> None:
    html = shown("a[^n] b[^n]\n\n[^n]: The *note*.")
    name = re.search(r'id="fn-([0-9a-f]{6})-1"', html)
    assert name
    short = name[1]
    assert html == (
        f'<p>a<sup id="fnref-{short}-1"><a href="#fn-{short}-1" role="doc-noteref" class="footnote-ref">1</a></sup> '
        f'b<sup id="fnref2-{short}-1"><a href="#fn-{short}-1" role="doc-noteref" class="footnote-ref">1</a></sup></p>\n'
        f'<div class="footnote">\n<hr>\n<ol>\n<li id="fn-{short}-1">\n<p>The <em>note</em>.&nbsp;'
        f'<a href="#fnref-{short}-1" role="doc-backlink" class="footnote-backref">↩</a>'
        f'<a href="#fnref2-{short}-1" role="doc-backlink" class="footnote-backref">↩</a></p>\n</li>\n</ol>\n</div>'
    )
    prose = read_prose("a[^n]\n\n[^n]: The *note*.", "x.md")[0]
    assert prose.links == ()
    assert prose.text == "a\nThe note."


def test_footnotes_of_two_texts_differ() -> None:
    ids = [set(re.findall(r'id="([^"]+)"', shown(f"{word}[^1]\n\n[^1]: note"))) for word in ("a", "b")]
    assert ids[0].isdisjoint(ids[1])


def test_links_stand_in_order_with_their_places() -> None:
    body = "See [a](one.md#x) and ![b](two.png).\n\n`[no](no.md)` [[three|c]]\n\n"
    body += "```\n[no](no.md)\n```\n\n[d][r]\n\n[r]: four.md"
    prose, findings = read_prose(body, "content/x.md", 7)
    assert findings == ()
    assert prose.links == (
        ProseLink("one.md#x", Place("content/x.md", 7, 9, 8)),
        ProseLink("two.png", Place("content/x.md", 7, 28, 7), image=True, alt="b"),
        ProseLink("three", Place("content/x.md", 9, 17, 5), wiki=True),
        ProseLink("four.md", Place("content/x.md", 17, 6, 7)),
    )
    assert [part.index for part in prose.parts if isinstance(part, Link)] == [0, 1, 2, 3]


def test_each_of_two_equal_links_has_its_own_place() -> None:
    prose = read_prose("[a](b.md)\n[c](b.md) <a href='b.md'>d</a>", "x.md")[0]
    assert [(link.place.line, link.place.column) for link in prose.links] == [(1, 5), (2, 5), (2, 20)]


@pytest.mark.parametrize(
    ("written", "target"),
    [
        ("[a](b_c.md)", "b_c.md"),
        (r"[a](b\_c.md)", "b_c.md"),
        ("[a](b.md?c=1&amp;d=2)", "b.md?c=1&d=2"),
        ("[a](b(c).md)", "b(c).md"),
        ("[a]( <b c.md> 'T')", "b c.md"),
        ('<a href="b &amp; c.md">a</a>', "b & c.md"),
        ("[été](été.md)", "été.md"),
        ("[[Live chat]]", "Live chat"),
    ],
)
def test_a_target_is_decoded_and_its_place_covers_what_is_written(written: str, target: str) -> None:
    (link,) = read_prose(written, "x.md")[0].links
    assert link.target == target
    covered = written[link.place.column - 1 : link.place.column - 1 + link.place.length]
    assert covered.replace("&amp;", "&").replace("\\", "") == target


def test_a_dead_address_leaves_its_words() -> None:
    prose = read_prose("[a](b.md) ![c](d.png) [[e]]", "x.md")[0]
    html = prose.html(lambda _link: None, lambda _number, _diagram: "")
    assert html == '<p><a>a</a> <img alt="c"> <a>e</a></p>'


def test_an_address_is_escaped_and_never_runs_code() -> None:
    prose = read_prose("[a](b.md)", "x.md")[0]
    assert prose.html(lambda _link: '"><script>', lambda *_: "") == '<p><a href="&quot;&gt;&lt;script&gt;">a</a></p>'
    assert prose.html(lambda _link: "java\tscript:alert(1)", lambda *_: "") == "<p><a>a</a></p>"


def test_alt_is_there_or_not() -> None:
    links = read_prose('![](a.png)\n![ ](b.png)\n<img src="c.png">\n![d](d.png)', "x.md")[0].links
    assert [link.alt for link in links] == [None, None, None, "d"]


def test_video_and_sound_are_links_but_no_pictures() -> None:
    body = (
        '<video src="a.mp4" poster="b.jpg"><source src="c.webm"><track src="d.vtt"></video><audio src="e.mp3"></audio>'
    )
    links = read_prose(body, "x.md")[0].links
    assert [link.target for link in links] == ["a.mp4", "b.jpg", "c.webm", "d.vtt", "e.mp3"]
    assert not any(link.image for link in links)


def test_diagrams_come_with_script_and_place() -> None:
    body = "# T\n\n- a\n\n  ``` Mermaid\n  journey\n    title x\n  ```\n\n```mermaid\nflowchart LR\n"
    prose, findings = read_prose(body, "x.md", 3)
    assert prose.diagrams == (Diagram("journey\n  title x", Place("x.md", 7, 3, 11)),)
    assert [part for part in prose.parts if isinstance(part, Drawing)] == [Drawing(0)]
    assert "flowchart LR" in html_of(prose)
    assert [found.rule for found in findings] == ["prose/unclosed-fence"]
    assert findings[0].place == Place("x.md", 12, 1, 10)


def test_headings_tell_level_words_and_anchor() -> None:
    headings = read_prose("# A *b* [c](d.md)[^1]\n\n##### E `f`\n\n[^1]: note", "x.md")[0].headings
    assert headings == (Heading(2, "A b c", "a-b-c"), Heading(6, "E f", "e-f"))


def test_text_is_plain_a_line_a_block() -> None:
    body = "# A\n\nb *c*\nd &amp; e\n\n- f\n- g\n\n| h | i |\n|---|---|\n| j | k |\n\n"
    body += "```mermaid\nx\n```\n\n<b>l</b>![m](n.png)"
    assert read_prose(body, "x.md")[0].text == "A\nb c d & e\nf\ng\nh\ni\nj\nk\nl"


def test_findings_say_where_and_in_both_languages() -> None:
    body = "a ![](b.png)\n\n```sh\nnever closed"
    findings = read_prose(body, "x.md", 5)[1]
    assert [(found.rule, found.place) for found in findings] == [
        ("prose/image-without-alt", Place("x.md", 5, 7, 5)),
        ("prose/unclosed-fence", Place("x.md", 7, 1, 5)),
    ]
    for found in findings:
        for language in ("en", "fr"):
            words = told(found, language)
            assert words.message
            assert words.help
    assert "`b.png`" in told(findings[0], "en").message
    assert "`b.png`" in told(findings[0], "fr").message


def test_an_address_no_page_may_hold_is_told() -> None:
    body = "[a](C:\\maps\\x.md) ![b](data:image/png;base64,AAAA)\n<a href='javascript:c'>c</a> `[d](e:f)` [[g:h]]"
    findings = read_prose(body, "x.md")[1]
    assert [(found.rule, found.place) for found in findings] == [
        ("prose/refused-address", Place("x.md", 1, 5, 12)),
        ("prose/refused-address", Place("x.md", 1, 24, 26)),
        ("prose/refused-address", Place("x.md", 2, 10, 12)),
    ]
    assert "`javascript:c`" in told(findings[2], "fr").message


def test_a_fence_ends_with_the_item_it_stands_in() -> None:
    body = "- a\n  ```\n  b\n\nc"
    assert shown(body) == "<ul>\n<li>a\n    <pre><code>b\n\n</code></pre></li>\n</ul>\n<p>c</p>"
    assert rules(body) == ["prose/unclosed-fence"]


def test_prose_is_a_value() -> None:
    body = "# A\n\n[b](c.md) ![d](e.png)\n\n```mermaid\nf\n```\n\n[[g]][^1]\n\n[^1]: h"
    first, second = read_prose(body, "x.md")[0], read_prose(body, "x.md")[0]
    assert first == second
    assert hash(first) == hash(second)
    assert pickle.loads(pickle.dumps(first)) == first
    assert html_of(EMPTY) == ""


def test_characters_html_forbids_are_gone() -> None:
    html = shown("a\x00b\x1bc\ufdd0d\ufdd30\ufdd4e\ud800f &#xFDD0; &#1; &\\#xFDD3;0 [g](h\x07i)")
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef]", html)
    assert "a\ufffdb" in html


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("a.md", ""),
        ("a/b:c", ""),
        ("#a:b", ""),
        ("?a:b", ""),
        ("HTTPS://a", "https"),
        (" java\nscript:x", "javascript"),
        ("\x01data:x", "data"),
        ("mailto:a@b.c", "mailto"),
    ],
)
def test_the_scheme_of_an_address_is_what_a_browser_sees(address: str, expected: str) -> None:
    assert scheme(address) == expected
