"""Who says what: a line for each question, a column for each source, and where a source is silent."""

from collections import Counter
from collections.abc import Sequence

from claims.model import Claim
from reconcile.format import period, statement
from reconcile.report.document import Cell, Item, Line, Matrix
from reconcile.report.statements import Witness

# What a person can look through, and a browser lay out; what is left out is counted.
MOST_SOURCES = 40
MOST_LINES = 200


def matrix(items: Sequence[Item], witness: Witness) -> Matrix:
    """Return the table of the questions that at least two sources answer.

    Where there are more sources than columns, those that answer most are shown.

    Args:
        items: The questions, in the order of their numbers.
        witness: The claims and the sources.
    """
    shared = [item for item in items if item.sources > 1]
    lines = shared[:MOST_LINES]
    answers = Counter(name for item in lines for name in {of.source for of in item.statements})
    names = sorted(witness.sources, key=lambda name: (-answers[name], name))[:MOST_SOURCES]
    columns = sorted(names)
    return Matrix(
        tuple(columns),
        tuple(_line(item, columns, witness) for item in lines),
        len(witness.sources) - len(columns),
        len(shared) - len(lines),
    )


def _line(item: Item, columns: Sequence[str], witness: Witness) -> Line:
    cells = []
    for name in columns:
        said: dict[str, str] = {}
        for of in item.statements:
            if of.source == name:
                said.setdefault(_short(witness.claims[of.claim]), of.claim)
        cells.append(Cell(tuple(said.values()), tuple(said)))
    return Line(item.number, item.title, item.verdict, tuple(cells))


def _short(claim: Claim) -> str:
    """Write what a claim says in a few words: a value with its period, or what is asserted."""
    text = statement(claim)
    if claim.value is None or claim.period is None or claim.value.unit == "date":
        return text
    return f"{text} · {period(claim.period)}"
