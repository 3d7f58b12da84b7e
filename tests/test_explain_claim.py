"""``reconcile claims --explain ID`` shows where each facet of a claim comes from, and what was inferred."""

import json
from pathlib import Path
from typing import Any

import pytest

from claims import extract, load
from claims.evidence import evidence
from reconcile import cli

ARTICLE = """---
publisher: Harbour Gazette
published: 2024-03-14
---

The harbour authority closed the port on Monday. It said 41 ships were waiting outside. Fees are expected to
rise by 6% next year.

The pilots' union did not sign the contract.
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "gazette.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def claim_id(article: Path, words: str) -> str:
    found = [claim for claim in extract(load(article)) if words in claim.quote]
    return found[0].id


def explained(article: Path, words: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    cli.main(["claims", str(article), "--explain", claim_id(article, words), "--format", "json"])
    document: dict[str, Any] = json.loads(capsys.readouterr().out)
    return {item["facet"]: item for item in document["evidence"]}


def test_each_facet_is_shown_with_its_words(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    facets = explained(article, "6%", capsys)
    assert (facets["subject"]["value"], facets["subject"]["words"]) == ("fees", ["Fees"])
    assert (facets["measure"]["words"], facets["measure"]["supplied"]) == (["Fees"], ["change"])
    assert facets["value"]["words"] == ["6%"]
    assert facets["period"]["words"] == ["next year"]
    assert "2024-03-14" in facets["period"]["note"]
    assert (facets["modality"]["value"], facets["modality"]["words"]) == ("projection", ["expected"])


def test_what_was_inferred_says_from_where(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    attribution = explained(article, "41 ships", capsys)["attribution"]
    assert attribution["value"] == "harbour authority"
    assert attribution["words"] == ["It"]
    assert "“It”" in attribution["note"] and "harbour authority" in attribution["note"]


def test_a_denial_shows_the_word_that_denies(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    polarity = explained(article, "sign the contract", capsys)["polarity"]
    assert (polarity["value"], polarity["words"]) == ("negated", ["not"])


def test_the_page_is_for_a_terminal(article: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = claim_id(article, "41 ships")
    assert cli.main(["claims", str(article), "--explain", wanted[:7]]) == 0
    shown = capsys.readouterr().out
    for words in (
        wanted,
        "Harbour Gazette",
        "It said [41 ships] were waiting outside.",
        "from “It”",
        "inferred:",
    ):
        assert words in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_words_of_another_sentence_are_said_to_be(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "copper.txt"
    path.write_text(
        "Chile mined 5.3 million tonnes of copper, according to the copper institute. "
        "Peru follows with 2.7 million tonnes.\n",
        encoding="utf-8",
    )
    cli.main(["claims", str(path), "--explain", claim_id(path, "2.7 million")])
    shown = capsys.readouterr().out
    assert "from another sentence, “copper institute”" in shown
    assert "carried on from the sentence before" in shown


def test_hostile_text_is_shown_as_text(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "hostile.txt"
    path.write_text(
        "The \x1b[31mferry\x1b[0m of \u202eEvil\u202c carried 412 passengers in May.\n", encoding="utf-8"
    )
    cli.main(["claims", str(path), "--explain", claim_id(path, "412")])
    shown = capsys.readouterr().out
    assert "\x1b" not in shown and "\u202e" not in shown
    assert "412 passengers" in shown


@pytest.mark.parametrize("wanted", ["zzz", ""])
def test_an_unknown_claim_is_one_line(article: Path, capsys: pytest.CaptureFixture[str], wanted: str) -> None:
    assert cli.main(["claims", str(article), "--explain", wanted]) == 2
    written = capsys.readouterr()
    assert not written.out
    assert written.err.count("\n") == 1 and "no claim" in written.err


def test_an_id_that_is_too_short_names_the_claims(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "many.txt"
    path.write_text(" ".join(f"Town {n} sold {n} boats." for n in range(20, 60)) + "\n", encoding="utf-8")
    assert cli.main(["claims", str(path), "--explain", "1"]) == 2
    assert "several claims begin with “1”" in capsys.readouterr().err


def test_every_facet_of_every_claim_is_accounted_for(article: Path) -> None:
    source = load(article)
    for claim in extract(source):
        found = {item.facet: item for item in evidence(source, claim)}
        for facet in ("subject", "measure", "modality", "polarity"):
            assert facet in found
        for item in found.values():
            for start, end in item.places:
                assert 0 <= start < end <= len(source.text)
            assert item.places or item.note or item.supplied or item.facet in ("modality", "polarity")
        for facet, note in claim.inferred.items():
            assert facet not in found or found[facet].note == note
        assert "marks" not in claim.as_json()
