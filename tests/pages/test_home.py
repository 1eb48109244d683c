"""The home page: all journeys and personas of a small atlas, the first of a large one and the way to the others."""

from parcours.build.build import prepare
from parcours.pages.cards import FIRST_CARDS, MOST_CARDS
from tests.build.test_again import snapshot


def home_of(journeys: int) -> str:
    texts = {f"content/journeys/j{n:03}.md": f"---\ntitle: Journey {n}\n---\n" for n in range(journeys)}
    body = prepare(snapshot(texts)).file("index.html")
    assert body is not None
    return body.decode()


def test_a_small_atlas_shows_all() -> None:
    home = home_of(MOST_CARDS)
    assert home.count('class="card journey-card"') == MOST_CARDS
    assert 'class="all"' not in home


def test_a_large_atlas_shows_the_first_and_leads_to_all() -> None:
    home = home_of(MOST_CARDS + 1)
    assert home.count('class="card journey-card"') == FIRST_CARDS
    assert f'<a href="journeys/index.html">All {MOST_CARDS + 1} journeys</a>' in home


def test_the_name_of_a_site_is_not_said_twice() -> None:
    assert "<title>Parcours</title>" in home_of(1)
    titled = {"content/index.md": "---\ntitle: Our maps\n---\n", "parcours.yml": "site_name: Pedal\n"}
    body = prepare(snapshot(titled)).file("index.html")
    assert body is not None
    assert "<title>Our maps · Pedal</title>" in body.decode()
