"""Repairs of parses: constructions that the parser is known to read wrongly, set right by rule."""

from functools import cache
from typing import TYPE_CHECKING

from claims.converted import join_amounts_to_their_noun
from claims.framing.inflection import with_silent_e
from claims.headlines import read_infinitive_headline
from claims.misplaced_nouns import (
    give_described_noun_its_verb,
    give_name_to_noun_before_it,
    give_participle_its_noun,
)
from claims.misread_verbs import (
    give_verb_the_noun_before_it,
    read_forecast_as_a_verb,
    read_noun_as_verb,
    read_number_as_a_verb,
    read_past_as_infinitive,
    read_start_as_a_verb,
)
from claims.parts import THEM, give_clause_its_part, keep_part_together
from claims.stressed import read_stressed_doer_as_subject, read_stressed_time_in_its_clause
from claims.tokens import FINITE
from claims.told import (
    give_count_behind_source_its_verb,
    give_interrupted_clause_its_time,
    give_interrupted_subject_its_verb,
    give_verb_its_charge,
    read_closing_word_as_a_verb,
    read_on_behind_insertion,
    read_participle_as_what_was_told,
    read_question_as_subject,
    read_that_as_conjunction,
)
from claims.vocabulary import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUFFIXED = frozenset({"VBD", "VBN", "VBG"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_RELATIVES = frozenset({"that", "which"})
_STARTS = frozenset({"start", "starts", "stand", "stands"})
_NAMES = frozenset({"NNP", "NNPS"})
_COMMON = frozenset({"NN", "NNS"})
_OPENING = frozenset({"in", "at", "on", "by", "of", "across", "since", "from", "for", "around", "near"})
_PREDICATES = frozenset({"ROOT", "ccomp", "conj", "advcl"})
_JOINED = frozenset({"conj", "advcl", "ccomp"})
_TOLD = frozenset({"acl", "ccomp"})
_AROUND = frozenset({"before", "after"})
_BY_AMOUNT = frozenset({"of", "between", "at"})
_NEGATIONS = frozenset({"not", "n't"})
_BESIDE = frozenset({"nummod", "appos"})
_INSIDE = frozenset({"compound", "nmod", "nummod", "npadvmod"})


def repair(doc: "Doc") -> "Doc":
    """Set right what the parser misreads, in place.

    Args:
        doc: A parsed sentence.

    Returns:
        The same document.
    """
    _read_opening_noun_as_a_noun(doc)
    read_infinitive_headline(doc)
    join_amounts_to_their_noun(doc)
    if len(doc) and doc[0].lower_ == "according":
        give_count_behind_source_its_verb(doc[0])
    listed = _with_listed_lemma(doc)
    for token in doc:
        label, tag = token.dep_, token.tag_  # as the parser has them: repairs change both
        if token.i in listed:
            token.lemma_ = _lemmas()[token.lower_]
        elif tag in _SUFFIXED:
            token.lemma_ = with_silent_e(token.lower_, token.lemma_)
        if token.lower_ in _RELATIVES and token.i and tag in ("WDT", "IN"):
            read_forecast_as_a_verb(token)
        if not _repair_clause(token, label, tag):
            _repair_part(token, label, tag)
        _repair_modifier(token, label)
        if label in _JOINED and token.pos_ in ("VERB", "AUX"):
            _repair_joined_clause(token, label)
        if token.lower_ == "it" and label == "nsubj":
            read_stressed_time_in_its_clause(token)
            read_stressed_doer_as_subject(token)
    return doc


def _with_listed_lemma(doc: "Doc") -> frozenset[int]:
    """Return the places of the words whose ground form is listed, found without making tokens of the rest."""
    listed = _listed_forms()
    return frozenset(place for place, form in enumerate(doc.to_array("LOWER").tolist()) if form in listed)


def _repair_clause(head: "Token", label: str, tag: str) -> bool:
    """Set right the head of a clause, where it is misread, and tell whether it was."""
    if label == "ROOT" and head.lower_ == "number" and tag == "NN":
        read_number_as_a_verb(head)
    elif label in _PREDICATES and tag == "NN" and head.n_lefts:
        read_noun_as_verb(head)
    elif label in _PREDICATES and tag in FINITE and head.i and head.nbor(-1).dep_ == "compound":
        give_verb_the_noun_before_it(head)
    elif label == "ROOT" and tag == "NNS":
        read_closing_word_as_a_verb(head)
    elif label in _TOLD and tag == "VBN":
        read_participle_as_what_was_told(head)
    elif label == "conj" and head.pos_ == "AUX":
        _give_elliptical_clause_its_subject(head)
    elif label == "parataxis" and head.pos_ == "VERB":
        give_interrupted_clause_its_time(head)
        _give_interrupted_clause_its_subject(head)
    else:
        return False
    return True


def _repair_part(token: "Token", label: str, tag: str) -> None:
    """Set right a subject, a preposition or a conjunction, where it is misread."""
    word = token.lower_
    if word == "that" and label in ("dobj", "mark"):
        read_that_as_conjunction(token)
    elif label in ("nsubj", "nsubjpass") and tag == "VB":
        token.pos_, token.tag_ = "NOUN", "NN"  # "Work on the tunnel was halted"
    elif label in _SUBJECTS and tag in _NAMES:
        give_name_to_noun_before_it(token)
    elif word == "neither" and label == "preconj":
        _read_neither_as_a_subject(token)
    elif word in _STARTS and token.pos_ == "NOUN" and 0 < token.i < len(token.doc) - 2:
        read_start_as_a_verb(token)
    elif word in _AROUND and label in ("prep", "mark"):
        _give_amount_to_what_is_before_charges(token)
        give_clause_its_part(token)
    elif label == "prep" and word == "of" and token.head.tag_ in _NAMES:
        give_verb_its_charge(token)
    elif label == "prep" and word in _OPENING and token.i + 2 < len(token.doc):
        _give_clause_the_subject_that_its_opening_took(token)


def _repair_modifier(token: "Token", label: str) -> None:
    """Set right what says more of a noun, where the parse gives it to another."""
    if label == "acl" and token.i:
        give_participle_its_noun(token)
    elif label == "pcomp":
        give_described_noun_its_verb(token)
    elif label == "nummod" and token.head.i > token.i + 2:
        _leave_amount_before_a_conjunction(token)
    elif label == "pobj" and token.lower_ in THEM:
        keep_part_together(token)


def _repair_joined_clause(verb: "Token", label: str) -> None:
    """Set right a clause that goes on from another, or that another says."""
    _give_joined_clause_its_subject(verb)
    if label != "conj":
        read_question_as_subject(verb)
    if label == "conj" or verb.tag_ == "VBG":
        read_on_behind_insertion(verb)
    if label == "conj":
        give_interrupted_subject_its_verb(verb)
    if label == "conj" and verb.tag_ in ("VBD", "VBN", "VBP"):
        read_past_as_infinitive(verb)


def opens_commonly(word: str) -> bool:
    """Tell whether a word is one of the nouns that often open a sentence of news ("Turnout", "Exports")."""
    return word.lower() in _common_nouns()


def _read_opening_noun_as_a_noun(doc: "Doc") -> None:
    """Read "Turnout was 61 %" as being about a turnout, not about somebody of that name."""
    first = next((token for token in doc if token.is_alpha), None)
    if first is None or first.pos_ != "PROPN" or not opens_commonly(first.text):
        return
    first.pos_ = "NOUN"
    first.tag_ = "NNS" if first.lower_.endswith("s") else "NN"
    doc.ents = tuple(entity for entity in doc.ents if not entity.start <= first.i < entity.end)


def _read_neither_as_a_subject(word: "Token") -> None:
    """Read "Two are missing; neither is from the valley" as of neither of them."""
    verb = word.head
    if verb.i == word.i + 1 and not any(child.dep_ in _SUBJECTS for child in verb.children):
        word.dep_ = "nsubj"


def _give_interrupted_clause_its_subject(insertion: "Token") -> None:
    """Read "Turnout on Sunday, the council said, came to 56 %": what came is the turnout."""
    verb = insertion.head
    if verb.i < insertion.i or verb.pos_ != "VERB" or insertion.nbor(1).text != ",":
        return
    if any(child.dep_ in _SUBJECTS for child in verb.children):
        return
    for noun in insertion.lefts:
        closed = noun.right_edge.i + 1
        if noun.pos_ in ("NOUN", "PROPN") and noun.dep_ not in _SUBJECTS and noun.doc[closed].text == ",":
            noun.head, noun.dep_ = verb, "nsubj"
            return


@cache
def _times() -> frozenset[str]:
    words = load("periods")
    return frozenset(words["months"]) | frozenset(words["weekdays"])


def _is_time(token: "Token") -> bool:
    word = token.lower_
    return word in _times() or (len(word) == 4 and word.isdigit() and word[:2] in ("19", "20"))


def _give_clause_the_subject_that_its_opening_took(preposition: "Token") -> None:
    """Read "At the end of June net debt stood at €3m", "In South Africa sales fell" as of debt and sales."""
    objects = [*preposition.rights]
    if not objects:
        _give_name_to(preposition)
        return
    noun = objects[-1]
    verb = noun.doc[noun.right_edge.i + 1] if noun.right_edge.i + 1 < len(noun.doc) else noun
    while verb.dep_ in ("aux", "auxpass", "neg") and verb.i + 1 < len(verb.doc):
        verb = verb.nbor(1)
    if verb.pos_ not in ("VERB", "AUX") or not verb.is_ancestor(preposition):
        return
    if not any(word.tag_ in FINITE for word in [verb, *verb.lefts]):
        return
    if any(child.dep_ in _SUBJECTS for child in verb.children):
        return
    part = next((word for word in noun.rights if word.tag_ == "CD" and word.dep_ in _BESIDE), None)
    if preposition.lower_ == "of" and part is not None:
        noun = part  # "Of 72 lamps 18 have been mended"
    opening = noun.left_edge
    if part is noun:
        pass
    elif len(objects) == 1 and opening.i == preposition.i + 1 and _is_time(opening) and opening != noun:
        opening.head, opening.dep_ = preposition, "pobj"
    elif [word.dep_ for word in objects] != ["pobj", "pobj"] or noun.tag_ not in _COMMON:
        return
    noun.head = verb
    noun.dep_ = "nsubjpass" if any(child.dep_ == "auxpass" for child in verb.children) else "nsubj"


def _give_name_to(preposition: "Token") -> None:
    """Give a preposition without an object the name or time behind it, which the subject took for its own."""
    first = preposition.nbor(1)
    article = first if first.lower_ == "the" else None
    words = [first if article is None else first.nbor(1)]
    while words[-1].tag_ in _NAMES and words[-1].nbor(1).tag_ in _NAMES:
        words.append(words[-1].nbor(1))
    name = words[-1]
    noun = name.head
    if name.dep_ not in _INSIDE or not (name.tag_ in _NAMES or _is_time(name)):
        return
    if noun.dep_ not in _SUBJECTS or noun.tag_ not in _COMMON or noun.left_edge != first:
        return
    name.head, name.dep_ = preposition, "pobj"
    for word in [*words[:-1], *([article] if article is not None else [])]:
        word.head = name


def _leave_amount_before_a_conjunction(number: "Token") -> None:
    """Read "Revenue was €5m and net profit €1m" as of two amounts, not as of a "€5m and net profit"."""
    joint = next((child for child in number.rights if child.dep_ == "cc"), None)
    noun = number.head
    if joint is None or joint.i > noun.i or any(child.dep_ == "conj" for child in number.rights):
        return
    left = [word for word in noun.lefts if word.i < joint.i and word != number]
    if noun.dep_ in _SUBJECTS and noun.head.i > noun.i:
        verb = next((word for word in number.ancestors if word != noun and word.i < number.i), None)
        verb = verb or next((word for word in reversed(noun.doc[: number.i]) if word.tag_ in FINITE), None)
        if verb is None or verb.i >= number.i:
            return
        number.head, number.dep_ = verb, "attr"
    elif noun.dep_ in ("attr", "dobj") and noun.i + 1 < len(noun.doc) and _opens_amount(noun.nbor(1)):
        number.head, number.dep_ = noun.head, noun.dep_
        noun.dep_ = "conj"
    else:
        return
    joint.head = number.head
    for word in left:
        word.head = number  # its currency


def _opens_amount(token: "Token") -> bool:
    return bool(token.is_currency or token.like_num)


def _give_joined_clause_its_subject(verb: "Token") -> None:
    """Read "Output was 40 Mt and exports were 9 Mt" as two clauses, not as of "40 Mt and exports"."""
    lefts = [*verb.lefts]
    first = next((child for child in lefts if child.dep_ in ("aux", "auxpass")), verb)
    if first.tag_ not in FINITE or not first.i:
        return
    if any(child.dep_ in _SUBJECTS or child.dep_ == "mark" for child in (*lefts, *verb.rights)):
        return
    noun = first.nbor(-1)
    while noun.dep_ != "conj" and noun.head.i < first.i and noun.head.right_edge.i == first.i - 1:
        noun = noun.head
    opening = noun.left_edge.i
    if (
        noun.dep_ != "conj"
        or noun.pos_ not in ("NOUN", "PROPN")
        or opening < 1
        or noun.right_edge.i >= first.i
    ):
        return
    if verb.doc[opening - 1].dep_ != "cc" or noun.head.dep_ in _SUBJECTS:
        return
    passive = first.dep_ == "auxpass"
    noun.head, noun.dep_ = verb, "nsubjpass" if passive else "nsubj"
    verb.dep_ = "conj"


def _give_amount_to_what_is_before_charges(before: "Token") -> None:
    """Read "made a profit before tax of €5m" as a profit of so much, not as a tax of so much."""
    charges = load("measures")["adjusting"]["charges"]
    verb = before.head if before.dep_ == "mark" else None  # "profit before tax rose", read as a tax that rose
    subjects = () if verb is None else (child for child in verb.lefts if child.dep_ in _SUBJECTS)
    charge = next((child for child in (*before.rights, *subjects) if child.lemma_ in charges), None)
    if charge is None or not before.i or charge.i < before.i:
        return
    noun = before.nbor(-1)
    counted = noun.i > 0 and noun.nbor(-1).like_num  # "lost €3m before tax"
    told = noun.dep_ in ("conj", "ROOT") and noun.lower_ in _of_accounts()
    if told and verb is not None and charge.i == before.i + 1 and charge.head == verb:
        verb.dep_ = noun.dep_  # "it shut two shops and profit before tax rose"
        verb.head = verb if noun.dep_ == "ROOT" else verb.head
        noun.head, noun.dep_ = verb, "nsubj"
    if noun.pos_ != "NOUN" or counted or before.head not in (noun, noun.head):
        return
    before.head, before.dep_ = noun, "prep"
    charge.head, charge.dep_ = before, "pobj"
    told = noun.dep_ in _SUBJECTS and any(word.is_currency for word in before.doc[noun.head.i + 1 :])
    for word in [charge, *charge.conjuncts]:
        for of in word.rights:
            if of.lower_ in _BY_AMOUNT and not told and (of.nbor(1).is_currency or of.nbor(1).like_num):
                of.head = noun


@cache
def _of_accounts() -> frozenset[str]:
    nouns = load("frames")["nouns"]
    return frozenset({*nouns["of_firms"], *nouns["accounts"]})


@cache
def _lemmas() -> dict[str, str]:
    return dict(load("repairs")["lemmas"])


@cache
def _listed_forms() -> frozenset[int]:
    """Return the keys by which the parser knows the words whose ground form is listed."""
    from spacy.strings import get_string_id

    return frozenset(get_string_id(word) for word in _lemmas())


@cache
def _common_nouns() -> frozenset[str]:
    return frozenset(load("repairs")["common_nouns"])


def _give_elliptical_clause_its_subject(auxiliary: "Token") -> None:
    """Read "is a member of X and Y is not" as two clauses instead of "a member of X and Y"."""
    if auxiliary.i == 0 or any(child.dep_ in _SUBJECTS for child in auxiliary.children):
        return
    following = auxiliary.doc[auxiliary.i + 1 :]
    elliptical = not len(following) or following[0].lower_ in _NEGATIONS or following[0].is_punct
    noun = auxiliary.nbor(-1)
    if not elliptical or noun.dep_ != "conj" or noun.pos_ not in ("NOUN", "PROPN", "PRON"):
        return
    first = noun.head
    for link in list(first.children):
        if link.dep_ == "cc" and first.i < link.i < noun.i:
            link.head = auxiliary.head
    noun.head = auxiliary
    noun.dep_ = "nsubj"
