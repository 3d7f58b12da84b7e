"""The block of ``key: value`` lines, fenced by ``---`` (YAML) or ``+++`` (TOML), that may open a text."""

import re
import tomllib
from dataclasses import dataclass, field
from typing import Any

import yaml

_KEY = re.compile(r"[\w.@ -]{1,60}:(?:\s|$)")
_LONGEST = 64 * 1024
_LONGEST_PROSE_LINE = 500


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before the article proper.

    Attributes:
        end: Offset where the article begins; 0 where there is no front matter.
        fields: Key in lower case, with "_" for spaces and hyphens -> value (text, list or mapping).
        error: Why it could not be read, or None.
    """

    end: int = 0
    fields: dict[str, Any] = field(default_factory=dict)
    error: str | None = None


def read(text: str) -> FrontMatter:
    """Read the front matter of a text; without any, the result is empty.

    Front matter that cannot be parsed still ends where its fence says, so that none of it is taken for prose.
    """
    fence = text[:3]
    if fence not in ("---", "+++"):
        return FrontMatter()
    lines = text[:_LONGEST].splitlines(keepends=True)
    if lines[0].strip() != fence:
        return FrontMatter()
    closing = next((i for i, line in enumerate(lines[1:], 1) if line.rstrip() in (fence, "...")), None)
    if closing is None:
        return _unclosed(lines)
    end = sum(map(len, lines[: closing + 1]))
    inner = "".join(lines[1:closing])
    return _toml(inner, end) if fence == "+++" else _yaml(inner, end)


def _unclosed(lines: list[str]) -> FrontMatter:
    """A fence that is never closed opens ``key: value`` lines; where there are none, it is a rule."""
    if len(lines) < 2 or not _KEY.match(lines[1]):
        return FrontMatter()
    last = next((i for i, line in enumerate(lines) if i and not line.strip()), len(lines))
    taken = lines[:last]
    if any(len(line) > _LONGEST_PROSE_LINE for line in taken):
        return FrontMatter()
    return FrontMatter(sum(map(len, taken)), error="its closing line (---) is missing")


def _yaml(inner: str, end: int) -> FrontMatter:
    # The base loader leaves every value as written: an impossible date must not make the rest unreadable.
    try:
        parsed = yaml.load(inner, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        if _is_prose(inner):
            return FrontMatter()
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        return FrontMatter(end, error=f"line {line}: {error.problem or 'not YAML'}")
    except (yaml.YAMLError, ValueError, RecursionError):
        return FrontMatter(end, error="it is not YAML")
    if parsed is None:
        return FrontMatter(end)
    return _fields(parsed, end)


def _toml(inner: str, end: int) -> FrontMatter:
    try:
        return _fields(tomllib.loads(inner), end)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return FrontMatter(end, error=str(error) or "it is not TOML")


def _is_prose(inner: str) -> bool:
    """Tell whether text between two rules is an article's paragraph rather than broken front matter."""
    lines = inner.splitlines()
    return any(len(line) > _LONGEST_PROSE_LINE or _is_sentence(line) for line in lines)


def _is_sentence(line: str) -> bool:
    return len(line.split()) >= 8 and not _KEY.match(line)


def _fields(parsed: Any, end: int) -> FrontMatter:
    if not isinstance(parsed, dict) or any(len(str(key).split()) > 3 for key in parsed):
        return FrontMatter()  # prose between two rules
    return FrontMatter(end, {_normal(str(key)): value for key, value in parsed.items()})


def _normal(key: str) -> str:
    return re.sub(r"[\s-]+", "_", key.strip().lower())
