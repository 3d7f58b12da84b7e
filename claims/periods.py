"""Time expressions of a text, resolved against its publication date where they are relative.

`find_times` reads all of them; give it a whole text rather than one sentence, so that "two days later"
and "the same months of 2024" find what they lean on. Pure text, linear, and never raises.
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal, NamedTuple

from claims.times import fiscal
from claims.times.calendar import Stretch, move_day, single
from claims.times.dates import month_name
from claims.times.durations import away
from claims.times.grammar import Found, opens, phrase, skip_determiners
from claims.times.nodes import (
    Chosen,
    Clock,
    Cycle,
    Fixed,
    Lasting,
    Moved,
    Node,
    Piece,
    Span,
    Unknown,
    Weekday,
    Within,
    Yearly,
    YearPart,
)
from claims.times.recurring import Context
from claims.times.resolve import resolve
from claims.times.rules import is_yearlike, of_year, vocabulary
from claims.times.wording import (
    Preposition,
    Relation,
    event_end,
    is_attributive,
    lean_of,
    opens_preposition,
    preposition_at,
)
from claims.times.words import Words
from claims.times.writing import most_common, year_of_writing, years_by_months

TimeKind = Literal["date", "span", "duration", "clock"]

_MEMORY = 3


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time that a text names.

    Attributes:
        start: First offset.
        end: Offset after the last character.
        text: The words, with the preposition where it belongs to the meaning ("by 2050").
        kind: ``date`` can be put on a calendar (a day, month, season, fiscal year …), ``span`` runs from one
            to another, ``duration`` says how long and not when, ``clock`` is a time of day.
        first: First day (ISO) the expression covers; None where it is open ("until 2027") or unknown;
            truncated ("--04", "--04-04") where only the year is unknown.
        last: Last day, likewise ("since April" has none).
        resolved_from: What a relative expression was resolved against, or None.
        relation: How the preposition places things to the time that is named.
        named: First and last day of the time named, whatever the relation: all of April for "since April".
    """

    start: int
    end: int
    text: str
    kind: TimeKind
    first: str | None
    last: str | None
    resolved_from: str | None = None
    relation: Relation | None = None
    named: tuple[str | None, str | None] = (None, None)


class _Match(NamedTuple):
    node: Node
    relation: Relation | None
    start: int
    end: int


@lru_cache(maxsize=2)
def _words(text: str) -> Words:
    """Return the words of a text, which is asked about more than once in a row."""
    return Words(text)


def find_times(
    text: str,
    *,
    published: date | None = None,
    context_year: int | None = None,
    fiscal_end: int | None = None,
) -> list[TimeExpression]:
    """Return the time expressions of a text, in order and without overlaps.

    Args:
        text: Any text; a whole article is better than a sentence.
        published: The day that relative expressions are told from; without it they stay unresolved.
        context_year: The year of days and months without one where ``published`` is not known.
        fiscal_end: The month in which the business year ends; read from the text where not given.

    Returns:
        The expressions with their offsets in ``text``.
    """
    words = _words(text)
    context = Context(published, context_year, fiscal_end or words.once(fiscal.fiscal_year_end))
    if published is None and context_year is not None:
        context.written = year_of_writing(words)
    times: list[TimeExpression] = []
    end = 0
    for place, word in enumerate(words):
        if place < end:
            continue
        if word.kind == "gap":
            context.anchors.clear()
        match = _match(words, place) if _may_begin(word.low, word.kind) else None
        if match is not None:
            times.append(_expression(words, match, context))
            end = match.end
    return times


def context_year(text: str) -> int | None:
    """Return the year that days and months without one most plausibly belong to.

    Args:
        text: The whole text.

    Returns:
        The year that most often stands beside a month, or None where there is none or two are level.
    """
    return most_common(years_by_months(_words(text)))


def fiscal_year_end(text: str) -> int | None:
    """Return the month in which the business year ends that a text speaks of.

    Args:
        text: The whole text.

    Returns:
        A month, where the text says it: "the financial year to March", "the six months to 30 September,
        the first half"; else None.
    """
    return _words(text).once(fiscal.fiscal_year_end)


@lru_cache(maxsize=4096)
def _may_begin(low: str, kind: str) -> bool:
    """Return whether a time can begin with a word: most words are of no further interest."""
    led = low in ("between", "from") or low in vocabulary("words", "determiners")
    return led or opens(low, kind) or opens_preposition(low)


def _match(words: Words, index: int) -> _Match | None:
    """Return the time that begins at an index, with its preposition."""
    word = words[index]
    if word.low == "between":
        return _between(words, index)
    if word.low == "from":
        return _from(words, index)
    preposition = preposition_at(words, index)
    placed = _after_preposition(words, index, preposition) if preposition else None
    if placed:
        return placed
    start = skip_determiners(words, index)
    if not opens(words.low(start), words[start].kind):
        return None
    found = phrase(words, index)
    if not found:
        return None
    if isinstance(found[0], Lasting | Clock):
        return _Match(found[0], None, start, found[1])
    return _joined(words, start if _describes(words, *found) else index, None, found)


def _after_preposition(words: Words, index: int, preposition: Preposition) -> _Match | None:
    start = words.skip(preposition.end, "about", "around", "circa", "approximately")
    found = phrase(words, start)
    if not found:
        return None
    node, end = found
    if isinstance(node, Lasting):
        ahead = _time_ahead(words, index, node, end)
        start = skip_determiners(words, start)
        return _Match(ahead, "in", index, end) if ahead else _Match(node, None, start, end)
    if isinstance(node, Clock):
        day = phrase(words, words.skip(end, "on", ","))
        if day and isinstance(day[0], Weekday | Yearly | Within) and preposition.relation != "in":
            return _Match(day[0], preposition.relation, index, day[1])
        return _Match(node, None, start, end)
    inner = skip_determiners(words, start)
    if inner > start and _describes(words, node, end):
        return _Match(node, None, inner, end)
    if isinstance(node, YearPart) and inner == start and is_attributive(words, end):
        return _Match(node, None, start, end)
    if preposition.relation == "before" and is_yearlike(node) and words.low(index) == "ahead":
        return _Match(node, None, start, end)
    return _joined(words, index, preposition.relation, found)


def _describes(words: Words, node: Node, end: int) -> bool:
    """Return whether a month or a year only describes what a preposition speaks of: "after the 2021 fire"."""
    if isinstance(node, Yearly):
        spans = words[end].kind == "dash" and month_name(words, end + 1) is not None and not node.day
        return node.count == 1 and node.easter_offset is None and not spans and is_attributive(words, end)
    return isinstance(node, Fixed) and words[end - 1].is_year and is_attributive(words, end, names=True)


def _time_ahead(words: Words, index: int, node: Lasting, end: int) -> Node | None:
    """Return the time that "(will open) in two years" means; "the third in two years" is a duration."""
    if words.low(index) != "in" or not node.count or lean_of(words, index, end, None, node) != "future":
        return None
    return away(node.unit, node.count, 1, "published")


def _joined(words: Words, index: int, relation: Relation | None, first: Found) -> _Match:
    """Return a time, or the span where another follows: "April to September 2025", "July–September"."""
    node, end = first
    if relation in (None, "in"):
        if isinstance(node, Span):
            return _Match(node, "from_to", index, end)
        last = _second_end(words, node, end, vocabulary("words", "until_plain"))
        last = last or _month_after(words, node, end)
        if last:
            last = _named_quarter(words, last) if words[end].kind == "dash" else last
            return _Match(Span(node, last[0]), "from_to", index, last[1])
    return _Match(node, relation, index, end)


def _named_quarter(words: Words, last: Found) -> Found:
    """Return the end of "the July-September quarter of 2024" with the year behind that name."""
    if words.low(last[1]) not in vocabulary("words", "joined_months") or not _month_of(last[0]):
        return last
    year = of_year(words, last[1] + 1, 0)
    return (Within(last[0], year[0]), year[1]) if year else (last[0], last[1] + 1)


def _second_end(words: Words, first: Node, end: int, links: frozenset[str]) -> Found | None:
    """Return the other end of a span, where one of the links and a time of the same sort follow."""
    if words.low(end) not in links and words[end].kind != "dash":
        return None
    last = phrase(words, end + 1)
    if not last or not _can_bound(first) or not _can_bound(last[0]):
        return None
    if words.low(end) in links and links is not vocabulary("words", "until_plain"):
        return last
    return last if _sort_of(first) == _sort_of(last[0]) else None


def _month_after(words: Words, node: Node, end: int) -> Found | None:
    """Return the month after a month: "in July and August 2015" is one span, "in May and July" is not."""
    last = phrase(words, end + 1) if words.low(end) == "and" else None
    one, two = _month_of(node), _month_of(last[0]) if last else None
    cut = {side.which for side in (node, last[0]) if isinstance(side, Piece)} if last else set()
    if cut and not (isinstance(node, Piece) and node.which == "late" and cut == {"early", "late"}):
        return None
    return last if one and two and two == one % 12 + 1 else None


def _month_of(node: Node) -> int | None:
    """Return the number of a whole month, also of "late July" and "early August"."""
    if isinstance(node, Piece):
        return _month_of(node.whole) if node.which in ("early", "late") else None
    core = node.part if isinstance(node, Within) else node
    whole = isinstance(core, Yearly) and core.count == 1 and not core.day and core.easter_offset is None
    return core.month if whole and isinstance(core, Yearly) else None


def _can_bound(node: Node) -> bool:
    return not isinstance(node, Lasting | Clock | Span | Unknown)


def _sort_of(node: Node) -> tuple[str, bool]:
    """Return what sort of time it is: days join with days, months with months."""
    core = node.part if isinstance(node, Within) else node.whole if isinstance(node, Piece) else node
    return type(core).__name__, isinstance(core, Yearly) and core.day > 0


def _between(words: Words, index: int) -> _Match | None:
    first = phrase(words, index + 1)
    if first and isinstance(first[0], Span):
        return _Match(first[0], "from_to", index, first[1])
    if not first or words.low(first[1]) != "and" or not _can_bound(first[0]):
        return None
    last = phrase(words, event_end(words, first[1] + 1))
    if not last or not _can_bound(last[0]):
        return None
    return _Match(Span(first[0], last[0]), "from_to", index, last[1])


def _from(words: Words, index: int) -> _Match | None:
    """Return "from April to June", "from 2026 on", or the time that something is compared with."""
    start = words.skip(index + 1, "about", "around")
    first = phrase(words, start)
    if not first:
        return None
    node, end = first
    if isinstance(node, Lasting | Clock):
        return _Match(node, None, skip_determiners(words, start), end)
    if isinstance(node, Span):
        return _Match(node, "from_to", index, end)
    last = _second_end(words, node, end, vocabulary("words", "until"))
    if last and not _is_moved_date(words, index):
        return _Match(Span(node, last[0]), "from_to", index, last[1])
    onward = words.skip(end, "on", "onward", "onwards", "forward", "forwards")
    if onward > end or (last is None and _opens_a_time(words, index, node)):
        return _Match(node, "since", index, onward)
    return _Match(node, None, start, end)


def _is_moved_date(words: Words, index: int) -> bool:
    """Return whether "from April to June" says that a date was moved: "postponed the vote from …"."""
    return any(words.low(index - step) in vocabulary("cues", "moved") for step in range(1, 6))


def _opens_a_time(words: Words, index: int, node: Node) -> bool:
    """Return whether "from April" means "since"; after "up 5%" or before "a year earlier" it compares."""
    before = words[index - 1]
    compares = before.kind == "number" or before.low == "%" or before.low in vocabulary("cues", "comparison")
    coming = isinstance(node, Cycle) and node.shift > 0
    return not compares and (coming or isinstance(node, Yearly | Within | Weekday | Chosen))


def _expression(words: Words, match: _Match, context: Context) -> TimeExpression:
    start, end = words[match.start].start, words[match.end - 1].end
    text = words.text[start:end]
    kind = _kind(match.node)
    if kind in ("duration", "clock"):
        return TimeExpression(start, end, text, kind, None, None)
    lean = lean_of(words, match.start, match.end, match.relation, match.node)
    reading = resolve(match.node, context, lean)
    named = reading.symbols or (None, None)
    if reading.stretch:
        stretch = _bound(match, reading.stretch)
        named = stretch.first.isoformat(), stretch.last.isoformat()
        if _is_anchor(match):
            context.anchors = [*context.anchors[1 - _MEMORY :], (reading.stretch, text)]
    first, last = _covered(match.relation, *named)
    return TimeExpression(start, end, text, kind, first, last, reading.source, match.relation, named)


def _is_anchor(match: _Match) -> bool:
    """Return whether later times may lean on this one, as they do not on what is only compared with."""
    compared = isinstance(match.node, Moved) and match.node.base == "anchor" and match.node.unit == "year"
    return not compared and match.relation not in ("since", "until", "before", "after")


def _kind(node: Node) -> TimeKind:
    match node:
        case Lasting():
            return "duration"
        case Clock():
            return "clock"
        case Span():
            return "span"
    return "date"


def _bound(match: _Match, stretch: Stretch) -> Stretch:
    """Return the middle day of "mid-August" where it bounds something ("since mid-August")."""
    if (
        isinstance(match.node, Piece)
        and match.node.which == "mid"
        and match.relation not in (None, "in", "from_to")
    ):
        return single(stretch.first + (stretch.last - stretch.first) // 2)
    return stretch


def _covered(relation: Relation | None, first: str | None, last: str | None) -> tuple[str | None, str | None]:
    """Return the days that a time with its preposition covers, open where the preposition leaves it open."""
    if relation == "since":
        return first, None
    if relation == "until":
        return None, last
    if relation == "before":
        return None, _next_to(first, -1)
    if relation == "after":
        return _next_to(last, 1), None
    return first, last


def _next_to(day: str | None, step: int) -> str | None:
    if day is None or day.startswith("--"):
        return day
    moved = move_day(date.fromisoformat(day), step)
    return moved.isoformat() if moved else None
