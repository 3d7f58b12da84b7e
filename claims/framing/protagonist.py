"""Whom an article is about: the person of its headline whom it names far more often than anybody else."""

import re
from collections import Counter
from collections.abc import Sequence

from claims.language import Sentence
from claims.model import Source

_OFTEN = 3
_WORD = re.compile(r"[^\W\d_]+")


def protagonist_of(source: Source, sentences: Sequence[Sentence]) -> str | None:
    """Return the surname of the person whom an article is about, or None where no one is plainly.

    Args:
        source: The source.
        sentences: Its sentences, parsed.
    """
    headline = next((sentence for sentence in sentences if sentence.block.kind == "heading"), None)
    return _person(headline, sentences, source.text) if headline is not None else None


def _person(headline: Sentence, sentences: Sequence[Sentence], text: str) -> str | None:
    """The person of the headline whom the text names at least twice as often as anybody else."""
    words = [token for sentence in sentences for token in sentence.span if token.pos_ == "PROPN"]
    people = {token.text for token in words if token.ent_type_ == "PERSON" and token.dep_ != "compound"}
    met = Counter(word for word in _WORD.findall(text) if word in people)
    ranked = met.most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[0][1] < 2 * ranked[1][1]):
        return None
    surname = ranked[0][0]
    return surname if re.search(rf"\b{re.escape(surname)}\b", headline.text, re.I) else None
