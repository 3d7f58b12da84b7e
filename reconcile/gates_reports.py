"""Gates on the day of a report: what a later one tells replaces what an earlier one told as of its day."""

import re
from datetime import date
from functools import cache
from itertools import chain

from claims.model import Value
from claims.vocabulary import load as claims_vocabulary
from reconcile.beside import AGE
from reconcile.format import capital, day_of
from reconcile.format import days as written_days
from reconcile.gates_time import SAME_PERIOD, SOON, WITHIN_DAYS, is_future, runs_to_report
from reconcile.intervals import stated
from reconcile.keys import Key
from reconcile.pairing import Pairing, Reason, day
from reconcile.rates import currency
from reconcile.running import rises
from reconcile.told_times import span
from reconcile.vocabulary import load
from reconcile.window import apart, clause, next_to
from reconcile.wording import label, said
from reconcile.words import plain_words, stem

YEAR = 365.25
# What a later report replaces is the same measure.
SAME_MEASURE = 0.72
# A season lasts so many days, and more.
SEASON = 80


def counted_further(pair: Pairing) -> Reason | None:
    """Two figures from one day on, of which one ends with its report and the other goes on well beyond."""
    one, other = span(pair.a), span(pair.b)
    if pair.is_asserted or pair.relation == "agree" or not one or not other or one[0] != other[0]:
        return None
    earlier, later = (pair.a, pair.b) if one[1] < other[1] else (pair.b, pair.a)
    lengths = sorted((days[1] - days[0]).days + 1 for days in (one, other))
    if not runs_to_report(pair, earlier) or lengths[0] >= SAME_PERIOD * lengths[1]:
        return None
    if lengths[1] - lengths[0] <= WITHIN_DAYS:
        return None
    told = f"Both count from {day_of(one[0])} on, one to {day_of(min(one[1], other[1]))}, the other further."
    added_up = all(key.claim.kind in ("count", "money", "quantity") for key in (earlier, later))
    return Reason("period", "superseded" if added_up and rises(earlier, later) else "different_period", told)


def grown_older(pair: Pairing) -> Reason | None:
    """Two ages of one person, the higher one told so much later that both can be right."""
    a, b = pair.a.claim.value, pair.b.claim.value
    if a is None or b is None or pair.relation == "agree" or pair.fit.who == 0.0:
        return None
    if AGE not in pair.a.concepts & pair.b.concepts or a.unit != "year" or b.unit != "year":
        return None
    told = sorted(
        (day, stated(value)[0])
        for key, value in ((pair.a, a), (pair.b, b))
        if (day := pair.published(key)) is not None
    )
    if len(told) < 2 or told[0][0] == told[1][0]:
        return None
    (first, younger), (last, older) = told
    years = (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days / YEAR
    if 0 < older - younger <= 1 + years:
        text = "Between the two reports a birthday can have come: both ages can be right."
        return Reason("age", "different_period", text)
    return None


def another_quote(pair: Pairing) -> Reason | None:
    """A price of one day, and one that a later report gives as of its own: what is traded moves daily."""
    if pair.relation == "agree" or pair.a.claim.value is None or pair.b.claim.value is None:
        return None
    daily = all(key.claim.measure in load("course")["quoted"] for key in (pair.a, pair.b))
    if not daily and not all(_is_quote(key.claim.value) for key in (pair.a, pair.b)):
        return None
    for key, other in pair.both_ways:
        days, published = span(key), day(pair.published(other))
        if days is None or days[0] != days[1] or published is None or other.period is not None:
            continue
        if (published - days[1]).days > WITHIN_DAYS and not is_future(pair, other):
            told = written_days(days[0].isoformat(), days[1].isoformat())
            text = f"One is the price of {told}; the other is told later, as of {day_of(published)}."
            return Reason("report", "different_period", text)
    return None


def _is_quote(value: Value | None) -> bool:
    """Tell whether a value is what a measure of goods is traded at: "USD/t", "EUR/barrel"."""
    unit = currency(value.unit) if value is not None else None
    return unit is not None and unit[1] in load("course")["traded_by"]


def later_report(pair: Pairing) -> Reason | None:
    """A figure of a day on which the other source, which gives no date, had come out already."""
    if pair.relation == "agree" or pair.is_asserted or pair.same_source or pair.a.dimension == "date":
        return None
    if (span(pair.a) and span(pair.b)) or pair.fit.what < SAME_MEASURE:
        return None
    for key, other in pair.both_ways:
        days, published = span(key), day(pair.published(other))
        if days is None or published is None or other.period is not None or is_future(pair, other):
            continue
        if not is_future(pair, key) and days[0] > published:
            told = written_days(days[0].isoformat(), days[1].isoformat())
            early = f"{capital(label(pair, other))} came out on {day_of(published)}"
            text = f"{early}; {label(pair, key)} speaks of {told}."
            return Reason("period", "superseded", text)
        if _is_of_season_before(pair, key, other, days):
            told = written_days(days[0].isoformat(), days[1].isoformat())
            text = (
                f"{capital(label(pair, key))} speaks of {told}, {label(pair, other)} of {day_of(published)}."
            )
            return Reason("period", "different_period", text)
    return _two_reports(pair)


def _is_of_season_before(pair: Pairing, key: Key, other: Key, days: tuple[date, date]) -> bool:
    """Whether one counts over a season or year that was over when the other told how it stood."""
    now = _as_reported(pair, other)
    if now is None or pair.a.dimension != "count" or (days[1] - days[0]).days < SEASON:
        return False
    return (now - days[1]).days > 2 * SOON


def _two_reports(pair: Pairing) -> Reason | None:
    """Two figures, each of the day of its report, that lie weeks apart: the later one replaces the other."""
    one, other = (_as_reported(pair, key) for key in (pair.a, pair.b))
    soon = WITHIN_DAYS if pair.a.dimension == "count" else SOON
    if one is None or other is None or abs((one - other).days) <= soon:
        return None
    first, last = day_of(min(one, other)), day_of(max(one, other))
    text = (
        f"Each tells how it was when it came out, on {first} and on {last}: the later replaces the earlier."
    )
    return Reason("period", "superseded", text)


def _as_reported(pair: Pairing, key: Key) -> date | None:
    """Return the day of a report that tells a figure as of that day, by its tense or by "now"."""
    stated, published = key.claim.period, pair.published(key)
    return day(published) if stated and stated.start == stated.end == published else None


def before_change(pair: Pairing) -> Reason | None:
    """A figure from which something rose or fell, and one that its source gives as it is."""
    if pair.relation == "agree" or pair.same_source or pair.is_asserted:
        return None
    former = [key for key in (pair.a, pair.b) if is_former(key)]
    if len(former) != 1 or former[0].period is not None:
        return None
    other = pair.b if former[0] is pair.a else pair.a
    if other.claim.id in pair.setting.outdated:
        return None  # its source gives a later figure, too
    text = f"{capital(label(pair, former[0]))} gives {said(former[0].claim)} as what it was before."
    return Reason("before", "different_period", text)


def is_former(key: Key) -> bool:
    """Whether a figure is the one that a change began from: "up from 40", "rose to 60 from 40"."""
    value = key.claim.value
    found = _FROM.search(next_to(key.claim, behind=False)) if value else None
    if value is None or value.unit == "date" or found is None:
        return False
    before = apart(key.claim)[0].removesuffix(found.group())
    words = [stem(word) for word in plain_words(before)]
    if not _changes().isdisjoint(words[-1:]) or found.group().startswith("compared"):
        return True
    if _TO.match(next_to(key.claim, behind=True)) is None and _TO_FIGURE.search(before) is None:
        return False
    return not _changes().isdisjoint(words)


_FROM = re.compile(
    r"\b(?:from|compared (?:with|to))\s(?:(?:about|around|just|only|nearly|over|some|the|an?)\s){0,2}$", re.I
)
_TO = re.compile(r"[^.;]{0,24}\bto\s(?:[a-z]+\s){0,2}[^\w\s]?\d", re.I)
_TO_FIGURE = re.compile(r"\bto\s[^.;]{0,24}\d[^.;]*$", re.I)


@cache
def _changes() -> frozenset[str]:
    verbs, nouns = (claims_vocabulary("frames")[kind] for kind in ("verbs", "nouns"))
    ways = (claims_vocabulary("changes")[way]["verbs"] for way in ("up", "down"))
    words = (*verbs["change"], *verbs["changing"], *nouns["change"], *chain.from_iterable(ways))
    return frozenset(stem(word) for word in words)


def offer(pair: Pairing) -> Reason | None:
    """A figure that somebody offers gives way to what a later report tells."""
    if pair.relation == "agree" or pair.same_source or pair.is_asserted or not (early := _offered(pair)):
        return None
    text = f"{capital(label(pair, early))} tells of an offer, which a later one replaces."
    return Reason("status", "superseded", text)


def _offered(pair: Pairing) -> Key | None:
    """Return the side that is told earlier, where its figure is what somebody offers."""
    one, other = (day(pair.published(key)) for key in (pair.a, pair.b))
    if one is None or other is None or one == other:
        return None
    earlier = pair.a if one < other else pair.b
    words = {*plain_words(clause(earlier.claim)), *plain_words(earlier.claim.measure)}
    return None if words.isdisjoint(load("course")["offers"]) else earlier
