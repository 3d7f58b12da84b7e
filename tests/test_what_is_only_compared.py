"""What watchers expected against what came, times that are only compared with, and names like plurals."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.model import Claim
from claims.sources import from_text
from reconcile import reconcile
from reconcile.vocabulary import load as vocabulary


def read(tmp_path: Path, text: str) -> dict[str, Claim]:
    path = tmp_path / "story.md"
    path.write_text(f"---\npublished: 2024-11-03\n---\n\n{text}\n", encoding="utf-8")
    return {claim.value.surface: claim for claim in extract(load(path)) if claim.value is not None}


@pytest.mark.parametrize("word", vocabulary("wording")["watchers"].split())
def test_what_watchers_expected_is_no_other_side(word: str) -> None:
    text = f"Elm Mills said revenue was €2.52bn in 2024, while a city {word} expected €2.55bn in 2024.\n"
    result = reconcile([from_text(text)])
    assert not [pair for pair in result.pairs if pair.verdict in ("conflict", "possible_conflict")]


@pytest.mark.parametrize(
    "text",
    [
        "Compared with June, exports of the port fell by 3.8%.",
        "Average pay rose by 14 cents compared to April.",
    ],
)
def test_a_time_that_is_only_compared_with_dates_no_event(tmp_path: Path, text: str) -> None:
    assert not [claim for claim in read(tmp_path, text).values() if claim.kind == "date"]


def test_a_time_of_an_event_dates_it(tmp_path: Path) -> None:
    assert [
        claim for claim in read(tmp_path, "The port closed on 3 May 2024.").values() if claim.kind == "date"
    ]


@pytest.mark.parametrize("surface", ["14 shops", "€9m"])
def test_a_firm_whose_name_ends_like_a_plural(tmp_path: Path, surface: str) -> None:
    text = (
        "Harrowells has unveiled plans to shut 14 shops.\n\nThey were announced as Harrowells "
        "reported that profits fell to €9m. The company has already left Dorn. Harrowells is old."
    )
    assert read(tmp_path, text)[surface].subject == "Harrowells"


def test_a_body_named_behind_what_it_is(tmp_path: Path) -> None:
    text = "Peru's second largest grocer, Harrowell, has lost money and warned that it will close 14 shops."
    assert read(tmp_path, text)["14 shops"].subject == "Harrowell"
