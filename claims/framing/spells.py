"""How long somebody does something: "time working on the ferry", "time to repair it", "waiting time"."""

from functools import cache
from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS, Frame, Reading, complements, phrase
from claims.framing.inflection import doing, done
from claims.framing.mentions import is_calling
from claims.framing.noun_phrases import governed, is_verb, object_of, subject_of
from claims.timing.tenses import is_speech
from claims.vocabulary import load

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.tokens import Token

_TIMES = ("DATE", "TIME")


@cache
def _verbs(table: str) -> frozenset[str]:
    return frozenset(load("spells")[table]["verbs"])


def spell(reading: Reading, verb: "Token", values: frozenset[int]) -> str:
    """Name the time for which a clause says that something is done.

    Args:
        reading: The length of time.
        verb: What is done so long.
        values: The tokens of all numbers, units and times of the sentence.
    """
    above = verb.head
    stopped = verb.dep_ == "xcomp" and above.lemma_ in ("stop", "cease")  # "stop work for two days"
    named = (
        str(load("spells")["named"]["lose"]) if _costs_somebody(verb) else _named(above if stopped else verb)
    )
    if named or is_speech(verb):
        return named
    setting = _setting(reading, verb, values)
    lacked = object_of(verb) if verb.lemma_ == "have" else None
    if lacked is not None and any(child.lower_ == "no" for child in lacked.lefts):
        return f"time without {phrase(lacked, values, depth=0).removeprefix('no ')}"
    if verb.lemma_ in ("be", "spend", "have"):
        return f"time {setting}" if setting else "length"
    if reading.anchor.dep_ == "dobj" or any(child.dep_ == "auxpass" for child in verb.lefts):
        return f"time {done(verb)}"
    target = object_of(verb)
    if target is not None and target.pos_ in NOUNS and target.i not in values:
        return f"time {doing(verb)} {phrase(target, values, depth=1)} {setting}".strip()
    if verb.lemma_ == "sign":
        return str(load("frames")["tenures"]["contract"])  # "he has signed for two years"
    return f"time {doing(verb)} {setting}".strip()


def _costs_somebody(verb: "Token") -> bool:
    """Tell whether something costs one person time, and puts off no work: "the injury cost him a month"."""
    whom = next((child for child in verb.rights if child.dep_ in ("dative", "dobj")), None)
    if verb.lemma_ != "cost" or whom is None:
        return False
    return whom.lower_ in ("him", "her", "me") or whom.ent_type_ == "PERSON" or is_calling(whom)


def is_lasting(verb: "Token") -> bool:
    """Tell whether a verb says only that something goes on: "the talks dragged on for six weeks"."""
    return any(form in _verbs("lasting") for form in _forms(verb))


def ends(verb: "Token") -> bool:
    """Tell whether a verb says how something comes to its end: "was abandoned after six weeks"."""
    return any(form in _verbs("ending") for form in _forms(verb))


def pause(verb: "Token") -> str:
    """Return the length of the pause that a verb ends, or "": "reopened after a month" ends a closure."""
    if verb.lemma_ == "open" and any(child.lower_ == "again" for child in verb.children):
        return "length of closure"
    found = load("spells")["pauses"].get(verb.lemma_)
    return f"length of {found}" if found else ""


def as_time_to(reading: Reading, values: frozenset[int]) -> Frame | None:
    """Read how much time there is to do something: "has a month to mend it".

    Args:
        reading: The length of time.
        values: The tokens of all numbers, units and times of the sentence.
    """
    anchor = reading.anchor
    verb = anchor.head
    if anchor.dep_ not in ("dobj", "npadvmod", "nsubjpass", "dep") or verb.lemma_ not in _verbs("granted"):
        return None
    to = next(
        (child for child in (*anchor.rights, *verb.rights) if child.i > anchor.i and _is_infinitive(child)),
        None,
    )
    subject = subject_of(verb)
    if to is None and subject is not None and subject.dep_ == "nsubjpass" and anchor.dep_ == "dobj":
        return Frame(subject, f"time {done(verb)}", None, verb)  # "he was given nine years"
    if to is None:
        return None
    expletive = subject is not None and subject.lower_ == "it" and verb.lemma_ in ("take", "need", "require")
    given = next((child for child in verb.rights if child.dep_ == "dative" and child.pos_ in NOUNS), None)
    deed = f"time to {to.lemma_.lower()} {complements(to, values)}".strip()
    return Frame(None if expletive else given or subject, deed, None, verb)


def _is_infinitive(token: "Token") -> bool:
    return any(child.tag_ == "TO" and child.i < token.i for child in token.lefts)


def is_barred(verb: "Token") -> "Token | None":
    """Return the verb that keeps somebody from what another tells: "was banned from driving for a year"."""
    link = verb.head
    if verb.dep_ != "pcomp" or link.lower_ != "from" or not is_verb(link.head):
        return None
    return link.head if load("spells")["named"].get(link.head.lemma_) == "ban" else None


def _named(verb: "Token") -> str:
    table = load("spells")["named"]
    return next((str(table[form]) for form in _forms(verb) if form in table), "")


def _forms(verb: "Token") -> "Iterator[str]":
    """Yield a verb with its particle, its object or what a preposition adds, and at last alone."""
    for child in verb.rights:
        if child.dep_ == "dobj" and any(word.dep_ == "det" for word in child.lefts):
            continue  # who "stops work" strikes, what "stops the work" does not
        if child.dep_ in ("prt", "advmod", "dobj", "acomp", "xcomp"):
            yield f"{verb.lemma_} {child.lower_}"
        if child.dep_ == "prep":
            yield from (f"{verb.lemma_} {child.lower_} {word.lower_}" for word in child.children)
    yield verb.lemma_.lower()


def _setting(reading: Reading, verb: "Token", values: frozenset[int]) -> str:
    """Return where or as what something is done so long: "in witness box", "as driver"."""
    words = load("spells")["settings"]["words"]
    for link in (*verb.rights, *reading.anchor.rights):
        if link.dep_ != "prep" or link.lower_ not in words or link.i in values:
            continue
        noun = governed(link)
        if noun is None or noun.pos_ not in NOUNS or noun.i in values or noun.i in reading.inside:
            continue
        if noun.ent_type_ not in _TIMES:
            return f"{link.lower_} {phrase(noun, values, depth=1)}"
    return ""
