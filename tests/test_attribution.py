"""Who says what: direct and indirect speech, references, and names in full."""

import pytest

from claims import extract
from claims.attribution import Attribution, attributions
from claims.firms import firms_of
from claims.vocabulary import load, word_list
from tests.make import article
from tests.paragraphs import parsed


def said(*paragraphs: str) -> list[Attribution]:
    return [item for found in attributions(parsed(*paragraphs)) for item in found]


def speaker_of(words: str, *paragraphs: str) -> str | None:
    """Return the name on the narrowest stretch of text that covers some words."""
    text = "\n\n".join(paragraphs)
    start = text.index(words)
    covering = [item for item in said(*paragraphs) if item.start <= start and start + len(words) <= item.end]
    return min(covering, key=lambda item: item.end - item.start).name if covering else None


COVERED = [
    ("The health office said the water was clean.", "the water was clean", "health office"),
    (
        "The bridge is closed to lorries, the transport ministry said.",
        "The bridge is closed",
        "transport ministry",
    ),
    ("Rents will fall, says the tenants' union.", "Rents will fall", "tenants' union"),
    ("According to the coroner, the driver had slept.", "the driver had slept", "coroner"),
    ("The yield fell by a tenth, according to the farm bureau.", "The yield fell by a tenth", "farm bureau"),
    ("Per the league, the match will be replayed.", "the match will be replayed", "league"),
    ("The Port Council estimates that 40 ships were delayed.", "40 ships were delayed", "Port Council"),
    ("The union puts turnout at 90%.", "90%", "union"),
    ("Brokers expect a loss of €4 million.", "€4 million", "Brokers"),
    ("We asked 40 farmers. Twelve said that the well was dry.", "the well was dry", "twelve farmers"),
    ("We asked 40 farmers. Six expect a harvest of 9 tonnes.", "9 tonnes", "six farmers"),
    ("We asked 40 farmers and found six who expect a harvest of 9 tonnes.", "9 tonnes", "six farmers"),
    ("The airline promised to refund 300 passengers.", "300 passengers", "airline"),
    ("The leak was reported by divers.", "The leak", "divers"),
    # whose demand it is does not say what it would cost
    ("The minister says the union's demand would cost €9 million.", "€9 million", "minister"),
    ("The union's demand rose to 9%.", "9%", "union"),
    ("The union wants twice that.", "twice", "union"),
    ("The panel wants 40 halls built.", "40 halls", "panel"),
    ("Their insurer counts 60 wrecks.", "60 wrecks", "insurer"),
    # those who were asked say it themselves, unless they are counted
    (
        "Brokers polled by Opina had expected a profit of €8 million on sales of €90 million.",
        "90",
        "Brokers polled by Opina",
    ),
    ("Two in three growers polled by Opina want it gone.", "Two in three", "Opina"),
    # a name that the parse lost
    ("According to its director, Rory Quill, the trust moved 37 beds.", "37 beds", "Rory Quill"),
    (
        "“It can stand this,” said Ada Holm of the broker Kell & Brandt, who cut her target to €33.",
        "€33",
        "Ada Holm",
    ),
    ("The quarry offers a rise of 3% to its masons.", "3%", "quarry"),
    ("That is half the €6 million that the diocese had asked for.", "€6 million", "diocese"),
    ("The chairman kept £2 million for himself, the court was told.", "£2 million", "court"),
    ("Growers, says the broker Ada Holm, face a loss of €9 million.", "€9 million", "Ada Holm"),
    (
        "Half of the shops were shut, the mayor, Ilya Brandt, told this newspaper.",
        "Half of the shops",
        "Ilya Brandt",
    ),
    ("The Harbour Authority noted five faults in the crane.", "five faults", "Harbour Authority"),
    (
        "The jury recommends that a guard be hired at night; and that the gates be raised by 2 metres.",
        "2 metres",
        "jury",
    ),
    (
        "The audit office published the accounts of both teams on Monday. The Reds spent €3 million.",
        "€3 million",
        "audit office",
    ),
    (
        "With 40% of the ballots counted, the Reds had 31%, the election board said. The Blues stood at 29%.",
        "29%",
        "election board",
    ),
    ("The group expects sales of between €31m and €34m this year, against €30m.", "€31m", "group"),
    ("Dividend proposed: 42 cents.", "42 cents", None),
    ("How much does the port lose? It says €6 million a day.", "€6 million", "port"),
    ("Customs data show that imports doubled.", "imports doubled", "Customs data"),
    ("The bank raised its forecast to 3%.", "3%", "bank"),
    (
        "The vaccine works, the World Health Organization (WHO) reported.",
        "The vaccine works",
        "World Health Organization (WHO)",
    ),
    ("The mayor of Tarsk, Ilya Brandt, said the road was open.", "the road was open", "Ilya Brandt"),
    ("MEP Greta Holm said the vote was void.", "the vote was void", "MEP Greta Holm"),
    ("Ines Roth, who heads the agency, said the dam held.", "the dam held", "Ines Roth"),
    ("“The dam held,” said Ines Roth, the agency's head.", "The dam held", "Ines Roth"),
    ("Ines Roth told reporters: “The dam held.”", "The dam held", "Ines Roth"),
    (
        "“We were lucky,” club captain Joe Marsh said. “The roof fell in.”",
        "The roof fell in",
        "club captain Joe Marsh",
    ),
    ("“The roof fell in,” he said.", "The roof fell in", None),
    (
        "A witness close to the driver said that the brakes failed.",
        "the brakes failed",
        "witness close to the driver",
    ),
    ("The police denied reports that a gun was found.", "a gun was found", "police"),
    (
        "The agency confirmed the outbreak, adding that two farms were closed.",
        "two farms were closed",
        "agency",
    ),
    ("The rules state that players must be registered.", "players must be registered", None),
    ("Of those asked, 40% said they would move.", "they would move", None),
    ("The company reported a profit of €3 million.", "€3 million", None),
    ("The court ordered the firm to pay.", "pay", None),
]


COVERED += [
    ("The ministry wants to build 300 homes by 2027.", "300 homes", "ministry"),
    ("The ministry wants to rest.", "rest", None),
    ("A loss of 3%, which growers regard as normal, is expected.", "3%", "growers"),
    ("The union says 31 men fell ill; the clinic insists on 12.", "12", "clinic"),
]


@pytest.mark.parametrize(("text", "words", "name"), COVERED, ids=[row[0] for row in COVERED])
def test_the_words_are_given_to_their_source(text: str, words: str, name: str | None) -> None:
    assert speaker_of(words, text) == name


IN_FULL = [
    (["Coach Petra Lind left on Monday.", "“I was tired,” Lind said."], "I was tired", "Coach Petra Lind"),
    (["The chairman, Piet Vos, resigned. Mr Vos said the firm was sound."], "the firm was sound", "Piet Vos"),
    (["Ruth Amsel leads the union. She said the strike was over."], "the strike was over", "Ruth Amsel"),
    (
        ["The civil protection agency sent boats. The agency said the river was falling."],
        "the river was falling",
        "civil protection agency",
    ),
    (
        ["A source close to the talks spoke on Friday. The source said a deal was near."],
        "a deal was near",
        "source close to the talks",
    ),
    (
        ["For Olga Brenner, 58, who keeps bees, the ban came late. “Half of my hives are dead,” she says."],
        "Half of my hives are dead",
        "Olga Brenner",
    ),
    (
        [
            "Karl Ohm said the pit was safe.",
            "We met the inspector, Rosa Dahl. The pump had failed, she said.",
        ],
        "The pump had failed",
        "Rosa Dahl",
    ),
    (
        ["Karl Ohm said the pit was safe. His wife, Rosa Dahl, listened. The pump had failed, he said."],
        "The pump had failed",
        "Karl Ohm",
    ),
]


BODIES = [
    (
        ["Nurses will strike, their union said. The Care Workers Union (CWU) has 900 members."],
        "Nurses will strike",
        "Care Workers Union (CWU)",
    ),
    (
        ["The Care Workers Union met on Monday.", "The nurses walked out. The union puts turnout at 90%."],
        "90%",
        "Care Workers Union",
    ),
    (
        ["The plan of the operator, Norvik Terminals, failed.", "The operator expects a loss of €4 million."],
        "€4 million",
        "Norvik Terminals",
    ),
    (
        [
            "The Harbour Board named its price on Monday. Nine boats sank, the board found.",
            "Two piers stood. No more than 40 tonnes of oil leaked, it says, and the beach stayed clean.",
        ],
        "40 tonnes",
        "Harbour Board",
    ),
]


@pytest.mark.parametrize(("paragraphs", "words", "name"), BODIES)
def test_bodies_are_read_as_the_name_that_the_text_gives(
    paragraphs: list[str], words: str, name: str
) -> None:
    assert speaker_of(words, *paragraphs) == name


FIRMS = [
    ("Nord Terminals raised its offer. The operator expects 40 ships.", {"Nord", "Terminals"}),
    ("Nord shares fell on Monday. Kell closed a hall in Nord.", set()),
    ("The retailer Nord sold 40 shops.", {"Nord"}),
    ("Nord, the maker of looms, sold 40 shops. Its sales fell.", {"Nord"}),
    ("Nord's quarterly profit fell to €9m.", {"Nord"}),
    ("The chairman, Euan Birse, raised its offer.", set()),
    ("Euan Birse said its offer stood. In June its sales fell.", set()),
]


@pytest.mark.parametrize(("text", "names"), FIRMS)
def test_firms_are_told_by_what_the_text_says_of_them(text: str, names: set[str]) -> None:
    assert firms_of(text) == names


def test_a_firm_that_the_parse_takes_for_a_person_is_no_she() -> None:
    first = "Costs rose, according to Ada Holm of the consultants Kell."
    text = f"Ostlin puts its own loss at €3m.\n\n{first} Ostlin never went to court. She says 40 ships left."
    told = [
        item for found in attributions(parsed(*text.split("\n\n")), firms=firms_of(text)) for item in found
    ]
    start = text.index("40 ships")
    assert {item.name.split(" of ")[0] for item in told if item.start <= start < item.end} == {"Ada Holm"}


def test_the_company_is_the_firm_that_acted_last_in_the_paragraph() -> None:
    text = (
        "The city water company denied this. Nordhus lost 9,000 sofas. The company said it would open in May."
    )
    assert speaker_of("open in May", text) == "Nordhus"


def test_two_bodies_of_a_kind_leave_the_noun_as_it_is() -> None:
    text = [
        "The Care Workers Union met. The Dock Workers Union did not.",
        "A strike is near, one union said.",
    ]
    assert speaker_of("A strike is near", *text) not in {"Care Workers Union", "Dock Workers Union"}


@pytest.mark.parametrize(("paragraphs", "words", "name"), IN_FULL, ids=[row[0][-1] for row in IN_FULL])
def test_short_names_are_read_as_the_fuller_ones_before(paragraphs: list[str], words: str, name: str) -> None:
    assert speaker_of(words, *paragraphs) == name


def test_a_quotation_of_several_sentences_has_one_speaker() -> None:
    text = "“The pumps failed. Nobody came. We waited until dawn,” the driver said."
    for words in ("The pumps failed", "Nobody came", "We waited"):
        assert speaker_of(words, text) == "driver"


def test_an_open_quotation_goes_on_in_the_next_paragraph() -> None:
    first = "“The pumps failed,” Ines Roth said. “We called for help."
    second = "“The boats came late."
    assert speaker_of("The boats came late", first, second) == "Ines Roth"


def test_a_source_is_carried_on_only_where_the_text_says_so() -> None:
    listed = "Chile mined 5 million tonnes, according to the copper institute. Peru follows with 2 million."
    assert speaker_of("2 million", listed) == "copper institute"
    forecast = "The bank estimates that prices rose by 3%. They are projected to fall next year."
    assert speaker_of("projected to fall", forecast) == "bank"
    silent = "Prices rose by 3%, according to the bank. Shops in Lodz were closed."
    assert speaker_of("Shops in Lodz", silent) is None


def test_what_follows_in_contrast_is_not_the_speakers() -> None:
    text = "The lake is clean, inspectors said, though fish have died."
    assert speaker_of("fish have died", text) is None


@pytest.mark.parametrize(
    ("text", "hearsay"),
    [
        ("Sources said the talks had failed.", True),
        ("According to media reports, the talks had failed.", True),
        ("The annual report says that sales fell.", False),
        ("The inspectors' report says that the valve was old.", False),
        ("The minister said the talks had failed.", False),
    ],
)
def test_anonymous_reports_are_hearsay(text: str, hearsay: bool) -> None:
    assert {item.hearsay for item in said(text)} == {hearsay}


def test_quoted_terms_have_no_speaker() -> None:
    assert said("The so-called “super tax” was dropped.") == []


@pytest.mark.parametrize("word", load("attribution")["no_source"])
def test_a_plan_or_a_law_says_nothing(word: str) -> None:
    assert not said(f"According to {word}, 41 ships called.")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The union said that 40 boats were idle; and that 30 crews had left.", "union"),
        ("The union said that 40 boats were idle. Given that 30 crews had left, it paid.", None),
        ("The union said that 40 boats were idle. After that 30 crews left the harbour.", None),
    ],
)
def test_only_a_clause_behind_a_semicolon_goes_on_with_that(text: str, name: str | None) -> None:
    assert speaker_of("30 crews", text) == name


def test_a_heading_that_names_its_source() -> None:
    lift = (
        "The operator Brennick runs a lift.\n\nCAPACITY (source: operator)\n\n- Chairs: 64\n- Cabins: 12\n\n"
    )
    found = extract(article("# The lift of Marl\n\n" + lift + "The valley has 40 inns.\n"))
    said = {claim.value.surface: claim.attribution for claim in found if claim.value}
    assert said == {"64": "Brennick", "12": "Brennick", "40 inns": None}


def test_a_heading_that_names_the_source_of_a_table() -> None:
    table = "## Riders (source: Valley Tourist Board)\n\n| Year | Riders |\n|---|---|\n| 2023 | 40,000 |\n"
    found = extract(article("# The lift of Marl\n\nIt has 64 chairs.\n\n" + table))
    said = {claim.value.surface: claim.attribution for claim in found if claim.value}
    assert said == {"64 chairs": None, "40,000": "Valley Tourist Board"}


@pytest.mark.parametrize("good", sorted(word_list("attribution", "offered_by_things")))
def test_what_a_thing_offers_says_nobody(good: str) -> None:
    assert speaker_of("80%", f"The hedge offered 80% {good}.") is None
