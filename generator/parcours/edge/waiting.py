"""What a browser shows while a large project is still being read; the page itself follows without anybody's doing."""

from __future__ import annotations

from html import escape

from babel.numbers import format_decimal

from parcours.build.settings import read_settings
from parcours.build.snapshot import Snapshot
from parcours.edge.kept import FEWEST

WAITING = "waiting"
"""What stands for the mark of a page that is not there yet."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"
)
WORDS = {
    "en": (
        "{count} texts are being read.",
        "The page comes by itself as soon as they are.",
        "What is missing here comes by itself.",
    ),
    "fr": (
        "Lecture de {count} textes.",
        "La page vient d’elle-même dès qu’ils sont lus.",
        "Ce qui manque ici vient de lui-même.",
    ),
}
_PAGE = """<!doctype html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{title}</title>
<noscript><meta http-equiv="refresh" content="2"></noscript>
</head>
<body class="parcours-waiting">
<main role="status"><h1>{title}</h1><p>{reading}</p><p>{comes}</p></main>
</body>
</html>
"""
_AGAIN = b'<noscript><meta http-equiv="refresh" content="5"></noscript>'
"""What brings the rest to who has no scripts; there is time to read in between."""


def is_long_in_coming(snapshot: Snapshot) -> bool:
    """Whether a project is so large that who asks for a page should see something before it is read."""
    return len(snapshot.sources) >= FEWEST


def waiting_page(snapshot: Snapshot) -> bytes:
    """What is shown until a project has been read, in its language."""
    language, title, reading, comes, _ = _words(snapshot)
    told = {"title": title, "reading": reading, "comes": comes}
    return _PAGE.format(lang=language, policy=POLICY, **told).encode()


def with_notice(page: bytes, snapshot: Snapshot) -> bytes:
    """A page made from a few texts of a project, which says that the rest is being read."""
    language, _, reading, _, missing = _words(snapshot)
    notice = f'<p class="parcours-reading" lang="{language}" role="status">{reading} {missing}</p>'
    rest, end, after = page.replace(b"</head>", _AGAIN + b"</head>", 1).rpartition(b"</body>")
    return rest + notice.encode() + end + after if end else page


def _words(snapshot: Snapshot) -> tuple[str, str, str, str, str]:
    """The language of a project, its name, and what there is to say while it is read."""
    settings, _ = read_settings(snapshot)
    language = settings.language if settings.language in WORDS else "en"
    reading, comes, missing = WORDS[language]
    count = format_decimal(len(snapshot.sources), locale=language)
    return language, escape(settings.site_name or "Parcours"), reading.format(count=count), comes, missing
