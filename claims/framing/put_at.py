"""Numbers at which something is put, where the parse hangs them elsewhere: "put what was lost at €4m"."""

from typing import TYPE_CHECKING

from claims.framing.noun_phrases import object_of, text_of

if TYPE_CHECKING:
    from claims.tokens import Token

_PUT = "put"


def put_outside(verb: "Token") -> "Token | None":
    """Return the "put" whose number the parse gives to another verb, or None.

    Args:
        verb: The verb that the number hangs on: of a remark ("put the loss, fares included, at €4m") or of
            what is put ("put the value of what was lost at €4m").
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
