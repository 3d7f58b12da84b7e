"""Exchange rates with their day: the reference rates of the European Central Bank.

The package CurrencyConverter ships them with its releases, so nothing is fetched. A day on which the bank
gave no rate has that of the business day before it; a day after the last one shipped has none.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from claims.figures.currencies import is_currency

if TYPE_CHECKING:
    from currency_converter import CurrencyConverter

SOURCE = "European Central Bank"
# No rate is given on weekends and holidays; the longest gap is around Easter and the turn of the year.
_LONGEST_GAP = 6


@dataclass(frozen=True, slots=True)
class Rate:
    """What one unit of a currency cost in another on a day.

    Attributes:
        base: ISO code of the currency that is priced.
        quote: ISO code of the currency it is priced in.
        per: Units of ``quote`` for one unit of ``base``.
        day: ISO day of the rate.
    """

    base: str
    quote: str
    per: float
    day: str


@cache
def rate(base: str, quote: str, day: date) -> Rate | None:
    """Return the rate of a day or of the last business day before it, or None where there is none.

    Args:
        base: ISO code of the currency that is priced.
        quote: ISO code of the currency it is priced in.
        day: The day it is wanted for.
    """
    from currency_converter import RateNotFoundError

    table = _table()
    if not {base, quote} <= table.currencies:
        return None
    for back in range(_LONGEST_GAP + 1):
        when = day - timedelta(days=back)
        try:
            return Rate(base, quote, float(table.convert(1, base, quote, when)), when.isoformat())
        except RateNotFoundError:
            continue
    return None


@cache
def _table() -> "CurrencyConverter":
    from currency_converter import CurrencyConverter

    return CurrencyConverter(fallback_on_missing_rate=False)


def currency(unit: str) -> tuple[str, str] | None:
    """Split a unit of money into its ISO code and what it is per ("USD/t": USD, t); None for another unit."""
    code, _, per = unit.partition("/")
    return (code, per) if is_currency(code) else None
