"""The pages every reader proposes: a draft journey, a persona somebody is taken for, the file all comes from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from parcours.bring.draft import Around, Draft, Left, Plain
from parcours.bring.proposal import reference
from parcours.bring.written import written
from parcours.model.evidence import IMPORT
from parcours.model.kinds import Kind
from parcours.source.text import Place

SHEET = " › "
"""What stands between the name of a workbook and that of a sheet, in the path of a sheet's text."""


def file_of(path: str) -> str:
    """The file a text stands in: a sheet's workbook."""
    return path.split(SHEET, maxsplit=1)[0]


def evidence_draft(place: Place) -> Draft:
    """The page of the file that is brought in: what everything from it rests on, until somebody knows better."""
    file = file_of(place.path)
    matter = {"title": file, "kind": IMPORT, "source": file}
    return Draft(Kind.EVIDENCE, file, matter, Place(place.path), shared=True)


def origin(place: Place, around: Around) -> Mapping[str, Plain]:
    """What a page says of where it comes from: the evidence it cites, and that it is an assumption all the same."""
    file = file_of(place.path)
    return {
        "evidence": (reference(Kind.EVIDENCE, file, around),),
        "assumptions": (written("assumption", around.language, file=file),),
    }


def persona_draft(name: str, place: Place, around: Around) -> Draft:
    """The page of a persona a source only names."""
    return Draft(Kind.PERSONA, name, {"name": name, **origin(place, around)}, place, shared=True)


def journey_draft(
    title: str,
    personas: Sequence[str],
    stages: Sequence[Mapping[str, Plain]],
    place: Place,
    around: Around,
    left: tuple[Left, ...] = (),
    more: Mapping[str, Plain] | None = None,
) -> Draft:
    """A journey's page; ``personas`` are names, ``more`` are fields that stand between its title and its stages."""
    matter: dict[str, Plain] = {
        "title": title,
        "personas": tuple(reference(Kind.PERSONA, name, around) for name in personas),
        **(more or {}),
        "status": "draft",
        **origin(place, around),
        "stages": tuple(stages),
    }
    return Draft(Kind.JOURNEY, title, matter, place, left)
