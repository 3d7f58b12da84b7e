"""The consistency report as data: every format is written from this, so that all say the same.

It holds no time of its own making: all dates in it come from the sources and from the decisions.
"""

from dataclasses import dataclass
from typing import Literal

from claims.model import Datum
from reconcile.report.evidence import Argument, Plot, Statement, Wording

REPORT_VERSION = 1

State = Literal["open", "done", "noted", "skipped", "stale", "disputed"]
Todo = Literal[
    "undecided", "skipped", "disputed", "stale", "orphaned", "failed_check", "undated", "unpublished"
]


@dataclass(frozen=True, slots=True)
class SourceRead:
    """A source that was read.

    Attributes:
        name: Its name in all output.
        title: Its headline, or null where it has none.
        publisher: Who published it, or null where that is unknown.
        published: The day of its publication (ISO), or null where that is unknown.
        published_from: Where that day stands, or null.
        modified: The day it was changed (ISO), or null where that is unknown.
        modified_from: Where that day stands, or null.
        url: Its address, or null where that is unknown.
        wording: Whether its words are the original ones; if not, nobody must quote them as such.
        format: What the file was: text, markdown, html, pdf …
        reader: The library that took the text out, with its version; "" where the text is the decoded file.
        pages: How many pages it has, or null where it has none.
        repeats: Name of the source that it repeats, so that the two are one voice, or null.
        metadata: Everything that is known about it, each with where it stands.
        sha256: Hash of the text as UTF-8, hexadecimal.
        file_sha256: Hash of the file's bytes, or null where the text came from no file.
        characters: Length of the text in code points.
        claims: How many claims it makes.
        warnings: What a reader should know about the reading, a line each.
    """

    name: str
    title: str | None
    publisher: str | None
    published: str | None
    published_from: str | None
    modified: str | None
    modified_from: str | None
    url: str | None
    wording: Wording
    format: str
    reader: str
    pages: int | None
    repeats: str | None
    metadata: dict[str, Datum]
    sha256: str
    file_sha256: str | None
    characters: int
    claims: int
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ruling:
    """What one reviewer decided.

    Attributes:
        id: Id of the decision.
        reviewer: Who decided.
        at: When, as recorded.
        action: What was decided: stands, both_hold, neither, wrong_match, correct, note …
        text: The same as a sentence, with the statements by letter.
        title: The question, as it was when the decision was made.
        chosen: Ids of the claims that it names.
        facet: On what both hold differ, or null.
        note: What the reviewer wrote, or null.
    """

    id: str
    reviewer: str
    at: str
    action: str
    text: str
    title: str
    chosen: tuple[str, ...]
    facet: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class Review:
    """How far the review of a question has come.

    Attributes:
        state: open, done, noted, skipped, stale (a source changed since) or disputed (reviewers differ).
        text: The same in words.
        ruling: The decision that counts, or null.
        rulings: The last decision of each reviewer.
        notes: All notes, in the order in which they were written.
    """

    state: State
    text: str
    ruling: Ruling | None
    rulings: tuple[Ruling, ...]
    notes: tuple[Ruling, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A question with what the sources answer.

    Attributes:
        number: Its number in this report, from 1.
        id: Id of its group.
        title: The question.
        verdict: The gravest verdict of two of its statements.
        severity: high, medium or low.
        name: The verdict for a person.
        mark: One character for it.
        sources: How many sources answer.
        origins: How many origins stand behind them.
        voices: The same for a person ("3 sources, 2 origins").
        telling: Letters of the statements that the verdict is about.
        statements: All answers, those that the verdict is about first.
        arguments: Why, for the pairs that tell most.
        more_pairs: How many further pairs have the same verdict and say something else.
        plots: The values as intervals, one plot for each unit; empty where nothing is in figures.
        review: What was decided on it, or null where no decisions were read.
    """

    number: int
    id: str
    title: str
    verdict: str
    severity: str
    name: str
    mark: str
    sources: int
    origins: int
    voices: str
    telling: tuple[str, ...]
    statements: tuple[Statement, ...]
    arguments: tuple[Argument, ...]
    more_pairs: int
    plots: tuple[Plot, ...]
    review: Review | None


@dataclass(frozen=True, slots=True)
class Sum:
    """A check of the arithmetic inside one source.

    Attributes:
        id: Id of the check.
        rule: What was computed.
        verdict: consistent or inconsistent.
        text: The sum with its bounds.
        computed: What the other figures give for the last, or null.
        statements: The figures that it rests on.
    """

    id: str
    rule: str
    verdict: str
    text: str
    computed: float | None
    statements: tuple[Statement, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source answers to one question; silent where it has no texts.

    Attributes:
        claims: Ids of the claims behind the texts.
        texts: What it says, each answer once.
    """

    claims: tuple[str, ...]
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One question across the sources.

    Attributes:
        item: Number of the question.
        title: The question.
        verdict: Its verdict.
        cells: A cell for each source of the matrix, in its order.
    """

    item: int
    title: str
    verdict: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Who says what: sources by questions.

    Attributes:
        sources: Names of the sources, a column each.
        lines: The questions that at least two sources answer, a line each.
        sources_left_out: How many sources have no column.
        lines_left_out: How many questions have no line.
    """

    sources: tuple[str, ...]
    lines: tuple[Line, ...]
    sources_left_out: int
    lines_left_out: int


@dataclass(frozen=True, slots=True)
class Count:
    """How many questions have a verdict.

    Attributes:
        verdict: The verdict.
        mark: One character for it.
        count: How many questions between sources, and contradictions inside one.
        text: The same in words.
    """

    verdict: str
    mark: str
    count: int
    text: str


@dataclass(frozen=True, slots=True)
class Summary:
    """The result in short.

    Attributes:
        text: One sentence.
        counts: The verdicts with how often they were found, the gravest first.
        open_conflicts: Conflicts and failing sums that nobody has decided.
        decided: Conflicts that were decided.
        most_important: Numbers of the conflicts that matter most, at most seven; open ones come first.
    """

    text: str
    counts: tuple[Count, ...]
    open_conflicts: int
    decided: int
    most_important: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OpenItem:
    """Something that a person still has to do.

    Attributes:
        kind: What sort of thing it is.
        text: What it is, for a person.
        item: Number of the question it is about, or null.
        source: Name of the source it is about, or null.
    """

    kind: Todo
    text: str
    item: int | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read, or not be done in full.

    Attributes:
        name: The source, or "" where it is about all of them.
        cause: What is wrong.
        advice: What to do about it; "" where nothing can be done.
    """

    name: str
    cause: str
    advice: str


@dataclass(frozen=True, slots=True)
class MadeWith:
    """What made this report, so that it can be made again.

    Attributes:
        versions: Program -> version.
        settings: Setting -> value, for everything that verdicts depend on and that can be set.
    """

    versions: dict[str, str]
    settings: dict[str, str]


@dataclass(frozen=True, slots=True)
class Report:
    """The consistency report.

    Attributes:
        title: What it is called.
        made_with: Versions and settings.
        sources: What was read.
        summary: The result in short.
        matrix: Who says what.
        conflicts: Sources that contradict each other or themselves, the gravest first.
        differences: Differences that have an explanation.
        agreements: What at least two sources say alike.
        sums: Checks of the arithmetic inside a source, the failing ones first.
        changes: Corrections of reviewers, and claims that they keep apart, which all of the report rests on.
        single: Figures that only one source has; a letter in them is empty.
        open_items: What is left to do.
        unread: What could not be read or not be done in full.
        reviewers: Who decided something; null where no decisions were read.
    """

    title: str
    made_with: MadeWith
    sources: tuple[SourceRead, ...]
    summary: Summary
    matrix: Matrix
    conflicts: tuple[Item, ...]
    differences: tuple[Item, ...]
    agreements: tuple[Item, ...]
    sums: tuple[Sum, ...]
    changes: tuple[Ruling, ...]
    single: tuple[Statement, ...]
    open_items: tuple[OpenItem, ...]
    unread: tuple[Unread, ...]
    reviewers: tuple[str, ...] | None

    @property
    def items(self) -> tuple[Item, ...]:
        """All questions, in the order of their numbers."""
        return (*self.conflicts, *self.differences, *self.agreements)
