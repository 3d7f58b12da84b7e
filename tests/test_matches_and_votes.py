"""What is counted at matches and in votes, what a time brings, and what a share or a change is of."""

import pytest

from claims import extract
from claims.sources import from_text
from claims.vocabulary import load
from reconcile import reconcile

SPORT = "Dalby Rovers won a league match. Rovers lead the league. The coach told fans of the league. "
VOTE = "The town of Dorn held a referendum on a pool on Sunday. Voters said yes to the pool. "
HELD = "The average is 9,000, which is 75% of what the arena holds."
POINTS = "Those 58 points stem from 17 wins, seven draws and eight defeats."
GUILD = "As the guild, which owes €9m, says, the cheapest ticket costs 4% more than in May."


def rows(text: str) -> dict[str, tuple[str, str]]:
    """Return subject and measure of each figure of a text, by how the figure is written."""
    claims = extract(from_text(text, "story.txt"))
    return {it.value.surface: (it.subject, it.measure) for it in claims if it.value}


@pytest.mark.parametrize(
    ("sentence", "surface", "measure"),
    [
        (POINTS, "seven draws", "draws"),
        (POINTS, "17 wins", "wins"),
        ("Their record (twelve wins, four draws, six defeats) is fair.", "six defeats", "defeats"),
        ("They won in front of 12,212.", "12,212", "attendance"),
        ("The hall was a full house, with 4,300 inside.", "4,300", "attendance"),
        ("Rovers draw 9,100 on average.", "9,100", "average attendance"),
        ("In 12 games the average gate reached 8,200.", "8,200", "average attendance"),
        ("In 12 games the average gate reached 8,200.", "12 games", "games"),
        ("The arena takes 7,300.", "7,300", "capacity"),
        (HELD, "75%", "average attendance as share of capacity"),
    ],
)
def test_what_is_counted_at_matches(sentence: str, surface: str, measure: str) -> None:
    assert rows(SPORT + sentence)[surface][1] == measure


@pytest.mark.parametrize(
    ("sentence", "surface", "measure"),
    [
        ("Some 610 members (60%) were in favour, 406 against.", "406", "members against"),
        ("There were 610 votes for the pool and 406 against.", "610 votes", "yes votes"),
        ("There were 610 votes for the pool and 406 against.", "406", "no votes"),
        ("That is a lead of 41 votes.", "41 votes", "majority"),
        ("The pool won by 41 votes.", "41 votes", "majority"),
        ("A mere 41 votes settled the matter.", "41 votes", "majority"),
    ],
)
def test_votes_for_and_against_and_what_parts_them(sentence: str, surface: str, measure: str) -> None:
    assert rows(VOTE + sentence)[surface][1] == measure


@pytest.mark.parametrize("verb", load("ballots")["margins"]["parting"])
def test_so_many_votes_part_the_sides(verb: str) -> None:
    assert rows(f"{VOTE}Only 41 votes {verb} the two sides.")["41 votes"][1] == "majority"


@pytest.mark.parametrize(
    ("sentence", "surface", "measure"),
    [
        ("A busy night draws 900 guests.", "900 guests", "guests on busy night"),
        ("An average day saw 80 lorries in May and 60 in June.", "60", "lorries on average day"),
        ("The winter brought 40 storms.", "40 storms", "storms"),
    ],
)
def test_a_time_has_nothing_of_what_it_brings(sentence: str, surface: str, measure: str) -> None:
    subject, told = rows(sentence)[surface]
    assert told == measure
    assert subject == measure.split()[0]


@pytest.mark.parametrize(
    ("sentence", "surface", "row"),
    [
        ("Bus sales slid from 500 to 400, or by 20%.", "20%", ("Bus sales", "change in Bus sales")),
        ("The loss narrowed from €9m to €6m, or by 33%.", "33%", ("loss", "change in loss")),
        ("In 12 towns the average rent was €900.", "12 towns", ("towns", "towns")),
        ("The firm saves 12% of what it spends.", "12%", ("firm", "share of spending saved")),
        (GUILD, "4%", ("ticket", "change in price")),
    ],
)
def test_what_a_change_and_a_share_are_of(sentence: str, surface: str, row: tuple[str, str]) -> None:
    assert rows(sentence)[surface] == row


def test_an_average_is_no_whole_of_what_stands_before_it() -> None:
    text = f"{SPORT}The season drew 90,000 fans in 12 matches, an average of 7,500, or 60% of the seats."
    assert not [it for it in reconcile([from_text(text, "a.txt")]).checks if it.verdict == "inconsistent"]


BUDGET = """The council adopted a budget of €72m. The budget includes:

- €32m for capital projects, such as parks
- €36m for staff
"""
DIRECTS = "It directs €10m for lorries, €6m for schools, and €8m for fire and police overtime."


@pytest.mark.parametrize(
    ("sentence", "surface", "row"),
    [
        ("The council voted 6-3 to sell the site.", "6", ("site", "votes in favour")),
        ("The council voted 6-3 to sell the site.", "3", ("site", "votes against")),
        ("The measure passed 4-1.", "4", ("measure", "votes in favour")),
        ("The board approved the permit 5-0 on Monday.", "5", ("permit", "votes in favour")),
        ("The Supreme Court ruled 7-2 that the ban is void.", "2", ("Supreme Court", "votes against")),
    ],
)
def test_a_body_decides_by_a_score(sentence: str, surface: str, row: tuple[str, str]) -> None:
    assert rows(sentence)[surface] == row


@pytest.mark.parametrize(
    "sentence",
    [
        "Dalby beat Corran 3-1 in the cup.",
        "The team of the council lost 2-4.",
        "The board rejected the offer 3-5.",
    ],
)
def test_a_score_of_a_game_and_one_that_rises_give_no_votes(sentence: str) -> None:
    assert not rows(sentence)


@pytest.mark.parametrize("word", load("labels")["divisions"]["bodies"])
def test_it_is_a_body_that_decides(word: str) -> None:
    assert "5" in rows(f"The {word} backed it, and it was passed 5-2.")


@pytest.mark.parametrize("verb", load("labels")["divisions"]["verbs"])
def test_it_is_decided_by_a_verb(verb: str) -> None:
    assert "5" in rows(f"The council {verb} it 5-2.")


@pytest.mark.parametrize(
    ("text", "surface", "measure"),
    [
        (BUDGET, "€32m", "amount for capital projects"),
        (BUDGET, "€36m", "amount for staff"),
        (DIRECTS, "€6m", "amount directed for schools"),
        (DIRECTS, "€8m", "amount directed for fire and police overtime"),
        ("The plan includes €4m for roads and €2m for parks.", "€4m", "amount for roads"),
    ],
)
def test_sums_in_a_row_are_each_for_their_end(text: str, surface: str, measure: str) -> None:
    assert rows(text)[surface][1] == measure


@pytest.mark.parametrize("verb", load("payments")["giving"]["verbs"])
def test_a_verb_gives_several_sums(verb: str) -> None:
    assert rows(f"They will {verb} €4m for roads and €2m for parks.")["€2m"][1].endswith(" for parks")


@pytest.mark.parametrize("verb", load("payments")["giving"]["holding"])
def test_a_plan_holds_several_sums(verb: str) -> None:
    assert rows(f"The plans {verb} €4m for roads and €2m for parks.")["€2m"][1] == "amount for parks"


@pytest.mark.parametrize("mark", ["'", '"', ""])
def test_an_answer_may_be_quoted(mark: str) -> None:
    assert rows(f"On Sunday 249 people voted {mark}No{mark}.")["249 people"][1] == "votes against"


LINE = "The Elm line has opened. Construction of the line took a year. The line was a big project. "
ASKED = "And what did it cost? £710m, all told."


@pytest.mark.parametrize(
    ("sentence", "surface", "row"),
    [
        (ASKED, "£710m", ("Elm line", "cost")),
        (f"{ASKED} In 2016 they were told £500m.", "£500m", ("Elm line", "cost")),
        ("They talk of the money: £3bn.", "£3bn", ("Elm line", "cost")),
        ("A flood closed the €3bn Elm line.", "€3bn", ("Elm line", "cost")),
        ("The pass will cost £9, not £8 (+12%), and the stamp £7.", "£7", ("stamp", "price")),
        ("The single costs €9 and the day ticket €20.", "€20", ("day ticket", "price")),
    ],
)
def test_what_a_work_and_its_tickets_cost(sentence: str, surface: str, row: tuple[str, str]) -> None:
    assert rows(LINE + sentence)[surface] == row


@pytest.mark.parametrize("measure", load("naming")["nouns"]["only_told"])
def test_a_sum_that_is_only_told_is_the_cost_asked_for(measure: str) -> None:
    verb = measure.removeprefix("amount ")
    said = f"It {verb} £500m." if verb == "ended up" else f"In 2016 they were {verb} £500m."
    assert rows(f"{LINE}{ASKED} {said}")["£500m"][1] == "cost"


def test_what_is_measured_in_a_list_is_of_the_thing_that_the_article_tells_of() -> None:
    text = (
        "# The Elm ferry in figures\n\nThe Elm ferry was quick. The Elm ferry pleased its guests. Nobody was "
        "sick on the Elm ferry.\n\n- Length: 140 m\n- Final price: £31m\n"
    )
    claims = extract(from_text(text, "story.md"))
    assert [it.subject for it in claims if it.value and it.value.surface == "140 m"] == ["Elm ferry"]


@pytest.mark.parametrize(
    ("sentence", "surface", "row"),
    [
        ("The road to the quarry (6 km, two bridges) is old.", "6 km", ("road", "length")),
        ("The road to the quarry (6 km, two bridges) is old.", "two bridges", ("road", "bridges")),
        ("The fleet (12 trams) is old.", "12 trams", ("fleet", "trams")),
    ],
)
def test_a_bracket_tells_what_a_thing_has(sentence: str, surface: str, row: tuple[str, str]) -> None:
    assert rows(sentence)[surface] == row


@pytest.mark.parametrize("noun", load("frames")["brackets"]["long"])
def test_a_length_in_a_bracket_is_that_of_what_is_long(noun: str) -> None:
    assert rows(f"The {noun} (14 km) is old.")["14 km"] == (noun, "length")


@pytest.mark.parametrize(
    ("sentence", "surface", "subject"),
    [
        ("The new choir, fondly called Zwaluw, will have 40 singers.", "40 singers", "Zwaluw"),
        ("The bridge, known as Elm Crossing, cost €9m.", "€9m", "Elm Crossing"),
        ("A start-up named Zeta raised €9m.", "€9m", "Zeta"),
        ("A firm called to court raised €9m.", "€9m", "firm"),
    ],
)
def test_what_a_thing_is_called_is_its_name(sentence: str, surface: str, subject: str) -> None:
    assert rows(sentence)[surface][0] == subject


@pytest.mark.parametrize("verb", ["called", "named", "dubbed", "renamed"])
def test_a_participle_gives_a_name(verb: str) -> None:
    assert rows(f"The new firm, {verb} Zeta Foods, raised €9m.")["€9m"][0] == "Zeta Foods"


@pytest.mark.parametrize(
    "text",
    [
        "The committee rejected a 15-12 pay deal.",
        "The council approved the park after the club's 3-1 win.",
        "The council approved the park of Eastham, who beat Marl 3-1.",
    ],
)
def test_two_numbers_that_no_body_decides_by_are_no_votes(text: str) -> None:
    assert not any("votes" in measure for _, measure in rows(text).values())
