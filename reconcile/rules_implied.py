"""What figures imply of one another: an amount at a rate of exchange, a yearly rise, the whole of a share."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from claims.vocabulary import load
from reconcile.figures import Figure, bounds, printed, product, quotient, short
from reconcile.intervals import Interval
from reconcile.numerals import numerals
from reconcile.rates import currency
from reconcile.rules import Finding, near, one_holder, result

_MOST_YEARS = 50
# So many characters lie between two amounts that are one: " (".
_SIDE_BY_SIDE = 3
# "at $1.17 to the euro", "83 rupees to the dollar", "1.3 per pound": what one of the other currency costs.
_FOR_ONE = re.compile(r"^\s*(?:to|per|for|a)\s+(?:the\s+|one\s+|each\s+|every\s+)?([a-z]+)\b", re.I)
_A_YEAR = re.compile(r"^\s*(?:a year|per year|each year|every year|annually|p\.a\.|yearly)\b", re.I)
_OVER_YEARS = re.compile(r"^[^.;\d]{0,12}\b(?:over|in|within|across)\s+(?:the\s+)?(\w+)\s+years?\b", re.I)


def exchange(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Amount × the rate that the source names = the amount beside it in another currency."""
    for rate in figures:
        if (currency_priced := priced(rate, text)) is not None:
            yield from exchanged(rate, currency_priced, figures)


def exchanged(rate: Figure, currency_priced: str, figures: Sequence[Figure]) -> Iterator[Finding]:
    """Yield what a rate of exchange gives with two amounts that stand side by side: "£20m ($26m)"."""
    amounts = sorted((f for f in figures if f is not rate), key=lambda f: f.value.start)
    for one, other in pairwise(amounts):
        if other.value.start - one.value.end > _SIDE_BY_SIDE or one.unit == other.unit:
            continue
        base, quoted = (one, other) if other.unit == rate.unit else (other, one)
        if quoted.unit != rate.unit or base.unit != currency_priced:
            continue
        expected = product(base.expected, rate.expected)
        fits = expected.meets(quoted.expected)
        if not fits and product(base.possible, rate.possible).meets(quoted.possible):
            continue
        computed = base.number * rate.number
        words = f"{printed(base)} × {printed(rate)} = {short(computed)} {quoted.unit}"
        yield Finding(
            (base, rate, quoted), fits, computed, result(words, expected, quoted, quoted.unit, fits)
        )


def priced(rate: Figure, text: str) -> str | None:
    """Return the ISO code of the currency that a figure is the price of, or None for any other figure."""
    if currency(rate.unit) is None:
        return None
    match = _FOR_ONE.match(text[rate.value.end : rate.value.end + 24])
    return load("currencies")["names"].get(match.group(1).lower().removesuffix("s")) if match else None


def compound(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """A rise of so much a year over so many years = the whole rise."""
    percents = [figure for figure in figures if figure.unit == "%"]
    for yearly in percents:
        if not _A_YEAR.match(text[yearly.value.end : yearly.value.end + 16]):
            continue
        for whole in near(percents, yearly, 1):
            years = _years_behind(whole, text)
            if not years:
                continue
            low, high = (_compounded(end, years) for end in (yearly.expected.low, yearly.expected.high))
            expected, computed = Interval(low, high), _compounded(yearly.number, years)
            if expected.meets(whole.expected):
                words = f"{short(yearly.number)} % a year for {years} years = {short(round(computed, 1))} %"
                yield Finding((yearly, whole), True, computed, result(words, expected, whole, "%", True))


def _years_behind(figure: Figure, text: str) -> int:
    """Return the years of "14 % over three years", or 0."""
    match = _OVER_YEARS.match(text[figure.value.end : figure.value.end + 40])
    word = match.group(1).lower() if match else ""
    years = int(word) if word.isdecimal() else numerals(2, 10).get(word, 0)
    return years if 1 < years <= _MOST_YEARS else 0


def _compounded(percent: float, years: int) -> float:
    return float(100 * ((1 + percent / 100) ** years - 1))


def implied_whole(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """Amount ÷ share is the same whole for two holders: 44 is 38 %, 21 is 18 %, both of 116."""
    pairs = [pair for share in figures if (pair := _amount_of(share, figures)) is not None]
    told = set()
    for (amount, share), (other, part) in combinations(pairs, 2):
        numbers = frozenset({(amount.number, share.number), (other.number, part.number)})
        if numbers in told:
            continue  # the text sums itself up
        if amount.unit != other.unit or not _are_two_of_one(amount, other, share, part):
            continue
        one, two = (quotient(a.expected, s.expected).scaled(100) for a, s in ((amount, share), (other, part)))
        if not one.meets(two):
            continue
        told.add(numbers)
        wholes = [100 * a.number / s.number for a, s in ((amount, share), (other, part))]
        words = " and ".join(
            f"{printed(a)} ÷ {short(s.number)} % = {short(whole)} ({bounds(interval, a.unit)})"
            for a, s, whole, interval in zip((amount, other), (share, part), wholes, (one, two), strict=True)
        )
        yield Finding((amount, share, other, part), True, wholes[0], f"{words}: one whole fits both")


def _amount_of(share: Figure, figures: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """Return an amount with the share that stands right behind it, said of the same holder."""
    if share.unit != "%" or share.key.claim.kind != "share" or not 0 < share.number < 100:
        return None
    before = [f for f in figures if f.value.end <= share.value.start and f.sentence == share.sentence]
    amount = max(before, key=lambda f: f.value.end, default=None)
    if amount is None or not amount.is_level or amount.unit == "%" or not amount.key.holders:
        return None
    return (amount, share) if one_holder(amount, share) else None


def _are_two_of_one(amount: Figure, other: Figure, share: Figure, part: Figure) -> bool:
    """Whether two holders' amounts are measured alike and told close by."""
    near_by = abs(amount.sentence - other.sentence) <= 1
    apart = not amount.key.holders & other.key.holders and not share.key.holders & part.key.holders
    alike = bool(amount.key.concepts & other.key.concepts)
    return near_by and apart and alike and amount.value.start < other.value.start


def unit_value(figures: Sequence[Figure], text: str) -> Iterator[Finding]:
    """A share of the value and one of the quantity: what a unit is worth against the average."""
    shares = [f for f in figures if f.unit == "%" and f.key.claim.kind == "share" and 0 < f.number < 100]
    for one, other in pairwise(sorted(shares, key=lambda f: f.value.start)):
        if one.sentence != other.sentence or _BREAK.search(text[one.value.end : other.value.start]):
            continue
        told = [_basis(f, text) for f in (one, other)]
        if set(told) != {"value", "quantity"} or not one_holder(one, other):
            continue
        value, quantity = (one, other) if told[0] == "value" else (other, one)
        made = quotient(value.expected, quantity.expected)
        computed = value.number / quantity.number
        rest = (100 - value.number) / (100 - quantity.number)
        words = f"{short(value.number)} % of the value on {short(quantity.number)} % of the quantity"
        worth = f"a unit is worth {short(round(computed, 2))} times the average ({bounds(made, '')})"
        yield Finding(
            (value, quantity), True, computed, f"{words}: {worth}, all others {short(round(rest, 2))}"
        )


_BREAK = re.compile(r"[.;:]\s|\b(?:while|whereas|but)\b", re.I)
_BASIS = re.compile(
    r"\b(?:(value|worth|revenue)|(quantity|quantities|volume|volumes|tonnage|weight))\b", re.I
)


def _basis(share: Figure, text: str) -> str:
    """Return whether the words right behind a share make it one of value or of quantity; "" for neither."""
    found = _BASIS.search(text[share.value.end : share.value.end + 40].split(",")[0].split(" and ")[0])
    return "" if found is None else "value" if found[1] else "quantity"
