"""Families of words that stand for one thing in news, so that two wordings of it meet.

A row of ``vocabulary/families/*.toml`` is the name under which its members are compared, and them. One is a
word, taken by its stem, or a phrase; with "=" before it a word is taken only as it is written, for words
whose other forms mean something else ("=shipped", no ships). A name of two words stands for both of them.
The longest member that fits decides, so that a phrase may take a word out of its family ("air strike").
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from reconcile.vocabulary import load_folder

EXACT = "="
# What may stand inside a phrase without changing it: "lost their lives", "called the strike off".
FILLERS = frozenset(["a", "an", "the", "his", "her", "its", "their", "our", "my", "your"])
LONGEST = 6


@dataclass
class Node:
    """A step of a phrase: the words that may follow it, and what the phrase stands for if it ends here."""

    following: dict[str, "Node"] = field(default_factory=dict)
    names: tuple[str, ...] = ()


def rows() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the name and the members of each family."""
    for table in load_folder("families").values():
        for name, members in table.items():
            yield name, tuple(members)


def tree(read: Callable[[str], Sequence[str]], stem: Callable[[str], str]) -> Node:
    """Return all members as a tree of their words.

    Args:
        read: Splits a phrase into words.
        stem: Gives the stem of a word.
    """
    root = Node()
    for name, members in rows():
        names = tuple(name.split())
        for member in (*((name,) if len(names) == 1 else ()), *members):
            exact = member.startswith(EXACT)
            words = read(member.removeprefix(EXACT))
            node = root
            for word in words:
                node = node.following.setdefault(f"{EXACT}{word}" if exact else stem(word), Node())
            node.names = names
    return root


def begins(stem: str, said: str, root: Node) -> bool:
    """Whether a member of a family begins with a word."""
    return stem in root.following or f"{EXACT}{said}" in root.following


def longest(words: Sequence[tuple[str, str]], at: int, root: Node) -> tuple[int, tuple[str, ...]]:
    """Return how many words the longest member at a place takes, and the names it stands for.

    Args:
        words: Stem and written form of each word; the stem of a name is empty.
        at: Where to begin.
        root: What ``tree`` gave.
    """
    best: tuple[int, tuple[str, ...]] = (1, ())
    open_nodes = [root]
    for place in range(at, min(at + LONGEST, len(words))):
        stem, said = words[place]
        if not stem:
            break
        open_nodes = list(_steps(open_nodes, stem, said, inside=place > at))
        if not open_nodes:
            break
        named = next((node.names for node in open_nodes if node.names), ())
        if named and said not in FILLERS:
            best = (place - at + 1, named)
    return best


def _steps(nodes: Sequence[Node], stem: str, said: str, inside: bool) -> Iterator[Node]:
    """Yield where a word leads: by its form, by its stem, and where it is only a filler to the same place."""
    for node in nodes:
        for key in (f"{EXACT}{said}", stem):
            if key in node.following:
                yield node.following[key]
        if inside and said in FILLERS:
            yield node


@cache
def names() -> frozenset[str]:
    """Return the names of all families."""
    return frozenset(part for name, _ in rows() for part in name.split())
