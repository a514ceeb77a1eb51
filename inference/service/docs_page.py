"""The page at /docs: every call of the service, read from its OpenAPI document. No script, nothing from elsewhere."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from typing import Any

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 56rem; padding: 0 1rem; color: #1b2025; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.05rem; margin-top: 2.2rem; } code, pre { font-family: ui-monospace,
monospace; font-size: .9em; } pre { background: #f1f3f5; padding: .7rem; overflow-x: auto; border-radius: 6px; }
table { border-collapse: collapse; width: 100%; } td, th { text-align: left; padding: .25rem .6rem .25rem 0;
border-bottom: 1px solid #d3d8dd; vertical-align: top; } .method { color: #1769a8; font-weight: 600; }
@media (prefers-color-scheme: dark) { body { background: #14171b; color: #e6e9ec; } pre { background: #242a31; }
td, th { border-color: #2b3138; } .method { color: #5aa9e6; } a { color: #5aa9e6; } }
"""


def docs_page(document: Mapping[str, Any]) -> str:
    """The OpenAPI document as a page for people."""
    title = html.escape(str(document["info"]["title"]))
    calls = "".join(_call(document, path, method, call) for path, method, call in _calls(document))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
        f'<meta name="viewport" content="width=device-width"><style>{_STYLE}</style></head><body><h1>{title}</h1>'
        "<p>Calls below <code>/api</code> need a key in the header <code>X-API-Key</code>. Refusals are JSON with a "
        'sentence in <code>detail</code>. For programs: <a href="openapi.json">openapi.json</a>.</p>'
        f"{calls}</body></html>"
    )


def _calls(document: Mapping[str, Any]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    for path, methods in document["paths"].items():
        for method, call in methods.items():
            yield path, method.upper(), call


def _call(document: Mapping[str, Any], path: str, method: str, call: Mapping[str, Any]) -> str:
    words = html.escape(str(call.get("description", call.get("summary", ""))))
    parts = [
        f'<h2><span class="method">{method}</span> <code>{html.escape(path)}</code></h2><p>{words}</p>',
        _table("Parameters", [_parameter(parameter) for parameter in call.get("parameters", ())]),
        _table("Body (JSON)", list(_fields(document, call.get("requestBody", {}), ""))),
        _table(
            "Answers", [(str(status), _said(answer)) for status, answer in call.get("responses", {}).items()]
        ),
    ]
    return "".join(parts)


def _table(title: str, rows: list[tuple[str, str]]) -> str:
    if not rows:
        return ""
    lines = "".join(
        f"<tr><td><code>{html.escape(name)}</code></td><td>{html.escape(words)}</td></tr>"
        for name, words in rows
    )
    return f"<table><tr><th>{title}</th><th></th></tr>{lines}</table>"


def _parameter(parameter: Mapping[str, Any]) -> tuple[str, str]:
    needed = "" if parameter.get("required") else ", may be left out"
    return str(parameter["name"]), f"{parameter['in']}: {_kind(parameter.get('schema', {}))}{needed}"


def _fields(document: Mapping[str, Any], holder: Mapping[str, Any], prefix: str) -> Iterator[tuple[str, str]]:
    """The fields of a body, those of objects in it after a dot."""
    schema = holder.get("content", {}).get("application/json", {}).get("schema", holder)
    schema = _resolved(document, schema)
    needed = schema.get("required", ())
    for name, field in schema.get("properties", {}).items():
        inner = _resolved(document, field)
        may_miss = "" if name in needed else ", may be left out"
        yield f"{prefix}{name}", f"{_kind(inner)}{may_miss}"
        if "properties" in inner:
            yield from _fields(document, inner, f"{prefix}{name}.")


def _resolved(document: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a reference stands for; of a choice between something and null, the something."""
    for choice in schema.get("anyOf", ()):
        if choice.get("type") != "null":
            found = dict(_resolved(document, choice))
            return found | {key: schema[key] for key in ("default",) if key in schema}
    reference = schema.get("$ref")
    if reference is None:
        return schema
    target: Any = document
    for part in str(reference).removeprefix("#/").split("/"):
        target = target[part]
    return _resolved(document, target)


def _kind(schema: Mapping[str, Any]) -> str:
    kinds = {"integer": "whole number", "number": "number", "string": "text", "boolean": "true or false"}
    words = kinds.get(str(schema.get("type")), str(schema.get("type", "any value")))
    low, high = schema.get("minimum"), schema.get("maximum")
    if low is not None and high is not None:
        words += f" from {low:g} to {high:g}"
    elif low is not None:
        words += f" of at least {low:g}"
    return words + (f", {schema['default']} unless given" if schema.get("default") is not None else "")


def _said(answer: Mapping[str, Any]) -> str:
    return str(answer.get("description", ""))
