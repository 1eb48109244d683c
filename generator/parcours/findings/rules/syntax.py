"""Rules: syntax."""

from __future__ import annotations

from parcours.findings.rules.rule import Rule

RULES: tuple[Rule, ...] = ()
