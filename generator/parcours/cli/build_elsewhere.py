"""``parcours build --executor``: work on other machines, and what is said where that fails."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from parcours.cli.project import Failed, language_here, wrong_use

if TYPE_CHECKING:
    from parcours.build.reading import Read
    from parcours.edge.elsewhere import Elsewhere

SCHEME = "dask://"
WORDS = {
    "en": {
        "unknown": "`{written}` is no executor. Name the scheduler of a running Dask cluster: dask://HOST:PORT",
        "no_dask": "This needs {package}. Install it:\n    pip install 'parcours[dask]'",
        "failed": "The executor did not do its work ({reason}). The previous site is as it was.\n"
        "Its workers need the same Parcours as this machine; without --executor this machine does it all.",
    },
    "fr": {
        "unknown": "`{written}` n’est pas un exécuteur. Nommez l’ordonnanceur d’une grappe Dask en marche\u202f: "
        "dask://HÔTE:PORT",
        "no_dask": "Il faut {package}. Installez-le\u202f:\n    pip install 'parcours[dask]'",
        "failed": "L’exécuteur n’a pas fait son travail ({reason}). Le site précédent est intact.\n"
        "Il faut à ses machines le même Parcours qu’ici\u202f; sans --executor, cette machine fait tout.",
    },
}


@contextmanager
def elsewhere_at(written: str | None) -> Generator[Elsewhere | None]:
    """The workers at an address, if one is named; a click exception where there are none, or where they fail."""
    if written is None:
        yield None
        return
    words, address = WORDS[language_here()], written.removeprefix(SCHEME)
    if not written.startswith(SCHEME) or not address.rpartition(":")[2].isdecimal():
        raise wrong_use(words["unknown"].format(written=written))
    if find_spec("distributed") is None:
        raise wrong_use(words["no_dask"].format(package="distributed"))
    from parcours.edge.elsewhere import ExecutorFailed, on_dask

    try:
        with on_dask(f"tcp://{address}") as elsewhere:
            yield elsewhere
    except ExecutorFailed as error:
        raise Failed(words["failed"].format(reason=error)) from None


def reader(elsewhere: Elsewhere | None) -> Read:
    """What parses texts: the workers elsewhere, where there are some; else the cores of this machine."""
    from parcours.edge.shared_reading import read_shared

    return elsewhere.read if elsewhere is not None else read_shared
