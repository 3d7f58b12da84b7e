"""The gate on how much of a thing is meant: a source that says of most what it says elsewhere of all."""

import re
from functools import cache

from reconcile.keys import FACT, Key
from reconcile.pairing import Pairing, Reason
from reconcile.vocabulary import load
from reconcile.words import plain_words, stem, stop_words

# A figure of two digits or more, that tells that both speak of one and the same amount.
_FIGURE = re.compile(r"\d[\d.,]*\d")


def extent(pair: Pairing) -> Reason | None:
    """One source tells of one amount "mostly from Chile" here, and "from Chile" there.

    Two sources choose their own words; in one source it is a slip of the summary or of the text.
    """
    if pair.a.dimension != FACT or pair.b.dimension != FACT or not pair.same_source or pair.same_sentence:
        return None
    if not _figures(pair.a) & _figures(pair.b):
        return None
    one, other = _limited(pair.a), _limited(pair.b)
    if bool(one) == bool(other):
        return None
    limited, whole = (one, pair.b) if one else (other, pair.a)
    if not limited <= _stems(whole.claim.measure):
        return None
    return Reason("extent", "conflict", "What one says of most of it, the other says of all.")


def _figures(key: Key) -> frozenset[str]:
    return frozenset(_FIGURE.findall(key.claim.measure))


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in plain_words(text)) - stop_words()


@cache
def _most() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('course')['most_of_it'])})\s+([^,;:]+)", re.I)


def _limited(key: Key) -> frozenset[str]:
    """Return the words of what holds for most of a thing only."""
    found = _most().search(key.claim.measure)
    return _stems(found.group(1)) if found else frozenset()
