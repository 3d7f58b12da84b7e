"""Words by which a figure is said to be changed, a first one, the whole of a count, or what a poll found."""

import pytest

from claims.sources import from_text
from reconcile import reconcile
from reconcile.vocabulary import load
from tests.make import article

COURSE = load("course")


def verdicts(first: str, second: str) -> set[str]:
    """Return the verdicts on two texts, of 3 March and of 24 June 2025."""
    told = (("a.md", "Tolbeck Post", "2025-03-03", first), ("b.md", "Lund Herald", "2025-06-24", second))
    sources = [article(text, name, day=day, publisher=who) for name, who, day, text in told]
    return {pair.verdict for pair in reconcile(sources).pairs}


@pytest.mark.parametrize("verb", COURSE["changed"])
def test_a_length_of_time_that_was_changed_replaces_the_one_before(verb: str) -> None:
    before = "Rolf Ekdal got a ban of nine months."
    assert verdicts(before, f"The league now {verb} the ban of Rolf Ekdal to six months.") == {"superseded"}
    assert verdicts(before, "The ban of Rolf Ekdal is six months.") == {"conflict"}


@pytest.mark.parametrize("view", COURSE["views"])
def test_a_view_of_the_future_is_not_what_came(view: str) -> None:
    cut = f"Lund Ferries cut its revenue {view} on Monday."
    assert "conflict" not in verdicts(cut, "The revenue of Lund Ferries rose.")
    assert "conflict" in verdicts(cut.replace(f" {view}", ""), "The revenue of Lund Ferries rose.")


@pytest.mark.parametrize("moved", COURSE["moved"])
def test_a_number_that_has_moved_replaces_the_one_before(moved: str) -> None:
    before = "The Oster yard has 900 workers."
    now = f"The number of workers at the Oster yard has {moved} to 640."
    assert verdicts(before, now) == {"superseded"}
    assert verdicts(before, "The number of workers at the Oster yard is 640.") == {"conflict"}


@pytest.mark.parametrize("person", COURSE["persons"])
def test_what_a_number_of_people_counts(person: str) -> None:
    text = f"The town of Orn spent €6m on its pool, or €300 per {person} for its 20,000 people."
    assert [check.verdict for check in reconcile([from_text(text)]).checks] == ["consistent"]


SHARE = "In the vote on the ferry 57% said yes."


@pytest.mark.parametrize("first", ["half the votes counted", "some of the ballots counted"])
def test_a_count_that_goes_on_is_replaced(first: str) -> None:
    assert verdicts(f"With {first}, 52.1% said yes to the ferry in the vote.", SHARE) == {"superseded"}


@pytest.mark.parametrize("whole", COURSE["final"])
def test_the_whole_of_a_count_is_no_first_figure(whole: str) -> None:
    assert verdicts(f"With {whole}, 52.1% said yes to the ferry in the vote.", SHARE) == {"conflict"}


@pytest.mark.parametrize("poll", sorted({"poll", "polls", "survey", "surveys"} & set(COURSE["polls"])))
def test_what_a_poll_found_is_no_result(poll: str) -> None:
    assert verdicts(f"By the {poll} 52% said yes to the ferry.", SHARE) == {"projection_vs_actual"}


@pytest.mark.parametrize("voting", COURSE["voting"])
def test_who_goes_to_the_polls_is_not_polled(voting: str) -> None:
    assert verdicts(f"In the vote on the ferry 52% said yes, {voting} by evening.", SHARE) == {"conflict"}


def test_a_turnout_is_counted_at_polls() -> None:
    turnout = "The turnout in the vote on the ferry was 61%, the clerk of the poll said."
    assert verdicts(turnout, "Turnout in the vote on the ferry was 67%.") == {"conflict"}


TURNOUT = "Turnout in the vote on the ferry was 61%."


@pytest.mark.parametrize("most", COURSE["extremes"])
def test_the_highest_of_several_is_not_the_figure_of_all(most: str) -> None:
    of_one = f"The vote on the ferry had a turnout of 67%, the {most} of the bay's parishes."
    assert verdicts(TURNOUT, of_one) == {"different_scope"}


@pytest.mark.parametrize("time", COURSE["times"])
def test_the_highest_of_a_time_may_be_that_of_all(time: str) -> None:
    assert verdicts(TURNOUT, f"The vote on the ferry had a turnout of 67%, the highest of the {time}.") == {
        "conflict"
    }


@pytest.mark.parametrize("opening", COURSE["conditions"])
def test_what_holds_on_a_condition_contradicts_nothing(opening: str) -> None:
    opened = "The new lido at Varn is open."
    assert verdicts(opened, "The new lido at Varn is closed.") >= {"conflict"}
    told = f"The new lido at Varn must be closed {opening} the wind exceeds 80 km/h."
    assert "conflict" not in verdicts(opened, told)
