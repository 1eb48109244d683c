"""The same project as a site of MkDocs: the same files, and the least theme that shows what is in them."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

_LANES = ("action", "channel", "device", "thinking", "pain_points", "evidence")
_ROWS = "".join(
    f"<tr><th>{lane}</th>{{% for stage in meta.stages %}}{{% for step in stage.steps %}}<td>{{{{ step.{lane} }}}}</td>"
    f"{{% endfor %}}{{% endfor %}}</tr>\n"
    for lane in _LANES
)
_MAIN = (
    """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ page.title }}</title></head><body><nav><a href="{{ 'journeys/'|url }}">Journeys</a></nav>
{% set meta = page.meta %}<main><h1>{{ meta.title or meta.name or page.title }}</h1>
{% if meta.stages %}<p>{{ meta.scenario }}</p><p>{{ meta.goal }}</p>
<p>{% for persona in meta.personas %}
<a href="{{ ('personas/' ~ persona ~ '/')|url }}">{{ persona }}</a> {% endfor %}</p>
<table><thead><tr><th></th>{% for stage in meta.stages %}
<th colspan="{{ stage.steps|length }}">{{ stage.name }}</th>{% endfor %}</tr></thead><tbody>
"""
    + _ROWS
    + """<tr><th>feeling</th>{% for stage in meta.stages %}{% for step in stage.steps %}<td>
{% for who, score in step.feeling.items() %}{{ who }} {{ score }} {% endfor %}</td>{% endfor %}{% endfor %}</tr>
</tbody></table>{% elif meta.goals %}<p>{{ meta.occupation }}, {{ meta.age }}</p>
<blockquote>{{ meta.quote }}</blockquote>
<ul>{% for goal in meta.goals %}<li>{{ goal }}</li>{% endfor %}</ul>
<ul>{% for one in meta.frustrations %}<li>{{ one }}</li>{% endfor %}</ul>
{% for question, answers in meta.empathy.items() %}<h2>{{ question }}</h2>
<ul>{% for answer in answers %}<li>{{ answer }}</li>{% endfor %}</ul>{% endfor %}{% endif %}
{{ page.content }}</main></body></html>
"""
)
_SETTINGS = (
    "site_name: Benchmark\nsite_url: https://example.org/\nplugins: []\ntheme: {name: null, custom_dir: theme}\n"
)


def write_mkdocs(project: Path, folder: Path) -> None:
    """Writes into an empty folder a site of MkDocs with the pages of a project, and lists of them."""
    docs = folder / "docs"
    shutil.copytree(project / "content", docs)
    for kind in ("journeys", "personas"):
        names = sorted(path.stem for path in (docs / kind).glob("*.md"))
        (docs / kind / "index.md").write_text("".join(f"- [{n}]({n}.md)\n" for n in names), encoding="utf-8")
    (docs / "index.md").write_text("# Home\n", encoding="utf-8")
    (folder / "theme").mkdir()
    (folder / "theme" / "main.html").write_text(_MAIN, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(_SETTINGS, encoding="utf-8")


def find_mkdocs() -> Path | None:
    """The command beside this Python; None where MkDocs is not installed."""
    found = shutil.which("mkdocs", path=str(Path(sys.executable).parent))
    return Path(found) if found else None
