"""Frames of numbers that a verb acts upon: "sold 40 turbines", "cost €9m", "holds 55 % in the bank"."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from claims.framing.acts import (
    act_of,
    borne_by,
    earned,
    evacuated,
    flees,
    is_standing,
    nominal,
    sized,
    unit_of,
)
from claims.framing.forecasts import foreseen
from claims.framing.frame import (
    NOUNS,
    Frame,
    Reading,
    are_people,
    complements,
    counted_before,
    is_bare,
    is_passed,
    phrase,
    says_something,
    thing_of,
    whole_of,
    word_class,
)
from claims.framing.inflection import done, plural
from claims.framing.levels import bearer, is_agent, level_of
from claims.framing.measures import amounts
from claims.framing.noun_phrases import complement_of, is_verb, object_of, owner_of, subject_of
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token


@dataclass(frozen=True, slots=True)
class _Deed:
    """What a verb does to a number.

    Attributes:
        reading: The number.
        verb: The verb.
        subject: Who does it, or None.
        thing: What there are so many of, or "".
        values: The tokens of all numbers, units and times of the sentence.
    """

    reading: Reading
    verb: "Token"
    subject: "Token | None"
    thing: str
    values: frozenset[int]

    @property
    def kind(self) -> str:
        """What kind of quantity the number is."""
        return self.reading.quantity.kind

    def of(self, measure: str) -> Frame:
        """Return the frame of what is measured of him who does it."""
        return Frame(self.subject, measure, None, self.verb)

    def among(self, measure: str) -> Frame:
        """Return the same where the number may be a share, with what it is a share of."""
        return Frame(self.subject, measure, whole_of(self.reading, self.values), self.verb)


def as_object(
    reading: Reading, verb: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    """The number is what a verb acts upon: "sold 40 turbines", "cost €9m", "fined Pellam €4m".

    Args:
        reading: The number.
        verb: The verb.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    subject = bearer(verb)
    if verb.lemma_ in word_class("verbs", "registers") and unit_of(reading) not in ("count", "%"):
        subject = subject_of(verb)
    thing = thing_of(reading, values) or _sold(verb, values)
    deed = _Deed(reading, verb, subject, thing, values)
    target = object_of(verb)
    if target is not None and target.i not in reading.inside and target.i not in values:
        return _beside_target(deed, foreseen(target))
    return (
        _borne(deed)
        or _covered(deed)
        or _points(deed)
        or _earned(deed)
        or _possessed(deed, before)
        or _made(deed)
        or _done_to_things(deed, before)
        or _by_the_verb(deed)
    )


def _sold(verb: "Token", values: frozenset[int]) -> str:
    """Return what is sold for a number that does not say so: "selling £8m of shares"."""
    sold = complement_of(verb, "of") if verb.lemma_ == "sell" else None
    return phrase(sold, values) if sold is not None and sold.pos_ in NOUNS and sold.i not in values else ""


def _beside_target(deed: _Deed, target: "Token") -> Frame:
    """The verb acts upon something else: "fined Pellam €4m", "paid the crew €9m", "cost us eleven months"."""
    reading, verb, thing = deed.reading, deed.verb, deed.thing
    whom = next((child for child in verb.rights if child.dep_ == "dative"), target)
    if whom.pos_ == "PROPN" and whom.left_edge.i == target.i + 1:
        target = whom  # "fined rail firm Pellam €4m": "firm" only says what Pellam is
    if nominal(verb) == "fine" and not thing and deed.kind == "money":
        return Frame(target, "fine", None, verb)
    if verb.lemma_ == "cost" and target.lemma_ == "life" and thing:  # "cost nine people their lives"
        return deed.of("deaths" if are_people(thing) else f"{thing} killed")
    if deed.kind == "duration" and verb.lemma_ == "cost":
        return deed.of(sized(reading, verb, deed.values))  # "cost us eleven months"
    act = act_of(reading, verb) if is_agent(target) and not thing else ""
    if act in ("price", "transfer fee"):
        return Frame(target, act, None, verb)
    given = is_paid(reading, target) or (is_agent(target) and deed.kind == "money")
    paid = (nominal(verb) or f"amount {done(verb)}") if given else ""
    measure = thing or paid or phrase(target, deed.values, possessor=False)
    return Frame(owner_of(target) or deed.subject, measure, None, verb, parts=(target,))


def _borne(deed: _Deed) -> Frame | None:
    """What is borne by somebody, or what it cost to do something: "rebuilding the dam cost €9m"."""
    verb, subject = deed.verb, deed.subject
    borne = borne_by(deed.reading, verb, subject)
    if borne:
        return deed.of(borne)
    if verb.lemma_ != "cost" or subject is None or subject.dep_ != "csubj" or subject.tag_ != "VBG":
        return None
    return Frame(object_of(subject), f"cost of {subject.lower_}", None, verb)


def _covered(deed: _Deed) -> Frame | None:
    """How many are carried, how much land is owned, how far somebody went: "the estate has 40 hectares"."""
    lemma, thing = deed.verb.lemma_, deed.thing
    carried = lemma in word_class("carrying", "verbs") and deed.reading.quantity.counted
    if carried and set(thing.lower().split()) <= word_class("nouns", "anyone"):
        return deed.of("passengers")
    if thing:
        return None
    if lemma in word_class("verbs", "possession") and unit_of(deed.reading) == "ha":
        return deed.of("area")
    if lemma == "cover" and unit_of(deed.reading) == "km":
        return deed.of("distance covered")
    return None


def _points(deed: _Deed) -> Frame | None:
    """How many points somebody has, lost or needs: "the index lost 40 points"."""
    lemma = deed.verb.lemma_
    if deed.thing or deed.reading.quantity.unit != "point" or deed.kind != "quantity":
        return None
    if lemma in word_class("verbs", "possession") | word_class("standings", "verbs"):
        return deed.of("points")
    return deed.of(f"points {done(deed.verb)}") if lemma in word_class("standings", "lacking") else None


def _earned(deed: _Deed) -> Frame | None:
    """What part of something somebody holds, or what is left to him: "holds 55 % in the bank"."""
    if deed.thing:
        return None
    held = _held_in(deed.verb, deed.reading.anchor) if deed.kind == "share" else None
    if held is not None:
        return deed.of(f"share of {phrase(held, deed.values, depth=0)}")
    profit = earned(deed.reading, deed.verb, deed.subject)
    return deed.of(profit) if profit else None


def _possessed(deed: _Deed, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """What somebody has, or has won: "the line has 14 ships", "the Greens took 31 seats"."""
    lemma, thing = deed.verb.lemma_, deed.thing
    if lemma in word_class("verbs", "possession"):
        return deed.among(f"{thing} in fleet" if _is_fleet(thing, deed.verb, deed.subject) else thing)
    if lemma not in word_class("standings", "verbs"):
        return None
    things = deed.reading.quantity.counted or counted_before(deed.reading, before)
    return deed.among(thing or things) if is_standing(things) else None


def _made(deed: _Deed) -> Frame | None:
    """What somebody got back, grew or cut, or how far something moved, where no thing is named."""
    lemma = deed.verb.lemma_
    if deed.thing:
        return None
    if lemma == "recover" and deed.kind == "money":
        return deed.of(f"amount {done(deed.verb)}")
    if made := _production(deed.reading, deed.verb, deed.subject):
        return deed.of(made)
    levels = word_class("verbs", "level") | word_class("verbs", "change")
    if lemma in levels or is_passed(deed.reading):
        return level_of(deed.reading, deed.verb, deed.subject, deed.values)
    return None


def _done_to_things(deed: _Deed, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """To how many things something is done, even where only the number before names them."""
    reading, verb = deed.reading, deed.verb
    if deed.thing and flees(reading, verb):
        return deed.among(evacuated(deed.thing))
    thing = deed.thing or _behind(reading, verb, deed.values)
    if thing and verb.lemma_ in word_class("verbs", "level"):
        return deed.among(thing)
    thing = thing or counted_before(reading, before)
    if not thing:
        return None
    deed = replace(deed, thing=thing)
    return _named_act(deed) or _of_relative(deed) or _counted(deed)


def _named_act(deed: _Deed) -> Frame | None:
    """An act on people has a name, and so has a sum for things: deaths, "paid €9m in fines"."""
    act, thing = nominal(deed.verb), deed.thing
    if act == "deaths" and not are_people(thing):
        return deed.among(f"{thing} killed")
    if act and are_people(thing):
        return deed.among(act)
    return deed.among(f"{thing} {done(deed.verb)}") if act.startswith("amount ") else None


def _of_relative(deed: _Deed) -> Frame | None:
    """How many there are who do something: "found two who had fled"."""
    reading, verb = deed.reading, deed.verb
    relative = next((child for child in reading.anchor.rights if child.dep_ == "relcl"), None)
    if not is_bare(reading) or relative is None or not any(word.tag_ == "WP" for word in relative.lefts):
        return None
    who = f"{deed.thing} who {relative.text} {complements(relative, deed.values)}".strip()
    return Frame(subject_of(verb), who, None, verb)


def _counted(deed: _Deed) -> Frame:
    """How many things there are by what is done to them: "sold 40 turbines", "each shed holds 90 cows"."""
    reading, verb, subject, thing = deed.reading, deed.verb, deed.subject, deed.thing
    act = nominal(verb)
    if act == "sales" and deed.kind == "money":
        return deed.among(f"value of {thing} sold")
    tail = f" {done(verb)}{_as_they_are(reading)}" if says_something(verb) else ""
    if subject is not None and any(child.lower_ in ("each", "every") for child in subject.lefts):
        return Frame(None, f"{thing}{tail} per {phrase(subject, deed.values)}", None, verb)
    if act == "employees":
        return deed.among(f"{thing} employed")
    if act and thing.startswith("share of "):
        return deed.among(f"{thing} {act}")
    return deed.among(f"{act} of {thing}" if act else f"{thing}{tail}")


def _by_the_verb(deed: _Deed) -> Frame:
    """What the verb alone says of a bare number: "burned 40 hectares", "exports brought in €9m"."""
    verb, subject, values = deed.verb, deed.subject, deed.values
    if subject is not None and subject.dep_ == "nsubjpass" and subject.pos_ == "NOUN" and not nominal(verb):
        measure = f"{phrase(subject, values, possessor=False)} {done(verb)}"
        return Frame(owner_of(subject), measure, None, verb)
    act = earned(deed.reading, verb, subject) or act_of(deed.reading, verb)
    if act == "revenue" and subject is not None and subject.lower_ in amounts():
        named = phrase(subject, values, possessor=False, depth=1)  # "exports to China brought in €9m"
        return Frame(owner_of(subject), named, None, verb, parts=(subject,))
    if act == "revenue" and subject is not None and _is_source_of_revenue(subject):
        named = phrase(subject, values, depth=0)
        source = named.removesuffix(subject.text) + subject.lemma_ if named.endswith(subject.text) else named
        return Frame(None, f"{source} revenue", None, verb, parts=(subject,))
    return deed.of(act or sized(deed.reading, verb, values))


def _held_in(verb: "Token", number: "Token") -> "Token | None":
    """Return what somebody has a part of: "the bank, in which Holm has 55 %", "holds 55 % in the bank"."""
    if verb.lemma_ not in word_class("verbs", "holding"):
        return None
    target = complement_of(verb, "in", "of") or complement_of(number, "in")
    if target is not None and target.tag_ in ("WDT", "WP"):
        return verb.head if verb.dep_ == "relcl" and verb.head.pos_ in NOUNS else None
    return target if target is not None and is_agent(target) and target.ent_type_ != "GPE" else None


def _as_they_are(reading: Reading) -> str:
    """Return how those that something is done to are: "pulled two men out alive"."""
    behind = (child for child in reading.anchor.rights if child.pos_ == "ADJ" and child.dep_ == "amod")
    return next((f" {child.lower_}" for child in behind if not any(True for _ in child.children)), "")


def _is_fleet(things: str, verb: "Token", subject: "Token | None") -> bool:
    """Tell whether somebody has so many vehicles: "the line has 14 ships" is its fleet."""
    words = things.lower().split()
    vehicles = word_class("fleets", "things")
    known = bool(words) and words[-1] in vehicles | {plural(noun) for noun in vehicles}
    named = subject is None or is_agent(subject) or subject.lemma_ in load("context")["organisations"]
    return known and named and len(words) < 3 and verb.lemma_ in word_class("fleets", "verbs")


def _behind(reading: Reading, verb: "Token", values: frozenset[int]) -> str:
    """Return what a bare number counts that the parse puts beside it: "replace 31 older A319s"."""
    last = max(reading.inside)
    noun = next((child for child in verb.rights if child.dep_ == "dobj" and child.i > last), None)
    if not is_bare(reading) or reading.anchor.dep_ != "dobj" or noun is None or noun.i in values:
        return ""
    between = reading.anchor.doc[last + 1 : noun.i]
    return phrase(noun, values, depth=0) if all(token.dep_ == "amod" for token in between) else ""


def _is_source_of_revenue(noun: "Token") -> bool:
    """Tell whether a noun without an article is what somebody earns money with ("cargo brought in €4m")."""
    bare = not any(child.dep_ in ("det", "poss", "nummod") for child in noun.lefts)
    return noun.pos_ == "NOUN" and bare and noun.lemma_ not in word_class("nouns", "anyone")


def _production(reading: Reading, verb: "Token", subject: "Token | None") -> str:
    """Name what somebody grows or cuts so many tonnes of: production, unless amounts themselves grow."""
    if verb.lemma_ not in load("frames")["nominal_mass"] or reading.anchor.dep_ != "dobj":
        return ""
    if subject is None or subject.lower_ in word_class("nouns", "measured"):
        return ""
    return act_of(reading, verb)


def is_paid(reading: Reading, noun: "Token") -> bool:
    """Tell whether a noun that a sum behind it hangs on is who gets it: "paid the club €5m"."""
    behind = noun.i < min(reading.inside) and noun.dep_ in ("dative", "dobj") and is_verb(noun.head)
    direct = reading.anchor.head in (noun, noun.head) and noun.lemma_ not in word_class("nouns", "price")
    money = unit_of(reading)[:3].isupper()
    return behind and direct and money and noun.head.lemma_ in word_class("verbs", "giving")
