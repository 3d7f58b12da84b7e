"""What is told of things that move: who is on board, how heavy one is, how fast it may go there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claims.framing.acts import unit_of
from claims.framing.frame import NOUNS, Frame, Reading, first_conjunct, is_bare, thing_of
from claims.framing.noun_phrases import clause_verb, is_verb, subject_of
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_ABOARD = frozenset({"aboard", "onboard"})
_OPENING = frozenset({"the", "a", "an", "its", "this", "that", "each", "both"})
_REACH = 7
_NEAR = 5


def as_vehicle(reading: Reading, values: frozenset[int]) -> Frame | None:
    """Return the frame of who is on board, of a weight before a noun, or of a speed limit; else None.

    Args:
        reading: The number.
        values: The tokens of all numbers, units and times of the sentence.
    """
    if reading.quantity.kind == "count":
        return _aboard(reading, values)
    unit = unit_of(reading)
    if unit == "km/h":
        return _limit(reading) or _gusting(reading)
    return _weight(reading) if unit == "t" and reading.quantity.kind == "quantity" else None


def is_speed(noun: "Token", readings: Sequence[Reading]) -> bool:
    """Tell whether a noun is the unit of a speed: in "winds of 90 mph that killed two" the mph kill nobody.

    Args:
        noun: The subject of a frame.
        readings: The numbers of its sentence.
    """
    return any(noun.i in it.inside and unit_of(it) == "km/h" for it in readings)


def _aboard(reading: Reading, values: frozenset[int]) -> Frame | None:
    """Read how many are on something: "with 40 on board", "nine passengers were aboard the ferry"."""
    if not (is_bare(reading) or reading.quantity.counted):
        return None
    board = _board(reading)
    first = first_conjunct(reading.anchor)
    acts = first.dep_ in ("nsubj", "nsubjpass") and first.head.lemma_ != "be"  # "40 died aboard the ferry"
    crew = first.dep_ == "pobj" and first.head.lower_ == "of" and first.head.head.lemma_ == "crew"
    if board is None or acts or crew:  # "40 nuns and a crew of two on board"
        return None
    verb = clause_verb(reading.anchor)
    subject = _named_behind(board, values) or _carrier(reading, verb)
    things = (thing_of(reading, values) or "people").removesuffix(" on board")
    return Frame(subject, f"{things} on board", None, verb)


def _carrier(reading: Reading, verb: "Token | None") -> "Token | None":
    """Return what somebody is on board of where no noun stands behind: "it sank with 40 on board"."""
    anchor = first_conjunct(reading.anchor)
    if verb is None or anchor.dep_ in ("nsubj", "nsubjpass"):
        return None
    if anchor.dep_ == "pobj" and anchor.head.lower_ != "with":
        return None
    if anchor.dep_ == "pobj" and anchor.head.head.pos_ in NOUNS:
        return anchor.head.head
    there = any(child.dep_ == "expl" for child in verb.lefts)
    clause = next((child for child in verb.children if child.dep_ == "advcl"), None)
    if there:  # "there were 40 on board when the bus overturned"
        return subject_of(clause) if clause is not None else None
    return subject_of(verb)


def _board(reading: Reading) -> "Token | None":
    """Return the word for "on board" behind a number or the verb "be" that it is the subject of."""
    doc, last = reading.anchor.doc, max(reading.inside)
    anchor = reading.anchor
    is_there = anchor.dep_ in ("nsubj", "nsubjpass", "conj") or anchor.i > last
    for token in doc[last + 1 : last + 1 + _REACH]:
        aboard = token.lower_ in _ABOARD or (token.lower_ == "board" and token.nbor(-1).lower_ == "on")
        if aboard:
            return token
        passing = token.lower_ in word_list("extents", "before_board")
        joined = token.lower_ == "and" or token.like_num
        if not (passing or joined or token.pos_ in NOUNS or token.pos_ == "ADJ" or token.text == "-"):
            return None
        if token.lower_ in ("were", "was", "are", "is") and not is_there:
            return None
    return None


def _named_behind(board: "Token", values: frozenset[int]) -> "Token | None":
    """Return the noun that somebody is on board of, where it stands right behind."""
    behind = board.doc[board.i + 1 : board.i + 2]
    if not behind or not (behind[0].lower_ in _OPENING or behind[0].pos_ == "PROPN"):
        return None
    noun = behind[0]
    while noun.head.i > noun.i and noun.dep_ in ("det", "compound", "poss", "amod", "nmod", "predet"):
        noun = noun.head
    return noun if noun.pos_ in NOUNS and noun.i not in values else None


def _limit(reading: Reading) -> Frame | None:
    """Read a speed before the noun for where no more is allowed: "80 mph in a 30 mph zone"."""
    noun = _behind_brackets(reading)
    if noun is None or noun.lemma_ not in word_list("extents", "speed_limits"):
        return None
    verb = clause_verb(noun)
    mover = subject_of(verb) if verb is not None else None
    return Frame(mover if mover is not None and mover.i < noun.i else noun, "speed limit", None, verb)


def _gusting(reading: Reading) -> Frame | None:
    """Read a speed behind a word for gusts: "winds gusting up to 200 km/h", "gusts up to 115 mph"."""
    before = reading.anchor.doc[max(0, min(reading.inside) - _NEAR) : min(reading.inside)]
    gust = next((token for token in reversed(list(before)) if token.lemma_ in ("gust", "guste")), None)
    if gust is None or gust.nbor(1).lower_ == "of":  # "a storm with gusts of 90 mph" has them
        return None
    blown = not any(token.like_num for token in before if token.i > gust.i)
    return Frame(None, "gusts", None, clause_verb(reading.anchor)) if blown else None


def _behind_brackets(reading: Reading) -> "Token | None":
    doc, at = reading.anchor.doc, max(reading.inside) + 1
    while at < len(doc) and doc[at].text in (")", "-"):
        at += 1
    if at < len(doc) and doc[at].text == "(":
        closing = next((token.i for token in doc[at:] if token.text == ")"), None)
        at = closing + 1 if closing is not None else at
    return doc[at] if at < len(doc) else None


def _weight(reading: Reading) -> Frame | None:
    """Read a weight that stands before one thing with a hyphen: "a 40-tonne lorry"."""
    doc, end = reading.anchor.doc, reading.quantity.end
    if "-" not in doc.text[reading.quantity.start : end]:
        return None
    noun = reading.anchor if reading.anchor.i > max(reading.inside) else reading.anchor.head
    if noun.tag_ not in ("NN", "NNP") or noun.i in reading.inside or is_verb(noun):
        return None
    words = noun.lower_.split("-")
    if not set(words).isdisjoint(word_list("extents", "loads")):
        return None
    return Frame(noun, "weight", None, clause_verb(noun))
