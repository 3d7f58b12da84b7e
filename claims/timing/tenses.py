"""The tense of a clause, and whether its verb says something or foretells it."""

from functools import cache
from typing import TYPE_CHECKING, Literal

from claims.framing.noun_phrases import clause_verb
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

Tense = Literal["past", "perfect", "present", "future", "none"]

DEPENDENT = frozenset({"advcl", "relcl", "conj", "pcomp", "xcomp", "ccomp", "dep"})


def tense(verb: "Token | None") -> Tense:
    """Return the tense of a clause; a clause without a finite verb has that of the clause above it."""
    while verb is not None and not is_finite(verb) and verb.dep_ in DEPENDENT:
        verb = clause_verb(verb)
    if verb is None:
        return "none"
    helpers = {child.lower_: child for child in verb.children if child.dep_ in ("aux", "auxpass")}
    if not word_list("when", "tense", "future").isdisjoint(helpers):
        return "future"
    if helpers.keys() & {"have", "has", "'ve", "'s"} and verb.tag_ in ("VBN", "VBD"):
        return "perfect"
    if (
        verb.tag_ == "VBD"
        or _is_untagged_past(verb)
        or any(child.tag_ == "VBD" for child in helpers.values())
    ):
        return "past"
    return "present" if is_finite(verb) else "none"


def _is_untagged_past(verb: "Token") -> bool:
    """Tell whether a past tense was tagged as a participle: "heating brought in 89 million"."""
    if verb.tag_ != "VBN" or verb.dep_ not in ("ROOT", "conj"):
        return False
    links = {child.dep_ for child in verb.children}
    return "nsubj" in links and bool(links & {"dobj", "prt"}) and not links & {"aux", "auxpass", "nsubjpass"}


def is_pluperfect(verb: "Token | None") -> bool:
    """Tell whether a clause tells what had come before: "had been moved by nightfall"."""
    if verb is None or verb.tag_ not in ("VBN", "VBD"):
        return False
    return any(child.dep_ == "aux" and child.lower_ in ("had", "'d") for child in verb.children)


def is_finite(verb: "Token") -> bool:
    """Tell whether a verb or one of its helpers has a tense of its own."""
    return verb.tag_ in ("VBD", "VBP", "VBZ", "MD") or any(
        child.dep_ in ("aux", "auxpass") and child.tag_ in ("VBD", "VBP", "VBZ", "MD")
        for child in verb.children
    )


def is_speech(verb: "Token") -> bool:
    """Tell whether a verb reports what somebody says or expects; its time is when that was said."""
    passive = any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children)
    return verb.lemma_.lower() in _speech_verbs() and not passive


@cache
def _speech_verbs() -> frozenset[str]:
    return frozenset(load("frames")["verbs"]["speech"])


def is_made_before(verb: "Token") -> bool:
    """Tell whether a verb tells of a forecast made in the past: "had expected", "forecast in May"."""
    return foresees(verb) and is_told_of_the_past(verb)


def foresees(verb: "Token") -> bool:
    """Tell whether a verb foretells: "forecast", "expects", "had seen the share at 40 %"."""
    if verb.lemma_ in word_list("when", "speech", "foreseeing"):
        return True
    placed = any(child.dep_ == "prep" and child.lower_ == "at" for child in verb.children)
    return verb.lemma_ == "see" and placed


def is_told_of_the_past(verb: "Token") -> bool:
    """Tell whether a clause tells of the past, be it by "had" or "has"."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    had = any(child.lower_ in ("have", "has", "had", "having", "'ve") for child in helpers)
    return had or (verb.tag_ in ("VBD", "VBN") and all(child.tag_ == "VBD" for child in helpers))
