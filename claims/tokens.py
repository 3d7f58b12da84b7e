"""The parse of a sentence as plain Python objects: what spaCy found, read once and then fast to look at.

The names and meanings are those of spaCy's ``Doc``, ``Span`` and ``Token``, of which these are the part that
reading claims needs. A rule looks at a word's label or lemma dozens of times; spaCy looks each up anew in
its store of strings, a plain attribute costs next to nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, overload

from claims.token_forms import Form, forms_of, strings_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    import spacy.tokens

_READ: list[int | str] = ["ORTH", "SPACY", "HEAD", "LEMMA", "POS", "TAG", "DEP", "ENT_TYPE"]
# Tags (Penn Treebank) of verbs that can carry a clause.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Of a word where it stands: lemma, part of speech, tag, label, kind of name.
_Reading = tuple[str, str, str, str, str]


def _signed(number: int) -> int:
    """Return a distance that stands in an array of unsigned numbers."""
    return number - 2**64 if number >= 2**63 else number


def _as_tree(heads: list[int]) -> list[int]:
    """Return the heads without circles, so that every token depends on a root in the end.

    What one repair of a parse moves may be what another hung it on; the token that closes a circle becomes a
    root, and nothing that follows the heads runs for ever.
    """
    walked = [-1] * len(heads)
    for start in range(len(heads)):
        place = start
        while walked[place] < 0:
            walked[place] = start
            place = heads[place]
        if walked[place] == start and heads[place] != place:
            heads[place] = place
    return heads


class Token:
    """A word or sign of a sentence.

    Attributes:
        doc: The sentence that it stands in.
        i: Its place among the tokens.
        idx: The offset of its first character in the sentence.
        text: The word as written; ``lower_`` in small letters, ``lemma_`` in its ground form.
        pos_: Part of speech (Universal Dependencies); ``tag_`` that of the Penn Treebank.
        dep_: How it depends on its ``head``; that of the root is "ROOT" and its head itself.
        ent_type_: The kind of name that it is part of, or "".
        whitespace_: The space behind it, or "".
        children: What depends on it, in order; ``lefts`` and ``rights`` the parts before and behind it.
    """

    __slots__ = (
        "_depth",
        "_subtree",
        "children",
        "dep_",
        "doc",
        "ent_type_",
        "head",
        "i",
        "idx",
        "is_alpha",
        "is_currency",
        "is_digit",
        "is_punct",
        "is_quote",
        "is_space",
        "lefts",
        "lemma_",
        "like_num",
        "lower_",
        "pos_",
        "rights",
        "tag_",
        "text",
        "whitespace_",
    )

    def __init__(self, doc: Doc, place: int, start: int, form: Form, read: _Reading, space: str) -> None:
        self.doc = doc
        self.i = place
        self.idx = start
        (
            self.text,
            self.lower_,
            self.is_alpha,
            self.is_currency,
            self.is_digit,
            self.is_punct,
            self.is_quote,
            self.is_space,
            self.like_num,
        ) = form
        self.lemma_, self.pos_, self.tag_, self.dep_, self.ent_type_ = read
        self.whitespace_ = space
        self.head = self
        self.children: tuple[Token, ...] = ()
        self.lefts: tuple[Token, ...] = ()
        self.rights: tuple[Token, ...] = ()
        self._depth = -1
        self._subtree: tuple[Token, ...] | None = None

    def __len__(self) -> int:
        """Return the number of characters."""
        return len(self.text)

    def __repr__(self) -> str:
        """Return the word itself."""
        return self.text

    def nbor(self, distance: int = 1) -> Token:
        """Return the token that stands so many places behind, or before if negative.

        Raises:
            IndexError: The sentence has none there.
        """
        place, tokens = self.i + distance, self.doc.tokens
        if not 0 <= place < len(tokens):
            raise IndexError(place)
        return tokens[place]

    @property
    def is_sent_start(self) -> bool:
        """Whether it opens the sentence."""
        return self.i == 0

    @property
    def subtree(self) -> tuple[Token, ...]:
        """The token with all that depends on it, in order."""
        if self._subtree is None:
            if not self.children:
                self._subtree = (self,)
                return self._subtree
            left = chain.from_iterable([child.subtree for child in self.lefts])
            right = chain.from_iterable([child.subtree for child in self.rights])
            self._subtree = (*left, self, *right)
        return self._subtree

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        return min(self.subtree, key=_place) if self.children else self

    @property
    def right_edge(self) -> Token:
        """The last token of the subtree."""
        return max(self.subtree, key=_place) if self.children else self

    @property
    def ancestors(self) -> Iterator[Token]:
        """The tokens that it depends on, the nearest first."""
        token = self
        while token.head is not token:
            token = token.head
            yield token

    def depth(self) -> int:
        """Return how many tokens it depends on, one through the other."""
        if self._depth < 0:
            self._depth = 0 if self.head is self else self.head.depth() + 1
        return self._depth

    def is_ancestor(self, other: Token) -> bool:
        """Tell whether the other token depends on this one, directly or not."""
        return any(token is self for token in other.ancestors)


class Span:
    """Tokens that follow one another.

    Attributes:
        doc: The sentence that they stand in.
        start: Place of the first token.
        end: Place behind the last.
    """

    __slots__ = ("_tokens", "doc", "end", "start")

    def __init__(self, doc: Doc, start: int, end: int) -> None:
        self.doc, self.start, self.end = doc, start, end
        self._tokens = doc.tokens[start:end]

    def __iter__(self) -> Iterator[Token]:
        """Walk through the tokens."""
        return iter(self._tokens)

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self._tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        """Return a token by its place in the span, or a part of the span."""
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self._tokens))
            return Span(self.doc, self.start + start, self.start + max(start, end))
        return self._tokens[place]

    @property
    def text(self) -> str:
        """The words as written."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def start_char(self) -> int:
        """The offset of the first character in the sentence."""
        return self._tokens[0].idx if self._tokens else 0

    @property
    def end_char(self) -> int:
        """The offset behind the last character in the sentence."""
        return self._tokens[-1].idx + len(self._tokens[-1].text) if self._tokens else 0

    @property
    def root(self) -> Token:
        """The token nearest to the root of the sentence, the first of several; no mark if there is a word."""
        if len(self._tokens) == 1:
            return self._tokens[0]
        top = next((token for token in self._tokens if token.head is token), None)
        return top if top is not None else min(self._tokens, key=_distance)


class Doc:
    """A parsed sentence.

    Attributes:
        tokens: Its words and signs.
        text: The sentence.
        is_parsed: Whether it was parsed, or only divided into words.
    """

    __slots__ = ("_ends", "_lemmas", "_starts", "is_parsed", "text", "tokens")

    def __init__(self, parse: spacy.tokens.Doc) -> None:
        self._lemmas: frozenset[str] | None = None
        self.is_parsed = parse.has_annotation("DEP")
        columns = parse.to_array(_READ).T.tolist() if len(parse) else [[] for _ in _READ]
        orths, spaces, distances, *names = columns
        strings, start = strings_of(parse.vocab), 0
        forms = map(forms_of(parse.vocab).__getitem__, orths)
        reads = zip(*(map(strings.__getitem__, column) for column in names), strict=True)
        tokens: list[Token] = []
        self._starts, self._ends = list[int](), list[int]()
        for place, (form, spaced, read) in enumerate(zip(forms, spaces, reads, strict=True)):
            tokens.append(Token(self, place, start, form, read, " " if spaced else ""))
            self._starts.append(start)
            end = start + len(form[0])
            self._ends.append(end)
            start = end + spaced
        self.tokens = tuple(tokens)
        self.text = "".join([token.text + token.whitespace_ for token in tokens])
        if self.is_parsed:
            self._connect(_as_tree([place + _signed(distance) for place, distance in enumerate(distances)]))

    def _connect(self, heads: list[int]) -> None:
        before: list[list[Token]] = [[] for _ in heads]
        behind: list[list[Token]] = [[] for _ in heads]
        for place, (token, head) in enumerate(zip(self.tokens, heads, strict=True)):
            token.head = self.tokens[head]
            if head != place:
                (before if place < head else behind)[head].append(token)
        for token, lefts, rights in zip(self.tokens, before, behind, strict=True):
            if lefts or rights:
                token.lefts, token.rights, token.children = tuple(lefts), tuple(rights), (*lefts, *rights)

    def __iter__(self) -> Iterator[Token]:
        """Walk through the tokens."""
        return iter(self.tokens)

    def __len__(self) -> int:
        """Return the number of tokens."""
        return len(self.tokens)

    @overload
    def __getitem__(self, place: int) -> Token: ...
    @overload
    def __getitem__(self, place: slice) -> Span: ...
    def __getitem__(self, place: int | slice) -> Token | Span:
        """Return the token at a place, or the span of a slice."""
        if isinstance(place, slice):
            start, end, _ = place.indices(len(self.tokens))
            return Span(self, start, max(start, end))
        return self.tokens[place]

    @property
    def lemmas(self) -> frozenset[str]:
        """The ground forms of its words, in small letters."""
        if self._lemmas is None:
            self._lemmas = frozenset(token.lemma_.lower() for token in self.tokens)
        return self._lemmas

    def char_span(self, start: int, end: int) -> Span | None:
        """Return the tokens that characters stand in, or None where there are none.

        Args:
            start: First offset in the sentence.
            end: Offset behind the last character.
        """
        if not 0 <= start < end <= len(self.text):
            return None
        first = bisect_right(self._ends, start)
        last = bisect_left(self._starts, end)
        return Span(self, first, last) if first < last else None

    def starting(self, start: int, end: int) -> tuple[Token, ...]:
        """Return the tokens whose first character is one of some characters.

        Args:
            start: First offset in the sentence.
            end: Offset behind the last character.
        """
        return self.tokens[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def from_char(self, offset: int) -> Token | None:
        """Return the first token that ends behind an offset in the sentence, or None."""
        first = bisect_right(self._ends, offset) if 0 <= offset < len(self.text) else len(self.tokens)
        return self.tokens[first] if first < len(self.tokens) else None

    def root_of(self, start: int, end: int) -> Token | None:
        """Return the token by which characters hang in the parse, or None where no token stands.

        Args:
            start: First offset in the sentence.
            end: Offset behind the last character.
        """
        piece = self.char_span(start, end)
        return piece.root if piece is not None else None


def _distance(token: Token) -> tuple[bool, int]:
    is_loose = (token.is_punct or token.is_space) and not token.children and token.head is not token
    is_loose = is_loose or (token.dep_ == "prep" and token.text.isdecimal())  # the "19" of "2018-19", misread
    return is_loose, token._depth if token._depth >= 0 else token.depth()


_place = attrgetter("i")
