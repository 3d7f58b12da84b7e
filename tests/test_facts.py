"""What a sentence asserts of whom, said or denied, and how it is meant."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.facts import Fact, facts
from claims.modality import modality
from tests.paragraphs import parsed

YES, NO = "affirmed", "negated"
ACTUAL, PROJECTION, PLAN, REPORTED, ESTIMATE = "actual", "projection", "plan", "reported", "estimate"


def facts_of(text: str) -> list[Fact]:
    return [fact for sentence in parsed(text) for fact in facts(sentence)]


ASSERTED = [
    # what is told beside a figure
    ("Turnstiles jammed at six gates.", "Turnstiles", "jammed at six gates", YES, ACTUAL),
    (
        "Digging was halted in May. It resumed three weeks later.",
        "It",
        "resumed three weeks later",
        YES,
        ACTUAL,
    ),
    ("All 312 tickets were sold.", "312 tickets", "were sold", YES, ACTUAL),
    ("Both pumps failed.", "pumps", "failed", YES, ACTUAL),
    ("The bishop lent the choir £4,000.", "bishop", "lent the choir £4,000", YES, ACTUAL),
    (
        "Norwick won on Saturday, ending nine years of Aldermoor rule.",
        "Norwick",
        "ending nine years of Aldermoor rule",
        YES,
        ACTUAL,
    ),
    # a figure that only adds to it
    ("Net sales fell, by £4m or 3%.", "Net sales", "fell", YES, ACTUAL),
    ("The referees were split, two to one.", "referees", "were split", YES, ACTUAL),
    ("Anna Berg is in, by 12 votes.", "Anna Berg", "is in", YES, ACTUAL),
    ("The keeper is guilty of theft four times over.", "keeper", "is guilty of theft", YES, ACTUAL),
    (
        "The weaver spent two days in the stocks.",
        "weaver",
        "spent two days in the stocks",
        YES,
        ACTUAL,
    ),
    (
        "Berg is in jail, having been convicted of theft.",
        "Berg",
        "having been convicted of theft",
        YES,
        ACTUAL,
    ),
    ("No farmer may sell raw milk.", "farmer", "may sell raw milk", NO, PROJECTION),
    # whom a verdict is on
    ("The jury cleared her of arson.", "her", "was cleared by jury of arson", YES, ACTUAL),
    ("The court acquitted both bakers.", "bakers", "were acquitted by court", YES, ACTUAL),
    (
        "The panel found Ada Holm guilty of doping.",
        "Ada Holm",
        "was found guilty by panel of doping",
        YES,
        ACTUAL,
    ),
    (
        "The third rower, the Swede Tom Berg, 24, was disqualified.",
        "Swede Tom Berg",
        "was disqualified",
        YES,
        ACTUAL,
    ),
    (
        "A wreath lies there for Tom Holt, a welder of 51, who was killed when a crane fell.",
        "Tom Holt",
        "was killed",
        YES,
        ACTUAL,
    ),
    ("Nobody's cellar was searched.", "anybody's cellar", "was searched", NO, ACTUAL),
    # what nobody believes
    ("Nobody expects the talks to end the strike.", "talks", "end the strike", NO, PROJECTION),
    ("No one believes that the pier is safe.", "pier", "is safe", NO, ESTIMATE),
    ("The bank does not expect rates to fall this year.", "rates", "fall this year", NO, PROJECTION),
    # relative clauses
    (
        "Auditors visited Dell Foods, whose plant has been idle since May.",
        "whose plant",
        "has been idle since May",
        YES,
        ACTUAL,
    ),
    ("The baker was fined £900, a sum she disputes.", "she", "disputes the sum", YES, ACTUAL),
    ("The engineer who designed the dam left the country.", "engineer", "designed the dam", YES, ACTUAL),
    # what has happened, whatever it stands under
    ("The choir wonders why attendance fell since the organ broke down.", "organ", "broke down", YES, ACTUAL),
    ("Officials denied there had been a break-in.", "break-in", "exists", NO, ACTUAL),
    ("There was a fire.", "fire", "exists", YES, ACTUAL),
    (
        "The inspectors called the count orderly and fair.",
        "inspectors",
        "called the count orderly and fair",
        YES,
        ACTUAL,
    ),
    ("The dam holds, its keeper insists.", "dam", "holds", YES, ACTUAL),
    ("Schools are closed.", "Schools", "are closed", YES, ACTUAL),
    ("Divers suspect a faulty hatch.", "Divers", "suspect a faulty hatch", YES, ESTIMATE),
    ("Officials warned that the weir may fail.", "weir", "may fail", YES, PROJECTION),
    # disaster
    (
        "The dam has not been inspected since the spring floods.",
        "dam",
        "has been inspected since the spring floods",
        NO,
        ACTUAL,
    ),
    (
        "Rescuers failed to reach the upper valley before nightfall.",
        "Rescuers",
        "reach the upper valley before nightfall",
        NO,
        ACTUAL,
    ),
    (
        "The mayor denied that the evacuation order had come too late.",
        "evacuation order",
        "had come too late",
        NO,
        ACTUAL,
    ),
    (
        "Residents of Oakdale were left without power.",
        "Residents of Oakdale",
        "were left with power",
        NO,
        ACTUAL,
    ),
    (
        "No survivors were found in the collapsed tunnel.",
        "survivors",
        "were found in the collapsed tunnel",
        NO,
        ACTUAL,
    ),
    ("There is no evidence of sabotage.", "evidence of sabotage", "exists", NO, ACTUAL),
    ("Neither the driver nor the passengers were hurt.", "driver and passengers", "were hurt", NO, ACTUAL),
    ("The airport remained closed on Sunday.", "airport", "remained closed on Sunday", YES, ACTUAL),
    (
        "The storm knocked out power and blocked the coastal road.",
        "storm",
        "blocked the coastal road",
        YES,
        ACTUAL,
    ),
    (
        "The reservoir is not contaminated, although the taste has changed.",
        "taste",
        "has changed",
        YES,
        ACTUAL,
    ),
    ("Barriers were not raised in time because the pumps had failed.", "pumps", "had failed", YES, ACTUAL),
    # company
    (
        "The company has yet to publish its audited accounts.",
        "company",
        "publish its audited accounts",
        NO,
        ACTUAL,
    ),
    (
        "Brentholm AG confirmed that it will close its plant in Lodz.",
        "it",
        "will close its plant in Lodz",
        YES,
        PLAN,
    ),
    (
        "The board rejected a takeover bid from Halden Group.",
        "board",
        "rejected a takeover bid from Halden Group",
        YES,
        ACTUAL,
    ),
    (
        "Halden lacks the cash to improve its offer.",
        "Halden",
        "has the cash to improve its offer",
        NO,
        ACTUAL,
    ),
    (
        "The retailer no longer sells tobacco in its German shops.",
        "retailer",
        "sells tobacco in its German shops",
        NO,
        ACTUAL,
    ),
    ("The bank is expected to cut its dividend.", "bank", "is expected to cut its dividend", YES, PROJECTION),
    ("Analysts expect the central bank to raise rates.", "central bank", "raise rates", YES, PROJECTION),
    ("The group has agreed to buy Castor, a maker of lifts.", "Castor", "is a maker of lifts", YES, ACTUAL),
    (
        "Castor's chief executive, Ruth Amsel, will leave in June.",
        "Ruth Amsel",
        "will leave in June",
        YES,
        PLAN,
    ),
    (
        "The firm is owned by a pension fund in Oslo.",
        "firm",
        "is owned by a pension fund in Oslo",
        YES,
        ACTUAL,
    ),
    # outbreak
    (
        "Health officials said the virus was not detected in the water.",
        "virus",
        "was detected in the water",
        NO,
        ACTUAL,
    ),
    ("The clinic requires visitors to wear masks.", "clinic", "requires visitors to wear masks", YES, ACTUAL),
    ("Doctors are struggling to contain the outbreak.", "Doctors", "contain the outbreak", NO, ACTUAL),
    (
        "The outbreak has reportedly spread to the coast.",
        "outbreak",
        "has reportedly spread to the coast",
        YES,
        REPORTED,
    ),
    (
        "The strain is said to have come from Chile.",
        "strain",
        "is said to have come from Chile",
        YES,
        REPORTED,
    ),
    (
        "The quarantine has been lifted in all districts except Belmar.",
        "quarantine",
        "has been lifted in all districts except Belmar",
        YES,
        ACTUAL,
    ),
    (
        "The ministry does not recommend closing schools.",
        "ministry",
        "recommends closing schools",
        NO,
        ACTUAL,
    ),
    (
        "Passengers must present a negative test before boarding.",
        "Passengers",
        "must present a negative test before boarding",
        YES,
        ACTUAL,
    ),
    # building project
    (
        "The council approved the stadium but has refused to release the funds.",
        "council",
        "agreed to release the funds",
        NO,
        ACTUAL,
    ),
    (
        "The developer never obtained a building permit.",
        "developer",
        "obtained a building permit",
        NO,
        ACTUAL,
    ),
    (
        "Construction of the tower has been suspended.",
        "Construction of the tower",
        "has been suspended",
        YES,
        ACTUAL,
    ),
    ("The new station will open in May.", "new station", "will open in May", YES, PLAN),
    ("The contractor is unwilling to resume work.", "contractor", "is willing to resume work", NO, ACTUAL),
    (
        "The architects, who have never built a bridge, rejected the criticism.",
        "architects",
        "have built a bridge",
        NO,
        ACTUAL,
    ),
    ("The owner promised to rebuild the hall.", "owner", "promised to rebuild the hall", YES, PLAN),
    ("The city plans to sell the old harbour.", "city", "plans to sell the old harbour", YES, PLAN),
    # commodities and trade
    (
        "Peru overtook Chile as the largest exporter of blueberries.",
        "Peru",
        "overtook Chile as the largest exporter of blueberries",
        YES,
        ACTUAL,
    ),
    (
        "Ghana, a member of the cocoa alliance, has lifted its ban.",
        "Ghana",
        "is a member of the cocoa alliance",
        YES,
        ACTUAL,
    ),
    (
        "Indonesia prohibits the export of unprocessed nickel ore.",
        "Indonesia",
        "prohibits the export of unprocessed nickel ore",
        YES,
        ACTUAL,
    ),
    (
        "Zambia banned imports of maize, while Malawi reopened its border.",
        "Malawi",
        "reopened its border",
        YES,
        ACTUAL,
    ),
    ("Shipments to Norway resumed in June.", "Shipments to Norway", "resumed in June", YES, ACTUAL),
    ("Deliveries remain stalled.", "Deliveries", "remain stalled", YES, ACTUAL),
    # vote
    (
        "Turkey is a member of the alliance, but Sweden is not.",
        "Sweden",
        "is a member of the alliance",
        NO,
        ACTUAL,
    ),
    (
        "The old treaty requires both sides to notify, whereas the new one does not.",
        "new one",
        "requires both sides to notify",
        NO,
        ACTUAL,
    ),
    ("The opposition boycotted the vote, while the Greens abstained.", "Greens", "abstained", YES, ACTUAL),
    (
        "The bill was passed by the lower house and rejected by the senate.",
        "bill",
        "was rejected by the senate",
        YES,
        ACTUAL,
    ),
    ("The referendum is scheduled for the autumn.", "referendum", "is scheduled for the autumn", YES, PLAN),
    ("The mayor is unlikely to run again.", "mayor", "is likely to run again", NO, PROJECTION),
    # trial
    ("The defendant pleaded not guilty to fraud.", "defendant", "pleaded guilty to fraud", NO, ACTUAL),
    ("The applicant was denied bail.", "applicant", "was granted bail", NO, ACTUAL),
    (
        "The shipping line has denied responsibility.",
        "shipping line",
        "has admitted responsibility",
        NO,
        ACTUAL,
    ),
    ("The witness could not identify the suspect.", "witness", "could identify the suspect", NO, ACTUAL),
    ("Prosecutors allege that Okoro destroyed the files.", "Okoro", "destroyed the files", YES, ACTUAL),
    (
        "Nobody has claimed responsibility for the attack.",
        "anybody",
        "has claimed responsibility for the attack",
        NO,
        ACTUAL,
    ),
    # sport
    ("The transfer was not approved by the league.", "transfer", "was approved by the league", NO, ACTUAL),
    ("The club denied reports that the coach will be sacked.", "coach", "will be sacked", NO, PLAN),
    (
        "Midfielder Luca Ferrante has signed a contract with Real Norte.",
        "Midfielder Luca Ferrante",
        "has signed a contract with Real Norte",
        YES,
        ACTUAL,
    ),
    ("The injury forced the striker to miss the final.", "striker", "miss the final", YES, ACTUAL),
    (
        "The federation banned the striker from all competitions.",
        "federation",
        "banned the striker from all competitions",
        YES,
        ACTUAL,
    ),
    # nominal
    ("Union's dismissal of its coach came after the derby.", "Union", "has dismissed its coach", YES, ACTUAL),
    (
        "The resumption of train services was announced on Friday.",
        "train services",
        "have resumed",
        YES,
        ACTUAL,
    ),
    (
        "The minister welcomed Serbia's inclusion in the research programme.",
        "Serbia",
        "is included in the research programme",
        YES,
        ACTUAL,
    ),
    (
        "The court heard former Treasury secretary Paul Ames on Monday.",
        "Paul Ames",
        "was Treasury secretary",
        YES,
        ACTUAL,
    ),
    # a sum that is granted
    (
        "Shareholders on Friday approved a further €80m for the smelter.",
        "Shareholders",
        "approved a further €80m for the smelter",
        YES,
        ACTUAL,
    ),
    # knowledge, and statements before a quotation
    (
        "The club did not know of the injury when the transfer was agreed, he told reporters.",
        "club",
        "did know of the injury when the transfer was agreed",
        NO,
        ACTUAL,
    ),
    (
        "According to the inquiry, the airline knew about the crack before it leased the aircraft.",
        "airline",
        "knew about the crack before it leased the aircraft",
        YES,
        ACTUAL,
    ),
    (
        "She will appeal against the sentence in May: “I want my good name back.”",
        "She",
        "will appeal against the sentence in May",
        YES,
        PLAN,
    ),
]


@pytest.mark.parametrize(
    ("text", "subject", "measure", "polarity", "status"), ASSERTED, ids=[row[0] for row in ASSERTED]
)
def test_facts_are_read(text: str, subject: str, measure: str, polarity: str, status: str) -> None:
    found = {(fact.subject, fact.measure, fact.polarity, modality(fact.predicate)) for fact in facts_of(text)}
    assert (subject, measure, polarity, status) in found


@pytest.mark.parametrize(
    "text",
    [
        "Is the water safe to drink?",
        "Close the windows and stay indoors.",
        "The company could sell its stake next year.",
        "If the river rises",
        "The project plays a vital role in the region.",
        "This marks a turning point for the industry.",
        "The decision is crucial for the whole sector.",
        "It is important to wash fruit before eating it.",
        "Challenges remain.",
        "The minister told reporters.",
        "Officials declined to comment.",
        "Sales rose 4% to 2.3 million tonnes.",
        "Sales fell by 4%, from 25 to 24 million tonnes.",
        "The firm spent £2m, a third more than last year.",
        "The bridge cost €40 million.",
        "Everyone talks about the strike.",
        "Magnets attract iron.",
        "A report on the fire",
    ],
)
def test_what_is_no_assertion_gives_no_fact(text: str) -> None:
    assert facts_of(text) == []


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("The court ordered the ministry to publish the contract.", "publish the contract"),
        ("The union wants the driver to resign.", "resign"),
        ("The city asked whether the tunnel was safe.", "was safe"),
        ("If the court agrees, the mine will reopen.", "agrees"),
        ("The firm offered a guarantee that the waste will be removed.", "will be removed"),
    ],
)
def test_what_is_asked_ordered_or_conditional_is_not_asserted(text: str, absent: str) -> None:
    assert absent not in {fact.measure for fact in facts_of(text)}


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("If the court agrees, the mine will reopen.", "If the court agrees"),
        ("The contractor is unwilling to resume work unless the city pays.", "unless the city pays"),
        (
            "The union has agreed to end the strike provided that all workers are reinstated.",
            "provided that all workers are reinstated",
        ),
    ],
)
def test_conditions_are_kept_apart(text: str, condition: str) -> None:
    [fact] = facts_of(text)
    assert fact.condition == condition
    assert condition not in fact.measure


def test_the_span_is_the_clause_in_the_source() -> None:
    text = "On Monday the carrier resumed flights, while its rival did not."
    spans = [text[fact.start : fact.end] for fact in facts_of(text)]
    assert spans == ["On Monday the carrier resumed flights", "its rival did not"]


def test_measures_and_subjects_stay_short() -> None:
    text = (
        "The committee of inquiry into the collapse of the northern stand during the derby of last spring "
        "has published the second volume of its report on the causes of the accident and the conduct of "
        "the builders."
    )
    for fact in facts_of(text):
        assert len(fact.measure.split()) <= 14
        assert len(fact.subject.split()) <= 10


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.sampled_from(["(", ")", ",", '"', "not", "that", "the", "said", "closed", "Rome", "no", "5"]),
        max_size=40,
    )
)
def test_any_text_gives_spans_inside_it(words: list[str]) -> None:
    text = " ".join(words) or "x"
    for fact in facts_of(text):
        assert 0 <= fact.start < fact.end <= len(text)
        assert fact.subject
        assert fact.measure
