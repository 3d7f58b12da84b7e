"""Which name a definite description stands for: "the tunnel", "the firm", "the city"."""

import re
from collections import Counter
from functools import lru_cache

from claims.framing.matters import move_of
from claims.framing.mentions import firms, organisations, people
from claims.framing.sport import club_of, ground_of, is_ground, opened_ground
from claims.names import demonym, state
from claims.people import people_of, surnames_of
from claims.vocabulary import load, word_list

# A run of words with capitals; the text around it decides whether it is a name.
_NAME = r"(?P<name>[A-Z][\w’'-]*[a-z](?: (?:& )?[A-Z][\w’'-]*[a-z]){0,3})"
_CAPITAL = re.compile(r"\b[A-Z][a-z]{3,}\b")
_LEAGUE = re.compile(r"\b[Ll]eague\b")
_OFTEN = 3
_ROLE = r"(?:[a-z-]+ ){0,2}"


class Descriptions:
    """The names that a text gives to things and bodies, by the noun that it calls them by."""

    def __init__(self, text: str, place: str | None) -> None:
        """Take a text to look names up in.

        Args:
            text: The text of the source.
            place: The place that it tells of as a whole, or None.
        """
        self._text = text
        self._place = place
        self._people = people_of(text)
        self._plain = frozenset(filter(str.islower, re.findall(r"[^\W\d_]+", text)))
        self._named: dict[str, list[tuple[int, str]]] = {}
        self._most_named: str | None = None

    def is_beside_firm(self, noun: str, firm: str) -> bool:
        """Tell whether a noun means another body than the firm of a text: "the union", not "the company".

        Args:
            noun: The noun in its ground form.
            firm: The firm, or the town that the text takes for one: what it "has" is another body.
        """
        if firm and re.search(rf"(?i)\b{re.escape(firm)} (?:has|had) an? {re.escape(noun)}\b", self._text):
            return True
        return (
            noun in load("context")["descriptions"]["no_firms"] and _the_firm().search(self._text) is not None
        )

    def is_person(self, word: str) -> bool:
        """Tell whether the text uses a word as the name of a person, as far as roles and speech show."""
        return word in self._people

    def meant(self, noun: str, offset: int) -> str | None:
        """Return the name of what "the …" means, the one last given before, else for a place the next.

        Args:
            noun: The noun in its ground form ("tunnel", "firm", "district").
            offset: Where the description stands in the text.
        """
        if noun not in self._named:
            self._named[noun] = sorted(set(self._found(noun)))
        names = self._named[noun]
        before = [name for place, name in names if place < offset]
        of_place = noun in _places()
        if before or (of_place and names):
            return before[-1] if before else names[0][1]
        if noun in _clubs():
            return self._club()
        if is_ground(noun):
            return ground_of(self._text)
        return self._place if noun in _settlements() else None

    def new(self, noun: str) -> str | None:
        """Return the name of what "the new …" means, where the text says that it was opened."""
        return opened_ground(self._text) if is_ground(noun) else None

    def _club(self) -> str | None:
        """Return the name in a story of sport that stands there most and is no person's: "the club"."""
        if self._most_named is None:
            self._most_named = club_of(self._text) or _of_sport(self._text, self._people)
        return self._most_named or None

    def _found(self, noun: str) -> list[tuple[int, str]]:
        found = []
        for pattern, with_noun in _patterns(noun, noun in _places(), noun in organisations()):
            for match in pattern.finditer(self._text):
                if with_noun and " " in match["kind"] and self._opens_block(match.start()):
                    continue  # a headline: "Voters reject bypass"
                name = self._stripped(match["name"])
                is_person = bool(name) and name.split()[-1] in self._people
                if name and ((is_person or " " in name) if noun in people() else not is_person):
                    kind = f" {match['kind']}" if with_noun else ""
                    found.append((match.start("name"), f"{name}{kind}"))
        return found

    def _opens_block(self, at: int) -> bool:
        return not self._text[max(0, at - 2) : at].strip()

    def _stripped(self, run: str) -> str:
        """Return a run of capitals without the words that only open a sentence ("The", "In")."""
        words = run.split()
        while words and (words[0].lower() in self._plain or words[0].lower() in openers()):
            words.pop(0)
        return " ".join(words).removesuffix("'s").removesuffix("’s")


# Between a name and a noun these join two phrases: "on Sunday after smoke" names no smoke.
_LINKS = (
    r"(?:after|before|and|or|as|when|while|with|without|in|on|at|of|for|to|by|from|had|has|was|were|is"
    r"|the|a|an|its|their|our)\b"
)


@lru_cache(maxsize=512)
def _patterns(noun: str, place: bool, body: bool) -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Return where a text names what a noun stands for, and whether the noun is part of the name."""
    word = re.escape(noun)
    either = f"(?:{word}|{word.capitalize()})"
    found = [(re.compile(rf"\b{_NAME} (?P<kind>(?:(?!{_LINKS})[a-z]+ )?{either})\b"), not place)]
    if place:
        found.append((re.compile(rf"\b{either} of {_NAME}"), False))
    if body:
        kinds = "|".join(sorted(organisations() | frozenset(load("context")["descriptions"]["makers"])))
        found.append((re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Aa]n?) {_ROLE}(?:{kinds})s?, {_NAME},"), False))
        alike = "|".join(sorted({word, *firms()})) if noun in firms() else word
        found.append((re.compile(rf"\b{_NAME}, (?:the|an?) {_ROLE}(?:{alike})\b"), False))
        found.append((re.compile(rf"\b(?:{alike}) {_NAME}"), False))
    if noun in people():
        found = [(re.compile(rf"\b{either} {_NAME}"), False)]
        found.append((re.compile(rf"\b(?:[Tt]he|[Ii]ts|[Aa]n?) {_ROLE}{word}, {_NAME},"), False))
        found.append((re.compile(rf"\b{_NAME}, (?:the|its|their|an?) {_ROLE}{word}\b"), False))
    return tuple(found)


def _of_sport(text: str, people: frozenset[str]) -> str:
    """Return the club that a story of sport names most, in full, or ""."""
    if move_of(text) is None and len(_LEAGUE.findall(text)) < _OFTEN:
        return ""
    plain = frozenset(re.findall(r"\b[a-z]{4,}\b", text))
    persons = {word for name in surnames_of(text).items() for part in name for word in part.split()}
    no_names = {*load("context")["themes"]["no_places"], *people, *persons}
    met = Counter(
        word
        for word in _CAPITAL.findall(text)
        if word not in no_names and word.lower() not in plain and not (demonym(word) or state(word))
    )
    ranked = met.most_common(2)
    if not ranked or ranked[0][1] < _OFTEN or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return ""
    name = ranked[0][0]
    behind = Counter(re.findall(rf"\b{re.escape(name)} ([A-Z]\w+)", text)).most_common(1)
    return f"{name} {behind[0][0]}" if behind else name


def openers() -> frozenset[str]:
    """Return small words with which a sentence opens before a name, though the text has them nowhere else."""
    return word_list("context", "descriptions", "openers")


@lru_cache(maxsize=1)
def _the_firm() -> re.Pattern[str]:
    return re.compile(rf"\b[Tt]he (?:{'|'.join(word_list('context', 'descriptions', 'the_firm'))})\b")


@lru_cache(maxsize=1)
def _clubs() -> frozenset[str]:
    return frozenset(load("context")["descriptions"]["clubs"])


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    return frozenset(load("context")["descriptions"]["places"])


@lru_cache(maxsize=1)
def _settlements() -> frozenset[str]:
    return frozenset(load("context")["descriptions"]["settlements"])
