"""What is written from the models says what the models say."""

import importlib.util
from pathlib import Path
from types import ModuleType

from parcours.schema.difference import difference_schema
from parcours.schema.schema import written

DOCS = Path(__file__).parents[2] / "docs"


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_the_reference_is_up_to_date() -> None:
    assert (DOCS / "reference.md").read_text("utf-8") == script("make_reference").reference(), "run `make reference`"


def test_the_schema_of_differences_is_up_to_date() -> None:
    assert (DOCS / "diff.schema.json").read_text("utf-8") == written(difference_schema()), "run `make reference`"


def test_the_list_of_rules_is_up_to_date() -> None:
    written = (DOCS / "rules" / "README.md").read_text("utf-8")
    assert written == script("make_rules_index").index(), "run `make reference`"
