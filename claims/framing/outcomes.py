"""What became of those who are counted: "homes without power", "families homeless", "pupils taken ill"."""

from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS, Frame, Reading, are_people, is_bare, phrase, thing_of
from claims.framing.noun_phrases import (
    governed,
    is_verb,
    noun_phrase,
    object_of,
    phrase_tokens,
    subject_of,
    text_of,
)
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_TIMES = ("DATE", "TIME")


def as_outcome(reading: Reading, values: frozenset[int]) -> Frame | None:
    """Return the frame of things or people by the state that they are brought into, or None.

    Args:
        reading: The number.
        values: The tokens of all numbers, units and times of the sentence.
    """
    named = load("outcomes")["named"]
    counted = reading.quantity.counted or ("people" if is_bare(reading) else "")
    if reading.quantity.kind not in ("count", "quantity") or not counted:
        return None
    anchor, above = reading.anchor, reading.anchor.head
    if anchor.pos_ not in NOUNS and not is_bare(reading) and counted not in named:
        return None
    if anchor.dep_ == "pobj" and above.lower_ == "to":
        noun = above.head
        behind = noun.dep_ == "dobj" and noun.i < anchor.i
        return _without(reading, noun.head if behind else noun, values)
    if counted in named and is_verb(above) and anchor.dep_ == "dobj":  # "killed two and made 90 ill"
        return Frame(subject_of(above), f"people {named[counted]}", None, above)
    verb = above.head if anchor.dep_ == "nsubj" and above.dep_ == "ccomp" and above.pos_ == "ADJ" else above
    if not is_verb(verb):
        return None
    state = _state(anchor, verb, values)
    if not state:
        return None
    things = noun_phrase(anchor, possessor=False, complement=False, skip=lambda token: token.i in values)
    things = things if reading.quantity.counted and things else counted
    told = str(named.get(state) or load("frames")["verdicts"].get(state, state))
    dead = load("frames")["states"].get(state) if are_people(things) else None
    doer = None if verb == above and anchor.dep_ == "nsubj" else subject_of(verb)
    return Frame(doer, str(dead or f"{things} {told}"), None, verb)


def _state(anchor: "Token", verb: "Token", values: frozenset[int]) -> str:
    """Return the word or phrase that says how those whom a verb is about are then, or ""."""
    if anchor.dep_ == "nsubj" and verb == anchor.head:
        return _own_state(verb)
    if anchor.dep_ == "nsubj":
        made = verb.lemma_ in word_list("outcomes", "made", "verbs") and anchor.head.i > anchor.i
        return anchor.head.lower_ if made else ""
    if anchor.dep_ != "dobj":
        return ""
    for child in (*anchor.rights, *verb.rights):
        if child.i < anchor.i or child.i in values:
            continue
        if child.dep_ in ("oprd", "ccomp", "acomp") and child.pos_ == "ADJ":
            made = verb.lemma_ in word_list("outcomes", "made", "verbs")
            return child.lower_ if made and child.i - anchor.i < 3 else ""
        if child.dep_ == "prep":
            return _phrase(verb, child, values)
    return ""


def _own_state(verb: "Token") -> str:
    """Return the word that says how those are who become or stay so: "fell ill", "remain missing"."""
    if verb.lemma_ in word_list("outcomes", "stay", "verbs"):
        states = ("acomp", "oprd", "attr", "xcomp")
        state = next((child for child in verb.rights if child.dep_ in states), None)
        if state is not None and any(child.tag_ == "TO" for child in state.lefts):
            return ""  # "remain to be rebuilt"
        return state.lower_ if state is not None and state.tag_ in ("JJ", "VBG", "VBN") else ""
    behind = next(iter(verb.doc[verb.i + 1 : verb.i + 2]), verb)
    ill = behind.lower_ in load("outcomes")["named"]
    return behind.lower_ if ill and verb.lemma_ in word_list("outcomes", "become", "verbs") else ""


def _phrase(verb: "Token", link: "Token", values: frozenset[int]) -> str:
    """Return a preposition with a noun that has no article: "in hospital", "out of work"."""
    words = load("outcomes")["put"]
    if verb.lemma_ not in words["verbs"] or link.lower_ not in words["prepositions"]:
        return ""
    inner = next((child for child in link.children if child.lower_ == "of"), link)
    noun = governed(inner)
    if noun is None or noun.pos_ != "NOUN" or noun.i in values or noun.ent_type_ in _TIMES:
        return ""
    if any(child.dep_ in ("det", "poss", "nummod", "amod") for child in noun.lefts):
        return ""
    of = f" {inner.lower_}" if inner is not link else ""
    return f"{link.lower_}{of} {text_of(phrase_tokens(noun, depth=0))}"


def _without(reading: Reading, verb: "Token", values: frozenset[int]) -> Frame | None:
    """Read from how many something is taken: "cut power to 47,000 homes", "knocked out power to …"."""
    if not is_verb(verb) or verb.lemma_ not in word_list("outcomes", "taken", "verbs"):
        return None
    taken = object_of(verb)
    if (
        taken is None
        or taken.pos_ not in NOUNS
        or taken.i in values
        or any(True for _ in taken.lefts)
        or taken.i > reading.anchor.i
    ):
        return None
    things = thing_of(reading, values) or reading.quantity.counted
    return Frame(subject_of(verb), f"{things} without {phrase(taken, values, depth=0)}", None, verb)
