"""Answers over HTTP that browsers may keep, ask for again, or ask a part of (RFC 9110)."""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from starlette.datastructures import Headers
from starlette.responses import FileResponse, Response
from starlette.types import Receive, Scope, Send

ALWAYS = {
    "Cache-Control": "no-cache",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Accept-Ranges": "bytes",
}
"""Kept only to be asked for again; never guessed at, never shown by another site."""
RANGE = re.compile(r"\s*bytes\s*=\s*(?P<first>[0-9]{0,18})\s*-\s*(?P<last>[0-9]{0,18})\s*", re.IGNORECASE)


def answer(body: bytes, kind: str, tag: str, method: str, headers: Headers) -> Response:
    """The answer to a request for some bytes of a media type, which ``tag`` identifies."""
    own = {**ALWAYS, "ETag": f'"{tag}"'}
    if _has(headers, own["ETag"]):
        return Response(status_code=304, headers=own)
    part = _part(headers, len(body), own["ETag"], method)
    if part is None:
        return Response(body, headers=own, media_type=kind)
    return _refused(len(body), own) if not part else _of(body, part, kind, own)


class PartialFile(FileResponse):
    """A file, or the part of it that was asked for and found to be in it."""

    def __init__(self, path: Path, status: os.stat_result, part: range | None) -> None:
        """``part`` are the positions of the bytes to send; None for all."""
        super().__init__(path, headers=ALWAYS, stat_result=status)
        self.part = part

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Sends it; what the request itself says of ranges has been weighed already."""
        told = [(name, value) for name, value in scope["headers"] if name not in (b"range", b"if-range")]
        if self.part is not None:
            told.append((b"range", f"bytes={self.part.start}-{self.part.stop - 1}".encode()))
        await super().__call__({**scope, "headers": told}, receive, send)


def answer_with_file(path: Path, root: Path, method: str, headers: Headers) -> Response | None:
    """The answer to a request for a file on disk; None where it is not a file (any more), or leads out of ``root``.

    Asks the disk: not for the thread that serves.
    """
    try:
        real = path.resolve(strict=True)
        status = real.stat()
    except (OSError, RuntimeError):
        return None
    if not real.is_relative_to(root) or not stat.S_ISREG(status.st_mode) or not os.access(real, os.R_OK):
        return None
    whole = PartialFile(real, status, None)
    tag = whole.headers["etag"]
    if _has(headers, tag):
        return Response(status_code=304, headers={**ALWAYS, "ETag": tag})
    part = _part(headers, status.st_size, tag, method)
    if part is not None and not part:
        return _refused(status.st_size, {**ALWAYS, "ETag": tag})
    return PartialFile(real, status, part) if part else whole


def _has(headers: Headers, tag: str) -> bool:
    """Whether who asks says that they have this already."""
    asked = ",".join(headers.getlist("if-none-match"))
    return asked.strip() == "*" or tag in (one.strip().removeprefix("W/") for one in asked.split(","))


def _part(headers: Headers, size: int, tag: str, method: str) -> range | None:
    """The positions that are asked for: None for all of them, empty for none that exist.

    A range that makes no sense, of another unit, or of several parts is as if it had not been asked for.
    """
    asked = RANGE.fullmatch(headers.get("range", ""))
    condition = headers.get("if-range")
    if method != "GET" or asked is None or (condition is not None and condition != tag):
        return None
    first, last = asked["first"], asked["last"]
    if not first:
        return range(max(0, size - int(last)), size) if last else None
    if last and int(last) < int(first):
        return None
    return range(int(first), min(int(last) + 1, size) if last else size) if int(first) < size else range(0)


def _refused(size: int, headers: dict[str, str]) -> Response:
    return Response(status_code=416, headers={**headers, "Content-Range": f"bytes */{size}"})


def _of(body: bytes, part: range, kind: str, headers: dict[str, str]) -> Response:
    told = {**headers, "Content-Range": f"bytes {part.start}-{part.stop - 1}/{len(body)}"}
    return Response(body[part.start : part.stop], 206, headers=told, media_type=kind)
