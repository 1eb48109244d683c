"""The crawler finds what it is there to find: each fault, in a small site made for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.site import crawl
from tests.site.crawl import POLICY, Site
from tests.site.page import Page

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}"><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="{up}a.css"><title>T</title>{head}</head><body><h1 id="h">T</h1>{body}</body></html>"""


def page(body: str, *, head: str = "", up: str = "", policy: str = POLICY) -> str:
    return PAGE.format(body=body, head=head, up=up, policy=policy)


WHOLE = {
    "index.html": page('<a href="b/index.html#h">b</a> <a href="https://example.org/">far</a> <a href="#h">here</a>'),
    "b/index.html": page('<img src="../pic.svg" alt=""><svg><a href="../index.html"></a></svg>', up="../"),
    "404.html": page('<a href="index.html">home</a>'),
    "a.css": "@font-face { src: url('f.woff2') } /* url(/old.png) */ p { background: url(data:image/png;base64,AA==) }",
    "f.woff2": "",
    "pic.svg": '<svg xmlns="http://www.w3.org/2000/svg"><g id="a"/><path fill="url(#a)"/></svg>',
}


def site(tmp_path: Path, changed: Mapping[str, str]) -> Site:
    for address, text in {**WHOLE, **changed}.items():
        (tmp_path / address).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / address).write_text(text, encoding="utf-8")
    return Site.of(tmp_path)


SITE_CHECKS = (crawl.broken, crawl.outside, crawl.unreachable, crawl.impure_pictures)
PAGE_CHECKS = (crawl.repeated_ids, crawl.dangling_references, crawl.unnamed, crawl.lax)


def test_nothing_to_say_about_a_whole_site(tmp_path: Path) -> None:
    whole = site(tmp_path, {})
    assert [fault for check in SITE_CHECKS for fault in check(whole)] == []
    assert [fault for check in PAGE_CHECKS for one in whole.pages.values() for fault in check(one)] == []


@pytest.mark.parametrize(
    ("check", "changed"),
    [
        (crawl.broken, {"404.html": page('<a href="c/index.html">c</a>')}),
        (crawl.broken, {"404.html": page('<a href="b/">a folder</a>')}),
        (crawl.broken, {"404.html": page('<a href="b/index.html#nowhere">b</a>')}),
        (crawl.broken, {"404.html": page('<a href="/index.html">root</a>')}),
        (crawl.broken, {"404.html": page('<a href="../site/index.html">up</a>')}),
        (crawl.broken, {"404.html": page('<a href="Index.html">case</a>')}),
        (crawl.broken, {"404.html": page('<img srcset="pic.svg 1x, big.svg 2x" src="pic.svg" alt="">')}),
        (crawl.broken, {"404.html": page('<svg><use href="#gone"/></svg>')}),
        (crawl.broken, {"404.html": page('<svg><path fill="url(#gone)"/></svg>')}),
        (crawl.broken, {"pic.svg": '<svg xmlns="http://www.w3.org/2000/svg"><a href="b/index.html#gone"/></svg>'}),
        (crawl.broken, {"a.css": "p { background: url(../gone.png) }"}),
        (crawl.outside, {"404.html": page("", head='<script src="https://example.org/x.js"></script>')}),
        (crawl.outside, {"404.html": page('<img src="//example.org/x.png" alt="">')}),
        (crawl.outside, {"404.html": page('<svg><image xlink:href="https://example.org/x.png"/></svg>')}),
        (crawl.outside, {"404.html": page('<a href="javascript:alert(1)">x</a>')}),
        (crawl.outside, {"a.css": '@import "https://example.org/x.css";'}),
        (crawl.unreachable, {"c.html": page("")}),
        (crawl.impure_pictures, {"pic.svg": "<svg><g></svg>"}),
        (crawl.impure_pictures, {"pic.svg": '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'}),
        (crawl.impure_pictures, {"pic.svg": '<svg><use href="other.svg#a"/></svg>'}),
        (crawl.impure_pictures, {"pic.svg": '<svg><path fill="url(https://example.org/x.svg#a)"/></svg>'}),
    ],
)
def test_a_fault_of_the_site_is_found(
    tmp_path: Path, check: Callable[[Site], list[str]], changed: Mapping[str, str]
) -> None:
    assert len(check(site(tmp_path, changed))) == 1


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (crawl.repeated_ids, page('<p id="h">again</p>')),
        (crawl.dangling_references, page('<p aria-labelledby="h gone">x</p>')),
        (crawl.unnamed, page("").replace(' lang="en"', "")),
        (crawl.unnamed, page("").replace("<title>T</title>", "<title> </title>")),
        (crawl.unnamed, page("<h1>two</h1>")),
        (crawl.lax, page("", policy="default-src 'self'")),
        (crawl.lax, page("").replace('http-equiv="Content-Security-Policy"', 'name="x"')),
        (crawl.lax, page("").replace('<meta charset="utf-8">', '<link rel="icon" href="pic.svg">')),
        (crawl.lax, page('<p style="color:red">x</p>')),
        (crawl.lax, page("<svg><style>p{}</style></svg>")),
        (crawl.lax, page('<p onclick="x()">x</p>')),
        (crawl.lax, page("<script>x()</script>")),
        (crawl.lax, page('<a href=" JavaScript:x()">x</a>')),
    ],
)
def test_a_fault_of_a_page_is_found(tmp_path: Path, check: Callable[[Page], list[str]], text: str) -> None:
    assert len(check(site(tmp_path, {"404.html": text}).pages["404.html"])) == 1
