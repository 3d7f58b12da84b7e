"""What somebody gets who has to go: so many weeks' pay for each year of service, offered or demanded."""

import re
from functools import cache
from typing import TYPE_CHECKING

from claims.framing.frame import Frame, Reading
from claims.framing.noun_phrases import clause_verb, subject_of
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.tokens import Token

_OFFERED = "severance pay per year of service"
_DEMANDED = "severance pay demanded per year of service"
_BARE = ("time", "demanded")


@cache
def _for_each_year() -> re.Pattern[str]:
    pay = "|".join(sorted(word_list("sites", "severance", "pay")))
    served = "|".join(sorted(word_list("sites", "severance", "served")))
    return re.compile(
        rf"[’']?s?[’']? (?:of )?(?:[a-z]+ ){{0,2}}(?:{pay}) (?:for|per) (?:each |every |a )?"
        rf"(?:[a-z]+ )?year(?:s|[’']s)? (?:{served})\b"
    )


def as_severance(reading: Reading) -> Frame | None:
    """Return the frame of a time whose pay is given for each year worked: "two weeks' pay a year served".

    Args:
        reading: The number.
    """
    quantity = reading.quantity
    if quantity.kind != "duration":
        return None
    if _for_each_year().match(reading.anchor.doc.text[quantity.end : quantity.end + 80]) is None:
        return None
    verb = clause_verb(reading.anchor)
    return Frame(subject_of(verb) if verb is not None else None, _named(verb), None, verb)


def severance_meant(measure: str, verb: "Token | None", told: "Iterable[str]") -> str:
    """Return what a bare time is that somebody demands where severance was told of: "they want five weeks".

    Args:
        measure: What the sentence calls it.
        verb: The verb of its clause.
        told: What the text measured before in the same unit.
    """
    demands = verb is not None and verb.lemma_ in word_list("sites", "severance", "demanding")
    is_bare = measure.startswith("time ") and len(measure.split()) == len(_BARE)
    return _DEMANDED if demands and is_bare and any(it.startswith("severance pay") for it in told) else ""


def _named(verb: "Token | None") -> str:
    demanding = word_list("sites", "severance", "demanding")
    return _DEMANDED if verb is not None and verb.lemma_ in demanding else _OFFERED
