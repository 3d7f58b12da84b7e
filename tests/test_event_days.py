"""Which figures belong to the one day of an event: a vote, a match, a crash, a hearing."""

import pytest

from claims.extract import extract
from claims.model import Claim
from claims.sources import from_text
from claims.vocabulary import load

PUBLISHED = "2026-03-17"  # a Tuesday
SUNDAY = "2026-03-15"

VOTE = "Voters in Ruga on Sunday approved a new pool. "
MATCH = "Lyon beat Nice 3-1 on Sunday. "
CRASH = "A freight train derailed near Ruga on Sunday. "
VERDICT = "A jury on Sunday found the surgeon Ulla Roth guilty of fraud. "
TERM = "Ulla Roth was sent to prison for six years on Sunday over the fraud. "

ROWS = [
    # the text, the figure, its day or None
    (VOTE + "Turnout was 61%.", "61", SUNDAY),
    (VOTE + "The yes side took 53.1%.", "53.1", SUNDAY),
    (VOTE + "The pool was backed by 4,610 people and opposed by 4,197.", "4,197", SUNDAY),
    (VOTE + "\n\nIn the hills 70% said no.", "70", SUNDAY),
    ("The referendum of 15 March split the island. Some 4,000 people voted no.", "4,000", SUNDAY),
    ("Sunday's election split the island. Support for the Greens reached 31%.", "31", SUNDAY),
    ("The vote took place on Sunday. Turnout was 61%.", "61", SUNDAY),
    ("On Sunday evening nobody sang. Of those who voted, 52% said no.", "52", SUNDAY),
    (MATCH + "The hosts had 61% of possession.", "61", SUNDAY),
    (MATCH + "Some 41,000 spectators came.", "41,000", SUNDAY),
    (CRASH + "Fourteen people were killed.", "Fourteen", SUNDAY),
    (VOTE + "The Greens won eight seats.", "eight", SUNDAY),
    (VOTE + "The Greens took 31%.", "31", SUNDAY),
    ("The Greens took 31%.", "31", None),
    (VOTE + "The Greens won 31 seats, two more than last time.", "31", SUNDAY),
    # what the rest of the sentence, or the sentence before, counts at the event
    (VOTE + "In the hills 40 papers were spoilt.", "40", SUNDAY),
    (VOTE + "Two-thirds of the port was in favour, and four of the six parishes followed.", "four", SUNDAY),
    (VOTE + "Yes had 1,330 votes, against 1,260 for No.", "1,260", SUNDAY),
    (VOTE + "Yes had 1,330 votes, against 1,260 in 2019.", "1,260", "2019-01-01"),
    (VOTE + "Turnout was 61%. At noon it had stood at 30%.", "30", SUNDAY),
    (VOTE + "Turnout was 61%. The pool is old. That is 30% cheaper.", "30", None),
    (VOTE + "Turnout, the council said, came to 61%.", "61", SUNDAY),
    # what a court decides
    (VERDICT + "She was convicted of five counts.", "five", SUNDAY),
    (VERDICT + "Her clinic was fined €4m.", "4", SUNDAY),
    (VERDICT + "Her clinic was founded with €4m.", "4", None),
    (TERM + "Her nurse was given 18 months, suspended for two years.", "18 months", SUNDAY),
    (TERM + "Her nurse was given 18 months, suspended for two years.", "two years", SUNDAY),
    (TERM + "She was also banned from running a clinic for 12 years.", "12", SUNDAY),
    (TERM + "She will get 12 years more if she does not pay.", "12", None),
    # how long something is a record does not date it; what goes on behind a semicolon is of that day, too
    (VOTE + "Turnout was 61%, the highest since 1994.", "61", SUNDAY),
    (VOTE + "Turnout was 61%, the highest since 1994; in the hills it reached 71%.", "71", SUNDAY),
    ("The ferry sank on Sunday; five people drowned.", "five", SUNDAY),
    ("The ferry will sail on Sunday; five people drowned.", "five", None),
    # what adds to the figure before
    ("A bus killed five people on Sunday. Another 23 were hurt.", "23", SUNDAY),
    ("A bus killed five people on Sunday. The firm owns another 23.", "23", None),
    # what was forecast of it is no figure of the day it was forecast
    ("In May the institute had seen turnout at 61%.", "61", None),
    # a theft has its day, too, by what the thieves did and for how long it lasted
    (
        "Two cooks drove to a farm on Sunday and made off with 9 hens. The theft took 61 seconds.",
        "61",
        SUNDAY,
    ),
    ("Thieves robbed a bank on Sunday. The thieves took 61 rings.", "61", SUNDAY),
    ("Thieves robbed a bank on Sunday. The bank has 61 clerks.", "61", None),
    # other things and other days do not get it
    (VOTE + "The pool had 90 visitors.", "90", None),
    (VOTE + "Turnout was 61%, up from 55%.", "55", None),
    (VOTE + "Ruga has 9,000 voters.", "9,000", None),
    (VOTE + "Turnout at previous elections was 40%.", "40", None),
    (VOTE + "A poll had put support at 58%.", "58", None),
    (VOTE + "Turnout in 2019 was 40%.", "40", "2019-01-01"),
    (MATCH + "The club has 900 employees.", "900", None),
    (CRASH + "The line carries 900 passengers a day.", "900", None),
    # a step that follows the event is not its day, and one to come has no figures yet
    ("The vote was challenged on Sunday. Turnout was 61%.", "61", None),
    ("The vote of 29 March will be close. Turnout was 61%.", "61", None),
    # two days leave it open, unless the opening names one alone
    ("The votes of 1 March and 15 March split the island. Turnout was 61%.", "61", None),
]


def _figure(text: str, words: str, published: str | None = PUBLISHED) -> Claim | None:
    head = f"---\ndate: {published}\n---\n\n" if published else ""
    found = extract(from_text(f"{head}{text}\n", "story.md"))
    claims = [
        claim for claim in found if claim.value and claim.kind != "date" and words in claim.value.surface
    ]
    return claims[-1] if claims else None


@pytest.mark.parametrize(("text", "words", "day"), ROWS)
def test_the_figures_of_an_event_have_its_day(text: str, words: str, day: str | None) -> None:
    claim = _figure(text, words)
    assert (claim.period.start if claim and claim.period else None) == day


def test_the_day_of_an_event_is_never_passed_off_as_stated() -> None:
    claim = _figure(VOTE + "Turnout was 61%.", "61")
    assert claim is not None
    assert claim.inferred["period"] == "taken from the day of the vote, “on Sunday”"
    assert claim.period is not None
    assert "taken from the day of the vote" in (claim.period.resolved_from or "")


_WORDS = load("event_days")
_FIGURE = {
    "vote": "Turnout was 61%.",
    "match": "The hosts had 61% of possession.",
    "crash": "Some 61 people were killed.",
    "theft": "The thieves took 61 rings.",
    "hearing": "The court heard 61 witnesses.",
}


@pytest.mark.parametrize(
    ("kind", "noun"), [(kind, noun) for kind in _FIGURE for noun in _WORDS[kind]["nouns"]]
)
def test_every_noun_names_its_event(kind: str, noun: str) -> None:
    claim = _figure(f"The {noun} of 15 March was long. {_FIGURE[kind]}", "61")
    assert claim is not None
    assert claim.period is not None
    assert claim.period.start == SUNDAY
