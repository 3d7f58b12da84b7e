"""A lock on an open file that ends with the process that holds it, on every system."""

import sys
from time import monotonic, sleep

# Writing a decision takes milliseconds: who holds a lock for so long has been stopped.
PATIENCE = 10.0
_FIRST, _LONGEST = 0.001, 0.02

if sys.platform == "win32":
    import msvcrt
    import os

    # Windows locks ranges: one byte far behind any end stands for the whole file.
    _PLACE = 1 << 40

    def _try(handle: int, *, exclusive: bool) -> None:
        os.lseek(handle, _PLACE, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _try(handle: int, *, exclusive: bool) -> None:
        fcntl.flock(handle, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)


def lock(handle: int, *, exclusive: bool, patience: float = PATIENCE) -> None:
    """Wait for the lock of a file and take it; closing the file gives it back.

    Args:
        handle: An open file.
        exclusive: Whether it is for writing; any number of readers share theirs.
        patience: Seconds to wait.

    Raises:
        TimeoutError: Another process does not give it back.
        OSError: The file system has no locks.
    """
    until, pause = monotonic() + patience, _FIRST
    while True:
        try:
            return _try(handle, exclusive=exclusive)
        except (BlockingIOError, PermissionError):
            if monotonic() > until:
                raise TimeoutError(0, "another process holds it and does not go on") from None
        sleep(pause)
        pause = min(2 * pause, _LONGEST)
