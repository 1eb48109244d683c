"""Every field of every model stands on its page: nothing a writer says is dropped."""

import datetime as dt
import html
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from parcours.build.build import Build, build
from parcours.edge.project import Project
from parcours.edge.theme_folder import read_theme
from parcours.model.base import Record
from parcours.model.journey import Journey, Stage, StageFile
from parcours.model.kinds import FILE_MODELS, Kind
from parcours.model.step import Step
from parcours.pages.figures import day, number, percent
from parcours.source.address import slug
from parcours.theme.engine import words_of
from parcours.theme.words import Words
from tests.fields.filled import Filler, leaves

PICTURE = "assets/one.svg"
FIXED: dict[tuple[str, str], Any] = {
    ("Picture", "src"): PICTURE,
    ("Journey", "personas"): ["persona-one"],
    ("Journey", "of"): "other",
    ("Journey", "lang"): "fr",
    ("Feeling", "persona"): "persona-one",
    ("Feeling", "score"): 4.5,
    ("Feeling", "start"): 2.5,
    ("Feeling", "end"): 4.5,
    ("Next", "to"): "the-step",
    ("Next", "share"): 0.37,
    ("Step", "id"): "the-step",
    ("Step", "journey"): "Zq other",
    ("Stage", "id"): "the-stage",
    ("Stage", "name"): "Zq stage name",
    ("Touchpoint", "stage"): "Zq stage name",
    ("Opportunity", "steps"): ["journey-one#the-step"],
    ("Journey", "stages"): None,
    ("Stage", "steps"): None,
    ("StageFile", "steps"): None,
    ("Evidence", "url"): "https://example.org/zq-study",
}
SEEN_OTHERWISE = frozenset({"lang", "icon"})
"""Fields that a page shows as something else than their text: its language, a picture."""


def written(front_matter: Mapping[str, Any]) -> str:
    return "---\n" + yaml.safe_dump(dict(front_matter), allow_unicode=True, sort_keys=False) + "---\nZq story.\n"


def filled(model: type[Record], prefix: str) -> dict[str, Any]:
    value = Filler(prefix, FIXED).fill(model)
    if model is Journey:
        stage_filler = Filler(f"{prefix}-stage", FIXED)
        stages = stage_filler.fill(Stage)
        steps = Filler(f"{prefix}-step", FIXED)
        stages["steps"] = [steps.fill(Step), {"id": "second", "action": "Zq second"}]
        value["stages"] = [stages]
    if model is StageFile:
        value |= {"id": "own-file", "steps": [{"id": "third", "action": "Zq third"}]}
    return value


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Build:
    root: Path = tmp_path_factory.mktemp("every-field")
    files = {
        f"content/{kind.value}/{kind.name.lower()}-one.md": written(filled(model, f"Zq{kind.name.title()}"))
        for kind, model in FILE_MODELS.items()
        if kind is not Kind.JOURNEY
    }
    files |= {
        "content/journeys/journey-one/index.md": written(filled(Journey, "ZqJourney")),
        "content/journeys/journey-one/20-own.md": written(filled(StageFile, "ZqFile")),
        "content/journeys/other.md": written({"title": "Zq other", "personas": ["persona-one"]}),
        f"content/{PICTURE}": "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "parcours.yml": "site_name: Fields\n",
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    result = build(Project(root).read())
    # Filled by rote, steps lead to themselves; everything else must be in order.
    ways = ("refs/endless-loop", "refs/unreachable-step")
    assert [f for f in result.findings if f.severity.value != "advice" and f.rule not in ways] == []
    return result


def page_text(body: bytes) -> str:
    """Everything a page says: its texts and its attributes, spaces folded."""
    return re.sub(r"\s+", " ", html.unescape(body.decode()))


def shown(name: str, value: object, t: Words) -> list[str]:
    """The ways a value may stand on a page."""
    if isinstance(value, bool):
        return [t("map.moment"), t("mode.online")]
    if isinstance(value, float):
        return [f"{value:g}", number(value, "fr"), percent(value, "fr")]
    if isinstance(value, dt.date):
        return [day(value, "fr")]
    if value == PICTURE:
        return ["assets/one.svg"]
    text = str(value)
    if name == "id":
        return [slug(text)]
    if "#" in text:
        return ["#step." + text.partition("#")[2]]
    groups = (name, "kind", "state", "status", "opportunity")
    return [text, *(t(f"{group}.{text}") for group in groups if t.has(f"{group}.{text}"))]


@pytest.mark.parametrize("kind", list(FILE_MODELS), ids=lambda kind: kind.value)
def test_every_value_is_on_its_page(made: Build, kind: Kind) -> None:
    record, address = _record(made, kind)
    text = page_text(made.made[address].body)
    t = words_of(read_theme(Path(), "cartouche"), "fr")  # every filled page is in French
    missing = [
        (trail, value)
        for trail, value in leaves(record)
        if value not in (None, "", ()) and trail.rpartition(".")[2] not in SEEN_OTHERWISE
        if not any(re.sub(r"\s+", " ", way) in text for way in shown(trail.rpartition(".")[2], value, t))
    ]
    assert missing == []


def _record(made: Build, kind: Kind) -> tuple[Record, str]:
    id_ = f"{kind.name.lower()}-one"
    path = f"content/{kind.value}/{id_}/index.md" if kind is Kind.JOURNEY else f"content/{kind.value}/{id_}.md"
    return made.read.documents[path].record, f"{kind.value}/{id_}/index.html"


def test_every_field_is_filled(made: Build) -> None:
    """The fixture keeps up with the model: each field of each record in it has a value somewhere."""
    filled_fields, all_fields = set[str](), set[str]()
    for kind in FILE_MODELS:
        for trail, value in leaves(_record(made, kind)[0]):
            parts = trail.strip(".").split(".")
            fields = {f"{model}.{name}" for model, name in zip(parts[::2], parts[1::2], strict=True)}
            all_fields |= fields
            if value not in (None, "", ()):
                filled_fields |= fields
    assert all_fields - filled_fields == set()
    assert len(all_fields) > 100


def test_the_stage_file_is_shown(made: Build) -> None:
    text = page_text(made.made["journeys/journey-one/index.html"].body)
    record = made.read.documents["content/journeys/journey-one/20-own.md"].record
    missing = [
        (trail, value)
        for trail, value in leaves(record)
        if isinstance(value, str) and value.startswith("ZqFile") and value not in text
    ]
    assert missing == []
