"""Sayings whose verb was left out: "the union says 400 jobs will go, the firm no more than 250"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.assertions.clauses import is_predicate, own_subject
from claims.speech.speech_frames import may_speak, words
from claims.tokens import FINITE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.tokens import Span, Token

_BREAKS = frozenset({",", ";"})
_LINKS = frozenset({"and", "but", "while", "whereas"})
_CURRENCY = frozenset({"$", "#"})
_LONGEST = 6
_SHORTEST = 3
_OPENS_CLAUSE = frozenset({"DET", "PRON", "NOUN", "PROPN", "NUM", "ADJ"})
_NAMED = frozenset({"NOUN", "PROPN"})
_BEFORE_NAME = frozenset({"DET", "PRON", "ADJ", "NOUN", "PROPN", "PART"})
_BEFORE_FIGURE = frozenset({"ADV", "ADJ", "DET", "ADP", "PART", "SYM"})


def gapped_sayings(span: Span, verb: Token, speaker: Token) -> Iterator[tuple[Token, tuple[int, int]]]:
    """Yield who else says something of the same kind behind a saying, and the words that they say.

    Args:
        span: The parsed sentence.
        verb: A verb of saying with what is said behind it.
        speaker: Who says it.
    """
    if speaker.i > verb.i or _is_about_speakers(verb):
        return
    for mark in span[verb.i + 2 - span[0].i :]:
        if mark.text not in _BREAKS or mark.i + 2 > span[-1].i:
            continue
        first = mark.i + 1
        if span.doc[first].lower_ in _LINKS:
            first += 1
        name = _name_from(span, first)
        if name is None or name.i == speaker.i:
            continue
        end = _end_of(span, name.i + 1)
        told = span.doc[name.i + 1 : end + 1]
        if len(told) > 0 and (_is_clause(told) or (may_speak(name) and _is_figure(told))):
            yield name, (told[0].idx, told[-1].idx + len(told[-1]))


def _is_about_speakers(verb: Token) -> bool:
    """Tell whether what is said has a subject that could go on ("said the city will pay 9m, Ohio 3m")."""
    for said in verb.children:
        subject = own_subject(said) if said.dep_ == "ccomp" and is_predicate(said) else None
        if subject is None or any(item.like_num for item in subject.subtree):
            continue
        if subject.pos_ in _NAMED and may_speak(subject):
            return True
    return False


def _name_from(span: Span, first: int) -> Token | None:
    """Return the head of the short noun phrase that begins at a place and names somebody who can speak."""
    last = None
    for token in span.doc[first : min(first + _LONGEST, span[-1].i)]:
        if token.like_num or token.pos_ not in _BEFORE_NAME or token.text == "%":
            break
        if token.pos_ in _NAMED:
            last = token
        elif last is not None and token.pos_ != "PART":
            break
    known = last is not None and (last.pos_ == "PROPN" or span.doc[first].pos_ in {"DET", "PRON", "PROPN"})
    return last if known else None


def _end_of(span: Span, first: int) -> int:
    """Return the place before the semicolon, full stop or comma behind which another clause begins."""
    for token in span.doc[first : span[-1].i + 1]:
        if token.text in {";", ".", ":"} or (token.text == "," and token.i > first):
            return token.i - 1
    return int(span[-1].i)


def _is_clause(told: Span) -> bool:
    """Tell whether words are a clause with "that", which only a verb of saying can govern."""
    if told[0].lower_ != "that" or len(told) < _SHORTEST:
        return False
    return told[1].pos_ in _OPENS_CLAUSE and any(token.tag_ in FINITE for token in told)


def _is_figure(told: Span) -> bool:
    """Tell whether words are a bare figure with what hedges it; "a town of about 9,000" says nothing."""
    if told[0].lower_ == "of" or any(token.tag_ in FINITE for token in told):
        return False
    for token in told:
        if token.like_num or token.text in _CURRENCY or token.tag_ == "$":
            return True
        if token.pos_ not in _BEFORE_FIGURE and token.text != ",":
            return False
    return False


def may_be_left_out(verb: Token) -> bool:
    """Tell whether a verb of saying is one that a second speaker need not repeat.

    Args:
        verb: The verb.
    """
    lemma = verb.lemma_.lower()
    return lemma in words("quoting_verbs") | words("object_verbs") | words("infinitive_verbs")
