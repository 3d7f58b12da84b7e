"""References: sources named without a verb of saying ("according to X", "by X's count", "X's forecast")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.assertions.clauses import child, is_predicate, own_subject, subject_of
from claims.speech.speech_frames import forecasts, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claims.tokens import Span, Token

    Place = tuple[int, int]

_FIRST_AND_SECOND = frozenset({"i", "we", "you", "one", "me", "us"})
_OWN = frozenset({"its", "their", "his", "her"})
_NAMING = frozenset({"according", "per"})
_REFERRING = frozenset({"prep", "agent"})
_REFERS = frozenset({"by", "on", "in", "from"})


def may_refer(token: Token) -> bool:
    """Tell whether a word is of a sort that ``reference`` reads: most are of no further interest."""
    return token.dep_ in _REFERRING or token.pos_ == "NOUN" or token.tag_ == "VBN" or token.lower_ in _NAMING


def reference(span: Span, token: Token) -> tuple[Token, Place] | None:
    """Return the speaker that a word refers to and what it covers, or None.

    Args:
        span: The parsed sentence.
        token: The word that may refer to a source: "according", "per", "by", "polled", "forecast".
    """
    found = _according(token) or _reckoning(token) or _polled(token)
    if found is not None:
        return found, whole(span)
    return _forecast(token)


def whole(span: Span) -> Place:
    """Return the offsets of a whole sentence."""
    return 0, span[-1].idx + len(span[-1])


def edges(tokens: Iterable[Token]) -> Place:
    """Return the offsets from the first to the last of some tokens."""
    found = sorted(tokens, key=lambda token: token.i)
    return found[0].idx, found[-1].idx + len(found[-1])


def own_tokens(verb: Token) -> list[Token]:
    """Return what depends on a verb, without its subject, coordinated clauses and clauses that precede it."""
    others = [item for item in verb.children if _is_aside(item, verb)]
    aside = {part.i for item in others for part in item.subtree}
    return [item for item in verb.subtree if item.i not in aside]


def _is_aside(item: Token, verb: Token) -> bool:
    if item.dep_ == "conj":
        return is_predicate(item)
    if item.dep_ == "cc":
        return any(is_predicate(other) for other in verb.children if other.dep_ == "conj")
    return item.dep_ == "nsubj" or (item.dep_ in {"advcl", "ccomp"} and item.i < verb.i)


def _according(token: Token) -> Token | None:
    """Read "according to X", "per X", "was reported by X"."""
    speaker = None
    if token.lower_ == "according":
        to = next((item for item in token.children if item.lower_ == "to"), None)
        speaker = child(to, "pobj") if to is not None else None
    elif _stands_apart(token) or _is_reported_by(token):
        speaker = child(token, "pobj")
    if speaker is None or speaker.lemma_.lower() in words("no_source"):
        return None
    return speaker


def _is_reported_by(agent: Token) -> bool:
    verb, by = agent.head, child(agent, "pobj")
    if by is None or by.ent_type_ in {"DATE", "TIME"}:  # "is expected by Saturday"
        return False
    return (
        agent.dep_ == "agent"
        and verb.lemma_.lower() in words("passive_verbs")
        and verb.dep_ not in {"acl", "amod"}
    )


def _stands_apart(token: Token) -> bool:
    """Tell whether "per" opens an adjunct ("per the ministry, …") and no rate ("5 per day")."""
    if token.lower_ != "per":
        return False
    found = child(token, "pobj")
    if found is None or not (found.pos_ == "PROPN" or any(item.lower_ == "the" for item in found.children)):
        return False
    return token.i == 0 or token.nbor(-1).text == ","


def _reckoning(token: Token) -> Token | None:
    """Read "by the ministry's count, …" and "in a survey by the union, …"."""
    if token.dep_ != "prep" or token.lower_ not in _REFERS or not is_predicate(token.head):
        return None
    noun = child(token, "pobj")
    if noun is None or (token.i > 0 and token.nbor(-1).text != ","):
        return None
    lemma = noun.lemma_.lower()
    if token.lower_ == "in" and noun.i == token.i + 1 and lemma in words("wordings"):
        return None  # "in view of the weather"
    owner = child(noun, "poss")
    if owner is not None and owner.pos_ == "PRON" and lemma in words("reckonings"):
        return own_subject(token.head) if owner.lower_ in _OWN else None  # "by its own account"
    if owner is not None and lemma in words("reckonings"):
        return owner
    of = next((item for item in noun.rights if item.lower_ == "of"), None)
    if of is not None and lemma in words("wordings"):
        return child(of, "pobj")  # "in the words of the coach"
    if of is not None and lemma in words("reckonings") and (body := child(of, "pobj")) is not None:
        listed = words("speaker_nouns") | words("voices")
        return body if body.ent_type_ == "ORG" or body.lemma_.lower() in listed else None
    made_by = any(item.dep_ == "prep" and item.lower_ in {"by", "from"} for item in noun.children)
    return noun if made_by and lemma in words("tallies") else None


def _polled(token: Token) -> Token | None:
    """Read "of 1,200 voters polled by X"."""
    if token.tag_ != "VBN" or token.lemma_.lower() not in words("polling_verbs"):
        return None
    asked = token.head
    counted = any(item.like_num for item in asked.subtree if item.i < token.i)
    if asked.dep_ == "nsubj" and not counted and asked.head.lemma_.lower() in words("speech_verbs"):
        return None  # "analysts polled by X expect": they say so
    agent = child(token, "agent")
    return child(agent, "pobj") if agent is not None else None


def _has_effect(verb: Token) -> bool:
    """Tell whether a clause says what a demand or plan would bring about, which its owner does not say."""
    return any(item.tag_ == "MD" for item in verb.lefts) and verb.lemma_ in words("effects")


def _maker(noun: Token) -> Token | None:
    """Return by whom figures were made: "a count *by the union* came to 9,000"."""
    if noun.lemma_.lower() in words("asking"):
        return None  # "a survey by the union" speaks for itself
    by = next((item for item in noun.rights if item.dep_ in {"prep", "agent"} and item.lower_ == "by"), None)
    maker = child(by, "pobj") if by is not None else None
    if maker is None or maker.pos_ not in {"NOUN", "PROPN"} or any(item.like_num for item in maker.subtree):
        return None
    return maker


def _opens_behind_colon(noun: Token) -> bool:
    """Read "…: the club's newest tally, for May, is 900", a part of the clause before for the parse."""
    return noun.dep_ == "attr" and noun.left_edge.i > 0 and noun.left_edge.nbor(-1).text == ":"


def _forecast(noun: Token) -> tuple[Token, Place] | None:
    """Read "the bank's forecast of …", "the ministry raised its target to …", "its list stood at …"."""
    if noun.pos_ != "NOUN":
        return None
    lemma = noun.lemma_.lower()
    told = lemma in words("tallies") and (noun.dep_ == "nsubj" or _opens_behind_colon(noun))
    if lemma not in forecasts() and not told:
        return None
    owner = child(noun, "poss") or _maker(noun)
    if owner is not None and owner.pos_ not in {"PRON", "NUM"} and owner.ent_type_ not in {"DATE", "TIME"}:
        if _opens_behind_colon(noun):
            return owner, (noun.idx, noun.doc[-1].idx + len(noun.doc[-1]))
        if noun.dep_ == "nsubj" and is_predicate(noun.head) and not _has_effect(noun.head):
            return owner, edges([noun, *own_tokens(noun.head)])
        return (owner, edges(noun.subtree)) if lemma in forecasts() else None
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in words("revising_verbs"):
        return None
    speaker = subject_of(verb)
    if speaker is None or speaker.lower_ in _FIRST_AND_SECOND or not is_predicate(verb):
        return None
    return speaker, edges(own_tokens(verb))
