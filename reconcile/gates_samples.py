"""A gate on shares: each is of the number that its sentence says it is of, which a later count may raise."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from reconcile.intervals import relation, stated
from reconcile.keys import Key
from reconcile.pairing import Pairing, Reason, day
from reconcile.window import apart
from reconcile.wording import side

# "Of the 40 wells", "52% of 40 wells"; "40 wells, of which 21, or 52%".
_OF = re.compile(r"\bof (?:the |its |their |all |all the |some |about |nearly |over |more than )?$", re.I)
_OF_WHICH = re.compile(
    r"[^,;:\d]{0,60}, (?:of|among) (?:which|whom|them)\b|[^,;:\d]{0,60}, \d[\d,.]* of (?:which|whom|them)\b",
    re.I,
)


# "Were over 70", "are older than 80", "were under the age of 5": whose share it is.
_AGED = re.compile(
    r"^ ?(?:of [^,;.:\d]{1,40} )?(?:were|was|are|is) (?:aged )?"
    r"(?:(over|above|older than)|under|below|younger than) (?:the age of )?(\d{1,2})(?![\d.,]*\d|%| per)",
    re.I,
)
_IS_AGE = re.compile(r"(?:older|younger) than \d", re.I)


def samples(keys: Sequence[Key]) -> Mapping[str, Key]:
    """Return the count that each share is of, where its sentence gives it.

    Args:
        keys: The keys of all claims.
    """
    told: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in keys:
        if key.claim.value is not None and key.dimension in ("count", "percent"):
            told[key.claim.source, key.claim.sentence].append(key)
    found: dict[str, Key] = {}
    for same in told.values():
        wholes = [key for key in same if key.dimension == "count" and _is_sample(key)]
        if len(wholes) == 1:
            found |= {key.claim.id: wholes[0] for key in same if key.claim.kind == "share"}
    return found


def _is_sample(key: Key) -> bool:
    before, behind = apart(key.claim)
    return bool(_OF.search(before) or _OF_WHICH.match(behind))


def sample(pair: Pairing) -> Reason | None:
    """Shares of two counts of the same things, one of them larger."""
    one, other = (pair.setting.samples.get(key.claim.id) for key in (pair.a, pair.b))
    if one is None or other is None or pair.relation == "agree" or pair.same_source:
        return None
    a, b = one.claim.value, other.claim.value
    if a is None or b is None or relation(a, b) != "disjoint" or not one.counted & other.counted:
        return None
    text = f"{side(pair, pair.a)} gives a share of {a.surface}, {side(pair, pair.b)} one of {b.surface}."
    days = [day(pair.published(key)) for key in (pair.a, pair.b)]
    if days[0] and days[1] and days[0] != days[1]:
        risen = (stated(a)[1] < stated(b)[0]) == (days[0] < days[1])
        return Reason("sample", "superseded" if risen else "different_scope", text)
    return Reason("sample", "different_scope", text)


def age_group(pair: Pairing) -> Reason | None:
    """Shares of those over two ages: "were over 70", "were older than 80"."""
    if pair.a.claim.kind != "share" or pair.b.claim.kind != "share":
        return None
    if any(key.claim.value and _IS_AGE.match(key.claim.value.surface) for key in (pair.a, pair.b)):
        return Reason("age group", "not_comparable", "An age is not compared with a share.")
    if pair.relation == "agree":
        return None
    one, other = (_AGED.match(apart(key.claim)[1]) for key in (pair.a, pair.b))
    if one is None or other is None:
        return None
    if one[2] == other[2] and bool(one[1]) == bool(other[1]):
        return None
    text = f"One is the share of those {one[2]} years of age, the other of those {other[2]}."
    return Reason("age group", "different_scope", text)
