"""Paragraphs for tests: a text read as sentences, without the recognition of headings."""

import hashlib

from claims.language import Sentence, sentences
from claims.model import Block, Source


def parsed(*paragraphs: str) -> list[Sentence]:
    """Return the parsed sentences of some paragraphs."""
    text = "\n\n".join(paragraphs)
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(start, start + len(paragraph), "paragraph"))
        start += len(paragraph) + 2
    digest = hashlib.sha256(text.encode()).hexdigest()
    return sentences(Source("test.txt", text, tuple(blocks), digest))
