"""Frames of votes: who said yes or no, and how many of those who may vote did."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS, Frame, Reading, is_bare, word_class
from claims.framing.noun_phrases import (
    clause_verb,
    complement_of,
    governed,
    is_verb,
    noun_phrase,
    object_of,
    subject_of,
)
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

_YES_OR_NO = re.compile(
    r"(?i)\b(?:said|voted|voting|say) (?:yes|no)\b|\breferendum"
    r"|\b(?:yes|no) (?:votes?|camp|campaign|committee|side)\b"
)
_OFTEN = 2
_WORD = re.compile(r"[a-z]+")
_SO_FAR = re.compile(
    r"(?i)\b(?:with|after) (?:\w+ )?[\d.]{1,5} ?(?:%|per ?cent) of (?:the |all )?[a-z ]{4,30} counted"
)
_TURNOUT = re.compile(
    r"(?i)\b(?<!of )turnout (?:was|is|reached|hit|stood at|came to|had been) (?:[a-z]+ ){0,2}$"
)
_PUBLIC = re.compile(
    r"(?i)\b(?:voters?|turnout|referendum|went to the polls|those who voted|entitled to vote)\b"
)


@cache
def _counters() -> re.Pattern[str]:
    words: list[str] = load("ballots")["elections"]["counters"]
    return re.compile(rf"\b(?:elections?|electoral) (?:{'|'.join(words)})s?\b")


def without_counters(text: str) -> str:
    """Return a text in lower case without those who hold every kind of vote ("the election board")."""
    return _counters().sub("", text) if "elect" in text else text


def ballot_of(text: str, event: str | None) -> str | None:
    """Return the vote that a text tells of: a referendum where the public says yes or no, else its event.

    Args:
        text: The text of the source.
        event: The event that the article is about, or None.
    """
    strike = event is not None and event.endswith("strike")
    public = _YES_OR_NO.search(text) is not None and _PUBLIC.search(text) is not None
    if strike or public:
        told = Counter(_WORD.findall(without_counters(text.lower())))
        if strike and told["ballot"] + told["balloted"] and told["voted"]:
            return "strike ballot"  # in which a union asks its members
        asked = told["referendum"] + told["referendums"]
        if public and told["election"] <= asked // 2:
            called = asked > 0 or told["ballot"] < _OFTEN
            return "referendum" if called else "ballot"
    return event if is_ballot(event) else None


def poll_of(text: str, event: str | None) -> str | None:
    """Return what a vote is called in full: where seats are won, an election of the body most often named.

    Args:
        text: The text of the source.
        event: The event by the word for it ("vote", "city council election").
    """
    found = ballot_of(text, event)
    if found is None or found == "referendum" or " " in found:
        return found
    words = load("ballots")["elections"]
    told = Counter(_WORD.findall(text.lower()))
    if not any(told[word] for word in words["signs"]):
        return found
    bodies: dict[str, str] = words["bodies"]
    body = max(bodies, key=lambda word: (told[word], word))
    return f"{bodies[body]} election" if told[body] > 1 else "election"


def counted_so_far(sentence: str) -> str:
    """Return what a sentence says of how much is counted yet ("with 80 % of the places counted"), or ""."""
    found = _SO_FAR.search(sentence)
    return found[0] if found else ""


def is_ballot(event: str | None) -> bool:
    """Tell whether an event is a vote."""
    return event is not None and event.split()[-1] in load("ballots")["events"]


def of_ballot(measure: str) -> bool:
    """Tell whether a measure is one of a vote ("turnout", "share of yes votes")."""
    return bool(set(measure.lower().split()) & set(load("ballots")["measures"]))


def voted_in(token: "Token", measure: str) -> str:
    """Return the place where only a part voted ("In the hills …", "Lund said no, on a turnout …"), or ""."""
    doc = token.doc
    answering = _answering(token) if of_ballot(measure) else None
    if answering is not None:
        return noun_phrase(answering, possessor=False, complement=False)
    opening = next((word for word in doc if not word.is_punct and not word.is_space), None)
    if not of_ballot(measure) or opening is None or opening.lower_ not in ("in", "on", "across"):
        return ""
    place = governed(opening)
    if place is None or place.i > token.i or place.ent_type_ in ("DATE", "TIME") or place.pos_ not in NOUNS:
        return ""
    if place.lower_ in ("all", "total", "favour", "favor", "fact"):
        return ""
    return noun_phrase(place)


def _answering(token: "Token") -> "Token | None":
    """Return the place of which the sentence of a figure says that it voted yes or no, or None."""
    for word in token.doc[: token.i]:
        if word.dep_ != "nsubj" or word.pos_ != "PROPN" or word.ent_type_ == "PERSON":
            continue
        verb = word.head
        if verb.lemma_ in ("vote", "say") and word.i < verb.i < token.i:
            return word if verb.nbor(1).lower_ in ("yes", "no") else None
    return None


def as_votes(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """Read a number of votes by the side they were cast for, or the turnout; None for any other number.

    Args:
        reading: The number.
        before: The numbers of the sentence read so far, with their frames.
    """
    return (
        _said(reading)
        or _named(reading)
        or _turnout(reading)
        or _sided(reading)
        or _against(reading, before)
        or _cast(reading, before)
    )


def _said(reading: Reading) -> Frame | None:
    """ "52 % said yes": the share of yes votes; "5,200 people said no": no votes."""
    verb = reading.anchor.head
    if reading.anchor.dep_ != "nsubj" or verb.lemma_ not in ("say", "vote"):
        return None
    quoted = verb.doc[verb.i + 1 : verb.i + 2].text in ("'", '"')  # "voted 'No'"
    behind = verb.doc[verb.i + 1 + quoted : verb.i + 2 + quoted]
    on_what = next((word for child in behind for word in child.children if word.dep_ == "pobj"), None)
    matters = load("ballots")["sides_of"]["matters"]
    everybody = is_bare(reading) or (reading.quantity.counted or "").split()[-1:] in (["people"], ["voters"])
    asked = everybody and on_what is not None and on_what.lemma_.lower() in matters
    if asked and behind[0].lower_ in ("for", "against"):
        return _votes(reading, "yes" if behind[0].lower_ == "for" else "no", verb)
    if not behind or behind[0].lower_ not in ("yes", "no"):
        return None
    return _votes(reading, behind[0].lower_, verb)


# "Yes had 52 %", "a forecast of No at 48 %"; and behind the number "votes in favour", "1.2 million for No".
_SIDE_BEFORE = re.compile(
    r"\b(Yes|No)(?: (?:vote|camp|side))? (?:(?:had|got|won|took|polled|reached|was|is|stood) |at |on |with )"
    r"(?:at |on )?(?:[a-z]+ ){0,2}$"
)
_SIDE_BEHIND = re.compile(r"^(?: votes)? (?:for (Yes|No)\b|in (favour|favor)\b|(against)\b(?=[.,;]))")


# "90 votes for the pool and 40 against"
_FOR_AND_AGAINST = re.compile(r" (?:for|in favou?r of)(?: [a-z]+){1,4},? (?:and|to|with) [\d,. ]+ against\b")


def _sided(reading: Reading) -> Frame | None:
    """Read a number by the side that stands beside it: "Yes had 52 %", "1.2 million votes in favour"."""
    doc, quantity = reading.anchor.doc, reading.quantity
    verb = clause_verb(reading.anchor)
    before = _SIDE_BEFORE.search(doc.text, max(0, quantity.start - 60), quantity.start)
    if before is not None:
        return _votes(reading, before[1].lower(), verb)
    if (quantity.counted or "").split()[-1:] == ["votes"] and _FOR_AND_AGAINST.match(doc.text, quantity.end):
        return _votes(reading, "yes", verb)
    behind = _SIDE_BEHIND.match(doc.text[quantity.number_end : quantity.number_end + 30])
    of_votes = (quantity.counted or "").split()[-1:] == ["votes"] or (behind is not None and behind[1])
    if behind is not None and of_votes:
        return _votes(reading, "no" if behind[1] == "No" or behind[3] else "yes", verb)
    return _in_favour(reading)


def _in_favour(reading: Reading) -> Frame | None:
    """ "almost half of the town was in favour", "women were in favour by 55 %": the share of yes votes."""
    anchor = reading.anchor
    by = anchor.dep_ == "pobj" and anchor.head.lower_ == "by"
    verb = anchor.head.head if by else anchor.head
    if reading.quantity.kind != "share" or verb.lemma_ != "be" or not (by or anchor.dep_ == "nsubj"):
        return None
    if not any(child.lower_ == "in" and _is_favour(child) for child in verb.rights):
        return None
    last = anchor.doc[max(reading.inside)]
    noun = subject_of(verb) if by else complement_of(anchor, "of") or (last if last.pos_ in NOUNS else None)
    return Frame(noun, "share of yes votes", None, verb)


def _is_favour(preposition: "Token") -> bool:
    return any(child.lower_ in ("favour", "favor") for child in preposition.children)


def _against(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """Read a share held against that of one side: "52 % said yes, against 41 % of the old"."""
    if not before:
        return None
    last, frame = before[-1]
    side = _side_of(frame.measure)
    behind = reading.anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 2].text
    if side is not None and is_bare(reading) and behind == "against":
        return replace(frame, measure=frame.measure.replace("yes", "no"), shared=True)
    if side == "yes" and reading.quantity.kind == "share" and _ends_against(reading):
        return replace(frame, measure="share of no votes", shared=True)
    if is_bare(reading) and _ends_against(reading):
        counts = (told.measure for old, told in reversed(before) if old.quantity.kind == "count")
        favoured = next((it for it in counts if it.endswith(" in favour")), None)
        if favoured is not None:  # "90 members (60%) were in favour, 60 against"
            return replace(frame, measure=f"{favoured.removesuffix('in favour')}against", shared=True)
    if side is None or last.quantity.kind != "share" or reading.quantity.kind != "share":
        return None
    words = [token.lower_ for token in reading.anchor.doc[: min(reading.inside)]]
    if words[-1:] == ["to"] and max(last.inside) + 2 == min(reading.inside):
        return replace(frame, measure=f"share of {_other(side)} votes", shared=True)
    return replace(frame, shared=True) if words[-1:] == ["against"] else None


def _ends_against(reading: Reading) -> bool:
    """Tell whether "against" right behind a share ends its clause: "55 % in favour and 33 % against"."""
    last = max(reading.inside)
    behind = [token.lower_ for token in reading.anchor.doc[last + 1 : last + 3]]
    return behind[:1] == ["against"] and (len(behind) < 2 or behind[1] in (".", ",", ";", "and", "it"))


def _votes(reading: Reading, side: str, verb: "Token | None") -> Frame | None:
    if reading.quantity.kind not in ("share", "count", "quantity"):
        return None
    measure = f"share of {side} votes" if reading.quantity.kind == "share" else f"{side} votes"
    return Frame(None, measure, None, verb)


def _named(reading: Reading) -> Frame | None:
    """ "a yes vote of 52 %", "on a turnout of 48 %"."""
    of = reading.anchor.head
    noun = of.head
    if reading.anchor.dep_ != "pobj" or of.lower_ != "of" or reading.quantity.kind != "share":
        return None
    if noun.lower_ == "turnout":
        return Frame(None, "turnout", None, clause_verb(noun))
    side = noun.nbor(-1).lower_ if noun.i > 0 else ""
    if noun.lower_ == "vote" and side in ("yes", "no"):
        return _votes(reading, side, clause_verb(noun))
    return None


def _turnout(reading: Reading) -> Frame | None:
    """ "only 41 % of those registered came": the turnout."""
    words = load("ballots")["electorate"]
    verb = reading.anchor.head
    doc, start = reading.anchor.doc, reading.quantity.start
    if reading.quantity.kind == "share" and _TURNOUT.search(doc.text, max(0, start - 40), start):
        return Frame(None, "turnout", None, clause_verb(reading.anchor))
    if (
        reading.quantity.kind != "share"
        or reading.anchor.dep_ != "nsubj"
        or verb.lemma_ not in words["going"]
    ):
        return None
    of_whom = {token.lower_ for token in verb.doc[min(reading.inside) : verb.i]}
    if not of_whom & set(words["entitled"]):
        return None
    return Frame(None, "turnout", None, verb)


def _cast(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """ "backed by 5,200 voters and opposed by 1,900", "70 % said no (900 votes to 200)"."""
    quantity, anchor = reading.quantity, reading.anchor
    if quantity.kind == "share":
        return _share_cast(reading)
    if quantity.kind not in ("count", "quantity"):
        return None
    noun = (quantity.counted or "").split()[-1:]
    votes = noun == ["votes"]
    voters = bool(noun) and noun[0].removesuffix("s") in load("ballots")["electorate"]["voters"]
    last = before[-1] if before else None
    side = _side_of(last[1].measure) if last is not None else None
    if last is not None and side is not None:
        between = anchor.doc[max(last[0].inside) + 1 : min(reading.inside)].text.strip().lower()
        if votes and between.endswith(("(", ", or", ":", ",")):
            return replace(last[1], measure=f"{side} votes", shared=True)
        if (
            between in ("to", "against")
            and last[1].measure == f"{side} votes"
            and (votes or is_bare(reading))
        ):
            return replace(last[1], measure=f"{_other(side)} votes", shared=True)
        anyone = noun and noun[0] in word_class("nouns", "anyone")
        if anyone and between in (",", ", or") and anchor.dep_ in ("dobj", "appos", "dep", "conj"):
            return replace(last[1], measure=f"{side} votes", shared=True)  # "52 % said no, some 900 people"
    verb = anchor.head.head if anchor.dep_ == "pobj" else anchor.head
    sides = load("ballots")["sides"]
    if not is_verb(verb) or verb.lemma_ not in sides:
        return None
    by = anchor.dep_ == "pobj" and anchor.head.lower_ == "by"
    told = last is not None and _side_of(last[1].measure) is not None and is_bare(reading)
    if not (by or anchor.dep_ == "nsubj") or not (voters or votes or told):
        return None
    return Frame(None, f"{sides[verb.lemma_]} votes", None, verb)


def _share_cast(reading: Reading) -> Frame | None:
    """ "approved by two-thirds of those voting", "60 % of voters rejected it": a share of yes or no votes."""
    anchor = reading.anchor
    verb = anchor.head.head if anchor.dep_ == "pobj" else anchor.head
    sides = load("ballots")["sides"]
    if not is_verb(verb) or verb.lemma_ not in sides:
        return None
    by = anchor.dep_ == "pobj" and anchor.head.lower_ == "by"
    voters = load("ballots")["electorate"]["casting"]
    of_whom = {token.lower_ for token in anchor.doc[min(reading.inside) : max(reading.inside) + 4]}
    if not (by or anchor.dep_ == "nsubj") or not of_whom & set(voters):
        return None
    noun = subject_of(verb) if by else object_of(verb)
    return Frame(noun, f"share of {sides[verb.lemma_]} votes", None, verb)


def is_side(measure: str) -> bool:
    """Tell whether a measure is of one side of a vote ("no votes")."""
    return _side_of(measure) is not None or measure in load("ballots")["plain_sides"].values()


def _side_of(measure: str) -> str | None:
    match = re.fullmatch(r"(?:share of )?(yes|no) votes", measure)
    return match[1] if match else None


def _other(side: str) -> str:
    return "no" if side == "yes" else "yes"


def campaign_of(noun: "Token") -> str | None:
    """Return what a side in a referendum is called whatever a text calls it: "the No side", "the Yes camp".

    Args:
        noun: The noun for those who want one answer.
    """
    before = noun.nbor(-1).text if noun.i > 0 else ""
    is_side = noun.lemma_.lower() in load("ballots")["campaigns"] and before in ("Yes", "No")
    return f"{before} campaign" if is_side else None
