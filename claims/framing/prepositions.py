"""Frames of numbers behind prepositions: "imports of 870 tonnes", "sold for €5m", "fell to 12 %"."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.framing.acts import act_of, borne_by, is_player, nominal, unit_of
from claims.framing.behind_nouns import of_noun
from claims.framing.forecasts import foreseen
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
    opens_before_level,
    owner_foreseen,
    verbless,
)
from claims.framing.measures import is_money
from claims.framing.noun_phrases import clause_verb, complement_of, is_verb, object_of, owner_of, subject_of
from claims.framing.put_at import is_of_next, put_outside, told_inside
from claims.framing.spells import is_barred, is_lasting, spell
from claims.framing.verdicts import judged, judged_of
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token


@dataclass(frozen=True, slots=True)
class _Clause:
    """A number behind a preposition, in the clause that tells it.

    Attributes:
        reading: The number.
        preposition: What it is the object of.
        word: The same in small letters.
        verb: The verb of the clause.
        thing: What there are so many of, or "".
        values: The tokens of all numbers, units and times of the sentence.
        subject: Whom the verb is said of, where that is asked for.
        target: What it acts upon, where that is asked for.
    """

    reading: Reading
    preposition: "Token"
    word: str
    verb: "Token"
    thing: str
    values: frozenset[int]
    subject: "Token | None" = None
    target: "Token | None" = None

    @property
    def kind(self) -> str:
        """What kind of quantity the number is."""
        return self.reading.quantity.kind


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
    clause = _Clause(reading, preposition, word, verb, thing_of(reading, values), values)
    return (
        _scored(clause)
        or _given(clause)
        or _done_by(clause)
        or _spread(clause)
        or _for_each(clause, before)
        or _of_those(clause)
        or _by_clause(clause)
    )


def _by_clause(clause: _Clause) -> Frame:
    """The verb, its subject and its object say what the number is of."""
    reading, verb = clause.reading, put_outside(clause.verb) or clause.verb
    target = object_of(verb)
    clause = replace(clause, verb=verb, subject=bearer(verb), target=target)
    if target is None and (borne := borne_by(reading, verb, clause.subject)):
        return Frame(clause.subject, borne, None, verb)
    if clause.kind == "duration":
        return _spell(clause)
    if target is not None and is_of_next(target, reading):
        clause = replace(clause, target=None)
    elif target is not None and target.i in clause.values:
        if clause.word == "from" and reading.quantity.counted:
            return Frame(clause.subject, clause.thing, None, verb)  # "stole $4m from 38 clients"
        clause = replace(clause, target=None)
    return (
        _warm(clause)
        or _of_doer(clause)
        or _paid(clause)
        or _blocked(clause)
        or _with_or_for(clause)
        or _of_target(clause)
        or _counted(clause)
        or _worth_or_height(clause)
        or level_of(reading, verb, clause.subject, clause.values)
    )


def _scored(clause: _Clause) -> Frame | None:
    """What the subject lacks or has got: "is short of 60 nurses", "finished sixth with 61 points"."""
    if clause.word == "of" and clause.preposition.head.lower_ == "short" and clause.thing:
        return Frame(subject_of(clause.verb), f"shortage of {clause.thing}", None, clause.verb)
    if (
        clause.word in ("with", "on")
        and clause.reading.quantity.unit == "point"
        and clause.kind == "quantity"
    ):
        return Frame(subject_of(clause.verb), "points", None, clause.verb)
    return None


def _given(clause: _Clause) -> Frame | None:
    """What a court found somebody to have done, or what somebody only speaks of."""
    if clause.word in ("of", "on") and clause.verb.lemma_ in word_class("judging", "verbs"):
        return judged_of(clause.reading, clause.verb, clause.values)
    spoken = clause.word in ("of", "about") and clause.verb.lemma_ in ("speak", "talk")
    return Frame(None, "", None, clause.verb) if spoken and is_bare(clause.reading) else None


def _done_by(clause: _Clause) -> Frame | None:
    """How many of some do what is done: "used by 40 % of the growers"."""
    if clause.word != "by" or clause.kind != "share" or clause.verb.tag_ != "VBN" or not clause.thing:
        return None
    measure = f"{clause.thing} that {clause.verb.text}"
    return Frame(subject_of(clause.verb), measure, whole_of(clause.reading, clause.values), clause.verb)


def _spread(clause: _Clause) -> Frame | None:
    """In how many places something is: "queues formed in eleven states"."""
    if clause.word != "in" or not clause.thing or not _is_spread(clause.reading, clause.verb):
        return None
    things = subject_of(clause.verb)
    told = phrase(things, clause.values, depth=1) if things is not None else ""
    return Frame(None, f"{clause.thing} with {told}", None, clause.verb)


def _for_each(clause: _Clause, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """How many of another thing there are for each of the number before: "for every 12 boats"."""
    anchor = clause.reading.anchor
    if clause.word != "for" or not before or not any(it.lower_ in ("every", "each") for it in anchor.lefts):
        return None
    per = before[-1][0].anchor.lemma_
    return replace(before[-1][1], measure=f"{clause.thing or anchor.text} per {per}", shared=True)


def _of_those(clause: _Clause) -> Frame | None:
    """How many there are of whom the clause goes on to tell: "Of the 62 people evacuated, 41 were …"."""
    thing, verb = clause.thing, clause.verb
    if not thing:
        return None
    if clause.word == "of" and clause.preposition.i < verb.i:
        deed = deed_behind(clause.reading)
        return Frame(None, thing if thing.endswith(deed) else f"{thing} {deed}", None, verb)
    if clause.word == "of" and clause.preposition.head.lower_ in load("frames")["verdicts"]:
        return judged(clause.preposition.head, thing, verb)
    if opens_before_level(clause.reading, clause.preposition, verb, clause.values):
        return Frame(None, thing, None, verb)  # "In 12 towns the average rent was €900"
    if clause.word == "across" and verb.lemma_ == "be":  # "the average is €640 across 2,400 patients"
        return Frame(None, thing, None, verb)
    return None


def _spell(clause: _Clause) -> Frame:
    """How long something lasted, or somebody is barred or locked up: "jailed for nine years"."""
    reading, word, verb = clause.reading, clause.word, clause.verb
    subject, target = clause.subject, clause.target
    if word == "for" and target is None and is_lasting(verb):
        return Frame(subject, "length", None, verb)
    if word == "at":
        return level_of(reading, verb, subject, clause.values)
    changing = word in ("from", "to") and verb.lemma_ in word_class("verbs", "changing")
    if target is not None and changing and target.pos_ == "NOUN" and target.i not in clause.values:
        # "cut his sentence from five years to three"
        measure = phrase(target, clause.values, possessor=False)
        return Frame(owner_of(target) or subject, measure, None, verb, parts=(target,))
    barring = is_barred(verb)
    if barring is not None:
        return Frame(subject_of(barring), "ban", None, barring)
    act = nominal(verb)
    sentenced = target if act and target is not None and _is_judged(verb, target) else subject
    told = act if act in ("length", "prison sentence") else ""
    return Frame(sentenced, told or spell(reading, verb, clause.values), None, verb)


def _warm(clause: _Clause) -> Frame | None:
    """How warm it is where something is done: "is kept at 4 degrees"."""
    if clause.word != "at" or unit_of(clause.reading) != "degC":
        return None
    subject = clause.subject if clause.target is None else clause.target
    return Frame(subject, "temperature", None, clause.verb)


def _of_doer(clause: _Clause) -> Frame | None:
    """What he has by whom it was done: "was beaten by Holm, with 900 votes"."""
    doer = agent_of(clause.verb) if clause.word == "with" else None
    if doer is None or doer.i >= clause.preposition.i:
        return None
    return Frame(doer, clause.thing, None, clause.verb)


def _paid(clause: _Clause) -> Frame | None:
    """What was paid for something or somebody: "sold the plant for €5m", "the striker joined for €5m"."""
    if clause.word != "for" or clause.kind != "money":
        return None
    verb, subject, target = clause.verb, clause.subject, clause.target
    if target is None and verb.lemma_ == "go":
        return Frame(subject, "price", None, verb)  # "the house went for €5m"
    act = act_of(clause.reading, verb)
    if target is not None:
        if act == "transfer fee" and verb.lemma_ == "sign" and not (is_agent(target) or is_player(target)):
            return None  # a contract is signed
        paid = act in ("price", "transfer fee")
        return Frame(subject if verb.lemma_ == "join" else target, act, None, verb) if paid else None
    bought = subject is not None and verb.tag_ == "VBN" and not is_agent(subject) and subject.pos_ == "NOUN"
    if act == "price" and bought:  # "his house, bought for €5m, is behind the fence"
        return Frame(subject, act, None, verb)
    if act == "transfer fee" and subject is not None and is_player(subject):
        return Frame(subject, act, None, verb)  # "the striker joined for €5m"
    return None


def _blocked(clause: _Clause) -> Frame | None:
    """How much of a way something was done to: "the road was blocked for 12 km"."""
    verb = clause.verb
    if clause.word != "for" or unit_of(clause.reading) != "km":
        return None
    passive = any(child.dep_ == "auxpass" for child in verb.lefts)
    return Frame(clause.subject, f"length {done(verb)}", None, verb) if passive else None


def _with_or_for(clause: _Clause) -> Frame | None:
    """What the subject has or does for so much: "opened with 40 beds"; no change, which is a level."""
    reading, verb, subject, target = clause.reading, clause.verb, clause.subject, clause.target
    if clause.word not in ("with", "for"):
        return None
    if clause.thing:
        return Frame(subject, clause.thing, whole_of(reading, clause.values), verb)
    if verb.lemma_ in word_class("verbs", "change"):
        return None
    if target is not None and target.lemma_ in word_class("nouns", "placing"):
        return Frame(subject, "", None, verb)
    if target is not None:
        measure = share_of(reading, phrase(target, clause.values, possessor=False), clause.values)
        return Frame(subject, measure, None, verb, parts=(target,))
    noun = subject is not None and subject.pos_ == "NOUN" and subject.i not in clause.values
    if noun and subject is not None and not is_agent(subject):
        return level_of(reading, verb, subject, clause.values)
    return Frame(subject, "", None, verb)


def _of_target(clause: _Clause) -> Frame | None:
    """What the verb acts upon is brought to so much: "cut the fare to €2", "brought the toll to 22"."""
    verb, subject, target = clause.verb, clause.subject, clause.target
    if target is None:
        return None
    inner = foreseen(target, verb)
    valued = clause.kind == "money" and clause.word == "at" and verb.lemma_ in ("value", "appraise")
    if valued and not is_money(target.lemma_) and not is_money(target.lower_):
        return Frame(target, "value", None, verb)  # "experts value the bell at €9m", not "the losses"
    owner = owner_foreseen(inner, target) or (subject if inner is target else None)
    if owner is subject and clause.word in ("to", "from", "by") and only_moves(verb, subject):
        if inner.lemma_ == "toll":
            return Frame(None, "deaths", None, verb)  # "bringing the toll to 22"
        return Frame(inner, clause.thing or phrase(inner, clause.values), None, verb)
    measure = clause.thing or phrase(inner, clause.values, possessor=False)
    if told := told_inside(verb, target, clause.preposition):
        owner, measure = None if owner is subject else owner, told
    return Frame(owner, measure, None, verb, parts=(inner,))


def _counted(clause: _Clause) -> Frame | None:
    """How many things there are by what the clause tells of them: "was raised from 30 to 50 beds"."""
    word, verb, subject, thing = clause.word, clause.verb, clause.subject, clause.thing
    counted = clause.reading.quantity.counted
    moved = word == "from" and verb.lemma_ in word_class("verbs", "changing")
    if counted and moved and subject is not None and subject.dep_ == "nsubjpass":
        return Frame(subject, thing, None, verb)  # "was raised from 30 to 50 beds"
    if not thing:
        return None
    if counted and _goes_from_to(clause) and subject is not None and not _is_figure(subject):
        return Frame(subject, thing, None, verb)  # "the choir went from 31 singers to 22"
    if word == "to" and verb.lemma_ == "run" and counted:
        return Frame(subject, thing, None, verb)  # "the report runs to 90 pages"
    if verb.lemma_ not in word_class("verbs", "level") | word_class("verbs", "change"):
        return _acted_to(clause)
    if subject is not None and subject.lemma_ in word_class("nouns", "register"):
        return Frame(None, thing, None, verb)
    if counted and word in ("from", "among", "across"):
        return Frame(None, thing, None, verb)  # "the fund stands at €9m from 800 givers"
    return None


def _goes_from_to(clause: _Clause) -> bool:
    """Tell whether somebody goes from one number of things to another."""
    ways = {child.lower_ for child in clause.verb.rights if child.dep_ == "prep"}
    ways |= {child.lower_ for way in clause.verb.rights for child in way.subtree if child.dep_ == "prep"}
    changing = word_class("verbs", "change") | word_class("verbs", "changing")
    moves = clause.verb.lemma_ == "go" or clause.verb.lemma_ in changing
    return moves and clause.word in ("from", "to") and {"from", "to"} <= ways


def _is_figure(noun: "Token") -> bool:
    """Tell whether a noun is that of a figure, which has no things ("attendance fell from 300 people")."""
    figures = (
        word_class("nouns", "measured")
        | word_list("when", "implied", "counts")
        | word_list("naming", "nouns", "of_bodies")
    )
    return noun.lemma_ in figures or noun.lower_ in figures


def _acted_to(clause: _Clause) -> Frame:
    """How many do or get what a verb tells: "letters were sent to 400 homes"."""
    verb, subject, thing = clause.verb, clause.subject, clause.thing
    passive = subject is not None and subject.dep_ == "nsubjpass" and clause.word == "to"
    if subject is None or not passive or is_agent(subject):
        return Frame(subject, f"{thing} {done(verb)}", None, verb)
    part = subject.lemma_ in word_class("nouns", "partitive") and complement_of(subject, "of") is not None
    return Frame(None, thing if part else f"{thing} with {subject.lower_} {done(verb)}", None, verb)


def _worth_or_height(clause: _Clause) -> Frame | None:
    """How high a place lies or what a thing is worth: "lies at 1,400 m", "a villa priced at €7m"."""
    verb, subject = clause.verb, clause.subject
    if clause.word != "at":
        return None
    if verb.lemma_ in ("lie", "sit", "live") and unit_of(clause.reading) == "km":
        return Frame(subject, "altitude", None, verb)
    if verb.lemma_ == "price" and verb.tag_ == "VBN":
        return Frame(subject, "price", None, verb)
    if clause.kind == "money" and _is_valued(verb, subject):
        return Frame(subject, "value", None, verb)
    return None


def _is_valued(verb: "Token", subject: "Token | None") -> bool:
    """Tell whether somebody says what a thing is worth: "the flats are valued at €7m"."""
    passive = subject is not None and subject.dep_ == "nsubjpass"
    return passive and (
        verb.lemma_ == "value" or (verb.lemma_ == "put" and subject is not None and is_agent(subject))
    )


def _is_judged(verb: "Token", target: "Token") -> bool:
    """Tell whether what a verb acts on gets the time behind it: "sentenced the banker to six years"."""
    return is_agent(target) or nominal(verb) == "prison sentence"


def _is_spread(reading: Reading, verb: "Token") -> bool:
    """Tell whether a number counts the places in which something is: "queues formed in eleven states"."""
    subject = subject_of(verb)
    if subject is None or subject.tag_ != "NNS" or object_of(verb) is not None or is_agent(subject):
        return False
    return reading.anchor.lemma_ in word_class("nouns", "places") and verb.dep_ != "relcl"
