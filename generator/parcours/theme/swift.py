"""Jinja's templates, compiled to quicker code that gives the same bytes.

A page of a long journey calls hundreds of macros and writes thousands of values. What Jinja does for each of them for
the sake of contexts, coroutines and escaping that changes within a page, no template here needs.
"""

from __future__ import annotations

from collections.abc import Callable
from keyword import iskeyword
from typing import Any

import markupsafe
from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup, escape

_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
"""What escapes a text without making a Markup of it, where MarkupSafe has that."""


class SwiftMacro(Macro):
    """A macro that hands its arguments on as they are where it is called in one of the usual ways."""

    def __init__(self, environment: Environment, func: Callable[..., str], *about: Any) -> None:
        """As Jinja makes it."""
        super().__init__(environment, func, *about)
        self._body, self._names = func, tuple(self.arguments)
        self._plain = not (self.caller or self.catch_kwargs or self.catch_varargs)

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """What the macro writes; it was escaped as it was written."""
        names = self._names
        if self._plain:
            if len(args) == len(names) and not kwargs:
                return Markup(self._body(*args))  # noqa: S704
            if kwargs.keys() <= set(names[len(args) :]):
                return Markup(self._body(*args, *(kwargs.get(name, missing) for name in names[len(args) :])))  # noqa: S704
        return super().__call__(*args, **kwargs)


class _Generator(CodeGenerator):
    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("written, read, Macro = environment.written, environment.getattr, environment.macro")

    @optimizeconst
    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        if node.dyn_args or node.dyn_kwargs or forward_caller or any(iskeyword(one.key) for one in node.kwargs):
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for number, argument in enumerate((*node.args, *node.kwargs)):
            self.write(", " if number else "")
            self.visit(argument, frame)
        self.write(")")

    @optimizeconst
    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.write("read(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("written(")


class SwiftEnvironment(Environment):
    """Like Jinja's; functions that templates call are not given its context."""

    code_generator_class = _Generator
    macro = SwiftMacro

    @staticmethod
    def written(value: object) -> str:
        """A value as it stands in the page."""
        if type(value) is str:
            return _escaped(value)
        return value if type(value) is Markup else escape(value)
