"""Texts that say nearly the same, found without comparing each with each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import combinations, pairwise

from rapidfuzz.fuzz import token_sort_ratio

from parcours.link.atlas import Ref
from parcours.source.address import slug

ALIKE = 84.0
"""Likeness, in percent, from which on two texts are taken for one; by rapidfuzz's ``token_sort_ratio``."""

RAREST = 2
"""So many of its rarest words bring a text together with others."""

LARGEST = 40
"""Texts that share a word, of which all are compared with all; of more, each with its neighbours in order."""


def alike(texts: Mapping[Ref, str]) -> Iterator[tuple[Ref, Ref]]:
    """The pairs of texts that are alike, each once, in the order of the texts.

    Two texts are compared where they share one of their rarest words, or begin alike; so the work grows with their
    number, not with its square. Texts that differ by figures only are meant to differ.
    """
    words = {key: slug(text).replace("-", " ") for key, text in texts.items()}
    ranks = {key: n for n, key in enumerate(texts)}
    found = {
        (one, other) if ranks[one] < ranks[other] else (other, one)
        for one, other in _candidates(words)
        if _close(words[one], words[other])
    }
    return iter(sorted(found, key=lambda pair: (ranks[pair[0]], ranks[pair[1]])))


def _close(one: str, other: str) -> bool:
    if _figures(one) != _figures(other):
        return False
    return token_sort_ratio(one, other, score_cutoff=ALIKE) >= ALIKE


def _figures(text: str) -> list[str]:
    return sorted(word for word in text.split() if word.isdigit())


def _candidates(words: Mapping[Ref, str]) -> Iterator[tuple[Ref, Ref]]:
    common = Counter(word for text in words.values() for word in set(text.split()))
    buckets: dict[str, list[Ref]] = {}
    for key, text in words.items():
        rarest = sorted(set(text.split()), key=lambda word: (common[word], -len(word), word))[: RAREST + 1]
        for word in (*(w for w in rarest if common[w] > 1), f"^{text[:5]}"):
            buckets.setdefault(word, []).append(key)
    for keys in buckets.values():
        if len(keys) <= LARGEST:
            yield from combinations(keys, 2)
        else:
            yield from pairwise(sorted(keys, key=lambda key: words[key]))
