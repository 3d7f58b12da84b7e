"""Another language than English is told from its script and its small words; English is never skipped."""

import tomllib
from pathlib import Path

import pytest

from claims.sources import SourceError, from_text, load, load_all
from claims.sources.languages import ENGLISH, identify
from claims.vocabulary import load as vocabulary

WORDS = vocabulary("languages")["words"]
TEXTS = tomllib.loads(Path(__file__).with_name("languages.toml").read_text("utf-8"))
SAMPLES = TEXTS["other"]


@pytest.mark.parametrize("code", SAMPLES)
def test_a_language_is_told(code: str) -> None:
    found = identify(SAMPLES[code])
    assert found is not None and found.code == code


@pytest.mark.parametrize("code", WORDS)
def test_every_language_is_known_by_its_small_words(code: str) -> None:
    found = identify(f"{WORDS[code]['words']} Kolle Velle Orrin")
    assert found is not None and found.code == code


@pytest.mark.parametrize("text", TEXTS["english"]["texts"])
def test_english_stays_english(text: str) -> None:
    assert identify(text) is ENGLISH


@pytest.mark.parametrize("text", ["Velle 2023: 40", "", "Kolle " * 50, "12 45 78 " * 40, "Paris, Texas"])
def test_what_cannot_be_told_is_not_told(text: str) -> None:
    assert identify(text) is None


def test_it_is_one_line_and_the_rest_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAMPLES["de"], encoding="utf-8")
    (tmp_path / "b.txt").write_text("The mine at Kolle closed in 2023.\n")
    sources, problems = load_all([tmp_path])
    assert [source.name for source in sources] == ["b.txt"]
    told = "a.txt: is in German, and only English is read; give a translation; it was skipped"
    assert [str(problem) for problem in problems] == [told]
    with pytest.raises(SourceError, match="is in German"):
        load(tmp_path / "a.txt")


def test_a_person_who_says_that_it_is_english_is_believed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAMPLES["nl"], encoding="utf-8")
    (tmp_path / "sources.toml").write_text('["a.txt"]\nlanguage = "en"\n')
    assert [source.name for source in load_all([tmp_path])[0]] == ["a.txt"]


def test_a_text_at_hand_is_not_judged() -> None:
    assert from_text(SAMPLES["fr"]).text == SAMPLES["fr"]
