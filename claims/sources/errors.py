"""What can go wrong with an input, in one line a person can act on."""

from dataclasses import dataclass


def one_line(text: str) -> str:
    """Return the text without line breaks, control characters and undecodable bytes of a file name."""
    shown = text.encode("utf-8", "replace").decode("utf-8")
    return " ".join("".join(c if c.isprintable() else " " for c in shown).split())


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something that was asked for and could not be read, or not all of it.

    Attributes:
        name: The file or folder.
        cause: What is wrong with it.
        advice: What a user can do about it.
    """

    name: str
    cause: str
    advice: str

    def __str__(self) -> str:
        """Return the problem as one line."""
        return f"{one_line(self.name)}: {one_line(self.cause)}; {one_line(self.advice)}"


class SourceError(Exception):
    """An input cannot be read.

    Args:
        path: The file or folder.
        cause: What is wrong with it.
        advice: What a user can do about it.
    """

    def __init__(self, path: str, cause: str, advice: str) -> None:
        super().__init__(path, cause, advice)
        self.path = path
        self.cause = cause
        self.advice = advice

    def __str__(self) -> str:
        """Return the error as one line."""
        return str(self.problem())

    def problem(self, name: str | None = None) -> Problem:
        """Return the same as data, under another name if one is given."""
        return Problem(name or self.path, self.cause, self.advice)


class Unreadable(Exception):
    """Bytes or a text are no source; the caller knows whose they are.

    Args:
        cause: What is wrong.
        advice: What a user can do about it.
    """

    def __init__(self, cause: str, advice: str) -> None:
        super().__init__(cause, advice)
        self.cause = cause
        self.advice = advice


class NoArticles(Unreadable):
    """A file of a general kind (JSON, XML) holds something else; a folder is read without it."""
