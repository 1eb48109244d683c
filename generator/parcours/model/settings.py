"""``parcours.yml``: every key has a default."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from parcours.model.base import Language, Number, Record, Text, Texts, entries_of, no_truth
from parcours.model.brand import Colours, Fonts
from parcours.model.duration import Period
from parcours.model.flow import Share
from parcours.model.media import PictureField


class Scale(Record):
    """The scale feelings are written on, worst to best; compared on 1 to 5."""

    worst: Number = 1
    best: Number = 5

    def on_five(self, score: float) -> float:
        """A written score on the common scale of 1 (very bad) to 5 (very good)."""
        return 1 + 4 * (score - self.worst) / (self.best - self.worst)

    def from_five(self, score: float) -> float:
        """A score of the common scale of 1 to 5 as the writers of this site would put it."""
        return self.worst + (score - 1) * (self.best - self.worst) / 4

    def holds(self, score: float) -> bool:
        """Whether a written score lies on the scale and is a whole or a half."""
        return self.worst <= score <= self.best and float(score * 2).is_integer()

    def __str__(self) -> str:
        return f"{self.worst:g}..{self.best:g}"


def _scale(value: Any) -> Any:
    if not isinstance(value, str):
        entries = entries_of(value)
        ends = (entries.get("worst", 1), entries.get("best", 5)) if entries is not None else (0, 1)
        if all(isinstance(end, int | float) for end in ends) and not ends[0] < ends[1]:  # type: ignore[operator]
            raise PydanticCustomError("bad_scale", "not a scale")
        return value
    found = re.fullmatch(r"\s*(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)\s*", value)
    if not found or float(found[1]) >= float(found[2]):
        raise PydanticCustomError("bad_scale", "not a scale")
    return {"worst": float(found[1]), "best": float(found[2])}


class Review(Record):
    """How often maps are looked at again when they do not say so themselves."""

    every: Period = ""


class Versions(Record):
    """Which releases the site offers beside the present: revisions by ``names``, the ``last`` ones of git's ``tags``.

    ``tags`` is a pattern (``v*``). At most twenty are made: each costs a build of its own.
    """

    names: Texts = ()
    tags: Text = ""
    last: Annotated[int, BeforeValidator(no_truth), Field(ge=1)] = 3


class Remembering(Record):
    """What the site tells of its own past, where the project lies in git.

    ``names`` says whether people are named, ``people`` how: one name, or a team, for each author. Of each map the last
    ``states`` are looked at, so 1 tells of no change.
    """

    show: bool = True
    names: bool = True
    people: dict[Text, Text] = Field(default_factory=dict)
    states: Annotated[int, BeforeValidator(no_truth), Field(ge=1)] = 12


class Listening(Record):
    """How often one customer may be asked: at most ``limit`` requests in a ``period``."""

    limit: Annotated[int, BeforeValidator(no_truth), Field(ge=1)] | None = None
    period: Period = ""


Factor = Annotated[Number, Field(ge=0, le=9)]
"""What something counts for: 1 as it is, 0 not at all, up to 9 times."""


class GapWeights(Record):
    """How gaps are weighed: fall in feeling × share of customers × what a moment of truth and their kind count for.

    A fall counts from ``least_fall`` points on the scale of 1 to 5. Each other key is what a kind of gap counts for.
    """

    least_fall: Annotated[Number, Field(ge=0, le=4)] = 1
    moment_of_truth: Factor = 2
    device: Factor = 1
    channel: Factor = 1
    handover: Factor = 1
    quality: Factor = 1
    preference: Factor = 1
    unowned: Factor = 1
    dead_end: Factor = 1
    back_track: Factor = 1


class Measures(Record):
    """When a figure is to be doubted: older than ``stale_after``, or from fewer answers than ``smallest_sample``.

    With fewer than 30 answers the mean of a sample says little of the mean of all, whatever their spread: the usual
    rule of thumb from the central limit theorem.
    """

    stale_after: Period = "1 year"
    smallest_sample: Annotated[int, BeforeValidator(no_truth), Field(ge=1)] = 30


Level = Literal["error", "warning", "advice", "off"]
"""How much a rule matters to a project."""


def _everywhere(value: Any) -> Any:
    return {"": value} if isinstance(value, str) else value


Levels = Annotated[dict[Text, Level], BeforeValidator(_everywhere)]
"""How much a rule matters by folder; the empty folder is the whole project."""


class Settings(Record):
    """The settings of a site. A ``logo`` with words (``alt``) stands for the site's name, one without beside it.

    ``stamp`` prints date and version of the build on each page.

    ``rules`` gives a rule (``map/no-owner``), or a whole family (``map/*``), another severity, everywhere or folder by
    folder (``{content/journeys/drafts: off}``). A journey of which more than ``most_assumed`` is claimed without
    evidence is told so. ``state_page`` lists open advice on the site, ``print_page`` holds all
    maps (up to sixty) to be printed at once; ``robots`` says whether search engines may list the
    site; ``map_pictures`` puts each map beside its page as a picture to take away.
    """

    site_name: Text = ""
    description: Text = ""
    language: Language = "en"
    theme: Text = "cartouche"
    logo: PictureField = None
    colours: Colours = Colours()
    fonts: Fonts = Fonts()
    edit_url: Text = ""
    base_url: Text = ""
    diagrams: Literal["drawn", "source"] = "drawn"
    feeling_scale: Annotated[Scale, BeforeValidator(_scale)] = Scale()
    stamp: bool = False
    rules: dict[Text, Levels] = Field(default_factory=dict)
    most_assumed: Share = 0.5
    state_page: bool = True
    print_page: bool = True
    robots: Literal["all", "none"] = "all"
    map_pictures: bool = True
    review: Review = Review()
    history: Remembering = Remembering()
    versions: Versions = Versions()
    listening: Listening = Listening()
    gaps: GapWeights = GapWeights()
    measures: Measures = Measures()
