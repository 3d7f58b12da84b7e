"""Goods that a text counts in containers whose mass it states once: "bags of 60 kg … 44 million bags"."""

from collections.abc import Sequence
from dataclasses import replace

from claims.elided.figure import Figure
from claims.figures.packed import is_traded, packs_of, stated_at, weighed
from claims.language import Sentence


def in_packs(sentences: Sequence[Sentence], found: Sequence[Sequence[Figure]]) -> list[list[Figure]]:
    """Read numbers of containers by their mass, where the text trades goods in them and states it.

    Args:
        sentences: The parsed sentences of the text.
        found: The figures of each.

    Returns:
        The figures; the number that only states the mass is a label.
    """
    texts = [sentence.span.doc.text for sentence in sentences]
    packs = packs_of("\n".join(texts))
    traded = {
        figure.quantity.unit
        for here in found
        for figure in here
        if figure.quantity.unit in packs and is_traded(figure.quantity)
    }
    packs = {pack: unit for pack, unit in packs.items() if pack in traded}
    if not packs:
        return [list(here) for here in found]
    return [
        [_weighed(figure, packs, stated_at(text)) for figure in here]
        for text, here in zip(texts, found, strict=True)
    ]


def _weighed(figure: Figure, packs: dict[str, str], stated: frozenset[int]) -> Figure:
    quantity = figure.quantity
    if quantity.number_start in stated:
        return replace(figure, quantity=replace(quantity, kind="label"))
    read = weighed(quantity, packs)
    if read is quantity:
        return figure
    unit = read.unit.rpartition(" per ")[2]
    return replace(figure, quantity=read, unit_from=f"the text counts by the {unit}")
