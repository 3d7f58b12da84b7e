"""Every word of the vocabulary of naming decides what a number is of, or whose it is."""

import pytest

from claims import extract
from claims.framing.measures import of_trade
from claims.framing.tables import is_total
from claims.sources import from_text
from claims.vocabulary import load, word_list


def _named(text: str, surface: str) -> tuple[str, str]:
    """Return subject and measure of the last figure that is written so."""
    told = [claim for claim in extract(from_text(text, "a.txt")) if claim.value is not None]
    claim = next(claim for claim in reversed(told) if claim.value and surface in claim.value.surface)
    return claim.subject, claim.measure


# Table, list, a text with a place for the word, the figure, its subject and its measure.
Row = tuple[str, str, str, str, str, str]
ROWS: list[Row] = [
    ("nouns", "observers", "{}s had hoped for 3%.", "3%", "%", ""),
    ("nouns", "rises", "The dockers want a {} of 9%.", "9%", "dockers", "pay rise demanded"),
    ("nouns", "several", "The dead are skiers, a {} aged 31 and 33.", "33", "skiers", "age"),
    ("nouns", "leads", "The list cut its {} to 214 votes.", "214", "list", "{}"),
    (
        "nouns",
        "seen_as",
        "They {} Ada Holm as the pupil who scored 19 goals.",
        "19",
        "Ada Holm",
        "goals scored",
    ),
    ("verbs", "ordering", "They may {} the firm to pay €300.", "€300", "firm", "amount paid"),
    ("beside", "dear", "The tunnel was €4m more {} than planned.", "€4m", "tunnel", "cost above plan"),
    ("beside", "prison", "Ode Larn got nine years {}.", "nine years", "Ode Larn", "prison sentence"),
    ("beside", "judgements", "She waited four days. Four days is {}.", "Four days", "she", "waiting time"),
    ("beside", "deictic", "The {} costs rose to €3m.", "€3m", "costs", "costs"),
]


@pytest.mark.parametrize(
    "clause",
    [
        "is €2m",
        "comes to €2m",
        "may total €2m",
        "averaged €2m",
        "stands at €2m",
        "reached €2m",
        "may exceed €2m",
        "was put at €2m",
        "was estimated at €2m",
    ],
)
def test_a_thing_has_what_something_of_it_comes_to(clause: str) -> None:
    assert _named(f"The wage bill of the mill {clause}.", "€2m") == ("mill", "wage bill")


@pytest.mark.parametrize(
    ("row", "word"), [(row, word) for row in ROWS for word in sorted(word_list("naming", *row[:2]))]
)
def test_what_a_word_makes_of_a_number(row: Row, word: str) -> None:
    text, surface, *named = (part.format(word) for part in row[2:])
    assert _named(text, surface) == tuple(named)


@pytest.mark.parametrize("noun", load("ballots")["campaigns"])
def test_a_side_in_a_referendum_is_a_campaign(noun: str) -> None:
    assert _named(f"On Monday the No {noun} spent €4m.", "€4m")[0] == "No campaign"
    assert _named(f"There is no {noun}. It spent €4m.", "€4m")[0] != "No campaign"


@pytest.mark.parametrize("noun", sorted(word_list("naming", "nouns", "of_bodies")))
def test_what_a_body_has_is_that_of_the_one_spoken_of(noun: str) -> None:
    assert _named(f"Merrin Works won a prize in May. The {noun} rose to €4m.", "€4m")[0] == "Merrin Works"
    assert _named(f"The prize was won in May. The {noun} rose to €4m.", "€4m")[0] == noun


@pytest.mark.parametrize("part", sorted(word_list("naming", "nouns", "parts")))
def test_what_befell_a_part_is_said_of_it(part: str) -> None:
    assert _named(f"The {part} of beds taken rose to 40%.", "40%")[1].endswith(" of beds taken")


@pytest.mark.parametrize("verb", sorted(word_list("naming", "verbs", "dealing")))
def test_a_price_is_nobody_s_who_only_deals(verb: str) -> None:
    assert _named(f"I would never {verb} €90 for it.", "€90")[0] != "I"
    assert _named("I weigh 90 kg.", "90")[0] == "I"


@pytest.mark.parametrize("time", sorted(word_list("naming", "nouns", "times_of_day")))
def test_a_time_of_day_does_nothing(time: str) -> None:
    assert _named(f"40 houses were burned by {time}.", "40")[0] == "houses"


@pytest.mark.parametrize("area", sorted(word_list("naming", "nouns", "areas")))
def test_a_share_of_land(area: str) -> None:
    text = f"The fires have burned 30 hectares, 12% of the farm's 430 {area}{'' if area == 'km2' else 's'}."
    assert _named(text, "12%") == ("fires", "area burned as share of area")


@pytest.mark.parametrize("forecast", sorted(word_list("naming", "nouns", "forecasts") - {"target"}))
def test_what_is_forecast_is_not_the_forecaster_s(forecast: str) -> None:
    assert _named(f"The bank raised its {forecast} for growth to 3%.", "3%") == ("growth", "growth")


@pytest.mark.parametrize("duty", sorted(word_list("naming", "nouns", "duties")))
def test_what_a_state_takes_on_trade(duty: str) -> None:
    assert of_trade(f"Export {duty}")
    assert not of_trade(f"road {duty}")


@pytest.mark.parametrize("label", sorted(word_list("naming", "nouns", "totals")))
def test_the_row_of_the_sums(label: str) -> None:
    assert is_total(f"{label.title()}:")


@pytest.mark.parametrize("verb", sorted(word_list("naming", "verbs", "saying")))
def test_a_verb_that_tells_of_an_event_is_none(verb: str) -> None:
    told = extract(from_text(f"The mill will {verb} it on 4 May 2031.", "a.txt"))
    assert not any(claim.measure.startswith("date") for claim in told)


@pytest.mark.parametrize("side", ["above", "below"])
def test_how_far_a_sum_lies_from_a_plan(side: str) -> None:
    for word in sorted(word_list("naming", "beside", side)):
        plan = "plan" if word in {"over", "above", "under", "below"} else "than planned"
        named = _named(f"The tunnel cost €40m, €4m {word} {plan}.", "€4m")
        assert named == ("tunnel", f"cost {side} plan"), word


@pytest.mark.parametrize("word", load("context")["observing"])
def test_who_only_observes_tells_of_no_accounts_of_its_own(word: str) -> None:
    body = f"{word.title()} of Fairs"
    assert _named(f"The {body} said that sales rose 3%.", "3%")[0] != body


def test_accounts_are_those_of_the_firm_named_or_speaking() -> None:
    assert _named("The union said that profit rose 3% at Elm Mills.", "3%")[0] == "Elm Mills"
    assert _named("Elm Mills said that profit rose 3%.", "3%")[0] == "Elm Mills"


COURTS = [
    ("own", "{0}, {0}; {0}, {0}.", "{0}, {0}; {0}."),
    ("hearings", "Fraud, fraud, manslaughter, prison, {0}.", "Fraud, fraud, manslaughter, prison."),
    ("penalties", "Verdict, verdict, appeals, lawyer, {0}.", "Verdict, verdict, appeals, lawyer, accused."),
]


@pytest.mark.parametrize(
    ("enough", "less", "word"),
    [(*texts, word) for key, *texts in COURTS for word in load("context")["courts"][key]],
)
def test_a_time_that_somebody_gets_in_a_text_on_a_court_is_a_sentence(
    enough: str, less: str, word: str
) -> None:
    told = "Ode Larn got nine years."
    assert _named(f"{enough.format(word)} {told}", "nine years")[1] == "prison sentence"
    assert _named(f"{less.format(word)} {told}", "nine years")[1] == "time got"


@pytest.mark.parametrize("labour", load("works")["labour"])
def test_what_is_worked_on_is_what_a_text_goes_on_to_call_it(labour: str) -> None:
    text = f"{labour.capitalize()} of the dam will take two years. It is 61 metres high."
    assert _named(text, "61 metres")[0] == "dam"


HARM = {"claim": "It claimed nine lives."}


@pytest.mark.parametrize("verb", load("context")["events_do"]["harming"])
def test_it_is_the_event_that_harms(verb: str) -> None:
    past = {"kill": "killed", "wound": "wounded"}.get(verb, f"{verb.removesuffix('e')}ed")
    told = HARM.get(verb, f"It {past} nine farmers.")
    surface = "nine lives" if verb == "claim" else "nine farmers"
    text = f"The flood hit Dalby. The flood came at night. The flood rose. The town slept. {told}"
    assert _named(text, surface)[0] == "flood"


@pytest.mark.parametrize("state", load("context")["events_do"]["ill"])
def test_it_is_the_event_that_leaves_people_so(state: str) -> None:
    text = f"The flood hit Dalby. The flood came at night. The flood rose. It left 90 people {state}."
    assert _named(text, "90 people")[0] == "flood"


@pytest.mark.parametrize("verb", ["lasted", "happened for", "occurred for"])
def test_it_is_the_event_that_lasts(verb: str) -> None:
    text = (
        f"The flood hit Dalby. The flood came at night. The flood rose. The town slept. It {verb} nine hours."
    )
    assert _named(text, "nine hours")[0] == "flood"


@pytest.mark.parametrize("looking", load("context")["looking_into"]["events"])
def test_a_text_is_about_what_is_looked_into(looking: str) -> None:
    text = (
        f"What the {looking} found\n\nThe {looking} into the crash of a train ended. The {looking} sat. The "
        f"{looking} heard 9 witnesses. Some 40 people were hurt."
    )
    assert _named(text, "Some 40 people")[0] == "crash"
