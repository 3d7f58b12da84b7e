"""The title of a group: the question that its claims answer."""

from collections import Counter
from collections.abc import Sequence

from claims.model import Claim

LONGEST = 90


def title(claims: Sequence[Claim]) -> str:
    """Return subject and measure of the claim that speaks for most of the group.

    Args:
        claims: The claims of the group, in any order.
    """
    subjects = Counter(claim.subject.strip() for claim in claims if claim.subject.strip())
    subject = _first(subjects)
    measures = Counter(_measure(claim) for claim in claims if claim.subject.strip() == subject)
    measure = _first(measures) or _first(Counter(_measure(claim) for claim in claims))
    if subject and measure and subject.lower() not in measure.lower():
        return _cut(f"{subject}: {measure}")
    return _cut(measure or subject or claims[0].quote)


def _measure(claim: Claim) -> str:
    also = claim.object if claim.object and claim.object not in claim.measure else ""
    words = f"{claim.measure} {also}".split()
    if claim.value is not None and claim.value.counted and claim.value.counted not in words and not words:
        words = [f"number of {claim.value.counted}"]
    return " ".join(words)


def _first(counts: Counter[str]) -> str:
    """Return the most frequent text; of several the shortest, then the first by letters."""
    return min(counts, key=lambda text: (-counts[text], len(text), text), default="")


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
