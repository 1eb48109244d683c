"""A journey of ``atlas.json`` as the front matter it came from."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, cast

from parcours.bring.draft import Draft, Part, Plain
from parcours.bring.remark import Remark, remark
from parcours.model.kinds import Kind
from parcours.model.settings import Scale
from parcours.source.address import slug
from parcours.source.text import Place

Data = Mapping[str, Any]
TEXTS = ("description", "scenario", "trigger", "goal", "duration", "review_every")
STEP_TEXTS = ("description", "device", "duration", "motivation", "expects", "thinking")
STEP_LISTS = ("pain_points", "assumptions", "frontstage", "backstage", "support", "physical_evidence")
ENDS = ("satisfaction", "engagement")


@dataclass(frozen=True, slots=True)
class Home:
    """Where what is read goes: ``scale`` is the site's, ``named`` says by what words a thing of a kind is meant.

    ``journeys`` are the ids of all that are there, or will be, ``steps`` those of the journey that is being read.
    """

    scale: Scale
    named: Callable[[Kind, str], str]
    journeys: frozenset[str]
    place: Place
    steps: frozenset[str] = frozenset()
    remarks: list[Remark] = field(default_factory=list[Remark])

    def all(self, kind: Kind, ids: object) -> list[Plain]:
        """The words for several things."""
        return [self.named(kind, str(id_)) for id_ in cast("Sequence[object]", ids or ())]

    def journey(self, written: object) -> str:
        """A reference to a journey (``id`` or ``id#step``); empty, and told, where there is no such journey."""
        text = str(written or "")
        id_, hash_, _ = text.partition("#")
        if not text or (not hash_ and "#" not in text and id_ in self.journeys) or (hash_ and id_ in self.journeys):
            return text
        self.remarks.append(remark("own-no-journey", self.place, id=text))
        return ""


def journey_of(data: Data, home: Home) -> Draft:
    """The draft of a journey; stages that had a file of their own get one again."""
    written = _map(data, "written")
    steps = frozenset(slug(str(step.get("id", ""))) for one in _list(data, "stages") for step in _list(one, "steps"))
    home = replace(home, steps=steps)
    matter: dict[str, Plain] = {
        "title": "" if data.get("unnamed") else data.get("name"),
        "lang": written.get("lang"),
        "kind": data.get("kind"),
        "state": data.get("state"),
        "of": home.journey(data.get("of")),
        "personas": home.all(Kind.PERSONA, data.get("personas")),
        **{key: data.get(key) for key in TEXTS},
        "actors": data.get("actors"),
        "owner": home.named(Kind.OWNER, str(data.get("owner", ""))),
        "status": data.get("status"),
        "reviewed": data.get("reviewed"),
        "tags": home.all(Kind.TAG, data.get("tags")),
        "evidence": home.all(Kind.EVIDENCE, data.get("evidence")),
        "assumptions": data.get("assumptions"),
        "metrics": metrics(data.get("metrics"), home),
        "images": written.get("images"),
    }
    stages = _list(data, "stages")
    parts = tuple(
        Part(str(w["file"]), _stage(one, home), str(one.get("text", "")))
        for one in stages
        if (w := _map(one, "written")).get("file")
    )
    matter["stages"] = [_stage(one, home) for one in stages if not _map(one, "written").get("file")]
    return Draft(Kind.JOURNEY, str(data["id"]), matter, home.place, prose=str(data.get("text", "")), parts=parts)


def _stage(data: Data, home: Home) -> Mapping[str, Plain]:
    written = _map(data, "written")
    return {
        "id": data.get("id"),
        "name": data.get("name"),
        "lang": written.get("lang"),
        "phase": written.get("phase"),
        "goal": data.get("goal"),
        "description": data.get("description"),
        "lanes": _lanes(data),
        "evidence": home.all(Kind.EVIDENCE, data.get("evidence")),
        "metrics": metrics(data.get("metrics"), home),
        "images": written.get("images"),
        "steps": [_step(one, home) for one in _list(data, "steps")],
    }


def _step(data: Data, home: Home) -> Mapping[str, Plain]:
    written = dict(_map(data, "written"))
    told: dict[str, Plain] = {
        "id": data.get("id"),
        "action": data.get("action"),
        "actors": data.get("actors"),
        "channel": home.named(Kind.CHANNEL, str(data.get("channel", ""))),
        "touchpoint": written.pop("touchpoint", None),
        **{key: data.get(key) for key in STEP_TEXTS},
        "feeling": feelings(data.get("feelings"), home.scale),
        **{key: data.get(key) for key in ENDS},
        "quote": [_quote(one, home) for one in _list(data, "quotes")],
        "moment_of_truth": data.get("moment_reason") or data.get("moment_of_truth"),
        **{key: data.get(key) for key in STEP_LISTS},
        "lanes": _lanes(data),
        "metrics": metrics(data.get("metrics"), home),
        "evidence": home.all(Kind.EVIDENCE, data.get("evidence")),
        "owner": home.named(Kind.OWNER, str(data.get("owner", ""))),
        "journey": home.journey(data.get("journey")),
    }
    ways = _list(written, "next") if "next" in written else None
    written.pop("next", None)
    return {**told, **written, **_ways(ways, home)}


def _ways(ways: Sequence[Data] | None, home: Home) -> Mapping[str, Plain]:
    """The ways on; an empty list says that the journey ends here, and one that led elsewhere alone says nothing."""
    if ways is None:
        return {}
    kept: list[Plain] = [
        one for one in ways if slug(str(one.get("to", ""))) in home.steps or home.journey(one.get("to"))
    ]
    return {"next": kept} if kept or not ways else {}


def _quote(one: Data, home: Home) -> Plain:
    source = home.named(Kind.EVIDENCE, str(one.get("evidence", "")))
    return {"text": one["text"], "from": source} if source else one["text"]


def feelings(told: object, scale: Scale) -> list[Plain]:
    """Feelings on 1 to 5 as this site writes them."""
    found: list[Plain] = []
    for one in cast("Sequence[Data]", told or ()):
        scores = {key: whole(scale.from_five(float(one[key]))) for key in ("score", "from", "to") if key in one}
        found.append(
            {
                key: scores.get(key, one[key])
                for key in ("persona", "score", "from", "to", "label", "emoji")
                if key in one
            }
        )
    return found


def metrics(told: object, home: Home) -> list[Plain]:
    """Figures, the dated ones from the oldest on; the latest says what it has from the others too."""
    return [figure for one in cast("Sequence[Data]", told or ()) for figure in _figures(one, home)]


def _figures(one: Data, home: Home) -> Iterator[Plain]:
    latest = {key: value for key, value in one.items() if key != "values"}
    for figure in (*_list(one, "values")[:-1], latest):
        source = home.named(Kind.EVIDENCE, str(figure.get("source", "")))
        figures = {key: whole(figure[key]) for key in ("value", "target") if key in figure}
        yield {"name": one["name"], **figure, **figures, **({"source": source} if source else {})}


def whole(value: Any) -> Any:
    """A whole figure without a decimal point, and no more digits than a score has."""
    if not isinstance(value, float):
        return value
    return int(value) if value.is_integer() else round(value, 6)


def _lanes(data: Data) -> Mapping[str, Plain]:
    return {str(one["name"]): one.get("items", ()) for one in _list(data, "lanes")}


def _map(data: Data, key: str) -> Data:
    value = data.get(key)
    return cast("Data", value) if isinstance(value, Mapping) else {}


def _list(data: Data, key: str) -> list[Data]:
    value = data.get(key)
    return (
        [cast("Data", one) for one in cast("list[object]", value) if isinstance(one, Mapping)]
        if isinstance(value, list)
        else []
    )
