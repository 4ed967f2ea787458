"""What a store is asked for: ids that fit filters, tables, SQL over the views, counts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, bindparam, func, select, text

from khabar.errors import StoreError
from khabar.store import schema
from khabar.store.filters import Filters
from khabar.store.opened import MANY, Opened, batched


class Asking(Opened):
    """Questions; nothing here writes."""

    # ------------------------------------------------------------------ what fits

    def reports(self, filters: Filters) -> list[str]:
        """Ids of reports, the latest first."""
        t = schema.report.c
        query = select(t.id).where(t.seq.in_(filters.reports())).order_by(t.day.is_(None), t.day.desc(), t.seq.desc())
        return self._ids(query)

    def events(self, filters: Filters) -> list[tuple[str, str]]:
        """(event, report), the latest first."""
        e, r = schema.event.c, schema.report.c
        query = select(e.id, e.report).join(schema.report, r.id == e.report).where(e.id.in_(filters.events()))
        day = func.coalesce(e.day, func.substr(e.date, 1, 10), r.day)
        with self.transaction() as c:
            return [(x.id, x.report) for x in c.execute(query.order_by(day.is_(None), day.desc(), r.seq, e.nr))]

    def stories(self, filters: Filters) -> list[str]:
        """Ids of stories, the latest first."""
        t = schema.story.c
        return self._ids(select(t.id).where(t.id.in_(filters.stories())).order_by(t.day.is_(None), t.day.desc(), t.n_reports.desc(), t.id))

    # ------------------------------------------------------------------ tables

    def sql(self, query: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Rows of a query over the views. To be asked of a store opened for reading only."""
        if not self.readonly:
            raise StoreError("sql is for reading: open the store with readonly=True")
        with self.transaction() as c, self._guarded(c):
            # Without parameters a colon is a colon, and % (LIKE '%...%') no placeholder of PostgreSQL's driver.
            found = c.execute(text(query), dict(parameters)) if parameters else c.exec_driver_sql(query if self.sqlite else query.replace("%", "%%"))
            if not found.returns_rows:
                raise StoreError("the query gives no rows: write SELECT …")
            return [dict(r._mapping) for r in found]

    @contextmanager
    def _guarded(self, c: Connection) -> Iterator[None]:
        """Inside, a query can read what is in the store, and nothing else (PostgreSQL: the transaction is for reading only)."""
        raw: Any = c.connection.driver_connection
        if self.sqlite:
            raw.set_authorizer(_reading)
        try:
            yield
        finally:
            if self.sqlite:
                raw.set_authorizer(None)

    def rows(self, level: str, filters: Filters) -> list[dict[str, Any]]:
        """A table of stories, events or claims that fit, the latest first. What is several is a list."""
        view, wanted, order = {
            "story": ("stories", filters.stories(), "day DESC, id"),
            "event": ("events", filters.events(), "day DESC, report, id"),
            "claim": ("claims", filters.events(), "report, event, field, value"),
            "report": ("reports", select(schema.report.c.id).where(schema.report.c.seq.in_(filters.reports())), "day DESC, id"),
        }[level]
        column = "event" if level == "claim" else "id"
        with self.transaction() as c:
            ids = list(c.execute(wanted).scalars())
            found = []
            for some in batched(ids, MANY):
                query = text(f"SELECT * FROM {view} WHERE {column} IN :some").bindparams(bindparam("some", expanding=True))
                found += [dict(r._mapping) for r in c.execute(query, {"some": some})]
            if level == "event":
                self._sides(c, found)
        for row in found if level == "claim" else ():
            row.update(chain=json.loads(row["chain"]), spans=json.loads(row["spans"]))
        for name in reversed(order.replace(" DESC", "").split(", ")):
            found.sort(key=_by(name), reverse=f"{name} DESC" in order)
        return found

    @staticmethod
    def _sides(c: Connection, rows: Sequence[dict[str, Any]]) -> None:
        """The parties of events, as columns: entity ids (else the words) and countries."""
        by_id = {r["id"]: r for r in rows}
        for r in rows:
            r.update(contexts=r["contexts"].split(",") if r["contexts"] else [])
            r.update(actors=[], actor_countries=[], recipients=[], recipient_countries=[], third_parties=[])
        t = schema.party.c
        for some in batched(by_id, MANY):
            for p in c.execute(select(schema.party).where(t.event.in_(some)).order_by(t.event, t.nr)):
                side = {"actor": "actors", "recipient": "recipients", "third": "third_parties"}[p.part]
                by_id[p.event][side].append(p.entity or p.text)
                if p.part != "third" and p.country and p.country not in by_id[p.event][f"{p.part}_countries"]:
                    by_id[p.event][f"{p.part}_countries"].append(p.country)

    def stats(self) -> dict[str, Any]:
        """Counts, span of days, outlets, languages, types."""

        def table(query: str) -> dict[str, int]:
            return {str(k): n for k, n in c.execute(text(query))}

        with self.transaction() as c:
            first, last = c.execute(text("SELECT min(day), max(day) FROM t_report")).one()
            return {
                **self.counts(),
                "days": {"first": first, "last": last},
                "coded_by": table("SELECT khabar || ' ' || substr(data, 1, 19), count(*) FROM t_report GROUP BY 1 ORDER BY 2 DESC, 1"),
                "outlets": table("SELECT coalesce(outlet_name, outlet, '?'), count(*) FROM t_report GROUP BY 1 ORDER BY 2 DESC, 1"),
                "languages": table("SELECT language, count(*) FROM t_report GROUP BY 1 ORDER BY 2 DESC, 1"),
                "types": table("SELECT type, count(*) FROM t_event GROUP BY 1 ORDER BY 2 DESC, 1"),
            }

    def counts(self) -> dict[str, int]:
        """Rows of each kind."""
        tables = {
            "reports": schema.report, "events": schema.event, "statements": schema.statement, "relations": schema.relation,
            "claims": schema.claim, "stories": schema.story, "dossiers": schema.dossier, "entities": schema.entity, "failures": schema.failure,
            "decisions": schema.decision,
        }  # fmt: skip
        with self.transaction() as c:
            return {name: c.execute(select(func.count()).select_from(table)).scalar_one() for name, table in tables.items()}


def _reading(action: int, first: str | None, *_: object) -> int:
    """SQLite asks for everything that a query wants to do. Reading is allowed; other files and settings are not."""
    import sqlite3

    allowed = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_FUNCTION, sqlite3.SQLITE_RECURSIVE, sqlite3.SQLITE_TRANSACTION)
    return sqlite3.SQLITE_OK if action in allowed else sqlite3.SQLITE_DENY


def _by(name: str) -> Callable[[dict[str, Any]], tuple[bool, str]]:
    return lambda row: (row[name] is not None, row[name] or "")
