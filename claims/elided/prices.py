"""Prices that do not repeat what they are for: "wheat sold at $232 a tonne … millers paid $240"."""

import math
from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.elided.figure import PER, Figure, path_of, size_of, word_list
from claims.figures import currencies, units
from claims.figures.words import split
from claims.framing.noun_phrases import complement_of, subject_of
from claims.language import Sentence
from claims.model import Quantity

if TYPE_CHECKING:
    from claims.tokens import Token

_ONE = frozenset({"a", "an", "one", "each", "every", "per"})
_POINTING = frozenset({"that", "this", "it"})
_ALIKE = 2.0  # prices of one good lie closer together than this factor
_CLOSE = 1.5  # closer, where only its name says what a sum is
_WINDOW = 8  # prices to look at before and behind


@dataclass(frozen=True, slots=True)
class _Price:
    """What a text says a measure of some good costs; ``size`` in whole units of the currency."""

    at: int
    start: int
    currency: str
    size: float
    below: str
    surface: str
    in_cents: bool
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class _Clause:
    """A sum in its clause.

    Attributes:
        at: The number of its sentence.
        size: The sum in whole units of the currency.
        unit: The last word of its unit: "cents".
        moves: Whether it is the size of a change.
        goes_on: Whether a price before it in the sentence has been completed.
        path: What leads from it to the verb.
        subject: What the verb is said of.
    """

    at: int
    size: float
    unit: str
    moves: bool
    goes_on: bool
    path: "Sequence[Token]"
    subject: "Token | None"


class Prices:
    """The prices of a text by the measure, by currency in the order of the text."""

    def __init__(self, sentences: Sequence[Sentence], found: Sequence[Sequence[Figure]]) -> None:
        """Collect the prices that say their measure.

        Args:
            sentences: The parsed sentences of the text.
            found: The figures of each.
        """
        self._sentences = sentences
        self._told: dict[str, list[_Price]] = {}
        for at, here in enumerate(found):
            for figure in here:
                price = _price_of(figure.quantity, at, sentences[at])
                if price is not None:
                    self._told.setdefault(price.currency, []).append(price)

    def complete(self, figure: Figure, anchor: "Token", at: int) -> Figure:
        """Give a sum the measure that it is the price of, where the text lets a reader know it.

        Args:
            figure: A sum of money.
            anchor: The token by which it hangs in the parse.
            at: The number of its sentence.
        """
        figure = _for_one(figure, anchor)
        quantity = figure.quantity
        money = currencies.by_name().get(quantity.unit)
        size = size_of(quantity) * money.to_base() if money is not None else 0.0
        window = self._around(money.base, at) if money is not None and size > 0 else []
        if money is None or not window or _has_own_measure(self._sentences[at], quantity):
            return figure
        path = list(path_of(anchor))
        printed = self._sentences[at].printed
        goes_on = any(price.inferred and self._sentences[price.at].printed == printed for price in window)
        written = next(reversed(quantity.surface_unit.lower().split()), "")
        clause = _Clause(
            at, size, written, quantity.direction is not None, goes_on, path, subject_of(path[-1])
        )
        whole = next((price for price in window if self._is_of(price, clause)), None)
        like = (
            (self._like(window, clause) or self._compared(window, clause) or self._called(window, clause))
            if whole is None
            else None
        )
        lender = whole or like
        if lender is None:
            return figure
        self._add(lender, clause, money.base)
        good_at = like.start if like is not None and _names_no_good(clause) else None
        return _priced(figure, lender, not clause.moves, good_at)

    def _around(self, currency: str, at: int) -> list[_Price]:
        """Return the prices next to a sentence, the nearest first."""
        told = self._told.get(currency, [])
        middle = bisect_left(told, at, key=lambda price: price.at)
        window = told[max(0, middle - _WINDOW) : middle + _WINDOW]
        return sorted(window, key=lambda price: (abs(price.at - at), price.at > at))

    def _is_of(self, price: _Price, clause: _Clause) -> bool:
        """Tell whether a sum is a change of a price or a part of it, as the freight is."""
        there, here = self._sentences[price.at], self._sentences[clause.at]
        if (
            clause.size >= price.size
            or abs(price.at - clause.at) > 1
            or there.block.start != here.block.start
        ):
            return False
        noun = clause.subject.lemma_.lower() if clause.subject is not None else ""
        return noun in word_list("prices", "additions") or (clause.moves and price.at == clause.at)

    def _compared(self, window: Sequence[_Price], clause: _Clause) -> _Price | None:
        """Return the price that a sum is set against ("9% below the $510 of May"), or one in cents like it.

        Nobody gives a sum of more than a currency's unit in cents but the price of a measure or a share.
        """
        alike = [price for price in window if 1 / _ALIKE <= price.size / clause.size <= _ALIKE]
        anchor = clause.path[0]
        set_against = anchor.dep_ == "pobj" and anchor.head.lower_ in word_list("prices", "against")
        if set_against and not clause.moves:
            back = 1 if _goes_on_about_price(clause) else 0
            return next((price for price in alike if 0 <= clause.at - price.at <= back), None)
        link = anchor.head if anchor.dep_ == "pobj" else anchor
        foreseen = clause.path[-1].lemma_.lower() in word_list("prices", "buying")
        if foreseen and link.lower_ in word_list("prices", "levels"):
            near = next((price for price in alike if abs(price.at - clause.at) < _ALIKE), None)
            if near is not None:
                return near
        said = {token.lemma_.lower() for token in anchor.doc}
        in_cents = clause.unit in word_list("prices", "cents") and clause.size > 1
        if not in_cents or clause.moves or said & word_list("prices", "papers"):
            return None
        return next((price for price in alike if price.in_cents), None)

    def _called(self, window: Sequence[_Price], clause: _Clause) -> _Price | None:
        """Return the price that a sum is like which is called a bid or an average, or foreseen beside it.

        "Analysts had expected €71" right behind a price is another price; so is "the lowest bid, €59".
        """
        anchor = clause.path[0]
        alike = [price for price in window if 1 / _CLOSE <= price.size / clause.size <= _CLOSE]
        if clause.moves or not alike or _names_other_good(clause):
            return None
        above = (
            anchor.head.head if anchor.dep_ == "pobj" and anchor.head.lower_ in ("of", "at") else anchor.head
        )
        verb = clause.path[-1]
        subject = [clause.subject] if clause.subject is not None and verb.lemma_ == "be" else []
        called = word_list("prices", "called")
        if any({noun.lemma_.lower(), noun.lower_} & called for noun in (above, *subject)):
            return alike[0]
        near = [price for price in alike if 0 <= clause.at - price.at <= 1]
        foreseen = verb.lemma_ in word_list("prices", "foreseeing") and anchor.dep_ == "dobj"
        return near[0] if foreseen and near else None

    def _like(self, window: Sequence[_Price], clause: _Clause) -> _Price | None:
        """Return the price of the same good that is the most like a sum, or None."""
        alike = [price for price in window if 1 / _ALIKE <= price.size / clause.size <= _ALIKE]
        if not clause.goes_on:
            alike = [
                price
                for price in alike
                if _speaks_of_price(clause) and _is_same_good(clause, self._sentences[price.at])
            ]
        return min(alike, key=lambda price: abs(math.log(price.size / clause.size)), default=None)

    def _add(self, lender: _Price, clause: _Clause, currency: str) -> None:
        price = replace(lender, at=clause.at, size=clause.size, inferred=True)
        insort(self._told[currency], price, key=lambda other: other.at)


def _goes_on_about_price(clause: _Clause) -> bool:
    """Tell whether a clause is still of the price told before: "It was 9% below the $510 of May"."""
    if clause.path[-1].lemma_.lower() in word_list("prices", "words"):
        return True
    noun = clause.subject
    if noun is None:
        return False
    return noun.pos_ in ("PRON", "DET") or noun.lower_ in _POINTING or noun.lemma_.lower() == "price"


def _for_one(figure: Figure, anchor: "Token") -> Figure:
    """Read what one of a measure costs as its price: "a kilo fetched €5", "a barrel of oil cost $70"."""
    verb = list(path_of(anchor))[-1]
    subject = subject_of(verb)
    if (
        subject is None
        or subject.tag_ != "NN"
        or verb.lemma_.lower() not in word_list("prices", "words") | {"be"}
    ):
        return figure
    match = units.match(split(subject.lower_), 0) if units.is_unit(subject.lower_) else None
    if match is None:
        return figure
    if not any(child.lower_ in _ONE for child in subject.children):
        return figure
    quantity, below = figure.quantity, match[0].name
    unit, surface = f"{quantity.unit} per {below}", f"{quantity.surface_unit} per {below}"
    read = replace(quantity, unit=unit, surface_unit=surface, kind="quantity")
    return Figure(read, f"the price of one {subject.lower_}", is_price=True)


def _price_of(quantity: Quantity, at: int, sentence: Sentence) -> _Price | None:
    top, _, below = quantity.unit.partition(PER)
    money, good = currencies.by_name().get(top), units.by_name().get(below)
    if money is None or good is None or good.dimension not in word_list("prices", "dimensions"):
        return None
    surface = sentence.text[quantity.start : quantity.end]
    size, start = size_of(quantity) * money.to_base(), sentence.start + quantity.start
    return _Price(at, start, money.base, size, below, surface, money.to_base() < 1)


def _priced(figure: Figure, price: _Price, is_price: bool, good_at: int | None) -> Figure:
    quantity = figure.quantity
    unit, surface = f"{quantity.unit} per {price.below}", f"{quantity.surface_unit} per {price.below}"
    return Figure(
        replace(quantity, unit=unit, surface_unit=surface, kind="quantity"),
        f"the text says “{price.surface}”",
        is_price,
        good_at,
    )


def _names_no_good(clause: _Clause) -> bool:
    """Tell whether a clause leaves out what is priced: "prices below $220", "two see them above $310"."""
    if clause.goes_on:
        return True
    priced = (token for token in clause.path if token.lemma_.lower() == "price")
    named = next(priced, clause.subject)
    if named is None or named.pos_ == "PRON":
        return named is not None
    own = any(child.dep_ in ("compound", "amod", "poss") for child in named.children)
    return named.lemma_.lower() == "price" and not own and complement_of(named, "of", "for") is None


def _speaks_of_price(clause: _Clause) -> bool:
    named = [*clause.path, *([clause.subject] if clause.subject is not None else [])]
    return any(token.lemma_.lower() in word_list("prices", "words") for token in named)


def _has_own_measure(sentence: Sentence, quantity: Quantity) -> bool:
    """Tell whether a sum says itself what it is for: "$5 each", "$240 of debt", "$230 a head"."""
    doc = sentence.span.doc
    piece = doc.char_span(quantity.start, quantity.end)
    if piece is None or piece.end >= len(doc):
        return False
    behind = doc[piece.end]
    if behind.lower_ in word_list("prices", "apiece"):
        return True
    inner = behind.children if behind.lower_ == "of" else ()
    return any(
        target.pos_ in ("NOUN", "PROPN")
        and target.lemma_ not in word_list("prices", "times")
        and target.ent_type_ != "DATE"
        for target in inner
    )


def _names_other_good(clause: _Clause) -> bool:
    """Tell whether a clause says for what a sum is bid: "a bid of €60 for the clock"."""
    named = [target for token in clause.path[1:] if (target := complement_of(token, "for")) is not None]
    return any(target.pos_ == "NOUN" for target in named)


def _is_same_good(clause: _Clause, lender: Sentence) -> bool:
    """Tell whether nothing else is priced: "a cup costs $5", "she paid $240 for the mare", "rice prices"."""
    said = {token.lemma_.lower() for token in lender.span} | word_list("prices", "words")
    return all(good.pos_ == "PRON" or good.lemma_.lower() in said for good in _goods(clause))


def _goods(clause: _Clause) -> Iterator["Token"]:
    """Yield the nouns that a price may be of: what is bought, what costs, what a price is the price of."""
    buys = clause.path[-1].lemma_.lower() in word_list("prices", "buying")
    subject = [clause.subject] if clause.subject is not None and not buys else []
    for token in subject:
        yield token
        yield from (child for child in token.children if child.dep_ in ("compound", "nsubj"))
    for token in [*clause.path[1:], *subject]:
        bought = complement_of(token, "for")
        if bought is not None:
            yield bought
    for token in [*clause.path, *subject]:
        if token.lemma_.lower() == "price":
            yield from (child for child in token.children if child.dep_ == "compound")
            priced = complement_of(token, "of")
            if priced is not None:
                yield priced
