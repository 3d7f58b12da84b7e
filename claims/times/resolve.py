"""Put what a time phrase says on the calendar, and say from what it was resolved."""

from dataclasses import replace
from datetime import date

from claims.times import calendar
from claims.times.calendar import Stretch
from claims.times.inside import inside
from claims.times.nodes import (
    Chosen,
    Clock,
    Cycle,
    Ending,
    FiscalYear,
    Fixed,
    Lasting,
    Moved,
    Node,
    Piece,
    Pointed,
    Portion,
    Running,
    Same,
    Span,
    SplitYear,
    Starting,
    Unknown,
    Weekday,
    WeekNumber,
    Within,
    Yearly,
    YearPart,
)
from claims.times.recurring import (
    Context,
    Lean,
    Reading,
    Recurring,
    around,
    fiscal_source,
    fiscal_start,
    holding,
    in_year,
    start_month_of,
)

# Without a verb that tells, a text speaks rather of what was.
_PAST_IS_LIKELIER = 3
_BUSINESS_UNITS = ("fiscal", "quarter", "half")


def resolve(node: Node, context: Context, lean: Lean = "past") -> Reading:
    """Return the days that a phrase names.

    Args:
        node: The phrase as the grammar read it.
        context: What to resolve against.
        lean: Whether the wording speaks of what was or of what will be.
    """
    match node:
        case Fixed(stretch):
            return Reading(stretch)
        case Unknown() | Lasting() | Clock() | Portion():
            return Reading()
        case Yearly() | WeekNumber() | YearPart():
            return _recurring(node, context, lean)
        case Weekday():
            return _weekday(node, context, lean)
        case SplitYear(start_year, basis, start_month):
            return _split_year(start_year, start_month or start_month_of(basis, context), context, basis)
        case FiscalYear(end_year):
            start = fiscal_start(context)
            return _split_year(end_year - (start > 1), start, context, "fiscal")
        case Cycle():
            return _cycle(node, context, lean)
        case Chosen(shift, what):
            return _chosen(what, shift, context)
        case Pointed(what):
            return _pointed(what, context)
        case Running(unit, count):
            return _running(unit, count, context)
        case Moved():
            return _moved(node, context)
        case Within(part, whole):
            return _ended_part(node, context) or _within(part, resolve(whole, context, lean), context)
        case Piece(which, whole):
            return _piece(which, whole, context, lean)
        case Ending(unit, count, end):
            reading = resolve(end, context, lean)
            if reading.stretch is None:
                return Reading()
            return Reading(calendar.ending(reading.stretch.last, unit, count), reading.source)
        case Starting(unit, count, start_node):
            reading = resolve(start_node, context, lean)
            if reading.stretch is None:
                return Reading()
            return Reading(calendar.starting(reading.stretch.first, unit, count), reading.source)
        case Same(year, like):
            return _same(like, resolve(year, context, lean), context)
        case Span(first, last):
            return _span(first, last, context, lean)


def _recurring(node: Recurring, context: Context, lean: Lean) -> Reading:
    """Return the occurrence of something yearless that is nearest on the side the wording leans to."""
    if isinstance(node, YearPart) and not _has_known_year(node, context):
        return Reading()
    if context.published:
        found = _nearest(node, context.published, context, lean)
        by_text = isinstance(node, YearPart) and not node.by_calendar
        return Reading(found, _with_business_year(context.publication, by_text, context))
    if context.year is not None and isinstance(node, Yearly):
        found = next(iter(in_year(node, context.year, context)), None)
        return Reading(found, f"the year {context.year} named in the same text") if found else Reading()
    return Reading(symbols=_symbols(node))


def _has_known_year(part: YearPart, context: Context) -> bool:
    """Return whether one can tell when the years begin that a half or a quarter is counted in."""
    return part.by_calendar or context.fiscal_end is not None or (part.count == 3 and part.index > 0)


def _nearest(node: Recurring, published: date, context: Context, lean: Lean) -> Stretch | None:
    candidates = list(around(node, published.year, context))
    ahead = next((found for found in candidates if found.last >= published), None)
    ended = isinstance(node, YearPart)
    started = [found for found in candidates if (found.last if ended else found.first) <= published]
    behind = started[-1] if started else None
    if lean == "near" and not ended:
        return ahead if _is_far_nearer(ahead, behind, published) else behind
    if lean == "soon":
        return behind if _is_just_over(ahead, behind, published) else ahead
    return ahead if lean == "future" else behind


def _is_far_nearer(ahead: Stretch | None, behind: Stretch | None, published: date) -> bool:
    """Return whether what is to come is so much nearer that it is meant where no verb says which."""
    if ahead is None or behind is None:
        return behind is None
    return (ahead.first - published).days * _PAST_IS_LIKELIER < (published - behind.last).days


def _is_just_over(ahead: Stretch | None, behind: Stretch | None, published: date) -> bool:
    """Return whether a deadline that has passed is so much nearer that it is meant."""
    if ahead is None or behind is None or ahead == behind:
        return ahead is None
    return (published - behind.last).days * _PAST_IS_LIKELIER < (ahead.first - published).days


def _split_year(start_year: int, start_month: int, context: Context, basis: str) -> Reading:
    by_text = context.fiscal_end is not None and basis != "season"
    return Reading(calendar.months(start_year, start_month, 12), fiscal_source(context) if by_text else None)


def _weekday(node: Weekday, context: Context, lean: Lean, strict: bool = False) -> Reading:
    """Return the latest such day up to publication, or the next one after it.

    Agencies call the day of writing by its name too ("The river will crest Monday"), and a weekend that has
    begun is the one that is meant.
    """
    if not context.published:
        return Reading()
    ahead = (node.index - context.published.weekday()) % 7
    behind = ahead - 7 if ahead or strict else 0
    if not strict and -node.count < ahead - 7 < 0:
        ahead = ahead - 7
    today = not strict and (node.bare or node.count > 1)
    step = (ahead or (0 if today else 7)) if lean in ("future", "soon") else behind
    if node.weeks:
        step = (node.index - context.published.weekday()) % 7 or 7
        step += 7 * node.weeks
    first = calendar.move_day(context.published, step)
    last = calendar.move_day(first, node.count - 1) if first else None
    return Reading(Stretch(first, last) if first and last else None, context.publication)


def _cycle(node: Cycle, context: Context, lean: Lean) -> Reading:
    """Return the calendar unit that holds the publication, moved by some."""
    if not context.published:
        return _year_of_writing(node, context)
    now = holding(node.unit, context.published, context)
    shift = node.shift
    if now and node.loose and lean == "past" and (context.published - now.first).days < now.days // 2:
        shift -= 1
    source = _with_business_year(context.publication, node.unit in _BUSINESS_UNITS, context)
    return Reading(calendar.move(now, node.unit, shift) if now else None, source)


def _with_business_year(source: str | None, counted: bool, context: Context) -> str | None:
    """Return a source, with the business year that the text states where it was counted in that."""
    if not counted or context.fiscal_end is None or source is None:
        return source
    return f"{source}; {fiscal_source(context)}"


def _year_of_writing(node: Cycle, context: Context) -> Reading:
    """Return "this year" of a text without a date whose own dates leave no doubt about the year."""
    if node.unit != "year" or node.loose or context.written is None:
        return Reading()
    source = f"the year {context.written} that the same text dates its months in"
    return Reading(calendar.years(context.written + node.shift), source)


def _chosen(what: Node, shift: int, context: Context) -> Reading:
    """Return the last, this or next one of something that comes every year or every week."""
    published = context.published
    if not published:
        return Reading()
    if isinstance(what, Weekday):
        return _chosen_weekday(what, shift, context, published)
    if not isinstance(what, Yearly):
        return resolve(what, context)
    candidates = list(around(what, published.year, context))
    found: Stretch | None
    if shift > 0:
        found = next((one for one in candidates if one.first > published), None)
    elif shift < 0:
        found = next((one for one in reversed(candidates) if one.last < published), None)
    else:
        found = min(candidates, key=lambda one: _distance(one, published), default=None)
    return Reading(found, context.publication)


def _chosen_weekday(what: Weekday, shift: int, context: Context, published: date) -> Reading:
    if shift:
        return _weekday(what, context, "future" if shift > 0 else "past", strict=True)
    week = calendar.week_of(published)
    first = calendar.move_day(week.first, what.index) if week else None
    last = calendar.move_day(first, what.count - 1) if first else None
    return Reading(Stretch(first, last) if first and last else None, context.publication)


def _distance(stretch: Stretch, day: date) -> tuple[int, int]:
    """Return how far a stretch is from a day; one of the same year comes first."""
    gap = max((stretch.first - day).days, (day - stretch.last).days, 0)
    return (
        0 if gap == 0 else 1 if stretch.last.year == day.year or stretch.first.year == day.year else 2
    ), gap


def _running(unit: str, count: int, context: Context) -> Reading:
    if not context.published:
        return Reading()
    make = calendar.ending if count < 0 else calendar.starting
    return Reading(make(context.published, unit, abs(count)), context.publication)


def _moved(node: Moved, context: Context) -> Reading:
    if node.base == "anchor":
        return _from_anchor(node, context)
    if not context.published:
        return Reading()
    today = calendar.single(context.published)
    moved = calendar.move(today, node.unit, node.count)
    if moved and not node.exact:
        moved = holding(node.unit, moved.first, context)
    return Reading(moved, context.publication)


def _from_anchor(node: Moved, context: Context) -> Reading:
    """Move the latest time named before that is as fine as the unit it is moved by."""
    anchors = _anchors(context, node.like, _COARSEST.get(node.unit))
    if node.unit == "year" and not node.exact:
        anchors.sort(key=lambda anchor: anchor[0].days < _SHORTEST["year"])
    if not anchors:
        return Reading()
    stretch, words = anchors[0]
    moved = calendar.move(stretch, node.unit, node.count)
    if moved and node.unit in _SHORTEST and not node.exact and stretch.days < _SHORTEST[node.unit]:
        moved = holding(node.unit, moved.first, context)
    return Reading(moved, f"“{words}” in the same text")


def _pointed(what: Yearly, context: Context) -> Reading:
    """Return the month or season that holds the time named before, or that began in its year."""
    if not context.anchors:
        return Reading()
    stretch, words = context.anchors[-1]
    near = list(around(what, stretch.first.year, context))
    holds = (one for one in near if one.first <= stretch.first and stretch.last <= one.last)
    of_year = (one for one in near if one.first.year == stretch.first.year)
    return Reading(next(holds, None) or next(of_year, None), f"“{words}” in the same text")


def _anchors(context: Context, like: str, longest: int | None) -> list[tuple[Stretch, str]]:
    """Return the times named before, the latest first, that are not too long and as long as "like" asks."""
    shortest = _SHORTEST.get(like, 1)
    return [
        anchor
        for anchor in reversed(context.anchors)
        if shortest <= anchor[0].days and (longest is None or anchor[0].days <= longest)
    ]


_SHORTEST = {"week": 7, "month": 28, "quarter": 89, "half": 181, "year": 300}
_COARSEST = {"day": 1, "night": 1, "week": 7, "weekend": 7, "fortnight": 7, "month": 31, "quarter": 92}


def _same(like: str, year: Reading, context: Context) -> Reading:
    """Return the time named before, moved into another year."""
    anchors = _anchors(context, like, None)
    if year.stretch is None or not anchors:
        return Reading()
    stretch, words = anchors[0]
    shift = year.stretch.first.year - stretch.first.year
    return Reading(calendar.move(stretch, "year", shift), year.source or f"“{words}” in the same text")


def _within(part: Node, whole: Reading, context: Context) -> Reading:
    """Return the part of a stretch that something yearless names."""
    if whole.stretch is None:
        return Reading(symbols=_symbols(part))
    found = inside(part, whole.stretch, context)
    return Reading(found, whole.source if found else None)


def _ended_part(node: Within, context: Context) -> Reading | None:
    """Return "the first two months of the year" of the current year where they are over, else None."""
    whole = node.whole
    if not isinstance(whole, Cycle) or not whole.loose or context.published is None:
        return None
    found = _within(node.part, resolve(replace(whole, loose=False), context), context)
    return found if found.stretch and found.stretch.last <= context.published else None


def _piece(which: str, whole: Node, context: Context, lean: Lean) -> Reading:
    if isinstance(whole, Cycle) and whole.loose and which in ("start", "early"):
        whole = replace(whole, loose=False, shift=int(lean in ("future", "soon")))
    reading = resolve(whole, context, lean)
    stretch, published = reading.stretch, context.published
    if stretch is None:
        return Reading(symbols=reading.symbols)
    if which not in ("earlier", "later", "rest"):
        return Reading(calendar.piece(stretch, which), reading.source)
    if not published or not stretch.first <= published <= stretch.last:
        return reading
    if which == "earlier":
        return Reading(Stretch(stretch.first, published), reading.source)
    return Reading(Stretch(published, stretch.last), reading.source)


def _span(first: Node, last: Node, context: Context, lean: Lean) -> Reading:
    """Return from the one to the other; what is missing in one end is taken from the other."""
    if isinstance(last, Yearly | Weekday) and not isinstance(first, Yearly | Weekday | YearPart):
        return _span_forward(resolve(first, context, lean), last, context)
    end = resolve(last, context, lean)
    if end.stretch is None:
        symbols = _symbols(first), end.symbols
        return Reading(symbols=(symbols[0][0], symbols[1][1]) if symbols[0] and symbols[1] else None)
    start = _latest_before(first, end.stretch.first, end.source, context, lean)
    if start.stretch is None or start.stretch.first > end.stretch.last:
        return Reading()
    return Reading(Stretch(start.stretch.first, end.stretch.last), end.source or start.source)


def _latest_before(first: Node, limit: date, source: str | None, context: Context, lean: Lean) -> Reading:
    """Return the latest occurrence of a span's first end up to its last one."""
    match first:
        case Yearly() | WeekNumber() | YearPart():
            found = [one for one in around(first, limit.year, context) if one.first <= limit]
            return Reading(found[-1] if found else None, source)
        case Weekday(index):
            day = calendar.move_day(limit, -((limit.weekday() - index) % 7))
            return Reading(calendar.single(day) if day else None, source)
    return resolve(first, context, lean)


def _span_forward(start: Reading, last: Yearly | Weekday, context: Context) -> Reading:
    """Return a span whose end is the first such day or month after a start that is known."""
    if start.stretch is None:
        return Reading()
    begin = start.stretch.first
    if isinstance(last, Weekday):
        day = calendar.move_day(begin, (last.index - begin.weekday()) % 7)
        return Reading(Stretch(begin, day) if day else None, start.source)
    end = next((one for one in around(last, begin.year, context) if one.last >= begin), None)
    return Reading(Stretch(begin, end.last) if end else None, start.source)


def _symbols(node: Node) -> tuple[str, str] | None:
    """Return truncated ISO dates for a month or day whose year is not known."""
    match node:
        case Yearly(month, day, 1, None):
            text = f"--{month:02d}" + (f"-{day:02d}" if day else "")
            return text, text
        case Within(part, _):
            return _symbols(part)
    return None
