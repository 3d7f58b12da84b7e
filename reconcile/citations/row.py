"""The citations as data: a row for each claim, with all that is needed to quote it and to find it again."""

from dataclasses import dataclass

from reconcile.selectors import Selector


@dataclass(frozen=True, slots=True)
class Work:
    """The source of a citation.

    Attributes:
        name: Name of the file.
        title: Its headline, or "".
        authors: Who wrote it, as printed, or "".
        publisher: Who published it, or "".
        url: Where it was published, or "".
        published: Day of publication (ISO), or "".
        published_evidence: Where that day stands, or "".
        modified: Day of the last change (ISO), or "".
        modified_evidence: Where that day stands, or "".
        accessed: Day it was fetched (ISO), or "" where nobody noted it.
        language: Its language as a BCP 47 tag, or "".
        original: What it retells or translates, so that nobody quotes it as the original; or "".
        file_sha256: Hash of the file's bytes, hexadecimal; "" where they were not read from a file.
        text_sha256: Hash of the extracted text as UTF-8, hexadecimal.
    """

    name: str
    title: str
    authors: str
    publisher: str
    url: str
    published: str
    published_evidence: str
    modified: str
    modified_evidence: str
    accessed: str
    language: str
    original: str
    file_sha256: str
    text_sha256: str


@dataclass(frozen=True, slots=True)
class Citation:
    """A claim with its quote, its source and what was found and decided on it.

    Attributes:
        claim: Id of the claim.
        said: What it claims, in short.
        kind: What sort of claim it is.
        subject: Who or what it is about.
        measure: What is measured or asserted.
        object: What an assertion acts on, or "".
        scope: What narrows it ("geography: India; basis: proven"), or "".
        surface: The value as written, or "".
        value: The value normalised, for people, or "".
        low: Its lower bound in ``unit``, or None.
        high: Its upper bound in ``unit``, or None.
        unit: Base unit, or "".
        counted: What is counted, or "".
        hedge: What the wording does to the value, or "".
        period: When the claim holds, for people, or "".
        period_start: First day (ISO), or "".
        period_end: Last day (ISO), or "".
        period_evidence: The words it was read from, and what they were resolved against, or "".
        modality: How the source presents it.
        polarity: affirmed or negated.
        attribution: Who says so, or "".
        group: Id of the question that it answers, or "" where nothing else does.
        question: The question, or "".
        verdict: How the answers stand to each other, or "".
        decision: What reviewers decided on the question, or "".
        reviewer: Who decided, or "".
        decided: When, or "".
        note: What they wrote, or "".
        selector: The quote with its surroundings and its place.
        locator: Page, line or paragraph.
        link: Address that leads to the quote on the page it was published on, or "".
        work: The source.
    """

    claim: str
    said: str
    kind: str
    subject: str
    measure: str
    object: str
    scope: str
    surface: str
    value: str
    low: float | str | None
    high: float | str | None
    unit: str
    counted: str
    hedge: str
    period: str
    period_start: str
    period_end: str
    period_evidence: str
    modality: str
    polarity: str
    attribution: str
    group: str
    question: str
    verdict: str
    decision: str
    reviewer: str
    decided: str
    note: str
    selector: Selector
    locator: str
    link: str
    work: Work
