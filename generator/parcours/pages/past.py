"""The past of a page: facts from git, and how its map came to say what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from parcours.link.atlas import LinkedJourney, Ref
from parcours.model.history import Change, Moment, Scores, past_of
from parcours.model.kinds import Kind
from parcours.pages.figures import day
from parcours.pages.here import Here
from parcours.pages.past_view import ChangeView, MomentView, PastView, Settled, TimelineView
from parcours.pages.view import Hyperlink, MeanView

MOST_CHANGES = 6
"""Changes listed of one moment, at most."""
FELT = frozenset({"better", "worse"})


def named(here: Here, authors: Iterable[str]) -> tuple[str, ...]:
    """Authors as the settings let them be told, each once: under another name, or not at all."""
    settings = here.atlas.settings.history
    return tuple(dict.fromkeys(settings.people.get(one, one) for one in authors)) if settings.names else ()


def past_view(here: Here, *paths: str) -> PastView | None:
    """The facts of a page that some files make; None where git knows nothing of them but that they are there."""
    past = past_of(here.atlas.pasts, *paths)
    if past is None or not past.revisions:
        return None
    days = (day(past.created, here.language), day(past.changed, here.language))
    return PastView(*days, named(here, past.authors), len(past.revisions))


def timeline_view(here: Here, journey: LinkedJourney) -> TimelineView | None:
    """The timeline of a map; None where it has said the same from the beginning, as far as that is known."""
    told = here.atlas.timelines.get(journey.front.path)
    if told is None:
        return None
    moments = moments_of(here, journey)
    if not any(moment.changes or moment.moved for moment in moments):
        return None
    return TimelineView(
        tuple(_moments(here, journey, moments)),
        tuple(_settled(here, journey, moments, lambda change: change.kind == "pain_closed")),
        tuple(_settled(here, journey, moments, _is_done)),
        told.cut,
    )


def moments_of(here: Here, journey: LinkedJourney) -> list[Moment]:
    """The moments of a map and of the opportunities it names by id, oldest first; none outside git.

    What one commit did to both is one moment.
    """
    told = here.atlas.timelines.get(journey.front.path)
    if told is None:
        return []
    found = {moment.commit: moment for moment in reversed(told.moments)}
    for other in _answered(here, journey):
        own = found.get(other.commit)
        found[other.commit] = own._replace(changes=(*other.changes, *own.changes)) if own else other
    return sorted(found.values(), key=lambda moment: moment.day)


def change_views(here: Here, journey: Ref | None, changes: Sequence[Change]) -> tuple[ChangeView, ...]:
    """The first changes of a moment as a page lists them."""
    return tuple(_change(here, journey, change) for change in changes[:MOST_CHANGES])


def _answered(here: Here, journey: LinkedJourney) -> Iterator[Moment]:
    """The moments at which opportunities that a map names by id came nearer, from their own files."""
    for key in dict.fromkeys(one.id for step in journey.steps for one in step.step.opportunities if one.id):
        source = here.glances.sources.get(Ref(Kind.OPPORTUNITY, key))
        told = here.atlas.timelines.get(source) if source else None
        yield from reversed(told.moments if told else ())


def _is_done(change: Change) -> bool:
    return change.kind == "opportunity_status" and change.detail[-1:] == ("done",)


def _moments(here: Here, journey: LinkedJourney, moments: Sequence[Moment]) -> Iterator[MomentView]:
    before: float | None = None
    ghosts: tuple[tuple[int, str, Scores], ...] = ()
    last = ""
    for n, moment in enumerate(moments, start=1):
        drawn = moment.moved or moment.first
        mean = _mean(moment.curves) if drawn else None
        curves = tuple(_curves(here, journey, moment)) if drawn else ()
        yield MomentView(
            id=f"past-{n}",
            before=last,
            day=day(moment.day, here.language),
            iso=moment.day.isoformat(),
            by=", ".join(named(here, (moment.author,))),
            curves=curves,
            ghosts=ghosts if drawn else (),
            mean=None if mean is None else MeanView(mean, here.figure(_written(here, mean))),
            verdict=_verdict(before, mean),
            changes=change_views(here, journey.ref, moment.changes),
            more=max(0, len(moment.changes) - MOST_CHANGES),
            first=moment.first,
        )
        before, ghosts, last = (mean, curves, f"past-{n}") if drawn else (before, ghosts, last)


def _curves(here: Here, journey: LinkedJourney, moment: Moment) -> Iterator[tuple[int, str, Scores]]:
    """Each persona's curve under the number it has on the map; those who left it have the numbers after."""
    order = [*journey.personas, *(persona for persona, _ in moment.curves if persona not in journey.personas)]
    for persona, scores in moment.curves:
        name = here.atlas.titles.get(Ref(Kind.PERSONA, persona), persona)
        yield order.index(persona) if persona else 0, name, scores


def _mean(curves: Iterable[tuple[str, Scores]]) -> float | None:
    told = [score for _, scores in curves for score in scores if score is not None]
    return round(sum(told) / len(told), 2) if told else None


def _verdict(before: float | None, after: float | None) -> str:
    if before is None or after is None or before == after:
        return ""
    return "better" if after > before else "worse"


def _settled(
    here: Here, journey: LinkedJourney, moments: Sequence[Moment], counts: Callable[[Change], bool]
) -> Iterator[Settled]:
    """What came to a good end and stayed so, the latest first."""
    told: set[str] = set()
    for moment in reversed(moments):
        for change in moment.changes:
            if counts(change) and change.text not in told:
                told.add(change.text)
                yield Settled(day(moment.day, here.language), change.text, _step(here, journey.ref, change))
            elif change.kind == "pain_opened":
                told.add(change.text)


def _change(here: Here, journey: Ref | None, change: Change) -> ChangeView:
    about = _step(here, journey, change)
    if change.kind in FELT:
        name = here.atlas.titles.get(Ref(Kind.PERSONA, change.text), change.text)
        before, after = (here.figure(_written(here, float(score))) for score in change.detail)
        return ChangeView(change.kind, about, name, before, after)
    if change.kind == "opportunity_status":
        return ChangeView(change.kind, about, change.text, change.detail[0], change.detail[1])
    return ChangeView(change.kind, about, change.text, fields=change.detail)


def _step(here: Here, journey: Ref | None, change: Change) -> Hyperlink:
    """The step a change is about, under the name it had then; a link while the map still has it."""
    if journey is None or not change.step or (journey.id, change.step) not in here.glances.actions:
        return Hyperlink(change.about)
    return here.to(journey, f"step.{change.step}", change.about)


def _written(here: Here, score: float) -> float:
    return round(here.atlas.settings.feeling_scale.from_five(score), 2)
