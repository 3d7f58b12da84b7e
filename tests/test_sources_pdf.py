"""PDF: paragraphs, tables and notes as they are meant, without running heads, and the page of each claim."""

import pytest

import claims
from claims.model import Source
from claims.sources.errors import Unreadable
from claims.sources.locators import locate
from claims.sources.pdf import read
from tests.corpus.pdf import HEIGHT, MARGIN, WIDTH, Pdf, wrapped

FIRST = (
    "The mine at Kolle produced 18,000 tonnes of copper in 2023, its owner said in a report that came out on"
)
SECOND = "Monday. It employs 320 workers and wants to hire 40 more before the summer of next year."
LAST = "The report does not say what the mine will cost in 2025."


def source(document: Pdf) -> Source:
    return read.read(document.bytes()).as_source("a.pdf")


def two_pages(*, running: bool = True) -> Pdf:
    document = Pdf(info={"Title": "Microsoft Word - draft7.doc", "CreationDate": "D:20240930"})
    for number, text in enumerate((FIRST, f"{SECOND}")):
        document.page()
        if running:
            document.line(f"Annual report of the mine, {number + 1} May 2026", MARGIN, HEIGHT - 30, 8)
            document.line(f"{number + 1} / 2", WIDTH / 2, 25, 8)
        for row, line in enumerate(wrapped(text, WIDTH - 2 * MARGIN)):
            document.line(line, MARGIN, HEIGHT - 100 - 14 * row)
    document.line(LAST, MARGIN, HEIGHT - 200)
    return document


def test_a_sentence_goes_on_over_the_page_and_running_heads_are_left_out() -> None:
    found = source(two_pages())
    assert "on\nMonday. It employs" in found.text
    assert "Annual report" not in found.text and "/ 2" not in found.text
    assert [block.kind for block in found.blocks] == ["paragraph", "paragraph"]


def test_claims_know_their_page() -> None:
    found = source(two_pages())
    assert len(found.pages) == 2 and found.text[found.pages[1] :].startswith("Monday.")
    pages = {
        claim.value.low: str(locate(found, claim.value.start))
        for claim in claims.extract(found)
        if claim.value
    }
    assert (pages[18_000], pages[320], pages[40]) == ("page 1", "page 2", "page 2")


def test_what_the_properties_say_is_a_guess_and_a_file_name_no_title() -> None:
    found = source(two_pages())
    assert "title" not in found.metadata and found.known("published") is None
    guessed = found.metadata["published_guess"]
    assert (guessed.value, guessed.guess) == ("2024-09-30", True)


@pytest.mark.parametrize(
    "line", ["Page 3 of 9", "3", "- 3 -", "25/11/2026, 14:05 The mine", "https://kolle.example/a 1/3"]
)
def test_what_a_program_prints_around_a_page_is_left_out(line: str) -> None:
    document = two_pages(running=False)
    document.line(line, MARGIN, 20, 8)
    found = source(document)
    assert line not in found.text.splitlines() and "published" not in found.metadata


def test_a_table_is_rows_with_cells() -> None:
    document = two_pages(running=False)
    for row, cells in enumerate(
        (("Mine", "2022", "2023"), ("Kolle", "17,000", "18,000"), ("Orrin", "", "9,000"))
    ):
        for column, cell in enumerate(cells):
            if cell:
                document.line(cell, MARGIN + 150 * column, 400 - 14 * row)
    found = source(document)
    rows = [block for block in found.blocks if block.kind == "table_row"]
    assert [block.header for block in rows] == [(), ("Mine", "2022", "2023"), ("Mine", "2022", "2023")]
    last = [found.text[start:end] for start, end in rows[-1].cells]
    assert last == ["Orrin", "", "9,000"]


def test_headings_are_larger_or_bold() -> None:
    document = Pdf()
    document.page()
    document.line("Copper again", MARGIN, 760, 20)
    for row, line in enumerate(wrapped(f"{FIRST} {SECOND}", WIDTH - 2 * MARGIN)):
        document.line(line, MARGIN, 700 - 14 * row)
    document.line("What comes next", MARGIN, 600, 11, "F2")
    document.line(LAST, MARGIN, 580)
    found = source(document)
    assert [block.kind for block in found.blocks] == ["heading", "paragraph", "heading", "paragraph"]
    assert found.known("title") == "Copper again"


def test_columns_that_are_drawn_line_by_line_are_put_below_each_other() -> None:
    document = Pdf()
    document.page()
    width = (WIDTH - 2 * MARGIN) / 2 - 30
    left, right = wrapped(f"{FIRST} Monday.", width), wrapped(SECOND.removeprefix("Monday. "), width)
    for row, (one, other) in enumerate(zip(left, right, strict=False)):
        document.line(one, MARGIN, 700 - 14 * row)
        document.line(other, WIDTH / 2 + 15, 700 - 14 * row)
    for row in range(min(len(left), len(right)), len(left)):
        document.line(left[row], MARGIN, 700 - 14 * row)
    text = " ".join(source(document).text.split())
    assert "in 2023, its owner" in text and "It employs 320 workers and wants" in text


def test_footnotes_do_not_cut_the_text() -> None:
    document = two_pages(running=False)
    document.pages[0].append(("1 Copper in concentrate, from 2021 on.", MARGIN, 120, 7, "F1"))
    found = source(document)
    assert "on\nMonday. It employs" in found.text
    assert found.text.rstrip().endswith("Copper in concentrate, from 2021 on.")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"%PDF-1.4\n%%EOF", two_pages().bytes()[:900]])
def test_damage_is_one_line(data: bytes) -> None:
    with pytest.raises(Unreadable, match="damaged or cut off"):
        read.read(data)


def test_a_worker_that_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "SECONDS", 0.001)
    with pytest.raises(Unreadable, match="takes more than"):
        read.read(two_pages().bytes())


def test_too_many_pages_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MOST_PAGES", 1)
    reading = read.read(two_pages().bytes())
    assert [part.cause for part in reading.shortfalls] == ["has 2 pages; the first 1 were read"]
