"""What verbs, prepositions and units say by themselves of what a number measures."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.framing.inflection import with_silent_e
from claims.vocabulary import load as vocabulary

FRAMES, SPELLS = vocabulary("frames"), vocabulary("spells")

PER_HEAD = "amount repaid per household"


def read(tmp_path: Path, text: str, surface: str) -> tuple[str, str]:
    path = tmp_path / "story.txt"
    path.write_text(text + "\n", encoding="utf-8")
    found = [c for c in extract(load(path)) if c.value is not None and c.value.surface == surface]
    return found[0].subject.lower(), found[0].measure


@pytest.mark.parametrize(
    ("text", "surface", "subject", "measure"),
    [
        # sums
        ("The company paid $42m in royalties.", "$42m", "company", "royalties paid"),
        ("The families have been promised $2,200 each.", "$2,200", "families", "amount promised per family"),
        ("The mayor asked donors for $9m.", "$9m", "mayor", "amount requested"),
        ("The island's honey exports brought in $13m.", "$13m", "island", "honey exports"),
        ("The insurer will pay the families €4,000 each.", "€4,000", "insurer", "amount paid each"),
        ("The hotel charges €90 a night.", "€90 a night", "hotel", "price"),
        ("A ticket is €7.", "€7", "ticket", "price"),
        ("The house went for $67,000.", "$67,000", "house", "price"),
        ("A litre costs €1.35 in supermarkets.", "€1.35", "litre", "price"),
        ("The villa, priced at €3.4m, has not been sold.", "€3.4m", "villa", "price"),
        ("The striker joined for £24m in July.", "£24m", "striker", "transfer fee"),
        ("Building the dam took six years and cost €40m.", "€40m", "dam", "cost of building"),
        ("The 300 doses cost €900.", "300 doses", "doses", "doses"),
        ("The 300 doses cost €900.", "€900", "doses", "cost"),
        ("The painting was insured for €40m.", "€40m", "painting", "sum insured"),
        ("The repairs came to $10m.", "$10m", "repairs", "cost"),
        ("The council must repay €3m, or €120 per household.", "€120 per household", "council", PER_HEAD),
        ("The tax brings the state €40m a year.", "€40m a year", "tax", "revenue"),
        ("Her barn, bought in 2014 for €67,000, is empty.", "€67,000", "barn", "price"),
        ("The mill paid £1,940 in three instalments.", "£1,940", "mill", "amount paid"),
        ("The growers put the damage at €75m after a week.", "€75m", "damage", "damage"),
        ("A used lamp at $65, bought in August, failed.", "$65", "used lamp", "price"),
        ("The hall has cost €27m, a half more than the €18m budgeted.", "€18m", "hall", "budget"),
        ("The firm's sales were 9% over budget.", "9%", "firm", "change in sales against budget"),
        ("Pupils of the school pay half, €2.30.", "€2.30", "pupils of school", "amount paid"),
        ("A nurse starts at €2,450 a month.", "€2,450 a month", "nurse", "pay"),
        # times
        ("The town had no water for three days.", "three days", "town", "time without water"),
        ("The tower took two years longer than planned.", "two years", "tower", "delay"),
        ("State of emergency: 45 days, imposed on 6 May", "45 days", "state of emergency", "validity"),
        ("The ferry takes 40 minutes.", "40 minutes", "ferry", "time taken"),
        ("The inquiry took four years.", "four years", "inquiry", "length"),
        ("Building the dam took six years.", "six years", "dam", "time to build"),
        ("The theatre is 20 minutes away by tram.", "20 minutes", "theatre", "travel time"),
        ("Frost cost the builders nine weeks.", "nine weeks", "frost", "delay"),
        ("The mayor declared a state of emergency for 12 days.", "12 days", "state of emergency", "validity"),
        ("The slide stopped the work for three weeks.", "three weeks", "slide", "time stopping work"),
        # room and size
        ("The stadium seats 45,000.", "45,000", "stadium", "capacity"),
        ("Cyclists face a detour of 19 km.", "19 km", "detour", "length"),
        ("The plant's 310 people were sent home.", "310 people", "plant", "employees"),
        ("The dam let out 620 cubic metres a second.", "620 cubic metres a second", "dam", "release"),
        ("The dome took 5,300 tonnes.", "5,300 tonnes", "dome", "amount taken"),
        ("Stocks of butter stand at 45,000 tonnes.", "45,000 tonnes", "stocks of butter", "stocks of butter"),
        ("The biggest ship, the Dora, houses 640.", "640", "dora", "capacity"),
        ("The village lies at 1,400 m in the hills.", "1,400 m", "village", "altitude"),
        ("The road was blocked for 12 km by snow.", "12 km", "road", "length blocked"),
        ("They ran 12 km on Sunday.", "12 km", "they", "distance run"),
        ("The walkers covered 40 km.", "40 km", "walkers", "distance covered"),
        ("The tower rises 48 m.", "48 m", "tower", "height"),
        # shares
        ("There was a rise of 9% in burglaries.", "9%", "burglaries", "change in burglaries"),
        ("Police recorded a fall of 12% in thefts.", "12%", "thefts", "change in thefts"),
        (
            "Half the farms in the fen lie below the canal.",
            "Half",
            "farms in fen",
            "share of farms in fen that lie",
        ),
        ("One barn in five is rubble.", "One barn in five", "barns", "share of barns that is rubble"),
        ("The group is owned by Norvik (60%) and Delmar (40%).", "40%", "delmar", "share of group"),
        ("The guild pays 70% of the bill.", "70%", "guild", "share of cost paid"),
        ("Norvik holds 60% in Delmar Bank.", "60%", "norvik", "share of Delmar Bank"),
        ("Delmar Bank, in which Norvik has 60%, will close.", "60%", "norvik", "share of Delmar Bank"),
        ("Rangers rated 9 km of the 35 km of fences as rotten.", "9 km", "rangers", "fences rated"),
        ("The harbour tax of 8% stays.", "8%", "harbour tax", "harbour tax"),
        # what is counted
        ("The toll of the flood reached 61.", "61", "flood", "deaths"),
        ("Two climbers from the village remain missing.", "Two climbers", "climbers", "climbers missing"),
        ("Of the 40 patients, 12 came from the port.", "12", "patients", "patients came from port"),
        (
            "Of the 40 patients, 12 came from Rome and nine from Oslo.",
            "nine",
            "patients",
            "patients came from Oslo",
        ),
        ("Of the 21 dead, eight were found in Dorn, six in Holm.", "six", "dead", "dead found in Holm"),
        ("Of 72 street lamps 18 have been mended.", "18", "street lamps", "street lamps mended"),
        ("Of the council's members 29 are women.", "29", "council", "women"),
        ("Sales peaked at 11,200 cars.", "11,200 cars", "cars", "sales"),
        ("The team needs nine points from its last four games.", "nine points", "team", "points needed"),
        ("The hospital is short of 60 nurses.", "60 nurses", "hospital", "shortage of nurses"),
        ("Lopez has 14 goals in 19 games.", "14 goals", "lopez", "goals"),
        ("City lost 2-0 on 3 May 2025.", "on 3 May 2025", "city", "date lost"),
    ],
)
def test_a_measure_by_the_words_around_it(
    tmp_path: Path, text: str, surface: str, subject: str, measure: str
) -> None:
    assert read(tmp_path, text, surface) == (subject, measure)


@pytest.mark.parametrize("verb", sorted(FRAMES["capacity"]["made_for"]))
def test_what_a_thing_is_made_for(tmp_path: Path, verb: str) -> None:
    participle = {"build": "built", "plan": "planned"}.get(
        verb, f"{verb}d" if verb[-1] == "e" else f"{verb}ed"
    )
    assert read(tmp_path, f"The jail was {participle} for 400 inmates.", "400 inmates") == (
        "jail",
        "capacity",
    )


@pytest.mark.parametrize("place", FRAMES["workplaces"]["nouns"])
def test_whose_people_are_staff(tmp_path: Path, place: str) -> None:
    text = f"The {place}'s 310 people were sent home."
    assert read(tmp_path, text, "310 people") == (place, "employees")


@pytest.mark.parametrize("who", FRAMES["per_head"]["nouns"])
def test_sums_per_head(tmp_path: Path, who: str) -> None:
    text = f"The city's debt stands at €2,900 per {who}."
    assert read(tmp_path, text, f"€2,900 per {who}") == ("city", f"debt per {who}")


@pytest.mark.parametrize("whole", FRAMES["joint"]["nouns"])
def test_parts_of_what_several_own(tmp_path: Path, whole: str) -> None:
    text = f"The dam was built by a {whole} of Norvik (60%) and Delmar (40%)."
    assert read(tmp_path, text, "60%") == ("norvik", f"share of {whole}")


@pytest.mark.parametrize(
    ("verb", "called"), sorted(set(FRAMES["nominal_flow"].items()) - {("let", "release")})
)
def test_water_by_the_second(tmp_path: Path, verb: str, called: str) -> None:
    text = f"The dam can {verb} 620 cubic metres a second."
    assert read(tmp_path, text, "620 cubic metres a second") == ("dam", called)


@pytest.mark.parametrize("way", SPELLS["taking"]["nouns"])
def test_ways_and_works_take_time(tmp_path: Path, way: str) -> None:
    assert read(tmp_path, f"The {way} took 35 minutes.", "35 minutes") == (way, "time taken")


@pytest.mark.parametrize("who", SPELLS["deliberating"]["nouns"])
def test_those_who_judge_deliberate(tmp_path: Path, who: str) -> None:
    assert read(tmp_path, f"The {who} took 31 hours.", "31 hours") == (who, "deliberations")


@pytest.mark.parametrize("verb", ["lose", "save"])
def test_time_that_is_cost_or_saved(tmp_path: Path, verb: str) -> None:
    assert read(tmp_path, f"The drivers will {verb} nine weeks.", "nine weeks")[1] == SPELLS["named"][verb]


@pytest.mark.parametrize("verb", ["declare", "proclaim", "decree"])
def test_how_long_what_is_declared_is_valid(tmp_path: Path, verb: str) -> None:
    text = f"The mayor will {verb} a state of emergency for 12 days."
    assert read(tmp_path, text, "12 days") == ("state of emergency", SPELLS["named"][verb])


@pytest.mark.parametrize(
    ("word", "lemma", "verb"),
    [
        ("rated", "rat", "rate"),
        ("coping", "cop", "cope"),
        ("visited", "visit", "visit"),
        ("planned", "plan", "plan"),
    ],
)
def test_the_silent_e_of_a_verb(word: str, lemma: str, verb: str) -> None:
    assert with_silent_e(word, lemma) == verb


@pytest.mark.parametrize("verb", vocabulary("counted")["chunk"]["deeds"])
def test_a_verb_behind_a_number_is_not_counted(tmp_path: Path, verb: str) -> None:
    path = tmp_path / "story.txt"
    path.write_text(f"About 1,400 {verb} in the gym.\n", encoding="utf-8")
    assert [c.value.counted for c in extract(load(path)) if c.value is not None] == [None]


@pytest.mark.parametrize("words", vocabulary("measures")["tolls"])
def test_tolls_are_deaths(tmp_path: Path, words: str) -> None:
    assert read(tmp_path, f"The {words} rose to 84.", "84")[1] == "deaths"


@pytest.mark.parametrize("word", SPELLS["foreseen"]["words"])
def test_what_takes_longer_than_foreseen_is_late(tmp_path: Path, word: str) -> None:
    text = f"The tower took two years longer than {word}."
    assert read(tmp_path, text, "two years")[1] == "delay"


@pytest.mark.parametrize("noun", SPELLS["valid"]["nouns"])
def test_what_is_valid_for_a_time(tmp_path: Path, noun: str) -> None:
    assert read(tmp_path, f"{noun.title()}: 60 days", "60 days")[1] == "validity"


@pytest.mark.parametrize("thing", FRAMES["on_sale"]["things"])
def test_what_is_made_to_be_sold_has_a_price(tmp_path: Path, thing: str) -> None:
    assert read(tmp_path, f"The {thing} costs €7.", "€7") == (thing, "price")


def test_a_list_of_what_something_cost(tmp_path: Path) -> None:
    text = "What did the storm cost? The accounts list:\n\n- Water: $4.6m\n- Care: $3.8m\n\nThe list is long."
    path = tmp_path / "story.md"
    path.write_text(text, encoding="utf-8")
    found = [claim for claim in extract(load(path)) if claim.kind == "money"]
    assert [(claim.measure, "announced" in claim.inferred["measure"]) for claim in found] == [
        ("cost", True)
    ] * 2
