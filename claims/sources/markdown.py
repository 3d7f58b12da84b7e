"""Reader for Markdown."""

from claims.sources.article import read_article
from claims.sources.reading import Reading

SUFFIXES = (".md", ".markdown")


def read(data: bytes) -> Reading:
    """Read a Markdown file; see ``article.read_article``."""
    return read_article(data, markdown=True)
