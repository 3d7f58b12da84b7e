"""Rules for times told from the day of publication or from the time named before."""

from claims.times.business import this_unit
from claims.times.dates import skip_day_part
from claims.times.durations import count_at, is_end, up_to
from claims.times.nodes import (
    Chosen,
    Cycle,
    Fixed,
    Moved,
    Node,
    Piece,
    Pointed,
    Running,
    Same,
    Span,
    SplitYear,
    Unknown,
    Weekday,
    Within,
    Yearly,
    YearPart,
)
from claims.times.rules import Found, is_yearlike, numbered, phrase, rule, skip_determiners, units, vocabulary
from claims.times.words import Words
from claims.vocabulary import load

_DAYS = numbered("days")
_CHOICES = numbered("choices")
_PIECES: dict[str, str] = load("periods")["pieces"]
_UNITS = units()
# "The past year and a half": a unit and a half in the next smaller one.
_TIMES_A_HALF = {"year": ("month", 18), "decade": ("year", 15)}
# Points that are verbs as well: "they end on Friday".
_POINTS = ("start", "end")


@rule(words=_DAYS)
def named_from_today(words: Words, index: int, depth: int) -> Found | None:
    """Yesterday evening, today, tomorrow."""
    return Moved("day", _DAYS[words.low(index)], "published", exact=True), skip_day_part(words, index + 1)


@rule(words=["day", "week", "weekend", "month", "year", "season", "quarter", "morning", "night"])
def neighbour(words: Words, index: int, depth: int) -> Found | None:
    """The day before yesterday, the year before, the week after."""
    unit = {"morning": "day", "night": "day"}.get(words.low(index), words.low(index))
    low, end = words.low(index + 1), index + 2
    if low not in ("before", "after", "earlier", "later"):
        return None
    sign = -1 if low in ("before", "earlier") else 1
    if words.has(end, "yesterday") or words.has(end, "tomorrow"):
        return Moved("day", 2 * sign, "published", exact=True), end + 1
    if words.has(end, "last") and unit != "day":
        return Cycle(unit, -2), end + 1
    if words.has(end, "next") and unit != "day":
        return Cycle(unit, 2), end + 1
    if not is_end(words, end) or words.low(index - 1) not in ("the", "a"):
        return None
    return Moved(unit, sign, "anchor"), end


@rule(words=_CHOICES)
def chosen(words: Words, index: int, depth: int) -> Found | None:
    """Last year, this fiscal, next Friday, the past three years, the following day."""
    low = words.low(index)
    if low == "same" or (low == "last" and _is_verb_last(words, index)):
        return None
    start = index + 1
    if low == "this" and words.low(start) in ("coming", "past"):
        low, start = words.low(start), start + 1
    definite = words.low(index - 1) == "the"
    return (
        _fiscal_cycle(words, start, low, depth)
        or _chosen_unit(words, start, low, definite)
        or _running(words, start, low)
        or _chosen_day(words, start, low, depth)
    )


def _is_verb_last(words: Words, index: int) -> bool:
    """Tell "to last two years", "may last weeks" from "compared to last year", "in May last year"."""
    if words.low(index - 1) not in vocabulary("durations", "before_verb"):
        return False
    after = words.low(index + 1)
    many = after.endswith("s") and after in _UNITS
    return many or after in vocabulary("words", "vague_counts") or count_at(words, index + 1) is not None


def _fiscal_cycle(words: Words, start: int, low: str, depth: int) -> Found | None:
    """This fiscal, the current marketing year; "the last financial year, to March 2025"."""
    kind = words.low(start)
    year = words.low(start + 1) in ("year", "season")
    if kind in vocabulary("words", "seasonal") and year:
        return Cycle("season", _CHOICES[low]), start + 2
    if kind == "fiscal" or (kind in vocabulary("words", "fiscal") and year):
        end = start + 2 if year else start + 1
        return up_to(words, 1, "year", end, depth) or (Cycle("fiscal", _CHOICES[low]), end)
    return None


def _chosen_unit(words: Words, start: int, low: str, definite: bool) -> Found | None:
    word = words.low(start)
    end = start + 1
    shift = _CHOICES[low]
    if word in vocabulary("words", "day_parts"):
        return _chosen_day_part(words, start, low)
    unit = "season" if word == "season" else _UNITS.get(word)
    if not unit or unit in ("second", "minute", "hour", "fortnight"):
        return None
    if word.endswith("s") and (definite or low not in ("last", "this", "next") or words[end].kind != "word"):
        return None
    if unit == "weekend":
        return Chosen(shift, Weekday(5, 2)), end
    if low in ("previous", "preceding", "prior", "following") or (low == "next" and unit == "day"):
        return Moved(unit, shift, "anchor"), skip_day_part(words, end)
    if unit == "day":
        return None
    if low == "current" and unit == "year":
        return Cycle("current_year", 0), end  # a firm's is its business year
    running = low == "past" or (definite and low in ("last", "next"))
    running = running or (low == "coming" and unit in ("decade", "century"))
    if (running or low in ("last", "next")) and words.has(end, "and", "a", "half") and unit in _TIMES_A_HALF:
        smaller, count = _TIMES_A_HALF[unit]
        return Running(smaller, count * shift), end + 3
    if running and unit not in ("quarter", "season"):
        return Running(unit, shift), end
    return Cycle(unit, shift), end


def _chosen_day_part(words: Words, start: int, low: str) -> Found | None:
    """This morning, last night, the next morning."""
    if low == "this":
        return Moved("day", 0, "published", exact=True), start + 1
    if low == "last" and words.low(start) in ("night", "evening"):
        return Moved("day", -1, "published", exact=True), start + 1
    if low in ("next", "following", "previous", "same"):
        return Moved("day", _CHOICES[low], "anchor"), start + 1
    return None


def _running(words: Words, start: int, low: str) -> Found | None:
    """The past three years, the next 24 hours, the last few weeks."""
    if low not in ("last", "past", "next", "coming", "following", "previous", "preceding"):
        return None
    if words.low(start) in vocabulary("words", "vague_counts"):
        step = words.skip(words.skip(start + 1, "of"), "of")
        return (Unknown(), step + 1) if words.low(step) in _UNITS else None
    counted = count_at(words, start)
    count, end = counted if counted else (None, start)
    end = end + 1 if words.low(end) in vocabulary("words", "repeated") else end
    unit = _UNITS.get(words.low(end))
    if not unit or not (counted or words.low(end).endswith("s")):
        return None
    if unit == "hour" and count and count % 24 == 0:
        unit, count = "day", count // 24
    if (
        not count
        or count > 1000
        or unit in ("hour", "minute", "second")
        or low in ("previous", "preceding", "following")
    ):
        return Unknown(), end + 1
    return Running(unit, count * _CHOICES[low]), end + 1


def _chosen_day(words: Words, start: int, low: str, depth: int) -> Found | None:
    """Last Tuesday, next March, this summer, this Christmas."""
    found = phrase(words, start, depth + 1)
    if not found or start != skip_determiners(words, start):
        return None
    node, end = found
    if isinstance(node, Yearly | Weekday):
        return Chosen(_CHOICES[low], node), end
    return (node, end) if isinstance(node, Within) and isinstance(node.part, Yearly | Weekday) else None


@rule(words=_PIECES)
def piece(words: Words, index: int, depth: int) -> Found | None:
    """Early April, mid-2025, the end of last year, earlier this week, the rest of the year."""
    which = _PIECES[words.low(index)]
    double = _two_pieces(words, index, which, depth)
    if double:
        return double
    start = words.skip_dash(index + 1)
    if words.has(start, "part", "of"):
        start += 1
    if which == "early" and words.has(start, "hours", "of"):
        start += 1
    if words.low(index) == "halfway":
        start = words.skip(start, "through", "into")
    joined = words.skip(start, "of") if which in _POINTS else words.skip(start, "of", "in", "on")
    if which == "whole" and joined == start:
        return None
    joined = words.skip(joined, "around", "about")
    found = phrase(words, joined, depth + 1) or this_unit(words, joined)
    if found and joined == start and which in ("early", "mid", "late"):
        found = _without_day(words, joined, found)
    if not found or not _can_be_cut(found[0]):
        return None
    if which in ("start", "end") and joined == start and start == index + 1:
        return None
    return (found[0] if which == "whole" else Piece(which, found[0])), found[1]


def _without_day(words: Words, index: int, found: Found) -> Found:
    """Read only the month of "By mid-January 19 had been mended": no day is early, in the middle or late."""
    node, end = found
    day_behind = isinstance(node, Yearly) and node.day > 0 and end == index + 2
    if day_behind and words[end - 1].kind == "number" and isinstance(node, Yearly):
        return Yearly(node.month), index + 1
    return found


def _two_pieces(words: Words, index: int, which: str, depth: int) -> Found | None:
    """Return "early to mid-June" or "mid- to late September" as a span."""
    link = words.skip_dash(index + 1)
    other = _PIECES.get(words.low(link + 1)) if words.low(link) == "to" else None
    if depth > 1 or which not in ("early", "mid") or other not in ("mid", "late"):
        return None
    found = piece(words, link + 1, depth + 1)
    if not found or not isinstance(found[0], Piece):
        return None
    return Span(Piece(which, found[0].whole), found[0]), found[1]


def _can_be_cut(node: Node) -> bool:
    match node:
        case Within() | Yearly() | Fixed() | Cycle() | Weekday() | Chosen() | Moved():
            return True
        case SplitYear() | YearPart() | Piece() | Span():
            return True
    return is_yearlike(node)


@rule(words=["same"])
def same(words: Words, index: int, depth: int) -> Found | None:
    """The same months of 2024, the same period a year earlier, the same day."""
    low = words.low(index + 1)
    unit = _UNITS.get(low)
    if not unit and low not in ("period", "time", "stage", "point"):
        return None
    end = words.skip(index + 2, "of", "in")
    year = phrase(words, end, depth + 1)
    if year and is_yearlike(year[0]):
        return Same(year[0], _one(low)), year[1]
    if unit in ("day", "week", "month", "year") and not low.endswith("s"):
        return Moved(unit, 0, "anchor", exact=True), index + 2
    return None


@rule(words=["year"])
def year_earlier(words: Words, index: int, depth: int) -> Found | None:
    """The year-ago quarter, the year-earlier period."""
    end = index + 3
    if words[index + 1].kind != "dash" or words.low(index + 2) not in ("ago", "earlier", "before"):
        return None
    like = _one(words.low(end))
    end += bool(like) or words.low(end) in ("period", "level", "half")
    return Moved("year", -1, "anchor", exact=True, like=like), end


def _one(low: str) -> str:
    """Return the unit that a word in the singular names, or nothing."""
    return "" if low.endswith("s") else _UNITS.get(low, "")


@rule(words=["prior", "previous"])
def prior_year(words: Words, index: int, depth: int) -> Found | None:
    """The prior-year quarter, the previous-year period."""
    like = words.low(index + 3)
    if words[index + 1].kind != "dash" or words.low(index + 2) != "year":
        return None
    if like not in ("period", "half", "level") and not _one(like):
        return None
    return Moved("year", -1, "anchor", exact=True, like=_one(like)), index + 4


@rule(words=["this"])
def this_time(words: Words, index: int, depth: int) -> Found | None:
    """This time last year, this day next week."""
    year = phrase(words, index + 2, depth + 1) if words.low(index + 1) in ("time", "day") else None
    if not year or not isinstance(year[0], Cycle) or year[0].unit not in ("week", "month", "year"):
        return None
    return Moved(year[0].unit, year[0].shift, "published", exact=True), year[1]


@rule(words=["that"])
def pointed_at(words: Words, index: int, depth: int) -> Found | None:
    """That day, that same month: the one named before; that September: of the year named before."""
    start = words.skip(index + 1, "same", "very")
    found = phrase(words, start, depth + 1)
    if found and isinstance(found[0], Yearly) and not found[0].day and is_end(words, found[1]):
        return Pointed(found[0]), found[1]
    unit = {"morning": "day", "evening": "day", "night": "day"}.get(words.low(start), words.low(start))
    led = words.low(index - 1) in vocabulary("words", "before_that") or is_end(words, start + 1)
    if unit not in ("day", "week", "weekend", "month", "quarter", "year", "season") or not led:
        return None
    return Moved(unit, 0, "anchor"), start + 1


@rule(words=["corresponding", "comparable", "equivalent"])
def corresponding(words: Words, index: int, depth: int) -> Found | None:
    """The corresponding period of 2024."""
    if _UNITS.get(words.low(index + 1)) is None and words.low(index + 1) != "period":
        return None
    year = phrase(words, words.skip(index + 2, "of", "in"), depth + 1)
    return (Same(year[0], _one(words.low(index + 1))), year[1]) if year and is_yearlike(year[0]) else None


@rule(words=["so"])
def so_far(words: Words, index: int, depth: int) -> Found | None:
    """So far this year."""
    if not words.has(index, "so", "far"):
        return None
    found = phrase(words, index + 2, depth + 1)
    return (Piece("earlier", found[0]), found[1]) if found and isinstance(found[0], Cycle) else None
