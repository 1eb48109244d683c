"""What the random histories write into the files of a project: each text once whole, some of them wrong."""

from __future__ import annotations

from dataclasses import dataclass

IDS = ("buy", "repair", "rent", "move")
PEOPLE = ("claire", "marc", "nora")
WORDS = ("Looks", "Calls", "Opens it", "Écrit : non", "😀", "Waits for the [[marc]]")
CHANNELS = ("website", "shop", "Live chat", "phone")
TAGS = ("energy", "Home", "prix")
SETTINGS = (
    "site_name: Small\n",
    "site_name: Small\ndiagrams: source\n",
    "language: fr\n",
    "stamp: true\n",
    "feeling_scale: -2..2\nstate_page: false\n",
    "theme: relief\n",
    "base_url: https://example.org/\nmap_pictures: false\n",
    "rules: {map/*: off}\nedit_url: https://example.org/{path}\n",
    "colours: {accent: '#336699'}\n",
    "review: {every: 6 months}\nlistening: {limit: 1, period: 90 days}\nmost_assumed: 10%\n",
    "history: {states: 2, names: false}\nprint_page: false\nrobots: none\n",
    "history: {show: false}\nlogo: {src: content/assets/face.svg, alt: A face}\n",
    "measures: {smallest_sample: 400, stale_after: 1 month}\ngaps: {least_fall: 0}\n",
    "site_name: [\n",
    "no_such_key: 1\n",
)
TEMPLATES = ("persona.html", "journey.html", "base.html", "parts.html", "things.html", "diagram.svg", "home.html")
MARKS = ("<!-- a -->", "<!-- b -->", "{% if %}", "{{ page.x }}")
"""What is put behind a template: two of them break it, one when it is read, one when it runs."""
BROKEN = ("---\ntitle: [\n", "---\na: b: c\n---\n", "no front matter", "\ufeff---\r\ntitle: x\r\n---\r\n", "", "\x00")

OF_JOURNEY = (
    "",
    "state: future\nof: repair\n",
    "state: future\nof: buy\nstatus: reviewed\n",
    "kind: experience\nscenario: At night\ntrigger: It breaks\n",
    "status: validated\nreviewed: 2025-11-01\nreview_every: 6 months\n",
    "actors: [Shop team]\nmetrics: {nps: 12}\nassumptions: [They know]\n",
    "personas: [nora, claire]\n",
    "images: [../assets/face.svg]\nduration: 3 days\nevidence: [notes]\n",
)
OF_STEP = (
    "",
    ", thinking: Why?, expects: An answer, device: mobile",
    ", survey: {channel: website, subject: Choice, indicators: [CES], recurrence: monthly}",
    ", survey: choice, quote: {text: Too slow, from: notes}",
    ", next: [{to: b, share: 60%}, {to: a, when: again}, {to: nowhere}]",
    ", lanes: {Legal: [Checks]}, backstage: [Packs], support: [CRM], frontstage: [Greets]",
    ", metrics: {csat: 3.4}, moment_of_truth: It decides, owner: You",
    ", touchpoint: Comparator, satisfaction: 2, engagement: 4, duration: 2 days",
    ", image: ../assets/face.svg, assumptions: [They know]",
    ", journey: repair, steps: [Turns round, Asks]",
    ", opportunities: [be-quick, {title: Be kind, solutions: [{title: Smile, status: doing}]}]",
    ", feeling: {claire: 1, marc: 5}",
)
OF_STORY = (
    "See [[{persona}]] and [the other](repair.md).\n",
    "```mermaid\nflowchart LR\n  a[{word}] --> b\n```\n",
    "```mermaid\nflowchat\n{word}\n```\n",
    "# Before\n\n![A face](../assets/face.svg)\n\n| a | b |\n|---|---|\n| {word} | [[nora]] |\n",
    "[A step](buy.md#step.a), [a heading](repair.md#before), [nothing](gone.md), [[notes]], [[comparator|There]].\n",
    "- [ ] {word}\n\n> [[be-quick]] <b>or</b> <script>not</script>\n\n```\nunclosed {persona}\n",
)
DESCRIBED = {
    "channels/website": "---\nname: website itself\nowner: {owner}\nicon: phone\n---\n",
    "channels/shop": "---\nname: shop itself\nowner: {owner}\nonline: false\n---\nOpen at [[buy]].\n",
    "channels/live-chat": "---\nname: live-chat itself\nowner: {owner}\n---\n",
    "evidence/notes": "---\ntitle: Notes\ndate: 2026-06-12\nsample: 9\nowner: {owner}\n---\nOf [[claire]].\n",
    "opportunities/be-quick": "---\ntitle: Be quick\nsteps: [buy#a, rent#b]\nimpact: 5\nowner: {owner}\n---\n",
    "touchpoints/comparator": "---\nname: Comparator\nchannel: website\nstage: One\nowner: {owner}\n---\n",
    "segments/looks": "---\nname: Looks\nsize: 38 %\nowner: {owner}\nevidence: [notes]\n---\n",
    "surveys/choice": "---\nname: Choice\nchannel: shop\nsubject: Choice\nindicators: [CSAT]\nowner: {owner}\n---\n",
    "journeys/buy-far/30-three": "---\nname: Three\nsteps:\n  - {id: g, action: Goes, owner: {owner}}\n---\n",
}
"""Files that say more of what is named elsewhere, or nowhere, by their path below the content."""


@dataclass(frozen=True, slots=True)
class Map:
    """What one small map says: two steps, an opportunity, evidence, and more as it is told."""

    persona: str
    word: str
    channel: str = "website"
    tag: str = "energy"
    score: int = 3
    front: str = ""
    step: str = ""
    story: str = OF_STORY[0]

    def text(self, title: str) -> str:
        """Its file. Where what is added says something again, the file has a key twice, which is a mistake."""
        return (
            f'---\ntitle: "{title}"\npersonas: [{self.persona}]\nowner: Me\ntags: [{self.tag}]\n{self.front}'
            "stages:\n  - name: One\n    steps:\n"
            f'      - {{id: a, action: "{self.word}", channel: {self.channel}, feeling: {self.score}, '
            f"evidence: [notes]{self.step}}}\n"
            f"      - {{id: b, action: Ends, channel: {self.channel}, feeling: 4, pain_points: [It waits], "
            f"opportunities: [{{title: Be quick, impact: {self.score}}}]}}\n"
            f"---\n{self.story.replace('{persona}', self.persona).replace('{word}', self.word)}"
        )


def stage(name: str, word: str) -> str:
    """A file of a journey in a folder: the journey, or a stage of it."""
    if name == "index.md":
        return "---\ntitle: Far\npersonas: [nora]\n---\n"
    return f'---\nname: "{name}"\nsteps:\n  - {{id: f, action: "{word}", channel: shop, journey: buy}}\n---\n{word}\n'


def persona(word: str, *, portrait: bool, channel: str) -> str:
    """A persona, with a segment that may have a file."""
    more = "portrait: ../assets/face.svg\n" if portrait else f"channels: [{channel}]\ngoals: [To be done]\n"
    return f'---\nname: "{word}"\nsegment: {word[:5]!r}\n{more}---\nSays {word}.\n'


def measures(score: int, step: str, journey: str) -> str:
    """A table of measures."""
    rows = f"2026-01-02,{journey},{step},csat,{score}\n2026-03-02,{journey},{step},csat,3\n"
    return f"date,journey,step,metric,value\n{rows}"
