"""A crawler: from one address to everything below it that a page or style sheet names, over HTTP."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import quote, urljoin, urlsplit

from tests.site.page import Page, urls_of_css


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: headers by their names in small letters."""

    status: int
    headers: Mapping[str, str]
    body: bytes


class Crawler:
    """Asks one server, over one connection."""

    def __init__(self, home: str) -> None:
        self.home = home
        self._connection = HTTPConnection(urlsplit(home).netloc, timeout=60)

    def close(self) -> None:
        """Hangs up."""
        self._connection.close()

    def ask(self, url: str, **headers: str) -> Answer:
        """One address; header names are written with underscores."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        parts = urlsplit(url)
        self._connection.request("GET", quote(parts.path, safe="/%"), headers=named)
        answer = self._connection.getresponse()
        body = answer.read()
        if answer.will_close:
            self._connection.close()
        return Answer(answer.status, {name.lower(): value for name, value in answer.getheaders()}, body)

    def crawl(self) -> dict[str, Answer]:
        """Everything that can be reached from the home page without leaving the site, by address."""
        answers: dict[str, Answer] = {}
        ahead = [self.home]
        while ahead:
            url = ahead.pop()
            if url in answers:
                continue
            answer = self.ask(url)
            answers[url] = answer
            named = (
                urlsplit(urljoin(url, one))._replace(query="", fragment="").geturl() for one in _named(url, answer)
            )
            ahead += [one for one in named if one.startswith(self.home)]
        return answers


def _named(url: str, answer: Answer) -> Iterator[str]:
    kind = answer.headers.get("content-type", "")
    if answer.status != 200:
        return
    if kind.startswith("text/html"):
        yield from (link.url for link in Page(url, answer.body.decode("utf-8")).links)
    elif kind.startswith("text/css"):
        yield from urls_of_css(answer.body.decode("utf-8"))
