"""What moved, where the clause only has a noun for the move: "sales saw growth from 2 % to 3 %"."""

from dataclasses import replace
from typing import TYPE_CHECKING

from claims.framing.forecasts import is_forecast
from claims.framing.frame import LAST, NOUNS, Frame, Reading, phrase, word_class
from claims.framing.levels import is_agent, level_of
from claims.framing.memory import is_of_accounts
from claims.framing.mentions import organisations
from claims.framing.noun_phrases import complement_of, is_time, is_verb, owner_of, subject_of
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claims.tokens import Token

_TOWARDS = frozenset({"to", "at", "from", "with"})


def of_move(
    reading: Reading, frame: Frame, before: "Sequence[tuple[Reading, Frame]]", values: frozenset[int]
) -> Frame:
    """Return a frame whose measure is only a noun for a move by what moved; other frames as they are.

    Args:
        reading: The number.
        frame: Its frame.
        before: The numbers of the sentence read so far, with their frames.
        values: The tokens of all numbers, units and times of the sentence.
    """
    noun = frame.parts[-1] if frame.parts else None
    if noun is None or not _is_move(noun) or reading.quantity.counted or frame.shared or frame.of_last:
        return frame
    if noun.dep_ == "pobj" and is_forecast(noun.head.head):
        return frame  # "raised its forecast for growth to 3 %"
    extreme = noun.lemma_ not in word_class("nouns", "change")
    if not extreme and reading.quantity.kind not in ("share", "growth"):
        return _end_of_move(reading, frame, noun, before)
    verb = _carrier(noun)
    subject = _mover(verb, values)
    frame = _of_inner(reading, frame, noun, values)
    if len(frame.parts) > 1 or not _is_bare(noun, values):  # "posted a rise of 4 % in sales"
        fits = subject is not None and verb is not None and _has(verb, frame.measure)
        return replace(frame, subject=subject) if fits and frame.subject is None else frame
    if verb is not None and subject is not None:
        told = _level(reading, frame, verb, subject, values)
    elif _opens(noun) or noun.lemma_ in word_list("frames", "moves", "lasting"):
        return frame
    else:
        told = _of_last_level(frame, before)
    if reading.quantity.kind == "duration" and told.measure:
        word = "lowest" if noun.lemma_ in word_list("frames", "moves", "low") else "highest"
        return replace(told, measure=f"time for which {told.measure} is {word}")
    return told


def _end_of_move(
    reading: Reading, frame: Frame, noun: "Token", before: "Sequence[tuple[Reading, Frame]]"
) -> Frame:
    """Read an amount at which a move ends as what moved: "a rise of 4 % in sales to €3m"."""
    same = [it for _, it in before if len(it.parts) > 1 and it.parts[-1] == noun]
    ends = reading.anchor.head.lower_ in ("to", "from")
    return replace(same[-1], shared=True) if same and ends else frame  # "a loss of €6m"


def _mover(verb: "Token | None", values: frozenset[int]) -> "Token | None":
    """Return the subject of the verb that carries a move, where it names or points to what moved."""
    subject = subject_of(verb) if verb is not None else None
    if subject is None or subject.lower_ == "it":
        return subject
    return None if subject.i in values or subject.lower_ in ("this", "that") else subject


def _of_inner(reading: Reading, frame: Frame, noun: "Token", values: frozenset[int]) -> Frame:
    """Measure what moved, which the parse may hang on the number: "a rise of 4 % in sales"."""
    inner = complement_of(reading.anchor, "in")
    if len(frame.parts) == 1 and inner is not None and inner.pos_ == "NOUN" and not is_time(inner):
        return replace(frame, subject=owner_of(inner), measure=phrase(inner, values), parts=(inner, noun))
    return frame


def _of_last_level(frame: Frame, before: "Sequence[tuple[Reading, Frame]]") -> Frame:
    """Read a move of which the clause says nothing as one of what was last told in percent."""
    kin = next((it for old, it in reversed(before) if old.quantity.kind in ("share", "growth")), None)
    if kin is not None and kin.measure:
        return replace(kin, shared=True)
    return Frame(None, LAST, None, frame.predicate, shared=True, of_last=True)


def stands(frame: Frame) -> bool:
    """Tell whether a clause says where a level stands that was told before: "they were up from 12 %".

    Args:
        frame: The frame of its number.
    """
    verb = frame.predicate
    if verb is None or frame.subject is None or frame.subject.lower_ != "it":
        return False
    down = any(child.lower_ in ("up", "down") for child in verb.rights)
    return verb.lemma_ in word_class("verbs", "change") or (verb.lemma_ == "be" and down)


def _level(reading: Reading, frame: Frame, verb: "Token", subject: "Token", values: frozenset[int]) -> Frame:
    """Return the frame of the level of what a verb's subject names; an actor keeps the noun for its move."""
    named = is_agent(subject) or subject.lemma_ in organisations()
    if named or subject.pos_ not in (*NOUNS, "PRON"):
        return replace(frame, subject=subject) if named else frame
    return level_of(reading, verb, subject, values)


def _has(verb: "Token", measure: str) -> bool:
    """Tell whether what moved is the subject's own: the police report a rise in thefts, a firm in sales."""
    if is_of_accounts(measure):
        return True
    return verb.lemma_ not in word_class("verbs", "registers") or verb.lemma_ == "see"


def _is_move(noun: "Token") -> bool:
    """Tell whether a noun only says that something moved, or how far at most ("a decline", "a low")."""
    extremes = word_list("frames", "moves", "high") | word_list("frames", "moves", "low")
    return noun.pos_ == "NOUN" and noun.lemma_ in word_class("nouns", "change") | extremes


def _is_bare(noun: "Token", values: frozenset[int]) -> bool:
    """Tell whether nothing beside a noun for a move says what moved: no "pay rise", no "rise in exports"."""
    if owner_of(noun) is not None or complement_of(noun, "in", "of", "for") is not None:
        of = complement_of(noun, "of", "for")
        if owner_of(noun) is not None or of is None or of.i not in values:
            return False
    named = (child for child in noun.lefts if child.dep_ in ("compound", "nmod", "poss"))
    return all(child.i in values or child.lower_ == "record" for child in named)


def _carrier(noun: "Token") -> "Token | None":
    """Return the verb that says what made or suffered a move: "saw a rise", "rose to a high", or None."""
    seen = 0
    while noun.dep_ == "pobj" and noun.head.lower_ in _TOWARDS and seen < 3:
        above = noun.head.head
        if is_verb(above):
            moves = word_class("verbs", "change") | word_class("verbs", "level")
            return above if above.lemma_ in moves else None
        if not _is_move(above):
            return None
        noun, seen = above, seen + 1
    if noun.dep_ == "dobj" and noun.head.lemma_ in word_list("frames", "moves", "verbs"):
        return noun.head
    return None


def _opens(noun: "Token") -> bool:
    """Tell whether a noun for a move is what its clause tells of: "the rise was 4 %"."""
    return noun.dep_ in ("nsubj", "nsubjpass", "ROOT", "attr")
