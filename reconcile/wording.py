"""How reasons name things: sources, sides, what is said, and the words that only one side has."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePath

from claims.model import Claim, Source
from reconcile.format import asserted, period, ranked, value
from reconcile.keys import Key
from reconcile.pairing import Pairing
from reconcile.vocabulary import load
from reconcile.words import plain_words, stem, stop_words

LONGEST_QUOTE = 90
LONG_NAME = 16
_PREFIX = re.compile(r"([^\W_]{3,})[ _-]")
_TOKEN = re.compile(r"[\w'’&-]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_MOST_PHRASES = 3


def labels(sources: Iterable[Source]) -> dict[str, str]:
    """Return for each source the shortest name that a reader can tell it by.

    That is its publisher where no other source has the same, else its file name without the ending; of a long
    one the part before the first dash, where that is its own.
    """
    sources = list(sources)
    publishers = Counter(source.known("publisher") for source in sources)
    stems = {source.name: PurePath(source.name).stem or source.name for source in sources}
    prefixes = {name: _prefix(text) for name, text in stems.items()}
    own = {prefix for prefix, count in Counter(prefixes.values()).items() if count == 1}
    found = {}
    for source in sources:
        publisher = source.known("publisher")
        short = prefixes[source.name] if prefixes[source.name] in own else stems[source.name]
        found[source.name] = publisher if publisher and publishers[publisher] == 1 else short
    several = Counter(found.values())
    return {name: label if several[label] == 1 else name for name, label in found.items()}


def _prefix(text: str) -> str:
    found = _PREFIX.match(text) if len(text) > LONG_NAME else None
    return found.group(1) if found else text


def label(pair: Pairing, key: Key) -> str:
    """Return the name of a claim's source for a reader."""
    return pair.setting.labels.get(key.claim.source, key.claim.source)


def side(pair: Pairing, key: Key) -> str:
    """Name one side: by its source, or inside one source by what it says."""
    if not pair.same_source:
        return label(pair, key)
    one, other = said(pair.a.claim), said(pair.b.claim)
    return "one of the two" if one == other else said(key.claim)


def said(claim: Claim) -> str:
    """Return what a claim says: its value, or for a fact its words in quotation marks."""
    if claim.value is not None:
        return ranked(claim) if claim.value.unit == "rank" else value(claim.value)
    if claim.measure.startswith("exists"):
        thing = shortened(claim.subject + claim.measure.removeprefix("exists"))
        return f"“no {thing}”" if claim.polarity == "negated" else f"there is “{thing}”"
    told = asserted(claim)
    return f"{'not: ' if claim.polarity == 'negated' else ''}“{shortened(told)}”"


def when(claim: Claim) -> str:
    """Return for when a claim holds, as it follows its value: " for 2023", ", undated"."""
    if claim.period is None:
        return ", undated" if claim.value is not None and claim.value.unit != "date" else ""
    if claim.value is not None and claim.value.unit == "date":
        return ""
    if not (claim.period.start or claim.period.end):
        return f" ({claim.period.text[:1].lower()}{claim.period.text[1:]})"
    text = period(claim.period)
    if text.startswith("as of "):
        return f", undated, told {text}"
    return f" {text}" if text.startswith(("since ", "until ")) else f" for {text}"


def shortened(text: str, most: int = LONGEST_QUOTE) -> str:
    """Cut a text at the end of a word, with an ellipsis where something was left out."""
    flat = " ".join(text.split())
    if len(flat) <= most:
        return flat
    head = flat[:most].rsplit(" ", 1)[0].rstrip(" ,;:–—-")
    return f"{head} …"


def named(names: Iterable[frozenset[str]], keys: Sequence[Key]) -> str:
    """Write names as the claims have them."""
    return _listed(sorted({_name(name, keys) for name in names}))


def _name(name: frozenset[str], keys: Sequence[Key]) -> str:
    if len(name) == 1:
        word = next(iter(name))
        if word.startswith("@"):
            return "the world" if word == "@world" else _state(word[1:])
    for key in keys:
        claim = key.claim
        for text in (claim.subject, claim.object or "", claim.measure, *claim.scope.values(), claim.sentence):
            tokens = [token for token in _TOKEN.findall(text) if _bare(token) in name]
            if {_bare(token) for token in tokens} == name:
                return " ".join(
                    dict.fromkeys(token.removesuffix("'s").removesuffix("’s") for token in tokens)
                )
    return " ".join(sorted(word.removeprefix("@").title() for word in name))


def _state(word: str) -> str:
    from claims.vocabulary import load as load_claim_words

    names: Iterable[str] = load_claim_words("countries")["states"]["names"]
    return next((name for name in names if name.lower() == word), word.title())


def _bare(token: str) -> str:
    return _POSSESSIVE.sub("", token.lower())


def quoted(words: frozenset[str], *keys: Key) -> str:
    """Write words as one of the claims has them, those that stand together as one phrase."""
    found: list[str] = []
    left = set(words)
    for key in keys:
        claim = key.claim
        counted = claim.value.counted if claim.value else None
        for text in (claim.measure, claim.object, counted, claim.subject, *claim.scope.values()):
            for phrase in _runs(text or "", left, key):
                found.append(phrase)
    rest = [next((key.said[word] for key in keys if word in key.said), word) for word in sorted(left)]
    phrases = list(dict.fromkeys([*found, *rest]))[:_MOST_PHRASES]
    return _listed([f"“{phrase}”" for phrase in phrases])


def _runs(text: str, words: set[str], key: Key) -> list[str]:
    """Return the runs of a text's words that are wanted, and strike them off."""
    here = set(plain_words(text)) | stop_words()
    phrases = {word: plain_words(key.said.get(word, word)) for word in sorted(words)}
    # "profit" alone does not say that "pre-tax profit" is meant
    wanted = {part: word for word, parts in phrases.items() if here.issuperset(parts) for part in parts}
    runs: list[list[str]] = []
    together = False
    for token in _TOKEN.findall(text):
        parts = plain_words(token)
        word = wanted.get(_bare(token)) or (
            wanted.get(parts[0]) if wanted.keys() >= set(parts) != set() else None
        )
        if word is None:
            together = False
            continue
        runs = [*runs[:-1], [*runs[-1], token]] if together else [*runs, [token]]
        together = True
        words.discard(word)
    return [" ".join(run) for run in runs]


def narrowed(key: Key, words: Sequence[str]) -> str:
    """Return the phrase that begins with one of some words: "heavy magnets" for "heavy"."""
    stems = {stem(part) for word in words for part in plain_words(word)}
    for text in (key.claim.measure, key.claim.object or "", key.claim.subject, *key.claim.scope.values()):
        tokens = _TOKEN.findall(text)
        at = next((i for i, token in enumerate(tokens) if _canonical(token, key) & stems), None)
        if at is not None:
            end = next((i for i in range(at, len(tokens)) if tokens[i].lower() in stop_words()), len(tokens))
            return " ".join(tokens[at : min(end, at + 5)])
    return words[0]


def _canonical(token: str, key: Key) -> set[str]:
    bare = _bare(token)
    return {stem(bare)} | {stem(word) for word, read in key.said.items() if bare in plain_words(read)}


def member(row: str, members: frozenset[int]) -> str:
    """Write the sides of a contrast by their first words."""
    called = load("display")["members"]
    words = (str(load("contrasts")[row]["members"][number][0]) for number in sorted(members))
    return " and ".join(called.get(word, word) for word in words)


def _listed(words: Sequence[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
