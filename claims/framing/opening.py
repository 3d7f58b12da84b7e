"""What an article opens with: its headline and its lead."""

import re

from claims.model import Source

# So many characters of the running text are its lead.
LEAD = 700
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def divided(source: Source) -> tuple[str, str]:
    """Return the title with the headline, and the running text with its lists and tables.

    Args:
        source: The source.
    """
    title = source.known("title") or ""
    headline = next((block for block in source.blocks if block.kind == "heading"), None)
    named = source.text[headline.start : headline.end] if headline is not None else ""
    running = (source.text[block.start : block.end] for block in source.blocks if block.kind != "furniture")
    return f"{title}\n{named}", "\n".join(running)


def opening_of(head: str, body: str) -> str:
    """Return what stands above an article, and its lead.

    Args:
        head: Its title and headline, and who published it where that counts.
        body: Its running text.
    """
    return f"{head}\n{body[:LEAD]}"
