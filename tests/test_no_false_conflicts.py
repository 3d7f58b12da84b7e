"""News texts in which nothing conflicts, though it may look so; beside each case one that does conflict."""

import pytest

from reconcile import reconcile
from tests.make import article

HARD = {"conflict", "possible_conflict", "internal_inconsistency"}
# What else the articles tell, so that the words of a case are not those of all claims.
REST = (
    " The harbour of Tolbeck has a new crane. Anna Berg leads the museum. The tram line will be 12 km long."
)

# Name -> the text of either source (both of the same two days) and the figures or acts that are flagged.
CASES = {
    "all sales and those on the web": (
        "Brackley's sales fell to £42m.",
        "Brackley's online sales were £31m.",
        [],
    ),
    "all costs and those of energy": (
        "The costs of the mill rose to £42m.",
        "The energy costs of the mill were £31m.",
        [],
    ),
    "some of an owner's and what it has left": (
        "Nine of the museum's 31 rooms will shut by May 2026.",
        "By May 2026 the museum will trim its space, taking it from 31 rooms to 22.",
        [],
    ),
    "turnout of a town that said no, and of all": (
        "Sunday's pool referendum was lost. Lorn voted no: 66% were against, and turnout was 74%.",
        "Sunday's pool referendum was lost. Overall turnout was 57%.",
        [],
    ),
    "who voted and who of them agreed": (
        "More than four in five who voted in the bakers' ballot said Yes; turnout was 66%.",
        "The bakers' ballot, in which 83% backed a strike, was lawful.",
        [],
    ),
    "games to play and games played": (
        "Rovers have 64 points from 28 matches.",
        "Rovers have 64 points with ten games to play.",
        [],
    ),
    "races run and remaining": (
        "The driver has run 16 races.",
        "The driver leads with four races remaining.",
        [],
    ),
    "bills passed and still to be voted on": (
        "The senate has passed 12 bills.",
        "The senate has nine bills still to vote on.",
        [],
    ),
    "the win of one and the defeat of another": (
        "City beat Albion on Sunday. It was their first win in five matches.",
        "City beat Albion on Sunday. Albion, in second place, lost for the first time in eight matches.",
        [],
    ),
    "one defendant acquitted and another convicted": (
        "Rolf Adler walked out of court on Friday. He was acquitted of bribery by the jury.",
        "Petra Vos was convicted of bribery by the jury.",
        [],
    ),
    "won and lost by one holder": (
        "Lund Rovers are third. They won the derby against Marl.",
        "Lund Rovers lost the derby against Marl.",
        [("They won the derby against Marl", "Lund Rovers lost the derby against Marl")],
    ),
    "one offence denied and another admitted": (
        "Orr, 44, had denied both counts.",
        "Neil Orr admitted careless driving.",
        [],
    ),
    "two claims on a firm": (
        "The mayor of Marl disputed the bill of the architect.",
        "The mayor of Marl acknowledged the delay of the dredger.",
        [],
    ),
    "one offence denied and admitted": (
        "Petra Vos denied bribery at the harbour.",
        "Petra Vos admitted bribery.",
        [("Petra Vos denied bribery at the harbour", "Petra Vos admitted bribery")],
    ),
    "all charges denied, one admitted": (
        "Petra Vos denied all charges.",
        "Petra Vos admitted bribery.",
        [("Petra Vos denied all charges", "Petra Vos admitted bribery")],
    ),
    "pleas": (
        "Neil Orr pleaded guilty in court.",
        "Neil Orr denied the charges.",
        [("Neil Orr pleaded guilty in court", "Neil Orr denied the charges")],
    ),
    "a dividend before it was raised": (
        "Halden's dividend is $1.25 a share, up from $1.10.",
        "Halden pays a dividend of $1.20 a share.",
        [("$1.25 a share", "$1.20 a share")],
    ),
    "a toll raised from another": (
        "The toll on the bridge was raised to 40 kroner from 35 kroner.",
        "The toll on the bridge is 38 kroner.",
        [("40 kroner", "38 kroner")],
    ),
    "a turnout that climbed": (
        "Turnout climbed from 48% to 55%.",
        "Turnout was 52%.",
        [("55%", "52%")],
    ),
    "by how much a profit rose and the profit": (
        "Halden's profit rose by €2m in 2024.",
        "Halden's profit was €9m in 2024.",
        [],
    ),
    "two figures of how much it rose": (
        "Halden's profit rose by €2m in 2024.",
        "Halden's profit was €9m in 2024, €4m more than in 2023.",
        [("€2m", "€4m")],
    ),
    "a rate among some and among all": (
        "Unemployment was 5.9% in February 2025.",
        "Unemployment was 6.1% in January 2025. In February 2025 it was 14% among the young.",
        [],
    ),
    "accounts that a firm tells of itself": (
        "Vester Energy said on Monday that profit rose to €41m in 2024.",
        "Vester Energy made a profit of €36m in 2024.",
        [("€41m", "€36m")],
    ),
    "one of several lines and another": (
        "Line 2 carried 96 million passengers in 2024.",
        "Line 5 carried 64 million passengers in 2024.",
        [],
    ),
    "givers, not what was before": (
        "The choir was given £5m from 12 councils.",
        "The choir was given £5m from 14 councils.",
        [("12 councils", "14 councils")],
    ),
    "two figures of what was before": (
        "Brackley's profit fell to £42m, from £57m.",
        "Brackley's profit was £42m, down from £61m.",
        [("£57m", "£61m")],
    ),
    "a further number": (
        "The flood killed 30 people.",
        "The flood killed 30 people on Monday. A further 12 people were killed by the flood on Tuesday.",
        [],
    ),
    "a further number of a text that tells no other": (
        "The fire killed 12 people.",
        "A further 3 people were killed in the fire.",
        [],
    ),
    "a complaint that was dismissed": (
        "The board dismissed the complaint of Ada Holm.",
        "Ada Holm remains in office.",
        [],
    ),
    "more of the same": (
        "The plant sold 900 lorries in May 2025.",
        "The plant sold 900 lorries in May 2025 and 200 more lorries to the army.",
        [],
    ),
    "another stretch of time": (
        "Holt was jailed for eight years.",
        "Holt must repay €2m or spend another three years in prison. Holt was sentenced to eight years.",
        [],
    ),
    "another number, but the first of its kind": (
        "The crash killed five people. Another 23 were injured in the crash.",
        "Five people died in the crash and 19 people were injured in it.",
        [("23", "19 people")],
    ),
    "the spending of one side and of the other": (
        "Voters said no to the bypass. The No side spent €5m in the referendum.",
        "The referendum is over. The Yes camp spent €3m and the No camp €5m.",
        [],
    ),
    "two sums for the same side": (
        "Voters said no to the bypass. The No side spent €5m in the referendum.",
        "The referendum is over. The No camp spent €4m.",
        [("€5m", "€4m")],
    ),
    "a whole and most of it": (
        "Tolbeck Zoo had an income of €1.9m in 2024.",
        "Most of the zoo's income, of €1.5m, came from fees in 2024.",
        [],
    ),
    "a whole and some of it": (
        "Tolbeck Zoo made a loss of €6.4m in 2024.",
        "About €4.7m of the losses of Tolbeck Zoo in 2024 came from its farm.",
        [],
    ),
    "a number and by how much it was revised": (
        "Visits to the zoo of Tolbeck averaged 3,410 in 2024.",
        "Visits to the zoo of Tolbeck in 2024 were revised up by a total 520, the office said.",
        [],
    ),
    "some of what belongs to the club is not some of what was stolen": (
        "Berg stole €4.1m of the club's money.",
        "Berg stole €6.3m from the club.",
        [("€4.1m", "€6.3m")],
    ),
    "what was spent of the reserves is all that was spent": (
        "The council of Tolbeck spent €4.1m of its reserves on the pool.",
        "The council of Tolbeck spent €6.3m on the pool.",
        [("€4.1m", "€6.3m")],
    ),
    "the figure of all years in which somebody ruled": (
        "In the four years in which Berg was mayor the city of Tolbeck built 41 flats.",
        "In the four years in which Berg was mayor Tolbeck built 63 flats.",
        [("41 flats", "63 flats")],
    ),
    "the figure of each of several years": (
        "In the nine straight years in which Berg was mayor the city of Tolbeck built 41 flats.",
        "In the years in which Berg was mayor Tolbeck built 369 flats.",
        [],
    ),
    "a figure and the one of an earlier time that it is compared with": (
        "The school of Tolbeck has 310 pupils, instead of 280 pupils as last year.",
        "The school of Tolbeck had 280 pupils last year.",
        [],
    ),
    "a figure and the one that it replaces": (
        "The school of Tolbeck has 310 pupils, not 280 pupils.",
        "The school of Tolbeck has 280 pupils.",
        [("310 pupils", "280 pupils")],
    ),
    "two losses": (
        "Tolbeck Zoo made a loss of €6.4m in 2024.",
        "Tolbeck Zoo made a loss of €4.7m in 2024.",
        [("€6.4m", "€4.7m")],
    ),
    "two numbers of games to play": (
        "Rovers have ten games to play.",
        "Rovers have eight games to play.",
        [("ten games", "eight games")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_what_is_flagged(case: str) -> None:
    one, other, flagged = CASES[case]
    texts = (("a.md", "Herald", "2025-03-04", one + REST), ("b.md", "Globe", "2025-03-05", other))
    result = reconcile([article(text, file, day=day, publisher=name) for file, name, day, text in texts])
    claims = {claim.id: claim for claim in result.claims}
    found = []
    for pair in result.pairs:
        if pair.verdict in HARD:
            ends = sorted((claims[pair.a], claims[pair.b]), key=lambda claim: claim.source)
            found.append(tuple(end.value.surface if end.value else end.quote for end in ends))
    assert sorted(found) == sorted(flagged)
