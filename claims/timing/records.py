"""Times that only bound a record: "the highest since 1994", "the first in six years"."""

import re
from typing import TYPE_CHECKING

from claims.framing.noun_phrases import is_verb
from claims.periods import TimeExpression

if TYPE_CHECKING:
    from claims.tokens import Span, Token

_WITHIN = re.compile(r"in (?:the )?[\w-]+(?: and a half)? (?:years?|decades?|months|quarters|weeks)\Z", re.I)
# So many words a record stands from its time at most: "the largest one-day fall on any market since 1987".
_NEAR = 10
_BREAKS = frozenset({",", ";", ":", "(", ")"})


def bounds_record(time: TimeExpression, span: "Span") -> bool:
    """Tell whether a time only says for how long there had been none, or none so high.

    Args:
        time: A time, with offsets relative to its sentence.
        span: The parsed sentence.
    """
    within = _WITHIN.match(time.text) is not None
    if time.relation != "since" and not within:
        return False
    return _follows_record(next((token for token in span if token.idx >= time.start), None), span, within)


def _follows_record(word: "Token | None", span: "Span", passed: bool) -> bool:
    """Tell whether a record stands before the "since" that a time hangs on; `passed`: that is behind it."""
    for _ in range(_NEAR):
        passed = passed or (word is not None and word.lower_ == "since")
        word = word.nbor(-1) if word is not None and word.i > span[0].i else None
        if word is None or word.text in _BREAKS or is_verb(word):
            return False
        if passed and (word.tag_ == "JJS" or word.lower_ == "first"):
            return True
    return False
