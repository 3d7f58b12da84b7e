"""Whose a figure is where its clause leaves that to what stands before: "the hall, where 12 beds stand"."""

from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS, Reading

if TYPE_CHECKING:
    from claims.tokens import Token

_PARTS = (["of", "which"], ["of", "whom"])


def is_part_of_last(reading: Reading) -> bool:
    """Tell whether a number is a part of the one before: "€9m, of which €4m are grants and €5m loans".

    Args:
        reading: The number.
    """
    words = [token.lower_ for token in reading.anchor.doc[: min(reading.inside)]]
    begins = max((at for at in range(len(words)) if words[at : at + 2] in _PARTS), default=None)
    return begins is not None and not {";", "–", "—", "while", "but"}.intersection(words[begins:])


def place_of(reading: Reading) -> "Token | None":
    """Return the noun that "where" or "through which" stands for in the clause of a number, or None.

    Args:
        reading: The number.
    """
    for verb in reading.anchor.ancestors:
        if verb.dep_ == "relcl" and any(_stands_for_place(child) for child in verb.children):
            return (
                verb.head if verb.head.pos_ in NOUNS and verb.head.ent_type_ not in ("DATE", "TIME") else None
            )
        if verb.dep_ in ("ccomp", "advcl"):
            return None
    return None


def _stands_for_place(word: "Token") -> bool:
    """Tell whether a clause tells of a place: by "where", "through which" or "that people drink from"."""
    if word.lower_ == "where":
        return True
    relative = any(child.lower_ in ("which", "that") and child.dep_ == "pobj" for child in word.children)
    return word.pos_ == "ADP" and word.lower_ != "of" and relative
