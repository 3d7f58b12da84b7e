"""How much work a call does, as a number that is the same on every machine: the functions it calls."""

import sys
from collections.abc import Callable
from types import FrameType


def work(function: Callable[[], object]) -> int:
    """Count the calls, of Python and of built-in functions, that a call makes."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        function()
    finally:
        sys.setprofile(None)
    return calls
