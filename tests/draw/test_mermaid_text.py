"""The escaping function by itself; that real Mermaid agrees is in test_mermaid_script."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parcours.draw.mermaid_text import escape, plain


@pytest.mark.parametrize(
    ("text", "coded"),
    [
        ("Compares three models", "Compares three models"),
        ("« Où est-ce ? » – 20 €…", "« Où est-ce ? » – 20 €…"),
        ("price: yes; #1, a", "price#58; yes#59; #35;1#44; a"),
        ("Title of it", "#84;itle of it"),
        ("Titles", "Titles"),
        ("journeys", "#106;ourneys"),
        ("End", "#69;nd"),
        ("Endless", "Endless"),
        ("(maybe)", "#40;maybe)"),
        ("1. First", "1#46; First"),
        ("www.example.com", "www#46;example.com"),
        ("👩🏽‍💻 ❤️", "👩🏽‍💻 ❤️"),
        ("e\u0301", "é"),
        (" a \n\t b\u2028c ", "a b c"),
        ("20\u202f%", "20#8239;#37;"),
        ("a\x00\ud800b", "ab"),
        ("", "—"),
        (" \n", "—"),
    ],
)
def test_escape(text: str, coded: str) -> None:
    assert escape(text) == coded


@given(st.text())
def test_decoding_the_escape_gives_the_plain_text(text: str) -> None:
    assert re.sub(r"#(\d+);", lambda m: chr(int(m[1])), escape(text)) == plain(text)


@given(st.text())
def test_plain_is_one_clean_line_and_stays_as_it_is(text: str) -> None:
    shown = plain(text)
    assert shown
    assert shown == plain(shown) == unicodedata.normalize("NFC", shown)
    assert not any(unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"} for c in shown)
    shown.encode("utf-8")
