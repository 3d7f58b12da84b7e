"""The core of an assertion: who does what to whom, or who is what, without what is said by the way.

Where and why something happens, how it is done and what a clause of its own adds stand beside the core: two
sources that say the same rarely choose the same of it.
"""

import re
from dataclasses import dataclass
from functools import cache

from claims.model import Claim
from reconcile import families
from reconcile.vocabulary import load
from reconcile.words import Lexicon, Word, light_words, plain_words, stem

# A clause of its own, or what is named as an example.
_CLAUSE = re.compile(
    r"(?<=\w),?\s+(?:as|while|because|after|before|although|when|if|which|who|where|since|until|amid"
    r"|including|particularly|especially|such\s+as)\s"
)
_LEADING_CLAUSE = re.compile(r"\s*(?:while|although|as|after|when|because|if)\s", re.I)
_BESIDE = re.compile(r"(?<=\w)\s+(in|on|at|for|from|with|through|under|during|over|via|to)\s")
# An act and what it acts on stand before the first thing beside the core.
LEAST = 2
# "to" opens what a verb is about ("asks the firm to pay") sooner than a purpose.
LEAST_BEFORE_TO = 3
# A phrase that points back at a thing named before ("such a request", "this arrangement").
_POINTING = re.compile(r"(?<!\w)(?:this|that|these|those|such|the said)\s+(?:an?\s+)?([a-z]+)", re.I)


@dataclass(frozen=True, slots=True)
class Core:
    """What an assertion is about.

    Attributes:
        words: The words, as keys have them, of subject, act and thing.
        verb: What is done; empty where somebody only is or has something.
        manner: How it is done ("gradually"), which is no part of the core.
    """

    words: frozenset[str] = frozenset()
    verb: str = ""
    manner: frozenset[str] = frozenset()


def core(claim: Claim, lexicon: Lexicon, capitals: bool, act: frozenset[str]) -> Core:
    """Return the core of an assertion.

    Args:
        claim: The assertion.
        lexicon: How its words are read.
        capitals: Whether a capital city stands for its government.
        act: The words that may tell what is done.
    """
    subject = lexicon.words(claim.subject, capitals)
    told = lexicon.words(_head(claim.measure, lexicon, capitals), capitals)
    aside = _carriers() | {stem(word) for word in _POINTING.findall(claim.measure)}
    carried = [word for word in told if not _is_manner(word) and word.text not in aside] or told
    verb = next((word.text for word in carried if word.text in act and not word.name), "")
    manner = frozenset(word.text for word in lexicon.words(claim.measure, capitals) if _is_manner(word))
    return Core(frozenset(word.text for word in (*subject, *carried)), verb, manner)


def _head(measure: str, lexicon: Lexicon, capitals: bool) -> str:
    """Return a measure up to the first thing that stands beside its core."""
    clause = _CLAUSE.search(measure)
    head = measure[: clause.start()] if clause and not _LEADING_CLAUSE.match(measure) else measure
    for beside in _BESIDE.finditer(head):
        before = lexicon.words(head[: beside.start()], capitals)
        telling = [word for word in before if word.text not in light_words() and not _is_manner(word)]
        # A preposition that belongs to its verb or noun ("push for", "pressure on") opens nothing.
        bound = before != lexicon.words(head[: beside.end()], capitals)
        if not bound and len(telling) >= (LEAST_BEFORE_TO if beside.group(1) == "to" else LEAST):
            return head[: beside.start()]
    return head


def _is_manner(word: Word) -> bool:
    """Whether a word tells how something is done: "gradually", "reportedly"."""
    kept = word.said in load("wording")["whole"].split() or word.text in families.names()
    return word.said.endswith("ly") and len(word.said) > 5 and not word.name and not kept


@cache
def _carriers() -> frozenset[str]:
    """Verbs that only carry the noun that tells what is done ("provide a guarantee", "hold talks")."""
    return frozenset(stem(word) for word in plain_words(load("wording")["carriers"]))
