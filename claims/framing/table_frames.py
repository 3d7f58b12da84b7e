"""Whose a cell of a table is and what it measures: names may stand in its rows or in its columns."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from claims.framing.memory import Name
from claims.framing.tables import is_total
from claims.names import state
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.framing.context import Context
    from claims.framing.tables import Cell

_FEWEST = 2
_OWNER = re.compile(r"\b([A-Z][\w&-]*(?: [A-Z][\w-]*){0,2})['’]s\b")
_THINGS = r"(?P<things>[A-Z]?[a-z]+(?: [a-z]+){0,3}?)"
_COUNTED_BY = re.compile(rf"(?:Number of )?{_THINGS} (?:by|per|in each) [a-z]+\b[^.!?]*")  # no sentence
_NUMBERED = re.compile(r"^\(?\d{1,2}[.)] ")
_ABOVE = 1000  # characters in which the line before a table is looked for
_STATE = re.compile(r"^(?:on|in|at|aboard)\b|^\w{3,}ed\b", re.IGNORECASE)  # "On board", "Survived"


def turned(found: Sequence["Cell"], context: "Context") -> frozenset[int]:
    """Return the tables, by where they begin, whose columns name those that the rows measure something of.

    Args:
        found: All cells of a source.
        context: What its text has said.
    """
    columns: dict[int, dict[str, None]] = {}
    rows: dict[int, dict[str, None]] = {}
    for cell in found:
        columns.setdefault(cell.table, {})[cell.column] = None
        rows.setdefault(cell.table, {})[cell.row] = None

    def are_named(labels: Mapping[str, None]) -> bool:
        own = [label for label in labels if not is_total(label)]
        return len(own) >= _FEWEST and all(state(label) or context.is_name(label) for label in own)

    return frozenset(table for table in columns if are_named(columns[table]) and not are_named(rows[table]))


def by_column(row: str, column: str, context: "Context") -> tuple[Name, str]:
    """Return whose a cell is and what it measures where the columns name the owners ("Staff" of "Dorn").

    Args:
        row: The label of its row, without its unit.
        column: The header of its column.
        context: What the text has said.
    """
    item = row if row[:2].isupper() else row[:1].lower() + row[1:]
    return (context.row(column) if is_total(column) else Name(context.names.agent(column))), item


def headed(text: str, table: int) -> str:
    """Return what the heading of a table says that it counts by its rows: "Shops by region"; else "".

    Args:
        text: The text of the source.
        table: Where the first row of the table begins.
    """
    found = _COUNTED_BY.fullmatch(_above(text, table))
    return found["things"].lower() if found is not None else ""


def owned_above(text: str, table: int, context: "Context") -> Name | None:
    """Return whose a table is by the line above it: "All of Elm's mills stay open. They are in …:".

    Args:
        text: The text of the source.
        table: Where the first row of the table begins.
        context: What its text has said.
    """
    named = [name for name in _OWNER.findall(_above(text, table)) if context.is_name(name)]
    note = "the line above the table tells of “{}”"
    return Name(named[0], note.format(named[0])) if len(set(named)) == 1 else None


def _above(text: str, table: int) -> str:
    """Return the line before a table that is none of its own."""
    lines = (
        _NUMBERED.sub("", line.strip("#*| -\t"))
        for line in reversed(text[max(0, table - _ABOVE) : table].splitlines())
    )
    return next((line for line in lines if line and "|" not in line), "")


def by_state(row: str, column: str, context: "Context") -> tuple[Name, str] | None:
    """Read a cell of those to whom something befell: "Died", "Injured" or "On board", by "Men" and "Women".

    Args:
        row: The label of its row, without its unit.
        column: The header of its column.
        context: What the text has said.

    Returns:
        Whose it is and what it measures, or None where the row tells of no state.
    """
    states: dict[str, str] = load("frames")["states"]
    if row.lower() not in states and _STATE.search(row) is None:
        return None
    about = context.row("total")  # of the event or topic, whichever column
    owner = about if about.inferred else Name("people" if is_total(column) else column.lower())
    if is_total(column):
        return owner, states.get(row.lower(), f"people {row.lower()}")
    fates: dict[str, str] = load("frames")["fates"]
    return owner, f"{column.lower()} {fates.get(states.get(row.lower(), ''), row.lower())}"
