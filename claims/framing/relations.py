"""Frames of numbers from their grammatical relation: object, subject, modifier, prepositional complement."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.acts import act_of, is_extent, nominal, sized, unit_of
from claims.framing.frame import (
    NOUNS,
    Frame,
    Reading,
    agent_of,
    counted_before,
    first_conjunct,
    follow,
    participle,
    phrase,
    says_something,
    share_of,
    thing_of,
    whole_of,
    word_class,
)
from claims.framing.noun_phrases import (
    clause_verb,
    complement_of,
    is_verb,
    noun_phrase,
    object_of,
    owner_of,
    subject_of,
)
from claims.framing.subjects import as_subject
from claims.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Token


def by_relation(
    reading: Reading, anchor: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """Return the frame of a number from what it hangs on.

    Args:
        reading: The number.
        anchor: The token by which it hangs in the parse, or the first of its conjuncts.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    relation, head = anchor.dep_, anchor.head
    if relation == "conj":
        first = first_conjunct(anchor)
        for earlier, frame in reversed(before):
            if first.i in earlier.inside and earlier.quantity.kind == reading.quantity.kind:
                thing = thing_of(reading, values)
                own = thing if reading.quantity.counted and thing else ""
                measure = _swap(frame.measure, earlier, own) if own else frame.measure
                return replace(frame, measure=measure, shared=True)
        relation, head = first.dep_, first.head
        anchor = first
    if (
        relation in ("nummod", "compound", "amod", "nmod", "quantmod", "poss")
        and head.pos_ in NOUNS
        and head.i not in reading.inside
    ):
        return _modifier(reading, head, values)
    if relation == "pobj" and head.lower_ == "in" and anchor.i == head.i + 3 and head.nbor(1).lower_ == "all":
        verb = clause_verb(anchor)  # "In all 640 workers are on the site"
        if verb is not None:
            return as_subject(reading, verb, before, values)
    if relation == "appos" and head.pos_ in NOUNS:
        return _apposed(reading, head, before, values)
    if relation == "pobj" and head.pos_ in ("ADP", "SCONJ", "VERB", "ADV"):
        return _prepositional(reading, head, before, values)
    if relation in ("nsubj", "nsubjpass") and is_verb(head):
        return as_subject(reading, head, before, values)
    verb = head if is_verb(head) else clause_verb(anchor)
    if (
        is_extent(reading)
        and head.lower_ in load("frames")["extent"]
        and head.pos_ in ("ADJ", "ADV", "ADP", "SCONJ")
    ):
        return Frame(
            subject_of(verb) if verb is not None else None, load("frames")["extent"][head.lower_], None, verb
        )
    if head.lower_ == "worth" or any(
        token.lower_ == "worth" for token in anchor.ancestors if token.i > anchor.i - 6
    ):
        return _worth(reading, anchor, before, values)
    if verb is None:
        return _verbless(reading, anchor, values)
    return _as_object(reading, verb, before, values)


def _swap(measure: str, earlier: Reading, thing: str) -> str:
    old = earlier.quantity.counted
    return measure.replace(old, thing, 1) if old and old in measure else thing


def _modifier(reading: Reading, noun: "Token", values: frozenset[int]) -> Frame:
    """The number modifies a noun: "a 39 % decline in imports", "a 34 % tariff", "3,000 kg capacity"."""
    verb = clause_verb(noun)
    if reading.quantity.kind == "duration" and noun.lemma_ not in ("low", "high", "peak"):
        return Frame(noun.head if noun.dep_ == "poss" else noun, "length", None, verb)
    apart = any(token.i in values for token in noun.doc[max(reading.inside) + 1 : noun.i])
    if apart and reading.quantity.kind == "money" and verb is not None:  # "€52 across 1,850 files"
        return _level(reading, verb, subject_of(verb), values)
    owner = owner_of(noun)
    if noun.lemma_ in word_class("nouns", "change"):
        target = complement_of(noun, "in", "of")
        if target is not None:
            measure = phrase(target, values, possessor=False)
            return Frame(owner_of(target) or owner, measure, None, verb, parts=(target, noun))
    holder = owner or _holder(noun) or (subject_of(verb) if verb is not None else None)
    measure = phrase(noun, values, possessor=False)
    if holder == noun:
        holder = None
    if verb is not None and object_of(verb) == noun and verb.lemma_ not in word_class("verbs", "possession"):
        measure = f"{measure} {participle(verb)}" if says_something(verb) else measure
    return Frame(holder, measure, None, verb, parts=(noun,))


def _holder(noun: "Token") -> "Token | None":
    """Return the noun that has this one: "the plant in Oslo, with a … capacity"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("with", "of", "in"):
        above = noun.head.head
        if above.pos_ in NOUNS:
            return above
        if is_verb(above):
            return subject_of(above)
    return None


def _apposed(
    reading: Reading, noun: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    for earlier, frame in reversed(before):
        if noun.i in earlier.inside:
            return replace(frame, measure=share_of(reading, frame.measure, values), shared=True)
    thing = thing_of(reading, values)
    if noun.pos_ == "PROPN" or reading.quantity.counted:
        return Frame(noun, thing or phrase(noun, values), None, clause_verb(noun), parts=(noun,))
    return Frame(
        owner_of(noun), phrase(noun, values, possessor=False), None, clause_verb(noun), parts=(noun,)
    )


def _prepositional(
    reading: Reading, preposition: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    head, word = preposition.head, preposition.lower_
    while head.dep_ == "prep" and head.head != head and not is_verb(head):
        head = head.head
    counted = word == "of" and any(head.i in earlier.inside for earlier, _ in before)
    if head.pos_ in NOUNS or counted:
        return _noun_of(reading, head, word, before, values)
    verb = head if is_verb(head) else clause_verb(preposition)
    if verb is None:
        return _verbless(reading, reading.anchor, values)
    thing = thing_of(reading, values)
    if word == "of" and thing and preposition.i < verb.i:  # "Of the 62 people evacuated, 41 were …"
        return Frame(None, thing, None, verb)
    subject = _bearer(verb)
    target = object_of(verb)
    if reading.quantity.kind == "duration":
        sentenced = target if nominal(verb) and target is not None and is_agent(target) else subject
        return Frame(sentenced, nominal(verb) or sized(reading, verb, values), None, verb)
    if target is not None and target.i in values:
        target = None
    if word == "with" and (doer := agent_of(verb)) is not None and doer.i < preposition.i:
        return Frame(doer, thing, None, verb)
    act = act_of(reading, verb) if word == "for" and reading.quantity.kind == "money" else ""
    if act in ("price", "transfer fee") and target is not None:  # "sold the plant for €5m"
        return Frame(subject if verb.lemma_ == "join" else target, act, None, verb)
    if word in ("with", "for") and (thing or verb.lemma_ not in word_class("verbs", "change")):
        if thing:
            return Frame(subject, thing, whole_of(reading, values), verb)
        if target is not None and target.lemma_ in word_class("nouns", "placing"):
            return Frame(subject, "", None, verb)
        if target is not None:
            measure = share_of(reading, phrase(target, values, possessor=False), values)
            return Frame(subject, measure, None, verb, parts=(target,))
        if (
            subject is not None
            and subject.pos_ == "NOUN"
            and subject.i not in values
            and not is_agent(subject)
        ):
            return _level(reading, verb, subject, values)
        return Frame(subject, "", None, verb)
    if target is not None:
        owner = owner_of(target) or subject
        return Frame(owner, thing or phrase(target, values, possessor=False), None, verb, parts=(target,))
    if thing and verb.lemma_ not in word_class("verbs", "level") | word_class("verbs", "change"):
        if subject is not None and subject.dep_ == "nsubjpass" and word == "to" and not is_agent(subject):
            return Frame(None, f"{thing} with {subject.lower_} {participle(verb)}", None, verb)
        return Frame(subject, f"{thing} {participle(verb)}", None, verb)
    if thing and subject is not None and subject.lemma_ in word_class("nouns", "register"):
        return Frame(None, thing, None, verb)
    return _level(reading, verb, subject, values)


def _of_number(reading: Reading, frame: Frame, values: frozenset[int]) -> str:
    """Return the measure of a number behind the "of" of another, the whole ("two of 14 shops")."""
    if not reading.quantity.counted:
        return follow(reading, frame)
    return thing_of(reading, values) or frame.measure


def _noun_of(
    reading: Reading, noun: "Token", word: str, before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """The number belongs to a noun by a preposition: "imports of 870 tonnes", "a rate of 11.6 %"."""
    for earlier, frame in reversed(before):
        if noun.i in earlier.inside and word in ("of", "from", "to", "for", "out"):
            return replace(
                frame,
                measure=_of_number(reading, frame, values),
                shared=True,
            )
    verb = clause_verb(noun)
    thing = thing_of(reading, values)
    if word == "with" and is_agent(noun):
        return Frame(noun, thing, whole_of(reading, values), verb)
    if (
        noun.lemma_ in word_class("nouns", "rate")
        and verb is not None
        and verb.lemma_ in word_class("verbs", "change")
    ):
        level = _level(reading, verb, subject_of(verb), values)
        return replace(level, measure=f"{noun_phrase(noun, complement=False)} of {level.measure}")
    if noun.lemma_ in ("value", "worth") and before and not thing:
        return replace(before[-1][1], measure=f"value of {before[-1][1].measure}", shared=True)
    if noun.lemma_ in word_class("nouns", "empty") and thing:
        return Frame(_holder(noun) or subject_of(verb) if verb is not None else None, thing, None, verb)
    if noun.lemma_ in word_class("nouns", "change") and complement_of(noun, "in") is not None:
        target = complement_of(noun, "in")
        assert target is not None
        return Frame(owner_of(target), phrase(target, values), None, verb, parts=(target, noun))
    owner = owner_of(noun) or complement_of(noun, "by", "from", "at")
    if owner is not None and owner.i in values:
        owner = None
    name = phrase(noun, values, possessor=False, depth=0 if thing and word == "of" else 3)
    measure = f"{name} of {thing}" if thing and word == "of" else thing or name
    subject = owner or (_bearer(verb) if verb is not None else None)
    return Frame(
        subject if subject != noun else None, measure, whole_of(reading, values), verb, parts=(noun,)
    )


def _as_object(
    reading: Reading, verb: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    subject, lemma = _bearer(verb), verb.lemma_
    if lemma in word_class("verbs", "registers") and unit_of(reading) not in ("count", "%"):
        subject = subject_of(verb)
    thing = thing_of(reading, values)
    target = object_of(verb)
    if target is not None and target.i not in reading.inside and target.i not in values:
        paid = nominal(verb) if is_agent(target) and reading.quantity.kind == "money" else ""
        measure = thing or paid or phrase(target, values, possessor=False)
        return Frame(owner_of(target) or subject, measure, None, verb, parts=(target,))
    if lemma in word_class("verbs", "possession"):
        return Frame(subject, thing, whole_of(reading, values), verb)
    if not thing and (lemma in word_class("verbs", "level") | word_class("verbs", "change")):
        return _level(reading, verb, subject, values)
    whole = whole_of(reading, values)
    if thing and lemma in word_class("verbs", "level"):
        return Frame(subject, thing, whole, verb)
    if not thing:
        thing = counted_before(reading, before)
    if thing:
        act = nominal(verb)
        if act == "deaths" and not set(thing.lower().split()) <= word_class("nouns", "anyone"):
            return Frame(subject, f"{thing} killed", whole, verb)
        if act and set(thing.lower().split()) <= word_class("nouns", "anyone"):
            return Frame(subject, act, whole, verb)
        tail = f" {participle(verb)}" if says_something(verb) else ""
        if act and thing.startswith("share of "):
            return Frame(subject, f"{thing} {act}", whole, verb)
        return Frame(subject, f"{act} of {thing}" if act else f"{thing}{tail}", whole, verb)
    if subject is not None and subject.dep_ == "nsubjpass" and subject.pos_ == "NOUN" and not nominal(verb):
        return Frame(
            owner_of(subject),
            f"{phrase(subject, values, possessor=False)} {participle(verb)}",
            None,
            verb,
        )
    return Frame(subject, act_of(reading, verb) or sized(reading, verb, values), None, verb)


def is_agent(noun: "Token") -> bool:
    """Tell whether a noun names somebody who acts rather than something that is measured."""
    return noun.pos_ == "PROPN" or noun.ent_type_ in ("ORG", "GPE", "PERSON", "NORP")


def _bearer(verb: "Token") -> "Token | None":
    """Return the subject of a verb, or None where it only tells of a number that is something else's."""
    subject = subject_of(verb)
    if subject is None or subject.dep_ == "nsubjpass" or subject.ent_type_ in ("GPE", "LOC"):
        return subject
    return None if verb.lemma_ in word_class("verbs", "opinion") else subject


def names_measure(noun: "Token") -> bool:
    """Tell whether a noun written with a capital is a measure at the head of its sentence, not a name."""
    return noun.is_sent_start is True and noun.lower_ in word_class("nouns", "measured")


def _level(reading: Reading, verb: "Token", subject: "Token | None", values: frozenset[int]) -> Frame:
    """The number is the level or change of what the subject names: subject and measure are one phrase."""
    if subject is None:
        return Frame(None, "", None, verb)
    if subject.i in values and subject.i not in reading.inside:
        return Frame(None, "", None, verb, shared=True)
    if unit_of(reading) == "km" and verb.lemma_ in load("frames")["extent"]:
        return Frame(subject, load("frames")["extent"][verb.lemma_], None, verb)
    owner = owner_of(subject)
    named = complement_of(subject, "of", "in", "at", "by", "for")
    apart = values
    if owner is None and named is not None and subject.lemma_ in word_class("nouns", "attributes"):
        return Frame(
            named, noun_phrase(subject, possessor=False, complement=False), None, verb, parts=(subject,)
        )
    by = named is not None and named.head.lower_ == "by"
    if owner is None and named is not None and (by or is_agent(named)):
        owner, apart = named, values | {named.i, named.head.i}
    if subject.pos_ == "PRON" or subject.tag_ in ("DT", "WDT"):
        return Frame(subject, act_of(reading, verb), None, verb)
    if owner is None and (is_agent(subject) or nominal(verb)) and not names_measure(subject):
        return Frame(subject, act_of(reading, verb) or sized(reading, verb, values), None, verb)
    return Frame(owner, phrase(subject, apart, possessor=False), None, verb, parts=(subject,))


def _worth(
    reading: Reading, anchor: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    if before:
        earlier, frame = before[-1]
        if earlier.anchor.i < anchor.i and earlier.anchor.i >= anchor.i - 12:
            measure = f"value of {frame.measure.removeprefix('value of ')}"
            return replace(frame, measure=measure, shared=True)
    verb = clause_verb(anchor)
    subject = subject_of(verb) if verb is not None else None
    return Frame(
        None if subject is None else owner_of(subject),
        f"value of {phrase(subject, values)}" if subject is not None else "value",
        None,
        verb,
    )


def _verbless(reading: Reading, anchor: "Token", values: frozenset[int]) -> Frame:
    thing = thing_of(reading, values)
    *_, root = anchor, *anchor.ancestors
    if thing:
        return Frame(None, thing, whole_of(reading, values), None)
    if root.i not in values and root.pos_ in NOUNS:
        return Frame(owner_of(root), phrase(root, values, possessor=False), None, None, parts=(root,))
    nouns = [token for token in anchor.doc[: anchor.i] if token.pos_ in NOUNS and token.i not in values]
    return Frame(None, phrase(nouns[-1], values) if nouns else "", None, None)
