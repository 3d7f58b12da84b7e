"""Forecasts, estimates and targets, and what they are of."""

from typing import TYPE_CHECKING

from claims.framing.noun_phrases import complement_of
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from claims.tokens import Token


def is_forecast(noun: "Token") -> bool:
    """Tell whether a noun is a forecast, an estimate or a target of something."""
    return noun.lemma_ in word_list("naming", "nouns", "forecasts")


def foreseen(noun: "Token", verb: "Token | None" = None) -> "Token":
    """Return what a forecast or target is of: "output" of "a target of 9 Mt for output", else the noun."""
    if not is_forecast(noun):
        return noun
    aimed = complement_of(verb, "for") if verb is not None else None  # the parse may hang it on the verb
    for target in (complement_of(noun, "of"), complement_of(noun, "for"), aimed):
        if target is not None and target.pos_ == "NOUN" and not any(word.like_num for word in target.lefts):
            return target
    return noun
