"""Values, periods, dates and sources as a person would write them.

Shared by the reasons of verdicts and every kind of report. A number and its unit are held together by a
no-break space; who lays out the text decides what to make of it.
"""

import math
import re
from calendar import monthrange
from datetime import date

from claims.model import Claim, Hedge, Period, Source, Value
from claims.timing import OF_THE_MOMENT
from reconcile.vocabulary import load

NBSP = "\N{NO-BREAK SPACE}"
_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_MOST_DECIMALS = 3
_DAY = re.compile(r"(\d{4}|-)(?:-(\d\d)(?:-(\d\d))?)?")
_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:Z|\+00:00)")
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def number(amount: float) -> str:
    """Write a number: thousands grouped, millions and more in words where that loses no digit."""
    return _range_of(amount, amount)


def value(of: Value) -> str:
    """Write a value with its hedge, range, direction and unit ("over 90 %", "35–50 billion INR")."""
    if isinstance(of.low, str) or isinstance(of.high, str):
        return _date_value(of)
    if of.low is None and of.high is None:
        return of.surface
    low = of.low if of.low is not None else of.high
    high = of.high if of.high is not None else of.low
    assert low is not None and high is not None
    if of.direction == "down":
        low, high = sorted((abs(low), abs(high)))
    words = [_direction(of), _hedge(of, "hedges"), _amount(low, high, of)]
    return NBSP.join(word for word in words if word)


def _amount(low: float, high: float, of: Value) -> str:
    low, high = (_to_step(end, of.step) for end in (low, high))
    unit, factor = _unit_for(of.unit, max(abs(low), abs(high)))
    low, high = low / factor, high / factor
    if unit == "%":
        low, high = _rounded(low), _rounded(high)
    figure = _range_of(low, high)
    if unit == "rank":
        return f"rank{NBSP}{figure}"
    if unit == "count":
        return f"{figure}{NBSP}{of.counted}" if of.counted else figure
    singular, plural = load("display")["units"].get(unit, (unit, unit))
    return f"{figure}{NBSP}{singular if low == high == 1 else plural}".rstrip(NBSP)


def _rounded(percent: float) -> float:
    """Round what no finite number of percent is: two-thirds."""
    return round(percent, 1) if percent != round(percent, 4) and abs(percent) >= 1 else percent


def _to_step(amount: float, step: float) -> float:
    """Round a converted number to the place that was printed: "10,650 acres" is no 4,309.902 hectares."""
    if not 0 < step < abs(amount) or not math.isfinite(amount):
        return amount
    return round(amount, max(0, -math.floor(math.log10(2 * step))))


def _unit_for(base: str, size: float) -> tuple[str, float]:
    """Return the unit that suits the size of a value, and what one of it is in the base unit."""
    scaled: list[tuple[str, float]] = load("display")["scaled"].get(base, [(base, 1.0)])
    if size == 0:
        return base, 1.0
    unit, factor = next((entry for entry in scaled if entry[1] <= size), scaled[-1])
    return unit, factor


def _direction(of: Value) -> str:
    return of.direction or ""


def _hedge(of: Value, table: str) -> str:
    hedge: Hedge = of.hedge
    if hedge in ("exact", "range"):
        if of.low is None:
            hedge = "at_most"
        elif of.high is None:
            hedge = "at_least"
    return str(load("display")[table].get(hedge, ""))


def _date_value(of: Value) -> str:
    low = of.low if isinstance(of.low, str) else None
    high = of.high if isinstance(of.high, str) else None
    if of.hedge in ("exact", "approx", "range") and low and high:
        span, word = days(low, high), _hedge(of, "date_hedges") if of.hedge == "approx" else ""
    else:
        span, word = day(low or high or ""), _hedge(of, "date_hedges")
    return f"{word}{NBSP}{span}" if word else span


def _range_of(low: float, high: float) -> str:
    """Write one number, or two of one magnitude with a dash between them."""
    ends = (low,) if low == high else (low, high)
    largest = max(abs(end) for end in ends)
    for scale, name in _SCALES:
        if scale <= largest < math.inf:
            scaled = [_plain(end / scale) for end in ends]
            if all(len(text.partition(".")[2]) <= _MOST_DECIMALS for text in scaled):
                return f"{_joined(scaled)}{NBSP}{name}"
            break
    return _joined([_plain(end) for end in ends])


def _joined(ends: list[str]) -> str:
    return "–".join(ends) if not any(end.startswith("−") for end in ends) else " to ".join(ends)


def _plain(amount: float) -> str:
    """Write a number with grouped thousands and a true minus sign, without the noise of binary fractions."""
    if math.isnan(amount):
        return "not a number"
    if math.isinf(amount):
        return "∞" if amount > 0 else "−∞"
    size = abs(amount)
    if size >= 1e15 or 0 < size < 1e-6:
        text = f"{size:.4g}"
    else:
        text = f"{float(f'{size:.12g}'):,.9f}".rstrip("0").rstrip(".")
    return f"−{text}" if amount < 0 else text


def day(iso: str) -> str:
    """Write an ISO day, month or year ("4 April 2025"); a day without a year is "--04-04". Else as it is."""
    found = _DAY.fullmatch(iso)
    if not found:
        return iso
    year, month, of_month = found.groups()
    if month is None:
        return str(year)
    if not 1 <= int(month) <= len(_MONTHS):
        return iso
    words = [str(int(of_month)) if of_month else "", _MONTHS[int(month) - 1], "" if year == "-" else year]
    return NBSP.join(word for word in words if word)


def capital(text: str) -> str:
    """Return a text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def day_of(when: date) -> str:
    """Write a day of the calendar ("4 April 2025")."""
    return day(when.isoformat())


def moment(at: str) -> str:
    """Write a time of day in UTC ("10 October 2025, 14:05 UTC"); what is none is left as it is."""
    found = _MOMENT.fullmatch(at)
    return f"{day(found[1])}, {found[2]}{NBSP}UTC" if found else at


def days(first: str, last: str) -> str:
    """Write a span of ISO days by what it covers: a year, months, or days ("April–September 2025")."""
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError:
        return day(first) if first == last else f"{day(first)}–{day(last)}"
    if start == end:
        return day(first)
    if start.day == 1 and end.day == monthrange(end.year, end.month)[1]:
        return _months(start, end)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day(last)}"
    head = f"{start.day}{NBSP}{_MONTHS[start.month - 1]}" if start.year == end.year else day(first)
    return f"{head}–{day(last)}"


def _months(start: date, end: date) -> str:
    first, last = _MONTHS[start.month - 1], f"{_MONTHS[end.month - 1]}{NBSP}{end.year}"
    if (start.month, end.month) == (1, 12):
        return str(start.year) if start.year == end.year else f"{start.year}–{end.year}"
    if start.year == end.year:
        return last if start.month == end.month else f"{first}–{last}"
    return f"{first}{NBSP}{start.year}–{last}"


def period(of: Period | None) -> str:
    """Write a period by the days it covers, or in the source's words where they could not be resolved."""
    if of is None:
        return "no period stated"
    if of.end and OF_THE_MOMENT in (of.resolved_from or ""):
        return f"as of {day(of.end)}"
    if of.start and of.end:
        return days(of.start, of.end)
    if of.start:
        return f"since {day(of.start)}"
    if of.end:
        return f"until {day(of.end)}"
    return f"“{of.text}”"


def statement(of: Claim) -> str:
    """Write what a claim says in short: its value, or for a fact what is asserted or denied."""
    if of.value is not None:
        return ranked(of) if of.value.unit == "rank" else value(of.value)
    return f"not: {asserted(of)}" if of.polarity == "negated" else asserted(of)


def ranked(of: Claim) -> str:
    """Write a rank with who holds it ("Peru at rank 2"): without the holder it says nothing."""
    assert of.value is not None
    return f"{of.subject} at {value(of.value)}" if of.subject else value(of.value)


def asserted(of: Claim) -> str:
    """Write the measure of a claim, with its object unless the measure names it."""
    if not of.object or set(of.object.casefold().split()) <= set(of.measure.casefold().split()):
        return of.measure
    return f"{of.measure} {of.object}"


def provenance(of: Source) -> str:
    """Write who published a source and when, saying so where that is unknown."""
    published = of.known("published")
    who = of.known("publisher") or "publisher unknown"
    return f"{who} · {day(published) if published else 'undated'}"


def counted(amount: int, one: str, several: str | None = None) -> str:
    """Write a count with its noun ("1 source", "5 sources")."""
    return f"{amount:,}{NBSP}{one if amount == 1 else several or one + 's'}"


def verdict_mark(verdict: str) -> str:
    """Return the mark that stands for a verdict, so that colour is never needed."""
    return str(load("display")["verdicts"][verdict][0])


def verdict_name(verdict: str) -> str:
    """Return what a verdict is called on one question ("POSSIBLE CONFLICT")."""
    return str(load("display")["verdicts"][verdict][1])


def verdicts_counted(amount: int, verdict: str) -> str:
    """Write how many questions have a verdict ("2 possible conflicts")."""
    _, _, one, several = load("display")["verdicts"][verdict]
    return counted(amount, one, several)
