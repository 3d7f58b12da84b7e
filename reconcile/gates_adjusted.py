"""A gate on amounts of which one leaves out what the other counts in: profit before tax and after it."""

import re
from functools import cache

from claims.vocabulary import load
from reconcile.format import capital
from reconcile.keys import Key
from reconcile.pairing import Pairing, Reason
from reconcile.window import apart, beside_figure
from reconcile.wording import side
from reconcile.words import Lexicon

# The row of the vocabulary of contrasts that tells the items of accounts apart.
ITEM = "result"


@cache
def _adjustment() -> re.Pattern[str]:
    words = load("measures")["adjusting"]
    around, charges, excluding, ahead = (
        "|".join(words[key]) for key in ("around", "charges", "excluding", "ahead")
    )
    return re.compile(
        rf"\b(?:(?:{around}) (?:[\w-]+ ){{0,6}}(?:{charges})(?:e?s)?|(?:{excluding}) .+|{ahead})\b", re.I
    )


@cache
def _adjusted_for() -> re.Pattern[str]:
    """Return how a clause tells what it leaves out: "adjusted for inflation", "counting large mines only"."""
    corrected = "|".join(load("measures")["adjusting"]["corrected"])
    return re.compile(rf"\b(?:(?:{corrected}) [\w-]+|counting (?:[\w-]+ ){{1,4}}only)\b", re.I)


@cache
def _underlying() -> frozenset[str]:
    """Return the word for amounts without what happens once, as keys have it."""
    return frozenset(word.text for word in Lexicon().words("underlying"))


def _left_out(key: Key) -> str:
    """Return the words that say what an amount leaves out, by its measure or the words around it."""
    found = _adjustment().search(key.claim.measure) or _adjusted_for().search(beside_figure(key.claim))
    return found[0] if found else _on_condition(key) or _in_company(key)


@cache
def _told_to_count() -> re.Pattern[str]:
    """Return how a reader is told what to count, up to the next clause: "leave out the islands, and"."""
    telling = "|".join(load("measures")["adjusting"]["telling"])
    return re.compile(
        rf"(?:^|[.;:—–]\s|\b(?:but|and)\s)((?:{telling})\b[^.;:\d]{{0,40}}?)"
        r"(?:,[^.;:\d]{0,60})?,?\s(?:and|,)\s",
        re.I,
    )


def _on_condition(key: Key) -> str:
    """Return the words by which a sentence tells its reader what to count for a figure."""
    found = _told_to_count().search(re.split(r"[;]\s", apart(key.claim)[0])[-1])
    return found[1] if found else ""


def _in_company(key: Key) -> str:
    """Return the word by which a measure is that of several together."""
    together = load("measures")["adjusting"]["together"]
    return next((word for word in key.claim.measure.split() if word.lower() in together), "")


def adjusted(pair: Pairing) -> Reason | None:
    """A profit before costs is no profit after them."""
    if {pair.a.dimension, pair.b.dimension} & {"date", "count"} or pair.relation == "agree":
        return None
    one, other = _left_out(pair.a), _left_out(pair.b)
    bare = [key for key in (pair.a, pair.b) if key.concepts.isdisjoint(_underlying())]
    if len(bare) == 1:
        text = f"{capital(side(pair, bare[0]))} does not say that it leaves out what is not underlying."
        return Reason("left out", "different_scope", text)
    item = pair.a.sides.get(ITEM, frozenset()) & pair.b.sides.get(ITEM, frozenset())
    if item and all("tax" in text.lower() for text in (one, other) if text):
        return None  # "pre-tax loss" and "loss before tax" are one item of accounts
    if one.lower() == other.lower():
        return None
    if one and other:
        text = (
            " and ".join(f"{side(pair, key)} gives it “{_left_out(key)}”" for key in (pair.a, pair.b)) + "."
        )
    else:
        text = f"Only {side(pair, pair.a if one else pair.b)} gives it “{one or other}”."
    return Reason("left out", "different_scope", text)
