"""Names of measures: one quantity by one name, free of figures, with the goods that an article counts."""

import re
from functools import cache
from typing import TYPE_CHECKING

from claims.figures.counted import singular
from claims.figures.currencies import is_currency
from claims.names import state
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from collections.abc import Mapping

_FIGURE = re.compile(r"^[\W_]*(?:[$€£¥₹]\S*|\d[\d.,/–-]*)[\W_]*$")
_BEHIND_HEAD = re.compile(r" (?:of|in|for|on|at|per|a|from|to|before|after|excluding) ")
_STRAY = frozenset({"m", "bn", "tn", "mt", "kt", "kg", "km", "km/h", "mm", "ha", "%", "km2", "sq"})
_LOOSE = frozenset(
    {"of", "in", "on", "for", "from", "to", "with", "at", "and", "or", "by", "between", "per", "the", "a"}
)
_PENALTY = re.compile(r"(?i)(?:record |heavy |civil |regulatory )?penalty(?: for .*)?$")
_LONGEST_OTHER = 4
_MATTER = ("t", "l", "m3", "barrel")


@cache
def _table(name: str) -> "Mapping[str, str]":
    table: Mapping[str, str] = load("measures")[name]
    return table


@cache
def amounts() -> frozenset[str]:
    """Return the nouns that say how much of some goods is made, traded or kept."""
    return frozenset(load("measures")["amounts"])


def without_figures(phrase: str) -> str:
    """Return a phrase without figures, currency signs, stray units and what these leave dangling."""
    told = phrase.split()
    words = [
        word
        for at, word in enumerate(told)
        if (not _FIGURE.match(word) or _is_of_a_grade(told, at)) and word.lower() not in _STRAY
    ]
    while words and words[-1].lower() in _LOOSE:
        words.pop()
    while words and words[0].lower() in _LOOSE:
        words.pop(0)
    return " ".join(words)


def _is_of_a_grade(words: list[str], at: int) -> bool:
    """Tell whether a number only says which one of a few is meant: "tier 1 ratio", "phase 2 trial"."""
    single = len(words[at]) == 1 and words[at].isdecimal()
    return single and 0 < at < len(words) - 1 and words[at - 1].lower() in word_list("measures", "graded")


def name_measure(measure: str, unit: str, subject: str, goods: str | None) -> str:
    """Return the name of a measure.

    Args:
        measure: What the sentence calls it ("crop", "amount burned").
        unit: The base unit of its value.
        subject: Whose it is.
        goods: The commodity that the article counts, or None.

    Returns:
        The measure without figures; a yield or area is called so, and amounts of the goods by their plain
        names ("crop" of a text about wheat: "wheat production").
    """
    if unit == "magnitude":
        return unit
    clean = _without_word_figure(without_figures(measure))
    if unit == "count":
        clean = " ".join(_table("fates").get(word, word) for word in _idiomatic(clean).split())
        clean = " ".join(_table("things").get(word, word) for word in _going(clean).split())
    if unit.startswith("t/ha"):
        clean = clean if "yield" in clean.lower() else "yield"
    elif unit == "ha" and ((goods and "area" not in clean.lower()) or _is_only(clean, subject)):
        clean = "area"
    elif unit == "ha" and clean and not set(clean.lower().split()) & {"area", "size", "extent"}:
        clean = f"area of {clean}"
    if unit == "km/h":
        clean = _of_speed(clean)
    if is_currency(unit) and _PENALTY.match(clean):
        clean = "fine"  # "a £9m penalty for late trains"
    if is_currency(unit) or unit in ("%", "pp"):
        clean = _of_accounts(clean, unit)
    if unit == "%" and clean.startswith("share of bill "):
        clean = clean.replace("bill", "cost", 1)  # "pays 70 % of the bill"
    if unit == "%" and clean.lower() in _table("rates"):
        clean = _table("rates")[clean.lower()]
    if clean.lower() == subject.lower():
        clean = _of_due(clean, unit)
    if unit in _MATTER and len(clean.split()) == 1:
        clean = _table("plain").get(clean.lower(), clean)
    if goods is not None and of_trade(clean) and goods not in clean.lower():
        return f"{clean} on {goods}"  # "the export duty" in a text on wheat
    if goods is None or not (unit in (*_MATTER, "ha", "%", "count", "rank") or unit.startswith("t/")):
        return clean
    return _of_goods(clean, unit, subject, goods)


def _of_due(measure: str, unit: str) -> str:
    """Return what a figure of a tax or a wage is of it, where nothing but its name is told."""
    last = re.split(r" (?:on|for|of|in) ", measure.lower())[0].split()[-1:]
    if unit == "%" and last and last[0] in word_list("measures", "taxes", "words"):
        short = last[0] in word_list("measures", "taxes", "acronyms")
        return f"{last[0].upper() if short else last[0]} rate"
    return "amount" if is_currency(unit.partition("/")[0]) and last and last[0] in _paid() else measure


def _paid() -> frozenset[str]:
    return word_list("measures", "pay", "words")


def _without_word_figure(measure: str) -> str:
    """Return "exports" of "export figure": the number is the figure itself."""
    *before, amount, last = ["", *measure.split()] if " " in measure else ["", "", measure]
    named = next((it for it in (amount, f"{amount}s") if it.lower() in _told_so()), None)
    return " ".join([*before, named]).strip() if last in ("figure", "figures") and named else measure


@cache
def _told_so() -> frozenset[str]:
    """Return the nouns of measures that somebody has: of goods and of accounts."""
    return word_list("measures", "amounts") | word_list("measures", "measured")


def _of_speed(measure: str) -> str:
    """Return the name of a speed: "wind speed", "average speed"; what goes so fast is its subject."""
    if "speed" in measure.lower():
        return measure
    head = _BEHIND_HEAD.split(measure)[0].split()[-1:]
    kept = bool(head) and singular(head[0].lower()) in load("measures")["speeds"]["of"]
    return " ".join([*measure.split()[:-1], singular(measure.split()[-1]), "speed"]) if kept else "speed"


def _going(phrase: str) -> str:
    """Return "jobs lost" of "jobs go"."""
    thing, _, verb = phrase.partition(" ")
    lost = thing.lower() in word_list("measures", "going", "things") and verb in word_list(
        "measures", "going", "verbs"
    )
    return f"{thing} lost" if lost else phrase


def _idiomatic(phrase: str) -> str:
    for idiom, plain in _table("idioms").items():
        phrase = phrase.replace(f" {idiom}", f" {plain}")
    return phrase


def of_trade(measure: str) -> bool:
    """Tell whether a measure is what a state takes on trade: "export tax", "import duty"."""
    words = measure.lower().split()
    return (
        len(words) == 2
        and words[0] in ("export", "import")
        and words[1] in word_list("naming", "nouns", "duties")
    )


def _is_only(measure: str, subject: str) -> bool:
    """Tell whether a measure is only the one word that the subject is: "farmers" of 40 acres."""
    return " " not in measure and measure.lower() == subject.lower()


def _of_accounts(measure: str, unit: str) -> str:
    """Return the name of an item of accounts: what a firm sells for money is its revenue."""
    if measure.startswith("value of "):  # sales of apples have a value, a revenue has none
        return measure
    of_money = unit not in ("%", "pp")
    words = [_table("accounts").get(word.lower(), word) if of_money else word for word in measure.split()]
    plain = " ".join(words)
    for name, known in _table("account_names").items():
        at = plain.lower().find(name)
        if at >= 0 and known not in plain:
            plain = plain[:at] + known + plain[at + len(name) :]
    return plain


def _of_goods(measure: str, unit: str, subject: str, goods: str) -> str:
    words = measure.split()
    says_of_what = any(word.lower() == "of" for word in words)
    if not words or says_of_what or goods in measure.lower() or goods in subject.lower():
        place = None
    else:
        place = next(
            (at for at, word in enumerate(words) if word.lower() in word_list("measures", "amounts")), None
        )
    named = [_plain(word, subject) for word in words]
    before = words[place - 1].lower() if place else ""
    if (
        place is not None
        and unit != "count"
        and (not before or before in word_list("measures", "before_goods"))
    ):
        named[place] = f"{goods} {named[place].lower()}"
    return " ".join(named)


def _plain(word: str, subject: str) -> str:
    """Return the plain name of an amount; what a state sells or ships, it exports."""
    lower = word.lower()
    if state(subject) == subject or subject.endswith(" Union"):
        lower = _table("of_states").get(lower, lower)
    plain = _table("plain").get(lower, lower)
    return word if plain == word.lower() else plain


def kin_of(measure: str) -> str:
    """Return the name under which one state's amounts of a kind belong together, or "".

    Its exports to one land and its trade surplus are the state's whose exports were told of before.

    Args:
        measure: What is measured ("exports to Chile", "oil imports", "gasoline inventories").
    """
    lower = measure.lower()
    amount, _, tail = lower.partition(" of ")
    for link in (" to ", " from ", " with "):
        amount, found, other = amount.partition(link)
        tail = other if found else tail
        if (found == " from " and "export" in amount) or (found == " to " and "import" in amount):
            return ""
    words = amount.split()
    if not words or " in " in lower or " by " in lower or len(tail.split()) > _LONGEST_OTHER:
        return ""
    if words[-1] in load("measures")["trade"]["amounts"] or words[-2:-1] == ["trade"]:
        return "trade"
    plain = _table("plain").get(words[-1], words[-1])
    return plain if plain in word_list("measures", "amounts") else ""


def is_money(measure: str) -> bool:
    """Tell whether a measure is counted in money by its name ("average fare", "net profit", "dividend").

    Args:
        measure: What is measured.
    """
    head = _BEHIND_HEAD.split(measure.lower())[0]
    word = head.split()[-1] if head else ""
    lists = (("frames", "nouns", "price"), ("frames", "nouns", "money"), ("measures", "measured"))
    return any(word in word_list(*keys) for keys in lists)
