"""The site of a firm that an article tells of: "the Harwick plant", "its brewery in Harwick", "the works"."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from claims.firms import firms_of
from claims.framing.descriptions import openers
from claims.framing.home import town_of_paper
from claims.framing.inflection import plural
from claims.framing.opening import LEAD, divided
from claims.language import Sentence, names_any
from claims.model import Source
from claims.names import demonym, state
from claims.people import people_of
from claims.vocabulary import load, word_list

_WORD = r"[\w-]{1,40}"
_CAPITAL = r"[A-Z][a-z][\w-]{0,38}"
_PLACE = rf"(?P<place>{_CAPITAL}(?: {_CAPITAL}){{0,2}})"
_KIND_WORDS = r"(?:[a-z][\w’'-]{0,39} ){0,3}"
_SMALL = re.compile(r"\b[a-z]{3,}\b")
_BYLINE = re.compile(rf"(?m)^(?:By|by|BY) [^\n]{{3,40}} in {_PLACE}$")
_OPENING = 250
_OFTEN = 3
_CLOSING = 4
_BEFORE = 2


@dataclass(frozen=True, slots=True)
class Site:
    """A site of a firm, as an article speaks of it.

    Attributes:
        name: Its name with its kind in one word for all papers: "Harwick plant".
        own: The same as the article calls it: "Harwick works".
        place: Where it stands, or "".
        words: The nouns, in small letters, that mean it behind "the".
        firm: Whose it is, or "".
        others: The places of other sites that it tells of.
        main: Whether the article is about it more than about the firm.
        headed: Whether the headline tells of it.
        fate: What a headline says becomes of it ("closure"), or None.
    """

    name: str
    own: str
    place: str
    words: frozenset[str]
    firm: str
    others: frozenset[str]
    main: bool = False
    headed: bool = False
    fate: str | None = None

    def named(self, phrase: str) -> str | None:
        """Return the name of the site where a phrase means it: "its factory in Harwick", "Elm's works".

        Args:
            phrase: A subject as the clause gives it.
        """
        words = phrase.split()
        heads = [at for at, word in enumerate(words) if word.lower() in self.words]
        if not heads or phrase == self.name:
            return None
        behind = words[heads[-1] + 1 :]
        rest = {word.removesuffix("'s").removesuffix("’s") for word in words}
        if behind and (behind[0] not in word_list("sites", "words", "places") or not self.place):
            return None
        capitals = {word for word in rest if word[:1].isupper()}
        known = {*self.place.split(), *self.firm.split(), *kinds(), *(kind.title() for kind in kinds())}
        if capitals - known or (behind and not set(self.place.split()) <= capitals):
            return None
        of_place = self.place and set(self.place.split()) <= capitals
        of_firm = self.firm and set(self.firm.split()) & capitals
        return self.name if of_place or of_firm else None

    def is_meant(self, noun: str) -> bool:
        """Tell whether "the …" means the site."""
        return noun in self.words or noun in word_list("sites", "words", "any")

    def is_told_of(self, text: str, before: bool, *, opens: bool) -> bool:
        """Tell whether what a sentence tells of nobody is of the site.

        Args:
            text: The sentence.
            before: Whether the one before it was of the site.
            opens: Whether it opens a paragraph.
        """
        if _elsewhere(self.others).search(text) is not None:
            return False
        if self.is_told(text):
            return True
        if _other_place(self.place, self.firm).search(text) is not None:
            return False
        return self.main if opens else before

    def is_told(self, text: str) -> bool:
        """Tell whether a sentence speaks of the site: by name, as "the plant", or as what is here."""
        return _told(self.place, self.words).search(text) is not None


@lru_cache(maxsize=8)
def _told(place: str, words: frozenset[str]) -> re.Pattern[str]:
    nouns = "|".join(sorted({*words, *word_list("sites", "words", "any")}))
    here = "|".join(sorted(word_list("sites", "words", "here")))
    named = rf"|\b{re.escape(place)}\b" if place else ""
    return re.compile(rf"(?i)\b(?:the|this|its|our|their) (?:[a-z-]+ )?(?:{nouns})\b|\b(?:{here})\b{named}")


@lru_cache(maxsize=8)
def _elsewhere(others: frozenset[str]) -> re.Pattern[str]:
    wide = "|".join(sorted(word_list("sites", "words", "wide")))
    several = "|".join(sorted({plural(kind) for kind in kinds() if not kind.endswith("works")}))
    named = "".join(rf"|\b{re.escape(other)}\b" for other in sorted(others))
    return re.compile(rf"\b(?i:{wide}|{several}|sites|suppliers)\b{named}")


@lru_cache(maxsize=8)
def _other_place(place: str, firm: str) -> re.Pattern[str]:
    """Return how a sentence speaks of another place than the site's: "in Harwick"."""
    known = "|".join(sorted({*place.split(), *firm.split(), *word_list("context", "themes", "no_places")}))
    return re.compile(rf"\b(?:[Ii]n|[Ff]rom|[Tt]o|[Aa]t) (?!(?:the )?(?:{known})\b)[A-Z][a-z]{{2,}}")


@cache
def kinds() -> Mapping[str, str]:
    """Return the nouns for sites, with what each is called in a claim."""
    table: dict[str, list[str]] = load("sites")["kinds"]
    return {noun: kind for kind, nouns in table.items() for noun in nouns}


@cache
def _last_words() -> frozenset[str]:
    """Return the ground forms of the nouns for sites, of several words the last."""
    return frozenset(kind.split()[-1].removesuffix("s") for kind in kinds()) | kinds().keys()


@cache
def _any_kind() -> str:
    return "|".join(sorted(map(re.escape, kinds()), key=len, reverse=True))


@cache
def _cheap() -> re.Pattern[str]:
    return re.compile(rf"\b(?:the|its|our|their|{_WORD}[’']s) (?:{_WORD} ){{0,4}}?(?:{_any_kind()})\b", re.I)


@cache
def _run() -> re.Pattern[str]:
    """Return what tells that a site is run by somebody and worked at."""
    said = sorted((*word_list("sites", "words", "firm"), *word_list("sites", "words", "work")))
    return re.compile(rf"(?i)\b(?:{'|'.join(said)})\b")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Return how a text names a site with its place: "its brewery in Harwick", "the Harwick car plant"."""
    owners = "|".join(sorted(word_list("sites", "words", "owners")))
    places = "|".join(sorted(word_list("sites", "words", "places")))
    owner = rf"(?:\b(?i:{owners})|\b[A-Z]{_WORD}[’']s?)"
    doings = "|".join(sorted(word_list("sites", "words", "doings")))
    kind = rf"(?P<kind>(?i:{_any_kind()}))"
    return (
        re.compile(rf"{owner} (?:{_CAPITAL} )?{_KIND_WORDS}{kind} (?:{places}) {_PLACE}"),
        re.compile(rf"{owner} {_KIND_WORDS}{_PLACE} {_KIND_WORDS}{kind}\b(?! [A-Z])"),
        re.compile(rf"\b{_PLACE}, the {_KIND_WORDS}{kind}\b"),
        re.compile(rf"\b{_PLACE} (?P<kind>{_any_kind()}|site)\b"),
        re.compile(rf"\b(?P<kind>(?i:{doings})) (?:in|at) {_PLACE}"),
    )


def site_told(
    source: Source, sentences: Iterable[Sentence], firm: str | None, place: str | None
) -> Site | None:
    """Read which site of a firm an article tells of, where it speaks of one more than of all others.

    Args:
        source: The source.
        sentences: All its sentences, parsed.
        firm: The body that the article follows, or None.
        place: Where most of the article happens, or None.
    """
    text = source.text
    if not names_any(sentences, _last_words()):
        return None
    if _cheap().search(text) is None or _run().search(text) is None:
        return None
    head, body = divided(source)
    firm = firm or _firm_of(text)
    met, nouns = _met(f"{head}\n{body}", firm, people_of(text) | firms_of(text))
    again = _again(body)
    score = {name: count + _often(name, text) + _closing(name, body) for name, count in met.items()}
    best = max(score, key=lambda name: (score[name], name), default="")
    if best and _is_only_beside(best, again, body):
        best = ""
    words = frozenset(nouns[best]) if best else frozenset(again)
    if not best:
        near = (_sent_from(source.text), town_of_paper(source) or "", place or "")
        best = next((name for name in near if _is_place(name, firm, text)), "")
    if not words or sum(again[word] for word in words) + score.get(best, 0) < _OFTEN:
        return None
    own = max(words, key=lambda noun: (again[noun], noun))
    words = frozenset(noun for noun, kind in kinds().items() if kind == kinds()[own])
    where = best or firm
    others = frozenset(name for name in met if name != best and name not in best and best not in name)
    site = Site(f"{where} {kinds()[own]}", f"{where} {own}", best, words, firm, others)
    return _weighed(site, head, body) if where else None


def _firm_of(text: str) -> str:
    """Return the name that the text uses most as that of a firm, or ""."""
    named = {word: _often(word, text) for word in firms_of(text)}
    return max(named, key=lambda word: (named[word], word), default="")


def _often(name: str, text: str) -> int:
    return len(re.findall(rf"\b{re.escape(name)}\b", text))


def _closing(name: str, body: str) -> int:
    """Return how often a text says that something ends at a place: of two sites it tells of that one."""
    ends = "|".join(sorted(word_list("sites", "words", "ends")))
    place, end = rf"\b{re.escape(name)}\b", rf"\b(?:{ends})\b"
    near = rf"{place}[^.\n]{{0,60}}{end}|{end}[^.\n]{{0,60}}{place}"
    return _CLOSING * len(re.findall(near, body))


def _is_only_beside(place: str, again: Counter[str], body: str) -> bool:
    """Tell whether a text says "the plant" of another long before it names the one at a place."""
    first = body.find(place)
    return sum(_again(body[: max(first, 0)]).values()) >= _BEFORE and 2 * _often(place, body) <= again.total()


def _is_place(place: str, firm: str, text: str) -> bool:
    return bool(place) and place not in firm.split() and people_of(text).isdisjoint(place.split())


def _sent_from(text: str) -> str:
    """Return the place that a byline gives: "By Ada Holm in Harwick"."""
    found = _BYLINE.search(text[:LEAD])
    return found["place"] if found is not None else ""


def _met(text: str, firm: str, names: frozenset[str]) -> tuple[Counter[str], dict[str, set[str]]]:
    """Return how often each place has a site of the firm, and by what nouns; names are of no places."""
    met, nouns = Counter[str](), dict[str, set[str]]()
    small = frozenset(_SMALL.findall(text))
    for pattern in _patterns():
        for found in pattern.finditer(text):
            place = _placed(found["place"], firm, names)
            if place and not small.issuperset(place.lower().split()):  # "Power plant to close"
                met[place] += 1
                kind = found["kind"].lower()
                nouns.setdefault(place, set()).add(kind if kind in kinds() else "plant")
    return met, nouns


def _placed(name: str, firm: str, names: frozenset[str]) -> str:
    """Return what of a name before or behind the noun is a place: "Harwick" of "Elm Harwick"."""
    words = name.split()
    while words and (words[0] in firm.split() or demonym(words[0]) or words[0].lower() in openers()):
        words.pop(0)
    place = " ".join(words)
    no_place = word_list("context", "themes", "no_places")
    if state(place) or not words or not no_place.isdisjoint(words) or not names.isdisjoint(words):
        return ""
    return place


def _again(body: str) -> Counter[str]:
    """Return how often a text says "the plant" or the like of a site that it has named."""
    said = re.findall(rf"\b(?:[Tt]he|[Tt]his|[Oo]ur|[Ii]ts) ({_any_kind()})\b(?! of\b| council)", body)
    return Counter(noun.lower() for noun in said)


def _weighed(site: Site, head: str, body: str) -> Site | None:
    """Tell whether an article is about the site: it heads with it, or speaks of it more than of the firm.

    Of what others than firms have, it must head with it: a hospital stands in any story.
    """
    told = _told(site.place, site.words)
    nouns = "|".join(sorted(site.words))
    noun_above = re.search(rf"(?i)\b(?:{nouns})\b", head) is not None
    if site.words & word_list("sites", "words", "common") and not noun_above:
        return None
    fate = next((fate for fate, said in fates().items() if not said.isdisjoint(head.lower().split())), None)
    headed = noun_above or (bool(site.place) and site.place.lower() in head.lower())
    headed = headed or (fate is not None and told.search(body[:_OPENING]) is not None)
    often = len(told.findall(body))
    firm = "|".join(sorted(word_list("sites", "words", "firm")))
    of_firm = len(re.findall(rf"\b[Tt]he (?:{firm})\b", body)) + (_often(site.firm, body) if site.firm else 0)
    leads = told.search(body[:LEAD]) is not None
    main = often >= _OFTEN and (headed or (leads and often > of_firm))
    return replace(site, main=main, headed=headed and main, fate=fate)


@cache
def fates() -> Mapping[str, frozenset[str]]:
    """Return what may become of a site, with the words that tell it."""
    table: dict[str, list[str]] = load("sites")["words"]["fates"]
    return {fate: frozenset(said) for fate, said in table.items()}
