"""Addresses that lead to a quote: text fragments (WICG, Scroll to Text Fragment)."""

import re
from urllib.parse import quote, urlsplit

# A longer quote is named by its first and last words: browsers compare it as a whole otherwise.
_LONGEST = 120
_EDGE = 5
_SPACE = re.compile(r"\s+")


def link(url: str, words: str) -> str:
    """Return the address of a passage of a page, or "" where the page has no web address.

    Args:
        url: Address of the page.
        words: The passage.
    """
    if not is_web(url):
        return ""
    words = _SPACE.sub(" ", words).strip()
    if not words:
        return url
    parts = [words]
    pieces = words.split(" ")
    if len(words) > _LONGEST and len(pieces) > 2 * _EDGE:
        parts = [" ".join(pieces[:_EDGE]), " ".join(pieces[-_EDGE:])]
    joint = ":~:" if "#" in url else "#:~:"
    return f"{url}{joint}text={','.join(map(_encoded, parts))}"


def is_web(url: str) -> bool:
    """Tell whether an address is one of the web, and no script or file."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return (
        parts.scheme in ("http", "https") and bool(parts.netloc) and not re.search(r"[\s\x00-\x1f\x7f]", url)
    )


def _encoded(words: str) -> str:
    """Percent-encode a part; the comma, the ampersand and the hyphen mean something in a fragment."""
    return quote(words, safe="").replace("-", "%2D")
