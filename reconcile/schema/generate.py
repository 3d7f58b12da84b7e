"""A JSON Schema from dataclasses: their types say what is valid, their docstrings what it means.

So the schema is what the program writes, and cannot fall behind it.
"""

import re
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from inspect import cleandoc
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SIMPLE: dict[object, str] = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    type(None): "null",
}
_ATTRIBUTE = re.compile(r"^    (\w+): (.*(?:\n {6,}.*)*)", re.MULTILINE)

Schema = dict[str, Any]


def schema(form: type, name: str, version: int, *, closed: bool = False) -> Schema:
    """Return the JSON Schema of a document.

    Args:
        form: The dataclass whose fields are those of the document, beside ``schema_version``.
        name: What the document is called.
        version: Its version: it rises where a field is taken away or means something else. New fields may
            come without, so that a reader has to pass over what it does not know.
        closed: Whether a field that is not described makes a document invalid.
    """
    definitions: dict[str, Schema] = {}
    body = _record(form, definitions, closed)
    body["properties"] = {"schema_version": {"const": version}} | body["properties"]
    body["required"] = ["schema_version", *body["required"]]
    head = {"$schema": DIALECT, "$id": f"urn:reconcile:schema:{name}:{version}", "title": f"reconcile {name}"}
    return head | body | {"$defs": dict(sorted(definitions.items()))}


def _record(of: type, definitions: dict[str, Schema], closed: bool) -> Schema:
    about, described = _described(of)
    hints = get_type_hints(of)
    properties = {}
    for field in fields(of):
        found = _of(hints[field.name], definitions, closed)
        text = described.get(field.name)
        properties[field.name] = found | ({"description": text} if text else {})
    return {
        "description": about,
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": not closed,
    }


def _described(of: type) -> tuple[str, dict[str, str]]:
    """Return what a docstring says of a class and of each of its fields."""
    text = cleandoc(of.__doc__ or "")
    about, _, attributes = text.partition("\nAttributes:\n")
    described = {name: " ".join(words.split()) for name, words in _ATTRIBUTE.findall(attributes)}
    return " ".join(about.split()), described


def _of(hint: Any, definitions: dict[str, Schema], closed: bool) -> Schema:
    if hint in _SIMPLE:
        return {"type": _SIMPLE[hint]}
    if isinstance(hint, type) and is_dataclass(hint):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}  # so that one that holds itself comes to an end
            definitions[hint.__name__] = _record(hint, definitions, closed)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Literal:
        return {"enum": list(arguments)}
    if origin in (Union, types.UnionType):
        return _either([_of(argument, definitions, closed) for argument in arguments])
    if origin in (dict, Mapping):
        return {"type": "object", "additionalProperties": _of(arguments[1], definitions, closed)}
    if origin is list or (origin is tuple and arguments[1:] == (...,)):
        return {"type": "array", "items": _of(arguments[0], definitions, closed)}
    if origin is tuple:
        items = [_of(argument, definitions, closed) for argument in arguments]
        return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}
    raise TypeError(f"no JSON Schema for {hint!r}")


def _either(choices: list[Schema]) -> Schema:
    """Return the schema of one of several: a list of types where nothing else is said of them."""
    if all(set(choice) == {"type"} for choice in choices):
        return {"type": [choice["type"] for choice in choices]}
    return {"anyOf": choices}
