"""Two reports of one matter, told otherwise: what contradicts, what has moved on, and what is no conflict."""

from itertools import product

import pytest

from reconcile import reconcile
from tests.make import article

# What else the articles tell, so that the words of the matter are not those of all claims.
REST = (
    "\n\nThe tram line will be 12 km long. Rain delayed the harvest of rye.",
    "\n\nTolbeck has 40,000 inhabitants. Anna Berg leads the museum. The ferry to Lund sank in 2019.",
)


def _verdicts(one: str, other: str, *, later: str = "2031-03-05", title: str = "News") -> set[str]:
    pages = [
        article(one + REST[0], "a.md", title=title, day="2031-03-03"),
        article(other + REST[1], "b.md", title=title, day=later),
    ]
    result = reconcile(pages)
    source = {claim.id: claim.source for claim in result.claims}
    return {pair.verdict for pair in result.pairs if source[pair.a] != source[pair.b]}


CONFLICTS = {
    "no deaths, and one who died": (
        "Cholera has spread in Tarn. There were no deaths, the mayor said.",
        "Cholera has spread in Tarn. A cook died on 1 March.",
    ),
    "what donors pledged, and what they promised": (
        "Donors have pledged €40m for the flood victims of Tarn.",
        "Donors have promised €30m for the flood victims of Tarn.",
    ),
    "an act that is no change": (
        "Kestrel Dairy raised the alarm on Monday.",
        "Kestrel Dairy did not raise the alarm, the inquiry found.",
    ),
    "no other, and another by name": (
        "The mill at Tarn will close in June 2032. No other mill will be closed before 2035, the firm said.",
        "The paper mill at Lund is to be closed in 2033.",
    ),
    "a place, and the state that it lies in": (
        "Its mill in Tarn, Norway, has 460 looms.",
        "The mill in Tarn has 640 looms.",
    ),
    "an offer turned down": (
        "The board of Kestrel has accepted the offer.",
        "The board of Kestrel turned the offer down.",
    ),
    "a sale completed, and one that fell through": (
        "The sale of the tea arm of Kestrel to Brill was completed on 2 March.",
        "A plan to sell the tea arm of Kestrel to Brill, a Norwegian firm, has fallen through.",
    ),
    "never stopped, and shut": (
        "Production at the Kestrel dairy in Tarn continued throughout.",
        "The Kestrel dairy in Tarn was shut.",
    ),
    "carried away, and still standing": (
        "The Tarn railway bridge was carried away by the Elm.",
        "The Tarn railway bridge survived the night undamaged.",
    ),
    "opened while it was shut": (
        "The Tarn sluice gates stayed shut until 2 March.",
        "Kestrel Power opened the Tarn sluice gates on 27 February.",
    ),
    "what a contract gives in any case": (
        "Tarn Rovers keep 15% of any future sale of Ida Holm.",
        "Tarn Rovers will get a fifth of the price if Ida Holm is ever sold on.",
    ),
    "hours and minutes": (
        "Ida Holm won the race in 2 hours 14 minutes.",
        "Ida Holm won the race in 2 hours 41 minutes.",
    ),
}


@pytest.mark.parametrize("case", CONFLICTS)
def test_conflicts(case: str) -> None:
    assert {"conflict", "possible_conflict"} & _verdicts(*CONFLICTS[case])


NONE = {
    "a figure that is denied as what the other side told": (
        "Kestrel will cut 1,200 jobs in Tarn, the firm said.",
        "Kestrel will not cut the 1,200 jobs announced by its board in Tarn but more, the union said.",
    ),
    "no deaths here, and injured people there": (
        "There were no injuries in the crash at Tarn.",
        "The crash at Lund injured four people.",
    ),
    "no deaths among some, and others who died": (
        "There were no deaths among the crew.",
        "Three passengers died, the line said.",
    ),
    "another thing is raised": (
        "Kestrel Dairy raised the wages of its drivers.",
        "Kestrel Dairy did not raise the alarm, the inquiry found.",
    ),
    "no other mill, and the mill": (
        "The mill at Tarn will close in June 2032. No other mill will be closed before 2035, the firm said.",
        "The mill will close in June 2032.",
    ),
    "no other mill, and the one that its own text names": (
        "The mill at Tarn will close in June 2032. No other mill will be closed before 2035, the firm said.",
        "The mill at Tarn will be closed in June 2032.",
    ),
    "another offer": (
        "The board of Kestrel has accepted the offer for the dairy in Tarn.",
        "The board of Kestrel turned the report on the canteen down.",
    ),
    "another sale": (
        "The sale of the tea arm of Kestrel to Brill was completed on 2 March.",
        "A plan to sell the tractor works of Kestrel to Dorn has fallen through.",
    ),
    "another of its works": (
        "Production at the Kestrel dairy continued throughout.",
        "The Kestrel brewery was shut.",
    ),
    "another bridge": (
        "The Tarn railway bridge was carried away by the Elm.",
        "The Lund road bridge survived the night undamaged.",
    ),
    "opened once it was shut no longer": (
        "The Tarn sluice gates stayed shut until 2 March.",
        "Kestrel Power opened the Tarn sluice gates on 2 March.",
    ),
    "what he gets this year, and what he will get": (
        "Tarn Rovers took 15% of the gate money in 2030.",
        "Tarn Rovers will take a fifth of the gate money in 2032.",
    ),
    "what would have been, and what was": (
        "Without the grant the bill of Tarn Theatre would have been €9m.",
        "The bill of Tarn Theatre was €7m.",
    ),
    "shut is no past behind will": (
        "The mill at Tarn will shut in January.",
        "The mill at Tarn will be closed in January 2032.",
    ),
}


@pytest.mark.parametrize("case", NONE)
def test_no_conflict(case: str) -> None:
    assert not {"conflict", "possible_conflict"} & _verdicts(*NONE[case])


GROWN = {
    "no injuries, and those who were injured": (
        "There were no injuries in the crash at Tarn.",
        "The crash at Tarn injured four people.",
    ),
    "an inquiry that is no more": (
        "Prosecutors in Tarn have opened an inquiry into the fire.",
        "The prosecutors' inquiry into the fire has been dropped.",
    ),
    "houses under water": ("Some 260 houses stood under water.", "By then 310 houses had been flooded."),
    "what is called back": ("The maker recalled 4,000 cars.", "In all 9,000 cars have been called back."),
    "homes that people had to leave": (
        "Some 900 people were evacuated.",
        "In all 1,400 people were evacuated.",
    ),
}


@pytest.mark.parametrize("case", GROWN)
def test_a_later_count_replaces_an_earlier_one(case: str) -> None:
    assert "superseded" in _verdicts(*GROWN[case], later="2031-03-24")


def test_the_headline_counts_jobs_and_the_text_job_cuts() -> None:
    page = article(
        "None of the 2,100 job cuts that Kestrel told of in February will hit Tarn." + REST[0],
        title="Kestrel to cut 2,600 jobs worldwide",
        day="2031-03-03",
    )
    found = [pair.verdict for pair in reconcile([page]).pairs]
    assert "internal_inconsistency" in found


CAUSES = (
    "A leaking pipe contaminated the milk, a panel found.",
    "The milk was contaminated by a leaking pipe.",
)


@pytest.mark.parametrize(("cause", "other"), [*product(CAUSES, ["A dirty tank caused the outbreak."])])
def test_what_tainted_the_food_caused_the_outbreak(cause: str, other: str) -> None:
    found = _verdicts(cause, other, title="Listeria outbreak in Tarn")
    assert "conflict" in found


def test_what_tainted_a_river_caused_no_fire() -> None:
    assert "conflict" not in _verdicts(
        "Oil contaminated the river.", "A spark caused the fire.", title="Fire at a mill in Tarn"
    )
