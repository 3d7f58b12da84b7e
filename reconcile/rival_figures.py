"""Two figures that one text sets against each other by who gives them: "we count 40, the club says 96".

The second is said of the same thing without naming it again: its words are those of saying, a pronoun and a
hedge only. Which measure and whom a parse gave to it does not matter then.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise

from claims.model import Claim
from reconcile.gates_parts import is_whole
from reconcile.intervals import relation, times_apart
from reconcile.keys import Key
from reconcile.vocabulary import load

# The one stands at most so many characters behind the other.
CLOSE = 260
# Rivals differ, but speak of one thing: neither is more than so many times the other.
NEAR_IN_SIZE = 4.0
# How values stand to each other that are no rivals: the same, or not to be compared.
SAME = frozenset({"agree", "none"})
_SENTENCE_END = re.compile(r"[.!?]['”’\"]?\s")
# Behind the second figure its clause ends, or says for what time or how often.
_CLOSED = re.compile(
    r"\W*(?:$|[.;,:!?)”’]|(?:a|an|per|before|after|by|so|in all|altogether)\b)"
    r"(?![^.;]{0,20}\b(?:19|20)\d\d\b)",
    re.I,
)
_FILLING = (
    r"(?:(?:is|was|were|are|at|to|be|been|will|would|must|can|cannot|could|may|might|not|have|has|had|come"
    r"|came|comes|than|more|less|only|just|as|of)\s)*"
)
_GAPPED = re.compile(
    r"[,;]\s(?:and |but |while )?(?P<who>(?:the|its|his|her|their|[A-Z])[\w'’ -]{1,40}?)"
    r"\sthat (?:it|they|he|she)\s[^,;:\d]{0,60}$"
)


@cache
def _second() -> re.Pattern[str]:
    """Return the words of the second clause: who, a verb of saying, "that it is", and no more."""
    words = load("rivals")
    verbs, things = ("|".join(words[name]) for name in ("verbs", "things"))
    again = rf"it|they|them|this|(?:the|its|their|his|her) (?:real |true |actual )?(?:{things})"
    return re.compile(
        r"(?:^|[,;:]\s|\b(?:but|while|and|whereas)\s)(?P<who>[^;:\d]*?)\s"
        rf"(?:has |have |had )?(?:always |also |only |still )?(?:{verbs}|has|have)\s"
        rf"(?:that\s)?(?:(?:{again})\s)?{_FILLING}$",
        re.I,
    )


@cache
def _saying() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('rivals')['verbs'])}|according to)\b", re.I)


def rivals(texts: Mapping[str, str], keys: Iterable[Key]) -> frozenset[frozenset[str]]:
    """Return the pairs of claims, by their ids, that a source sets against each other by who gives each.

    Args:
        texts: Source -> its text.
        keys: The keys of all claims.
    """
    of_unit: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in keys:
        value = key.claim.value
        if value is not None and value.unit != "date" and key.claim.kind != "rank" and not is_whole(key):
            of_unit[key.claim.source, value.unit].append(key)
    found = set()
    for (source, _), same in of_unit.items():
        same.sort(key=lambda key: (_at(key.claim), key.claim.id))
        for one, other in pairwise(same):
            if source in texts and _are_rivals(one, other, texts[source]):
                found.add(frozenset((one.claim.id, other.claim.id)))
    return frozenset(found)


def _at(claim: Claim) -> int:
    return claim.value.start if claim.value is not None else claim.start


def _are_rivals(one: Key, other: Key, text: str) -> bool:
    """Whether two figures differ, and the words before the second give it to a second voice."""
    first, second = one.claim, other.claim
    if first.value is None or second.value is None or relation(first.value, second.value) in SAME:
        return False
    between = text[first.value.end : second.value.start]
    if not between or len(between) > CLOSE or "\n\n" in between:
        return False
    if one.counted and other.counted and not one.counted & other.counted:
        return False
    if times_apart(first.value, second.value) > NEAR_IN_SIZE:
        return False
    return _is_second_voice(between, first, text[second.value.end :][:40])


def _is_second_voice(between: str, first: Claim, behind: str) -> bool:
    clause = _SENTENCE_END.split(between)[-1]
    said = _second().search(clause)
    found = said or _GAPPED.search(clause)
    if found is None or (said and not _CLOSED.match(behind)):
        return False
    who = found["who"].lower().split()
    if not who or who[-1] in load("rivals")["pronouns"]:
        return False  # it may be the first voice again
    told = first.sentence.partition(found["who"])[0]
    return bool(_saying().search(told)) and " ".join(who[-2:]) not in (first.attribution or "").lower()
