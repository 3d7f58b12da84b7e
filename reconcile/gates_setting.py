"""The gate on what one source sets side by side: two figures of one sentence, two dates, a comparison."""

import re

from reconcile.gates_time import SAME_WORDS
from reconcile.pairing import Pairing, Reason
from reconcile.told_times import compares, span

_OF = re.compile(r"\s(?:out )?of (?:the |its |their )?", re.I)


def _is_part(pair: Pairing) -> bool:
    """Whether one sentence tells one figure as a part of the other: "40 of 90 stations"."""
    one, other = (key.claim.value for key in (pair.a, pair.b))
    if one is None or other is None:
        return False
    first, last = sorted((one, other), key=lambda value: value.start)
    between = pair.a.claim.sentence.partition(first.surface)[2].partition(last.surface)[0]
    return _OF.fullmatch(between) is not None


def set_against(pair: Pairing) -> Reason | None:
    """Inside one source, a figure set against another is not a second report of the same."""
    if not pair.same_source or pair.relation == "agree" or pair.is_asserted:
        return None
    if pair.two_voices and not (pair.same_sentence and _is_part(pair)):
        return None
    if pair.same_sentence:
        again = compares(pair.a) or pair.a.concepts == pair.b.concepts
        effect = "different_period" if again and not _is_part(pair) else "different_scope"
        return Reason("sentence", effect, "One sentence sets the two figures side by side.")
    if pair.a.dimension == "date" and pair.fit.what < SAME_WORDS:
        return Reason(
            "period",
            "different_period",
            "The source gives two dates: nothing says that it means one occasion.",
        )
    one, other = span(pair.a), span(pair.b)
    if (one is None or other is None) and (compares(pair.a) or compares(pair.b)):
        text = "The source compares figures here, and does not say for when each holds."
        return Reason("period", "insufficient", text)
    return None
