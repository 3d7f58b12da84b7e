"""What verbs, prepositions and units say by themselves of what a number measures."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.framing.inflection import with_silent_e
from claims.vocabulary import load as vocabulary

FRAMES, SPELLS = vocabulary("frames"), vocabulary("spells")


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
        ("The families have been promised $1,500 each.", "$1,500", "families", "amount promised per family"),
        ("The minister asked donors for $6m.", "$6m", "minister", "amount requested"),
        ("The country's fish exports brought in $44m.", "$44m", "country", "fish exports"),
        ("The insurer will pay the families €4,000 each.", "€4,000", "insurer", "amount paid each"),
        ("The hotel charges €90 a night.", "€90 a night", "hotel", "price"),
        ("A ticket is €12.", "€12", "ticket", "price"),
        ("The house went for $84,000.", "$84,000", "house", "price"),
        ("A litre costs €1.19 in supermarkets.", "€1.19", "litre", "price"),
        ("The villa, priced at €5.5m, has not been sold.", "€5.5m", "villa", "price"),
        ("The striker joined for £24m in July.", "£24m", "striker", "transfer fee"),
        ("Building the dam took six years and cost €40m.", "€40m", "dam", "cost of building"),
        ("The 300 doses cost €900.", "300 doses", "doses", "doses"),
        ("The 300 doses cost €900.", "€900", "doses", "cost"),
        # times
        ("The ferry takes 25 minutes.", "25 minutes", "ferry", "time taken"),
        ("The inquiry took four years.", "four years", "inquiry", "length"),
        ("Building the dam took six years.", "six years", "dam", "time to build"),
        ("The hospital is 70 minutes away by road.", "70 minutes", "hospital", "travel time"),
        ("The clay cost the builders eleven months.", "eleven months", "clay", "delay"),
        ("The mayor declared a state of emergency for 30 days.", "30 days", "state of emergency", "validity"),
        ("The slide stopped the work for three weeks.", "three weeks", "slide", "time stopping work"),
        # room and size
        ("The stadium seats 45,000.", "45,000", "stadium", "capacity"),
        ("Drivers face a detour of 74 km.", "74 km", "detour", "length"),
        ("The plant's 310 people were sent home.", "310 people", "plant", "employees"),
        ("The dam let out 450 cubic metres a second.", "450 cubic metres a second", "dam", "release"),
        ("The deck took 38,000 tonnes.", "38,000 tonnes", "deck", "amount taken"),
        ("Stocks of butter stand at 45,000 tonnes.", "45,000 tonnes", "stocks of butter", "stocks of butter"),
        # shares
        (
            "Half the wells in the delta lie below the sea.",
            "Half",
            "wells in delta",
            "share of wells in delta that lie",
        ),
        ("One house in four is rubble.", "One house in four", "houses", "share of houses that is rubble"),
        ("The group is owned by Halden (55%) and Corriva (45%).", "45%", "corriva", "share of group"),
        ("The import duty of 5% stays.", "5%", "import duty", "import duty"),
        # what is counted
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
    text = f"The dam was built by a {whole} of Halden (55%) and Corriva (45%)."
    assert read(tmp_path, text, "55%") == ("halden", f"share of {whole}")


@pytest.mark.parametrize(
    ("verb", "called"), sorted(set(FRAMES["nominal_flow"].items()) - {("let", "release")})
)
def test_water_by_the_second(tmp_path: Path, verb: str, called: str) -> None:
    text = f"The dam can {verb} 450 cubic metres a second."
    assert read(tmp_path, text, "450 cubic metres a second") == ("dam", called)


@pytest.mark.parametrize("way", SPELLS["taking"]["nouns"])
def test_ways_and_works_take_time(tmp_path: Path, way: str) -> None:
    assert read(tmp_path, f"The {way} took 25 minutes.", "25 minutes") == (way, "time taken")


@pytest.mark.parametrize("who", SPELLS["deliberating"]["nouns"])
def test_those_who_judge_deliberate(tmp_path: Path, who: str) -> None:
    assert read(tmp_path, f"The {who} took 31 hours.", "31 hours") == (who, "deliberations")


@pytest.mark.parametrize("verb", ["lose", "save"])
def test_time_that_is_cost_or_saved(tmp_path: Path, verb: str) -> None:
    assert (
        read(tmp_path, f"The drivers will {verb} eleven months.", "eleven months")[1] == SPELLS["named"][verb]
    )


@pytest.mark.parametrize("verb", ["declare", "proclaim", "decree"])
def test_how_long_what_is_declared_is_valid(tmp_path: Path, verb: str) -> None:
    text = f"The mayor will {verb} a state of emergency for 30 days."
    assert read(tmp_path, text, "30 days") == ("state of emergency", SPELLS["named"][verb])


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
