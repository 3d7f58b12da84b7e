"""Tables and lists: columns against their total, shares of a column, items against the sum above them."""

import re
from collections.abc import Iterator, Sequence

from reconcile.figures import Figure, bounds, short, total
from reconcile.rates import currency
from reconcile.rules import Finding
from reconcile.rules_parts import misfits, nearly, only_touch, sum_of

TOTAL_ROW = re.compile(r"\b(?:total|all|sum|altogether|overall)\b", re.I)
# So many rows that add up to the next one do not do so by chance; nor do fewer, where a second column does.
ENOUGH_ROWS = 4
FEWEST_SHARES = 3
# The sum of rounded rows must be known this well, as a part of itself.
SHARP = 0.03
# What is called no total and is meant as one misses it by no more.
CLOSE = (0.85, 1.15)
_BOLD = "**"
_NO_SUM = re.compile(r"\b(?:average|mean|median|target|forecast|last year|previous)\b", re.I)
_TOTAL_ITEM = re.compile(r"^[ \t]*[-*•][ \t][*_]*(?:grand |overall )?(?:total|sum|in all|altogether)\b", re.I)
_ITEM = re.compile(r"(?:^|\n)[ \t]*[-*•][ \t][^\n]*$")


def is_total(figure: Figure) -> bool:
    """Whether a figure is the total of a column."""
    return bool(TOTAL_ROW.search(figure.row))


def names_row(figure: Figure, cell: Figure) -> bool:
    """Whether the sentence of a figure names the row that a cell stands in."""
    row = cell.row.strip(" *_").lower()
    return len(row) > 2 and re.search(rf"\b{re.escape(row)}\b", figure.key.claim.sentence.lower()) is not None


def _is_price(figure: Figure) -> bool:
    """Whether a figure is an amount for each of something: "€64 per megawatt-hour" is never added up."""
    found = currency(figure.unit)
    return found is not None and found[1] != ""


def _columns(figures: Sequence[Figure]) -> dict[tuple[str, str], list[Figure]]:
    """Return the cells of each column of one unit, from top to bottom."""
    columns: dict[tuple[str, str], list[Figure]] = {}
    for cell in (f for f in figures if f.is_cell and f.column and not _is_price(f)):
        columns.setdefault((cell.column, cell.unit), []).append(cell)
    return columns


def rows(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """A column of a table with a row for the total."""
    for (_, unit), cells in _columns(figures).items():
        parts: list[Figure] = []
        set_off = _set_off(cells, text)
        for last in cells:
            if not is_total(last) and last is not set_off:
                parts.append(last)
                continue
            found = _sum_of_cells(parts, last) if unit != "%" else None
            if found and (found.fits or is_total(last) or _is_close(parts, last)):
                yield found
            parts = []


def columns(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """A row of a table with a column for the total; a row is wrong only where another is right."""
    tables: dict[tuple[str, ...], list[Finding]] = {}
    for cells in _rows(figures):
        last = next((f for f in cells if TOTAL_ROW.search(f.column)), None)
        if last is None or last.unit == "%" or len({f.unit for f in cells}) > 1:
            continue
        parts = [f for f in cells if f is not last]
        if found := _sum_of_cells(parts, last):
            tables.setdefault(tuple(sorted(f.column for f in cells)), []).append(found)
    for found_in in tables.values():
        fits = any(found.fits for found in found_in)
        yield from (found for found in found_in if found.fits or (fits and _is_close(*_cut(found))))


def _rows(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Return the cells of each row of a table, from left to right."""
    found: dict[tuple[int, str], list[Figure]] = {}
    for cell in (f for f in figures if f.is_cell and f.column):
        found.setdefault((cell.sentence, cell.row), []).append(cell)
    return [sorted(cells, key=lambda f: f.value.start) for cells in found.values()]


def _cut(found: Finding) -> tuple[Sequence[Figure], Figure]:
    return found.figures[:-1], found.figures[-1]


def _sum_of_cells(parts: Sequence[Figure], last: Figure) -> Finding | None:
    """Return the finding on a sum and its parts, or None where it may fit in some reading."""
    if len(parts) < 2:
        return None
    touch = only_touch(parts, last)
    fits = total([f.expected for f in parts]).meets(last.expected) and not touch
    possible = total([f.possible for f in parts]).meets(last.possible) and not touch
    return sum_of(parts, last, fits) if fits or not possible else None


def _set_off(cells: Sequence[Figure], text: str) -> Figure | None:
    """Return the last cell of a column where it alone is printed bold: it is the sum of those above."""
    bold = [f for f in cells if text[max(0, f.value.start - len(_BOLD)) : f.value.start] == _BOLD]
    if len(bold) != 1 or bold[0] is not cells[-1] or len(cells) <= FEWEST_SHARES or any(map(is_total, cells)):
        return None
    return None if _NO_SUM.search(bold[0].row) else bold[0]


def _is_close(parts: Sequence[Figure], last: Figure) -> bool:
    """Whether a sum misses by so little that it is meant as one."""
    return CLOSE[0] <= sum(f.number for f in parts) / last.number <= CLOSE[1]


def subtotals(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """The first rows of a table that add up to the next one, in every column that has them."""
    columns = [cells for (_, unit), cells in _columns(figures).items() if unit != "%"]
    sums = [found for cells in columns if (found := _first_sum(cells)) is not None]
    for parts, last in sums:
        alike = sum([f.row for f in others] == [f.row for f in parts] for others, _ in sums)
        if alike > 1 or len(parts) >= ENOUGH_ROWS:
            yield sum_of(parts, last, True)


def _first_sum(cells: Sequence[Figure]) -> tuple[Sequence[Figure], Figure] | None:
    """Return the first rows of a column with the row that they add up to, where no row is called a total."""
    if any(is_total(f) for f in cells) or len({f.row for f in cells}) < len(cells):
        return None
    for at in range(2, len(cells)):
        parts, last = cells[:at], cells[at]
        if any(f.number <= 0 for f in parts):
            return None
        made = total([f.expected for f in parts])
        if made.meets(last.expected) and made.high - made.low <= SHARP * last.number:
            return parts, last
    return None


def column_shares(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """A column of shares that make the whole."""
    for (_, unit), cells in _columns(figures).items():
        parts = [f for f in cells if not is_total(f)]
        whole = total([f.expected for f in parts])
        if unit != "%" or len(parts) < FEWEST_SHARES or not all(f.key.claim.kind == "share" for f in parts):
            continue
        if whole.low <= 100 <= whole.high:
            words, computed = " + ".join(short(f.number) for f in parts), sum(f.number for f in parts)
            found = f"{words} = {short(round(computed, 2))} % ({bounds(whole, '%')}), the whole is 100 %"
            yield Finding(tuple(parts), True, computed, found)


def listed(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """A list of items with one figure each, against a total named shortly before."""
    for items, alone in _lists(figures, text):
        if len(items) > 2 and _is_sum_of_list(items[-1], text):
            parts, last = items[:-1], items[-1]
            fits = total([f.expected for f in parts]).meets(last.expected) and not only_touch(parts, last)
            if fits or (alone and misfits(parts, last) and nearly(parts, last)):
                yield sum_of(parts, last, fits)
            continue
        earlier = [f for f in figures if f.value.start < items[0].value.start and f.is_level]
        totals = [f for f in earlier if f.unit == items[0].unit and f.number > max(i.number for i in items)]
        totals = [f for f in totals if items[0].sentence - f.sentence <= 6]
        for last in reversed(totals):
            if total([f.expected for f in items]).meets(last.expected):
                yield sum_of(items, last, True)
                break
        else:
            close = [f for f in totals if _is_close(items, f)]
            if close and alone:
                yield sum_of(items, close[-1], False)


def _is_sum_of_list(figure: Figure, text: str) -> bool:
    """Whether the last item of a list is called the total of it."""
    line = text[_back(figure) : figure.value.start].rpartition("\n")[2]
    return bool(_TOTAL_ITEM.search(line))


def _lists(figures: Sequence[Figure], text: str) -> Iterator[tuple[list[Figure], bool]]:
    """Yield the first figures of the items of each list, all in one unit, and whether they have no others."""
    current: list[Figure] = []
    alone = True
    for figure in [*(f for f in figures if f.is_level), None]:
        joined = figure is not None and bool(_ITEM.search(text[_back(figure) : figure.value.start]))
        if joined and figure is not None and current:
            if figure.sentence == current[-1].sentence and _lines(current[-1], figure, text) == 0:
                alone = False
                continue
            if _lines(current[-1], figure, text) == 1:
                current.append(figure)
                continue
        if len(current) >= 3 and len({f.unit for f in current}) == 1:
            yield current, alone
        current, alone = [figure] if joined and figure is not None else [], True


def _back(figure: Figure) -> int:
    return max(0, figure.value.start - 120)


def _lines(last: Figure, figure: Figure, text: str) -> int:
    """Return how many lines further a figure stands; more than one where it is far away."""
    gap = text[last.value.end : figure.value.start]
    return gap.count("\n") if len(gap) < 120 else 2
