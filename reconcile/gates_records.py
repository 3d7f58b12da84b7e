"""A gate on records: one thing is the first, or the highest, since one year only."""

import re
from typing import NamedTuple

from reconcile.keys import Key
from reconcile.pairing import Pairing, Reason
from reconcile.window import apart

_SINCE = re.compile(
    r"(?P<kind>(?: [\w-]+)*?)(?: (?:in|at|of|on|by|for|to) [^,;:]*?)? since (?!at least )"
    r"(?:[A-Za-z0-9]+ ){0,4}?(?P<year>(?:19|20)\d\d)\b"
)


class _Record(NamedTuple):
    kind: str
    year: str


def record(pair: Pairing) -> Reason | None:
    """Two years since when something is the first, or the highest."""
    if pair.relation != "agree" or not pair.a.claim.kind == pair.b.claim.kind == "rank":
        return None
    one, other = _record(pair.a), _record(pair.b)
    if one is None or other is None or one.year == other.year:
        return None
    if one.kind != other.kind and " " in one.kind + other.kind:
        return None  # "the first strike since 2019" may be the first nationwide one since 2012
    first, last = sorted((one.year, other.year))
    text = f"Nothing is first both since {first} and since {last}."
    return Reason("record", "internal_inconsistency" if pair.same_source else "conflict", text)


def _record(key: Key) -> _Record | None:
    """Return of what a claim says that something ranks first, and since when, or None."""
    value = key.claim.value
    if value is None or not value.low == value.high == 1:
        return None
    found = _SINCE.match(apart(key.claim)[1])
    return _Record(found["kind"].strip().lower(), found["year"]) if found else None
