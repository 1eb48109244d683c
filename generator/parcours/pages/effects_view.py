"""What the page of a journey shows of figures before and after it changed."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.pages.past_view import ChangeView
from parcours.pages.view import Hyperlink


@dataclass(frozen=True, slots=True)
class EffectView:
    """A metric of a step before and after a change: figures ready to print, samples empty where they are not known.

    ``rows`` counts the metrics of the same change on the first of them, and is 0 on the others. ``verdict`` is as
    ``Effect`` has it; ``better`` is ``better`` or ``worse`` where that is beyond chance, and beyond doubt for this
    metric, else empty. ``p`` is the probability in words, empty without a test.
    """

    rows: int
    step: Hyperlink
    day: str
    changes: tuple[ChangeView, ...]
    metric: str
    before: str
    before_sample: str
    after: str
    after_sample: str
    difference: str
    verdict: str
    better: str
    p: str
