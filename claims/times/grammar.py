"""All rules together. Importing this module registers them."""

from claims.times import business, by_number, dates, durations, in_figures, relative, years
from claims.times.rules import Found, opens, phrase, skip_determiners

__all__ = [
    "Found",
    "business",
    "by_number",
    "dates",
    "durations",
    "in_figures",
    "opens",
    "phrase",
    "relative",
    "skip_determiners",
    "years",
]
