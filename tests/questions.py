"""The pairs of figures of a story, and which of them its annotation puts to one question."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import claims
from claims.extract import extract
from reconcile.engine import setting_of
from reconcile.fit import Fit, fit
from reconcile.keys import Key, make_key
from reconcile.likelihood import UNLEARNED, is_learned
from reconcile.weights import Weights
from reconcile.words import Lexicon
from tests import gold

# Members of such groups answer one question, whether or not they agree.
ONE_QUESTION = {
    "agree",
    "conflict",
    "superseded",
    "different_period",
    "projection_vs_actual",
    "internal_inconsistency",
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures that likelihood is asked of, and how well they fit."""

    a: Key
    b: Key
    fit: Fit

    @property
    def ids(self) -> frozenset[str]:
        return frozenset((self.a.claim.id, self.b.claim.id))


def keys_of(folder: str) -> tuple[list[Key], Weights]:
    """Return the keys of all claims in a folder of articles, by their ids, and the weights of words."""
    sources, _ = claims.load_all([folder])
    sources = sorted(sources, key=lambda source: source.name)
    lexicon = Lexicon(source.text for source in sources)
    found = (make_key(claim, lexicon) for source in sources for claim in extract(source))
    keys = sorted(found, key=lambda key: key.claim.id)
    return keys, setting_of(sources, keys).weights


def pairs_of(keys: Sequence[Key], weights: Weights) -> Iterator[Pair]:
    """Yield the pairs that likelihood is asked of."""
    for a, b in combinations(keys, 2):
        if a.dimension == b.dimension and a.dimension not in UNLEARNED:
            found = fit(a, b, weights)
            if is_learned(a, b, found.who):
                yield Pair(a, b, found)


def told_as_one(
    keys: Sequence[Key], wanted: Sequence[Mapping[str, Any]], groups: Sequence[Mapping[str, Any]]
) -> set[frozenset[str]]:
    """Return the pairs of claims, by their ids, that an annotation puts to one question.

    Args:
        keys: The keys of the claims that were read.
        wanted: The claims of the annotation.
        groups: Its groups.
    """
    found = json.loads(json.dumps([key.claim.as_json() for key in keys]))
    answers = gold.scorer().answer(wanted, found)[0]
    return {
        frozenset((answers[a]["id"], answers[b]["id"]))
        for group in groups
        if group["verdict"] in ONE_QUESTION
        for a, b in combinations(group["members"], 2)
        if a in answers and b in answers
    }
