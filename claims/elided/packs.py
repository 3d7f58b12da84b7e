"""Goods that a text counts in containers whose mass it states once: "drums of 200 kg … 9,000 drums"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from claims.elided.figure import Figure
from claims.figures.packed import are_carried, is_packed, is_traded, of_trade, packs_of, stated_at, weighed
from claims.language import Sentence
from claims.model import Quantity

_SHORT = 2  # words between bags and what one holds


def in_packs(sentences: Sequence[Sentence], found: Sequence[Sequence[Figure]]) -> list[list[Figure]]:
    """Read numbers of containers by their mass, where the text trades goods in them and states it.

    Args:
        sentences: The parsed sentences of the text.
        found: The figures of each.

    Returns:
        The figures; the number that only states the mass is a label.
    """
    texts = [sentence.span.doc.text for sentence in sentences]
    whole = "\n".join(texts)
    known = packs_of(whole) or _of_trade(found)
    if (not known and not stated_at(whole)) or are_carried(whole):
        return [list(here) for here in found]
    everywhere = _traded(known, found)
    read = []
    for text, here in zip(texts, found, strict=True):
        packs = everywhere | _traded(packs_of(text), [here])  # "900 60-kg bags", where others are of 50 kg
        read.append(_read(here, packs, text) if packs else list(here))
    return read


def _traded(packs: dict[str, str], found: Sequence[Sequence[Figure]]) -> dict[str, str]:
    """Return of some containers those that goods are counted in."""
    counted = {
        figure.quantity.unit
        for here in found
        for figure in here
        if figure.quantity.unit in packs and is_traded(figure.quantity)
    }
    return {pack: unit for pack, unit in packs.items() if pack in counted}


def _read(here: Sequence[Figure], packs: dict[str, str], text: str) -> list[Figure]:
    """Return the figures of a sentence, its numbers of containers by the mass."""
    stated, figures = stated_at(text), list[Figure]()
    for figure in here:
        told = next((it.quantity for it in reversed(figures) if it.quantity.kind != "label"), None)
        if figures and figure.quantity.number_start in stated:
            figures[-1] = _with_mass(figures[-1], figure.quantity, text)
        figures.append(_shared(_weighed(figure, packs, stated), told, text))
    return figures


def _of_trade(found: Sequence[Sequence[Figure]]) -> dict[str, str]:
    return next((packs for here in found for it in here if (packs := of_trade(it.quantity))), {})


def _with_mass(figure: Figure, mass: Quantity, text: str) -> Figure:
    """Let a number of bags end behind what one holds: "900 bags of 60 kg", "900 60-kg bags"."""
    told = figure.quantity
    if not is_packed(told.unit) or len(text[told.end : mass.start].split()) > _SHORT:
        return figure
    pack = re.compile(rf"[ -]{told.unit.split()[0]}s?\b").match(text, mass.end)
    return replace(figure, quantity=replace(told, end=pack.end() if pack is not None else mass.end))


def _shared(figure: Figure, told: Quantity | None, text: str) -> Figure:
    """Read "9,000 bags, 4,000 of green tea": the second number is of bags, too."""
    quantity = figure.quantity
    if told is None or quantity.kind != "count" or not is_packed(told.unit) or not is_traded(quantity):
        return figure
    of = text[quantity.number_end :].split()[:2]
    if of[:1] != ["of"] or quantity.counted is None or not of[-1].startswith(quantity.counted.split()[0]):
        return figure
    read = replace(quantity, unit=told.unit, surface_unit=told.surface_unit, kind="quantity", counted=None)
    return replace(figure, quantity=replace(read, end=quantity.number_end), unit_from="the number before it")


def _weighed(figure: Figure, packs: dict[str, str], stated: frozenset[int]) -> Figure:
    quantity = figure.quantity
    if quantity.number_start in stated:
        return replace(figure, quantity=replace(quantity, kind="label"))
    read = weighed(quantity, packs)
    if read is quantity:
        return figure
    unit = read.unit.rpartition(" per ")[2]
    return replace(figure, quantity=read, unit_from=f"the text counts by the {unit}")
