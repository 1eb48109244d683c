"""What a build does not load."""

import subprocess
import sys

ALONE = """
import sys
from parcours.edge.scripts import load_scripts
load_scripts()
from parcours.draw.mermaid_script import flow_script, journey_script
assert "flowchart LR" in flow_script("a", "b", [], [])
assert "title a" in journey_script("a", "b", [])
assert "requests" not in sys.modules
import requests
assert requests.get
load_scripts()
assert sys.modules["requests"] is requests
"""


def test_scripts_are_drawn_without_a_client_for_the_web() -> None:
    told = subprocess.run([sys.executable, "-c", ALONE], capture_output=True, text=True, check=False)
    assert (told.returncode, told.stdout, told.stderr) == (0, "", "")
