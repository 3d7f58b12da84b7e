"""Bodies that give how much befell others: what the ministry has counted, it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims.assertions.clauses import child, own_subject
from claims.speech.speech_frames import words

if TYPE_CHECKING:
    from claims.tokens import Token


def observes(verb: Token) -> bool:
    """Tell whether a body, or "it", gives how much of what befell others: "has confirmed 31 cases".

    Args:
        verb: A verb of observing.
    """
    subject, seen = own_subject(verb), child(verb, "dobj")
    if subject is None or seen is None or not (is_body(subject) or subject.lower_ == "it"):
        return False
    return seen.lemma_.lower() in words("observed") and any(part.like_num for part in seen.children)


def is_body(subject: Token | None) -> bool:
    """Tell whether a subject is a body that may speak.

    Args:
        subject: The head of the subject of a clause, if it has one.
    """
    if subject is None:
        return False
    listed = words("speaker_nouns") | words("firms") | words("voices")
    return subject.ent_type_ == "ORG" or subject.lemma_.lower() in listed
