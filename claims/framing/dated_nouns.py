"""Dates of nouns: of an event that is only named, of a record day, of what is due or falls on a day."""

from typing import TYPE_CHECKING, NamedTuple

from claims.framing.noun_phrases import (
    complement_of,
    owner_of,
    possessor_of,
    premodifiers,
    subject_of,
    text_of,
)
from claims.framing.tables import label_of
from claims.framing.topic import event_kinds
from claims.language import Sentence
from claims.periods import TimeExpression
from claims.timing.one_day import names_event
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from claims.tokens import Span, Token

_NOUNS = ("NOUN", "PROPN")
_TIMES = frozenset({"today", "yesterday", "tomorrow"})
_PLACES = frozenset({"at", "in", "on", "near"})
_REACH = 4  # tokens between a record day and its date: "the wettest day in years, Friday 9 May"


class Dated(NamedTuple):
    """What a noun dates.

    Attributes:
        noun: The noun.
        subject: Whose date it is.
        measure: What is dated.
        named: Whether the event is only named with its day, as a text does often.
    """

    noun: "Token"
    subject: "Token"
    measure: str
    named: bool


def dated_noun(sentence: Sentence, time: TimeExpression) -> Dated | None:
    """Return what a noun puts on a day: "the vote of 3 May", "its launch on 9 June", "the peak day, 2 July".

    Args:
        sentence: The parsed sentence.
        time: One of its times.
    """
    piece = sentence.span.doc.char_span(time.start, time.end)
    if piece is None or time.named[0] is None:
        return None
    if (labelled := _labelled(sentence, piece, time)) is not None:
        return labelled
    if time.kind != "date" or time.named[0] != time.named[1]:
        return _set_off(piece, time)
    return _named(piece.root, time) or _record(sentence, time)


def _labelled(sentence: Sentence, piece: "Span", time: TimeExpression) -> Dated | None:
    """ "First power: 2031", "Next report: 9 May": a label with nothing but its date."""
    label = label_of(sentence.text)
    if label is None or time.start != label[1] or sentence.text[time.end :].strip(" .*_") or piece.start < 2:
        return None
    inside = [word for word in piece.doc[: piece.start - 1] if word.pos_ in _NOUNS and not word.is_punct]
    if not inside:
        return None
    told = label[0][:1].lower() + label[0][1:]
    until = " until" if time.relation == "until" else ""
    return Dated(inside[-1], inside[-1], f"date of {told.removesuffix(' due')}{until}", named=False)


def _set_off(piece: "Span", time: TimeExpression) -> Dated | None:
    """ "The first walkout, from 3 to 9 May, …", "the last visit, in May 2031, …": days between commas."""
    before, behind = piece.doc[: piece.start][-1:], piece.doc[piece.end : piece.end + 1]
    if not before or not behind or before[0].text != "," or behind[0].text != ",":
        return None
    noun = before[0].nbor(-1) if before[0].i else before[0]
    numbered = any(character.isdigit() for character in time.text)
    if not numbered or time.relation not in ("in", "from_to") or noun.pos_ != "NOUN":
        return None
    is_event = (
        names_event(noun)
        or noun.lemma_ in event_kinds()
        or noun.lemma_ in word_list("dates", "named", "events")
    )
    return Dated(noun, noun, _day_of(noun, time), named=True) if is_event else None


def _day_of(event: "Token", time: TimeExpression) -> str:
    """Return what the day is called that an event is only named with: a meeting is held on it."""
    if time.kind == "span":
        return "date from first to last day"
    return "date held" if event.lemma_.lower() in word_list("dates", "named", "held") else "date"


def _named(root: "Token", time: TimeExpression) -> Dated | None:
    piece = root.doc.char_span(time.start, time.end) or ()
    owner = next((word for word in piece if word.dep_ == "poss" and word.head.idx >= time.end), None)
    above = (owner or root).head
    if above.lower_ in ("of", "on", "in") and above.dep_ == "prep":
        above = above.head
    while above.pos_ == "PROPN" and above.dep_ == "pobj" and above.head.lower_ in _PLACES:
        above = above.head.head  # "the crush at Dorn Stadium on 9 June"
    if above.pos_ not in _NOUNS:
        return None
    lemma = above.lemma_.lower()
    if lemma in word_list("dates", "named", "acts"):
        told = _undergoer(above)
        return Dated(above, told, f"date of {lemma}", named=True) if told is not None else None
    if names_event(above) or lemma in event_kinds() or lemma in word_list("dates", "named", "events"):
        return Dated(above, above, _day_of(above, time), named=True)
    return None


def _undergoer(act: "Token") -> "Token | None":
    """Return whose act a noun tells: "its opening", "the closure of the pit"."""
    target = complement_of(act, "of")
    return target if target is not None and target.pos_ in _NOUNS else owner_of(act)


def _record(sentence: Sentence, time: TimeExpression) -> Dated | None:
    """ "The wettest day, 9 May, …": the date stands beside the day that it is of."""
    before = [token for token in sentence.span if token.idx < time.start][-_REACH:]
    if len(before) < _REACH // 2 or before[-1].text not in (",", "–", "—", "("):
        return None
    days = [token for token in before if token.lower_ == "day"]
    kind = next((child for day in days for child in day.lefts if _is_extreme(child)), None)
    if kind is None:
        return None
    owner = owner_of(days[-1])
    return Dated(days[-1], owner or days[-1], f"date of {kind.lower_} day", named=False)


def _is_extreme(word: "Token") -> bool:
    return word.tag_ == "JJS" or word.lower_ in word_list("dates", "named", "records")


def due_on(verb: "Token", time: TimeExpression) -> "Token | None":
    """Return what is said to be or to fall on a day: "the ruling is due in June", "the last day is 9 June".

    Args:
        verb: A form of "be".
        time: The time.
    """
    noun = subject_of(verb)
    if noun is None or verb.dep_ not in ("ROOT", "ccomp", "conj"):
        return None
    due = next((child for child in verb.children if child.lower_ == "due"), None)
    if due is not None and 0 <= time.start - due.idx - len("due ") <= 1 and time.relation in ("in", "by"):
        return noun if noun.pos_ in _NOUNS or noun.lower_ == "it" else None
    if noun.pos_ not in _NOUNS or verb.dep_ == "ccomp":
        return None
    parts = [child for child in verb.children if child.dep_ in ("attr", "acomp", "neg", "expl", "advcl")]
    begins = time.start == verb.idx + len(verb) + 1
    if not begins or time.kind != "date" or time.relation not in ("in", None):
        return None
    inside = [child for child in parts if time.start <= child.idx < time.end]
    if time.relation is None:
        is_day = time.named[0] is not None and time.named[0] == time.named[1]
        return noun if is_day and inside and len(parts) == 1 and noun.lower_ not in _TIMES else None
    return noun if not parts and verb.dep_ == "ROOT" else None


def due_date(noun: "Token") -> tuple["Token", str]:
    """Return whose date it is on which something is due or falls, and what the date is called.

    Args:
        noun: What is due; of "the last day of the fair" the fair is the subject.
    """
    if noun.pos_ != "NOUN" or not called(noun):
        return noun, "date"
    owner = possessor_of(noun) or complement_of(noun, "of")
    of_day = owner is not None and owner.pos_ in _NOUNS and noun.lower_ in word_list("dates", "named", "days")
    return owner if of_day and owner is not None else noun, f"date of {called(noun)}"


def called(noun: "Token") -> str:
    """Return a noun with what tells its kind, without figures ("bridge" of "the 400-metre bridge").

    Args:
        noun: The noun.
    """
    words = [word for word in premodifiers(noun, possessor=False) if not _is_figure(word)]
    told = text_of(words)
    return f"{told[:1].lower()}{told[1:]}" if words and min(word.i for word in words) == 0 else told


def _is_figure(word: "Token") -> bool:
    return (
        word.like_num
        or word.text[:1].isdigit()
        or (word.i > 1 and word.nbor(-1).text == "-" and _is_figure(word.nbor(-2)))
    )
