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
    """Return the noun that "where" stands for in the clause of a number, or None.

    Args:
        reading: The number.
    """
    for verb in reading.anchor.ancestors:
        if verb.dep_ == "relcl" and any(child.lower_ == "where" for child in verb.lefts):
            return (
                verb.head if verb.head.pos_ in NOUNS and verb.head.ent_type_ not in ("DATE", "TIME") else None
            )
        if verb.dep_ in ("ccomp", "advcl"):
            return None
    return None
