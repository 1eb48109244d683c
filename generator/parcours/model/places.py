"""The other kinds with a page of their own: segments, channels, touchpoints, and the words of the home page."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from parcours.model.base import Document, Text, Texts
from parcours.model.hours import as_hours
from parcours.model.media import Pictures
from parcours.model.metric import Metrics


class Home(Document):
    """The words of the home page."""

    title: Text = ""


class Segment(Document):
    """A group of customers with one kind of behaviour; ``size`` is free text (``31 % of customers``)."""

    name: Text = ""
    size: Text = ""
    evidence: Texts = ()


def _spoken(value: object) -> object:
    return {"online": True, "offline": False}.get(value, value) if isinstance(value, str) else value


class Channel(Document):
    """A way the company and the customer meet. ``online`` is unknown when it is not said.

    ``hours`` is free text; what of it can be read as hours (``model/hours.py``) is also computed with.
    """

    name: Text = ""
    online: Annotated[bool | None, BeforeValidator(_spoken)] = Field(default=None)
    icon: Text = ""
    hours: Annotated[str, BeforeValidator(as_hours)] = ""


class Touchpoint(Document):
    """Where a stage crosses a channel."""

    name: Text = ""
    channel: Text = ""
    stage: Text = ""
    evidence: Texts = ()
    metrics: Metrics = ()
    images: Pictures = ()
