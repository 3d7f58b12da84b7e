"""What a single word says about a time near it: that it is past, to come, or was planned."""

from functools import cache

from claims.times.recurring import Lean
from claims.times.rules import vocabulary
from claims.times.words import Words
from claims.vocabulary import load

_NOT_PARTICIPLES = frozenset(["hundred", "sacred", "united", "limited"])
_STEMS = ("need", "feed", "seed", "speed", "oceed", "xceed", "ucceed", "breed", "bleed", "weed")
_PRESENT = frozenset(["is", "are", "'re", "'m"])
_WAS = frozenset(["was", "were", "been"])
_HAVING = frozenset(["have", "has", "ve"])
_MODALS = frozenset(["will", "shall", "would", "ll", "must", "should", "can", "could", "may", "might"])
_BEFORE_A_TIME = frozenset(["in", "on", "at", "this", "next", "after", "by", "from", "down", "for", "office"])
_ADJECTIVES = frozenset(["open", "close"])
_PRONOUNS = frozenset(["they", "we", "you", "i", "who"])


def cue_at(words: Words, index: int) -> Lean | None:
    """Return what a word says about a time, or None; "May" and "Will" are names.

    Args:
        words: The text.
        index: Where the word stands.

    Returns:
        ``near`` where it says that something was planned or is usual, so that either side is possible.
    """
    word, before = words[index], words.low(index - 1)
    low = word.low
    if _is_planned(words, index):
        return _as_told(before)
    if low == "won" and words.low(index + 1) not in ("'", "’"):
        return "past"
    if _is_counted(words, index):
        return None
    if low in vocabulary("cues", "future"):
        if before in vocabulary("cues", "unsaid_after") or (word.is_capital and low in ("may", "will")):
            return None
        return _as_told(before)
    if low in vocabulary("cues", "possible"):
        return None if words.low(index + 1) in ("not", "have", "n") else "future"
    if _is_timetabled(words, index):
        return "future"
    if low == "to":
        return _infinitive(words, index)
    if low.endswith("ing") and before in _PRESENT:
        return "future"
    if before in ("be", "to") or before in _MODALS:
        return None  # "will shut" tells no past, though "shut" does
    participle = low.endswith("ed") and len(low) > 4 and not low.endswith(_STEMS)
    if participle and low not in _NOT_PARTICIPLES:
        return "near" if before in _PRESENT else "past"
    return "past" if low in vocabulary("cues", "past") else None


def is_perfect(words: Words, index: int) -> bool:
    """Return whether a word opens what has come about: "the boats *have* come in", not "will have come".

    Args:
        words: The text.
        index: Where the word stands.
    """
    if words.low(index) not in _HAVING or words.low(index - 1) in _MODALS | {"to", "not", "may"}:
        return False
    done = words.low(index + 1)
    return done in _irregular() or (done.endswith("ed") and not done.endswith(_STEMS))


@cache
def _irregular() -> frozenset[str]:
    return frozenset(load("participles")["irregular"].values())


def _is_counted(words: Words, index: int) -> bool:
    """Return whether a word names what a number counts: "has sold 300 plans", but "Formula 1 plans to"."""
    if words.low(index) not in vocabulary("cues", "countable") or words[index - 1].kind != "number":
        return False
    return words.low(index + 1) != "to" and not words[index - 2].is_capital


def _as_told(before: str) -> Lean:
    """Return "future", or less where it is told of the past: "had planned", "was due"."""
    if before in vocabulary("cues", "past_after"):
        return "past"
    return "near" if before in _WAS else "future"


def _is_planned(words: Words, index: int) -> bool:
    """Return whether a plan is named here in several words: "set for", "pencilled in for"."""
    if words.low(index) not in vocabulary("cues", "set_for"):
        return False
    return words.low(words.skip(index + 1, "in", "down")) in ("for", "to")


def _infinitive(words: Words, index: int) -> Lean | None:
    """Return what "is to vote", "agreed to vote" and ", to be opened" say."""
    before = words.low(index - 1)
    if before in ("is", "are") or (before == "," and words.low(index + 1) == "be"):
        return "future"
    if before in _WAS and words[index + 1].kind == "word":
        return "near"
    return "future" if before in vocabulary("cues", "committed") else None


def _is_timetabled(words: Words, index: int) -> bool:
    """Return whether a verb in the present tense tells a timetable: "he returns on", "they meet on"."""
    low, before = words.low(index), words[index - 1]
    if low in vocabulary("cues", "scheduled"):
        if before.low == ",":  # "Berg, its head since 2018, leaves in May"; not "fruit, leaves and bark"
            return words.low(index + 1) in _BEFORE_A_TIME
        return before.kind == "word" and before.low not in vocabulary("cues", "before_noun")
    if low not in vocabulary("cues", "scheduled_plural"):
        return False
    if before.low == "," and low not in _ADJECTIVES:  # "the first 120 buses, or 15%, arrive on Friday"
        return words.low(index + 1) in _BEFORE_A_TIME
    plural = len(before.low) > 3 and before.low.endswith("s") and not before.low.endswith("ss")
    return before.low in _PRONOUNS or plural
