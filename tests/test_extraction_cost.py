"""What cannot hold a claim is not parsed, and nothing is parsed twice."""

from collections.abc import Iterable, Iterator

import pytest
from spacy.tokens import Doc

from claims import extract, language
from claims.sources import from_text

ARTICLE = """# Harbour reopens after 3 days

The harbour reopened on Monday. It had closed for 3 days.

## What it cost

- Fees: 40 euros
- 12

| Ship | Tonnes |
|---|---|
| Alder | 310 |

***

### 1. Next steps

Is it safe? The port will hire 14 divers.
"""


def test_only_what_can_hold_a_claim_is_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    parse = language.parse

    def counted(texts: Iterable[str]) -> Iterator[Doc]:
        return parse(text for text in texts if asked.append(text) is None)

    monkeypatch.setattr(language, "parse", counted)
    claims = extract(from_text(ARTICLE, "harbour.md"))
    assert "Harbour reopens after 3 days" in asked
    assert not {"What it cost", "1. Next steps", "12", "Alder"} & set(asked)
    assert len(asked) == len(set(asked))
    assert {"3 days", "310", "14 divers"} <= {claim.value.surface for claim in claims if claim.value}
