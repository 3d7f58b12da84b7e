"""What a sentence asserts of whom, said or denied, and how it is meant."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims import extract
from claims.assertions.ellipsis import last_predicate
from claims.facts import Fact, facts
from claims.modality import modality
from claims.sources import from_text
from tests.paragraphs import parsed

POLARITY = {"yes": "affirmed", "no": "negated"}


def facts_of(text: str) -> list[Fact]:
    found, before = [], None
    for sentence in parsed(text):
        found += facts(sentence, before=before)
        before = last_predicate(sentence.span)
    return found


ROWS = [
    (text, *fact.split(" | "))
    for group in tomllib.loads((Path(__file__).parent / "asserted.toml").read_text(encoding="utf-8"))["group"]
    for text, fact in group["rows"]
]


@pytest.mark.parametrize(
    ("text", "subject", "measure", "polarity", "status"), ROWS, ids=[row[0] for row in ROWS]
)
def test_facts_are_read(text: str, subject: str, measure: str, polarity: str, status: str) -> None:
    found = {(fact.subject, fact.measure, fact.polarity, modality(fact.predicate)) for fact in facts_of(text)}
    assert (subject, measure, POLARITY[polarity], status) in found


@pytest.mark.parametrize(
    "text",
    [
        "Is the water safe to drink?",
        "Close the windows and stay indoors.",
        "The company could sell its stake next year.",
        "If the river rises",
        "The project plays a vital role in the region.",
        "This marks a turning point for the industry.",
        "The decision is crucial for the whole sector.",
        "It is important to wash fruit before eating it.",
        "Challenges remain.",
        "The minister told reporters.",
        "Officials declined to comment.",
        "Sales rose 4% to 2.3 million tonnes.",
        "Sales fell by 4%, from 25 to 24 million tonnes.",
        "The firm spent £2m, a third more than last year.",
        "The bridge cost €40 million.",
        "Everyone talks about the strike.",
        "Magnets attract iron.",
        "A report on the fire",
        "One of the boats is blue.",
        "The baker cut costs to 3%.",
        "The baker earned $3m in the third quarter.",
        "Most people slept.",
        "The panel advised that the fee be raised from 14 to 20.",
        "Prices may rise.",
        "The guild of weavers disputes that.",
        "Several have refused.",
        "A chapel without a roof is only a ruin.",
        "Sales were cut three times as much.",
        "The bond is available at 5%.",
        "The rent was raised twice, to 5%.",
        "The tower is open to 500 people.",
        "Everyone knows that it rains.",
        "Everyone who works has a dream.",
    ],
)
def test_what_is_no_assertion_gives_no_fact(text: str) -> None:
    assert facts_of(text) == []


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The court ordered the ministry to publish the contract.", "publish the contract"),
        ("The union wants the driver to resign.", "resign"),
        ("The city asked whether the tunnel was safe.", "was safe"),
        ("If the court agrees, the mine will reopen.", "agrees"),
        ("The firm offered a guarantee that the waste will be removed.", "will be removed"),
    ],
)
def test_what_is_asked_ordered_or_conditional_is_not_asserted(text: str, absent: str) -> None:
    assert absent not in {fact.measure for fact in facts_of(text)}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("If the court agrees, the mine will reopen.", "If the court agrees"),
        ("The contractor is unwilling to resume work unless the city pays.", "unless the city pays"),
        (
            "The union has agreed to end the strike provided that all workers are reinstated.",
            "provided that all workers are reinstated",
        ),
    ],
)
def test_conditions_are_kept_apart(text: str, condition: str) -> None:
    [fact] = facts_of(text)
    assert fact.condition == condition
    assert condition not in fact.measure


def test_the_span_is_the_clause_in_the_source() -> None:
    text = "On Monday the carrier resumed flights, while its rival did not."
    spans = [text[fact.start : fact.end] for fact in facts_of(text)]
    assert spans == ["On Monday the carrier resumed flights", "its rival did not"]


def test_measures_and_subjects_stay_short() -> None:
    text = (
        "The committee of inquiry into the collapse of the northern stand during the derby of last spring "
        "has published the second volume of its report on the causes of the accident and the conduct of "
        "the builders."
    )
    for fact in facts_of(text):
        assert len(fact.measure.split()) <= 14
        assert len(fact.subject.split()) <= 10


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(["(", ")", ",", '"', "not", "that", "the", "said", "closed", "Rome", "no", "5"]),
        max_size=40,
    )
)
def test_any_text_gives_spans_inside_it(words: list[str]) -> None:
    text = " ".join(words) or "x"
    for fact in facts_of(text):
        assert 0 <= fact.start < fact.end <= len(text)
        assert fact.subject
        assert fact.measure


def test_a_label_that_counts_is_no_statement() -> None:
    source = from_text("- Tickets sold: 5,400\n- Bridges closed: 3\n", name="a.txt")
    assert [claim.kind for claim in extract(source)] == ["count", "count"]
