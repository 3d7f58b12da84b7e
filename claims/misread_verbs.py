"""Repairs of verbs that the parser takes for nouns: "the 30 Mt that they forecast", "1,400 lie in tents"."""

from functools import cache
from typing import TYPE_CHECKING

from claims.tokens import FINITE
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_SEVERAL = frozenset({"NNS", "CD"})


def read_noun_as_verb(word: "Token") -> None:
    """Read "The sirens did sound", "Half the farms lie there" and "1,400 lie in tents" as what they do.

    Args:
        word: The head of a clause, a noun for the parse.
    """
    number = word.nbor(-1) if word.i else word
    if any(child.dep_ == "aux" and child.lemma_ == "do" for child in word.lefts):
        word.pos_, word.tag_ = "VERB", "VB"
    elif word.dep_ == "ROOT" and any(
        child.dep_ == "nsubj" and child.tag_ in _SEVERAL for child in word.lefts
    ):
        word.pos_, word.tag_ = "VERB", "VBP"
    elif (
        number.dep_ == "nummod"
        and number.head == word
        and word.lower_ in word_list("counted", "chunk", "deeds")
    ):
        word.pos_, word.tag_, number.dep_ = "VERB", "VBP", "nsubj"


def give_verb_the_noun_before_it(verb: "Token") -> None:
    """Read "As they say, the plain loaf costs €9" as of the loaf: verbs are no part of a name.

    Args:
        verb: A verb in a finite form, of which the parse makes the noun before it a part.
    """
    noun = verb.nbor(-1)
    if verb.pos_ != "VERB" or noun.head != verb or noun.pos_ not in ("NOUN", "PROPN"):
        return
    if any(child.dep_ in _SUBJECTS for child in verb.children):
        return
    for child in list(verb.lefts):
        if child.dep_ in ("det", "amod", "compound", "poss", "nummod") and child != noun:
            child.head = noun
    noun.dep_ = "nsubj"


def read_past_as_infinitive(verb: "Token") -> None:
    """Read "will close a pit and cut 90 jobs" as what is to be done: "cut" and "cost" have one form only.

    Args:
        verb: A verb that goes on with another, in the past for the parse.
    """
    first = verb.head
    if verb.lower_ == "lay" and any(child.dep_ == "prt" for child in verb.rights):
        verb.lemma_ = "lay"  # nobody lies off
    if verb.lower_ != verb.lemma_ or any(
        child.dep_ in (*_SUBJECTS, "aux", "auxpass") for child in verb.lefts
    ):
        return
    modal = any(child.dep_ == "aux" and child.tag_ == "MD" for child in first.lefts)
    if modal and first.tag_ == "VB":
        verb.tag_ = "VB"


def read_start_as_a_verb(token: "Token") -> None:
    """Read "Rents in the district start at €900" as a clause where the parser sees a "district start".

    Args:
        token: "start", "stands" or the like, a noun for the parse.
    """
    noun, amount = token.nbor(-1), token.nbor(2)
    if token.nbor(1).lower_ not in ("at", "from") or not (amount.is_currency or amount.like_num):
        return
    if any(word.tag_ in FINITE for word in token.doc):
        return
    if token.dep_ == "pobj" and noun.dep_ == "compound" and token.head.head.dep_ == "ROOT":
        root = token.head.head
        noun.head, noun.dep_ = token.head, "pobj"
        for word in [*token.lefts]:
            word.head = noun if word.i < noun.i else word.head
        token.head, token.dep_, root.dep_ = token, "ROOT", "nsubj"
        for word in [root, *(child for child in root.rights if child.i > token.i)]:
            word.head = token
    elif token.dep_ != "ROOT" or not any(child.dep_ in _SUBJECTS for child in token.children):
        return
    token.pos_, token.tag_, token.lemma_ = "VERB", "VBP", token.lower_.removesuffix("s")


def read_number_as_a_verb(token: "Token") -> None:
    """Read "The boats number 40" as a clause where the parser sees a "boats number 40".

    Args:
        token: "number", where the parse takes it for the noun that a sentence is about.
    """
    figure = next((child for child in token.rights if child.dep_ == "nummod"), None)
    many = next(
        (
            child
            for child in token.lefts
            if child.tag_ == "NNS" or child.lower_ in word_list("counted", "chunk", "people")
        ),
        None,
    )
    if figure is None or many is None or any(word.tag_ in FINITE for word in token.doc):
        return
    for word in token.lefts:
        if word.i < many.i:
            word.head = many
    many.dep_, many.pos_, many.tag_ = "nsubj", "NOUN", "NNS"
    figure.dep_ = "dobj"
    token.pos_, token.tag_ = "VERB", "VBP"


def read_forecast_as_a_verb(pronoun: "Token") -> None:
    """Read "the 30 Mt that the guild forecast last summer" as a relative clause.

    Args:
        pronoun: "that" or "which".
    """
    doc, antecedent = pronoun.doc, pronoun.nbor(-1)
    verb = next(
        (token for token in doc[pronoun.i + 1 : pronoun.i + 7] if token.lower_ in _verbs_like_nouns()), None
    )
    if verb is None or verb.tag_ != "NN" or antecedent.pos_ not in ("NOUN", "PROPN", "NUM"):
        return
    between = doc[pronoun.i + 1 : verb.i]
    if any(token.pos_ in ("VERB", "AUX", "PUNCT", "ADP") or token.tag_ == "POS" for token in between):
        return
    is_subject = verb.dep_ in _SUBJECTS and verb.head.i > verb.i
    if is_subject or not any(token.pos_ in ("NOUN", "PROPN") for token in between):
        return
    subject = between[-1]
    verb.head, verb.dep_, verb.pos_, verb.tag_, verb.lemma_ = antecedent, "relcl", "VERB", "VBD", verb.lower_
    pronoun.head, pronoun.dep_ = verb, "dobj"
    subject.head, subject.dep_ = verb, "nsubj"
    for token in list(verb.lefts):
        if token.dep_ == "det":
            token.head = subject


@cache
def _verbs_like_nouns() -> frozenset[str]:
    return frozenset(load("repairs")["verbs_like_nouns"])
