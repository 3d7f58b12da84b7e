"""Every word of the vocabulary of times does what its table says."""

from datetime import date

import pytest

from claims.periods import find_times
from claims.vocabulary import load

WORDS = load("periods")
PUBLISHED = date(2025, 11, 20)


@pytest.mark.parametrize(("phrase", "relation"), WORDS["prepositions"].items())
def test_prepositions(phrase: str, relation: str) -> None:
    (found,) = find_times(f"It is {phrase} 4 April 2024.")
    assert (found.relation, found.text) == (relation, f"{phrase} 4 April 2024")


@pytest.mark.parametrize(("name", "number"), (WORDS["months"] | WORDS["month_abbreviations"]).items())
def test_months(name: str, number: int) -> None:
    (found,) = find_times(f"It fell in {name.title()} 2024.")
    assert found.first == f"2024-{number:02d}-01"


@pytest.mark.parametrize(("name", "index"), WORDS["weekdays"].items())
def test_weekdays(name: str, index: int) -> None:
    (found,) = find_times(f"It fell on {name.title()}.", published=PUBLISHED)
    assert date.fromisoformat(found.first or "").weekday() == index


@pytest.mark.parametrize("name", WORDS["weekday_abbreviations"])
def test_short_weekdays_need_a_date(name: str) -> None:
    (found,) = find_times(f"{name.title()} 4 April 2024")
    assert found.start == 0
    assert find_times(f"The {name.title()} rose.") == []


@pytest.mark.parametrize(("name", "months"), WORDS["seasons"].items())
def test_seasons(name: str, months: list[int]) -> None:
    (found,) = find_times(f"It fell in the {name} of 2024.")
    assert found.first == f"2024-{months[0]:02d}-01"


@pytest.mark.parametrize(("name", "day"), WORDS["holidays"].items())
def test_holidays(name: str, day: list[int]) -> None:
    (found,) = find_times(f"by {cap(name)} 2024")
    assert found.first == f"2024-{day[0]:02d}-{day[1]:02d}"


def cap(name: str) -> str:
    return " ".join(word.capitalize() for word in name.split())


@pytest.mark.parametrize("name", WORDS["easter_holidays"])
def test_movable_feasts(name: str) -> None:
    (found,) = find_times(f"on {cap(name)} 2024")
    offset = date.fromisoformat(found.first or "") - date(2024, 3, 31)
    assert offset.days == WORDS["easter_holidays"][name]


@pytest.mark.parametrize("phrase", WORDS["event_days"]["phrases"])
def test_event_days(phrase: str) -> None:
    (found,) = find_times(f"It fell on {phrase}.", published=PUBLISHED)
    assert (found.kind, found.first) == ("date", None)


@pytest.mark.parametrize("unit", [unit for unit in WORDS["units"] if unit.endswith("s")])
def test_units(unit: str) -> None:
    (found,) = find_times(f"It took 12 {unit}.")
    assert (found.text, found.kind) == (f"12 {unit}", "duration")


@pytest.mark.parametrize("word", [*WORDS["numbers"]])
def test_number_words(word: str) -> None:
    (found,) = find_times(f"a {word}-week strike")
    assert (found.text, found.kind) == (f"{word}-week", "duration")


@pytest.mark.parametrize("word", [word for word, rank in WORDS["ordinals"].items() if 1 <= rank <= 4])
def test_ordinals(word: str) -> None:
    (found,) = find_times(f"in the {word} quarter of 2024")
    assert found.first == f"2024-{3 * WORDS['ordinals'][word] - 2:02d}-01"


@pytest.mark.parametrize("word", WORDS["words"]["fiscal"])
def test_words_for_business_years(word: str) -> None:
    (found,) = find_times(f"in the {word} year 2024-25")
    assert (found.first, found.last) == ("2024-04-01", "2025-03-31")


@pytest.mark.parametrize("word", WORDS["words"]["seasonal"])
def test_words_for_seasons(word: str) -> None:
    (found,) = find_times(f"in the {word} year 2024/25")
    assert (found.first, found.last) == ("2024-07-01", "2025-06-30")


@pytest.mark.parametrize("word", WORDS["cues"]["future"])
def test_words_about_the_future(word: str) -> None:
    (found,) = find_times(f"they {word} it on Friday", published=PUBLISHED)
    assert found.first == "2025-11-21"


@pytest.mark.parametrize("word", WORDS["years"]["not_before"])
def test_words_that_years_do_not_precede(word: str) -> None:
    assert all(time.kind == "duration" for time in find_times(f"It had 2024 {word}."))


@pytest.mark.parametrize("word", WORDS["years"]["not_after"])
def test_words_that_years_do_not_follow(word: str) -> None:
    assert find_times(f"It had {word} 2024.") == []
