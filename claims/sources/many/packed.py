"""Reader for single files packed with gzip."""

import gzip
import io
import zlib
from collections.abc import Iterator

from claims.sources import formats
from claims.sources.errors import Unreadable
from claims.sources.many.archive import bounded
from claims.sources.reading import Budget, Member, Options

# A packed crawl or table of articles may be larger than one article.
_LARGEST = 200_000_000


def read(data: bytes, name: str, options: Options, budget: Budget) -> Iterator[Member]:
    """Read what is packed; its name is that of the file without ".gz".

    Yields:
        Its articles.

    Raises:
        Unreadable: It is damaged, packed too often, or unpacks to too much.
    """
    if budget.depth <= 0:
        raise Unreadable("is packed too often", "unpack it")
    inner = name[:-3] if name.lower().endswith(".gz") else name
    if inner.lower().endswith(".warc"):
        from claims.sources.many import warc

        yield from warc.read(data, name, options, budget)
        return
    known = formats.of_name(inner)
    largest = _LARGEST if known is not None and known.many else 20_000_000
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            unpacked = bounded(stream, budget, largest)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable("is a gzip file that is damaged or cut off", "get it anew") from error
    budget.depth -= 1
    yield from formats.read(unpacked, inner, options, budget)
    budget.depth += 1
