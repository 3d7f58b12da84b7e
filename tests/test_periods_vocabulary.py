"""Every word of the vocabulary of times does what its table says."""

from datetime import date

import pytest

from claims.periods import find_times, fiscal_year_end
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


@pytest.mark.parametrize("word", WORDS["words"]["before_kind_of_season"])
def test_a_season_before_a_noun_may_say_of_what_kind_it_is(word: str) -> None:
    assert not find_times(f"The town owes its debts {word} winter storms.", published=date(2025, 3, 4))


@pytest.mark.parametrize("noun", WORDS["words"]["joined_months"])
def test_joined_months_may_bear_a_name(noun: str) -> None:
    (found,) = find_times(f"The pool made a loss in the May-July {noun} of 2019.")
    assert (found.first, found.last) == ("2019-05-01", "2019-07-31")


@pytest.mark.parametrize("word", WORDS["words"]["seasonal"])
def test_words_for_seasons(word: str) -> None:
    (found,) = find_times(f"in the {word} year 2024/25")
    assert (found.first, found.last) == ("2024-07-01", "2025-06-30")


@pytest.mark.parametrize("word", WORDS["cues"]["future"])
def test_words_about_the_future(word: str) -> None:
    negated = "won't" if word == "won" else word
    (found,) = find_times(f"they {negated} it on Friday", published=PUBLISHED)
    assert found.first == "2025-11-21"


@pytest.mark.parametrize("word", WORDS["cues"]["fixing"])
def test_words_by_which_something_is_fixed_for_a_day(word: str) -> None:
    (found,) = find_times(f"they {word} a strike for Friday", published=PUBLISHED)
    assert found.first == "2025-11-21"


@pytest.mark.parametrize("word", WORDS["cues"]["awaiting"])
def test_words_by_which_something_is_awaited(word: str) -> None:
    (found,) = find_times(f"it will be sold {word} the court has agreed, by Friday", published=PUBLISHED)
    assert found.last == "2025-11-21"


@pytest.mark.parametrize("word", WORDS["years"]["not_before"])
def test_words_that_years_do_not_precede(word: str) -> None:
    assert all(time.kind == "duration" for time in find_times(f"It had 2024 {word}."))


@pytest.mark.parametrize("word", WORDS["years"]["not_after"])
def test_words_that_years_do_not_follow(word: str) -> None:
    assert find_times(f"It had {word} 2024.") == []


SOON = "2025-12-05"  # 5 December after PUBLISHED
FAR = date(2025, 6, 20)  # from here the last 5 December is as near as the next


def first_on(sentence: str, published: date = PUBLISHED) -> str | None:
    return find_times(sentence, published=published)[-1].first


@pytest.mark.parametrize("word", WORDS["cues"]["possible"])
def test_words_of_what_may_come(word: str) -> None:
    assert first_on(f"It {word} end on Friday") == "2025-11-21"
    assert first_on(f"It {word} not end on Friday") == "2025-11-14"


@pytest.mark.parametrize("word", WORDS["cues"]["set_for"])
def test_words_of_plans(word: str) -> None:
    link = "to play" if word in ("ready", "bound", "about", "going") else "for a final"
    assert first_on(f"It is {word} {link} on 5 December.", FAR) == SOON
    assert first_on(f"It is {word} in for 5 December.", FAR) == SOON
    assert first_on(f"It was {word} for 5 December.", FAR) == "2024-12-05"


@pytest.mark.parametrize("word", sorted(set(WORDS["weekday_blocks"]["led_by"]) - {"last", "this", "since"}))
def test_a_day_to_come_that_a_word_leads_to_is_not_the_day_of_writing(word: str) -> None:
    friday = date(2025, 8, 8)
    (bare,) = find_times("The river will crest Friday.", published=friday)
    (led,) = find_times(f"The river will crest {word} Friday.", published=friday)
    assert bare.first == friday.isoformat()
    assert all(day is None or day > "2025-08-10" for day in (led.first, led.last))


@pytest.mark.parametrize("word", WORDS["cues"]["countable"])
def test_what_a_number_counts_says_nothing_of_the_future(word: str) -> None:
    assert word in WORDS["cues"]["future"]
    assert first_on(f"The club had 40 {word} on 5 December.", FAR) == "2024-12-05"
    assert first_on(f"The top 40 {word} to race on 5 December.", FAR) == SOON
    assert first_on(f"Formula 1 {word} on 5 December.", FAR) == SOON


@pytest.mark.parametrize("word", WORDS["cues"]["committed"])
def test_words_of_what_is_still_to_be_done(word: str) -> None:
    assert first_on(f"The board {word} to sell it on 5 December.", FAR) == SOON


@pytest.mark.parametrize("word", WORDS["cues"]["scheduled"])
def test_verbs_of_timetables(word: str) -> None:
    assert first_on(f"She {word} on 5 December.", FAR) == SOON
    assert first_on(f"The {word} on 5 December", FAR) == "2024-12-05"


@pytest.mark.parametrize("word", WORDS["cues"]["scheduled_plural"])
def test_plural_verbs_of_timetables(word: str) -> None:
    assert first_on(f"They {word} on 5 December.", FAR) == SOON
    assert first_on(f"The clubs {word} on 5 December.", FAR) == SOON
    assert first_on(f"The {word} on 5 December", FAR) == "2024-12-05"


@pytest.mark.parametrize("word", WORDS["cues"]["before_noun"])
def test_after_these_words_stands_no_verb(word: str) -> None:
    assert first_on(f"It saw {word} visits on 5 December", FAR) == "2024-12-05"


@pytest.mark.parametrize("word", WORDS["cues"]["past"])
def test_words_about_the_past(word: str) -> None:
    assert first_on(f"Crowds {word} there on 5 December") == "2024-12-05"


@pytest.mark.parametrize("word", WORDS["cues"]["firm_past"])
def test_past_before_a_deadline(word: str) -> None:
    assert find_times(f"It {word} there before 5 December", published=PUBLISHED)[-1].last == "2024-12-04"


@pytest.mark.parametrize("word", WORDS["fiscal"]["closes"])
def test_words_that_close_a_business_year(word: str) -> None:
    link = "" if word in ("to", "through") else "in "
    assert fiscal_year_end(f"the fiscal year {word} {link}June") == 6


@pytest.mark.parametrize("word", WORDS["fiscal"]["runs"])
def test_words_that_open_a_business_year(word: str) -> None:
    assert fiscal_year_end(f"the fiscal year {word} July to June") == 6


@pytest.mark.parametrize("word", WORDS["words"]["before_that"])
def test_words_before_that_day(word: str) -> None:
    *_, found = find_times(f"It fell on 3 May 2024; {word} that day people had left.")
    assert found.named == ("2024-05-03", "2024-05-03")
