"""An open store: its engine, its transactions, and the entities, which everything that is written or read has to do with."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, delete, select, update

from khabar.model import Coded, Entity
from khabar.store import codec, schema, terms
from khabar.store.engine import begun, connect, is_url, ready, told

T = TypeVar("T")
MANY = 500  # values in one IN


class Opened:
    """An open store. Raises StoreError for all that is wrong with the medium."""

    def __init__(self, where: str | os.PathLike[str], *, readonly: bool = False, create: bool = True) -> None:
        self.where = os.fspath(where)
        self.name = self.where.rpartition("@")[2] if is_url(self.where) else self.where  # never with a password
        self.readonly = readonly
        self.engine = connect(where, readonly, create)
        self.sqlite = self.engine.dialect.name == "sqlite"
        ready(self.engine, self.name, readonly)
        self._within: Connection | None = None
        self._who: dict[str, Entity] = {}  # entities already read
        self._read: dict[str, tuple[bytes, Coded]] = {}  # reports already read, the last used last

    def close(self) -> None:
        """Give the file or the connections back."""
        self.engine.dispose()

    @contextmanager
    def transaction(self, lasting: bool = True) -> Iterator[Connection]:
        """All or nothing; what is called inside belongs to it.

        lasting: it is on the disk when it returns. Else a process that is killed loses nothing either, but a machine without power may,
        until the next lasting one, which takes all before it along: waiting for the disk takes longer than writing a report.
        """
        if self._within is not None:
            yield self._within
            return
        with told(self.name), self.engine.connect() as connection, begun(connection, lasting):
            self._within, done = connection, False
            try:
                yield connection
                done = True
            finally:
                self._within = None
                if not done:
                    self._who.clear()  # what was read or written inside may not be there

    # ------------------------------------------------------------------ rows

    def _insert(self, c: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
        """Put rows down that all have the same columns."""
        if rows:
            c.exec_driver_sql(self._inserting(table, tuple(rows[0])), list(rows))

    def _inserting(self, table: Table, columns: tuple[str, ...]) -> str:
        """The words that insert a row, for the driver itself: making them of each row anew took as long as the database."""
        values = ", ".join(f":{n}" if self.sqlite else f"%({n})s" for n in columns)
        return f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({values})"

    def _ids(self, query: Select[Any]) -> list[str]:
        with self.transaction() as c:
            return list(c.execute(query).scalars())

    def _bodies(self, table: Any, ids: Iterable[str], kind: type[T]) -> Iterator[T]:
        with self.transaction() as c:
            for some in batched(ids, MANY):
                rows = {r.id: bytes(r.body) for r in c.execute(select(table.c.id, table.c.body).where(table.c.id.in_(some)))}
                yield from (codec.unpack(kind, rows[id]) for id in some if id in rows)

    # ------------------------------------------------------------------ entities

    def entities(self, ids: Iterable[str] | None = None) -> list[Entity]:
        """Entities by id; all of them without ids."""
        if ids is None:
            ids = self._ids(select(schema.entity.c.id).order_by(schema.entity.c.id))
        return list(self._bodies(schema.entity, ids, Entity))

    def _entities(self, c: Connection, entities: Sequence[Entity], names: Callable[[Entity], Iterable[str]]) -> None:
        """Entities that are new, or of which more is known now; with every name that they may be looked up by."""
        t = schema.entity.c
        entities = [e for e in dict.fromkeys(entities) if self._who.get(e.id) != e]
        held: dict[str, bytes] = {}
        for some in batched(list(dict.fromkeys(e.id for e in entities)), MANY):
            held.update((r.id, bytes(r.body)) for r in c.execute(select(t.id, t.body).where(t.id.in_(some))))
        rows: dict[str, dict[str, Any]] = {}
        called: dict[str, set[str]] = {}
        before = set(held)
        for e in entities:
            if e.id in held and not e.known:
                e = _both(codec.unpack(Entity, held[e.id]), e)
            body = codec.pack(e)
            self._who[e.id] = e
            if held.get(e.id) == body:
                continue
            held[e.id] = body
            known = dict(e.names)
            rows[e.id] = {
                "id": e.id, "kind": e.kind, "ar": known.get("ar"), "en": known.get("en"), "ru": known.get("ru"), "country": e.country,
                "sector": e.sector, "wikidata": e.wikidata, "known": int(e.known), "body": body,
            }  # fmt: skip
            forms = {terms.names(f) for f in (*known.values(), *names(e))} - {""}
            called[e.id] = forms | {f.split()[-1] for f in forms} if e.kind == "person" else forms
        for id in sorted(before & rows.keys()):
            c.execute(update(schema.entity).where(schema.entity.c.id == id).values(rows[id]))
            c.execute(delete(schema.name).where(schema.name.c.entity == id))
        self._insert(c, schema.entity, [row for id, row in rows.items() if id not in before])
        self._insert(c, schema.name, [{"name": f, "entity": id} for id, forms in called.items() for f in sorted(forms)])


def _both(old: Entity, new: Entity) -> Entity:
    """An entity that only texts know: what one of them adds is kept."""
    if old.known:
        return old
    names = tuple(sorted({**dict(new.names), **dict(old.names)}.items()))
    return replace(old, names=names, country=old.country or new.country, sector=old.sector or new.sector)


def batched(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """The values in runs of that size."""
    rest = iter(values)
    while some := list(islice(rest, size)):
        yield some
