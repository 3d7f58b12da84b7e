"""The gate on causes: one event has one cause, which may be named, ruled out or not yet known."""

from datetime import date

from reconcile.causes import is_one_event, is_unknown, shared_cause, tells_cause
from reconcile.pairing import Pairing, Reason, day


def cause(pair: Pairing) -> Reason | None:
    """Another cause of the same event contradicts, and so does one that the other side rules out."""
    a, b = pair.a.claim, pair.b.claim
    if not tells_cause(a) or not tells_cause(b):
        return None
    if not is_one_event(a, b):
        return Reason("cause", "insufficient", "The causes may be those of two events.")
    unknown = [key for key in (pair.a, pair.b) if is_unknown(key.claim)]
    if len(unknown) == 2:
        return Reason("cause", "agree", "Both say that the cause is unknown.")
    if unknown:
        named = pair.b if unknown[0] is pair.a else pair.a
        return _unknown_and_named(day(pair.as_of(unknown[0])), day(pair.as_of(named)))
    shared = shared_cause(a, b)
    if a.polarity == b.polarity == "affirmed":
        if shared:
            return Reason("cause", "agree", "Both name the same cause.")
        return Reason("cause", "conflict", "One event, two causes: at most one of them is the cause.")
    if a.polarity == b.polarity:
        return Reason("cause", "insufficient", "Both only rule out a cause.")
    if shared:
        return Reason("cause", "conflict", "One side names as the cause what the other rules out.")
    return Reason("cause", "insufficient", "One side only rules out a cause that the other does not name.")


def _unknown_and_named(unknown: date | None, named: date | None) -> Reason:
    if unknown and named and unknown > named:
        text = "One side names the cause; the other says later that it is unknown."
        return Reason("cause", "possible_conflict", text)
    return Reason("cause", "superseded", "The cause was unknown and has been named since.")
