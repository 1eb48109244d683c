"""What was drawn and compiled before, here or by an earlier process: what it is found under is all it depends on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jinja2.bccache import Bucket, BytecodeCache

from parcours.draw.diagram import Drawn, NotDrawn

DrawnBy = tuple[str, str, str]
"""The script, id and title of a diagram."""

CurveBy = tuple[tuple[float | None, ...], int]
"""The scores of a small curve, and whose it is."""

MOST_COMPILED = 600
"""Templates whose code is remembered, of some 20 kB each: those of all shipped themes, and some that were edited."""


class Compiled(BytecodeCache):
    """The code of templates by kind of environment and text of template; ``fresh`` is what was compiled here."""

    def __init__(self, known: dict[str, bytes] | None = None) -> None:
        """``known`` is the code of templates that were compiled before, by this Python and this Parcours."""
        self.known = known or {}
        self.fresh: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives a template the code it had."""
        name = _name(bucket)
        code = self.known.get(name) or self.fresh.get(name)
        if code:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Takes the code of a template."""
        self.fresh[_name(bucket)] = bucket.bytecode_to_string()
        if len(self.fresh) > MOST_COMPILED:
            del self.fresh[next(iter(self.fresh))]


def _name(bucket: Bucket) -> str:
    return f"{type(bucket.environment).__name__} {bucket.key} {bucket.checksum}"


@dataclass(frozen=True, slots=True)
class Fresh:
    """What was not in stock and had to be made: diagrams and small curves by what they are drawn from, templates."""

    drawn: Mapping[DrawnBy, Drawn | NotDrawn] = field(default_factory=dict[DrawnBy, Drawn | NotDrawn], repr=False)
    curves: Mapping[CurveBy, str] = field(default_factory=dict[CurveBy, str], repr=False)
    compiled: Mapping[str, bytes] = field(default_factory=dict[str, bytes], repr=False)

    def __or__(self, other: Fresh) -> Fresh:
        """What two processes made."""
        return Fresh(
            {**self.drawn, **other.drawn}, {**self.curves, **other.curves}, {**self.compiled, **other.compiled}
        )

    def __len__(self) -> int:
        """How many there are of all."""
        return len(self.drawn) + len(self.curves) + len(self.compiled)


@dataclass(frozen=True, slots=True)
class Stock:
    """Drawings by what they are drawn from, and compiled templates; all grow.

    ``refused`` tells why scripts that this process was asked for cannot be drawn.
    """

    drawn: dict[DrawnBy, Drawn | NotDrawn] = field(default_factory=dict[DrawnBy, Drawn | NotDrawn], repr=False)
    curves: dict[CurveBy, str] = field(default_factory=dict[CurveBy, str], repr=False)
    refused: dict[str, str] = field(default_factory=dict[str, str], repr=False)
    compiled: Compiled = field(default_factory=Compiled, repr=False)
