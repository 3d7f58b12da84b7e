"""What a reader of one format makes of a file's bytes."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from claims.model import Block, Datum, Source
from claims.sources.errors import Unreadable


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

    def replaced(self, **changes: Any) -> "Reading":
        """Return the same with some fields replaced."""
        return replace(self, **changes)

    def as_source(self, name: str, extra_warnings: tuple[str, ...] = ()) -> Source:
        """Return the source of this name."""
        return Source(
            name=name,
            text=self.text,
            blocks=self.blocks,
            sha256=hashlib.sha256(self.text.encode("utf-8")).hexdigest(),
            metadata={
                key: datum
                for key, datum in self.metadata.items()
                if key != "published_guess" or "published" not in self.metadata
            },
            warnings=self.warnings + extra_warnings,
            format=self.format,
            reader=self.reader,
            pages=self.pages,
            file_sha256=self.file_sha256,
        )


@dataclass(frozen=True, slots=True)
class Member:
    """An article of a file, which may hold many.

    Attributes:
        label: What tells it from the others, behind the name of the file: "#12", "/inner/a.html"; "" for a
            file that is one article.
        reading: The article, or None where it could not be read.
        problem: Why not.
    """

    label: str
    reading: Reading | None = None
    problem: Unreadable | None = None


@dataclass(slots=True)
class Budget:
    """How much one file may still unpack to; shared by everything inside of it.

    Attributes:
        characters: Bytes that may still be unpacked.
        members: Files that may still be unpacked.
        depth: How many archives may still be inside one another.
    """

    characters: int = 300_000_000
    members: int = 20_000
    depth: int = 3


@dataclass(frozen=True, slots=True)
class Options:
    """How to read.

    Attributes:
        columns: For tables of articles: what a column holds (text, title, published …) -> its name.
        named: Whether the user named the file itself, and not the folder that it is in.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    named: bool = True


# Every format of one article has one function of this shape; it raises errors.Unreadable.
Reader = Callable[[bytes], Reading]
# Every format of several articles has one of this shape. What is no such file raises errors.Unreadable;
# what is wrong with one article is its problem.
ManyReader = Callable[[bytes, str, Options, Budget], Iterator[Member]]
