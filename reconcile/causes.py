"""Claims on causes: whether two are on one event, and the words for what caused it."""

import re

from claims.model import Claim
from reconcile.words import light_words, plain_words, stem, stop_words

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NAMED = "was caused by "
_UNKNOWN = "cause is unknown"
_KNOWN = "cause is known"


def tells_cause(claim: Claim) -> bool:
    """Whether a claim tells the cause of its subject, or that it is unknown."""
    return claim.value is None and (claim.measure.startswith(_NAMED) or is_unknown(claim))


def is_unknown(claim: Claim) -> bool:
    """Whether a claim on a cause says that it is unknown."""
    denied = claim.polarity == "negated"
    return claim.measure.startswith(_KNOWN if denied else _UNKNOWN)


def is_one_event(a: Claim, b: Claim) -> bool:
    """Whether the subjects of two causes may be one event: of one kind, and not of two years."""
    one, other = (set(_YEAR.findall(claim.subject)) for claim in (a, b))
    return bool(_words(a.subject) & _words(b.subject)) and not (one and other and one != other)


def shared_cause(a: Claim, b: Claim) -> frozenset[str]:
    """Return the words that two causes have in common, but for those of the event."""
    return (_words(a.object) & _words(b.object)) - _words(a.subject) - _words(b.subject)


def _words(text: str | None) -> frozenset[str]:
    words = (word for word in plain_words(text or "") if word not in stop_words())
    return frozenset(map(stem, words)) - light_words()
