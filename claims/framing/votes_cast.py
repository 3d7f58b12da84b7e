"""Frames of what voters did: votes that decide, ballots that were cast, seats for a list."""

from typing import TYPE_CHECKING

from claims.framing.acts import is_standing
from claims.framing.frame import NOUNS, Frame, Reading, is_bare
from claims.framing.noun_phrases import clause_verb, governed, is_verb, object_of, owner_of, subject_of
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_MOVING = frozenset({"from", "to", "by"})


def as_cast(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """Return the frame of a number of votes or seats by what they did; None for any other number.

    Args:
        reading: The number.
        before: The numbers of the sentence read so far, with their frames.
    """
    return _margin(reading) or _for_a_list(reading, before) or _ballots(reading)


def _margin(reading: Reading) -> Frame | None:
    """ "Decided by 90 votes", "cut her lead from 90 votes to 41": the margin."""
    anchor = reading.anchor
    counts = reading.quantity.kind in ("count", "quantity")
    votes = (reading.quantity.counted or "").split()[-1:] == ["votes"]
    if (
        counts
        and votes
        and anchor.dep_ == "nsubj"
        and anchor.head.lemma_ in load("ballots")["margins"]["parting"]
    ):
        return Frame(None, "margin", None, anchor.head)  # "40 votes settled it"
    if not counts or anchor.dep_ != "pobj" or anchor.head.lower_ not in _MOVING:
        return None
    verb = anchor.head.head if is_verb(anchor.head.head) else clause_verb(anchor.head)
    if verb is None:
        return None
    target = object_of(verb)
    lead = target if target is not None else subject_of(verb)
    if lead is not None and lead.lemma_ in word_list("naming", "nouns", "leads") and lead.i < anchor.i:
        return Frame(owner_of(lead), lead.lemma_, None, verb, parts=(lead,))
    if not votes or anchor.head.lower_ != "by" or verb.lemma_ not in load("ballots")["margins"]["verbs"]:
        return None
    return Frame(subject_of(verb), "margin", None, verb)


def _for_a_list(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """ "It came late: 20 seats for the Elm List, against 18 for the Oak List"."""
    anchor = reading.anchor
    if reading.quantity.kind not in ("count", "quantity") or anchor.dep_ in ("dobj", "nsubj", "nsubjpass"):
        return None
    link = next((child for child in anchor.rights if child.lower_ == "for"), None)
    party = governed(link)
    if party is None or party.pos_ != "PROPN":
        return None
    counts = [told.quantity.counted or "" for told, _ in before] if is_bare(reading) else []
    things = next((it for it in [reading.quantity.counted or "", *reversed(counts)] if is_standing(it)), "")
    return Frame(party, things, None, clause_verb(anchor), parts=(anchor,)) if things else None


def _ballots(reading: Reading) -> Frame | None:
    """ "31,000 of them went to the polls", "40 members cast a ballot": ballots cast."""
    anchor, verb = reading.anchor, reading.anchor.head
    first = min(reading.inside)
    if first > 0 and anchor.doc[first - 1].lower_ == "of":  # "Of 900 people on the register 400 voted"
        return None
    if reading.quantity.kind not in ("count", "quantity") or anchor.dep_ != "nsubj" or not is_verb(verb):
        return None
    target = object_of(verb)
    polls = any(word.lower_ in ("polls", "urns") for child in verb.rights for word in child.children)
    cast = verb.lemma_ == "cast" and target is not None and target.lemma_ in ("vote", "ballot")
    if not cast and not (verb.lemma_ == "go" and polls):
        return None
    return Frame(_place_of(anchor), "ballots cast", None, verb)


def _place_of(noun: "Token") -> "Token | None":
    """Return where those vote who are counted: "of the voters of Norra"."""
    token: Token | None = noun
    while token is not None:
        of = next((child for child in token.rights if child.lower_ in ("of", "in")), None)
        token = governed(of)
        if token is not None and token.pos_ in NOUNS and token.ent_type_ in ("GPE", "LOC"):
            return token
    return None
