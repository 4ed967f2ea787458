"""Reports put down and taken up again, one transaction each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from sqlalchemy import Connection, delete, func, or_, select, update

from khabar.model import Coded, Entity, Report
from khabar.store import codec, schema
from khabar.store.leaf import Leaf, Made, now
from khabar.store.opened import MANY, Opened, batched

READ = 4000  # reports that are remembered as they were unpacked, for who groups new ones with those of last: some 100 MB


class Reports(Opened):
    """What is kept of reports."""

    # ------------------------------------------------------------------ putting down

    def has(self, id: str) -> bool:
        """Is there a report with this id?"""
        with self.transaction(lasting=False) as c:
            return c.execute(select(schema.report.c.seq).where(schema.report.c.id == id)).first() is not None

    def ids(self) -> set[str]:
        """The ids of all reports."""
        return set(self._ids(select(schema.report.c.id)))

    def put(self, leaf: Leaf, names: Callable[[Entity], Iterable[str]], lasting: bool = True) -> bool:
        """Keep a report; False where it is there already. One transaction (lasting: see ``transaction``). names: all names of an entity."""
        report = leaf.coded.report
        with self.transaction(lasting) as c:
            row = {**leaf.row(), "id": report.id, "text": report.text, "added_at": now(), "version_of": self._earlier(c, report), "grouped": 0}
            put = self._inserting(schema.report, tuple(row)) + " ON CONFLICT (id) DO NOTHING RETURNING seq"
            seq = c.exec_driver_sql(put, row).scalar()
            if seq is None:
                return False
            self.index(seq, leaf.title, leaf.words)
            self._rows(c, seq, leaf, names)
        self._remember(report.id, leaf.body, leaf.coded)
        return True

    def recode(self, leaf: Leaf, names: Callable[[Entity], Iterable[str]]) -> None:
        """Put a report's coding in place of the old one; its stories have to be looked for again."""
        id = leaf.coded.report.id
        with self.transaction() as c:
            seq = c.execute(select(schema.report.c.seq).where(schema.report.c.id == id)).scalar_one()
            for table in (schema.event, schema.statement, schema.relation):
                c.execute(delete(table).where(table.c.report == id))
            for table in (schema.named, schema.key):
                c.execute(delete(table).where(table.c.seq == seq))
            c.execute(update(schema.report).where(schema.report.c.seq == seq).values(**leaf.row(), grouped=0))
            self._rows(c, seq, leaf, names)

    def _rows(self, c: Connection, seq: int, leaf: Leaf, names: Callable[[Entity], Iterable[str]]) -> None:
        self._entities(c, leaf.coded.entities, names)
        for table, rows in leaf.tables(seq):
            self._insert(c, table, rows)

    @staticmethod
    def _earlier(c: Connection, report: Report) -> str | None:
        """The last report of the same address, which this one says anew."""
        if not report.url:
            return None
        row = c.execute(select(schema.report.c.id).where(schema.report.c.url == report.url).order_by(schema.report.c.seq.desc())).first()
        return row.id if row else None

    def index(self, seq: int, title: str, words: str) -> None:
        """Put the terms of a report into the index of words."""
        with self.transaction() as c:
            if self.sqlite:
                c.exec_driver_sql("INSERT INTO t_text (rowid, title, body) VALUES (?, ?, ?)", (seq, title, words))
            else:
                c.exec_driver_sql("INSERT INTO t_text (rowid, words) VALUES (%s, CAST(%s AS tsvector))", (seq, _vector(title, words)))

    # ------------------------------------------------------------------ taking up

    def coded(self, ids: Iterable[str], machine: bool = False) -> Iterator[Coded]:
        """Reports as they were coded, in the order asked for. machine: without what people changed."""
        t = schema.report.c
        body = (func.coalesce(t.machine, t.body) if machine else t.body).label("body")
        with self.transaction() as c:
            for some in batched(ids, MANY):
                rows = {r.id: r for r in c.execute(select(t.id, t.text, body).where(t.id.in_(some)))}
                found = [self._unpacked(id, rows[id].body, rows[id].text) for id in some if id in rows]
                missing = {e.id for coded in found for e in coded.entities} - self._who.keys()
                self._who.update((e.id, e) for e in self._bodies(schema.entity, sorted(missing), Entity))
                yield from (replace(coded, entities=tuple(self._who.get(e.id, e) for e in coded.entities)) for coded in found)

    def _unpacked(self, id: str, body: bytes, words: str) -> Coded:
        """A report out of its row; those of last are remembered, by the very bytes that they were kept as."""
        held = self._read.pop(id, None)
        if held is None or held[0] != body:
            coded = codec.unpack(Coded, body)
            held = bytes(body), replace(coded, report=replace(coded.report, text=words))
        self._remember(id, *held)
        return held[1]

    def _remember(self, id: str, body: bytes, coded: Coded) -> None:
        self._read[id] = body, coded
        while len(self._read) > READ:
            del self._read[next(iter(self._read))]

    def versions(self, id: str) -> list[str]:
        """All words that the address of a report has had, the earliest first; at least the report itself."""
        t = schema.report.c
        with self.transaction() as c:
            first = id
            while (before := c.execute(select(t.version_of).where(t.id == first)).scalar()) is not None:
                first = before
            out = [first]
            while (after := c.execute(select(t.id).where(t.version_of == out[-1])).scalar()) is not None:
                out.append(after)
            return out

    def given(self, ids: Iterable[str]) -> Iterator[tuple[str, bytes, str]]:
        """(report, what came in, its text), in the order asked for."""
        t = schema.report.c
        with self.transaction() as c:
            for some in batched(ids, MANY // 10):
                rows = {r.id: r for r in c.execute(select(t.id, t.given, t.text).where(t.id.in_(some)))}
                yield from ((id, bytes(rows[id].given), rows[id].text) for id in some if id in rows)

    def outdated(self, made: Made) -> list[str]:
        """Reports that another version of code or data has coded, the earliest first."""
        t = schema.report.c
        return self._ids(select(t.id).where(or_(t.khabar != made.khabar, t.data != made.data)).order_by(t.seq))

    def naming(self, entity: str) -> list[str]:
        """Reports that name an entity."""
        t = schema.report.c
        return self._ids(select(t.id).join(schema.named, schema.named.c.seq == t.seq).where(schema.named.c.entity == entity).order_by(t.seq))

    def report_of(self, id: str) -> str | None:
        """The report that an event, statement, relation or claim stands in."""
        with self.transaction() as c:
            for table in (schema.event, schema.statement, schema.relation):
                found: str | None = c.execute(select(table.c.report).where(table.c.id == id)).scalar()
                if found is not None:
                    return found
            query = select(schema.event.c.report).join(schema.claim, schema.claim.c.event == schema.event.c.id)
            claimed: str | None = c.execute(query.where(schema.claim.c.id == id)).scalar()
            return claimed

    def machine_report_of(self, id: str) -> str | None:
        """The same, of what people have rejected."""
        t = schema.report.c
        with self.transaction() as c:
            for row in c.execute(select(t.id, t.machine).where(t.machine.is_not(None))):
                coded = codec.unpack(Coded, row.machine)
                if id in {*(e.id for e in coded.events), *(s.id for s in coded.statements), *(r.id for r in coded.relations)}:
                    return str(row.id)
        return None


def _vector(title: str, body: str) -> str:
    """A tsvector: terms with their places, those of the title weighted. PostgreSQL holds 16,383 places."""
    places: dict[str, list[str]] = {}
    for weight, words, shift in (("A", title.split(), 0), ("D", body.split(), len(title.split()) + 8)):
        for n, word in enumerate(words, 1 + shift):
            if n < 16383:
                places.setdefault(word, []).append(f"{n}{weight}")
    return " ".join("'" + word.replace("\\", "\\\\").replace("'", "''") + "':" + ",".join(at[:255]) for word, at in places.items())
