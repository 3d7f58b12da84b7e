"""Claims of tables: each cell with its row, the header of its column, and what the header says of it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.figures import headers
from claims.figures.conversion import under
from claims.figures.currencies import is_currency
from claims.framing.measures import is_money, name_measure
from claims.framing.memory import Name
from claims.framing.table_frames import by_column, by_state, turned
from claims.framing.tables import Cell, cells, is_total
from claims.language import parse, plain
from claims.modality import modality_of_words
from claims.model import Claim
from claims.names import state
from claims.quantities import to_value
from claims.speech.noun_status import may_name_status
from claims.timing.foreseen import foreseen
from claims.timing.table_times import TableTimes
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from claims.framing.context import Context
    from claims.model import Kind, Modality, Quantity, Source

_UNIT = re.compile(r"\s*(?:\([^()]{1,20}\)|, ?(?:%|[€£$₹]\w*))\s*$")
_BUDGET = re.compile(r"budget(?:ed)?(?:$|\s+(?:of|for|in)\b|\W*\d)", re.IGNORECASE)


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
    text, title = source.text, source.known("title") or ""
    found = list(cells(source))
    if not found:
        return
    times = TableTimes(found, published, year, text)
    status = _statuses({cell.column for cell in found}, title)
    titled, sideways = status[title], turned(found, context)
    for cell in found:
        value = to_value(cell.quantity, text, context=text, header=cell.unit_from)
        header, row = _UNIT.sub("", cell.column), _UNIT.sub("", cell.row)
        column = header
        if headers.is_only_unit(cell.column):
            column = _announced(text, cell) or ("share" if value.unit == "%" else "sum")
        read, _ = under(cell.quantity, cell.unit_from)
        owner = context.row(row, is_time=times.of_row(row, cell.table) is not None)
        measure, time = times.column(column, cell.table)
        if owner.text == row and not owner.inferred and (is_total(row) or times.of_row(row, cell.table)):
            owner = Name(column[:1].lower() + column[1:])  # a month has no riders
        if cell.table in sideways and time is None:
            owner, measure = by_column(row, column, context)
        elif time is None and value.unit == "count" and (told := by_state(row, column, context)) is not None:
            owner, measure = told
        if time is not None and not measure and context.topic and not _names_someone(row, text, cell):
            owner = Name(context.topic, f"the article is about “{context.topic}”")
            measure = row[:1].lower() + row[1:]
        says_how = measure.lower().split()[:1] in [[word] for word in load("works")["versions"]]
        if says_how and is_currency(value.unit):
            owner, measure = _version(row, owner, context, text, cell)
        claim = Claim(
            id="",
            source=source.name,
            start=cell.start,
            end=cell.end,
            quote=text[cell.start : cell.end],
            sentence=text[cell.start : cell.end],
            kind="quantity" if read.kind == "count" and value.unit != "count" else kind_of(read),
            subject=owner.text,
            measure=name_measure(measure or column, value.unit, owner.text, context.goods) or column,
            scope={"row": row, "column": header},
            value=replace(value, surface=text[value.start : value.end]),
            period=times.period(cell, time),
            modality="plan" if _is_planned(cell.column) or _is_planned(column) else status[cell.column],
            inferred=({"unit": f"from “{cell.unit_from}”"} if read is not cell.quantity else {})
            | ({"subject": owner.inferred} if owner.inferred else {}),
        )
        if claim.modality == "actual" and titled != "actual":
            note = f"the title, “{title}”"
            claim = replace(claim, modality=titled, inferred={**claim.inferred, "modality": note})
        yield foreseen(claim, published, None)
