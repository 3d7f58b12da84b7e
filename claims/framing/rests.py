"""What is left of a course: "ten games to play" are not those played, "two stages to go" not those ridden."""

from functools import cache

from claims.framing.frame import Frame, Reading, thing_of
from claims.framing.noun_phrases import clause_verb, subject_of
from claims.vocabulary import load


def as_rest(reading: Reading, values: frozenset[int]) -> Frame | None:
    """Return the frame of a number of things that are yet to come, or None where it is no such number.

    Args:
        reading: A number of counted things.
        values: The tokens of all numbers, units and times of the sentence.
    """
    doc, last = reading.anchor.doc, max(reading.inside)
    behind = [token.lower_ for token in doc[last + 1 : last + 4]]
    if not reading.quantity.counted or not _is_had(reading) or not _is_to_come(behind):
        return None
    verb = clause_verb(reading.anchor)
    if verb is not None and verb.dep_ == "pcomp":  # "with four races remaining"
        verb = clause_verb(verb.head)
    subject = subject_of(verb) if verb is not None else None
    return Frame(subject, f"{thing_of(reading, values)} left", None, verb)


def _is_had(reading: Reading) -> bool:
    """Tell whether somebody has the things, or something is so with them: "leads with two to go"."""
    before = reading.anchor.doc[max(0, min(reading.inside) - 3) : min(reading.inside)]
    return any(token.lower_ == "with" or token.lemma_ == "have" for token in before)


def _is_to_come(behind: list[str]) -> bool:
    """Tell whether what follows a noun says that it is to come: "to go", "remaining", "still to be sold"."""
    words = _words()
    if behind[:1] == ["still"]:
        return behind[1:2] == ["to"]
    return behind[:2] in words or behind[:1] in words


@cache
def _words() -> list[list[str]]:
    return [phrase.split() for phrase in load("frames")["rests"]["behind"]]
