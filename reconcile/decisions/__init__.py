"""What reviewers decided: an append-only ledger each, folded into where every group stands.

Nothing here knows of a screen. Everything is imported on first use, so that importing the package costs
nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reconcile.decisions.adjudicating import adjudication as adjudication
    from reconcile.decisions.anchors import anchor as anchor
    from reconcile.decisions.errors import DecisionError as DecisionError
    from reconcile.decisions.files import LedgerError as LedgerError
    from reconcile.decisions.ledger import Ledger as Ledger
    from reconcile.decisions.ledger import read_ledgers as read_ledgers
    from reconcile.decisions.placing import Entry as Entry
    from reconcile.decisions.record import Anchor as Anchor
    from reconcile.decisions.record import Correction as Correction
    from reconcile.decisions.record import Decision as Decision
    from reconcile.decisions.recorder import recorded as recorded
    from reconcile.decisions.reviewers import default_reviewer as default_reviewer
    from reconcile.decisions.reviewing import review as review
    from reconcile.decisions.session import Session as Session
    from reconcile.decisions.standing import Review as Review
    from reconcile.decisions.standing import Standing as Standing
    from reconcile.decisions.typed import CorrectionError as CorrectionError
    from reconcile.decisions.typed import read_correction as read_correction

_HOME = {
    "Anchor": "record",
    "Correction": "record",
    "CorrectionError": "typed",
    "Decision": "record",
    "DecisionError": "errors",
    "Entry": "placing",
    "Ledger": "ledger",
    "LedgerError": "files",
    "Review": "standing",
    "Session": "session",
    "Standing": "standing",
    "adjudication": "adjudicating",
    "anchor": "anchors",
    "default_reviewer": "reviewers",
    "read_correction": "typed",
    "read_ledgers": "ledger",
    "recorded": "recorder",
    "review": "reviewing",
}

__all__ = sorted(_HOME)


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
