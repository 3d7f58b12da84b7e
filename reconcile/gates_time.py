"""Gates on time: period, and what one source sets against something earlier."""

import re
from datetime import date, timedelta

from reconcile.beside import AGE
from reconcile.format import day_of, days
from reconcile.keys import Key
from reconcile.pairing import Pairing, Reason, day
from reconcile.running import COUNTED_ON, RECALLED, counts_on, is_running, rises, stands
from reconcile.told_times import has, span
from reconcile.vocabulary import load
from reconcile.window import apart
from reconcile.wording import label
from reconcile.words import plain_words

# Periods are the same when they share this part of the longer one.
SAME_PERIOD = 0.8
# A price, a state or a number of things reported again within days is still the same report.
WITHIN_DAYS = 10
SOON = 31
MANY_DIGITS = 3
# Sentences that share so many numbers tell of one time.
SEVERAL = 2
# One source gives two dates of the same event only where its words are all but the same.
SAME_WORDS = 0.95
SAME_HOLDER = 0.9
FUTURE = frozenset({"projection", "plan"})


def _has_fallen(pair: Pairing) -> bool:
    """Whether both sides count up to a day, and the later one less: other days do not explain that."""
    when_a, when_b = day(pair.as_of(pair.a)), day(pair.as_of(pair.b))
    both = counts_on(pair.a) and counts_on(pair.b) and not stands(pair)
    if not both or pair.same_source or when_a is None or when_b is None or when_a == when_b:
        return False
    earlier, later = (pair.a, pair.b) if when_a < when_b else (pair.b, pair.a)
    return pair.relation != "agree" and pair.fit.what >= COUNTED_ON and not rises(earlier, later)


def period(pair: Pairing) -> Reason | None:
    """Periods that do not cover the same days; of an event's own date the value decides."""
    if pair.a.dimension == "date" and pair.b.dimension == "date":
        return None
    if pair.one_slip >= SEVERAL:
        return None  # told with the same numbers
    one, other = span(pair.a), span(pair.b)
    if (hours := _other_hours(pair)) is not None:
        return hours
    if one is None or other is None:
        return _another_event(pair) or _another_table(pair) or _half_open(pair)
    overlap = (min(one[1], other[1]) - max(one[0], other[0])).days + 1
    longer = max((one[1] - one[0]).days, (other[1] - other[0]).days) + 1
    if overlap >= SAME_PERIOD * longer:
        return None
    if overlap <= 0:
        if (
            _has_never_been(pair)
            or _denied_since(pair, one, other)
            or _is_long_number(pair)
            or _is_one_age(pair)
            or _has_fallen(pair)
        ):
            return None
        gap = timedelta(days=1 - overlap)
        if gap.days <= WITHIN_DAYS and all(_is_of_report(pair, key) for key in (pair.a, pair.b)):
            return None  # each of the day on which its source tells it
        if pair.relation == "agree" and gap.days <= WITHIN_DAYS and longer <= WITHIN_DAYS:
            return None
        return Reason("period", "different_period", f"{_days(one, other)} have no day in common.")
    if pair.is_asserted or pair.relation == "agree" or pair.one_slip:
        return None  # the same figure for a part of the time: both can mean the same
    if one[1] == other[1] and _is_less_than_its_part(pair):
        return None
    if one[0] == other[0] and any(runs_to_report(pair, key) for key in (pair.a, pair.b)):
        return None  # "since April" ends with the report only, as "in the quarter from April" does not
    if is_future(pair, pair.a) != is_future(pair, pair.b):
        return None  # a forecast for the year against the half that has passed: the status tells them apart
    return Reason("period", "different_period", f"{_days(one, other)} cover different lengths of time.")


def _is_less_than_its_part(pair: Pairing) -> bool:
    """Whether what was counted by a day is less than what came in a stretch that ended with it."""
    for total, part in pair.both_ways:
        days, stretch = span(total), span(part)
        is_total = counts_on(total) and days is not None and days[0] == days[1]
        if is_total and stretch and stretch[0] < stretch[1] and not counts_on(part):
            return pair.fit.what >= COUNTED_ON and rises(total, part) and not rises(part, total)
    return False


def _other_hours(pair: Pairing) -> Reason | None:
    """A price in early trading, and one at the close."""
    if pair.relation == "agree" or pair.a.claim.value is None or pair.b.claim.value is None:
        return None
    early, late = load("course")["hours"]
    told = [(has(key, early), has(key, late)) for key in (pair.a, pair.b)]
    if sorted(told) != [(False, True), (True, False)]:
        return None
    return Reason("period", "different_period", "One is told of early in the day, the other of its end.")


def _is_one_age(pair: Pairing) -> bool:
    """Whether both give one age: the days of its sentence are those of what befell, not of the age."""
    return pair.relation == "agree" and AGE in pair.a.concepts & pair.b.concepts


def _is_of_report(pair: Pairing, key: Key) -> bool:
    """Whether a figure holds, by its tense or by "now", on the day on which its source came out."""
    days = span(key)
    return days is not None and days[0] == days[1] == day(pair.published(key))


def runs_to_report(pair: Pairing, key: Key) -> bool:
    """Whether a period of more than a day ends with the day on which its source came out."""
    days = span(key)
    return days is not None and days[0] < days[1] == day(pair.published(key))


def _is_long_number(pair: Pairing) -> bool:
    """Whether two sources give one number of many digits: it is hardly that of two times by chance."""
    same = pair.one_number and pair.relation == "agree" and pair.a.digits == pair.b.digits
    return same and len(pair.a.digits) >= MANY_DIGITS


def _another_event(pair: Pairing) -> Reason | None:
    """A toll of long before its report, and one without a date: the report recalls an earlier event."""
    for key, other in pair.both_ways:
        days, published = span(key), day(pair.published(key))
        if days is None or published is None or other.period is not None:
            continue
        if is_running(key) and is_running(other) and (published - days[1]).days > RECALLED:
            text = f"{_days(days)} is long before the report; the other figure is of the event reported."
            return Reason("period", "different_period", text)
    return None


def _another_table(pair: Pairing) -> Reason | None:
    """A place in the table at the end of a season, and one in the table of a later report."""
    for key, other in pair.both_ways:
        days, told = span(key), day(pair.published(other))
        if days is None or told is None or other.period is not None or told <= days[1]:
            continue
        if key.claim.kind == other.claim.kind == "rank" and key.claim.measure == "position":
            return Reason("period", "different_period", f"{_days(days)} ended before the later report.")
    return None


def _has_never_been(pair: Pairing) -> bool:
    """Whether one side says that up to its day something has not happened, and the other that it had."""
    for key, other in pair.both_ways:
        days, happened = span(key), span(other)
        if not days or not happened or key.claim.polarity == other.claim.polarity:
            continue
        denied = key.claim.polarity == "negated" and key.claim.value is None
        if denied and _PERFECT_NOW.match(key.claim.measure) and happened[1] < days[0]:
            return True
    return False


_PERFECT_NOW = re.compile(r"(?:has|have) ", re.I)


def _denied_since(pair: Pairing, one: tuple[date, date], other: tuple[date, date]) -> bool:
    """An event of one day, denied soon after: the denial speaks of that day, too."""
    figures = any(key.claim.value is not None for key in (pair.a, pair.b))
    if figures or pair.a.claim.polarity == pair.b.claim.polarity:
        return False
    first, last = (one, other) if one[0] <= other[0] else (other, one)
    denied = (pair.a if last is one else pair.b).claim.polarity == "negated"
    return denied and one[0] == one[1] and other[0] == other[1] and (last[0] - first[0]).days <= SOON


def _half_open(pair: Pairing) -> Reason | None:
    """A period without an end may still lie wholly before or after another."""
    starts = [day(key.period.start) if key.period else None for key in (pair.a, pair.b)]
    ends = [day(key.period.end) if key.period else None for key in (pair.a, pair.b)]
    for start, end in ((starts[0], ends[1]), (starts[1], ends[0])):
        if start and end and end < start:
            return Reason(
                "period", "different_period", f"One begins on {day_of(start)}, one ends on {day_of(end)}."
            )
    return None


def _days(*spans: tuple[date, date]) -> str:
    """Write periods in their order, as a person would."""
    return " and ".join(days(first.isoformat(), last.isoformat()) for first, last in sorted(spans))


def missing_period(pair: Pairing) -> str | None:
    """Return what to say where one side or both give no period; dates carry their own."""
    if pair.a.dimension == "date":
        return None
    silent = [label(pair, key) for key in (pair.a, pair.b) if key.period is None]
    if len(silent) == 2:
        return "Neither side says for when the figure holds."
    return f"{silent[0]} gives no year or date." if silent else None


def is_future(pair: Pairing, key: Key) -> bool:
    """Whether a claim is a forecast or plan, by its wording or because most of its period lies ahead."""
    if key.claim.modality in FUTURE:
        return not _is_given(key)
    stated, published = span(key), day(pair.published(key))
    if stated is None or published is None or key.claim.value is None or key.dimension == "date":
        return False
    if AGE in key.concepts:
        return False  # "Brill, 31, signed until 2030"
    if "column" in key.claim.scope:
        return False  # a year in the head of a table tells which vote or report it is
    return (stated[1] - published).days > ((stated[1] - stated[0]).days + 1) / 2


# "Nine months later than planned" tells what is, not what was planned.
_THAN_PLANNED = re.compile(
    r"\s(?:late|later|longer|earlier|sooner|more|less|over|above|below|higher|lower|fewer)\b[^.,;\d]{0,24}"
    r"\b(?:planned|expected|forecast|foreseen|scheduled|promised|intended|hoped|budgeted|plan|schedule|budget)\b",
    re.I,
)

# "A rise of €50 on the present €870": what is so today.
_PRESENT = re.compile(r"\b(?:present|current|existing|today['’]s)\s$", re.I)


def _is_given(key: Key) -> bool:
    """Whether a figure is taken for granted by what looks ahead: "over the four years of his contract"."""
    value = key.claim.value
    if value is None or key.dimension == "date":
        return False
    before, behind = apart(key.claim)
    if _THAN_PLANNED.match(behind):
        return True
    aims = set(load("course")["aims"])
    is_of = before.lower().split()[-1:] == ["the"] and plain_words(behind)[:1] == ["of"]
    return _PRESENT.search(before) is not None or (is_of and aims.isdisjoint(plain_words(value.surface)))
