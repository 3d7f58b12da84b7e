"""Who reviews, and the name of a file that holds what they decided."""

import getpass
import re
import subprocess
import unicodedata
from hashlib import sha256
from pathlib import Path

_SAFE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]{0,61}[A-Za-z0-9_-])?")
_OTHER = re.compile(r"[^A-Za-z0-9._-]+")
# Windows takes these for devices, with any ending.
_DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.I)
_UNKNOWN = "reviewer"


def default_reviewer(folder: Path | None = None) -> str:
    """Return the name that git knows in a folder, else that of the user.

    Args:
        folder: Where to ask git; the current folder if None.
    """
    return _from_git(folder) or _from_system() or _UNKNOWN


def _from_git(folder: Path | None) -> str:
    command = ["git", "config", "user.name"]
    try:
        found = subprocess.run(command, capture_output=True, cwd=folder, timeout=5, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    return tidy(found.stdout.decode("utf-8", "replace"))


def _from_system() -> str:
    try:
        return tidy(getpass.getuser())
    except (OSError, KeyError, ImportError):
        return ""


def tidy(name: str) -> str:
    """Return a reviewer's name on one line, composed, without blanks around it."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def file_name(reviewer: str) -> str:
    """Return the name of a reviewer's ledger: readable, safe on every system, for each name another."""
    if _SAFE.fullmatch(reviewer) and not _DEVICES.fullmatch(reviewer):
        return f"{reviewer}.jsonl"
    plain = unicodedata.normalize("NFKD", reviewer).encode("ascii", "ignore").decode()
    short = _OTHER.sub("-", plain).strip("-._")[:40] or _UNKNOWN
    return f"{short}-{sha256(reviewer.encode('utf-8', 'surrogatepass')).hexdigest()[:6]}.jsonl"
