"""Changes: from–to against growth, points and differences, and how many times one figure is another."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, permutations

from reconcile.figures import Figure, from_to, printed, product, quotient, short
from reconcile.intervals import Interval
from reconcile.rules import (
    FROM,
    NEAR,
    TO,
    Finding,
    before,
    between,
    is_telling,
    near,
    one_holder,
    result,
    verdict,
)
from reconcile.rules_tables import names_row
from reconcile.rules_tied_changes import reach, tied_multiple, tied_pairs

_HALF_AGAIN = re.compile(r"^\s*as (?:much|many) again\b", re.I)
_AGAINST_PLAN = re.compile(
    r"^\s*(?:over|above|below|under)\s(?:the\s|its\s)?(?:budget|plan|target|estimate)\b", re.I
)
_RISE = re.compile(r"(?<!share of )(?<!as share of )\b\w*(?:rise|increase|growth|raise)\b", re.I)
# So many sentences away an article may tell what a project was to cost and what it costs.
_FAR = 6
# A figure and its change are told in one breath: "rose by 9 %, to 186 million".
_BREATH = 90
_PHRASE = 30
_FROM_ONE_TO = re.compile(r"\bfrom\s[^.;,]{1,40}\sto\s", re.I)
_TO_IT = re.compile(r"^\s*to\s")
# A change from one figure to another a hundred times as large is a figure misread, not an error of the text.
_FEWEST_TIMES = 0.05
# "Twice" is told of what is nearly so.
_ABOUT = 0.15


def growth(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """From A to B = growth."""
    levels = [f for f in figures if f.is_level and f.number > 0 and f.unit != "%"]
    for last in figures:
        if last.unit == "%" and is_growth(last, text):
            around = near(levels, last, 2)
            found = _change(last, _than_it(last, levels, text), text, True)
            if not (found and found.fits):
                found = _change(last, permutations(around, 2), text)
            if not (found and found.fits):
                found = _change(last, _apart(last, levels, text), text, True) or found
            if not (found and found.fits):
                found = _misfit(last, levels, text) or found
            if found:
                yield found


def _misfit(last: Figure, levels: Sequence[Figure], text: str) -> Finding | None:
    """Return the two figures that a change is tied to, where no reading of them gives it."""
    for old, new in tied_pairs(last, levels, text):
        made = shifted(quotient(reach(new), reach(old)))
        computed = 100 * (new.number / old.number - 1)
        told = reach(last)
        if (computed < 0) != (last.number < 0):
            made, computed = made.mirrored(), -computed
        if not made.meets(told) and _FEWEST_TIMES < new.number / old.number < 1 / _FEWEST_TIMES:
            words = f"{from_to(old, new)} is {short(round(computed, 1))} %"
            expected = shifted(quotient(new.expected, old.expected))
            expected = expected if (computed < 0) == (expected.high < 0) else expected.mirrored()
            return Finding((old, new, last), False, computed, result(words, expected, last, "%", False))
    return None


def is_growth(figure: Figure, text: str) -> bool:
    """Whether a percentage is a change: "half as much again" is one, too."""
    behind, claim = text[figure.value.end : figure.value.end + 24], figure.key.claim
    if claim.kind == "growth" or _HALF_AGAIN.search(behind) or _AGAINST_PLAN.search(behind):
        return True
    if re.search(r"\bby\s$", before(text, figure)) and _FROM_ONE_TO.search(figure.sentence_text):
        return True
    return bool(_RISE.search(claim.measure)) and "share" not in claim.measure


def _change(
    last: Figure, pairs: Iterable[tuple[Figure, Figure]], text: str, belong: bool = False
) -> Finding | None:
    """Return the first pair that gives a change, or the pair that is said to and does not.

    Args:
        last: The change.
        pairs: Old and new figures.
        text: The text of the source.
        belong: Whether the figures are known to be those that changed.
    """
    misfit = None
    for old, new in pairs:
        if not (old.unit == new.unit or belong) or not (belong or _same_measure(old, new, last, text)):
            continue
        expected = shifted(quotient(new.expected, old.expected))
        possible = shifted(quotient(new.possible, old.possible))
        computed = 100 * (new.number / old.number - 1)
        if last.key.claim.kind != "growth" and expected.high < 0:
            # "From 640 to 160, by 75 %".
            expected, possible, computed = expected.mirrored(), possible.mirrored(), -computed
        fits = verdict(expected, possible, last, not belong and _is_from_to(old, new, last, text))
        if fits is None:
            continue
        words = f"{from_to(old, new)} is {short(round(computed, 1))} %"
        finding = Finding((old, new, last), fits, computed, result(words, expected, last, "%", fits))
        if fits:
            return finding
        misfit = misfit or finding
    return misfit


def _apart(last: Figure, levels: Sequence[Figure], text: str) -> Iterator[tuple[Figure, Figure]]:
    """Yield the figures of an earlier time with those that a change led to, wherever they stand."""
    yield from _of_row(last, levels)
    yield from _beside(last, levels, text)
    yield from _only_two(last, levels)
    yield from _from_to(last, levels, text)
    if _AGAINST_PLAN.search(text[last.value.end : last.value.end + 24]):
        around = [f for f in near(levels, last, _FAR) if _is_sharp(f) and f.key.dimension == "money"]
        pairs = permutations(around, 2)
        yield from ((old, new) for old, new in pairs if is_earlier(old, new) and old.shares_words(new))
    for new in (f for f in levels if f.sentence == last.sentence and in_one_breath(f, last, text)):
        same = [f for f in levels if f.sentence != new.sentence and f.terms == new.terms != frozenset()]
        yield from ((old, new) for old in same if is_earlier(old, new) and one_holder(old, new))


def _beside(last: Figure, levels: Sequence[Figure], text: str) -> Iterator[tuple[Figure, Figure]]:
    """Yield the two figures of the next sentence that are one thing's: "It goes from 40 to 46"."""
    around = [f for f in levels if abs(f.sentence - last.sentence) == 1]
    for old, new in pairwise(around):
        one_thing = old.sentence == new.sentence and old.terms == new.terms
        if (
            one_thing
            and FROM.search(before(text, old))
            and _TO_IT.search(text[old.value.end : new.value.end])
        ):
            yield old, new


def _only_two(last: Figure, levels: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the only two figures of one thing around a change, either as the old one."""
    around = [f for f in near(levels, last, 1) if not f.is_cell]
    for unit in sorted({f.unit.partition("/")[0] for f in around}):
        two = [f for f in around if f.unit.partition("/")[0] == unit]
        if len(two) == 2 and any(f.sentence == last.sentence for f in two):
            yield from permutations(two) if _one_kind(*two) else ()


# "14% above the record of 2.8 million": the figure that is above it stands elsewhere.
_THAN_IT = re.compile(
    r"^\s*(?:(?:more|fewer|less|higher|lower|larger|smaller|dearer|cheaper)\s(?:[a-z]+\s)?than"
    r"|above|below|up from|down from)\b[^.;\d]{0,40}$",
    re.I,
)
# A change of so many percent and more, known to the percent, hardly fits two figures by chance.
_TELLING_CHANGE = 4


def _than_it(last: Figure, levels: Sequence[Figure], text: str) -> Iterator[tuple[Figure, Figure]]:
    """Yield the figure right behind "14% above" with those of its kind around it."""
    old = next((f for f in levels if f.value.start >= last.value.end and f.sentence == last.sentence), None)
    if old is None or not _THAN_IT.search(between(text, last, old)):
        return
    for new in near(levels, old, _FAR):
        ahead = new.sentence == last.sentence and new.value.end <= last.value.start
        alike = ahead or (new.unit != "count" and new.sentence <= last.sentence and _is_sharp(new))
        if new.unit == old.unit and alike and _changed_by(old, new, last):
            yield old, new


def _from_to(last: Figure, levels: Sequence[Figure], text: str) -> Iterator[tuple[Figure, Figure]]:
    """Yield "from 410 to 460", wherever it stands, where the change is the one told."""
    for one, other in pairwise(levels):
        if one.sentence != other.sentence or one.unit != other.unit or one.is_cell:
            continue
        down = FROM.search(before(text, other)) and TO.search(before(text, one))
        old, new = (other, one) if down else (one, other)
        if (FROM.search(before(text, old)) and TO.search(before(text, new))) and _changed_by(old, new, last):
            yield old, new


def _changed_by(old: Figure, new: Figure, last: Figure) -> bool:
    """Whether the change from one figure to another is the one told, and a telling one."""
    change = 100 * (new.number / old.number - 1)
    told = last.number if change >= 0 else -abs(last.number)
    low, high = last.expected.low, last.expected.high
    return abs(change) >= _TELLING_CHANGE and (abs(change - told) <= 0.6 or low <= change <= high)


def _one_kind(one: Figure, other: Figure) -> bool:
    """Whether two figures may be of one thing, told twice: counts only where they say so."""
    return one.unit != "count" or bool(one.key.counted & other.key.counted) or one.shares_words(other)


def _of_row(last: Figure, levels: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the cells of two times in a row of a table that the sentence of a change names."""
    cells = [f for f in levels if f.is_cell and names_row(last, f)]
    for old, new in permutations(cells, 2):
        if old.row == new.row and is_earlier(old, new):
            yield old, new


# "23 of the 54 seats, three more than now".
_OF_THE_SUM = re.compile(r"^ (?:out )?of (?:the|its|their) \d[\d,.]*(?= [a-z])")


def in_one_breath(figure: Figure, change: Figure, text: str) -> bool:
    """Whether a figure and its change are told together: "rose by 9 %, to 186 million"."""
    gap = _OF_THE_SUM.sub("", between(text, figure, change) or between(text, change, figure))
    return len(gap) <= _BREATH and not re.search(r"[;:\d]|\.\s", gap)


def is_earlier(old: Figure, new: Figure) -> bool:
    """Whether a figure holds for an earlier time than another, by what the text states."""
    (start, end), (later, last) = old.span, new.span
    return start is not None and later is not None and start < later and end != last


def shifted(ratio: Interval) -> Interval:
    """Return a ratio of new to old as a change in percent."""
    return Interval(100 * (ratio.low - 1), 100 * (ratio.high - 1))


def _same_measure(old: Figure, new: Figure, last: Figure, text: str) -> bool:
    if old.unit == "count" and not old.key.counted & new.key.counted:
        alike = old.sentence == new.sentence == last.sentence and old.shares_words(new)
        if not (alike and last.shares_words(new)):
            return False
    if old.sentence == new.sentence == last.sentence:
        if last.key.claim.kind != "growth":
            return new.value.end <= last.value.start <= old.value.start
        alike = any(last.shares_words(f) or f.key.claim.subject == last.key.claim.subject for f in (old, new))
        return alike or not last.terms
    return old.shares_words(new) and (old.shares_words(last) or new.shares_words(last))


def _is_from_to(old: Figure, new: Figure, last: Figure, text: str) -> bool:
    """ "rose 8 % to 2.34 billion from 2.17 billion": one phrase that names all three."""
    if not old.sentence == new.sentence == last.sentence:
        return False
    of_it = not last.terms or last.shares_words(old) or last.shares_words(new)
    if not (of_it and FROM.search(before(text, old)) and TO.search(before(text, new))):
        return False
    one, two, three = sorted((old, new, last), key=lambda f: f.value.start)
    gaps = (between(text, one, two), between(text, two, three))
    close = all(len(gap) <= _PHRASE and not re.search(r"[,;:]", gap) for gap in gaps)
    return close and _FEWEST_TIMES < new.number / old.number < 1 / _FEWEST_TIMES


def points(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """From A to B = difference, for percentage points."""
    shares = [f for f in figures if f.unit == "%" and f.is_level]
    for last in (f for f in figures if f.unit in ("pp", "point")):
        for old, new in _point_pairs(last, shares):
            if last.unit == "point" and last.sentence not in (old.sentence, new.sentence):
                continue
            expected = Interval(new.expected.low - old.expected.high, new.expected.high - old.expected.low)
            possible = Interval(new.possible.low - old.possible.high, new.possible.high - old.possible.low)
            fits = verdict(expected, possible, last, last.unit == "pp" and _is_from_to(old, new, last, text))
            if fits is None:
                continue
            computed = new.number - old.number
            words = f"{short(new.number)} − {short(old.number)} = {short(round(computed, 2))} points"
            yield Finding((old, new, last), fits, computed, result(words, expected, last, "pp", fits))
            break


def _point_pairs(last: Figure, shares: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the shares around a difference in points, then those of an earlier time."""
    for pair in permutations(near(shares, last, 1), 2):
        if all(f.sentence == last.sentence or _is_sharp(f) for f in pair):
            yield pair
    for one in (f for f in shares if f.sentence == last.sentence and not f.is_cell):
        for other in near(shares, last, NEAR):
            if other.sentence != last.sentence and _is_sharp(one) and _is_sharp(other):
                yield from ((one, other), (other, one))
        earlier = (f for f in shares if f.shares_words(one) and _is_sharp(f) and is_earlier(f, one))
        yield from ((old, one) for old in earlier)
    yield from _of_row(last, shares)


def _is_sharp(figure: Figure) -> bool:
    """Whether a figure has no hedge that would let it fit many another."""
    return figure.value.hedge == "exact"


def multiple(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """A ÷ B = how many times."""
    for last in figures:
        if last.key.claim.kind != "growth" or last.unit not in ("count", "ratio") or last.number <= 1:
            continue
        around = [f for f in near(figures, last, 1) if f.is_level and _may_be_times(f, last)]
        fitting = [
            (above, below)
            for above, below in permutations(around, 2)
            if above.unit == below.unit
            and above.number > below.number > 0
            and product(last.expected, below.expected).meets(above.expected)
            and is_telling(quotient(above.expected, below.expected), above.number / below.number, last)
        ]
        if fitting:
            pair = min(fitting, key=lambda pair: abs(pair[0].number / pair[1].number - last.number))
            yield _times(*pair, last, fits=True)
        elif tied := tied_multiple(last, [f for f in figures if f.is_level], text):
            made, told = quotient(reach(tied[0]), reach(tied[1])), reach(last).widened(_ABOUT)
            if min(f.number for f in tied) > 0 and not made.meets(told):
                yield _times(*tied, last, fits=False)


def _may_be_times(figure: Figure, last: Figure) -> bool:
    """Whether a figure may be so many times another: shares only where they are told in its sentence."""
    return figure.unit != "%" or figure.sentence == last.sentence


def _times(above: Figure, below: Figure, last: Figure, *, fits: bool) -> Finding:
    expected, computed = quotient(above.expected, below.expected), above.number / below.number
    words = f"{printed(above)} ÷ {printed(below)} = {short(round(computed, 2))}"
    return Finding((above, below, last), fits, computed, result(words, expected, last, "", fits))
