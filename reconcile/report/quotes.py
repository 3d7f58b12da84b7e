"""A claim's words as evidence: its quote, with the value highlighted, short enough to read at a glance."""

from claims.model import Claim
from reconcile.report.layout import CLOSE, OPEN
from reconcile.safe import one_line

_AROUND = 110


def quote(claim: Claim) -> str:
    """Return the quote in quotation marks, its value between highlight marks, a long one cut around it."""
    text, start, end = claim.quote, 0, 0
    if claim.value is not None and claim.start <= claim.value.start < claim.value.end <= claim.end:
        start, end = claim.value.start - claim.start, claim.value.end - claim.start
    if start == end:
        return f"“{_first(text, 2 * _AROUND).strip()}”"
    marked = OPEN + one_line(text[start:end]) + CLOSE
    return f"“{(_last(text[:start], _AROUND) + marked + _first(text[end:], _AROUND)).strip()}”"


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
