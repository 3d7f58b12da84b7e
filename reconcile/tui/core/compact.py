"""Values in as few columns as a row of a list has: ">90 | 67 %"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claims.model import Claim, Value
from reconcile.format import NBSP, day, value
from reconcile.intervals import stated
from reconcile.vocabulary import load

_MOST = 2
_LONGEST_SIGN = 3
_THOUSANDS = re.compile(r"(?<=\d\d),000\b(?!,)")


def compact(of: Value) -> str:
    """Write a value with a sign for its hedge (">90 %"); its words are held together by no-break spaces."""
    try:
        low, high = stated(of)
    except ValueError:
        return of.surface
    if of.unit == "date":
        return _short(value(of))
    sign = load("review")["signs"].get(of.hedge, "")
    if not sign and (of.low is None or of.high is None):
        sign = load("review")["signs"]["at_least" if of.high is None else "at_most"]
    arrow = {"up": "+", "down": "−"}.get(of.direction or "", "")
    amount = value(replace(of, low=low, high=high, hedge="range", direction=None))
    return f"{sign}{arrow if not amount.startswith('−') else ''}{_short(amount)}"


def compact_day(iso: str) -> str:
    """Write an ISO day short ("4 Apr 2025")."""
    return _short(day(iso))


def _short(text: str) -> str:
    """Write long words short: "3.5 million" is "3.5M", "April" is "Apr", "240,000" is "240k"."""
    for long, short in load("review")["short"].items():
        text = (
            text.replace(f"{NBSP}{long}", short) if len(short) < _LONGEST_SIGN else text.replace(long, short)
        )
    return str(_THOUSANDS.sub("k", text))


def summary(claims: Sequence[Claim]) -> str:
    """Write what claims say side by side: the first two different values, the unit once where it is shared.

    Assertions have no value; where some are denied that is said.
    """
    if all(claim.value is None for claim in claims):
        denied = list(dict.fromkeys(claim.polarity == "negated" for claim in claims))
        return " | ".join("no" if no else "yes" for no in denied) if len(denied) > 1 else ""
    texts = list(dict.fromkeys(compact(claim.value) for claim in claims if claim.value))
    more = " …" if len(texts) > _MOST else ""
    return " | ".join(_unit_once(texts[:_MOST])).replace(NBSP, " ") + more


def _unit_once(texts: list[str]) -> Iterable[str]:
    """Leave out of all but the last text the words that all end with."""
    words = [text.split(NBSP) for text in texts]
    shared = 0
    while all(len(own) > shared + 1 and own[-1 - shared] == words[-1][-1 - shared] for own in words):
        shared += 1
    return [NBSP.join(own[: len(own) - shared]) for own in words[:-1]] + [texts[-1]]
