"""When the figures of a table hold: by the header of their column, the label of their row, or both."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.tables import is_total
from claims.model import Period
from claims.periods import find_times
from claims.timing.carrying import SHORTEST_REPORT, length, names
from claims.timing.event_spans import stretch
from claims.timing.when import stated
from claims.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from claims.framing.tables import Cell
    from claims.model import Claim
    from claims.periods import TimeExpression

_YEAR = re.compile(r"\b(?:19|20)\d\d(?:[/–-]\d\d)?\b")
_ABOVE = 400
_WEEK = 7
_MONTH = 28
_EDGES = " .:*"


class TableTimes:
    """Dates the cells of a source's tables.

    Args:
        found: All cells.
        published: When the source appeared, if known.
        year: The year that its text is about, if known.
        text: The text of the source, for the days that the lines before a table name.
    """

    def __init__(
        self, found: Sequence[Cell], published: date | None, year: int | None, text: str = ""
    ) -> None:
        self._published = published
        self._text = text
        self._titles: dict[int, Period | None] = {}
        self._told: dict[int, date | None] = {}
        self._year = year
        rows: dict[int, list[Period]] = {}
        for cell in found:
            time = self.of_row(cell.row, cell.table)
            own = stated(time) if time else None
            if own is not None and own.start and own.end:
                rows.setdefault(cell.table, []).append(own)
        self._spans = {table: _whole(periods) for table, periods in rows.items()}

    def column(self, header: str, table: int) -> tuple[str, TimeExpression | None]:
        """Return what the header of a column measures, without its time, and the time.

        Args:
            header: The header without its unit ("Budget of 2019").
            table: Where its table begins.
        """
        measure = _YEAR.sub(r"in \g<0>", header)
        times = self._times(measure, table)
        for time in times:
            measure = measure.replace(time.text, "").strip()
        return measure, times[0] if times else None

    def of_row(self, label: str, table: int) -> TimeExpression | None:
        """Return the time that is all of a row's label ("2018", "May 2020"), or None.

        Args:
            label: The label.
            table: Where its table begins.
        """
        label = label.strip(_EDGES)
        if not label:
            return None
        bare = _YEAR.fullmatch(label) or label.lower() in load("periods")["months"]
        words = f"in {label}" if bare else label  # "March" alone may be a verb
        times = self._times(words, table)
        whole = len(times) == 1 and times[0].start in (0, 3) and times[0].end == len(words)
        return times[0] if whole and times[0].kind in ("date", "span") and times[0].first else None

    def period(self, cell: Cell, column: TimeExpression | None) -> Period | None:
        """Return when the figure of a cell holds.

        Args:
            cell: The cell.
            column: The time in the header of its column, if any.
        """
        row = self.of_row(cell.row, cell.table)
        if row is not None and column is not None and not _YEAR.search(cell.row):
            words = f"{cell.row.strip(_EDGES)} {column.text.removeprefix('in ')}"
            both = self._times(words, cell.table)
            return stated(both[0]) if len(both) == 1 else stated(column)
        if row is not None or column is not None:
            return _at_end(stated(column or row), cell)
        whole = self._spans.get(cell.table) if is_total(cell.row) else None
        return whole or self._titled(cell.table)

    def _titled(self, table: int) -> Period | None:
        """Return the one time in the line that leads to a table: "The stocks on 1 September 2025:"."""
        if table not in self._titles:
            lines = [line.strip() for line in self._text[max(0, table - _ABOVE) : table].splitlines()]
            above = next((line for line in reversed(lines) if line), "")
            times = self._times(above, table) if above.endswith(":") else []
            days = [time for time in times if time.kind in ("date", "span") and time.first]
            self._titles[table] = stated(days[0]) if len(days) == 1 else None
        return self._titles[table]

    def _times(self, words: str, table: int) -> list[TimeExpression]:
        weekday = words.lower() in load("periods")["weekdays"]
        told = self._told_from(table) if weekday else self._published
        return find_times(words, published=told, context_year=self._year)

    def _told_from(self, table: int) -> date | None:
        """Return the day that the weekdays of a table are told from: the last of the week named before it."""
        if table not in self._told:
            before = self._text[max(0, table - _ABOVE) : table]
            times = find_times(before, published=self._published, context_year=self._year)
            weeks = [days for time in times if (days := stretch(time)) is not None and days[0] != days[1]]
            week = weeks[-1] if weeks and (weeks[-1][1] - weeks[-1][0]).days < _WEEK else None
            self._told[table] = week[1] if week is not None else self._published
        return self._told[table]


def _at_end(period: Period | None, cell: Cell) -> Period | None:
    """Return the last day of a period for what is counted at its end: "Net debt", "Staff at year-end"."""
    if period is None or not period.end or not names(f"{cell.row} {cell.column}", "stocks"):
        return period
    return replace(period, start=period.end) if length(period) >= _MONTH else period


def _whole(rows: Sequence[Period]) -> Period:
    """Return the time that all rows of a table cover together, for its total."""
    first = min(rows, key=lambda period: period.start or "")
    last = max(rows, key=lambda period: period.end or "")
    words = f"{first.text.removeprefix('in ')} to {last.text.removeprefix('in ')}"
    return Period(first.start, last.end, words, "the rows of the table")


def with_totals(claims: Sequence[Claim], tables: Mapping[int, int]) -> list[Claim]:
    """Date the cells of an undated table whose total a sentence gives for a time that it reports on.

    Args:
        claims: All claims of a source, its sentences' already dated.
        tables: Where the table of each row begins, by where the row begins.
    """
    told = {
        _amount(claim): claim.period
        for claim in reversed(claims)
        if "column" not in claim.scope
        and claim.period is not None
        and length(claim.period) >= SHORTEST_REPORT
    }
    spans: dict[int, Period] = {}
    for claim in claims:
        period = told.get(_amount(claim)) if _is_open(claim) and is_total(claim.scope["row"]) else None
        if period is not None:
            spans.setdefault(tables[claim.start], period)
    return [
        _of_total(claim, spans.get(tables[claim.start])) if _is_open(claim) else claim for claim in claims
    ]


def _is_open(claim: Claim) -> bool:
    return "column" in claim.scope and claim.period is None and claim.modality == "actual"


def _amount(claim: Claim) -> tuple[object, ...]:
    value = claim.value
    return (value.low, value.high, value.unit) if value is not None else ()


def _of_total(cell: Claim, period: Period | None) -> Claim:
    if period is None:
        return cell
    note = f"the text gives the total of the table for “{period.text}”"
    return replace(cell, period=period, inferred={**cell.inferred, "period": note})
