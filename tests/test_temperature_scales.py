"""Bare degrees: read in the scale that a text names, else in Celsius where it tells of warmth."""

import pytest

from claims import extract
from claims.sources import from_text

DAY = "# Report\n\nIt was 30 degrees Celsius on Monday. On Tuesday Corran reached 34 degrees.\n"


def units(text: str) -> dict[str, tuple[str, str | None]]:
    """Return unit and the note on it by the words of each value."""
    claims = [claim for claim in extract(from_text(text, "story.md")) if claim.value is not None]
    return {it.value.surface: (it.value.unit, it.inferred.get("unit")) for it in claims if it.value}


def test_the_scale_that_the_text_names() -> None:
    assert units(DAY)["34 degrees"] == ("degC", "the text says “degrees Celsius”")


def test_degrees_in_a_place_are_warmth() -> None:
    assert (
        units(DAY.replace("Corran reached 34 degrees", "it was 34 degrees in Corran"))["34 degrees"][0]
        == "degC"
    )


@pytest.mark.parametrize(
    "told",
    [
        "In Alby 31 degrees was measured on Friday.",
        "In Alby 31 degrees was reached on Friday.",
        "In Alby 31 degrees was observed on Friday.",
        "A reading of 31 degrees was taken.",
        "In Alby 31 degrees was recorded on Friday.",
    ],
)
def test_what_is_measured_in_degrees_is_a_temperature(told: str) -> None:
    found = next(claim for claim in extract(from_text(told)) if claim.value)
    assert found.measure == "temperature"


def test_degrees_of_a_text_in_fahrenheit() -> None:
    found = extract(from_text(DAY.replace("Celsius", "Fahrenheit").replace("34", "50"), "story.md"))
    assert [claim.value.low for claim in found if claim.value and claim.value.surface == "50 degrees"] == [
        10.0
    ]


@pytest.mark.parametrize(
    "said",
    [
        "temperature",
        "temperatures",
        "heat",
        "heatwave",
        "hot",
        "hotter",
        "warm",
        "warmth",
        "warming",
        "cold",
        "colder",
        "cool",
        "cooled",
        "thermometer",
        "frost",
        "frozen",
        "freezing",
        "weather",
        "climate",
    ],
)
def test_a_text_tells_of_warmth(said: str) -> None:
    text = f"# Report\n\nMany spoke of {said}. On Tuesday Corran reached 34 degrees.\n"
    assert units(text)["34 degrees"][0] == "degC"
    assert units(text.replace(said, "boats"))["34 degrees"][0] == "degree"


@pytest.mark.parametrize("said", ["9 miles", "40 mph", "six feet", "two inches", "9 gallons", "the U.S"])
def test_a_text_that_measures_as_in_america_may_mean_fahrenheit(said: str) -> None:
    text = f"# Report\n\nIt was hot within {said} of Corran. On Tuesday Corran reached 34 degrees.\n"
    assert units(text)["34 degrees"][0] == "degree"


@pytest.mark.parametrize(
    "way", ["north", "south", "east", "west", "of latitude", "of freedom", "in law", "to the left"]
)
def test_places_and_titles_are_no_warmth(way: str) -> None:
    text = DAY.replace("34 degrees", f"34 degrees {way}")
    assert "degC" not in {unit for surface, (unit, _) in units(text).items() if surface.startswith("34")}


@pytest.mark.parametrize(
    "word",
    [
        "angle",
        "slope",
        "gradient",
        "pitch of the roof",
        "lean",
        "tilt",
        "rotates",
        "latitude",
        "bearing",
        "universities",
    ],
)
def test_angles_are_no_warmth(word: str) -> None:
    text = DAY.replace("Corran reached 34 degrees", f"the {word} of Corran reached 34 degrees")
    assert units(text)["34 degrees"][0] == "degree"


def test_no_weather_is_as_hot_as_an_angle() -> None:
    text = "# Report\n\nThe day was hot. He spun the wheel by 180 degrees.\n"
    assert units(text)["180 degrees"][0] == "degree"
