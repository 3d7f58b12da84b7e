"""Short reports on many topics: every fact that an editor would take out of them is read, and no other."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claims import extract, load
from claims.model import Claim
from claims.vocabulary import load as vocabulary

STORIES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "facts.toml").read_text(encoding="utf-8")
)["story"]


def facts(tmp_path: Path, text: str) -> list[Claim]:
    path = tmp_path / "story.txt"
    path.write_text(text + "\n", encoding="utf-8")
    return [claim for claim in extract(load(path)) if claim.value is None]


def row(claim: Claim) -> str:
    return f"{claim.subject} | {claim.measure} | {'yes' if claim.polarity == 'affirmed' else 'no'}"


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["topic"])
def test_a_report_gives_its_facts_and_no_other(tmp_path: Path, story: dict[str, Any]) -> None:
    assert sorted(map(row, facts(tmp_path, story["text"]))) == sorted(story["facts"])


LAMP = "was caused by a faulty lamp"


@pytest.mark.parametrize(
    "text",
    [
        "A faulty lamp started the blaze.",
        "The blaze was sparked by a faulty lamp.",
        "The cause of the blaze was a faulty lamp.",
        "The blaze was due to a faulty lamp.",
        "The blaze was the result of a faulty lamp.",
        "Inspectors blamed a faulty lamp for the blaze.",
        "Inspectors blamed the blaze on a faulty lamp.",
        "A faulty lamp was blamed for the blaze.",
        "A faulty lamp is to blame for the blaze.",
        "The blaze, a report found, was caused by a faulty lamp.",
    ],
)
def test_a_cause_is_told_in_one_way(tmp_path: Path, text: str) -> None:
    assert ("blaze", LAMP, "faulty lamp") in {(f.subject, f.measure, f.object) for f in facts(tmp_path, text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("What started the blaze is unknown.", "blaze | cause is unknown | yes"),
        ("The cause of the blaze is unclear.", "blaze | cause is unknown | yes"),
        ("A faulty lamp did not cause the blaze.", f"blaze | {LAMP} | no"),
        ("The company denied that a faulty lamp had caused the blaze.", f"blaze | {LAMP} | no"),
    ],
)
def test_a_cause_may_be_unknown_or_denied(tmp_path: Path, text: str, wanted: str) -> None:
    assert wanted in map(row, facts(tmp_path, text))


@pytest.mark.parametrize(
    "text",
    [
        "A faulty lamp may have caused the blaze.",
        "The council started the vote.",
        "The source was a minister.",
    ],
)
def test_what_names_no_cause_is_not_read_as_one(tmp_path: Path, text: str) -> None:
    assert not [fact for fact in facts(tmp_path, text) if "caused" in fact.measure]


@pytest.mark.parametrize("noun", vocabulary("assertions")["causes"]["mishaps"])
def test_every_mishap_has_its_cause(tmp_path: Path, noun: str) -> None:
    (fact,) = facts(tmp_path, f"The {noun} in Norgate was caused by a faulty lamp.")
    assert fact.measure == LAMP
    assert noun in fact.subject


@pytest.mark.parametrize("word", vocabulary("assertions")["causes"]["unknown"])
def test_every_word_for_an_unknown_cause(tmp_path: Path, word: str) -> None:
    assert "explosion | cause is unknown | yes" in map(
        row, facts(tmp_path, f"The cause of the explosion is {word}.")
    )


def test_the_cause_after_the_event_is_the_events(tmp_path: Path) -> None:
    text = "The Alder fire spread. The Alder fire is out. The cause was a lamp. It was not the power line."
    found = [fact for fact in facts(tmp_path, text) if "caused" in fact.measure]
    assert [(fact.subject, fact.polarity) for fact in found] == [
        ("Alder fire", "affirmed"),
        ("Alder fire", "negated"),
    ]
    assert all("Alder fire" in fact.inferred["subject"] for fact in found)


WE = "“We will not sell the plant,” said {}."


@pytest.mark.parametrize(
    ("speaker", "subject"),
    [
        ("Ada Holm, chief executive of Norvik", "Norvik"),
        ("Ada Holm, Norvik’s chief executive", "Norvik"),
        ("Ada Holm, who leads the talks for Norvik", "Norvik"),
        ("Ada Holm, a farmer", "Ada Holm"),
    ],
)
def test_we_is_the_body_that_the_speaker_speaks_for(tmp_path: Path, speaker: str, subject: str) -> None:
    found = {fact.measure: fact for fact in facts(tmp_path, WE.format(speaker))}["will sell the plant"]
    assert found.subject == subject
    assert found.inferred["subject"].startswith("“We” read as")


TOPIC = "Norvik Air flew to Lisbon. Norvik Air hired pilots. "


@pytest.mark.parametrize("officer", vocabulary("attribution")["officers"])
def test_an_officer_of_the_topic_speaks_for_it(tmp_path: Path, officer: str) -> None:
    text = f"{TOPIC}Norvik bought jets. “We will not sell the jets,” said Ada Holm, the {officer}."
    (found,) = [fact for fact in facts(tmp_path, text) if fact.measure == "will sell the jets"]
    assert found.subject == "Norvik"


@pytest.mark.parametrize("noun", vocabulary("assertions")["owned"]["nouns"])
def test_what_belongs_to_nobody_named_belongs_to_the_topic(tmp_path: Path, noun: str) -> None:
    text = f"{TOPIC}Norvik bought jets. The {noun} was left unchanged."
    (found,) = [fact for fact in facts(tmp_path, text) if "unchanged" in fact.measure]
    assert (found.subject, found.measure) == ("Norvik", f"{noun} was left unchanged")
    assert found.inferred["subject"].startswith("the article is about")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The average fare rose to €117.", ["average fare | rose | yes"]),
        ("The average fare rose by €7 to €117.", []),
        ("The average fare rose 3%.", []),
        (
            "The council approved the bridge by seven votes to two.",
            ["council | approved the bridge by seven votes to two | yes"],
        ),
        ("The strike lasted four days.", []),
        ("Egypt was the largest importer.", []),
    ],
)
def test_a_figure_is_left_to_its_number(tmp_path: Path, text: str, wanted: list[str]) -> None:
    assert [row(fact) for fact in facts(tmp_path, text)] == wanted


def test_an_office_stands_whatever_is_planned(tmp_path: Path) -> None:
    found = {fact.measure: fact for fact in facts(tmp_path, "Finance chief Ada Holm will leave in May.")}
    assert found["is Finance chief"].modality == "actual"
    assert found["will leave in May"].modality == "plan"
