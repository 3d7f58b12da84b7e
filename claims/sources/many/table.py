"""Reader for tables of articles (CSV, TSV): one article in a row."""

import csv
import io
from collections.abc import Iterator

from claims.sources.encoding import decode
from claims.sources.errors import Unreadable
from claims.sources.many.records import choose_columns, gathered, record
from claims.sources.reading import Budget, Member, Options

_LONGEST_FIELD = 5_000_000
_SEPARATORS = ",;\t|"


def read(data: bytes, name: str, options: Options, budget: Budget) -> Iterator[Member]:
    """Read a table whose first row names its columns; articles are numbered from 1.

    Yields:
        Its articles.

    Raises:
        Unreadable: It is no table, or no column holds the text.
    """
    decoded = decode(data)
    csv.field_size_limit(_LONGEST_FIELD)
    header = decoded.text.splitlines()[0] if decoded.text.strip() else ""
    separator = max(_SEPARATORS, key=lambda mark: (header.count(mark), -_SEPARATORS.index(mark)))
    rows = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=separator)
    try:
        names = next(rows, [])
        columns = choose_columns(names, options)
        places = {field: names.index(column) for field, column in columns.items()}
        yield from gathered(_articles(rows, places, columns, decoded.warning))
    except csv.Error as error:
        raise Unreadable(
            f"is a table that cannot be read ({error}; line {rows.line_num})", "save it anew"
        ) from error


def _articles(
    rows: Iterator[list[str]], places: dict[str, int], columns: dict[str, str], warning: str | None
) -> Iterator[Member]:
    number = 0
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        number += 1
        fields = {field: row[at] if at < len(row) else "" for field, at in places.items()}
        try:
            reading = record(fields, "column", "csv", columns)
        except Unreadable as problem:
            yield Member(f"#{number}", problem=problem)
            continue
        warnings = ((warning,) if warning else ()) + reading.warnings
        yield Member(f"#{number}", reading.replaced(warnings=warnings))
