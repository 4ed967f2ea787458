"""What is kept beside reports and stories: failures, people's decisions, settings, events that others have coded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import delete, insert, select, update

from khabar.model import Decision
from khabar.store import schema
from khabar.store.leaf import now
from khabar.store.opened import MANY, Opened, batched


class Ledger(Opened):
    """Lists that are kept line by line."""

    # ------------------------------------------------------------------ failures

    def fail(self, path: str, reason: str, given: Mapping[str, Any]) -> None:
        """Remember an input that could not be read."""
        with self.transaction() as c:
            table = schema.failure
            same = (table.c.path == path, table.c.reason == reason)
            values = {"at": now(), "given": json.dumps(dict(given))}
            done = c.execute(update(table).where(*same).values(tries=table.c.tries + 1, **values))
            if not done.rowcount:
                c.execute(insert(table).values(path=path, reason=reason, tries=1, **values))

    def forgive(self, path: str) -> None:
        """Forget the failures of an input that has been read."""
        with self.transaction() as c:
            c.execute(delete(schema.failure).where(schema.failure.c.path == path))

    def failures(self) -> list[dict[str, Any]]:
        """Inputs that could not be read: path, reason, at, tries, given."""
        with self.transaction() as c:
            rows = c.execute(select(schema.failure).order_by(schema.failure.c.at, schema.failure.c.path))
            return [{**r._mapping, "given": json.loads(r.given)} for r in rows]

    # ------------------------------------------------------------------ what people decided

    def decide(self, decision: Decision) -> bool:
        """Add a line to the log; False where it is there already."""
        t = schema.decision
        with self.transaction() as c:
            if c.execute(select(t.c.nr).where(t.c.id == decision.id)).first():
                return False
            row = {n: getattr(decision, n) for n in ("id", "at", "who", "why", "verb", "subject", "field", "value")}
            c.execute(insert(t).values(**row, bonds=json.dumps(decision.bonds)))
        return True

    def decisions(self) -> list[Decision]:
        """The log, in order."""
        t = schema.decision
        with self.transaction() as c:
            return [
                Decision(r.id, r.at, r.who, r.why, r.verb, r.subject, r.field, r.value, tuple((bool(s), a, b) for s, a, b in json.loads(r.bonds)))
                for r in c.execute(select(t).order_by(t.c.nr))
            ]

    # ------------------------------------------------------------------ what doors bring

    def keep_foreign(self, source: str, rows: Iterable[Mapping[str, Any]]) -> int:
        """Keep what others have coded, in one transaction; what there was of this source before is replaced."""
        number = 0
        with self.transaction() as c:
            c.execute(delete(schema.foreign).where(schema.foreign.c.source == source))
            for some in batched(rows, MANY):
                c.execute(insert(schema.foreign), [{**r, "source": source, "nr": number + n} for n, r in enumerate(some)])
                number += len(some)
        return number

    def setting(self, key: str) -> str | None:
        """A value kept under a key."""
        with self.transaction() as c:
            return c.execute(select(schema.setting.c.value).where(schema.setting.c.key == key)).scalar_one_or_none()

    def set_setting(self, key: str, value: str) -> None:
        """Keep a value under a key."""
        with self.transaction() as c:
            c.execute(delete(schema.setting).where(schema.setting.c.key == key))
            c.execute(insert(schema.setting).values(key=key, value=value))
