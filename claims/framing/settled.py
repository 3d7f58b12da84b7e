"""Measures that the story settles: "118 have fallen ill" are cases, what a club pays for "him" is a fee."""

from typing import TYPE_CHECKING

from claims.figures.currencies import is_currency
from claims.framing.acts import is_player
from claims.framing.divisions import of_sides
from claims.framing.frame import Frame, word_class
from claims.framing.illness import cases_of, is_outbreak
from claims.framing.payments import awarded, paid_by
from claims.framing.scope import is_institution
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.framing.context import Context

_AMOUNT = "amount "


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
        return damages or _of_money(measure, subject, frame)
    if measure == "term" and (context.event or "").endswith("trial"):
        return "prison sentence"
    if context.court and _is_sentence(measure, unit, frame):
        return "prison sentence"
    if unit == "%" and measure == "support" and (context.ballot or "").endswith("referendum"):
        return "share of yes votes"
    if unit == "count" and (result := _result(measure, frame, context)):
        return result
    if unit == "count" and is_outbreak(context.event):
        return cases_of(measure)
    if unit == "%" and context.ballot == "referendum" and measure.lower() in ("support", "yes", "narrow yes"):
        return "share of yes votes"
    if "yes votes" in measure or "no votes" in measure:
        measure = of_sides(measure, context.ballot)
    if unit == "rank" and _is_position(measure, frame, context):
        return "position"
    return measure


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
    of_games = things in results["games"] or (context.league and things in results["marks"])
    return str(results["deeds"][deed]) if of_games else ""


def _is_position(measure: str, frame: Frame, context: "Context") -> bool:
    """Tell whether a bare rank is a place in a table: "finished sixth", and in a league "they are third"."""
    if measure not in ("rank", "rank as") or context.ballot is not None or frame.predicate is None:
        return False
    verbs = word_class("ranks", "placed") | (
        word_class("ranks", "placed_in_league") if context.league else set()
    )
    return frame.predicate.lemma_ in verbs


def _of_money(measure: str, subject: str, frame: Frame) -> str:
    if measure in ("price", "cost") and frame.subject is not None and is_player(frame.subject):
        return "transfer fee"  # "the keeper, who cost £8m", "they sold him for £8m"
    charged = frame.subject if measure.endswith((" paid", " charged")) else None
    if charged is not None and (fee := paid_by(charged)):
        return fee
    verb = frame.predicate
    given = verb is not None and verb.lemma_ in word_class("aid", "verbs")
    if given and measure.startswith(_AMOUNT) and is_institution(subject):
        return f"state aid {measure.removeprefix(_AMOUNT)}"
    return measure
