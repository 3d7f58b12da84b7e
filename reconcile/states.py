"""States and events of which only one can hold: stalled or resumed, open or closed, rose or fell."""

import re
from collections.abc import Sequence
from functools import cache

from claims.model import Claim
from reconcile.vocabulary import load
from reconcile.words import Lexicon, plain_words, stem

_COMPOUND = re.compile(r"(?<=\w)-(?=\w)")
# "turned the offer down": the particle belongs to its verb.
_PARTED = re.compile(
    r"\b(turn(?:ed|s)?|call(?:ed|s)?|vot(?:ed|es?)|threw|throws?|hel?d|put|shut|wav(?:ed|es?))"
    r" ((?:the|its|his|her|their|an?) (?:[\w-]+ )?[\w-]+) (down|off|out|up|through)\b",
    re.I,
)
LONGEST = 4
VERB = 4
# Further back, a word for a state stands in a clause of its own ("wants them before shipments are resumed").
CLAUSE = 7
OFFICE = "position"
VERDICT = "verdict"
RESULT = "black_or_red"
STANCE = "stance"
# Rows of which a figure tells the stage, too, by the kind of the figure.
TOLD_BY_FIGURES = {VERDICT: "duration", RESULT: "money"}
# What a time in prison is called that a court has given.
SENTENCE = "prison sentence"


@cache
def _phrases() -> dict[tuple[str, ...], tuple[tuple[str, int], ...]]:
    """Stems of a phrase -> the rows and stages it names."""
    found: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for row, table in load("states").items():
        for number, stage in enumerate(table["stages"]):
            for phrase in stage:
                found.setdefault(_stems(phrase), []).append((row, number))
    return {phrase: tuple(places) for phrase, places in found.items()}


@cache
def state_words() -> frozenset[str]:
    """Single words that name a stage, as keys have them; the others say what is in that state."""
    reader = Lexicon()
    single = {phrase[0] for phrase in _phrases() if len(phrase) == 1}
    written = (word for table in load("states").values() for stage in table["stages"] for word in stage)
    read = (reader.words(phrase) for phrase in written)
    return frozenset(single | {words[0].text for words in read if len(words) == 1})


@cache
def words_beside(row: str) -> frozenset[str]:
    """Return the words that go with the states of a row and tell nothing else ("by the jury")."""
    reader = Lexicon()
    return frozenset(
        word.text for text in load("states")[row].get("beside", ()) for word in reader.words(text)
    )


@cache
def _compounds() -> frozenset[tuple[str, ...]]:
    return frozenset(_stems(text) for text in load("course")["no_states"])


def _stems(text: str) -> tuple[str, ...]:
    """Return the stems of a text; a compound ("end-use") is one word and names none of its parts."""
    return tuple(stem(word) for word in plain_words(_COMPOUND.sub("", text)))


def is_ordered(row: str) -> bool:
    """Whether the stages of a row follow one another in time."""
    return bool(load("states")[row]["ordered"])


def is_of_one(row: str) -> bool:
    """Whether there may be several of what a row tells: only what is called alike is one."""
    return bool(load("states")[row].get("of_one"))


def is_own(row: str) -> bool:
    """Whether the states of a row are those of their holder alone, and say nothing of another's."""
    return bool(load("states")[row].get("own"))


def is_of_things(row: str) -> bool:
    """Whether the states of a row are opposed only of the same thing."""
    return bool(load("states")[row].get("of_things"))


def stage_name(row: str, stages: frozenset[int]) -> str:
    """Return the first word of the stages, for a reason."""
    return " or ".join(str(load("states")[row]["stages"][stage][0]) for stage in sorted(stages))


def stage_word(claim: Claim, row: str) -> str:
    """Return the word or words of an assertion that name its stage in a row, as written; "" for none."""
    words = plain_words(_COMPOUND.sub("", f"{claim.measure} {claim.object or ''}"))
    stems = [stem(word) for word in words]
    for at, named, stage in _named(stems):
        if named == row:
            size = max(
                len(p) for p, places in _phrases().items() if (row, stage) in places and _at(stems, at, p)
            )
            return " ".join(words[at : at + size])
    return ""


def _at(words: Sequence[str], at: int, phrase: tuple[str, ...]) -> bool:
    return tuple(words[at : at + len(phrase)]) == phrase


def stages(claim: Claim) -> dict[str, frozenset[int]]:
    """Return the stages that an assertion names, by row; a denied stage counts as the other one.

    Where a row has more than two stages, a denial names none of them.
    """
    if claim.value is not None:
        return _direction(claim) | _sentenced(claim) | _earned(claim)
    words = _stems(_PARTED.sub(r"\1 \3 \2", f"{claim.measure} {claim.object or ''}"))
    led = _by_subject(claim, words)
    opened = next((at for at, word in enumerate(words) if word in load("course")["waited_for"]), len(words))
    found: dict[str, set[int]] = {}
    for at, row, stage in _named(words[:opened]):
        # What rose or fell is told by the verb; further back such a word describes something else.
        if at < (VERB if row == "movement" and stage < _last(row) else CLAUSE):
            found.setdefault(row, set()).add(stage)
    for row, stage in led:
        found.setdefault(row, set()).add(stage)
    if len(found) > 1 and found.get(OFFICE) == {0}:
        del found[OFFICE]  # "remains stalled" is no office that somebody keeps
    if claim.polarity == "negated":
        found = {row: {1 - stage for stage in named} for row, named in found.items() if _is_pair(row)}
    return {row: frozenset(named) for row, named in found.items() if len(named) == 1}


def _sentenced(claim: Claim) -> dict[str, frozenset[int]]:
    """Whoever has a sentence to serve was found guilty."""
    served = claim.kind == "duration" and claim.measure == SENTENCE and claim.modality == "actual"
    return {VERDICT: frozenset({0})} if served and claim.polarity == "affirmed" else {}


def _earned(claim: Claim) -> dict[str, frozenset[int]]:
    """Whoever had a profit of so much had no loss."""
    words = plain_words(claim.measure)[-1:]
    told = claim.kind == "money" and claim.modality == "actual" and words and words[0] in _RESULTS
    return {RESULT: frozenset({_RESULTS[words[0]]})} if told and claim.polarity == "affirmed" else {}


_RESULTS = {"profit": 0, "profits": 0, "loss": 1, "losses": 1}


def _by_subject(claim: Claim, words: Sequence[str]) -> list[tuple[str, int]]:
    """Return the rows and stages of phrases that open with what the verb is said of: "power was restored"."""
    named = _stems(claim.subject)[-1:]
    told = (*named, *words)
    sizes = range(min(LONGEST, len(told)), 1, -1) if named else ()
    return [place for size in sizes for place in _phrases().get(tuple(told[:size]), ())]


def _direction(claim: Claim) -> dict[str, frozenset[int]]:
    """A change says that something rose or fell."""
    if claim.kind != "growth" or claim.value is None or claim.value.direction is None:
        return {}
    return {"movement": frozenset({0 if claim.value.direction == "up" else 1})}


def _last(row: str) -> int:
    return len(load("states")[row]["stages"]) - 1


def _is_pair(row: str) -> bool:
    return len(load("states")[row]["stages"]) == 2


def _named(words: Sequence[str]) -> list[tuple[int, str, int]]:
    """Return place, row and stage of the longest phrases, left to right."""
    named: list[tuple[int, str, int]] = []
    at = 0
    while at < len(words):
        if tuple(words[at : at + 2]) in _compounds():
            at += 2
            continue
        for size in range(min(LONGEST, len(words) - at), 0, -1):
            places = _phrases().get(tuple(words[at : at + size]))
            if places:
                named.extend((at, row, stage) for row, stage in places)
                break
        else:
            size = 1
        at += size
    return named
