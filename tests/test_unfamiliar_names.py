"""Names that no dictionary holds: a parser takes them for common words where they open a sentence."""

from pathlib import Path

import pytest

from claims import load
from claims.language import Sentence, sentences
from claims.unfamiliar import label_names


def read(tmp_path: Path, text: str) -> list[Sentence]:
    path = tmp_path / "story.txt"
    path.write_text(text + "\n", encoding="utf-8")
    return sentences(load(path))


def tags(found: list[Sentence]) -> dict[str, str]:
    return {token.text: token.tag_ for sentence in found for token in sentence.span}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Torvane shares dropped 8% on Friday.", "Torvane"),
        ("Brackmoor finished seventh last season.", "Brackmoor"),
        ("Helvane has 212 lifts, every one of which is old.", "Helvane"),
    ],
)
def test_an_unknown_word_with_a_capital_is_a_name(tmp_path: Path, text: str, word: str) -> None:
    found = read(tmp_path, text)
    label_names(found, text)
    assert tags(found)[word] == "NNP"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Turnout was 61% on Sunday.", "Turnout"),
        ("Insurers paid €4m last year.", "Insurers"),
        ("Danish growers lost a third of the crop.", "Danish"),
        ("Smolting began in May. Early smolting helps.", "Smolting"),
    ],
)
def test_a_common_word_stays_one(tmp_path: Path, text: str, word: str) -> None:
    found = read(tmp_path, text)
    before = tags(found)[word]
    label_names(found, text)
    assert tags(found)[word] == before != "NNP"


def test_a_headline_is_read_behind_the_one_name_above_it(tmp_path: Path) -> None:
    found = read(tmp_path, "KELMORA: PROFIT DOWN 12%\n\nThe maker of tents is to close two shops.")
    assert [sentence.text for sentence in found[:2]] == ["KELMORA:", "PROFIT DOWN 12%"]
    found = read(
        tmp_path, "AFTER ELM: SIX SHOPS LOST\n\nThe maker of tents and stoves is to close two shops."
    )
    assert found[0].text == "AFTER ELM: SIX SHOPS LOST"
