"""What the words around a time say: its preposition, and whether they speak of the past or of the future."""

from typing import Literal, NamedTuple, cast

from claims.times.cues import cue_at, is_perfect
from claims.times.nodes import Node, Yearly, YearPart
from claims.times.recurring import Lean
from claims.times.rules import vocabulary
from claims.times.words import Words
from claims.vocabulary import load

Relation = Literal["in", "by", "since", "until", "before", "after", "as_of", "from_to"]

_FAR_BACK = 12
_FAR_AHEAD = 8
# A time that opens its sentence stands further from the verb.
_FURTHER_AHEAD = 20
_OPENING = 4
_NEAR = 4
_OWNED = frozenset({"its", "his", "her", "their", "the", "our"})
_FARTHEST_EVENT = 7


class Preposition(NamedTuple):
    """A preposition of time: the relation it states and the index after it."""

    relation: Relation
    end: int


def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Relation]]]:
    table: dict[str, list[tuple[tuple[str, ...], Relation]]] = {}
    for text, relation in load("periods")["prepositions"].items():
        parts = tuple(text.split())
        table.setdefault(parts[0], []).append((parts, cast(Relation, relation)))
    for options in table.values():
        options.sort(key=lambda option: -len(option[0]))
    return table


_PREPOSITIONS = _by_first_word()


def opens_preposition(word: str) -> bool:
    """Return whether a preposition of time can begin with a word."""
    return word in _PREPOSITIONS


def preposition_at(words: Words, index: int) -> Preposition | None:
    """Return the longest preposition of time that stands at an index."""
    if words[index - 1].kind == "dash" and words[index].glued:
        return None
    for parts, relation in _PREPOSITIONS.get(words.low(index), ()):
        if words.has(index, *parts):
            return Preposition(relation, index + len(parts))
    return None


def event_end(words: Words, index: int) -> int:
    """Return where the time of an event begins that closes a span: "between 2016 and its end on 9 May".

    Args:
        words: The text.
        index: Index of the first word behind "and".

    Returns:
        The index of the time, or the same index where no such event stands there.
    """
    if words.low(index) not in _OWNED:
        return index
    for step in range(index + 2, index + _FARTHEST_EVENT):
        if words[step].kind != "word" or words.ends_sentence(step):
            return index
        if words.low(step) in ("on", "in"):
            return step + 1
    return index


def lean_of(words: Words, start: int, end: int, relation: Relation | None, node: Node) -> Lean:
    """Return whether the words around a time speak of what was or of what will be.

    Args:
        words: The text.
        start: Index of the first word of the time.
        end: Index after its last word.
        relation: What its preposition states.
        node: The time.

    Returns:
        The side; ``near`` where the wording leaves it open, or tells of a plan that was made.
    """
    if relation == "as_of" or (relation == "since" and words.low(start) == "since"):
        return "past"
    if relation in ("by", "until", "before"):
        return _deadline_lean(words, start, end)
    if isinstance(node, YearPart) and any(_is_ahead_noun(words, end + step) for step in range(3)):
        return "future"
    if isinstance(node, Yearly) and node.count > 1 and words.low(start) == "for":
        return "future"
    if _is_day_of_forecast(words, start) or _is_compared(words, start):
        return "past"
    if _is_said_to_be_on(words, start) or _is_forecast_for(words, start) or _is_called_for(words, start):
        return "future"
    before = next((lean for step in _back(words, start) if (lean := cue_at(words, step))), None)
    if before or words[end].kind == "possessive" or (relation is None and is_attributive(words, end)):
        return before or ("past" if words[end].kind == "possessive" else "near")
    far = _FURTHER_AHEAD if len(_back(words, start)) < _OPENING else _FAR_AHEAD
    return next((lean for step in _ahead(words, end, far) if (lean := cue_at(words, step))), "near")


def _is_said_to_be_on(words: Words, start: int) -> bool:
    """Return whether a plain "is" stands right before a time: "the vote is on Sunday"."""
    return words.low(start - 1) in ("is", "are") and words.low(start) == "on"


def _is_day_of_forecast(words: Words, start: int) -> bool:
    """Return whether a figure was foretold at a time: "against the 4% forecast in May"."""
    if words.low(start) != "in" or words.low(start - 1) not in vocabulary("cues", "foretold"):
        return False
    before = words[start - 2]
    return before.kind == "number" or before.low in vocabulary("cues", "figure_ends")


def _is_compared(words: Words, start: int) -> bool:
    """Return whether a figure of before stands ahead of a time: "620, against 900 in May"."""
    if words.low(start) != "in":
        return False
    for step in _back(words, start)[:_NEAR]:
        if words[step].kind == "number":
            return any(words.low(step - back) in ("against", "from") for back in (1, 2))
    return False


def _is_forecast_for(words: Words, start: int) -> bool:
    """Return whether something is foreseen for a time: "forecast 430 visitors for the year to March"."""
    if words.low(start) != "for":
        return False
    return any(_is_ahead_noun(words, step) for step in _back(words, start))


def _is_called_for(words: Words, start: int) -> bool:
    """Return whether something is called or fixed for a time: "has called a rehearsal for Sunday"."""
    if "for" not in (words.low(start), words.low(start - 1)):
        return False
    found = next(
        (step for step in _back(words, start) if words.low(step) in vocabulary("cues", "fixing")), None
    )
    if found is None:
        return False
    return not any(words.low(found - back) in ("had", "was", "were") for back in (1, 2))


def is_attributive(words: Words, end: int, names: bool = False) -> bool:
    """Return whether a time describes what follows: "the July strike", "August's fire", "the 2010 World Cup".

    Args:
        words: The text.
        end: Index after the time.
        names: Whether a name can be what it describes.
    """
    after = words[end]
    if after.kind in ("possessive", "dash"):
        return True
    if after.is_capital and not names:
        return False
    return after.kind == "word" and after.low not in _CLAUSE_OPENERS | vocabulary("cues", "boundary")


# What follows them is no thing that a time describes: "on the night of 9 May the dam broke".
_CLAUSE_OPENERS = frozenset({"a", "an", "the", "he", "she", "it", "we", "they", "his", "her", "its", "their"})


def _is_ahead_noun(words: Words, index: int) -> bool:
    return words.low(index) in vocabulary("cues", "ahead_nouns")


def _is_done_by(words: Words, start: int) -> bool:
    """Return whether a count of what was done stands ahead of a deadline: "of the 29,600 sold by May"."""
    if words[start - 2].kind != "number" or cue_at(words, start - 1) != "past":
        return False
    return not any(cue_at(words, step) == "future" for step in _back(words, start))


def _is_awaited(words: Words, perfect: int) -> bool:
    """Return whether a perfect tells what is waited for: "once the court has agreed"."""
    return any(words.low(perfect - back) in vocabulary("cues", "awaiting") for back in range(1, _NEAR + 2))


def _deadline_lean(words: Words, start: int, end: int) -> Lean:
    """Return on which side a deadline lies: past only where a plain past tense stands nearest to it."""
    if _is_done_by(words, start):
        return "past"
    if words.low(start) == "until" and words.low(start - 1) in ("have", "has"):
        return "future"  # "bidders have until 9 May to appeal"
    behind, asked = _back(words, start), False
    for side in (behind, _ahead(words, end)):
        for step in side:
            low = words.low(step)
            if low == "and" and cue_at(words, step + 1) == "future":
                break  # "counts 60 up to 19 June and will pay for them": what is said next
            asked |= low == "to" and words[step + 1].kind == "word"  # "has asked the city to open by Friday"
            perfect = is_perfect(words, step) and not _is_awaited(words, step)
            if (perfect and side is behind and not asked) or low in vocabulary("cues", "firm_past"):
                return "past"
            if low in vocabulary("cues", "scheduled") or cue_at(words, step) == "future":
                return "future"
    return "soon"


def _back(words: Words, start: int) -> list[int]:
    steps: list[int] = []
    for step in range(start - 1, start - 1 - _FAR_BACK, -1):
        if words.ends_sentence(step):
            break
        steps.append(step)
    return steps


def _ahead(words: Words, end: int, far: int = _FAR_AHEAD) -> list[int]:
    steps: list[int] = []
    for step in range(end, end + far):
        if words.ends_sentence(step):
            break
        steps.append(step)
    return steps
