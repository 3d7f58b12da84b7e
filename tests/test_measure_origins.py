"""Where a measure comes from: the clause itself, or what the text says above, before or below it."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.model import Claim
from claims.vocabulary import load as vocabulary


def figures(tmp_path: Path, text: str) -> dict[str, Claim]:
    path = tmp_path / "story.md"
    path.write_text(text + "\n", encoding="utf-8")
    return {claim.value.surface: claim for claim in extract(load(path)) if claim.value is not None}


@pytest.mark.parametrize(
    ("text", "surface", "measure", "note"),
    [
        ("The clinic treated 90 patients. Twelve died.", "Twelve", "deaths", None),
        (
            "The clinic treated 90 patients. Twelve were discharged.",
            "Twelve",
            "patients discharged",
            "counted",
        ),
        (
            "The mine made 40 tonnes of zinc. In May it was 9 tonnes.",
            "9 tonnes",
            "zinc",
            "measured",
        ),
        ("The fee was €90. The sum has now reached €120.", "€120", "fee", "measured before, “fee”"),
        ("Exports rose from €3m to €4m.", "€4m", "exports", None),
        ("Oslo recorded 41 mm of rain, Bergen nine.", "nine", "rain", "shared"),
    ],
)
def test_words_from_elsewhere_are_said_to_be(
    tmp_path: Path, text: str, surface: str, measure: str, note: str | None
) -> None:
    claim = figures(tmp_path, text)[surface]
    assert claim.measure == measure
    assert (note is None) == ("measure" not in claim.inferred)
    assert (note or "") in claim.inferred.get("measure", "")


def test_a_name_that_the_story_gives_is_said_to_be(tmp_path: Path) -> None:
    text = (
        "The trial lasted a week. The jury convicted him. The judge spoke. The court heard 9 witnesses. "
        "He got nine years."
    )
    claim = figures(tmp_path, text)["nine years"]
    assert claim.measure == "prison sentence"
    assert claim.inferred["measure"].startswith("the article tells of")


JOBS = """The airline will cut jobs. It divides its 2,400 job cuts like this:

- Dorn: 1,200
- Harwick: 800
- Offices abroad: 400
"""


def test_a_list_divides_the_sum_above_it(tmp_path: Path) -> None:
    found = figures(tmp_path, JOBS)
    for surface, part in (("1,200", "Dorn"), ("800", "Harwick"), ("400", "Offices abroad")):
        assert found[surface].measure == found["2,400 job cuts"].measure
        assert found[surface].scope["part"] == part
        assert "above the list" in found[surface].inferred["measure"]


def test_a_list_that_does_not_add_up_keeps_its_labels(tmp_path: Path) -> None:
    found = figures(
        tmp_path, "The fair has 240 stalls and more to offer:\n\n- Visitors: 9,000\n- Rides: 12\n"
    )
    assert [found[surface].measure.lower() for surface in ("9,000", "12")] == ["visitors", "rides"]


def test_a_heading_says_what_a_list_counts(tmp_path: Path) -> None:
    text = "The council has 24 seats.\n\n## Seats by district\n\n- Dorn: 12\n- Harwick: 8\n- Old Port: 4\n"
    found = figures(tmp_path, text)
    assert {found[surface].measure for surface in ("12", "8", "4")} == {"Seats"}
    assert "Seats by district" in found["8"].inferred["measure"]


def test_a_headline_leaves_its_figures_to_the_text(tmp_path: Path) -> None:
    claims = extract(
        load(_written(tmp_path, "# What €4m means\n\nThe club sold the stand for €4m in May.\n"))
    )
    head, body = (claim for claim in claims if claim.kind == "money")
    assert head.measure == body.measure == "price"
    assert "the text below" in head.inferred["measure"]


def _written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "story.md"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("verb", vocabulary("frames")["capacity"]["verbs"])
def test_what_a_thing_holds_is_its_capacity(tmp_path: Path, verb: str) -> None:
    assert figures(tmp_path, f"The old hall can {verb} 640.")["640"].measure == "capacity"


@pytest.mark.parametrize(
    ("text", "subject", "measure"),
    [
        ("The 60-bed ward closed.", "ward", "beds"),
        ("A 14-storey block burned.", "block", "storeys"),
        ("The council opened a 24-room hostel.", "hostel", "rooms"),
        ("A six-man crew rowed.", "crew", "men"),
    ],
)
def test_the_parts_of_a_thing_are_counted_of_it(
    tmp_path: Path, text: str, subject: str, measure: str
) -> None:
    (claim,) = figures(tmp_path, text).values()
    assert (claim.subject, claim.measure) == (subject, measure)


@pytest.mark.parametrize(
    ("text", "figure", "subject"),
    [
        ("The 60-bed ward cost 3 million euros.", "3 million euros", "ward"),
        ("The 18-storey tower's owner paid 3 million euros.", "3 million euros", "tower's owner"),
    ],
)
def test_how_large_a_thing_is_stays_out_of_its_name(
    tmp_path: Path, text: str, figure: str, subject: str
) -> None:
    assert figures(tmp_path, text)[figure].subject == subject


@pytest.mark.parametrize("guests", vocabulary("frames")["capacity"]["guests"])
def test_what_a_thing_holds_may_be_named(tmp_path: Path, guests: str) -> None:
    (claim,) = figures(tmp_path, f"The new hall holds 640 {guests}.").values()
    assert claim.measure == "capacity"


@pytest.mark.parametrize("verb", vocabulary("frames")["capacity"]["verbs_with_can"])
def test_what_a_thing_can_take_is_its_capacity(tmp_path: Path, verb: str) -> None:
    assert figures(tmp_path, f"The tank can {verb} 900 tonnes.")["900 tonnes"].measure == "capacity"
    assert figures(tmp_path, f"The tank will {verb} 900 tonnes of oil.")["900 tonnes"].measure != "capacity"


@pytest.mark.parametrize("room", vocabulary("frames")["capacity"]["room"])
def test_what_there_is_room_for_is_capacity(tmp_path: Path, room: str) -> None:
    assert figures(tmp_path, f"The hall has {room} for 300.")["300"].measure == "capacity"


@pytest.mark.parametrize("place", vocabulary("frames")["whereabouts"]["adverbs"])
def test_where_some_are(tmp_path: Path, place: str) -> None:
    called = "on board" if place == "aboard" else place
    assert figures(tmp_path, f"Eleven miners were {place}.")["Eleven miners"].measure == f"miners {called}"


@pytest.mark.parametrize("usual", vocabulary("frames")["on_sale"]["usual"])
def test_one_of_a_kind_has_a_price(tmp_path: Path, usual: str) -> None:
    assert figures(tmp_path, f"The {usual} ticket cost £12.")["£12"].measure == "price"


@pytest.mark.parametrize("moved", ["closed", "opened", "ended", "finished", "traded"])
def test_what_shares_do_at_a_price(tmp_path: Path, moved: str) -> None:
    assert figures(tmp_path, f"The shares {moved} at €22.")["€22"].measure == "share price"


@pytest.mark.parametrize("noun", vocabulary("naming")["nouns"]["figures"])
def test_what_points_to_the_figure_before(tmp_path: Path, noun: str) -> None:
    text = f"The fee was €90. The {noun} has now reached €120."
    assert figures(tmp_path, text)["€120"].measure == "fee"


@pytest.mark.parametrize(("quality", "measure"), vocabulary("frames")["comparatives"].items())
def test_what_a_comparative_is_about(tmp_path: Path, quality: str, measure: str) -> None:
    assert figures(tmp_path, f"The new model is 9% {quality}.")["9%"].measure == f"change in {measure}"


@pytest.mark.parametrize("group", vocabulary("frames")["group"]["nouns"])
def test_people_who_sit_together_are_members(tmp_path: Path, group: str) -> None:
    assert figures(tmp_path, f"The {group} of eight met in Dorn.")["eight"].measure == "members"
