"""The theme of an article in a few words: the event or work that it tells of, whose it is, and where."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from claims.framing.ballots import is_ballot, poll_of
from claims.framing.context import Context
from claims.framing.deals import deal_of
from claims.framing.gatherings import gathering_of
from claims.framing.home import town_of, written_in
from claims.framing.matters import bill_of, in_full, move_of, question_of, strikers_of, wreck_of
from claims.framing.opening import LEAD, WORD, divided, opening_of
from claims.framing.organisation import named_thing
from claims.framing.principal import principal_of
from claims.framing.protagonist import only_frames
from claims.framing.studies import study_of
from claims.framing.theme_event import event_told
from claims.framing.theme_place import named_above, place_of, site_of
from claims.framing.topic import event_kinds, is_disaster
from claims.framing.undertakings import undertaking_of
from claims.language import Sentence
from claims.model import Claim, Source
from claims.people import people_of
from claims.vocabulary import load, word_list

_SHORT = 2
_DISTANCE = "km"
_POINTING = frozenset({"the", "this", "its", "our", "your", "their"})
_DECIDING = ("referendum", "vote")  # on one bill
_INSIDE = re.compile(r"\b(?:[Ii]n|[Aa]cross) ([A-Z][\w-]*)")
_MID_SENTENCE = re.compile(r"(?<=[a-z0-9,;’'] )([A-Z][\w-]*)")


@dataclass(frozen=True, slots=True)
class Theme:
    """What an article tells of as a whole.

    Attributes:
        matter: The event, the work or the goods that it tells of ("council election", "Line 4"), or None.
        about: The organisation, person or place that it tells of, or None.
        place: The place where most of it happens, where the text plainly says so.
    """

    matter: str | None
    about: str | None
    place: str | None = None

    def text(self) -> str:
        """Return both as one phrase; "" where nothing tells the theme."""
        if self.matter and self.about and self.about.lower() in self.matter.lower():
            return self.matter
        return " ".join(part for part in (self.about, self.matter) if part)


@dataclass(frozen=True, slots=True)
class _Article:
    """What an article says before anybody asks for its theme.

    Attributes:
        source: The source.
        sentences: All its sentences, parsed.
        context: What it is about, as its other readers see it.
        head: Its title, headline and publisher.
        body: Its running text.
        people: The words of the persons that it names.
        place: Where most of it happens, perhaps.
        sure: The same where the text plainly says so, else None.
    """

    source: Source
    sentences: Sequence[Sentence]
    context: Context
    head: str
    body: str
    people: Set[str]
    place: str | None
    sure: str | None

    @property
    def work(self) -> str | None:
        """What is built, where the article is about that."""
        return self.context.work.name if self.context.work is not None else None


def theme_of(source: Source, sentences: Sequence[Sentence], context: Context) -> Theme:
    """Read the theme of an article from what its headline and lead name and the rest repeats.

    Args:
        source: The source.
        sentences: All its sentences, parsed.
        context: What the article is about, as its other readers see it.
    """
    headline, body = divided(source)
    head = f"{headline}\n{source.known('publisher') or ''}"
    people = _people(sentences)
    place, is_sure = place_of(
        head, body, _without_places(people, body) | people_of(source.text), written_in(source)
    )
    sure = place if is_sure else None
    article = _Article(source, sentences, context, head, body, people, place or town_of(source), sure)
    built = _of_work(article) or _of_wreck(article)
    if built is not None:
        return built
    named = _of_gathering(article) or _of_undertaking(article) or _of_deal(article)
    named = named or _of_budget(article)
    if named is not None:
        return named
    matter = article.work or event_told(head, body, sentences, context)
    alone = _without_event(article) if matter is None and context.topic is None else None
    if alone is not None:
        return alone
    if matter is not None and article.work is None and _follows(context.topic, matter, head):
        matter = None
    whose, is_person = _protagonist(article)
    study = study_of(article.body) if matter is None else None
    if study is not None:
        return Theme(study, article.context.topic, article.sure)
    return (
        _of_trial(article, matter, whose, is_person=is_person)
        or _of_ballot(article, matter)
        or _of_transfer(article, whose, is_person=is_person)
        or _of_event(article, matter, whose, is_person=is_person)
    )


def _of_work(article: _Article) -> Theme | None:
    """The article tells of what is built: "the tunnel", and of who builds it or where."""
    work, context = article.work, article.context
    if work is None or is_ballot(context.event):
        return None
    acting = principal_of(article.source, article.sentences) if context.firm else None
    firm = acting if acting and context.firm in acting.split() else context.firm
    called = _called_above(work, article.head) if work.islower() else None
    where = article.place if work.islower() and not called else None
    done = _done_to(called or work, opening_of(article.head, article.body))
    return Theme(f"{called or work} {done}" if done else called or work, firm or where, article.sure)


def _done_to(work: str, opening: str) -> str | None:
    """Return what a headline or lead says is done to a thing that stands: "the renovation of the library"."""
    done = "|".join(word_list("works", "renewal"))
    thing = rf"{re.escape(work)}|{re.escape(work.split()[-1])}"
    of = re.search(rf"(?i)\b({done}) of (?:the|its|our|their) (?:{thing})\b", opening)
    found = of or re.search(rf"(?i)\b(?:{thing})(?:[’']s)? ({done})\b", opening)
    return found[1].lower() if found is not None else None


def _of_undertaking(article: _Article) -> Theme | None:
    """The article tells of an operation with a name of its own, and of the raids or the like in it."""
    name = undertaking_of(article.head, article.body)
    if name is None:
        return None
    return Theme(
        event_told(article.head, article.body, article.sentences, article.context), name, article.sure
    )


def _of_deal(article: _Article) -> Theme | None:
    """The article tells of a firm that is to be bought, or to join another."""
    if move_of(article.body) is not None:
        return None  # clubs that bid for a player do not buy each other
    people = article.people | people_of(article.source.text)
    deal = deal_of(article.head, article.body, people)
    return Theme(deal.text(), deal.buyer, article.sure) if deal is not None else None


def _of_budget(article: _Article) -> Theme | None:
    """The article tells of a public budget: of that of a state, else of the town that has it."""
    budget = article.context.budget
    if budget is None or article.work is not None:
        return None
    return Theme("budget", budget.owner or article.place, article.sure)


def _of_wreck(article: _Article) -> Theme | None:
    """The article tells of a ship or the like that met with an accident, or of a ship by its name."""
    if article.work is not None:
        return None
    wreck, ship = wreck_of(article.body), article.context.ship
    if wreck is None and ship is not None:
        return Theme(None, ship.name, article.sure)
    return Theme(wreck, None, article.sure) if wreck is not None else None


def _of_gathering(article: _Article) -> Theme | None:
    """The headline names a cup or fair: it is of that, or of what befell people there."""
    gathering = gathering_of(article.head, article.body)
    if gathering is None:
        return None
    event = event_told(article.head, article.body, article.sentences, article.context)
    if event is not None and is_disaster(event) and _tells_of_harm(event, article):
        return Theme(event, gathering, article.sure)
    return Theme(gathering, None, article.sure)


def _tells_of_harm(event: str, article: _Article) -> bool:
    """Tell whether an article opens with people who came to harm, and heads with the disaster or the dead."""
    harm, dead = word_list("context", "trials", "harm"), word_list("context", "themes", "deadly")
    above = {word.lower() for word in WORD.findall(article.head)}
    opening = above | {word.lower() for word in WORD.findall(article.body[:LEAD])}
    return not opening.isdisjoint(harm | dead) and not above.isdisjoint(dead | _called(event))


def _without_event(article: _Article) -> Theme | None:
    """The article names no event: its headline names the matter, or it tells of an economy."""
    titled = _titled(article.head)
    if titled is not None:
        return Theme(titled, None, article.sure)
    economy = article.context.economy
    return Theme(None, economy, article.sure) if economy is not None else None


def _protagonist(article: _Article) -> tuple[str | None, bool]:
    """Return whom the article is about, in full, and whether that is known to be a person."""
    context, people = article.context, article.people
    whose = context.full.get(context.protagonist or "", context.protagonist)
    if whose is None or (people | people_of(article.source.text)).isdisjoint(whose.split()):
        return whose, False
    return in_full(whose, article.body), True


def _of_trial(article: _Article, matter: str | None, whose: str | None, *, is_person: bool) -> Theme | None:
    """A court sits where nothing else happened: its trial is of somebody, not of a place."""
    if matter is None or not matter.endswith("trial"):
        return None
    title, words = article.head.rpartition("\n")[0], Counter(WORD.findall(article.body))
    above = named_above(title, article.body, article.people, words)
    is_above = is_person and whose is not None and whose.split()[-1].lower() in WORD.findall(title.lower())
    tried = (whose if is_above else above) or article.context.firm or whose
    return Theme(matter, tried or principal_of(article.source, article.sentences), article.sure)


def _of_ballot(article: _Article, matter: str | None) -> Theme | None:
    """An election is about no one and no party, but a vote may be on one bill or question."""
    if not is_ballot(matter):
        return None
    matter = poll_of(article.body, matter)
    bill = bill_of(article.body) if matter in _DECIDING else None
    asked = question_of(article.body) if matter in _DECIDING and bill is None else None
    return Theme(f"{asked} {matter}" if asked else matter, bill or article.place, article.sure)


def _of_transfer(article: _Article, whose: str | None, *, is_person: bool) -> Theme | None:
    return Theme("transfer", whose, article.sure) if is_person and move_of(article.body) else None


def _of_event(article: _Article, matter: str | None, whose: str | None, *, is_person: bool) -> Theme:
    """The article tells of an event or of somebody: of whom or what, else where it was."""
    if matter == "strike" and (strikers := strikers_of(article.sentences)):
        matter = f"{strikers}' strike"
    topic = article.context.topic
    owner = None if is_person and matter is not None else whose  # somebody who only tells of the event
    thing = None if topic or owner else named_thing(article.sentences)
    if thing is not None:
        site = site_of(article.body) if matter in load("event_days")["crash"]["nouns"] else None
        return Theme(f"{site} {matter}" if site else matter, thing, article.sure)
    sudden = matter is not None and matter.split()[-1] in load("context")["accidents"]["kinds"]
    site = site_of(article.body) if sudden else None
    place = None if matter is not None and _has_a_name(matter) else site or article.place
    spread = matter is not None and matter.split()[-1] in word_list("context", "themes", "spread")
    about = (place or topic or owner) if spread else (topic or owner or place)
    theme = Theme(matter, about, article.sure)
    return _of_principal(theme, topic, article.source, article.sentences, article.people)


def _of_principal(
    theme: Theme, topic: str | None, source: Source, sentences: Sequence[Sentence], people: Set[str]
) -> Theme:
    """Complete a theme that names no event, or only where it was, by who or what acts most in the article."""
    if theme.matter is not None:
        of_place = theme.matter.split()[-1] in word_list("context", "themes", "of_places")
        if of_place or (theme.about and theme.about != theme.place):
            return theme
    acting = principal_of(source, sentences)
    is_person = acting is not None and not people.isdisjoint(acting.split())
    if theme.matter is None and is_person and move_of(source.text):
        return replace(theme, matter="transfer", about=acting)
    if acting is None or (is_person and theme.matter is not None):
        return theme
    if is_person and only_frames(acting.split()[-1], source.text):
        return theme
    if topic is not None and theme.matter is None and topic not in acting:
        return theme
    return replace(theme, about=acting)


def _called_above(work: str, head: str) -> str | None:
    """Return what a headline calls the work that the text only knows as "the tunnel": "Elm tunnel"."""
    if " " in work:
        return None
    for line in head.splitlines():
        found = re.search(rf"(?i)\b(?:([a-z]+) )?([a-z]{{3,}}) {work}\b", line)
        if found is None or found[2].lower() in _no_names():
            continue
        pointed = (found[1] or "").lower() in _POINTING  # no "Protesters block bridge"
        if pointed or (_tells_names(line) and not found[2].islower()):
            return f"{found[2].title()} {work}"
    return None


def _no_names() -> frozenset[str]:
    return word_list("context", "themes", "no_names")


def _tells_names(line: str) -> bool:
    """Tell whether only names have capitals in a headline, and not all its words."""
    small = [word for word in WORD.findall(line) if word.islower() and len(word) > _SHORT + 1]
    return len(small) >= _SHORT


def _has_a_name(matter: str) -> bool:
    """Tell whether a disaster is called by a name of its own: "the Harwick fire" needs no town."""
    *before, kind = matter.split()
    is_named = any(word[:1].isupper() and len(word) > _SHORT for word in before)
    return is_named and kind in word_list("context", "themes", "of_places")


def _follows(topic: str | None, matter: str, head: str) -> bool:
    """Tell whether an article follows a body whatever befell it: its headline names the body alone."""
    above = {word.lower() for word in WORD.findall(head)}
    return topic is not None and topic.split()[0].lower() in above and above.isdisjoint(_called(matter))


def _called(matter: str) -> frozenset[str]:
    """Return the nouns by which a headline may call an event of a kind: "council election", "vote"."""
    kind = matter.split()[-1]
    return frozenset(word for word, plain in event_kinds().items() if kind in (word, plain))


def _titled(head: str) -> str | None:
    """Return what a headline calls the matter, by name and kind: "The Aster Lane verdict"."""
    kinds = "|".join(word_list("context", "themes", "titled"))
    for line in head.splitlines():
        found = re.search(rf"\b(?:The|the) ((?:[A-Z][\w’'-]+ ){{1,3}}(?:{kinds}))\b", line)
        if found is not None and _tells_names(line):
            return found[1]
    return None


def _people(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the words of the persons that are named with a first name."""
    found: set[str] = set()
    for sentence in sentences:
        named = [token for token in sentence.span if token.ent_type_ == "PERSON"]
        for first, second in pairwise(named):
            if second.i == first.i + 1:
                found.update((first.text, second.text))
    return frozenset(found)


def _without_places(people: Set[str], body: str) -> Set[str]:
    """Leave out what the text puts something in: "in Amberland", of which "Amberland Grid" made a person."""
    return people - set(_INSIDE.findall(body))


TOPIC = "topic"
CIRCUMSTANCE = "circumstance"


def themed(claims: Iterable[Claim], theme: Theme, text: str) -> Iterator[Claim]:
    """Say of claims what the article as a whole is about: of all figures, of facts where no name says it.

    "Polling stations" alone tells nobody which, and "the union" pays for more than one thing; the facet
    "topic" says "Harwick council election" or "dockers' strike".

    Args:
        claims: The claims of an article.
        theme: Its theme.
        text: Its text, for whether a capital makes a name.

    Yields:
        The claims, in the same order.
    """
    topic = theme.text()
    names = capitals(text)
    for claim in claims:
        is_named = _is_name(claim.subject, names)
        ends = claim.value is not None and claim.value.unit == _DISTANCE  # from where to where it goes
        if is_named and "subject" in claim.inferred and claim.value is not None and not ends:
            kept = {facet: words for facet, words in claim.scope.items() if facet != CIRCUMSTANCE}
            claim = replace(claim, scope=kept)
        part = theme.matter is None and f" {claim.subject} " in f" {topic} "
        told = part or topic.lower() in claim.subject.lower()
        if not topic or told:
            yield claim
            continue
        inferred = {**claim.inferred, f"scope.{TOPIC}": f"the article tells of “{topic}”"}
        yield replace(claim, scope={**claim.scope, TOPIC: topic}, inferred=inferred)


def capitals(text: str) -> frozenset[str]:
    """Return the words that a text writes with a capital inside its sentences: those of names."""
    return frozenset(_MID_SENTENCE.findall(text))


def _is_name(subject: str, names: Set[str]) -> bool:
    """Tell whether a subject holds a word that the text writes with a capital inside its sentences."""
    return any(word in names for word in WORD.findall(subject))
