"""Inline marks of a block, blanked out so that a parser sees words only while every offset stays."""

import re
from collections.abc import Iterable
from functools import lru_cache

# A paragraph's text, so no pattern may look further than a mark's usual reach.
_TARGET = r"(?:[^()\s]|\([^()\s]{0,200}\)){0,1000}(?:\s\"[^\"\n]{0,200}\")?"
_LINK = re.compile(rf"(!?\[)([^\[\]\n]{{0,300}})(\]\({_TARGET}\))")
_STRONG = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,500}?)(?<=\S)(\1)")
_EMPHASIS = re.compile(r"(?<![\w*_])([*_])(?=[^\s*_])([^*_\n]{1,500}?)(?<=\S)(\1)(?![\w*_])")
_CODE = re.compile(r"(`{1,2})([^`\n]{1,300})(\1)")
_QUOTE_MARK = re.compile(r"(?<=[\r\n])[ \t]{0,20}>[> \t]{0,20}")
PARAGRAPH = "\u2029"
_BREAK = re.compile(r"[\r\n\t\v\f\x85\u2028\u2029]")


@lru_cache(maxsize=2)
def readable(text: str) -> str:
    """Blank out line breaks, marks of emphasis and code, and the targets of links.

    Args:
        text: The text of a block, from a plain or a Markdown file.

    Returns:
        A text of the same length in which every word stands where it stood.
    """
    text = _QUOTE_MARK.sub(lambda match: " " * len(match[0]), text)
    for pattern in (_LINK, _CODE, _STRONG, _EMPHASIS):
        text = pattern.sub(lambda match: " " * len(match[1]) + match[2] + " " * len(match[3]), text)
    return _BREAK.sub(" ", text)


def paragraphed(text: str, ends: Iterable[int]) -> str:
    """Mark where the blocks of a readable text end, so that nothing is read across their borders.

    Args:
        text: A text without line breaks, as `readable` gives it.
        ends: The offset behind the last character of each block.

    Returns:
        A text of the same length with a paragraph separator behind each block that a space follows.
    """
    pieces, begin = [], 0
    for end in sorted(ends):
        if begin <= end < len(text) and text[end].isspace():
            pieces += [text[begin:end], PARAGRAPH]
            begin = end + 1
    return "".join([*pieces, text[begin:]])
