"""Values, periods and sources are written as a person would write them."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.model import Datum, Period, Source, Value
from reconcile import format as written


def _value(low: Any, high: Any, unit: str, hedge: Any = "exact", **more: Any) -> Value:
    return Value(
        low,
        high,
        unit,
        more.get("counted"),
        hedge,
        "as written",
        more.get("direction"),
        0,
        0,
        step=more.get("step", 0.0),
    )


def _plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (_value(6_900_000, 6_900_000, "t"), "6.9 million t"),
        (_value(6_912_345, 6_912_345, "t"), "6,912,345 t"),
        (_value(870, 870, "t"), "870 t"),
        (_value(4309.90208986, 4309.90208986, "ha", step=2.02), "4,310 ha"),
        (_value(90.123264, 90.123264, "km/h", step=0.8), "90 km/h"),
        (_value(8.3333, 8.3333, "%", step=50.0), "8.3333 %"),
        (_value(2.25, 2.25, "t", step=0.005), "2.25 t"),
        (_value(0, 0, "km"), "0 km"),
        (_value(1.5e9, 1.5e9, "W"), "1.5 GW"),
        (_value(0.012, 0.012, "km"), "12 m"),
        (_value(0.25, 0.5, "t", "range"), "250–500 kg"),
        (_value(90, None, "%", "over"), "over 90 %"),
        (_value(90, 90, "%", "nearly"), "nearly 90 %"),
        (_value(None, 12, "km", "under"), "under 12 km"),
        (_value(None, 12, "km", "at_most"), "at most 12 km"),
        (_value(35e9, 50e9, "INR", "range"), "35–50 billion INR"),
        (_value(900_000, 1_200_000, "USD", "range"), "0.9–1.2 million USD"),
        (_value(3, 7, "%", "range"), "3–7 %"),
        (_value(-5, -5, "%", direction="down"), "down 5 %"),
        (_value(5, 5, "pp", direction="up"), "up 5 percentage points"),
        (_value(1, 1, "day"), "1 day"),
        (_value(4, 4, "count", counted="companies"), "4 companies"),
        (_value(52, 52, "count"), "52"),
        (_value(5, 5, "rank"), "rank 5"),
        (_value(-40, -10, "degC", "range"), "−40 to −10 °C"),
        (_value(0.1 + 0.2, 0.1 + 0.2, "%"), "0.3 %"),
        (_value(None, None, "t"), "as written"),
        (_value(10, None, "t", "range"), "at least 10 t"),
        (_value("2025-04-04", "2025-04-04", "date"), "4 April 2025"),
        (_value("2025-04-01", "2025-04-30", "date"), "April 2025"),
        (_value(None, "2050-12-31", "date", "at_most"), "by 31 December 2050"),
    ],
)
def test_values(value: Value, shown: str) -> None:
    assert _plain(written.value(value)) == shown


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2023-01-01", "2023-12-31", "2023"),
        ("2018-01-01", "2023-12-31", "2018–2023"),
        ("2025-04-01", "2025-09-30", "April–September 2025"),
        ("2024-04-01", "2025-03-31", "April 2024–March 2025"),
        ("2025-04-01", "2025-04-30", "April 2025"),
        ("2025-04-04", "2025-04-04", "4 April 2025"),
        ("2025-04-04", "2025-04-10", "4–10 April 2025"),
        ("2025-04-28", "2025-05-02", "28 April–2 May 2025"),
        ("2024-12-30", "2025-01-02", "30 December 2024–2 January 2025"),
        ("2025-04-01", None, "since 1 April 2025"),
        (None, "2050-12-31", "until 31 December 2050"),
        (None, None, "“six months”"),
        ("nonsense", "nonsense", "nonsense"),
        ("2025-13-01", None, "since 2025-13-01"),
    ],
)
def test_periods(start: str | None, end: str | None, shown: str) -> None:
    assert _plain(written.period(Period(start, end, "six months"))) == shown


def test_a_missing_period_is_said() -> None:
    assert written.period(None) == "no period stated"


def test_what_is_unknown_of_a_source_is_said() -> None:
    bare = Source("a.txt", "", (), "")
    assert written.provenance(bare) == "publisher unknown · undated"
    dated = Source(
        "a.txt", "", (), "", {"publisher": Datum("The Gazette", "x"), "published": Datum("2025-10-09", "y")}
    )
    assert _plain(written.provenance(dated)) == "The Gazette · 9 October 2025"


@given(st.floats(allow_nan=True, allow_infinity=True))
def test_any_number_can_be_written(amount: float) -> None:
    assert written.number(amount)


@given(st.integers(-(10**14), 10**14))
def test_no_digit_of_a_whole_number_is_lost(amount: int) -> None:
    text = _plain(written.number(amount)).replace("−", "-").replace(",", "")
    figure, _, scale = text.partition(" ")
    factor = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12}[scale]
    if abs(amount) < 10**12:
        assert round(float(figure) * factor) == amount
    else:
        assert float(figure) * factor == pytest.approx(amount, rel=1e-11)
