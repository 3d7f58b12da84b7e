"""The unit that a table header gives to the bare numbers below it: "Loss (€m)", "Crop 2025 (Mt)"."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from math import log10

from claims.figures import assemble, labels, numbers
from claims.figures.counted import singular
from claims.figures.words import Word, split
from claims.model import QuantityKind
from claims.vocabulary import word_list

_LONGEST = 120
_LONGEST_NAME = 2
_DOZEN = 12
_NUMBERED = re.compile(r"\d")
_THOUSANDS = re.compile(r"['’]?000s?")
_INNER = re.compile(r"[(\[]([^()\[\]]+)[)\]]")


@lru_cache(maxsize=1024)
def unit_of(header: str) -> tuple[str, float, QuantityKind] | None:
    """Read the unit of a column.

    Args:
        header: The text of the header's cell.

    Returns:
        The unit's name, the magnitude to multiply by and the kind of quantity, or None.
    """
    return next((unit for it in _phrases(header[:_LONGEST]) if (unit := _read(it)) is not None), None)


@lru_cache(maxsize=1024)
def is_only_unit(header: str) -> bool:
    """Tell whether a header names nothing but the unit of its column: "€m", "SEK m".

    Args:
        header: The text of the header's cell.
    """
    bare = header.strip()
    return not bare.isalpha() and len(bare) < _LONGEST and _read(bare) is not None


def _read(phrase: str) -> tuple[str, float, QuantityKind] | None:
    """Read a phrase that is a unit and nothing else."""
    if _THOUSANDS.fullmatch(phrase):
        return "", 1e3, "count"
    for probe in _probes(phrase):
        words = split(probe)
        found = numbers.scan(words)
        read = assemble.read(words, found, labels.mark_all(words, found))
        thing = _counted(words[read[0].last :]) if len(read) == 1 and read[0].low > 1 else ""
        whole = len(read) == 1 and read[0].first == 0 and (read[0].last == len(words) or thing != "")
        low = read[0].low if whole else 0
        if whole and low == read[0].high and read[0].mark is None and _is_magnitude(low, read[0].unit):
            unit = read[0].unit
            if unit is None and not thing and _NUMBERED.search(phrase):
                continue  # "Under 5" and "18 and over" name a row
            return (unit.name if unit else thing), low, read[0].kind
    return None


def _is_magnitude(low: float, unit: object) -> bool:
    """Tell whether a number multiplies what stands below: a thousand, a dozen, or one of a unit."""
    return low == _DOZEN or (low > 0 and log10(low).is_integer() and (unit is not None or low > 1))


def _counted(words: Sequence[Word]) -> str:
    """Return the singular of the plural that ends a header behind a magnitude: "million bags", or ""."""
    if not 1 <= len(words) <= _LONGEST_NAME or any(word.kind != "letters" for word in words):
        return ""
    last = words[-1].lower
    return singular(last) if singular(last) != last else ""


def _phrases(header: str) -> Iterator[str]:
    """Give the places where headers put units: in brackets, behind a comma, behind "in", or alone."""
    for match in _INNER.finditer(header):
        yield match[1].strip()
        first, parted, _ = match[1].partition(",")  # "(tonnes, green coffee)"
        if parted:
            yield first.strip()
    for mark in (", ", " in ", ":"):
        _, found, behind = f" {header}".rpartition(mark)
        if found:
            yield behind.strip()
    bare = header.strip()
    if not bare.isalpha() or bare.lower() in _plural_units():  # "Year" and "A" name a column
        yield bare


@cache
def _plural_units() -> frozenset[str]:
    """Return the words for several of a unit, which alone may head a column: "Hours", "Tonnes"."""
    return word_list("units", "scales", "heading")


def _probes(phrase: str) -> Iterator[str]:
    """Put a number where one would stand: "€m" is read as "€1m", "thousand ha" as "1 thousand ha".

    What begins with a number has one: "1,000 t" is its unit, "2024" a year and none.
    """
    if phrase[:1].isdecimal():
        yield phrase
        return
    for word in [*split(phrase), None]:
        at = word.start if word else len(phrase)
        left, right = phrase[:at].rstrip(), phrase[at:].lstrip()
        yield f"{left}1{right}"
        yield f"{left}1 {right}".rstrip()
