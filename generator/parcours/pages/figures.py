"""Figures and dates in the words of a language."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from babel.dates import format_date, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal

FIGURE = "#,##0.##;\u2212#,##0.##"
"""At most two decimals; below zero a minus sign, which is as wide as a figure, not a hyphen."""


@lru_cache(maxsize=4096)
def day(date: dt.date | None, language: str) -> str:
    """A day in words (``1 September 2026``, ``1er septembre 2026``); empty when there is none."""
    if date is None:
        return ""
    # CLDR has no ordinal for the first of a month, which French writes.
    return format_date(date, "d'er' MMMM y" if language == "fr" and date.day == 1 else "d MMMM y", locale=language)


@lru_cache(maxsize=4096)
def number(value: float | str | None, language: str) -> str:
    """A figure as the language writes it (``3.5``, ``−3,5``); a text is left as it is, nothing is empty."""
    if value is None:
        return ""
    return value if isinstance(value, str) else format_decimal(value, FIGURE, locale=language)


def with_unit(value: float | str | None, unit: str, language: str) -> str:
    """A figure and its unit; no space before a percent sign in English, a narrow one in French."""
    text = number(value, language)
    if not unit or not text:
        return text
    if unit == "%" and language == "en":
        return f"{text}%"
    return f"{text}\u202f{unit}" if unit == "%" else f"{text}\u00a0{unit}"


def percent(share: float | None, language: str) -> str:
    """A share from 0 to 1 as a percentage."""
    return "" if share is None else with_unit(round(share * 100, 1), "%", language)


@lru_cache(maxsize=512)
def clock(minute: int, language: str) -> str:
    """A time of the day (minutes from midnight) as the language writes it: ``20:00``, ``20 h``."""
    hours, minutes = divmod(minute, 60)
    if language == "fr":
        return f"{hours}\u00a0h" + (f"\u00a0{minutes:02}" if minutes else "")
    return f"{hours}:{minutes:02}"


@lru_cache(maxsize=128)
def days(numbers: tuple[int, ...], language: str) -> str:
    """Days of the week (0 is Monday) in words."""
    names = get_day_names("wide", locale=language)
    return format_list([names[number] for number in numbers], locale=language)
