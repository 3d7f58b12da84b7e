"""Gates on what the structure of one source tells: its headline, two voices, two figures in a sentence."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from reconcile.format import capital
from reconcile.gates_scope import SURE
from reconcile.headline_figures import is_of_article
from reconcile.keys import Key
from reconcile.pairing import Pairing, Reason, day
from reconcile.told_times import span
from reconcile.vocabulary import load
from reconcile.window import is_set_aside
from reconcile.wording import label

_WHERE = "(?:at|in|near|of|on)"
_OTHER = re.compile(r"(?:an)?other\b", re.I)


def headline(pair: Pairing) -> Reason | None:
    """A headline gives one figure, the text below it another, and never that of the headline."""
    if pair.relation == "agree":
        return None
    if any(pair.is_headline(key) and is_of_article(key) for key in (pair.a, pair.b)):
        return Reason("headline", "different_scope", "The headline counts what its article is made of.")
    if pair.ends not in pair.setting.slips:
        return None
    text = "the headline has one figure, its text the other."
    return Reason("headline", "internal_inconsistency", text)


def voices(pair: Pairing) -> Reason | None:
    """One text sets two figures against each other by who gives them."""
    if pair.ends not in pair.setting.rivals or pair.relation == "agree":
        return None
    return Reason("voices", "conflict", "the text sets the one against the other.")


def told_apart(pair: Pairing) -> Reason | None:
    """A thing told apart from the one spoken of: "another mill", "the paper mill" behind "the mill"."""
    if pair.one_number or pair.is_headline(pair.a) or pair.is_headline(pair.b):
        return None
    first, then = pair.a.claim.subject, pair.b.claim.subject
    if any(re.search(r"\bno other\b", key.claim.sentence, re.I) for key in (pair.a, pair.b)):
        return None  # all but one, whatever they are
    apart = _is_another(pair.a, pair.same_source) != _is_another(pair.b, pair.same_source)
    if not apart and not (pair.same_source and _narrows(first, then)):
        return None
    told = f"“{capital(then)}” is told apart from “{first}”."
    if first == then:
        told = f"Only one side speaks of another “{first}”."
    return Reason("subject", "different_scope", told)


def _is_another(key: Key, same_source: bool) -> bool:
    """Whether a thing is told apart: "another mill", or in one source "the second mill" behind "the mill"."""
    subject = re.escape(key.claim.subject)
    known = "the other|the second|the third|" if same_source else ""
    first = rf"\b(?:{known}another|a second|a third)\s{subject}\b"
    return _OTHER.match(key.claim.subject) is not None or bool(re.search(first, key.claim.sentence, re.I))


def _narrows(first: str, then: str) -> bool:
    """Whether a plain noun is followed by one of a kind of it: "mill", then "paper mill at Lund"."""
    found = re.fullmatch(rf"((?:[a-z][\w-]* ){{1,2}}){re.escape(first)}(?: {_WHERE} .+)?", then)
    if found is None or not first.islower() or " " in first:
        return False
    return set(found[1].split()).isdisjoint(load("wording")["same_thing"]["words"])


def told_beside(keys: Iterable[Key]) -> Mapping[str, tuple[Key, ...]]:
    """Return for each figure the others of its kind in its sentence.

    Args:
        keys: The keys of all claims.
    """
    told: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
    for key in keys:
        if key.number is not None and key.dimension != "date":
            told[key.claim.source, key.claim.sentence, key.dimension].append(key)
    several = [same for same in told.values() if len(same) > 1]
    return {
        key.claim.id: tuple(other for other in same if other is not key) for same in several for key in same
    }


def beside(pair: Pairing) -> Reason | None:
    """One side gives the other's figure, too, in the same sentence: its own is another one."""
    if pair.relation == "agree" or pair.same_source:
        return None
    for key, other in pair.both_ways:
        told = pair.setting.beside.get(key.claim.id, ())
        twins = [twin for twin in told if twin.number == other.number and _may_be_of_both(twin, key, other)]
        if not twins or any(_are_rivals(pair, key, twin) for twin in twins):
            continue
        text = (
            f"{label(pair, key)} gives the figure of {label(pair, other)}, too, and sets its own beside it."
        )
        before, after = (day(pair.published(end)) for end in (other, key))
        later = before and after and before < after and key.claim.modality == other.claim.modality == "actual"
        effect = "superseded" if later and pair.fit.what >= SURE else "different_scope"
        return Reason("beside", effect, text)
    return None


def _may_be_of_both(twin: Key, key: Key, other: Key) -> bool:
    """Whether the figure beside may be the other side's: told of the same, not denied, of no other time."""
    if twin.claim.subject != key.claim.subject or twin.claim.polarity != other.claim.polarity:
        return False
    if is_set_aside(twin.claim):
        return False
    times = [span(end) for end in (twin, other)]
    return times[0] is None or times[1] is None or (times[0][0] <= times[1][1] and times[1][0] <= times[0][1])


def _are_rivals(pair: Pairing, key: Key, twin: Key) -> bool:
    """Whether one text gives two figures to two voices: then both are of one thing."""
    if frozenset((key.claim.id, twin.claim.id)) in pair.setting.rivals:
        return True
    return bool(key.claim.attribution and twin.claim.attribution) and (
        key.claim.attribution != twin.claim.attribution
    )
