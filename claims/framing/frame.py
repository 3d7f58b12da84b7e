"""A number in its parse, the frame it gets, and what both are read with."""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from claims.figures.currencies import is_currency
from claims.framing.forecasts import is_forecast
from claims.framing.inflection import done, plural
from claims.framing.noun_phrases import complement_of, governed, noun_phrase, phrase_tokens, text_of
from claims.model import Quantity
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.model import Direction
    from claims.tokens import Token

NOUNS = ("NOUN", "PROPN")
_WHERE = re.compile(r" (?:in|from|at|on|of|across|around|near|aboard) ")
LAST = "{last}"  # stands in a measure for what the number told before it measures


@dataclass(frozen=True, slots=True)
class Frame:
    """What a number is about.

    Attributes:
        subject: The head of the noun phrase that it is said of, or None where the clause has none.
        measure: What is measured, as text; "" where the clause does not say.
        whole: For a share or a part, what it is a share of.
        predicate: The verb that says it, or None.
        shared: Whether the measure was taken from a number before it in the sentence.
        of_event: Whether it is the event of the article that is measured.
        of_last: Whether the subject is that of the number told before, in another sentence or clause.
        parts: The heads of the phrases that the measure was made of.
        differs: Which way the number sets what it measures apart from something else, if it only does that.
        expected: The word that says that the number was only expected, or None.
        place: The place that alone sets it apart from the number before it ("in Nantes 6 %"), or None.
    """

    subject: "Token | None"
    measure: str
    whole: str | None = None
    predicate: "Token | None" = None
    shared: bool = False
    of_event: bool = False
    of_last: bool = False
    parts: tuple["Token", ...] = field(default=())
    differs: "Direction | None" = None
    expected: "Token | None" = None
    place: "Token | None" = None


@dataclass(frozen=True, slots=True)
class Remnant:
    """A number of a clause without a verb.

    Attributes:
        noun: The head of what is left of the clause beside its numbers.
        like: The place of the number that it answers among those of its sentence.
        alone: Whether it is the only number of its clause and answers the only one of the other.
    """

    noun: "Token"
    like: int
    alone: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A quantity together with its place in the parse.

    Attributes:
        quantity: The quantity.
        anchor: The token by which it hangs in the parse.
        inside: All its tokens.
        figures: Its tokens without the noun that is counted.
        remnant: The number of its sentence that it answers in a clause without a verb, or None.
    """

    quantity: Quantity
    anchor: "Token"
    inside: frozenset[int]
    figures: tuple["Token", ...]
    remnant: Remnant | None = None


def phrase(noun: "Token", values: frozenset[int], *, possessor: bool = True, depth: int = 3) -> str:
    """Return a noun phrase as text, without any number; an acronym in brackets behind it is kept.

    Args:
        noun: The head.
        values: The tokens of all numbers, units and times of the sentence.
        possessor: Whether a possessive belongs to it.
        depth: How many prepositional levels to follow.
    """
    text = noun_phrase(noun, possessor=possessor, skip=lambda token: token.i in values, depth=depth)
    beside = (child for child in noun.children if child.dep_ == "appos" and child.text.isupper())
    acronym = next((child for child in beside if not is_currency(child.text)), None)
    return f"{text} ({acronym.text})" if acronym is not None and len(acronym) > 1 and text else text


@cache
def word_class(table: str, key: str) -> frozenset[str]:
    """Return a word list of the vocabulary of frames."""
    return frozenset(load("frames")[table][key])


def whole_of(reading: Reading, values: frozenset[int]) -> str | None:
    """Return what a share is a share of ("exports" of "a third of exports"), or None."""
    if reading.quantity.kind != "share":
        return None
    things = (reading.anchor.doc[at] for at in sorted(reading.inside))
    counted = next(
        (token for token in things if token.tag_ == "NNS" and token.lemma_ == reading.quantity.unit), None
    )
    if counted is not None:
        return str(counted.text)  # "two in three growers"
    if inside := inside_share(reading):
        return inside
    target = complement_of(reading.anchor, "of")
    if target is None:  # "two in every five of its homes"
        figures = sorted(reading.figures, key=lambda token: -token.i)
        target = next((noun for token in figures if (noun := complement_of(token, "of")) is not None), None)
    if target is None and reading.anchor.dep_ == "predet":  # "half the wells"
        target = reading.anchor.head
    if target is not None and any(child.lower_ == "what" for child in target.lefts):
        return _of_what(target)
    if target is None or target.pos_ in ("PRON", "DET") or target.lemma_ in word_class("nouns", "empty"):
        return None
    return phrase(target, values) or None


def _of_what(verb: "Token") -> str:
    """Return what "what …" is a share of: "90 % of what the hall holds" is of its capacity."""
    if verb.lemma_ in word_class("capacity", "verbs"):
        return "capacity"
    return str(load("frames")["nominal"].get(verb.lemma_) or f"amount {done(verb)}")


def inside_share(reading: Reading) -> str:
    """Return what a share in words names inside, in the plural: "growers" of "one grower in three", or ""."""
    one = one_in(reading) if reading.quantity.kind == "share" else None
    if one is None:
        return ""
    return str(one.text) if one.tag_ in ("NNS", "NNPS") else plural(one.lemma_)


def one_in(reading: Reading) -> "Token | None":
    """Return the noun inside a share in words: "grower" of "one grower in three"."""
    doc, last = reading.anchor.doc, reading.quantity.number_end
    words = [doc[at] for at in sorted(reading.inside) if doc[at].idx < last]
    while len(words) > 1 and words[-2].lower_ in ("every", "each"):
        del words[-2]
    named = len(words) >= len(("one", "nurse", "in", "five")) and words[-1].like_num
    if not named or words[-2].lower_ not in ("in", "of"):
        return None
    return next((word for word in reversed(words[:-2]) if word.pos_ in NOUNS and not word.like_num), None)


def thing_of(reading: Reading, values: frozenset[int]) -> str:
    """Return what there are so many of: the of-phrase of a unit, or the counted noun with its complements."""
    anchor = reading.anchor
    own = whole_of(reading, values)
    if own:
        return f"share of {own}"
    if reading.quantity.counted:
        keep = [
            token
            for token in phrase_tokens(anchor, possessor=False, skip=lambda token: token.i in values)
            if not token.like_num and token.lower_ != "record"  # "a record 900 visitors"
        ]
        tail = fate_of(anchor)
        things = text_of(keep).removeprefix("of ") or reading.quantity.counted
        return f"{things} {tail}".strip()
    target = complement_of(anchor, "of")
    if reading.quantity.kind == "share" and target is not None and target.lemma_ == "total":
        return "share of total"  # "made up 14 % of the total"
    costs = anchor.head.lemma_ in ("cost", "be", "fetch")  # "a litre costs €1 in supermarkets"
    if target is None and reading.quantity.kind == "money" and not costs:  # "€5m in aid"
        behind = anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 2]
        target = complement_of(anchor, "in") or next(
            (word for token in behind if token.lower_ == "in" for word in token.children), None
        )
        target = target if target is not None and _is_purpose(target) else None
    if target is not None and target.i in values and reading.quantity.kind == "quantity":
        target = complement_of(target, "of")  # "5 km of the 30 km of pipes"
    sized = target is not None and any(child.dep_ == "nummod" for child in target.lefts)
    outside = target is not None and target.i not in values and not (sized and target.i in reading.inside)
    named = target is not None and target.pos_ in NOUNS and outside
    return phrase(target, values) if target is not None and named else ""


def _is_purpose(noun: "Token") -> bool:
    """Tell whether a noun behind "€5m in" says what a sum is: no time, place, estimate or counted thing."""
    counted = any(child.dep_ == "nummod" for child in noun.lefts)
    return noun.ent_type_ not in ("DATE", "GPE") and not counted and not is_forecast(noun)


def are_people(thing: str) -> bool:
    """Tell whether counted things are people of no kind: "people in the port of Dorn", "others"."""
    words = _WHERE.split(thing.lower())[0].split()
    return set(words) <= word_class("nouns", "anyone")


def fate_of(noun: "Token") -> str:
    """Return the participle right behind counted things: what became of them ("houses destroyed")."""
    following = [token for token in noun.doc[noun.i + 1 : noun.i + 3] if token.lower_ != "as"]
    if not following or following[0].tag_ != "VBN" or following[0].i - noun.i > 2:
        return ""
    told = following[0]  # "the doses cost €5m", "31 beds compared with 28": nothing became of them
    return told.text if told.lower_ not in ("cost", "compared") else ""


def deed_behind(reading: Reading) -> str:
    """Return what was done to those a clause opens with ("Of the 90 workers dismissed, …")."""
    last = max(reading.inside)
    following = list(reading.anchor.doc[last + 1 : last + 3])
    closed = len(following) == 2 and following[1].text == ","
    return following[0].text if closed and following[0].tag_ in ("VBN", "VBD") else ""


def is_bare(reading: Reading) -> bool:
    """Tell whether a number counts things that it does not name ("a further 212")."""
    quantity = reading.quantity
    return quantity.kind in ("count", "quantity") and not quantity.counted and not quantity.unit


def state_of(reading: Reading) -> str:
    """Return what a state behind a bare number counts ("three dead": deaths), or ""."""
    states = load("frames")["states"]
    if (reading.quantity.counted or "").lower() in states:
        return str(states[(reading.quantity.counted or "").lower()])
    if not is_bare(reading):
        return ""
    first, last = min(reading.inside), max(reading.inside)
    leading = [token.lower_ for token in reading.anchor.doc[max(0, first - 4) : first]]
    if leading[:2] == ["of", "the"] and leading[-1] == "," and leading[2] in states:
        return str(states[leading[2]])
    following = [token.lower_ for token in reading.anchor.doc[last + 1 : last + 5]]
    while following and following[0] in (
        "are",
        "were",
        "people",
        "others",
        "more",
        "still",
        "feared",
        "reported",
        "confirmed",
    ):
        following.pop(0)
    found: str = states.get(following[0], "") if following else ""
    return found


def counted_before(reading: Reading, before: "list[tuple[Reading, Frame]]") -> str:
    """Return the things that the number before counts, where this one leaves them out; else ""."""
    if not before or not is_bare(reading):
        return ""
    counted = before[-1][0].quantity.counted or ""
    return "people" if counted.lower() in load("frames")["states"] else counted  # "nine dead, 30 rescued"


def share_of(reading: Reading, measure: str, values: frozenset[int]) -> str:
    """Return the measure of a number: for a share "share of" its own whole or of the measure given."""
    own = whole_of(reading, values)
    if reading.quantity.kind != "share" or not (own or measure):
        return measure
    if not own and measure.startswith("share of "):
        return measure
    return f"share of {own or measure}"


def is_whole(reading: Reading) -> bool:
    """Tell whether a number is the whole that the one before is a part of ("240 out of the 356 kilotons")."""
    words = [
        token.lower_ for token in reading.anchor.doc[max(0, min(reading.inside) - 3) : min(reading.inside)]
    ]
    return words[-2:] == ["out", "of"] or words[-3:] == ["out", "of", "the"]


def follow(reading: Reading, frame: Frame) -> str:
    """Return the measure of a number that follows another: a share is a share of what that measures."""
    if reading.quantity.kind == "share" and frame.measure and not frame.measure.startswith("share of"):
        return f"share of {frame.measure}"
    return frame.measure


def bracket_depth(token: "Token") -> int:
    """Return how many brackets are open at a token."""
    before = [word.text for word in token.doc[: token.i]]
    return before.count("(") - before.count(")")


def complements(verb: "Token", values: frozenset[int]) -> str:
    """Return the short complements of a verb as text ("from the north", "in ruins"); no numbers, no times."""
    found: list[Token] = []
    brackets = "(" in verb.doc.text
    for child in verb.rights:
        aside = brackets and bracket_depth(child) > bracket_depth(verb)
        if child.i in values or len(found) > 6 or aside:
            continue
        if child.dep_ == "advmod" and child.lower_ in word_list("frames", "kept", "adverbs"):
            found.append(child)
        elif child.dep_ in ("prt", "oprd", "acomp", "attr", "dobj") and child.pos_ != "PRON":
            found += phrase_tokens(child, depth=1, skip=lambda token: token.i in values)
        elif child.dep_ == "prep" and child.lower_ in word_list("frames", "kept", "prepositions"):
            target = governed(child)
            if target is not None and target.i not in values and target.ent_type_ not in ("DATE", "TIME"):
                inner = phrase_tokens(target, depth=1, skip=lambda token: token.i in values)
                found += [child] if target.i < child.i else [child, *inner]  # "that people jumped from"
        elif child.dep_ == "advcl" and (
            (child.tag_ == "VBN" and any(word.lower_ == "as" for word in child.children))
            or (child.pos_ == "ADJ" and child.left_edge == child.right_edge)  # "pulled out alive"
        ):
            found.append(child)
    return text_of(found) if found else ""


def is_passed(reading: Reading) -> bool:
    """Tell whether what is counted or measured passes a number: "cases pass 100", not "passed 40 cars".

    Args:
        reading: The number.
    """
    anchor, verb = reading.anchor, reading.anchor.head
    if anchor.dep_ != "dobj" or verb.lemma_ not in word_class("verbs", "passing"):
        return False
    more = (*anchor.rights, *verb.rights)  # "40 of them", "€40 to her"
    if any(child.dep_ == "prep" and child.lower_ in ("of", "to") for child in more):
        return False
    subject = next((child for child in verb.lefts if child.dep_ == "nsubj"), None)
    if subject is None or not (is_bare(reading) or reading.quantity.kind == "money"):
        return False
    measured = word_list("measures", "measured") | word_list("context", "tolls", "nouns")
    acts = are_people(subject.lower_) or subject.lemma_.lower() in word_class("going", "vehicles")
    return subject.lower_ in measured or (subject.tag_ == "NNS" and not acts)


def agent_of(verb: "Token") -> "Token | None":
    """Return the noun behind "by" in a passive clause, or None; a time is no agent."""
    agent = next((child for child in verb.children if child.dep_ == "agent"), None)
    doer = governed(agent)
    if doer is None or doer.ent_type_ in ("DATE", "TIME"):
        return None
    return None if doer.lower_ in word_list("naming", "nouns", "times_of_day") else doer


def participle(verb: "Token") -> str:
    """Return the verb as it describes what it was done to ("destroyed"), else its base form."""
    return verb.text if verb.tag_ in ("VBN", "VBD", "VBG") else verb.lemma_


def participial(anchor: "Token", values: frozenset[int]) -> str:
    """Return the participle that describes a share ("18 % used in clean technologies")."""
    verb = next(
        (child for child in anchor.children if child.dep_ == "acl" and child.tag_ in ("VBN", "VBG")), None
    )
    return f"{verb.text} {complements(verb, values)}".strip() if verb is not None else ""


def says_something(verb: "Token") -> bool:
    """Tell whether a verb adds to the measure: "sold 40 turbines" does, "has 40" or "lists 40" does not."""
    if verb.lemma_ in ("hit", "reach", "touch") and any(child.dep_ == "auxpass" for child in verb.lefts):
        return True  # "nine cars were hit by the tram"
    return verb.lemma_ not in (
        word_class("verbs", "possession") | word_class("verbs", "level") | word_class("verbs", "registers")
    )


def first_conjunct(token: "Token") -> "Token":
    """Return the head of a coordination."""
    while token.dep_ == "conj" and token.head != token:
        token = token.head
    return token


def outside_reach(earlier: Reading, reading: Reading) -> bool:
    """Tell whether too much stands between two numbers for one to complete the other."""
    return reading.anchor.i - earlier.anchor.i > 40
