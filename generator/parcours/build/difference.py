"""The one file that shows a difference."""

from __future__ import annotations

from parcours.diff.difference import Difference
from parcours.diff.telling import Telling
from parcours.link.atlas import Atlas
from parcours.pages.difference import difference_page
from parcours.theme.compact import compact
from parcours.theme.engine import STATIC, Engine
from parcours.theme.files import ThemeFiles
from parcours.theme.one_file import one_file


def difference_file(telling: Telling, found: Difference, a: Atlas, b: Atlas, theme: ThemeFiles, language: str) -> str:
    """A page in a theme, with everything it needs in it. Raises TemplateFault where the theme has a mistake."""
    page = difference_page(telling, found, a, b, language)
    static = {f"{STATIC}/{name}": compact(name, data) for name, data in theme.static.items()}
    return one_file(Engine(theme, b.settings).render(page).decode("utf-8"), static)
