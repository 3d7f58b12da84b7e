"""Things that an assertion denies, however it is built: "there is no clause", "signed without a test"."""

import re
from functools import cache
from typing import TYPE_CHECKING

from claims.model import Claim
from reconcile.vocabulary import load
from reconcile.window import apart
from reconcile.words import Lexicon, light_words, plain_words, stem

if TYPE_CHECKING:
    from reconcile.keys import Key

_EXISTS = "exists"
_WITHOUT = re.compile(r"\bwithout (?:an?|any) ((?:[\w'’-]+ ){0,2}[\w'’-]+)", re.I)
# How a denial opens that speaks of what was, once and for all: "did not know", "never went".
_OVER = re.compile(
    r"(?:did|had|went|gave|took|made|knew|saw|met|asked|\w+ed"
    r"|(?:was|were) (?:\w+e[dn]|\w+wn|used|made|paid|found))\b",
    re.I,
)


def denied(claim: Claim, lexicon: Lexicon) -> frozenset[str]:
    """Return the words of a thing that an assertion says there is none of, if it denies a thing.

    Args:
        claim: The assertion.
        lexicon: How its words are read.
    """
    if claim.value is not None:
        return frozenset()
    if claim.polarity == "negated":
        thing = claim.subject if claim.measure.startswith(_EXISTS) else ""
    else:
        found = _WITHOUT.search(claim.measure)
        thing = found.group(1) if found else ""
    return frozenset(word.text for word in lexicon.words(thing) if not word.name) - light_words()


def is_thing_denied(a: "Key", b: "Key") -> bool:
    """Whether one of two sources says that there is none of what the other says there is."""
    return a.claim.source != b.claim.source and (_denies(a, b) or _denies(b, a))


def _denies(key: "Key", other: "Key") -> bool:
    claim = other.claim
    if not key.denied or other.denied or claim.value is not None or claim.polarity == "negated":
        return False
    if key.claim.polarity == "affirmed":  # "signed without a test": of one person or body only
        verbs, told = _words("got"), bool(key.holder_words & other.holder_words)
    else:
        verbs, told = _words("having"), key.name_words <= other.name_words | other.context
    return told and key.denied <= other.predicate and _verb(claim) in verbs


def is_case_denied(a: "Key", b: "Key") -> bool:
    """Whether one source counts people to whom happened what another says happened to nobody."""
    return a.claim.source != b.claim.source and (_denies_cases(a, b) or _denies_cases(b, a))


def is_amount_denied(a: "Key", b: "Key") -> bool:
    """Whether one of two sources tells of what another says there was none of: "no grants were given"."""
    return a.claim.source != b.claim.source and (_denies_amount(a, b) or _denies_amount(b, a))


def nothing(claim: Claim, lexicon: Lexicon) -> frozenset[str]:
    """Return the words of the thing of which an assertion says that none was dealt with at all.

    Args:
        claim: The assertion: "no grants were given", "not a single complaint was received".
        lexicon: How its words are read.
    """
    if claim.value is not None or claim.polarity != "negated":
        return frozenset()
    undone = _UNDONE.match(claim.measure)
    thing = (undone[1] if undone else claim.subject).removeprefix("single ")
    said = plain_words(claim.sentence)
    if _none_of(thing).search(claim.sentence) is None or not _OF_THE_REST.isdisjoint(said):
        return frozenset()
    words = lexicon.words(thing)
    return frozenset(word.text for word in words if not word.name) - light_words()


# "subsidies had been offered": told of the one whose text it is.
_UNDONE = re.compile(
    r"(?!(?:has|have|had|was|were|will|would|are|is)\b)((?:[\w'’-]+ ){1,3}?)"
    r"(?=(?:has|have|had|was|were|will|would|are|is)\b)",
    re.I,
)


def _none_of(thing: str) -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:no|not an?|not one|not any|not a single|none of \w+) {re.escape(thing.strip())}\b", re.I
    )


def _denies_amount(key: "Key", other: "Key") -> bool:
    thing, claim, deed = key.nothing, other.claim, key.core.verb
    if not thing or claim.polarity == "negated" or (_is_ahead(claim) and not _is_ahead(key.claim)):
        return False  # what has not been done may be planned
    if _deed(key.claim) not in _words("bearing") and not (deed and deed in other.predicate | other.act):
        return False
    named = key.name_words - key.holder_words  # of whom it is told, another gate asks
    harm = thing & _harms()
    where = (key.predicate | named | (thing if harm else frozenset())) - {deed} - (harm or thing)
    if not where - light_words() - _words("bearing") <= other.name_words | other.concepts | other.context:
        return False  # "no grants were given in Norra", "for boats"
    thing = harm or thing
    if harm and claim.value is None:
        return harm <= other.act  # "there were no deaths", "a cook died"
    if claim.value is None:
        narrower = other.subject - thing - light_words() - {stem("first")}
        return thing <= other.subject and not narrower and _deed(claim) in _words("bearing")
    low = claim.value.low if isinstance(claim.value.low, int | float) else 0
    if other.dimension not in AMOUNTS or claim.kind in ("share", "rank", "growth") or low <= 0:
        return False
    return thing <= other.predicate | other.counted or _have_it(thing, other)


# What may be counted of a thing, or be a sum of it.
AMOUNTS = ("count", "money")


def _is_ahead(claim: Claim) -> bool:
    return claim.modality in ("plan", "projection")


def _have_it(thing: frozenset[str], other: "Key") -> bool:
    """Whether those who are counted had the thing: "eleven patients had a rash"."""
    counted = other.dimension == "count" and thing <= other.context
    return counted and _HAD.search(apart(other.claim)[1]) is not None


_HAD = re.compile(r"^[^,;:.]* (?:had|have|has|suffered|developed|experienced|reported|received|got) ", re.I)


def _deed(claim: Claim) -> str:
    """Return the stem of the verb of a measure, behind all that only helps it."""
    measure = _UNDONE.sub("", claim.measure, count=1) if claim.polarity == "negated" else claim.measure
    words = [word for word in plain_words(measure) if word not in _HELPERS | _HAVE | _BE]
    return stem(words[0]) if words else ""


_BE = frozenset({"was", "were", "is", "are", "be", "being"})


def denies_all(claim: Claim) -> bool:
    """Whether an assertion says that something happened to nobody, and means all: "nobody was hurt"."""
    return claim.modality == "actual" and _of_all(claim)


def _of_all(claim: Claim) -> bool:
    said = {*plain_words(claim.measure), *plain_words(claim.subject)}
    return (
        claim.value is None
        and claim.polarity == "negated"
        and not said.isdisjoint(_ANYBODY)
        and said.isdisjoint(_OF_THE_REST)
    )


def is_anybody_denied(a: "Key", b: "Key") -> bool:
    """Whether one assertion tells of somebody what another says of nobody: "nobody has been charged"."""
    return _is_somebody(a, b) or _is_somebody(b, a)


def is_denied_alike(a: "Key", b: "Key") -> bool:
    """Whether two sources deny one thing of all: "nobody was injured", "there were no injuries"."""
    return a.claim.source != b.claim.source and (_none_had(a, b) or _none_had(b, a))


def _none_had(key: "Key", other: "Key") -> bool:
    thing, claim, deed = other.nothing, other.claim, key.core.verb
    if not deed or deed in light_words() or not _of_all(key.claim) or not _names(thing, deed):
        return False
    bare = claim.measure.startswith(_EXISTS) or _deed(claim) in _words("bearing")
    if not bare or _is_ahead(claim) != _is_ahead(key.claim):
        return False
    idle = thing | light_words() | _words("bearing") | key.name_words | other.name_words
    where = [(side.predicate | side.subject) - idle for side in (key, other)]
    apart = where[0] and where[1] and not where[0] & where[1]
    named = [side.name_words - side.holder_words for side in (key, other)]
    return not apart and (named[0] <= other.context or named[1] <= key.context)


def _names(thing: frozenset[str], deed: str) -> bool:
    """Whether a thing is what a verb is called: "dismissals" of those who are dismissed."""
    return deed in thing or (len(deed) >= _WHOLE and any(word.startswith(deed) for word in thing))


_WHOLE = 5


def _is_somebody(key: "Key", other: "Key") -> bool:
    claim, deed = other.claim, key.core.verb
    if claim.value is not None or claim.polarity == "negated" or claim.modality in ("plan", "projection"):
        return False
    if not denies_all(key.claim) or not deed or deed in light_words():
        return False
    suffered = all(_PASSIVE.search(told.measure) for told in (key.claim, claim)) or deed in _harms()
    if not suffered:
        return False  # "nobody asked for it"
    if deed != other.core.verb and _deed(key.claim) != _deed(claim):
        return False  # "charged" is also what is "charged with arson"
    where = (key.predicate | key.name_words) - {deed} - light_words()
    return where <= other.concepts | other.name_words | other.context


_PASSIVE = re.compile(r"^(?:anybody |anyone )?(?:(?:has|have|had) been|was|were) ", re.I)
_ANYBODY = frozenset({"anybody", "anyone"})
_OF_THE_REST = frozenset({"else", "other", "others", "more", "further", "new", "yet"})


def _denies_cases(key: "Key", other: "Key") -> bool:
    value = other.claim.value
    if other.dimension != "count" or value is None or other.claim.polarity == "negated":
        return False
    if not denies_all(key.claim) or key.core.verb not in _harms() or other.claim.modality != "actual":
        return False
    low = value.low if isinstance(value.low, int | float) else 0
    told = other.concepts | other.name_words | other.context
    where = key.predicate - {key.core.verb} - light_words()
    if not _doer(key.claim) <= {*plain_words(other.claim.sentence), *plain_words(_topic(other.claim))}:
        return False  # "the second blast hurt nobody"
    elsewhere = other.name_words - key.context - key.name_words
    return low >= 1 and key.core.verb in other.concepts and where <= told and not elsewhere


def _doer(claim: Claim) -> set[str]:
    """Return the words for what harmed nobody; where "anybody" is the subject, there is none."""
    opens = plain_words(claim.measure)[:1]
    return set() if _ANYBODY & {*opens} else set(plain_words(claim.subject)) - _ANYBODY


def _topic(claim: Claim) -> str:
    return claim.scope.get("topic", "")


@cache
def _harms() -> frozenset[str]:
    return frozenset(word for member in load("contrasts")["harm"]["members"] for word in member)


def _verb(claim: Claim) -> str:
    """Return the stem of the verb with which a measure opens; "have" only before a thing that is had."""
    words = plain_words(claim.measure)
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if word in _HAVE and after in _ARTICLES:
            return stem("have")
        if word not in _HAVE | _HELPERS:
            return stem(word)
    return ""


_HAVE = frozenset({"have", "has", "had", "having"})
_HELPERS = frozenset({"also", "already", "still", "then", "now", "even", "been", "to", "did", "does", "do"})
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "her", "their", "another", "such"})


def is_put_off(a: "Key", b: "Key") -> bool:
    """Whether a denial holds up to a time only: what "did not open until 2020" opened then.

    What was not locked "before the guard left" may have been locked after, for all the other side tells.
    """
    denied = [key for key in (a, b) if key.claim.polarity == "negated"]
    if any(UNTIL.search(key.claim.measure) for key in denied):
        return True
    limited = [key for key in (a, b) if _BEFORE.search(key.claim.measure)]
    return len(limited) == 1 and limited[0] in denied


UNTIL = re.compile(r"\b(?:until|till)\b", re.I)
_BEFORE = re.compile(r"\bbefore (?:the|an?|it|they|he|she|its|his|her|their)\b", re.I)


def always_holds(key: "Key") -> bool:
    """Whether what an assertion tells has been so from the first: what a contract contains."""
    return _verb(key.claim) in _words("having")


def is_over(key: "Key") -> bool:
    """Whether a denial speaks of a time that has passed, so that nothing told later can have changed it."""
    return key.claim.modality not in ("plan", "projection") and _OVER.match(key.claim.measure) is not None


@cache
def _words(row: str) -> frozenset[str]:
    return frozenset(stem(word) for word in load("wording")[row].split())
