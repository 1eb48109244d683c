"""A small project with nothing to say about it, in which every mistake of the corpus is made."""

FILES = {
    "parcours.yml": """\
site_name: The bakery
language: en
feeling_scale: 1..5
review: {every: 10 years}
listening: {limit: 2, period: 1 month}
rules:
  map/no-owner: advice
""",
    "content/index.md": """\
---
title: Welcome
---
Start with [buying bread](journeys/buy-bread.md).
""",
    "content/personas/claire.md": """\
---
name: Claire
segment: early-birds
age: 34
quote: {text: "Fresh, and quick.", from: counter-talks}
channels: [shop, phone]
skills: [{name: Baking, level: 4}]
evidence: [counter-talks]
---
Claire comes before work. See [her journey](../journeys/buy-bread.md#the-queue).

![Claire at the counter](../assets/claire.svg)
""",
    "content/personas/marco.md": """\
---
name: Marco Rossi
segment: early-birds
---
Marco orders [ahead](../journeys/order-cake/index.md).
""",
    "content/journeys/buy-bread.md": """\
---
title: Buy bread
personas: [claire, marco]
owner: Shop team
status: reviewed
reviewed: 2026-01-15
review_every: 10 years
evidence: [counter-talks]
tags: [daily]
stages:
  - name: Arrival
    steps:
      - id: see
        action: Sees the window
        channel: shop
        feeling: {claire: 4, marco: 3}
        duration: 1 minute
      - id: queue
        action: Stands in the queue
        channel: shop
        feeling: {from: 3, to: 2, label: impatient}
        pain_points: [Nobody knows how long it takes]
        opportunities: [{id: ticket-machine, title: Ticket machine, impact: 4, effort: 2, status: idea}]
  - name: Purchase
    steps:
      - id: pay
        action: Pays
        channel: shop
        touchpoint: counter
        satisfaction: 4
        feeling: 3.5
        moment_of_truth: true
        survey: {id: smile-poll, channel: shop, indicators: [CSAT]}
        metrics: {CSAT: 4.2}
        image: {src: ../assets/claire.svg, alt: Claire pays}
        quote: {text: "Card, please.", from: counter-talks}
        next: [{to: leave, share: 90%}, {to: order-cake#choose, when: she wants a cake, share: 10%}]
      - id: leave
        action: Leaves
        channel: shop
        feeling: 5
        next: []
---
## The queue

It is long on Sundays. [Claire](../personas/claire.md) knows it; [[marco]] too.
""",
    "content/journeys/order-cake/index.md": """\
---
title: Order a cake
personas: [claire, Marco Rossi]
owner: Shop team
evidence: [counter-talks]
stages:
  - name: Choice
    steps:
      - id: choose
        action: Chooses a cake
        channel: phone
        feeling: 4
---
See [the second part](20-collection.md).
""",
    "content/journeys/order-cake/20-collection.md": """\
---
name: Collection
steps:
  - id: collect
    action: Collects it
    channel: shop
    feeling: 5
---
""",
    "content/channels/shop.md": "---\nname: Shop\nonline: false\nhours: 6:30 to 13:00\n---\n",
    "content/channels/phone.md": "---\nname: Phone\n---\n",
    "content/touchpoints/counter.md": "---\nname: Counter\nchannel: shop\nstage: Purchase\n---\n",
    "content/segments/early-birds.md": "---\nname: Early birds\nsize: 40 %\n---\n",
    "content/evidence/counter-talks.md": """\
---
title: Talks at the counter
date: 2025-11-03
sample: 12 customers
owner: Shop team
url: https://example.org/talks
---
""",
    "content/surveys/smile-poll.md": """\
---
name: Smile poll
channel: shop
indicators: [CSAT]
recurrence: once a month
---
""",
    "content/opportunities/ticket-machine.md": """\
---
title: Ticket machine
impact: 4
effort: 2
status: idea
solutions: [{title: Buy one, status: planned}]
steps: [buy-bread#queue]
---
""",
    "content/metrics/2026.csv": """\
date,journey,step,metric,value,sample
2026-01-31,buy-bread,pay,CSAT,4.1,55
2026-02-28,buy-bread,pay,CSAT,4.3,61
""",
}
ASSETS = {"content/assets/claire.svg": "0"}
