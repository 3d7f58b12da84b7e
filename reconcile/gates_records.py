"""A gate on records: one thing is the first, or the highest, since one year only."""

import re

from reconcile.keys import Key
from reconcile.pairing import Pairing, Reason

_SINCE = re.compile(r"[^,;:]*\bsince (?:[A-Za-z0-9]+ ){0,4}?((?:19|20)\d\d)\b")


def record(pair: Pairing) -> Reason | None:
    """Two years since when something is the first, or the highest."""
    if pair.relation != "agree" or not pair.a.claim.kind == pair.b.claim.kind == "rank":
        return None
    one, other = _since(pair.a), _since(pair.b)
    if not one or not other or one == other:
        return None
    first, last = sorted((one, other))
    text = f"Nothing is first both since {first} and since {last}."
    return Reason("record", "internal_inconsistency" if pair.same_source else "conflict", text)


def _since(key: Key) -> str:
    """Return the year since when a claim says that something ranks first, or ""."""
    value = key.claim.value
    if value is None or not value.low == value.high == 1:
        return ""
    _, surface, behind = key.claim.sentence.partition(value.surface)
    found = _SINCE.match(behind) if surface else None
    return found[1] if found else ""
