"""Values as intervals drawn in characters, all on one scale.

``o`` is the number printed, ``[ ]`` ends that belong to what it allows, ``( )`` ends that do not, ``<`` and
``>`` what goes on without an end. Drawn is what a wording leaves possible; of "about", which excludes
nothing, what a reader expects.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import floor, inf, isfinite, isinf, log10

from claims.model import Value
from reconcile.intervals import Interval, conversion, hard, soft, stated
from reconcile.safe import columns
from reconcile.tui.core.compact import compact, compact_day

_LOG_FROM = 50.0
_MARGIN = 0.15
_SMALLEST = 5


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing of several values.

    Attributes:
        bars: For each value its bar, all of one width; "" where it has no place on the scale.
        axis: The scale: its first and last number, and whether it is logarithmic.
    """

    bars: tuple[str, ...]
    axis: str


def plot(values: Sequence[Value | None], width: int) -> Plot | None:
    """Draw values on one scale.

    Args:
        values: The values; None for a claim without one. What cannot be converted to the first is left out.
        width: Columns of the drawing.

    Returns:
        The drawing, or None where fewer than two values have a place on it or there is no room.
    """
    base = next((value for value in values if value is not None and _bounds(value)), None)
    if base is None or width < _SMALLEST:
        return None
    spans = [_span(value, base) for value in values]
    drawn = [span for span in spans if span is not None]
    if len(drawn) < 2:
        return None
    scale = _Scale.over(drawn, width)
    bars = tuple("" if span is None else _bar(span, scale) for span in spans)
    return Plot(bars, _axis(scale, base))


@dataclass(frozen=True, slots=True)
class _Span:
    """What is printed (``first`` to ``last``) and what it allows."""

    first: float
    last: float
    allowed: Interval


def _bounds(value: Value) -> tuple[float, float] | None:
    try:
        low, high = stated(value)
    except ValueError:
        return None
    return (low, high) if isfinite(low) and isfinite(high) else None


def _span(value: Value | None, base: Value) -> _Span | None:
    if value is None or (bounds := _bounds(value)) is None:
        return None
    factor = conversion(base, value)
    if factor is None:
        return None
    allowed = soft(value) if value.hedge == "approx" else hard(value)
    return _Span(bounds[0] * factor, bounds[1] * factor, allowed.scaled(factor))


@dataclass(frozen=True, slots=True)
class _Scale:
    low: float
    high: float
    width: int
    logarithmic: bool

    @classmethod
    def over(cls, spans: Sequence[_Span], width: int) -> "_Scale":
        ends = [end for span in spans for end in (span.first, span.last, span.allowed.low, span.allowed.high)]
        finite = [end for end in ends if isfinite(end)]
        low, high = min(finite), max(finite)
        if low > 0 and _LOG_FROM < high / low < inf:
            return cls(low, high, width, True)
        margin = (high - low) * _MARGIN or abs(high) * _MARGIN or 1.0
        return cls(low - margin if low - margin >= 0 or low < 0 else 0.0, high + margin, width, False)

    def column(self, number: float) -> int:
        if isinf(number):
            return 0 if number < 0 else self.width - 1
        part: float
        if self.logarithmic:
            part = log10(max(number, self.low) / self.low) / log10(self.high / self.low)
        else:
            part = (number - self.low) / (self.high - self.low)
        return min(max(floor(part * self.width), 0), self.width - 1)


def _bar(span: _Span, scale: _Scale) -> str:
    cells = [" "] * scale.width
    allowed = span.allowed
    left, right = scale.column(allowed.low), scale.column(allowed.high)
    for column in range(left, right + 1):
        cells[column] = "─"
    if right > left:
        cells[left] = "<" if isinf(allowed.low) else "(" if allowed.open_low else "["
        cells[right] = ">" if isinf(allowed.high) else ")" if allowed.open_high else "]"
    first, last = scale.column(span.first), scale.column(span.last)
    for column in {first, last}:
        if cells[column] in " ─" or left == right:
            cells[column] = "o"
    return "".join(cells)


def _axis(scale: _Scale, base: Value) -> str:
    """Write the numbers at both ends of the scale, with the unit."""
    first, last = (_end(end, base).replace("\N{NO-BREAK SPACE}", " ") for end in (scale.low, scale.high))
    between = "log" if scale.logarithmic else ""
    room = scale.width - columns(first) - columns(last)
    return first + between.center(room) + last if room > len(between) + 1 else ""


def _end(number: float, base: Value) -> str:
    if base.unit == "date":
        return compact_day(date.fromordinal(min(max(round(number), 1), date.max.toordinal())).isoformat())
    rounded = float(f"{number:.3g}")
    return compact(replace(base, low=rounded, high=rounded, hedge="exact", direction=None, step=0.0))
