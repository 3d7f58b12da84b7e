"""What every HTML page shares: the style sheet, the policy that allows nothing else, and the escaping.

Everything that is put into a page is escaped (Jinja2's autoescape) after what cannot be seen in it was made
visible.
"""

import re
from base64 import b64encode
from hashlib import sha256
from importlib.resources import files

import jinja2
from markupsafe import Markup

from reconcile.format import counted, day
from reconcile.safe import visible

_POLICY = "default-src 'none'; style-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'"
_GAPS = re.compile(r"\n\s*\n")
_CLOSED_BY_THE_NEXT = re.compile(r"</(?:td|th|tr|li|dt|dd)>")  # the standard makes these end tags optional
# So is that of a paragraph before another block, or at the end of what holds it.
_BLOCK = r"p|ol|ul|li|table|div|details|figure|section|article|h[1-6]|footer|main|nav|pre"
_ENDS = r"article|section|ol|ul|main|footer"
_PARAGRAPH_CLOSED = re.compile(rf"</p>(?=\s*<(?:{_BLOCK}|/(?:{_ENDS}))\b)")
# What stands in an item, a row or a drawing needs no line of its own.
_INNER = r"td|th|p|q|line|rect|circle|text|title|desc|g|summary|ol|h3"
_ON_ONE_LINE = re.compile(rf"\n(?=</?(?:{_INNER})\b)")
_BLANKS = re.compile(r"\s+")
_TONES = {
    "conflict": "conflict",
    "inconsistent": "conflict",
    "internal_inconsistency": "conflict",
    "possible_conflict": "possible",
    "agree": "agree",
    "consistent": "agree",
}


def render(template: str, environment: jinja2.Environment, **data: object) -> str:
    """Fill a template; ``style`` and ``policy`` are added.

    Args:
        template: Its file name.
        environment: As ``environment`` gives it, with what the template needs added.
        data: What the template shows.
    """
    style = _BLANKS.sub(" ", _read("report.css"))
    digest = b64encode(sha256(style.encode()).digest()).decode()
    page = environment.get_template(template).render(
        style=Markup(style),  # our own file
        policy=_POLICY.format(digest),
        **data,
    )
    # All attributes stand in double quotes, so that an apostrophe needs no escape.
    page = _PARAGRAPH_CLOSED.sub("", _CLOSED_BY_THE_NEXT.sub("", page))
    page = _ON_ONE_LINE.sub("", _GAPS.sub("\n", page.strip()))
    return page.replace("&#39;", "'") + "\n"


def environment() -> jinja2.Environment:
    """Return what reads the templates and escapes everything that is put into them."""
    made = jinja2.Environment(
        loader=jinja2.FunctionLoader(_read),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    made.filters |= {"day": day, "counted": counted, "tone": tone}
    return made


def tone(verdict: str) -> str:
    """Return the class that a verdict is shown in."""
    return _TONES.get(verdict, "explained")


def _read(name: str) -> str:
    return files(__package__).joinpath("templates", name).read_text(encoding="utf-8").strip()


def _shown(value: object) -> object:
    """Make visible what cannot be seen in a text, before it is escaped."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
