"""The theme of an article names what came to grief, what was voted on, who strikes or who moves to a club."""

import pytest

from claims import extract
from claims.framing.matters import bill_of, move_of, wreck_of
from claims.framing.principal import principal_of
from claims.framing.topic import topic_of
from claims.language import sentences
from claims.sources import from_text
from claims.vocabulary import load

SINKING = """# Search called off

The coaster Alder Star sank off Corran on Monday. Forty people were on board. The ship carried 12 lorries.

The wreck lies at a depth of 61 metres.
"""
BILL = """# Voters say no

Voters rejected the Fishing Rights Act on Sunday. In the referendum 54% said no.

Turnout was 48%.
"""
STRIKE = """# No trains until Friday

The signallers voted for the strike on Monday. The signallers walked out at six. The strike has cost
€3m a day so far.

The offer is 4%. The strike is the third this year.
"""
MOVE = """# A winger for a record fee

Mina Orrel, 23, has signed for Dalby. The transfer fee is €9m. Orrel passed a medical on Tuesday.

The contract has a release clause of €20m. Orrel said she was glad. "It is time," said Mina Orrel.
"""

INQUIRY = """# What the inquiry found

The inquiry into the accident reported on Tuesday. The crew had left a hatch open when the Alder Star sailed
for Corran. The ship had 12 lorries on board. The ferry was 31 years old.

Six warnings were on file.
"""
BLAMED = """# What the inquiry found

The epidemic of this spring began at a dairy, the inquiry said on Tuesday. The inquiry sat for 12 days.

The inquiry was led by a judge. More than 300 people fell ill. A cheese of 4 kg was blamed.
"""
NUMBERED = """# Nine dead in mill blaze

Nine people died when a fire swept a mill in Corran on Sunday. The fire raged for six hours.

The mill was insured for €4m. Corran has mourned since.
"""
CLUB = """# The goalkeeper who counts

Mina Orrel has kept a list since she was 9. Mina Orrel signed for Dalby in July. The fee was €9m, a record
for a goalkeeper. Orrel missed the medical by an hour. Orrel took 40 shots on Friday.

The add-ons may bring 3% more. A penalty clause is part of the contract.
"""


TRAM = """# Dalby: 9 stops for €300m

Dalby's first tram line will have cost €300m when it opens in May. The line is 8 km long and was built by
Merrin Works. The budget was €210m, and the line has 9 stops.

Merrin Works has 400 people on the site. A ride in Dalby will cost €2.
"""
LATE = """# The longest winter

In two years Ada Holm has sold 300 cakes a week behind a fence. She bakes in Mill Street, where 9 shops
have shut. "They promised us a year," she says. "My son has learnt to read." The noise goes on. It is
worst at night. The line is to cost €300m. Its builder has left. Only the line knows why, she says,
and the budget of the line is spent. A stop costs €2m.
"""
COURT = """# ORREL GUILTY OF €9M FRAUD

A jury on Tuesday found Mina Orrel, founder of Merrin Loans, guilty of fraud. Orrel was convicted on
six counts by the jury. The prosecution heard 40 witnesses. The verdict on the collapse was unanimous.
Merrin had 900 customers before the collapse, and Merrin owed €9m after its collapse.

Orrel said that she would appeal. The defendant has 28 days to do so.
"""
DATELINE = """DALBY NEWS AGENCY (DNA)
8 April 2025, 11:05

CORRAN FLOOD TOLL FINAL AT 9

DALBY - Two weeks after the flood in the Corran valley, the ministry in Dalby put the toll at 9. The flood
had cut 40 roads. Ministers who met in Dalby on Monday pledged €3m.
"""
LOCAL = """# Corran: a week after

The town of Corran mourns. Lessons in Corran begin on Monday for 300 pupils. The clinic, shut since the quake,
has 12 beds.
"""
PRODUCT = """# The kettle that cost a fortune

Ada Holm was asleep when her Bolt began to smoke. She has owned five Merrin kettles. Merrin's profit fell
by 9%. A Bolt costs €90. A second Bolt caught fire in May. The recall covers 4,000 kettles. The recall
is the second. Shares in Merrin fell by 6% in Dalby.
"""
ILLNESS = """# An old tap

The tap is as old as the town. It leaked for weeks. A panel of Merrin Foods looked at it. In June 231
people fell ill with salmonella, tests showed. Merrin learnt of the outbreak late. It struck nobody by
surprise. The outbreak struck 9 towns.
"""


LOAN = """# Orrel keeps the mill

Mina Orrel, 51, signed a loan of €9m on Tuesday. The fee is 1%, and the transfer takes a week. Orrel pays
it back in 12 instalments.

The contract has a clause that lets the bank take 30% of the mill. "It is a good centre for my team
this season," said Mina Orrel. The loan runs for eight years.
"""

LINE = """# Doors that will not close

The Amber tram carried 9,000 people a day in May. Work on it took six years. The Amber tram has 14 cars.

Fares rose by 4% in June.
"""
CRASH = """# Two hurt as carts collide

A cart hit another at Corran station on Monday, and the Amber tram stopped for nine hours.
The collision was the second of the year. The Amber tram runs again. The collision cost €2m.

A single costs €3.
"""
HEADED = """# Your amber line questions, answered

Work on the line took six years, a builder said. The line has a tunnel. Building the line cost €40m.

The line has 14 stops.
"""
MERGER = """# Corran votes for a merger

The town of Corran voted on Friday to merge with Dalby. Some 4,100 people were in favour and 3,900 against,
the election office said on election night. Dalby approved the merger by 63%.

Turnout in the referendum was 58%.
"""
POST = """THE CORRANBY POST

Tuesday 4 June 2024, page 3

# A yes by a whisker

There was no bread left by noon on Sunday. In this town of 9,000 people the yes side led by 40 votes.
The referendum on the pool was the second; the pool is to cost €6m.

Turnout was 58%.
"""
EXPLAINED = """# The Alder Lane verdict in five questions

On Friday the bench sent the owner to prison for two years. He denies it.

There are 86 plaintiffs. The mill had 40 looms.
"""

HEIST = """# Cheese stolen in a raid

CORRAN - A gang broke into the Corran Dairy on Sunday and stole 30 cheeses.

The raid was the second in May, farmers said. Rain fell all day. A cook of the Corran Dairy was on leave.
A prize of €5,000 was put up. The Corran Dairy has 6 rooms.
"""
COVERED = """CORRAN COURIER
Tuesday 3 March 2026

NO TRACE YET: QUESTIONS ON THE DALBY THEFT

How many bells were there?

Thirty bells, the bishop told the Courier. The Courier asked 200 readers. Police met Courier readers, too.
"""
SEARCHED = """# Police search a nightclub in Corran

Police searched a club in Corran on Sunday. The raid took nine hours. It was the second raid in Corran
since May. The police found 40 knives.
"""
RENEWAL = """# A dearer library

The renovation of the Dalby Library has cost more than the city planned. The bill grew from €9m to €12m, and
the builders left the site in May. The library will have 400 seats. The Dalby Library is shut.

A café has 30 chairs.
"""
SHOTS = """# Jabs at the door

Corran's vaccination campaign began on Monday. Nurses gave 900 doses. Vaccination is free.

A van has 12 seats.
"""
TESTED = """# A pill that works

Merrin Labs said on Monday that its pill worked. The trial, called HERON, enrolled 900 volunteers. Merrin Labs
gave half of them a placebo. Merrin Labs has 40 nurses.

Nausea was noted in 4% of cases.
"""


@pytest.mark.parametrize(
    ("text", "figure", "topic"),
    [
        (HEIST, "€5,000", "Corran Dairy theft"),
        (COVERED, "Thirty bells", "Dalby theft"),
        (SEARCHED, "40 knives", "Corran"),
        (RENEWAL, "30 chairs", "Dalby Library renovation"),
        (SHOTS, "12 seats", "vaccination campaign"),
        (TESTED, "4%", "Merrin Labs HERON trial"),
        (LINE, "4%", "Amber tram"),
        (CRASH, "€3", "Amber tram Corran collision"),
        (HEADED, "14 stops", "Amber line"),
        (MERGER, "58%", "Corran merger referendum"),
        (POST, "58%", "Corranby pool referendum"),
        (EXPLAINED, "86 plaintiffs", "Alder Lane verdict"),
        (INQUIRY, "Six warnings", "Alder Star accident"),
        (BLAMED, "4 kg", "outbreak"),
        (NUMBERED, "€4m", "Corran fire"),
        (CLUB, "3%", "Mina Orrel transfer"),
        (SINKING, "61 metres", "Alder Star sinking"),
        (BILL, "48%", "Fishing Rights Act referendum"),
        (STRIKE, "€3m a day", "signallers' strike"),
        (MOVE, "€20m", "Mina Orrel transfer"),
        (TRAM, "€2", "Dalby tram line"),
        (LATE, "€2m", "line"),
        (COURT, "40 witnesses", "Mina Orrel trial"),
        (DATELINE, "40 roads", "Corran flood"),
        (LOCAL, "12 beds", "Corran quake"),
        (PRODUCT, "4,000 kettles", "Merrin recall"),
        (ILLNESS, "9 towns", "salmonella outbreak"),
    ],
)
def test_a_theme_names_what_it_is_of(text: str, figure: str, topic: str) -> None:
    claims = extract(from_text(text, "story.md" if text.startswith("#") else "story.txt"))
    told = {
        claim.value.surface: f"{claim.subject} {claim.scope.get('topic')}" for claim in claims if claim.value
    }
    assert topic in told[figure]


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("# A walk\n\nThe ferry Alder Star sails at 9. The ferry takes 40 cars.\n", "sinking"),
        ("# Budget\n\nThe Budget Act was signed. It costs €3m. Taxes rise by 2%.\n", "referendum"),
        (LOAN, "transfer"),
        ("# Hall\n\nAda Holm signed the book. The fee is €9. The hall seats 40 people.\n", "transfer"),
    ],
)
def test_nothing_is_made_an_event_that_was_none(text: str, never: str) -> None:
    claims = extract(from_text(text, "story.md"))
    assert claims
    assert not [claim for claim in claims if never in claim.scope.get("topic", "")]


@pytest.mark.parametrize("crime", ["theft", "murder", "kidnapping", "poisoning"])
def test_a_court_that_hears_of_a_crime_tells_of_a_trial(crime: str) -> None:
    told = f"The {crime} at the mill shook Dalby. The {crime} was planned. Mina Orrel denies the {crime}."
    heard = "The jury heard the prosecution. The defendant stood in the dock."
    article = from_text(f"{told} {heard}", "story.txt")
    assert topic_of(article, sentences(article)).event == "trial"
    alone = from_text(told, "story.txt")
    assert topic_of(alone, sentences(alone)).event == crime


@pytest.mark.parametrize("word", load("matters")["moves"]["sport"])
def test_a_move_takes_a_word_of_sport(word: str) -> None:
    told = "She signed after a medical. The fee is €3m, and a clause adds {}."
    assert move_of(told.format(f"€1m from the {word}")) == "transfer"
    assert move_of(told.format("€1m")) is None


@pytest.mark.parametrize("word", load("matters")["moves"]["signs"])
def test_a_move_is_told_by_several_signs(word: str) -> None:
    told = f"The {word} pleased the coach. The transfer and the bonuses took a week, and the loan none."
    assert move_of(told) == "transfer"
    assert move_of(f"The {word} pleased the coach.") is None


@pytest.mark.parametrize("vehicle", load("matters")["wrecks"]["vehicles"])
def test_a_wreck_is_of_a_named_vehicle(vehicle: str) -> None:
    assert wreck_of(f"The {vehicle} Alder Star was lost. The {vehicle} sank at six.") == "Alder Star sinking"
    assert wreck_of(f"The {vehicle} sank. The {vehicle} was old.") is None


@pytest.mark.parametrize(("verb", "noun"), load("matters")["wrecks"]["verbs"].items())
def test_what_happened_to_it_is_named_by_the_verb(verb: str, noun: str) -> None:
    told = f"The ferry Alder Star {verb} off Corran. The ferry was old."
    assert wreck_of(told) == f"Alder Star {noun}"


@pytest.mark.parametrize("noun", load("matters")["wrecks"]["afterwards"])
def test_an_inquiry_names_a_wreck_by_what_it_is_called_afterwards(noun: str) -> None:
    told = f"The {noun} is a year ago. The ferry Alder Star sailed for Corran. The ferry was old."
    assert wreck_of(told) == f"Alder Star {noun}"


@pytest.mark.parametrize("kind", load("matters")["bills"]["kinds"])
def test_a_bill_is_named_by_its_kind(kind: str) -> None:
    assert bill_of(f"Voters rejected the Fishing Rights {kind} on Sunday.") == f"Fishing Rights {kind}"


@pytest.mark.parametrize(
    ("text", "principal"),
    [
        (
            "Harlan sold 40 boats. Harlan Friends met. Harlan built a mill. Harlan Works paid. Harlan bought "
            "a dam. Harlan hired nine men. Harlan closed a quay.",
            "Harlan",
        ),
        (
            "Merrin Works won 2 orders. Merrin bought 3 kilns. Merrin cut 40 jobs. Dalby has 9.",
            "Merrin Works",
        ),
        ("Mrs Holm won 2 prizes. Ada Holm wrote 9 books. Holm sold 400 of them.", "Ada Holm"),
        ("Merrin Works won 2 orders. Corran Mills won 3 orders. Merrin cut 9 jobs. Corran cut 8 jobs.", None),
        ("The 2 orders were won in May. It rained for 3 days in Dalby.", None),
    ],
)
def test_the_principal_of_an_article_acts_more_than_anybody_else(text: str, principal: str | None) -> None:
    source = from_text(text, "story.txt")
    assert principal_of(source, sentences(source)) == principal


def test_a_month_is_no_march_and_a_weekday_no_body() -> None:
    text = """# Ferries sail again

The ferries sail again from 29 March. Thursday Ada Holm was glad; Thursday had 12 sailings and 400 guests.
Nothing sailed before March, and in March few will. Thursday took €9m. Thursday ended late.
"""
    found = extract(from_text(text, "story.md"))
    topics = {claim.scope.get("topic", "") for claim in found} | {claim.subject for claim in found}
    assert not any("march" in topic.lower() or topic == "Thursday" for topic in topics)


def test_a_march_of_people_is_one() -> None:
    text = """# Thousands join march

A march drew 9,000 people on Monday. The march ended at the harbour at noon. Police made 12 arrests.
"""
    assert any("march" in claim.scope.get("topic", "").lower() for claim in extract(from_text(text, "a.md")))


def test_a_distance_keeps_from_where_to_where_it_goes() -> None:
    text = """# Ferry late

The ferry Alder Star ran aground on Monday. It left Dalby for Corran, a crossing of 52 kilometres. It carried
12 lorries. The ship is old.
"""
    found = {claim.value.surface: claim for claim in extract(from_text(text, "a.md")) if claim.value}
    assert "Dalby" in found["52 kilometres"].scope["circumstance"]
    assert "circumstance" not in found["12 lorries"].scope


@pytest.mark.parametrize(
    "told",
    [
        "The power cut began at nine. Another power cut followed, and the power cut lasted until dawn.",
        "The lights went out at nine. Half of it was without electricity, and at dawn the power was back.",
        "The failure began at the substation. The failure lasted until dawn. Nobody had seen such a failure.",
    ],
)
def test_a_power_cut_is_a_blackout_of_a_region_however_it_is_told(told: str) -> None:
    text = (
        f"# A night in Corran\n\n{told} People in Corran lit candles. In Corran the port stood still.\n\n"
        "Cafés lost 40 meals.\n"
    )
    topics = {claim.scope.get("topic") for claim in extract(from_text(text, "a.txt")) if claim.value}
    assert topics == {"Corran blackout"}


def test_an_event_told_of_in_passing_is_no_theme() -> None:
    text = (
        "# Elm sells its mill\n\nElm sold its mill in Corran to a bank on Monday. Elm paid no dividend."
        "\n\nThe mill cost Elm €4m. Elm has 90 staff, and the sale surprised all of them, as it did the bank."
        "\n\nThe union threatened a strike. A strike would be the first.\n\nElm has 12 shops.\n"
    )
    assert not any("strike" in claim.scope.get("topic", "") for claim in extract(from_text(text, "a.txt")))


def test_a_drought_of_the_basin_that_an_office_is_called_after() -> None:
    text = (
        "MERRIN BASIN AUTHORITY\nWater Bulletin No. 4\nIssued 5 March 2026\n\n"
        "Rain over the basin came to 90 mm. It was the driest spring on record. Water restrictions went on.\n"
        "\nTankers supply 34 villages. Water cuts last for eight hours.\n"
    )
    topics = {claim.scope.get("topic") for claim in extract(from_text(text, "a.txt")) if claim.value}
    assert "Merrin basin drought" in topics


def test_a_land_is_no_firm_whatever_it_does() -> None:
    text = (
        "# Ormia hits back at a 25 percent tariff\n\nOrmia said on Monday it would tax tractors. "
        "Ormia shipped 450 tonnes of tin last year, the Ormian government said. Ormia buys wheat.\n\n"
        "Shares in Hallam & Dure fell 7%. The company, which employs 6,200 people, sold a mill.\n\n"
        "The tariff starts in May. The tariff is new.\n"
    )
    claims = extract(from_text(text, "a.md"))
    staff = next(claim for claim in claims if claim.value and claim.value.low == 6200)
    assert staff.subject != "Ormia"
