"""The noun that a number counts: "nine other ambulances", "640 sheep and goats", "a dozen steel bins"."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from claims.figures import hedges
from claims.figures.words import Word, is_owner
from claims.tokens import FINITE
from claims.vocabulary import load

_LONGEST = 9
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_MODIFIERS = frozenset({"JJ", "JJS", "VBN", "VBG"})
_OPENERS = frozenset({"DT", "PRP$", "PDT", "WP$"})
_HYPHENS = frozenset("-‑‐")


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun with its modifiers.

    Attributes:
        first: Index of its first word.
        last: Index after its last word.
        head: Index of the noun itself.
        behind_hyphen: Whether a hyphen ties it to the number ("a three-course meal").
    """

    first: int
    last: int
    head: int
    behind_hyphen: bool = False


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("counted")["chunk"][name])


def find(words: Sequence[Word], at: int) -> Noun | None:
    """Find the noun that follows a number.

    Args:
        words: The words of the text, tagged.
        at: Index behind the number.

    Returns:
        The noun, or None where the number stands alone.
    """
    hyphen = at < len(words) and words[at].text in _HYPHENS and words[at].glued
    here = _after_partitive(words, at + hyphen)
    if here is None or here >= len(words):
        return None
    if hyphen and words[here].lower in _listed("suffixes"):
        beyond = find(words, here + 1)
        return beyond or Noun(here, here + 1, here, behind_hyphen=True)
    if words[here].lower in _listed("not_first") and words[here].lower not in _listed("skip"):
        return None
    while here < len(words) and words[here].lower in _listed("skip"):
        here += 1
    if hyphen:  # "a 5,000-seat arena" counts seats
        return (
            Noun(here, here + 1, here, behind_hyphen=True)
            if words[here].lower in _listed("counted")
            else None
        )
    end, head = _chunk(words, here)
    if words[at].lower == "of" and head is not None and _is_time(words[head]):
        return None  # "below the 4 million of last May"
    if head == here and words[head].tag == "NN" and words[head].lower in _listed("deeds"):
        return None
    if head is None:
        standing = here < len(words) and words[here].lower in _listed("standing")
        return Noun(here, here + 1, here) if standing else None
    return Noun(here, end, head, behind_hyphen=hyphen)


def _is_time(word: Word) -> bool:
    return word.tag == "NN" and word.lower in load("elided")["prices"]["times"]


def _after_partitive(words: Sequence[Word], at: int) -> int | None:
    """Step over "of the", "of Johnson's"; None where a pronoun or nothing follows "of"."""
    if at >= len(words):
        return None
    if words[at].lower != "of":
        return at
    at += 1
    while at < len(words) and (
        words[at].tag in _OPENERS or words[at].lower in {"the", "all", "its", "their", "our", "his", "her"}
    ):
        at += 1
    return _behind_owner(words, at)


def _behind_owner(words: Sequence[Word], at: int) -> int:
    """Step over whose things a number tells of: "9 of the choir's 60 singers" counts no choir."""
    here = at
    while here < len(words) and words[here].tag in _NOUNS and here - at < _LONGEST:
        here += 1
        if is_owner(words[here - 1].lower) and here < len(words) and words[here].tag == "CD":
            return here
    return at


def _chunk(words: Sequence[Word], at: int) -> tuple[int, int | None]:
    """Return the end of the noun phrase that starts at a word, and its head."""
    head: int | None = None
    here = at
    while here < len(words) and here - at < _LONGEST:
        word = words[here]
        if (
            head is not None and hedges.after(words, here)[0] != "exact"
        ):  # "nine lorries max", "50 sheep-plus"
            break
        if word.tag in _NOUNS and word.kind == "letters":
            if head is not None and _is_new_phrase(words, head, here):
                break
            head = here
        elif _is_acronym(words, here) and head is not None and words[head].tag in {"NN", "NNP"}:
            here += 2  # "19 Elm virus (EV) cases"
        elif not _is_inside(words, here, at, head):
            break
        here += 1
    if head is None:
        return at, None
    return _with_kind(words, _with_twin(words, head, at)), head


def _is_acronym(words: Sequence[Word], at: int) -> bool:
    """Whether a bracket only abbreviates the noun before it, which goes on behind: "virus (EV) cases"."""
    inside = words[at + 1 : at + 4]
    if words[at].text != "(" or len(inside) < 3 or inside[1].text != ")":
        return False
    return sum(letter.isupper() for letter in inside[0].text) > 1 and inside[2].tag == "NNS"


def _is_new_phrase(words: Sequence[Word], head: int, here: int) -> bool:
    """Whether a noun behind a plural starts a phrase of its own: "12 people Friday"."""
    if words[head].tag not in {"NNS", "NNPS"} or words[here - 1].lower in {"and", "&", "-", "/"}:
        return False
    return words[here].tag not in {"NNS", "NNPS"}


def _is_inside(words: Sequence[Word], here: int, first: int, head: int | None) -> bool:
    word = words[here]
    after = words[here + 1] if here + 1 < len(words) else None
    if word.tag in _MODIFIERS and word.kind == "letters":
        return head is None or words[head].tag in {"NN", "NNP"}
    if after is None or here == first:
        return False
    if word.text in _HYPHENS or word.text == "&":
        return word.glued == after.glued
    if word.lower == "and" and head is not None and words[head].tag in {"NN", "NNP"}:
        return after.tag in {"NN", "NNP", "NNS"} and _plural_soon(words, here + 1)
    if word.lower == "and" and words[here - 1].tag in {"JJ", "VBN"}:
        return after.tag in {"JJ", "VBN"}
    if word.kind == "digits" and words[here - 1].tag == "NNP":
        return after.tag in _NOUNS
    return word.tag == "RB" and after.tag in {"VBN", "JJ"} and head is None


def _plural_soon(words: Sequence[Word], at: int) -> bool:
    return any(word.tag in {"NNS", "NNPS"} for word in words[at : at + 4])


def _with_twin(words: Sequence[Word], head: int, first: int) -> int:
    """Take in a second plural: "sheep and goats"; not one that a number or a verb of its own follows."""
    last = head + 1
    if words[head].tag != "NNS" or last + 1 >= len(words) or words[last].lower not in {"and", "or"}:
        return last
    if hedges.after(words, last)[0] != "exact":  # "six boats or thereabouts"
        return last
    twin, after = words[last + 1], words[last + 2] if last + 2 < len(words) else None
    alone = after is None or after.kind == "sign" or after.tag in {"IN", "CC", "VBP", "VBD", "MD", "TO"}
    if after is not None and after.tag in FINITE and _is_object(words, first):
        return last  # "employs 40 people and sales were €3m"
    return last + 2 if twin.tag == "NNS" and alone else last


def _is_object(words: Sequence[Word], first: int) -> bool:
    """Tell whether counted things are what a verb before their number acts on."""
    at = first - 1
    while at >= 0 and (words[at].kind != "letters" or words[at].tag in {"CD", "JJ", "RB", "IN"}):
        if words[at].text in {",", ";", ":"}:
            return False
        at -= 1
    return at >= 0 and words[at].tag in FINITE and words[at].lower not in _listed("speech")


def _with_kind(words: Sequence[Word], last: int) -> int:
    """Take in what a plural is of: "cases of measles", "categories of products"; no determiner, no name."""
    if last + 1 >= len(words) or words[last].lower != "of" or words[last - 1].tag != "NNS":
        return last
    here = last + 1
    while (
        here < len(words)
        and words[here].tag in {"NN", "NNS", "JJ"}
        and words[here].text.islower()
        and here - last < 4
    ):
        here += 1
    return here if words[here - 1].tag in {"NN", "NNS"} else last


@cache
def singular(noun: str) -> str:
    """Return the singular of a noun, in lower case unless it is a name."""
    lower = noun.lower()
    irregular = load("counted")["irregular"].get(lower)
    if irregular:
        return str(irregular)
    if len(lower) > 4 and lower.endswith("ies"):
        return noun[:-3] + "y"
    if lower.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return noun[:-2]
    if len(lower) > 2 and lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun
