"""A gate on amounts of which one leaves out what the other counts in: profit before tax, sales excluding fuel."""

import re
from functools import cache

from claims.vocabulary import load
from reconcile.keys import Key
from reconcile.pairing import Pairing, Reason
from reconcile.wording import in_order, side


@cache
def _adjustment() -> re.Pattern[str]:
    words = load("measures")["adjusting"]
    around, charges, excluding = ("|".join(words[key]) for key in ("around", "charges", "excluding"))
    return re.compile(
        rf"\b(?:(?:{around}) (?:[\w-]+ ){{0,6}}(?:{charges})(?:e?s)?|(?:{excluding}) .+)\b", re.I
    )


def _left_out(key: Key) -> str:
    """Return the words that say what an amount leaves out, as the measure has them, or ""."""
    found = _adjustment().search(key.claim.measure)
    return found[0] if found else ""


def adjusted(pair: Pairing) -> Reason | None:
    """A profit before costs is no profit after them."""
    if pair.a.dimension in ("date", "count") or pair.relation == "agree":
        return None
    first, second = in_order(pair)
    one, other = _left_out(first), _left_out(second)
    if one.lower() == other.lower():
        return None
    if one and other:
        text = f"One is “{one}”, the other “{other}”."
    else:
        text = f"Only {side(pair, first if one else second)} gives it “{one or other}”."
    return Reason("what is left out", "different_scope", text)
