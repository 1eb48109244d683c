"""The state of the maps: what is advised, under the journey and the owner it is about."""

from parcours.build.build import build
from tests.build.test_again import FILES, bodies, snapshot

ADDRESS = "state/index.html"
UNOWNED = FILES | {"content/journeys/buy.md": FILES["content/journeys/buy.md"].replace("owner: Me\n", "")}


def state_of(files: dict[str, str]) -> str:
    return bodies(build(snapshot(files)))[ADDRESS].decode()


def test_advice_stands_under_its_journey() -> None:
    page = state_of(UNOWNED)
    _, _, after = page.partition('<a href="../journeys/buy/index.html">Buy</a>')
    assert "map/no-owner" in after
    assert "Nobody answers for it" in after or "no owner" in after.casefold()
    assert "map/no-owner" not in state_of(FILES)


def test_a_journey_with_an_owner_comes_first() -> None:
    files = UNOWNED | {"content/journeys/repair.md": FILES["content/journeys/repair.md"].replace("feeling: 4", "")}
    files["content/journeys/repair.md"] = files["content/journeys/repair.md"].replace("feeling: 3, ", "")
    page = state_of(files)
    assert page.index('repair/index.html">Repair') < page.index('buy/index.html">Buy')
    assert "map/no-feeling" in page


def test_what_is_switched_off_is_not_there() -> None:
    silent = FILES | {"parcours.yml": "site_name: Small\nrules: {map/*: off}\n"}
    assert "map/" not in state_of(silent).partition("<main")[2]
    without = build(snapshot(FILES | {"parcours.yml": "site_name: Small\nstate_page: false\n"}))
    assert ADDRESS not in without.made
    assert b"state/index.html" not in without.made["index.html"].body


def test_errors_are_no_advice() -> None:
    broken = FILES | {"content/journeys/buy.md": FILES["content/journeys/buy.md"].replace("[claire]", "[clara]")}
    assert "refs/" not in state_of(broken)
