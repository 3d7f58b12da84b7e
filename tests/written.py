"""Writes quantities in the ways that the vocabulary knows, with what a reader should make of each."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from hypothesis import strategies as st

from claims.figures import currencies, units
from claims.figures.counted import singular
from claims.figures.words import split
from claims.vocabulary import load

ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
TENS = [
    "_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
]  # fmt: skip


# --- numbers ------------------------------------------------------------------------------------------------


def spell(number: int, joint: str = " and ") -> str:
    """Write a whole number below a thousand million in words, with "and" or without."""
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    for worth, name in ((1_000_000, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= worth:
            head, rest = f"{spell(number // worth, joint)} {name}", number % worth
            return head + (joint if rest < 100 else " ") * bool(rest) + (spell(rest, joint) if rest else "")
    raise AssertionError(number)


def indian(number: float) -> str:
    whole, point, decimals = str(number).partition(".")
    head, tail = whole[:-3], whole[-3:]
    groups: list[str] = []
    while head:
        groups.insert(0, head[-2:])
        head = head[:-2]
    return ",".join([*groups, tail]) + point + decimals


def european(number: float) -> str:
    return f"{number:,}".translate(str.maketrans(",.", ".,"))


def spaced(space: str) -> Callable[[float], str]:
    return lambda number: f"{number:,}".replace(",", space)


DIGITS: dict[str, Callable[[float], str]] = {
    "plain": str,
    "English": lambda number: f"{number:,}",
    "Indian": indian,
    "European": european,
    "no-break space": spaced("\u00a0"),
    "narrow no-break space": spaced("\u202f"),
    "thin space": spaced("\u2009"),
    "figures of Switzerland": spaced("’"),
}
WORDS: dict[str, Callable[[int], str]] = {
    "words": spell,
    "words without and": lambda number: spell(number, " "),
}
FRACTIONS = {
    "two-thirds": 2 / 3,
    "two thirds": 2 / 3,
    "three quarters": 3 / 4,
    "three-quarters": 3 / 4,
    "a third": 1 / 3,
    "one fifth": 1 / 5,
    "half": 1 / 2,
    "a quarter": 1 / 4,
    "seven eighths": 7 / 8,
    "nine-tenths": 9 / 10,
}
MIXED = {
    "two and a half": 2.5,
    "three and a quarter": 3.25,
    "five and two-thirds": 17 / 3,
    "4½": 4.5,
    "1¾": 1.75,
}
MAGNITUDES: dict[str, float] = {
    "": 1,
    " hundred": 1e2,
    " thousand": 1e3,
    " lakh": 1e5,
    " million": 1e6,
    "-million": 1e6,
    " crore": 1e7,
    " billion": 1e9,
    " trillion": 1e12,
    " lakh crore": 1e12,
}
# Short ones stand behind digits alone, and those of one letter only before nouns and behind a currency:
# "45m" and "45 mt" before a unit are units themselves.
SHORT = {"mn": 1e6, " mn": 1e6, " mln": 1e6, "bn": 1e9, " bn": 1e9, "tn": 1e12}
ONE_LETTER = {"k": 1e3, "m": 1e6}
WITH_MONEY = {" cr": 1e7, "cr": 1e7}


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written; ``mark`` is the magnitude that stands directly behind it."""

    text: str
    value: float
    style: str
    mark: str = ""


@st.composite
def numbers(draw: st.DrawFn, more: Mapping[str, float] = MappingProxyType({})) -> Number:
    """A number in any style with any magnitude that people write behind that style.

    Args:
        more: Short magnitudes that digits may have in this place.
    """
    style = draw(st.sampled_from([*DIGITS, *WORDS, "mixed"]))
    if style == "mixed":
        text, value = draw(st.sampled_from(sorted(MIXED.items())))
    elif style in WORDS:
        value = draw(st.integers(2, 99) | st.integers(2, 9_999) | st.integers(2, 999_999_999))
        text = WORDS[style](int(value))
    else:
        value = draw(st.integers(2, 999) | st.integers(1_000, 99_999) | st.integers(100_000, 999_999_999))
        value += draw(st.just(0) | st.decimals("0.01", "0.99", places=2).map(float))
        value = round(value, 2)
        if style == "plain" and value >= 10_000_000:
            style = "English"  # a long run of bare digits is a serial number
        text = DIGITS[style](value)
    marks = dict(MAGNITUDES)
    if (style in WORDS and value >= 100) or value >= 100_000:
        marks = {"": 1}  # nobody writes "two thousand million million"
    elif style in DIGITS:
        marks |= SHORT | more
    mark = draw(st.just("") | st.sampled_from(sorted(marks)))
    return Number(text + mark, value * marks[mark], style, mark)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as written, with the name it should be read as."""

    text: str
    name: str
    gap: str = " "


# --- units --------------------------------------------------------------------------------------------------

# One spelling of two units, where the reader must choose: f.p.s. is feet or frames, "A" ampere; "7.5 c" is no
# price; "points" behind a percentage, inches that end a quotation.
TWO_MEANINGS = {"fps", "c", "p", "C", "F", "K", "A", "N", "J", "P", "h", "s", "in.", "'", '"', "′", "″", "”"}
TOUCHING = {"%", "٪", "°", "°C", "°F", "℃", "℉", "ºC", "ºF"}


def _spellings(entry: dict, prefixes: dict) -> list[tuple[str, str, bool]]:
    """Give (spelling, name of the unit, whether it is a symbol) for an entry with its decimal prefixes."""
    found = []
    for sign in ["", *entry.get("prefixes", ())]:
        word = prefixes[sign]["word"] if sign else ""
        for spelling in entry.get("words", ()):
            found.append((_plural(word + spelling), word + entry["name"], False))
        for symbol in entry.get("symbols", ()):
            found.append((sign + symbol, word + entry["name"], True))
    return found


def _plural(name: str) -> str:
    return name if name.endswith((" old", "-old")) else units.plurals(name)[-1]


def measures() -> list[Unit]:
    """Every unit of the vocabulary in every spelling, plural where it has one."""
    table = load("units")
    entries = [entry for group in table["dimension"].values() for entry in group["unit"]]
    found: dict[str, Unit] = {}
    for entry in [*entries, *table["own"]["unit"]]:
        for spelling, name, is_symbol in _spellings(entry, table["prefixes"]):
            gap = "" if spelling in TOUCHING else " "
            if not (is_symbol and spelling in TWO_MEANINGS):
                found.setdefault(spelling, Unit(spelling, name, gap=gap))
    return list(found.values())


def rates() -> list[Unit]:
    """A price, a weight and a count over everything that "a" and "per" stand before."""
    singular_names = {"head": "head"}
    found = []
    for word in load("units")["rates"]["a"]:
        article = "an" if (word[0] in "aeiou" and word != "unit") or word == "hour" else "a"
        below = units.match(split(word), 0)
        name = below[0].name if below else singular_names.get(word, word)
        for joint in (article, "per"):
            found.append(Unit(f"dollars {joint} {word}", f"dollar per {name}"))
            found.append(Unit(f"tonnes {joint} {word}", f"metric ton per {name}"))
    return found


def signs() -> list[Unit]:
    """Every currency sign and some codes, to stand before the number."""
    table = load("currencies")
    careful = set(table["careful"]["signs"])
    found = [
        Unit(sign, currencies.currency(code).name, gap=" " if sign[-1].isalpha() or sign[-1] == "." else "")
        for sign, code in table["signs"].items()
        if sign not in careful
    ]
    touching = load("currencies")["codes"]["words"][
        :6
    ]  # English words, too ("TRY"): they must touch the digits
    found += [Unit(code, currencies.currency(code).name, gap="") for code in touching]
    return found + [Unit(code, currencies.currency(code).name) for code in CODES]


CODES = ("USD", "EUR", "GBP", "INR", "NPR", "JPY", "CNY", "CHF", "AUD", "BRL", "KRW", "SEK", "ZAR")


def names_of_money() -> list[Unit]:
    """Every name of a currency and some codes, to stand behind the number."""
    found = [Unit(code, currencies.currency(code).name) for code in CODES]
    for name, code in load("currencies")["names"].items():
        found.append(Unit(name, currencies.currency(code).name))
    return found


NOUNS = [
    "houses", "people", "children", "women", "sheep", "lorries", "churches", "boxes", "aircraft",
    "passengers", "voters", "species", "seats", "knives", "factories", "hospitals", "jobs", "tickets",
]  # fmt: skip
MODIFIERS = ["", "", "new ", "small ", "primary ", "large "]


NEGATIVE = [
    Unit("%", "percentage", gap=""),
    Unit("°C", "celsius", gap=""),
    Unit("degrees Fahrenheit", "fahrenheit"),
]


MEASURES, RATES, SIGNS, MONEY = measures(), rates(), signs(), names_of_money()


# --- hedges -------------------------------------------------------------------------------------------------


def hedges(side: str) -> dict[str, str]:
    """Every hedge of one side of the vocabulary: phrase -> what it makes of the number."""
    return {phrase: hedge for hedge, phrases in load("hedges")[side].items() for phrase in phrases}


BEFORE, AFTER = hedges("before"), hedges("after")


def bounds(value: float, hedge: str) -> tuple[float | None, float | None]:
    """Return what a hedge leaves of a number: nothing above "at most", nothing below "at least"."""
    low = None if hedge in {"under", "at_most"} else value
    high = None if hedge in {"over", "at_least"} else value
    return low, high


# --- phrases ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with its unit, in three parts, so that a suffix can go behind the number."""

    before: str
    number: Number
    after: str
    unit: Unit

    def text(self, suffix: str = "") -> str:
        return self.before + self.number.text + suffix + self.after


@st.composite
def _measured(draw: st.DrawFn) -> Amount:
    unit, number = draw(st.sampled_from(MEASURES + RATES)), draw(numbers())
    gap = unit.gap if number.style in DIGITS and not number.mark else " "
    return Amount("", number, gap + unit.text, unit)


@st.composite
def _priced(draw: st.DrawFn) -> Amount:
    unit = draw(st.sampled_from(SIGNS))
    number = draw(numbers(ONE_LETTER | WITH_MONEY).filter(lambda number: number.style in DIGITS))
    return Amount(unit.text + unit.gap, number, "", unit)


@st.composite
def _named_money(draw: st.DrawFn) -> Amount:
    unit, number = draw(st.sampled_from(MONEY)), draw(numbers())
    if unit.text == "pound" and number.mark in {"", " hundred"}:
        unit = Unit("pound", "pound-mass")  # a bare pound is the weight
    if unit.text == "won" and (number.style not in DIGITS or number.value < 10_000):
        unit = Unit("yen", "Japanese yen")  # "the three won": a verb, unless it is too much for one
    return Amount("", number, " " + unit.text, unit)


@st.composite
def _counted(draw: st.DrawFn) -> Amount:
    noun, modifier = draw(st.sampled_from(NOUNS)), draw(st.sampled_from(MODIFIERS))
    number = draw(numbers(ONE_LETTER).filter(lambda number: not _is_yearlike(number)))
    return Amount("", number, f" {modifier}{noun}", Unit(noun, singular(noun)))


def _is_yearlike(number: Number) -> bool:
    """Whether four bare digits before a noun are sooner a year: "the 1947 elections"."""
    return number.text.isdecimal() and 1700 <= number.value <= 2100


@st.composite
def _negative(draw: st.DrawFn) -> Amount:
    unit, minus = draw(st.sampled_from(NEGATIVE)), draw(st.sampled_from(["-", "−", "minus "]))
    number = draw(numbers().filter(lambda number: number.style in DIGITS or minus == "minus "))
    gap = unit.gap if number.style in DIGITS and not number.mark else " "
    return Amount(minus, replace(number, value=-number.value), gap + unit.text, unit)


CARRIERS = ["They counted {} there.", "The report names {} in the north, a spokeswoman said.", "It was {}."]
CLOSED = ["They counted {}.", "It was {}, a spokeswoman said.", "The town (with {}) is far away."]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence with one quantity, and what a reader should make of it."""

    text: str
    low: float | None
    high: float | None
    unit: str
    hedge: str


@st.composite
def phrases(draw: st.DrawFn) -> Phrase:
    """A sentence with one quantity: number × style × magnitude × unit × hedge."""
    amount: Amount = draw(st.one_of(_measured(), _priced(), _named_money(), _counted(), _negative()))
    side = draw(st.sampled_from(["before", "after", ""]))
    phrase = draw(st.sampled_from(sorted(BEFORE if side == "before" else AFTER))) if side else ""
    carrier = draw(st.sampled_from(CLOSED if side == "after" else CARRIERS))
    if side == "before":
        hedge, gap = BEFORE[phrase], "" if phrase[-1] in "-~≈∼<>≤≥" else " "
        text = phrase + gap + amount.text()
    elif phrase.startswith(("-", "+")):  # "50-odd lorries": the suffix stands at the number
        hedge, text = AFTER[phrase], amount.text(phrase)
    else:
        hedge, text = AFTER.get(phrase, "exact"), f"{amount.text()} {phrase}".rstrip()
    if side == "before" and _is_during(phrase, amount.unit, carrier):
        hedge = "exact"
    sentence = carrier.format(text)
    if amount.number.style == "European":
        sentence += " The other stood at 7,25."  # shows what the points and commas of the text mean
    return Phrase(sentence, *bounds(amount.number.value, hedge), amount.unit.name, hedge)


def _is_during(phrase: str, unit: Unit, carrier: str) -> bool:
    """Whether "over" says during: "over three years", but not "was over three years"."""
    during = load("hedges")["during"]
    before = carrier.partition(" {")[0].split()[-1]
    known = units.by_name().get(unit.name)
    lasts = known is not None and known.dimension in {"time", "month", "year", "hour", "minute", "second"}
    return lasts and phrase in during["words"] and before not in during["hedge_after"]
