"""What several sources say together: groups of claims, verdicts with reasons, and sums that add up or do not.

The public function is imported on first use, so that importing the package costs nothing.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reconcile.engine import reconcile as reconcile
    from reconcile.result import Reconciliation as Reconciliation

__all__ = ["Reconciliation", "reconcile"]


def __getattr__(name: str) -> Any:
    if name == "reconcile":
        from reconcile.engine import reconcile as found

        return found
    if name == "Reconciliation":
        from reconcile.result import Reconciliation

        return Reconciliation
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
