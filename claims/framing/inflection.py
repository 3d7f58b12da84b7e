"""Participles and plurals: "homes destroyed", "time giving evidence", "nurses" of "one nurse in five"."""

import re
from functools import cache
from typing import TYPE_CHECKING

from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

# One syllable that ends in consonant, vowel, consonant: "plan", "ship"; not "flow", "fix", "play".
_SHORT = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]$")


def with_silent_e(word: str, lemma: str) -> str:
    """Return the ground form of a verb whose silent "e" was taken for a part of its ending.

    Args:
        word: A form of the verb, in small letters ("rated").
        lemma: The ground form that it was given ("rat", which would have made "ratted").
    """
    ending = word.removeprefix(lemma)
    cut = ending in ("ed", "ing") and len(ending) < len(word) and _SHORT.match(lemma)
    return f"{lemma}e" if cut else lemma


@cache
def past_participle(lemma: str) -> str:
    """Return the past participle of a verb.

    Args:
        lemma: Its base form, in small letters.
    """
    forms = load("participles")
    for prefix in ("", *forms["prefixes"]["words"]):
        known = forms["irregular"].get(lemma.removeprefix(prefix)) if lemma.startswith(prefix) else None
        if known is not None:
            return f"{prefix}{known}"
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou"):
        return f"{lemma[:-1]}ied"
    if lemma in forms["doubled"]["verbs"] or _SHORT.match(lemma):
        return f"{lemma}{lemma[-1]}ed"
    return f"{lemma}ed"


def _particle(verb: "Token") -> str:
    """Return the word that belongs to a verb: "out" of "wiped out", none of "cut up to 90 jobs"."""
    for child in verb.rights:
        particle = (
            child.dep_ == "prt"
            or (child.lower_, child.tag_) == ("over", "RP")
            or (child.lower_ in word_list("participles", "particles", "adverbs") and child.i == verb.i + 1)
        )
        if not particle:
            continue
        if child.lower_ != "up" or child.doc[child.i + 1 : child.i + 2].text != "to":
            return f" {child.lower_}"
    return ""


def done(verb: "Token") -> str:
    """Return the verb as it describes what it was done to: "flown" of "flies" and of "flew"."""
    particle = _particle(verb)
    if verb.tag_ == "VBN" or not verb.lemma_.isalpha():
        return f"{verb.text}{particle}"
    return f"{past_participle(verb.lemma_.lower())}{particle}"


@cache
def present_participle(lemma: str) -> str:
    """Return the present participle of a verb.

    Args:
        lemma: Its base form, in small letters.
    """
    if lemma.endswith("ie"):
        return f"{lemma[:-2]}ying"
    if lemma.endswith("e") and len(lemma) > 2 and not lemma.endswith(("ee", "oe", "ye", "ueue")):
        return f"{lemma[:-1]}ing"
    forms = load("participles")
    if lemma in forms["doubled"]["verbs"] or lemma in forms["doubled"]["irregular"] or _SHORT.match(lemma):
        return f"{lemma}{lemma[-1]}ing"
    return f"{lemma}ing"


def doing(verb: "Token") -> str:
    """Return the verb as it describes who does it: "working out" of "works out" and of "worked out"."""
    particle = _particle(verb)
    if verb.tag_ == "VBG":
        return f"{verb.lower_}{particle}"
    return f"{present_participle(verb.lemma_.lower())}{particle}"


@cache
def _irregular_plurals() -> dict[str, str]:
    plurals = {single: several for several, single in load("counted")["irregular"].items()}
    return plurals | {"person": "people"}


@cache
def plural(noun: str) -> str:
    """Return the plural of a noun."""
    if noun in _irregular_plurals():
        return _irregular_plurals()[noun]
    if noun.endswith(("s", "x", "ch", "sh", "z")):
        return f"{noun}es"
    if noun.endswith("y") and noun[-2:-1] not in tuple("aeiou"):
        return f"{noun[:-1]}ies"
    return f"{noun}s"
