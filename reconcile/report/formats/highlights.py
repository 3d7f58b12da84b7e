"""A source's text in lines and pieces, each with what is claimed in it; claims may overlap."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from claims.model import Claim, Source
from reconcile.report.places import LINE_END


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that the same claims cover.

    Attributes:
        line: The line that they stand on, from 1, as editors count.
        text: The characters.
        kind: The gravest kind of claim that covers them; "" where none does.
        value: Whether they belong to a value.
        begin: Ids of the claims that begin here.
        end: Ids of the claims that end here.
    """

    line: int
    text: str
    kind: str
    value: bool
    begin: tuple[str, ...]
    end: tuple[str, ...]


def lines(
    source: Source, claims: Iterable[Claim], kinds: Mapping[str, str], order: Sequence[str]
) -> list[tuple[int, list[Piece]]]:
    """Return the lines of a text that are not blank, with their numbers.

    Args:
        source: The source.
        claims: Its claims.
        kinds: Claim -> its kind.
        order: The kinds, the gravest first.
    """
    found = ((line, list(pieces)) for line, pieces in groupby(_pieces(source, claims, kinds, order), _line))
    return [(line, pieces) for line, pieces in found if any(piece.text.strip() for piece in pieces)]


def _line(piece: Piece) -> int:
    return piece.line


def _pieces(
    source: Source, claims: Iterable[Claim], kinds: Mapping[str, str], order: Sequence[str]
) -> Iterator[Piece]:
    """Cut a text wherever a claim, a value or a line begins or ends; what ends a line is left out."""
    begin: dict[int, list[str]] = defaultdict(list)
    end: dict[int, list[str]] = defaultdict(list)
    steps: dict[int, Counter[str]] = defaultdict(Counter)
    values: Counter[int] = Counter()
    for claim in claims:
        begin[claim.start].append(claim.id)
        end[claim.end].append(claim.id)
        steps[claim.start][kinds[claim.id]] += 1
        steps[claim.end][kinds[claim.id]] -= 1
        if claim.value is not None and claim.value.start < claim.value.end:
            values[claim.value.start] += 1
            values[claim.value.end] -= 1
    ends_of_line = [match.span() for match in LINE_END.finditer(source.text)]
    borders = {border for span in ends_of_line for border in span}
    behind, before = {last for _, last in ends_of_line}, {first for first, _ in ends_of_line}
    line, in_value, cover = 1, 0, Counter[str]()
    for first, last in pairwise(sorted({0, len(source.text), *borders, *steps, *values})):
        cover.update(steps.get(first, {}))
        in_value += values.get(first, 0)
        if first not in before and source.text[first:last].strip("\r\n"):
            kind = next((kind for kind in order if cover[kind] > 0), "")
            ids = tuple(begin.get(first, ())), tuple(end.get(last, ()))
            yield Piece(line, source.text[first:last], kind, in_value > 0, *ids)
        line += last in behind
