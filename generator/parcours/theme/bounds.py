"""Templates that somebody else has written end, whatever they say: so many turns of their loops and no more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, MutableMapping, Sized
from typing import Any, NoReturn, cast

from jinja2 import Template, nodes
from jinja2.visitor import NodeTransformer

from parcours.theme.swift import SwiftEnvironment

TURNS = 2_000_000
"""Turns that the loops of one page may take together: ten times what the largest atlas we know needs."""
LONGEST = 10_000_000
"""Characters or items that a product may have; digits of a number, in bits."""


class OutOfBounds(ValueError):
    """A template that does not end, or that makes something too large."""


class Endless(OutOfBounds):
    """A template that does not end; ``line`` is where, 0 as long as that is not known."""

    def __init__(self, message: str, line: int = 0) -> None:
        """Keeps the line beside the message."""
        super().__init__(message)
        self.line = line


class BoundedEnvironment(SwiftEnvironment):
    """Like Jinja's, for templates that are not ours. A template that went too far is not run again."""

    def __init__(self, **options: Any) -> None:
        """``options`` are those of Jinja's environment."""
        super().__init__(**options)
        self._left, self._page = TURNS, ""
        self._endless: dict[str, tuple[str, int]] = {}
        environment: Any = self
        environment.filters.update(_turns=self._turns, _product=_product, _power=_power)
        environment.globals["range"] = _range

    def get_template(
        self, name: str | Template, parent: str | None = None, globals: MutableMapping[str, Any] | None = None
    ) -> Template:
        """A template. Each page begins to count anew; raises OutOfBounds where the template has gone too far before."""
        if parent is None:
            self._page = str(name)
            if self._page in self._endless:
                raise Endless(*self._endless[self._page])
            self._left = TURNS
        return super().get_template(name, parent, globals)

    def handle_exception(self, source: str | None = None) -> NoReturn:
        """What went wrong, told in the template's own lines; who does not end is remembered."""
        try:
            super().handle_exception(source)
        except Endless as fault:
            # What it said and where, not itself: an error holds on to all that was there when it was raised.
            self._endless[self._page] = (str(fault), line_in_template(fault))
            raise

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        _Bounding().visit(tree)
        return tree

    def _turns(self, items: Iterable[Any]) -> Iterator[Any]:
        for item in items:
            self._left -= 1
            if self._left < 0:
                raise Endless(f"its loops do not end ({TURNS:,} turns)")
            yield item


def line_in_template(error: BaseException) -> int:
    """The line of the innermost template frame of a traceback (Jinja rewrites them to the template's own lines)."""
    line, trace = 1, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


class _Bounding(NodeTransformer):
    """Puts what counts between a loop and what it goes through, and in place of what can make large things."""

    def visit_For(self, node: nodes.For) -> nodes.For:  # noqa: N802 - Jinja's visitors are named so
        """A loop."""
        self.generic_visit(node)
        node.iter = _filtered(node.iter, "_turns")
        return node

    def visit_Mul(self, node: nodes.Mul) -> nodes.Filter:  # noqa: N802
        """``a * b``: of texts too."""
        self.generic_visit(node)
        return _filtered(node.left, "_product", node.right)

    def visit_Pow(self, node: nodes.Pow) -> nodes.Filter:  # noqa: N802
        """``a ** b``."""
        self.generic_visit(node)
        return _filtered(node.left, "_power", node.right)


def _filtered(node: nodes.Node, name: str, *arguments: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(cast("nodes.Expr", node), name, list(arguments), [], None, None, lineno=node.lineno)


def _product(left: Any, right: Any) -> Any:
    many, times = (right, left) if isinstance(left, int) else (left, right)
    if isinstance(times, int):
        if isinstance(many, int):
            _allow(many.bit_length() + times.bit_length())
        elif isinstance(many, Sized):
            _allow(len(many) * abs(times))
    return left * right


def _power(left: Any, right: Any) -> Any:
    if isinstance(left, int) and isinstance(right, int):
        _allow(left.bit_length() * abs(right))
    return left**right


def _range(*bounds: int) -> range:
    made = range(*bounds)
    _allow(max(0, (made.stop - made.start) // made.step))
    return made


def _allow(size: int) -> None:
    if size > LONGEST:
        raise OutOfBounds(f"it makes something too large ({size:,}; at most {LONGEST:,})")
