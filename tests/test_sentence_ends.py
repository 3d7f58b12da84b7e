"""Where a sentence ends: behind a decimal number or a unit, too, but not inside names, dates and headings."""

import pytest

from claims.language import split


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
    ],
)
def test_where_sentences_end(sentences: tuple[str, ...]) -> None:
    text = " ".join(sentences)
    assert tuple(text[start:end] for start, end in split(text, 0, len(text))) == sentences
