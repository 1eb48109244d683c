"""Office files, which are ZIP archives, made the same bytes at each run."""

from __future__ import annotations

import io
import re
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(</dcterms)")
_DAY = rb"\g<1>1980-01-01T00:00:00Z\2"


def steady(data: bytes) -> bytes:
    """An Office file, and the workbooks in it, without the time they were made at."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            body = made.read(name)
            if name == "docProps/core.xml":
                body = _STAMPS.sub(_DAY, body)
            elif name.endswith(".xlsx"):
                body = steady(body)
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(entry, body)
    return out.getvalue()
