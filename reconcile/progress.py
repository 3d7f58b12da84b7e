"""Progress on standard error, for people only: nothing is written where standard error is no terminal."""

import io
import os
import sys
from typing import TextIO

_CLEAR_LINE = "\r\x1b[K"


class Progress:
    """A line on standard error that says what is being done; it disappears at the end.

    Use as a context manager and call it with a stage and how far it is: ``progress("Reading", 2, 5)``.
    """

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr or io.StringIO()
        self._shown = self._stream.isatty() and os.environ.get("TERM") != "dumb"
        self._line = ""

    def __call__(self, stage: str, done: int = 0, total: int = 0) -> None:
        """Show ``stage``, with a count where ``total`` is known."""
        line = f"{stage} {done}/{total} …" if total else f"{stage} …"
        if self._shown and line != self._line:
            self._stream.write(_CLEAR_LINE + line)
            self._stream.flush()
            self._line = line

    def clear(self) -> None:
        """Take the line away."""
        if self._line:
            self._stream.write(_CLEAR_LINE)
            self._stream.flush()
            self._line = ""

    def __enter__(self) -> "Progress":
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the line away, also after an error."""
        self.clear()
