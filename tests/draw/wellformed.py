"""What every SVG we emit must be: well-formed, of known bytes, and fit for the policy ``style-src 'self'``."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET


def parsed(svg: str) -> ET.Element:
    """The SVG's root, after checking that it is XML without style, script or foreign address, its ids unique."""
    svg.encode("utf-8")
    assert not re.search(r'[ ,("]-0[ ,)"]', svg)
    root = ET.fromstring(svg)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    ids = [node.get("id") for node in root.iter() if "id" in node.attrib]
    assert len(ids) == len(set(ids))
    for node in root.iter():
        name = node.tag.rpartition("}")[2]
        assert name not in {"style", "script", "foreignObject", "image"}
        assert name != "use" or (node.get("href") or "").startswith("#")
        assert "style" not in node.attrib
        assert not any(key.lower().startswith("on") or "}" in key for key in node.attrib)
        assert not any("url(" in value for key, value in node.attrib.items() if key not in {"href", "data-id"})
    for reference in ("aria-labelledby", "aria-describedby"):
        assert root.get(reference) is None or root.get(reference) in ids
    return root


def texts(root: ET.Element) -> str:
    """Everything the drawing says, without white space."""
    return "".join("".join(root.itertext()).split())
