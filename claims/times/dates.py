"""Rules for dates as a calendar prints them: days, months, weekdays, seasons, holidays."""

from claims.times import calendar
from claims.times.nodes import Cycle, Fixed, Node, Span, Unknown, Weekday, Within, Yearly
from claims.times.rules import Found, numbered, of_year, phrase, rule, units, vocabulary
from claims.times.wording import is_attributive
from claims.times.words import Words
from claims.vocabulary import load

_MONTHS = numbered("months")
_SHORT_MONTHS = numbered("month_abbreviations")
_ALL_MONTHS = _MONTHS | _SHORT_MONTHS
_ORDINALS = numbered("ordinals")
_WEEKDAYS = numbered("weekdays")
_SHORT_WEEKDAYS = numbered("weekday_abbreviations")
_SEASONS: dict[str, list[int]] = load("periods")["seasons"]
# Words that are month names only in such company.
_WEAK_MONTHS = frozenset(_SHORT_MONTHS) | {"may", "march"}
_LEADS_TO_MONTH = vocabulary("words", "before_month")
_LEADS_PAST_NAMES = vocabulary("words", "before_month_and_name")
_LEADS_TO_SEASON = vocabulary("words", "before_season")
_LEADS_TO_KIND = vocabulary("words", "before_kind_of_season")
_CURRENCIES = frozenset("$€£¥₹")
_LONGEST_DAY_LIST = 4


@rule(kinds=["number", "ordinal"])
def day_first(words: Words, index: int, depth: int) -> Found | None:
    """4 April 2025, the 4th of April, 22 to 25 July; the 5 of "5 and 14 August"."""
    number = day_number(words, index)
    if not number or words[index - 1].low in _CURRENCIES:
        return None
    other_index = _other_day(words, index)
    if other_index and (other := day_number(words, other_index)):
        found = _month_and_year(words, other_index + 1, depth)
        if found:
            return _both(*found, number, other)
    found = _month_and_year(words, index + 1, depth)
    if found:
        return _on_day(found[0], number), found[1]
    dashed = _dashed(words, index)
    if dashed:
        return Within(Yearly(dashed[0], number), dashed[1]), index + 5
    listed = _listed_month(words, index, depth)
    return (_on_day(listed, number), index + 1) if listed else None


def _dashed(words: Words, index: int) -> tuple[int, Node] | None:
    """Return month and year of "5-Aug-2025"."""
    named = month_name(words, index + 2)
    year = words[index + 4]
    dashes = words[index + 1].kind == words[index + 3].kind == "dash" and words[index + 1].glued
    stretch = calendar.years(year.value) if named and dashes and year.is_year and year.value else None
    return (named[0], Fixed(stretch)) if named and stretch else None


def day_number(words: Words, index: int) -> int | None:
    """Return a number that can be a day of a month."""
    word = words[index]
    if word.kind not in ("number", "ordinal") or word.value is None or not 1 <= word.value <= 31:
        return None
    return word.value if len(word.text) <= 2 or word.kind == "ordinal" else None


def _other_day(words: Words, index: int) -> int | None:
    """Return the index of the second day of "22 to 25", "22-25", "5/6", "between 5 and 14", "5 and 6"."""
    link = words[index + 1]
    second = index + 2 + (words.low(index + 2) in _WEEKDAYS)
    first, last = day_number(words, index), day_number(words, second)
    between = any(words.low(index - step) == "between" for step in (1, 2, 3))
    next_day = bool(first and last and last == first + 1)
    joined = (link.low == "and" and (between or next_day)) or (link.low == "/" and next_day)
    return second if link.kind == "dash" or link.low in vocabulary("words", "until") or joined else None


def _month_and_year(words: Words, index: int, depth: int) -> Found | None:
    found = month_name(words, words.skip(index, "of"))
    if not found:
        return None
    month, end = found
    return with_year(words, end, depth, Yearly(month))


def _listed_month(words: Words, index: int, depth: int) -> Node | None:
    """Return the month that a list of days ends in: "3, 4 and 5 May"."""
    end = index + 1
    for _ in range(_LONGEST_DAY_LIST):
        step = words.skip(end, ",")
        step = words.skip(step, "and", "or", "&")
        if step == end or not day_number(words, step):
            return None
        end = step + 1
        found = _month_and_year(words, end, depth)
        if found:
            return found[0]
    return None


def with_year(words: Words, index: int, depth: int, node: Node) -> Found:
    """Return something yearless with the year that follows it, where one does."""
    year = of_year(words, index, depth)
    return (Within(node, year[0]), year[1]) if year else (node, index)


def _on_day(month: Node, number: int) -> Node:
    if isinstance(month, Within):
        return Within(_on_day(month.part, number), month.whole)
    return Yearly(month.month, number) if isinstance(month, Yearly) else month


def _both(month: Node, end: int, first: int, last: int) -> Found:
    return Span(_on_day(month, first), _on_day(month, last)), end


def month_name(words: Words, index: int) -> tuple[int, int] | None:
    """Return the month named here and the index after it; names of months are capitalised."""
    word = words[index]
    if not word.is_capital or word.low not in _ALL_MONTHS:
        return None
    abbreviated = word.low in _SHORT_MONTHS and words.low(index + 1) == "." and words[index + 1].glued
    return _ALL_MONTHS[word.low], index + 1 + abbreviated


def month_before_dash(words: Words, dash: int) -> bool:
    """Return whether a dash joins a month to what follows: "April-June"."""
    return words[dash - 1].is_capital and words.low(dash - 1) in _ALL_MONTHS


@rule(words=_ORDINALS)
def spelled_day(words: Words, index: int, depth: int) -> Found | None:
    """The fourth of July; not "a third of July's rain"."""
    number = _ORDINALS[words.low(index)]
    if number < 1 or words.low(index + 1) != "of" or words.low(index - 1) in ("a", "one", "two", "half"):
        return None
    found = _month_and_year(words, index + 1, depth)
    return (_on_day(found[0], number), found[1]) if found else None


@rule(words=_ALL_MONTHS)
def month_first(words: Words, index: int, depth: int) -> Found | None:
    """April 2025, April 4, 2025, July 22-25, in May."""
    named = month_name(words, index)
    if not named:
        return None
    month, end = named
    number = day_number(words, end)
    if number and not _counts_something(words, end) and words.low(index - 1) not in ("in", "during"):
        return _day_of_month(words, end, depth, Yearly(month, number))
    node, after = with_year(words, end, depth, Yearly(month))
    if after == end and (shared := _shared_year(words, end, depth)):
        return Within(node, shared), end
    if after == end and not _is_month_alone(words, index, end):
        return None
    return node, after


def _shared_year(words: Words, end: int, depth: int) -> Node | None:
    """Return the year that a list of months ends in: "July, August and October 2015"."""
    for _ in range(_LONGEST_DAY_LIST):
        step = words.skip(end, ",")
        step = words.skip(step, "and", "or", "&")
        named = month_name(words, step) if step > end else None
        if not named:
            return None
        end = named[1]
        year = of_year(words, end, depth)
        if year:
            return year[0]
    return None


def _day_of_month(words: Words, index: int, depth: int, first: Yearly) -> Found:
    other_index = _other_day(words, index)
    other = day_number(words, other_index) if other_index else None
    if other_index and other and other > first.day and not _counts_something(words, other_index):
        node, end = with_year(words, other_index + 1, depth, Yearly(first.month))
        return _both(node, end, first.day, other)
    return with_year(words, index + 1, depth, first)


def _counts_something(words: Words, index: int) -> bool:
    """Return whether the number after a month counts what follows: "in May 12 people"."""
    step = words.skip_dash(index + 1)
    after = words[step]
    return after.low in vocabulary("years", "not_before") or after.low in units() or after.low == "%"


def _is_month_alone(words: Words, index: int, end: int) -> bool:
    """Return whether a month's name without day and year is the month, not a verb or a person."""
    before, after = words[index - 1], words[end]
    if before.kind == "dash" and words.low(index - 2) in load("periods")["pieces"]:
        return True
    joined = "dash" in (before.kind, after.kind) and (
        words[index - 2].low in _ALL_MONTHS or words.low(end + 1) in _ALL_MONTHS
    )
    if words[index].low in _WEAK_MONTHS and before.low not in _LEADS_TO_MONTH and not joined:
        return False
    if before.low in _LEADS_PAST_NAMES or _closes_month(words, index):
        return True
    followed_by_name = after.kind == "word" and after.text.istitle() and after.low not in _ALL_MONTHS
    return not followed_by_name or words[index].text.isupper()


def _closes_month(words: Words, index: int) -> bool:
    """Return whether "the end of" stands before a month, which then is no first name."""
    return words.low(index - 1) == "of" and words.low(index - 2) in load("periods")["pieces"]


@rule(words=_WEEKDAYS)
def weekday(words: Words, index: int, depth: int) -> Found | None:
    """Friday, 8 August 2025; Tuesday afternoon; Wednesday of last week."""
    word = words[index]
    if not word.is_capital or _is_name_with_weekday(words, index):
        return None
    if words.low(index - 1) in ("every", "each"):
        return None  # no day of its own
    dated = _date_after_weekday(words, index + 1, depth)
    if dated:
        return dated
    if words.low(index + 1) == "the" and words[index + 2].kind == "ordinal":
        return Unknown(), index + 3  # "Saturday the 14th", of a month that is not said
    end = skip_day_part(words, index + 1)
    led = words.low(index - 1) in vocabulary("weekday_blocks", "led_by")
    node: Node = Weekday(_WEEKDAYS[word.low], bare=not led)
    if led and _is_a_week_later(words, end):
        return Weekday(_WEEKDAYS[word.low], weeks=1), end + 1
    week = phrase(words, words.skip(end, "of"), depth + 1)
    if week and isinstance(week[0], Cycle) and week[0].unit == "week":
        return Within(node, week[0]), week[1]
    return node, end


def _is_a_week_later(words: Words, end: int) -> bool:
    """Tell "on Monday week", a week after the next Monday, from "on Monday week-long talks began"."""
    if words.low(end) != "week":
        return False
    behind = words[end + 1]
    return behind.kind not in ("word", "dash") or behind.low in vocabulary("weekday_blocks", "behind_week")


@rule(words=_SHORT_WEEKDAYS)
def short_weekday(words: Words, index: int, depth: int) -> Found | None:
    """Fri 8 Aug, Sun. May 4: only beside a date."""
    if not words[index].is_capital:
        return None
    return _date_after_weekday(words, words.skip(index + 1, "."), depth)


def _date_after_weekday(words: Words, index: int, depth: int) -> Found | None:
    start = words.skip(words.skip(index, ","), "the")
    rules = {"number": day_first, "ordinal": day_first}
    reader = rules.get(words[start].kind, month_first if words.low(start) in _ALL_MONTHS else None)
    found = reader(words, start, depth) if reader else None
    return found if found and _is_of_days(found[0]) else None


def _is_of_days(node: Node) -> bool:
    return _is_single_day(node.first if isinstance(node, Span) else node)


def _is_single_day(node: Node) -> bool:
    part = node.part if isinstance(node, Within) else node
    return isinstance(part, Yearly) and part.day > 0


def _is_name_with_weekday(words: Words, index: int) -> bool:
    before, after = words[index - 1], words[index + 1]
    return (before.is_capital and before.low in vocabulary("weekday_blocks", "before")) or (
        after.is_capital and after.low in vocabulary("weekday_blocks", "after")
    )


def skip_day_part(words: Words, index: int) -> int:
    """Return the index after "morning", "at noon" and the like."""
    start = words.skip(index, "at")
    return start + 1 if words.low(start) in vocabulary("words", "day_parts") else index


@rule(words=["weekend"])
def weekend(words: Words, index: int, depth: int) -> Found | None:
    """The weekend: Saturday and Sunday."""
    if words.low(index - 1) not in ("the", "this", "last", "next", "coming", "past", "previous", "following"):
        return None
    return Weekday(5, 2), index + 1


@rule(words=_SEASONS)
def season(words: Words, index: int, depth: int) -> Found | None:
    """The summer of 2027, in spring."""
    first, count = _SEASONS[words[index].low]
    if _is_verb(words, index):
        return None
    node, end = with_year(words, index + 1, depth, Yearly(first, count=count))
    if end == index + 1 and not _is_season_alone(words, index):
        return None
    return node, end


def _is_verb(words: Words, index: int) -> bool:
    """Tell "to fall next year" and "fall in" from "next fall" and "from spring to fall 2025"."""
    low, after = words[index].low, words[index + 1]
    if low == "fall" and after.low == "in":
        return True
    told = words.low(index - 1) in vocabulary("durations", "before_verb")
    return low in ("fall", "spring") and told and not after.is_year


def _is_season_alone(words: Words, index: int) -> bool:
    word, before = words[index], words[index - 1]
    if word.low == "fall" and (before.low in ("in", "of") or words.low(index + 1) in ("of", "in")):
        return False
    if before.low in _LEADS_TO_KIND and is_attributive(words, index + 1):
        return False  # "due to winter storms", "of summer jobs": of that kind
    lead = words.low(index - 2) if before.low == "the" else before.low
    return lead in _LEADS_TO_SEASON


def _phrases_by_first_word(phrases: dict[str, Yearly | Unknown]) -> dict[str, list[tuple[list[str], Node]]]:
    table: dict[str, list[tuple[list[str], Node]]] = {}
    for text, node in sorted(phrases.items(), key=lambda item: -len(item[0])):
        parts = text.replace("'s", " 's").split()
        table.setdefault(parts[0], []).append((parts, node))
    return table


_DAYS_BY_NAME = _phrases_by_first_word(
    {name: Yearly(month, number) for name, (month, number) in load("periods")["holidays"].items()}
    | {name: Yearly(0, easter_offset=days) for name, days in numbered("easter_holidays").items()}
    | {name: Unknown() for name in load("periods")["event_days"]["phrases"]}
)


@rule(words=_DAYS_BY_NAME)
def named_day(words: Words, index: int, depth: int) -> Found | None:
    """Christmas Eve, Easter Monday 2024; polling day, which no calendar knows."""
    for parts, node in _DAYS_BY_NAME[words[index].low]:
        if not words.has(index, *parts) or (isinstance(node, Yearly) and not words[index].is_capital):
            continue
        end = index + len(parts)
        found = with_year(words, end, depth, node)
        if (
            found[1] > end
            or len(parts) > 1
            or words.low(index - 1) in _LEADS_TO_SEASON
            or isinstance(node, Unknown)
        ):
            return found
    return None


@rule(words=["turn"])
def turn_of_year(words: Words, index: int, depth: int) -> Found | None:
    """The turn of the year: its last day and the first of the next; no calendar knows that of a century."""
    if words.has(index, "turn", "of", "the", "year"):
        return Span(Yearly(12, 31), Yearly(1, 1)), index + 4
    if words.has(index, "turn", "of", "the") and words.low(index + 3) in ("century", "decade", "millennium"):
        return Unknown(), index + 4
    return None


@rule(words=vocabulary("words", "day_parts"))
def part_of_day(words: Words, index: int, depth: int) -> Found | None:
    """The night of 3 February, the morning of the fourth of May."""
    if words.low(index + 1) != "of":
        return None
    found = phrase(words, index + 2, depth + 1)
    return found if found and (_is_of_days(found[0]) or isinstance(found[0], Weekday)) else None
