"""Tolls: how many an accident or an illness has killed, told by the word, and whose the dead are."""

from dataclasses import replace

from claims.framing.frame import NOUNS, Frame, Reading
from claims.framing.noun_phrases import clause_verb, complement_of, object_of, subject_of
from claims.framing.topic import event_kinds, of_harm
from claims.tokens import Token
from claims.vocabulary import load, word_list

_LINKS = frozenset({"to", "at", "from"})


def as_toll(reading: Reading) -> Frame | None:
    """Return the frame of a toll: "bringing the toll to 22", "the death toll from cholera rose to 19".

    Args:
        reading: The number.
    """
    quantity = reading.quantity
    written = reading.anchor.doc.text[quantity.start : quantity.end]
    if quantity.kind != "count" or (quantity.counted and quantity.counted in written):
        return None
    verb = clause_verb(reading.anchor)
    if verb is None or not _is_reached(reading, verb):
        return None
    words = load("frames")["verbs"]
    moved = object_of(verb) if verb.lemma_ in {*words["moving"], *words["changing"]} else None
    toll = moved if moved is not None else subject_of(verb)
    if toll is None or toll.lemma_.lower() != "toll":
        return None
    kinds = [child.lower_ for child in toll.lefts if child.dep_ in ("compound", "amod", "nmod")]
    if kinds and word_list("context", "tolls", "of_dead").isdisjoint(kinds):
        return None
    if any(child.lower_ == "on" for child in toll.rights):
        return None  # what is paid on a bridge
    source = complement_of(toll, "from", "of", "in") or complement_of(verb, "from")
    named = source is not None and source.pos_ in NOUNS and not source.like_num
    named = named and source is not None and source.lower_ not in load("units")["scales"]["before"]
    return Frame(source if named else None, "deaths", None, verb, parts=(toll,))


def _is_reached(reading: Reading, verb: Token) -> bool:
    """Tell whether a number is what a toll stands at, came to or came from."""
    link = reading.anchor.head
    if reading.anchor.dep_ == "pobj":
        return link.lower_ in _LINKS
    level = load("frames")["verbs"]["level"]
    return reading.anchor.dep_ in ("attr", "dobj") and link == verb and verb.lemma_ in level


def of_what_happened(frame: Frame) -> Frame:
    """Give harm to what happened, not to where: "a crash at a junction that left two dead".

    Args:
        frame: The frame of a number.
    """
    verb, place = frame.predicate, frame.subject
    if verb is None or place is None or verb.dep_ != "relcl" or verb.head != place:
        return frame
    if not of_harm(frame.measure) or place.lemma_.lower() in event_kinds():
        return frame
    for above in place.ancestors:
        if above.pos_ in NOUNS and above.lemma_.lower() in event_kinds():
            return replace(frame, subject=above)
        if above.pos_ not in (*NOUNS, "ADP"):
            break
    return frame
