"""The main screen: the list, the question, and where the keys lead."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Input

from reconcile.tui.core import head
from reconcile.tui.core.about import about, waiting
from reconcile.tui.core.desk import Desk
from reconcile.tui.core.detail import detail, whole
from reconcile.tui.core.export import ENDINGS
from reconcile.tui.core.keys import foot, help_lines
from reconcile.tui.core.rows import draw
from reconcile.tui.core.spans import Line, Span, line, wrap
from reconcile.tui.deciding import Deciding
from reconcile.tui.dialogs import Ask, bind
from reconcile.tui.pages import PageScreen, SourceScreen
from reconcile.tui.widgets import Bar, GroupList, KeyLine, Lines

if TYPE_CHECKING:
    from reconcile.tui.app import ReviewApp

PARTS = ("review", "move", "look", "find", "app")
_OVERLAP = 1
# A question of fewer lines shows the two quotes first, then the rows of all claims.
_LOW = 18


class ReviewScreen(Deciding):
    """The list of questions, the one that is looked at, and the keys."""

    BINDINGS: ClassVar = bind(*PARTS)
    DEFAULT_CSS = """
    ReviewScreen {
        & #body { height: 1fr; }
        & #query, & #query:focus { border: none; height: 1; padding: 0; }
        & #query { display: none; }
        & #question { padding-left: 1; }
        &.-wide #body { layout: horizontal; }
        &.-wide GroupList { width: 46%; }
        &.-wide #question { width: 1fr; border-left: solid $foreground 30%; }
        &.-narrow #body { layout: vertical; }
        &.-narrow GroupList { height: 32%; min-height: 3; }
        &.-narrow #question { height: 1fr; border-top: solid $foreground 30%; }
        &.-zoomed GroupList { display: none; }
        &.-zoomed #question { border: none; }
        &.-filtering #filter { display: none; }
        &.-filtering #query { display: block; }
    }
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._claim_rows: Mapping[int, int] = {}
        self._kept = ""

    def compose(self) -> ComposeResult:
        """Show the head, the list, the question and the keys."""
        yield Bar(lambda width: head.status_line(self.desk, width), id="status")
        yield Bar(lambda width: head.filter_line(self.desk, width), id="filter")
        yield Input(id="query", placeholder="open high source:times text:share — Enter keeps, Esc cancels")
        with Container(id="body"):
            yield GroupList(self._row, id="list")
            yield Lines(self._question, id="question")
        yield KeyLine(foot(*PARTS))

    def on_mount(self) -> None:
        """Give the keys to the list."""
        self.groups.focus()
        self.call_after_refresh(self.redraw)

    @property
    def review_app(self) -> "ReviewApp":
        """The app."""
        from reconcile.tui.app import ReviewApp

        assert isinstance(self.app, ReviewApp)
        return self.app

    @property
    def groups(self) -> GroupList:
        """The list."""
        return self.query_one("#list", GroupList)

    @property
    def question(self) -> Lines:
        """The question that is looked at."""
        return self.query_one("#question", Lines)

    def redraw(self) -> None:
        """Show everything anew."""
        if not self.query("#question"):
            return  # nothing is composed yet
        self.groups.show(len(self.desk.board.visible), self.desk.board.cursor)
        self.question.show(self._question)
        self._redraw_head()

    def _redraw_head(self) -> None:
        for bar in self.query(Bar):
            bar.refresh()

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.call_after_refresh(lambda: self.groups.keep_in_sight(self.desk.board.cursor))

    def _row(self, place: int, width: int) -> Line:
        board = self.desk.board
        if board.story is None or place >= len(board.visible):
            return ()
        return draw(board.visible[place], board.story, width, board.digits, place == board.cursor)

    def _question(self, width: int) -> Sequence[Line]:
        board, progress = self.desk.board, self.desk.progress
        if board.story is None:
            return waiting(progress, width)
        if board.current is None:
            return self._nothing(width)
        remarks = self.desk.remarks(width) if progress.done else waiting(progress, width)[:1]
        low = self.question.size.height < _LOW
        laid_out = detail(board.story, board.current.group, board.shown, width, remarks, low=low)
        self._claim_rows = laid_out.claims
        return laid_out.lines

    def _nothing(self, width: int) -> Sequence[Line]:
        if self.desk.board.rows:
            text = "No question passes the filter. Esc shows all of them, / changes the filter."
        elif self.desk.progress.done:
            text = "The sources say nothing that could be compared. i shows what was read."
        else:
            return waiting(self.desk.progress, width)
        return wrap([Span(text)], width)

    # Moving. Where the question has the focus, the keys scroll it instead.

    @property
    def _scrolls(self) -> bool:
        return self.question.has_focus or (self.has_class("-zoomed") and not self.groups.has_focus)

    def action_move(self, steps: int) -> None:
        """Go some questions on."""
        if self._scrolls:
            self.question.scroll_by_lines(steps)
        else:
            self._go(self.desk.board.cursor + steps)

    def action_page(self, steps: int) -> None:
        """Go a page on."""
        if self._scrolls:
            self.question.scroll_by_lines(steps * max(self.question.size.height - _OVERLAP, 1))
        else:
            self._go(self.desk.board.cursor + steps * max(self.groups.page - _OVERLAP, 1))

    def action_end(self, direction: int) -> None:
        """Go to the first or the last."""
        if self._scrolls:
            self.question.scroll_by_lines(direction * len(self.question.lines))
        else:
            self._go(0 if direction < 0 else len(self.desk.board.visible) - 1)

    def _go(self, place: int) -> None:
        self.desk.message = ""
        self.desk.board.place(place)
        self.redraw()

    def action_next_open(self, direction: int) -> None:
        """Go to the next question that is not settled."""
        found = self.desk.board.next_open(direction)
        self.say("" if found else "no other question is open in what is shown")

    def action_scroll(self, steps: int) -> None:
        """Show more of the question."""
        self.question.scroll_by_lines(steps * max(self.question.size.height // 2, 1))

    def action_pair(self, steps: int) -> None:
        """Show the next two claims side by side."""
        self.desk.board.step_pair(steps)
        self.question.show(self._question)

    def action_switch(self) -> None:
        """Move the focus between the list and the question."""
        (self.groups if self.question.has_focus else self.question).focus()

    def action_zoom(self) -> None:
        """Show the question alone, or both again."""
        self.toggle_class("-zoomed")
        (self.question if self.has_class("-zoomed") else self.groups).focus()

    # Looking closer.

    def action_source(self) -> None:
        """Open the source of the first claim that is shown, at its place."""
        board, pair = self.desk.board, self.desk.board.pair()
        if board.story is not None and pair is not None:
            self.app.push_screen(SourceScreen(board.story, board.letters(), pair[0]))

    def action_why(self) -> None:
        """Show the whole explanation."""
        story, row = self.desk.board.story, self.desk.board.current
        if story is not None and row is not None:
            page = PageScreen("Why, facet by facet", lambda width: whole(story, row.group, width))
            self.app.push_screen(page)

    def action_about(self) -> None:
        """Show the sources, sums and notices."""
        session = self.desk.session
        notices = [*session.notices, *session.review.notices] if session else []
        review = session.review if session else None
        self.app.push_screen(
            PageScreen(
                "Sources, sums and notices",
                lambda width: about(self.desk.board.story, self.desk.progress, notices, review, width),
            )
        )

    def action_help(self) -> None:
        """Show the keys, those of the part that has the focus first."""
        first = ("look", "move") if self.question.has_focus else ("review", "move")
        parts = [*first, *(part for part in (*PARTS, "source", "ask", "form") if part not in first)]
        self.app.push_screen(PageScreen("Keys", lambda width: help_lines(width, parts)))

    # Finding.

    def action_filter(self) -> None:
        """Type a filter; the list follows as it is typed."""
        self._kept = self.desk.board.filter
        query = self.query_one("#query", Input)
        self.add_class("-filtering")
        query.value = self._kept
        query.focus()

    def on_input_changed(self, message: Input.Changed) -> None:
        """Filter as it is typed."""
        if self.has_class("-filtering"):
            self.desk.board.set_filter(message.value)
            self.redraw()

    def on_input_submitted(self) -> None:
        """Keep the filter."""
        self._end_filtering()

    def _end_filtering(self) -> None:
        self.remove_class("-filtering")
        self.groups.focus()
        self.redraw()

    def action_clear(self) -> None:
        """Leave the filter as it was; where none is being typed, show everything."""
        if self.has_class("-filtering"):
            self.desk.board.set_filter(self._kept)
            self._end_filtering()
        else:
            self.desk.board.set_filter("")
            self.say("")

    def action_sort(self) -> None:
        """Sort by the next criterion."""
        self.say(f"sorted: {self.desk.board.next_sort()}")

    def action_reverse(self) -> None:
        """Sort the other way round."""
        board = self.desk.board
        board.set_sort(board.sort, not board.reverse)
        self.say("reversed" if board.reverse else "not reversed any more")

    # The mouse.

    def on_group_list_picked(self, message: GroupList.Picked) -> None:
        """Look at the question that was clicked; a double click opens its source."""
        self._go(message.row)
        if message.times > 1:
            self.action_source()

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Show the claim whose row was clicked beside the first; a double click opens its source."""
        number = self._claim_rows.get(message.row)
        board = self.desk.board
        if number is None or board.story is None or self.desk.board.current is None:
            return
        claim = board.claim(number)
        if message.times > 1 and claim is not None:
            self.app.push_screen(SourceScreen(board.story, board.letters(), claim))
        else:
            board.show_claim(number)
            self.question.show(self._question)

    # Everywhere.

    def action_export(self) -> None:
        """Ask for a file and write the report."""
        if self.desk.session is None:
            self.say("still reading and comparing: export when every source is compared")
            return

        def take(target: str | None) -> None:
            if target:
                self.say(self.review_app.export(target))

        hints = [line(Span(f"The ending says what is written: {', '.join(ENDINGS)}", "dim"))]
        self.app.push_screen(Ask("Write the report to which file?", self.review_app.report_name, hints), take)

    def action_palette(self) -> None:
        """Open the command palette."""
        self.app.action_command_palette()

    def action_leave(self) -> None:
        """Leave."""
        self.app.exit()
