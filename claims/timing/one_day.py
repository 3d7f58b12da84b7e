"""Events of one day, as a vote or a match: on which day a text puts them, and which figures are theirs."""

from collections.abc import Iterable, Sequence, Set
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claims.assertions.clauses import child as child_of
from claims.framing.noun_phrases import SUBJECTS, clause_verb, is_verb, subject_of
from claims.language import Sentence
from claims.model import Period
from claims.periods import TimeExpression
from claims.timing.event_spans import days_in, stretch
from claims.timing.tenses import Tense, is_pluperfect, is_speech, tense
from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

_KINDS = ("vote", "match", "crash", "theft", "hearing")
_SUDDEN = frozenset({"crash", "match", "theft"})
_OPENING = 2
_BEHIND = 3
_WHEN = frozenset({"when", "as", "after"})
_POINTERS = frozenset({"that", "this"})


class EventDay(NamedTuple):
    """An event and its day.

    Attributes:
        kind: The kind of event; "" where a paragraph only opens with a day.
        day: The day.
        block: Where the paragraph that says so begins.
        lead: Whether the first sentences of the text say so.
        told: Whether it is only the day on which its outcome was told ("have voted, it said on Monday").
    """

    kind: str
    day: Period
    block: int
    lead: bool
    told: bool = False


@cache
def _listed(kind: str, key: str) -> frozenset[str]:
    return frozenset(load("event_days")[kind][key])


def event_days(
    sentence: Sentence, times: Sequence[TimeExpression], published: date | None, *, lead: bool
) -> list[EventDay]:
    """Return the events that a sentence puts on one day.

    Args:
        sentence: The sentence.
        times: Its times, with offsets relative to it.
        published: The day of publication, or None; what lies after it has no figures yet.
        lead: Whether it is one of the first sentences of the text.
    """
    found: list[EventDay] = []
    for time in times:
        days = stretch(time)
        if days is None or days[0] != days[1] or time.relation not in (None, "in"):
            continue
        if published is not None and days[0] > published:
            continue
        day = Period(time.first, time.last, time.text, time.resolved_from)
        kind = _kind_dated(sentence, time)
        if kind is None and lead and time.start <= _OPENING and _is_told(sentence, time):
            kind = ""
        if kind is not None:
            found.append(EventDay(kind, day, sentence.block.start, lead))
        elif lead and (outcome := _outcome_told(sentence, time)) is not None:
            found.append(EventDay(outcome, day, sentence.block.start, lead, told=True))
        back = _counted_back(sentence, time, times, days[0])
        if back is not None:
            found.append(EventDay(back[0], back[1], sentence.block.start, lead))
    return found


def _outcome_told(sentence: Sentence, time: TimeExpression) -> str | None:
    """Return the kind of event whose outcome is told on a day: "have voted to strike, it said on Monday"."""
    head = sentence.span.doc.root_of(time.start, time.end)
    above = clause_verb(head) if head is not None else None
    if above is None or not is_speech(above):
        return None
    told = [child for child in above.children if child.dep_ == "ccomp"]
    said = [child for child in told if tense(child) == "perfect" or is_pluperfect(child)]
    return "vote" if any(verb.lemma_ == "vote" for verb in said) else None


def _counted_back(
    sentence: Sentence, time: TimeExpression, times: Sequence[TimeExpression], day: date
) -> tuple[str, Period] | None:
    """Read "on Saturday, ten days after the ferry went down": the ferry sank ten days before Saturday."""
    for lasting in times:
        count = days_in(lasting)
        if count is None or not 0 <= lasting.start - time.end <= _BEHIND:
            continue
        behind = [token for token in sentence.span if token.idx >= lasting.end][:1]
        verb = behind[0].head if behind and behind[0].lower_ == "after" else None
        kind = _kind_in(verb, "acts") or _kind_of_phrase(verb) if verb is not None else None
        if kind is not None:
            on = (day - timedelta(days=count)).isoformat()
            return kind, Period(on, on, f"{time.text}, {lasting.text} after", time.resolved_from)
    return None


def _kind_of_phrase(verb: "Token") -> str | None:
    """Return the kind of an event that a verb only names with its particle: "went down"."""
    said = {f"{verb.lemma_} {child.lower_}" for child in verb.children if child.dep_ in ("prt", "advmod")}
    said |= {f"{verb.lemma_} {child.lower_}" for child in verb.rights if child.dep_ == "prep"}
    return next((kind for kind in ("crash", "theft") if said & _listed(kind, "phrases")), None)


def days_told(sentence: Sentence, times: Sequence[TimeExpression], published: date | None) -> Period | None:
    """Return the day on which a clause says that something happened, for what goes on behind its semicolon.

    Args:
        sentence: The clause.
        times: Its times, with offsets relative to it.
        published: The day of publication, or None.
    """
    found = []
    for time in times:
        days = stretch(time)
        if days is None or time.relation not in (None, "in") or (published and days[0] > published):
            continue
        found.append(Period(time.first, time.last, time.text, time.resolved_from))
        if days[0] != days[1] or not _is_told(sentence, time):
            return None
    return found[0] if len(found) == 1 else None


def kinds_of_column(header: str) -> frozenset[str]:
    """Return the kinds of one-day event whose results a table has under a header: "Share", "Votes"."""
    words = set(header.lower().split())
    return frozenset(
        kind for kind in _KINDS if "columns" in load("event_days")[kind] and words & _listed(kind, "columns")
    )


def kinds_counted(
    words: Iterable["Token"],
    when: Tense,
    verb: "Token | None",
    around: Set[str],
    *,
    whole: Set[str],
    share: bool = False,
) -> frozenset[str]:
    """Return the kinds of one-day event that a figure is counted at: turnout at a vote, shots in a match.

    Args:
        words: The words of the figure's clause.
        when: Its tense.
        verb: Its verb.
        around: The lemmas of its sentence up to what the figure is compared with.
        whole: Those of the whole sentence.
        share: Whether the figure is a share.
    """
    pointed = when == "present" and verb is not None and _points_back(verb)
    if when not in ("past", "perfect", "none") and not pointed:
        return frozenset()
    if around & _listed("apart", "words"):
        return frozenset()
    kinds = frozenset(kind for kind in _KINDS if not whole.isdisjoint(_listed(kind, "figures")))
    if kinds:
        lemmas = {word.lemma_.lower() for word in words if word.dep_ != "det"}
        kinds = frozenset(kind for kind in kinds if lemmas & _listed(kind, "figures"))
    if share and verb is not None and when == "past" and verb.lemma_ in _listed("vote", "shared"):
        kinds |= {"vote"}
    return kinds & {"vote"} if when == "perfect" else kinds


def sets_apart(lemmas: Set[str]) -> bool:
    """Tell whether a sentence of such lemmas counts something apart from the event that it is told with."""
    return not lemmas.isdisjoint(_listed("apart", "words"))


def day_of(kinds: frozenset[str], known: Sequence[EventDay], leads: Set[str], block: int) -> EventDay | None:
    """Return the event that a figure of such kinds belongs to, where the text leaves no doubt which.

    Args:
        kinds: What `kinds_counted` says of the figure.
        known: The events that the text puts on a day.
        leads: The kinds of event that the first sentences name.
        block: Where the figure's paragraph begins.
    """
    own = [event for event in known if event.kind in kinds and not event.told]
    own = own or [event for event in known if event.kind in kinds]
    if not own and kinds & leads:
        own = [event for event in known if not event.kind and event.block == block]
    for choice in (own, [event for event in own if event.lead]):
        if len({event.day.start for event in choice}) == 1:
            return choice[0]
    return None


def kinds_named(words: Iterable["Token"]) -> frozenset[str]:
    """Return the kinds of one-day event that words name, or whose people they name ("voters")."""
    lemmas = {word.lemma_.lower() for word in words}
    return frozenset(k for k in _KINDS if lemmas & (_listed(k, "nouns") | _listed(k, "people")))


def names_event(noun: "Token") -> bool:
    """Tell whether a noun names an event of one day.

    Args:
        noun: The noun.
    """
    return _kind_in(noun, "nouns") is not None


def _points_back(verb: "Token") -> bool:
    return any(child.dep_ in SUBJECTS and child.lower_ in _POINTERS for child in verb.children)


def _is_told(sentence: Sentence, time: TimeExpression) -> bool:
    head = sentence.span.doc.root_of(time.start, time.end)
    verb = clause_verb(head) if head is not None else None
    return tense(verb) == "past"


def _kind_dated(sentence: Sentence, time: TimeExpression) -> str | None:
    """Return the kind of the event that a day is said of: "the vote of 3 May", "voters on Sunday chose"."""
    head = sentence.span.doc.root_of(time.start, time.end)
    if head is None:
        return None
    above = head.head
    while above.pos_ == "ADP" and above.head != above:
        above = above.head
    if above.pos_ in ("NOUN", "PROPN"):
        named = _kind_in(above, "nouns")
        if named is not None:
            return named
    verb = above if is_verb(above) else clause_verb(head)
    if verb is None or tense(verb) != "past":
        return None
    if verb.dep_ == "advcl" and any(child.lower_ in _WHEN for child in verb.lefts):
        harmed = _kind_of_harm(verb.head)  # "nine were hurt when a tram struck a bus on Monday"
        if harmed is not None:
            return harmed
    if verb.dep_ == "relcl" and verb.lemma_ in _listed("held", "verbs"):
        return _kind_in(verb.head, "nouns")  # "a ballot that closed on Friday"
    return _kind_of_act(verb)


def _kind_of_act(verb: "Token") -> str | None:
    noun = subject_of(verb)
    named = _kind_in(noun, "nouns") if noun is not None else None
    if named is not None and verb.lemma_ in _listed("held", "verbs"):
        return named
    done = next((kind for word in (verb, *_outcome(verb)) if (kind := _kind_in(word, "acts"))), None)
    joined = (child for child in verb.rights if child.dep_ == "conj")  # "came at dawn and made off with it"
    done = done or next((kind for it in (verb, *joined) if (kind := _kind_of_phrase(it))), None)
    done = done or _kind_of_harm(verb)
    if done in (None, "crash", "theft", "hearing"):
        return done
    if done == "vote" and verb.lemma_ != "vote":
        return done if noun is not None and _kind_in(noun, "people") == done else None
    return done


def _kind_of_harm(verb: "Token") -> str | None:
    """Read "nine people were hurt on 3 May" and "it killed nine people": something happened that day."""
    if verb.lemma_.lower() not in _listed("disaster", "harm"):
        return None
    whom = child_of(verb, "dobj", "nsubjpass") or (
        subject_of(verb) if child_of(verb, "dobj") is None else None
    )
    counted = whom is not None and (whom.like_num or any(item.dep_ == "nummod" for item in whom.children))
    return "crash" if counted else None


def _outcome(verb: "Token") -> list["Token"]:
    """Return what a verb says somebody is found or sent to: "found them guilty", "sent to prison"."""
    found = [
        child
        for child in verb.children
        if child.dep_ in ("oprd", "acomp") or (child.dep_ == "ccomp" and child.pos_ == "ADJ")
    ]
    whom = child_of(verb, "dobj") if verb.lemma_ in ("find", "declare", "hold", "rule") else None
    if whom is not None:  # "found the founder of the failed firm, a builder, guilty"
        found += [word for word in whom.subtree if word.dep_ == "amod" and word.i > word.head.i]
    if verb.lemma_ == "send":
        found += [word for child in verb.children if child.lower_ == "to" for word in child.children]
    return found


def kinds_lasting(verb: "Token | None", when: Tense, *, lapse: bool = False) -> frozenset[str]:
    """Return the kinds of event that some minutes are of: "the ferry sank in 20 minutes", "an hour later".

    Args:
        verb: The verb of the clause.
        when: Its tense.
        lapse: Whether so much time went by before what the clause tells.
    """
    if lapse and when == "past":
        return _SUDDEN
    if verb is None or when != "past":
        return frozenset()
    noun = subject_of(verb) if verb.lemma_ in ("last", "take") else None  # "the theft took an hour"
    kind = (_kind_in(noun, "nouns") if noun is not None else None) or _kind_of_act(verb)
    return frozenset({kind}) & _SUDDEN if kind else frozenset()


def is_judgment(verb: "Token | None", when: Tense, *, term: bool) -> bool:
    """Tell whether a clause says what a court decided: "was convicted of five counts", "was given 18 months".

    Args:
        verb: The verb of the clause.
        when: Its tense.
        term: Whether its figure may be a term in prison: months or years.
    """
    if verb is None or when not in ("past", "none"):
        return False
    decided = _listed("hearing", "acts") | _listed("hearing", "judgments")
    if term:
        decided |= _listed("hearing", "terms")
    words = [verb, *_outcome(verb)]
    if verb.dep_ == "pcomp" and verb.head.lower_ != "of":  # "was banned from running a company for six years"
        words.append(verb.head.head)
    return any(word.lemma_.lower() in decided for word in words)


def _kind_in(token: "Token", key: str) -> str | None:
    return next((kind for kind in _KINDS if token.lemma_.lower() in _listed(kind, key)), None)
