"""What is a site's own over any theme: its colours and fonts of ``parcours.yml``, as the first lines of ``own.css``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import quote

from parcours.model.brand import Shades
from parcours.model.settings import Settings
from parcours.theme.colour import TEXT, Colour, colour_of, contrast, least_contrast, mixed, readable, written
from parcours.theme.files import ThemeFiles

OWN = "own.css"
ROLES = ("accent", "moment")
"""The roles of a theme that a site may give its own colours, by the names of their tokens."""

_PAIR = re.compile(r"light-dark\((#\w{3,6}),\s*(#\w{3,6})\)")
_GROUNDS = ("--paper", "--sheet")
_USUAL = {"light": ("#ffffff",), "dark": ("#101418",)}
_MADE = 6.0  # the contrast of a shade made by us: enough to be read on a ground tinted with itself, too
_SOFT = (0.12, 0.09, 0.06, 0.03)
_LETTERS = (colour_of("#ffffff"), colour_of("#111111"))


@dataclass(frozen=True, slots=True)
class Shade:
    """A colour on one paper: the role it plays, which paper, how it is written (empty: made from the other one).

    ``ratio`` is the contrast of what is written with the ground there that it stands out from least, ``shown`` what can
    be read on that paper and is used.
    """

    role: str
    paper: str
    written: str
    ground: Colour
    ratio: float
    shown: Colour

    @property
    def faint(self) -> bool:
        """Whether what is written cannot be read on that paper."""
        return bool(self.written) and self.ratio < TEXT


def shades(settings: Settings, theme: ThemeFiles) -> tuple[Shade, ...]:
    """The site's own colours, each on light and on dark paper, with the contrast it has there."""
    tokens = theme.tokens
    return tuple(
        _shade(role, own, paper, tokens)
        for role in ROLES
        if (own := getattr(settings.colours, role)) is not None and (own.light or own.dark)
        for paper in ("light", "dark")
    )


def _shade(role: str, own: Shades, paper: str, tokens: Mapping[str, str]) -> Shade:
    said = own.light if paper == "light" else own.dark
    colour = colour_of(said or own.light or own.dark)
    grounds, least = _grounds(tokens, paper), TEXT if said else _MADE
    ground = min(grounds, key=lambda one: contrast(colour, one))
    return Shade(role, paper, said, ground, contrast(colour, ground), readable(colour, grounds, least))


def _grounds(tokens: Mapping[str, str], paper: str) -> tuple[Colour, ...]:
    """What texts stand on in a theme; white and nearly black where it does not say."""
    pairs = [_PAIR.fullmatch(tokens.get(name, "")) for name in _GROUNDS]
    found = tuple(pair[1 if paper == "light" else 2] for pair in pairs if pair)
    return tuple(map(colour_of, found or _USUAL[paper]))


def branded(theme: ThemeFiles, settings: Settings, fonts: Mapping[str, str]) -> ThemeFiles:
    """A theme in the site's own colours and fonts; ``fonts`` are the addresses of its files (``text``, ``headings``).

    What the project's own ``own.css`` says still wins.
    """
    lines = (*_faces(fonts), *_declared(shades(settings, theme), fonts, theme.tokens))
    if not lines:
        return theme
    own = "\n".join((*lines, "")).encode() + theme.static.get(OWN, b"")
    return replace(theme, static={**theme.static, OWN: own})


def _faces(fonts: Mapping[str, str]) -> Iterator[str]:
    for use, address in sorted(fonts.items()):
        url = "../" + quote(address)
        yield f'@font-face {{ font-family: "Own {use}"; src: url("{url}"); font-display: swap; }}'


def _declared(found: tuple[Shade, ...], fonts: Mapping[str, str], tokens: Mapping[str, str]) -> Iterator[str]:
    if stacks := " ".join(_stacks(fonts, tokens)):
        yield f":root {{ {stacks} }}"
    if own := " ".join(_tokens(found, tokens)):
        # As strong as a reader's choice of paper and the sheets for print, and silent where a system forces its own.
        yield f"@media (forced-colors: none) {{ :root[data-theme], :root {{ {own} }} }}"


def _tokens(found: tuple[Shade, ...], tokens: Mapping[str, str]) -> Iterator[str]:
    for light, dark in zip(found[::2], found[1::2], strict=True):
        name = f"--{light.role}"
        softs = [_soft(shade, _grounds(tokens, shade.paper)[-1]) for shade in (light, dark)]
        inks = [_ink(shade) for shade in (light, dark)]
        for part, (a, b) in {name: (light.shown, dark.shown), f"{name}-soft": softs, f"{name}-ink": inks}.items():
            yield f"{part}: light-dark({written(a)}, {written(b)});"


def _soft(shade: Shade, ground: Colour) -> Colour:
    """The ground with as much of the colour in it as lets the colour itself be read on it."""
    softs = [mixed(shade.shown, ground, share) for share in _SOFT]
    return next((soft for soft in softs if least_contrast(shade.shown, (soft,)) >= TEXT), ground)


def _ink(shade: Shade) -> Colour:
    """What is written on the colour itself."""
    return max(_LETTERS, key=lambda letters: least_contrast(letters, (shade.shown,)))


def _stacks(fonts: Mapping[str, str], tokens: Mapping[str, str]) -> Iterator[str]:
    text, headings = fonts.get("text"), fonts.get("headings")
    if text:
        yield f'--font-text: "Own text", {tokens.get("--font-text", "sans-serif")};'
    if headings or text:
        use = "headings" if headings else "text"
        yield f'--font-display: "Own {use}", {tokens.get("--font-display", "serif")};'
