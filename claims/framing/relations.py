"""Frames of numbers from their grammatical relation: object, subject, modifier, apposition."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.acts import (
    act_of,
    borne_by,
    earned,
    evacuated,
    flees,
    is_extent,
    is_standing,
    nominal,
    sized,
    unit_of,
)
from claims.framing.apposed import apposed, part_of, swap
from claims.framing.frame import (
    NOUNS,
    Frame,
    Reading,
    are_people,
    bracket_depth,
    complements,
    counted_before,
    first_conjunct,
    is_bare,
    phrase,
    says_something,
    share_of,
    thing_of,
    whole_of,
    word_class,
)
from claims.framing.inflection import done, plural
from claims.framing.levels import bearer, holder_of, is_agent, level_of, verbless
from claims.framing.measures import amounts
from claims.framing.noun_phrases import (
    clause_verb,
    complement_of,
    foreseen,
    is_verb,
    object_of,
    owner_of,
    subject_of,
)
from claims.framing.prepositions import by_preposition
from claims.framing.subjects import as_subject
from claims.framing.sums import worth
from claims.framing.topic import event_kinds
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token


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
    if (
        relation == "nummod"
        and head.i in values
        and head.i not in reading.inside
        and head.ent_type_ == "DATE"
    ):
        relation, head = "dobj", head.head  # "it averaged 41,000 last season"
    if relation == "predet" and head.pos_ in NOUNS:  # "half the wells lie in the delta"
        relation, anchor, head = head.dep_, head, head.head
    if relation == "pobj" and head.lower_ == "between" and is_verb(head.head):
        relation, head = "dobj", head.head  # "raised between €2m and €3m"
    if relation == "nummod" and _is_paid(reading, head):
        relation, head = "dobj", head.head
    if relation == "conj":
        first = first_conjunct(anchor)
        for earlier, frame in reversed(before):
            if first.i in earlier.inside and _is_share_of(reading, earlier) and frame.measure:
                return replace(frame, measure=f"share of {frame.measure}", shared=True)
            if first.i in earlier.inside and earlier.quantity.kind == reading.quantity.kind:
                thing = thing_of(reading, values)
                own = thing if reading.quantity.counted and thing else ""
                measure = swap(frame.measure, earlier, own) if own else frame.measure
                measure = share_of(reading, measure, values) if whole_of(reading, values) else measure
                return replace(frame, measure=measure, shared=True)
        beside = _share_above(reading, before) if whole_of(reading, values) else None
        if beside is not None:
            return replace(beside, measure=share_of(reading, "", values), shared=True)
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
        return apposed(reading, head, before, values)
    total = head.head if relation == "pobj" and head.lower_ == "of" else anchor
    if total.lower_ == "total" and total.dep_ in ("nsubj", "nsubjpass") and is_verb(total.head):
        relation, head = total.dep_, total.head  # "a total of 40 people were hurt"
    if relation == "pobj" and head.pos_ in ("ADP", "SCONJ", "VERB", "ADV"):
        return by_preposition(reading, head, before, values)
    if relation in ("nsubj", "nsubjpass") and is_verb(head):
        if before and reading.quantity.counted and _is_apart(anchor, head):
            return part_of(reading, before[-1], values)
        return as_subject(reading, _to_come(head), before, values)
    verb = head if is_verb(head) else clause_verb(anchor)
    if (
        is_extent(reading)
        and head.lower_ in load("frames")["extent"]
        and head.pos_ in ("ADJ", "ADV", "ADP", "SCONJ")
    ):
        extent = load("frames")["extent"][head.lower_]
        if extent == "distance" and reading.quantity.kind == "duration":
            near = unit_of(reading) in ("h", "min", "s")  # "the airport is 35 minutes away"
            extent = "travel time" if near else "time left"  # "the final is two weeks away"
        return Frame(subject_of(verb) if verb is not None else None, extent, None, verb)
    of_worth = [head, *(token for token in anchor.ancestors if token.i > anchor.i - 6)]
    if any(token.lower_ == "worth" and not _goes_on(token, reading, values) for token in of_worth):
        return worth(reading, anchor, before, values)
    if verb is None:
        return verbless(reading, anchor, values)
    return _as_object(reading, verb, before, values)


def _to_come(verb: "Token") -> "Token":
    """Return what is to be done: "felled" of "300 trees are to be felled"."""
    deed = next((child for child in verb.rights if child.dep_ == "xcomp"), None)
    of_to = deed is not None and verb.lemma_ == "be" and deed.left_edge.lower_ == "to"
    return deed if deed is not None and of_to and verb.nbor(1).lower_ in ("to", "not", "now") else verb


def _is_share_of(reading: Reading, earlier: Reading) -> bool:
    """Tell whether a number sets the one before against another amount: "9 t, or 30 % of the 30 …"."""
    of = reading.anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 4]
    against = of.text.startswith("of the ") and of[-1].like_num
    return reading.quantity.kind == "share" and earlier.quantity.kind == "quantity" and against


def _goes_on(worth: "Token", reading: Reading, values: frozenset[int]) -> bool:
    """Tell whether a list goes on behind what something is worth: "drugs worth €3m, 11 guns"."""
    apart = any(token.lower_ in (",", "and") for token in worth.doc[worth.i : min(reading.inside)])
    return apart and bool(thing_of(reading, values))


def _share_above(reading: Reading, before: list[tuple[Reading, Frame]]) -> Frame | None:
    """Return the frame of a share in whose whole the parse puts this one: "81 % of sales and 9 % of jobs"."""
    above = {token.i for token in reading.anchor.ancestors}
    shares = (
        frame
        for earlier, frame in reversed(before)
        if earlier.quantity.kind == "share" and earlier.anchor.i in above
    )
    return next(shares, None)


def _is_paid(reading: Reading, noun: "Token") -> bool:
    """Tell whether a noun that a sum behind it hangs on is who gets it: "paid the club €5m"."""
    behind = noun.i < min(reading.inside) and noun.dep_ in ("dative", "dobj") and is_verb(noun.head)
    direct = reading.anchor.head in (noun, noun.head) and noun.lemma_ not in word_class("nouns", "price")
    money = unit_of(reading)[:3].isupper()
    return behind and direct and money and noun.head.lemma_ in word_class("verbs", "giving")


def _is_apart(noun: "Token", verb: "Token") -> bool:
    """Tell whether a noun that the parse calls the subject of a verb is not: a nearer one is."""
    own = subject_of(verb)
    return own is not None and own.i > noun.i and own.head == verb


def _modifier(reading: Reading, noun: "Token", values: frozenset[int]) -> Frame:
    """The number modifies a noun: "a 39 % decline in imports", "a 34 % tariff", "3,000 kg capacity"."""
    verb = clause_verb(noun)
    if _is_a_verb(noun, reading):
        return Frame(owner_of(noun.head.head), phrase(noun.head.head, values | {noun.i}), None, None)
    if unit_of(reading) == "km" and noun.pos_ == "NOUN" and noun.lemma_ not in word_class("nouns", "extents"):
        return Frame(noun, load("frames")["extent_of"].get(noun.lemma_, "length"), None, verb, parts=(noun,))
    if reading.quantity.kind == "duration" and noun.lemma_ not in ("low", "high", "peak"):
        return Frame(noun.head if noun.dep_ == "poss" else noun, "length", None, verb)
    if any(child.dep_ == "case" and child.i < min(reading.inside) for child in noun.children):
        target = complement_of(reading.anchor, "in", "of")  # "beating Dorn's €4bn in sales"
        if noun.pos_ == "PROPN" and target is not None and target.i not in values:
            return Frame(noun, phrase(target, values), None, verb, parts=(target,))
    of_noun = {token.i for child in noun.lefts if child.dep_ == "compound" for token in child.subtree}
    between = [token for token in noun.doc[max(reading.inside) + 1 : noun.i] if token.i not in of_noun]
    depth = bracket_depth(noun)
    apart = any(token.i in values and bracket_depth(token) <= depth for token in between)
    if apart and reading.quantity.kind == "money" and verb is not None:  # "€640 across 2,400 patients"
        return level_of(reading, verb, subject_of(verb), values)
    owner = owner_of(noun)
    if noun.lemma_ in word_class("nouns", "change"):
        target = complement_of(noun, "in", "of")
        if target is not None:
            measure = phrase(target, values, possessor=False)
            return Frame(owner_of(target) or owner, measure, None, verb, parts=(target, noun))
    holder = owner or holder_of(noun) or (subject_of(verb) if verb is not None else None)
    measure = phrase(noun, values, possessor=False)
    if (
        reading.quantity.kind == "money"
        and noun.lemma_.lower() in word_class("nouns", "costly") | event_kinds().keys()
    ):
        return Frame(noun, "cost", None, verb, parts=(noun,))  # "a €40m bridge"
    if holder == noun:
        holder = None
    if verb is not None and object_of(verb) == noun and verb.lemma_ not in word_class("verbs", "possession"):
        measure = f"{measure} {done(verb)}" if says_something(verb) else measure
    return Frame(holder, measure, None, verb, parts=(noun,))


def _is_a_verb(noun: "Token", reading: Reading) -> bool:
    """Tell whether a noun behind a sum is the verb of the clause: "The deductible of €500 stays"."""
    of = reading.quantity.kind in ("money", "share") and noun.dep_ == "pobj" and noun.head.lower_ == "of"
    return of and noun.lemma_ in ("stay", "remain") and noun.head.head.pos_ in NOUNS


def _as_object(
    reading: Reading, verb: "Token", before: list[tuple[Reading, Frame]], values: frozenset[int]
) -> Frame:
    subject, lemma = bearer(verb), verb.lemma_
    if lemma in word_class("verbs", "registers") and unit_of(reading) not in ("count", "%"):
        subject = subject_of(verb)
    thing = thing_of(reading, values)
    target = object_of(verb)
    sold = complement_of(verb, "of") if lemma == "sell" and not thing else None
    if sold is not None and sold.pos_ in NOUNS and sold.i not in values:  # "selling £8m of shares"
        thing = phrase(sold, values)
    if target is not None and target.i not in reading.inside and target.i not in values:
        target = foreseen(target)
        whom = next((child for child in verb.rights if child.dep_ == "dative"), target)
        if whom.pos_ == "PROPN" and whom.left_edge.i == target.i + 1:
            target = whom  # "fined rail firm Pellam €4m": "firm" only says what Pellam is
        if nominal(verb) == "fine" and not thing and reading.quantity.kind == "money":
            return Frame(target, "fine", None, verb)
        if lemma == "cost" and target.lemma_ == "life" and thing:  # "cost nine people their lives"
            return Frame(subject, "deaths" if are_people(thing) else f"{thing} killed", None, verb)
        act = act_of(reading, verb) if is_agent(target) and not thing else ""
        if reading.quantity.kind == "duration" and verb.lemma_ == "cost":
            return Frame(subject, sized(reading, verb, values), None, verb)  # "cost us eleven months"
        if act in ("price", "transfer fee"):
            return Frame(target, act, None, verb)
        given = _is_paid(reading, target) or (is_agent(target) and reading.quantity.kind == "money")
        paid = (nominal(verb) or f"amount {done(verb)}") if given else ""
        measure = thing or paid or phrase(target, values, possessor=False)
        return Frame(owner_of(target) or subject, measure, None, verb, parts=(target,))
    borne = borne_by(reading, verb, subject)
    if borne:
        return Frame(subject, borne, None, verb)
    if lemma == "cost" and subject is not None and subject.dep_ == "csubj" and subject.tag_ == "VBG":
        done_to = object_of(subject)  # "rebuilding the dam cost €9m"
        return Frame(done_to, f"cost of {subject.lower_}", None, verb)
    carried = lemma in word_class("carrying", "verbs") and reading.quantity.counted
    if carried and set(thing.lower().split()) <= word_class("nouns", "anyone"):
        return Frame(subject, "passengers", None, verb)
    if lemma in word_class("verbs", "possession") and not thing and unit_of(reading) == "ha":
        return Frame(subject, "area", None, verb)
    if lemma == "cover" and not thing and unit_of(reading) == "km":
        return Frame(subject, "distance covered", None, verb)
    if not thing and reading.quantity.unit == "point" and reading.quantity.kind == "quantity":
        if lemma in word_class("verbs", "possession") | word_class("standings", "verbs"):
            return Frame(subject, "points", None, verb)
        if lemma in ("need", "require", "lose", "drop"):
            return Frame(subject, f"points {done(verb)}", None, verb)
    if (
        reading.quantity.kind == "share"
        and not thing
        and (held := _held_in(verb, reading.anchor)) is not None
    ):
        return Frame(subject, f"share of {phrase(held, values, depth=0)}", None, verb)
    if not thing and (profit := earned(reading, verb, subject)):
        return Frame(subject, profit, None, verb)
    if lemma in word_class("verbs", "possession"):
        fleet = f"{thing} in fleet" if _is_fleet(thing, verb, subject) else thing
        return Frame(subject, fleet, whole_of(reading, values), verb)
    things = reading.quantity.counted or counted_before(reading, before)
    if lemma in word_class("standings", "verbs") and is_standing(things):
        return Frame(subject, thing or things, whole_of(reading, values), verb)
    if not thing and lemma == "recover" and reading.quantity.kind == "money":
        return Frame(subject, f"amount {done(verb)}", None, verb)
    made = _made(reading, verb, subject) if not thing else ""
    if made:
        return Frame(subject, made, None, verb)
    if not thing and (lemma in word_class("verbs", "level") | word_class("verbs", "change")):
        return level_of(reading, verb, subject, values)
    whole = whole_of(reading, values)
    if thing and flees(reading, verb):
        return Frame(subject, evacuated(thing), whole, verb)
    thing = thing or _behind(reading, verb, values)
    if thing and lemma in word_class("verbs", "level"):
        return Frame(subject, thing, whole, verb)
    if not thing:
        thing = counted_before(reading, before)
    if thing:
        act = nominal(verb)
        if act == "deaths" and not are_people(thing):
            return Frame(subject, f"{thing} killed", whole, verb)
        if act and are_people(thing):
            return Frame(subject, act, whole, verb)
        if act.startswith("amount "):
            return Frame(subject, f"{thing} {done(verb)}", whole, verb)  # "paid €9m in fines"
        relative = next((child for child in reading.anchor.rights if child.dep_ == "relcl"), None)
        if is_bare(reading) and relative is not None and any(word.tag_ == "WP" for word in relative.lefts):
            who = f"{thing} who {relative.text} {complements(relative, values)}".strip()
            return Frame(subject_of(verb), who, None, verb)
        if act == "sales" and reading.quantity.kind == "money":
            return Frame(subject, f"value of {thing} sold", whole, verb)
        tail = f" {done(verb)}{_as_they_are(reading)}" if says_something(verb) else ""
        if subject is not None and any(child.lower_ in ("each", "every") for child in subject.lefts):
            return Frame(None, f"{thing}{tail} per {phrase(subject, values)}", None, verb)
        if act == "employees":
            return Frame(subject, f"{thing} employed", whole, verb)
        if act and thing.startswith("share of "):
            named = done(verb) if act.startswith("amount ") else act
            return Frame(subject, f"{thing} {named}", whole, verb)
        return Frame(subject, f"{act} of {thing}" if act else f"{thing}{tail}", whole, verb)
    if subject is not None and subject.dep_ == "nsubjpass" and subject.pos_ == "NOUN" and not nominal(verb):
        return Frame(
            owner_of(subject),
            f"{phrase(subject, values, possessor=False)} {done(verb)}",
            None,
            verb,
        )
    act = earned(reading, verb, subject) or act_of(reading, verb)
    if act == "revenue" and subject is not None and subject.lower_ in amounts():
        named = phrase(subject, values, possessor=False, depth=1)  # "exports to China brought in €9m"
        return Frame(owner_of(subject), named, None, verb, parts=(subject,))
    if act == "revenue" and subject is not None and _is_source_of_revenue(subject):
        named = phrase(subject, values, depth=0)
        source = named.removesuffix(subject.text) + subject.lemma_ if named.endswith(subject.text) else named
        return Frame(None, f"{source} revenue", None, verb, parts=(subject,))
    return Frame(subject, act or sized(reading, verb, values), None, verb)


def _held_in(verb: "Token", number: "Token") -> "Token | None":
    """Return what somebody has a part of: "the bank, in which Holm has 55 %", "holds 55 % in the bank"."""
    if verb.lemma_ not in ("have", "hold", "own", "control"):
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


def _made(reading: Reading, verb: "Token", subject: "Token | None") -> str:
    """Name what somebody grows or cuts so many tonnes of: production, unless amounts themselves grow."""
    if verb.lemma_ not in load("frames")["nominal_mass"] or reading.anchor.dep_ != "dobj":
        return ""
    if subject is None or subject.lower_ in word_class("nouns", "measured"):
        return ""
    return act_of(reading, verb)
