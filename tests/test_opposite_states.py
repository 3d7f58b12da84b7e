"""States that exclude each other, told in words of many kinds; and states that only look opposed."""

import pytest

from reconcile import reconcile
from tests.make import article

# What else the articles tell, so that the words of a case are not those of all claims.
REST = " The harbour of Tolbeck has a new crane. Anna Berg leads the museum. The tram line is 12 km long."

# The text of either source, of the same two days: each is told otherwise by the other.
OPPOSED = [
    ("Norvik Bank accepts the report.", "Norvik Bank has contested the findings."),
    ("The margin of Norvik Bank widened.", "The margin of Norvik Bank narrowed a little."),
    ("The plebiscite is advisory.", "The outcome of the plebiscite is binding on the mayor."),
    ("The plebiscite has no legal force.", "The outcome of the plebiscite is binding."),
    ("The wreck of the Rosa was raised in October.", "The wreck of the Rosa lies on the seabed."),
    ("No warning reached farms in Arden.", "The siren network sent a warning to farms in Arden."),
    ("Mayor Vera Holm campaigned for a no.", "Vera Holm, the mayor, took no part in the campaign."),
    ("Captain Olaf Lind was acquitted.", "Captain Olaf Lind received a suspended sentence."),
    ("The weir at Arden was badly damaged.", "The weir at Arden survived the flood without damage."),
    ("The ballots in Arden were counted by hand.", "The ballots in Arden were counted by machine."),
    ("The vault of the mint was locked.", "The vault of the mint was left open."),
    ("The pumps of the Arden mill were working.", "The pumps of the Arden mill were switched off."),
    ("Drones are banned in Arden park.", "Drones are allowed in Arden park."),
]
# Nothing here contradicts anything.
AT_PEACE = [
    ("The Arden library opened on 8 June 2024.", "The Arden library stayed shut for three weeks."),
    ("Norvik Bank accepts the report.", "Delmar Bank has contested the findings."),
    ("Mayor Vera Holm took sides.", "Olaf Lind, her deputy, kept out of the contest."),
    ("The weir at Arden was damaged.", "The weir at Hessel was undamaged."),
    ("The vault of the mint was locked.", "The gate of the mint was left open."),
    ("The lock of the canal was undamaged.", "The bridge of the canal was damaged."),
    ("The margin of Norvik Bank widened.", "The deficit of Tolbeck narrowed."),
    ("Norvik Bank's underlying pretax profit was £117m.", "Norvik Bank made £93m before tax."),
    ("“I heard the bang,” says Nils Orre, a miller of 66.", "Miller Axel Eck, 49, was fined."),
    ("In Arden park drones are banned.", "In Arden park dogs are allowed."),
]


@pytest.mark.parametrize("texts", OPPOSED, ids=lambda texts: texts[0])
def test_opposite_states_are_a_conflict(texts: tuple[str, str]) -> None:
    assert "conflict" in _verdicts(*texts)


@pytest.mark.parametrize("texts", AT_PEACE, ids=lambda texts: " / ".join(texts))
def test_states_of_two_things_or_times_are_none(texts: tuple[str, str]) -> None:
    assert not _verdicts(*texts) & {"conflict", "possible_conflict"}


def _verdicts(one: str, other: str) -> set[str]:
    texts = (("a.md", "Herald", "2025-11-20", one + REST), ("b.md", "Globe", "2025-11-21", other + REST))
    result = reconcile([article(text, file, day=day, publisher=name) for file, name, day, text in texts])
    return {pair.verdict for pair in result.pairs}


def test_what_came_of_a_day_is_not_replaced_by_an_earlier_report() -> None:
    early = "Ten days ago a tram hit a bus at Hill End, and 52 people were hurt."
    late = "Forty-one people were injured at Hill End on 6 November, when a tram hit a bus."
    told = [article(early, "a.md", day="2025-11-16"), article(late, "b.md", day="2025-11-20")]
    assert {pair.verdict for pair in reconcile(told).pairs} >= {"conflict"}
    first = "At least 28 people were hurt when a tram hit a bus at Hill End."
    told = [article(first, "a.md", day="2025-11-07"), article(late, "b.md", day="2025-11-20")]
    found = {pair.verdict for pair in reconcile(told).pairs}
    assert "superseded" in found and not found & {"conflict", "possible_conflict"}


def test_what_is_to_be_shut_does_not_stay_open() -> None:
    assert "conflict" in _verdicts("The Arden depot is to be closed.", "The Arden depot stays open.")
    assert not _verdicts("The Arden depot is to be closed.", "The Arden depot is open.") & {
        "conflict",
        "possible_conflict",
    }


def test_the_accident_that_is_told_limits_no_count_of_its_victims() -> None:
    early = "A tram hit a bus at Hill End, and 52 people were hurt. The collision shocked the town."
    late = "The collision of a tram with a bus at Hill End injured 41 people."
    told = [article(early, "a.md", day="2025-11-16"), article(late, "b.md", day="2025-11-16")]
    found = {pair.verdict for pair in reconcile(told).pairs}
    assert "conflict" in found and "different_scope" not in found
