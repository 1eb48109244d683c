"""What whoever starts a preview reads in the terminal."""

import socket
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from parcours.cli.main import main
from tests.serve.running import JOURNEY, previewing

ALL = "0.0.0.0"


def served(project: Path, *options: str, language: str = "en") -> Result:
    """What comes of a preview that cannot begin."""
    return CliRunner().invoke(main, ["serve", str(project), *options], env={"LC_ALL": f"{language}_XX.UTF-8"})


def test_what_was_mended_is_told(project: Path) -> None:
    file = project / JOURNEY
    good = file.read_text("utf-8")
    broken = good.replace("personas: [", "personas: [[")
    with previewing(project) as preview:
        for text in (broken, good, broken):
            file.write_text(text, "utf-8")
            preview.until(
                (lambda event: event["findings"] > 0) if text is broken else lambda event: event["findings"] == 0
            )
    said = "".join(preview.said)
    assert said.index("[syntax/unclosed-bracket]") < said.index("Nothing left to mend.")
    assert said.count("Nothing left to mend.") == 1


def test_a_mistake_in_a_template_is_shown_where_it_stands(project: Path) -> None:
    template = project / "themes" / "cartouche" / "templates" / "persona.html"
    template.parent.mkdir(parents=True)
    template.write_text('{% extends "cartouche/persona.html" %}\n\n{% block main %}{{ page.name }{% endblock %}\n')
    done = CliRunner().invoke(main, ["check", str(project)], env={"LC_ALL": "C"})
    assert (
        "--> themes/cartouche/templates/persona.html:3:1\n3 | {% block main %}{{ page.name }{% endblock %}"
        in done.output
    )
    with previewing(project) as preview:
        preview.ask("/personas/nora/")
        template.write_text(template.read_text() + "\n")
        preview.until(lambda event: event["findings"] > 0)
        (found,) = preview.findings()
    assert found["source"] == "{% block main %}{{ page.name }{% endblock %}"


@pytest.mark.parametrize("port", ["-1", "65536", "99999999", "http"])
def test_what_is_no_port_is_wrong_use(project: Path, port: str) -> None:
    done = served(project, f"--port={port}")
    assert done.exit_code == 2
    assert "--port" in done.output


def test_an_address_of_another_machine_is_wrong_use(project: Path) -> None:
    done = served(project, "--host", "192.0.2.1", language="fr")
    assert done.exit_code == 2
    assert done.output.startswith("Erreur\u202f: Rien ne peut écouter sur 192.0.2.1, port 8000 ou les suivants\u202f: ")
    assert "Errno" not in done.output


def test_the_last_port_has_none_after_it(project: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 65535))
        taken.listen()
        done = served(project, "--port", "65535")
    assert done.exit_code == 2
    assert "port 65535" in done.output


def test_where_there_is_no_project_its_folder_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, ["serve"], env={"LC_ALL": "C"})
    assert done.exit_code == 2
    assert f"There is no content folder in {tmp_path}.\n" in done.output


def test_who_opens_a_preview_to_others_reads_where_they_find_it(project: Path) -> None:
    with previewing(project, "--host", ALL) as preview:
        pass
    warning = next(line for line in preview.said if "can read this preview" in line)
    address = warning.split()[-1]
    assert address.startswith("http://")
    assert address.endswith(f":{preview.port}/")
    assert ALL not in address


def test_it_speaks_the_language_of_the_site_from_its_first_line(project: Path) -> None:
    settings = project / "parcours.yml"
    settings.write_text(settings.read_text("utf-8").replace("language: en", "language: fr"), "utf-8")
    with previewing(project) as preview:
        pass
    assert preview.said[0].startswith("Site servi sur ")
