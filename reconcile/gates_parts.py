"""Gates on parts: of another figure, of a table, of a place, of a stretch of time; and on differences."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache

from reconcile.dimensions import tells_move
from reconcile.format import capital
from reconcile.keys import Key
from reconcile.numerals import either
from reconcile.pairing import Pairing, Reason
from reconcile.rules_tables import TOTAL_ROW
from reconcile.vocabulary import load
from reconcile.window import clause, next_to, window
from reconcile.wording import side
from reconcile.words import Lexicon, light_words, plain_words, stem, stop_words

Found = Reason | None

_THEM = r"(?:them|these|those|whom|which)"
# "Six of them", "four of those", but not "four in ten of those entitled", which names what it is a share of.
_PART = re.compile(
    rf"^ ?(?:[A-Za-z-]+ )?of {_THEM}\b(?! (?:\w+ed|who|that|with|in|on|at|from|aged|\w+ing)\b)", re.I
)
_NEEDED = re.compile(
    r"(?:\W|\b(?:that|which|is|are|was|were|would be)\b|\bof (?:the |all |those )?[a-z]+(?: cast)?\b){0,9}"
    r"\b(?:needed|required|allowed|permitted|demanded by (?:the )?law)\b",
    re.I,
)
NEEDED = "is what is needed"
_NUMERAL = rf"(?:{either(1, 12)}|half|most|some|many|few|none)"
# "Of the 90 hurt, 12 were …", "of its members 29 are women".
_OF_ALL = re.compile(
    r"(?:^\W*|[:;] )(?:out )?of (?:(?:the|its|their|these|those|all|them|his|her|our)\b ?)?"
    rf"(?:\d[\d,.]* )?[^,;:\d]{{0,60}}?(?:,|(?=\s\d)|(?=\s{_NUMERAL}\s))",
    re.I,
)
_WHOLE = re.compile(
    rf"(?:\d|\b(?:{either(1, 10)}|dozen|some|most|many|half|few|none))"
    r" (?:out )?of (?:its|the|their|his|her|all(?: its| the)?"
    r"|the [\w-]+['’]s(?: more than| over| nearly| about)?) ?$",
    re.I,
)
_ITEM = re.compile(rf"\W*(?:about |some |nearly |over )?(?:\d|{_NUMERAL}\b)", re.I)
# "all but 180": how many are not.
_REST = re.compile(r"\ball but(?: the)? ?$", re.I)
# "two more than it holds now": a difference, not what there is.
_DIFFERENCE = re.compile(
    r"^ ?(?:(?:[A-Za-z%-]+ )?(?:more|fewer|less|higher|lower) than (?!\d)|(?:more|fewer) (?!than)[a-z])", re.I
)
_STRETCH = re.compile(
    r"\b(?:in|during|over|for|within) (?:its|the|their|his|her) (?:first|last|opening|final|initial)\b"
    r"[^,;.]{0,24}?\b(?:hour|day|week|month|year|quarter|season)s?\b",
    re.I,
)


def table(pair: Pairing) -> Found:
    """Two rows of one table are of two things, and a row beside its total is a part wherever it is told."""
    a, b = pair.a.claim, pair.b.claim
    if not pair.same_source and pair.relation != "agree":
        for key, other in pair.both_ways:
            if key.claim.id in pair.setting.rows and not _names_row(other, key):
                return Reason("table", "different_scope", f"Only {side(pair, key)} is one row of several.")
    if not pair.same_source or "column" not in a.scope or "column" not in b.scope:
        return None
    if a.scope.get("row") != b.scope.get("row"):
        return Reason("table", "different_scope", "The two stand in two rows of a table.")
    if a.scope["column"] != b.scope["column"] and not (pair.a.period and pair.b.period):
        return Reason("table", "different_scope", "The two stand in two columns of a table.")
    return None


def _names_row(key: Key, cell: Key) -> bool:
    """Whether a claim names all that the row of a cell is called."""
    told = {stem(word) for word in plain_words(f"{key.claim.subject} {key.claim.sentence}")}
    return {stem(word) for word in plain_words(cell.claim.scope["row"])} - stop_words() <= told


def rows_beside_total(keys: Iterable[Key]) -> frozenset[str]:
    """Return the ids of the cells of columns that have a row for the total, but for the total itself."""
    columns: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
    for key in keys:
        if key.claim.scope.get("row") and "column" in key.claim.scope:
            columns[key.claim.source, key.claim.scope["column"], key.dimension].append(key)
    return frozenset(
        cell.claim.id
        for cells in columns.values()
        if any(TOTAL_ROW.search(cell.claim.scope["row"]) for cell in cells)
        for cell in cells
        if not TOTAL_ROW.search(cell.claim.scope["row"])
    )


def part(pair: Pairing) -> Found:
    """Only one side is a part of what stands before it ("22 of them"), or a part's whole ("of its 14")."""
    if pair.relation == "agree":
        return _of_what_is_needed(pair)
    told_beside = (
        (_opened(pair), "speaks of a part"),
        (_numbered_part(pair), "is a part of the number behind it"),
        (_elsewhere(pair), "is told of one place"),
        (_portion(pair), "speaks of some of it"),
        (_added(pair), "is what comes on top of another figure"),
    )
    for is_special, words in (*_ROLES, *told_beside):
        owners = [key for key in (pair.a, pair.b) if is_special(key)]
        if len(owners) == 1:
            return _only_one(pair, owners[0], words)
    return None


def _only_one(pair: Pairing, owner: Key, words: str) -> Reason:
    """Say of one side only what it is: "is a part of them"; of a source, that it gives it."""
    other = pair.b if owner is pair.a else pair.a
    told = words if pair.same_source else re.sub(r"^is ", "gives ", words)
    text = f"{capital(side(pair, owner))} {told}, not {side(pair, other)}."
    return Reason("part and whole", "different_scope", text)


def _of_what_is_needed(pair: Pairing) -> Found:
    """What is needed is not what was reached, however near: "three-quarters was needed", "76% agreed"."""
    needed = [key for key in (pair.a, pair.b) if _is_needed(key)]
    if len(needed) != 1 or pair.is_asserted or pair.a.digits == pair.b.digits:
        return None
    return _only_one(pair, needed[0], NEEDED)


def _added(pair: Pairing) -> Callable[[Key], bool]:
    return lambda key: key.claim.id in pair.setting.added


# "Turnout ranged from 55% in the east to 64%": no end of a range is the whole.
_RANGE = re.compile(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)) (?:from|between)\b[^,;.]{0,60}$", re.I)


def _is_end_of_range(key: Key) -> bool:
    return bool(_RANGE.search(next_to(key.claim, behind=False, most=80)))


def _is_needed(key: Key) -> bool:
    return bool(_NEEDED.match(next_to(key.claim, behind=True)))


# "42 wells, of which 12 were dry".
_OF_WHICH = re.compile(r"\b(?:of|among) (?:which|whom) (?:[a-z-]+ ){0,2}$", re.I)


def is_of_which(key: Key) -> bool:
    """Whether a figure is a part of one that stands before it in its sentence."""
    return key.claim.kind != "share" and bool(_OF_WHICH.search(next_to(key.claim, behind=False)))


def _is_opened(key: Key) -> bool:
    """Whether the sentence opens with the whole that a figure is a part of: "Of the 90 hurt, 12 were …"."""
    value, sentence = key.claim.value, key.claim.sentence
    if key.claim.kind == "share":
        return False  # the whole is what it is a share of
    openings = _OF_ALL.finditer(sentence) if value else ()
    return any(value.surface in sentence[o.end() :].partition(";")[0] for o in openings if value)


def _opened(pair: Pairing) -> Callable[[Key], bool]:
    """Return whether a figure is a part of what its sentence opens with, and the other is not.

    "Of 300 bids it took 40", "it took 60 bids": the part is what both tell of.
    """
    both = pair.a.counted & pair.b.counted
    is_act = bool(pair.a.predicate & pair.b.predicate - both) and pair.a.dimension == "count"

    def is_part(key: Key) -> bool:
        found = _OF_SO_MANY.match(key.claim.sentence) if is_act else None
        named = {word.text for word in Lexicon().words(found[1])} if found else set()
        return _is_opened(key) and both.isdisjoint(named)

    return is_part


_OF_SO_MANY = re.compile(
    r"(?:Out )?of (?:the |its |their |some |about )?\d[\d,.]* ((?:[\w-]+ )?[\w-]+),", re.I
)


def _is_of_them(key: Key) -> bool:
    return key.claim.kind != "share" and bool(_PART.search(next_to(key.claim, behind=True)))


# "Revised up by a total 30".
_REVISION = re.compile(r"\brevised (?:(?:up|down)(?:wards?)? )?by (?:an? )?(?:[a-z]+ )?$", re.I)


def _is_revision(key: Key) -> bool:
    return bool(_REVISION.search(next_to(key.claim, behind=False)))


# "Nine straight seasons in which it sold more than 40", "four weeks in which 40 came each day".
_OF_EACH = re.compile(
    r"(?P<on>\b(?:straight|consecutive|successive) )?"
    r"\b(?:days|weeks|months|quarters|years|seasons) (?:in|during) which\b[^.;:\d]*$",
    re.I,
)
_EACH = re.compile(r"[^.;:\d]*\b(?:each|every|a) (?:day|week|month|quarter|year|season)\b", re.I)


def _is_of_each(key: Key) -> bool:
    """Whether a figure is the one of each of several times: "in the years in which" alone may add them up."""
    found = _OF_EACH.search(next_to(key.claim, behind=False, most=80))
    return found is not None and bool(found["on"] or _EACH.match(next_to(key.claim, behind=True)))


# "€4m of the losses were …", "most of the income, of €15m, came from …".
_PORTION = re.compile(
    r"^ ?of (?:the|its|their|his|her|this|these|those) (?!\d)"
    r"((?:(?!(?:of|in|on|at|for|from|to)\b)[\w'’-]+ ?){1,4})",
    re.I,
)
_PORTION_BEFORE = re.compile(
    r"\b(?:most|much|part|some|bulk|majority) of (?:the|its|their|his|her|this|[\w-]+['’]s) ([^,;.\d]{1,40})"
    r",? (?:of|worth|at) (?:about |some |around |nearly )?$",
    re.I,
)
_OWNER = re.compile(r"[\w-]+['’]s? ")


def _portion(pair: Pairing) -> Callable[[Key], bool]:
    """Return whether an amount of money is only some of what the other side tells of as a whole."""
    return lambda key: _is_some_of(key, pair.b if key is pair.a else pair.a)


def _is_some_of(key: Key, other: Key) -> bool:
    """Whether an amount is "of the losses" where the other is a loss; one "of the club's money" is whole."""
    if key.dimension != "money":
        return False
    behind, before = (next_to(key.claim, behind=side, most=80) for side in (True, False))
    found = _PORTION.match(behind) or _PORTION_BEFORE.search(before)
    if found is None:
        return False
    whole = {word.text for word in Lexicon().words(_OWNER.sub("", found[1]))}
    return not whole.isdisjoint(other.predicate)


# "Is one of their 30 barns", "every single one of their 30": that many there are.
_ONE_OF = re.compile(
    r"\b(?:is|was|are|were|every|each|not|any)(?: single)? one of (?:its|the|their) ?$", re.I
)


def is_whole(key: Key) -> bool:
    """Whether a figure is the whole of the part before it: "four of its 14"."""
    ahead = next_to(key.claim, behind=False)
    return bool(_WHOLE.search(ahead)) and not _ONE_OF.search(ahead)


# "17 of its 90 mills".
_OF_NUMBER = re.compile(
    r"^ ?(?:out )?of (?:its|the|their|his|her|all|(?:the )?[\w-]+['’]s?)"
    r" (?:more than |over |nearly |about )?\d",
    re.I,
)


def _numbered_part(pair: Pairing) -> Callable[[Key], bool]:
    """Return whether a count is some of a number of things, and the other only tells how many there are."""

    def is_part(key: Key) -> bool:
        other = pair.b if key is pair.a else pair.a
        bare = not other.predicate - other.counted - light_words()
        return key.dimension == "count" and bare and bool(_OF_NUMBER.match(next_to(key.claim, behind=True)))

    return is_part


# "In the town of Lund there are 13 cases".
_IN_PLACE = re.compile(r"^\W*(?:In|At) (?:the \w+ of )?((?:[A-Z][\w'’-]+ ?)+),? (?=[a-z\d])")


def _elsewhere(pair: Pairing) -> Callable[[Key], bool]:
    """Return whether the sentence of a count opens with a place of which the other side knows nothing."""

    def is_placed(key: Key) -> bool:
        other = pair.b if key is pair.a else pair.a
        found = _IN_PLACE.match(key.claim.sentence) if key.dimension == "count" else None
        if found is None or not pair.same_source:
            return False
        name = set(plain_words(found[1]))
        return name.isdisjoint({*plain_words(other.claim.sentence), *load("course")["calendar"]})

    return is_placed


def _is_rest(key: Key) -> bool:
    return bool(
        _REST.search(next_to(key.claim, behind=False))
        or (key.claim.value and key.claim.value.surface.lower().startswith("all but"))
    )


def _is_difference(key: Key) -> bool:
    told = key.claim.kind == "growth" or tells_move(key.claim)
    return not told and bool(_DIFFERENCE.search(next_to(key.claim, behind=True)))


def _is_of_list(key: Key) -> bool:
    """Whether a figure is an item of a list behind their sum: "61 in all: 27 in A, 18 in B"."""
    value, (head, colon, items) = key.claim.value, key.claim.sentence.partition(": ")
    head = _dates().sub("", head)
    if not colon or value is None or value.surface in head or value.surface not in items:
        return False
    several = len(re.findall(r"\d[\d,.]*", items)) > 1
    return several and bool(re.search(r"\d", head)) and bool(_ITEM.match(items))


@cache
def _dates() -> re.Pattern[str]:
    """Days and years, whose numbers count nothing."""
    months = "|".join(load("course")["calendar"])
    return re.compile(rf"\b(?:(?:{months}) \d{{1,2}}|\d{{1,2}} (?:{months})|(?:19|20)\d\d)\b", re.I)


@cache
def _here() -> re.Pattern[str]:
    return re.compile(load("course")["here"], re.I)


def _is_here(key: Key) -> bool:
    """Whether a figure is of the place that a local source is written in ("40 of us", "in our town")."""
    value = key.claim.value
    return value is not None and bool(_here().search(window(key.claim)))


def _is_of_stretch(key: Key) -> bool:
    """Whether a figure is of the first or last stretch of a time ("in its first twelve months")."""
    if key.claim.value is None:
        return False
    told, number = clause(key.claim), key.claim.value.surface
    found = _STRETCH.search(told)
    if found is None:
        return False
    # "20,000 in its first year and 35,000 in 2028": the stretch is that of the figure before it.
    ahead = told.find(number) >= found.end()
    return not (ahead and re.search(r"\d", told[: found.start()]))


@cache
def _extreme() -> re.Pattern[str]:
    most = "|".join(load("course")["extremes"])
    return re.compile(rf"[^.;\d]{{0,24}}\bthe (?:{most}) (?:\w+ )?(?:of|among) ([^,.;:]+)", re.I)


def _is_of_one_of_several(key: Key) -> bool:
    """Whether a figure of nobody named is called the highest of several: "61%, the highest of the towns"."""
    found = _extreme().match(next_to(key.claim, behind=True, most=80))
    if found is None or key.claim.value is None or key.holders:
        return False
    return set(found[1].lower().split()).isdisjoint(load("course")["times"])


_ROLES = (
    (_is_needed, NEEDED),
    (_is_of_them, "speaks of a part of them"),
    (is_whole, "speaks of the whole of a part"),
    (_is_revision, "is by how much another figure was revised"),
    (_is_of_each, "is the figure of each of several times"),
    (_is_rest, "is what remains"),
    (_is_of_list, "is one of several that make up a whole"),
    (_is_difference, "is a difference"),
    (_is_here, "speaks of the place it is written in"),
    (_is_end_of_range, "is one end of a range"),
    (_is_of_one_of_several, "is the figure of one of several"),
    (_is_of_stretch, "speaks of a stretch of the whole time"),
)
