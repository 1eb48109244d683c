"""What ``atlas.json`` keeps in the writer's own words, besides what they stand for: enough to write the files again."""

from __future__ import annotations

from typing import Any

from parcours.link.atlas import Atlas, LinkedJourney, LinkedStage
from parcours.model.base import Record
from parcours.model.feeling import Feeling
from parcours.model.journey import StageFile
from parcours.model.media import Picture
from parcours.model.opportunity import OpportunityMention
from parcours.model.step import Step, SubStep
from parcours.model.survey import SurveyMention
from parcours.parse.document import Front

Data = dict[str, Any]


def text_of(front: Front | None, atlas: Atlas) -> str:
    """The Markdown below the front matter of a file."""
    return "" if front is None else atlas.texts[front.path].below.strip()


def _told(**values: Any) -> Data:
    return {key: value for key, value in values.items() if value or value.__class__ in (int, float)}


def of_journey(journey: LinkedJourney) -> Data:
    """What a journey's file says of itself that nothing else in the contract does."""
    record = journey.journey
    return _told(lang=record.lang, images=[_picture(one) for one in record.images])


def of_stage(stage: LinkedStage) -> Data:
    """The same of a stage; ``file`` is the name of its own, without its ending."""
    record = stage.stage
    own = stage.front.path.rpartition("/")[2].removesuffix(".md") if stage.own_file else ""
    lang = record.lang if isinstance(record, StageFile) else None
    return _told(file=own, lang=lang, phase=record.phase, images=[_picture(one) for one in record.images])


def of_step(step: Step) -> Data:
    """The same of a step: opportunities, surveys and ways on as they were written, pictures, the steps inside."""
    told = _told(
        touchpoint=step.touchpoint,
        opportunities=[_opportunity(one) for one in step.opportunities],
        survey=[_survey(one) for one in step.survey],
        image=_picture(step.image),
        images=[_picture(one) for one in step.images],
        video=_picture(step.video),
        steps=[_sub_step(one) for one in step.steps],
    )
    if step.next is not None:
        told["next"] = [_told(to=one.to, when=one.when, share=one.share) for one in step.next]
    return told


def _picture(picture: Picture | None) -> Data:
    return {} if picture is None else _told(src=picture.src, alt=picture.alt, caption=picture.caption)


def _opportunity(one: OpportunityMention) -> Data:
    return _fields(one, "id", "title", "impact", "effort", "status", "ticket", "owner")


def _survey(one: SurveyMention) -> Data:
    lists = _told(indicators=list(one.indicators), questions=list(one.questions))
    return {**_fields(one, "id", "name", "channel", "subject", "recurrence", "owner"), **lists}


def _sub_step(one: SubStep) -> Data:
    return {
        **_fields(one, "id", "action", "channel", "device", "duration", "description"),
        **_told(
            actors=[{"name": actor.name, "kind": actor.kind} for actor in one.actors],
            feeling=[_feeling(felt) for felt in one.feeling],
        ),
    }


def _feeling(felt: Feeling) -> Data:
    moves = {"from": felt.start, "to": felt.end}
    return {**_fields(felt, "persona", "score", "label", "emoji"), **_told(**moves)}


def _fields(record: Record, *names: str) -> Data:
    return _told(**{name: getattr(record, name) for name in names})
