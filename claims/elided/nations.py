"""Whose dollars a text means that writes only "$", and whose pesos or shillings."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from claims.elided.figure import PER, Figure
from claims.figures import currencies
from claims.figures.readings import rate_at
from claims.figures.words import split
from claims.language import Sentence
from claims.model import Quantity
from claims.names import denoted
from claims.vocabulary import load

_STATEMENT = re.compile(
    r"\b[Aa]ll (?:\w+ ){0,3}(?:figures|amounts|sums|prices|values|dollars)\b[^.\n]{0,40}?"
    r"\b((?:[A-Z][a-z]+ ){1,2})dollars\b"
)


def national(sentences: Sequence[Sentence], found: Sequence[Sequence[Quantity]]) -> list[list[Figure]]:
    """Read "$" as the dollar of the one country that the text names with it ("$8.05 a bushel, Canadian")."""
    named: dict[str, str] = {}
    for sentence, quantities in zip(sentences, found, strict=True):
        for quantity in quantities:
            top = quantity.unit.partition(PER)[0]
            if top.endswith("dollar") and _is_bare_sign(sentence, quantity):
                nation = top.removesuffix("dollar").strip() or _american(sentence, quantity)
                if nation:
                    named.setdefault(nation, sentence.text[quantity.start : quantity.end])
        stated = _STATEMENT.search(sentence.text)
        if stated is not None and f"{stated[1].strip()} dollar" in currencies.by_name():
            named.setdefault(stated[1].strip(), stated[0])
    only = next(iter(named.items())) if len(named) == 1 else None
    tops = {quantity.unit.partition(PER)[0] for quantities in found for quantity in quantities}
    if only is None and "euro" in tops and not any(top.endswith("dollar") for top in tops):
        only = "euro", "€"  # whose cents they are, too
    shared = _Shared(sentences)
    return [
        [shared.of_state(_of_nation(sentence, quantity, only), sentence) for quantity in quantities]
        for sentence, quantities in zip(sentences, found, strict=True)
    ]


_CLEARLY = 2  # times as often as any other
_WORD = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)?")


class _Shared:
    """Currencies whose bare name several states share, read as that of the state that the text is about."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._named: Counter[str] | None = None

    def of_state(self, figure: Figure, sentence: Sentence) -> Figure:
        """Read "2 million pesos" as those of the one state with pesos that the text names most."""
        quantity = figure.quantity
        top, per, below = quantity.unit.partition(PER)
        noun = top.rpartition(" ")[2]
        if noun not in load("currencies")["shared"]["nouns"]:
            return figure
        before = sentence.span.doc.text[quantity.number_end : quantity.end].split()
        if len(before) > 1 and before[0][:1].isupper():
            return figure  # "40 Chilean pesos"
        states = currencies.of_states(noun)
        named = Counter({state: times for state, times in self._states().items() if state in states})
        most = named.most_common(2)
        if not most or (len(most) > 1 and most[0][1] < _CLEARLY * most[1][1]):
            return figure
        unit = states[most[0][0]]
        if unit.name == top:
            return figure
        read = replace(quantity, unit=f"{unit.name}{per}{below}", counted=None)
        if quantity.kind == "count":
            read = replace(_with_rate(read, sentence.span.doc.text), surface_unit=noun)
        return Figure(read, f"the text is about “{most[0][0]}”")

    def _states(self) -> Counter[str]:
        if self._named is None:
            words = (match for one in self._sentences for match in _WORD.findall(one.span.doc.text))
            self._named = Counter(found for word in words for found in _denoted(word))
        return self._named


def _with_rate(sum_told: Quantity, text: str) -> Quantity:
    """Read a sum in what is no unit by itself with the measure that it is paid for: "30 shillings a kilo"."""
    words = split(text[sum_told.end :])
    found = rate_at(words, 0)
    if found is None:
        return replace(sum_told, kind="quantity" if PER in sum_told.unit else "money")
    below, last = found
    end = sum_told.end + words[last - 1].end
    return replace(sum_told, unit=f"{sum_told.unit}{PER}{below.name}", kind="quantity", end=end)


def _denoted(words: str) -> list[str]:
    """Return the states that one or two capitalised words denote."""
    whole = denoted(words)
    parts = [words] if whole else words.split()
    return [found for part in parts if (found := denoted(part)) is not None]


def _american(sentence: Sentence, quantity: Quantity) -> str:
    """Return "US" where a bare sign is explicitly American ("$75 U.S.")."""
    shown = sentence.text[quantity.number_end : quantity.end + 6]
    return "US" if re.search(r"\bU\.?S\b", shown) else ""


def _is_bare_sign(sentence: Sentence, quantity: Quantity) -> bool:
    before = sentence.text[max(0, quantity.number_start - 2) : quantity.number_start]
    return before.endswith("$") and not before[:1].isalpha()


def _of_nation(sentence: Sentence, quantity: Quantity, only: tuple[str, str] | None) -> Figure:
    top, per, below = quantity.unit.partition(PER)
    cents = top == "cent" and "US" not in sentence.text[quantity.number_end : quantity.end]
    if only is None or not (cents or (top == "dollar" and _is_bare_sign(sentence, quantity))):
        return Figure(quantity)
    unit = f"{only[0]} {top}"
    if unit not in currencies.by_name():
        return Figure(quantity)
    return Figure(replace(quantity, unit=f"{unit}{per}{below}"), f"the text says “{only[1]}”")
