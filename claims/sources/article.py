"""The common part of the text formats: decode, take off the front matter, lay out, collect metadata."""

from claims.model import Block
from claims.sources import blocks, front_matter
from claims.sources.elements import shortfalls_of
from claims.sources.encoding import decode
from claims.sources.errors import Unreadable
from claims.sources.lines import count
from claims.sources.metadata import metadata
from claims.sources.reading import Reading, Shortfall

# More lines make no article but a data set, and would not fit in memory as lines.
MOST_LINES = 200_000


def read_article(data: bytes, markdown: bool) -> Reading:
    """Read an article that is stored as text.

    Args:
        data: The whole file.
        markdown: Whether Markdown's fences, comments and quotes are marks.

    Returns:
        The decoded text, unchanged, with its blocks.

    Raises:
        Unreadable: There is no text that could be read.
    """
    decoded = decode(data)
    reading = read_text(decoded.text, markdown)
    return reading.replaced(warnings=((decoded.warning,) if decoded.warning else ()) + reading.warnings)


def read_text(text: str, markdown: bool = False) -> Reading:
    """Read an article that is at hand as text; see ``read_article``."""
    if count(text) > MOST_LINES:
        raise Unreadable(f"has more than {MOST_LINES:,} lines", "split it into one file for each article")
    front = front_matter.read(text)
    layout = blocks.lay_out(text, front.end, markdown)
    found, warnings = metadata(front, layout)
    whole = _front_block(text, front.end) + layout.blocks()
    shortfalls = _shortfalls(front, layout)
    if all(block.kind == "furniture" for block in whole):
        _refuse(front, shortfalls)
    return Reading(
        text=text,
        blocks=whole,
        metadata=found,
        warnings=tuple(warnings),
        shortfalls=shortfalls,
        format="markdown" if markdown else "text",
    )


def _front_block(text: str, end: int) -> tuple[Block, ...]:
    kept = len(text[:end].rstrip())
    return (Block(0, kept, "furniture"),) if kept else ()


def _shortfalls(front: front_matter.FrontMatter, layout: blocks.Layout) -> tuple[Shortfall, ...]:
    found: list[Shortfall] = []
    if front.error:
        found.append(
            Shortfall(
                f"its front matter cannot be read ({front.error})", "correct it; the text below was read"
            )
        )
    return (*found, *shortfalls_of(layout))


def _refuse(front: front_matter.FrontMatter, shortfalls: tuple[Shortfall, ...]) -> None:
    if shortfalls:
        raise Unreadable(shortfalls[0].cause, shortfalls[0].advice.split(";")[0])
    if front.end:
        raise Unreadable(
            "holds no text besides its front matter", "put the article's text below the front matter"
        )
    raise Unreadable(
        "holds no paragraph of text, only links, dates or credits", "put the article's text into it"
    )
