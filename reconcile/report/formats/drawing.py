"""An interval plot as shapes. Places along the axis are parts of the width, so that words keep their size."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.report.evidence import Bar, Plot

_MARGIN = 3.0
_ROW, _TOP, _FOOT = 46, 6, 46
_LABEL, _TRACK = 14, 28


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the axis.

    Attributes:
        start: Where it begins, in percent of the width.
        end: Where it ends.
        before: Whether it goes on beyond the left edge.
        after: Whether it goes on beyond the right edge.
    """

    start: float
    end: float
    before: bool = False
    after: bool = False

    @property
    def width(self) -> float:
        """How wide it is, in percent."""
        return round(self.end - self.start, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """One value.

    Attributes:
        bar: The value.
        label: Where its label stands, from the top.
        track: Where its line runs, from the top.
        allowed: What the wording allows; None where that is everything.
        expected: What a reader expects.
        stated: Where the printed numbers stand.
        open_ends: Where an end stands that is itself excluded.
        told: Whether the verdict is about it.
    """

    bar: Bar
    label: int
    track: int
    allowed: Stretch | None
    expected: Stretch
    stated: tuple[float, ...]
    open_ends: tuple[float, ...]
    told: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """A plot, ready to be written.

    Attributes:
        height: Its height in pixels.
        foot: Where the axis runs.
        start: Where the axis begins, in percent.
        end: Where it ends.
        ticks: Places on the axis with their labels.
        rows: The values.
    """

    height: int
    foot: int
    start: float
    end: float
    ticks: tuple[tuple[float, str], ...]
    rows: tuple[Row, ...]


def drawing(plot: Plot, telling: tuple[str, ...]) -> Drawing:
    """Return a plot as shapes.

    Args:
        plot: What to draw.
        telling: Letters of the statements that the verdict is about.
    """
    foot = _TOP + len(plot.bars) * _ROW
    return Drawing(
        height=foot + _FOOT,
        foot=foot,
        start=_MARGIN,
        end=100 - _MARGIN,
        ticks=tuple((_at(plot, tick.at), tick.label) for tick in plot.ticks),
        rows=tuple(_rows(plot, telling)),
    )


def _rows(plot: Plot, telling: tuple[str, ...]) -> Iterator[Row]:
    for place, bar in enumerate(plot.bars):
        top = _TOP + place * _ROW
        open_ends = [end for end, is_open in ((bar.low, bar.open_low), (bar.high, bar.open_high)) if is_open]
        yield Row(
            bar=bar,
            label=top + _LABEL,
            track=top + _TRACK,
            allowed=None if bar.low is None and bar.high is None else _stretch(plot, bar.low, bar.high),
            expected=_stretch(plot, bar.expected_low, bar.expected_high),
            stated=tuple(_at(plot, number) for number in bar.stated),
            open_ends=tuple(_at(plot, end) for end in open_ends if end is not None),
            told=bool({bar.letter, *bar.others} & set(telling)),
        )


def _stretch(plot: Plot, low: float | None, high: float | None) -> Stretch:
    before, after = low is None or low < plot.low, high is None or high > plot.high
    start = _MARGIN if before or low is None else _at(plot, low)
    end = 100 - _MARGIN if after or high is None else _at(plot, high)
    return Stretch(start, end, before, after)


def _at(plot: Plot, number: float) -> float:
    """Return where a number stands, in percent of the width."""
    low, high = plot.low, plot.high
    if plot.scale == "logarithmic":
        low, high, number = math.log10(low), math.log10(high), math.log10(max(number, plot.low))
    part = min(max((number - low) / (high - low), 0.0), 1.0)
    return round(_MARGIN + part * (100 - 2 * _MARGIN), 1)
