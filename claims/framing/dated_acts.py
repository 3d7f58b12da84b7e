"""What a dated act is called: "export controls imposed", "went into administration", "verdict"."""

from typing import TYPE_CHECKING

from claims.framing.inflection import done
from claims.framing.measures import without_figures
from claims.framing.noun_phrases import (
    complement_of,
    governed,
    object_of,
    phrase_tokens,
    premodifiers,
    text_of,
)
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

_COMPLEMENT = 8
_TIMES = ("DATE", "TIME")
_HELD = "holding of "  # marks what only takes place, until it is named


def measure_of(act: str) -> str:
    """Return what the date of an act is called: "date of opening", but "date ban lifted"."""
    _, held, event = act.partition(_HELD)
    if held:
        return f"date of {event}"
    act = without_figures(act) or act
    words = load("dated_acts")
    names = {*load("frames")["dated"].values(), *words["verdicts"].values(), *words["told"].values()}
    is_name = act.split()[-1:] and act.split()[-1] in names - words["told"].keys()
    return f"date of {act}" if is_name else f"date {act}"


def takes_place(act: str) -> bool:
    """Tell whether an act is only that something takes place: its date is that of the thing."""
    return act.startswith(_HELD)


def in_order(verb: "Token") -> str:
    """Return what a thing does, its verb first: "left the track"."""
    target = object_of(verb)
    named = target is not None and target.pos_ != "PRON"
    return f"{verb.text} {text_of(phrase_tokens(target, depth=1))}" if target and named else act_of(verb)


def in_span(act: str) -> str:
    """Return what an act is called that takes several days: what was closed for days had a closure."""
    words = act.split()
    return " ".join([*words[:-1], load("dated_acts")["told"].get(words[-1], words[-1])]) if words else act


def nominal(verb: "Token") -> str:
    """Return what an event without an object is called: a fire that breaks out has a start."""
    told = _verdict(verb) or _effect(verb)
    if told:
        return told
    if object_of(verb) is not None or any(child.dep_ in ("xcomp", "ccomp") for child in verb.children):
        return ""
    particle = next((child.lower_ for child in verb.children if child.dep_ == "prt"), "")
    table = load("frames")["dated"]
    return str(table.get(f"{verb.lemma_} {particle}".strip(), ""))


def _verdict(verb: "Token") -> str:
    """Return "verdict" where a court finds somebody guilty or not."""
    found = [verb.lemma_, *(f"{verb.lemma_} {child.lower_}" for child in verb.subtree if child.i > verb.i)]
    table = load("dated_acts")["verdicts"]
    return next((str(table[form]) for form in found if form in table), "")


def _effect(verb: "Token") -> str:
    """Return "takes effect" where a rule comes into force."""
    words = load("dated_acts")["effect"]
    into = complement_of(verb, "into")
    if into is not None and into.lower_ in words["existing"]:
        return "comes into being"
    target = into or object_of(verb)
    if verb.lemma_ in words["verbs"] and target is not None and target.lower_ in words["nouns"]:
        return "takes effect"
    return ""


def act_of(verb: "Token") -> str:
    """Return what a verb tells with what it is done to, as a short phrase."""
    target = object_of(verb)
    if restored := _restored(verb, target):
        return restored
    if target is not None and target.pos_ != "PRON":
        return _with_object(verb, target)
    tokens = [verb, *(child for child in verb.children if child.dep_ == "prt" or _is_stranded(child))]
    attribute = next((child for child in verb.children if child.dep_ in ("attr", "oprd", "acomp")), None)
    tokens += premodifiers(attribute) if attribute is not None else []
    if len(tokens) < 3:
        said = next((child for child in verb.children if child.dep_ in ("ccomp", "xcomp")), None)
        tokens += _undated(said) if said is not None else []
    with_ = complement_of(verb, "with") if len(tokens) < 3 else None
    tail = f" with {text_of(phrase_tokens(with_, depth=1))}" if with_ is not None else toward(verb)
    named = text_of(tokens)
    if verb.i == 0:
        named = f"{named[:1].lower()}{named[1:]}"
    return named + (tail if len(tokens) < 3 else "")


def _restored(verb: "Token", target: "Token | None") -> str:
    """Return what is so again, of "is back" and "to have half of the homes back", or ""."""
    states = load("dates")["dates"]["restored"]
    state = next((child for child in verb.rights if child.lower_ in states and child.pos_ != "NOUN"), None)
    if state is None or verb.lemma_ not in ("be", "have"):
        return ""
    things = complement_of(target, "of") if target is not None else None
    named = text_of(phrase_tokens(things, depth=1)) if things is not None and things.pos_ != "PRON" else ""
    return f"{named} {state.lower_}".strip()


def _with_object(verb: "Token", target: "Token") -> str:
    """Return what is done to a thing: "controls imposed"; what only takes place is its own name."""
    words = load("dated_acts")
    named = text_of(phrase_tokens(target, depth=1))
    bare = text_of(phrase_tokens(target, possessor=False, depth=1))
    if target.lemma_ in words["held"]["nouns"] and verb.lemma_ in words["held"]["verbs"]:
        return f"{_HELD}{bare}"
    particle = next((f" {child.lower_}" for child in verb.rights if child.dep_ == "prt"), "")
    phase = words["phases"].get(f"{verb.lemma_}{particle}")
    return f"{_HELD}{phase} of {bare}" if phase else f"{named} {done(verb)}"


def toward(verb: "Token") -> str:
    """Return what somebody goes or comes into, and to whom something opens again, as it is said."""
    words = load("dated_acts")["toward"]
    if verb.lemma_ not in words["verbs"]:
        return ""
    for link in verb.rights:
        if link.dep_ != "prep" or link.lower_ not in words["prepositions"]:
            continue
        noun = governed(link)
        if noun is not None and noun.pos_ in ("NOUN", "PROPN") and noun.ent_type_ not in _TIMES:
            return f" {link.lower_} {text_of(phrase_tokens(noun, depth=0))}"
    return ""


def _is_stranded(child: "Token") -> bool:
    """Tell whether a preposition behind a verb is part of it: "sworn in"."""
    return child.dep_ == "prep" and child.i == child.head.i + 1 and not child.children


def _undated(clause: "Token") -> "list[Token]":
    """Return the first words of a clause without its times."""
    words = [token for token in clause.subtree if not token.is_punct and token.ent_type_ != "DATE"]
    while words and words[-1].pos_ == "ADP":
        words.pop()
    return words[:_COMPLEMENT]
