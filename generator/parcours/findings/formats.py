"""The forms in which findings leave for other programs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from parcours.findings.as_github import as_github
from parcours.findings.as_gitlab import as_gitlab
from parcours.findings.as_json import as_json
from parcours.findings.as_junit import as_junit
from parcours.findings.as_sarif import as_sarif
from parcours.findings.finding import Finding

FORMATS: Mapping[str, Callable[[Iterable[Finding], str], str]] = MappingProxyType(
    {"json": as_json, "sarif": as_sarif, "github": as_github, "gitlab": as_gitlab, "junit": as_junit}
)
"""From findings and a language to the whole text of a report, by the format's name."""
