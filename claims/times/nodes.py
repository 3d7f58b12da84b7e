"""What a time phrase says before it is put on the calendar."""

from dataclasses import dataclass
from typing import Literal

from claims.times.calendar import Stretch

Base = Literal["published", "anchor"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days that the words name completely."""

    stretch: Stretch


@dataclass(frozen=True, slots=True)
class Unknown:
    """A time that no calendar knows: "polling day", "recent weeks"."""


@dataclass(frozen=True, slots=True)
class Lasting:
    """How long something takes, not when: "six months" (count None: not one whole number)."""

    count: int | None = None
    unit: str = "day"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day."""


@dataclass(frozen=True, slots=True)
class Yearly:
    """A month, or a day in it, of a year that is not named; months may be several (a season)."""

    month: int
    day: int = 0
    count: int = 1
    easter_offset: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, or the weekend (index 5, two days); bare where no word such as "on" leads to it.

    "Monday week" is so many weeks after the next Monday.
    """

    index: int
    count: int = 1
    bare: bool = False
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class YearPart:
    """A part of a business year: ``count`` months, the ``index``-th (0: not said which, -1: the last)."""

    count: int
    index: int
    by_calendar: bool = False


@dataclass(frozen=True, slots=True)
class WeekNumber:
    """A week by its number in the year."""

    number: int


@dataclass(frozen=True, slots=True)
class Portion:
    """The first, third or last units of something: "the first three months", "the last day"."""

    unit: str
    index: int
    count: int = 1


@dataclass(frozen=True, slots=True)
class Cycle:
    """The unit that holds the day of publication, or one so many further: "last year", "this week".

    A loose one ("the end of the year") may also be the one before or after, as the wording leans.
    """

    unit: str
    shift: int
    loose: bool = False


@dataclass(frozen=True, slots=True)
class SplitYear:
    """A year that runs over two calendar years; ``start_month`` 0 is not known from the phrase."""

    start_year: int
    basis: Literal["fiscal", "season", "bare"]
    start_month: int = 0


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A business year named by the year in which it ends: "FY25"."""

    end_year: int


@dataclass(frozen=True, slots=True)
class Piece:
    """The early, mid or late part, the start, end or rest of something."""

    which: str
    whole: "Node"


@dataclass(frozen=True, slots=True)
class Within:
    """Something yearless inside something larger: April in 2025, the second quarter of FY25."""

    part: "Node"
    whole: "Node"


@dataclass(frozen=True, slots=True)
class Ending:
    """So many units up to a day: "the six months to 30 September"."""

    unit: str
    count: int
    end: "Node"


@dataclass(frozen=True, slots=True)
class Starting:
    """A unit from a day on: "the week of 9 June"."""

    unit: str
    count: int
    start: "Node"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The last, this or next one of what comes again and again: "last April", "next Friday"."""

    shift: int
    what: "Node"


@dataclass(frozen=True, slots=True)
class Pointed:
    """The month or season that belongs to the time named before: "that September"."""

    what: Yearly


@dataclass(frozen=True, slots=True)
class Moved:
    """So many units away from the publication or from the time named before.

    An exact one keeps the length of what it is moved from, another is the whole unit: "the year before".
    ``like`` is the unit that the time named before must have: "the year-ago quarter".
    """

    unit: str
    count: int
    base: Base
    exact: bool = False
    like: str = ""


@dataclass(frozen=True, slots=True)
class Running:
    """The units just before or after publication: "the past three years"."""

    unit: str
    count: int


@dataclass(frozen=True, slots=True)
class Same:
    """The time named before, in another year: "the same months of 2024"; ``like`` as in Moved."""

    year: "Node"
    like: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """From one time to another."""

    first: "Node"
    last: "Node"


Node = (
    Fixed
    | Unknown
    | Lasting
    | Clock
    | Yearly
    | Weekday
    | YearPart
    | WeekNumber
    | Portion
    | Cycle
    | SplitYear
    | FiscalYear
    | Piece
    | Within
    | Ending
    | Starting
    | Chosen
    | Pointed
    | Moved
    | Running
    | Same
    | Span
)
