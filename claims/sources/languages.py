"""Which language a text is in: by its script, and by the small words that every sentence needs.

Only English is read, so the question is whether a text is clearly something else; the name of the other
language is for the message. The same text gives the same answer on any day and machine.
"""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache

from claims.vocabulary import load

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LOOKED_AT = 10_000
_FEWEST_WORDS = 20
# Of English prose about two words in five are among the words listed, of other languages about one in fifty.
_ENGLISH = 0.12
_OTHER = 0.12
_CLEARLY = 1.5  # so many times as many of another language's words: some are English too ("is", "in", "men")
_FOREIGN_LETTERS = 0.5
_FEWEST_LETTERS = 20


@dataclass(frozen=True, slots=True)
class Language:
    """A language.

    Attributes:
        code: Two letters (ISO 639-1), or the script's name where that is all that is known.
        name: As English calls it.
    """

    code: str
    name: str


ENGLISH = Language("en", "English")


def identify(text: str) -> Language | None:
    """Tell the language of a text.

    Args:
        text: The article, without what surrounds it.

    Returns:
        The language; None where the text is too short or too mixed to tell.
    """
    sample = text[:_LOOKED_AT]
    if script := _script(sample):
        return script
    words = [word.lower().replace("’", "'") for word in _WORD.findall(sample)]
    if len(words) < _FEWEST_WORDS:
        return None
    counts = Counter(words)
    shares = {
        code: sum(counts[word] for word in small) / len(words) for code, (_, small) in _small_words().items()
    }
    english = shares.pop("en")
    code = max(shares, key=lambda key: (shares[key], key))
    if shares[code] >= max(_OTHER, _CLEARLY * english):
        return Language(code, _small_words()[code][0])
    return ENGLISH if english >= _ENGLISH else None


@cache
def _small_words() -> dict[str, tuple[str, frozenset[str]]]:
    return {
        code: (entry["name"], frozenset(entry["words"].split()))
        for code, entry in load("languages")["words"].items()
    }


def _script(text: str) -> Language | None:
    """Tell a text in other letters than Latin ones."""
    letters = [character for character in text if character.isalpha()]
    foreign = [character for character in letters if not character.isascii() and character > "\u02ff"]
    if len(letters) < _FEWEST_LETTERS or len(foreign) < _FOREIGN_LETTERS * len(letters):
        return None
    scripts = Counter(unicodedata.name(character, "").split(" ")[0] for character in foreign[:5000])
    known = load("languages")["scripts"]
    for script in ("HIRAGANA", "KATAKANA"):  # Japanese is mostly written in characters that Chinese has too
        if scripts[script] > 0.05 * sum(scripts.values()):
            return Language("ja", "Japanese")
    script = max(scripts, key=lambda name: (scripts[name], name))
    code, name = known.get(script, ("und", f"a language in {script.capitalize()} letters"))
    return Language(code, name)
