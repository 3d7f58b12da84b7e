"""The gate on denials: there is none of what the other side tells of, nobody to whom it happened."""

import re

from reconcile.denials import always_holds, is_amount_denied, is_case_denied, is_over, is_thing_denied
from reconcile.format import day_of
from reconcile.keys import Key
from reconcile.pairing import Pairing, Reason, day
from reconcile.told_times import span

# Plans told so many days apart are of one time.
SOON = 31


def thing_denied(pair: Pairing) -> Reason | None:
    """One side says that there is none of what the other says there is."""
    if is_case_denied(pair.a, pair.b):
        return _case_denied(pair)
    if is_amount_denied(pair.a, pair.b):
        return _amount_denied(pair)
    if not is_thing_denied(pair.a, pair.b):
        return None
    denying, telling = (pair.a, pair.b) if pair.a.denied else (pair.b, pair.a)
    if not always_holds(telling) and (later := since(pair, denying, telling)):
        return later
    return Reason("denial", "conflict", "One side has what the other says there is none of.")


def _case_denied(pair: Pairing) -> Reason:
    """One side counts what happened to nobody by the other: now, or on another day."""
    denying, telling = (pair.a, pair.b) if pair.a.claim.value is None else (pair.b, pair.a)
    before, after = day(pair.as_of(denying)), day(pair.as_of(telling))
    if before and after and abs((before - after).days) > SOON:
        return Reason("denial", "different_period", "The two are told of days that lie far apart.")
    return since(pair, denying, telling) or Reason(
        "denial", "conflict", "One side counts what happened to nobody by the other."
    )


def _amount_denied(pair: Pairing) -> Reason:
    """One side tells of what there was none of by the other: in all that was dealt with, or until its day."""
    denying, telling = (pair.a, pair.b) if pair.a.nothing else (pair.b, pair.a)
    one, other = span(denying), span(telling)
    if one and other and (one[1] < other[0] or other[1] < one[0]):
        return Reason("denial", "different_period", "The two are told of different days.")
    later = _come_to_be_known(pair, denying, telling)
    if later is None and not was_told_late(pair, denying, telling):
        later = since(pair, denying, telling)
    return later or Reason("denial", "conflict", "One side tells of what the other says there was none of.")


def since(pair: Pairing, denying: Key, telling: Key) -> Reason | None:
    """Return that what was denied may have come to be since, where it is told of a later day."""
    before, after = day(pair.as_of(denying)), day(pair.as_of(telling))
    if before is None or after is None or before >= after:
        return None
    told = f"Denied on {day_of(before)}, affirmed on {day_of(after)}: it may have happened since."
    return Reason("polarity", "superseded", told)


def _come_to_be_known(pair: Pairing, denying: Key, telling: Key) -> Reason | None:
    """Return that a later report knows of what an earlier one said that nobody had reported by then."""
    if _KNOWN.search(denying.claim.measure) is None:
        return None
    before, after = day(pair.published(denying)), day(pair.published(telling))
    if before is None or after is None or before >= after:
        return None
    told = f"Not known on {day_of(before)}, told on {day_of(after)}: it has come to be known since."
    return Reason("polarity", "superseded", told)


# So a source says what was known, not what was.
_KNOWN = re.compile(r"\b(?:reported|confirmed|recorded|registered|known|notified|announced)\b", re.I)


def was_told_late(pair: Pairing, denying: Key, telling: Key) -> bool:
    """Whether what one side says never happened is only told later, not said to have happened later."""
    told, denial = telling.period, day(pair.as_of(denying))
    happened = day(told.end) if told else None
    later = happened is not None and denial is not None and happened > denial
    return is_over(denying) and not later and _HAS.match(telling.claim.measure) is None


_HAS = re.compile(r"(?:has|have) ", re.I)
