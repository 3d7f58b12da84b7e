"""Units of measure: an alias table from the vocabulary, and what each unit is worth in its base unit.

The table holds the factors of the usual units; pint is asked, once and late, for the others.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from claims.figures.words import Word, split
from claims.vocabulary import load

_QUOTATION = 60  # words to look back over for the quote that opens
# Symbols of one capital that are sooner a name when they touch the digits ("Terminal 3A", "a 4K screen").
_SHY = frozenset("ACFKNJP")
_DEGREES = frozenset("CF")
# Dimensions that goods are sold by.
_GOODS = frozenset({"mass", "volume", "capacity", "area", "energy", "oil", "grain"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or a currency.

    Attributes:
        name: Normal name in the singular.
        dimension: What it measures ("mass", "money", "share"); "own" where it stands alone.
        base: Base unit of the dimension, as claims write it.
        factor: What one unit is worth in the base unit; None where pint has to be asked.
        offset: Added after the factor (temperatures).
        expression: The unit in pint's language, for a factor of None.
    """

    name: str
    dimension: str
    base: str
    factor: float | None = 1.0
    offset: float = 0.0
    expression: str = ""

    def to_base(self) -> float:
        """Return what one unit is worth in the base unit."""
        return self.factor if self.factor is not None else _ask_pint(self.expression, self.dimension)


@dataclass(frozen=True, slots=True)
class _Spelling:
    texts: tuple[str, ...]
    glued: tuple[bool, ...]
    unit: Unit
    is_symbol: bool


@cache
def _ask_pint(expression: str, dimension: str) -> float:
    import pint  # a third of a second that most texts never need

    base: str = load("units")["dimension"][dimension]["pint"]
    registry: Any = pint.UnitRegistry()
    return float(registry.parse_expression(expression).to(base).magnitude)


def _entries() -> Iterator[tuple[str, str, dict[str, Any]]]:
    table = load("units")
    for dimension, group in table["dimension"].items():
        for entry in group["unit"]:
            yield dimension, group["base"], entry
    for entry in table["own"]["unit"]:
        yield "own", entry["name"], entry


def _unit(dimension: str, base: str, entry: dict[str, Any]) -> Unit:
    factor = entry.get("factor", None if "pint" in entry else 1.0)
    return Unit(entry["name"], dimension, base, factor, entry.get("offset", 0.0), entry.get("pint", ""))


def _prefixed(
    dimension: str, base: str, entry: dict[str, Any]
) -> Iterator[tuple[Unit, list[str], list[str]]]:
    """Give a unit with each of its decimal prefixes: kilometre, kilowatt hour …"""
    table = load("units")["prefixes"]
    plain = _unit(dimension, base, entry)
    for sign in entry.get("prefixes", ()):
        word, scale = table[sign]["word"], table[sign]["factor"]
        name = word + entry["name"]
        own = dimension == "own"
        factor = 1.0 if own else plain.to_base() * scale
        words = [word + spelling for spelling in entry.get("words", ())]
        yield (
            Unit(name, dimension, name if own else base, factor),
            words,
            [sign + s for s in entry.get("symbols", ())],
        )


def plurals(name: str) -> tuple[str, ...]:
    """Return the spellings of a name in letters, singular and plural."""
    if name.endswith(("s", ".", "feet", "%")):
        return (name,)
    if name.endswith(("ch", "sh", "x")):
        return name, name + "es"
    return name, name + "s"


@cache
def _by_first() -> dict[str, list[_Spelling]]:
    """Index all spellings by their first piece, the longest first."""
    found: dict[tuple[tuple[str, ...], tuple[bool, ...], bool], _Spelling] = {}

    def add(spelling: str, unit: Unit, is_symbol: bool) -> None:
        pieces = split(spelling if is_symbol else spelling.lower())
        texts = tuple(piece.text for piece in pieces)
        glued = (False, *(piece.glued for piece in pieces[1:]))
        found.setdefault((texts, glued, is_symbol), _Spelling(texts, glued, unit, is_symbol))

    for dimension, base, entry in _entries():
        variants = [(_unit(dimension, base, entry), entry.get("words", []), entry.get("symbols", []))]
        for unit, words, symbols in [*variants, *_prefixed(dimension, base, entry)]:
            for word in words:
                for spelling in plurals(word):
                    add(spelling, unit, is_symbol=False)
                    add(spelling.replace(" ", "-"), unit, is_symbol=False)
            for symbol in symbols:
                add(symbol, unit, is_symbol=True)
    by_first: dict[str, list[_Spelling]] = {}
    for item in sorted(found.values(), key=lambda item: (-len(item.texts), not item.is_symbol, item.texts)):
        by_first.setdefault(item.texts[0], []).append(item)
    return by_first


@cache
def by_name() -> dict[str, Unit]:
    """Return every unit by its normal name."""
    units: dict[str, Unit] = {}
    for dimension, base, entry in _entries():
        units.setdefault(entry["name"], _unit(dimension, base, entry))
        for unit, _, _ in _prefixed(dimension, base, entry):
            units.setdefault(unit.name, unit)
    return units


@cache
def is_unit(word: str) -> bool:
    """Tell whether a word in letters is a unit that goods are measured in: "kilo", "barrel", "hectare"."""
    return any(
        len(spelling.texts) == 1 and not spelling.is_symbol and spelling.unit.dimension in _GOODS
        for spelling in _by_first().get(word.lower(), ())
    )


def match(words: Sequence[Word], at: int) -> tuple[Unit, int] | None:
    """Find the longest unit that starts at a word.

    Args:
        words: The words of the text.
        at: Index of the word behind the number, or behind "per".

    Returns:
        The unit and the index after its last word, or None.
    """
    if at >= len(words):
        return None
    known = _by_first()
    first = words[at]
    spellings = known.get(first.text, ())
    if first.text != first.lower:
        spellings = [*spellings, *(s for s in known.get(first.lower, ()) if not s.is_symbol)]
    for spelling in spellings:
        if _fits(words, at, spelling):
            return spelling.unit, at + len(spelling.texts)
    return None


def _fits(words: Sequence[Word], at: int, spelling: _Spelling) -> bool:
    size = len(spelling.texts)
    if at + size > len(words):
        return False
    for offset, (text, glued) in enumerate(zip(spelling.texts, spelling.glued, strict=True)):
        word = words[at + offset]
        if (word.text if spelling.is_symbol else word.lower) != text:
            return False
        if offset and glued and not word.glued:
            return False
    after = words[at + size] if at + size < len(words) else None
    if after and after.glued and words[at + size - 1].kind == "letters" and after.kind != "sign":
        return False  # "45 A320s", "3 mths"
    if spelling.is_symbol:
        return _symbol_fits(words, at, spelling, after)
    return True


def _symbol_fits(words: Sequence[Word], at: int, spelling: _Spelling, after: Word | None) -> bool:
    """Keep signs that mean something else elsewhere to the places where they are units."""
    symbol, first = spelling.texts[0], words[at]
    before = words[at - 1] if at else None
    if symbol in {"'", "′", '"', "″", "”"}:
        closes = (
            sum(word.text in {symbol, "“"} for word in words[max(0, at - _QUOTATION) : at]) % 2 == 1
        )  # a quotation ends here
        return first.glued and before is not None and before.kind == "digits" and not closes
    if len(spelling.texts) > 1 or not first.glued or before is None or before.kind != "digits":
        return True
    if symbol == "s":  # the 1990s, the 60s
        return "." in before.text or not before.text.endswith("0")
    if symbol in _SHY:
        warm = symbol in _DEGREES and not _is_name(words, at - 2)
        return warm or "." in before.text or (after is not None and after.text == "/")
    return True


def _is_name(words: Sequence[Word], at: int) -> bool:
    """Whether a number behind this word is sooner a name: "Terminal 3C", not "reached 31C"."""
    return at < 0 or (words[at].kind == "letters" and words[at].tag.startswith("NN")) or words[at].text == "."


def compound(top: Unit, bottom: Unit) -> Unit:
    """Return the unit "top per bottom"; its two halves are converted one by one."""
    return Unit(
        f"{top.name} per {bottom.name}", f"{top.dimension}/{bottom.dimension}", f"{top.base}/{bottom.base}"
    )
