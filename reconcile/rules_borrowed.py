"""Sums for which one source lacks a figure that another gives: a share of a whole told elsewhere.

Nothing but words ties such figures together, so it takes words that few figures of the story have, and the
sum must leave no choice between two figures. It can only confirm: what does not fit is another figure.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from reconcile.beside import attributes
from reconcile.figures import Figure, printed, quotient, short, total
from reconcile.intervals import to_days
from reconcile.rules import Finding, between, is_telling, one_holder, result
from reconcile.rules_across import change
from reconcile.rules_changes import in_one_breath, is_earlier, is_growth
from reconcile.rules_days import SLACK, day_told, days_later, span
from reconcile.rules_implied import exchanged, priced
from reconcile.rules_parts import MOST_PARTS, sum_of
from reconcile.rules_rates import is_each, one_of
from reconcile.rules_shares import divided, whole_named
from reconcile.words import light_words, plain_words, stem, stop_words

# A word ties a figure to others of a unit where at most so many of their numbers have it.
FEW = 4
# So many figures of other sources are tried at most, those with the most words in common first.
MOST = 30
# "81 for, 62 against and 7 abstentions".
_JOINED = re.compile(r"^[^.;:\d]{0,40}(?:,(?! or\b)|\band|\bto|\bwith)\s[^.;:\d]{0,12}$", re.I)
# Small numbers add up by chance.
SMALL = 10
# Each part is so much of their sum at least: a rounded sum hides what is less.
LEAST = 0.02
# A sum and what another source prints for it are the same to this part.
CLOSE = 0.005
# Two days and the time between them are the same to this part.
NEARLY = 0.03


class Pool:
    """The figures of all sources by their unit and the words that only few figures of that unit have."""

    def __init__(self, figures: Mapping[str, Sequence[Figure]]) -> None:
        """Gather the figures that each word stands beside."""
        self.having: dict[tuple[str, str], list[Figure]] = defaultdict(list)
        for _, told in sorted(figures.items()):
            for figure in told:
                for word in _words(figure):
                    self.having[figure.unit, word].append(figure)
        self.few = {place for place, having in self.having.items() if _are_few(having)}

    def tied(self, unit: str, *to: Figure) -> list[Figure]:
        """Return the figures in a unit, of other sources, that share a word with some; most alike first."""
        shared: Counter[int] = Counter()
        found: dict[int, Figure] = {}
        own = to[0].key.claim.source
        for word in frozenset().union(*map(_words, to)):
            for figure in self.having[unit, word] if (unit, word) in self.few else ():
                if figure.key.claim.source != own and (figure.is_level or unit == "date"):
                    found[id(figure)] = figure
                    shared[id(figure)] += 1
        order = sorted(found.values(), key=lambda f: (-shared[id(f)], f.key.claim.source, f.value.start))
        return order[:MOST]


def _are_few(having: Sequence[Figure]) -> bool:
    """Whether figures give few numbers, and are not too many to be tried one after the other."""
    return len(having) <= MOST and len({figure.number for figure in having}) <= FEW


def _words(figure: Figure) -> frozenset[str]:
    key = figure.key
    words = key.concepts | key.near | key.counted
    return frozenset(word for word in words if not word[0].isdigit()) - light_words() - attributes()


def borrowed(
    figures: Mapping[str, Sequence[Figure]], texts: Mapping[str, str], settled: Collection[str]
) -> Iterator[Finding]:
    """Yield the sums that fit with one figure of another source.

    Args:
        figures: The figures of each source.
        texts: The text of each source.
        settled: Ids of the claims that a sum has confirmed already.
    """
    pool = Pool(figures)
    for source, told in sorted(figures.items()):
        text = texts.get(source, "")
        sentences: dict[int, list[Figure]] = defaultdict(list)
        for figure in told:
            sentences[figure.sentence].append(figure)
        for last in (f for f in told if f.key.claim.id not in settled):
            for rule in (_share, _average, _changed):
                if found := _only(rule(last, sentences[last.sentence], pool, text)):
                    yield found
                    break
        for here in sentences.values():
            if found := _only(_sum(here, pool, text)):
                yield found
    yield from _exchanged(figures, texts, settled)


Rule = Callable[[Figure, Sequence[Figure], Pool, str], Iterator[Finding]]


def _only(found: Iterable[Finding]) -> Finding | None:
    """Return what was found where no other number of another source fits as well."""
    fitting = list(found)
    numbers = {tuple(f.number for f in finding.figures) for finding in fitting}
    return fitting[0] if len(numbers) == 1 else None


def _share(last: Figure, here: Sequence[Figure], pool: Pool, text: str) -> Iterator[Finding]:
    """ "On 1.8 km, 16% of the line": the line is 11.2 km long in another source."""
    if last.unit != "%" or last.key.claim.kind != "share" or not 0 < last.number < 100 or last.is_cell:
        return
    if is_growth(last, text):
        return
    beside = [f for f in here if f.is_level and f.number > 0 and f.unit != "%" and not to_days(f.unit)]
    parts = [f for f in beside if f.value.end <= last.value.start][-1:] or beside[:1]
    for part in parts:
        for whole in pool.tied(part.unit, part, last):
            alike = (
                _is_one_count(part, whole) and one_holder(part, whole) and _is_its_share(last, whole, text)
            )
            if whole.number > part.number and alike:
                yield from _told_by(whole, divided(part, whole, last))


def _is_its_share(last: Figure, whole: Figure, text: str) -> bool:
    """Whether what a share is said to be of, where it is named, is named beside the whole, too."""
    named = whole_named(last, text)
    if not named or named in stop_words() or stem(named) in light_words():
        return True
    told = f"{whole.key.claim.measure} {whole.sentence_text}"
    return not _stems(named).isdisjoint(_stems(told))


def _stems(text: str) -> set[str]:
    return {stem(word) for word in plain_words(text)}


def _is_one_count(one: Figure, other: Figure) -> bool:
    """Whether two counts may be of one kind of thing: they do not name two."""
    return one.unit != "count" or not (one.key.counted and other.key.counted) or _count_alike(one, other)


def _count_alike(one: Figure, other: Figure) -> bool:
    return bool(one.key.counted & (other.key.counted | other.key.near))


def _average(last: Figure, here: Sequence[Figure], pool: Pool, text: str) -> Iterator[Finding]:
    """ "€354 for each of the 96,000 farms": the sum that is shared stands in another source."""
    if not last.is_level or last.is_cell or not (one_of(last, text) or is_each(last, text)):
        return
    numbers = [f for f in here if f.unit == "count" and f is not last and f.number > SMALL]
    for below in numbers[:1]:
        for above in pool.tied(last.unit, last, below):
            if above.number <= last.number:
                continue
            made = quotient(above.expected, below.expected)
            computed = above.number / below.number
            if made.meets(last.expected) and is_telling(made, computed, last):
                words = f"{printed(above)} ÷ {printed(below)} = {short(computed)}"
                told = result(words, made, last, last.unit, True)
                yield from _told_by(above, Finding((above, below, last), True, computed, told))


def _changed(last: Figure, here: Sequence[Figure], pool: Pool, text: str) -> Iterator[Finding]:
    """ "Divers found five more bodies, which makes 52": the 47 of another source."""
    for new in (f for f in here if f is not last and f.is_level and in_one_breath(f, last, text)):
        for old in pool.tied(new.unit, new, last):
            undated = old.span[0] is None or new.span[0] is None
            before = 0 < old.number != new.number and (undated or is_earlier(old, new))
            alike = before and _is_one_count(old, new) and one_holder(old, new)
            if alike and (found := change(old, new, last, text)) is not None:
                yield found


def dates_borrowed(
    dated: Mapping[str, Sequence[Figure]], figures: Mapping[str, Sequence[Figure]], settled: Collection[str]
) -> Iterator[Finding]:
    """Yield the days that fit with one date of another source.

    Args:
        dated: The dates of each source.
        figures: The other figures of each source.
        settled: Ids of the claims that a sum has confirmed already.
    """
    pool = Pool(dated)
    yield from _days_between(dated, figures, settled, pool)
    yield from _told_later(dated, pool)


def _days_between(
    dated: Mapping[str, Sequence[Figure]],
    figures: Mapping[str, Sequence[Figure]],
    settled: Collection[str],
    pool: Pool,
) -> Iterator[Finding]:
    """Yield "it opened again on 18 March after nine days" with the day that it closed by another source."""
    for source, told in sorted(figures.items()):
        days: dict[str, list[Figure]] = defaultdict(list)
        for day in dated.get(source, ()):
            days[day.sentence_text].append(day)
        for time in told:
            of_days = time.unit in SLACK and time.is_level and time.value.hedge == "exact"
            if not of_days or time.key.claim.id in settled or len(days[time.sentence_text]) != 1:
                continue
            if found := _only(_spans(days[time.sentence_text][0], time, pool)):
                yield found


def _told_later(dated: Mapping[str, Sequence[Figure]], pool: Pool) -> Iterator[Finding]:
    """Yield "on 2 April … two days later" with the source that tells the second day by its date."""
    for _, told in sorted(dated.items()):
        for at, day in enumerate(told):
            apart = days_later(day.value.surface)
            ahead = [f for f in told[max(0, at - DATES_BACK) : at] if f.number + apart == day.number]
            if not apart or not ahead:
                continue
            same = [f for f in pool.tied("date", day) if f.number == day.number and _has_digits(f)]
            for other in same[:1]:
                words = f"{day_told(ahead[-1])} and “{day.value.surface}” is {day_told(day)}"
                told_by = f"{words}, the date in {other.key.claim.source}"
                yield Finding((ahead[-1], day, other), True, day.number, told_by)


# So many dates back the one may stand from which another is counted.
DATES_BACK = 4


def _has_digits(figure: Figure) -> bool:
    return any(sign.isdigit() for sign in figure.value.surface)


def _spans(day: Figure, time: Figure, pool: Pool) -> Iterator[Finding]:
    lasts = (to_days(time.unit) or 0.0) * time.number
    for other in pool.tied("date", day, time):
        if not one_holder(day, other):
            continue
        first, last = sorted((day, other), key=lambda f: f.number)
        sharp = time.unit == "day" and first.possible.low == first.possible.high
        slack = 0.0 if sharp else max(1.0, NEARLY * lasts)
        close = abs(last.number - first.number - lasts) <= slack
        if close and (found := span(first, last, time, True)):
            yield from _told_by(other, found)


def _sum(here: Sequence[Figure], pool: Pool, text: str) -> Iterator[Finding]:
    """ "Seven women and five men": all parts of one sentence, and the twelve of another source."""
    parts = [f for f in here if f.is_level and f.unit != "%" and not f.is_cell and f.value.hedge == "exact"]
    if not 2 <= len(parts) <= MOST_PARTS or len({f.unit for f in parts}) > 1:
        return
    if not all(_JOINED.search(between(text, *pair)) for pair in pairwise(parts)):
        return
    made, number = total([f.expected for f in parts]), sum(f.number for f in parts)
    if min(f.number for f in parts) < LEAST * number:
        return
    for last in pool.tied(parts[0].unit, *parts):
        if len({_count_alike(part, last) for part in parts}) > 1:
            continue  # ten boats and five lorries are no fifteen boats
        sharp = last.value.hedge == "exact" and not last.is_cell and last.number >= SMALL
        if sharp and made.meets(last.expected) and abs(number - last.number) <= CLOSE * last.number:
            yield from _told_by(last, sum_of(parts, last, True))


def _exchanged(
    figures: Mapping[str, Sequence[Figure]], texts: Mapping[str, str], settled: Collection[str]
) -> Iterator[Finding]:
    """Yield what the rate of one source gives with two amounts that another sets side by side."""
    rates = [
        (rate, currency)
        for source, told in sorted(figures.items())
        for rate in told
        if (currency := priced(rate, texts.get(source, "")))
    ]
    for source, told in sorted(figures.items()):
        for rate, currency in rates[:MOST]:
            if rate.key.claim.source == source:
                continue
            for found in exchanged(rate, currency, told):
                if found.fits and found.figures[-1].key.claim.id not in settled:
                    yield from _told_by(rate, found)


def _told_by(figure: Figure, found: Finding | None) -> Iterator[Finding]:
    """Yield a finding that fits, with the source that gives one of its figures."""
    if found is not None and found.fits:
        number = figure.value.surface if figure.unit == "date" else printed(figure)
        told = f"{found.text}; {number} in {figure.key.claim.source}"
        yield Finding(found.figures, True, found.computed, told)
