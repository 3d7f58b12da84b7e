"""A figure as its sentence tells it: what every rule about when it holds looks at."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from claims.framing.frame import Frame, Reading
from claims.language import Sentence
from claims.model import Modality
from claims.periods import TimeExpression
from claims.timing.baselines import Place, follows_cue
from claims.timing.carrying import family_of, has_time, speaks_of_time
from claims.timing.tenses import Tense, tense
from claims.timing.when import is_only

# "(prior year: 6.8%)"
_FORMER = re.compile(r"(?:prior|previous|last)[ -](?:year|period|quarter|half)(?:['’]s)?:? ", re.I)
_SIGNS = frozenset("€£$₹¥%")
_LONGEST_FIGURE = 24
_CLOSE = 3
_FACTUAL = ("actual", "estimate", "reported")


@dataclass(frozen=True)
class Told:
    """A figure with its sentence.

    Attributes:
        reading: The figure in its parse.
        frame: What it is about.
        times: The times of its sentence, with offsets relative to it.
        sentence: The sentence.
        measure: What is measured, completed from the context.
        unit: The unit of its value.
        status: Whether it is told as a fact, a forecast or a plan.
    """

    reading: Reading
    frame: Frame
    times: Sequence[TimeExpression]
    sentence: Sentence
    measure: str
    unit: str
    status: Modality

    @property
    def place(self) -> Place:
        """Where the number stands in its sentence."""
        return self.reading.quantity.number_start, self.reading.quantity.number_end

    @property
    def words(self) -> str:
        """The figure as written."""
        return self.sentence.text[self.reading.quantity.start : self.reading.quantity.end]

    @property
    def start(self) -> int:
        """Where the figure stands in its source."""
        return self.sentence.start + self.reading.quantity.start

    @property
    def kind(self) -> str:
        """What sort of quantity it is."""
        return self.reading.quantity.kind

    @cached_property
    def tense(self) -> Tense:
        """The tense of its clause."""
        return tense(self.frame.predicate)

    @cached_property
    def family(self) -> str:
        """Whether it tells what is made or what is traded."""
        return family_of(self.reading, self.frame, self.measure)

    @cached_property
    def is_old(self) -> bool:
        """Whether it is the old figure of a comparison: "up from 40", "Debt: €310m (€355m)"."""
        if follows_cue(self.reading.quantity.number_start, self.sentence.span):
            return True
        return self.in_list and _is_bracketed_old(self.sentence.text, self.place)

    @property
    def is_foreseen(self) -> bool:
        """Whether it is a forecast or a plan."""
        return self.status not in _FACTUAL

    @property
    def has_time(self) -> bool:
        """Whether its clause names a time of its own that it is not only compared with."""
        return has_time(self.reading, self.frame, self.times, self.sentence)

    @property
    def is_timed(self) -> bool:
        """Whether its clause names a time of its own or is about a time."""
        place = (self.reading.quantity.start, self.reading.quantity.end)
        times = [time for time in self.times if not is_only(time, place)]
        timed = has_time(self.reading, self.frame, times, self.sentence, records=False)
        return timed or speaks_of_time(self.frame)

    @property
    def in_heading(self) -> bool:
        """Whether it stands in a headline."""
        return self.sentence.block.kind == "heading"

    @property
    def in_list(self) -> bool:
        """Whether it stands in an item of a list."""
        return self.sentence.block.kind == "list_item"


def _is_bracketed_old(item: str, place: Place) -> bool:
    """Tell whether a figure stands alone in a bracket behind another of its sort, as the year before's does.

    Args:
        item: The item of a list: "Net debt: €310m (€355m)"; not "Places: 88 of 104 (85%)".
        place: Where the number stands in it.
    """
    opening, closing = item.rfind("(", 0, place[0]), item.find(")", place[1])
    label = item.find(":")
    if not 0 < label < opening or closing < 0 or closing - opening > _LONGEST_FIGURE:
        return False
    inside, before = item[opening + 1 : closing], item[label + 1 : opening]
    former = _FORMER.match(inside)
    if former is not None:
        inside, opening = inside[former.end() :], opening + former.end()
    words = [word for word in inside.split() if word[:1].isalpha()]
    alone = place[0] - opening <= _CLOSE and len(words) <= 1
    return alone and ":" not in inside and _signs(inside) == _signs(before) and _has_digit(before)


def _signs(text: str) -> set[str]:
    return set(text) & _SIGNS


def _has_digit(text: str) -> bool:
    return any(character.isdigit() for character in text)
