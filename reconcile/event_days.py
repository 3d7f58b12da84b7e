"""The days of an event that one source tells of and another gives.

One source writes "the fire burned 43 hectares" or "August's fire", another "between 5 and 14 August the fire
burned …": the figures of both belong to those days. This is read for people who look at a claim, after the
comparison: two figures are compared by what their own sources say, so that what is read here can neither make
nor hide a contradiction.
"""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise

from claims.framing.topic import event_kinds
from claims.model import Claim, Period
from claims.timing.carrying import joined, length
from claims.timing.disasters import role_in_disaster
from claims.timing.event_notes import kind_awaited, kind_taken, read_within
from claims.timing.one_day import kinds_of_column
from claims.vocabulary import load as claims_vocabulary
from reconcile.vocabulary import load

# A source that came out later than this after an event may speak of another one.
_LATEST = 400
# A disaster of which the whole text tells is still told of when those who are to blame are tried.
_LATEST_DISASTER = 1200
# For so long a toll goes up while people are missing.
_RUNNING = 4
_DISASTER = "crash"
_MISSING = re.compile(r"\b(?:missing|unaccounted for)\b", re.IGNORECASE)
# A tally taken so long after an event was over counts what has come in since it began.
_AFTERWARDS = 14
_MONTH, _YEAR = 28, 366
_TALLIES = ("by ", "as of ", "as at ", "until ")
_TALLIED = ("count", "money", "share", "quantity")
_HAD = re.compile(r"\b(?:had|have|has|were|was)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w-]*")
_REACH = 40


@dataclass(frozen=True, slots=True)
class _Event:
    """An event and its days, by one source."""

    kind: str
    days: Period
    source: str
    names: frozenset[str]


def with_event_days(
    claims: Sequence[Claim], published: Mapping[str, str], labels: Mapping[str, str]
) -> list[Claim]:
    """Give figures of an event its days, where the other sources leave no doubt about them.

    Args:
        claims: The claims of all sources.
        published: Source -> the day it was published, where that is known.
        labels: Source -> the name by which the note on the claim calls it.

    Returns:
        The claims in their order; what was resolved says from which source.
    """
    searching = {claim.source for claim in claims if _MISSING.search(claim.sentence)}
    known = _Known(_events(claims), published, labels, searching)
    told = _kinds_by_sentence(claims)
    dated = [known.dated(claim, told.get((claim.source, claim.sentence), frozenset())) for claim in claims]
    moved: dict[tuple[str, Period | None], Period | None] = {
        (one.source, one.period): two.period
        for one, two in zip(claims, dated, strict=True)
        if one.period and one.period != two.period and "period" not in one.inferred
    }
    return [_following(claim, moved) for claim in dated]


class _Known:
    """The events of a story whose days some source gives."""

    def __init__(
        self,
        events: Sequence[_Event],
        published: Mapping[str, str],
        labels: Mapping[str, str],
        searching: Set[str],
    ) -> None:
        self._events = events
        self._published = published
        self._labels = labels
        self._searching = searching

    def dated(self, claim: Claim, kinds: frozenset[str]) -> Claim:
        """Return a claim with the days of its event, if it is known which and when that was.

        Args:
            claim: Any claim.
            kinds: The kinds of event of which its sentence tells.
        """
        if claim.value is None:
            return claim
        if claim.period is None and (told := read_within(claim.inferred.get("period", ""))) is not None:
            return self._of_disaster(claim, *told)
        waits = kind_awaited(claim.inferred.get("period", ""))
        if claim.period is None:
            event = self._event(claim, waits) if waits else None
            return self._given(claim, event.days, event) if event else claim
        if "period" in claim.inferred:
            taken_from = kind_taken(claim.inferred["period"]) == _DISASTER
            toll = taken_from and role_in_disaster(frozenset(), claim.measure) == "toll"
            return (toll and self._running(claim, claim.period)) or claim
        return self._narrowed(claim) or self._since(claim, kinds) or claim

    def _of_disaster(self, claim: Claim, kind: str, day: str, words: str, toll: bool) -> Claim:
        """Date a figure of a disaster by its day; a toll that still goes up by the day of the report."""
        own = _Event(kind, Period(day, day, words), claim.source, frozenset()) if day else None
        event = own or self._event(claim, kind, latest=_LATEST_DISASTER)
        if event is None:
            return replace(
                claim, inferred={key: note for key, note in claim.inferred.items() if key != "period"}
            )
        return (toll and self._running(claim, event.days)) or self._given(claim, event.days, event)

    def _running(self, claim: Claim, days: Period) -> Claim | None:
        """Return a toll with the day of its report, where people were still missing then."""
        published = (self._published.get(claim.source) or "")[:10]
        since = _days_between(days.end, published) if published else -1
        if claim.source not in self._searching or not 0 <= since <= _RUNNING:
            return None
        note = f"a toll as told on {published}, while people were missing"
        told = Period(published, published, claim.value.surface if claim.value else "", note)
        return replace(claim, period=told, inferred={**claim.inferred, "period": note})

    def _narrowed(self, claim: Claim) -> Claim | None:
        """Read "August's fire" as the days of the fire in August."""
        days = claim.period
        results = min(kinds_of_column(claim.scope.get("column", "")), default=None)
        kind = results or (_kind_beside(claim.sentence, days.text) if days else None)
        if days is None or kind is None or not _MONTH <= length(days) <= _YEAR:
            return None
        event = self._event(claim, kind, own=results is not None)
        if event is None or not _contains(days, event.days):
            return None
        if claim.kind == "duration" and (claim.value is None or claim.value.low != length(event.days)):
            return None
        return self._given(claim, replace(event.days, text=days.text), event, days.resolved_from)

    def _since(self, claim: Claim, kinds: frozenset[str]) -> Claim | None:
        """Read "by 30 September 200 claims had been lodged" as from the beginning of the event on."""
        day = claim.period
        if day is None or len(kinds) != 1 or claim.kind not in _TALLIED or claim.modality != "actual":
            return None
        if length(day) != 1 or not day.text.lower().startswith(_TALLIES) or not _HAD.search(claim.sentence):
            return None
        event = self._event(claim, min(kinds), own=True)
        if event is None or _days_between(event.days.end, day.end) <= _AFTERWARDS:
            return None
        since = replace(day, start=event.days.start)
        return self._given(claim, since, event, day.resolved_from, since="the beginning of ")

    def _given(
        self, claim: Claim, days: Period, event: _Event, source: str | None = None, *, since: str = ""
    ) -> Claim:
        where = "" if event.source == claim.source else f" in {self._labels.get(event.source, event.source)}"
        note = f"from {since}the {event.kind}, “{event.days.text}”{where}"
        period = replace(days, resolved_from=joined(source, note))
        return replace(claim, period=period, inferred={**claim.inferred, "period": note})

    def _event(self, claim: Claim, kind: str, *, own: bool = False, latest: int = _LATEST) -> _Event | None:
        """Return the event of a kind that a claim tells of, where all sources that date one agree."""
        day = self._published.get(claim.source)
        if day is None or _is_another(claim, kind):
            return None
        found = [
            event
            for event in self._events
            if event.kind == kind
            and (own or event.source != claim.source)
            and _names_of(claim) <= event.names
            and 0 <= (date.fromisoformat(day[:10]) - date.fromisoformat(event.days.end or day)).days <= latest
        ]
        days = {(event.days.start, event.days.end) for event in found}
        return min(found, key=lambda event: event.source) if len(days) == 1 else None


def _events(claims: Iterable[Claim]) -> list[_Event]:
    """Return the events by whose days the sources date figures, each once for a source."""
    names: dict[str, set[str]] = {}
    found: dict[tuple[str, str, str | None, str | None], tuple[str, Period]] = {}
    for claim in claims:
        names.setdefault(claim.source, set()).update(_capitals(f"{claim.subject} {claim.sentence}"))
        kind = kind_taken(claim.inferred.get("period", ""))
        told = read_within(claim.inferred.get("period", ""))
        if told is not None and told[1]:
            place: tuple[str, str, str | None, str | None] = (claim.source, told[0], told[1], told[1])
            found.setdefault(place, (told[0], Period(told[1], told[1], told[2])))
        if kind and claim.period and length(claim.period):
            key = (claim.source, kind, claim.period.start, claim.period.end)
            found.setdefault(key, (kind, claim.period))
    return [_Event(kind, days, key[0], frozenset(names[key[0]])) for key, (kind, days) in found.items()]


def _kinds_by_sentence(claims: Iterable[Claim]) -> dict[tuple[str, str], frozenset[str]]:
    """Return the kinds of event that the figures of each sentence are told of."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for claim in claims:
        place = claim.source, claim.sentence
        found[place] = found.get(place, frozenset()) | _kinds(claim.subject)
    return found


@cache
def _kinds(words: str) -> frozenset[str]:
    found = _WORD.findall(words.lower())
    return frozenset(event_kinds()[word] for word in found if word in event_kinds())


def _kind_beside(sentence: str, words: str) -> str | None:
    """Return the kind of event that a time is said of: "August's wildfire", "the July strike"."""
    at = sentence.find(words)
    if not words or at < 0:
        return None
    before = _WORD.findall(sentence[max(0, at - 40) : at].lower())[-1:]
    behind = sentence[at + len(words) :]
    after = (
        _WORD.findall(behind[:30].lower()) if not behind.lstrip("’'s ").startswith((",", ".", ";")) else []
    )
    near = [*before, *[word for word in after if word not in ("s", "’s")][:1]]
    return next((event_kinds()[word] for word in near if word in event_kinds()), None)


def _is_another(claim: Claim, kind: str) -> bool:
    """Tell whether a sentence speaks of another event of the kind: "the previous fire"."""
    words = _WORD.findall(claim.sentence.lower())
    nouns = {noun for noun, plain in event_kinds().items() if plain == kind}
    others = frozenset(load("course")["others"])
    return any(word in others and noun in nouns for word, noun in pairwise(words))


def _days_between(first: str | None, last: str | None) -> int:
    if not first or not last:
        return -1
    return (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days


def _contains(whole: Period, part: Period) -> bool:
    if not (whole.start and whole.end and part.start and part.end):
        return False
    return whole.start <= part.start and part.end <= whole.end and length(part) < length(whole)


def _names_of(claim: Claim) -> frozenset[str]:
    """Return the names in what a claim is about: another name is another event."""
    return _capitals(claim.subject) if _kinds(claim.subject) else frozenset()


@cache
def _capitals(words: str) -> frozenset[str]:
    calendar = claims_vocabulary("periods")["months"]
    return frozenset(
        word for word in _WORD.findall(words) if word[0].isupper() and word.lower() not in calendar
    )


def _following(claim: Claim, moved: Mapping[tuple[str, Period | None], Period | None]) -> Claim:
    """Let a figure that was dated like another one of its source follow it."""
    if claim.period is None or "period" not in claim.inferred:
        return claim
    note = claim.inferred["period"]
    origin = replace(claim.period, resolved_from=(claim.period.resolved_from or "").removesuffix(f"; {note}"))
    found = moved.get((claim.source, origin))
    if found is None or not note.startswith("carried from"):
        return claim
    return replace(claim, period=replace(found, resolved_from=joined(found.resolved_from, note)))
