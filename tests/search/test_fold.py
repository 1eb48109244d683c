"""Words folded in Python and in the browser: worked examples, and the two against each other."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from parcours.search.fold import FOLDINGS, plain, terms_of, words_of
from tests.search.window import open_search

OLD = [chr(n) for n in range(1, 0x2FFF) if unicodedata.ucd_3_2_0.category(chr(n)) not in ("Cn", "Cc", "Cs")]
"""Characters that every reader of Unicode has known since 2002."""
LIKELY = "abcdeilmnorstuxyzéèêàçœæßÉÀŒ'’ʼ- .,0123456789"
ONE = {
    "en": (
        "delivery deliveries",
        "compare compares compared comparing",
        "wait waits waited waiting",
        "call calls called calling",
        "shop shops shopping",
        "price prices priced pricing",
        "customer customers customer's customer’s",
        "don't dont",
        "café cafe CAFÉ CAFES",
        "carry carries carried",
    ),
    "fr": (
        "livraison livraisons",
        "livrer livré livrée livrées livres",
        "étape étapes l’étape l'étape ETAPES",
        "canal canaux",
        "bureau bureaux",
        "vendeur vendeuse vendeurs vendeuses",
        "premier première premières",
        "appel appelle appeler appels",
        "rembourser remboursé remboursement remboursements",
        "actif active actives",
        "œuvre oeuvres Œuvre",
        "qu’achat jusqu’achat d'achat achats",
    ),
}
APART = {"en": "need speed status bring price press", "fr": "mer hier jour achat acheter banque banc"}


@pytest.mark.parametrize("language", FOLDINGS)
def test_forms_of_a_word_are_one_and_words_are_several(language: str) -> None:
    for forms in ONE[language]:
        terms = {form: terms_of(form, language) for form in forms.split()}
        assert len(set(terms.values())) == 1, terms
        assert all(terms.values())
    apart = [terms_of(word, language)[0] for word in APART[language].split()]
    assert len(set(apart)) == len(apart)


@pytest.mark.parametrize("language", FOLDINGS)
def test_common_words_say_nothing(language: str) -> None:
    assert terms_of(" ".join(FOLDINGS[language].common), language) == ()
    assert all(words_of(word, language) == [word] for word in FOLDINGS[language].common), "they are written folded"


@given(st.text())
def test_folding_is_done_once(text: str) -> None:
    assert plain(plain(text)) == plain(text)
    for language in FOLDINGS:
        assert all(re.fullmatch(r"[^\W_]+", word) for word in words_of(text, language))


@pytest.fixture(scope="module")
def page(demonstration_site: Path, french_site: Path, browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    opened.goto((french_site / "index.html").as_uri())
    open_search(opened)
    yield opened
    opened.close()


def texts(language: str, content: Path) -> list[str]:
    """Every text of a project, each old character between letters, and likely words by chance."""
    chance = random.Random(f"folding {language}")
    words = ["".join(chance.choices(LIKELY, k=chance.randint(1, 40))) for _ in range(4000)]
    endings = [ending for step in FOLDINGS[language].steps for ending, _, _ in step]
    ended = ["".join(chance.choices("abcdeilnorst", k=n % 6)) + end for n in range(600) for end in endings]
    return [
        *(path.read_text("utf-8") for path in sorted(content.rglob("*.md"))),
        *(f"a{character}b {character} c{character}" for character in OLD),
        *words,
        " ".join(ended),
    ]


@pytest.mark.parametrize("language", FOLDINGS)
def test_the_browser_folds_as_the_index_does(language: str, page: Page) -> None:
    repository = Path(__file__).parents[2]
    some = texts(language, repository / ("content" if language == "en" else "tests/sites/french/content"))
    told = page.evaluate(
        "([texts, language]) => Promise.all(texts.map((text) => parcoursFind.fold(text, language)))", [some, language]
    )
    assert len(told) > 8000
    differing = {text: (list(terms_of(text, language)), found) for text, found in zip(some, told, strict=True)}
    assert {text: both for text, both in differing.items() if both[0] != both[1]} == {}
