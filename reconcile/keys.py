"""What a claim is about, in canonical words: the key by which claims meet and are told apart."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from claims.framing.theme import CIRCUMSTANCE
from claims.framing.theme import TOPIC as THEME
from claims.framing.topic import event_kinds
from claims.model import Claim, Period
from claims.timing import OF_THE_MOMENT
from reconcile.causes import tells_cause
from reconcile.contrasts import is_limited, sides
from reconcile.cores import Core, core
from reconcile.denials import AMOUNTS, denied, denies_all, nothing
from reconcile.dimensions import FACT as FACT
from reconcile.dimensions import dimension
from reconcile.intervals import digits, is_telling, stated
from reconcile.states import TOLD_BY_FIGURES, VERDICT, stages
from reconcile.vocabulary import load
from reconcile.window import clause as around
from reconcile.window import windows
from reconcile.words import Lexicon, Word, light_words, plain_words

# What the extractor notes where a sentence has no subject but the article's topic: too weak to count.
TOPIC = "the article is about"
# What it notes where a thing is that of the state that the text is written from: that is sure enough.
HOME = "the text is written from"

# And what it notes of a surname: where it fits that is as good as the full name.
IN_FULL = "named in full before"

# Where a clause of its own begins inside a measure ("remain closed while the lake freezes").
_SUBORDINATE = re.compile(r"(?<=\w)\s+(?:as|while|because|after|before|although|when|if|that|which)\s")

_PREPOSITION = re.compile(r"\s+(?:of|in|on|at|for|from|by|to|with|among|against)(?:\s|$)")

_PLACED = re.compile(r"(?:In|Across|Throughout) ")

_YEAR = re.compile(r"(?:19|20)\d\d")
# Words of a measure that tell what is done.
ACT = 3


@dataclass(frozen=True, slots=True)
class Key:
    """The canonical words of a claim, by the part they play.

    Attributes:
        claim: The claim.
        period: When it holds, by what the text states; None where only the present tense tells.
        dimension: Which values it can be compared with: mass, percent, money, count, date …, or fact.
        names: Proper names of the whole claim, each as the set of its words.
        name_words: The words of all names.
        holder_words: The words of those of the subject.
        holders: Those of them that stand in the subject.
        topic: The names of what the article is about, where the sentence has no subject of its own.
        theme: The names of what the article is about, where the subject is the last word of it: "the line".
        held: The words of whose it is, to tell holders apart: names, those of the article's topic where
            the sentence has none, or the kind of an event, which one story's articles call by several names.
        clause: The names in the sentence, but for who says it.
        holder_is_guess: Whether the subject was taken from elsewhere in the text: a match says something, a
            mismatch does not.
        concepts: Common words of measure, object, counted noun, subject and scope, light ones left out.
        light: The light ones; they only speak where nothing else does.
        sides: Row of the vocabulary of contrasts -> members named.
        sides_told: The same of the core of an assertion.
        stages: Row of the vocabulary of states -> stages that an assertion names, denials undone.
        near: The telling words beside the figure, names too.
        context: All canonical words of clause and sentence, for what the parse may have missed.
        text: The sorted words as one short string, for fuzzy comparison.
        subject: The common words of the subject.
        counted: The words of the noun that is counted.
        predicate: The common words of measure and object.
        act: What an assertion says is done: the first words of its measure.
        core: Who does what to whom in an assertion, without what it says by the way.
        denied: The words of a thing that an assertion says there is none of.
        nothing: The same of a thing of which, it says, none was given, seen or used.
        acts: Instrument -> the side of the act named just before it ("export licence" -> licence: export).
        said: Canonical word -> the words it was read from, for a reader.
        blocks: The dimensions it is compared in: a fact that something rose is held against changes, too.
        place: The rank it gives its holder, by number or superlative.
        digits: The significant digits of its figure; "" for none.
        number: Its figure, where that has enough digits to tell it from others; a date as its day.
    """

    claim: Claim
    period: Period | None
    dimension: str
    names: frozenset[frozenset[str]]
    name_words: frozenset[str]
    holder_words: frozenset[str]
    holders: frozenset[frozenset[str]]
    topic: frozenset[frozenset[str]]
    theme: frozenset[frozenset[str]]
    held: frozenset[str]
    clause: frozenset[frozenset[str]]
    holder_is_guess: bool
    concepts: frozenset[str]
    light: frozenset[str]
    sides: Mapping[str, frozenset[int]]
    sides_told: Mapping[str, frozenset[int]]
    stages: Mapping[str, frozenset[int]]
    near: frozenset[str]
    context: frozenset[str]
    text: str
    subject: frozenset[str]
    counted: frozenset[str]
    predicate: frozenset[str]
    act: frozenset[str]
    core: Core
    denied: frozenset[str]
    nothing: frozenset[str]
    acts: Mapping[str, frozenset[str]]
    said: Mapping[str, str]
    blocks: tuple[str, ...]
    place: int | None
    digits: str
    number: float | None

    @property
    def told_as(self) -> str:
        """The dimension; a percentage is read as a change here, as a share there."""
        return "percent" if self.dimension == "change" else self.dimension


def make_key(claim: Claim, lexicon: Lexicon) -> Key:
    """Return the key of a claim.

    A capital city stands for its country only in a fact, where it acts ("Beijing demands"); a population or a
    price in London is London's own.
    """
    capitals = claim.value is None
    said_by = _names(lexicon.words(claim.attribution, capitals))
    named = lexicon.words(claim.subject, capitals)
    is_topic = claim.inferred.get("subject", "").startswith(TOPIC)
    subject = [] if is_topic else _of_event(named)
    measure = _head(claim)
    parts = [measure, claim.object, claim.value.counted if claim.value else None, *_narrowing(claim)]
    rest = [lexicon.words(part, capitals) for part in parts]
    rest[0] = _in_phrases(rest[0], lexicon.phrases(claim.sentence))
    told = [words for words, part in zip(rest, parts, strict=True) if not _is_part(part, measure)]
    everything = [*subject, *rest[0], *(word for words in told for word in words)]
    names = frozenset().union(_names(subject), *(_names(words) for words in rest))
    concepts = _common(everything) | _counted(rest[2])
    if not concepts and claim.value is not None and claim.kind != "rank":
        concepts = _common(
            lexicon.words(claim.quote)
        )  # "800 people evacuated", where people is all that is read
    concepts = _of_event_dated(_meant(concepts, claim), claim)
    states, place = {} if tells_cause(claim) else stages(claim), _place(claim)
    context = lexicon.words(f"{claim.quote} {claim.sentence}", capitals)
    things = frozenset(word.text for word in rest[1])
    act = _act(lexicon.words(_SUBORDINATE.split(claim.measure)[0], capitals), things)
    told_of = core(claim, lexicon, capitals, act) if claim.value is None else Core()
    return Key(
        claim=claim,
        period=_stated(claim),
        dimension=dimension(claim),
        names=names,
        name_words=frozenset().union(*names),
        holder_words=frozenset().union(*_names(subject)),
        holders=frozenset(_names(subject)),
        topic=frozenset(_names(named)) if is_topic else frozenset(),
        theme=_theme(claim, lexicon),
        held=_held(claim, named),
        clause=frozenset(_names(lexicon.words(around(claim), capitals)) - said_by),
        holder_is_guess="subject" in claim.inferred and not claim.inferred["subject"].startswith(HOME),
        concepts=concepts,
        light=frozenset(word.text for word in everything if not word.name) & light_words(),
        sides=_sides(claim, subject, [*everything, *lexicon.words(opening_place(claim), capitals)]),
        sides_told=sides(told_of.words, FACT),
        stages=states,
        near=_near(claim, lexicon),
        context=frozenset(word.text for word in context),
        text=" ".join(sorted(concepts | {word for name in names for word in name})),
        subject=_common(subject),
        counted=_counted(lexicon.words(_counted_noun(claim))),
        predicate=_common([*rest[0], *(rest[1] if rest[1] in told else ())]),
        act=act,
        core=told_of,
        denied=denied(claim, lexicon),
        nothing=nothing(claim, lexicon),
        acts=_acts(
            [word.text for word in (lexicon.words(claim.quote, capitals) if claim.value is None else rest[0])]
        ),
        said={word.text: word.said for word in reversed(everything)},
        blocks=_blocks(claim, dimension(claim), states, place, bool(nothing(claim, lexicon))),
        place=place,
        digits=_digits(claim),
        number=_telling(claim),
    )


# A clause of its own behind a colon, and what is told by the way of why something is so.
_ASIDE = re.compile(
    r"(?<=\w)(?::\s|,?\s(?:for (?:want|lack|fear) of|because of|due to|owing to|thanks to|despite"
    r"|in spite of)\s).*$",
    re.I | re.S,
)


def _head(claim: Claim) -> str:
    """Return a measure without what is told by the way: "aircraft flying for want of crews"."""
    head = _ASIDE.sub("", claim.measure)
    return head if len(head.split()) > 1 else claim.measure


def _of_event_dated(words: frozenset[str], claim: Claim) -> frozenset[str]:
    """Leave of a date what it is of: "the closure takes effect on", "the debut is set for"."""
    if dimension(claim) == "date":
        return words - _set_words() or words
    costed = claim.measure.lower() in load("wording")["costed"] or _priced().search(claim.sentence)
    if not words and dimension(claim) == "money" and costed:
        return frozenset([load("wording")["money"]["cost"]])
    return words


@cache
def _set_words() -> frozenset[str]:
    return frozenset(word.text for word in Lexicon().words(load("wording")["scheduling"]))


@cache
def _priced() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, load("wording")["priced"])), re.I)


def _meant(words: frozenset[str], claim: Claim) -> frozenset[str]:
    """Return the words for what a claim means by its own: what a thing costs is its price."""
    money = load("wording")["money"] if dimension(claim) == "money" else {}
    return frozenset(money.get(word, word) for word in words)


def _near(claim: Claim, lexicon: Lexicon) -> frozenset[str]:
    """Return the telling words beside a figure; a number and its unit are none ("€2.6m")."""
    if claim.value is None:
        return frozenset()
    unit = lexicon.words(claim.value.surface) if claim.value.unit != "count" else []
    measured = frozenset(word.text for word in unit)
    for text in windows(claim):
        words = frozenset(word.text for word in lexicon.words(text) if not word.text[0].isdigit()) - measured
        if telling := _meant(words - light_words(), claim):
            return telling
    return frozenset()


def _sides(claim: Claim, subject: Sequence[Word], everything: Sequence[Word]) -> dict[str, frozenset[int]]:
    told, of_all = (
        sides(_meant(frozenset(word.text for word in words if not word.name), claim), dimension(claim))
        for words in (everything[len(subject) :], everything)
    )
    return {row: members for row, members in of_all.items() if row in told or not is_limited(row)}


def opening_place(claim: Claim) -> str:
    """Return where a clause says, before its figure, that it holds: "in the north 40 houses burned"."""
    around = claim.scope.get(CIRCUMSTANCE, "")
    return around if claim.value is not None and _PLACED.match(around) else ""


def _narrowing(claim: Claim) -> list[str]:
    """Return the words of a claim's scope, but for the theme of its article and the rest of its clause."""
    return [words for facet, words in claim.scope.items() if facet not in (THEME, CIRCUMSTANCE)]


def _in_phrases(words: Sequence[Word], phrases: Mapping[str, Sequence[Word]]) -> list[Word]:
    """Read words as the phrases of their sentence of which they are a part."""
    found: list[Word] = []
    for word in words:
        found.extend((() if word.name else phrases.get(word.said, ())) or [word])
    return found


def _counted_noun(claim: Claim) -> str | None:
    """Return the noun that is counted; where the number stands alone, what its measure begins with."""
    if claim.value is None or claim.value.counted or claim.value.unit != "count":
        return claim.value.counted if claim.value else None
    return _PREPOSITION.split(claim.measure)[0]


def _is_part(part: str | None, measure: str) -> bool:
    """Whether a part of a claim only repeats words of its measure, where a phrase may have taken them."""
    return part is not None and part.lower() in measure.lower()


def _stated(claim: Claim) -> Period | None:
    """Return when a claim holds; a day that only its present tense implies is no ground for a verdict."""
    row = claim.scope.get("row", "")
    if claim.period is None and _YEAR.fullmatch(row):
        return Period(f"{row}-01-01", f"{row}-12-31", row)
    implied = claim.inferred.get("period", "").startswith(OF_THE_MOMENT)
    return None if implied else claim.period


def _acts(words: Sequence[str]) -> dict[str, frozenset[str]]:
    """Return for each instrument the sides that stand at most two words before it."""
    found: dict[str, frozenset[str]] = {}
    for table in load("contrasts").values():
        sides_named = {member[0] for member in table["members"]}
        for at, word in enumerate(words):
            if word in table.get("sides_of", ()):
                near = [before for before in words[max(0, at - 2) : at] if before in sides_named]
                found[word] = found.get(word, frozenset()) | frozenset(near[-1:])
    return found


def _blocks(
    claim: Claim, own: str, states: Mapping[str, frozenset[int]], place: int | None, denies: bool
) -> tuple[str, ...]:
    also = ["change"] if own == FACT and "movement" in states else []
    told = TOLD_BY_FIGURES.items() if own == FACT else ()
    also += [kind for row, kind in told if row in states and (row != VERDICT or 0 not in states[row])]
    also += AMOUNTS if denies else ["count"] if denies_all(claim) else []
    return (own, *also, *(["rank"] if own == FACT and place is not None else []))


def _place(claim: Claim) -> int | None:
    """Return the rank that a claim gives: its value, or the superlative of a fact that is not denied."""
    if claim.value is not None:
        exact = claim.value.unit == "rank" and claim.value.hedge == "exact"
        return int(claim.value.low) if exact and isinstance(claim.value.low, int | float) else None
    if claim.polarity == "negated":
        return None
    superlatives: Mapping[str, int] = load("course")["superlative"]
    told = f"{claim.measure} {claim.object}".lower()
    ranked = sorted(superlatives, key=len, reverse=True)  # "second-largest" before "largest"
    return next((superlatives[word] for word in ranked if re.search(rf"\b{word}\b", told)), None)


def _act(measure: Sequence[Word], things: frozenset[str]) -> frozenset[str]:
    """Return the first few words of a measure that are neither names nor what it acts on: the verb."""
    plain = [word.text for word in measure if not word.name and word.text not in things]
    telling = [word for word in plain if word not in light_words()]
    return frozenset((telling or plain)[:ACT])


def _theme(claim: Claim, lexicon: Lexicon) -> frozenset[frozenset[str]]:
    """Return the names of what one noun stands for: "the line" where the article tells of the Lund line."""
    theme = claim.scope.get(THEME, "")
    is_meant = claim.subject.split() == theme.split()[-1:]
    return frozenset(_names(lexicon.words(theme))) if is_meant else frozenset()


def _common(words: Iterable[Word]) -> frozenset[str]:
    """The words that are neither names nor light."""
    return frozenset(word.text for word in words if not word.name) - light_words()


def _held(claim: Claim, subject: Sequence[Word]) -> frozenset[str]:
    kinds = frozenset(event_kinds()[word] for word in plain_words(claim.subject) if word in event_kinds())
    return kinds or frozenset(word.text for word in subject if word.name)


def _of_event(subject: Sequence[Word]) -> Sequence[Word]:
    """Leave of an event its names and its kind: "the pilots' strike" limits nothing to pilots."""
    kinds = frozenset(event_kinds()) | frozenset(event_kinds().values())
    if not any(word.text in kinds for word in subject if not word.name):
        return subject
    return [word for word in subject if word.name or word.text in kinds]


def _counted(words: Iterable[Word]) -> frozenset[str]:
    """The words of what is counted: a claim or a report that is counted is a thing, no word of reporting."""
    things = frozenset(word.text for word in words if not word.name)
    return things - (light_words() - frozenset(load("wording")["countable"].split()))


def _names(words: Sequence[Word]) -> set[frozenset[str]]:
    """Gather the words of each run of capitals."""
    runs: dict[int, set[str]] = {}
    for word in words:
        if word.name:
            runs.setdefault(word.run, set()).add(word.text)
    return {frozenset(run) for run in runs.values()}


def _telling(claim: Claim) -> float | None:
    """Return a figure that is unlikely to stand in two sources by chance."""
    try:
        return stated(claim.value)[0] if claim.value is not None and is_telling(claim.value) else None
    except ValueError:
        return None


def _digits(claim: Claim) -> str:
    value = claim.value
    try:
        return digits(stated(value)[0]) if value else ""
    except ValueError:
        return ""
