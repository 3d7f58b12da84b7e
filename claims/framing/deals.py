"""The deal that an article tells of: which firm wants to buy which, or which two are to become one."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from functools import lru_cache

from claims.framing.opening import opening_of
from claims.names import demonym
from claims.vocabulary import word_list

_OFTEN = 2
_SIGNS = 3
_MOST = 12  # names that are looked for
_PART = r"[A-Z][\w-]{0,38}\w"
_NAME = re.compile(rf"\b{_PART}(?: (?:& )?{_PART}){{0,2}}")
_WITHIN = r"(?:[^.;:\n]|\.\d)"  # a clause, with its decimals
_ITS = r"(?!['’](?:s\b|\s))"  # who buys a firm's depot does not buy the firm
_OF = {"bid": "for", "offer": "for", "merger": "with"}


@dataclass(frozen=True, slots=True)
class Deal:
    """A takeover or merger.

    Attributes:
        kind: The word by which the text mostly calls it: "offer", "takeover", "merger".
        target: The firm that is bought or joined, as the text names it in full.
        buyer: The firm that buys.
    """

    kind: str
    target: str
    buyer: str

    def text(self) -> str:
        """Return it in words, without the buyer: "takeover of Harlan Foods"."""
        return f"{self.kind} {_OF.get(self.kind, 'of')} {self.target}"


def deal_of(head: str, body: str, people: Set[str]) -> Deal | None:
    """Return the deal that the headline or the lead tells of, where the text goes on to speak of it.

    Args:
        head: Its title, headline and publisher.
        body: Its running text.
        people: The words of the names of persons, whom nobody takes over.
    """
    words = Counter(re.findall(r"[a-z]+", f"{head}\n{body}".lower()))
    kinds = {kind: words[kind] + words[f"{kind}s"] for kind in word_list("matters", "deals", "kinds")}
    signs = sum(words[sign] > 0 for sign in word_list("matters", "deals", "signs"))
    if signs < _SIGNS or not sum(kinds.values()):
        return None
    names = _names(body, people)
    opening = opening_of(head, body).lower()
    told = Counter(pair for pair in _pairs(body, names) if pair[1].lower() in opening)
    best = max(told, key=lambda pair: (told[pair], names[pair[1]], pair), default=None)
    if best is None:
        return None
    return Deal(max(kinds, key=lambda word: (kinds[word], word)), best[1], best[0])


def _names(body: str, people: Set[str]) -> Counter[str]:
    """Return the names that a text has often, of no person and no day, with how often."""
    no_firms = people | word_list("context", "themes", "no_places") | {"The", "It", "In", "But", "And"}
    found = Counter(
        name for name in _NAME.findall(body) if no_firms.isdisjoint(name.split()) and not demonym(name)
    )
    return Counter({name: times for name, times in found.most_common(_MOST) if times >= _OFTEN})


def _pairs(body: str, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the buyer and the firm that is bought, wherever a text has both in one clause."""
    for pattern in _told("|".join(map(re.escape, sorted(names, key=len, reverse=True)))):
        for found in pattern.finditer(body):
            apart = found["buyer"] != found["target"]
            if apart and "from" not in (found.groupdict().get("between") or "").split():  # that is a player
                yield found["buyer"], found["target"]


@lru_cache(maxsize=4)
def _told(names: str) -> tuple[re.Pattern[str], ...]:
    verbs, nouns = ("|".join(sorted(word_list("matters", "deals", part))) for part in ("verbs", "nouns"))
    holders = "|".join(sorted(word_list("matters", "deals", "holders")))
    buyer, target = rf"\b(?P<buyer>{names})\b", rf"\b(?P<target>{names})\b"
    between = rf"(?P<between>{_WITHIN}{{0,30}}?)"
    asked = rf"(?:{nouns}) {_WITHIN}{{0,40}}?(?:by|from) {buyer}"
    return (
        re.compile(rf"{buyer}{_WITHIN}{{0,40}}? (?:{verbs}) {between}{target}{_ITS}"),
        re.compile(rf"{buyer}{_WITHIN}{{0,30}}? (?:{nouns}) (?:of|for|with) {between}{target}{_ITS}"),
        re.compile(rf"\bmerger (?:of|between) {buyer} (?:and|with) {target}"),
        re.compile(rf"{target}{_WITHIN}{{0,150}}? {asked}"),
        re.compile(rf"(?s){target}(?:['’]s?)? (?:{holders})\b.{{0,2000}}?\b{asked}"),
    )
