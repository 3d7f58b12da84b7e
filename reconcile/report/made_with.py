"""Versions and settings: what a reader needs to make the same report again."""

import platform
from importlib.metadata import PackageNotFoundError, version

from reconcile import intervals
from reconcile.doctor import MODEL
from reconcile.report.document import REPORT_VERSION, MadeWith

# What decides how a text is read and compared; the rest only prints.
_PACKAGES = ("reconcile", "spacy", MODEL, "pint", "currencyconverter")


def made_with() -> MadeWith:
    """Return the versions of what read and compared the sources, and every tolerance."""
    versions = {name: _version(name) for name in _PACKAGES}
    versions |= {"python": platform.python_version(), "report": str(REPORT_VERSION)}
    return MadeWith(versions, _settings())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"


def _settings() -> dict[str, str]:
    tolerance = intervals.TOLERANCE
    return {
        "an exact number": f"± {_part(tolerance['exact'])}, or what it is rounded to if that is more",
        "“about”": f"± {_part(tolerance['approx'])}",
        "“nearly”": f"{_part(tolerance['nearly'])} below the number, up to it",
        "“over”, “at least”": f"from the number to {_part(intervals.EXPECTED_EXCESS - 1)} above it",
        "“under”, “at most”": f"{_part(1 - intervals.EXPECTED_SHORTFALL)} below the number, up to it",
        "amounts in two currencies": (
            f"rate of the European Central Bank on the day, ± {_part(intervals.EXCHANGE_SOFT)}; "
            f"a conflict only beyond ± {_part(intervals.EXCHANGE_HARD)}"
        ),
        "a share in words": f"± {_part(intervals.WORDED_SHARE)} of itself",
        "counts below": f"{intervals.COUNTED_BELOW:,} are counted, not rounded",
    }


def _part(of: float) -> str:
    return f"{of * 100:.3g} %"
