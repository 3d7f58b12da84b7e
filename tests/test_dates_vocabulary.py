"""Every word of the vocabulary of dates decides what a day is the date of."""

import pytest

from claims.extract import extract
from claims.vocabulary import word_list
from tests.make import article

HELD = word_list("dates", "named", "held")
EVENTS = word_list("dates", "named", "events")


def _dated(text: str) -> dict[str, str]:
    """Return what the days of a text are the dates of, with whose they are."""
    found = [claim for claim in extract(article(text, "story.md")) if claim.kind == "date"]
    return {claim.subject: claim.measure for claim in found}


@pytest.mark.parametrize("event", sorted(EVENTS | HELD))
def test_an_event_is_named_with_its_day(event: str) -> None:
    measure = "date held" if event in HELD else "date"
    assert _dated(f"The {event} on 9 May 2024 was long.")[event] == measure


@pytest.mark.parametrize("verb", sorted(word_list("dates", "dates", "put_off")))
def test_what_is_denied_up_to_a_day_is_put_off(verb: str) -> None:
    assert _dated(f"The choir will not {verb} before 9 May 2026.").keys() == {"choir"}


@pytest.mark.parametrize("verb", sorted(word_list("naming", "verbs", "reporting")))
def test_what_could_be_said_is_an_act(verb: str) -> None:
    assert _dated(f"The clerk will {verb} to the mayor on 9 May 2026.") == {
        "clerk": f"date clerk {verb} to mayor"
    }


@pytest.mark.parametrize("time", sorted(word_list("dates", "dates", "passing")))
def test_a_day_is_not_that_of_a_time_beside_it(time: str) -> None:
    assert _dated(f"The court banned the firm for a {time} on 9 May 2024.") == {"court": "date firm banned"}
