"""Pictures and videos on personas, stages and steps."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from parcours.model.base import Record, Text, as_list, named


class Picture(Record):
    """A picture: ``src`` is a path below ``content/`` (or beside its page), ``alt`` says what it shows."""

    src: Text
    alt: Text = ""
    caption: Text = ""


PictureField = Annotated[Picture | None, named("src")]
"""One picture, written as a path or as ``{src, alt, caption}``."""

Pictures = Annotated[tuple[Annotated[Picture, named("src")], ...], BeforeValidator(as_list)]
"""Any number of pictures."""
