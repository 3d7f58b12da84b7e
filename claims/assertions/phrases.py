"""Predicates as a person would write them: with their complements, phrased positively, short."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claims.assertions.clauses import (
    SUBJECTS,
    auxiliaries,
    child,
    first_conjunct,
    is_existential,
    is_gerund_object,
    is_predicate,
    mark_of,
    own_subject,
)
from claims.assertions.nominals import DASHES, noun_phrase, text_of, tidy, without_brackets
from claims.polarity import (
    denial_with_object,
    denies_infinitive,
    denying_adjective,
    denying_words,
    is_mass,
    lacks,
    negators,
)
from claims.speech.speech_frames import words
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claims.tokens import Token

LONGEST_MEASURE = 14
_CONTRACTED = {
    "'s": "is",
    "'re": "are",
    "'ve": "have",
    "'ll": "will",
    "'d": "would",
    "'m": "am",
    "wo": "will",
    "ca": "can",
    "sha": "shall",
}


def clause_tokens(predicate: Token) -> list[Token]:
    """Return the tokens of a predicate and its complements, without subject and other assertions."""
    kept = [predicate]
    waiting = [item for item in predicate.children if _belongs(item, predicate)]
    while waiting:
        token = waiting.pop()
        kept.append(token)
        # The parse hangs the subject of a clause and what goes before it on the first auxiliary, too.
        own = token.dep_ in {"aux", "auxpass"} and token.head.i == predicate.i
        waiting.extend(
            item
            for item in token.children
            if not _is_aside(item, token) and not (own and not _belongs(item, predicate))
        )
    return sorted(kept, key=lambda token: token.i)


_OUTSIDE = frozenset({"mark", "intj", "parataxis", "preconj", "meta", "dep"})
_ADJUNCTS = frozenset({"prep", "advmod", "npadvmod", "advcl"})


def _belongs(item: Token, predicate: Token) -> bool:
    """Tell whether a child of a predicate is part of what is asserted."""
    if item.dep_ in SUBJECTS or item.dep_ in _OUTSIDE or (item.dep_ == "punct" and item.i < predicate.i):
        return False
    if item.dep_ == "conj" and (is_predicate(item) or item.pos_ == "VERB"):
        return False
    if item.dep_ == "cc":
        if item.i > predicate.i and child(item, "pcomp") is not None:
            return True
        others = [part for part in predicate.children if part.dep_ == "conj" and part.i > item.i]
        return bool(others) and others[0].pos_ not in {"VERB", "AUX"} and not item.i < predicate.i
    if _follows_colon(item, predicate):
        return False
    if item.dep_ == "advcl" and not (
        _is_purpose(item) or _is_embedded(item, predicate) or is_gerund_object(item)
    ):
        return False
    if item.dep_ in _ADJUNCTS and item.i < predicate.i:
        dated = any(part.ent_type_ in {"DATE", "TIME"} for part in (item, *item.children))
        if _is_fronted(item, predicate) or (dated and item.dep_ in {"prep", "npadvmod"}):
            return False
    if item.dep_ == "ccomp" and item.i < predicate.i and own_subject(item) is not None:
        return False
    if item.dep_ == "ccomp" and _is_closing_frame(item):
        return False
    if item.dep_ == "advmod" and item.lower_ in word_list("assertions", "beside", "connectives"):
        return False
    if (
        item.dep_ == "prep"
        and item.i > predicate.i
        and item.doc[item.i - 1].text == ","
        and item.i != predicate.i + 1
        and not _follows_addition(item, predicate)
    ):
        return False
    return not (item.dep_ == "prep" and item.lower_ in word_list("assertions", "beside", "references"))


def _follows_addition(item: Token, predicate: Token) -> bool:
    """Tell whether the comma before a word closes what is added to a name: "sold Berg, a winger, to Lund"."""
    place = item.doc[item.i - 2]
    while place.i > predicate.i and place.dep_ != "appos":
        place = place.head
    named = place.head
    return place.dep_ == "appos" and named.head.i == predicate.i and named.dep_ in {"dobj", "npadvmod"}


def _is_closing_frame(clause: Token) -> bool:
    """Tell whether a clause only says who said the one before it ("…, its operator insists")."""
    edge = clause.left_edge
    apart = edge.text == "," or (edge.i > 0 and edge.nbor(-1).text == ",")
    if not apart or clause.lemma_.lower() not in words("quoting_verbs"):
        return False
    return child(clause, "ccomp", "dobj", "xcomp", "acomp") is None


def _follows_colon(item: Token, predicate: Token) -> bool:
    """Tell whether a clause of its own follows after a colon or semicolon."""
    edge = item.left_edge.i
    return (
        item.i > predicate.i
        and is_predicate(item)
        and own_subject(item) is not None
        and edge > 0
        and item.doc[edge - 1].text in {":", ";"}
    )


def _is_purpose(clause: Token) -> bool:
    return (
        clause.tag_ == "VB"
        and any(item.lower_ == "to" for item in clause.children)
        and own_subject(clause) is None
    )


def _is_embedded(clause: Token, predicate: Token) -> bool:
    """Tell whether a temporal clause narrows what is asked for or done ("before it restores shipments")."""
    if clause.i < predicate.i:
        return False
    mark, lemma = mark_of(clause), predicate.lemma_.lower()
    if mark in {"when", "where", "why", "how"} and negators(predicate) and lemma in words("frame_verbs"):
        return True  # "has not said when it will open"
    return mark in {"before", "until"} or (mark == "when" and lemma in words("knowing_verbs"))


def _is_fronted(item: Token, predicate: Token) -> bool:
    """Tell whether an adjunct stands before the subject."""
    subject = own_subject(predicate)
    return subject is None or item.i < subject.i


def _is_aside(item: Token, token: Token) -> bool:
    """Tell whether a part of a complement is only said in passing: after a comma or in brackets."""
    edge = item.left_edge.i
    loose = item.i > token.i and edge > 0 and item.doc[edge - 1].lower_ in {",", "(", *DASHES}
    if item.dep_ == "appos":
        close = item.pos_ == "PROPN" and not loose  # "the chipmaker Pellworth"
        return not close and not any(part.dep_ == "cc" for part in (*item.children, *token.children))
    if item.dep_ in {"relcl", "acl", "advcl", "parataxis"} and loose:
        return True
    if item.dep_ == "advcl" and mark_of(item) in {"unless", "if", "lest"}:
        return True
    if item.dep_ == "advcl" and is_predicate(token) and item.i < token.i:
        return True
    return item.dep_ == "conj" and is_predicate(item) and own_subject(item) is not None


def predicate_phrase(predicate: Token, without: frozenset[int] = frozenset()) -> str:
    """Return the predicate with its complements, phrased positively, in at most 14 words.

    Args:
        predicate: The head of a clause.
        without: Places of tokens to leave out.

    Returns:
        "has accepted the offer" for "has not accepted the offer", "has capacity" for "lacks capacity".
    """
    if is_existential(predicate):
        return _existential(predicate)
    dropped = {item.i for item in negators(predicate)} | without
    for item in predicate.children:
        if item.dep_ in {"dobj", "attr"}:
            dropped.update(word.i for word in denying_words(item))
    dropped -= _articles(predicate).keys()
    dropped |= {
        place + 1 for place in dropped if predicate.doc[place + 1 : place + 2].text.lower() == "yet"
    }  # "has not yet ruled"
    if any(predicate.doc[place].lower_ == "longer" for place in dropped):
        dropped.update(place - 1 for place in list(dropped))
    tokens = [token for token in without_brackets(clause_tokens(predicate)) if token.i not in dropped]
    tokens.sort(key=lambda token: _place(token, predicate))
    return _joined(list(_positive_words(predicate, tokens)))


def _place(token: Token, predicate: Token) -> float:
    """Return where a word stands: a relative pronoun, for which its noun is put, behind the verb."""
    relative = token.tag_ in {"WDT", "WP"} and token.head.i == predicate.i
    return predicate.i + 0.5 if relative else token.i


def _articles(predicate: Token) -> dict[int, str]:
    """Return what stands for denying words: "has no plan" denies a plan, "did nothing" anything."""
    affirmed = load("polarity")["affirmed"]
    found = {word.i: "any" for word in negators(predicate) if word.lower_ == "no"}
    for item in predicate.children:
        for word in denying_words(item) if item.dep_ in {"dobj", "attr"} else ():
            if word.i == item.i and word.lower_ in affirmed:
                found[word.i] = affirmed[word.lower_]
            elif word.lower_ == "no" and item.lower_ == "one":
                found |= {word.i: "anyone", item.i: ""}
            elif word.lower_ == "no" and word.nbor(1).lower_ == "such":
                found[word.i] = "any"
            elif word.lower_ == "no" and item.tag_ == "NN" and not is_mass(item):
                found[word.i] = "an" if word.nbor(1).lower_[0] in "aeiou" else "a"
    return found


def _existential(predicate: Token) -> str:
    places = [
        item for item in predicate.children if item.dep_ in {"prep", "npadvmod"} and item.i > predicate.i
    ]
    return tidy("exists " + " ".join(text_of(item.subtree) for item in places))


def _positive_words(predicate: Token, tokens: list[Token]) -> Iterator[tuple[str, Token]]:
    """Yield the words of a predicate, each denying word replaced by what affirms it."""
    yield from _shared_auxiliaries(predicate)
    adjective = denying_adjective(predicate)
    instead = denial_with_object(predicate)
    swallowed = _swallowed(predicate)
    articles = _articles(predicate)
    for token in tokens:
        if token.i in articles:
            yield articles[token.i], token
        elif adjective is not None and token.i == adjective.i:
            yield load("polarity")["adjectives"][token.lower_], token
        elif instead is not None and token.i == predicate.i:
            yield _inflected(instead, predicate), token
        elif token.i in swallowed:
            if token.i == predicate.i and denies_infinitive(predicate):
                kept = load("polarity")["verbs_with_infinitive"][predicate.lemma_.lower()]
                if kept:
                    yield _inflected(kept, predicate), token
        elif token.tag_ in {"WDT", "WP"} and token.head.i == predicate.i and predicate.dep_ == "relcl":
            if token.dep_ == "dobj":
                yield noun_phrase(predicate.head, 6, predicate), predicate.head
        elif token.lower_ == "without" and token.head.i == predicate.i and lacks(predicate):
            yield "with", token
        elif token.dep_ in {"aux", "auxpass"} or token.i == predicate.i:
            yield _CONTRACTED.get(token.lower_, token.text), token
        else:
            yield token.text, token


def _shared_auxiliaries(predicate: Token) -> Iterator[tuple[str, Token]]:
    """Yield the auxiliaries that a coordinated predicate shares with the one before."""
    first = first_conjunct(predicate)
    if first.i == predicate.i or auxiliaries(predicate) or own_subject(predicate) is not None:
        return
    if predicate.tag_ not in {"VBN", "VBG", "VB", "VBD"} or predicate.tag_ != first.tag_:
        return
    for item in auxiliaries(first):
        if not (predicate.tag_ == "VBD" and item.tag_ == "MD"):
            yield _CONTRACTED.get(item.lower_, item.text), item


def _swallowed(predicate: Token) -> set[int]:
    """Return the places of a verb that only denies its infinitive, with its auxiliaries and "to"."""
    yet = any(item.lower_ == "yet" for item in negators(predicate))
    infinitive = child(predicate, "xcomp", "ccomp")
    if infinitive is None or not (yet or denies_infinitive(predicate)):
        return set()
    found = {predicate.i, *(item.i for item in auxiliaries(predicate))}
    return found | {item.i for item in infinitive.children if item.lower_ == "to" and item.i < infinitive.i}


_IRREGULAR = {
    "have": ("has", "had", "having"),
    "admit": ("admits", "admitted", "admitting"),
    "agree": ("agrees", "agreed", "agreeing"),
}


def _inflected(verb: str, like: Token) -> str:
    """Return a verb of the vocabulary in the form of the one it replaces."""
    head, _, rest = verb.partition(" ")
    stem = head.removesuffix("e")
    third, past, participle = _IRREGULAR.get(head, (head + "s", stem + "ed", stem + "ing"))
    form = {"VBZ": third, "VBD": past, "VBN": past, "VBG": participle}.get(like.tag_, head)
    return f"{form} {rest}".strip()


def _joined(words: list[tuple[str, Token]]) -> str:
    """Join words to a phrase, cut after the last complete part that keeps it short."""
    parts: list[str] = []
    last: Token | None = None
    count = ends = 0
    said = {token.i for _, token in words}
    for word, token in words:
        if token.text == "," and not {token.i - 1, token.i + 1} <= said:
            continue  # what it parts from the rest is left out
        count += not token.is_punct
        if count > LONGEST_MEASURE:
            break
        if last is not None and (token.i != last.i + 1 or last.whitespace_):
            parts.append(" ")
        parts.append(word)
        last = token
        if _may_end(token):
            ends = len(parts)
    phrase = tidy(tidy("".join(parts if count <= LONGEST_MEASURE else parts[:ends])).rstrip("."))
    phrase = re.sub(r"^(?:to|do) (?=\w)", "", phrase)
    return re.sub(r"^does (\w+)", lambda match: _third_person(match[1]), phrase)


def _may_end(token: Token) -> bool:
    """Tell whether a phrase that has to be cut may end here, not in "on Oct", "for £" or "a 15"."""
    if token.is_punct or token.is_currency or token.dep_ in _OPEN_ENDS:
        return False
    behind = token.doc.tokens[token.i + 1 : token.i + 2]
    tied = bool(behind) and not token.whitespace_ and behind[0].text in ("-", "–")
    return not tied and not any(item.dep_ == "nummod" for item in token.rights)


_OPEN_ENDS = frozenset(
    {
        "prep",
        "det",
        "cc",
        "mark",
        "aux",
        "auxpass",
        "amod",
        "compound",
        "poss",
        "case",
        "nmod",
        "nummod",
        "nsubj",
    }
    | {"nsubjpass"}
)


def _third_person(verb: str) -> str:
    irregular = {"have": "has", "do": "does", "go": "goes", "be": "is"}
    if verb in irregular:
        return irregular[verb]
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(?:s|sh|ch|x|z)$", verb) else "s")
