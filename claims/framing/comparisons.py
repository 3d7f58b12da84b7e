"""Frames of numbers that set one amount against another: multiples, and shares of what was just told."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.acts import act_of, sized
from claims.framing.frame import LAST, NOUNS, Frame, Reading, outside_reach, phrase, whole_of, word_class
from claims.framing.inflection import done
from claims.framing.levels import is_agent
from claims.framing.noun_phrases import (
    clause_verb,
    complement_of,
    governed,
    is_verb,
    object_of,
    owner_of,
    subject_of,
)
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_VOTES = frozenset({"vote", "votes"})
_THAT = frozenset({"that", "this", "it", "these", "those"})
_NEAR = 6
_MORE = frozenset({"more", "many", "much", "few", "less"})


def as_comparison(
    reading: Reading, before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame | None:
    """Return the frame of a multiple or of a share of another amount, or None for other numbers.

    Args:
        reading: The number.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    if is_multiple(reading):
        return _multiple(reading, before, values)
    if reading.quantity.kind == "share":
        return (
            _beside(reading, before, values) or _of_that(reading, before, values) or _level(reading, values)
        )
    return None


def is_multiple(reading: Reading) -> bool:
    """Tell whether a number says how many times as much something is ("doubled", "0.6 times")."""
    return reading.quantity.kind == "growth" and reading.quantity.unit == "time"


# --- multiples ----------------------------------------------------------------------------------------------


def _multiple(reading: Reading, before: list[tuple[Reading, Frame]], values: frozenset[int]) -> Frame | None:
    anchor = reading.anchor
    if is_verb(anchor):
        return _multiplied(anchor, values)
    before = [told for told in before if told[0].quantity.kind != "duration"] or before
    verb = clause_verb(anchor)
    subject = subject_of(verb) if verb is not None else None
    noun = anchor.head if anchor.head.pos_ in NOUNS and anchor.head.i > anchor.i else None
    noun = noun or next((child for child in anchor.rights if child.dep_ == "appos"), None)
    if noun is not None and any(child.lemma_ in _MORE for child in noun.lefts):
        return _as_many_more(reading, noun, subject, verb, values)
    if noun is not None and noun.i not in values:
        fresh = before and not any(is_verb(token) for token in anchor.doc[before[-1][0].anchor.i : anchor.i])
        if fresh:
            return _than(before[-1][1], phrase(noun, values, depth=1))
        return _as_large(noun, subject, verb, values)
    following = anchor.doc[max(reading.inside) + 1 :][:2]
    what = next((token for token in following if token.lower_ == "what"), None)
    if what is not None and is_verb(what.head):
        base = f"amount {done(what.head)}"
        return _than(before[-1][1], base) if before else _against(subject, "", base, verb, values)
    return _as_much(reading, before, subject, verb, values) if verb is not None else None


def _as_many_more(
    reading: Reading, noun: "Token", subject: "Token | None", verb: "Token | None", values: frozenset[int]
) -> Frame:
    """So many times more or fewer of some: "has three times as many beds", "sold twice as many cars"."""
    counted = phrase(noun, values | {child.i for child in noun.lefts if child.lemma_ in _MORE}, depth=1)
    other = _compared_with(reading, verb) if verb is not None else None
    base = phrase(other, values, depth=1) if other is not None else "before"
    tail = f" {done(verb)}" if verb is not None and not _is_level(verb) else ""
    return Frame(subject, f"{counted}{tail} as multiple of {base}", None, verb)


def _as_large(noun: "Token", subject: "Token | None", verb: "Token | None", values: frozenset[int]) -> Frame:
    """So many times something, or its size: "is twice the size of Malta", "twice the average"."""
    of = complement_of(noun, "of")
    if of is None or noun.lemma_ not in word_class("nouns", "size"):
        return _against(subject, "", phrase(noun, values, depth=1), verb, values)
    return _against(subject, noun.text, phrase(of, values, depth=1), verb, values)


def _as_much(
    reading: Reading,
    before: list[tuple[Reading, Frame]],
    subject: "Token | None",
    verb: "Token",
    values: frozenset[int],
) -> Frame:
    """So many times as much as somebody or as before: "exports three times as much as Chile"."""
    base_noun = _compared_with(reading, verb)
    base = phrase(base_noun, values, depth=1) if base_noun is not None else "before"
    kin = replace(before[-1][0], anchor=reading.anchor) if before else reading
    act = act_of(kin, verb) or sized(reading, verb, values) if not _is_level(verb) else ""
    if act:
        return Frame(subject, f"{act} as multiple of {base}", None, verb)
    return _than(before[-1][1], base) if before else _against(subject, "", base, verb, values)


def _is_level(verb: "Token") -> bool:
    return verb.lemma_ in word_class("verbs", "level") | word_class("verbs", "possession")


def _multiplied(verb: "Token", values: frozenset[int]) -> Frame:
    """The verb multiplies: "sales doubled", "the firm doubled its sales"."""
    target, subject = object_of(verb), subject_of(verb)
    measured = target if target is not None and target.i not in values else subject
    if measured is None:
        return Frame(None, f"{LAST} as multiple of before", None, verb)
    if measured.lower_ in ("theirs", "hers", "ours"):  # "the Greens doubled theirs"
        return Frame(subject, f"{LAST} as multiple of before", None, verb)
    if measured.lower_ in ("it", "they", "that", "this"):
        return Frame(measured, f"{LAST} as multiple of before", None, verb)
    owner = owner_of(measured) or (subject if measured is not subject else None)
    name = phrase(measured, values, possessor=False)
    return Frame(owner, f"{name} as multiple of before", None, verb, parts=(measured,))


def _against(
    subject: "Token | None", own: str, base: str, verb: "Token | None", values: frozenset[int]
) -> Frame:
    """What the subject names, or what it has so much of, as a multiple of something else."""
    if subject is None or subject.pos_ == "PRON" or subject.i in values or is_agent(subject):
        return Frame(subject, f"{own or LAST} as multiple of {base}", None, verb)
    owner = owner_of(subject)
    name = own or phrase(subject, values, possessor=False)
    return Frame(
        owner or (subject if own else None), f"{name} as multiple of {base}", None, verb, parts=(subject,)
    )


def _than(earlier: Frame, base: str) -> Frame:
    return replace(earlier, measure=f"{earlier.measure or LAST} as multiple of {base}", shared=True)


def _compared_with(reading: Reading, verb: "Token") -> "Token | None":
    """Return the noun behind the "as" or "than" of a multiple, or whom a relative clause is set against."""
    last = max(reading.inside)
    for token in reading.anchor.doc[last + 1 : last + 8]:
        if token.lower_ in ("as", "than") and token.dep_ in ("prep", "mark"):
            noun = governed(token)
            if noun is not None and noun.pos_ in NOUNS:
                return noun
    if verb.dep_ == "relcl":
        main = clause_verb(verb)
        other = subject_of(main) if main is not None else None
        return other if other is not None and other.i != verb.head.i else None
    return None


# --- shares of what was just told ---------------------------------------------------------------------------


def _beside(reading: Reading, before: list[tuple[Reading, Frame]], values: frozenset[int]) -> Frame | None:
    """The share says the same as the amount before it: "€64m, or 34 % of the total"."""
    if not before:
        return None
    earlier, frame = before[-1]
    between = reading.anchor.doc[max(earlier.inside) + 1 : min(reading.inside)]
    if earlier.quantity.kind in ("share", "growth", "rank") or len(between) > _NEAR:
        return None
    retold = [token.lower_ for token in between if not token.is_punct] in _RETOLD
    if not any(token.text in (",", "or", "(") for token in between) or (
        any(is_verb(token) for token in between) and not retold
    ):
        return None
    if any(token.lower_ in ("and", "while", "but", ";") for token in between):
        return None
    whole = _whole(reading, values)
    if not whole or frame.measure.startswith(f"share of {whole}"):
        return None
    if whole.lower().split()[-1] in _VOTES:  # "20 seats, on 31 % of the vote": seats are no part of it
        return replace(frame, measure=f"share of {whole}", whole=whole, shared=True)
    return replace(frame, measure=of_last(whole), whole=whole, shared=True)


def of_last(whole: str | None) -> str:
    """Return the measure of a share that says of what the amount before it is a part."""
    return f"{LAST} as share of {whole}"


def _whole(reading: Reading, values: frozenset[int]) -> str:
    """Return what a share is of, also where that is only "the total" or has a number itself."""
    target = complement_of(reading.anchor, "of")
    if target is None:
        return ""
    if target.lemma_ in word_class("nouns", "totals"):
        return "total"
    if target.i in values and owner_of(target) is not None:  # "12 % of its 430 km²"
        return (
            load("frames")["dimension"].get("ha", "")
            if target.lemma_ in word_list("naming", "nouns", "areas")
            else ""
        )
    return whole_of(reading, values) or ""


_RETOLD = (["which", "is"], ["which", "was"], ["that", "is"])


def _of_that(reading: Reading, before: list[tuple[Reading, Frame]], values: frozenset[int]) -> Frame | None:
    """The share is of an amount that was told before: "Russia supplied three-quarters of that"."""
    target = complement_of(reading.anchor, "of")
    verb = clause_verb(reading.anchor)
    if target is None or verb is None or target.lower_ not in _THAT or target.i > max(reading.inside) + 2:
        return None
    whole = before[-1][1].measure if before and not outside_reach(before[-1][0], reading) else LAST
    kin = before[-1][0] if before else reading
    act = act_of(replace(kin, anchor=reading.anchor), verb) or done(verb)
    subject = subject_of(verb)
    if verb.lemma_ in word_class("verbs", "level") | word_class("verbs", "possession"):
        return Frame(subject, f"share of {whole or LAST}", None, verb)
    return Frame(subject, f"{act} as share of {whole or LAST}", None, verb)


def _level(reading: Reading, values: frozenset[int]) -> Frame | None:
    """What the subject measures is a share of something else: "debt is 40 % of output", "that is a third"."""
    above = reading.anchor.head
    verb = above.head if above.lower_ in ("for", "to", "at") else above
    whole = whole_of(reading, values) or _whole(reading, values)
    subject = subject_of(verb) if is_verb(verb) else None
    if not whole or subject is None or not _is_level(verb):
        return None
    if subject.lower_ in ("that", "this", "it") and verb.lemma_ == "be":
        return Frame(None, f"{LAST} as share of {whole}", whole, verb, of_last=True)
    if subject.lower_ not in word_class("nouns", "measured") or subject.i in values:
        return None
    owner = owner_of(subject)
    name = phrase(subject, values, possessor=False)
    return Frame(owner, f"{name} as share of {whole}", whole, verb, parts=(subject,))


_BACK = 4


def as_before(reading: Reading, before: "list[tuple[Reading, Frame]]") -> Frame | None:
    """Read what a count is compared with as it is itself: "made 300 looms, 9 % fewer than the 330 of 2019".

    Args:
        reading: The number.
        before: The numbers of the sentence read so far, with their frames.
    """
    quantity = reading.quantity
    things = (quantity.counted or "").lower()
    doc, first = reading.anchor.doc, min(reading.inside)
    if not things or things.split()[0] in doc.text[quantity.start : quantity.end].lower():
        return None
    if "than" not in {token.lower_ for token in doc[max(0, first - _BACK) : first]}:
        return None
    told = (
        frame for old, frame in before if (old.quantity.counted or "").lower() == things and frame.measure
    )
    frame = next(told, None)
    return replace(frame, shared=True) if frame is not None else None
