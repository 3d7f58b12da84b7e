"""What the structure of one text tells: its headline against its body, and one voice against another."""

import pytest

from claims.model import Source
from claims.sources import from_text
from reconcile import reconcile
from reconcile.vocabulary import load
from tests.make import article

FLAGS = {"conflict", "possible_conflict", "internal_inconsistency"}
REST = (
    "\n\nThe harbour of Tolbeck has a new crane. Rain delayed the rye by three weeks. A library opened"
    " in May. Anna Berg leads the museum, which has 40 rooms. The tram line will be 12 km long."
)

# Headline, text, and the two figures that are flagged, or none.
HEADLINES = {
    "things counted": (
        "Seven barns burn in a night at Holm",
        "Fire took eight barns at Holm between dusk and dawn.",
        ("Seven barns", "eight barns"),
    ),
    "a time, in other words": (
        "Four months late, the museum opens",
        "The museum opened on 3 June, five months behind schedule.",
        ("Four months", "five months"),
    ),
    "one digit of a long number": (
        "Outsold by 214,000, Brill gives up tea",
        "Its rival sold 1,010,000 boxes and Brill 806,000, a lead of 204,000.",
        ("214,000", "204,000"),
    ),
    "the text gives it, too": (
        "Seven barns burn in a night at Holm",
        "Fire took seven barns at Holm. Last year eight barns burned.",
        None,
    ),
    "rounded only": ("Trout catch up 5%", "The catch of trout rose by 5.2% last year.", None),
    "other things": ("Seven barns burn in a night at Holm", "Eight firemen came to Holm.", None),
    "a number that counts nothing": ("Between two mills", "The firm has shut three mills.", None),
    "another size": ("Seven barns burn at Holm", "Holm has 30 barns.", None),
}

VOICES = {
    "a pronoun": (
        "The league says that the pay is €2.2m a season; the union maintains that it is at least €2.6m.",
        ("€2.2m a season", "at least €2.6m"),
    ),
    "in a sentence of its own": (
        "The police say that 4,000 people marched. The organisers put the crowd at 9,000.",
        ("4,000 people", "9,000"),
    ),
    "without its verb": (
        "The prosecution said that the boiler had not been cleaned for 14 weeks, the defence that it had been"
        " cleaned no more than six weeks before the blast.",
        ("14 weeks", "no more than six weeks"),
    ),
    "the same voice again": (
        "The club says that it lost €1.5m last season. It says that it will lose €1.8m this season.",
        None,
    ),
    "of another thing": ("The capital has sent €1.5m; the guild puts the loss at more than €6m.", None),
    "another thing, in words": (
        "The police say that 4,000 people marched; the clinic says that 2,000 people were treated.",
        None,
    ),
}


def _flagged(source: Source) -> list[set[str]]:
    result = reconcile([source])
    surface = {claim.id: claim.value.surface for claim in result.claims if claim.value}
    return [
        {surface[pair.a], surface[pair.b]}
        for pair in result.pairs
        if pair.verdict in FLAGS and pair.a in surface and pair.b in surface
    ]


@pytest.mark.parametrize("case", HEADLINES)
def test_headline_against_text(case: str) -> None:
    title, text, figures = HEADLINES[case]
    assert _flagged(article(text + REST, title=title)) == ([set(figures)] if figures else [])


@pytest.mark.parametrize("case", VOICES)
def test_voice_against_voice(case: str) -> None:
    text, figures = VOICES[case]
    assert _flagged(from_text(text + REST, "a.md")) == ([set(figures)] if figures else [])


def test_two_voices_are_named() -> None:
    result = reconcile([from_text(VOICES["a pronoun"][0] + REST, "a.md")])
    (pair,) = [pair for pair in result.pairs if pair.verdict in FLAGS]
    assert pair.verdict == "conflict"
    assert any("sets the one against the other" in reason.text for reason in pair.reasons)


STATE = "The mill was shut on 4 March, and 60 people were sent home. {other}"
APART = {
    "of another kind": ("The paper mill at Holm never closed.", False),
    "another": ("Another mill, at Holm, has never closed.", False),
    "the same": ("The mill never closed.", True),
    "the same by its whole": ("The whole mill never closed.", True),
}


@pytest.mark.parametrize("case", APART)
def test_a_thing_told_apart(case: str) -> None:
    other, flagged = APART[case]
    result = reconcile([article(STATE.format(other=other) + REST, "a.md", day="2025-06-03")])
    assert any(pair.verdict in FLAGS for pair in result.pairs) is flagged


@pytest.mark.parametrize("word", load("wording")["same_thing"]["words"])
def test_words_that_only_tell_more_of_a_thing(word: str) -> None:
    text = "The mill had 400 looms. The {} mill had 460 looms." + REST
    for said, flagged in ((word, True), ("paper", False)):
        result = reconcile([article(text.format(said), "a.md", day="2025-06-03")])
        assert any(pair.verdict in FLAGS for pair in result.pairs) is flagged


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("The pier at Lund is 90 metres long.", "A second pier at Lund is 120 metres long."),
        ("The pier at Lund is 90 metres long.", "Another pier at Lund is 120 metres long."),
        ("The pier at Lund is 90 metres long.", "A third pier at Lund is 120 metres long."),
    ],
)
def test_another_of_its_kind_is_told_apart(first: str, then: str) -> None:
    sources = [article(first, "a.md", publisher="Lund Post"), article(then, "b.md", publisher="Marl Post")]
    assert not any(pair.verdict in FLAGS for pair in reconcile(sources).pairs)


def test_the_second_of_two_is_told_apart_in_one_text() -> None:
    text = "The tower is 90 metres high. The {}tower is 120 metres high." + REST
    for said, flagged in (("second ", False), ("other ", False), ("", True)):
        result = reconcile([article(text.format(said), "a.md", day="2025-06-03")])
        assert any(pair.verdict in FLAGS for pair in result.pairs) is flagged
