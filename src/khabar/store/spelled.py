"""The filters as SQL over the documented views: a query that a person can read, keep and run, and that finds the very same events."""

from __future__ import annotations

from collections.abc import Iterable

from khabar.errors import StoreError
from khabar.store.filters import Filters, several

ORDERS = {
    "newest": "coalesce(e.day, substr(e.date, 1, 10), r.day) IS NULL, coalesce(e.day, substr(e.date, 1, 10), r.day) DESC",
    "oldest": "coalesce(e.day, substr(e.date, 1, 10), r.day) IS NULL, coalesce(e.day, substr(e.date, 1, 10), r.day)",
    "type": "e.type, e.mode, coalesce(e.day, substr(e.date, 1, 10), r.day) DESC",
}
"""As ``browse.SORTS``."""

COLUMNS = (
    "id", "report", "item", "type", "mode", "contexts", "status", "change", "background", "plover_type", "plover_mode", "quad", "intensity",
    "initiator", "date", "date_end", "date_basis", "day", "day_basis", "place", "place_country", "rule", "story", "text",
)  # fmt: skip
PARTIES = {"actors": "actor", "recipients": "recipient", "third_parties": "third"}


def events(filters: Filters, columns: Iterable[str], sort: str, sqlite: bool) -> str:
    """The query for events. columns: of the view ``events``, or ``actors``, ``recipients``, ``third_parties`` joined with '; '."""
    if sort not in ORDERS:
        raise StoreError(f"no order {sort!r}; there are: {', '.join(ORDERS)}")
    shown = []
    for name in columns:
        if name not in COLUMNS and name not in PARTIES:
            raise StoreError(f"no column {name!r}; there are: {', '.join((*COLUMNS, *PARTIES))}")
        shown.append(f"e.{name}" if name in COLUMNS else _joined(name, sqlite))
    lines = ["SELECT " + ",\n       ".join(shown or ["e.*"]), "FROM events e JOIN reports r ON r.id = e.report"]
    if asked := _conditions(filters):
        lines.append("WHERE " + "\n  AND ".join(asked))
    return "\n".join([*lines, f"ORDER BY {ORDERS[sort]}, e.report, e.id"])


def _joined(name: str, sqlite: bool) -> str:
    named = f"FROM actors a WHERE a.event = e.id AND a.part = '{PARTIES[name]}'"
    words = f"SELECT coalesce(a.entity, a.text) AS w {named} ORDER BY a.start, a.stop, a.entity"
    return f"(SELECT {'group_concat' if sqlite else 'string_agg'}(w, '; ') FROM ({words}) x) AS {name}"


def _conditions(f: Filters) -> list[str]:
    out = []
    for party, part in ((f.actor, "actor"), (f.recipient, "recipient"), (f.country, None)):
        if party:
            of_part = f" AND part = '{part}'" if part else ""
            out.append(f"e.id IN (SELECT event FROM actors WHERE {_party(party)}{of_part})")
    if f.entity:
        named = _list(several(f.entity))
        out.append(
            f"(e.id IN (SELECT event FROM actors WHERE entity IN {named})"
            f" OR e.id IN (SELECT event FROM claims WHERE field = 'about' AND value IN {named}) OR e.place IN {named})"
        )
    for column, given in (("type", f.type and f.type.upper()), ("mode", f.mode), ("status", f.status)):
        if given:
            out.append(f"e.{column} IN {_list(several(given))}")
    if f.place:
        wanted = several(f.place)
        out.append(f"(e.place IN {_list(wanted)} OR e.place_country IN {_list(w.removeprefix('state/') for w in wanted)})")
    if f.background is not None:
        out.append(f"e.background = {int(f.background)}")
    day = "coalesce(e.day, substr(e.date, 1, 10), r.day)"
    if f.since:
        out.append(f"{day} >= {_text(f.since)}")
    if f.until:
        out.append(f"substr({day}, 1, {len(f.until)}) <= {_text(f.until)}")
    out += _of_report(f)
    if f.dossier:
        out.append(f"e.id IN (SELECT event FROM dossier_events WHERE dossier IN {_list(several(f.dossier))})")
    if of_story := _of_story(f):
        out.append(f"e.id IN (SELECT p.event FROM story_events p JOIN stories s ON s.id = p.story WHERE {' AND '.join(of_story)})")
    return out


def _of_report(f: Filters) -> list[str]:
    out = []
    if f.outlet:
        like = _text(f"%{f.outlet}%")
        out.append(f"(r.outlet IN {_list([*several(f.outlet), f'outlet/{f.outlet}'])} OR r.outlet_name LIKE {like})")
    if f.language:
        out.append(f"r.language IN {_list(several(f.language))}")
    if f.report:
        out.append(f"r.id IN {_list(several(f.report))}")
    if f.added_since:
        out.append(f"r.added_at >= {_text(f.added_since)}")
    return out


def _of_story(f: Filters) -> list[str]:
    out = []
    if f.story:
        out.append(f"s.id IN {_list(several(f.story))}")
    if f.origin:
        out.append(f"s.id IN (SELECT story FROM origins WHERE entity IN {_list(several(f.origin))} OR name = {_text(f.origin)})")
    if f.min_origins is not None:
        out.append(f"s.n_origins >= {int(f.min_origins)}")
    if f.max_origins is not None:
        out.append(f"s.n_origins <= {int(f.max_origins)}")
    if f.contradicted is not None:
        out.append("s.n_contradicted > 0" if f.contradicted else "s.n_contradicted = 0")
    return out


def _party(asked: str) -> str:
    wanted = several(asked)
    countries = [w.removeprefix("state/") for w in wanted if "/" not in w or w.startswith("state/")]
    return f"(entity IN {_list(wanted)} OR country IN {_list(countries)})" if countries else f"entity IN {_list(wanted)}"


def _list(values: Iterable[str]) -> str:
    return f"({', '.join(_text(v) for v in values)})"


def _text(value: str) -> str:
    """A literal: nothing in it can end it."""
    return "'" + value.replace("\x00", "").replace("'", "''") + "'"
