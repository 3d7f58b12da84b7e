"""What a question of the report rests on: statements with their words, arguments, and values as intervals."""

from dataclasses import dataclass
from typing import Literal

from claims.model import Value

Role = Literal["context", "quote", "value", "cut"]
Wording = Literal["original", "retold", "translated"]
Scale = Literal["linear", "logarithmic", "dates"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a source.

    Attributes:
        kind: What a person counts in it: lines in text files, pages where it has them, else paragraphs.
        number: Which of them it is, from 1.
        label: The same for a person ("line 12", "page 3").
        line: First line of the extracted text, from 1; that of the file where ``kind`` is line.
        column: First column in code points, from 1.
        end_line: Last line.
        end_column: Column after the last character.
    """

    kind: Literal["line", "page", "paragraph"]
    number: int
    label: str
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of an excerpt.

    Attributes:
        text: The words, as in the source.
        role: The value, the rest of the quote, or its context; "cut" where something was left out.
    """

    text: str
    role: Role


@dataclass(frozen=True, slots=True)
class Statement:
    """What one source says on a question: a claim with its evidence.

    Attributes:
        letter: What the question calls it: A, B, C …
        claim: Id of the claim.
        source: Name of the source.
        voice: Publisher of the source, or the name of the source where that is unknown.
        wording: Whether the words are the original ones, retold or translated.
        start: First offset of the quote in the source's text, in code points.
        end: Offset after the quote.
        place: The same as lines and columns.
        quote: The exact words.
        excerpt: The quote in its sentence.
        said: What it says, with period, status and who says so, for a person.
        about: What it is about: subject and measure.
        written: The value as the source writes it, or null where it states none.
        normalised: The value in words and a unit that all share, or null.
        value: The value in its base unit, or null.
        period: When it holds, for a person, or null where the source does not say.
        modality: How the source presents it.
        attribution: Who says so, or null.
        polarity: Whether it is affirmed or negated.
        inferred: What does not stand in the clause itself -> where it was taken from.
    """

    letter: str
    claim: str
    source: str
    voice: str
    wording: Wording
    start: int
    end: int
    place: Place
    quote: str
    excerpt: tuple[Run, ...]
    said: str
    about: str
    written: str | None
    normalised: str | None
    value: Value | None
    period: str | None
    modality: str
    attribution: str | None
    polarity: str
    inferred: dict[str, str]


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing that was looked at in two claims.

    Attributes:
        facet: What it is: unit, scope, period, value …
        effect: What it did: "note", "missing", "resolution", or the verdict that it led to.
        text: A sentence for a person.
    """

    facet: str
    effect: str
    text: str


@dataclass(frozen=True, slots=True)
class Argument:
    """Why two statements stand to each other as they do.

    Attributes:
        a: Letter of one.
        b: Letter of the other.
        verdict: How they stand to each other.
        severity: high, medium or low.
        text: What decided it, for a person.
        unless: What would make it no conflict; empty where it is none.
        facets: What was found, in order, without what passed.
        passed: What the two have in common, so that it explains no difference.
    """

    a: str
    b: str
    verdict: str
    severity: str
    text: str
    unless: str
    facets: tuple[Facet, ...]
    passed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One value as an interval on an axis. A bound that is null is infinite.

    Attributes:
        letter: The statement it belongs to.
        claim: Id of its claim.
        others: Letters of the statements that say the same.
        text: The value with its period, for a person.
        source: Who says it.
        stated: The numbers printed.
        low: Least value that the wording allows.
        high: Greatest value that the wording allows.
        open_low: Whether the least value is itself excluded.
        open_high: Whether the greatest value is itself excluded.
        expected_low: Least value that a reader expects.
        expected_high: Greatest value that a reader expects.
    """

    letter: str
    claim: str
    others: tuple[str, ...]
    text: str
    source: str
    stated: tuple[float, ...]
    low: float | None
    high: float | None
    open_low: bool
    open_high: bool
    expected_low: float | None
    expected_high: float | None


@dataclass(frozen=True, slots=True)
class Tick:
    """A labelled place on an axis.

    Attributes:
        at: Where it is; a day is its proleptic ordinal.
        label: What stands there.
    """

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Plot:
    """The values of a question as intervals on one axis.

    Attributes:
        unit: Base unit of the axis; "date" for days as proleptic ordinals.
        axis: What the axis shows, for a person.
        title: What the plot shows.
        description: The same in words, for whoever cannot see it.
        scale: linear, logarithmic or dates.
        low: First value on the axis.
        high: Last value on the axis.
        ticks: Labelled places.
        bars: The intervals, in the order of the statements.
        left_out: How many further statements are not drawn.
    """

    unit: str
    axis: str
    title: str
    description: str
    scale: Scale
    low: float
    high: float
    ticks: tuple[Tick, ...]
    bars: tuple[Bar, ...]
    left_out: int
