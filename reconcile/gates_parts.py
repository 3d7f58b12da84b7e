"""Gates on parts: of another figure, of a table, of a place, of a stretch of time; and on differences."""

import re
from collections.abc import Callable
from functools import cache

from reconcile.dimensions import tells_move
from reconcile.format import capital
from reconcile.keys import Key
from reconcile.numerals import either
from reconcile.pairing import Pairing, Reason
from reconcile.vocabulary import load
from reconcile.window import clause, next_to, window
from reconcile.wording import side

Found = Reason | None

_THEM = r"(?:them|these|those|whom|which)"
# "Six of them", "four of those", but not "four in ten of those entitled", which names what it is a share of.
_PART = re.compile(
    rf"^ ?(?:[A-Za-z-]+ )?of {_THEM}\b(?! (?:\w+ed|who|that|with|in|on|at|from|aged|\w+ing)\b)", re.I
)
_NEEDED = re.compile(
    r"\W*(?:(?:that|which) (?:is|are|was|were) )?(?:needed|required|allowed|permitted)\b", re.I
)
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
    """Two rows of one table are of two things."""
    a, b = pair.a.claim, pair.b.claim
    if not pair.same_source or "column" not in a.scope or "column" not in b.scope:
        return None
    if a.scope.get("row") != b.scope.get("row"):
        return Reason("table", "different_scope", "The two stand in two rows of a table.")
    if a.scope["column"] != b.scope["column"] and not (pair.a.period and pair.b.period):
        return Reason("table", "different_scope", "The two stand in two columns of a table.")
    return None


def part(pair: Pairing) -> Found:
    """Only one side is a part of what stands before it ("22 of them"), or a part's whole ("of its 14")."""
    if pair.relation == "agree":
        return None
    for is_special, words in (*_ROLES, (_added(pair), "is what comes on top of another figure")):
        owners = [key for key in (pair.a, pair.b) if is_special(key)]
        if len(owners) == 1:
            other = pair.b if owners[0] is pair.a else pair.a
            told = words if pair.same_source else words.replace("is ", "gives ", 1)
            text = f"{capital(side(pair, owners[0]))} {told}, not {side(pair, other)}."
            return Reason("part and whole", "different_scope", text)
    return None


def _added(pair: Pairing) -> Callable[[Key], bool]:
    return lambda key: key.claim.id in pair.setting.added


# "Turnout ranged from 55% in the east to 64%": no end of a range is the whole.
_RANGE = re.compile(r"\b(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)) (?:from|between)\b[^,;.]{0,60}$", re.I)


def _is_end_of_range(key: Key) -> bool:
    return bool(_RANGE.search(next_to(key.claim, behind=False, most=80)))


def _is_needed(key: Key) -> bool:
    return bool(_NEEDED.match(next_to(key.claim, behind=True)))


def _is_opened(key: Key) -> bool:
    """Whether the sentence opens with the whole that a figure is a part of: "Of the 90 hurt, 12 were …"."""
    value, sentence = key.claim.value, key.claim.sentence
    if key.claim.kind == "share":
        return False  # the whole is what it is a share of
    openings = _OF_ALL.finditer(sentence) if value else ()
    return any(value.surface in sentence[o.end() :].partition(";")[0] for o in openings if value)


def _is_of_them(key: Key) -> bool:
    return key.claim.kind != "share" and bool(_PART.search(next_to(key.claim, behind=True)))


def _is_whole(key: Key) -> bool:
    return bool(_WHOLE.search(next_to(key.claim, behind=False)))


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
    if not colon or value is None or value.surface in head or value.surface not in items:
        return False
    several = len(re.findall(r"\d[\d,.]*", items)) > 1
    return several and bool(re.search(r"\d", head)) and bool(_ITEM.match(items))


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
    (_is_needed, "is what is needed"),
    (_is_opened, "speaks of a part"),
    (_is_of_them, "speaks of a part of them"),
    (_is_whole, "speaks of the whole of a part"),
    (_is_rest, "is what remains"),
    (_is_of_list, "is one of several that make up a whole"),
    (_is_difference, "is a difference"),
    (_is_here, "speaks of the place it is written in"),
    (_is_end_of_range, "is one end of a range"),
    (_is_of_one_of_several, "is the figure of one of several"),
    (_is_of_stretch, "speaks of a stretch of the whole time"),
)
