"""The parse of a sentence as plain Python objects: what spaCy found, read once and then fast to look at.

The names and meanings are those of spaCy's ``Doc``, ``Span`` and ``Token``, of which these are the part that
reading claims needs. A rule looks at a word's label or lemma dozens of times; spaCy looks each up anew in
its store of strings, a plain attribute costs next to nothing.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from collections.abc import Iterator

    import spacy.tokens


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

    def __init__(self, doc: Doc, token: spacy.tokens.Token) -> None:
        self.doc = doc
        self.i = token.i
        self.idx = token.idx
        self.text = token.text
        self.lower_ = token.lower_
        self.lemma_ = token.lemma_
        self.pos_ = token.pos_
        self.tag_ = token.tag_
        self.dep_ = token.dep_
        self.ent_type_ = token.ent_type_
        self.whitespace_ = token.whitespace_
        self.is_alpha = token.is_alpha
        self.is_currency = token.is_currency
        self.is_digit = token.is_digit
        self.is_punct = token.is_punct
        self.is_quote = token.is_quote
        self.is_space = token.is_space
        self.like_num = token.like_num
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
        place = self.i + distance
        if not 0 <= place < len(self.doc):
            raise IndexError(place)
        return self.doc[place]

    @property
    def is_sent_start(self) -> bool:
        """Whether it opens the sentence."""
        return self.i == 0

    @property
    def subtree(self) -> tuple[Token, ...]:
        """The token with all that depends on it, in order."""
        if self._subtree is None:
            left = [inner for child in self.lefts for inner in child.subtree]
            right = [inner for child in self.rights for inner in child.subtree]
            self._subtree = (*left, self, *right)
        return self._subtree

    @property
    def left_edge(self) -> Token:
        """The first token of the subtree."""
        return min(self.subtree, key=_place)

    @property
    def right_edge(self) -> Token:
        """The last token of the subtree."""
        return max(self.subtree, key=_place)

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
        return self._tokens[0] if len(self._tokens) == 1 else min(self._tokens, key=_distance)


class Doc:
    """A parsed sentence.

    Attributes:
        tokens: Its words and signs.
        text: The sentence.
        is_parsed: Whether it was parsed, or only divided into words.
    """

    __slots__ = ("_ends", "_starts", "is_parsed", "text", "tokens")

    def __init__(self, parse: spacy.tokens.Doc) -> None:
        self.text = parse.text
        self.is_parsed = parse.has_annotation("DEP")
        self.tokens = tuple(Token(self, token) for token in parse)
        self._starts = [token.idx for token in self.tokens]
        self._ends = [token.idx + len(token.text) for token in self.tokens]
        if self.is_parsed:
            self._connect([token.head.i for token in parse])

    def _connect(self, heads: list[int]) -> None:
        below: list[list[Token]] = [[] for _ in heads]
        for token, head in zip(self.tokens, heads, strict=True):
            token.head = self.tokens[head]
            if head != token.i:
                below[head].append(token)
        for token, found in zip(self.tokens, below, strict=True):
            if found:
                token.children = tuple(found)
                token.lefts = tuple(child for child in found if child.i < token.i)
                token.rights = tuple(child for child in found if child.i > token.i)

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


def _distance(token: Token) -> tuple[bool, int]:
    is_loose = (token.is_punct or token.is_space) and not token.children and token.head is not token
    return is_loose, token.depth()


def _place(token: Token) -> int:
    return token.i
