"""Jinja's templates, compiled to quicker code that gives the same bytes.

A page of a long journey calls hundreds of macros and writes thousands of values. What Jinja does for each of them for
the sake of contexts, coroutines and escaping that changes within a page, no template here needs.
"""

from __future__ import annotations

from collections.abc import Callable
from keyword import iskeyword
from typing import Any, cast

import markupsafe
from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame, optimizeconst
from jinja2.runtime import Macro, markup_join
from jinja2.utils import missing
from markupsafe import Markup, escape

_escaped: Callable[[str], str] = getattr(markupsafe, "_escape_inner", escape)
"""What escapes a text without making a Markup of it, where MarkupSafe has that."""


_marked = str.__new__
"""What makes a Markup of a text that is known to be one, without asking it first."""


class SwiftMacro(Macro):
    """A macro that hands its arguments on as they are where it is called in one of the usual ways."""

    def __init__(self, environment: Environment, func: Callable[..., str], *about: Any) -> None:
        """As Jinja makes it."""
        super().__init__(environment, func, *about)
        names = tuple(self.arguments)
        plain = not (self.caller or self.catch_kwargs or self.catch_varargs)
        self._body = func
        # By how many arguments come in order: the names of the others, and what stands for each that is not given.
        self._others = (
            tuple([(names[n:], (missing,) * (len(names) - n)) for n in range(len(names) + 1)]) if plain else ()
        )

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """What the macro writes; it was escaped as it was written."""
        if len(args) < len(self._others):
            names, absent = self._others[len(args)]
            if not kwargs:
                return _marked(Markup, self._body(*args, *absent))
            if kwargs.keys() <= set(names):
                return _marked(Markup, self._body(*args, *(kwargs.get(name, missing) for name in names)))
        return super().__call__(*args, **kwargs)


class _Generator(CodeGenerator):
    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("written, escaped, joined = environment.written, environment.escaped, environment.joined")
        self.writeline("read, Macro = environment.getattr, environment.macro")

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
        # Most often it is there, and Python's own getattr gives it; whatever else Jinja knows to do is for ``read``.
        self.write("(it if (it := getattr((of := ")
        self.visit(node.node, frame)
        self.write(f"), {node.attr!r}, missing)) is not missing else read(of, {node.attr!r}))")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("(escaped(it) if type(it := ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_post(node, frame, finalize)
        else:
            self.write(") is str else written(it))")

    @optimizeconst
    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super().visit_Concat(node, frame)
            return
        self.write("joined(")
        for number, part in enumerate(node.nodes):
            self.write(", " if number else "")
            self.visit(part, frame)
        self.write(")")


class SwiftEnvironment(Environment):
    """Like Jinja's; functions that templates call are not given its context."""

    code_generator_class = _Generator
    macro = SwiftMacro

    escaped = staticmethod(_escaped)

    @staticmethod
    def written(value: object) -> str:
        """A value that is no plain text, as it stands in the page."""
        return value if type(value) is Markup else escape(value)

    @staticmethod
    def joined(*parts: object) -> str:
        """Values one after the other (``~``)."""
        for part in parts:
            if type(part) is not str:
                return markup_join(parts)
        return "".join(cast("tuple[str, ...]", parts))
