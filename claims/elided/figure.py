"""A quantity with the note where its unit was taken from, and what reading it needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from claims.framing.noun_phrases import is_verb
from claims.language import Sentence
from claims.model import Quantity
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

PER = " per "


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity of a text.

    Attributes:
        quantity: The quantity, its unit completed.
        unit_from: Where its unit was taken from if it does not stand beside the number; else None.
        is_price: Whether it is what some measure of a good costs, and not a change of that.
        good_at: Offset in the source of the price whose good this is a price of, too, where it names none.
    """

    quantity: Quantity
    unit_from: str | None = None
    is_price: bool = False
    good_at: int | None = None


@cache
def word_list(table: str, name: str) -> frozenset[str]:
    """Return a word list of the vocabulary of elided units."""
    return frozenset(load("elided")[table][name])


def anchor_of(sentence: Sentence, quantity: Quantity) -> "Token | None":
    """Return the token by which a quantity hangs in the parse, or None."""
    return sentence.span.doc.root_of(quantity.start, quantity.end)


def size_of(quantity: Quantity) -> float:
    """Return the number itself, whichever bound the wording gives."""
    return quantity.low or quantity.high or 0.0


def path_of(anchor: "Token") -> Iterator["Token"]:
    """Yield a token and what it hangs on, up to the verb of its clause."""
    yield anchor
    for above in anchor.ancestors:
        yield above
        if is_verb(above):
            return
