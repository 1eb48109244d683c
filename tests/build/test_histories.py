"""A slice of what ``make histories`` plays: edits, kills, spoilt caches, each time the site of a clean build."""

from tests.build.histories import Histories, play


def test_a_history_of_edits_ends_like_a_clean_build() -> None:
    before = Histories.played.total()
    play(examples=4, steps=12, seeded=0)
    assert Histories.played.total() - before > 20
