"""Several hundred ways of naming a time, each with the days that a careful reader takes it for."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from claims.periods import TimeExpression, find_times

_TABLES = tomllib.loads((Path(__file__).parent / "periods.toml").read_text(encoding="utf-8"))["read_on"]
_ROWS = [(table["published"], *row) for table in _TABLES for row in table["rows"]]
_DAY_LENGTH = 10


def _the(words: str, times: list[TimeExpression]) -> TimeExpression:
    found = [time for time in times if time.text == words]
    assert found, f"{words!r} is not among {[time.text for time in times]}"
    return found[-1]


def _origin(source: str | None) -> str:
    if source is None:
        return ""
    return "t" if "in the same text" in source else "p"


@pytest.mark.parametrize(("published", "text", "words", "first", "last", "origin"), _ROWS)
def test_each_time_is_put_on_the_calendar(
    published: date, text: str, words: str, first: str, last: str, origin: str
) -> None:
    found = _the(words, find_times(text, published=published))
    assert (found.first or "", found.last or "") == (first, last)
    assert _origin(found.resolved_from) == origin


@pytest.mark.parametrize(("published", "text", "words", "first", "last", "origin"), _ROWS)
def test_nothing_is_resolved_against_a_day_that_is_not_known(
    published: date, text: str, words: str, first: str, last: str, origin: str
) -> None:
    for time in find_times(text):
        assert "published" not in (time.resolved_from or "")
        if origin == "p" and time.text == words:
            assert all(day is None or len(day) < _DAY_LENGTH for day in (time.first, time.last))
