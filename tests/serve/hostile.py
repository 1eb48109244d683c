"""Requests that nobody honest makes, as a seed says: raw bytes for a web server's port."""

import random
from collections.abc import Callable
from urllib.parse import quote

DOTS = (
    "../",
    "..%2f",
    "%2e%2e/",
    "%2e%2e%2f",
    "..\\",
    "..%5c",
    "%252e%252e%252f",
    "..%c0%af",
    "....//",
    "..;/",
    "%c0%ae%c0%ae/",
)
TARGETS = (
    "secret.txt",
    "maps/parcours.yml",
    "parcours.yml",
    "etc/passwd",
    "proc/self/environ",
    "content/index.md",
    "x",
)
STARTS = ("/", "/assets/", "/theme/", "/_parcours/", "/journeys/buy-a-bike/", "//", "/assets/out.svg/", "/./", "/%2f")
METHODS = (
    "GET",
    "HEAD",
    "POST",
    "PUT",
    "DELETE",
    "PATCH",
    "OPTIONS",
    "TRACE",
    "CONNECT",
    "PROPFIND",
    "get",
    "G E T",
    "\x00",
)
RANGES = (
    "bytes=0-", "bytes=-1", "bytes=0-0", "bytes=5-2", "bytes=-", "bytes=a-b", "bytes=0-0,2-3", "items=0-1", "bytes",
    "bytes=99999999999999999999-", "bytes=" + ",".join(f"{n}-{n}" for n in range(500)), "bytes=--1", "bytes=0x1-2", "=",
)  # fmt: skip
HOSTS = (
    "evil.example",
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "",
    "[::1",
    "a" * 5000,
    "127.0.0.1@evil.example",
    "é",
)
ORIGINS = ("https://evil.example", "null", "http://127.0.0.1:1", "http://localhost.evil.example", "file://", "\x01")

Chance = random.Random


def request(
    method: str, target: str, *headers: str, host: str = "127.0.0.1", body: str = "", version: str = "1.1"
) -> bytes:
    """A request as it stands on the line; ``headers`` come after the host."""
    lines = (f"{method} {target} HTTP/{version}", f"Host: {host}", *headers, "", body)
    return "\r\n".join(lines).encode("utf-8", "surrogateescape")


def traversal(chance: Chance) -> bytes:
    return request("GET", chance.choice(STARTS) + chance.choice(DOTS) * chance.randrange(1, 9) + chance.choice(TARGETS))


def encoding(chance: Chance) -> bytes:
    odd = "".join(
        chance.choice(("%", "%0", "%zz", "%00", "%0d%0aX: y", "%ff", "é", "\udcff", "?", "#", ";", "%u002e", " "))
        for _ in range(9)
    )
    return request("GET", f"/{odd}/{quote(chance.randbytes(9))}")


def method(chance: Chance) -> bytes:
    return request(
        chance.choice(METHODS),
        chance.choice(("/", "*", "/_parcours/events", "http://evil.example/", "/assets/nora.svg")),
    )


def stranger(chance: Chance) -> bytes:
    origin = chance.choice(("", f"Origin: {chance.choice(ORIGINS)}", "Sec-Fetch-Site: cross-site"))
    return request("GET", "/", *filter(None, [origin]), host=chance.choice(HOSTS))


def two_hosts(chance: Chance) -> bytes:
    return request("GET", "/", "Host: evil.example") if chance.random() < 0.5 else b"GET / HTTP/1.1\r\n\r\n"


def huge_headers(chance: Chance) -> bytes:
    kind = chance.randrange(4)
    if kind == 0:
        return request("GET", "/", f"X: {'a' * chance.randrange(10_000, 300_000)}")
    if kind == 1:
        return request("GET", "/", *(f"X-{n}: {n}" for n in range(chance.randrange(100, 5000))))
    if kind == 2:
        return request("GET", "/" + "a" * chance.randrange(10_000, 300_000))
    return request("GET", "/", "X", ": y", " folded", "A\x00: b", "B: \x00", "C : d")


def part(chance: Chance) -> bytes:
    conditions = (
        'If-Range: "x"',
        "If-Range: Wed, 21 Oct 2015 07:28:00 GMT",
        "If-None-Match: *",
        'If-None-Match: ,,"',
        "X: y",
    )
    address = chance.choice(("/", "/assets/nora.svg", "/theme/map.css", "/_parcours/preview.js", "/none"))
    return request("GET", address, f"Range: {chance.choice(RANGES)}", chance.choice(conditions))


def body(chance: Chance) -> bytes:
    lengths = (
        "Content-Length: -1",
        "Content-Length: x",
        "Content-Length: 99999999999",
        "Content-Length: 5\r\nContent-Length: 6",
        "Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 4",
        "Transfer-Encoding: gzip, chunked",
        "Expect: 100-continue\r\nContent-Length: 3",
    )
    text = chance.choice(
        ("", "abc", "zz\r\n", "ffffffffffffffffff\r\n", "0\r\n\r\nGET /secret.txt HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
    )
    return request(chance.choice(("GET", "POST")), "/", chance.choice(lengths), body=text)


def upgrade(chance: Chance) -> bytes:
    kind = chance.choice(("websocket", "h2c", "TLS/1.0", "\x00"))
    key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13"
    return request("GET", "/_parcours/events", "Connection: Upgrade", f"Upgrade: {kind}", key)


def noise(chance: Chance) -> bytes:
    return chance.choice(
        (
            chance.randbytes(chance.randrange(2000)),
            b"\x16\x03\x01\x02\x00\x01\x00",
            b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            b"GET /\r\n",
            b"\r\n" * 1000,
            b"GET / HTTP/9.9\r\n\r\n",
            b"",
        )
    )


KINDS: tuple[Callable[[Chance], bytes], ...] = (
    traversal, traversal, encoding, method, stranger, two_hosts, huge_headers, part, body, upgrade, noise,
)  # fmt: skip


def hostile(chance: Chance) -> bytes:
    """One such request."""
    return chance.choice(KINDS)(chance)
