"""The app: reads in a thread, shows the review, and never dies of what a source or a worker does."""

import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from textual.app import App, SystemCommand
from textual.screen import Screen

from reconcile.decisions import LedgerError, Session
from reconcile.safe import one_line
from reconcile.tui.core import reading
from reconcile.tui.core.desk import Desk
from reconcile.tui.core.keys import table
from reconcile.tui.core.reading import Progress
from reconcile.tui.review_screen import PARTS, ReviewScreen

if TYPE_CHECKING:
    from reconcile.result import Reconciliation

# Filters that the palette offers by name.
_STATES = ("open", "noted", "skipped", "stale", "disputed", "done")
_FILTERS = ("open conflicts", "explained", "agreement", *_STATES)
Work = Callable[[reading.Tell], "Reconciliation"]


class _Left(Exception):
    """The app was left while sources were being read."""


class ReviewApp(App[None]):
    """Go through what sources say and decide."""

    TITLE = "reconcile review"
    # Set by the command: an error of the app itself ends it in order, and is one line there.
    ends_in_order = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012  (Textual types it so)

    def __init__(
        self, desk: Desk, work: Work | None = None, inputs: Mapping[str, Path] | None = None
    ) -> None:
        """Show a desk.

        Args:
            desk: The desk; its session is open already where no ``work`` is given.
            work: Reads and compares, telling how far it is; runs in a thread.
            inputs: Where each source lies; an export never writes over one.
        """
        super().__init__()
        self.desk = desk
        self.problem = ""
        self.crash: Exception | None = None
        self._work = work
        self._inputs = inputs or {}

    def get_default_screen(self) -> Screen[None]:
        """Show the review."""
        return ReviewScreen(self.desk)

    @property
    def review_screen(self) -> ReviewScreen:
        """The main screen."""
        screen = self.screen_stack[0]
        assert isinstance(screen, ReviewScreen)
        return screen

    def on_mount(self) -> None:
        """Begin to read. The thread ends with the process: nothing depends on its end."""
        if self._work is not None:
            threading.Thread(target=self._read, name="reading", daemon=True).start()

    def _read(self) -> None:
        assert self._work is not None
        try:
            result = self._work(self._tell)
            session = self.desk.begin(result)
            self._call(self._open, session)
            session.prepare()  # so that the first correction is compared at once
        except _Left:
            return
        except LedgerError as error:
            self._tell_failure(str(error))
        except Exception as error:  # shown on the screen: an error of the work must not take the app along
            self._tell_failure(f"{type(error).__name__}: {error}")

    def _tell(self, progress: Progress) -> None:
        self._call(self._advance, progress)

    def _call(self, do: Callable[[Any], None], what: object) -> None:
        """Do something in the app's own thread."""
        if not self.is_running:
            raise _Left
        try:
            self.call_from_thread(do, what)
        except RuntimeError as error:
            raise _Left from error

    def _tell_failure(self, text: str) -> None:
        with suppress(_Left):
            self._call(self._fail, text)

    def _advance(self, progress: Progress) -> None:
        self.desk.advance(progress)
        self.review_screen.redraw()

    def _open(self, session: Session) -> None:
        self.desk.open(session)
        self.review_screen.redraw()

    def _fail(self, text: str) -> None:
        self.problem = one_line(text)
        self.desk.progress.failure = self.problem
        self.review_screen.redraw()

    @property
    def report_name(self) -> str:
        """The name that an export suggests."""
        return f"{self.desk.name or 'report'}-report.html"

    def export(self, target: str) -> str:
        """Write the report to a file; return what to tell the reviewer."""
        from reconcile.tui.core.export import export

        assert self.desk.session is not None
        return export(self.desk.session.review, self.desk.progress.problems, target, self._inputs)

    def _handle_exception(self, error: Exception) -> None:
        """Leave without a traceback; whatever was decided is on the disk."""
        if not self.ends_in_order:
            super()._handle_exception(error)
            return
        self.crash = self.crash or error
        self._close_messages_no_wait()  # what Textual does after printing the traceback

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Offer every action of the main screen by its name, and the looks."""
        if isinstance(screen, ReviewScreen):
            for key in table():
                if key.part in PARTS and "{" not in key.action and key.action != "palette":
                    yield SystemCommand(key.help, f"key {key.shown}", _runner(screen, key.action))
            for words in _FILTERS:
                yield SystemCommand(f"show only: {words}", f"filter {words}", _filter(screen, words))
            yield SystemCommand("read the other reviewers' decisions afresh", "", self._reload)
        yield SystemCommand("change the colours", "", self.action_change_theme)
        yield SystemCommand("save a picture of the screen (SVG)", "", lambda: self.deliver_screenshot())

    def _reload(self) -> None:
        self.desk.reload()
        self.review_screen.redraw()


def _filter(screen: ReviewScreen, words: str) -> Callable[[], None]:
    def show() -> None:
        screen.desk.board.set_filter(words)
        screen.redraw()

    return show


def _runner(screen: ReviewScreen, action: str) -> Callable[[], object]:
    return lambda: screen.run_action(action)
