"""Which claims an edit may have made of another one: those with its words, or with words like them."""

from collections import defaultdict
from collections.abc import Iterable

from claims.model import Claim
from reconcile.decisions.record import Anchor

# From here, the words of a claim are what an edit made of others; below, those are gone.
ALIKE = 0.6
# So many of the claims with like words are looked at.
_NEAREST = 8


def alike(one: str, other: str) -> float:
    """Return how much two texts have in common, from 0 to 1."""
    if one == other:
        return 1.0
    from rapidfuzz import fuzz

    return fuzz.ratio(one, other) / 100


class Index:
    """Claims by their source and words."""

    def __init__(self, claims: Iterable[Claim]) -> None:
        """Begin with the claims of today."""
        self._with_words: dict[str, list[Claim]] = defaultdict(list)
        self._quotes: dict[str, dict[str, None]] = defaultdict(dict)
        self._about: dict[tuple[str, str, str, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            self._about[claim.source, claim.kind, claim.subject, claim.measure].append(claim)
            self._with_words[claim.quote].append(claim)
            self._quotes[claim.source][claim.quote] = None

    def __bool__(self) -> bool:
        """Whether there is any claim."""
        return bool(self._with_words)

    def like(self, wanted: Anchor, *, is_known: bool) -> list[Claim]:
        """Return the claims that the one of an anchor may have become.

        Those with exactly its words where there are any, else those with words like them.

        Args:
            wanted: The anchor.
            is_known: Whether its source is among those of today; else it may have another name now, and
                claims of any source with exactly its words are returned.
        """
        exact = self._with_words.get(wanted.quote, [])
        if not is_known:
            return list(exact)
        if here := [claim for claim in exact if claim.source == wanted.source]:
            return here
        return [
            claim
            for quote in self._nearest(wanted)
            for claim in self._with_words[quote]
            if claim.source == wanted.source
        ]

    def about(self, wanted: Anchor) -> list[Claim]:
        """Return the claims of the same source that are about the same, whatever their words."""
        return self._about.get((wanted.source, wanted.kind, wanted.subject, wanted.measure), [])

    def _nearest(self, wanted: Anchor) -> list[str]:
        from rapidfuzz import fuzz, process

        quotes = list(self._quotes.get(wanted.source, ()))
        found = process.extract(
            wanted.quote, quotes, scorer=fuzz.ratio, score_cutoff=100 * ALIKE, limit=_NEAREST
        )
        return [quote for quote, _, _ in found]
