"""Frames of numbers behind prepositions: "imports of 870 tonnes", "sold for €5m", "fell to 12 %"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.acts import act_of, borne_by, is_player, nominal, unit_of
from claims.framing.frame import (
    LAST,
    NOUNS,
    Frame,
    Reading,
    agent_of,
    deed_behind,
    follow,
    is_bare,
    phrase,
    share_of,
    thing_of,
    whole_of,
    word_class,
)
from claims.framing.groups import in_group
from claims.framing.inflection import done
from claims.framing.levels import bearer, holder_of, in_charge, is_agent, level_of, owner_foreseen, verbless
from claims.framing.measures import is_money
from claims.framing.noun_phrases import (
    clause_verb,
    complement_of,
    foreseen,
    is_forecast,
    is_time,
    is_verb,
    noun_phrase,
    object_of,
    owner_of,
    subject_of,
)
from claims.framing.spells import is_barred, is_lasting, spell
from claims.framing.topic import event_kinds
from claims.framing.verdicts import judged, judged_of
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token


def by_preposition(
    reading: Reading, preposition: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """Return the frame of a number that is the object of a preposition.

    Args:
        reading: The number.
        preposition: What it is the object of.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    head, word = preposition.head, preposition.lower_
    while head.dep_ == "prep" and head.head != head and not is_verb(head):
        head = head.head
    counted = word == "of" and any(head.i in earlier.inside for earlier, _ in before)
    remark = word == "at" and head.dep_ == "attr" and reading.quantity.kind == "money" and is_verb(head.head)
    if remark and not is_money(head.lower_):  # "wages were the largest item, at €8m"
        return level_of(reading, head.head, subject_of(head.head), values)
    if head.pos_ in NOUNS or counted:
        return _noun_of(reading, head, word, before, values)
    verb = head if is_verb(head) else clause_verb(preposition)
    if verb is None:
        return verbless(reading, reading.anchor, values)
    thing = thing_of(reading, values)
    if word == "of" and preposition.head.lower_ == "short" and thing:
        return Frame(subject_of(verb), f"shortage of {thing}", None, verb)  # "is short of 60 nurses"
    if word in ("with", "on") and reading.quantity.unit == "point" and reading.quantity.kind == "quantity":
        return Frame(subject_of(verb), "points", None, verb)  # "finished sixth with 61 points"
    if word in ("of", "on") and verb.lemma_ in word_class("judging", "verbs"):
        return judged_of(reading, verb, values)
    if word in ("of", "about") and is_bare(reading) and verb.lemma_ in ("speak", "talk"):
        return Frame(None, "", None, verb)
    if word == "by" and reading.quantity.kind == "share" and verb.tag_ == "VBN" and thing:
        return Frame(subject_of(verb), f"{thing} that {verb.text}", whole_of(reading, values), verb)
    if word == "in" and thing and _is_spread(reading, verb):
        things = subject_of(verb)
        told = phrase(things, values, depth=1) if things is not None else ""
        return Frame(None, f"{thing} with {told}", None, verb)
    if word == "for" and before and any(child.lower_ in ("every", "each") for child in reading.anchor.lefts):
        per = before[-1][0].anchor.lemma_
        return replace(before[-1][1], measure=f"{thing or reading.anchor.text} per {per}", shared=True)
    if word == "of" and thing and preposition.i < verb.i:  # "Of the 62 people evacuated, 41 were …"
        deed = deed_behind(reading)
        return Frame(None, thing if thing.endswith(deed) else f"{thing} {deed}", None, verb)
    if word == "of" and preposition.head.lower_ in load("frames")["verdicts"] and thing:
        return judged(preposition.head, thing, verb)
    if word == "across" and thing and verb.lemma_ == "be":  # "the average is €640 across 2,400 patients"
        return Frame(None, thing, None, verb)
    verb = _put(verb) or verb
    subject = bearer(verb)
    target = object_of(verb)
    borne = borne_by(reading, verb, subject)
    if borne and target is None:
        return Frame(subject, borne, None, verb)
    if reading.quantity.kind == "duration":
        if word == "for" and target is None and is_lasting(verb):
            return Frame(subject, "length", None, verb)
        if word == "at":
            return level_of(reading, verb, subject, values)
        changed = (
            target if word in ("from", "to") and verb.lemma_ in word_class("verbs", "changing") else None
        )
        if changed is not None and changed.pos_ == "NOUN" and changed.i not in values:
            measure = phrase(changed, values, possessor=False)  # "cut his sentence from five years to three"
            return Frame(owner_of(changed) or subject, measure, None, verb, parts=(changed,))
        barring = is_barred(verb)
        if barring is not None:
            return Frame(subject_of(barring), "ban", None, barring)
        sentenced = target if nominal(verb) and target is not None and _is_judged(verb, target) else subject
        act = nominal(verb) if nominal(verb) in ("length", "prison sentence") else ""
        return Frame(sentenced, act or spell(reading, verb, values), None, verb)
    if target is not None and _is_of_next(target, reading):
        target = None
    if target is not None and target.i in values:
        if word == "from" and reading.quantity.counted:  # "stole $4m from 38 clients"
            return Frame(subject, thing, None, verb)
        target = None
    if word == "with" and (doer := agent_of(verb)) is not None and doer.i < preposition.i:
        return Frame(doer, thing, None, verb)
    act = act_of(reading, verb) if word == "for" and reading.quantity.kind == "money" else ""
    if (
        act == "transfer fee"
        and target is not None
        and verb.lemma_ == "sign"
        and not (is_agent(target) or is_player(target))
    ):
        act = ""  # a contract is signed
    if target is None and word == "for" and verb.lemma_ == "go" and reading.quantity.kind == "money":
        return Frame(subject, "price", None, verb)  # "the house went for €5m"
    bought = subject is not None and verb.tag_ == "VBN" and not is_agent(subject) and subject.pos_ == "NOUN"
    if act == "price" and target is None and bought:  # "his house, bought for €5m, is behind the fence"
        return Frame(subject, act, None, verb)
    if act == "transfer fee" and target is None and subject is not None and is_player(subject):
        return Frame(subject, act, None, verb)  # "the striker joined for €5m"
    if act in ("price", "transfer fee") and target is not None:  # "sold the plant for €5m"
        return Frame(subject if verb.lemma_ == "join" else target, act, None, verb)
    if word == "for" and unit_of(reading) == "km" and any(child.dep_ == "auxpass" for child in verb.lefts):
        return Frame(subject, f"length {done(verb)}", None, verb)  # "the road was blocked for 12 km"
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
            return level_of(reading, verb, subject, values)
        return Frame(subject, "", None, verb)
    if target is not None:
        inner = foreseen(target, verb)
        owner = owner_foreseen(inner, target) or (subject if inner is target else None)
        if owner is subject and word in ("to", "from", "by") and _only_moves(verb, subject):
            if inner.lemma_ == "toll":
                return Frame(None, "deaths", None, verb)  # "bringing the toll to 22"
            return Frame(inner, thing or phrase(inner, values), None, verb)
        target = inner
        return Frame(owner, thing or phrase(target, values, possessor=False), None, verb, parts=(target,))
    moved = word == "from" and verb.lemma_ in word_class("verbs", "changing")
    if reading.quantity.counted and moved and subject is not None and subject.dep_ == "nsubjpass":
        return Frame(subject, thing, None, verb)  # "was raised from 24 to 40 beds"
    if thing and word == "to" and verb.lemma_ == "run" and reading.quantity.counted:
        return Frame(subject, thing, None, verb)  # "the report runs to 90 pages"
    if thing and verb.lemma_ not in word_class("verbs", "level") | word_class("verbs", "change"):
        if subject is not None and subject.dep_ == "nsubjpass" and word == "to" and not is_agent(subject):
            part = (
                subject.lemma_ in word_class("nouns", "partitive")
                and complement_of(subject, "of") is not None
            )
            return Frame(None, thing if part else f"{thing} with {subject.lower_} {done(verb)}", None, verb)
        return Frame(subject, f"{thing} {done(verb)}", None, verb)
    if thing and subject is not None and subject.lemma_ in word_class("nouns", "register"):
        return Frame(None, thing, None, verb)
    if thing and reading.quantity.counted and word in ("from", "among", "across"):
        return Frame(None, thing, None, verb)  # "the fund stands at €9m from 800 givers"
    if word == "at" and unit_of(reading) == "km" and verb.lemma_ in ("lie", "sit", "live"):
        return Frame(subject, "altitude", None, verb)  # "the village lies at 1,400 m"
    if word == "at" and verb.lemma_ == "price" and verb.tag_ == "VBN":
        return Frame(subject, "price", None, verb)  # "a villa priced at €7m"
    if word == "at" and reading.quantity.kind == "money" and _is_valued(verb, subject):
        return Frame(subject, "value", None, verb)
    return level_of(reading, verb, subject, values)


def _is_sold(noun: "Token") -> bool:
    """Tell whether a noun is any one of a kind of things, which may have a price."""
    any_one = any(child.lower_ in ("a", "an", "each", "every") for child in noun.lefts)
    return any_one and noun.tag_ == "NN" and not is_money(noun.lower_) and not is_forecast(noun)


def _is_valued(verb: "Token", subject: "Token | None") -> bool:
    """Tell whether somebody says what a thing is worth: "the flats are valued at €7m"."""
    passive = subject is not None and subject.dep_ == "nsubjpass"
    return passive and (
        verb.lemma_ == "value" or (verb.lemma_ == "put" and subject is not None and is_agent(subject))
    )


def _is_judged(verb: "Token", target: "Token") -> bool:
    """Tell whether what a verb acts on gets the time behind it: "sentenced the banker to six years"."""
    return is_agent(target) or nominal(verb) == "prison sentence"


def _is_of_next(target: "Token", reading: Reading) -> bool:
    """Tell whether an object is of a clause behind the number: "sales rose to €5m, its debt to €4m"."""
    last = max(reading.inside)
    return target.i > last and any(
        token.lower_ in ("and", ",", ";", "while") for token in target.doc[last + 1 : target.i]
    )


def _is_spread(reading: Reading, verb: "Token") -> bool:
    """Tell whether a number counts the places in which something is: "queues formed in eleven states"."""
    subject = subject_of(verb)
    if subject is None or subject.tag_ != "NNS" or object_of(verb) is not None or is_agent(subject):
        return False
    return reading.anchor.lemma_ in word_class("nouns", "places") and verb.dep_ != "relcl"


def _only_moves(verb: "Token", subject: "Token | None") -> bool:
    """Tell whether a clause says what moved a level, not whose it is: "the rise takes the fare to £4"."""
    if verb.lemma_ not in word_class("verbs", "moving"):
        return False
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and subject is not None and not is_agent(subject):
        return True  # "fares will rise, taking the average ticket to £4"
    return subject is None or (subject.pos_ == "NOUN" and subject.lemma_ in word_class("nouns", "change"))


def _put(verb: "Token") -> "Token | None":
    """Return the "put" that a remark parts from its number ("we put the loss, tourism included, at €4m")."""
    inner = next((child for child in verb.lefts if child.dep_ == "ccomp" and child.lemma_ == "put"), None)
    return inner if inner is not None and object_of(inner) is not None else None


def _of_number(reading: Reading, frame: Frame, values: frozenset[int]) -> str:
    """Return the measure of a number behind the "of" of another, the whole ("two of 14 shops")."""
    if not reading.quantity.counted:
        return follow(reading, frame)
    return thing_of(reading, values) or frame.measure


def _shared_amount(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """Read the amount that the one before is a share of: "$3m, a third of its old $9m"."""
    if len(before) < 2 or reading.quantity.counted or before[-2][0].quantity.kind != reading.quantity.kind:
        return None
    adjective = next((child.text for child in reading.anchor.lefts if _describes(child, reading)), "")
    frame = before[-2][1]
    owner = owner_of(reading.anchor)
    if owner is not None and unit_of(reading) == "ha":  # "7 % of its 250 km²"
        return Frame(owner, "area", None, frame.predicate)
    return replace(frame, measure=f"{adjective} {frame.measure or LAST}".strip(), shared=True)


def _describes(word: "Token", reading: Reading) -> bool:
    return word.dep_ == "amod" and word.i not in reading.inside


def _shared_out(
    reading: Reading, noun: "Token", earlier: Reading, frame: Frame, values: frozenset[int]
) -> Frame | None:
    """Read how much there is of what the number before is a share of: "a third of a crop of 22 Mt"."""
    if noun in earlier.figures or noun.pos_ != "NOUN" or reading.quantity.kind in ("share", "growth"):
        return None
    if noun.lemma_ in word_class("nouns", "empty"):
        return replace(frame, measure=thing_of(reading, values) or frame.measure, shared=True)
    return Frame(
        owner_of(noun) or frame.subject,
        phrase(noun, values - earlier.inside, possessor=False),
        None,
        frame.predicate,
        parts=(noun,),
    )


def _noun_of(
    reading: Reading, noun: "Token", word: str, before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """The number belongs to a noun by a preposition: "imports of 870 tonnes", "a rate of 11.6 %"."""
    above = noun.head.head
    if word == "of" and noun.pos_ == "PROPN" and noun.dep_ == "pobj" and above.pos_ == "NOUN":
        noun = above if above.i not in values else noun  # "a fund for Dorn of €25m"
    extent = load("frames")["extent_of"].get(noun.lemma_) if unit_of(reading) == "km" else None
    if word == "of" and extent:
        return Frame(noun, extent, None, clause_verb(noun), parts=(noun,))
    for earlier, frame in reversed(before):
        if noun.i in earlier.inside and earlier.quantity.kind == "share" and word == "of":
            amount = _shared_amount(reading, before) or _shared_out(reading, noun, earlier, frame, values)
            if amount is not None:
                return amount
        if noun.i in earlier.inside and word in ("of", "from", "to", "for", "out"):
            measure = _of_number(reading, frame, values)
            owner = owner_of(reading.anchor) if reading.quantity.counted else None
            if owner is not None and owner.pos_ in NOUNS:  # "three of the county's nine bridges"
                return replace(frame, subject=owner, measure=measure, parts=(), shared=True)
            return replace(frame, measure=measure, shared=True)
    verb = clause_verb(noun)
    accused = verb is not None and object_of(verb) == noun and verb.lemma_ in word_class("judging", "verbs")
    if verb is not None and accused and word in ("of", "on"):
        return judged_of(reading, verb, values)
    if word == "for" and reading.quantity.kind == "money" and verb is not None and object_of(verb) == noun:
        act = act_of(reading, verb)
        if act == "price" or (act and is_player(noun)):  # "sold a barge for €2m": the parse may err
            return Frame(noun, act, None, verb)
    lasts = noun.lemma_ in event_kinds() or noun.lemma_ in word_class("nouns", "lasting")
    long = unit_of(reading) == "km" and noun.lemma_ in load("works")["kinds"]
    if word == "of" and long and noun.i not in values:
        return Frame(noun, "length", None, verb, parts=(noun,))  # "a canal of 40 km"
    if word == "of" and reading.quantity.kind == "duration" and lasts:
        return Frame(noun, "length", None, verb, parts=(noun,))  # "after a trial of 17 weeks"
    if word == "at" and reading.quantity.kind == "money" and noun.dep_ == "nsubj" and _is_sold(noun):
        return Frame(noun, "price", None, verb)  # "a kettle at €19, sold in the spring, was faulty"
    thing = thing_of(reading, values)
    inner = foreseen(noun, verb)
    set_against = noun.dep_ == "pobj" and noun.head.lower_ in ("against", "with", "than", "to")
    kin = before[-1] if before and before[-1][0].quantity.kind == reading.quantity.kind else None
    if set_against and is_forecast(noun) and inner == noun and kin is not None:
        return replace(kin[1], shared=True)  # "€84m, against a forecast of €90m"
    if inner is not noun and inner.pos_ == "NOUN":
        owner = owner_foreseen(inner, noun)
        return Frame(owner, phrase(inner, values, possessor=False), None, verb, parts=(inner, noun))
    if (
        word == "of"
        and (reading.anchor.lemma_ in word_class("nouns", "inhabitants") or is_bare(reading))
        and noun.lemma_ in word_class("nouns", "inhabited")
    ):
        apposed = noun.dep_ == "appos" and noun.head.pos_ == "PROPN"  # "Dorn, a village of 400 people"
        named = noun.head if apposed else None if noun.lemma_ == "place" else noun
        return Frame(named, "inhabitants", None, verb)
    if word == "of" and noun.lemma_ in word_class("group", "nouns") and noun.i not in values:
        grouped = in_group(reading, noun, thing, values)
        if grouped is not None:
            return grouped
    if word == "with" and is_agent(noun):
        return Frame(noun, thing, whole_of(reading, values), verb)
    if (
        noun.lemma_ in word_class("nouns", "rate")
        and verb is not None
        and verb.lemma_ in word_class("verbs", "change")
    ):
        level = level_of(reading, verb, subject_of(verb), values)
        return replace(level, measure=f"{noun_phrase(noun, complement=False)} of {level.measure}")
    if noun.lemma_ in ("value", "worth") and before and not thing:
        return replace(before[-1][1], measure=f"value of {before[-1][1].measure}", shared=True)
    if noun.lemma_ in word_class("nouns", "empty") and thing:
        holder = in_charge(noun) or holder_of(noun) or (subject_of(verb) if verb is not None else None)
        return Frame(holder, thing, None, verb)
    behind = noun.doc[max(reading.inside) + 1 : max(reading.inside) + 2]
    inside = next((link for link in behind if link.lower_ == "in" and word == "of"), reading.anchor)
    beyond = next(
        (child for child in inside.children if child.dep_ == "pobj" and inside.lower_ == "in"), None
    )
    changed = complement_of(noun, "in") or beyond
    if noun.lemma_ in word_class("nouns", "change") and changed is not None and not is_time(changed):
        return Frame(owner_of(changed), phrase(changed, values), None, verb, parts=(changed, noun))
    owner = owner_of(noun) or in_charge(noun) or complement_of(noun, "by", "from", "at")
    if owner is not None and owner.i in values:
        owner = None
    if verb is not None and owner is None and noun.dep_ == "dobj" and word in ("from", "to"):
        owner = noun if _only_moves(verb, subject_of(verb)) else None
    name = phrase(noun, values, possessor=False, depth=0 if thing and word == "of" else 3)
    measure = f"{name} of {thing}" if thing and word == "of" else thing or name
    by_whom = owner is not None and owner.dep_ == "pobj" and owner.head.head == noun
    if owner is not None and by_whom and not thing:  # "loans of €9m from the owner"
        measure = phrase(noun, values | {owner.i, owner.head.i}, possessor=False) or measure
    subject = owner or (bearer(verb) if verb is not None else None)
    if (
        owner is None
        and word == "of"
        and subject is not None
        and noun.lower_ in word_class("nouns", "of_firms")
    ):
        subject = owner_of(subject) or subject  # "Elm's profit rose, on sales of €9m"
    return Frame(
        subject if subject != noun or owner == noun else None,
        measure,
        whole_of(reading, values),
        verb,
        parts=(noun,),
    )
