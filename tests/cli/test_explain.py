"""``parcours explain``: a rule by its name, by its code, by the end of its name, in both languages."""

from pathlib import Path

import pytest

from parcours.findings.catalogue import RULES
from tests.cli.running import run


@pytest.mark.parametrize("name", ["refs/unknown-persona", "unknown-persona", "P301", "p301"])
def test_a_rule_goes_by_three_names(tmp_path: Path, name: str) -> None:
    done = run("explain", name, cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("# refs/unknown-persona")
    assert "## Wrong" in done.stdout
    assert "## Right" in done.stdout


def test_in_french(tmp_path: Path) -> None:
    done = run("explain", "P301", "--language", "fr", cwd=tmp_path)
    assert "## Juste" in done.stdout


def test_the_list_has_every_rule(tmp_path: Path) -> None:
    listed = run("explain", cwd=tmp_path).stdout
    assert [rule for rule in RULES if rule not in listed] == []


def test_a_slip_is_helped(tmp_path: Path) -> None:
    done = run("explain", "refs/unknwon-persona", cwd=tmp_path)
    assert done.returncode == 2
    assert "Did you mean `refs/unknown-persona`?" in done.stderr
