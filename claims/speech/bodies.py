"""Bodies that a text names anywhere: whom "the union" or "the operator" means where only one can be meant."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from claims.assertions.clauses import child
from claims.assertions.nominals import is_bracketed, named_by_apposition, noun_tokens, text_of
from claims.speech.speech_frames import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from claims.tokens import Span, Token

_PART = frozenset({"compound", "nmod"})
_ACTS = frozenset({"nsubj", "nsubjpass", "poss"})
_PLACING = frozenset({"in", "at", "near"})
_LONGEST = 12
_ACRONYM = re.compile(r"[A-Z][A-Za-z&.-]{1,9}")


class Bodies:
    """The bodies of a whole text by the noun that they are taken up with, before or after they are named.

    Args:
        spans: The sentences of the text, in order.
        firms: Words of the names of firms, whatever the parse takes them for.
    """

    def __init__(self, spans: Iterable[Span], firms: Set[str] = frozenset()) -> None:
        self._known_firms = firms
        self._named: dict[str, set[str]] = {}
        self._full: dict[str, str] = {}
        self._firms: dict[str, str] = {}  # first word -> the fullest name that begins with it
        words_used: Counter[str] = Counter()
        for span in spans:
            for token in span:
                words_used[token.text] += 1 + (token.dep_ in _ACTS)
                if token.pos_ == "PROPN" and token.dep_ not in _PART:
                    self._learn_name(token)
                elif token.pos_ == "NOUN" and token.lower_ in _nouns():
                    self._learn_role(token)
        acronyms = {full.rpartition("(")[2].rstrip(")") for full in self._full.values() if "(" in full}
        named = {first: name for first, name in self._firms.items() if name not in acronyms}
        self._ranked = Counter({name: words_used[first] for first, name in named.items()}).most_common(2)

    def _learn_name(self, head: Token) -> None:
        """Know "the Dock and Transport Union" as a union, and a firm by its name."""
        placed = (
            head.dep_ == "pobj"
            and head.head.lower_ in _PLACING
            and head.head.head.lemma_ not in words("held")
        )
        public = (words("speaker_nouns") | words("public_bodies")) - words("firms")
        if self.is_body(head) and not placed and head.lower_ not in public:
            self._see_firm(head)
        if head.lower_ in _nouns() and len(tokens := noun_tokens(head, _LONGEST)) > 1:
            proper = all(item.pos_ in {"PROPN", "ADP", "CCONJ", "DET", "PUNCT", "PART"} for item in tokens)
            if proper and tokens[-1].i == head.i:
                self._add(head.lower_, text_of(tokens), with_acronym(head, text_of(tokens)))

    def _learn_role(self, role: Token) -> None:
        """Know whom "the operator" means: "the operator, Ostlin Terminals", or the name before it."""
        name = named_by_apposition(role)
        if name is None and role.dep_ == "appos" and role.head.pos_ == "PROPN":
            name = role.head
        if name is not None and name.ent_type_ not in {"PERSON", "DATE", "NORP"}:
            words_of = text_of(noun_tokens(name, _LONGEST))
            self._add(role.lower_, words_of, with_acronym(name, words_of))

    def _add(self, noun: str, name: str, full: str) -> None:
        self._named.setdefault(noun, set()).add(name)
        self._full[name] = max(full, self._full.get(name, ""), key=len)

    def _see_firm(self, head: Token) -> None:
        """Note a firm under its fuller name: "Pell" with "Pell Marine"."""
        tokens = [item for item in noun_tokens(head, _LONGEST) if item.pos_ == "PROPN"]
        name = text_of(tokens)
        if not name or name.lower() in words("firms"):
            return  # "the Group"
        first = tokens[0].text
        self._firms[first] = max(self._firms.get(first, ""), name, key=len)

    def is_body(self, name: Token) -> bool:
        """Tell whether a name is that of a body, also where the parse takes a firm for a person or a place.

        Args:
            name: The head of the name.
        """
        return name.ent_type_ == "ORG" or name.text in self._known_firms

    def is_person(self, name: Token) -> bool:
        """Tell whether a name is that of a person and of no firm.

        Args:
            name: The head of the name.
        """
        return name.ent_type_ == "PERSON" and name.text[0].isupper() and name.text not in self._known_firms

    @property
    def firm(self) -> str | None:
        """The firm that the text names and lets act most often, or None where no one stands out."""
        names = [name for name, often in self._ranked if often == self._ranked[0][1]]
        return names[0] if len(names) == 1 else None

    def meant(self, noun: str) -> str | None:
        """Return the only body of the text that a noun can mean, or None.

        Args:
            noun: A noun in lower case: "union".
        """
        found = self._named.get(noun)
        return self._full[next(iter(found))] if found is not None and len(found) == 1 else None


def acronym_of(head: Token) -> str | None:
    """Return the acronym that stands in brackets behind a name, or None.

    Args:
        head: The head of the name.
    """
    for item in head.children:
        if (
            item.dep_ == "appos"
            and is_bracketed(item)
            and _ACRONYM.fullmatch(item.text)
            and sum(map(str.isupper, item.text)) > 1
        ):
            return item.text
    follower = head.i + 1
    if (
        follower + 2 < len(head.doc)
        and head.doc[follower].text == "("
        and head.doc[follower + 2].text[0] == ")"
    ):
        word = head.doc[follower + 1].text
        return word if _ACRONYM.fullmatch(word) and sum(map(str.isupper, word)) > 1 else None
    return None


def with_acronym(head: Token, name: str) -> str:
    """Return a name with its acronym behind it, where the text gives one there.

    Args:
        head: The head of the name.
        name: The name.
    """
    acronym = acronym_of(head)
    return f"{name} ({acronym})" if acronym else name


@cache
def _nouns() -> frozenset[str]:
    return (words("speaker_nouns") | words("firms") | words("voices")) - words("person_nouns")


@cache
def _found() -> re.Pattern[str]:
    return re.compile(rf"^(.*\b(?:{'|'.join(words('inquiries'))})) (?:found|shows?|showed)\b.*$")


def without_finding(name: str) -> str:
    """Return a speaker without what the parse takes for its own: "a Reuters survey [found on Tuesday]"."""
    return _found().sub(r"\1", name)


def issuer_of_data(head: Token) -> Token | None:
    """Return whose the data or the report is that shows something, or None.

    "Data published by the port", "a count by the port, Elm", "the report that the regulator released".

    Args:
        head: The head of the phrase that is referred to.
    """
    lemma = head.lemma_.lower()
    if lemma not in (words("issued") | words("documents")) - words("asking"):
        return None  # "a survey by the union" speaks for itself
    issued = next((it for it in head.rights if _is_issued(it)), None)
    maker = child(issued, "nsubj") if issued is not None and issued.dep_ == "relcl" else None
    if maker is None:
        by = next((it for it in (issued or head).rights if it.lower_ == "by"), None)
        maker = child(by, "pobj") if by is not None else None
    if maker is None or maker.pos_ not in {"NOUN", "PROPN"}:
        return None
    return named_by_apposition(maker) or maker


def _is_issued(clause: Token) -> bool:
    """Read "data published by the port" and "the report that the port published"."""
    return clause.dep_ in {"acl", "relcl"} and clause.lemma_ in words("issuing_verbs")
