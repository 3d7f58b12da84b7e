"""Frames of sums by the words around them: the worth of goods, rates of exchange, distance from a plan."""

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from claims.figures import currencies
from claims.framing.acts import nominal
from claims.framing.frame import NOUNS, Frame, Reading, agent_of, phrase, says_something, word_class
from claims.framing.inflection import done
from claims.framing.noun_phrases import clause_verb, object_of, owner_of, subject_of
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.model import Direction
    from claims.tokens import Token

_TO = frozenset({"to", "per", "against", "for", "a"})
_EACH = frozenset({"the", "a", "one", "each", "every"})
_NEAR = 8
_BUDGET = re.compile(r" (over|above|under|below) (?:the |its )?budget\b")


@cache
def _currencies() -> frozenset[str]:
    """Return the words for currencies, those with a land's name or a byname also without: "pound"."""
    return frozenset(
        word for name in currencies.by_name() for word in (name.lower(), name.lower().partition(" ")[0])
    )


def of_exchange(reading: Reading) -> Frame | None:
    """Read the price of a currency in another: "$1.17 to the euro".

    Args:
        reading: The number.
    """
    if reading.quantity.kind != "money":
        return None
    words = reading.anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 4]
    if len(words) < 2 or words[0].lower_ not in _TO:
        return None
    behind = [token for token in words[1:] if token.lower_ not in _EACH]
    noun = behind[0] if behind else None
    if noun is None or noun.dep_ == "compound" or noun.tag_ not in ("NN", "NNP"):
        return None
    if noun.lower_ not in _currencies():
        return None
    rate = f"exchange rate ({reading.quantity.unit} per {noun.lemma_})"
    return Frame(noun, rate, None, clause_verb(reading.anchor))


def beside_budget(text: str, end: int) -> "Direction | None":
    """Return on which side of a budget the percentage that ends there puts something, or None."""
    found = _BUDGET.match(text, end)
    if found is None:
        return None
    return "up" if found[1] in ("over", "above") else "down"


def beyond_plan(reading: Reading, frame: Frame, before: list[tuple[Reading, Frame]]) -> Frame:
    """Name how far a number is from what was foreseen: "£6m more than planned", "£3m over budget".

    Args:
        reading: The number.
        frame: Its frame as if it were the whole amount.
        before: The numbers of the sentence read so far, with their frames.
    """
    distance = from_plan(reading)
    if not distance:
        return frame
    if reading.quantity.kind in ("share", "growth") and distance.endswith("budget"):
        verb = clause_verb(reading.anchor)  # "the hall is 9 % over budget"
        above = reading.anchor.head
        beside = above if reading.anchor.dep_ == "conj" and above.pos_ == "NOUN" else None
        own = beside or (subject_of(verb) if verb is not None else None) or frame.subject
        if own is not None and own.lower_ in word_class("nouns", "measured"):  # "sales were 9 % over budget"
            return Frame(owner_of(own), f"{own.lower_} against budget", None, verb, parts=(own,))
        return replace(frame, subject=own, measure=f"cost {distance}", parts=())
    if before and before[-1][0].quantity.kind == reading.quantity.kind and not reading.quantity.counted:
        frame = replace(before[-1][1], shared=True)
    verb = clause_verb(reading.anchor)
    if verb is not None and any(
        token.lower_ in word_list("naming", "beside", "dear") for token in _behind(reading)[:2]
    ):
        frame = Frame(subject_of(verb), "cost", None, verb)
    return replace(frame, measure=f"{frame.measure} {distance}".strip())


def from_plan(reading: Reading) -> str:
    """Return "above plan", "below budget" and the like where such words follow a number, else ""."""
    behind = _behind(reading)
    if not behind:
        return ""
    if reading.quantity.kind == "growth" and not any(token.lower_ == "budget" for token in behind[:4]):
        return ""
    side = next(
        (side for side in ("above", "below") if behind[0].lower_ in word_list("naming", "beside", side)), ""
    )
    if not side:
        return ""
    plans = load("frames")["plans"]
    if behind[0].lower_ in ("over", "above", "under", "below"):
        rest = [token for token in behind[1:3] if token.lower_ not in ("the", "its", "their")]
        named = plans.get(rest[0].lemma_) if rest and rest[0].pos_ == "NOUN" else None
        return f"{side} {named}" if named else ""
    than = next((at for at, token in enumerate(behind[:3]) if token.lower_ == "than"), None)
    if than is None:
        return ""
    for token in behind[than + 1 :]:
        if token.is_punct or token.like_num:
            break
        if token.lower_ in ("the", "its", "their"):
            than += 1
            continue
        foretold = token.tag_ in ("VBN", "VBD") or token == behind[than + 1]
        if foretold and token.lemma_ in plans:
            return f"{side} {plans[token.lemma_]}"
    return ""


def _behind(reading: Reading) -> "tuple[Token, ...]":
    last = max(reading.inside)
    return reading.anchor.doc.tokens[last + 1 : last + 1 + _NEAR]


def worth(
    reading: Reading, anchor: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """Name the value of what is worth a sum: "imported magnets worth €4m", "the ring is worth €900".

    Args:
        reading: The sum.
        anchor: The token by which it hangs in the parse.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    if before and before[-1][0].quantity.kind != "duration":  # "a five-year contract worth €2m"
        earlier, frame = before[-1]
        if earlier.anchor.i < anchor.i and earlier.anchor.i >= anchor.i - 12:
            measure = f"value of {frame.measure.removeprefix('value of ')}"
            return replace(frame, measure=measure, shared=True)
    verb = clause_verb(anchor)
    subject = subject_of(verb) if verb is not None else None
    goods = _goods(anchor, verb)
    if goods is None or verb is None:
        goods = subject
    elif goods.dep_ in ("dobj", "nsubjpass") and says_something(verb):
        doer = agent_of(verb) if goods.dep_ == "nsubjpass" else subject
        act = nominal(verb)
        name = phrase(goods, values, possessor=False)
        deed = f"{act} of {name}" if act and act != "sales" else f"{name} {done(verb)}"
        return Frame(owner_of(goods) or doer, f"value of {deed}", None, verb, parts=(goods,))
    elif goods.dep_ == "dobj" and verb.lemma_ in word_class("verbs", "possession"):
        return Frame(subject, f"value of {phrase(goods, values, possessor=False)}", None, verb)
    if goods is None:
        return Frame(None, "value", None, verb)
    return Frame(owner_of(goods), f"value of {phrase(goods, values)}", None, verb)


def _goods(anchor: "Token", verb: "Token | None") -> "Token | None":
    """Return the noun that "worth" describes: the one it hangs on or stands behind."""
    word = next((token for token in anchor.ancestors if token.lower_ == "worth"), None)
    if word is None:
        return None
    if word.head.pos_ in NOUNS and word.head.i < word.i:
        return word.head
    target = object_of(verb) if verb is not None else None
    return target if target is not None and target.i == word.i - 1 else None
