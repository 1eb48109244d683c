"""The files of a theme, and how one theme lies over another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from parcours.source.text import digest_of
from parcours.theme.compact import compact

LANGUAGES = ("en", "fr")
_NAMED = re.compile(
    r"""\{%[-+]?\s*(?:extends|include|import|from)\b\s*"""
    r"""(?:(?P<quote>["'])(?P<name>[^"']+)(?P=quote)\s*(?=[-+]?%\}|import\b|as\b|ignore\b|with(?:out)?\b))?"""
)
"""A tag that names another template; without a name where that is an expression."""

TOKENS = ("tokens.css", "own.css")
"""The style sheets whose custom properties drawings take their colours and fonts from; the later wins."""

_ROOT = re.compile(r":root\s*\{([^{}]*)\}")
_DECLARED = re.compile(r"(--[\w-]+)\s*:\s*([^;]+)")


def template_path(theme: str, template: str) -> str:
    """Where a project keeps a template of its own for a theme."""
    return f"themes/{theme}/templates/{template}"


@dataclass(frozen=True, slots=True)
class ThemeFiles:
    """A theme: Jinja templates by name, static files by name, and for each language the TOML texts of its words.

    Of two texts with the same word the later one wins. ``own`` says that a project's own files are among them.
    """

    name: str
    templates: Mapping[str, str] = field(repr=False)
    static: Mapping[str, bytes] = field(repr=False)
    locales: Mapping[str, tuple[str, ...]] = field(repr=False)
    own: bool = False

    def over(self, base: ThemeFiles) -> ThemeFiles:
        """This theme laid over another: what it has wins, file by file and word by word.

        A template stays within reach under its theme's name, so that one laid over it can say only what differs:
        ``{% extends "cartouche/base.html" %}``.
        """
        below = {f"{base.name}/{name}": text for name, text in base.templates.items() if "/" not in name}
        return ThemeFiles(
            self.name,
            {**base.templates, **below, **self.templates},
            {**base.static, **self.static},
            {language: base.locales.get(language, ()) + self.locales.get(language, ()) for language in LANGUAGES},
            self.own or base.own,
        )

    @property
    def digest(self) -> str:
        """What identifies the templates, words and tokens."""
        return self.digest_with(self.templates)

    def digest_with(self, names: Iterable[str]) -> str:
        """What identifies some of the templates, the words, and the tokens where drawings stand alone.

        Pages and drawings made with others are made again.
        """
        texts = [f"{name}\0{self.templates.get(name, '')}" for name in sorted(names)]
        words = [f"{language}\0{text}" for language in LANGUAGES for text in self.locales.get(language, ())]
        if any("alone(" in text for text in texts):
            words += [f"{name}\0{value}" for name, value in sorted(self.tokens.items())]
        return digest_of("\0\0".join((*texts, *words)).encode())

    def used_by(self, name: str) -> frozenset[str]:
        """A template and all that it extends, includes or imports; every one where it names one by an expression."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            one = waiting.pop()
            if one not in found:
                found.add(one)
                for written in _NAMED.finditer(self.templates.get(one, "")):
                    if not written["name"]:
                        return frozenset(self.templates)
                    waiting.append(written["name"])
        return frozenset(found)

    @property
    def tokens(self) -> Mapping[str, str]:
        """The custom properties that the theme's style sheets give to ``:root``, by name."""
        sheets = [compact(name, self.static[name]).decode("utf-8", "replace") for name in TOKENS if name in self.static]
        blocks = [block for sheet in sheets for block in _ROOT.findall(sheet)]
        return {name: value.strip() for block in blocks for name, value in _DECLARED.findall(block)}
