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
        ("The families have been promised $700 each.", "$700", "families", "amount promised per family"),
        ("The minister asked donors for $6m.", "$6m", "minister", "amount requested"),
        ("The island's wool exports brought in $17m.", "$17m", "island", "wool exports"),
        ("The insurer will pay the families €4,000 each.", "€4,000", "insurer", "amount paid each"),
        ("The hotel charges €90 a night.", "€90 a night", "hotel", "price"),
        ("A scarf is €18.", "€18", "scarf", "price"),
        ("The violin went for $61,000.", "$61,000", "violin", "price"),
        ("A litre costs €1.19 in supermarkets.", "€1.19", "litre", "price"),
        ("The yacht, priced at €6.2m, lies at the quay.", "€6.2m", "yacht", "price"),
        ("The striker joined for £24m in July.", "£24m", "striker", "transfer fee"),
        ("Building the dam took six years and cost €40m.", "€40m", "dam", "cost of building"),
        ("The 300 doses cost €900.", "300 doses", "doses", "doses"),
        ("The 300 doses cost €900.", "€900", "doses", "cost"),
        ("The painting was insured for €40m.", "€40m", "painting", "sum insured"),
        ("The repairs came to $10m.", "$10m", "repairs", "cost"),
        ("The council must repay €3m, or €120 per household.", "€120 per household", "council", PER_HEAD),
        ("The tax brings the state €40m a year.", "€40m a year", "tax", "revenue"),
        ("Her boat, bought in the autumn for €36,000, sank.", "€36,000", "boat", "price"),
        ("The mill paid £4,300 in three instalments.", "£4,300", "mill", "amount paid"),
        ("The brewery put the damage at €7m in an early estimate.", "€7m", "damage", "damage"),
        ("A kettle at $19, sold in the spring, was faulty.", "$19", "kettle", "price"),
        ("The hall has cost €7m, a little less than the €9m budgeted.", "€9m", "hall", "budget"),
        ("The firm's sales were 9% over budget.", "9%", "firm", "change in sales against budget"),
        ("Members of the club pay half, €7.20.", "€7.20", "members of club", "amount paid"),
        ("A nurse starts at €2,450 a month.", "€2,450 a month", "nurse", "pay"),
        ("The firm brought €40m into the fund.", "€40m", "firm", "amount brought"),
        ("The total came to $9m.", "$9m", "total", "total"),
        ("The card costs the town €8m a year.", "€8m a year", "card", "cost"),
        ("The stamp costs 90 cents.", "90 cents", "stamp", "price"),
        # times
        ("The town had no water for three days.", "three days", "town", "time without water"),
        ("The tower took two years longer than planned.", "two years", "tower", "delay"),
        ("Curfew: 45 days, imposed in the autumn", "45 days", "curfew", "validity"),
        ("The ferry takes 35 minutes.", "35 minutes", "ferry", "time taken"),
        ("The inquiry took four years.", "four years", "inquiry", "length"),
        ("Building the dam took six years.", "six years", "dam", "time to build"),
        ("The airport is 35 minutes away by train.", "35 minutes", "airport", "travel time"),
        ("The frost cost the builders nine weeks.", "nine weeks", "frost", "delay"),
        ("The injury cost him two months.", "two months", "injury", "time lost"),
        ("The flu cost the goalkeeper three weeks.", "three weeks", "flu", "time lost"),
        ("The league declared a break for two weeks.", "two weeks", "break", "length"),
        (
            "The king declared a state of emergency for six weeks.",
            "six weeks",
            "state of emergency",
            "validity",
        ),
        ("The mayor declared a curfew for nine days.", "nine days", "curfew", "validity"),
        ("The slide stopped the work for three weeks.", "three weeks", "slide", "time stopping work"),
        ("The final is two weeks away.", "two weeks", "final", "time left"),
        # room and size
        ("The stadium seats 17,000.", "17,000", "stadium", "capacity"),
        ("Cyclists face a detour of 9 km.", "9 km", "detour", "length"),
        ("The brewery's 90 people are on strike.", "90 people", "brewery", "employees"),
        ("The dam let out 30 cubic metres a second.", "30 cubic metres a second", "dam", "release"),
        ("The roof took 70 tonnes.", "70 tonnes", "roof", "amount taken"),
        ("Stocks of butter stand at 26,000 tonnes.", "26,000 tonnes", "stocks of butter", "stocks of butter"),
        ("The biggest hostel, the Dora, houses 95.", "95", "dora", "capacity"),
        ("The village lies at 1,150 m in the hills.", "1,150 m", "village", "altitude"),
        ("The road was blocked for 12 km by snow.", "12 km", "road", "length blocked"),
        ("They ran 12 km on Sunday.", "12 km", "they", "distance run"),
        ("The actor ran 3 km.", "3 km", "actor", "distance run"),
        ("The wall runs 9 km.", "9 km", "wall", "length"),
        ("The walkers covered 40 km.", "40 km", "walkers", "distance covered"),
        ("The tower rises 48 m.", "48 m", "tower", "height"),
        # shares
        ("There was a rise of 9% in burglaries.", "9%", "burglaries", "change in burglaries"),
        ("Police recorded a fall of 12% in thefts.", "12%", "thefts", "change in thefts"),
        (
            "Half the shops in the town lie below the road.",
            "Half",
            "shops in town",
            "share of shops in town that lie",
        ),
        ("One ticket in six is void.", "One ticket in six", "tickets", "share of tickets that is void"),
        ("The group is owned by Brill (70%) and Lund (30%).", "30%", "lund", "share of group"),
        ("The union pays 70% of the bill.", "70%", "union", "share of cost paid"),
        ("Brill holds 65% in Corva Bank.", "65%", "brill", "share of Corva Bank"),
        ("Corva Bank, in which Brill has 65%, will close.", "65%", "brill", "share of Corva Bank"),
        ("Divers rated 5 km of the 30 km of pipes as sound.", "5 km", "divers", "pipes rated"),
        ("The boat tax of 7% stays.", "7%", "boat tax", "tax rate"),
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
        ("Of the 30 boats, two were sold in Dorn, six in Holm.", "six", "boats", "boats sold in Holm"),
        ("Of 90 old lamps 30 have been repainted.", "30", "old lamps", "old lamps repainted"),
        ("Of the firm's drivers 16 are men.", "16", "firm", "men"),
        ("Sales peaked at 7,400 cars.", "7,400 cars", "cars", "sales"),
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


@pytest.mark.parametrize("vehicle", FRAMES["going"]["vehicles"])
def test_what_runs_so_far_is_not_so_long(tmp_path: Path, vehicle: str) -> None:
    assert read(tmp_path, f"The {vehicle} ran 3 km on Sunday.", "3 km") == (vehicle, "distance run")


@pytest.mark.parametrize("place", FRAMES["workplaces"]["nouns"])
def test_whose_people_are_staff(tmp_path: Path, place: str) -> None:
    text = f"The {place}'s 90 people are on strike."
    assert read(tmp_path, text, "90 people") == (place, "employees")


@pytest.mark.parametrize("who", FRAMES["per_head"]["nouns"])
def test_sums_per_head(tmp_path: Path, who: str) -> None:
    text = f"The city's debt stands at €2,900 per {who}."
    assert read(tmp_path, text, f"€2,900 per {who}") == ("city", f"debt per {who}")


@pytest.mark.parametrize("whole", FRAMES["joint"]["nouns"])
def test_parts_of_what_several_own(tmp_path: Path, whole: str) -> None:
    text = f"The dam was built by a {whole} of Brill (70%) and Lund (30%)."
    assert read(tmp_path, text, "70%") == ("brill", f"share of {whole}")


@pytest.mark.parametrize(
    ("verb", "called"), sorted(set(FRAMES["nominal_flow"].items()) - {("let", "release")})
)
def test_water_by_the_second(tmp_path: Path, verb: str, called: str) -> None:
    text = f"The dam can {verb} 30 cubic metres a second."
    assert read(tmp_path, text, "30 cubic metres a second") == ("dam", called)


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
    text = f"The mayor will {verb} a curfew for nine days."
    assert read(tmp_path, text, "nine days") == ("curfew", SPELLS["named"][verb])


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
    path.write_text(f"About 1,700 {verb} in the gym.\n", encoding="utf-8")
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
    assert read(tmp_path, f"{noun.title()}: 45 days", "45 days")[1] == "validity"


@pytest.mark.parametrize("thing", FRAMES["on_sale"]["things"])
def test_what_is_made_to_be_sold_has_a_price(tmp_path: Path, thing: str) -> None:
    assert read(tmp_path, f"The {thing} costs €2.", "€2") == (thing, "price")


def test_a_list_of_what_something_cost(tmp_path: Path) -> None:
    text = (
        "What did the storm cost? The accounts list:\n\n- Roofs: $2.7m\n- Trees: $1.1m\n\nThe list is long."
    )
    path = tmp_path / "story.md"
    path.write_text(text, encoding="utf-8")
    found = [claim for claim in extract(load(path)) if claim.kind == "money"]
    assert [(claim.measure, "announced" in claim.inferred["measure"]) for claim in found] == [
        ("cost", True)
    ] * 2


@pytest.mark.parametrize(
    ("told", "hedge"),
    [
        ("Sales passed €3m in May.", "over"),
        ("Visitor numbers pass 2 million.", "over"),
        ("The clerk passed €40 to her.", "exact"),
    ],
)
def test_what_is_passed_is_a_lower_bound(tmp_path: Path, told: str, hedge: str) -> None:
    path = tmp_path / "story.txt"
    path.write_text(f"{told}\n", encoding="utf-8")
    assert [claim.value.hedge for claim in extract(load(path)) if claim.value] == [hedge]
