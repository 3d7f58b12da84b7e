"""Past participles: "homes destroyed", "seats taken", whatever form the sentence gives the verb."""

import re
from functools import cache
from typing import TYPE_CHECKING

from claims.vocabulary import load

if TYPE_CHECKING:
    from claims.tokens import Token

# One syllable that ends in consonant, vowel, consonant: "plan", "ship"; not "flow", "fix", "play".
_SHORT = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]$")


@cache
def past_participle(lemma: str) -> str:
    """Return the past participle of a verb.

    Args:
        lemma: Its base form, in small letters.
    """
    forms = load("participles")
    irregular: str | None = forms["irregular"].get(lemma)
    if irregular:
        return irregular
    if lemma.endswith("e"):
        return f"{lemma}d"
    if lemma.endswith("y") and lemma[-2:-1] not in tuple("aeiou"):
        return f"{lemma[:-1]}ied"
    if lemma in forms["doubled"]["verbs"] or _SHORT.match(lemma):
        return f"{lemma}{lemma[-1]}ed"
    return f"{lemma}ed"


def done(verb: "Token") -> str:
    """Return the verb as it describes what it was done to: "flown" of "flies" and of "flew"."""
    behind = (child for child in verb.rights if child.dep_ == "prt" or child.lower_ == "away")
    particle = next((f" {child.lower_}" for child in behind), "")
    if verb.tag_ == "VBN" or not verb.lemma_.isalpha():
        return f"{verb.text}{particle}"
    return f"{past_participle(verb.lemma_.lower())}{particle}"
