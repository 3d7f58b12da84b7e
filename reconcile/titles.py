"""The title of a group: the question that its claims answer, as short as a person would ask it."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from reconcile.format import capital
from reconcile.keys import Key
from reconcile.states import is_ordered, stage_name, stage_word
from reconcile.vocabulary import load
from reconcile.words import plain_words, stop_words

LONGEST = 72
_DATE_OF = re.compile(r"^date (?:of |it )?(?=\w)")
# "of metals of metals", "the the": words that a measure says twice in a row.
_TWICE = re.compile(r"\b(\w+(?:[ -]\w+){0,2})(?: \1\b)+", re.I)


def title(keys: Sequence[Key]) -> str:
    """Return the question that the claims of a group answer.

    Two states of one thing, or two sides of one act, are asked as "… or …?". Otherwise it is the subject and
    the measure of the claim that speaks for most of the group.

    Args:
        keys: The keys of the claims, in any order.
    """
    facts = [key for key in keys if key.claim.value is None]
    asked = (_state_or_state(facts) or _side_or_side(facts)) if len(facts) == len(keys) else None
    return capital(asked or _topic(keys))


def other_titles(keys: Sequence[Key]) -> Iterator[str]:
    """Yield what a group could be called by one claim each, then by the words of one.

    Args:
        keys: The keys of its claims, in the order of the text.
    """
    yield from (title([key]) for key in keys)
    yield from (capital(_cut(" ".join(key.claim.quote.split()))) for key in keys)


def _state_or_state(keys: Sequence[Key]) -> str | None:
    """ "Shipments of heavy magnets: stalled or resumed?" """
    for row in sorted({row for key in keys for row in key.stages}):
        stages = sorted({stage for key in keys for stage in key.stages.get(row, ())})
        if len(stages) != 2:
            continue
        named = [[key for key in keys if stage in key.stages.get(row, ())] for stage in stages]
        words = [_first(Counter(stage_word(key.claim, row) for key in some)) for some in named]
        if words[0] == words[1]:  # one side denies the word of the other
            words = [stage_name(row, frozenset({stage})) for stage in stages]
        if is_ordered(row) or all(words):
            about = min((key.claim.subject for key in keys), key=_briefness)
            return f"{_cut(about, LONGEST - 24)}: {' or '.join(words)}?"
    return None


def _briefness(subject: str) -> tuple[bool, int, str]:
    """A bare name does not say what is in the state; of the others the shortest does."""
    is_name = len(subject.split()) == 1 and subject[:1].isupper()
    return is_name, len(subject), subject


def _side_or_side(keys: Sequence[Key]) -> str | None:
    """ "China: export licence or import licence?" """
    sides: dict[str, set[str]] = {}
    for key in keys:
        for instrument, named in key.acts.items():
            sides.setdefault(instrument, set()).update(named)
    for instrument, both in sorted(sides.items()):
        if len(both) == 2:
            subject = _first(Counter(key.claim.subject for key in keys))
            return f"{_cut(subject)}: {' or '.join(f'{side} {instrument}' for side in sorted(both))}?"
    return None


def _topic(keys: Sequence[Key]) -> str:
    """Return subject and measure of the claim that speaks for most of the group."""
    named = (key.claim.subject.strip() for key in keys)
    subject = _first(Counter(subject for subject in named if not _is_empty(subject)))
    own = [key for key in keys if key.claim.subject.strip() == subject]
    measure = next((found for some in (own, keys) if (found := _first(_measures(some)))), "")
    if _DATE_OF.match(measure):
        measure = f"{_DATE_OF.sub('', measure)}, when?"
    if not subject or subject.lower() in measure.lower():
        return _cut(measure or subject or keys[0].claim.quote)
    if not measure:
        return _cut(subject)
    short = _cut(subject, LONGEST // 2)
    return f"{short}: {_cut(measure, LONGEST - len(short))}"


def _measures(keys: Sequence[Key]) -> Counter[str]:
    """Count the measures that say something: "it" and "say" ask no question."""
    return Counter(measure for key in keys if not _is_empty(measure := _measure(key)))


def _is_empty(text: str) -> bool:
    """Whether no word of a text tells of what it is."""
    words = plain_words(text)
    return all(word in _empty() or len(word) == 1 for word in words)


@cache
def _empty() -> frozenset[str]:
    return frozenset(load("titles")["empty"].split())


def _measure(key: Key) -> str:
    """Return the measure in short: an assertion without auxiliaries and without the clauses that follow."""
    claim = key.claim
    measure = _TWICE.sub(r"\1", " ".join(claim.measure.split()))
    counted = claim.value.counted if claim.value else None
    if counted and claim.kind == "count" and measure in ("", counted):
        return f"number of {counted}"
    if claim.value is not None:
        return measure
    words = measure.split()
    while len(words) > 1 and words[0].lower() in _auxiliaries():
        words = words[1:]
    clause = next((at for at in range(2, len(words)) if words[at].lower() in _clause_openers()), len(words))
    shown = " ".join(words[:clause]).rstrip(" ,;:–—-")
    if claim.object and not set(plain_words(claim.object)) <= set(plain_words(measure)):
        shown = f"{shown} {claim.object}"
    return shown


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset(load("titles")["auxiliaries"].split())


@cache
def _clause_openers() -> frozenset[str]:
    return frozenset(load("titles")["clause_openers"].split())


def _first(counts: Counter[str]) -> str:
    """Return the most frequent text; of several the shortest, then the first by letters."""
    return min(counts, key=lambda text: (-counts[text], len(text), text), default="")


def _cut(text: str, most: int = LONGEST) -> str:
    """Cut a long text at the end of a phrase: before a comma or a function word."""
    if len(text) <= most:
        return text
    words = text[:most].split(" ")[:-1] or [text[:most]]
    ends = [at for at in range(1, len(words)) if words[at].lower() in stop_words()]
    ends += [at + 1 for at in range(1, len(words)) if words[at].endswith(",")]
    shown = words[: max(ends, default=len(words))]
    while len(shown) > 1 and shown[-1].lower() in stop_words():
        shown = shown[:-1]
    return " ".join(shown).rstrip(" ,;:–—-")
