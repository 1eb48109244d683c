"""What a plain scalar means: the core schema of YAML 1.2, so ``no``, ``on``, ``12:30`` and ``oui`` are texts."""

from __future__ import annotations

import re
from typing import Any

_INTEGER = re.compile(r"[-+]?[0-9]+\Z|0o[0-7]+\Z|0x[0-9a-fA-F]+\Z")
_DECIMAL = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\Z")
_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
LONGEST_NUMBER = 40
"""Characters; a longer run of digits is a text (a card number, a tracking code)."""


class WrittenInt(int):
    """A whole number that remembers how it was written: ``007``."""

    written: str

    def __reduce__(self) -> Any:
        """Pickles with the text it was read from."""
        return meaning, (self.written,)


class WrittenFloat(float):
    """A number that remembers how it was written: ``3.10``."""

    written: str

    def __reduce__(self) -> Any:
        """Pickles with the text it was read from."""
        return meaning, (self.written,)


def meaning(text: str) -> bool | int | float | str | None:
    """The value of a plain scalar."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if text[0] not in "+-.0123456789" or len(text) > LONGEST_NUMBER:
        return text
    if _INTEGER.match(text):
        whole = WrittenInt(text, 0) if text[:2] in ("0o", "0x") else WrittenInt(text)
        whole.written = text
        return whole
    if _DECIMAL.match(text):
        decimal = WrittenFloat(text)
        decimal.written = text
        return decimal if abs(decimal) != float("inf") else text
    return text
