"""Whose the figures of a disaster are: its own, not those of who reports them, digs or counts."""

from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS, Frame, Reading, word_class
from claims.framing.illness import of_the_sick
from claims.framing.memory import Name
from claims.framing.mentions import bodies
from claims.framing.noun_phrases import SUBJECTS, premodifiers, text_of
from claims.framing.topic import event_kinds, is_disaster, of_harm
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.framing.context import Context
    from claims.tokens import Token

_MAGNITUDE = "magnitude"


def of_disaster(
    context: "Context", reading: Reading, frame: Frame, measure: str, unit: str, name: Name | None
) -> Name | None:
    """Return whose a figure is, where it is of a quake's size or of what a disaster did, else the name told.

    Args:
        context: What the text has said so far.
        reading: The number.
        frame: Its frame.
        measure: What it measures.
        unit: The base unit of its value.
        name: Whose the clause says that it is, or None.
    """
    if unit == _MAGNITUDE:
        return _shaken(context, reading, frame) or name
    noun = frame.subject
    if name is not None and of_the_sick(measure) and _only_reports(frame) and _is_told_by(noun):
        name = context.told_outbreak() or name
    if name is None or not of_harm(measure):
        return name
    if noun is None or noun.pos_ not in NOUNS or name.inferred:
        return name
    if noun.lemma_.lower() in _tolls() or _only_reports(frame):
        return context.told_event() if is_disaster(context.event) else None
    event = _beside_another(noun) or _before_participle(frame, noun)
    return context.subject(event) if event is not None else name


def _shaken(context: "Context", reading: Reading, frame: Frame) -> Name | None:
    """Return the quake or aftershock that a magnitude is of: beside the number, else in its clause."""
    quakes = word_list("context", "quakes", "nouns")
    noun = next((it for it in (reading.anchor, *reading.anchor.ancestors) if it.pos_ in NOUNS), None)
    beside = [it for it in (noun, noun.head if noun is not None else None) if it is not None]
    verb = frame.predicate
    inside = [child for child in verb.children if child.pos_ in NOUNS] if verb is not None else []
    for token in (*beside, *inside):
        if token.lemma_.lower() in quakes:
            return _called(context, token)
    told = frame.subject
    if told is not None and (told.lower_ in ("it", "which", "that") or told.lemma_.lower() in quakes):
        return None
    if told is not None and any(child.tag_ == "JJS" for child in (told, *told.lefts)):
        return _extreme(context, told)
    return context.told_event() if is_disaster(context.event) else None


def _called(context: "Context", noun: "Token") -> Name | None:
    """Name a quake: the event, or an aftershock by the words before it that are no figures."""
    if noun.lemma_.lower() in event_kinds():
        return context.subject(noun)
    words = [word for word in premodifiers(noun, possessor=False) if not _is_figure(word)]
    return Name(text_of(words))


def _is_figure(word: "Token") -> bool:
    return word.like_num or word.lower_ == _MAGNITUDE or word.is_punct


def _extreme(context: "Context", noun: "Token") -> Name | None:
    """Return what is meant by "the strongest of them": the strongest of the things counted last."""
    of = next((child for child in noun.rights if child.lower_ == "of"), None)
    of_them = of is not None and any(child.pos_ == "PRON" for child in of.rights)
    if noun.tag_ != "JJS" or not of_them or not context.counted:
        return None
    return Name(f"{noun.text} {context.counted}", f"“{noun.text} of them” read as of the {context.counted}")


def _only_reports(frame: Frame) -> bool:
    """Tell whether the subject of a clause only tells of a toll: "the agency reported 40 deaths"."""
    verb = frame.predicate
    if verb is None or verb.lemma_ not in word_class("verbs", "tolling"):
        return False
    return verb.tag_ != "VBN" or any(child.dep_ == "aux" and child.lemma_ == "have" for child in verb.lefts)


def _is_told_by(noun: "Token | None") -> bool:
    """Tell whether a subject can be who counts the sick, and is no place that has them."""
    return noun is not None and (noun.lower_ == "it" or noun.ent_type_ == "ORG" or noun.lemma_ in bodies())


def _tolls() -> frozenset[str]:
    return word_list("context", "tolls", "nouns")


def _beside_another(noun: "Token") -> "Token | None":
    """Return the event that the parse left beside a subject: "a quake that hit Peru killed 40"."""
    others = [child for child in noun.head.lefts if child.dep_ in SUBJECTS and child.i < noun.i]
    return next((child for child in others if _is_disaster(child)), None)


def _before_participle(frame: Frame, noun: "Token") -> "Token | None":
    """Return the disaster right before a clause's participle: "crews fought a fire, killing 40"."""
    verb = frame.predicate
    if verb is None or verb.tag_ != "VBG" or noun.tag_ != "NNS":
        return None
    between = [token for token in verb.doc[noun.i + 1 : verb.i] if token.pos_ in NOUNS]
    disasters = [token for token in reversed(between) if _is_disaster(token)]
    named = (token for token in disasters if any(child.tag_ == "DT" for child in token.lefts))
    return next(named, None)  # not of the fire that somebody opened


def _is_disaster(token: "Token") -> bool:
    kind = event_kinds().get(token.lemma_.lower())
    return is_disaster(kind) or kind in load("context")["mishaps"]["events"]
