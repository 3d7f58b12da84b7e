"""Constructions that the parser reads wrongly are set right before anything is read from them."""

import pytest

from claims import extract
from claims.facts import facts
from claims.language import parse, sentences
from claims.sources import from_text
from claims.vocabulary import load


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("Norway is a member of the club and Iceland is not.", "Iceland"),
        ("Spain voted for the plan, but France did not.", "France"),
        ("The house is old and the barn is not.", "barn"),
    ],
)
def test_an_elliptical_clause_has_its_own_subject(text: str, second: str) -> None:
    found = [fact for sentence in sentences(from_text(text + "\n", name="a.txt")) for fact in facts(sentence)]
    assert [fact.polarity for fact in found] == ["affirmed", "negated"]
    assert found[1].subject == second
    assert second not in found[0].measure
    assert found[0].measure == found[1].measure


@pytest.mark.parametrize(
    "text", ["Turnout was 61%.", "Exports fell by a third.", "Jurors deliberated for two days."]
)
def test_a_capital_at_the_opening_makes_no_name(text: str) -> None:
    first = next(iter(parse([text])))[0]
    assert first.pos_ == "NOUN"
    assert not first.ent_type_


@pytest.mark.parametrize("verb", load("repairs")["charging"])
def test_a_charge_is_no_part_of_a_name(verb: str) -> None:
    past = {"clear": "cleared", "suspect": "suspected", "acquit": "acquitted", "convict": "convicted"}
    said = past.get(verb, verb.rstrip("e") + "ed")
    of = next(
        word
        for word in next(iter(parse([f"Last month the panel {said} Marta Berg of arson."])))
        if word.text == "of"
    )
    assert of.head.text == said


def test_a_name_keeps_what_it_is_of() -> None:
    doc = next(iter(parse(["The panel cleared the Bank of Norway."])))
    assert next(word for word in doc if word.text == "of").head.text == "Bank"


@pytest.mark.parametrize(
    "text",
    [
        "Yet last week a jury convicted Berg of arson.",
        "A jury convicted Berg of arson on Monday.",
    ],
)
def test_a_verdict_is_told_of_whom_it_is_on(text: str) -> None:
    found = [fact for sentence in sentences(from_text(text + "\n", name="a.txt")) for fact in facts(sentence)]
    assert found[0].subject == "Berg"
    assert found[0].measure.startswith("was convicted by jury of arson")


@pytest.mark.parametrize("text", ["Nokia was fined.", "Paris voted on Sunday."])
def test_a_name_at_the_opening_stays_a_name(text: str) -> None:
    assert next(iter(parse([text])))[0].pos_ == "PROPN"


@pytest.mark.parametrize("symbol", "€£₹$")
def test_every_currency_is_parsed_alike(symbol: str) -> None:
    doc = next(iter(parse([f"Net profit was {symbol}221 million in the year."])))
    shape = [(token.dep_, token.head.i) for token in doc]
    dollars = next(iter(parse(["Net profit was $221 million in the year."])))
    assert shape == [(token.dep_, token.head.i) for token in dollars]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It was on Monday that the strike began.", ("strike", "began")),
        ("It was in 2019 that the museum reopened.", ("museum", "reopened")),
        ("It was the mayor who closed the pool.", ("mayor", "closed the pool")),
    ],
)
def test_what_a_sentence_stresses_belongs_to_its_clause(text: str, said: tuple[str, str]) -> None:
    source = from_text(f"The ferry sank. {text}\n", name="a.txt")
    found = [fact for sentence in sentences(source) for fact in facts(sentence)]
    assert (found[-1].subject, found[-1].measure) == said
    assert len(found) == 2


@pytest.mark.parametrize(
    "text",
    [
        "It was not until 2021 that the bridge opened.",
        "It was not the mayor who closed the pool.",
        "It was late.",
    ],
)
def test_what_is_denied_or_only_told_of_it_stays(text: str) -> None:
    assert next(iter(parse([text])))[1].dep_ == "ROOT"


def test_a_clause_that_is_interrupted_keeps_its_subject() -> None:
    [doc] = parse(["Turnout on Sunday, the council announced, came to 56%."])
    turnout, came = (next(token for token in doc if token.text == word) for word in ("Turnout", "came"))
    assert (turnout.dep_, turnout.head.i) == ("nsubj", came.i)


@pytest.mark.parametrize(
    ("text", "subject", "opening"),
    [
        ("At the end of June net debt stood at €3m.", "debt", "June"),
        ("In 2023 total costs were cut by a tenth.", "costs", "2023"),
        ("In April new car sales fell by 3%.", "sales", "April"),
        ("In August rail passengers made 3m trips.", "passengers", "August"),
        ("In 2025 school meals will cost £4.", "meals", "2025"),
        ("By July net sales of shoes had risen to 3m pairs.", "sales", "July"),
        ("In South Africa prices rose by 3%.", "prices", "Africa"),
        ("But in the North Sea oil output fell.", "output", "Sea"),
        ("In Munich factory workers went on strike.", "workers", "Munich"),
        ("In Oslo rents fell by 6%.", "rents", "Oslo"),
        ("At Brill Foods profits rose 3%.", "profits", "Foods"),
    ],
)
def test_an_opening_takes_no_subject_from_its_clause(text: str, subject: str, opening: str) -> None:
    doc = next(iter(parse([text])))
    word = next(token for token in doc if token.text == opening)
    assert word.dep_ == "pobj"
    assert next(token.text for token in doc if token.dep_ in ("nsubj", "nsubjpass")) == subject


@pytest.mark.parametrize("text", ["In the June poll voters chose her.", "We rely on May figures."])
def test_a_time_stays_with_the_word_that_it_tells_more_of(text: str) -> None:
    doc = next(iter(parse([text])))
    word = next(token for token in doc if token.text in ("June", "May"))
    assert word.dep_ == "compound"


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The brewery made a profit before tax of €45m.", "profit before tax"),
        ("The brewery said profit before tax fell to €45m.", "profit before tax"),
        ("- Loss after exceptional items of €45m", "loss after exceptional items"),
        (
            "Operating profit before restructuring costs came to €45m.",
            "operating profit (EBIT) before restructuring costs",
        ),
        ("Sales excluding fuel were €45m.", "revenue (sales) excluding fuel"),
        ("The club paid a salary after tax of €45m.", "salary after tax"),
    ],
)
def test_what_an_amount_leaves_out_belongs_to_its_measure(text: str, measure: str) -> None:
    found = extract(from_text(text + "\n", name="a.txt"))
    assert measure in [
        claim.measure.lower() if claim.measure[0] == "L" else claim.measure
        for claim in found
        if claim.kind == "money"
    ]


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("Output was 40 Mt and exports were 9 Mt.", "exports", "were"),
        ("The firm sold 3 ships and two yachts were scrapped.", "yachts", "scrapped"),
        ("The storm cut power to 40 homes and two schools were closed.", "schools", "closed"),
    ],
)
def test_a_joined_clause_keeps_its_subject(text: str, subject: str, verb: str) -> None:
    doc = next(iter(parse([text])))
    assert next(token.head.text for token in doc if token.text == subject) == verb


def test_joined_nouns_stay_joined() -> None:
    doc = next(iter(parse(["She said that prices and wages had risen."])))
    assert next(token.head.text for token in doc if token.text == "wages") == "prices"


SPEAKING = load("attribution")["speaking_verbs"]


def _holder_of_forty(text: str) -> str:
    claims = extract(from_text(text, name="a.txt"))
    return next(claim.subject for claim in claims if claim.value is not None and claim.value.low == 40)


@pytest.mark.parametrize("participle", ["adding 40 jobs", "selling 40 boats", "reaching 40 tonnes"])
def test_a_participle_behind_an_insertion_is_of_what_is_told(participle: str) -> None:
    assert _holder_of_forty(f"The yard did well, the bank said, {participle}.\n").lower() == "yard"


@pytest.mark.parametrize("verb", SPEAKING)
def test_a_participle_of_speaking_is_of_the_speaker(verb: str) -> None:
    participle = f"{verb.removesuffix('e')}ing"
    found = next(iter(parse([f"The yard did well, the bank said, {participle} 40 letters."])))
    word = next(token for token in found if token.text == participle)
    assert word.head.text != "did"


@pytest.mark.parametrize(
    ("text", "subject", "verb"),
    [
        ("Police said 12 cars burned.", "cars", "burned"),
        ("City officials said three houses burned.", "houses", "burned"),
        ("The club insists four matches started late.", "matches", "started"),
    ],
)
def test_what_is_said_is_what_happened_to_a_thing_and_not_the_thing(
    text: str, subject: str, verb: str
) -> None:
    [doc] = parse([text])
    noun, word = (next(token for token in doc if token.text == name) for name in (subject, verb))
    assert (noun.dep_, noun.head.i, word.tag_) == ("nsubj", word.i, "VBD")


@pytest.mark.parametrize("verb", load("repairs")["clausal_verbs"])
def test_a_verb_that_governs_clauses_takes_no_thing(verb: str) -> None:
    past = {"say": "said", "think": "thought"}.get(verb, f"{verb.removesuffix('e')}ed")
    [doc] = parse([f"Officials {past} three houses burned."])
    noun, word = (next(token for token in doc if token.text == name) for name in ("houses", "burned"))
    assert (noun.dep_, noun.head.i, word.tag_) == ("nsubj", word.i, "VBD")


def test_what_somebody_is_told_to_be_stays_a_participle() -> None:
    [doc] = parse(["The firm reported losses caused by floods."])
    assert next(token for token in doc if token.text == "caused").tag_ == "VBN"


def test_a_part_behind_an_adjective_is_no_clause() -> None:
    doc = next(
        iter(
            parse(["The fine is affordable for a firm with £40bn of savings, £11bn of them frozen, it says."])
        )
    )
    for_whom = next(word for word in doc if word.text == "firm")
    assert (for_whom.dep_, for_whom.head.text) == ("pobj", "for")
    assert "frozen" not in [word.text for word in for_whom.ancestors]
