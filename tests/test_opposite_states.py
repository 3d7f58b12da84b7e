"""States that exclude each other, told in words of many kinds; and states that only look opposed."""

import pytest

from reconcile import reconcile
from tests.make import article

# What else the articles tell, so that the words of a case are not those of all claims.
REST = " The harbour of Tolbeck has a new crane. Anna Berg leads the museum. The tram line is 12 km long."

# The text of either source, of the same two days: each is told otherwise by the other.
OPPOSED = [
    ("Norvik Bank accepts the findings in full.", "Norvik Bank has contested the penalty from the start."),
    ("The margin of Norvik Bank widened.", "The margin of Norvik Bank narrowed a little."),
    ("The referendum is advisory.", "The outcome of the referendum is binding on the province."),
    ("The referendum has no binding force.", "The outcome of the referendum is binding."),
    ("The wreck of the Rosa was raised in October.", "The wreck of the Rosa lies on the seabed."),
    ("No alert reached phones in Arden.", "The new network sent an alert to phones in Arden."),
    ("Mayor Vera Holm campaigned for a yes.", "Vera Holm, the mayor, stayed out of the campaign."),
    ("Captain Olaf Lind was acquitted.", "Captain Olaf Lind was given a suspended sentence."),
    ("The dam at Arden was badly damaged.", "The dam at Arden came through undamaged."),
    ("The ballots in Arden were counted by hand.", "The ballots in Arden were counted by machine."),
    ("The stern door of the Rosa was locked.", "The stern door of the Rosa was left open."),
    ("The pumps of the Arden mill were working.", "The pumps of the Arden mill were switched off."),
    ("Drones are banned in Arden park.", "Drones are allowed in Arden park."),
]
# Nothing here contradicts anything.
AT_PEACE = [
    ("The Arden library opened on 17 May 2024.", "The Arden library stayed shut for five days."),
    ("Norvik Bank accepts the findings in full.", "Delmar Bank has contested the penalty."),
    ("Mayor Vera Holm campaigned for a yes.", "Olaf Lind, her deputy, stayed out of the campaign."),
    ("The dam at Arden was damaged.", "The dam at Hessel came through undamaged."),
    ("The stern door of the Rosa was locked.", "The bow door of the Rosa was left open."),
    ("The margin of Norvik Bank widened.", "The deficit of Tolbeck narrowed."),
    ("Norvik Bank's underlying pretax profit was £222m.", "Norvik Bank made £184m before tax."),
    ("“I saw her sink,” says Joar Nilsen, a skipper of 71.", "Skipper Rolf Eck, 58, was fined."),
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
    early = "Ten days ago a tram hit a bus at Hill End, and 37 people were hurt."
    late = "Twenty-three people were injured at Hill End on 6 November, when a tram hit a bus."
    told = [article(early, "a.md", day="2025-11-16"), article(late, "b.md", day="2025-11-20")]
    assert {pair.verdict for pair in reconcile(told).pairs} >= {"conflict"}
    first = "At least 19 people were hurt when a tram hit a bus at Hill End."
    told = [article(first, "a.md", day="2025-11-07"), article(late, "b.md", day="2025-11-20")]
    assert not {pair.verdict for pair in reconcile(told).pairs} & {"conflict", "possible_conflict"}


def test_what_is_to_be_shut_does_not_stay_open() -> None:
    assert "conflict" in _verdicts("The Arden depot is to be closed.", "The Arden depot stays open.")
    assert not _verdicts("The Arden depot is to be closed.", "The Arden depot is open.") & {
        "conflict",
        "possible_conflict",
    }


def test_the_accident_that_is_told_limits_no_count_of_its_victims() -> None:
    early = "A tram hit a bus at Hill End, and 37 people were hurt. The collision shocked the town."
    late = "The collision of a tram with a bus at Hill End injured 23 people."
    told = [article(early, "a.md", day="2025-11-16"), article(late, "b.md", day="2025-11-16")]
    assert "different_scope" not in {pair.verdict for pair in reconcile(told).pairs}
