"""Who speaks where the verb of saying is left out, carried on or hard to tie to a name."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.firms import firms_of
from claims.speech.bodies import without_finding


def source_of(folder: Path, words: str, *paragraphs: str) -> str | None:
    """Return to whom the figure with some words in it is attributed."""
    path = folder / "story.txt"
    path.write_text("\n\n".join(("Town news", *paragraphs)) + "\n", encoding="utf-8")
    (claim,) = [claim for claim in extract(load(path)) if claim.value and words in claim.value.surface]
    return claim.attribution


GAPPED = [
    ("The union says 400 jobs will go, the firm no more than 250.", "250", "firm"),
    ("The police said 12,000 people marched, the organisers more than 40,000.", "40,000", "organisers"),
    ("How much was lost is disputed: the guild says $50m, the firm no more than $30m.", "$50m", "guild"),
    ("How much was lost is disputed: the guild says $50m, the firm no more than $30m.", "$30m", "firm"),
    ("The army said that 12 men had died, the rebels that it was at least 40.", "40", "rebels"),
    ("The union puts the turnout at 90%, the firm at 70%.", "70%", "firm"),
    ("The government expects growth of 2%, the central bank only 1.5%.", "1.5%", "central bank"),
    # what goes on here is what is said
    ("The minister said the city will pay $5m, the state $7m.", "$7m", "minister"),
    ("The club, the report said, had 40 members, the league more than 90.", "90", "report"),
    ("She said that the firm, a supplier that had 40 staff, would close.", "40", None),
]


@pytest.mark.parametrize(("text", "words", "name"), GAPPED)
def test_a_second_speaker_need_not_repeat_the_verb(
    tmp_path: Path, text: str, words: str, name: str | None
) -> None:
    assert source_of(tmp_path, words, text) == name


NAMED = [
    (["The pool will cost $9m, the town’s building office (TBO) said.", "The TBO shut it."], "$9m"),
    (["The pool will cost $9m, according to the building office (TBO): steel is dear."], "$9m"),
    (["Roads are shut, said the building office (TBO).", "The pool cost $9m, the office said."], "$9m"),
    (["Roads are shut, said the building office (TBO).", "The pool cost $9m, the TBO said."], "$9m"),
]


@pytest.mark.parametrize(("paragraphs", "words"), NAMED)
def test_a_body_is_named_with_its_acronym(tmp_path: Path, paragraphs: list[str], words: str) -> None:
    name = source_of(tmp_path, words, *paragraphs)
    assert name is not None
    assert name.endswith("building office (TBO)")


FULLER = [
    (["The club’s owner, Astrid Holm, paid for it.", "The owner said 20% was hers."], "20%", "Astrid Holm"),
    (["The contractor, Boreal Works, began.", "The contractor says it has 400 men."], "400", "Boreal Works"),
    (["It cost $3m, according to Petra Lind of the consultants Harbour Line. “It takes two days,” she says."],
     "two days", "Petra Lind"),
    (["Olav Brekke sells ice. His café stands empty. “They promised us six months,” he says."],
     "six months", "Olav Brekke"),
    (["The weather office is old.", "The storm, it says, could come every 70 years."], "70 years",
     "weather office"),
    (["Rovers have signed the striker Ola Hagen. “He scored 20 goals,” Hagen said. The 24-year-old said that"
      " it had cost $9m."], "$9m", "Ola Hagen"),
    (["Ola Hagen has signed. Hagen said that he was glad. The Norwegian added that it had cost $9m."],
     "$9m", "Ola Hagen"),
    (["Superintendent Kari Moe came late. The superintendent said that it had cost $9m."],
     "$9m", "Superintendent Kari Moe"),
    (["The firm told investors in a letter that it would close 40 shops."], "40 shops", "firm"),
    (["Police saw 4,000. A drone count by the port office came to 7,000."], "7,000", "port office"),
    (["A cut is likely. The forecast by the harbour bank stands at 3%."], "3%", "harbour bank"),
    # a body's own words go on as long as it is "it" and now
    (["Farmers are safe, the ministry insists. It has paid $3m."], "$3m", "ministry"),
    (["Farmers are safe, the ministry said. It has 300 staff."], "300 staff", None),
    (["Farmers are safe, the ministry insists. Rain has cost $3m."], "$3m", None),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "words", "name"), FULLER)
def test_speakers_are_told_by_what_came_before(
    tmp_path: Path, paragraphs: list[str], words: str, name: str | None
) -> None:
    assert source_of(tmp_path, words, *paragraphs) == name


RELEASE = """Norvik Group plc
{line}
7 October 2024

THIRD-QUARTER RESULTS

Norvik Group plc today announces its results. Norvik earned €5m. Norvik is based in Oslo.

We expect to open 40 shops in 2025. The Board expects sales of €90m. The Group expects a loss of €4m.
"""


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Press release", ["Norvik", "Norvik board", "Norvik"]),
        ("Media release", ["Norvik", "Norvik board", "Norvik"]),
        ("News release", ["Norvik", "Norvik board", "Norvik"]),
        ("For immediate release", ["Norvik", "Norvik board", "Norvik"]),
        ("Notes", [None, "Norvik board", "Norvik"]),
    ],
)
def test_a_press_release_speaks_for_whom_it_is_about(
    tmp_path: Path, line: str, names: list[str | None]
) -> None:
    path = tmp_path / "release.txt"
    path.write_text(RELEASE.format(line=line), encoding="utf-8")
    claims = [claim for claim in extract(load(path)) if claim.value and "expect" in claim.sentence]
    wanted = {"40 shops": names[0], "€90m": names[1], "€4m": names[2]}
    found = {claim.value.surface: claim.attribution for claim in claims if claim.value}
    assert {words: found[words] for words in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kell posted a loss of €4m. Sales fell.", {"Kell"}),
        ("Kell earned a net €4m on sales of €9m.", {"Kell"}),
        ("Kell earned €4m as a coach.", set()),
        ("A spokesman for Kell is away.", {"Kell"}),
        ("So says Ada Lind of the consultants Harrow Lime.", {"Harrow", "Lime"}),
        ("She works at the brokers Harrow.", {"Harrow"}),
        ("Rain fell, and Kell shares rose.", {"Kell"}),
        ("Kell's payroll has grown.", {"Kell"}),
        ("A founder of Kell is away.", {"Kell"}),
    ],
)
def test_firms_are_told_by_their_accounts_and_partners(text: str, names: set[str]) -> None:
    assert firms_of(text) == names


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("a Merrin survey found on Tuesday", "a Merrin survey"),
        ("the audit shows", "the audit"),
        ("the bus found", "the bus found"),
    ],
)
def test_what_a_survey_found_is_no_part_of_its_name(told: str, name: str) -> None:
    assert without_finding(told) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Data published by the Dorn Makers Association showed that sales fell by 18%.",
            "Dorn Makers Association",
        ),
        ("Data showed that sales fell by 18%.", "Data"),
    ],
)
def test_who_publishes_data_is_who_says_so(tmp_path: Path, text: str, name: str) -> None:
    assert source_of(tmp_path, "18%", text) == name
