"""Gates on what the structure of one source tells: its headline, and figures given by two voices."""

from reconcile.pairing import Pairing, Reason


def headline(pair: Pairing) -> Reason | None:
    """A headline gives one figure, the text below it another, and never that of the headline."""
    if pair.ends not in pair.setting.slips or pair.relation == "agree":
        return None
    text = "the headline has one figure, its text the other."
    return Reason("headline", "internal_inconsistency", text)


def voices(pair: Pairing) -> Reason | None:
    """One text sets two figures against each other by who gives them."""
    if pair.ends not in pair.setting.rivals or pair.relation == "agree":
        return None
    return Reason("voices", "conflict", "the text sets the one against the other.")
