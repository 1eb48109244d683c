"""The empathy map: six questions about one persona."""

from __future__ import annotations

from parcours.model.base import Record, Texts


class Empathy(Record):
    """What the persona sees, hears, thinks and feels, says and does, fears and hopes for."""

    sees: Texts = ()
    hears: Texts = ()
    thinks_feels: Texts = ()
    says_does: Texts = ()
    fears: Texts = ()
    hopes: Texts = ()

    def is_empty(self) -> bool:
        """Whether none of the six questions has an answer."""
        return not any((self.sees, self.hears, self.thinks_feels, self.says_does, self.fears, self.hopes))
