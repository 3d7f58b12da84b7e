"""Whose dollars a text means that writes only "$"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.elided.figure import PER, Figure
from claims.figures import currencies
from claims.language import Sentence
from claims.model import Quantity

_STATEMENT = re.compile(
    r"\b[Aa]ll (?:\w+ ){0,3}(?:figures|amounts|sums|prices|values|dollars)\b[^.\n]{0,40}?"
    r"\b((?:[A-Z][a-z]+ ){1,2})dollars\b"
)


def national(sentences: Sequence[Sentence], found: Sequence[Sequence[Quantity]]) -> list[list[Figure]]:
    """Read "$" as the dollar of the one country that the text names with it ("$8.05 a bushel, Canadian")."""
    named: dict[str, str] = {}
    for sentence, quantities in zip(sentences, found, strict=True):
        for quantity in quantities:
            top = quantity.unit.partition(PER)[0]
            if top.endswith("dollar") and _is_bare_sign(sentence, quantity):
                nation = top.removesuffix("dollar").strip() or _american(sentence, quantity)
                if nation:
                    named.setdefault(nation, sentence.text[quantity.start : quantity.end])
        stated = _STATEMENT.search(sentence.text)
        if stated is not None and f"{stated[1].strip()} dollar" in currencies.by_name():
            named.setdefault(stated[1].strip(), stated[0])
    only = next(iter(named.items())) if len(named) == 1 else None
    return [
        [_of_nation(sentence, quantity, only) for quantity in quantities]
        for sentence, quantities in zip(sentences, found, strict=True)
    ]


def _american(sentence: Sentence, quantity: Quantity) -> str:
    """Return "US" where a bare sign is explicitly American ("$75 U.S.")."""
    shown = sentence.text[quantity.number_end : quantity.end + 6]
    return "US" if re.search(r"\bU\.?S\b", shown) else ""


def _is_bare_sign(sentence: Sentence, quantity: Quantity) -> bool:
    before = sentence.text[max(0, quantity.number_start - 2) : quantity.number_start]
    return before.endswith("$") and not before[:1].isalpha()


def _of_nation(sentence: Sentence, quantity: Quantity, only: tuple[str, str] | None) -> Figure:
    top, per, below = quantity.unit.partition(PER)
    cents = top == "cent" and "US" not in sentence.text[quantity.number_end : quantity.end]
    if only is None or not (cents or (top == "dollar" and _is_bare_sign(sentence, quantity))):
        return Figure(quantity)
    unit = f"{only[0]} {top}"
    if unit not in currencies.by_name():
        return Figure(quantity)
    return Figure(replace(quantity, unit=f"{unit}{per}{below}"), f"the text says “{only[1]}”")
