"""Parts and totals: sums in a sentence, a table or a list, and numbers against what is enumerated."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from reconcile.figures import Figure, bounds, handy, printed, quotient, short, total
from reconcile.fit import same_name
from reconcile.intervals import TOUCHING
from reconcile.numerals import either, numerals
from reconcile.rules import (
    OF,
    TOGETHER,
    Finding,
    are_parts,
    between,
    by_sentence,
    is_telling,
    result,
    verdict,
)
from reconcile.words import WORLD

MOST_PARTS = 12
# Two counts whose share is given to a place or better hardly fit it by chance from this size on.
SMALLEST_VOTE = 100
# Counts up to this one add up by chance.
SMALL = 20
# Three small numbers of one sentence hardly add up to a fourth by chance.
SEVERAL = 3
# Of so many holders' figures some may be the parts of a total.
MOST_HOLDERS = 6
SMALLEST_SUM = 10
# The whole that some parts are of is one of so many figures before them.
FARTHEST = 40
_OF_SUM = re.compile(
    r"^\W*of (?:the|this|that|its|their) (?:sum|total|whole|amount|money|bill|figure)\b", re.I
)
_OF_THE = re.compile(r"^\S+ of the [a-z]+\b", re.I)
_THE_NUMBER = re.compile(rf"\bthe ({either(2, 10)})\b", re.I)
_LIST_AFTER = re.compile(r"^[^.;:—–()\d]{0,60}(?::|—|–| - |\()\s*([A-Z][^.;:—–()\n]{3,300})")
# "€9m, made up of €4m for …".
_NAMELY = re.compile(r"\b(?:namely|made up of|consisting of|comprising)\b[^.;\d]{0,24}$", re.I)
_OF_WHICH = re.compile(r",? (?:of which|made up of|namely)\b[^.;:\d]{0,40}", re.I)
_OPEN_LIST = re.compile(r"\b(?:including|such as|among|like|e\.g|for example|other)\b", re.I)


def enumeration(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """A sentence that gives a total and its parts."""
    for sentence in by_sentence(figures):
        levels = [f for f in sentence if f.is_level and f.unit != "%" and "row" not in f.key.claim.scope]
        for unit in sorted({f.unit for f in levels}):
            amounts = [f for f in levels if f.unit == unit]
            if 3 <= len(amounts) <= MOST_PARTS:
                yield from (found for found in _sum_in(amounts, text) if _is_sum(found, text))


def shares_of_share(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """ "A share of 14 %, of which one has 9 % and the other 5 %": parts of a share."""
    for sentence in by_sentence([f for f in figures if f.unit == "%" and f.is_level and not f.is_cell]):
        for at, last in enumerate(sentence[:-2]):
            parts = sentence[at + 1 :]
            if not _OF_WHICH.fullmatch(between(text, last, parts[0])):
                continue
            made = total([f.expected for f in parts])
            if made.meets(last.expected) and is_telling(made, sum(f.number for f in parts), last):
                yield sum_of(parts, last, True)


def kinds(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Neighbours that are kinds of one thing ("ticket revenue", "other revenue"), against the whole of it."""
    levels = [f for f in figures if f.is_level and f.unit != "%" and not f.is_cell]
    for first, second in pairwise(levels):
        if first.unit != second.unit or second.sentence - first.sentence > 1:
            continue
        both = total([first.expected, second.expected])
        wholes = (f for f in levels if f.unit == first.unit and first.is_kind_of(f) and second.is_kind_of(f))
        last = next((f for f in wholes if both.meets(f.expected)), None)
        if last:
            yield sum_of([first, second], last, True)


def _is_sum(found: Finding, text: str) -> bool:
    """Whether the figures of a sum can be parts and their total by what else is said of them."""
    return are_parts(found.figures[:-1], found.figures[-1], text)


def split(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """A sentence whose figures are the parts of a total in the sentence beside it."""
    sentences = list(by_sentence([f for f in figures if f.is_level and f.unit != "%" and not f.is_cell]))
    for one, other in pairwise(sentences):
        for parts, totals in ((one, other), (other, one)):
            same = [f for f in parts if f.unit == parts[0].unit]
            if len(same) < 2 or len(same) != len(parts):
                continue
            for last in totals:
                tied = last.unit == same[0].unit and (last.unit != "count" or last.number > 10)
                fits = tied and total([f.expected for f in same]).meets(last.expected)
                fits = fits and not only_touch(same, last)
                if fits and are_parts(same, last, text):
                    yield sum_of(same, last, True)
                    break
    yield from _of_the_sum(sentences, text)


def _of_the_sum(sentences: Sequence[Sequence[Figure]], text: str) -> Iterator[Finding]:
    """ "Of the sum, 5 is for …, 3 for …", "19 of the dead lived in …, 8 in …": the whole was told before."""
    ahead: list[Figure] = []
    for parts in sentences:
        first = parts[0].value
        pointed = _OF_SUM.match(parts[0].sentence_text) or _OF_THE.search(text[first.start : first.end + 24])
        if pointed and 2 <= len(parts) <= MOST_PARTS and len({f.unit for f in parts}) == 1:
            made, largest = total([f.expected for f in parts]), max(f.number for f in parts)
            wholes = [f for f in ahead if f.unit == parts[0].unit and largest < f.number > SMALLEST_SUM]
            alike = [f for f in wholes if pointed.re is _OF_SUM or f.shares_words(parts[0])]
            last = next((f for f in reversed(alike) if made.meets(f.expected)), None)
            if last is not None and is_telling(made, sum(f.number for f in parts), last):
                yield sum_of(parts, last, True)
        ahead = [*ahead, *parts][-FARTHEST:]


def _sum_in(amounts: Sequence[Figure], text: str) -> Iterator[Finding]:
    """The largest of some figures is the total, where the others add up to it or are said to."""
    last = max(amounts, key=lambda f: f.number)
    parts = [f for f in amounts if f is not last]
    run = _run(parts, last)
    if run is None:
        # "30 seats and nine make 39 of the 72": the total of those before it is a part of something else.
        for at in range(len(amounts) - 1, 1, -1):
            run = _run(amounts[:at], amounts[at]) if amounts[at] is not last else None
            if run and run[-1] is amounts[at - 1] and all(f.shares_words(amounts[at]) for f in run):
                last = amounts[at]
                break
            run = None
    if run:
        yield sum_of(run, last, True)
        return
    in_order = sorted(amounts, key=lambda f: f.value.start)
    tied = (bool(TOGETHER.search(last.key.claim.sentence)) and last is in_order[-1]) or (
        bool(_NAMELY.search(between(text, last, in_order[1]))) and last is in_order[0]
    )
    if tied and len(parts) >= 2 and misfits(parts, last) and nearly(parts, last):
        yield sum_of(parts, last, False)


def _run(parts: Sequence[Figure], last: Figure) -> Sequence[Figure] | None:
    """Return the neighbours that give a total, as many as do: parts follow one another."""
    for size in range(len(parts), 1, -1):
        for first in range(len(parts) - size + 1):
            run = parts[first : first + size]
            if _adds_up(run, last) and _closely(run, last):
                return run
    return None


def _adds_up(parts: Sequence[Figure], last: Figure) -> bool:
    """Whether parts give a total; small counts must count one thing."""
    made = total([f.expected for f in parts])
    if any(f.value.hedge == "range" for f in (*parts, last)) or only_touch(parts, last):
        return False
    if not made.meets(last.expected) or not is_telling(made, sum(f.number for f in parts), last):
        return False
    if last.number > SMALL or last.unit != "count" or len(parts) >= SEVERAL:
        return True
    return all(f.key.counted & last.key.counted or not f.value.counted for f in parts)


def only_touch(parts: Sequence[Figure], last: Figure) -> bool:
    """Whether sum and total meet only if every figure is rounded as far as it can be, all to one side."""
    made = total([f.possible for f in parts])
    if made.low <= last.number <= made.high:
        return False
    slack = TOUCHING * abs(last.number)
    return last.possible.high <= made.low + slack or made.high <= last.possible.low + slack


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
    factor, _ = handy(last.number, last.unit)
    words = f"{' + '.join(short(f.number * factor) for f in parts)} = {short(computed * factor)}"
    return Finding((*parts, last), fits, computed, result(words, interval, last, last.unit, fits))


def both(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """ "46,000 for and 42,000 against, or 52 %": a share of what two counts make together."""
    for last in figures:
        if last.unit != "%" or last.key.claim.kind != "share":
            continue
        near_by = [f for f in figures if f.is_level and f.unit == "count" and not f.is_cell]
        near_by = [f for f in near_by if abs(f.sentence - last.sentence) <= 1 and f.number >= SMALLEST_VOTE]
        for one, other in pairwise(near_by):
            beside = other.sentence - one.sentence == 1 and one.key.counted & other.key.counted
            if one.sentence != other.sentence and not beside:
                continue
            if OF.search(between(text, one, other)):
                continue  # "231 out of 401": the other is the whole
            if not are_parts((one, other), last, text):
                continue
            for part in (one, other):
                expected = quotient(part.expected, total([one.expected, other.expected])).scaled(100)
                alone = quotient(one.expected, other.expected), quotient(other.expected, one.expected)
                if any(ratio.scaled(100).meets(last.expected) for ratio in alone):
                    continue  # the one is the share of the other
                computed = 100 * part.number / (one.number + other.number)
                sharp = last.value.step and last.value.step <= 0.5 and is_telling(expected, computed, last)
                if sharp and expected.meets(last.expected):
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
        if not named or not last.is_level or last.unit == "%":
            continue
        wanted = numerals(2, 10)[named.group(1).lower()]
        parts = _holders_before(figures, last)
        some = _some_of(parts, last, wanted)
        if some:
            yield sum_of(some, last, True)
            continue
        said = TOGETHER.search(sentence) and len(parts) == wanted and _one_thing(parts, last)
        if said and misfits(parts, last) and nearly(parts, last):
            yield sum_of(parts, last, False)


def _some_of(parts: Sequence[Figure], last: Figure, wanted: int) -> Sequence[Figure] | None:
    """Return as many holders' figures as are named, the last one told among them, that give a total."""
    if len(parts) == wanted and total([f.expected for f in parts]).meets(last.expected):
        return parts
    alike = [f for f in parts if f.shares_words(last)][-MOST_HOLDERS:]
    for rest in combinations(alike[:-1], wanted - 1):
        if total([f.expected for f in (*rest, alike[-1])]).meets(last.expected):
            return (*rest, alike[-1])
    return None


def _one_thing(parts: Sequence[Figure], last: Figure) -> bool:
    """Whether the figures are of one measure with their sum; some may leave it out ("A has 12, B 9")."""
    alike = sum(bool(f.key.concepts & last.key.concepts) for f in parts)
    return alike >= SEVERAL and 2 * alike > len(parts)


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


def shares(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Shares of one measure that one sentence or list gives of one whole."""
    for sentence in by_sentence(figures):
        measures: dict[str, list[Figure]] = {}
        for figure in sentence:
            if figure.unit == "%" and figure.key.claim.kind == "share" and not figure.is_cell:
                measures.setdefault(figure.key.claim.measure, []).append(figure)
        for parts in measures.values():
            holders = {str(min(map(sorted, f.key.holders), default=[])) for f in parts}
            whole = total([f.expected for f in parts])
            if len(parts) < 3 or len(holders) < len(parts) or whole.low > 100:
                continue  # nothing says that they are shares of one whole
            words, computed = " + ".join(short(f.number) for f in parts), sum(f.number for f in parts)
            found = f"{words} = {short(computed)} % ({bounds(whole, '%')}), at most 100 %"
            yield Finding(tuple(parts), True, computed, found)


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
        also = _told_again(figure, figures) if fits else []
        yield Finding(
            (*also, figure),
            fits,
            float(len(names)),
            f"{words}, {'printed' if fits else 'but printed'} {printed(figure)}{' twice' if also else ''}",
        )


def _told_again(figure: Figure, figures: Sequence[Figure]) -> list[Figure]:
    """Return the figure that tells the same number of the same things elsewhere, as a headline does."""
    same = [
        f
        for f in figures
        if f.sentence != figure.sentence and f.number == figure.number and f.key.counted & figure.key.counted
    ]
    return same[:1]
