"""Degrees that tell a difference and no temperature: "1.2 degrees above average", "warmed by 2 degrees"."""

import re
from functools import cache
from typing import TYPE_CHECKING

from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.model import Direction

_REACH = 30
_HEDGE = r"(?:about|around|some|nearly|almost|roughly|over|just|only|more than|at least|up to|an?|another) "


def apart(text: str, start: int, end: int) -> "Direction | None":
    """Return which way a number of degrees sets a temperature apart from another, or None for its level.

    Args:
        text: The text.
        start: Where the number begins.
        end: Where its unit ends.
    """
    behind = _behind().match(text, end)
    if behind is not None:
        return "up" if behind[1].lower() in word_list("changes", "degrees", "warmer") else "down"
    before = _before().search(text, max(0, start - _REACH), start)
    if before is None:
        return None
    return "down" if before[1].lower() in word_list("changes", "degrees", "falling") else "up"


@cache
def _behind() -> re.Pattern[str]:
    words = load("changes")["degrees"]
    sides = "|".join((*words["warmer"], *words["colder"]))
    return re.compile(rf"(?i)(?: ?\([^()]*\)|\))? ({sides})\b(?! (?:{'|'.join(words['points'])})\b)")


@cache
def _before() -> re.Pattern[str]:
    words = load("changes")["degrees"]
    verbs = "|".join((*words["rising"], *words["falling"]))
    return re.compile(rf"(?i)\b({verbs})(?: [a-z]+){{0,2}} by (?:{_HEDGE})*$")
