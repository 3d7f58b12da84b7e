"""Reader for plain text."""

from claims.sources.article import read_article
from claims.sources.reading import Reading

SUFFIXES = (".txt", ".text")


def read(data: bytes) -> Reading:
    """Read a plain text file; see ``article.read_article``."""
    return read_article(data, markdown=False)
