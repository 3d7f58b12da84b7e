"""Claims of tables: each cell with its row, the header of its column, and what the header says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.figures import headers
from claims.figures.conversion import under
from claims.figures.currencies import is_currency
from claims.framing.measures import is_money, name_measure
from claims.framing.memory import Name
from claims.framing.table_frames import by_column, by_state, headed, owned_above, turned
from claims.framing.tables import Cell, cells, is_total
from claims.language import parse, plain
from claims.modality import modality_of_words
from claims.model import Claim
from claims.names import state
from claims.quantities import to_value
from claims.speech.noun_status import may_name_status
from claims.timing.budget_years import set_by_budget
from claims.timing.foreseen import foreseen
from claims.timing.table_times import TableTimes
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from claims.framing.context import Context
    from claims.model import Kind, Modality, Quantity, Source

_UNIT = re.compile(r"\s*(?:\([^()]{1,20}\)|, ?(?:%|[€£$₹]\w*))\s*$")
_BUDGET = re.compile(r"budget(?:ed)?(?:$|\s+(?:of|for|in|by)\b|\W*\d)", re.IGNORECASE)


def _is_planned(column: str) -> bool:
    """Tell whether a column is of what was budgeted or is to be done: "Budget of 2019", "To close"."""
    if _BUDGET.match(column) is not None:
        return True
    words = re.findall(r"[a-z]+", column.lower().removeprefix("still "))[:2]
    plan = load("modality")["plan"]
    verbs = {"be", *plan["arranged_verbs"], *plan["closing_verbs"], *plan["cut_verbs"]}
    return words[:1] == ["to"] and not verbs.isdisjoint(words[1:])


def _statuses(columns: Iterable[str], title: str) -> dict[str, Modality]:
    """Return how the figures of each column are meant, and those of all by the title.

    Those of a "Budget of 2019" were planned. What stands in a bracket may say so: "2026 (forecast)".
    """
    worded = sorted(text for text in {title, *columns} if may_name_status(plain(text)))
    found: dict[str, Modality] = dict.fromkeys((title, *columns), "actual")
    found |= {text: modality_of_words(words) for text, words in zip(worded, parse(worded), strict=True)}
    return found


def _names_someone(label: str, text: str, cell: Cell) -> bool:
    """Tell whether a row is about somebody: a land, a total, or a name that a sentence has, too."""
    if state(label) or is_total(label) or not label[:1].isalpha():
        return True
    around = text[: cell.table] + text[cell.end :]
    return re.search(rf"[a-z,;] {re.escape(label)}\b", around) is not None


def _version(row: str, owner: Name, context: Context, text: str, cell: Cell) -> tuple[Name, str]:
    """Name a figure of a column that only says how it is meant ("Budget of 2019"): its row tells of what.

    Args:
        row: The label of the row.
        owner: Whose the row is by its label.
        context: What the text has said.
        text: The text.
        cell: The cell.
    """
    about = context.topic or (context.work.name if context.work else None)
    item = row[:1].lower() + row[1:]
    measure = "cost" if is_total(row) else item if is_money(item) else f"{item} cost"
    if about is None or (_names_someone(row, text, cell) and not is_total(row)):
        return owner, "cost" if about is not None and not is_money(item) else measure
    return Name(about, f"the article is about “{about}”"), measure


def _announced(text: str, cell: Cell) -> str:
    """Return what the line above a table says that it tells: "The latest estimate, item by item:"."""
    lines = (line.strip() for line in reversed(text[: cell.table].splitlines()))
    above = next((line for line in lines if line.endswith((".", ":")) and cell.column not in line), "")
    words = re.findall(r"[a-z]+", above.rpartition(". ")[2].lower())
    told = word_list("works", "versions") - word_list("works", "named_by_verbs")
    return next((word for word in words if is_money(word) or word in told), "")


def kind_of(quantity: Quantity) -> Kind:
    """Return the kind of claim that a number makes."""
    if quantity.kind == "label" or quantity.kind == "date":
        return "quantity"
    return quantity.kind


@dataclass(frozen=True, slots=True)
class _Tables:
    """What the cells of a source's tables share.

    Attributes:
        source: The source.
        context: What its text has said.
        times: The times that its headers and labels give.
        status: How the figures of each column are meant, and all by the title.
        sideways: The tables whose columns name the owners, by where they begin.
    """

    source: Source
    context: Context
    times: TableTimes
    status: Mapping[str, Modality]
    sideways: frozenset[int]


def table_claims(
    source: Source, context: Context, published: date | None, year: int | None
) -> Iterator[Claim]:
    """Yield the claims in a source's tables.

    Args:
        source: The source.
        context: What its text has said.
        published: When it appeared, if known.
        year: The year that its text is about, if known.
    """
    found = list(cells(source))
    if not found:
        return
    title = source.known("title") or ""
    tables = _Tables(
        source,
        context,
        TableTimes(found, published, year, source.text),
        _statuses({cell.column for cell in found}, title),
        turned(found, context),
    )
    for cell in found:
        claim = foreseen(_as_titled(_claim(tables, cell), title, tables.status[title]), published, None)
        yield set_by_budget(claim, context.budget, None)


def _as_titled(claim: Claim, title: str, status: Modality) -> Claim:
    """Take a figure for what the title says that all are, where its column says nothing of it."""
    if claim.modality != "actual" or status == "actual":
        return claim
    return replace(claim, modality=status, inferred={**claim.inferred, "modality": f"the title, “{title}”"})


def _claim(tables: _Tables, cell: Cell) -> Claim:
    """Return the claim that a cell makes."""
    text = tables.source.text
    value = to_value(cell.quantity, text, context=text, header=cell.unit_from)
    header, row = _UNIT.sub("", cell.column), _UNIT.sub("", cell.row)
    column = header
    if headers.is_only_unit(cell.column):
        column = _announced(text, cell) or ("share" if value.unit == "%" else "sum")
    read, _ = under(cell.quantity, cell.unit_from)
    owner, measure = _owner_and_measure(tables, cell, row, column, value.unit)
    return Claim(
        id="",
        source=tables.source.name,
        start=cell.start,
        end=cell.end,
        quote=text[cell.start : cell.end],
        sentence=text[cell.start : cell.end],
        kind="quantity" if read.kind == "count" and value.unit != "count" else kind_of(read),
        subject=owner.text,
        measure=name_measure(measure or column, value.unit, owner.text, tables.context.goods) or column,
        scope={"row": row, "column": header},
        value=replace(value, surface=text[value.start : value.end]),
        period=tables.times.period(cell, tables.times.column(column, cell.table)[1]),
        modality=_status(tables, cell, column),
        inferred=({"unit": f"from “{cell.unit_from}”"} if read is not cell.quantity else {})
        | ({"subject": owner.inferred} if owner.inferred else {}),
    )


def _status(tables: _Tables, cell: Cell, column: str) -> Modality:
    """Return how a cell is meant: as its column says, else as the line above its table does."""
    if _is_planned(cell.column) or _is_planned(column):
        return "plan"
    status = tables.status[cell.column]
    return "plan" if status == "actual" and _BUDGET.match(cell.title) is not None else status


def _owner_and_measure(tables: _Tables, cell: Cell, row: str, column: str, unit: str) -> tuple[Name, str]:
    """Return whose a cell is and what it measures, by its row and its column without their units."""
    context, times, text = tables.context, tables.times, tables.source.text
    is_time = times.of_row(row, cell.table) is not None
    owner = context.row(row, is_time=is_time)
    if owner.inferred:
        owner = owned_above(text, cell.table, context) or owner
    measure, time = times.column(column, cell.table)
    if owner.text == row and not owner.inferred and (is_total(row) or is_time):
        owner = Name(column[:1].lower() + column[1:])  # a month has no riders
    measure = measure or (headed(text, cell.table) if time is not None else "")
    if cell.table in tables.sideways and time is None:
        owner, measure = by_column(row, column, context)
        measure = headed(text, cell.table) or measure
    elif time is None and unit == "count" and (told := by_state(row, column, context)) is not None:
        owner, measure = told
    if time is not None and not measure and context.topic and not _names_someone(row, text, cell):
        owner = Name(context.topic, f"the article is about “{context.topic}”")
        measure = row[:1].lower() + row[1:]
    says_how = measure.lower().split()[:1] in [[word] for word in load("works")["versions"]]
    return _version(row, owner, context, text, cell) if says_how and is_currency(unit) else (owner, measure)
