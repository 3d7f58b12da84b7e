"""Frames of crowds: "40,000 turned up", "an average of 12,000 have come to watch"."""

from typing import TYPE_CHECKING

from claims.framing.frame import Frame, Reading, is_bare, word_class
from claims.framing.inflection import done
from claims.framing.noun_phrases import clause_verb, is_verb, subject_of
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token


_CROWD = 100  # fewer that a player or a lottery draws are no crowd


def as_crowd(reading: Reading) -> Frame | None:
    """Return the frame of how many came to something; None for any other number.

    Args:
        reading: The number.
    """
    anchor = reading.anchor
    told = _those_who(reading) or _present(reading)
    if told is not None:
        return told
    average = anchor.head.head if anchor.dep_ == "pobj" and anchor.head.lower_ == "of" else None
    noun = average if average is not None and average.lemma_ == "average" else anchor
    verb = noun.head
    if noun.dep_ != "nsubj" or not is_verb(verb) or reading.quantity.kind not in ("count", "quantity"):
        return None
    people = (reading.quantity.counted or "").split()[-1:]
    if not is_bare(reading) and not set(people) & word_class("crowds", "people"):
        return None
    if not _comes(verb):
        return None
    return Frame(None, "average attendance" if noun is average else "attendance", None, verb, parts=(noun,))


def _those_who(reading: Reading) -> Frame | None:
    """Read "of the 170 who escaped", "the 12 people who died": how many that befell."""
    anchor = reading.anchor
    people = (reading.quantity.counted or "").split()[-1:]
    if reading.quantity.kind != "count" or not (
        is_bare(reading) or set(people) <= {"people", "men", "women"}
    ):
        return None
    clause = next((child for child in anchor.rights if child.dep_ == "relcl"), None)
    who = next((child for child in clause.lefts if child.tag_ == "WP"), None) if clause is not None else None
    if clause is None or who is None or who.i != max(reading.inside) + 1:
        return None
    passive = clause.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in clause.lefts)
    befell = load("frames")["befell"].get(f"be {done(clause)}" if passive else clause.lemma_)
    if befell is not None:
        return Frame(None, befell, None, clause)
    things = people[0] if people else "people"
    return Frame(None, f"{things} {done(clause)}", None, clause) if passive else None


def _present(reading: Reading) -> Frame | None:
    """Read before how many something happened or how many it drew: "a win before 10,600 spectators"."""
    anchor, above = reading.anchor, reading.anchor.head
    people = set((reading.quantity.counted or "").split()[-1:])
    many = is_bare(reading) and (reading.quantity.low or 0) >= _CROWD
    if not people & word_class("crowds", "audiences") and not many:
        return None
    behind = anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 2]
    if many and behind and behind[0].lower_ == "inside":  # "a full house, 900 inside"
        return Frame(None, "attendance", None, clause_verb(anchor))
    before = anchor.dep_ == "pobj" and above.lower_ in ("before", "of")
    if before and above.lower_ == "of" and above.head.lower_ not in ("front", "crowd", "audience"):
        return None
    if many and before and (above.lower_ == "before" or above.head.lower_ != "front"):
        return None  # "before 1,900 came", "an average crowd of 12,000"
    drawn = anchor.dep_ == "dobj" and above.lemma_ in ("draw", "attract")
    if not before and not drawn:
        return None
    usual = drawn and any(child.lower_ == "on" and _is_average(child) for child in above.rights)
    measure = "average attendance" if usual else "attendance"
    return Frame(subject_of(above) if drawn else None, measure, None, clause_verb(anchor))


def _is_average(preposition: "Token") -> bool:
    return preposition.doc[preposition.i + 1 : preposition.i + 2].text.lower() == "average"


def _comes(verb: "Token") -> bool:
    """Tell whether a clause says that people came to see something."""
    words = load("frames")["crowds"]
    up = any(child.dep_ == "prt" and child.lower_ in ("up", "out") for child in verb.rights)
    if verb.lemma_ == "turn" and up:
        return True
    to_see = any(
        child.dep_ in ("xcomp", "advcl") and child.lemma_ in words["seeing"] for child in verb.rights
    )
    return verb.lemma_ == "attend" or (verb.lemma_ in words["coming"] and to_see)
