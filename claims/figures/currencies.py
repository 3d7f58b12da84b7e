"""Currencies by sign, code, name and country; babel knows the names, the vocabulary the rest."""

from collections.abc import Sequence
from functools import cache

from claims.figures.units import Unit
from claims.figures.words import Word
from claims.vocabulary import load

_NAME_LENGTH = 5  # "bosnia-herzegovina convertible marks" is as long as names get


def is_currency(unit: str) -> bool:
    """Tell whether a unit is an amount of money by its ISO code ("EUR"), no rate ("EUR/t") or other unit."""
    return len(unit) == 3 and unit.isupper()


@cache
def _names() -> dict[str, str]:
    """Return code by lower-case name, singular and plural ("nepalese rupees" -> NPR)."""
    from babel import Locale
    from babel.numbers import get_currency_name

    names: dict[str, str] = {}
    for code in sorted(Locale("en").currencies):
        if not code.startswith("X") or code in {"XAF", "XOF", "XPF", "XCD"}:
            for count in (1, 2):
                name = get_currency_name(code, count=count, locale="en").lower()
                if "(" not in name and " " in name:
                    names.setdefault(name, code)
    table = load("currencies")["names"]
    for name, code in table.items():
        names[name] = code
        names.setdefault(f"{name}s", code)
    return names


@cache
def _codes() -> frozenset[str]:
    """Return the codes of money in use."""
    from babel.core import get_global

    tender = get_global("territory_currencies").values()
    in_use = {
        code
        for currencies in tender
        for code, _, until, is_tender in currencies
        if until is None and is_tender
    }
    return frozenset(code for code in in_use if not code.startswith("X"))


@cache
def currency(code: str) -> Unit:
    """Return the currency of an ISO code as a unit."""
    display = load("currencies")["display"].get(code)
    if display is None:
        from babel.numbers import get_currency_name

        display = get_currency_name(code, locale="en")
        place, _, noun = display.rpartition(" ")
        display = f"{place} {noun.lower()}" if place else noun.lower()
    return Unit(display, "money", code)


@cache
def by_name() -> dict[str, Unit]:
    """Return the currencies and their hundredths by display name."""
    units = {currency(code).name: currency(code) for code in sorted(_codes(), reverse=True)}
    units.update({name: _minor(name) for name in load("currencies")["minor"]})
    units.update({unit.name: unit for unit in map(currency, set(load("currencies")["signs"].values()))})
    return units


def _minor(name: str) -> Unit:
    return Unit(name, "money", load("currencies")["minor"][name]["of"], 0.01)


@cache
def _minor_spellings() -> dict[str, Unit]:
    spellings: dict[str, Unit] = {}
    for name, entry in load("currencies")["minor"].items():
        for word in entry["words"]:
            spellings[word.lower()] = spellings[f"{word.lower()}s"] = _minor(name)
    return spellings


@cache
def _minor_symbols() -> dict[str, Unit]:
    return {
        symbol: _minor(name)
        for name, entry in load("currencies")["minor"].items()
        for symbol in entry["symbols"]
    }


@cache
def _openers() -> frozenset[str]:
    """Return the words that the names of currencies begin with."""
    return frozenset(name.split(" ")[0] for name in [*_names(), *_minor_spellings()])


def before(words: Sequence[Word], at: int) -> tuple[Unit, int] | None:
    """Find the currency that stands before the number at a word ("US$", "Rs", "EUR").

    Returns:
        The currency and the index of its first word, or None.
    """
    for size in (3, 2, 1):
        first = at - size
        if first < 0 or not _is_run(words, first, at):
            continue
        sign = "".join(word.text for word in words[first:at])
        code = load("currencies")["signs"].get(sign)
        if code and _may_stand(sign, words, at):
            return currency(code), first
        if size == 1 and _is_code(sign, words[at].glued):
            return currency(sign), first
    return None


def _is_run(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether the words touch each other; letters and a sign may be parted ("HK $5", not "A $5 fare")."""
    if all(words[at].glued for at in range(first + 1, last)):
        return True
    spelled = words[first].kind == "letters" and len(words[first].text) > 1
    return last - first == 2 and spelled and words[first + 1].kind == "sign"


def _may_stand(sign: str, words: Sequence[Word], at: int) -> bool:
    if sign not in load("currencies")["careful"]["signs"]:
        return True
    number, after = words[at], words[at + 1] if at + 1 < len(words) else None
    return number.glued and (
        any(mark in number.text for mark in ".,") or bool(after and after.glued and after.kind == "letters")
    )


def _is_code(text: str, glued: bool) -> bool:
    return len(text) == 3 and text in _codes() and (glued or text not in load("currencies")["codes"]["words"])


def after(words: Sequence[Word], at: int) -> tuple[Unit, int] | None:
    """Find the currency that starts at the word behind a number ("euros", "US cents", "NPR", "€").

    Returns:
        The currency and the index after its last word, or None.
    """
    if at >= len(words):
        return None
    longest = _NAME_LENGTH if words[at].lower in _openers() else 0
    for size in range(min(longest, len(words) - at), 0, -1):
        name = " ".join(word.lower for word in words[at : at + size])
        code = _names().get(name)
        if code and (not _is_verb(words[at + size - 1]) or _is_sum(words, at)):
            return currency(code), at + size
        if name in _minor_spellings():
            return _minor_spellings()[name], at + size
    word = words[at]
    if word.text in _minor_symbols() and word.glued:
        return _minor_symbols()[word.text], at + 1
    signs = load("currencies")["signs"]
    if word.text in signs and (word.kind == "sign" or word.text in {"RMB", "NIS", "RM", "kn", "zł", "Kč"}):
        return currency(signs[word.text]), at + 1
    if _is_code(word.text, word.glued):
        return currency(word.text), at + 1
    return None


@cache
def of_states(noun: str) -> dict[str, Unit]:
    """Return whose currency has a name that several share, by state ("peso": Chile, Colombia, Mexico ...)."""
    of = ((state, _names().get(f"{demonym.lower()} {noun}")) for demonym, state in _demonyms().items())
    return {state: currency(code) for state, code in of if code is not None and code in _codes()}


def _demonyms() -> dict[str, str]:
    found: dict[str, str] = load("countries")["demonyms"]
    return found


def _is_verb(word: Word) -> bool:
    return word.lower in load("currencies")["verbs"]["words"] and word.tag.startswith("VB")


def _is_sum(words: Sequence[Word], at: int) -> bool:
    """Whether the number before is too large for a year or a count: "2.4 billion won", "5,000 won"."""
    before = words[at - 1]
    long = before.kind == "digits" and (len(before.text) > 4 or not before.text.isdecimal())
    return long or before.lower in load("numbers")["magnitudes"] or before.text in _marks()


@cache
def _marks() -> frozenset[str]:
    return frozenset(mark for marks in load("numbers")["marks"].values() for mark in marks)


def of_nation(unit: Unit, words: Sequence[Word], at: int) -> tuple[Unit, int] | None:
    """Find the country that a bare name or sign belongs to, behind it ("$75 U.S.", "$8 a bushel, Canadian").

    Returns:
        The country's currency and the index after the country, or None.
    """
    noun = unit.name.rpartition(" ")[2]
    bracket = at < len(words) and words[at].text == "("
    here = at + 1 if at < len(words) and words[at].text in {",", "("} else at
    for size in (2, 1):
        place = " ".join(word.text for word in words[here : here + size])
        code = _names().get(f"{place.lower()} {noun}")
        closed = _closes(words, here + size, here > at, ")" if bracket else "")
        if code and place[:1].isupper() and closed:
            return currency(code), here + size
    return None


def _closes(words: Sequence[Word], at: int, marked: bool, bracket: str) -> bool:
    """A country behind a comma must end there; "$5 U.S. per barrel" need not."""
    if at >= len(words):
        return True
    if bracket:
        return words[at].text == bracket
    if marked:
        return words[at].text in {",", ".", ";", ")"}
    return words[at].kind == "sign" or (
        words[at].lower in {"per", "a", "an", "in", "and", "to", "from", "on", "for"}
    )


def is_sign(text: str) -> bool:
    """Tell whether a word is the sign of a currency ("€")."""
    return text in load("currencies")["signs"]
