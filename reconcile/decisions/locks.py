"""A lock on an open file that ends with the process that holds it, on every system."""

import sys

if sys.platform == "win32":
    import msvcrt
    import os

    # Windows locks ranges: one byte far behind any end stands for the whole file.
    _PLACE = 1 << 40

    def lock(handle: int, *, exclusive: bool) -> None:
        """Wait for the lock of a file and take it; closing the file gives it back."""
        os.lseek(handle, _PLACE, os.SEEK_SET)
        while True:
            try:
                msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
                return
            except OSError as error:  # it gives up after ten seconds
                if error.errno != 36:
                    raise
else:
    import fcntl

    def lock(handle: int, *, exclusive: bool) -> None:
        """Wait for the lock of a file and take it; closing the file gives it back.

        Args:
            handle: An open file.
            exclusive: Whether it is for writing; any number of readers share theirs.
        """
        fcntl.flock(handle, fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH)
