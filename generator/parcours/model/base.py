"""The common ground of all records: how texts, lists and dates are read."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import Annotated, Any, Literal, cast

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict
from pydantic_core import PydanticCustomError


class Record(BaseModel):
    """A frozen record read from front matter; a key it does not know is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def as_text(value: Any) -> Any:
    """A scalar as the text the writer typed (``007`` stays ``007``); anything else is left for the check to refuse."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(getattr(value, "written", value))
    return value.strip() if isinstance(value, str) else value


def items_of(value: object) -> Sequence[object] | None:
    """The items of a list or tuple; None for anything else."""
    return cast("Sequence[object]", value) if isinstance(value, list | tuple) else None


def entries_of(value: object) -> Mapping[str, object] | None:
    """The entries of a mapping; None for anything else."""
    return cast("Mapping[str, object]", value) if isinstance(value, (dict, Mapping)) else None


def no_truth(value: Any) -> Any:
    """``true`` is no figure, though Python counts with it. Raises a ``float_type`` error for it."""
    if isinstance(value, bool):
        raise PydanticCustomError("float_type", "not a number")
    return value


Number = Annotated[float, BeforeValidator(no_truth)]
"""A figure as it is written in a file."""


def as_list(value: Any) -> Any:
    """A single value as a list of one; nothing as an empty list."""
    if value is None:
        return ()
    items = items_of(value)
    return (value,) if items is None else items


def _without_empty(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(text for text in texts if text)


def as_date(value: Any) -> Any:
    """A day written year-month-day. Raises a ``bad_date`` error for anything else."""
    if value is None or isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value)) if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)) else _bad_date()
    except ValueError:
        return _bad_date()


def _bad_date() -> Any:
    raise PydanticCustomError("bad_date", "not a date")


def named(key: str) -> BeforeValidator:
    """Lets a record be written as one text: that text is its ``key``."""

    def fold(value: Any) -> Any:
        return {key: value} if isinstance(value, str | int | float) and not isinstance(value, bool) else value

    return BeforeValidator(fold)


def keyed(key: str, value_key: str) -> BeforeValidator:
    """Lets a list of records be written as a mapping of ``key`` to ``value_key`` (``{csat: 3.4}``)."""

    def fold(value: Any) -> Any:
        written = entries_of(value)
        if written is not None and key not in written:
            return tuple({key: name, value_key: inner} for name, inner in written.items())
        return as_list(value)

    return BeforeValidator(fold)


def _text(value: Any) -> Any:
    if type(value) is str:
        return value.strip()
    return "" if value is None else as_text(value)


Text = Annotated[str, BeforeValidator(_text)]
"""One text; empty when absent. Numbers are taken as they were written."""


def _said(text: str) -> str:
    if not text:
        raise PydanticCustomError("empty_value", "nothing stands here")
    return text


Needed = Annotated[Text, AfterValidator(_said)]
"""A text that must be there: without it the record means nothing."""

Texts = Annotated[tuple[Text, ...], BeforeValidator(as_list), AfterValidator(_without_empty)]
"""A list of texts; one text alone is a list of one."""

Date = Annotated[dt.date | None, BeforeValidator(as_date)]
"""A day, or nothing."""

Language = Literal["en", "fr"]
"""The languages of the interface; a page may be in another than the site."""


class Document(Record):
    """What every file of the content may say about itself."""

    lang: Language | None = None
    tags: Texts = ()
    owner: Text = ""
    reviewed: Date = None
    description: Text = ""
