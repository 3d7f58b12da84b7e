"""Figures of an earlier event, told beside a newer one: "the worst fire since 1962, when 47 people died"."""

import re
from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS, Frame, Reading
from claims.framing.noun_phrases import complement_of, governed
from claims.framing.topic import event_kinds, of_harm
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_YEAR = re.compile(r"(?:18|19|20)\d\d$")


def former_event(reading: Reading, frame: Frame, measure: str, event: str | None) -> str | None:
    """Return the event of another year that a number is of, or None.

    Args:
        reading: The number.
        frame: Its frame.
        measure: What it measures.
        event: The event that the article is about, or None.
    """
    anchor, suffered = reading.anchor, of_harm(measure)
    year = _year_of_clause(anchor)
    if year is not None:
        kind = _kind_before(year) or (_befallen(event) if suffered else None)
        counts = frame.subject is None and reading.quantity.counted is not None
        told = kind is not None and (suffered or counts or measure.endswith(f" {kind}"))
        return f"{year.text} {kind}" if told else None
    first = anchor.doc[0]
    if not suffered or first.lower_ not in ("in", "during"):
        return None
    noun = governed(first)
    kind = event_kinds().get(noun.lemma_.lower()) if noun is not None else None
    if noun is None or kind is None:
        return None
    dates = (*noun.lefts, complement_of(noun, "of"), complement_of(noun, "in"))
    then = next((word.text for word in dates if word is not None and _YEAR.match(word.text)), None)
    return f"{then} {kind}" if then else None


def _year_of_clause(anchor: "Token") -> "Token | None":
    """Return the year right before the "when" of the clause that a number stands in."""
    for verb in anchor.ancestors:
        when = next((child for child in verb.lefts if child.lower_ == "when"), None)
        if when is not None and verb.dep_ in ("relcl", "advcl") and when.i > 1:
            before = when.nbor(-2) if when.nbor(-1).text == "," else when.nbor(-1)
            return before if _YEAR.match(before.text) else None
    return None


def _kind_before(year: "Token") -> str | None:
    """Return the plain word for the event that was last named before a year."""
    kinds = event_kinds()
    nouns = (token for token in reversed(year.doc[: year.i]) if token.pos_ in NOUNS)  # not what "struck" then
    named = (kinds.get(token.lemma_.lower()) for token in nouns)
    return next((kind for kind in named if kind is not None), None)


def _befallen(event: str | None) -> str | None:
    kind = (event or "").rpartition(" ")[2]
    return kind if kind in word_list("context", "themes", "of_places") else None
