"""Where the parse hangs numbers and objects elsewhere than they belong: "put what was burned at €4m"."""

from typing import TYPE_CHECKING

from claims.framing.noun_phrases import object_of, text_of

if TYPE_CHECKING:
    from claims.framing.frame import Reading
    from claims.tokens import Token

_PUT = "put"


def put_outside(verb: "Token") -> "Token | None":
    """Return the "put" whose number the parse gives to another verb, or None.

    Args:
        verb: The verb that the number hangs on: of a remark ("put the loss, fares included, at €4m") or of
            what is put ("put the worth of all that was burned at €4m").
    """
    for above in verb.ancestors:
        if above.lemma_ == _PUT and (told := object_of(above)) is not None and told.is_ancestor(verb):
            return above
    inner = next((child for child in verb.lefts if child.dep_ == "ccomp" and child.lemma_ == _PUT), None)
    return inner if inner is not None and object_of(inner) is not None else None


def told_inside(verb: "Token", target: "Token", preposition: "Token") -> str:
    """Return all the words of what is put at a number that the parse hangs inside of them, or "".

    Args:
        verb: The verb.
        target: What it acts upon.
        preposition: The "at" before the number.
    """
    if verb.lemma_ != _PUT or preposition.head == verb or not target.is_ancestor(preposition):
        return ""
    return text_of(token for token in verb.doc[target.i : preposition.i] if token.dep_ != "det")


def is_of_next(target: "Token", reading: "Reading") -> bool:
    """Tell whether an object is of a clause behind the number: "sales rose to €5m, its debt to €4m".

    Args:
        target: The object.
        reading: The number.
    """
    last = max(reading.inside)
    return target.i > last and any(
        token.lower_ in ("and", ",", ";", "while") for token in target.doc[last + 1 : target.i]
    )
