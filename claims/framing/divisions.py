"""Votes told as one side to the other: "passed by 81 to 62", "voted by 70 % to 30 % to leave"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.frame import Frame, Reading, is_bare
from claims.framing.noun_phrases import (
    clause_verb,
    complement_of,
    is_verb,
    object_of,
    premodifiers,
    subject_of,
    text_of,
)
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_DASHES = ("-", "–")
_PARLIAMENT = 1000  # so many votes and more are those of the public


def as_division(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """Return the frame of a number of votes, or of a share of them, for what is voted on or against it.

    Args:
        reading: The number.
        before: The numbers of the sentence read so far, with their frames.
    """
    counts = reading.quantity.kind in ("count", "quantity") and (is_bare(reading) or _are_votes(reading))
    if reading.quantity.kind != "share" and not counts:
        return None
    return _second(reading, before) or _first(reading) or _scored(reading) or _in_headline(reading)


def of_sides(measure: str, ballot: str | None) -> str:
    """Return how a measure of one side is called: in a referendum yes or no, else for or against something.

    Args:
        measure: "share of yes votes", "no votes on pay deal".
        ballot: The vote that the article tells of, or None.
    """
    votes, _, matter = measure.partition(" votes on ")
    if ballot == "referendum":
        return f"{votes} votes" if matter else measure
    plain = load("ballots")["plain_sides"]
    side = next((name for name in plain if f"{votes} votes".endswith(name)), "") if matter else ""
    if side:
        return f"{votes} votes".replace(
            side, f"votes {'for' if side.startswith('yes') else 'against'} {matter}"
        )
    for name, called in plain.items():
        measure = measure.replace(name, called)
    return measure


def _are_votes(reading: Reading) -> bool:
    return (reading.quantity.counted or "").split()[-1:] == ["votes"]


def _first(reading: Reading) -> Frame | None:
    """ "Was carried by 81 to 62", "accepted the deal with 71 %"."""
    doc, first, last = reading.anchor.doc, min(reading.inside), max(reading.inside)
    link = doc[first - 1] if first else None
    verb = _voting(reading.anchor)
    voted = link is not None and link == verb and verb.lemma_ == "vote"  # "the council voted 31 to 12"
    voted = voted or _is_joined_by_dash(reading)  # "the board passed it 5-2"
    if link is None or verb is None or not (voted or link.lower_ in ("by", "with")):
        return None
    if first > 1 and doc[first - 2].lower_ == "compared":  # "91 % passed, compared with 92 % last year"
        return None
    paired = doc[last + 1 : last + 2].text == "to" and last + 2 < len(doc) and doc[last + 2].like_num
    paired = paired or _is_joined_by_dash(reading)
    if not paired and (reading.quantity.kind != "share" or link.lower_ != "with"):
        return None
    return _of_side(reading, _side(verb), verb)


def _is_joined_by_dash(reading: Reading) -> bool:
    """Tell whether a dash joins a number to the next: "voted 6-3"."""
    behind = reading.anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 3]
    return len(behind) > 1 and behind[0].text in _DASHES and behind[1].like_num


def _scored(reading: Reading) -> Frame | None:
    """The votes in favour, joined to those against: "the Senate vote was 310-198", "on a 310-198 vote"."""
    doc, last = reading.anchor.doc, max(reading.inside)
    behind = doc[last + 1 : last + 4]
    if len(behind) < 2 or behind[0].lower_ not in (*_DASHES, "to") or not behind[1].like_num:
        return None
    verb = clause_verb(reading.anchor)
    vote = subject_of(verb) if verb is not None and verb.lemma_ == "be" else None
    if behind[0].lower_ == "to" and doc[min(reading.inside) - 1] != verb:
        return None  # "the vote was put off from 4 to 6"
    if vote is not None and vote.lemma_.lower() == "vote":
        return Frame(vote, str(load("ballots")["plain_sides"]["yes votes"]), None, verb)
    if behind[-1].lemma_.lower() != "vote" or verb is None:
        return None
    voting = _voting(reading.anchor)
    if voting is not None:
        return _of_side(reading, _side(voting), voting)
    return Frame(None, str(load("ballots")["plain_sides"]["yes votes"]), None, verb)


def _second(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    if not before or min(reading.inside) - 2 != max(before[-1][0].inside):
        return None
    earlier, frame = before[-1]
    joined = reading.anchor.doc[min(reading.inside) - 1].lower_ in ("to", *_DASHES)
    other = load("ballots")["others"].get(frame.measure)
    of_votes = earlier.quantity.kind == "share" and reading.quantity.kind != "share"  # "91 % to 60"
    if not joined or of_votes or other is None:
        return None
    return replace(frame, measure=str(other), shared=True)


def _in_headline(reading: Reading) -> Frame | None:
    """ "NURSES VOTE 70 % FOR DEAL", "70 % voted for a deal"."""
    verb = reading.anchor.head
    behind = [child.lower_ for child in verb.rights]
    if reading.quantity.kind != "share" or not is_verb(verb) or verb.lemma_ != "vote":
        return None
    if reading.anchor.dep_ not in ("dobj", "nsubj", "npadvmod"):
        return None
    side = next((word for word in behind if word in ("for", "against")), "")
    return _of_side(reading, "yes" if side == "for" else "no", verb) if side else None


def _voting(token: "Token") -> "Token | None":
    """Return the verb by which something is voted on, above a number."""
    verb = clause_verb(token)
    table = load("ballots")["divisions"]
    return verb if verb is not None and any(form in table for form in _forms(verb)) else None


def _side(verb: "Token") -> str:
    table = load("ballots")["divisions"]
    side = next(str(table[form]) for form in _forms(verb) if form in table)
    against = verb.lemma_ == "vote" and any(child.lower_ == "against" for child in verb.rights)
    return "no" if against else side


def _forms(verb: "Token") -> list[str]:
    behind = (child.lower_ for child in verb.rights if child.dep_ in ("prt", "advmod", "prep"))
    return [*(f"{verb.lemma_} {word}" for word in behind), verb.lemma_]


def _is_chamber(noun: "Token | None") -> bool:
    """Tell whether a noun is a body that a bill may pass: "the senate", "the Commons"."""
    return noun is not None and not {noun.lower_, noun.lemma_}.isdisjoint(
        word_list("ballots", "chambers", "nouns")
    )


def _matter(verb: "Token") -> str:
    """Return what a share of votes is for or against: "pay deal", "strike", or ""."""
    noun = complement_of(verb, "for", "against") if verb.lemma_ == "vote" else object_of(verb)
    if noun is None or noun.pos_ != "NOUN":
        return ""
    named = text_of(premodifiers(noun, possessor=False))  # not "strike and turnout" of one more number
    return named.lower() if named.isupper() else named


def _of_side(reading: Reading, side: str, verb: "Token") -> Frame:
    if reading.quantity.kind == "share":
        matter = _matter(verb)
        return Frame(None, f"share of {side} votes{f' on {matter}' if matter else ''}", None, verb)
    if (reading.quantity.high or 0) >= _PARLIAMENT:
        return Frame(None, f"{side} votes", None, verb)
    target, voters = object_of(verb), subject_of(verb)
    named = target is not None and target.i not in reading.inside
    if not named and (target is not None or _is_joined_by_dash(reading)):  # "voted 31 to 12 to build it"
        aim = next((child for child in verb.rights if child.dep_ == "xcomp"), None)
        target = object_of(aim) if aim is not None else None
    unnamed = target is not None and target.pos_ == "PRON" and voters is not None and voters.pos_ == "PRON"
    which = target is not None and target.tag_ == "WDT" and voters is not None  # "a bill which they passed"
    cleared = _is_chamber(target) and voters is not None and not _is_chamber(voters)
    theirs = target is None or unnamed or which or cleared  # "they turned it down"
    noun = voters if theirs else target
    return Frame(noun, str(load("ballots")["plain_sides"][f"{side} votes"]), None, verb)
