"""What the rules of arithmetic have in common: findings, nearness and wording that ties figures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from reconcile.figures import Figure, printed, within
from reconcile.fit import same_name
from reconcile.intervals import Interval
from reconcile.words import WORLD

Span = tuple[str | None, str | None]

# Figures further apart than this many sentences are not put together unless the wording says so.
NEAR = 3
# What is known no better than this, as a part of itself, fits too many figures to confirm one by its bounds.
VAGUE = 0.1


@dataclass(frozen=True)
class Finding:
    """What a rule found.

    Attributes:
        figures: The figures it rests on, the one that was checked last.
        fits: Whether they fit.
        computed: What the others give for the last.
        text: The sum with its bounds, for a reader.
    """

    figures: tuple[Figure, ...]
    fits: bool
    computed: float
    text: str


def verdict(expected: Interval, possible: Interval, last: Figure, tied: bool) -> bool | None:
    """Return whether a result fits the printed figure, or None where nothing can be said.

    Args:
        expected: The result from what readers expect of the other figures.
        possible: The result from all that their wording leaves possible.
        last: The printed figure.
        tied: Whether the wording ties the figures together, so that a misfit is an error.
    """
    if expected.meets(last.expected):
        return True
    return False if tied and not possible.meets(last.possible) else None


def is_telling(made: Interval, computed: float, last: Figure) -> bool:
    """Whether a result confirms a figure: known well, or, where it is vague, much the same number."""
    most = max(abs(made.low), abs(made.high))
    return made.high - made.low <= VAGUE * most or abs(computed - last.number) <= VAGUE / 2 * abs(last.number)


def result(sum_text: str, interval: Interval, last: Figure, unit: str, fits: bool) -> str:
    """Write a sum: "240 ÷ 356 = 67.4 % (67.2 to 67.6 %), printed 67 %"."""
    word = "printed" if fits else "but printed"
    return f"{sum_text}{within(interval, unit)}, {word} {printed(last)}"


def by_sentence(figures: Sequence[Figure]) -> Iterator[list[Figure]]:
    """Yield the figures of each sentence."""
    current: list[Figure] = []
    for figure in figures:
        if current and figure.sentence != current[0].sentence:
            yield current
            current = []
        current.append(figure)
    if current:
        yield current


def near(figures: Sequence[Figure], figure: Figure, most: int = NEAR) -> list[Figure]:
    """Return the other figures of the sentences around one, the nearest first."""
    others = [f for f in figures if f is not figure and abs(f.sentence - figure.sentence) <= most]
    return sorted(
        others, key=lambda f: (abs(f.sentence - figure.sentence), abs(f.value.start - figure.value.start))
    )


def one_holder(part: Figure, other: Figure) -> bool:
    """Whether a figure can be a part of another, or its share: not where each is somebody else's."""
    theirs = other.key.holders - {frozenset({WORLD})}
    if not part.key.holders or not theirs or len(theirs) < len(other.key.holders):
        return True
    return any(same_name(name, held) for name in part.key.holders for held in theirs)


def between(text: str, first: Figure, second: Figure) -> str:
    """Return the words between two figures."""
    return text[first.value.end : second.value.start] if first.value.end <= second.value.start else ""


def before(text: str, figure: Figure, most: int = 24) -> str:
    """Return the words that stand just before a figure."""
    return text[max(0, figure.value.start - most) : figure.value.start]


def are_parts(parts: Sequence[Figure], last: Figure, text: str) -> bool:
    """Whether figures can be the parts of a total: none is only compared with, none's time lies in another's.

    Args:
        parts: The parts.
        last: Their total.
        text: The text of the source.
    """
    spans = [figure.span for figure in parts]
    nested = any(
        one != other and (_holds(one, other) or _holds(other, one)) for one, other in combinations(spans, 2)
    )
    return not nested and not any(is_compared(figure, text) for figure in (*parts, last))


def is_compared(figure: Figure, text: str) -> bool:
    """Whether the wording sets another figure against this one: "up from 40", "compared to a loss of 40"."""
    return bool(_COMPARED.search(before(text, figure, 60)))


def _holds(whole: Span, part: Span) -> bool:
    """Whether the one time, known on both sides, holds all of the other."""
    if None in whole or None in part:
        return False
    return str(whole[0]) <= str(part[0]) and str(part[1]) <= str(whole[1])


_COMPARED = re.compile(
    r"\b(?:compare[sd]?\s(?:with|to)|comparison\s(?:with|to)|(?:up|down)\sfrom|versus|than)\b[^\d.:;,]{0,40}$",
    re.I,
)
OF = re.compile(r"^[^.;\d]{0,30}?\b(?:out of|of)\b[^.;\d]{0,30}$")
FROM = re.compile(r"\b(?:from|compared with|compared to|against|up from|down from)\s[^\d.]{0,8}$")
TO = re.compile(r"\bto\s[^\d.]{0,8}$")
TOGETHER = re.compile(r"\b(?:in all|in total|altogether|together|combined|total of|total)\b", re.I)
