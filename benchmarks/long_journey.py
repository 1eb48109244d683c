"""A project of one long journey: as many steps as wanted, two personas, fourteen lanes, a blueprint below them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

PLACES = (("website", "mobile"), ("website", "laptop"), ("live chat", "laptop"), ("phone", "mobile"), ("shop", ""))
ACTIONS = (
    "Looks for offers on the train home",
    "Compares three contracts side by side",
    "Asks whether the old supplier must be told",
    "Calls to check one clause",
    "Goes to the shop with last year's invoice",
    "Uploads a proof of address",
    "Signs, and looks for the date in small print",
    "Waits for the technician between 8 and 12",
)
THOUGHTS = ("Is this the price I will really pay?", "Why the same document twice?", "That was simpler than I feared.")
PAINS = ("Everything typed again on the laptop", "No word between order and appointment", "Eight minutes of music")
IDEAS = ("Keep the basket across devices", "Show the wait before the call", "One named adviser a file")
SAID = ("I had it all filled in, and then I was someone else again.", "She rang back. Nobody rings back.")
FRONT = ("Adviser opens the file", "Chat answers within two minutes", "Technician rings ahead")
BACK = ("Checks the meter number", "Blocks a slot in the planning", "Prices the offer by hand")
SYSTEMS = ("CRM", "Planning", "Billing")
SCORES = (4, 3, 2, 1.5, 3, 4.5, 5, 2.5, 3.5)


def write_long_journey(folder: Path, stages: int, each: int) -> None:
    """Writes a project whose only journey, ``long``, has ``stages`` stages of ``each`` steps."""
    journey = {
        "title": "Moving the contract to a new home",
        "personas": ["amara", "george"],
        "scenario": "Two households move in the same month; one lives on the phone, the other goes to the shop.",
        "goal": "Light and heating on the first evening",
        "owner": "Customer experience",
        "status": "validated",
        "tags": ["energy", "moving"],
        "stages": [
            {
                "name": ("Enquiry", "Comparison", "Purchase", "Installation", "First bill", "Support", "Loyalty")[
                    at % 7
                ],
                "goal": "Know the whole price before signing",
                "steps": [_step(at * each + step, at, step) for step in range(each)],
            }
            for at in range(stages)
        ],
    }
    _write(folder / "parcours.yml", "site_name: Measured\n")
    for id_, name in (("amara", "Amara Diallo"), ("george", "George Whitfield")):
        _write_page(folder / f"content/personas/{id_}.md", {"name": name, "occupation": "Night-shift nurse"})
    _write_page(folder / "content/journeys/long.md", journey)


def _step(n: int, stage: int, step: int) -> dict[str, Any]:
    channel, device = PLACES[n * 3 // 4 % len(PLACES)]
    found: dict[str, Any] = {
        "id": f"s{stage + 1}-{step + 1}",
        "action": _of(ACTIONS, n),
        "channel": channel,
        "device": device,
        "thinking": _of(THOUGHTS, n),
        "feeling": {"amara": _of(SCORES, n), "george": _of(SCORES, n * 2 + 3)},
        "pain_points": [_of(PAINS, n)] if n % 3 else [],
        "opportunities": [{"title": _of(IDEAS, n), "impact": 4, "effort": 2, "status": "planned"}] if n % 2 else [],
        "evidence": [f"interview-{n % 6 + 1:02}"],
        "frontstage": [_of(FRONT, n)],
        "backstage": [_of(BACK, n)],
        "support": [_of(SYSTEMS, n)] if n % 2 else [],
        "owner": "Sales" if n % 2 else "Operations",
    }
    if n % 3 == 0:
        found["quote"] = {"text": _of(SAID, n), "from": "interview-01"}
    if n % 4 == 0:
        found["motivation"] = "The lease begins on the first"
    if n % 6 == 5:
        found |= {"moment_of_truth": True, "metrics": [{"name": "CSAT", "value": 3.4, "target": 4, "sample": 212}]}
        found["survey"] = {"channel": "email", "subject": "Effort", "indicators": ["CES"], "recurrence": "once"}
    return {key: value for key, value in found.items() if value not in ("", [])}


def _of(texts: Sequence[Any], n: int) -> Any:
    return texts[n % len(texts)]


def _write_page(path: Path, front: dict[str, Any]) -> None:
    _write(path, f"---\n{json.dumps(front, ensure_ascii=False, indent=1)}\n---\n\nDrawn from twelve interviews.\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
