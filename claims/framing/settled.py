"""Measures that the story settles: "118 have fallen ill" are cases, what a club pays for "him" is a fee."""

from typing import TYPE_CHECKING

from claims.figures.currencies import is_currency
from claims.framing.acts import is_player
from claims.framing.divisions import of_sides
from claims.framing.frame import NOUNS, Frame, word_class
from claims.framing.illness import cases_of
from claims.framing.inflection import done
from claims.framing.measures import is_money
from claims.framing.mentions import organisations
from claims.framing.noun_phrases import complement_of, noun_phrase, subject_of
from claims.framing.payments import awarded, paid_by
from claims.framing.scope import is_institution
from claims.framing.severance import severance_meant
from claims.framing.tables import is_total
from claims.framing.topic import event_kinds
from claims.names import state
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.framing.context import Context
    from claims.tokens import Token

_AMOUNT = "amount "
_COST_OF = "cost of "
_SPANS = ("week", "month", "day")


def settled(measure: str, unit: str, subject: str, frame: Frame, context: "Context") -> str:
    """Return a measure by the name that it has in a story of this kind.

    Args:
        measure: What the sentence calls it.
        unit: The base unit of its value.
        subject: Whose it is.
        frame: Its frame.
        context: What the text has said so far.
    """
    if is_currency(unit):
        damages = awarded(measure, frame.predicate) if context.court else ""
        return damages or _of_money(measure, subject, frame, context)
    if unit == "%" and measure == "cost" and _is_on_sale(frame):
        return "price"
    if measure == "term" and (context.event or "").endswith("trial"):
        return "prison sentence"
    if context.court and _is_sentence(measure, unit, frame):
        return "prison sentence"
    carries = frame.predicate is not None and frame.predicate.lemma_ == "carry"
    if context.court and carries and unit in ("year", "month"):
        return "maximum prison sentence"  # "fraud carries up to ten years"
    verb = frame.predicate.lemma_ if frame.predicate is not None else ""
    sought = measure.startswith("time ") and verb in word_list("spells", "sentences", "sought")
    if context.court and (sought or measure == "time sought") and unit in ("year", "month"):
        return "prison sentence sought"
    asked = severance_meant(measure, frame.predicate, context.measures.values()) if unit in _SPANS else ""
    if asked:
        return asked
    if unit == "%" and measure == "support" and (context.ballot or "").endswith("referendum"):
        return "share of yes votes"
    costing = word_list("measures", "going", "costing")
    if unit == "count" and verb == "cost" and not costing.isdisjoint(measure.split()[-1:]):
        return f"{measure.removeprefix(_COST_OF)} lost"  # "the closure cost 40 jobs"
    if unit == "count" and context.league:
        measure = _of_crowd(measure, subject)
    if unit == "count" and (result := _result(measure, frame, context)):
        return result
    if unit == "count" and (context.outbreak or context.event == "outbreak"):
        return cases_of(measure)
    if unit == "%" and context.ballot == "referendum" and measure.lower() in ("support", "yes", "narrow yes"):
        return "share of yes votes"
    if unit == "count" and context.ballot is not None:
        measure = _of_margin(measure, context.ballot)
    if "yes votes" in measure or "no votes" in measure:
        measure = of_sides(measure, context.ballot)
    if unit == "rank" and _is_position(measure, frame, context):
        return "position"
    return measure


def cost_of(measure: str, subject: str, frame: Frame, context: "Context") -> str:
    """Call a sum beside a thing that is built its cost ("the estimate rose to €9m"); others keep theirs.

    Args:
        measure: What the sentence calls the sum.
        subject: Whose it is.
        frame: Its frame.
        context: What the text has said so far.
    """
    beside = measure.lower() == subject.lower()
    verb, money = frame.predicate, is_money(measure)
    if beside and not money and verb is not None and verb.lemma_ in word_class("verbs", "moving"):
        return "price"  # "the tax takes the average ticket to £24"
    noun = next(iter(frame.parts), frame.subject)
    if beside and noun is not None and noun.lemma_ in word_class("awards", "workers"):
        return "pay"  # "a nurse starts at €2,450 a month"
    if (
        beside
        and not money
        and verb is not None
        and verb.lemma_ in ("come", "amount")
        and not is_total(measure)
    ):
        return "cost"  # "the repairs came to €9m"
    if beside and not money and _is_any_one(frame):
        return "price"  # "a scarf is €18"
    return (
        "cost"
        if (beside and not money and _is_built(measure, frame))
        or _is_price_of_work(measure, subject, frame, context)
        else measure
    )


def _is_any_one(frame: Frame) -> bool:
    """Tell whether a clause says what any one of a kind is: "a scarf is €18"."""
    noun, verb = next(iter(frame.parts), frame.subject), frame.predicate
    if noun is None or verb is None or verb.lemma_ != "be" or verb.tag_ not in ("VBZ", "VBP"):
        return False
    return any(child.lower_ in ("a", "an", "each", "every") for child in noun.lefts)


def _is_price_of_work(measure: str, subject: str, frame: Frame, context: "Context") -> bool:
    """Tell whether a sum is what a thing that is built costs: "the final bill", "the client's estimate"."""
    work = context.work
    differs = not {"above", "below", "over", "under"}.isdisjoint(measure.split())
    if work is None or differs or not (subject == work.name or subject.islower()):
        return False
    prices: list[str] = load("works")["prices"]
    of = complement_of(frame.parts[0], "of") if frame.parts else None
    if of is not None and subject.split()[-1:] == [of.text] and of.lemma_.lower() not in work.words:
        return False  # "the price of a ticket"
    return measure.lower() in prices or (measure.split()[-1:] or [""])[0].lower() in prices


def _is_built(thing: str, frame: Frame) -> bool:
    """Tell whether a sum beside a thing is what it costs: things that are built or befall cost something."""
    head = (thing.lower().split() or [""])[-1]
    if frame.subject is not None and frame.subject.pos_ == "PROPN":
        return True
    return head in word_class("nouns", "costly") or head in event_kinds() or head in load("works")["kinds"]


def note_of_story(plain: str, measure: str, context: "Context", unit: str) -> str:
    """Say that a measure has its name from the story that it is told in, or "" where the sentence names it.

    Args:
        plain: What the sentence calls it.
        measure: The name that it has in the story.
        context: What the text has said so far.
        unit: The base unit of its value.
    """
    told = context.event or context.ballot or ("league" if context.league else "court")
    if plain == measure or measure == "share price" or (is_currency(unit) and not context.court):
        return ""
    return f"the article tells of “{told}”"


def _is_sentence(measure: str, unit: str, frame: Frame) -> bool:
    """Tell whether a time is what a court gave somebody: "he got nine years", "is serving 18 months"."""
    verb = frame.predicate
    if unit not in ("year", "month") or verb is None:
        return False
    if verb.lemma_ not in word_list("spells", "sentences", "verbs"):
        return False
    return measure.startswith("time ") and measure.split()[1] != "to" and len(measure.split()) < 4


def _result(measure: str, frame: Frame, context: "Context") -> str:
    """Return what games won, drawn or lost are called; in a league "won 17" is of games."""
    results = load("frames")["results"]
    things, _, deed = measure.rpartition(" ")
    verb = frame.predicate
    if verb is None or deed not in results["deeds"]:
        return ""
    if frame.subject is not None and frame.subject.lemma_.lower() in results["no_sides"]:
        return ""  # "the league lost two matches": they were not played
    of_games = things in results["games"] or (context.league and things in results["marks"])
    return str(results["deeds"][deed]) if of_games else ""


def _of_margin(measure: str, ballot: str) -> str:
    """Return a margin by one name in a referendum: "a lead of 90 votes", "won by 90 votes"."""
    named = measure.removesuffix(" of votes")
    *before, last = named.split() or [""]
    if last not in load("ballots")["margins"]["names"] or len(before) > 1:
        return measure
    return " ".join([*before, "majority"]) if ballot == "referendum" else named


def _of_crowd(measure: str, subject: str) -> str:
    """Return the attendance for a number of people that a story of sport calls a gate, or only an average."""
    if measure == "average" and not subject.endswith((" crowd", " gate")):
        return "average attendance"
    *before, last = measure.split() or [""]
    of_many = last in word_list("sport", "gates") and not word_list("sport", "usual").isdisjoint(before)
    return " ".join([*before, "attendance"]) if of_many else measure


def _is_position(measure: str, frame: Frame, context: "Context") -> bool:
    """Tell whether a bare rank is a place in a table: "finished sixth", and in a league "they are third"."""
    if measure not in ("rank", "rank as") or context.ballot is not None or frame.predicate is None:
        return False
    verbs = word_class("ranks", "placed") | (
        word_class("ranks", "placed_in_league") if context.league else set()
    )
    return frame.predicate.lemma_ in verbs


def shares_moved(measure: str, frame: Frame, context: "Context") -> "Token | None":
    """Return the shares that a percentage says moved: "the shares lost 8 %", "the shares closed 6 % down".

    Args:
        measure: What the sentence calls the percentage.
        frame: Its frame.
        context: What the text has said so far; where that tells of shares, "Elm lost 8 %" is of them.

    Returns:
        The noun for the shares or the name of the firm; None where the percentage is of something else.
    """
    verb = frame.predicate if frame.predicate is not None else frame.subject
    if verb is None or verb.pos_ != "VERB":
        return None
    noun = subject_of(verb)
    if noun is None or measure.partition(" in ")[0] not in (verb.lemma_, done(verb), "loss", "gain"):
        return None
    moves = word_class("quoted", "verbs") | word_class("quoted", "moves")
    if noun.lower_ in word_class("quoted", "shares"):
        return noun if verb.lemma_ in moves else None
    moves |= word_class("verbs", "change")
    return noun if verb.lemma_ in moves and _is_listed(noun, context) else None


def _is_listed(name: "Token", context: "Context") -> bool:
    """Tell whether a name is that of a firm, in a text that tells of trade in shares."""
    is_firm = name.ent_type_ in ("ORG", "") or name.text in (context.firm or "").split()
    return context.traded and is_firm and name.pos_ == "PROPN" and state(name.text) is None


def is_of_close(measure: str, frame: Frame) -> bool:
    """Tell whether a change is named only by how trading ended: "tin ended up 3 %".

    Args:
        measure: What the sentence calls it.
        frame: Its frame.
    """
    verb = frame.predicate
    if verb is None or verb.lemma_ not in word_class("quoted", "verbs"):
        return False
    if measure == f"amount {done(verb)}":
        return frame.subject is not None and frame.subject.lemma_.lower() in word_class("quoted", "things")
    return measure in (verb.lemma_, done(verb))


def _is_on_sale(frame: Frame) -> bool:
    """Tell whether any one of a kind of things costs so much: "a bicycle costs €600"."""
    noun, verb = frame.subject, frame.predicate
    if noun is None or verb is None or verb.lemma_ != "cost" or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    if noun.lemma_ in word_class("nouns", "costly") or noun.lemma_ in event_kinds():
        return False
    if any(child.dep_ == "dative" or child.pos_ == "PRON" for child in verb.rights):
        return False  # "a day's delay costs us €600"
    one = any(child.lower_ in ("a", "an", "each", "every") for child in noun.lefts)
    usual = any(child.lower_ in word_class("on_sale", "usual") for child in noun.lefts)
    others = (child for child in verb.rights if child.dep_ in ("dative", "dobj") and child.pos_ in NOUNS)
    borne = any(not any(word.like_num for word in child.lefts) for child in others)  # "costs the town €8m"
    ware = noun.lemma_.lower() in word_class("on_sale", "things")
    sold = ware and not borne and not any(child.dep_ == "nummod" for child in noun.lefts)
    coming = sold and any(child.lower_ in ("will", "would") for child in verb.lefts)
    packed = ware and one and complement_of(noun, "of") is not None  # "a jar of plums cost €2"
    return ((one or sold) and verb.tag_ in ("VBZ", "VBP")) or coming or usual or (packed and not borne)


def _is_ware(frame: Frame) -> bool:
    """Tell whether a noun is what is made to be sold, and no number of such: "a day ticket"."""
    noun, verb = frame.subject, frame.predicate
    costs = verb is not None and verb.lemma_ == "cost" and noun is not None and noun.pos_ != "ADJ"
    if costs or noun is None or noun.lemma_.lower() not in word_class("on_sale", "things"):
        return False
    return not any(child.dep_ == "nummod" or child.like_num for child in noun.lefts)


def _is_quoted(measure: str, frame: Frame) -> bool:
    """Tell whether a sum is what a share costs: "the shares closed at €22"."""
    verb = frame.predicate
    if verb is None or measure.lower().partition(" in ")[0].split()[-1:] not in (["shares"], ["stock"]):
        return False
    moves = word_class("verbs", "level") | word_class("verbs", "change") | word_class("quoted", "verbs")
    return verb.lemma_ in moves


def _is_at_price(measure: str, frame: Frame, context: "Context") -> bool:
    """Tell whether a sum is where a firm's shares moved to by a percentage: "Elm fell 4% to 288p"."""
    verb = frame.predicate
    if verb is None or not any(child.text == "%" for child in verb.rights):
        return False
    return shares_moved(measure.removeprefix(_AMOUNT), frame, context) is not None


def _hours(frame: Frame) -> str:
    """Return " in early trading" where a clause says so: at the close shares may stand elsewhere; else ""."""
    hours = complement_of(frame.predicate, "in") if frame.predicate is not None else None
    if hours is None or hours.lower_ != "trading":
        return ""
    return f" in {noun_phrase(hours, complement=False)}"


def _is_called_a_firm(name: "Token | None") -> bool:
    """Tell whether a name is a firm's by what it is called before it: "buy rival maker Ada Holm"."""
    if name is None:
        return False
    return any(child.dep_ == "compound" and child.lemma_ in organisations() for child in name.lefts)


def _of_money(measure: str, subject: str, frame: Frame, context: "Context") -> str:
    player = frame.subject if frame.subject is not None and is_player(frame.subject) else None
    named = player is not None and player.pos_ == "PROPN" and player.text not in context.full
    dealt = named and (context.work is not None or _is_called_a_firm(player))
    if measure in ("price", "cost") and player is not None and not dealt:
        return "transfer fee"  # "the keeper, who cost £8m", "they sold him for £8m"
    if measure == "cost" and (_is_on_sale(frame) or _is_ware(frame)):
        return "price"
    if _is_quoted(measure, frame) or _is_at_price(measure, frame, context):
        return f"share price{_hours(frame)}"
    charged = frame.subject if measure.endswith((" paid", " charged")) else None
    if charged is not None and (fee := paid_by(charged)):
        return fee
    verb = frame.predicate
    given = verb is not None and verb.lemma_ in word_class("aid", "verbs")
    if given and measure.startswith(_AMOUNT) and is_institution(subject):
        return f"state aid {measure.removeprefix(_AMOUNT)}"
    return measure
