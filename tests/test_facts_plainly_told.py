"""Facts of plain sentences, however their clauses are built: who did, said, suffered or left what undone."""

from pathlib import Path

import pytest

from claims import extract, load
from claims.vocabulary import load as load_words


def rows(tmp_path: Path, text: str) -> list[str]:
    path = tmp_path / "story.txt"
    path.write_text(f"The Daily\n3 March 2025\n\n{text}\n", encoding="utf-8")
    facts = [claim for claim in extract(load(path)) if claim.value is None]
    told = (f"{it.subject} | {it.measure} | {'yes' if it.polarity == 'affirmed' else 'no'}" for it in facts)
    return [row.replace("’", "'") for row in told]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The club was insolvent, the auditors found, and owed money to the tax office.",
            "club | owed money to the tax office | yes",
        ),
        (
            "The new road is safe, the ministry insists, and needs no repair.",
            "new road | needs a repair | no",
        ),
        ("The plan is dead, the mayor said, and vowed to resign.", "mayor | vowed to resign | yes"),
        ("The stand was closed after part of its roof came down.", "part of its roof | came down | yes"),
        ("The stand was closed after part of its roof came down.", "stand | was closed | yes"),
        ("The match began after a minute of silence.", "match | began after a minute of silence | yes"),
        (
            "Elm Bay is ill with cholera. The germ came from a well.",
            "cholera outbreak | germ came from a well | yes",
        ),
        ("Where the money went is not known, the auditors said.", "Where the money went | is known | no"),
        (
            "The union said that the mill's offer did not cover costs, and threatened to strike.",
            "union | threatened to strike | yes",
        ),
        ("By 9 August the town hall had printed 40 maps. The town has a pool.", "town | has a pool | yes"),
        ("Voters reject bypass\n\nThe bypass was approved in 2020.", "bypass | was approved in 2020 | yes"),
        ("How the thief got in was not clear, police said.", "How the thief got in | was clear | no"),
        ("When the siren sounded, the crowd ran, witnesses said.", "crowd | ran | yes"),
        ("Not one of the mills has been sold.", "any of the mills | has been sold | no"),
    ],
)
def test_a_clause_is_told_of_its_own_subject(tmp_path: Path, text: str, told: str) -> None:
    assert told in rows(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nobody has complained.", "anybody | has complained | no"),
        ("The residents wrote to the mayor. Nobody answered.", "anybody | answered | no"),
        ("The ministry did not reply to the letter.", "ministry | did reply to the letter | no"),
        (
            "The mine had not told its workers about the gas.",
            "mine | had told its workers about the gas | no",
        ),
        (
            "The trust was warned. It has not said when the ward will reopen.",
            "trust | has said when the ward will reopen | no",
        ),
        ("The judge, Ada Stone, refused him bail.", "Ada Stone | refused him bail | yes"),
        ("Nobody told the residents.", "anybody | told the residents | no"),
        (
            "Ada Holm, an engineer who wrote to the council in 2019, was dismissed.",
            "Ada Holm | wrote to the council in 2019 | yes",
        ),
        ("The owners kept the hall and added a kitchen.", "owners | added a kitchen | yes"),
        ("Analysts at Bode expect prices to rise.", "prices | rise | yes"),
        (
            "Ada Holm was jailed. Holm's appeal will be heard in June.",
            "Ada Holm's appeal | will be heard in June | yes",
        ),
    ],
)
def test_what_is_left_unsaid_or_only_addressed_is_told(tmp_path: Path, text: str, told: str) -> None:
    assert told in rows(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("None of the children had been vaccinated.", "children | had been vaccinated | no"),
        ("Neither of the drivers was hurt.", "drivers | was hurt | no"),
        ("Two hikers are still missing; neither is from the valley.", "hikers | is from the valley | no"),
        ("All of the trains were late.", "All of the trains | were late | yes"),
        ("No teacher's contract was renewed.", "teacher's contract | was renewed | no"),
        (
            "Somebody at the plant had turned off the pump.",
            "Somebody at the plant | had turned off the pump | yes",
        ),
        ("Most people accepted the offer.", "Most people | accepted the offer | yes"),
    ],
)
def test_none_some_and_most_of_known_things_are_subjects(tmp_path: Path, text: str, told: str) -> None:
    assert told in rows(tmp_path, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The two trams have been leased to a Danish firm.",
            ["two trams | have been leased to a Danish firm | yes"],
        ),
        ("A Danish quarry delivered the 40 columns.", ["Danish quarry | delivered the 40 columns | yes"]),
        ("The three suspects were released.", ["three suspects | were released | yes"]),
        ("Two trams have been leased.", []),
        ("Its two towers rise 90 feet above the lake.", []),
        ("The club spent the €5m.", []),
    ],
)
def test_a_number_of_things_that_is_known_leaves_the_clause_its_fact(
    tmp_path: Path, text: str, told: list[str]
) -> None:
    assert rows(tmp_path, text) == told


@pytest.mark.parametrize("verb", load_words("assertions")["let_known"]["replies"])
def test_who_does_not_reply(tmp_path: Path, verb: str) -> None:
    said = {"tell": "tell its members", "write": "write to its members"}.get(verb, verb)
    assert f"choir | did {said} | no" in rows(tmp_path, f"The choir did not {said}.")


@pytest.mark.parametrize("verb", load_words("assertions")["let_known"]["addressing"])
def test_to_whom_somebody_turns(tmp_path: Path, verb: str) -> None:
    past = {"tell": "told the mayor about the noise", "write": "wrote to the mayor"}
    said = past.get(verb, f"{verb}ed to the mayor")
    assert f"choir | {said} | yes" in rows(tmp_path, f"The choir {said}.")


@pytest.mark.parametrize("text", ["Someone must pay.", "Somebody laughed.", "Nobody knows what comes next."])
def test_what_just_anybody_does_is_no_fact(tmp_path: Path, text: str) -> None:
    assert rows(tmp_path, text) == []


def test_a_list_under_somebodys_accounts_is_theirs(tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text(
        "The Daily\n\nWhat did it cost? The club's accounts list:\n\n- Pitch: €3m\n- Seats: €2m\n", "utf-8"
    )
    assert {claim.attribution for claim in extract(load(path))} == {"club"}


@pytest.mark.parametrize(
    ("between", "speaker"),
    [("", "Ada Holm"), ("It had room for boats. ", "Ada Holm"), ("Boats have been hired. ", None)],
)
def test_a_report_goes_on_until_the_text_tells_something_itself(
    tmp_path: Path, between: str, speaker: str | None
) -> None:
    path = tmp_path / "story.txt"
    path.write_text(f"Ada Holm said the hall was full. {between}The council had paid for it.\n", "utf-8")
    told = {claim.measure: claim.attribution for claim in extract(load(path))}
    assert told["had paid for it"] == speaker
