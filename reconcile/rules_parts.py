"""Parts and totals: sums in a sentence, a table or a list, and numbers against what is enumerated."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from reconcile.figures import Figure, bounds, printed, quotient, short, total
from reconcile.fit import same_name
from reconcile.rules import TOGETHER, Finding, by_sentence, result, verdict
from reconcile.words import WORLD

MOST_PARTS = 12
# Two counts whose share is given to a place or better hardly fit it by chance from this size on.
SMALLEST_VOTE = 100
TOTAL_ROW = re.compile(r"\b(?:total|all|sum|altogether|overall)\b", re.I)
_NUMBER_WORD = {
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
}
_THE_NUMBER = re.compile(r"\bthe (two|three|four|five|six|seven|eight|nine|ten)\b", re.I)
_LIST_AFTER = re.compile(r"^[^.;:—–()\d]{0,60}(?::|—|–| - |\()\s*([A-Z][^.;:—–()\n]{3,300})")
_OPEN_LIST = re.compile(r"\b(?:including|such as|among|like|e\.g|for example|other)\b", re.I)


def enumeration(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """A sentence that gives a total and its parts."""
    for sentence in by_sentence(figures):
        levels = [f for f in sentence if f.is_level and f.unit != "%" and "row" not in f.key.claim.scope]
        for unit in sorted({f.unit for f in levels}):
            amounts = [f for f in levels if f.unit == unit]
            if 3 <= len(amounts) <= MOST_PARTS:
                yield from _sum_in(amounts)


def kinds(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Neighbours that are kinds of one thing ("ticket revenue", "other revenue"), against the whole of it."""
    levels = [f for f in figures if f.is_level and f.unit != "%" and not is_cell(f)]
    for first, second in pairwise(levels):
        if first.unit != second.unit or second.sentence - first.sentence > 1:
            continue
        both = total([first.expected, second.expected])
        wholes = (f for f in levels if f.unit == first.unit and first.is_kind_of(f) and second.is_kind_of(f))
        last = next((f for f in wholes if both.meets(f.expected)), None)
        if last:
            yield sum_of([first, second], last, True)


def split(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """A sentence whose figures are the parts of a total in the sentence beside it."""
    sentences = list(by_sentence([f for f in figures if f.is_level and f.unit != "%" and not is_cell(f)]))
    for one, other in pairwise(sentences):
        for parts, totals in ((one, other), (other, one)):
            same = [f for f in parts if f.unit == parts[0].unit]
            if len(same) < 2 or len(same) != len(parts):
                continue
            for last in totals:
                tied = last.unit == same[0].unit and (last.unit != "count" or last.number > 10)
                if tied and total([f.expected for f in same]).meets(last.expected):
                    yield sum_of(same, last, True)
                    break


def _sum_in(amounts: Sequence[Figure]) -> Iterator[Finding]:
    """The largest of some figures is the total, where the others add up to it or are said to."""
    last = max(amounts, key=lambda f: f.number)
    parts = [f for f in amounts if f is not last]
    # Parts follow one another: the run of neighbours that gives the total is what the sentence adds.
    for size in range(len(parts), 1, -1):
        for first in range(len(parts) - size + 1):
            run = parts[first : first + size]
            if total([f.expected for f in run]).meets(last.expected) and _closely(run, last):
                yield sum_of(run, last, True)
                return
    tied = TOGETHER.search(last.key.claim.sentence) and len(parts) == len(amounts) - 1 >= 2
    at_end = last is max(amounts, key=lambda f: f.value.start)
    if tied and at_end and misfits(parts, last) and nearly(parts, last):
        yield sum_of(parts, last, False)


def _closely(parts: Sequence[Figure], last: Figure) -> bool:
    """Round numbers add up by chance: exact sums must be near in relation to the smallest part."""
    off = abs(sum(f.number for f in parts) - last.number)
    return off <= 0.5 * min(f.number for f in parts)


def misfits(parts: Sequence[Figure], last: Figure) -> bool:
    """Whether no reading of the parts gives the total."""
    return (
        verdict(total([f.expected for f in parts]), total([f.possible for f in parts]), last, True) is False
    )


def nearly(parts: Sequence[Figure], last: Figure) -> bool:
    """A sum far from the total is none that the text means."""
    return 0.7 * last.number <= sum(f.number for f in parts) <= 1.4 * last.number


def sum_of(parts: Sequence[Figure], last: Figure, fits: bool) -> Finding:
    """Return the finding on a sum, written out."""
    computed = sum(f.number for f in parts)
    interval = total([f.expected for f in parts])
    words = f"{' + '.join(short(f.number) for f in parts)} = {short(computed)}"
    return Finding((*parts, last), fits, computed, result(words, interval, last, last.unit, fits))


def rows(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """A column of a table with a row for the total."""
    columns: dict[tuple[str, str], list[Figure]] = {}
    for last in (f for f in figures if is_cell(f) and "column" in f.key.claim.scope):
        parts = columns.setdefault((last.key.claim.scope["column"], last.unit), [])
        if not TOTAL_ROW.search(last.key.claim.scope["row"]):
            parts.append(last)
            continue
        columns.pop((last.key.claim.scope["column"], last.unit))
        if last.unit == "%" or len(parts) < 2:
            continue
        fits = total([f.expected for f in parts]).meets(last.expected)
        if fits or not total([f.possible for f in parts]).meets(last.possible):
            yield sum_of(parts, last, fits)


def is_cell(figure: Figure) -> bool:
    """Whether a figure stands in a table: what its neighbours are, its row and column say."""
    return "row" in figure.key.claim.scope


def both(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """ "46,000 for and 42,000 against, or 52 %": a share of what two counts make together."""
    for last in figures:
        if last.unit != "%" or last.key.claim.kind != "share":
            continue
        near_by = [f for f in figures if f.is_level and f.unit == "count" and not is_cell(f)]
        near_by = [f for f in near_by if abs(f.sentence - last.sentence) <= 1 and f.number >= SMALLEST_VOTE]
        for one, other in pairwise(near_by):
            if one.sentence != other.sentence:
                continue
            for part in (one, other):
                expected = quotient(part.expected, total([one.expected, other.expected])).scaled(100)
                if last.value.step and last.value.step <= 0.5 and expected.meets(last.expected):
                    computed = 100 * part.number / (one.number + other.number)
                    words = f"{printed(part)} ÷ ({printed(one)} + {printed(other)})"
                    words = f"{words} = {short(round(computed, 1))} %"
                    found = (one, other, last)
                    yield Finding(found, True, computed, result(words, expected, last, "%", True))
                    break


def together(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """ "Together the five shipped 151": the figures of as many holders before it."""
    for last in figures:
        sentence = last.key.claim.sentence
        named = _THE_NUMBER.search(sentence)
        if not named or not TOGETHER.search(sentence) or not last.is_level:
            continue
        parts = _holders_before(figures, last)
        wanted = _NUMBER_WORD[named.group(1).lower()]
        if len(parts) != wanted:
            continue
        fits = verdict(total([f.expected for f in parts]), total([f.possible for f in parts]), last, True)
        if fits is not None and nearly(parts, last):
            yield sum_of(parts, last, fits)


def _holders_before(figures: Sequence[Figure], last: Figure) -> list[Figure]:
    """Return the first present figure of each holder before a total, in the same unit."""
    parts: list[Figure] = []
    for figure in figures:
        claim = figure.key.claim
        if figure.value.start >= last.value.start or figure.unit != last.unit or not figure.is_level:
            continue
        if claim.modality in ("projection", "plan") or last.sentence - figure.sentence > 6:
            continue
        holders = figure.key.holders - {frozenset({WORLD})}
        if not holders or any(same_name(a, b) for a in holders for f in parts for b in f.key.holders):
            continue
        parts.append(figure)
    return parts


def listed(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """A list of items with one figure each, against a total named shortly before."""
    for items in _lists(figures, text):
        earlier = [f for f in figures if f.value.start < items[0].value.start and f.is_level]
        totals = [f for f in earlier if f.unit == items[0].unit and f.number > max(i.number for i in items)]
        totals = [f for f in totals if items[0].sentence - f.sentence <= 6]
        for last in reversed(totals):
            if total([f.expected for f in items]).meets(last.expected):
                yield sum_of(items, last, True)
                break
        else:
            close = [f for f in totals if 0.85 <= sum(i.number for i in items) / f.number <= 1.15]
            if close:
                yield sum_of(items, close[-1], False)


_ITEM = re.compile(r"(?:^|\n)[ \t]*[-*•][ \t][^\n]*$")


def _lists(figures: Sequence[Figure], text: str) -> Iterator[list[Figure]]:
    """Yield the figures of lists in which every item has exactly one, all in one unit."""
    current: list[Figure] = []
    for figure in [*figures, None]:
        joined = (
            figure is not None and figure.is_level and bool(_ITEM.search(text[: figure.value.start][-120:]))
        )
        if joined and figure is not None and (not current or _next_item(current[-1], figure, text)):
            current.append(figure)
            continue
        if len(current) >= 3 and len({f.unit for f in current}) == 1:
            yield current
        current = [figure] if joined and figure is not None else []


def _next_item(last: Figure, figure: Figure, text: str) -> bool:
    gap = text[last.value.end : figure.value.start]
    return gap.count("\n") == 1 and len(gap) < 120


def shares(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Shares that one sentence or list gives of one whole."""
    for sentence in by_sentence(figures):
        parts = [f for f in sentence if f.unit == "%" and f.key.claim.kind == "share"]
        holders = {min(map(sorted, f.key.holders), default=[]).__str__() for f in parts}
        if len(parts) < 3 or len(holders) < len(parts):
            continue
        whole = total([f.expected for f in parts])
        if whole.low > 100:
            continue  # nothing says that they are shares of one whole
        words = " + ".join(short(f.number) for f in parts)
        text_of = f"{words} = {short(sum(f.number for f in parts))} % ({bounds(whole, '%')}), at most 100 %"
        yield Finding(tuple(parts), True, sum(f.number for f in parts), text_of)


def named(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """A small number against the names that follow it: "four firms: A, B, C and D"."""
    for figure in figures:
        if figure.unit != "count" or not figure.is_level or not 2 <= figure.number <= 20:
            continue
        match = _LIST_AFTER.search(text[figure.value.end : figure.value.end + 400])
        if not match or _OPEN_LIST.search(match.group(0)):
            continue
        names = [
            name for name in re.split(r",\s*(?:and\s+)?|\s+and\s+", match.group(1).strip()) if name.strip()
        ]
        if len(names) < 2 or not all(name.strip()[0].isupper() for name in names):
            continue
        fits = len(names) == figure.number
        words = f"{len(names)} named ({', '.join(name.strip() for name in names)})"
        yield Finding(
            (figure,),
            fits,
            float(len(names)),
            f"{words}, {'printed' if fits else 'but printed'} {printed(figure)}",
        )
