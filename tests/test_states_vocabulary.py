"""What somebody or something is said to be excludes its opposite, and goes with other words for the same."""

import pytest

from claims.model import Claim
from reconcile.contrasts import sides
from reconcile.states import stages
from reconcile.vocabulary import load
from reconcile.words import Lexicon
from tests.make import claim

OPPOSITE = [
    ("voted for the merger", "voted against the merger"),
    ("votes in favour of the levy", "voted no"),
    ("closed the day dearer", "closed the day cheaper"),
    ("covers lorries", "exempts lorries"),
    ("expressly includes tenants", "leaves out tenants"),
    ("joined the strike", "worked throughout"),
    ("has lapsed", "signed a new lease"),
    ("has been mothballed", "started up again"),
    ("signed off on the plan", "rebuffed the plan"),
    ("walked free", "was convicted"),
    ("is out of danger", "succumbed"),
    ("was reinstated", "was ousted"),
    ("is drinkable", "is undrinkable"),
    ("is in jail", "was set free"),
    ("broke down", "came to terms"),
    ("is open", "stood idle"),
    ("lodged an appeal", "dropped the appeal"),
    ("is in arrears", "paid off the loan"),
    ("is sidelined", "is fit again"),
    ("has lapsed", "was renewed"),
    ("was lawful", "was unlawful"),
    ("is solvent", "is insolvent"),
    ("failed the inspection", "passed the inspection"),
    ("is compulsory", "is voluntary"),
    ("contests the result", "conceded defeat"),
    ("tested positive", "tested negative"),
    ("turned the offer down", "accepted the offer"),
    ("went through", "fell through"),
    ("ran throughout", "stood still"),
    ("was razed", "remained standing"),
    ("launched an investigation", "was dropped"),
    ("stuck to its forecast", "cut its forecast"),
    ("failed its load test", "passed its load test"),
    ("fled the country", "remained in the country"),
    ("went into the witness box", "declined to testify"),
    ("went off", "stayed silent"),
    ("beat expectations", "fell short of forecasts"),
    ("ran a surplus", "is in deficit"),
    ("came on loan", "came on a permanent deal"),
    ("held firm", "burst"),
    ("is insured", "is uninsured"),
    ("is within budget", "exceeded its budget"),
    ("is without power", "was reconnected"),
    ("is suspected", "was ruled out"),
    ("attended the hearing", "stayed away"),
    ("declined to apologise", "apologised"),
    ("had been warned", "was hit without warning"),
    ("will seek re-election", "will bow out"),
    ("took part in the march", "stayed out of it"),
    ("accepted the findings", "contested the findings"),
    ("is continuing", "has ended"),
    ("is on the run", "was caught"),
    ("is fighting for his life", "is out of danger"),
    ("is afloat", "sank"),
    ("is running normally", "was suspended"),
    ("collapsed", "withstood the storm"),
    ("is holding", "burst"),
    ("has been making losses", "made a profit"),
    ("was acquitted", "was sentenced to two years"),
    ("widened", "narrowed"),
    ("beat the visitors", "lost to the visitors"),
    ("was beaten", "won"),
    ("is harmless", "is dangerous"),
    ("supports the plan", "opposes the plan"),
    ("has stopped deliveries", "is still delivering"),
    ("is running again", "remains suspended"),
    ("was working on the night", "was out of service on the night"),
    ("was operating", "was disabled"),
    ("was in working condition", "was out of order"),
    ("had failed", "functioned"),
    ("remains in charge", "handed in her notice"),
    ("keeps his job", "tendered his resignation"),
    ("stays in post", "gave up the post"),
    ("was enacted", "was voted down"),
    ("was reduced to rubble", "remained standing"),
    ("was flattened", "withstood the wind"),
    ("lies in ruins", "was spared"),
    ("was sent to prison", "was acquitted"),
    ("was put behind bars", "walked free"),
    ("developed cracks", "is intact"),
    ("was dented", "came through undamaged"),
    ("is covered by a policy", "is uninsured"),
]
ALIKE = [
    ("stood down", "was ousted"),
    ("is unfit", "is sidelined"),
    ("has expired", "was terminated"),
    ("is mandatory", "is obligatory"),
    ("was adopted", "was approved"),
    ("was signed into law", "was passed"),
    ("crumbled", "collapsed"),
]
CONTRASTS = [
    ("tonnes of surplus", "a deficit", "mass"),
    ("over budget", "under budget", "money"),
    ("punitive damages", "compensatory damages", "money"),
    ("onshore wind", "offshore wind", "count"),
    ("badly hurt", "slightly hurt", "count"),
    ("postal votes", "early votes", "count"),
    ("spectators", "television audience", "count"),
    ("winning streak", "losing streak", "count"),
    ("agent fee", "weekly wage", "money"),
    ("hired", "laid off", "count"),
    ("left hospital", "in hospital", "count"),
    ("invalid votes", "valid votes", "count"),
    ("at a premium", "at a discount", "percent"),
]


def _told(what: str) -> Claim:
    return claim("a", "Norland", what)


@pytest.mark.parametrize(("one", "other"), OPPOSITE)
def test_opposite_states_are_stages_of_one_row(one: str, other: str) -> None:
    left, right = stages(_told(one)), stages(_told(other))
    assert [row for row in left.keys() & right.keys() if left[row] != right[row]]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_two_words_for_one_state_are_one_stage(one: str, other: str) -> None:
    left, right = stages(_told(one)), stages(_told(other))
    assert [row for row in left.keys() & right.keys() if left[row] == right[row]]


@pytest.mark.parametrize(("one", "other", "dimension"), CONTRASTS)
def test_what_excludes_each_other_stands_on_two_sides(one: str, other: str, dimension: str) -> None:
    reader = Lexicon()
    left, right = (
        sides(frozenset(word.text for word in reader.words(text)), dimension) for text in (one, other)
    )
    assert [row for row in left.keys() & right.keys() if not left[row] & right[row]]


def test_like_for_like_growth_is_a_part_of_growth() -> None:
    words = frozenset(word.text for word in Lexicon().words("same-store sales"))
    assert "like_for_like" in sides(words, "change")
    assert load("contrasts")["like_for_like"]["divides"]


def test_a_legal_bill_is_no_lawful_one() -> None:
    assert "lawfulness" not in stages(_told("paid the legal bill"))
