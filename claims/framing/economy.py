"""The state whose economy an article tells of: whose inflation, unemployment and prices it gives."""

import re
from collections.abc import Sequence
from functools import cache

from claims.language import Sentence
from claims.names import demonym, state_named
from claims.vocabulary import load, word_list

_LEAD = 2
_OFTEN = 2
_CHANGE = "change in "


def economy_of(sentences: Sequence[Sentence], home: str | None) -> str | None:
    """Return the state whose economy an article reports on, or None where it reports on none.

    Args:
        sentences: All its sentences, parsed.
        home: The state that it is written from, where that is known.
    """
    told = [len(_figures().findall(sentence.text.lower())) for sentence in sentences[:_LEAD]]
    if not any(told):
        return None
    told += [len(_figures().findall(sentence.text.lower())) for sentence in sentences[_LEAD:]]
    if sum(told) < _OFTEN:
        return None
    for sentence in sentences[:_LEAD]:
        for token in sentence.span:
            held = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "PROPN"
            found = None if held else state_named(token) or demonym(token.text)
            if found:  # not "England" of the "Bank of England"
                return found
    return home


def is_of_economy(measure: str) -> bool:
    """Tell whether a measure is of a state's whole economy: "inflation", "consumer price index"."""
    plain = measure.removeprefix(_CHANGE).lower()
    return plain in load("context")["economy"]["measures"] or _figures().search(plain) is not None


def is_of_its_prices(measure: str) -> bool:
    """Tell whether a measure is of what people pay or earn everywhere: "gas prices", "hourly earnings"."""
    words = measure.removeprefix(_CHANGE).lower().split()
    return bool(words) and (words[-1] == "prices" or " ".join(words[-2:]) in _pay())


def observes(name: str) -> bool:
    """Tell whether a body only tells of an economy: a statistics office, a ministry, a central bank."""
    words = {word.lower() for word in name.split()}
    return not words.isdisjoint(word_list("context", "observing")) or not words.isdisjoint(
        word_list("context", "economy", "observers")
    )


@cache
def _figures() -> re.Pattern[str]:
    economy = load("context")["economy"]
    terms = "|".join(re.escape(term) for term in (*economy["terms"], *economy["indices"]))
    return re.compile(rf"\b(?:{terms})\b")


@cache
def _pay() -> frozenset[str]:
    return word_list("context", "economy", "pay")
