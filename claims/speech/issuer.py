"""Who issues a text: its publisher, or the organisation itself where the text is its press release."""

from __future__ import annotations

from claims.speech.speech_frames import words

_HEAD = 12


def issuer_of(text: str, publisher: str | None, topic: str | None) -> str | None:
    """Return whom "we" means in a text outside what it quotes, or None.

    Args:
        text: The text of a source.
        publisher: Who publishes it, if known.
        topic: The organisation that it is about, if any.
    """
    if publisher is not None or topic is None:
        return publisher
    lines = [line.strip(" #*_:").lower() for line in text.split("\n", _HEAD)[:_HEAD]]
    return topic if words("releases") & set(lines) else None
