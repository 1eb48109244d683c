"""A made-up project of any size: the same seed and size give the same bytes."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

SEED = 2026
FIRST_NAMES = "Amélie Brian Chloé Daniel Élodie Frank Grace Hélène Inès Julia Kévin Liam Martha Noémie Océane".split()
OCCUPATIONS = ("Night-shift nurse", "Retired teacher", "Fleet manager", "First-year student", "Café owner")
SEGMENTS = ("loyal-households", "first-time-buyers", "time-poor-professionals")
CHANNELS = ("website", "mobile-app", "shop", "phone", "email", "live-chat", "letter")
STAGES = ("Enquiry", "Comparison", "Purchase", "Installation", "Support")
ACTIONS = (
    "Compares three offers side by side",
    "Calls to check a clause",
    "Reads reviews on the train home",
    "Waits for the technician between 8 and 12",
    "Opens the first invoice and looks for the discount",
    "Uploads a proof of address from a phone",
)
THOUGHTS = ("Is this the price I will really pay?", "Why the same document twice?", "That was simpler than I feared.")
PAINS = ("The same data entered on a second device", "No confirmation after payment", "Eight minutes of hold music")
IDEAS = ("Keep the basket across devices", "Show the wait before the call", "One named adviser a file")
SENTENCES = (
    "Customers who change device here lose their place, and half of them do not come back.",
    "The letter and the site gave *two different dates*, which nobody could explain.",
    "Interviews say **one named adviser** matters more than a quick answer.",
    "What looks like a price problem is mostly a problem of trust.",
)
PHRASES = (
    "Qui change d’appareil perd sa place, et la moitié ne revient pas.",
    "Le courrier et le site donnaient *deux dates différentes*, que personne n’expliquait.",
    "Les entretiens le disent : **un seul conseiller** compte plus qu’une réponse rapide.",
    "Ce qui ressemble à une question de prix est surtout une question de confiance.",
)


def write_corpus(folder: Path, journeys: int, seed: int = SEED, *, bilingual: bool = True) -> None:
    """Writes a project of ``journeys`` journeys and a fifth as many personas into an empty folder.

    Journeys have 5 to 40 steps; every other one is in French, unless all are to be in English.
    """
    chance = random.Random(f"{seed}/{journeys}")
    personas = [f"persona-{number:04}" for number in range(max(3, journeys // 5))]
    _write(folder / "parcours.yml", "site_name: Benchmark\nlanguage: en\n")
    for name in personas:
        _write_page(folder / "content" / "personas" / f"{name}.md", _persona(chance), _prose(chance, personas, 1))
    for number in range(journeys):
        path = folder / "content" / "journeys" / f"journey-{number:04}.md"
        french = bilingual and number % 2 == 1
        sentences = PHRASES if french else SENTENCES
        _write_page(path, _journey(chance, number, personas, french=french), _prose(chance, personas, 3, sentences))


def _persona(chance: random.Random) -> dict[str, Any]:
    return {
        "name": chance.choice(FIRST_NAMES),
        "segment": chance.choice(SEGMENTS),
        "age": chance.randint(19, 78),
        "occupation": chance.choice(OCCUPATIONS),
        "quote": chance.choice(THOUGHTS),
        "goals": chance.sample(IDEAS, 2),
        "frustrations": chance.sample(PAINS, 2),
        "channels": chance.sample(CHANNELS, 3),
        "empathy": {"sees": [chance.choice(ACTIONS)], "fears": [chance.choice(PAINS)], "hopes": [chance.choice(IDEAS)]},
    }


def _journey(chance: random.Random, number: int, personas: Sequence[str], *, french: bool) -> dict[str, Any]:
    taken = chance.sample(personas, 2)
    return {
        "title": f"Parcours {number:04} : un contrat" if french else f"Journey {number:04}: a new contract",
        "lang": "fr" if french else "en",
        "personas": taken,
        "scenario": chance.choice(PHRASES if french else SENTENCES),
        "goal": "Know the whole price before signing",
        "owner": "Customer experience",
        "status": chance.choice(("draft", "reviewed", "validated")),
        "tags": chance.sample(("energy", "home", "moving", "price"), 2),
        "stages": [
            {"name": name, "steps": [_step(chance, f"s{at}-{step}", taken) for step in range(chance.randint(1, 8))]}
            for at, name in enumerate(STAGES)
        ],
    }


def _step(chance: random.Random, name: str, personas: Sequence[str]) -> dict[str, Any]:
    idea = chance.choice(IDEAS)  # told alike wherever it is told: two that disagree are a finding
    return {
        "id": name,
        "action": chance.choice(ACTIONS),
        "channel": chance.choice(CHANNELS),
        "device": chance.choice(("mobile", "desktop")),
        "thinking": chance.choice(THOUGHTS),
        "feeling": {persona: chance.randint(2, 10) / 2 for persona in personas},
        "pain_points": [chance.choice(PAINS)],
        "opportunities": [{"title": idea, "impact": 3 + IDEAS.index(idea), "effort": 2}],
        "moment_of_truth": chance.random() < 0.1,
        "evidence": [f"interview-{chance.randint(1, 12):02}"],
    }


def _prose(chance: random.Random, personas: Sequence[str], sections: int, sentences: Sequence[str] = SENTENCES) -> str:
    parts: list[str] = []
    for number in range(sections):
        who = chance.choice(personas)
        words = " ".join(chance.choice(sentences) for _ in range(6))
        parts.append(f"## What we learned {number + 1}\n\n{words}\n\nSee [the persona](../personas/{who}.md).\n")
    return "\n".join(parts)


def _write_page(path: Path, front: Mapping[str, Any], body: str) -> None:
    _write(path, f"---\n{_yaml(front)}---\n\n{body}")


def _yaml(value: Mapping[str, Any], indent: str = "") -> str:
    """One key a line, as a writer's file has; lists of tables as blocks, what is smaller as JSON, which is YAML too."""
    return "".join(_line(key, item, indent) for key, item in value.items())


def _line(key: str, item: Any, indent: str) -> str:
    if key not in ("stages", "steps", "opportunities"):
        return f"{indent}{key}: {json.dumps(item, ensure_ascii=False)}\n"
    tables = (_yaml(one, f"{indent}    ").lstrip() for one in item)
    return f"{indent}{key}:\n" + "".join(f"{indent}  - {table}" for table in tables)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
