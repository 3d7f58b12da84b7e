"""The nouns: a source, its blocks, the quantities and times in it, and the claims it makes.

All are frozen dataclasses without behaviour beyond their JSON form. Offsets count code points of the
source's extracted text; a span is always ``[start, end)``.
"""

from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Hedge = Literal["exact", "approx", "nearly", "over", "at_least", "under", "at_most", "range"]
Direction = Literal["up", "down"]
Pair = Literal["change", "score"]
Kind = Literal["quantity", "share", "money", "count", "rank", "growth", "date", "duration", "fact"]
Modality = Literal["actual", "estimate", "projection", "plan", "reported"]
Polarity = Literal["affirmed", "negated"]
BlockKind = Literal["heading", "paragraph", "list_item", "table_row", "caption", "furniture"]


@dataclass(frozen=True, slots=True)
class Datum:
    """A piece of metadata and where it was found.

    Attributes:
        value: The metadata itself; a date is an ISO day.
        evidence: Where it stands, for a reader ("front matter: published", "byline, line 2").
        guess: Whether it was only guessed. Such a date has a key of its own ("published_guess") and decides
            nothing.
    """

    value: str
    evidence: str
    guess: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A run of text that belongs together; sentences never cross its borders.

    Attributes:
        start: First offset in the source's text.
        end: Offset after the last character.
        kind: What it is; ``furniture`` (bylines, photo credits, links, front matter) gives no claims.
        cells: For a table row, the spans of its cells; else empty.
        header: For a table row below a header, the texts of the header's cells; else empty.
    """

    start: int
    end: int
    kind: BlockKind
    cells: tuple[tuple[int, int], ...] = ()
    header: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """One text as it was read.

    Attributes:
        name: The file name as given, with its folder where two files share a name.
        text: The extracted text that all offsets refer to.
        blocks: Its blocks in order.
        sha256: Hash of the text as UTF-8, hexadecimal.
        metadata: title, publisher, published, url … each with its evidence; a missing key is unknown.
        warnings: One line for each thing a user should know about the reading.
        format: What the file was: text, markdown, html, pdf, docx …
        reader: The library that took the text out, with its version ("pypdf 7.1.0"): another version may
            give another text and other offsets. Empty where the text is the decoded file.
        pages: Where each page begins in the text; empty where there are no pages.
        repeats: Name of the source that this one repeats (a syndicated copy, a print view), or None. The two
            are one voice.
        file_sha256: Hash of the file's bytes, hexadecimal; empty where the text came from no file.
    """

    name: str
    text: str
    blocks: tuple[Block, ...]
    sha256: str
    metadata: dict[str, Datum] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    format: str = "text"
    reader: str = ""
    pages: tuple[int, ...] = ()
    repeats: str | None = None
    file_sha256: str = ""

    def known(self, key: str) -> str | None:
        """Return the metadata value stored under ``key``, or None where it is unknown."""
        datum = self.metadata.get(key)
        return datum.value if datum else None

    def as_json(self) -> dict[str, Any]:
        """Return the JSON form, without the text."""
        return {
            "name": self.name,
            "sha256": self.sha256,
            "file_sha256": self.file_sha256 or None,
            "characters": len(self.text),
            "metadata": {key: asdict(self.metadata[key]) for key in sorted(self.metadata)},
            "warnings": list(self.warnings),
            "format": self.format,
            "reader": self.reader,
            "pages": len(self.pages) or None,
            "repeats": self.repeats,
        }


QuantityKind = Literal["quantity", "share", "money", "count", "rank", "growth", "duration", "date", "label"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number in a text, read with its unit and hedge but not converted.

    Attributes:
        start: First offset, of the hedge where there is one.
        end: Offset after the unit or the counted noun.
        low: Lower bound in ``unit``; None where the wording gives none ("under 5").
        high: Upper bound in ``unit``; None where the wording gives none ("over 5").
        unit: Normal name of the unit ("metric ton", "percentage", "dollar per metric ton"); for a counted
            thing its noun in the singular; "" where there is none.
        surface_unit: The unit as written ("tonnes", "%", "rare earth magnets"); "" where there is none.
        hedge: What the wording does to the number.
        direction: Whether the wording says that it rose or fell by this much.
        kind: What sort of number it is; ``label`` (a road, a model, a page) and ``date`` are no quantities.
        counted: The noun that is counted, as written and without articles; None for a measured unit.
        number_start: First offset of the digits or number words themselves.
        number_end: Offset after the digits, number words and magnitude.
        pair: Set where the quantity is two numbers and no range: "change" where ``low`` is the old and
            ``high`` the new value ("from $75 to $45"), "score" where they are the two sides ("a 3-1 win").
    """

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str
    surface_unit: str
    hedge: Hedge
    direction: Direction | None = None
    kind: QuantityKind = "quantity"
    counted: str | None = None
    number_start: int = 0
    number_end: int = 0
    pair: Pair | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """When a claim holds.

    Attributes:
        start: First day (ISO), or None where it is open or cannot be resolved.
        end: Last day (ISO), or None where it is open or cannot be resolved.
        text: The words it was read from.
        resolved_from: What a relative expression was resolved against ("published 2025-10-28"), or None.
    """

    start: str | None
    end: str | None
    text: str
    resolved_from: str | None = None


@dataclass(frozen=True, slots=True)
class Value:
    """What a claim says in figures, in the base unit of its dimension.

    Attributes:
        low: Lower bound, or the ISO date for kind ``date``; None where the wording gives none.
        high: Upper bound; None where the wording gives none.
        unit: Base unit: t, km, ha, %, pp, count, rank, an ISO currency, USD/t, count/day, date …
        counted: The noun counted when the unit is ``count``.
        hedge: What the wording does to the number.
        surface: The words of the value, with hedge and unit.
        direction: Of a change; a fall also has negative bounds.
        start: First offset of the surface.
        end: Offset after the surface.
        step: Half of the last significant place of the stated number, in the base unit: what rounding allows.
    """

    low: float | str | None
    high: float | str | None
    unit: str
    counted: str | None
    hedge: Hedge
    surface: str
    direction: Direction | None
    start: int
    end: int
    step: float = 0.0


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that one source says.

    Attributes:
        id: Stable identifier, derived from the source's text and the claim's place and content.
        source: Name of the source.
        start: First offset of the clause that carries the claim.
        end: Offset after that clause.
        quote: ``text[start:end]``.
        sentence: The whole sentence.
        kind: What sort of claim it is.
        subject: Who or what it is about, canonical where that could be resolved.
        measure: What is measured or asserted, phrased positively.
        object: What an assertion acts on.
        scope: Facets that narrow it: geography, commodity, sector, basis, population …
        value: None for a fact.
        period: None where nothing is stated.
        modality: How the source presents it.
        attribution: Who says so, or None.
        polarity: Of the measure.
        inferred: Facet -> where it was taken from, for what does not stand in the clause itself.
        marks: Facet -> place in the source's text of the words that decided it; not part of the JSON form.
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
    object: str | None = None
    scope: dict[str, str] = field(default_factory=dict)
    value: Value | None = None
    period: Period | None = None
    modality: Modality = "actual"
    attribution: str | None = None
    polarity: Polarity = "affirmed"
    inferred: dict[str, str] = field(default_factory=dict)
    marks: dict[str, tuple[int, int]] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return the JSON form with the fields in their documented order."""
        document = asdict(self)
        del document["marks"]
        return document
