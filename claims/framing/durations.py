"""Frames of lengths of time: how long something lasted, what it took, what lay between two events."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.frame import LAST, NOUNS, Frame, Reading, phrase
from claims.framing.inflection import done
from claims.framing.memory import STRETCH
from claims.framing.mentions import people
from claims.framing.noun_phrases import clause_verb, complement_of, governed, is_verb, object_of, subject_of
from claims.framing.spells import as_time_to, ends, pause
from claims.framing.topic import event_kinds
from claims.model import Quantity
from claims.timing.tenses import tense
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Span, Token

_DEFINITE = frozenset({"across", "over", "during", "throughout", "in"})
_FROM = frozenset({"after", "before", "since"})
_COUNTED = frozenset({"dobj", "attr", "nsubj", "nsubjpass"})
_SHORT = frozenset({"second", "minute", "hour"})
_RANK = re.compile(r"^(?:rank (?:from the bottom )?(?:by|as) ?|number among .*|rank$)")

_LATER = " later"
_VALID = "validity"


def lapse(span: "Span", quantity: Quantity) -> Quantity:
    """Read "was resumed seven weeks later" as how long a pause lasted, and "reports in six weeks" as a time.

    Args:
        span: A parsed sentence.
        quantity: A number of it; returned as it is where it is no such length of time.
    """
    text = span.doc.text
    if quantity.kind == "duration" and _lies_ahead(span.doc.root_of(quantity.start, quantity.end)):
        return replace(quantity)
    if quantity.kind != "date" or text[quantity.end : quantity.end + len(_LATER)] != _LATER:
        return quantity
    root = span.doc.root_of(quantity.start, quantity.end)
    verb = clause_verb(root) if root is not None else None
    if quantity.unit in _SHORT and verb is not None:  # "ten minutes later the roof gave way": no date
        return replace(quantity, kind="duration")
    if quantity.unit not in load("frames")["pauses"]["units"] or verb is None or not _ends_pause(verb):
        return quantity
    return replace(quantity, kind="duration")


def _lies_ahead(anchor: "Token | None") -> bool:
    """Tell whether a length of time runs until what a clause tells: "the panel will report in six weeks"."""
    if anchor is None or anchor.dep_ != "pobj" or anchor.head.lower_ != "in":
        return False
    verb = anchor.head.head
    definite = any(child.dep_ == "poss" or child.lower_ in ("the", "this") for child in anchor.lefts)
    denied = any(child.dep_ == "neg" for child in verb.lefts)
    if definite or denied or not is_verb(verb) or verb.lemma_ == "be":
        return False
    beside = [child for child in verb.children if child.dep_ in _COUNTED or child.lower_ in ("by", "to")]
    if any(word.tag_ == "CD" for child in beside for word in child.subtree):
        return False  # "will handle 4,000 tonnes in five years": when a number holds
    return tense(verb) == "future" or (verb.tag_ == "VBZ" and object_of(verb) is None)


def _ends_pause(verb: "Token") -> bool:
    back = [child.lower_ for child in verb.children if child.dep_ in ("advmod", "prt")]
    verbs = load("frames")["pauses"]
    return verb.lemma_ in verbs["verbs"] or (verb.lemma_ in verbs["verbs_with_back"] and "back" in back)


def as_duration(
    reading: Reading, before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame | None:
    """Return the frame of a length of time by the words around it, or None where its clause must tell.

    Args:
        reading: The length of time.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    anchor = reading.anchor
    if anchor.dep_ in ("compound", "nummod", "amod"):
        return None
    verb = clause_verb(anchor)
    first = min(reading.inside)
    if first and anchor.doc[first - 1].lower_ == "every" and verb is not None:  # "run every 15 minutes"
        return Frame(subject_of(verb), "interval", None, verb)
    following = anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 3].text.lower()
    if (
        following in word_list("naming", "beside", "prison")
        and anchor.head.lower_ != "after"
        and verb is not None
    ):
        target = object_of(verb)
        sentenced = target if target is not None and target.i not in reading.inside else subject_of(verb)
        return Frame(sentenced, "prison sentence", None, verb)
    return (
        over_which(reading, verb, values)
        or _between(reading, verb)
        or _of_record(reading, before)
        or _judged(reading, verb)
        or _between_events(reading, values)
        or _of_adjective(reading, anchor)
        or _of_something(reading, anchor, values)
        or _by_preposition(reading, anchor, values)
        or as_time_to(reading, values)
        or _taken(anchor)
    )


def is_stretch(reading: Reading) -> bool:
    """Tell whether something is spread over a length of time: "shut 45 shops over two years".

    Args:
        reading: A number.
    """
    first = min(reading.inside)
    if reading.quantity.kind != "duration" or reading.quantity.hedge != "exact" or not first:
        return False
    return reading.anchor.doc[first - 1].lower_ == "over"


def over_which(reading: Reading, verb: "Token | None", values: frozenset[int]) -> Frame | None:
    """Read over what time a clause spreads what it tells, or None for any other length of time.

    Args:
        reading: The length of time.
        verb: The verb of its clause.
        values: The tokens of all numbers, units and times of the sentence.
    """
    if verb is None or not is_stretch(reading) or complement_of(reading.anchor, "of") is not None:
        return None
    subject, target = subject_of(verb), object_of(verb)
    on_loan = verb.lemma_ in word_list("spells", "lending", "verbs")
    called = load("spells")["named"].get(verb.lemma_) if target is None or on_loan else None
    if called is not None:
        return Frame(subject, called, None, verb)
    thing = target if target is not None and target.pos_ in NOUNS else subject
    named = f"{phrase(thing, values, depth=0)} " if thing is not None and thing.pos_ in NOUNS else ""
    told = verb.lower_ if verb.tag_ == "VBD" and thing is subject else done(verb)
    return Frame(subject, f"{STRETCH}{named}{told}", None, verb)


def _between(reading: Reading, verb: "Token | None") -> Frame | None:
    """How long lies between one and the next: "the visits are four weeks apart"."""
    last = max(reading.inside)
    if verb is None or reading.anchor.doc[last + 1 : last + 2].text.lower() != "apart":
        return None
    return Frame(subject_of(verb), "interval", None, verb)


def _judged(reading: Reading, verb: "Token | None") -> Frame | None:
    """The length last told is found long or short: "Nine years was too long"."""
    anchor = reading.anchor
    if verb is None or anchor.dep_ != "nsubj" or verb.lemma_ != "be":
        return None
    attribute = next((child for child in verb.rights if child.dep_ in ("acomp", "attr")), None)
    if attribute is None or attribute.lower_ not in word_list("naming", "beside", "judgements"):
        return None
    return Frame(None, LAST, None, verb, shared=True, of_last=True)


def _of_record(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """How long something has not been so: "the lowest in nine years", "the third strike in two years"."""
    preposition = reading.anchor.head
    if not before or preposition.lower_ not in ("in", "for"):
        return None
    earlier, frame = before[-1]
    between = reading.anchor.doc[max(earlier.inside) + 1 : min(reading.inside)]
    if earlier.quantity.kind != "rank" or len(between) > 6 or any(is_verb(token) for token in between):
        return None
    first = earlier.quantity
    word = earlier.anchor.doc.text[first.start : first.end].lower().removeprefix("the ")
    thing = _RANK.sub("", frame.measure)
    if not thing and frame.subject is not None:
        thing = frame.subject.lemma_
    return replace(frame, measure=f"time for which {thing or 'it'} is {word}")


def _between_events(reading: Reading, values: frozenset[int]) -> Frame | None:
    """The time from one event to another: "beaten nine days after it broke out", "a week after the vote"."""
    anchor, last = reading.anchor, max(reading.inside)
    following = anchor.doc[last + 1 : last + 2]
    if not following or following[0].lower_ not in _FROM:
        return None
    mark = following[0]
    first = mark.head if mark.dep_ == "mark" else None
    noun = governed(mark)
    main = clause_verb(first) if first is not None else clause_verb(anchor)
    if main is None or (first is None and (noun is None or noun.i in values)):
        return None
    other = phrase(noun, values, depth=1) if noun is not None else _event(first) if first is not None else ""
    own = _event(main)
    if not other or not own:
        return None
    start, end = (own, other) if mark.lower_ == "before" else (other, own)
    told = subject_of(first) if first is not None else None
    subject = told if _is_event(told) else subject_of(main)
    return Frame(subject, f"time from {start} to {end}", None, main)


def _event(verb: "Token") -> str:
    """Name what a clause tells for the ends of a time span: an event that breaks out starts."""
    stated = next(
        (child for child in verb.children if child.dep_ in ("oprd", "xcomp") and child.tag_ == "VBN"), verb
    )
    subject = subject_of(verb)
    if verb.lemma_ == "be" and stated is verb:
        return ""
    if verb.lemma_ in load("frames")["beginnings"]["verbs"] and _is_event(subject):
        return "start"
    return done(stated)


def _is_event(noun: "Token | None") -> bool:
    return noun is not None and noun.lemma_.lower() in event_kinds()


def _of_adjective(reading: Reading, anchor: "Token") -> Frame | None:
    """How long something is what an adjective says: "valid for 30 days", "three days later than promised"."""
    head = anchor.head
    verb = clause_verb(anchor)
    subject = subject_of(verb) if verb is not None else None
    than = anchor.doc[head.i + 1 : head.i + 3].text.lower().split()
    planned = than[:1] == ["than"] and than[-1] in word_list("spells", "foreseen", "words")
    if (head.lower_ in ("later", "earlier") and than[:1] == ["than"]) or (
        head.lower_ == "longer" and planned
    ):
        return Frame(subject, "lead" if head.lower_ == "earlier" else "delay", None, verb)
    if head.lower_ == "later" and verb is not None and _ends_pause(verb):
        return Frame(subject, pause(verb) or f"time until {done(verb)}", None, verb)
    if head.lower_ == "later" and verb is not None and reading.quantity.unit in _SHORT:
        state = next((child.text for child in verb.rights if not child.is_punct), "")
        return Frame(subject, f"time until {state if verb.lemma_ == 'be' else done(verb)}", None, verb)
    before = anchor.doc[max(0, min(reading.inside) - 2) : min(reading.inside)]
    if len(before) < 2 or before[1].lower_ != "for" or before[0].pos_ != "ADJ":
        return None
    adjective, above = before[0], before[0].head
    extent = load("frames")["extent"].get(adjective.lower_, f"time {adjective.lower_}")
    if is_verb(above) and above.lemma_ != "be":
        return Frame(object_of(above) or subject_of(above), extent, None, verb)
    return Frame(above if above.pos_ in ("NOUN", "PROPN") else subject, extent, None, verb)


def _of_something(reading: Reading, anchor: "Token", values: frozenset[int]) -> Frame | None:
    """How long something went on: "fourteen months of talks"."""
    of = next((child for child in anchor.rights if child.lower_ == "of"), None)
    thing = governed(of)
    if thing is None or thing.pos_ != "NOUN" or thing.i in values:
        return None
    if anchor.dep_ == "nsubj" and anchor.head.lemma_ not in ("be", "follow", "pass", "end", "begin"):
        named = f"{anchor.text} of {phrase(thing, values)}"  # "two weeks of rain cost more than the roof"
        return Frame(thing, named, None, clause_verb(anchor), parts=(thing,))
    return Frame(thing, f"length of {phrase(thing, values)}", None, clause_verb(anchor), parts=(thing,))


def _by_preposition(reading: Reading, anchor: "Token", values: frozenset[int]) -> Frame | None:
    preposition = anchor.head
    verb = preposition.head if is_verb(preposition.head) else clause_verb(preposition)
    if anchor.dep_ != "pobj" or verb is None:
        return None
    subject = subject_of(verb)
    word = preposition.lower_
    before = anchor.doc[max(0, min(reading.inside) - 1) : min(reading.inside)].text.lower()
    if word in _DEFINITE and before == "the":
        return Frame(None, "length", None, verb, of_event=True)
    if word == "for" and verb.lemma_.lower() in load("modality")["plan"]["verbs_with_for"]:
        return Frame(subject, "time sought", None, verb)  # "had asked for nine years"
    target = object_of(verb)
    if word == "for" and target is not None and load("spells")["named"].get(verb.lemma_) == _VALID:
        return _declared(target, verb) if target.i not in values else None
    if word == "within" and target is not None and target.pos_ == "PRON":
        return Frame(subject, f"time until {done(verb)}", None, verb)  # "they may stop it within six weeks"
    if word == "within" and verb.lemma_ != "be":
        return Frame(subject, f"time to {_deed(verb, values)}", None, verb)
    if word == "in" and _lies_ahead(anchor):
        begun = subject if verb.lemma_ in load("frames")["beginnings"]["verbs"] else None
        what = phrase(begun, values, depth=1) if begun is not None and begun.pos_ == "NOUN" else verb.lemma_
        return Frame(subject, f"time until {what}", None, verb)
    if word == "in" and _is_done(verb, target, values):
        return Frame(subject, f"time to {_deed(verb, values)}", None, verb)  # "cleared it in two days"
    if word == "in" and verb.tag_ == "VBD" and target is None and reading.quantity.unit in _SHORT:
        return Frame(subject, f"time to {verb.lemma_}", None, verb)  # "sank in 20 minutes"
    if word == "after":
        if ends(verb) and subject is not None and not _is_somebody(subject):
            return Frame(subject, "length", None, verb)
        if pause(verb):
            return Frame(subject, pause(verb), None, verb)
        return Frame(subject, _until(reading, verb, subject, values), None, verb)
    return None


def _declared(thing: "Token", verb: "Token") -> Frame:
    """How long what is declared holds or goes on: "declared a curfew for nine days"."""
    valid = word_list("spells", "valid", "nouns")
    of = complement_of(thing, "of")  # "a state of emergency"
    holds = thing.lemma_ in valid or (of is not None and of.lemma_ in valid)
    return Frame(thing, _VALID if holds else "length", None, verb)


def _is_done(verb: "Token", target: "Token | None", values: frozenset[int]) -> bool:
    """Tell whether something was done to a thing that no number counts."""
    if target is None or target.pos_ != "NOUN" or target.i in values or verb.tag_ not in ("VBD", "VBN"):
        return False
    return not any(child.i in values for child in target.lefts)


def _deed(verb: "Token", values: frozenset[int]) -> str:
    """Return a verb with what it is done to, active or passive: "build the rest"."""
    target = object_of(verb)
    if target is None and any(child.dep_ == "auxpass" for child in verb.children):
        target = subject_of(verb)
    named = phrase(target, values, depth=1) if target is not None and target.pos_ != "PRON" else ""
    return f"{verb.lemma_} {named}".strip()


def _until(reading: Reading, verb: "Token", subject: "Token | None", values: frozenset[int]) -> str:
    following = reading.anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 2]
    if following and following[0].lower_ in ("in", "at"):  # "after seven years in the job"
        noun = governed(following[0])
        if noun is not None and noun.i not in values:
            return f"time in {phrase(noun, values, depth=1)}"
    return f"time from start until {done(verb)}" if _is_event(subject) else f"time until {done(verb)}"


def _taken(anchor: "Token") -> Frame | None:
    """How long something takes: "the crossing takes two hours", "building the dam took six years"."""
    verb = anchor.head
    if anchor.dep_ not in ("dobj", "npadvmod") or verb.lemma_ != "take":
        return None
    subject = subject_of(verb)
    if subject is not None and subject.dep_ == "csubj" and subject.tag_ == "VBG":
        return Frame(object_of(subject), f"time to {subject.lemma_.lower()}", None, verb)
    if subject is None or subject.pos_ not in ("NOUN", "PRON"):
        return None
    jury = subject.lemma_ in word_list("spells", "deliberating", "nouns")
    way = subject.lemma_ in word_list("spells", "taking", "nouns")
    return Frame(subject, "deliberations" if jury else "time taken" if way else "length", None, verb)


def _is_somebody(noun: "Token") -> bool:
    """Tell whether a noun is who comes to an end of something rather than what ends."""
    return noun.pos_ in ("PRON", "PROPN") or noun.lemma_.lower() in people()
