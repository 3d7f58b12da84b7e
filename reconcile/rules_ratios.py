"""Ratios: shares, growth, rates, averages and multiples."""

import re
from collections.abc import Iterator, Sequence
from itertools import permutations

from reconcile.figures import Figure, printed, product, quotient, short
from reconcile.intervals import Interval
from reconcile.rules import (
    FROM,
    NEAR,
    OF,
    TO,
    Finding,
    before,
    between,
    by_sentence,
    near,
    one_holder,
    result,
    verdict,
)


def share(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Part ÷ whole = share."""
    for last in figures:
        if last.unit == "%" and last.key.claim.kind == "share" and last.number <= 100:
            found = _share_of(last, figures, text)
            if found:
                yield found


def _share_of(last: Figure, figures: Sequence[Figure], text: str) -> Finding | None:
    """Return the first pair around a share that gives it, or the pair that is said to and does not."""
    amounts = [f for f in near(figures, last, len(figures)) if f.is_level and f.unit != "%"]
    misfit = None
    for part, whole in permutations(amounts, 2):
        if not (_is_near(part, last) and (_is_near(whole, last) or part.is_kind_of(whole))):
            continue
        if (
            part.unit != whole.unit
            or part.number >= whole.number
            or not _one_measure(part, whole, last, text)
        ):
            continue
        one_owner = one_holder(part, last) and one_holder(part, whole)
        if not (one_owner or _goes_on(last, part, whole, text)):
            continue
        expected = quotient(part.expected, whole.expected).scaled(100)
        possible = quotient(part.possible, whole.possible).scaled(100)
        tied = _is_tied(part, whole, last, text)
        fits = verdict(expected, possible, last, tied)
        if fits is None:
            continue
        computed = 100 * part.number / whole.number
        words = f"{short(part.number)} ÷ {short(whole.number)} = {short(round(computed, 1))} %"
        finding = Finding((part, whole, last), fits, computed, result(words, expected, last, "%", fits))
        if fits:
            return finding
        misfit = misfit or finding
    return misfit


def _is_near(figure: Figure, other: Figure) -> bool:
    return abs(figure.sentence - other.sentence) <= NEAR


def _one_measure(part: Figure, whole: Figure, share: Figure, text: str) -> bool:
    """Part and whole must be said to belong to the share: by their sentence, or by their words."""
    if part.unit == "count" and not (part.key.counted & whole.key.counted or part.shares_words(whole)):
        return part.sentence == whole.sentence == share.sentence
    if _goes_on(share, part, whole, text):
        return True
    if part.sentence == share.sentence:
        return whole.sentence == share.sentence or whole.shares_words(share) or whole.shares_words(part)
    if not part.shares_words(share) or bool(share.key.holders) > bool(part.key.holders):
        return False  # the share is somebody's, and nothing says that the part is theirs
    is_margin = "margin" in share.terms and "revenue" in whole.terms
    return is_margin or whole.shares_words(share)


_OF_IT = re.compile(r"\bof (?:it|that|them|this|the (?:total|sum|whole|bill|amount))\b", re.I)
_OF_ALL = re.compile(r"^\W*of the (?:total|sum|whole|bill|amount)\b", re.I)
_THAT_IS = re.compile(r"^\W*(?:that|this|which|it) (?:is|was|makes|comes to|equals|amounts to)\b", re.I)


def _goes_on(share: Figure, part: Figure, whole: Figure, text: str) -> bool:
    """Whether the wording points back: "8 million of it, or 40 %", "That is 40 % of sales of 20 million"."""
    if part.sentence == share.sentence and part.value.end <= share.value.start:
        back = 0 < share.sentence - whole.sentence <= NEAR
        behind = text[share.value.end : share.value.end + 24]
        return back and bool(_OF_IT.search(between(text, part, share)) or _OF_ALL.search(behind))
    pointed = bool(_THAT_IS.search(share.key.claim.sentence)) and whole.sentence == share.sentence
    return pointed and share.sentence - part.sentence == 1


def _is_tied(part: Figure, whole: Figure, share: Figure, text: str) -> bool:
    """ "240 out of 356, or 67 %": one sentence that says what is a part of what."""
    if not part.sentence == whole.sentence == share.sentence:
        return False
    if not OF.search(between(text, part, whole)):
        return False
    link = between(text, whole, share)
    return len(link) <= 30 and any(mark in link for mark in ("(", " or ", "about", "that is"))


def growth(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """From A to B = growth."""
    for last in figures:
        if last.key.claim.kind != "growth" or last.unit != "%":
            continue
        amounts = [f for f in near(figures, last, 2) if f.is_level and f.number > 0 and f.unit != "%"]
        found = _change(last, amounts, text)
        if found:
            yield found


def _change(last: Figure, amounts: Sequence[Figure], text: str) -> Finding | None:
    misfit = None
    for old, new in permutations(amounts, 2):
        if old.unit != new.unit or not _same_measure(old, new, last):
            continue
        expected = _shifted(quotient(new.expected, old.expected))
        possible = _shifted(quotient(new.possible, old.possible))
        fits = verdict(expected, possible, last, _is_from_to(old, new, last, text))
        if fits is None:
            continue
        computed = 100 * (new.number / old.number - 1)
        words = f"{short(old.number)} to {short(new.number)} is {short(round(computed, 1))} %"
        finding = Finding((old, new, last), fits, computed, result(words, expected, last, "%", fits))
        if fits:
            return finding
        misfit = misfit or finding
    return misfit


def _shifted(ratio: Interval) -> Interval:
    return Interval(100 * (ratio.low - 1), 100 * (ratio.high - 1))


def _same_measure(old: Figure, new: Figure, last: Figure) -> bool:
    if old.unit == "count" and not old.key.counted & new.key.counted:
        return False
    if old.sentence == new.sentence == last.sentence:
        alike = any(last.shares_words(f) or f.key.claim.subject == last.key.claim.subject for f in (old, new))
        return alike or not last.terms
    return old.shares_words(new) and (old.shares_words(last) or new.shares_words(last))


def _is_from_to(old: Figure, new: Figure, last: Figure, text: str) -> bool:
    """ "rose 8 % to 2.34 billion from 2.17 billion": one sentence that names all three."""
    if not old.sentence == new.sentence == last.sentence:
        return False
    of_it = not last.terms or last.shares_words(old) or last.shares_words(new)
    return bool(of_it and FROM.search(before(text, old)) and TO.search(before(text, new)))


def points(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """From A to B = difference, for percentage points."""
    for last in figures:
        if last.unit != "pp":
            continue
        levels = [f for f in near(figures, last, 1) if f.unit == "%" and f.is_level]
        for old, new in permutations(levels, 2):
            expected = Interval(new.expected.low - old.expected.high, new.expected.high - old.expected.low)
            possible = Interval(new.possible.low - old.possible.high, new.possible.high - old.possible.low)
            fits = verdict(expected, possible, last, _is_from_to(old, new, last, text))
            if fits is None:
                continue
            computed = new.number - old.number
            words = f"{short(new.number)} − {short(old.number)} = {short(round(computed, 2))} points"
            yield Finding((old, new, last), fits, computed, result(words, expected, last, "pp", fits))
            break


def rate(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Amount ÷ quantity = rate, where the units say so: tonnes ÷ hectares = tonnes per hectare."""
    for last in figures:
        if "/" not in last.unit:
            continue
        top, bottom = last.unit.split("/", 1)
        around = [f for f in near(figures, last, 2) if f.is_level]
        for above in (f for f in around if f.unit == top):
            below = next((f for f in around if f.unit == bottom and _fits_rate(above, f, last)), None)
            if below:
                yield _divided(above, below, last, last.unit)
                break


def _fits_rate(above: Figure, below: Figure, last: Figure) -> bool:
    return quotient(above.expected, below.expected).meets(last.expected)


def average(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Amount ÷ number = what each costs or gets."""
    for sentence in by_sentence(figures):
        for last in (f for f in sentence if _is_each(f, text)):
            others = near(figures, last, len(figures))
            amounts = [f for f in others if f.unit == last.unit and f.number > last.number]
            numbers = [f for f in others if f.unit == "count" and f.is_level and f.number > 1]
            fitting = next(
                (
                    (above, below)
                    for above in amounts
                    for below in numbers
                    if last.sentence in (above.sentence, below.sentence) and _fits_rate(above, below, last)
                ),
                None,
            )
            if fitting:
                yield _divided(*fitting, last, last.unit)


def _is_each(figure: Figure, text: str) -> bool:
    """Whether the wording says that an amount of money is one thing's."""
    if figure.key.dimension != "money":
        return False
    around = text[max(0, figure.value.start - 60) : figure.value.end + 20].lower()
    return any(word in around for word in ("apiece", "each", "average", "a head", "per ", "a piece"))


def _divided(above: Figure, below: Figure, last: Figure, unit: str) -> Finding:
    expected = quotient(above.expected, below.expected)
    computed = above.number / below.number
    words = f"{printed(above)} ÷ {printed(below)} = {short(computed)}"
    return Finding((above, below, last), True, computed, result(words, expected, last, unit, True))


def multiple(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """A ÷ B = how many times."""
    for last in figures:
        if last.key.claim.kind != "growth" or last.unit not in ("count", "ratio") or last.number <= 1:
            continue
        around = [f for f in near(figures, last, 1) if f.is_level and f.unit != "%"]
        fitting = [
            (above, below)
            for above, below in permutations(around, 2)
            if above.unit == below.unit
            and above.number > below.number > 0
            and product(last.expected, below.expected).meets(above.expected)
        ]
        if fitting:
            above, below = min(fitting, key=lambda pair: abs(pair[0].number / pair[1].number - last.number))
            expected = quotient(above.expected, below.expected)
            computed = above.number / below.number
            words = f"{printed(above)} ÷ {printed(below)} = {short(round(computed, 2))}"
            yield Finding((above, below, last), True, computed, result(words, expected, last, "", True))
