"""What an event is called by: the ship that sank, the act that was voted on, those who are on strike."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from claims.language import Sentence
from claims.vocabulary import load

_OFTEN = 2
_SIGNS = 3
_LEAD = 900
_CAPITAL = r"[A-Z][\w’'-]*[a-z]"
_BILL = rf"\b((?:{_CAPITAL} ){{{{1,4}}}}(?:{{}}))\b"
_MADE_OF_VERBS = ("er", "ion", "ment", "ing", "al", "r")
_ARTICLES = ("The", "A", "An", "This", "That")


def move_of(body: str) -> str | None:
    """Return "transfer" where a text tells of a player's move to another club, else None.

    Args:
        body: The running text of an article.
    """
    signs, sport = (frozenset(load("matters")["moves"][kind]) for kind in ("signs", "sport"))
    words = Counter(re.findall(r"[a-z]+(?:-[a-z]+)*", body.lower()))
    told = [word for word in words if word in signs]
    if sport.isdisjoint(words) or len(told) < _SIGNS:
        return None  # fees, clauses and instalments alone are those of a loan
    return "transfer" if sum(words[word] for word in told) > _SIGNS else None


def in_full(name: str, body: str) -> str:
    """Return a person's name with the first name that a text gives once: "Holm" is "Ada Holm".

    Args:
        name: The name as it mostly stands.
        body: The running text of an article.
    """
    if " " in name:
        return name
    before = re.findall(rf"(?<![.!?:] )\b({_CAPITAL}) {re.escape(name)}\b", body)
    plain = set(re.findall(r"\b[a-z]+\b", body))
    first = Counter(word for word in before if word.lower() not in plain and word not in _ARTICLES)
    return f"{max(first, key=lambda word: (first[word], word))} {name}" if first else name


def wreck_of(body: str) -> str | None:
    """Return the accident of a ship, train or plane by its name: "Alder Star sinking".

    Args:
        body: The running text of an article.

    Returns:
        The name and the noun for what happened to it, or None where no named one is told to have met it.
    """
    data = load("matters")["wrecks"]
    told = re.findall(r"[a-z]+", body[:_LEAD])
    met = Counter(data["verbs"][word] for word in told if word in data["verbs"])
    if not met:  # what an inquiry finds later
        met = Counter(word for word in told if word in data["afterwards"])
    if not met or len(_vehicles().findall(body)) < _OFTEN:
        return None
    named = [found["name"] for pattern in _wrecked() for found in pattern.finditer(body)]
    often = {name: len(re.findall(rf"\b{re.escape(name)}\b", body)) for name in named}
    name = max(often, key=lambda name: (often[name], name), default=None)
    return f"{name} {max(met, key=lambda noun: (met[noun], noun))}" if name is not None else None


def bill_of(body: str) -> str | None:
    """Return the bill, act or treaty that a text names most ("Heating Act"), or None.

    Args:
        body: The running text of an article.
    """
    named = Counter(" ".join(_words(found[1])) for found in _bill().finditer(body))
    name = max(named, key=lambda name: (named[name], name), default="")
    return name if " " in name else None


def question_of(body: str) -> str | None:
    """Return what a text says that people voted on, in a word: "merger", or None.

    Args:
        body: The running text of an article.
    """
    text = body.lower()
    asked = Counter(found["what"] for pattern in _asked() for found in pattern.finditer(text))
    met = Counter(re.findall(r"[a-z]+", text))
    for verb in re.findall(r"\bvot(?:ed|es|ing)(?: [a-z]+){0,8} to ([a-z]{4,})\b", text):
        noun = max((word for word in met if word.startswith(verb) and word != verb), key=len, default="")
        asked[noun] += noun.endswith(_MADE_OF_VERBS)
    times = load("periods")
    known = {*load("ballots")["questions"]["not_asked"], *times["months"], *times["weekdays"]}
    often = {word: asked[word] + met[word] for word in asked if asked[word] and word not in known}
    often = {word: count for word, count in often.items() if count > _OFTEN}
    return max(often, key=lambda word: (often[word], word), default=None) or None


@cache
def _asked() -> tuple[re.Pattern[str], ...]:
    words = load("ballots")["questions"]
    votes, links, verbs = ("|".join(words[kind]) for kind in ("votes", "links", "verbs"))
    what = r"(?:the |a |an |its |their )?(?P<what>[a-z]{3,})\b(?! [a-z]+(?:er|or|man)\b)"
    return (
        re.compile(rf"\b(?:{votes})(?: on [a-z]+day)? (?:{links}) {what}"),
        re.compile(rf"\b(?:{verbs}) (?:the|a|an) (?P<what>[a-z]{{3,}})\b"),
        re.compile(r"\b(?P<what>[a-z]{3,}) referendums?\b"),
    )


def strikers_of(sentences: Sequence[Sentence]) -> str | None:
    """Return who an article says went on strike or voted on it, in small letters: "dockers".

    Args:
        sentences: All its sentences, parsed.
    """
    acts = frozenset(load("matters")["strikes"]["acts"])
    often: Counter[str] = Counter()
    doers: set[str] = set()
    for sentence in sentences:
        for token in sentence.span:
            if token.tag_ == "NNS":
                often[token.lower_] += 1
                verb = token.head.head if token.dep_ == "pobj" else token.head
                if token.dep_ in ("nsubj", "pobj") and verb.lemma_ in acts:
                    doers.add(token.lower_)
    best = max(doers, key=lambda word: (often[word], word), default=None)
    return best if best is not None and often[best] >= _OFTEN else None


def _words(name: str) -> list[str]:
    words = name.split()
    return words[1:] if words[0] in _ARTICLES else words


@cache
def _vehicles() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(load('matters')['wrecks']['vehicles'])})s?\b")


@cache
def _wrecked() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return how a text names what came to grief: behind its kind, or before what happened to it."""
    data, marks = load("matters")["wrecks"], "[*_“\"']?"
    kinds, part = "|".join(data["vehicles"]), rf"(?:{_CAPITAL}|[IVX]+)"
    name = rf"{marks}(?P<name>{part}(?: {part}){{0,2}})\b{marks}"
    happened = "|".join((*data["verbs"], *data["phrases"]))
    return (
        re.compile(rf"\b(?:{kinds}),? (?!The|A ){name}"),
        re.compile(rf"\b[Tt]he {name} (?:had |has |was )?(?:{happened})\b"),
    )


@cache
def _bill() -> re.Pattern[str]:
    return re.compile(_BILL.format("|".join(load("matters")["bills"]["kinds"])))
