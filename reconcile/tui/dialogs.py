"""Questions on top of the screen: choose one answer, type a line, fill in the form of a claim."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input

from reconcile.safe import one_line
from reconcile.tui.core.keys import bindings, foot
from reconcile.tui.core.spans import Line, Span, fitted, wrap
from reconcile.tui.widgets import Draw, KeyLine, Lines

_BOX = """
    align: center middle;
    & > Vertical {
        width: 90%;
        max-width: 90;
        height: auto;
        max-height: 90%;
        background: $surface;
        border: solid $primary;
        padding: 0 1;
    }
    & Lines { height: auto; max-height: 65vh; background: $surface; scrollbar-gutter: auto; }
    & Input { border: none; height: 1; padding: 0; background: $boost; }
    & Input:focus { border: none; background: $primary-muted; }
"""


def bind(*parts: str) -> list[BindingType]:
    """Return the bindings of some parts of the table of keys."""
    return [
        Binding(key, action, text, show=False, key_display=None) for key, action, text in bindings(*parts)
    ]


@dataclass(frozen=True)
class Answer:
    """One answer to a question.

    Attributes:
        key: The key that gives it.
        text: What it says.
        value: What it stands for.
    """

    key: str
    text: str
    value: str


class Choose(ModalScreen[str | None]):
    """A question with a few answers; each has its key."""

    BINDINGS: ClassVar = bind("ask")
    DEFAULT_CSS = f"Choose {{ {_BOX} }}"

    def __init__(self, question: str, answers: Sequence[Answer], marked: int = 0) -> None:
        super().__init__()
        self._question = question
        self._answers = answers
        self._marked = marked
        self._first = 0

    def compose(self) -> ComposeResult:
        """Show the question, its answers and the keys."""
        with Vertical():
            yield Lines(self._draw, id="answers", can_focus=False)
            yield KeyLine(foot("ask"))

    def _draw(self, width: int) -> list[Line]:
        lines = [*wrap([Span(one_line(self._question), "bold")], width), ()]
        self._first = len(lines)
        for place, answer in enumerate(self._answers):
            mark = "> " if place == self._marked else "  "
            style = "selected" if place == self._marked else ""
            text = fitted(answer.text, max(width - 4 - len(answer.key), 10))
            lines.append(
                (Span(mark, style), Span(f"{answer.key}  ", f"key {style}".strip()), Span(text, style))
            )
        return [*lines, ()]

    def on_key(self, event: events.Key) -> None:
        """Give the answer that has this key."""
        for answer in self._answers:
            if event.character == answer.key:
                event.stop()
                event.prevent_default()
                self.dismiss(answer.value)

    def on_lines_clicked(self, message: Lines.Clicked) -> None:
        """Give the answer that was clicked."""
        place = message.row - self._first
        if 0 <= place < len(self._answers):
            self.dismiss(self._answers[place].value)

    def action_step(self, steps: int) -> None:
        """Mark another answer."""
        self._marked = (self._marked + steps) % len(self._answers)
        answers = self.query_one("#answers", Lines)
        answers.show(self._draw, keep_place=True)
        answers.scroll_to(y=self._first + self._marked - 2, animate=False)

    def action_take(self) -> None:
        """Give the marked answer."""
        self.dismiss(self._answers[self._marked].value)

    def action_cancel(self) -> None:
        """Give no answer."""
        self.dismiss(None)


class Ask(ModalScreen[str | None]):
    """A question that is answered with a line of text."""

    BINDINGS: ClassVar = [Binding("escape", "cancel", show=False)]
    DEFAULT_CSS = f"Ask {{ {_BOX} }}"

    def __init__(self, question: str, text: str = "", hints: Sequence[Line] = ()) -> None:
        super().__init__()
        self._question = question
        self._text = text
        self._hints = hints

    def compose(self) -> ComposeResult:
        """Show the question, the line and the keys."""
        with Vertical():
            yield Lines(self._draw, can_focus=False)
            yield Input(one_line(self._text), select_on_focus=False)
            yield KeyLine([("Enter", "Save", "submit"), ("Esc", "Cancel", "cancel")])

    def _draw(self, width: int) -> list[Line]:
        hints = [row for hint in self._hints for row in wrap(hint, width, 2)]
        return [*wrap([Span(one_line(self._question), "bold")], width), *hints]

    def on_input_submitted(self) -> None:
        """Give what was typed."""
        self.action_submit()

    def action_submit(self) -> None:
        """Give what was typed."""
        self.dismiss(self.query_one(Input).value.strip())

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)


class Form(ModalScreen[dict[str, str] | None]):
    """The form of a claim: what was read, and fields for what it says. An empty field changes nothing."""

    BINDINGS: ClassVar = bind("form")
    DEFAULT_CSS = f"Form {{ {_BOX} }}"

    def __init__(
        self, quote: Sequence[Span], read: Mapping[str, str], typed: Mapping[str, str], error: str = ""
    ) -> None:
        super().__init__()
        self._quote = quote
        self._read = read
        self._typed = typed
        self._error = error

    def compose(self) -> ComposeResult:
        """Show the sentence, a field for each facet, and the keys."""
        with Vertical():
            yield Lines(self._draw, can_focus=False)
            for facet, now in self._read.items():
                yield Lines(_label(facet, now), can_focus=False)
                yield Input(one_line(self._typed.get(facet, "")), id=f"field-{facet}")
            yield KeyLine([("Tab", "Next field", "focus_next_field"), *foot("form")])

    def _draw(self, width: int) -> list[Line]:
        lines = [*wrap([Span("What does the claim say? Fill in only what was read wrongly.", "bold")], width)]
        if self._error:
            lines += wrap([Span(f"! {one_line(self._error)}", "alert")], width, 2)
        return [*lines, *wrap(self._quote, width)]

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Go to the next field; save in the last."""
        fields = list(self.query(Input))
        if message.input is fields[-1]:
            self.action_save()
        else:
            self.focus_next(Input)

    def action_focus_next_field(self) -> None:
        """Go to the next field."""
        self.focus_next(Input)

    def action_save(self) -> None:
        """Give what was typed."""
        self.dismiss({facet: self.query_one(f"#field-{facet}", Input).value.strip() for facet in self._read})

    def action_cancel(self) -> None:
        """Give nothing."""
        self.dismiss(None)


def _label(facet: str, now: str) -> Draw:
    """Return what stands above a field: the facet, and how it was read."""

    def draw(width: int) -> list[Line]:
        room = max(width - len(facet) - 2, 10)
        return [(Span(f"{facet}  ", "key"), Span(fitted(f"read as: {now}", room), "dim"))]

    return draw
