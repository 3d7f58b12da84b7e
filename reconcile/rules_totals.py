"""Totals that the wording points to: what is left over, what was divided, what figures come to together."""

import re
from collections.abc import Iterator, Sequence

from reconcile.figures import Figure, printed, short, total
from reconcile.numerals import either, numerals
from reconcile.rules import FROM, OF, Finding, before, between, is_telling, near, result
from reconcile.rules_parts import MOST_PARTS, misfits, nearly, only_touch, sum_of

_REST = re.compile(r"\b(?:the|a) (?:remaining|rest|remainder|balance|other)\b[^.;\d]{0,24}$", re.I)
# "It was split three ways", "the money went three ways".
_DIVIDED = re.compile(
    rf"\b(?:split|divided|shared|distributed|broken down)\b[^.;:]{{0,40}}?\b({either(2, 6)})\b"
    rf"|\b(?:went|goes|go)\s(?:in\s)?({either(2, 6)})\s(?:ways|directions)\b",
    re.I,
)
_SUM_AHEAD = re.compile(
    r"\b(?:(?:bring|brought|tak|took|rais|lift|push)\w*\b[^.;\d]{0,50}\bto|mak(?:e|es|ing)|a total of"
    r"|in all|altogether|all told|add(?:s|ed|ing)? up to|c[ao]mes? to|so that\b[^.;\d]{0,40}"
    r"|(?:together|combined|between them)\b[^.;\d]{0,40}|(?:would|will|could)\s(?:then\s)?(?:have|hold|be)"
    r")\s[^\d.;]{0,8}$",
    re.I,
)
# The parts of a sum stand in so many sentences before it, or in its own.
BACK = 2
# What "that makes" sums up may stand so far back.
FAR_BACK = 5
# Counts of unlike things that make more than this hardly do so by chance.
MANY = 100


def rest(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Parts and "the remaining" one of them, against the whole named before."""
    levels = [f for f in figures if f.is_level and f.unit != "%" and not f.is_cell]
    levels.sort(key=lambda f: f.value.start)
    for at, final in enumerate(levels):
        if not _REST.search(before(text, final, 40)):
            continue
        ahead = [f for f in levels[:at] if f.unit == final.unit][-MOST_PARTS:]
        if len(ahead) > 1 and (found := _rest_of(ahead[-2], ahead[-1], final, text)):
            yield found
            continue
        for first in range(len(ahead) - 1, 0, -1):
            parts = [*ahead[first:], final]
            if final.sentence - parts[0].sentence > BACK:
                break
            made = total([f.expected for f in parts])
            wholes = [f for f in ahead[:first] if f.number > max(p.number for p in parts)]
            whole = next((f for f in reversed(wholes) if made.meets(f.expected)), None)
            if whole:
                yield sum_of(parts, whole, True)
                break


# "The rest in four yearly payments of 1.5 million".
_IN_PARTS = re.compile(
    rf"\b(?:rest|remainder|balance|other|remaining)\b[^.;]{{0,40}}?\b({either(2, 12)}|\d{{1,2}})\s"
    r"(?:[a-z]+\s){0,2}(?:instal?lments?|payments?|tranches|parts|stages|rates)\sof\s"
    r"[^\w.;]{0,2}$",
    re.I,
)


def instalments(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """What is paid now and the rest in so many equal parts, against the whole that was told before."""
    levels = sorted((f for f in figures if f.is_level and f.unit != "%" and not f.is_cell), key=_start)
    for at, each in enumerate(levels):
        match = _IN_PARTS.search(before(text, each, 90))
        paid = next((f for f in reversed(levels[:at]) if f.unit == each.unit), None)
        if match is None or paid is None or paid.sentence != each.sentence:
            continue
        word = match.group(1).lower()
        times = int(word) if word.isdecimal() else numerals(2, 12)[word]
        made = total([paid.expected, each.expected.scaled(times)])
        wholes = [f for f in near(levels, each, FAR_BACK) if f.unit == each.unit and f.number > paid.number]
        last = next((f for f in wholes if made.meets(f.expected)), None)
        if last is not None:
            computed = paid.number + times * each.number
            words = f"{printed(paid)} + {times} × {printed(each)} = {short(computed)}"
            told = result(words, made, last, last.unit, True)
            yield Finding((paid, each, last), True, computed, told)


def _start(figure: Figure) -> int:
    return figure.value.start


def _rest_of(part: Figure, whole: Figure, final: Figure, text: str) -> Finding | None:
    """Return what "45 of 62 … the remaining 17" gives."""
    of_it = part.sentence == whole.sentence and OF.search(between(text, part, whole))
    if not of_it or final.sentence - whole.sentence > BACK or part.number >= whole.number:
        return None
    made = total([part.expected, final.expected])
    return sum_of([part, final], whole, True) if made.meets(whole.expected) else None


def comes_to(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Figures that follow one another and the sum that they are said to make: "so that it costs 245"."""
    levels = [f for f in figures if f.is_level and not f.is_cell]
    for at, last in enumerate(levels):
        if not _SUM_AHEAD.search(before(text, last, 90)):
            continue
        summed = bool(_THAT_MAKES.search(before(text, last)))
        back = FAR_BACK if summed else BACK
        ahead = [f for f in levels[:at] if f.unit == last.unit and last.sentence - f.sentence <= back]
        runs = [ahead[first:] for first in range(len(ahead) - 2, -1, -1)]
        # "It brings the total to 221, from 180".
        behind = next((f for f in levels[at + 1 :] if f.sentence == last.sentence), None)
        if behind and behind.unit == last.unit and ahead and FROM.search(before(text, behind)):
            runs.insert(0, [behind, ahead[-1]])
        # "The fee is 38, more than the 31 for another; bonuses could bring another 7 and take it to 45".
        if ahead and _ON_TOP.search(before(text, ahead[-1])):
            runs += [[base, ahead[-1]] for base in reversed(ahead[:-1])]
        parts = next((run for run in runs if _make(run, last, summed)), None)
        if parts:
            yield sum_of(parts, last, True)


_ON_TOP = re.compile(r"\b(?:another|a further|an extra|an additional)\s[^.;\d]{0,12}$", re.I)
# "That makes 14 in all": what it sums up need not be called the same.
_THAT_MAKES = re.compile(r"\b(?:that|which|this|it)\s(?:makes?|made|brings?|brought)\s[^.;\d]{0,12}$", re.I)


def _make(parts: Sequence[Figure], last: Figure, summed: bool = False) -> bool:
    """Whether figures of one kind make the sum."""
    if summed and all(f.value.hedge == "exact" for f in (*parts, last)):
        return _sum_fits(parts, last)
    if last.unit == "count" and not all(
        f.key.counted & last.key.counted or f.shares_words(last) for f in parts
    ):
        return len(parts) == 2 and last.number > MANY and _sum_fits(parts, last)
    return _sum_fits(parts, last)


def _sum_fits(parts: Sequence[Figure], last: Figure) -> bool:
    made = total([f.expected for f in parts])
    return made.meets(last.expected) and is_telling(made, sum(f.number for f in parts), last)


# "2.6 of it went to schools": what is told beside it is a part of the same, too.
_PART_OF_IT = re.compile(r"^\s?of (?:it|that|this|the (?:sum|money|total|amount))\b", re.I)


def exceeded(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Parts of a sum that was told just before, which come to more than it or to just that."""
    levels = [f for f in figures if f.is_level and f.unit != "%" and not f.is_cell]
    for first in levels:
        if not _PART_OF_IT.search(text[first.value.end : first.value.end + 16]):
            continue
        parts = [f for f in levels if f.sentence == first.sentence and f.value.start >= first.value.start]
        ahead = [f for f in levels if f.value.end <= first.value.start and first.sentence - f.sentence <= 1]
        wholes = [f for f in ahead if f.unit == first.unit and f.number > max(p.number for p in parts)]
        if len(parts) < 2 or not wholes or any(f.unit != first.unit for f in parts):
            continue
        whole = next((f for f in reversed(wholes) if _come_to(parts, f)), None)
        if whole is not None:
            yield sum_of(parts, whole, True)
        elif len(wholes) == 1 and first.unit != "count" and _exceed(parts, wholes[0]):
            yield sum_of(parts, wholes[0], False)


def _exceed(parts: Sequence[Figure], whole: Figure) -> bool:
    return nearly(parts, whole) and sum(f.number for f in parts) > whole.number


def _come_to(parts: Sequence[Figure], whole: Figure) -> bool:
    return not misfits(parts, whole) and not only_touch(parts, whole)


def divided(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """ "It was split three ways": the next figures, as many, against the sum that was divided."""
    levels = [f for f in figures if f.is_level and f.unit != "%" and not f.is_cell]
    if not levels:
        return
    for match in _DIVIDED.finditer(text, levels[0].value.start, levels[-1].value.end):
        wanted = numerals(2, 6)[(match.group(1) or match.group(2)).lower()]
        behind = [f for f in levels if f.value.start >= match.end()]
        earlier = [f for f in levels if f.value.end <= match.start()]
        if not behind or not earlier:
            continue
        parts = [f for f in behind if f.unit == behind[0].unit and f.sentence - behind[0].sentence <= 1][
            : wanted + 1
        ]
        whole = next((f for f in reversed(earlier) if f.unit == behind[0].unit), None)
        if whole is None or behind[0].sentence - whole.sentence > BACK or len(parts) != wanted:
            continue
        if not misfits(parts, whole):
            yield sum_of(parts, whole, True)
        elif wanted > 2 and nearly(parts, whole) and all(f.number < whole.number for f in parts):
            yield sum_of(parts, whole, False)
