"""What programs ask the desk for besides its pages: the OpenAPI document, and names of actors for OpenRefine."""

from __future__ import annotations

import json
from typing import Any

import khabar
from khabar.web.asking import FILTERS, MOST, Ask, Wrong
from khabar.web.words import LANGUAGES, catalogue

_PAGES = {
    "/{lang}/stories": ("Stories, the latest first", True),
    "/{lang}/story/{id}": ("One story: rows are its facts; record is khabar.record/1", False),
    "/{lang}/report/{id}": ("One report: rows are its events; record is khabar.record/1", False),
    "/{lang}/actors": ("Actors by number of events", True),
    "/{lang}/actor/{id}": ("One actor: rows are its events", False),
    "/{lang}/dossiers": ("Matters over time", False),
    "/{lang}/dossier/{id}": ("One matter: rows are its steps", False),
    "/{lang}/events": ("Events", True),
    "/{lang}/map": ("Places with the number of events", True),
    "/{lang}/network": ("Pairs of countries or actors with the number of events", True),
    "/{lang}/log": ("Decisions of people", False),
}


def openapi() -> dict[str, Any]:
    """The OpenAPI document of this desk."""
    says = catalogue("en")
    ref = {"$ref": "#/components/responses/Error"}
    paths: dict[str, Any] = {}
    for path, (summary, filtered) in _PAGES.items():
        parameters: list[dict[str, Any]] = [{"name": "lang", "in": "path", "required": True, "schema": {"enum": list(LANGUAGES)}}]
        if "{id}" in path:
            parameters.append({"name": "id", "in": "path", "required": True, "schema": {"type": "string"}})
        if filtered:
            parameters += [{"name": f, "in": "query", "description": says["facet"].get(f, f), "schema": {"type": "string"}} for f in FILTERS]
        if path.endswith("/stories"):
            parameters += [
                {"name": "q", "in": "query", "description": says["app"]["search-hint"], "schema": {"type": "string"}},
                {"name": "exact", "in": "query", "schema": {"enum": ["1"]}},
                {"name": "_sort", "in": "query", "schema": {"enum": ["newest", "oldest", "origins", "contradictions", "reports"]}},
            ]
        parameters += [
            {"name": "_size", "in": "query", "schema": {"type": "integer", "minimum": 1, "maximum": MOST}},
            {"name": "_next", "in": "query", "description": "next of the answer before", "schema": {"type": "string"}},
        ]
        for form, kind in (("json", "application/json"), ("csv", "text/csv")):
            schema = {"$ref": "#/components/schemas/Rows"} if form == "json" else {"type": "string"}
            paths[f"{path}.{form}"] = {
                "get": {
                    "summary": summary,
                    "parameters": parameters,
                    "responses": {
                        "200": {"description": "Rows", "content": {kind: {"schema": schema}}},
                        "400": ref,
                        "401": ref,
                        "403": ref,
                        "404": ref,
                        "429": ref,
                    },
                }
            }
    paths |= _forms(says, ref)
    paths["/reconcile"] = {
        "get": {"summary": "OpenRefine reconciliation of actors, API 0.2", "responses": {"200": {"description": "Manifest or results"}}}
    }
    error = {"ok": {"const": False}, "error": {"type": "string"}, "errors": {"type": "array"}, "status": {"type": "integer"}}
    rows = {
        "ok": {"const": True},
        "rows": {"type": "array", "items": {"type": "object"}},
        "next": {"type": ["string", "null"]},
        "next_url": {"type": ["string", "null"]},
        "truncated": {"type": "boolean"},
        "count": {"type": "integer"},
        "facets": {"type": "object"},
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": "khabar desk", "version": khabar.__version__, "description": says["app"]["tagline"], "license": {"name": "Apache-2.0"}},
        "paths": paths,
        "components": {
            "schemas": {"Rows": {"type": "object", "properties": rows}, "Error": {"type": "object", "properties": error}},
            "responses": {
                "Error": {"description": "What is wrong", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}}
            },
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _forms(says: dict[str, Any], ref: dict[str, str]) -> dict[str, Any]:
    """What a program may send with a token: reports to add, decisions to take; and the exports."""
    lang = {"name": "lang", "in": "path", "required": True, "schema": {"enum": list(LANGUAGES)}}
    text = {"type": "string"}
    several = {"type": "array", "items": text}
    files = {"type": "array", "items": {**text, "format": "binary"}}
    words = {"text": several, "outlet": several, "published": several, "url": several, "files": files}
    verb = {"enum": ["accept", "correct", "reject", "merge", "split", "alias", "undo"]}
    decision = {"verb": verb, "subject": text, "field": text, "value": text, "reports": several, "why": text}
    filters = [{"name": f, "in": "query", "description": says["facet"].get(f, f), "schema": text} for f in FILTERS]
    errors = {str(n): ref for n in (400, 401, 403, 404, 413, 429)}
    paths: dict[str, Any] = {}
    for path, summary, fields, kind in (
        ("/{lang}/add", "Add reports (Accept: application/json; a coder's token)", words, "multipart/form-data"),
        ("/{lang}/decide", "Take a decision, or take one back", decision, "application/x-www-form-urlencoded"),
    ):
        body = {"required": True, "content": {kind: {"schema": {"type": "object", "properties": fields}}}}
        rows = {"description": "Rows", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Rows"}}}}
        responses = {"200": rows, **errors}
        paths[path] = {"post": {"summary": summary, "parameters": [lang], "requestBody": body, "security": [{"token": []}], "responses": responses}}
    format_ = {"name": "format", "in": "path", "required": True, "schema": {"enum": list(khabar.FORMATS)}}
    level = {"name": "level", "in": "query", "schema": {"enum": ["story", "event", "claim"]}}
    papers = {"name": "papers", "in": "query", "description": says["data"]["papers"], "schema": {"enum": ["1"]}}
    responses = {"200": {"description": "The file"}, **errors}
    what = {"summary": says["data"]["export"], "parameters": [lang, format_, level, papers, *filters], "responses": responses}
    return {**paths, "/{lang}/export/{format}": {"get": what}}


def manifest(base: str) -> dict[str, Any]:
    """What OpenRefine has to know of this service."""
    kinds = catalogue("en")["kind"]
    return {
        "versions": ["0.2"],
        "name": "khabar",
        "identifierSpace": f"{base}/en/actor/",
        "schemaSpace": f"{base}/en/actors",
        "defaultTypes": [{"id": k, "name": n} for k, n in kinds.items()],
        "view": {"url": f"{base}/en/actor/{{{{id}}}}"},
    }


def reconcile(ask: Ask, queries: str) -> dict[str, Any]:
    """Answers to a batch of queries. Raises Wrong for what is no such batch."""
    try:
        batch = json.loads(queries)
    except json.JSONDecodeError as error:
        raise Wrong(f"queries: no JSON: {error}") from error
    if not isinstance(batch, dict) or len(batch) > 200:
        raise Wrong("queries: an object of at most 200 queries")
    out = {}
    for key, query in batch.items():
        if not isinstance(query, dict) or not isinstance(query.get("query"), str):
            raise Wrong(f"queries: {key}: query has to be a string")
        limit = query.get("limit", 5)
        kind = query.get("type")
        kind = kind if isinstance(kind, str) and kind in catalogue("en")["kind"] else None
        most = limit if isinstance(limit, int) and 0 < limit <= 50 else 5
        found = ask.store.candidates(query["query"][:300], kind=kind, most=most)
        entities = {e.id: e for e in ask.store.entities([r["id"] for r in found])}
        sure = len(found) > 0 and found[0]["score"] == 100 and (len(found) == 1 or found[1]["score"] < 100)
        out[key] = {
            "result": [
                {
                    "id": r["id"],
                    "name": entities[r["id"]].name(ask.words.language),
                    "score": r["score"],
                    "match": sure and n == 0,
                    "type": [{"id": r["kind"], "name": ask.words.label("kind", r["kind"])}],
                }
                for n, r in enumerate(found)
            ]
        }
    return out
