"""What the page of the state of the maps shows: open advice, by owner and journey."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.pages.view import Frame, Hyperlink


@dataclass(frozen=True, slots=True)
class AdviceRow:
    """One open piece of advice: which rule gives it, in words, what to do, and the page or step it speaks of."""

    rule: str
    message: str
    help: str
    about: Hyperlink


@dataclass(frozen=True, slots=True)
class AdviceGroup:
    """The open advice about one journey and who answers for it; about all other pages where ``journey`` is None."""

    journey: Hyperlink | None
    owner: Hyperlink | None
    rows: tuple[AdviceRow, ...]


@dataclass(frozen=True, slots=True)
class StatePage:
    """The state of the maps: open advice by owner and journey. ``sound`` are the journeys with nothing open."""

    frame: Frame
    count: int
    groups: tuple[AdviceGroup, ...]
    sound: tuple[Hyperlink, ...]
