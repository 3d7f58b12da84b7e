"""A claim's words as evidence: its quote, with the value highlighted, short enough to read at a glance."""

from claims.model import Claim, Source
from reconcile.report.layout import CLOSE, OPEN
from reconcile.safe import one_line

_AROUND = 110
_FEWEST_WORDS = 5


def quote(claim: Claim, source: Source | None = None) -> str:
    """Return a claim's quote in quotation marks, its value between highlight marks, a long one cut around it.

    A quote of a few words says little: then it is the sentence, with the value or the quote highlighted.

    Args:
        claim: The claim.
        source: Its source, to find the place of the sentence; without it the quote stays as it is.
    """
    text, offset = claim.quote, claim.start
    marked = (claim.value.start, claim.value.end) if claim.value else (claim.start, claim.start)
    sentence = sentence_start(claim, source)
    short = len(text.split()) < _FEWEST_WORDS or not claim.start <= marked[0] <= marked[1] <= claim.end
    if short and sentence is not None:
        text, offset = claim.sentence, sentence
        marked = marked if marked[0] < marked[1] else (claim.start, claim.end)
    start, end = marked[0] - offset, marked[1] - offset
    if not 0 <= start < end <= len(text):
        return f"“{_first(text, 2 * _AROUND).strip()}”"
    middle = OPEN + one_line(text[start:end]) + CLOSE
    return f"“{(_last(text[:start], _AROUND) + middle + _first(text[end:], _AROUND)).strip()}”"


def sentence_start(claim: Claim, source: Source | None) -> int | None:
    """Return where the claim's sentence begins in the source's text: the place that covers the quote."""
    if source is None:
        return None
    first, last = claim.end - len(claim.sentence), claim.start + len(claim.sentence)
    found = source.text.find(claim.sentence, max(0, first), last)
    return found if found != -1 else None


def _first(text: str, most: int) -> str:
    """Return the beginning of a text up to a word's end, with an ellipsis where something was left out."""
    flat = one_line(text)
    lead = " " if text[:1].isspace() and flat else ""
    if len(flat) <= most:
        return lead + flat
    head = flat[:most]
    return f"{lead}{head[: head.rfind(' ')] if ' ' in head else head} …"


def _last(text: str, most: int) -> str:
    """Return the end of a text from a word's beginning, with an ellipsis where something was left out."""
    flat = one_line(text)
    trail = " " if text[-1:].isspace() and flat else ""
    if len(flat) <= most:
        return flat + trail
    tail = flat[-most:]
    return f"… {tail[tail.find(' ') + 1 :] if ' ' in tail else tail}{trail}"
