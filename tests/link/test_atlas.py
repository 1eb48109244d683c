"""References, touchpoints, ways and mentions of small projects made in memory."""

import random

import pytest

from parcours.link.atlas import Atlas, Ref
from parcours.link.link import link
from parcours.link.linked import Parsed
from parcours.model.kinds import Kind
from parcours.model.settings import Scale, Settings
from parcours.parse.document import read_document, role_of
from parcours.source.text import Source

STEPS = """
  - name: Compare
    steps:
      - {id: look, action: Looks, channel: Live chat, feeling: {claire: 4}}
      - {id: ask, action: Asks, channel: live-chat, next: [look, pay, end, other, "other#o"]}
  - name: Pay
    steps:
      - {id: pay, action: Pays, touchpoint: Till}
      - {id: end, action: Leaves}
"""


def project(files: dict[str, str], settings: Settings | None = None, shuffled: int | None = None) -> Atlas:
    paths = [f"content/{name}" for name in files]
    documents = []
    for name, text in files.items():
        role = role_of(f"content/{name}", paths)
        if role is not None:
            documents.append(read_document(Source.of(f"content/{name}", text), role))
    if shuffled is not None:
        random.Random(shuffled).shuffle(documents)
    return link(Parsed(settings or Settings(), tuple(documents), (), paths))


def front(text: str, body: str = "") -> str:
    return f"---\n{text}\n---\n{body}"


BASE = {
    "personas/claire.md": front("name: Claire Dubois"),
    "journeys/buy.md": front(f"title: Buy\npersonas: [claire]\nstages:{STEPS}"),
    "journeys/other.md": front("title: Other\nstages: [{name: One, steps: [{id: o, action: Opens}]}]"),
}


def rules(atlas: Atlas) -> list[tuple[str, str]]:
    return [(found.rule, found.suggestion) for found in atlas.findings]


def test_a_clean_project_has_no_findings() -> None:
    assert rules(project(BASE)) == []


def test_names_with_commas_between_them_were_meant_to_be_a_list() -> None:
    files = BASE | {"personas/marc.md": front("name: Marc"), "evidence/talks.md": front("title: Talks")}
    files |= {"evidence/till.md": front("title: Till"), "journeys/buy.md": front("title: Buy\npersonas: claire, Marc")}
    assert rules(project(files)) == [("refs/unknown-persona", "[claire, Marc]")]
    files |= {"journeys/buy.md": front("title: Buy\npersonas: claire, zoe")}
    assert rules(project(files)) == [("refs/unknown-persona", "")]
    files |= {"journeys/buy.md": front("title: Buy\nevidence: talks, till\ntags: [one, two]")}
    files |= {"journeys/other.md": front("title: Other\nevidence: talks, too\ntags: one, two")}
    assert rules(project(files)) == [("refs/unknown-evidence", "[talks, till]")], "a tag named once is not well known"
    files |= {"journeys/third.md": front("title: Third\ntags: [one, two]")}
    assert ("refs/unknown-tag", "[one, two]") in rules(project(files))


def test_ways_have_kinds() -> None:
    steps = {step.id: step for step in project(BASE).journeys["buy"].steps}
    assert [(way.kind, way.step, way.journey) for way in steps["ask"].ways] == [
        ("back", "look", ""),
        ("next", "pay", ""),
        ("skip", "end", ""),
        ("out", "", "other"),
        ("out", "o", "other"),
    ]
    assert [(way.kind, way.step, way.written) for way in steps["look"].ways] == [("next", "ask", False)]


def test_a_channel_named_inline_exists_and_is_one() -> None:
    atlas = project(BASE)
    ref = Ref(Kind.CHANNEL, "live-chat")
    assert atlas.things[ref].name == "Live chat"
    assert [mention.anchor for mention in atlas.mentions[ref]] == ["step.look", "step.ask"]


def test_touchpoints_are_stage_by_channel_unless_named() -> None:
    steps = {step.id: step for step in project(BASE).journeys["buy"].steps}
    assert steps["look"].touchpoint == Ref(Kind.TOUCHPOINT, "compare-live-chat")
    assert steps["pay"].touchpoint == Ref(Kind.TOUCHPOINT, "till")
    assert steps["end"].touchpoint is None


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"journeys/b.md": front("personas: [clare]")}, ("refs/unknown-persona", "claire")),
        ({"journeys/b.md": front("personas: [nobody]")}, ("refs/unknown-persona", "")),
        ({"journeys/b.md": front("state: future\nof: byu")}, ("refs/unknown-journey", "buy")),
        (
            {"journeys/b.md": front("stages: [{name: A, steps: [{id: pay, action: P, next: [pya]}]}]")},
            ("refs/unknown-step", "pay"),
        ),
        (
            {"journeys/b.md": front("stages: [{name: A, steps: [{id: x, action: X, feeling: {claire: 4}}]}]")},
            ("refs/persona-not-in-journey", ""),
        ),
        ({"journeys/b.md": front("stages: [{name: A, steps: [{action: X, feeling: 7}]}]")}, ("refs/off-scale", "")),
        ({"personas/b2b/claire.md": front("name: Claire Two")}, ("refs/duplicate-id", "")),
        (
            {"journeys/b.md": front("stages: [{name: A, steps: [{id: x, action: X}, {id: x, action: Y}]}]")},
            ("refs/duplicate-id", ""),
        ),
        ({"personas/c.md": front("name: C", "[x](../journeys/byu.md)")}, ("refs/dead-link", "../journeys/buy.md")),
        ({"personas/c.md": front("name: C", "[x](../journeys/buy.md#pya)")}, ("refs/dead-anchor", "pay")),
        ({"personas/c.md": front("name: C", "![x](assets/none.png)")}, ("refs/dead-picture", "")),
        ({"personas/c.md": front("name: C", "[[claier]]")}, ("refs/unknown-page", "claire")),
        ({"personas/c.md": front("name: C", "[x](../../../etc/passwd)")}, ("refs/outside", "")),
        ({"touchpoints/t.md": front("name: T\nstage: Compair")}, ("refs/unknown-stage", "Compare")),
        ({"opportunities/o.md": front("title: O\nsteps: [buy#pya]")}, ("refs/unknown-step", "pay")),
        ({"personas/c.md": front("portrait: assets/none.png")}, ("refs/dead-picture", "")),
    ],
)
def test_a_bad_reference_is_one_finding(change: dict[str, str], expected: tuple[str, str]) -> None:
    assert rules(project(BASE | change)) == [expected]


def test_links_in_prose_lead_to_pages_steps_and_headings() -> None:
    body = "[a](../journeys/buy.md#pay) [[claire]] [[buy#ask]] [h](#end) [o](https://example.org)\n\n## End"
    atlas = project(BASE | {"personas/c.md": front("name: C", body)})
    assert atlas.links["content/personas/c.md"] == (
        "journeys/buy/index.html#step.pay",
        "personas/claire/index.html",
        "journeys/buy/index.html#step.ask",
        "personas/c/index.html#end",
        "https://example.org",
    )


def test_a_folder_is_a_journey_with_a_file_a_stage() -> None:
    atlas = project(
        {
            "journeys/move/index.md": front("title: Move"),
            "journeys/move/20-settle.md": front("name: Settle\nsteps: [{action: Settles}]", "## Notes"),
            "journeys/move/10-pack.md": front("name: Pack\nsteps: [{action: Packs}]", "## Notes"),
        }
    )
    journey = atlas.journeys["move"]
    assert [(stage.id, stage.stage.name) for stage in journey.stages] == [("pack", "Pack"), ("settle", "Settle")]
    anchors = [h.anchor for stage in journey.stages for h in atlas.texts[stage.front.path].prose.headings]
    assert anchors == ["pack-notes", "settle-notes"]


def test_feelings_are_compared_on_one_scale() -> None:
    files = {
        "journeys/x.md": front("stages: [{name: A, steps: [{action: X, feeling: -2}, {action: Y, feeling: 1.5}]}]")
    }
    atlas = project(files, Settings(feeling_scale=Scale(worst=-2, best=2)))
    assert [step.felt[0].score for step in atlas.journeys["x"].steps] == [1.0, 4.5]


def test_ids_of_steps_are_unique_and_made_from_actions() -> None:
    files = {"journeys/x.md": front("stages: [{name: A, steps: [{action: Calls}, {action: Calls}, {action: '??'}]}]")}
    assert [step.id for step in project(files).journeys["x"].steps] == ["calls", "calls-2", "step"]


def test_the_order_of_files_changes_nothing() -> None:
    assert project(BASE) == project(BASE, shuffled=3)


def test_one_wrong_name_at_the_top_is_one_finding_however_many_steps_repeat_it() -> None:
    steps = "[{action: X, feeling: {claire: 4}}, {action: Y, feeling: {claire: 2}}]"
    text = f"personas: [clare]\nstages: [{{name: A, steps: {steps}}}]"
    assert rules(project(BASE | {"journeys/b.md": front(text)})) == [("refs/unknown-persona", "claire")]


def test_one_wrong_name_among_feelings_is_told_once_at_its_key() -> None:
    steps = "[{action: X, feeling: {claier: 4}}, {action: Y, feeling: {claier: 2}}]"
    text = f"personas: [claire]\nstages: [{{name: A, steps: {steps}}}]"
    found = project(BASE | {"journeys/b.md": front(text)}).findings
    assert [(one.rule, one.suggestion) for one in found] == [("refs/unknown-persona", "claire")]
    assert text.split("\n")[1][found[0].place.column - 1 :].startswith("claier")
