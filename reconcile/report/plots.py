"""The values of a question as intervals: what the wording allows and what a reader expects."""

import math
from collections.abc import Sequence
from datetime import date

from claims.model import Value
from reconcile.format import counted, days, number, period, value
from reconcile.intervals import Interval, hard, soft, stated
from reconcile.report.axis import scale_for, span, ticks
from reconcile.report.evidence import Bar, Plot
from reconcile.report.statements import Witness
from reconcile.vocabulary import load

_MOST_BARS = 30
_FIRST_DAY, _LAST_DAY = 1, date.max.toordinal()


def plots(title: str, letters: dict[str, str], witness: Witness) -> tuple[Plot, ...]:
    """Return a plot for each unit in which at least two answers to a question are given.

    Args:
        title: The question.
        letters: Claim -> its letter, in the order to draw them in.
        witness: The claims.
    """
    by_unit: dict[str, list[str]] = {}
    for claim in letters:
        figure = witness.claims[claim].value
        if figure is not None and _is_bounded(figure):
            by_unit.setdefault(figure.unit, []).append(claim)
    found = (_plot(title, unit, claims, letters, witness) for unit, claims in by_unit.items())
    return tuple(plot for plot in found if plot is not None)


def _is_bounded(figure: Value) -> bool:
    try:
        return all(math.isfinite(end) for end in stated(figure))
    except ValueError:
        return False


def _plot(
    title: str, unit: str, claims: Sequence[str], letters: dict[str, str], witness: Witness
) -> Plot | None:
    alike: dict[tuple[str, str, str], list[str]] = {}
    for claim in claims:
        found = witness.claims[claim]
        when = period(found.period) if found.period else ""
        alike.setdefault((_text(claim, witness), when, found.source), []).append(claim)
    rows = list(alike.values())
    if len(rows) < 2:
        return None
    bars = tuple(_bar(row, letters, witness) for row in rows[:_MOST_BARS])
    shown = [end for bar in bars for end in _ends(bar)]
    scale = scale_for(shown, unit == "date")
    low, high = span(shown, scale)
    if not (math.isfinite(low) and math.isfinite(high) and low < high):
        return None
    axis = "day" if unit == "date" else _unit(unit, witness.claims[claims[0]].value)
    left_out = len(rows) - len(bars)
    marks = ticks(low, high, scale)
    description = _description(bars, unit, left_out)
    return Plot(unit, axis, title, description, scale, low, high, marks, bars, left_out)


def _bar(claims: Sequence[str], letters: dict[str, str], witness: Witness) -> Bar:
    first, *others = claims
    claim = witness.claims[first]
    assert claim.value is not None
    allowed, expected = hard(claim.value), soft(claim.value)
    return Bar(
        letter=letters[first],
        claim=first,
        others=tuple(letters[other] for other in others),
        text=_text(first, witness),
        source=witness.labels[claim.source],
        stated=tuple(dict.fromkeys(stated(claim.value))),
        low=_finite(allowed.low),
        high=_finite(allowed.high),
        open_low=_is_open(allowed, low=True),
        open_high=_is_open(allowed, low=False),
        expected_low=_finite(expected.low),
        expected_high=_finite(expected.high),
    )


def _text(identifier: str, witness: Witness) -> str:
    """Write a value with its period and the status that it has."""
    claim = witness.claims[identifier]
    assert claim.value is not None
    parts = [value(claim.value)]
    if claim.period is not None and period(claim.period) != parts[0]:
        parts.append(period(claim.period))
    if claim.modality != "actual":
        parts.append(claim.modality)
    return " · ".join(parts)


def _is_open(interval: Interval, *, low: bool) -> bool:
    end, is_open = (interval.low, interval.open_low) if low else (interval.high, interval.open_high)
    return is_open and math.isfinite(end)


def _finite(end: float) -> float | None:
    return end if math.isfinite(end) else None


def _ends(bar: Bar) -> list[float]:
    """Return the numbers that an axis must have room for."""
    ends = [*bar.stated, bar.expected_low, bar.expected_high]
    return [end for end in ends if end is not None]


def _unit(unit: str, figure: Value | None) -> str:
    named = load("display")["units"].get(unit, (unit, unit))[1]
    return (figure.counted or "number") if unit == "count" and figure else str(named)


def _description(bars: Sequence[Bar], unit: str, left_out: int) -> str:
    """Say in words what a plot shows."""
    sources = len({bar.source for bar in bars})
    head = f"{counted(len(bars), 'value')} of {counted(sources, 'source')}."
    lines = [f"{bar.letter}: {bar.text} ({bar.source}), {allows(bar, unit)}." for bar in bars]
    tail = [f"{counted(left_out, 'further value')} not drawn."] if left_out else []
    return " ".join([head, *lines, *tail])


def allows(bar: Bar, unit: str) -> str:
    """Say which numbers or days the wording of a value allows ("more than 90", "66.5 to 67.5")."""
    low, high = (None if end is None else bound(end, unit) for end in (bar.low, bar.high))
    if low is None and high is None:
        return "no hard bound"
    if unit == "date" and (low is None or high is None):
        return _from_day(low, bar.open_low) if low else _to_day(high or "", bar.open_high)
    if high is None:
        return f"{'more than' if bar.open_low else 'at least'} {low}"
    if low is None:
        return f"{'less than' if bar.open_high else 'at most'} {high}"
    return f"exactly {low}" if low == high else f"{low} to {high}"


def expects(bar: Bar, unit: str) -> str:
    """Say which numbers or days a reader expects behind the wording of a value."""
    low, high = (None if end is None else bound(end, unit) for end in (bar.expected_low, bar.expected_high))
    if low is None or high is None:
        return _from_day(low, False) if low else _to_day(high or "", False)
    return low if low == high else f"{low} to {high}"


def _from_day(day: str, excluded: bool) -> str:
    return f"after {day}" if excluded else f"{day} or later"


def _to_day(day: str, excluded: bool) -> str:
    return f"before {day}" if excluded else f"{day} or earlier"


def bound(end: float, unit: str) -> str:
    """Write a bound of an interval; that of a date as a day."""
    if unit != "date":
        return number(float(f"{end:.10g}"))
    day = date.fromordinal(min(max(int(end), _FIRST_DAY), _LAST_DAY)).isoformat()
    return days(day, day)
