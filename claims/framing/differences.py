"""Numbers that tell a change or a difference and no level: "rose by 21", "21 more than in 2023"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.figures.changes import compares, direction_of
from claims.framing.acts import unit_of
from claims.framing.ballots import is_side
from claims.framing.comparisons import is_multiple
from claims.framing.forecasts import is_forecast
from claims.framing.frame import LAST, Frame, Reading, outside_reach, phrase, word_class
from claims.framing.gapping import comparable
from claims.framing.noun_phrases import clause_verb, governed, subject_of
from claims.framing.percentages import DIFFERENCE, RISES
from claims.framing.sums import from_plan
from claims.tokens import FINITE

if TYPE_CHECKING:
    from claims.model import Value
    from claims.tokens import Token

CHANGE = "change in "
_CHANGES = (CHANGE, DIFFERENCE, *RISES)  # what says itself that it is a change or difference
_AMOUNTS = ("count", "quantity", "money")
_WAYS = frozenset({"up", "down"})
_APART = frozenset({",", "(", "or", "–", "—"})


def as_difference(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """Read by how much the amount just told differs from another: "312 robberies, 21 more than in 2023".

    Args:
        reading: The number.
        before: The numbers of the sentence read so far, with their frames.
    """
    if reading.quantity.kind not in _AMOUNTS or from_plan(reading):
        return None
    if (short := _short_of(reading)) is not None:
        return short
    if (error := _too_much(reading)) is not None:
        return error
    if not before:
        return _of_that(reading)
    earlier, frame = before[-1]
    first = min(reading.inside)
    between = list(reading.anchor.doc[max(earlier.inside) + 1 : first])
    if not between or between[-1].text not in _APART or outside_reach(earlier, reading):
        return None
    if any(token.tag_ in FINITE for token in between) or not frame.measure:
        return None
    alike = comparable(earlier.quantity, reading.quantity)
    alike = alike or earlier.quantity.unit.startswith(f"{reading.quantity.unit} per ")
    if not alike or (reading.quantity.counted and reading.quantity.counted != earlier.quantity.counted):
        return None
    word = _comparative(reading)
    if word is None:
        return None
    return replace(frame, shared=True, differs=direction_of(word.lower_))


def _short_of(reading: Reading) -> Frame | None:
    """Read how much is missing: "is three seats short of a majority", "fell 600 short of the number"."""
    behind = reading.anchor.doc.tokens[max(reading.inside) + 1 : max(reading.inside) + 3]
    if [token.lower_ for token in behind] != ["short", "of"]:
        return None
    noun = governed(behind[1])
    verb = clause_verb(reading.anchor)
    if noun is None or verb is None or noun.like_num:
        return None
    things = f"{reading.quantity.counted} " if reading.quantity.counted else ""
    return Frame(subject_of(verb), f"{things}short of {phrase(noun, frozenset(), depth=0)}", None, verb)


def _too_much(reading: Reading) -> Frame | None:
    """Read by how much something is wrong: "the estimate was €9m too high"."""
    behind = reading.anchor.doc.tokens[max(reading.inside) + 1 : max(reading.inside) + 3]
    words = [token.lower_ for token in behind]
    verb = clause_verb(reading.anchor)
    subject = subject_of(verb) if verb is not None else None
    if subject is None or words[:1] != ["too"] or words[1:] not in (["high"], ["low"]):
        return None
    meant = subject.pos_ == "PRON" or is_forecast(subject)
    return Frame(subject, "error", None, verb) if meant else None


def _of_that(reading: Reading) -> Frame | None:
    """Read what is said of the number in the sentence before: "That was six more than a year ago"."""
    verb, word = clause_verb(reading.anchor), _comparative(reading)
    subject = subject_of(verb) if verb is not None else None
    if word is None or verb is None or subject is None or subject.lower_ not in ("that", "this", "it"):
        return None
    if verb.lemma_ != "be" or reading.quantity.counted:
        return None
    return Frame(None, LAST, None, verb, shared=True, of_last=True, differs=direction_of(word.lower_))


def _comparative(reading: Reading) -> "Token | None":
    """Return the word that says that a number is how much more or less something is than another."""
    last = max(reading.inside)
    behind = [token for token in reading.anchor.doc[last + 1 : last + 3] if not token.is_space]
    inner = reading.anchor.doc[last]
    if inner.tag_ in ("JJR", "RBR") and compares(inner.lower_) and behind and behind[0].lower_ == "than":
        return inner
    if len(behind) < 2 or not compares(behind[0].lower_):
        return None
    if behind[0].lower_ in ("above", "below", "under"):
        return behind[0] if behind[1].pos_ not in ("NUM", "SYM") else None
    return behind[0] if behind[1].lower_ in ("than", "of") else None


def moves(reading: Reading, frame: Frame) -> bool:
    """Tell whether an amount is the size of a change: "rose by €2m", "21 more than in 2023"."""
    if reading.quantity.kind not in _AMOUNTS or unit_of(reading) in ("km", "time"):
        return False
    if frame.differs is not None:
        return True
    if is_side(frame.measure):  # "turned it down by 71 to 55"
        return False
    return reading.quantity.direction is not None and (_is_by(reading) or _is_of_what_changes(frame))


def _is_by(reading: Reading) -> bool:
    """Tell whether "by" leads to a number, or "up" or "down" that no verb owns."""
    before = list(reading.anchor.doc[max(0, min(reading.inside) - 3) : min(reading.inside)])
    words = [token.lower_ for token in before if token.pos_ not in ("ADV", "DET") or token.lower_ in _WAYS]
    if words[-1:] == ["by"]:
        return True
    way = before[-1] if before else None
    return way is not None and way.lower_ in _WAYS and way.dep_ != "prt"


def _is_of_what_changes(frame: Frame) -> bool:
    """Tell whether what is measured itself rose or fell: "profit rose €2m", not "the farm grew 40 t"."""
    verb = frame.predicate
    if verb is None or verb.lemma_ not in word_class("verbs", "change") or not frame.parts:
        return False
    return frame.parts[0].i < verb.i and frame.parts[0].head == verb


def named_change(measure: str, reading: Reading, frame: Frame) -> str:
    """Return the measure of a number, called a change where it tells one.

    Args:
        measure: What changes, or what is measured.
        reading: The number.
        frame: Its frame.
    """
    grows = reading.quantity.kind == "growth" and not is_multiple(reading)
    if not (grows or moves(reading, frame)) or measure.startswith(_CHANGES):
        return measure
    if measure.split()[-1:] == ["growth"]:
        return measure
    return CHANGE + measure if measure else "change"


def directed(value: "Value", frame: Frame) -> "Value":
    """Return a value with the way that its frame says it differs from another."""
    if value.direction or frame.differs is None:
        return value
    return replace(value, direction=frame.differs)
