"""Verbs that only lead to what is done: "had to be cut", "are believed to have drowned", "are due to go"."""

from typing import TYPE_CHECKING

from claims.framing.frame import word_class

if TYPE_CHECKING:
    from claims.tokens import Token


def deed_of(verb: "Token") -> "Token":
    """Return the verb that says what is done or suffered where others only lead to it.

    Args:
        verb: The verb of a clause: had in "40 homes had to be demolished".

    Returns:
        demolished; the verb itself where it says something of its own ("nine refused to pay").
    """
    inner = _led_to(verb)
    while inner is not None:
        verb = inner
        inner = _led_to(verb)
    return verb


def _led_to(verb: "Token") -> "Token | None":
    leads = verb.lemma_ in word_class("raising", "verbs")
    if not leads and any(child.dep_ == "auxpass" for child in verb.lefts):
        leads = verb.lemma_ in word_class("raising", "passive")
    state = next((child for child in verb.rights if child.dep_ == "acomp"), None)
    if state is not None and verb.lemma_ == "be" and state.lemma_ in word_class("raising", "states"):
        verb, leads = state, True
    if not leads:
        return None
    found = next((child for child in verb.rights if child.dep_ == "xcomp" and child.pos_ == "VERB"), None)
    if found is None or not any(child.tag_ == "TO" for child in found.lefts):
        return None
    return found


def is_pending(verb: "Token") -> bool:
    """Tell whether what a verb leads to is still to be done: "need to be rebuilt", "have yet to be sold"."""
    words = {verb.lemma_, *(child.lower_ for child in verb.children if child.dep_ == "advmod")}
    return not words.isdisjoint(word_class("raising", "pending")) and _led_to(verb) is not None
