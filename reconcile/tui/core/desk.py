"""The reviewer's desk: the list, the session behind it, and what is said of saving."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from reconcile.decisions import CorrectionError, DecisionError, LedgerError, Session, read_correction
from reconcile.format import NBSP, counted
from reconcile.safe import one_line
from reconcile.tui.core.board import UNSETTLED, Board
from reconcile.tui.core.opinions import in_words, opinions
from reconcile.tui.core.reading import Progress
from reconcile.tui.core.spans import Line

if TYPE_CHECKING:
    from reconcile.decisions import Decision, Ledger, Standing
    from reconcile.result import Reconciliation

_NOT_YET = "still reading and comparing: decisions can be made when every source is compared"
_WELCOME = "? shows the keys"
_NOTHING_LEFT = "nothing is open any more"


def _local(at: str) -> str:
    """Return the time of day of an ISO time, where the reviewer is."""
    return datetime.fromisoformat(at).astimezone().strftime("%H:%M:%S")


@dataclass
class Desk:
    """What a reviewer works at. All decisions go through here, and each is on the disk when it is shown.

    Attributes:
        name: What the story is called.
        ledger: Where decisions are written down.
        board: The list.
        progress: How far the reading is.
        session: The decisions; None as long as not everything is compared.
        saved: The time at which the last decision was on the disk; "" before the first.
        failure: Why the last decision could not be saved; "" where it was.
        message: What the last key did, for the screen.
        clock: Turns the time that the ledger wrote into the one that the screen shows.
    """

    name: str
    ledger: "Ledger"
    board: Board = field(default_factory=Board)
    progress: Progress = field(default_factory=Progress)
    session: Session | None = None
    saved: str = ""
    failure: str = ""
    message: str = ""
    clock: Callable[[str], str] = _local

    def advance(self, progress: Progress) -> None:
        """Show what has been read so far; decisions can be made once a session is opened."""
        self.progress = progress
        if progress.result is not None and not progress.done:
            self.board.show(progress.result, {})

    def begin(self, result: "Reconciliation") -> Session:
        """Fold the decisions of the workspace into a result; may be called in a thread.

        Raises:
            LedgerError: A ledger of the workspace cannot be read.
        """
        return Session(result, self.ledger)

    def open(self, session: Session) -> None:
        """Show a result with the decisions on it; from now on more can be made."""
        self.session = session
        self.progress.done = True
        self._refresh()
        here = self.board.current
        if self.board.cursor == 0 and here is not None and here.state not in UNSETTLED:
            self.board.next_open()  # go on where the work was left
        self.message = self._welcome(session)

    def _welcome(self, session: Session) -> str:
        """Return the first message: how many things there are to know, and where."""
        unread = len(self.progress.problems) + len(session.original.problems)
        told = len(session.notices) + len(session.review.notices)
        parts = [counted(unread, "note on the reading", "notes on the reading")] if unread else []
        parts += [counted(told, "note on the decisions", "notes on the decisions")] if told else []
        return f"{', '.join(parts)}: i shows them".replace(NBSP, " ") if parts else _WELCOME

    def _refresh(self) -> None:
        assert self.session is not None
        review = self.session.review
        self.board.show(review.result, {group: item.state for group, item in review.standings.items()})

    @property
    def reviewer(self) -> str:
        """Who decides."""
        return one_line(self.ledger.reviewer)

    def reload(self) -> None:
        """Read what other reviewers wrote meanwhile."""
        if self.session is None:
            self.message = _NOT_YET
            return
        try:
            self.session.reload()
        except LedgerError as error:
            self.failure = str(error)
            return
        self._refresh()
        self.message = "read the decisions of all reviewers afresh"

    @property
    def standing(self) -> "Standing | None":
        """Where the current group stands."""
        row = self.board.current
        return self.session.review.standings.get(row.group.id) if self.session and row else None

    def remarks(self, width: int) -> list[Line]:
        """Return the lines on what was decided on the current group."""
        return opinions(self.standing, self.board.letters(), width) if self.standing else []

    def decide(self, action: str, chosen: Sequence[str] = (), facet: str = "", note: str = "") -> bool:
        """Decide on the current group and go to the next open one.

        Args:
            action: What is decided.
            chosen: Ids of claims.
            facet: On what both differ.
            note: Words of the reviewer.

        Returns:
            Whether the decision is on the disk.
        """
        return self._append(
            lambda session, group: session.decide(group, action, chosen=chosen, facet=facet, note=note),
            stays=action == "note",
        )

    def correct(self, claim: str, typed: dict[str, str]) -> str:
        """Correct a claim; return why it cannot be done, or "" where it was, or could not be saved."""
        if self.session is None or self.board.story is None:
            return _NOT_YET
        found = self.board.story.known.claims[claim]
        try:
            correction = read_correction(found, self.board.story.sources[found.source], **typed)
        except CorrectionError as error:
            return str(error)
        self._append(
            lambda session, group: session.decide(group, "correct", correction=correction), stays=True
        )
        return ""

    def settle(self, decision: str, note: str = "") -> bool:
        """Uphold one of the decisions of reviewers who differ."""
        letters, standing = self.board.letters(), self.standing
        upheld = [item for item in standing.by_reviewer.values() if item.id == decision] if standing else []
        row = self.board.current
        done = self._append(lambda session, group: session.adjudicate(group, decision, note or None))
        if done and upheld and row:
            words = f"upheld {upheld[0].reviewer}: {in_words(upheld[0], letters)}"
            self.message = one_line(f"{words} · {row.group.title}")
        return done

    def undo(self) -> bool:
        """Take back the last decision and go to its group."""
        return self._reverse("undo")

    def redo(self) -> bool:
        """Bring back the decision that was taken back last."""
        return self._reverse("redo")

    def _reverse(self, action: str) -> bool:
        if self.session is None:
            self.message = _NOT_YET
            return False
        try:
            target = self.session.undo() if action == "undo" else self.session.redo()
        except LedgerError as error:
            self.failure, self.message = str(error), ""
            return False
        if target is None:
            self.message = "nothing to take back" if action == "undo" else "nothing to bring back"
            return False
        self._saved()
        if not self.board.go_to(target.group) and self.board.filter:
            self.board.set_filter("")
            self.board.go_to(target.group)
        done = "took back" if action == "undo" else "brought back"
        self.message = f"{done}: {in_words(target, self.board.letters())} · {one_line(target.title)}"
        return True

    def _append(self, write: "Callable[[Session, str], Decision]", *, stays: bool = False) -> bool:
        row = self.board.current
        if self.session is None:
            self.message = _NOT_YET
            return False
        if row is None:
            self.message = "no question is shown to decide on"
            return False
        letters = self.board.letters()
        try:
            made = write(self.session, row.group.id)
        except DecisionError as error:
            self.message = str(error)
            return False
        except LedgerError as error:
            self.failure, self.message = str(error), ""
            return False
        self._saved()
        self.message = f"{in_words(made, letters)} · {one_line(row.group.title)}"
        if not stays:
            self._go_on(row.group.id)
        return True

    def _saved(self) -> None:
        assert self.session is not None
        self.saved, self.failure = self.clock(self.session.saved or ""), ""
        self._refresh()

    def _go_on(self, group: str) -> None:
        """Go to the next open question; it may be in the place of the one decided already."""
        here = self.board.current
        if here is not None and here.group.id != group and here.state in UNSETTLED:
            return
        if not self.board.next_open():
            self.message = f"{_NOTHING_LEFT} · {self.message}"
