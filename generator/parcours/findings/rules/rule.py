"""What a rule is: a name, a severity, and its words in both languages."""

from __future__ import annotations

from dataclasses import dataclass

from parcours.findings.finding import Severity


@dataclass(frozen=True, slots=True)
class Words:
    """A rule's texts in one language.

    ``message`` says what is wrong, ``help`` what to do about it, ``fix`` what to do when there is a suggestion (then
    ``{suggestion}`` is filled in). All are templates over the finding's values.
    """

    message: str
    help: str = ""
    fix: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: its code (``P301``) and name (``refs/unknown-persona``), both stable, its usual severity, its words.

    Its page, with a wrong and a right example, is ``docs/rules/<language>/<name>.md``.
    """

    code: str
    name: str
    severity: Severity
    en: Words
    fr: Words
