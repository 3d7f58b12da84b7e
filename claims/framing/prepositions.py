"""Frames of numbers behind prepositions: "imports of 870 tonnes", "sold for €5m", "fell to 12 %"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.acts import act_of, borne_by, is_player, nominal, unit_of
from claims.framing.behind_nouns import of_noun
from claims.framing.frame import (
    NOUNS,
    Frame,
    Reading,
    agent_of,
    deed_behind,
    is_bare,
    phrase,
    share_of,
    thing_of,
    whole_of,
    word_class,
)
from claims.framing.inflection import done
from claims.framing.levels import (
    bearer,
    is_agent,
    level_of,
    only_moves,
    owner_foreseen,
    verbless,
)
from claims.framing.measures import is_money
from claims.framing.noun_phrases import (
    clause_verb,
    complement_of,
    foreseen,
    is_verb,
    object_of,
    owner_of,
    subject_of,
)
from claims.framing.spells import is_barred, is_lasting, spell
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
        return of_noun(reading, head, word, before, values)
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
        if owner is subject and word in ("to", "from", "by") and only_moves(verb, subject):
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


def _put(verb: "Token") -> "Token | None":
    """Return the "put" that a remark parts from its number ("we put the loss, tourism included, at €4m")."""
    inner = next((child for child in verb.lefts if child.dep_ == "ccomp" and child.lemma_ == "put"), None)
    return inner if inner is not None and object_of(inner) is not None else None
