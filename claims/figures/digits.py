"""Digits as they are written: English, Indian, European and spaced grouping, the last significant place."""

import re
from collections.abc import Iterable

_MAX_DIGITS = 24  # longer runs are serial numbers or noise, never a quantity
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?")
_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_SPACED = re.compile(r"\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?")
_POINT = re.compile(r"\d*\.\d+|\d+")
_COMMA = re.compile(r"\d+,\d+")
# What only one of the two ways of writing can mean.
_SHOWS_EUROPEAN = re.compile(r"\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:\.\d{3}){2,}|\d+,(?:\d{1,2}|\d{4,})")
_SHOWS_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|\d+\.(?:\d{1,2}|\d{4,})")
_SPACES = re.compile(r"[ \u00a0\u202f\u2009'’]")


def is_european(runs: Iterable[str]) -> bool:
    """Tell whether the digit runs of a text show a decimal comma and none shows a decimal point."""
    seen = False
    for run in runs:
        if run.isdecimal() or len(run) > _MAX_DIGITS * 2:
            continue
        if _SHOWS_ENGLISH.fullmatch(run):
            return False
        seen = seen or bool(_SHOWS_EUROPEAN.fullmatch(run))
    return seen


def read(run: str, european: bool = False) -> tuple[float, float] | None:
    """Read a run of digits.

    Args:
        run: Digits with points, commas, spaces or apostrophes inside.
        european: Whether the text writes a decimal comma.

    Returns:
        The value and its last significant place ("4,500" -> 4500, 100), or None where it is no number
        ("1.2.3", "1,2,3", more digits than any quantity has).
    """
    if len(run) > _MAX_DIGITS * 2:
        return None
    plain = _plain(run, european)
    if plain is None or (len(plain) > _MAX_DIGITS and sum(map(str.isdecimal, plain)) > _MAX_DIGITS):
        return None
    return float(plain), _place(plain)


def _plain(run: str, european: bool) -> str | None:
    if run.isdecimal():
        return run
    if _SPACED.fullmatch(run):
        return _SPACES.sub("", run).replace(",", ".")
    if european and (_EUROPEAN.fullmatch(run) or _COMMA.fullmatch(run)):
        return run.replace(".", "").replace(",", ".")
    if _ENGLISH.fullmatch(run) or _INDIAN.fullmatch(run):
        return run.replace(",", "")
    if _POINT.fullmatch(run):
        return run
    if _COMMA.fullmatch(run):
        return run.replace(",", ".")
    if _EUROPEAN.fullmatch(run):
        return run.replace(".", "").replace(",", ".")
    return None


def _place(plain: str) -> float:
    """Return the worth of the last digit that is meant: of zeros at the end, two places may be."""
    whole, _, decimals = plain.partition(".")
    if decimals:
        return float(f"1e-{len(decimals)}")
    digits = whole.lstrip("0")
    meant = max(2, len(digits.rstrip("0")))
    return float(10 ** max(0, len(digits) - meant))
