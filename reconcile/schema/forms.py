"""The documents that the commands write as JSON, as dataclasses: nothing is made of them but the schemas."""

from dataclasses import dataclass

from claims.model import Datum, Kind, Modality, Period, Polarity, Value
from reconcile.result import Check, Group


@dataclass(frozen=True)
class Source:
    """A source that was read, without its text.

    Attributes:
        name: The file name as given, with its folder where two files share a name.
        sha256: Hash of the text as UTF-8, hexadecimal.
        file_sha256: Hash of the file's bytes, hexadecimal; null where the text came from no file.
        characters: Length of the text in code points.
        metadata: title, publisher, published, url … each with where it stands; what is missing is unknown.
        warnings: One line for each thing a user should know about the reading.
        format: What the file was: text, markdown, html, pdf …
        reader: The library that took the text out, with its version; "" where the text is the decoded file.
        pages: How many pages it has, or null where it has none.
        repeats: Name of the source that it repeats, or null.
    """

    name: str
    sha256: str
    file_sha256: str | None
    characters: int
    metadata: dict[str, Datum]
    warnings: list[str]
    format: str
    reader: str
    pages: int | None
    repeats: str | None


@dataclass(frozen=True)
class Claim:
    """One thing that one source says.

    Attributes:
        id: Stable: the same for the same text, whatever else is read.
        source: Name of the source.
        start: First offset, in code points, of the clause that carries the claim.
        end: Offset after that clause.
        quote: The clause.
        sentence: The whole sentence.
        kind: What sort of claim it is.
        subject: Who or what it is about.
        measure: What is measured or asserted, phrased positively.
        object: What an assertion acts on, or null.
        scope: Facets that narrow it: geography, commodity, sector, basis, population …
        value: What it says in figures, or null for a fact.
        period: When it holds, or null where nothing is stated.
        modality: How the source presents it.
        attribution: Who says so, or null.
        polarity: Whether the measure is affirmed or negated.
        inferred: Facet -> where it was taken from, for what does not stand in the clause itself.
    """

    id: str
    source: str
    start: int
    end: int
    quote: str
    sentence: str
    kind: Kind
    subject: str
    measure: str
    object: str | None
    scope: dict[str, str]
    value: Value | None
    period: Period | None
    modality: Modality
    attribution: str | None
    polarity: Polarity
    inferred: dict[str, str]


@dataclass(frozen=True)
class Problem:
    """What could not be read, or not be done in full.

    Attributes:
        name: The source, or "" where it is about all of them.
        cause: What is wrong.
        advice: What to do about it; "" where nothing can be done.
    """

    name: str
    cause: str
    advice: str


@dataclass(frozen=True)
class Checked:
    """What ``reconcile check --format json`` writes.

    Attributes:
        sources: The sources, sorted by name.
        claims: Their claims, by source and place.
        groups: Claims that answer the same question; conflicts first, the gravest first.
        checks: Sums that the figures of a source allow.
        problems: What could not be read, or not be done in full.
    """

    sources: list[Source]
    claims: list[Claim]
    groups: list[Group]
    checks: list[Check]
    problems: list[Problem]


@dataclass(frozen=True)
class Claimed:
    """What ``reconcile claims --format json`` writes.

    Attributes:
        sources: The sources, sorted by name.
        claims: Their claims, by source and place.
        problems: What could not be read.
    """

    sources: list[Source]
    claims: list[Claim]
    problems: list[Problem]
