"""A page as JSON or CSV, in the shape that Datasette's users know: ok, rows, next, next_url, truncated; errors with their status."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from typing import Any

from starlette.responses import Response

from khabar.web.asking import Page


class Json(Response):
    """JSON as UTF-8, not escaped."""

    media_type = "application/json"

    def render(self, content: Any) -> bytes:
        """As bytes."""
        return json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=_plain).encode("utf-8", "replace")


def _plain(value: Any) -> Any:
    if isinstance(value, tuple | set):
        return list(value)
    raise TypeError(f"not JSON: {type(value)}")


def as_json(page: Page, next_url: str | None) -> Json:
    """The rows of a page and what its JSON has besides."""
    truncated = page.next is not None
    return Json(
        {
            "ok": True,
            "title": page.title,
            "rows": page.rows,
            "next": None if page.next is None else str(page.next),
            "next_url": next_url,
            "truncated": truncated,
            **page.more,
        }
    )


def as_csv(page: Page, name: str, next_url: str | None, bom: bool) -> Response:
    """The rows of a page: UTF-8, lists joined with "; ". bom: for Excel. The address of the following rows is in the Link header."""
    columns: Sequence[str] = page.columns or list(dict.fromkeys(k for row in page.rows for k in row))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in page.rows:
        writer.writerow([_cell(row.get(c)) for c in columns])
    headers = {"Content-Disposition": f'attachment; filename="{name}.csv"'}
    if next_url:
        headers["Link"] = f'<{next_url}>; rel="next"'
    return Response(("\ufeff" if bom else "") + out.getvalue(), media_type="text/csv; charset=utf-8", headers=headers)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(_cell(v) for v in value)
    if isinstance(value, Mapping):
        return json.dumps(value, ensure_ascii=False)
    text = str(value)
    # A cell that a table program would run as a formula is kept as text.
    return f"'{text}" if isinstance(value, str) and text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def error(status: int, message: str) -> Json:
    """An error as JSON."""
    return Json({"ok": False, "error": message, "errors": [message], "status": status}, status)
