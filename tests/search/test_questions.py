"""Questions people ask and the place they should be led to first, from the disk and from a server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.loopback import Served
from tests.search.window import ask, open_search

ENGLISH = {
    "ingrid": "personas/ingrid/index.html",
    "buying a washing machine": "journeys/buy-washing-machine/index.html",
    "empty basket": "journeys/buy-washing-machine/index.html#step.basket-lost",
    "baskets emptied by signing in": "journeys/buy-washing-machine/index.html#step.basket-lost",
    "delivery costs": "journeys/buy-washing-machine/index.html#step.compare",
    "day off to look at a street": "journeys/buy-washing-machine/index.html#step.wait-in",
    "two-hour slots": "journeys/buy-washing-machine/index.html#step.pick-slot",
    "comparison full price 2027": "journeys/buy-washing-machine-future/index.html#step.compare",
    "complaining": "journeys/late-delivery-complaint/index.html",
    "eleven minutes music": "journeys/late-delivery-complaint/index.html#step.call-line",
    "settling": "journeys/late-delivery-complaint/index.html#stage.settling",
    "paediatr": "journeys/child-falls-ill/index.html#stage.pharmacy-or-paediatrician",
    "transport bolt": "journeys/move-house/index.html#step.find-bolts",
    "doorstep handover": "touchpoints/doorstep-handover/index.html",
    "diary studies": "evidence/diary-study/index.html",
}
FRENCH = {
    "chloe": "personas/chloe/index.html",
    "demenagement": "journeys/demenager/index.html",
    "acheter des billets": "journeys/acheter-un-billet/index.html",
    "l'horaire d’été": "journeys/acheter-un-billet/index.html#step.horaires",
    "PRIX CHANGÉ": "journeys/acheter-un-billet/index.html#step.tarifs",
    "trois noms": "journeys/acheter-un-billet/index.html#step.tarifs",
    "voie b": "journeys/acheter-un-billet/index.html#step.demander",
    "alertes départ": "journeys/acheter-un-billet/index.html#step.attendre",
    "ecran de quai": "touchpoints/ecran-de-quai/index.html",
    "quarante minutes": "journeys/reclamation-retard/index.html#step.publier",
    "réclamations retards": "journeys/reclamation-retard/index.html",
    "recevoir huit euros": "journeys/reclamation-retard/index.html#step.rembourse",
    "symptome": "journeys/enfant-malade/index.html#stage.symptomes",
    "pédiatre appel": "journeys/enfant-malade/index.html#step.pediatre",
    "abonnées du quotidien": "segments/abonnes-du-quotidien/index.html",
}


@pytest.mark.parametrize("home", ["disk", "http"])
@pytest.mark.parametrize(("language", "questions"), [("en", ENGLISH), ("fr", FRENCH)])
def test_the_first_result_is_the_place(
    home: str,
    language: str,
    questions: dict[str, str],
    browser: Browser,
    serve_folder: Callable[..., Served],
    request: pytest.FixtureRequest,
) -> None:
    site: Path = request.getfixturevalue("demonstration_site" if language == "en" else "french_site")
    root = f"{site.resolve().as_uri()}/" if home == "disk" else serve_folder(site, "/maps/").url
    page = browser.new_page()
    page.goto(f"{root}journeys/index.html")
    open_search(page)
    firsts = {question: (ask(page, question) or ["nothing"])[0].removeprefix(root) for question in questions}
    page.close()
    assert firsts == questions


def test_an_empty_question_and_one_without_answer(demonstration_site: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((demonstration_site / "index.html").as_uri())
    open_search(page)
    assert ask(page, "zzyzx") == []
    assert "Nothing found for “zzyzx”" in page.inner_text(".find-count")
    assert ask(page, "  ") == []
    assert "type a few letters" in page.inner_text(".find-count")
    assert ask(page, "of"), "a common word alone may be the beginning of another"
    some = ask(page, "washing zzyzx")
    assert some, "what has most of the words is shown"
    assert "No place has all the words" in page.inner_text(".find-count")
    page.close()
