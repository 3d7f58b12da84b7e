"""Numbers that a clause of their own describes: "the €6m that they had asked for", "one of two who left"."""

from typing import TYPE_CHECKING

from claims.framing.acts import is_player
from claims.framing.frame import Frame, Reading, agent_of, complements, phrase, thing_of, word_class
from claims.framing.inflection import doing, done
from claims.framing.noun_phrases import clause_verb, object_of, owner_of

if TYPE_CHECKING:
    from claims.tokens import Token

_NEAR = 4


def as_described(reading: Reading, values: frozenset[int]) -> Frame | None:
    """Return the frame of a number by the clause that describes it; None where there is none.

    Args:
        reading: The number.
        values: The tokens of all numbers, units and times of the sentence.
    """
    return _one_of(reading, values) or _dealt_with(reading)


def _one_of(reading: Reading, values: frozenset[int]) -> Frame | None:
    """Read of how many somebody is one: "one of 112 people who were riding the lift"."""
    anchor, link = reading.anchor, reading.anchor.head
    if not reading.quantity.counted or anchor.dep_ != "pobj" or link.lower_ != "of":
        return None
    if link.head.lower_ != "one":
        return None
    clause = next((child for child in anchor.rights if child.dep_ in ("relcl", "acl")), None)
    tail = _deed(clause, values) if clause is not None else ""
    things = thing_of(reading, values) or reading.quantity.counted
    return Frame(owner_of(anchor), f"{things} {tail}".strip(), None, clause_verb(anchor))


def _deed(verb: "Token", values: frozenset[int]) -> str:
    """Return what those do or suffer whom a clause describes: "riding lift", "to write to board"."""
    target = object_of(verb)
    what = f" {phrase(target, values, depth=0)}" if target is not None and target.pos_ == "NOUN" else ""
    where = "" if what else f" {complements(verb, values)}"
    if any(child.tag_ == "TO" for child in verb.lefts):
        return f"to {verb.lemma_}{what}{where}".strip()
    passive = verb.tag_ == "VBN" and not any(child.lemma_ == "have" for child in verb.lefts)
    return f"{done(verb) if passive else doing(verb)}{what}{where}".strip()


def _dealt_with(reading: Reading) -> Frame | None:
    """Read a sum by what was done with it: "the €6m that they had asked for", "the €9m paid in"."""
    if reading.quantity.kind != "money" or not _is_definite(reading):
        return None
    last = max(reading.inside)
    clauses = [child for at in reading.inside for child in reading.anchor.doc[at].rights]
    verb = next((it for it in clauses if it.dep_ in ("relcl", "acl") and 0 < it.i - last <= 2 * _NEAR), None)
    if verb is None or verb.lemma_ in word_class("verbs", "opinion") | word_class("verbs", "foresight"):
        return None
    if verb.lemma_ in word_class("verbs", "speech") | {"be", "have"}:
        return None
    own = next(
        (child for child in verb.lefts if child.dep_ == "nsubj" and child.tag_ not in ("WDT", "WP")), None
    )
    if own is None and not (verb.tag_ in ("VBN", "VBD") and verb.dep_ == "acl"):
        return None
    whom = (inner for child in verb.rights if child.lower_ == "for" for inner in child.rights)
    for_ = next(whom, None)
    if for_ is not None and verb.lemma_ == "pay" and is_player(for_):
        return Frame(for_, "transfer fee", None, verb)  # "beating the €9m that they paid for Ada Holm"
    following = verb.doc[verb.i + 1 : verb.i + 2]
    stranded = next((token.lower_ for token in following if token.dep_ == "prep" and not _governs(token)), "")
    measure = f"amount {done(verb)} {stranded}".strip()
    return Frame(own if own is not None else agent_of(verb), measure, None, verb)


def _governs(preposition: "Token") -> bool:
    return any(child.i > preposition.i for child in preposition.children)


def _is_definite(reading: Reading) -> bool:
    """Tell whether a sum is known, and not one that another is only held against."""
    before = reading.anchor.doc[max(0, min(reading.inside) - 2) : min(reading.inside)].text.lower().split()
    return before[-1:] in (["the"], ["those"], ["that"]) and before[:1] not in (["than"], ["as"])
