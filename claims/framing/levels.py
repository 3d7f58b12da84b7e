"""Frames of levels: the number is how much there is of what the subject of its clause names."""

from typing import TYPE_CHECKING

from claims.framing.acts import act_of, nominal, sized, unit_of
from claims.framing.forecasts import is_forecast
from claims.framing.frame import (
    LAST,
    NOUNS,
    Frame,
    Reading,
    fate_of,
    is_bare,
    phrase,
    thing_of,
    whole_of,
    word_class,
)
from claims.framing.inflection import done
from claims.framing.measures import is_money
from claims.framing.mentions import is_calling, organisations
from claims.framing.noun_phrases import complement_of, governed, is_verb, noun_phrase, owner_of, subject_of
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_OPENING = frozenset({"in", "across", "over", "at", "for", "during", "after"})


def is_agent(noun: "Token") -> bool:
    """Tell whether a noun names somebody who acts rather than something that is measured."""
    return noun.pos_ == "PROPN" or noun.ent_type_ in ("ORG", "GPE", "PERSON", "NORP")


def bearer(verb: "Token") -> "Token | None":
    """Return the subject of a verb, or None where it only tells of a number that is something else's."""
    subject = subject_of(verb)
    if verb.lemma_ == "put" and not any(child.lower_ == "at" for child in verb.children):
        return subject
    if subject is None or subject.dep_ == "nsubjpass" or subject.ent_type_ in ("GPE", "LOC"):
        return subject
    watches = verb.lemma_ == "hope" and subject.lemma_ in word_list("naming", "nouns", "observers")
    return None if watches or verb.lemma_ in word_class("verbs", "opinion") else subject


def names_measure(noun: "Token") -> bool:
    """Tell whether a noun written with a capital is a measure or an index ("the CPI"), not a name."""
    if noun.lower_ in word_list("context", "economy", "indices") | word_list("measures", "taxes", "acronyms"):
        return True
    return noun.is_sent_start and noun.lower_ in word_class("nouns", "measured")


def level_of(reading: Reading, verb: "Token", subject: "Token | None", values: frozenset[int]) -> Frame:
    """The number is the level or change of what the subject names: subject and measure are one phrase."""
    if subject is None:
        return Frame(None, "", None, verb)
    if subject.i in values and subject.i not in reading.inside:
        last = verb.dep_ == "relcl"
        return Frame(None, LAST if last else "", None, verb, shared=True, of_last=last)
    told = _price_or_extent(reading, verb, subject) or _share_at(reading, verb, subject, values)
    if told is not None:
        return told
    owner, beside = owner_of(subject), complement_of(subject, "of", "in", "at", "by", "for")
    if owner is None and (told := _attribute(reading, verb, subject, beside)) is not None:
        return told
    apart = values
    if owner is None and beside is not None and (beside.head.lower_ == "by" or is_agent(beside)):
        owner, apart = beside, values | {beside.i, beside.head.i}  # "the debt of Elm", "sales by Elm"
    if (told := _among(verb, subject, values)) is not None:
        return told
    if subject.pos_ == "PRON" or subject.tag_ in ("DT", "WDT"):
        return Frame(subject, act_of(reading, verb), None, verb)
    acts = is_agent(subject) or nominal(verb) or subject.lemma_ in organisations()
    if owner is None and acts and not names_measure(subject):
        return Frame(subject, act_of(reading, verb) or sized(reading, verb, values), None, verb)
    return Frame(owner, _named(subject, apart), None, verb, parts=(subject,))


def _price_or_extent(reading: Reading, verb: "Token", subject: "Token") -> Frame | None:
    """What a ware costs, how high a thing is or how far somebody went: "she ran 40 km"."""
    if reading.quantity.kind == "money" and is_ware(subject, verb):
        return Frame(subject, "price", None, verb)
    if unit_of(reading) != "km":
        return None
    rises = verb.lemma_ in word_list("extents", "rising") and reading.anchor.dep_ in ("dobj", "npadvmod")
    if rises and subject.lemma_ in load("frames")["extent_of"]:
        return Frame(subject, "height", None, verb)  # "the tower rises 48 m"
    if verb.lemma_ not in load("frames")["extent"]:
        return None
    if subject.pos_ == "PRON" or subject.ent_type_ == "PERSON" or _goes(subject):
        return Frame(subject, f"distance {done(verb)}", None, verb)  # "she ran 40 km", not the road
    return Frame(subject, load("frames")["extent"][verb.lemma_], None, verb)


def _share_at(reading: Reading, verb: "Token", subject: "Token", values: frozenset[int]) -> Frame | None:
    """At what share of a whole something is: "lakes are at 31 % of capacity"."""
    whole = whole_of(reading, values) if verb.lemma_ == "be" and reading.anchor.head.lower_ == "at" else None
    if not whole or subject.lower_ in word_class("nouns", "measured"):
        return None
    return Frame(subject, f"share of {whole}", whole, verb)


def _attribute(reading: Reading, verb: "Token", subject: "Token", beside: "Token | None") -> Frame | None:
    """What is told of a thing or a firm that stands beside it: "the depth of the lake", "Dalby shares"."""
    if beside is not None and (
        subject.lemma_ in word_class("nouns", "attributes") or _is_equated(reading, verb, subject, beside)
    ):
        name = noun_phrase(subject, possessor=False, complement=False)
        return Frame(beside, name, None, verb, parts=(subject,))
    maker = _maker(subject)
    if maker is None:
        return None
    name = noun_phrase(subject, possessor=False, complement=False, skip=lambda token: token == maker)
    return Frame(maker, name, None, verb, parts=(subject,))


def _is_equated(reading: Reading, verb: "Token", subject: "Token", beside: "Token") -> bool:
    """Tell whether a sum or size is said to be what a thing has: "the wage bill of the mill is €2m"."""
    if reading.quantity.kind not in ("money", "quantity", "share") or beside.head.lower_ != "of":
        return False
    plain = subject.tag_ == "NN" and subject.lemma_ not in word_list("naming", "nouns", "parts")
    amount = subject.lower_ in word_class("nouns", "measured") or subject.lower_ in word_list(
        "measures", "amounts"
    )
    return plain and not amount and verb.lemma_ in word_list("naming", "verbs", "equating")


def _among(verb: "Token", subject: "Token", values: frozenset[int]) -> Frame | None:
    """What was told last, among some only: "among the young it was 14 %"."""
    among = complement_of(verb, "among") if subject.lower_ == "it" else None
    if among is None or among.i in values:
        return None
    return Frame(None, f"{LAST} among {phrase(among, values) or among.text}", None, verb, of_last=True)


def _named(subject: "Token", values: frozenset[int]) -> str:
    """Return what a subject says is measured, and what became of it: "the share of beds taken rose"."""
    name = phrase(subject, values, possessor=False)
    part = complement_of(subject, "of") if subject.lemma_ in word_list("naming", "nouns", "parts") else None
    fate = fate_of(part) if part is not None else ""
    return f"{name} {fate}" if fate and not name.endswith(fate) else name


def is_ware(noun: "Token", verb: "Token") -> bool:
    """Tell whether a sum moves that a thing is sold for: "tickets go up to €16", "a pass rises by €2".

    Args:
        noun: The subject.
        verb: Its verb.
    """
    if verb.lemma_ not in word_class("verbs", "change") or noun.pos_ != "NOUN":
        return False
    if any(child.dep_ == "nummod" for child in noun.lefts) or noun.lemma_ in word_class("nouns", "money"):
        return False
    one = noun.tag_ == "NN" and any(child.lower_ in ("a", "an", "each", "every") for child in noun.lefts)
    money = is_money(noun.lower_) or is_forecast(noun) or noun.lemma_ in word_class("nouns", "change")
    return (one and not money) or noun.lemma_.lower() in word_class("on_sale", "things")


def _goes(subject: "Token") -> bool:
    """Tell whether somebody, or what carries people, goes so far: "the bus ran 12 km"."""
    return is_calling(subject) or subject.lemma_.lower() in word_class("going", "vehicles")


def _maker(noun: "Token") -> "Token | None":
    """Return the firm whose shares, sales or profits are told without an apostrophe: "Dalby shares rose"."""
    firm = next((child for child in noun.lefts if child.dep_ == "compound" and child.pos_ == "PROPN"), None)
    if firm is None or noun.lower_ not in word_class("nouns", "of_firms"):
        return None
    return firm if firm.ent_type_ == "ORG" or noun.lower_ in ("shares", "stock") else None


def opens_before_level(reading: Reading, preposition: "Token", verb: "Token", values: frozenset[int]) -> bool:
    """Tell whether counted things open a clause that gives a level by another number.

    So in "In 12 towns the average rent was €900".

    Args:
        reading: The number of things.
        preposition: What it is the object of.
        verb: The verb of the clause.
        values: The tokens of all numbers, units and times of the sentence.
    """
    subject, levels = subject_of(verb), word_class("verbs", "level") | word_class("verbs", "change")
    opens = preposition.head == verb and preposition.lower_ in _OPENING and reading.quantity.counted
    if not opens or verb.lemma_ not in levels or subject is None or subject.pos_ != "NOUN":
        return False
    return subject.i > reading.anchor.i and any(token.i in values for token in verb.rights)


def verbless(reading: Reading, anchor: "Token", values: frozenset[int]) -> Frame:
    """Return the frame of a number in a text without a verb: a headline, a caption, a line of a list."""
    thing = thing_of(reading, values)
    deed = next((child for child in anchor.rights if child.dep_ == "acl" and child.tag_ == "VBN"), None)
    if not thing and is_bare(reading) and deed is not None and deed.i == anchor.i + 1:
        whom = "people " if done(deed) in word_list("naming", "verbs", "done_to_people") else ""
        return Frame(None, f"{whom}{done(deed)}", None, deed)  # "Four fined after a fight"
    *_, root = anchor, *anchor.ancestors
    if not thing and reading.quantity.kind == "money" and min(reading.inside) == 0:
        behind = anchor.doc[max(reading.inside) + 1 : max(reading.inside) + 2]
        aim = governed(behind[0]) if behind and behind[0].lower_ in ("for", "to", "towards") else None
        if aim is not None and aim.pos_ in NOUNS and aim.i not in values:  # "€9m for roads" in a list
            return Frame(None, f"amount {behind[0].lower_} {phrase(aim, values, depth=1)}", None, None)
    if thing:
        opening = anchor.doc[0]
        place = governed(opening)
        owner = owner_of(place) if place is not None and opening.lower_ in ("in", "on", "at") else None
        return Frame(owner, thing, whole_of(reading, values), None)  # "in his yard stand nine bins"
    if root.i not in values and root.pos_ in NOUNS:
        return Frame(owner_of(root), phrase(root, values, possessor=False), None, None, parts=(root,))
    nouns = [token for token in anchor.doc[: anchor.i] if token.pos_ in NOUNS and token.i not in values]
    return Frame(None, phrase(nouns[-1], values) if nouns else "", None, None)


def holder_of(noun: "Token") -> "Token | None":
    """Return the noun that has this one: "the plant in Oslo, with a … capacity"."""
    if noun.dep_ == "pobj" and noun.head.lower_ in ("with", "of", "in"):
        above = noun.head.head
        if above.pos_ in NOUNS:
            return above
        if is_verb(above):
            return subject_of(above)
    return None


def owner_foreseen(noun: "Token", forecast: "Token") -> "Token | None":
    """Return whose a thing is that is forecast: of accounts it is whose the forecast is ("its guidance").

    Args:
        noun: What is forecast, or the forecast itself where it does not say of what.
        forecast: The forecast.
    """
    firms = word_class("nouns", "of_firms") | word_class("nouns", "accounts")
    return owner_of(noun) or (owner_of(forecast) if noun.lower_ in firms else None)


def in_charge(noun: "Token") -> "Token | None":
    """Return who has a noun in a phrase that goes with a clause: "with Peru in control of 90 %"."""
    if noun.dep_ != "pobj" or noun.head.lower_ != "in" or noun.head.i < 2:
        return None
    holder = noun.head.nbor(-1)
    company = holder.dep_ == "pobj" and holder.head.lower_ == "with"
    return holder if company and holder.pos_ in NOUNS else None


def only_moves(verb: "Token", subject: "Token | None") -> bool:
    """Tell whether a clause says what moved a level, not whose it is: "the rise takes the fare to £4"."""
    if verb.lemma_ not in word_class("verbs", "moving"):
        return False
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and subject is not None and not is_agent(subject):
        return True  # "fares will rise, taking the average ticket to £4"
    return subject is None or (subject.pos_ == "NOUN" and subject.lemma_ in word_class("nouns", "change"))
