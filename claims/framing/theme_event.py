"""The event that an article tells of, by the word that it uses most and what says of which kind it is."""

import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from claims.framing.context import Context
from claims.framing.frame import NOUNS
from claims.framing.noun_phrases import text_of
from claims.framing.opening import LEAD, WORD
from claims.framing.theme_place import HEADLINE, OFTEN
from claims.framing.topic import TRIAL, event_kinds, kinds_in, without_namesakes
from claims.language import Sentence
from claims.vocabulary import load, word_list

if TYPE_CHECKING:
    from claims.tokens import Token

_OPENING = 2
_WEAKER = 4
_WHOLE = 4
_SHORT = 2
_NO_KINDS = ("DATE", "TIME", "PERCENT", "MONEY")
_MONTH = re.compile(r"(?<=[a-z0-9,] )March\b|\bMarch (?=\d)")


def event_told(head: str, body: str, sentences: Sequence[Sentence], context: Context) -> str | None:
    """Return the event that the text names most, headline and lead first, with what tells its kind.

    Args:
        head: Its title, headline and publisher.
        body: Its running text.
        sentences: All its sentences, parsed.
        context: What it is about, as its other readers see it.
    """
    met, lead, top = (
        Counter(WORD.findall(_plainly(without_namesakes(_undated(text).lower()))))
        for text in (body, body[:LEAD], head)
    )
    found = _event_told(body, met, lead, top, sentences, context)
    text = f"{head}\n{body}".lower()
    if found is None and context.event is None and context.topic is None and _harm() & lead.keys():
        return _by_its_kind("", text).strip() or None  # "a tram derailed": nobody need call it an accident
    return _by_its_kind(found, text) if found is not None else None


def _undated(text: str) -> str:
    """Return a text without the months that read like an event: "29 March", "in March"."""
    return _MONTH.sub("", text) if "March" in text else text


def _plainly(text: str) -> str:
    """Return a text in small letters with one word for an event that it calls or tells of in several."""
    for kind, phrases in _phrased().items():
        text = phrases.sub(kind, text)
    return text


@cache
def _phrased() -> dict[str, re.Pattern[str]]:
    """Return by what phrases a text tells of an event of each kind; a plural's "s" is left to the word."""
    kinds: dict[str, list[str]] = load("context")["themes"]["phrased"]
    return {
        kind: re.compile(rf"\b(?:{'|'.join(forms)})\b|\b(?:{'|'.join(forms)})(?=s\b)")
        for kind, forms in kinds.items()
    }


def _harm() -> frozenset[str]:
    """Return words by which a lead tells that people came to harm."""
    return word_list("context", "themes", "deadly") | word_list("context", "trials", "harm")


def _event_told(
    body: str,
    met: Counter[str],
    lead: Counter[str],
    top: Counter[str],
    sentences: Sequence[Sentence],
    context: Context,
) -> str | None:
    """Return the event as the text calls it, perhaps only an accident."""
    best = _most_told(met, lead, top, sentences)
    if best is None and context.event is None and (lesser := _lesser(met, lead, top)) is not None:
        return _as_often(_with_kind(lesser, sentences), met)
    if best is None and context.event is None and context.topic is None:
        return _taken_as_known(body)
    if context.event == TRIAL and best in load("context")["trials"]["causes"]:
        return TRIAL  # of what befell, a court goes on to hear
    looking = word_list("context", "looking_into", "events")
    own = context.event if context.event and (" " in context.event or best in looking) else None
    if own is not None and any(word.isupper() and len(word) > _SHORT for word in own.split()):
        own = own.split()[-1].lower()  # a headline in capitals is no phrase to be taken apart
    if best in looking and own is not None and own not in looking:
        return own
    if own is not None and (best is None or event_kinds().get(best, best) == own.split()[-1]):
        return " ".join(_as_in(body, word) for word in own.split())
    if best is None:
        return context.event
    return _with_kind(best, sentences)


def _by_its_kind(event: str, text: str) -> str:
    """Name an accident by what it was where the text tells of a derailment, a collision or the like."""
    names, _, last = event.rpartition(" ")
    if last not in ("", "accident"):
        return event
    told = {kind: [found.start() for found in words.finditer(text)] for kind, words in _accidents().items()}
    often = {kind: len(at) for kind, at in told.items() if len(at) >= OFTEN and at[0] < LEAD}
    best = max(often, key=lambda kind: (often[kind], kind), default=last)
    return f"{names} {best}".strip()


@cache
def _accidents() -> dict[str, re.Pattern[str]]:
    """Return by what words a text tells of an accident of each kind."""
    kinds: dict[str, list[str]] = load("context")["accidents"]["kinds"]
    return {kind: re.compile(rf"\b(?:{'|'.join(forms)})\b") for kind, forms in kinds.items()}


def _most_told(
    met: Counter[str], lead: Counter[str], top: Counter[str], sentences: Sequence[Sentence]
) -> str | None:
    """Return the word for the event that is met most, in the headline and the lead above all."""
    weak, whole = word_list("context", "themes", "weak"), word_list("context", "themes", "whole")
    passing = word_list("context", "themes", "threatened")
    score: dict[str, float] = {}
    words = _words_for(met)
    times = {word: met[word] + met[f"{word}s"] for word in words}
    often, most = Counter[str](), Counter[str]()
    for word, kind in words.items():
        often[kind] += times[word]
        most[kind] = max(most[kind], times[word])
    of_a_kind = {word: _with_kind(word, sentences) for word in _sorts() if times[word]}
    for word, kind in words.items():
        forms = {word, f"{word}s"}
        of_kind = of_a_kind.get(word, "").split()
        told = forms & lead.keys() and len(of_kind) > 1 and met[of_kind[0]] >= OFTEN
        seldom = often[kind] < OFTEN or times[word] < min(OFTEN, most[kind])
        if not times[word] or (seldom and word not in whole and not told):
            continue
        if word in passing and times[word] <= OFTEN and not forms & (top.keys() | lead.keys()):
            continue  # told of in passing
        shown = HEADLINE * bool(forms & top.keys()) + _OPENING * bool(forms & lead.keys())
        score[word] = (
            (times[word] + shown) * (_WHOLE if word in whole else 1) / (_WEAKER if word in weak else 1)
        )
    score = {word: points for word, points in score.items() if of_a_kind.get(word) != word}
    best = max(score, key=lambda word: (score[word], word), default=None)
    return words[best] if best is not None and best not in (event_kinds().keys() | of_a_kind) else best


def _lesser(met: Mapping[str, int], lead: Container[str], top: Container[str]) -> str | None:
    """Return what is done or decided that the headline names, or the lead where the text keeps to it."""
    often: dict[str, int] = {}
    for word in word_list("context", "themes", "lesser"):
        times = met[word] + met[f"{word}s"]
        above, opens = (word in words or f"{word}s" in words for words in (top, lead))
        if times >= OFTEN + (not above) and (above or opens):
            often[word] = times + HEADLINE * above + _OPENING * opens
    return max(often, key=lambda word: (often[word], word), default=None)


def _as_often(name: str, met: Mapping[str, int]) -> str:
    """Return the name of an event in the plural where the text only has that: "raids"."""
    word = name.split()[-1]
    return f"{name}s" if met[f"{word}s"] and not met[word] else name


def _sorts() -> frozenset[str]:
    return word_list("context", "themes", "of_a_kind")


def _words_for(met: Mapping[str, int]) -> dict[str, str]:
    """Return the nouns that may name what a text tells of, each with the plain word for its kind."""
    return {**kinds_in(met), **{word: word for word in _sorts()}}


def _as_in(body: str, word: str) -> str:
    """Return a word that a headline writes in capitals as the running text writes it."""
    met = set(WORD.findall(body))
    if not word.isupper() or len(word) <= _SHORT:
        return word
    return word.title() if word.title() in met and word.lower() not in met else word.lower()


def _taken_as_known(body: str) -> str | None:
    """Return the one disaster that a local text needs not tell of: "since the quake" says which."""
    named = frozenset(_known_disasters().findall(without_namesakes(body.lower())))
    return next(iter(named)) if len(named) == 1 else None


@cache
def _known_disasters() -> re.Pattern[str]:
    words = "|".join(word for word in word_list("context", "themes", "of_places") if word in event_kinds())
    return re.compile(rf"\bthe ({words})(?! of)\b")


def _with_kind(word: str, sentences: Sequence[Sentence]) -> str:
    """Return a noun with the nouns that most often stand before it: "council election"."""
    names: Counter[str] = Counter()
    for sentence in sentences:
        for token in sentence.span:
            if token.lemma_.lower() != word or token.pos_ not in NOUNS:
                continue
            before = [child for child in token.lefts if _tells_kind(child)]
            if before:
                names[f"{text_of(before).lower()} {word}"] += 1
    return max(names, key=lambda name: (names[name], name), default=word)


def _tells_kind(child: "Token") -> bool:
    plain = child.pos_ == "NOUN" and child.ent_type_ not in _NO_KINDS and len(child) > _SHORT
    plain = plain and child.lower_ not in word_list("context", "themes", "when")
    return child.dep_ == "compound" and plain and not child.text.isupper() and child.lower_ not in _scales()


def _scales() -> list[str]:
    return load("units")["scales"]["before"]  # type: ignore[no-any-return]
