"""What the deciding keys do on the main screen: at once, or after a question where one is left to ask."""

from collections.abc import Callable, Sequence

from textual.screen import Screen

from claims.model import Claim
from reconcile.format import period
from reconcile.report.conflicts import said
from reconcile.tui.core.board import numbers
from reconcile.tui.core.desk import Desk
from reconcile.tui.core.opinions import by_name, in_words
from reconcile.tui.core.quotation import in_sentence
from reconcile.tui.core.spans import Line, Span, line
from reconcile.tui.dialogs import Answer, Ask, Choose, Form
from reconcile.vocabulary import load

_DIGITS = 9
_SUGGESTED = {"different_period": "period", "different_scope": "scope", "projection_vs_actual": "status"}


_APART = (
    "One number keeps that claim apart from all others, several keep these apart from each other; "
    "an empty line keeps all of them apart."
)


class Deciding(Screen[None]):
    """The decisions of the main screen."""

    desk: Desk

    def redraw(self) -> None:
        """Show everything anew."""
        raise NotImplementedError

    def say(self, message: str) -> None:
        """Show a message."""
        self.desk.message = message
        self.redraw()

    def _can_decide(self) -> bool:
        """Whether there is a question and everything is compared; else say what is missing."""
        if self.desk.session is None:
            self.say("still reading and comparing: decide when every source is compared")
            return False
        if self.desk.board.current is None:
            self.say("no question is shown; Esc shows all of them")
            return False
        return True

    def _claims(self) -> list[Claim]:
        """Return the claims of the current question in the order of their letters."""
        board = self.desk.board
        return [board.story.known.claims[claim] for claim in board.letters()] if board.story else []

    def _claim_lines(self) -> list[Line]:
        letters = self.desk.board.letters()
        return [
            line(Span(f"{number} {letters[claim.id]}  ", "key"), said(claim))
            for number, claim in enumerate(self._claims(), 1)
        ]

    def _decide(self, action: str, chosen: Sequence[str] = (), facet: str = "", note: str = "") -> None:
        self.desk.decide(action, chosen, facet, note)
        self.redraw()

    def action_stands(self, number: int) -> None:
        """Decide that a claim stands."""
        if not self._can_decide():
            return
        claim = self.desk.board.claim(number)
        if claim is None:
            self.say(f"there is no claim {number} here")
        elif number > 2 and len(self._claims()) > _DIGITS:  # it may be the first digit of a longer number
            self._choose(str(number))
        else:
            self._decide("stands", [claim])

    def action_choose(self) -> None:
        """Ask which claims stand."""
        if self._can_decide():
            self._choose("")

    def _choose(self, begun: str) -> None:
        def take(typed: str | None) -> None:
            if typed:
                self._with_numbers(typed, lambda chosen: self._decide("stands", chosen))

        question = "Which claims stand? Their numbers, such as 1 3 or 2-4"
        self.app.push_screen(Ask(question, begun, self._claim_lines()), take)

    def _with_numbers(self, typed: str, act: Callable[[list[str]], None]) -> None:
        found = numbers(typed, len(self._claims()))
        if found is None:
            self.say(f"“{typed}” names no claims; type numbers from 1 to {len(self._claims())}")
        else:
            act([claim for number in found if (claim := self.desk.board.claim(number))])

    def action_both_hold(self) -> None:
        """Ask on what both differ, and decide that both hold."""
        row = self.desk.board.current
        if not self._can_decide() or row is None:
            return
        facets = load("review")["facets"]
        names = [entry["facet"] for entry in facets]
        suggested = _SUGGESTED.get(row.group.verdict, names[0])
        answers = [Answer(entry["key"], entry["name"], entry["facet"]) for entry in facets]

        def take(facet: str | None) -> None:
            if facet is not None:
                self._decide("both_hold", facet=facet)

        question = "Both hold. On what do they differ?"
        self.app.push_screen(Choose(question, answers, names.index(suggested)), take)

    def action_neither(self) -> None:
        """Decide that neither is right."""
        if self._can_decide():
            self._decide("neither")

    def action_skip(self) -> None:
        """Skip the question."""
        if self._can_decide():
            self._decide("skip")

    def action_wrong_match(self) -> None:
        """Keep claims apart; of more than two, ask which."""
        if not self._can_decide():
            return
        if len(self._claims()) == 2:
            self._decide("wrong_match")
            return
        hints = [
            *self._claim_lines(),
            line(Span(_APART, "dim")),
        ]

        def take(typed: str | None) -> None:
            if typed == "":
                self._decide("wrong_match")
            elif typed:
                self._with_numbers(typed, lambda chosen: self._decide("wrong_match", chosen))

        self.app.push_screen(Ask("Which claims are kept apart? Their numbers", "", hints), take)

    def action_note(self) -> None:
        """Ask for a note."""
        if not self._can_decide():
            return

        def take(typed: str | None) -> None:
            if typed:
                self._decide("note", note=typed)

        self.app.push_screen(Ask("Note on this question"), take)

    def action_correct(self) -> None:
        """Ask which claim was read wrongly, then what it says."""
        if not self._can_decide():
            return
        shown = self.desk.board.pair()
        claims, letters = self._claims(), self.desk.board.letters()
        answers = [
            Answer(str(number) if number <= _DIGITS else " ", f"{letters[claim.id]}  {said(claim)}", claim.id)
            for number, claim in enumerate(claims, 1)
        ]
        marked = [claim.id for claim in claims].index(shown[0]) if shown else 0

        def take(claim: str | None) -> None:
            if claim is not None:
                self._fill_in(claim, {}, "")

        self.app.push_screen(Choose("Which claim was read wrongly?", answers, marked), take)

    def _fill_in(self, claim: str, typed: dict[str, str], error: str) -> None:
        """Show the form; where what was typed cannot be read, show it again with the reason."""
        story = self.desk.board.story
        assert story is not None
        found = story.known.claims[claim]

        def take(filled: dict[str, str] | None) -> None:
            if filled is None:
                return
            why = self.desk.correct(claim, filled)
            if why:
                self._fill_in(claim, filled, why)
            self.redraw()

        quote = in_sentence(found, story.sources.get(found.source))
        self.app.push_screen(Form(quote, _as_read(found), typed, error), take)

    def action_undo(self) -> None:
        """Take back the last decision."""
        self.desk.undo()
        self.redraw()

    def action_redo(self) -> None:
        """Bring back what was taken back."""
        self.desk.redo()
        self.redraw()

    def action_settle(self) -> None:
        """Where reviewers differ, ask whose decision is upheld."""
        standing = self.desk.standing
        if not self._can_decide() or standing is None:
            return
        if len(standing.by_reviewer) < 2:
            self.say("there is nothing to settle: no two reviewers decided on this question")
            return
        letters = self.desk.board.letters()
        answers = [
            Answer(
                str(number) if number <= _DIGITS else " ",
                f"{decision.reviewer}: {in_words(decision, letters)}",
                decision.id,
            )
            for number, decision in enumerate(by_name(standing), 1)
        ]

        def take(decision: str | None) -> None:
            if decision is not None:
                self.desk.settle(decision)
                self.redraw()

        self.app.push_screen(Choose("Reviewers differ. Whose decision is upheld?", answers), take)


def _unit(claim: Claim) -> str:
    if claim.value is None or claim.value.unit in ("date", "rank"):
        return "none"
    return claim.value.counted or claim.value.unit


def _as_read(claim: Claim) -> dict[str, str]:
    """Return the facets of the form, each with what was read."""
    return {
        "value": claim.value.surface if claim.value else "none",
        "unit": _unit(claim),
        "period": period(claim.period),
        "subject": claim.subject,
        "measure": claim.measure,
    }
