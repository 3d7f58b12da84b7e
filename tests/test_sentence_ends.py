"""Where a sentence ends: behind a decimal number or a unit, too, but not inside names, dates and headings."""

import pytest

from claims.language import sentences, split
from claims.sources import from_text


@pytest.mark.parametrize(
    "sentences",
    [
        ("The fee rose to €1.20 a bag, up from €1.10.", "Shares fell 3% to €52.10."),
        ("The quake had a magnitude of 5.5.", "Aftershocks went on."),
        ("Rovers lost 2.5 points.", "They are third."),
        ("She scored 9.75.", "“I am glad,” she said."),
        ("Rain reached 12.5 mm in Marl.",),
        ("The rate of 4.1. per cent was a slip of the pen.",),
        ("1.2. Results of the poll are below.",),
        ("The wall is 3 m.", "Sales fell.", "It held 5 t.", "Gusts of 95 km/h.", "Trains stopped."),
        ("The prize went to J. Marl and 3 J. Holm fans.",),
        ("The U.S. Senate voted on No. 12.", "It passed."),
        ("Is it cheaper?", "No.", "Prices stay.", "He took No. Seven."),
    ],
)
def test_where_sentences_end(sentences: tuple[str, ...]) -> None:
    text = " ".join(sentences)
    assert tuple(text[start:end] for start, end in split(text, 0, len(text))) == sentences


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("SPLIT, Croatia, May 3 Ferries stopped on Tuesday.", "Ferries stopped on Tuesday."),
        ('NEW LEME, Pa. Feb. 7 "We saw it fall," she said.', '"We saw it fall," she said.'),
        ("OSLO, Nov 3 (Agency) - Trains stopped.", "Trains stopped."),
        ("OPEC will meet on May 3 Ministers said.", "OPEC will meet on May 3 Ministers said."),
    ],
)
def test_no_sentence_begins_with_its_dateline(text: str, first: str) -> None:
    assert sentences(from_text(f"# Strike\n\n{text}\n", "a.md"))[1].text == first
