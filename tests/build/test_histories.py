"""A slice of what ``make histories`` plays: edits, kills, spoilt caches, each time the site of a clean build."""

from tests.build.histories import edits_played, play


def test_a_history_of_edits_ends_like_a_clean_build() -> None:
    before = edits_played()
    play(examples=4, steps=12, seeded=0)
    assert edits_played() - before > 20
