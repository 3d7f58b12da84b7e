"""Goods told in bags, sacks or bales of a mass that the text states: "9,000 drums of 200 kg"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache

from claims.figures import units
from claims.figures.units import Unit
from claims.model import Quantity
from claims.vocabulary import load

_OF = " of "
# Fewer of them are things that somebody carries, unless it is said what is in them.
_TRADED = 1e3
# So many are those of statistics.
_WORLD = 1e5


@cache
def _stated() -> re.Pattern[str]:
    """Return a pattern for a container with its mass, in either order."""
    table = load("units")["packs"]
    packs, masses = ("|".join(sorted(table[key], key=len, reverse=True)) for key in ("words", "masses"))
    number = r"(?<![\d.,])(\d{1,4}(?:\.\d+)?)"
    weighs = "is|weighs?|weighing|holds?|holding|contains?|containing"
    before = rf"{number}[ \u00a0-]?({masses})[ -]({packs})s?\b"
    link = rf"(?:,? each)?(?: of |,? (?:{weighs}) | \((?:each )?(?:of )?)"
    return re.compile(rf"{before}|\b({packs})s?{link}{number}[ \u00a0-]?({masses})\b")


def _statements(text: str) -> Iterator[tuple[str, str, int]]:
    """Yield each container of a stated mass, the mass in words and where its number begins."""
    masses = load("units")["packs"]["masses"]
    for match in _stated().finditer(text):
        first, second = match.group(1, 2, 3), match.group(5, 6, 4)
        number, mass, pack = first if first[0] else second
        yield pack, f"{number} {masses[mass]}", match.start(1 if first[0] else 5)


@lru_cache(maxsize=8)
def packs_of(text: str) -> dict[str, str]:
    """Return the containers that a text counts goods in, with the name of the unit that each is.

    Args:
        text: The whole text. A container of two masses is none: "25-kg bags and 60-kg bags".

    Returns:
        "bag" -> "bag of 60 kilogram".
    """
    found: dict[str, set[str]] = {}
    for pack, mass, _ in _statements(text):
        found.setdefault(pack, set()).add(mass)
    if not found or are_carried(text):
        return {}
    return {pack: f"{pack}{_OF}{next(iter(mass))}" for pack, mass in found.items() if len(mass) == 1}


def are_carried(text: str) -> bool:
    """Tell whether the bags of a text are what people travel with: "a bag of 23 kg for each passenger"."""
    return not frozenset(re.findall(r"[a-z]+", text.lower())).isdisjoint(load("units")["packs"]["carried"])


def of_trade(quantity: Quantity) -> dict[str, str]:
    """Return the container that all the world counts some goods in, where a number is of many of them.

    Args:
        quantity: A number: "9,000 sacks of rice".
    """
    for goods, unit in load("units")["packs"]["trade"].items():
        pack = unit.partition(_OF)[0]
        words = (quantity.counted or "").lower().split()
        named = words[:1] == [f"{pack}s"] and words[-1:] == [goods] and words[1:2] == ["of"]
        named = named or words == [goods, f"{pack}s"]
        if named and (quantity.low or 0.0) >= _WORLD:
            return {pack: unit}
    return {}


def stated_at(text: str) -> frozenset[int]:
    """Return where the numbers stand that only say what a container holds."""
    return frozenset(start for _, _, start in _statements(text))


def is_packed(unit: str) -> bool:
    """Tell whether a unit's name is of a container with its mass."""
    return unit_of(unit) is not None


@lru_cache(maxsize=256)
def unit_of(name: str) -> Unit | None:
    """Return the unit of "bag of 60 kilogram", or None for any other name."""
    pack, _, mass = name.partition(_OF)
    size, _, kind = mass.partition(" ")
    is_pack = pack in load("units")["packs"]["words"] and size.replace(".", "", 1).isdecimal()
    known = units.by_name().get(kind) if is_pack else None
    return None if known is None else Unit(name, "mass", known.base, known.to_base() * float(size))


def is_traded(quantity: Quantity) -> bool:
    """Tell whether containers measure goods: there are many, or it is said of what."""
    named = quantity.counted is not None and _OF in quantity.counted
    return named or (quantity.low or quantity.high or 0.0) >= _TRADED


def weighed(quantity: Quantity, packs: Mapping[str, str]) -> Quantity:
    """Read a number of containers, or a price of one, by the mass that they hold.

    Args:
        quantity: Any quantity.
        packs: As `packs_of` gives them.
    """
    top, per, below = quantity.unit.partition(" per ")
    if per and below in packs:
        return replace(quantity, unit=f"{top} per {packs[below]}")
    if quantity.kind != "count" or per or top not in packs:
        return quantity
    return replace(quantity, unit=packs[top], kind="quantity", counted=None)
