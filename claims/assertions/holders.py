"""Whose a fact is: the subject of its clause as the text has named it so far, and what is asserted of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.assertions.acts import Acts
from claims.assertions.causes import Cause, cause_of, is_mishap
from claims.assertions.checkable import listed
from claims.assertions.clauses import child, first_conjunct, is_passive, own_subject, subject_of
from claims.assertions.left_out import stands_for_noun
from claims.assertions.nominals import noun_tokens
from claims.framing.context import Context
from claims.framing.memory import Name
from claims.names import capital, demonym, state
from claims.speech.speech_frames import is_frame
from claims.vocabulary import word_list

if TYPE_CHECKING:
    from claims.facts import Fact
    from claims.tokens import Token

_ANYBODY = frozenset({"nobody", "nothing", "none", "anybody", "anything", "neither"})
_TIMES = frozenset({"DATE", "TIME"})
_ANY = frozenset({"a", "an", "no", "another", "other", "further", "new", "more"})
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


def held(fact: Fact, context: Context, acts: Acts, *, after_cause: bool) -> Held:
    """Name the subject of a fact by what the text has said so far.

    Args:
        fact: The fact, as its sentence gives it.
        context: What the text has said so far.
        acts: What it has said was done to whom.
        after_cause: Whether the text has just told of a cause.
    """
    cause = cause_of(fact.predicate, kind=_kind(context), taken_up=after_cause)
    if cause is not None and (cause.event is not None or context.event):
        return Held(_event_of(cause, context), cause.measure, cause.object, is_cause=True)
    head = fact.subject_head
    if head.lower_ in _ANYBODY:
        return _of_anybody(fact, context)
    if stands_for_noun(head):
        return Held(Name(fact.subject, f"“{head.text}” read as “{fact.subject}”"), fact.measure, fact.object)
    if (
        head.lower_ in word_list("context", "countries") - {"state"}
        and context.section
        and _names_nobody(head)
    ):
        country = Name(context.section, f"the section is about “{context.section}”")
        return Held(country, fact.measure, fact.object)
    owner = _undergoing(head, acts) or _owner(head, fact, context) or _struck(fact, context)
    owner = owner or _doer(fact, context) or _spread(head, fact, context)
    if owner is not None:
        return Held(owner, f"{fact.subject} {fact.measure}", fact.object)
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
    head = fact.subject_head
    of = next((item for item in head.children if item.lower_ == "of"), None)
    group = child(of, "pobj") if of is not None else None
    named = context.subject(group) if group is not None else None
    if of is None and head.lower_ in {"neither", "none"}:
        named = context.left_out()  # "two are missing; neither is from the valley"
    if named is not None:
        return Held(named, fact.measure, fact.object)
    about = (
        context.section or (context.event if context.near_event else None) or context.topic or context.event
    )
    if not about:
        return Held(Name(fact.subject), fact.measure, fact.object)
    return Held(Name(about, f"the article is about “{about}”"), f"{fact.subject} {fact.measure}", fact.object)


def _about(context: Context, *, policy: bool) -> Name | None:
    """Return whose a thing is that the text gives no owner: a state's policy, a body's profit."""
    if context.section:
        return Name(context.section, f"the section is about “{context.section}”")
    if policy and context.home:
        return Name(context.home, f"the text is written from “{context.home}”")
    return Name(context.topic, f"the article is about “{context.topic}”") if context.topic else None


def _doer(fact: Fact, context: Context) -> Name | None:
    """Return the body that did what a text tells in the passive: "a keeper was hired" is told of the club."""
    verb, head = fact.predicate, fact.subject_head
    known = not any(item.lower_ in _ANY or item.dep_ == "neg" for item in head.lefts)
    if verb.lemma_.lower() not in listed("deeds", "verbs") or not is_passive(verb) or known:
        return None
    if head.pos_ != "NOUN" or head.ent_type_ or child(verb, "agent") is not None or not context.topic:
        return None
    if any(item.dep_ == "poss" or item.pos_ == "PROPN" for item in head.subtree if item.i != head.i):
        return None
    return _about(context, policy=False)


def _speaker(fact: Fact, context: Context) -> Name | None:
    """Return the body that speaks of "fares": they are its own ("Elm Air said fares would rise")."""
    clause = first_conjunct(fact.predicate)
    says = clause.head
    speaker = own_subject(says) if clause.dep_ == "ccomp" and is_frame(says) else None
    if speaker is None or speaker.text in context.full or not context.is_name(speaker.text):
        return None
    name = context.subject(speaker)
    return Name(name.text, f"told by “{name.text}” of itself") if name is not None else None


def _owner(head: Token, fact: Fact, context: Context) -> Name | None:
    """Return whose "the ban" or "fares" are, where the phrase names nobody; None for other things."""
    nouns = {head.lemma_.lower(), head.lower_}
    policy = bool(nouns & listed("owned", "policies"))
    opens = head.pos_ == "PROPN" and head.i == 0
    if not (policy or nouns & listed("owned", "nouns")) or not (head.pos_ == "NOUN" or opens):
        return None
    if not _names_nobody(head):
        return None
    return _speaker(fact, context) or _about(context, policy=policy)


def _undergoing(head: Token, acts: Acts) -> Name | None:
    """Return whom an act was done to that a noun takes up ("the ban was lifted"): it is told of them."""
    whom = acts.undergone(head)
    return Name(whom, f"“the {head.text}” read as what was done to “{whom}”") if whom else None


def _names_nobody(head: Token) -> bool:
    """Tell whether a noun phrase speaks of a thing that is known, without a name for whose it is."""
    for item in head.children:
        if item.dep_ == "poss" or item.lower_ in {"a", "an", "another"} or item.dep_ in {"conj", "nummod"}:
            return False
        inside = child(item, "pobj") if item.lower_ == "of" else None
        if inside is not None and inside.text != "%" and inside.pos_ != "NUM":
            return False
    words = noun_tokens(head)
    return not any(
        (item.pos_ == "PROPN" and item.i > 0 and item.ent_type_ not in _TIMES)
        or item.ent_type_ == "NORP"
        or demonym(item.text)
        or state(item.text)
        for item in words
    )


def _struck(fact: Fact, context: Context) -> Name | None:
    """Return the event that somebody without a name died or was hurt in ("two hikers lost their lives")."""
    verb, head = fact.predicate, fact.subject_head
    lost = child(verb, "dobj")
    fatal = verb.lemma_.lower() in listed("casualties", "verbs") and (is_passive(verb) or lost is None)
    fatal |= verb.lemma_ == "lose" and lost is not None and lost.lemma_.lower() == "life"
    if not fatal or not context.event or head.pos_ != "NOUN" or not (context.near_event or not context.topic):
        return None
    if fact.is_presupposed or any(item.dep_ == "poss" or item.pos_ == "PROPN" for item in head.children):
        return None
    return _event(context)


def _spread(head: Token, fact: Fact, context: Context) -> Name | None:
    """Return the outbreak that "the germ" made, of which is told where it came from."""
    known = any(item.lower_ == "the" for item in head.lefts)
    if not known or fact.predicate.lemma_ not in listed("causes", "origins"):
        return None
    outbreak = (context.event or "").endswith("outbreak")
    return _event(context) if outbreak and head.lemma_.lower() in listed("causes", "germs") else None


def _event(context: Context) -> Name | None:
    return Name(context.event, f"the article is about “{context.event}”") if context.event else None


def _subject(fact: Fact, context: Context) -> Name:
    head = fact.subject_head
    name = _asked_by(fact, context) or context.subject(head)
    whose = any(item.tag_ == "WP$" for item in head.children)
    if name is not None and (name.inferred is not None or head.pos_ == "PRON" or whose):
        return name
    thing = _with_acronym(context.names.expand(context.names.agent(fact.subject)), context)
    full = _owner_in_full(head, context)
    if full is not None:
        return Name(_possessed(full, thing.partition(" ")[2]), f"“{thing.split()[0]}” named “{full}” before")
    owner = next((item for item in head.children if item.dep_ == "poss" and item.lower_ in _OWNERS), None)
    known = context.subject(owner) if owner is not None else None
    if owner is not None and known is not None:
        return Name(_possessed(known.text, thing), f"“{owner.text}” read as “{_possessed(known.text, '')}”")
    if context.home and _is_institution(head):
        return Name(_possessed(context.home, thing), f"the text is written from “{context.home}”")
    governed = capital(thing) if _governs(fact.predicate) else None
    if governed:
        return Name(governed, f"“{thing}” read as the government of {governed}")
    return Name(thing)


def _owner_in_full(head: Token, context: Context) -> str | None:
    """Return the whole name of the owner of a thing: "Holm's appeal" is Ada Holm's."""
    owner = next((item for item in head.children if item.dep_ == "poss"), None)
    if owner is None or owner.pos_ != "PROPN" or owner.left_edge.i != owner.i:
        return None
    full = context.full.get(owner.text)
    return full if full and full != owner.text else None


def _asked_by(fact: Fact, context: Context) -> Name | None:
    """Name "its application" that a court rejects by whom was told of before: it is not the court's."""
    owner, judge = child(fact.subject_head, "poss"), subject_of(fact.predicate)
    if fact.subject_head.dep_ != "dobj" or owner is None or judge is None or owner.lower_ not in _OWNERS:
        return None
    before = [item for item in owner.doc[: judge.left_edge.i] if item.dep_ in {"nsubj", "nsubjpass"}]
    named = (context.subject(before[-1]) if before else None) or context.thing
    if named is None:
        return None
    return Name(
        _possessed(named.text, fact.subject.partition(" ")[2]), f"“{owner.text}” read as “{named.text}”"
    )


def _possessed(owner: str, thing: str) -> str:
    mark = "’" if owner.endswith("s") else "’s"
    return f"{owner}{mark} {thing}".strip()


def _with_acronym(name: str, context: Context) -> str:
    """Add the acronym that the text defines for a name, as a speaker or the subject of a number has it."""
    known = next((short for short, full in context.names.acronyms.items() if full == name), None)
    return f"{name} ({known})" if known else name


def _is_institution(head: Token) -> bool:
    definite = any(item.lower_ == "the" for item in head.children)
    return (
        definite
        and head.pos_ == "NOUN"
        and head.lemma_.lower() in listed("owned", "institutions")
        and _names_nobody(head)
    )


def _governs(predicate: Token) -> bool:
    """Tell whether a clause does what governments do ("lifted its ban")."""
    thing = child(predicate, "dobj")
    return thing is not None and thing.lemma_.lower() in listed("owned", "governed")
