"""The numbers of a text, the units that it leaves out completed."""

from collections.abc import Sequence

from claims.elided import bare
from claims.elided.figure import Figure, anchor_of
from claims.elided.nations import national
from claims.elided.packs import in_packs
from claims.elided.prices import Prices
from claims.elided.scales import in_scale
from claims.framing.remnants import borrowed, remnants
from claims.language import Sentence
from claims.quantities import find

_MEMORY = 12  # numbers to look back over for a unit


def figures(sentences: Sequence[Sentence]) -> list[list[Figure]]:
    """Find the numbers of a text, sentence by sentence, and complete the units that it leaves out.

    Args:
        sentences: The parsed sentences of a source, in order.

    Returns:
        For each sentence its figures in order.
    """
    told = [find(sentence.span.doc) for sentence in sentences]
    found = in_scale(sentences, in_packs(sentences, national(sentences, told)))
    prices = Prices(sentences, found)
    read: list[list[Figure]] = []
    for at, sentence in enumerate(sentences):
        follows = at > 0 and sentences[at - 1].block.start == sentence.block.start
        before = list(read[at - 1]) if follows else []
        read.append([])
        answers = remnants(sentence.span.doc, [figure.quantity for figure in found[at]])
        for place, figure in enumerate(found[at]):
            if place in answers:
                figure = _answering(figure, read[at][answers[place].like])
            figure = _completed(figure, sentence, at, before[-_MEMORY:], prices)
            read[at].append(figure)
            before.append(figure)
    return read


def _answering(figure: Figure, like: Figure) -> Figure:
    """Give a bare number of a clause without a verb the unit of the one that it answers."""
    quantity = borrowed(figure.quantity, like.quantity)
    if not bare.is_bare(figure.quantity) or not quantity.unit:
        return figure
    return Figure(quantity, f"the number that it answers is in {like.quantity.surface_unit}")


def _completed(
    figure: Figure, sentence: Sentence, at: int, before: Sequence[Figure], prices: Prices
) -> Figure:
    anchor = anchor_of(sentence, figure.quantity)
    if anchor is None:
        return figure
    if figure.quantity.kind == "money":
        return prices.complete(figure, anchor, at)
    return bare.complete(figure, anchor, before) if bare.is_bare(figure.quantity) else figure
