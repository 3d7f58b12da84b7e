"""Gates on what is measured and of whom: unit, kind, holder, place, part and whole."""

import re
from collections.abc import Collection, Mapping
from functools import cache

from claims.vocabulary import load as claims_vocabulary
from reconcile.beside import attributes
from reconcile.contrasts import sides
from reconcile.denials import is_amount_denied, is_case_denied
from reconcile.dimensions import tells_move
from reconcile.fit import Name, is_one_trade, sides_of, unmatched
from reconcile.format import capital
from reconcile.intervals import compare_values
from reconcile.keys import FACT, Key, opening_place
from reconcile.pairing import Pairing, Reason
from reconcile.rates import currency
from reconcile.vocabulary import load
from reconcile.window import next_to
from reconcile.wording import label, member, named, narrowed, quoted, side
from reconcile.words import WORLD, Lexicon

# A qualifier that one side leaves out, as a part of all words: up to here the measure may still be the same.
SMALL_QUALIFIER = 0.34
# From here the words say the same, and a difference in value contradicts.
SURE = 0.72
SHARE = "share"
ORDER, FINAL = "order", "final"
_SIDE_OF_VOTE = re.compile(r"\b(yes|no) votes\b")
# A short and a long ton in tonnes: "tons" may be either.
TONS = (0.90718474, 1.0160469)
_TONS = re.compile(r"(?<!short )(?<!long )(?<!metric )\btons?\b", re.I)

Found = Reason | None


def unit(pair: Pairing) -> Found:
    """Units of other dimensions, and currencies without a rate, are not compared."""
    a, b = pair.a.claim.value, pair.b.claim.value
    if a is None or b is None:
        return None
    if pair.a.dimension != pair.b.dimension:
        return _unlike(a.unit, b.unit)
    if pair.relation == "none" and a.unit != b.unit and currency(a.unit) and currency(b.unit):
        text = f"{a.unit} and {b.unit} can only be compared at a dated exchange rate, and none is at hand."
        return Reason("currency", "not_comparable", text)
    if pair.relation == "none" and a.unit != b.unit:
        return _unlike(a.unit, b.unit)
    if pair.relation in ("disjoint", "possible") and _are_short_tons(pair):
        text = "The two are the same if the “tons” of one are short or long tons."
        return Reason("unit", "not_comparable", text)
    return None


def _unlike(one: str, other: str) -> Reason:
    return Reason("unit", "not_comparable", f"{one} and {other} measure different things.")


def _are_short_tons(pair: Pairing) -> bool:
    """Whether one side counts "tons", which may not be metric, and the two agree by another ton."""
    for key, other in pair.both_ways:
        value, held = key.claim.value, other.claim.value
        if not value or not held or not value.unit == held.unit == "t" or not _TONS.search(value.surface):
            continue
        if any(compare_values(held, value, factor) == "agree" for factor in TONS):
            return True
    return False


# "Line 2", "Reactor 3": one of several, told apart by its number.
_NUMBERED = re.compile(r"\b([A-Za-z]+) (\d{1,3})$")
# "Yes campaign": one of the two in a referendum.
_ANSWER = re.compile(r"^(Yes|No) [a-z]+$")


def kind(pair: Pairing) -> Found:
    """A level, a change, a rank and a share are not compared with each other."""
    kinds = {"growth" if tells_move(key.claim) else key.claim.kind for key in (pair.a, pair.b)}
    if pair.a.dimension == pair.b.dimension == "change":
        return None
    for special in ("growth", "rank", "share"):
        if special in kinds and len(kinds) > 1 and FACT not in kinds:
            other = next(kind for kind in sorted(kinds) if kind != special)
            if {special, other} == {"share", "quantity"} and pair.a.dimension == "percent":
                continue
            return Reason("kind", "not_comparable", f"A {special} is not compared with a {other}.")
    return None


def holder(pair: Pairing) -> Found:
    """Figures of different holders differ without contradiction; a rank has one holder only."""
    for named_so, article in ((_NUMBERED, ""), (_ANSWER, "the ")):
        one, other = (named_so.search(key.claim.subject) for key in (pair.a, pair.b))
        if one and other and _are_two(one, other):
            text = f"{article.capitalize()}{one[0]} is not {article}{other[0]}."
            return Reason("subject", "different_scope", text)
    if pair.fit.who is None or pair.fit.who >= 0.5 or pair.one_number:
        return None
    left, right = (unmatched(one.holders, other.holders) for one, other in pair.both_ways)
    if not left or not right:
        return None
    if pair.a.place is not None and pair.a.place == pair.b.place:
        return None  # one place with two holders: a later gate
    return Reason("subject", "different_scope", _each(pair, "is about", left, right))


def _are_two(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two names differ in which of several they name, and in nothing said of all of these."""
    (*kind, which), (*same, another) = one.groups(), other.groups()
    return which != another and [word.lower() for word in kind] == [word.lower() for word in same]


def place(pair: Pairing) -> Found:
    """Names that the other side does not know narrow a claim."""
    if pair.one_number:
        return None
    names = {id(key): key.names if pair.relation == "agree" else _around(key) for key in (pair.a, pair.b)}
    left, right = (
        unmatched(names[id(one)] - one.holders, other.names | other.topic) for one, other in pair.both_ways
    )
    left = frozenset(name for name in left if not name <= pair.b.context)
    right = frozenset(name for name in right if not name <= pair.a.context)
    if left and right:
        return Reason("scope", "different_scope", _each(pair, "speaks of", left, right))
    only = frozenset(name for name in left | right if _narrows(name, pair))
    only -= {name for owner in (pair.a, pair.b) for name in only if _tells_where(name, owner)}
    if only and not pair.is_asserted:
        owner = pair.a if only & left else pair.b
        text = f"Only {side(pair, owner)} is about {named(only, (owner,))}."
        return Reason("scope", "different_scope", text)
    return None


def _around(key: Key) -> frozenset[frozenset[str]]:
    """The names of a claim; where nothing in its sentence says whose it is, all names of the sentence."""
    return key.names | key.clause if key.topic else key.names


def _tells_where(name: frozenset[str], owner: Key) -> bool:
    """Whether a state only tells where a place lies that is named with it: "its mill in Tarnby, Norway"."""
    states = [word for word in name if word.startswith("@") and word != WORLD]
    if not states or len(name) > 1:
        return False
    spelled = re.escape(states[0].removeprefix("@"))
    return re.search(rf"\b[A-Z][\w'’-]+, (?:{spelled})\b(?=[,.;)]|$)", owner.claim.sentence, re.I) is not None


def _narrows(name: frozenset[str], pair: Pairing) -> bool:
    """A name that most sources speak of is understood where it is missing, except as the whole of a share."""
    if name == {WORLD}:
        return False  # the whole world is what a share is of where nothing is said
    shares = "share" in (pair.a.claim.kind, pair.b.claim.kind)
    return shares or not name <= pair.setting.common_names


def contrast(pair: Pairing) -> Found:
    """Words that exclude one another, or a part named by one side only."""
    camps = [_SIDE_OF_VOTE.search(key.claim.measure) for key in (pair.a, pair.b)]
    if camps[0] and camps[1] and camps[0][1] != camps[1][1]:
        return Reason("votes", "different_scope", "One counts the votes for it, the other those against.")
    if pair.one_number:
        return None  # the words beside the figure exclude nothing
    if pair.relation != "agree" and len(rest := [key for key in (pair.a, pair.b) if _is_rest(key)]) == 1:
        return Reason("rest", "different_scope", f"Only {side(pair, rest[0])} counts what is left.")
    here, there = sides_of(pair.a, pair.b)
    if pair.one_matter:
        apart = {row for row in here.keys() & there.keys() if not here[row] & there[row]}
        here, there = (_beside(key, apart) for key in (pair.a, pair.b))
    told = [sides(key.predicate, key.dimension) for key in (pair.a, pair.b)]
    for row in sorted(here.keys() | there.keys()):
        table = load("contrasts")[row]
        left, right = here.get(row, frozenset()), there.get(row, frozenset())
        if pair.is_asserted and ("sides_of" in table or is_one_trade(row, left, right)):
            continue
        if row == "capacity" and pair.a.counted & pair.b.counted:
            continue  # the capacity of 40 beds is 40 beds
        if left and right and not left & right:
            return Reason(row.replace("_", " "), "different_scope", _apart(pair, row, left, right))
        # What somebody is called narrows no assertion: "the third defendant was acquitted".
        asked = bool(pair.a.stages.keys() & pair.b.stages.keys()) and any(row in words for words in told)
        narrower = not pair.is_asserted or asked
        owner, other = (pair.a, pair.b) if left - right else (pair.b, pair.a)
        only_one = not (left - right and right - left)
        known = pair.relation == "agree" and (
            pair.a.dimension == "date" or _is_known(row, left ^ right, other)
        )
        known = known or (left ^ right) <= sides(other.near, other.dimension).get(row, frozenset())
        whole = (pair.one_matter and not opening_place(owner.claim)) or (row == ORDER and _is_final_sum(pair))
        if left != right and table["divides"] and narrower and not known and not whole:
            words = [word for number in sorted(left ^ right) for word in table["members"][number]]
            limits = f"Only {side(pair, owner)} limits it to “{narrowed(owner, words)}”."
            text = limits if only_one else _apart(pair, row, left, right)
            return Reason(row.replace("_", " "), "different_scope", text)
    return None


def _is_final_sum(pair: Pairing) -> bool:
    """Whether one side gives the final cost or number of what the other tells as a fact, too."""
    told = [key.claim.measure.lower().split() for key in (pair.a, pair.b)]
    final = any(words[:1] == [FINAL] and words[1:2] and words[1] in load("course")["sums"] for words in told)
    return final and all(key.claim.modality == "actual" for key in (pair.a, pair.b))


def _beside(key: Key, measured: Collection[str]) -> Mapping[str, frozenset[int]]:
    """Return the members of contrasts beside a figure; of some contrasts those that its own measure names."""
    return {**sides(key.near, key.dimension), **{row: key.sides[row] for row in measured}}


def _is_rest(key: Key) -> bool:
    """Whether what is counted is what is yet to come: "games left", which are not those played."""
    return key.dimension == "count" and key.claim.measure.endswith(" left")


def _sides(pair: Pairing) -> tuple[str, str]:
    """Name both sides: by their sources, or inside one source as the one and the other."""
    return ("one", "the other") if pair.same_source else (label(pair, pair.a), label(pair, pair.b))


def _apart(pair: Pairing, row: str, left: frozenset[int], right: frozenset[int]) -> str:
    """Say of each side which members of a contrast it names."""
    one, other = _sides(pair)
    return f"{capital(one)} speaks of {member(row, left)}, {other} of {member(row, right)}."


def _is_known(row: str, members: frozenset[int], other: Key) -> bool:
    """Whether the sentence of the other side names the same part: the parse may have left it out."""
    return members <= sides(other.context, other.dimension).get(row, frozenset())


def counted(pair: Pairing) -> Found:
    """Two hikers are a part of three people: nouns that are counted, one of them narrower or another."""
    left, right = pair.a.counted, pair.b.counted
    of_others = left - pair.b.context and right - pair.a.context and not left & right
    if pair.relation == "agree" and pair.a.dimension == "percent" and of_others and not pair.one_number:
        one, other = (quoted(key.counted, key) for key in (pair.a, pair.b))
        return Reason("counted", "different_scope", f"One is a share of {one}, the other of {other}.")
    denied = is_case_denied(pair.a, pair.b) or is_amount_denied(pair.a, pair.b)
    if pair.relation == "agree" or denied:
        return None  # nobody was hurt: no worker either
    if left & right or (pair.one_matter and (left | right) & pair.a.near & pair.b.near):
        return None
    if left and right:
        one, other = _sides(pair)
        here, there = (quoted(key.counted, key) for key in (pair.a, pair.b))
        return Reason("counted", "different_scope", f"{capital(one)} counts {here}, {other} {there}.")
    for owner, lacking in pair.both_ways:
        if extra := owner.counted - lacking.concepts - lacking.context:
            text = f"Only {side(pair, owner)} counts {quoted(extra, owner)}."
            return Reason("counted", "different_scope", text)
    return None


def qualifier(pair: Pairing) -> Found:
    """Words of the measure that only one side has."""
    alike = pair.one_matter and not _names_a_kind(pair)
    if pair.relation == "agree" or pair.is_asserted or alike or are_of_one_whole(pair):
        return None
    # A percentage is a share of something, whether its source calls it so or not.
    shares = frozenset({SHARE}) if pair.a.dimension == "percent" else frozenset[str]()
    told = pair.setting.understood | shares | attributes() | ({FINAL} if _is_final_sum(pair) else frozenset())
    left, right = (
        extra - told - pair.setting.recurring.get(other.claim.source, frozenset())
        for extra, other in zip(extra_words(pair), (pair.b, pair.a), strict=True)
    )
    if bool(left) != bool(right):
        owner, extra = (pair.a, left) if left else (pair.b, right)
        if pair.is_headline(pair.b if owner is pair.a else pair.a):
            return None  # a headline leaves out what is understood
        weights = pair.setting.weights
        if weights.sum(extra) > SMALL_QUALIFIER * weights.sum(owner.concepts):
            text = f"Only {side(pair, owner)} limits it to {quoted(extra, owner)}."
            return Reason("measure", "different_scope", text)
    return None


def _names_a_kind(pair: Pairing) -> bool:
    """Whether one sum or rate is by its measure a kind of the other: "online revenue" of "revenue"."""
    short, long = sorted((pair.a.claim.measure.lower(), pair.b.claim.measure.lower()), key=len)
    if pair.a.dimension == "percent" and pair.a.claim.kind == "share":
        return any(_is_kind_of(*two) for two in pair.both_ways)
    return pair.a.dimension == "money" and (long.endswith(f" {short}") or long.startswith(f"{short} of "))


def _is_kind_of(key: Key, other: Key) -> bool:
    """Whether one rate is named as the other with a word before it: "core inflation", "inflation rate"."""
    named, whole = (one.claim.measure.lower().removesuffix(" rate") for one in (key, other))
    return len(whole.split()) == 1 and named.endswith(f" {whole}")


_OF_WHOLE = re.compile(
    r"^ ?(?:\w+ )?(?:out )?of (?:the|its|their|his|her|our|all) (\d[\d,.]*|[a-z]+(?:-[a-z]+)?)(?= [a-z])",
    re.I,
)


def are_of_one_whole(pair: Pairing) -> bool:
    """Whether both count the same things as a part of the same number: "four of the six boats"."""
    if pair.a.dimension != "count" or not pair.a.counted & pair.b.counted:
        return False
    if any(one.holders and not one.holder_is_guess and not other.holders for one, other in pair.both_ways):
        return False  # "Brill made 52 of the 104": what it did is no more than a part
    wholes = [_OF_WHOLE.match(next_to(key.claim, behind=True)) for key in (pair.a, pair.b)]
    one, other = (found.group(1).lower() if found else "" for found in wholes)
    return one == other and (one in _numerals() or one[:1].isdigit())


@cache
def _numerals() -> frozenset[str]:
    return frozenset(claims_vocabulary("numbers")["small"])


@cache
def roles() -> frozenset[str]:
    """Return the words by which a text calls what it is about: "the club", "the line"."""
    reader = Lexicon()
    return frozenset(word.text for word in reader.words(load("wording")["roles"]))


def extra_words(pair: Pairing) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of the measure that the other claim and its sentence lack, on either side."""
    left = _told(pair.a, pair.b) - pair.b.concepts - pair.b.context
    right = _told(pair.b, pair.a) - pair.a.concepts - pair.a.context
    return left, right


def _told(key: Key, other: Key) -> frozenset[str]:
    """Return the words that can narrow a claim: what its holder is called does not, where both have one."""
    named = key.subject - key.predicate
    return key.concepts - (named if other.subject or other.holders else named & roles())


def _each(pair: Pairing, verb: str, left: frozenset[Name], right: frozenset[Name]) -> str:
    """Say of each side which names it has."""
    one, other = named(left, (pair.a,)), named(right, (pair.b,))
    if pair.same_source:
        return f"One {verb} {one}, the other {verb.split()[-1]} {other}."
    return f"{label(pair, pair.a)} {verb} {one} and {label(pair, pair.b)} {verb} {other}."
