"""The state whose economy an article tells of: whose inflation, unemployment and prices it gives."""

import re
from collections.abc import Sequence
from functools import cache

from claims.framing.lands import state_of_figures
from claims.language import Sentence
from claims.names import demonym, state_named
from claims.vocabulary import load, word_list

_LEAD = 2
_OFTEN = 2
_CHANGE = "change in "


def economy_of(sentences: Sequence[Sentence], home: str | None, publisher: str = "") -> str | None:
    """Return the state whose economy an article reports on, or None where it reports on none.

    Args:
        sentences: All its sentences, parsed.
        home: The state that it is written from, where that is known.
        publisher: Who published it; a central bank tells by its name of which state it is.
    """
    opening = " ".join(sentence.text for sentence in sentences[:_LEAD]).lower()
    if not _figures().search(opening) and not _sets_rate(f"{publisher.lower()}\n{opening}"):
        return None
    told = sum(len(_figures().findall(sentence.text.lower())) for sentence in sentences)
    if told < _OFTEN:
        return None
    return state_told(sentences, home, "\n".join([publisher, *(sentence.text for sentence in sentences)]))


def state_told(sentences: Sequence[Sentence], home: str | None, text: str) -> str | None:
    """Return the state that a report on its economy or its finances is about.

    Args:
        sentences: All its sentences, parsed.
        home: The state that it is written from, where that is known.
        text: Its text with its publisher, for how it names a state that no list knows.
    """
    for sentence in sentences[:_LEAD]:
        for token in sentence.span:
            held = token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.pos_ == "PROPN"
            found = None if held else state_named(token) or demonym(token.text)
            if found:  # not "England" of the "Bank of England"
                return found
    return home or state_of_figures(text, _economy("terms") | _economy("also"))


def _sets_rate(opening: str) -> bool:
    """Tell whether a report opens with the rate of a central bank, not with that of a lender."""
    return all(any(word in opening for word in _economy(row)) for row in ("rates", "setters"))


def is_of_economy(measure: str) -> bool:
    """Tell whether a measure is of a state's whole economy: "inflation", "consumer price index"."""
    plain = measure.removeprefix(_CHANGE).lower()
    return plain in _economy("measures") | _economy("also") or _figures().search(plain) is not None


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


def is_whole_economys(name: str) -> bool:
    """Tell whether a clause is about what every economy has, no more: "unemployment", "core inflation"."""
    words = name.lower().removeprefix("the ")
    return words in _economy("terms") | _economy("measures") | _economy("also") | _economy("indices") or (
        len(words.split()) == _OFTEN and words.split()[1] in _economy("terms")
    )


def _economy(row: str) -> frozenset[str]:
    return word_list("context", "economy", row)


@cache
def _figures() -> re.Pattern[str]:
    economy = load("context")["economy"]
    terms = "|".join(re.escape(term) for term in (*economy["terms"], *economy["indices"]))
    return re.compile(rf"\b(?:{terms})\b")


@cache
def _pay() -> frozenset[str]:
    return word_list("context", "economy", "pay")
