"""Phrases as a person would write them: names without determiners, predicates phrased positively."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from claims.clauses import (
    CLAUSAL,
    SUBJECTS,
    auxiliaries,
    child,
    first_conjunct,
    is_existential,
    is_predicate,
    own_subject,
)
from claims.modality import (
    denial_with_object,
    denies_infinitive,
    denying_adjective,
    denying_words,
    negators,
)
from claims.vocabulary import load

LONGEST_NAME = 10
LONGEST_MEASURE = 14

_DETERMINERS = frozenset(
    {"the", "a", "an", "this", "that", "these", "those", "such", "no", "any", "both", "all", "neither"}
)
_CLAUSES = frozenset({"relcl", "acl", "advcl", "appos", "parataxis", "ccomp", "csubj"})
_QUOTES = frozenset({'"', "''", "``", "(", ")", "[", "]"})
_LOOSE = re.compile(r"\s+([,.;:%)\]]|'s\b|n't\b)|([(\[$€£₹])\s+")
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


def text_of(tokens: Iterable[Token]) -> str:
    """Return tokens as text: their own spacing where they adjoin, one space elsewhere."""
    parts: list[str] = []
    last: Token | None = None
    for token in tokens:
        if last is not None and (token.i != last.i + 1 or last.whitespace_):
            parts.append(" ")
        parts.append(token.text)
        last = token
    return " ".join("".join(parts).split()).strip(" ,;:-–—")


def subtree(token: Token, without: frozenset[str] = frozenset()) -> list[Token]:
    """Return a token and what depends on it, in order, leaving out children with some labels."""
    found = [token]
    for item in token.children:
        if item.dep_ not in without:
            found.extend(item.subtree)
    return sorted(found, key=lambda item: item.i)


def noun_tokens(head: Token, longest: int = LONGEST_NAME) -> list[Token]:
    """Return the tokens of a noun phrase without determiners, brackets, clauses and appositions.

    Args:
        head: The head of the phrase.
        longest: How many words it may have; what comes last is left out beyond.
    """
    if is_predicate(head) and head.dep_ in {"csubj", "csubjpass", "xcomp", "pcomp"}:
        return subtree(head)[:longest]
    kept = _noun_parts(head)
    kept = _without_brackets(sorted(kept, key=lambda item: item.i))
    while (
        kept
        and kept[0].i < head.i
        and (kept[0].lower_ in _DETERMINERS or kept[0].is_punct or kept[0].dep_ in {"preconj", "cc"})
    ):
        kept.pop(0)
    return _shortened(kept, head, longest)


def _noun_parts(head: Token) -> list[Token]:
    kept = [head]
    for item in head.children:
        if item.dep_ in _CLAUSES or item.dep_ == "neg":
            if item.dep_ == "acl" and item.i == head.i + 1 and item.tag_ in {"VBG", "VBN"}:
                kept.extend(subtree(item, without=frozenset({"advcl", "ccomp"})))
            continue
        if item.dep_ in {"conj", "prep", "nmod"} or item.i < head.i:
            kept.extend(_noun_parts(item))
        elif item.dep_ in {
            "cc",
            "punct",
            "pobj",
            "case",
            "nummod",
            "amod",
            "pcomp",
            "advmod",
            "quantmod",
            "compound",
            "npadvmod",
        }:
            kept.extend(item.subtree)
    return kept


def _without_brackets(tokens: list[Token]) -> list[Token]:
    kept, depth = [], 0
    for token in tokens:
        if token.text in {"(", "["}:
            depth += 1
        if not depth and token.text not in {'"', "''", "``"}:
            kept.append(token)
        if token.text in {")", "]"}:
            depth = max(0, depth - 1)
    return kept


def _shortened(tokens: list[Token], head: Token, longest: int) -> list[Token]:
    """Cut a phrase at the last boundary between its parts that keeps it short."""
    words = [token for token in tokens if not token.is_punct]
    if len(words) <= longest:
        return _trimmed(tokens)
    kept: list[Token] = []
    count = 0
    for token in tokens:
        count += not token.is_punct
        if count > longest:
            break
        kept.append(token)
    while len(kept) > 1 and kept[-1].i > head.i and kept[-1].dep_ not in {"pobj", "conj", "dobj"}:
        kept.pop()
    return _trimmed(kept)


def _trimmed(tokens: list[Token]) -> list[Token]:
    while tokens and (
        tokens[-1].is_punct
        or (tokens[-1].dep_ in {"cc", "prep", "det", "case", "mark"}
        and tokens[-1].lower_ != "'s")
    ):
        if tokens[-1].text == "%":
            break
        tokens = tokens[:-1]
    while tokens and tokens[0].is_punct:
        tokens = tokens[1:]
    return tokens


def noun_phrase(head: Token, longest: int = LONGEST_NAME) -> str:
    """Return a noun phrase as written, without determiner, brackets, clauses and appositions."""
    words = text_of(noun_tokens(head, longest))
    return words[:-2].rstrip() if words.endswith("'s") else words


def clause_tokens(predicate: Token) -> list[Token]:
    """Return the tokens of a predicate and its complements, without subject and other assertions."""
    kept = [predicate]
    for item in predicate.children:
        if item.dep_ in SUBJECTS and not (is_existential(predicate) and item.dep_ in {"attr", "dobj"}):
            continue
        if (
            item.dep_ in {"mark", "cc", "intj", "parataxis", "preconj", "meta", "discourse", "dep"}
            or (item.dep_ == "punct"
            and item.i < predicate.i)
        ):
            continue
        if item.dep_ == "conj" and (is_predicate(item) or item.pos_ == "VERB"):
            continue
        if item.dep_ == "advcl" and not _is_purpose(item):
            continue
        if (
            item.dep_ in {"prep", "advmod", "npadvmod"}
            and item.i < predicate.i
            and _is_fronted(item, predicate)
        ):
            continue
        if item.dep_ == "prep" and item.lower_ in {
            "according",
            "including",
            "following",
            "compared",
            "given",
        }:
            continue
        if item.dep_ == "ccomp" and item.i < predicate.i:
            continue
        kept.extend(_complement(item))
    return sorted(kept, key=lambda token: token.i)


def _is_purpose(clause: Token) -> bool:
    return (
        clause.tag_ == "VB"
        and any(item.lower_ == "to" for item in clause.children)
        and own_subject(clause) is None
    )


def _is_fronted(item: Token, predicate: Token) -> bool:
    """Tell whether an adjunct stands before the subject."""
    subject = own_subject(predicate)
    return subject is None or item.i < subject.i


def _complement(item: Token) -> list[Token]:
    """Return a complement without the clauses that hang on it after a comma, and without brackets."""
    kept = [item]
    for part in item.children:
        loose = part.i > item.i and part.doc[part.left_edge.i - 1].lower_ in {",", "-", "--", "–", "—", "("}
        if part.dep_ in {"relcl", "acl", "appos", "advcl", "parataxis"} and (loose or part.dep_ == "appos"):
            continue
        if part.dep_ == "conj" and is_predicate(part) and own_subject(part) is not None:
            continue
        kept.extend(_complement(part))
    return kept


def predicate_phrase(predicate: Token) -> str:
    """Return the predicate with its complements, phrased positively, in at most 14 words.

    Args:
        predicate: The head of a clause.

    Returns:
        "has accepted the offer" for "has not accepted the offer", "has capacity" for "lacks capacity".
    """
    if is_existential(predicate):
        return _existential(predicate)
    tokens = _without_brackets(clause_tokens(predicate))
    dropped = {item.i for item in negators(predicate)}
    for item in predicate.children:
        dropped.update(
            word.i for word in denying_words(item) if item.dep_ in {"dobj", "attr", "nsubj", "nsubjpass"}
        )
    if any(predicate.doc[place].lower_ == "longer" for place in dropped):
        dropped.update(place - 1 for place in list(dropped))
    words = list(_positive_words(predicate, [token for token in tokens if token.i not in dropped]))
    return _joined(words)


def _existential(predicate: Token) -> str:
    tokens = [
        token
        for item in predicate.children
        if item.dep_ in {"prep", "npadvmod"} and item.i > predicate.i
        for token in item.subtree
    ]
    place = text_of(sorted(tokens, key=lambda token: token.i))
    return f"exists {place}".strip()


def _positive_words(predicate: Token, tokens: list[Token]) -> Iterator[tuple[str, Token]]:
    adjective = denying_adjective(predicate)
    instead = denial_with_object(predicate)
    drops_verb = denies_infinitive(predicate)
    yet = any(item.lower_ == "yet" for item in negators(predicate))
    auxiliary = first_auxiliary(predicate)
    if auxiliary is not None and auxiliary.i not in {token.i for token in tokens}:
        yield _CONTRACTED.get(auxiliary.lower_, auxiliary.text), auxiliary
        if predicate.tag_ == "VBN" and auxiliary.lemma_ == "have" and _shares_passive(predicate):
            yield "been", auxiliary
    for token in tokens:
        if adjective is not None and token.i == adjective.i:
            yield load("polarity")["adjectives"][token.lower_], token
        elif instead is not None and token.i == predicate.i:
            yield _inflected(instead, predicate), token
        elif (drops_verb or yet) and _precedes_infinitive(token, predicate):
            if drops_verb and token.i == predicate.i:
                kept = load("polarity")["verbs_with_infinitive"][predicate.lemma_.lower()].removesuffix(" to")
                if kept:
                    yield _inflected(kept, predicate), token
                    yield "to", token
        elif token.dep_ in {"aux", "auxpass"} or token.i == predicate.i:
            yield _CONTRACTED.get(token.lower_, token.text), token
        else:
            yield token.text, token


def first_auxiliary(predicate: Token) -> Token | None:
    """Return the auxiliary that a coordinated predicate shares with the one before, where it has none."""
    first = first_conjunct(predicate)
    if first.i == predicate.i or auxiliaries(predicate) or own_subject(predicate) is not None:
        return None
    shared = auxiliaries(first)
    if not shared or predicate.tag_ not in {"VBN", "VBG", "VB"} or predicate.tag_ != first.tag_:
        return None
    return shared[0]


def _shares_passive(predicate: Token) -> bool:
    return any(item.dep_ == "auxpass" for item in first_conjunct(predicate).children)


def _precedes_infinitive(token: Token, predicate: Token) -> bool:
    infinitive = child(predicate, "xcomp", "ccomp")
    if infinitive is None:
        return False
    if token.i == predicate.i or (token.dep_ in {"aux", "auxpass"} and token.head.i == predicate.i):
        return True
    return token.lower_ == "to" and token.head.i == infinitive.i


def _inflected(verb: str, like: Token) -> str:
    """Return a verb of the vocabulary in the form of the one it replaces, as far as that form is regular."""
    head, _, rest = verb.partition(" ")
    irregular = {"have": ("has", "had", "having"), "meet": ("meets", "met", "meeting")}
    if head in irregular:
        third, past, participle = irregular[head]
    else:
        stem = head.removesuffix("e")
        third, past, participle = head + "s", stem + "ed", stem + "ing"
    form = {"VBZ": third, "VBD": past, "VBN": past, "VBG": participle}.get(like.tag_, head)
    return f"{form} {rest}".strip()


def _joined(words: list[tuple[str, Token]]) -> str:
    parts: list[str] = []
    last: Token | None = None
    count = 0
    ends = 0
    for word, token in words:
        count += not token.is_punct
        if count > LONGEST_MEASURE:
            break
        if last is not None and (token.i != last.i + 1 or last.whitespace_ or token.i == last.i):
            parts.append(" ")
        parts.append("" if token.text in _QUOTES else word)
        last = token
        if token.dep_ not in {"prep", "det", "cc", "mark", "aux", "amod", "compound", "poss", "case", "nmod"}:
            ends = len(parts)
    kept = parts if count <= LONGEST_MEASURE else parts[:ends]
    phrase = " ".join("".join(kept).split()).strip(" ,;:-–—.")
    return re.sub(r"^do(?:es)?\s+(\w+)", _third_person, phrase) if phrase.startswith("does ") else phrase


def _third_person(match: re.Match[str]) -> str:
    verb = match[1]
    irregular = {"have": "has", "do": "does", "go": "goes", "be": "is"}
    if verb in irregular:
        return irregular[verb]
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ies"
    return verb + ("es" if re.search(r"(?:s|sh|ch|x|z)$", verb) else "s")


__all__ = ["CLAUSAL", "clause_tokens", "noun_phrase", "noun_tokens", "predicate_phrase", "subtree", "text_of"]
