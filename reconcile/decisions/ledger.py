"""The ledgers of a workspace: one file a reviewer, one line a decision."""

import secrets
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from reconcile.decisions import files
from reconcile.decisions.files import LedgerError, Seen
from reconcile.decisions.record import VERSION, Decision
from reconcile.decisions.record_lines import RecordError, from_line
from reconcile.decisions.reviewers import file_name, tidy

WORKSPACE = ".reconcile"
_FOLDER = "decisions"
_ATTRIBUTES = ".gitattributes"
# Lines of two branches are all kept: their order means nothing.
_MERGED_BY_LINE = "decisions/*.jsonl text eol=lf merge=union\n"


class Ledger:
    """What one reviewer decided, in a file that only grows.

    Attributes:
        workspace: The folder of the workspace.
        reviewer: Who decides.
        path: The file.
        notices: What a person should know about the file, a line each.
    """

    _mended: tuple[str, ...] = ()

    def __init__(self, workspace: Path | str, reviewer: str) -> None:
        """Open the ledger of a reviewer for writing; a torn last line is moved aside.

        Args:
            workspace: The folder of the workspace; it is made with the first decision.
            reviewer: A name as a person has it.

        Raises:
            LedgerError: The ledger is there and cannot be read or mended, or the name is empty.
        """
        self.workspace = Path(workspace)
        self.reviewer = tidy(reviewer)
        if not self.reviewer:
            raise LedgerError("the reviewer has no name; give one with --reviewer NAME")
        self.path = self.workspace / _FOLDER / file_name(self.reviewer)
        self.notices: tuple[str, ...] = ()
        self.reload()

    @classmethod
    def reading(cls, path: Path) -> "Ledger":
        """Return a ledger as it stands in a file, for reading only: nothing is mended.

        Raises:
            LedgerError: It cannot be read.
        """
        ledger = cls.__new__(cls)
        ledger.workspace, ledger.path, ledger.notices = path.parent.parent, path, ()
        ledger._take(*_parsed(path))
        ledger.reviewer = ledger.decisions[0].reviewer if ledger.decisions else path.stem
        return ledger

    def reload(self) -> None:
        """Read what was written to the file meanwhile; a torn last line is moved aside.

        Raises:
            LedgerError: It cannot be read or mended.
        """
        mended = files.mend(self.path)
        self._take(*_parsed(self.path))
        if mended:
            self._mended = (*self._mended, mended)
        self.notices = (*self._mended, *self.notices)  # told as long as the ledger is open

    def _take(self, decisions: list[Decision], notices: list[str], seen: Seen) -> None:
        self._decisions, self.notices, self._seen = decisions, tuple(notices), seen
        self._clock = max((decision.clock for decision in decisions), default=0)

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The records, in the order of the file."""
        return tuple(self._decisions)

    def __iter__(self) -> Iterator[Decision]:
        """Go through the records, in the order of the file."""
        return iter(self.decisions)

    def witness(self, clock: int) -> None:
        """Take note of what others have decided: what is decided from here on comes after it."""
        self._clock = max(self._clock, clock)

    def append(self, decision: Decision) -> Decision:
        """Write a decision down; when this returns, it is on the disk.

        Args:
            decision: What was decided. Its reviewer, id, time and clock are given here where they are empty.

        Returns:
            The record as it was written.

        Raises:
            LedgerError: It was not saved; all earlier decisions are.
        """
        written: list[Decision] = []

        def make(news: bytes) -> bytes:
            """Stamp the decision, once what another process wrote meanwhile is known."""
            self._learn(news)
            written.append(self._stamped(decision))
            return written[0].line()

        self._introduce()
        self._seen = files.append(self.path, make, self._seen)
        self._decisions.append(written[0])
        self._clock = max(self._clock, written[0].clock)
        return written[0]

    def _learn(self, news: bytes) -> None:
        known = {decision.id for decision in self._decisions}
        for decision in _records(news, self.path, []):
            if decision.id not in known:
                self._decisions.append(decision)
                self._clock = max(self._clock, decision.clock)

    def _stamped(self, decision: Decision) -> Decision:
        return replace(
            decision,
            reviewer=decision.reviewer or self.reviewer,
            id=decision.id or secrets.token_hex(8),
            at=decision.at or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            clock=max(decision.clock, self._clock + 1),
        )

    def _introduce(self) -> None:
        """Tell git how to merge ledgers, with the first decision of a workspace."""
        files.introduce(self.workspace / _ATTRIBUTES, _MERGED_BY_LINE)


def read_ledgers(workspace: Path | str) -> tuple[tuple[Ledger, ...], tuple[str, ...]]:
    """Read what all reviewers of a workspace decided. Nothing is changed.

    Args:
        workspace: The folder of the workspace; it need not exist.

    Returns:
        The ledgers by file name, and what a person should know about them, a line each.

    Raises:
        LedgerError: A ledger cannot be read.
    """
    folder = Path(workspace) / _FOLDER
    try:
        paths = sorted(folder.glob("*.jsonl"))
    except OSError as error:
        raise LedgerError(f"{folder}: could not be read: {error.strerror or error}") from error
    ledgers = tuple(Ledger.reading(path) for path in paths)
    return ledgers, tuple(notice for ledger in ledgers for notice in ledger.notices)


def _parsed(path: Path) -> tuple[list[Decision], list[str], Seen]:
    whole, torn, seen = files.read(path)
    notices: list[str] = []
    decisions = list(_records(whole, path, notices))
    if torn:
        try:
            decisions.append(from_line(torn))
        except RecordError:
            notices.append(
                f"{path}: the last line was cut short while it was written and is not counted "
                f"({len(torn)} bytes); the next review of that reviewer moves it aside"
            )
    notices += _remarks(decisions, path)
    return decisions, notices, seen


def _records(data: bytes, path: Path, notices: list[str]) -> Iterator[Decision]:
    for number, line in enumerate(data.split(b"\n"), 1):
        if not line.strip():
            continue
        try:
            yield from_line(line)
        except RecordError as error:
            notices.append(f"{path}, line {number}: {error}; it is kept and not counted")


def _remarks(decisions: Iterable[Decision], path: Path) -> Iterator[str]:
    decisions = list(decisions)
    if later := sum(not decision.is_known for decision in decisions):
        yield (
            f"{path}: {later} of the records are of a later version of reconcile (this one reads format "
            f"{VERSION}); they are kept and not counted"
        )
    unknown = sorted({name for decision in decisions if decision.is_known for name in decision.extra})
    if unknown:
        yield f"{path}: fields unknown to this version are kept: {', '.join(unknown)[:200]}"
