"""What a clause says of a number besides its measure: the act, and to, by and with what it was done."""

from typing import TYPE_CHECKING

from claims.framing.frame import NOUNS, Frame, Reading
from claims.framing.noun_phrases import clause_verb, is_verb, noun_phrase, subject_of, text_of
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.tokens import Token

_MOST = 16
_TIMES = ("DATE", "TIME")
_ARGUMENTS = frozenset({"dobj", "attr", "acomp", "oprd", "dative", "prt"})
_HELPERS = frozenset({"be", "have", "do"})
_OF_PARTS = frozenset({"including", "excluding"})
_THESE = frozenset({"which", "whom"})


def said_with(reading: Reading, frame: Frame, values: frozenset[int]) -> str | None:
    """Return the predicate that a number stands in, as words, or None where the measure says it all.

    "Tests linked the spring to 88 patients" counts patients of the tests; that they were linked to the spring
    is neither subject nor measure, but it tells which patients.

    Args:
        reading: The number.
        frame: Its frame.
        values: The tokens of all numbers, units and times of the sentence.
    """
    known = {word.lower() for word in frame.measure.split()}
    taken = values | reading.inside | _joined(reading)
    phrases = [
        phrase
        for phrase in _phrases(reading, frame, taken)
        if any(word.lower() not in known for word in phrase.split() if len(word) > len("with"))
    ]
    words = " ".join(dict.fromkeys(phrases)).split()[:_MOST]
    return " ".join(words) if len(words) > 1 else None  # the verb alone says nothing more


def _joined(reading: Reading) -> frozenset[int]:
    """Return the other amounts with which a number is listed: "20 tonnes of rice and 4 tonnes of beans"."""
    if reading.quantity.counted:
        return frozenset()
    listed, token = set[int](), reading.anchor
    while token.dep_ in ("conj", "appos") and token.head.lemma_ == reading.anchor.lemma_:
        token = token.head
        listed.update(word.i for word in token.subtree if word.i < reading.anchor.i)
    return frozenset(listed)


def _phrases(reading: Reading, frame: Frame, taken: frozenset[int]) -> "Iterator[str]":
    anchor = reading.anchor
    if frame.place is not None:
        yield f"in {noun_phrase(frame.place, skip=lambda token: token.i in taken)}"
        return
    verb = frame.predicate if frame.predicate is not None else _verb(anchor)
    yield from _beside(anchor, frame, taken)
    if verb is None:
        for above in anchor.ancestors:
            if above.pos_ in NOUNS and above.i not in taken:
                yield noun_phrase(above, skip=lambda token: token.i in taken, depth=1)
        return
    subject = subject_of(verb)
    if subject is not None and subject.pos_ in NOUNS and subject.i not in taken and subject != frame.subject:
        yield noun_phrase(subject, skip=lambda token: token.i in taken, depth=1)
    if verb.lemma_ not in _HELPERS and verb.lemma_ not in word_list("frames", "verbs", "speech"):
        yield verb.text
    for child in verb.children:
        if child.i in taken or child.ent_type_ in _TIMES:
            continue
        if child.dep_ in _ARGUMENTS and child.pos_ != "PRON":
            yield _noun(child, taken)
        elif child.dep_ in ("prep", "agent") and child.lower_ not in _OF_PARTS:
            yield from _behind(child, taken)


def _verb(anchor: "Token") -> "Token | None":
    return anchor if is_verb(anchor) else clause_verb(anchor)


def _beside(anchor: "Token", frame: Frame, taken: frozenset[int]) -> "Iterator[str]":
    """Yield what stands with the counted noun itself, and the nouns that it belongs to."""
    for child in anchor.children:
        if child.dep_ == "prep" and child.lower_ not in _OF_PARTS:
            yield from _behind(child, taken)
        elif child.dep_ in ("acl", "relcl") and not _is_of_part(child) and child != frame.predicate:
            words = [word for word in child.subtree if word.i not in taken and not word.is_punct]
            yield text_of(words[:8]) if words else ""
    above = anchor.head
    while above.pos_ in (*NOUNS, "ADP") and above.head is not above:
        if above.pos_ in NOUNS and above.i not in taken:
            yield noun_phrase(above, complement=False, skip=lambda token: token.i in taken)
        above = above.head


def _is_of_part(clause: "Token") -> bool:
    """Tell whether a clause speaks of a part of what it hangs on ("12 plants, three of which are old")."""
    return any(word.lower_ in _THESE and word.i and word.nbor(-1).lower_ == "of" for word in clause.subtree)


def _behind(preposition: "Token", taken: frozenset[int]) -> "Iterator[str]":
    for target in preposition.children:
        if target.dep_ != "pobj" or target.i in taken or target.ent_type_ in _TIMES or target.pos_ == "PRON":
            continue
        if any(word.i in taken or word.like_num for word in target.rights):  # "rents rose 4 %, in Nantes 6 %"
            continue
        yield f"{preposition.text} {_noun(target, taken)}"


def _noun(head: "Token", taken: frozenset[int]) -> str:
    return noun_phrase(head, skip=lambda token: token.i in taken, depth=2)
