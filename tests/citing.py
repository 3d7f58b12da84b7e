"""A small story with everything that makes citing hard, for the tests of citations."""

from functools import cache

import reconcile
from claims.model import Source
from claims.sources import from_text
from reconcile.citations import Citation, citations
from reconcile.result import Reconciliation

HOSTILE = "<script>alert(1)</script>.txt"
FIRST = """---
title: "Ferry line carried {fewer} people & made 5% less_"
authors: Ann Lee and Bo de Wit; Staff Reporter
publisher: The Harbour Gazette
published: 2025-03-04
modified: 2025-03-06
accessed: 2025-04-01
url: https://example.org/news/ferry?id=3&lang=en
language: en
---

The ferry line carried 41,200 passengers in 2024, its yearly report says.
Ticket sales of €3.1m were 4% lower than in 2023.

The line has 12 boats. "=SUM(A1) boats," joked its manager, "and 3 of them leak."
"""
SECOND = """---
publisher: Coast Radio
published: 2025-03-05
translated_from: Der Küstenbote
url: https://example.net/fähre
---

The ferry line carried 38,900 passengers in 2024, according to the harbour office. It owns 12 boats. A
new boat costs - as the mayor put it - "@ least" €2m.
"""
THIRD = """<b>Ferries</b> ]]> [sic]\x1b[31m

The ferry line carried 41,200 passengers in 2024 <img src=x onerror=alert(1)>,
said a captain who has 31 years at sea.

+49 people | work `there` since 2022. The line has 14 boats.
"""


@cache
def sources() -> tuple[Source, ...]:
    """Return the sources of the story."""
    texts = {"first.md": FIRST, "second.md": SECOND, HOSTILE: THIRD}
    return tuple(from_text(text, name) for name, text in texts.items())


@cache
def result() -> Reconciliation:
    """Return what comparing them gives."""
    return reconcile.reconcile(sources())


@cache
def rows() -> tuple[Citation, ...]:
    """Return all their citations."""
    return tuple(citations(result()))
