"""Measures that only call a figure one: "the previous record", "an estimate of €3m", "the official count"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.model import Claim
from claims.vocabulary import word_list

REACH = 8  # claims to look back over
_NEAR = 500  # characters to look back over
_BESIDE = 40  # characters between a figure and what it is called
_ALIKE = 5.0  # figures of one measure lie closer together than this factor
_TOLD = ", told before it"
_NO_LEVELS = ("change in ", "share of ", "rank ", "date ", "time ")


def of_what(claim: Claim, earlier: Sequence[Claim]) -> Claim:
    """Say of a figure that is only called a record, a total or a forecast what it is one of.

    It is of what the nearest figure before it measures that has the same unit and is of like size: "The
    mill ground 900 tonnes. The old record, 870 tonnes, …" tells of what it ground.

    Args:
        claim: The claim of a number.
        earlier: The claims before it in the text.
    """
    words = claim.measure.lower().split()
    told = [word for word in words if word not in _words("before")]
    if claim.value is None or claim.value.counted or len(told) != 1 or not _is_figure(told[0]):
        return claim
    if not _calls(claim, told[0]):
        return claim
    lender = next((other for other in reversed(earlier[-REACH:]) if _may_lend(other, claim)), None)
    if lender is None:
        return claim
    extreme = told[0] in _words("extremes")
    measure = f"{claim.measure} {lender.measure}" if extreme else lender.measure
    notes = {**claim.inferred, "measure": f"“{claim.measure}” read as of “{lender.measure}”{_TOLD}"}
    if claim.subject.lower() != claim.measure.lower() and not _is_carried(claim, lender):
        return replace(claim, measure=measure, inferred=notes)
    notes["subject"] = f"“{claim.measure}” read as of “{lender.subject}”{_TOLD}"
    return replace(claim, subject=lender.subject, measure=measure, inferred=notes)


def _is_figure(word: str) -> bool:
    return word in _words("levels") or word in _words("extremes")


def _calls(claim: Claim, noun: str) -> bool:
    """Tell whether it is this figure that a sentence calls so, or no other in it.

    "€4m of the total" is only part of one, "take the total to €4m" adds to it, and in "a total of 23 tonnes
    and short of the 6 that were foreseen" the second is none.
    """
    said = claim.sentence.lower()
    if noun not in said:
        return True
    bringing = "|".join(sorted(_words("bringing")))
    if re.search(rf"\b(?:of|{bringing}) (?:the|that|this) {noun}\b", said):
        return False
    at = said.find(claim.value.surface.lower()) if claim.value is not None else -1
    return noun in said[max(0, at - _BESIDE) : at + _BESIDE] if at >= 0 else True


def _is_carried(claim: Claim, lender: Claim) -> bool:
    """Tell whether a claim's sentence names nobody whose figure it is, but the one before it does."""
    said = claim.sentence.lower()
    owned = {"its", "their", "his", "her", "our"} & set(said.split())
    named = lender.subject.lower() != lender.measure.lower()
    return "subject" in claim.inferred and claim.subject.lower() not in said and named and not owned


def _may_lend(lender: Claim, claim: Claim) -> bool:
    """Tell whether a claim before measures what a figure is one of."""
    ours, theirs = claim.value, lender.value
    if ours is None or theirs is None or ours.unit != theirs.unit or ours.unit in ("%", "rank", "date"):
        return False
    plain = lender.measure.lower()
    if lender.inferred.get("measure", "").endswith(_TOLD):
        return False  # itself only "the previous record"
    if not plain or plain.startswith(_NO_LEVELS) or lender.polarity != claim.polarity:
        return False
    if all(_is_figure(word) or word in _words("before") for word in plain.split()):
        return False
    sizes = [_size(value.low, value.high) for value in (ours, theirs)]
    if claim.start - lender.end > _NEAR or min(sizes) <= 0:
        return False
    return max(sizes) <= _ALIKE * min(sizes)


def _size(low: object, high: object) -> float:
    """Return about how much a value is, 0 where it is no number."""
    ends = [abs(end) for end in (low, high) if isinstance(end, int | float)]
    return max(ends, default=0.0)


def _words(row: str) -> frozenset[str]:
    return word_list("measures", "figure_nouns", row)
