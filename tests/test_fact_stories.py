"""Short reports on many topics: every fact that an editor would take out of them is read, and no other."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from claims import extract, load
from claims.model import Claim
from claims.vocabulary import load as vocabulary

STORIES: list[dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "facts.toml").read_text(encoding="utf-8")
)["story"]


def facts(tmp_path: Path, text: str) -> list[Claim]:
    path = tmp_path / "story.txt"
    path.write_text(text + "\n", encoding="utf-8")
    return [claim for claim in extract(load(path)) if claim.value is None]


def row(claim: Claim) -> str:
    said = "yes" if claim.polarity == "affirmed" else "no"
    return f"{claim.subject} | {claim.measure} | {said}".replace("’", "'")


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["topic"])
def test_a_report_gives_its_facts_and_no_other(tmp_path: Path, story: dict[str, Any]) -> None:
    assert sorted(map(row, facts(tmp_path, story["text"]))) == sorted(story["facts"])


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The choir sang. Nor did the organist rest.", None),
        ("The bailiff never saw the sheep. Nor did Lena Holt.", "Lena Holt | saw the sheep | no"),
        ("Norwood will appeal. Selby will not.", "Selby | will appeal | no"),
        ("The mill will close unless the bank appeals. Norwood will not.", "Norwood | will appeal | no"),
        ("The tower is tall, and so is the bridge.", "bridge | is tall | yes"),
    ],
)
def test_what_a_clause_leaves_out_is_taken_from_the_one_before(
    tmp_path: Path, text: str, told: str | None
) -> None:
    rows = [row(claim) for claim in facts(tmp_path, text)]
    assert told in rows if told else not any("did" in found for found in rows)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The miller wanted to stop it: last May the High Court rejected his application.",
            "miller's application | was rejected by High Court | yes",
        ),
        ("A court threw out the baker's appeal.", "baker's appeal | was thrown out by court | yes"),
        (
            "Velmo sold a mill. Velmo bought a quarry. The company said Velmo lost £2m. A head was hired.",
            "Velmo | head was hired | yes",
        ),
        (
            "Norwood Boilers, which makes kettles, will close its plant. It has dropped a plan to hire.",
            "Norwood Boilers | has dropped a plan to hire | yes",
        ),
        (
            "Ada Holm sings. And Norwick, the choir that she left? It has a new tenor.",
            "Norwick | has a new tenor | yes",
        ),
        ("A court threw out the appeal.", "court | threw out the appeal | yes"),
        (
            "Elm Air said on Monday that fares would rise. Elm Air flies north.",
            "Elm Air | fares would rise | yes",
        ),
        (
            "The Elm Bay Trust (EBT) has a new head. The EBT sold its boats.",
            "Elm Bay Trust (EBT) | sold its boats | yes",
        ),
    ],
)
def test_a_fact_is_told_of_whom_it_is_about(tmp_path: Path, text: str, told: str) -> None:
    assert told in [row(claim) for claim in facts(tmp_path, text)]


LAMP = "was caused by a faulty lamp"


@pytest.mark.parametrize(
    "text",
    [
        "A faulty lamp started the blaze.",
        "The blaze was sparked by a faulty lamp.",
        "The cause of the blaze was a faulty lamp.",
        "The blaze was due to a faulty lamp.",
        "The blaze was the result of a faulty lamp.",
        "Inspectors blamed a faulty lamp for the blaze.",
        "Inspectors blamed the blaze on a faulty lamp.",
        "A faulty lamp was blamed for the blaze.",
        "A faulty lamp is to blame for the blaze.",
        "The blaze, a report found, was caused by a faulty lamp.",
    ],
)
def test_a_cause_is_told_in_one_way(tmp_path: Path, text: str) -> None:
    assert ("blaze", LAMP, "faulty lamp") in {(f.subject, f.measure, f.object) for f in facts(tmp_path, text)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("What started the blaze is unknown.", "blaze | cause is unknown | yes"),
        ("The cause of the blaze is unclear.", "blaze | cause is unknown | yes"),
        ("A faulty lamp did not cause the blaze.", f"blaze | {LAMP} | no"),
        ("The company denied that a faulty lamp had caused the blaze.", f"blaze | {LAMP} | no"),
    ],
)
def test_a_cause_may_be_unknown_or_denied(tmp_path: Path, text: str, wanted: str) -> None:
    assert wanted in map(row, facts(tmp_path, text))


@pytest.mark.parametrize(
    "text",
    [
        "A faulty lamp may have caused the blaze.",
        "The council started the vote.",
        "The source was a minister.",
    ],
)
def test_what_names_no_cause_is_not_read_as_one(tmp_path: Path, text: str) -> None:
    assert not [fact for fact in facts(tmp_path, text) if "caused" in fact.measure]


@pytest.mark.parametrize("noun", vocabulary("assertions")["causes"]["mishaps"])
def test_every_mishap_has_its_cause(tmp_path: Path, noun: str) -> None:
    (fact,) = facts(tmp_path, f"The {noun} in Norgate was caused by a faulty lamp.")
    assert fact.measure == LAMP
    assert noun in fact.subject


@pytest.mark.parametrize("word", vocabulary("assertions")["causes"]["unknown"])
def test_every_word_for_an_unknown_cause(tmp_path: Path, word: str) -> None:
    assert "explosion | cause is unknown | yes" in map(
        row, facts(tmp_path, f"The cause of the explosion is {word}.")
    )


def test_the_cause_after_the_event_is_the_events(tmp_path: Path) -> None:
    text = "The Alder fire spread. The Alder fire is out. The cause was a lamp. It was not the power line."
    found = [fact for fact in facts(tmp_path, text) if "caused" in fact.measure]
    assert [(fact.subject, fact.polarity) for fact in found] == [
        ("Alder fire", "affirmed"),
        ("Alder fire", "negated"),
    ]
    assert all("Alder fire" in fact.inferred["subject"] for fact in found)


WE = "“We will not sell the plant,” said {}."


@pytest.mark.parametrize(
    ("speaker", "subject"),
    [
        ("Ada Holm, chief executive of Norvik", "Norvik"),
        ("Ada Holm, Norvik’s chief executive", "Norvik"),
        ("Ada Holm, who leads the talks for Norvik", "Norvik"),
        ("Ada Holm, a farmer", "Ada Holm"),
    ],
)
def test_we_is_the_body_that_the_speaker_speaks_for(tmp_path: Path, speaker: str, subject: str) -> None:
    found = {fact.measure: fact for fact in facts(tmp_path, WE.format(speaker))}["will sell the plant"]
    assert found.subject == subject
    assert found.inferred["subject"].startswith("“We” read as")


TOPIC = "Norvik Air flew to Lisbon. Norvik Air hired pilots. "


@pytest.mark.parametrize("officer", vocabulary("attribution")["officers"])
def test_an_officer_of_the_topic_speaks_for_it(tmp_path: Path, officer: str) -> None:
    text = f"{TOPIC}Norvik bought jets. “We will not sell the jets,” said Ada Holm, the {officer}."
    (found,) = [fact for fact in facts(tmp_path, text) if fact.measure == "will sell the jets"]
    assert found.subject == "Norvik"


@pytest.mark.parametrize("noun", vocabulary("assertions")["owned"]["nouns"])
def test_what_belongs_to_nobody_named_belongs_to_the_topic(tmp_path: Path, noun: str) -> None:
    text = f"{TOPIC}Norvik bought jets. The {noun} was left unchanged."
    (found,) = [fact for fact in facts(tmp_path, text) if "unchanged" in fact.measure]
    assert (found.subject, found.measure) == ("Norvik", f"{noun} was left unchanged")
    assert found.inferred["subject"].startswith("the article is about")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The average rent rose to €940.", ["average rent | rose | yes"]),
        ("The average fare rose by €7 to €117.", []),
        ("The average fare rose 3%.", []),
        (
            "The council approved the bridge by seven votes to two.",
            ["council | approved the bridge by seven votes to two | yes"],
        ),
        ("The strike lasted four days.", []),
        ("The school has room for 1,200 pupils.", []),
        ("Egypt was the largest importer.", []),
    ],
)
def test_a_figure_is_left_to_its_number(tmp_path: Path, text: str, wanted: list[str]) -> None:
    assert [row(fact) for fact in facts(tmp_path, text)] == wanted


def test_an_office_stands_whatever_is_planned(tmp_path: Path) -> None:
    found = {fact.measure: fact for fact in facts(tmp_path, "Finance chief Ada Holm will leave in May.")}
    assert found["is Finance chief"].modality == "actual"
    assert found["will leave in May"].modality == "plan"


DATELINE = "LIMA, 3 March 2025 - {}"


@pytest.mark.parametrize("noun", vocabulary("assertions")["owned"]["policies"])
def test_a_policy_is_that_of_the_state_the_text_is_written_from(tmp_path: Path, noun: str) -> None:
    text = DATELINE.format(f"The {noun} on fish remains in force.")
    (found,) = facts(tmp_path, text)
    assert (found.subject, found.measure) == ("Peru", f"{noun} on fish remains in force")
    assert found.inferred["subject"] == "the text is written from “Peru”"


@pytest.mark.parametrize("noun", vocabulary("assertions")["owned"]["institutions"])
def test_an_institution_is_that_of_the_state_the_text_is_written_from(tmp_path: Path, noun: str) -> None:
    (found,) = facts(tmp_path, DATELINE.format(f"The {noun} has promised help."))
    assert found.subject == f"Peru’s {noun}"
    assert found.inferred["subject"] == "the text is written from “Peru”"


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Peru's government has promised help. ", "Peru's government"),
        ("Lima lifted the ban.", "Peru"),
        ("Lima beat Cusco in the final.", "Lima"),
        ("Peru, Chile and Bolivia met. The government has promised help.", "government"),
        (
            "Peru fished. Peru sold fish. Peru ate fish. The government has promised help.",
            "Peru's government",
        ),
    ],
)
def test_only_what_names_no_state_is_given_one(tmp_path: Path, text: str, subject: str) -> None:
    assert facts(tmp_path, text)[-1].subject.replace("’", "'") == subject


@pytest.mark.parametrize("noun", vocabulary("assertions")["owned"]["governed"])
def test_a_capital_acts_for_its_state_in_what_governments_do(tmp_path: Path, noun: str) -> None:
    (found,) = facts(tmp_path, f"Lima has restricted the {noun}.")
    assert found.subject == "Peru"
    assert found.inferred["subject"] == "“Lima” read as the government of Peru"


ALDER = "The Alder fire spread fast. The Alder fire reached Brook. The fire is out. "


@pytest.mark.parametrize(
    "verb", ["died", "were killed", "were hurt", "drowned", "lost their lives", "perished"]
)
def test_who_suffers_without_a_name_suffers_in_the_event(tmp_path: Path, verb: str) -> None:
    found = facts(tmp_path, f"{ALDER}Volunteers of the brigade {verb} in the fire. Ada Holm {verb}.")[-2:]
    assert found[0].subject == "Alder fire"
    assert found[0].measure.startswith("Volunteers of the brigade ")
    assert found[1].subject == "Ada Holm"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Peru came second, ahead of Chile, with 30 boats.", "Peru | is ahead of Chile | yes"),
        ("Chile finished third, behind Peru.", "Chile | is behind Peru | yes"),
        ("The council has no plan to sell.", "council | has a plan to sell | no"),
        ("The council has no evidence.", "council | has evidence | no"),
        ("The council has no offices abroad.", "council | has offices abroad | no"),
        (
            "The World Fish Council (WFC) has sold its ship.",
            "World Fish Council (WFC) | has sold its ship | yes",
        ),
        ("Visitors need a permit.", "Visitors | need a permit | yes"),
        ("The union turned down an offer of 5.5%.", "union | turned down an offer of 5.5% | yes"),
        ("The group has bought the chipmaker Pell.", "group | has bought the chipmaker Pell | yes"),
        ("The import ban stays.", "import ban | stays | yes"),
    ],
)
def test_facts_are_worded_as_a_person_would(tmp_path: Path, text: str, wanted: str) -> None:
    assert [row(fact) for fact in facts(tmp_path, text)] == [wanted]


def test_a_clause_about_a_thing_does_not_date_the_fact(tmp_path: Path) -> None:
    (found,) = facts(tmp_path, "The ban that was imposed in May 2021 remains in force.")
    assert found.period is None


@pytest.mark.parametrize("verb", vocabulary("attribution")["naming_verbs"])
def test_a_name_given_to_a_thing_is_no_fact(tmp_path: Path, verb: str) -> None:
    past = verb + ("d" if verb.endswith("e") else "bed" if verb.endswith("b") else "ed")
    past = {"labeled": "labelled"}.get(past, past)
    said = "as a scandal" if verb == "describe" else "a scandal"
    assert facts(tmp_path, f"Opponents {past} the result {said}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The map shows the villages.",
        "There is hope.",
        "It was a day of rain.",
        "Rivals were less generous.",
        "As one farmer put it, why worry?",
        "The mood in the hall was tense.",
        "That is all.",
        "Most people slept.",
    ],
)
def test_remarks_give_no_fact(tmp_path: Path, text: str) -> None:
    assert facts(tmp_path, text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("An inspection found cracks. They were never repaired.", "cracks | were repaired | no"),
        ("Work was halted, the city said. It had begun in May.", "Work | had begun in May | yes"),
        (
            "Ada Holm hired Tom Hale. Holm has resigned. She will not return.",
            "Ada Holm | will return | no",
        ),
        ("The baker was fined. He had sold old bread.", "baker | had sold old bread | yes"),
        ("Ada Holm wept. Her lawyer said that she would appeal.", "Ada Holm | would appeal | yes"),
        ("Olav Berg left. His wife said that he had been ill.", "Olav Berg | had been ill | yes"),
        ("Ada Holm's lawyer said that her client is ill.", "Ada Holm's client | is ill | yes"),
        ("Ada Holm's coach told the Echo that she never lied.", "Ada Holm | lied | no"),
        (
            "Tom Hale of Norgate Pumps says he will not return.",
            "Tom Hale of Norgate Pumps | will return | no",
        ),
        ("The builder says the crack is harmless and wants to go on.", "builder | wants to go on | yes"),
        ("A board on Friday hired Ada Holm.", "board | hired Ada Holm | yes"),
        ("A jury on Friday acquitted Ada Holm.", "Ada Holm | was acquitted by jury | yes"),
        ("The tube, which the council approved last year, leaks.", "council | approved tube last year | yes"),
        ("The firm denies this.", ""),
        ("It remains closed.", ""),
    ],
)
def test_short_references_are_read_by_what_stands_before(tmp_path: Path, text: str, wanted: str) -> None:
    assert [row(fact) for fact in facts(tmp_path, text)][-1:] == [wanted][: bool(wanted)]


def test_the_quote_holds_the_word_that_denies(tmp_path: Path) -> None:
    (fact,) = facts(tmp_path, "Winds reached 95 km/h. No warning had been issued.")
    assert (fact.quote, fact.polarity) == ("No warning had been issued", "negated")


def test_what_is_to_happen_is_planned(tmp_path: Path) -> None:
    (fact,) = facts(tmp_path, "The bridge is to be opened by the king.")
    assert fact.modality == "plan"
