"""Sayings: the places in one sentence where a source is named, and which words it vouches for there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claims.assertions.clauses import (
    auxiliaries,
    child,
    clause_of,
    is_passive,
    is_predicate,
    mark_of,
    modal_of,
    own_subject,
)
from claims.polarity import denies_report
from claims.speech.gapped import gapped_sayings, may_be_left_out
from claims.speech.noun_status import status_words
from claims.speech.observing import is_body, observes
from claims.speech.references import edges, may_refer, own_tokens, reference
from claims.speech.speech_frames import binds, may_speak, words
from claims.speech.spoken_by import APART, final_speaker, speaker_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.tokens import Span, Token

_REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves"})
_SCALES = frozenset({"m", "bn", "tn", "k", "million", "billion", "trillion", "percent", "%"})
_MULTIPLES = frozenset({"twice", "double", "triple", "half"})
_CONTRASTS = frozenset({"though", "although", "while", "whereas", "but", "yet"})


@dataclass(frozen=True, slots=True)
class Saying:
    """A mention of a source.

    Attributes:
        anchor: The verb of saying, or the word that refers to the source.
        speaker: The head of the phrase that names the source.
        spans: What it covers, as offsets in the sentence.
        quoting: The verb can frame direct speech.
    """

    anchor: Token
    speaker: Token
    spans: tuple[tuple[int, int], ...]
    quoting: bool


def sayings(span: Span, quoted: list[tuple[int, int]], near_quote: bool) -> Iterator[Saying]:
    """Yield the mentions of sources in a sentence.

    Args:
        span: The parsed sentence.
        quoted: Spans of direct speech in it, as offsets in the sentence; what stands there frames nothing.
        near_quote: Whether a quotation stands in the sentence or right beside it.
    """
    for token in span:
        if quoted and any(start <= token.idx < end for start, end in quoted):
            continue
        referred = reference(span, token) if may_refer(token) else None
        if referred is not None:
            yield Saying(token, referred[0], (referred[1],), quoting=False)
        elif (found := _speech(span, token, near_quote)) is not None:
            yield found
            if may_be_left_out(token) and all(end > token.idx for _, end in found.spans):
                others = gapped_sayings(span, token, found.speaker)
                yield from (Saying(token, speaker, (place,), quoting=False) for speaker, place in others)


def _speech(span: Span, verb: Token, near_quote: bool) -> Saying | None:
    """Read "X said that …", "…, X said", "X estimates Y at …", "“…,” said X"."""
    lemma = verb.lemma_.lower()
    closing = _closing_name(span, verb) if lemma in words("quoting_verbs") else None
    if closing is not None:
        return Saying(verb, closing, ((0, verb.nbor(-1).idx),), quoting=False)
    if lemma not in words("speech_verbs") and not (near_quote and lemma in words("quoting_verbs")):
        return None
    quoting = near_quote and lemma in words("quoting_verbs")
    told = is_passive(verb)
    if not (_is_heard(verb) if told else _is_used_as_verb(verb, quoting)):
        return None
    if binds(verb) or _is_reflexive(verb):
        return None
    speaker = speaker_of(verb, quoting=quoting)
    if speaker is None:
        return None
    spans = tuple(_covered(span, verb, speaker))
    return Saying(verb, speaker, spans, quoting) if spans or quoting else None


def _closing_name(span: Span, verb: Token) -> Token | None:
    """Return who says a sentence that the parse misread at its end: "…, estimated Kell, a broker."."""
    if verb.tag_ not in {"VBN", "VBD"} or verb.i < 2 or verb.nbor(-1).text != "," or span[0].i != 0:
        return None
    name = verb.head if verb.dep_ == "amod" else child(verb, "dobj") if verb.dep_ == "conj" else None
    if name is None or name.pos_ != "PROPN" or own_subject(verb) is not None:
        return None
    first = min((item.i for item in name.subtree if item.i > verb.i), default=name.i)
    closes = first == verb.i + 1 and name.right_edge.i + 2 >= span[-1].i
    return name if closes and not any(item.like_num for item in name.subtree) else None


def _is_used_as_verb(verb: Token, quoting: bool) -> bool:
    """Tell whether the word says something here: a finite verb, a perfect, or "adding that"."""
    if verb.pos_ not in {"VERB", "AUX"}:
        if child(verb, "nsubj") is not None and child(verb, "ccomp") is not None:
            return True  # "data show that …", where the parse takes "show" for a noun
        return quoting and verb.tag_ in {"NNS", "NN"} and verb.dep_ == "ROOT"
    if verb.tag_ in {"VBD", "VBZ", "VBP"}:
        return verb.dep_ != "amod"
    helpers = {item.lemma_ for item in auxiliaries(verb)}
    if verb.tag_ == "VB":
        misread = verb.dep_ == "ROOT" and not helpers and own_subject(verb) is not None  # "lawyers expect"
        return bool(helpers - {"to"}) or quoting or misread
    if verb.tag_ == "VBG":
        return bool(helpers) or child(verb, "ccomp") is not None
    return "have" in helpers or verb.dep_ == "conj" or (quoting and verb.dep_ not in {"amod", "acl"})


def _is_heard(verb: Token) -> bool:
    """Tell whether a passive names who was told: "the court was told"."""
    subject = own_subject(verb)
    return verb.lemma_ == "tell" and subject is not None and subject.lemma_.lower() in words("hearers")


def _is_reflexive(verb: Token) -> bool:
    """Tell whether the verb turns on its subject and says nothing ("the club finds itself last")."""
    found = child(verb, "dobj", "ccomp")
    return found is not None and any(
        item.lower_ in _REFLEXIVE for item in (found, *found.children) if item.i == verb.i + 1
    )


def _covered(span: Span, verb: Token, speaker: Token) -> Iterator[tuple[int, int]]:
    """Yield what a verb of saying covers in its sentence."""
    demands = verb.lemma_.lower() in words("demanding_verbs")
    if demands and not (_attributes_object(verb) or _would_do_so_much(verb)):
        return  # "wants the harbour to reopen": nothing is said to be so
    if _only_answers(span, verb):
        return
    contents = [item for item in verb.children if item.dep_ in {"ccomp", "parataxis"} or _is_promised(item)]
    before = [item for item in contents if item.i < verb.i and item.i != speaker.i]
    after = [item for item in contents if (item.i > verb.i and is_predicate(item)) or item.dep_ == "xcomp"]
    cut_off = before and _is_cut_off(before[-1], verb, speaker)
    if before and not (cut_off and (after or _attributes_object(verb))):
        yield from _around(span, verb, speaker)
    elif after:
        spans = [edges(list(item.subtree)) for item in after]
        if verb.lemma_.lower() in words("object_verbs") and _attributes_object(verb):
            end = max(edges(own_tokens(verb))[1], *(end for _, end in spans))
            spans.append((verb.idx + len(verb), end))  # the parse may have cut it up
        yield from spans
    elif not contents and _is_parenthetical(verb):
        yield from _around(span, verb, speaker)
    elif demands or _attributes_object(verb):
        yield _object_span(verb)
    elif verb.lemma_.lower() in words("presenting_verbs") and speaker.pos_ != "PRON":
        colon = next((item for item in verb.children if item.text == ":"), None)
        if colon is not None and _may_present(speaker) and verb.i < colon.i < span[-1].i:
            yield edges(span[colon.i + 1 :])


def _only_answers(span: Span, verb: Token) -> bool:
    """Tell whether all that is said is yes or no: "the village said no: 57% voted against it"."""
    behind = [word.lower_ for word in span if word.i > verb.i][:2]
    return behind[:1] in (["no"], ["yes"]) and behind[1:] in ([":"], [";"], ["."], [])


def _may_present(noun: Token) -> bool:
    """Tell whether a noun names who can give a list: "the union lists:", not "dividend proposed:"."""
    listed = words("speaker_nouns") | words("documents") | words("person_nouns") | words("firms")
    return noun.ent_type_ in {"ORG", "PERSON"} or noun.lemma_.lower() in listed


def _is_promised(item: Token) -> bool:
    """Tell whether an infinitive is what its verb says ("promised to pay", "expects to earn")."""
    return item.dep_ == "xcomp" and item.head.lemma_.lower() in words("infinitive_verbs")


def _would_do_so_much(verb: Token) -> bool:
    """Tell whether what somebody wants or asks to be done has a figure ("wants to build 300 homes")."""
    deed = child(verb, "xcomp") if verb.lemma_ in ("want", "ask") else None
    return deed is not None and any(part.like_num for part in deed.subtree)


def _is_cut_off(content: Token, verb: Token, speaker: Token) -> bool:
    """Tell whether a colon or semicolon divides an earlier clause from the frame."""
    first = min(speaker.left_edge.i, verb.i)
    return any(token.text in {":", ";"} for token in content.doc[content.i : first])


def _attributes_object(verb: Token) -> bool:
    """Tell whether the verb vouches for its object ("the union puts turnout at 90%")."""
    lemma = verb.lemma_.lower()
    if denies_report(verb) is not None or _finds(verb):
        return True
    if _offers_what_it_has(verb):
        return False
    if lemma in words("demanding_verbs"):
        led = _OBJECT_WITH.get(lemma)  # "asked for €9m", not "asked 400 people for help"
        if _is_asked_sum(verb, led):
            return True
        return any(_is_sum(item) and (led is None or item.lower_ in led) for item in verb.rights)
    if lemma == "say":  # "it says €9m a day"
        return any(item.dep_ == "dobj" and _is_sum(item) for item in verb.rights)
    if lemma in words("observing_verbs") and observes(verb):
        return True
    if lemma in words("counting_verbs"):
        return _counts_on(verb) or is_body(own_subject(verb))
    if lemma in status_words("projection", "assuming_verbs"):
        subject = own_subject(verb)  # "the worst scenario had assumed 4,000 guests"
        return subject is not None and subject.lemma_ in status_words("projection", "assuming_nouns")
    if lemma not in words("object_verbs"):
        return False
    if lemma == "see":
        return verb.tag_ in {"VBZ", "VBP"}
    near = {part.lower_ for item in verb.children for part in (item, *item.children)}
    if lemma == "put":  # "puts the cost of the works at €9m"
        near |= {part.lower_ for item in verb.rights for part in item.subtree}
    return lemma not in _OBJECT_WITH or bool(near & _OBJECT_WITH[lemma])


def _finds(verb: Token) -> bool:
    """Tell whether somebody judges a thing to be so or so ("the monitors found the election fair")."""
    if verb.lemma_.lower() not in words("judging_verbs"):
        return False
    small = child(verb, "ccomp")
    state = child(verb, "oprd", "acomp")
    if any(item.lower_ == "over" and item.tag_ == "RP" for item in verb.rights):
        return child(verb, "dobj") is not None  # "declared the outbreak over"
    if small is not None and own_subject(small) is not None:
        state = small if _is_state(small) else child(small, "acomp")
    elif child(verb, "dobj") is None and (state is None or own_subject(state) is None):
        return False  # "two men found alive"
    return state is not None and _is_state(state)


def _is_state(word: Token) -> bool:
    return word.pos_ == "ADJ" or (word.tag_ in {"VBN", "VBD"} and not auxiliaries(word))


def _is_sum(item: Token) -> bool:
    """Tell whether what somebody wants is a figure or has one: "a fund of €25m", "for €9m"."""
    figures = (part.like_num or part.lower_ in _MULTIPLES for part in item.subtree)
    return item.dep_ in {"dobj", "prep", "ccomp", "npadvmod"} and any(figures)


def _is_asked_sum(verb: Token, led: set[str] | None) -> bool:
    """Tell whether a clause says who wanted a sum: "the €9m that the widow had asked for"."""
    if verb.dep_ != "relcl" or not _has_sum_before(verb):
        return False
    return led is None or any(
        item.lower_ in led and all(part.tag_ == "WDT" for part in item.children) for item in verb.rights
    )


def _has_sum_before(clause: Token) -> bool:
    """Tell whether a relative clause is about a sum: "half of the €6m *that* they had asked for"."""
    if any(item.like_num for item in clause.head.children):
        return True
    subject = own_subject(clause)  # "half of the 240 that the plan demanded" names nobody
    return subject is not None and may_speak(subject) and _follows_sum(clause)


def _follows_sum(clause: Token) -> bool:
    place = clause.left_edge.i - 1
    if place > 0 and clause.doc[place].lower_ in _SCALES:
        place -= 1
    return place >= 0 and clause.doc[place].like_num


def _sum_before(clause: Token) -> tuple[int, int]:
    """Return the place of the sum that a relative clause is about."""
    last = clause.doc[max(0, clause.left_edge.i - 1)]
    first = last
    while first.i > 0 and (first.nbor(-1).like_num or first.nbor(-1).is_currency):
        first = first.nbor(-1)
    return first.idx, last.idx + len(last)


def _counts_on(verb: Token) -> bool:
    return any(item.lower_ in {"on", "upon"} and _is_sum(item) for item in verb.rights)


def _offers_what_it_has(verb: Token) -> bool:
    """Tell whether a thing only does so much good: "a single dose offers 54% protection"."""
    offered = child(verb, "dobj") if verb.lemma_.lower() == "offer" else None
    return offered is not None and offered.lemma_.lower() in words("offered_by_things")


# What must stand beside the object for the verb to say something of it.
_OBJECT_WITH = {
    "arrive": {"at"},
    "put": {"at", "as", "first", "second", "third", "last", "ahead", "behind", "level"},
    "list": {"at", "as"},
    "speak": {"of"},
    "accuse": {"of"},
    "hope": {"for"},
    "ask": {"for"},
    "press": {"for"},
    "push": {"for"},
    "call": {"for"},
    "insist": {"on"},
    "regard": {"as"},
    "assess": {"at"},
    "price": {"at"},
    "value": {"at"},
    "guide": {"to"},
    "point": {"to"},
    "aim": {"at", "for"},
    "budget": {"for"},
}


def _object_span(verb: Token) -> tuple[int, int]:
    own = own_subject(verb)
    if verb.dep_ == "relcl" and verb.head.i < verb.left_edge.i - 1 and _follows_sum(verb):
        return _sum_before(verb)  # the parse may hang the clause on a word further off
    if verb.dep_ == "relcl" and own is not None and own.tag_ != "WP" and clause_of(verb.head).i != verb.i:
        return edges([*verb.head.lefts, verb.head])
    return edges(own_tokens(verb))


def _is_parenthetical(verb: Token) -> bool:
    """Tell whether "X said" stands between commas or at the end of the sentence."""
    lemma = verb.lemma_.lower()
    if lemma not in words("quoting_verbs") and not (lemma in words("inserted_verbs") and _is_inserted(verb)):
        return False
    if child(verb, "acomp", "attr", "xcomp") is not None or modal_of(verb):
        return False
    thing = child(verb, "dobj")
    if thing is not None and (verb.lemma_ != "tell" or thing.pos_ not in {"NOUN", "PROPN"}):
        return False  # "told this newspaper" names who heard it
    subject = final_speaker(verb) or own_subject(verb)
    if subject is None or subject.tag_ in {"WDT", "WP"} or any(_narrows(item) for item in verb.rights):
        return False
    first = min(subject.left_edge.i, verb.i)
    if first > 0 and verb.doc[first - 1].lower_ == "as" and mark_of(verb) == "as":
        return first == 1 or verb.doc[first - 2].text in APART  # "…, as the port has said"
    return first > 0 and verb.doc[first - 1].text in APART


def _is_inserted(verb: Token) -> bool:
    """Tell whether a clause stands between two commas: "In May, it found, the firm failed"."""
    subject = own_subject(verb)
    if verb.dep_ != "parataxis" or subject is None or verb.i + 1 >= len(verb.doc):
        return False
    return subject.i < verb.i and verb.nbor(1).text == ","


def _narrows(item: Token) -> bool:
    """Tell whether what follows the verb is a matter of its own, not when or where or to whom it was said."""
    if item.dep_ in {"pobj", "oprd", "prt"}:
        return True
    return item.dep_ == "prep" and item.lower_ not in {
        "in",
        "on",
        "at",
        "to",
        "during",
        "after",
        "from",
        "before",
    }


def _around(span: Span, verb: Token, speaker: Token) -> Iterator[tuple[int, int]]:
    """Yield what stands before and after a frame that follows its statement."""
    first = verb.i
    if speaker.head.i == verb.i or final_speaker(verb) is not None:
        first = min(speaker.left_edge.i, verb.i)
    if first > 0:
        yield 0, span[first - 1].idx + len(span[first - 1])
    after = max(verb.i, speaker.right_edge.i if speaker.i > verb.i else speaker.i)
    own = {item.left_edge.i for item in verb.children if _is_own(item) and item.i > after}
    right = next(
        (item.i for item in span[after + 1 :] if item.i in own or item.lower_ in _CONTRASTS), len(span)
    )
    comma = next((item.i for item in span[after + 1 : right] if item.text == ","), None)
    if comma is not None and comma + 1 < right:
        yield span[comma + 1].idx, span[right - 1].idx + len(span[right - 1])


def _is_own(item: Token) -> bool:
    """Tell whether a clause beside the frame belongs to it, not to what is said (", X said, and left")."""
    return item.dep_ == "advcl" or (item.dep_ == "conj" and own_subject(item) is not None)
