"""What the words around a number do to it: about, nearly, over, at least, under, at most."""

from collections.abc import Sequence
from functools import cache

from claims.figures.words import Word, lowered, split
from claims.model import Hedge
from claims.vocabulary import load

_CLOSERS = frozenset(".,;:)!?")
_Table = dict[tuple[str, ...], Hedge]
_CLAUSE = 12  # words before a time that may tell whose term it is
_MAX_STEPS = 4  # "by up to an estimated": no one stacks more
_STRENGTH: dict[Hedge, int] = {
    "exact": 0,
    "approx": 1,
    "nearly": 2,
    "over": 3,
    "under": 3,
    "at_least": 4,
    "at_most": 4,
}


@cache
def _table(side: str) -> tuple[_Table, int]:
    """Return the phrases of one side, cut into words, and the length of the longest."""
    phrases: _Table = {}
    for hedge, spellings in load("hedges")[side].items():
        for spelling in spellings:
            phrases.setdefault(tuple(word.lower for word in split(spelling)), hedge)
    return phrases, max(map(len, phrases))


def _phrase_before(words: Sequence[Word], last: int) -> tuple[Hedge, int] | None:
    phrases, longest = _table("before")
    near = lowered(words, last - longest, last)
    for size in range(len(near), 0, -1):
        hedge = phrases.get(near[-size:])
        if hedge is not None:
            return hedge, last - size
    return _before_change(words, last)


def _before_change(words: Sequence[Word], last: int) -> tuple[Hedge, int] | None:
    """Read "all but doubled"; "all but 40 were back" leaves 40 out and hedges nothing."""
    if last >= len(words) or not words[last].lower.endswith("ed"):
        return None
    phrases, longest = _table("before_changes")
    near = lowered(words, last - longest, last)
    hedge = phrases.get(near)
    return (hedge, last - longest) if hedge is not None else None


def before(words: Sequence[Word], last: int, is_span_of_time: bool = False) -> tuple[Hedge, int]:
    """Read the hedges right before a word.

    Args:
        words: The words of the text.
        last: Index of the first word of the number, its currency or its article.
        is_span_of_time: Whether the number is a length of time, before which "over" may mean "during".

    Returns:
        The strongest hedge and the index of the first word of the hedges; exact and ``last`` without any.
    """
    best: Hedge = "exact"
    first = here = last
    for _ in range(_MAX_STEPS):
        found = _phrase_before(words, here)
        if found is None or _is_no_hedge(words, found[1], here, is_span_of_time):
            break
        hedge, here = found
        if hedge != "exact":
            first = here
            if _STRENGTH[hedge] > _STRENGTH[best]:
                best = hedge
    return best, first


def _is_no_hedge(words: Sequence[Word], first: int, last: int, is_span_of_time: bool) -> bool:
    """Keep out "add up to 5" and "over three years" that means during."""
    if lowered(words, first, last) == ("up", "to") and first:
        may = first > 1 and words[first - 2].tag == "MD"  # "will add up to €40m": at most so much
        return words[first - 1].lower in load("hedges")["sum"]["verbs"] and not may
    if last - first != 1:
        return False
    word = words[first].lower
    ahead = words[last + 1].lower if last + 1 < len(words) else ""
    if (is_span_of_time or ahead in load("hedges")["during"]["nouns"]) and word in load("hedges")["during"][
        "words"
    ]:
        return first == 0 or words[first - 1].lower not in load("hedges")["during"]["hedge_after"]
    return False


def after(words: Sequence[Word], at: int) -> tuple[Hedge, int]:
    """Read the hedge that starts at the word behind a number or its unit.

    Returns:
        The hedge and the index after it; exact and ``at`` without one.
    """
    phrases, longest = _table("after")
    near = lowered(words, at, at + longest)
    for size in range(len(near), 0, -1):
        key = near[:size]
        hedge = phrases.get(key)
        if hedge is not None and _touches(words, at, key):
            return hedge, at + size
    return "exact", at


def _touches(words: Sequence[Word], at: int, key: tuple[str, ...]) -> bool:
    """Signs such as "+" and "-plus" must touch the number; "plus" alone must close the phrase."""
    if key[0] in {"-", "+"}:
        following = words[at + len(key)] if at + len(key) < len(words) else None
        return words[at].glued and not (
            key == ("+",) and following is not None and following.glued and following.kind == "digits"
        )
    if key[0] == "and" or key in {("plus",), ("max",), ("minimum",), ("maximum",), ("tops",)}:
        following = words[at + len(key)] if at + len(key) < len(words) else None
        return following is None or following.text in _CLOSERS
    return True


def is_bounded(words: Sequence[Word], last: int) -> bool:
    """Whether a preposition right before a word bounds what follows: "will report within 30 days".

    Args:
        words: The words of the text.
        last: Index of the first word of the length or the time.
    """
    bounding = load("hedges")["bounding"]
    if last < 1 or words[last - 1].lower not in bounding["at_most"]:
        return False
    before = {word.lower for word in words[max(0, last - _CLAUSE) : last]}
    return before.isdisjoint(bounding["proposing"])  # a term that is proposed is so long


def is_mean(words: Sequence[Word], last: int) -> bool:
    """Whether a verb right before a word makes the number a mean ("averaging 15.9 degrees")."""
    return last > 0 and words[last - 1].lower in load("hedges")["mean"]["verbs"]


def ends_before(words: Sequence[Word], last: int) -> bool:
    """Whether a hedge other than a plain "just" stands right before a word."""
    return before(words, last)[0] != "exact"
