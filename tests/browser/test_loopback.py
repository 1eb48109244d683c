"""The tests' own web server gives the folder at its prefix and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.loopback import Served


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/deep/", 200),
        ("/deep/index.html", 200),
        ("/deep/b%20c/index.html#x", 200),
        ("/deep/b%20c", 404),
        ("/deep", 404),
        ("/", 404),
        ("/index.html", 404),
        ("/deep/../secret.html", 404),
        ("/deep/%2e%2e/secret.html", 404),
        ("/deep//etc/passwd", 404),
    ],
)
def test_the_folder_and_nothing_else(
    path: str, status: int, tmp_path: Path, serve_folder: Callable[..., Served]
) -> None:
    for name in ("site/index.html", "site/b c/index.html", "secret.html"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(name, encoding="utf-8")
    at = serve_folder(tmp_path / "site", "/deep/")
    connection = HTTPConnection(urlsplit(at.url).netloc)
    connection.request("GET", path)
    assert connection.getresponse().status == status
    connection.close()
    assert len(at.refused) == (status == 404)
