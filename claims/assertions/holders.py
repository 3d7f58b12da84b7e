"""Whose a fact is: the subject of its clause as the text has named it so far, and what is asserted of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.assertions.causes import Cause, cause_of, is_mishap
from claims.assertions.checkable import listed
from claims.assertions.clauses import child
from claims.framing.context import Context, Name
from claims.names import demonym, state

if TYPE_CHECKING:
    from spacy.tokens import Token

    from claims.facts import Fact

_ANYBODY = frozenset({"nobody", "nothing", "none", "anybody", "anything"})
_OWNERS = frozenset({"its", "their", "his", "her"})


@dataclass(frozen=True, slots=True)
class Held:
    """A fact with the name of its subject.

    Attributes:
        subject: The subject, and where it was taken from.
        measure: What is asserted of it.
        object: What the assertion acts on, or None.
        is_cause: Whether it tells what caused an event.
    """

    subject: Name
    measure: str
    object: str | None
    is_cause: bool = False


def held(fact: Fact, context: Context, *, after_cause: bool) -> Held:
    """Name the subject of a fact by what the text has said so far.

    Args:
        fact: The fact, as its sentence gives it.
        context: What the text has said so far.
        after_cause: Whether the sentence before told of a cause.
    """
    cause = cause_of(fact.predicate, kind=_kind(context), taken_up=after_cause)
    if cause is not None and (cause.event is not None or context.event):
        return Held(_event_of(cause, context), cause.measure, cause.object, is_cause=True)
    head = fact.subject_head
    if head.lower_ in _ANYBODY and head.pos_ == "PRON":
        return _of_anybody(fact, context)
    if _lacks_owner(head):
        owner = context.section or context.topic
        if owner:
            note = f"the section is about “{owner}”" if context.section else f"the article is about “{owner}”"
            return Held(Name(owner, note), f"{fact.subject} {fact.measure}", fact.object)
    return Held(_subject(fact, context), fact.measure, fact.object)


def _kind(context: Context) -> str:
    kind = (context.event or "").rpartition(" ")[2]
    return kind if is_mishap(kind) else ""


def _event_of(cause: Cause, context: Context) -> Name:
    event = context.event or ""
    if cause.event is None:
        return Name(event, f"the article is about “{event}”")
    return context.subject(cause.event) or Name(cause.event.text)


def _of_anybody(fact: Fact, context: Context) -> Held:
    """Give "nobody was hurt" the event or topic for a subject: what is denied is denied of it."""
    of = next((item for item in fact.subject_head.children if item.lower_ == "of"), None)
    group = child(of, "pobj") if of is not None else None
    named = context.subject(group) if group is not None else None
    if named is not None:
        return Held(named, fact.measure, fact.object)
    about = (
        context.section or (context.event if context.near_event else None) or context.topic or context.event
    )
    if not about:
        return Held(Name(fact.subject), fact.measure, fact.object)
    return Held(Name(about, f"the article is about “{about}”"), f"{fact.subject} {fact.measure}", fact.object)


def _lacks_owner(head: Token) -> bool:
    """Tell whether a noun is somebody's by its kind, and its phrase does not say whose ("the ban")."""
    opens = head.pos_ == "PROPN" and head.i == 0
    known = {head.lemma_.lower(), head.lower_} & listed("owned", "nouns")
    if not known or not (head.pos_ == "NOUN" or opens):
        return False
    for item in head.children:
        if (
            item.dep_ == "poss"
            or item.lower_ in {"a", "an", "of", "another"}
            or item.dep_ in {"conj", "nummod"}
        ):
            return False
    named = (item for item in head.subtree if item.i <= head.i or item.dep_ in {"pobj", "compound"})
    return not any(
        (item.pos_ == "PROPN" and item.i > 0)
        or item.ent_type_ == "NORP"
        or demonym(item.text)
        or state(item.text)
        for item in named
    )


def _subject(fact: Fact, context: Context) -> Name:
    head = fact.subject_head
    name = context.subject(head)
    if name is not None and (name.inferred is not None or head.pos_ == "PRON"):
        return name
    owner = next((item for item in head.children if item.dep_ == "poss" and item.lower_ in _OWNERS), None)
    known = context.subject(owner) if owner is not None else None
    thing = context.names.agent(fact.subject)
    if owner is None or known is None:
        return Name(thing)
    mark = "'" if known.text.endswith("s") else "'s"
    return Name(f"{known.text}{mark} {thing}", f"“{owner.text}” read as “{known.text}'s”")
