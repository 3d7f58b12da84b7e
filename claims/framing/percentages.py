"""Frames of percentages that name no whole: rises asked for, states of completion, how much more is used."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS, Frame, Reading, outside_reach, phrase, whole_of, word_class
from claims.framing.inflection import done
from claims.framing.noun_phrases import (
    clause_verb,
    complement_of,
    governed,
    is_verb,
    object_of,
    owner_of,
    subject_of,
)
from claims.timing.tenses import is_speech
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

DIFFERENCE = "difference in "
# These say themselves that they are a change.
RISES = ("pay rise", "rise ", "wage rise", "wage increase", "pay increase", "cost above ", "cost below ")
AWARD = "percentage"  # stands for the rise or part that is asked for, until it is known by whom
_MORE = frozenset({"more", "less", "fewer"})
_HIGHER = frozenset({"higher", "lower", "larger", "smaller", "bigger"})
_THOSE = frozenset({"those", "that"})
_THAN = frozenset({"below", "above", "over", "under", "than"})


def as_percentage(
    reading: Reading, before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame | None:
    """Return the frame of a percentage by the words beside it, or None where its clause must tell.

    Args:
        reading: The number.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    quantity = reading.quantity
    if quantity.kind not in ("share", "growth") or quantity.unit == "time":
        return None
    return (
        _headlined(reading, values)
        or _told_again(reading, before)
        or _summed_up(reading, before)
        or _against(reading, before, values)
        or _than_before(reading, before)
        or _award(reading, values)
        or _more_used(reading, values)
        or _state(reading, values)
    )


def _headlined(reading: Reading, values: frozenset[int]) -> Frame | None:
    """The number stands behind a noun without a verb: "Profit down 9 %, two plants to close"."""
    first = min(reading.inside)
    way, noun = reading.anchor.doc[max(0, first - 1)], reading.anchor.doc[max(0, first - 2)]
    if first < 2 or way.lower_ not in ("up", "down") or way.head != noun or noun.pos_ != "NOUN":
        return None
    if noun.i in values or any(not token.is_punct and token.pos_ != "CCONJ" for token in _outside(noun)):
        return None
    return Frame(owner_of(noun), phrase(noun, values, possessor=False), None, None, parts=(noun,))


def _outside(noun: "Token") -> "list[Token]":
    """Return the word before a noun phrase, if any."""
    return [noun.left_edge.nbor(-1)] if noun.left_edge.i else []


def _told_again(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """The rate says the last percentage once more: "9 % over two years, which is 4.4 % a year"."""
    verb = clause_verb(reading.anchor)
    if verb is None or verb.dep_ != "relcl" or verb.lemma_ not in ("be", "mean", "equal") or not before:
        return None
    opens = next(iter(verb.lefts), verb)
    after_comma = opens.lower_ == "which" and opens.i > 0 and opens.nbor(-1).text == ","
    rate = reading.anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 3].text.lower()
    kin = [told for told in before if told[0].quantity.kind in ("share", "growth")]
    again = after_comma and rate in word_list("naming", "beside", "rates")
    if not again or not kin or outside_reach(kin[-1][0], reading):
        return None
    frame = kin[-1][1]
    return replace(frame, measure=f"{frame.measure} {rate}".strip(), shared=True)


def _summed_up(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """The number sums up the change just told: "sales fell from 9 to 6, a decline of a third"."""
    of = reading.anchor.head
    noun = of.head
    if reading.quantity.kind != "growth" or of.lower_ != "of" or not before or not before[-1][1].measure:
        return None
    if noun.lemma_ not in load("frames")["nouns"]["change"] or outside_reach(before[-1][0], reading):
        return None
    first = noun.left_edge
    if first.lower_ not in ("a", "an") or first.i == 0 or first.nbor(-1).text != ",":
        return None
    return replace(before[-1][1], shared=True)


def _against(reading: Reading, before: list[tuple[Reading, Frame]], values: frozenset[int]) -> Frame | None:
    """The last number is set against another's: "€40, 15 % below those of rivals"."""
    last = max(reading.inside)
    following = reading.anchor.doc[last + 1 : last + 3]
    if len(following) < 2 or following[0].lower_ not in _THAN or following[1].lower_ not in _THOSE:
        return None
    other = complement_of(following[1], "of", "in", "at", "for")
    if other is None or other.i in values or not before or outside_reach(before[-1][0], reading):
        return None
    frame = before[-1][1]
    if not frame.measure:
        return None
    return replace(frame, measure=f"{DIFFERENCE}{frame.measure} against {phrase(other, values)}", shared=True)


def _than_before(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """The amount just told is so much more than another: "sales of 9 Mt, it said, 13 % more than …"."""
    last = max(reading.inside)
    words = [token.lower_ for token in reading.anchor.doc[last + 1 : last + 3]]
    if reading.quantity.kind != "growth" or not before or outside_reach(before[-1][0], reading):
        return None
    more = words[:1] == ["than"] or (words[1:] == ["than"] and words[0] in _MORE | _HIGHER)
    earlier, frame = before[-1]
    between = reading.anchor.doc[max(earlier.inside) + 1 : min(reading.inside)]
    aside = any(token.text in (",", "—", "–") for token in between)
    if not more or not aside or not frame.measure or earlier.quantity.kind in ("growth", "rank", "duration"):
        return None
    verbs = [token for token in between if is_verb(token)]
    if any(not is_speech(token) for token in verbs):
        return None
    return replace(frame, measure=frame.measure.removeprefix("share of "), shared=True)


def _more_used(reading: Reading, values: frozenset[int]) -> Frame | None:
    """So much more or less is done to something: "burn a third less gas per meal"."""
    last = max(reading.inside)
    beside = reading.anchor.doc[min(reading.inside) : last + 3]
    more = next((token for token in beside if token.lower_ in _MORE and token.head.pos_ in NOUNS), None)
    if more is None or more.i < last - 1 or more.head.i <= more.i:
        return None
    noun, verb = more.head, clause_verb(more.head)
    if verb is None or object_of(verb) != noun:
        return None
    measured = phrase(noun, (values - {noun.i}) | {more.i}, possessor=False)
    if verb.lemma_ not in word_class("verbs", "possession"):
        measured = f"{measured} {done(verb)}"
    return Frame(subject_of(verb), measured, None, verb)


def _state(reading: Reading, values: frozenset[int]) -> Frame | None:
    """So much of the subject is in a state: "the hall was 80 % full", "it is 51 % owned by a fund"."""
    state = reading.anchor.head
    if (
        reading.anchor.dep_ not in ("npadvmod", "advmod", "nsubj", "nummod")
        or state.i != max(reading.inside) + 1
    ):
        return None
    if state.tag_ not in ("JJ", "VBN") or state.dep_ not in ("acomp", "ROOT", "amod", "ccomp", "conj"):
        return None
    verb = state.head if is_verb(state.head) and state.dep_ == "acomp" else state
    helper = next((child for child in verb.children if child.dep_ == "auxpass"), verb)
    subject = subject_of(verb) or subject_of(helper) if is_verb(verb) else None
    if subject is None or subject.i in reading.inside or verb.lemma_ in word_class("verbs", "change"):
        return None
    if state.lower_ not in load("frames")["states_of_part"]["words"] and state.tag_ != "VBN":
        return None
    by = next((child for child in state.children if child.dep_ == "agent"), None)
    doer = governed(by)
    tail = f"{state.text} by {phrase(doer, values, depth=0)}" if doer is not None else state.text
    if state.lower_ in load("frames")["states_of_part"]["named"]:
        tail, part = str(load("frames")["states_of_part"]["named"][state.lower_]), ""
    else:
        part = "share "
    owner = owner_of(subject)
    named = subject.pos_ != "NOUN" or any(child.dep_ == "det" for child in subject.lefts)
    if owner is None and named:
        return Frame(subject, f"{part}{tail}", None, verb)
    of = f"{part}of " if part else ""
    measure = f"{of}{phrase(subject, values, possessor=False)} {tail}"
    return Frame(owner, measure, None, verb, parts=(subject,))


def _award(reading: Reading, values: frozenset[int]) -> Frame | None:
    """The percentage is asked for, offered or given: "they asked for 12 %", "the deal gives them 9 %"."""
    anchor = reading.anchor
    if whole_of(reading, values) or complement_of(anchor, "in"):
        return None
    head = anchor.head.head if anchor.head.lower_ in ("for", "of") else anchor.head
    head = head.head if head.lower_ in _MORE else head
    head = anchor if _is_rise(anchor) else head
    noun = head if _is_rise(head) else None
    verb = head if noun is None else noun.head if noun.head.lower_ != "for" else noun.head.head
    words = load("frames")["awards"]
    more = anchor.head if anchor.head.lower_ in _MORE else anchor  # "gives them 9 % more"
    if verb.lemma_ == "be" and (wish := _wished(verb)) is not None and more.dep_ in ("attr", "acomp"):
        return Frame(subject_of(wish), f"{AWARD} demanded", None, wish)
    if not is_verb(verb) or (noun is None and more.dep_ not in ("dobj", "pobj")):
        return None
    named = AWARD if noun is None else phrase(noun, values, possessor=False, depth=0)
    named = AWARD if named.split()[-1:] == ["money"] or " " not in named else named
    subject = subject_of(verb)
    if verb.lemma_ in words["asked"]:
        return Frame(subject, f"{named} demanded", None, verb)
    if verb.lemma_ not in words["given"]:
        return None
    taker = next((child for child in verb.rights if child.dep_ == "dative" and child.i < anchor.i), None)
    by_deal = subject is not None and subject.lemma_ in words["deals"]
    if taker is None and not by_deal and verb.lemma_ != "offer":
        return None
    word = "agreed" if by_deal else done(verb)
    return Frame(taker if taker is not None else subject, f"{named} {word}", None, verb)


def _wished(verb: "Token") -> "Token | None":
    """Return the verb by which somebody asks for something in "what they want is …", or None."""
    clauses = (child for child in verb.lefts if child.dep_ in ("csubj", "nsubj") and is_verb(child))
    clause = next(clauses, None)
    if clause is None or clause.lemma_ not in load("frames")["awards"]["asked"]:
        return None
    return clause if any(child.lower_ == "what" for child in clause.lefts) else None


def _is_rise(noun: "Token") -> bool:
    """Tell whether a noun says that there shall be more: "a pay rise of 9 %", "11 % more money"."""
    more = any(child.lower_ in _MORE for child in noun.lefts)
    of_pay = noun.lower_ == "money" or noun.lower_ in word_class("awards", "pay")
    return noun.pos_ == "NOUN" and (noun.lemma_ in word_list("naming", "nouns", "rises") or (more and of_pay))
