"""What a reader of one format makes of a file's bytes."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field

from claims.model import Block, Datum, Source


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A part of a file that could not be read.

    Attributes:
        cause: What is wrong.
        advice: What a user can do about it.
    """

    cause: str
    advice: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A text with its blocks, before it has a name.

    Attributes:
        text: The extracted text.
        blocks: Its blocks in order.
        metadata: What is known about it.
        warnings: What a user should know.
        shortfalls: Parts that could not be read.
        format: See ``Source``.
        reader: See ``Source``.
        pages: See ``Source``.
        file_sha256: See ``Source``.
    """

    text: str
    blocks: tuple[Block, ...]
    metadata: dict[str, Datum] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    shortfalls: tuple[Shortfall, ...] = ()
    format: str = "text"
    reader: str = ""
    pages: tuple[int, ...] = ()
    file_sha256: str = ""

    def as_source(self, name: str, extra_warnings: tuple[str, ...] = ()) -> Source:
        """Return the source of this name."""
        return Source(
            name=name,
            text=self.text,
            blocks=self.blocks,
            sha256=hashlib.sha256(self.text.encode("utf-8")).hexdigest(),
            metadata=self.metadata,
            warnings=self.warnings + extra_warnings,
            format=self.format,
            reader=self.reader,
            pages=self.pages,
            file_sha256=self.file_sha256,
        )


# Every format has one function of this shape; it raises errors.Unreadable.
Reader = Callable[[bytes], Reading]
