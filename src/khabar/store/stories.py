"""Stories, claims, reuse and dossiers: what is made anew when reports come to those that are kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, delete, func, insert, select, text, update

from khabar.model import Claim, Dossier, Entity, Kept, Known, Reuse, Span, Story, Trace
from khabar.store import codec, schema
from khabar.store.leaf import now
from khabar.store.opened import MANY, Opened, batched


class Stories(Opened):
    """What is kept of stories."""

    # ------------------------------------------------------------------ what new reports may belong to

    def ungrouped(self, limit: int) -> list[str]:
        """Reports whose stories have not been looked for, in the order of their days."""
        t = schema.report.c
        return self._ids(select(t.id).where(t.grouped == 0).order_by(func.coalesce(t.day, ""), t.seq).limit(limit))

    def found(self, keys: Iterable[int], days: tuple[str, str] | None, most: int) -> Iterator[tuple[int, str]]:
        """(key, report) for the reports with a story that have one of the keys, in these days or whenever; without keys of more than most."""
        within = "" if days is None else "AND (r.low IS NULL OR (r.low <= :until AND r.high >= :since))"
        values = {"some": most + 1, "since": days[0] if days else None, "until": days[1] if days else None}
        # A common key has thousands of reports: each key is followed only until it is known to be one. SQLite reads a row up to the
        # column asked for, and ``grouped`` stands behind the text: what has no story yet is looked up in its index. CROSS JOIN: else
        # it goes through all reports and looks for the keys in each.
        if self.sqlite:
            wanted, joined, list_ = "json_each(:keys) j", "group_concat(id, ' ')", json.dumps(list(keys))
            ready = "NOT EXISTS (SELECT 1 FROM t_report u INDEXED BY i_report_grouped WHERE u.grouped = 0 AND u.seq = k.seq)"
        else:
            wanted, joined, ready = "unnest(CAST(:keys AS bigint[])) j(value)", "string_agg(id, ' ')", "r.grouped = 1"
            list_ = "{" + ",".join(map(str, keys)) + "}"
        query = text(
            f"SELECT j.value, (SELECT {joined} FROM (SELECT r.id FROM t_key k CROSS JOIN t_report r"
            f" WHERE k.key = j.value AND r.seq = k.seq AND {ready} {within} LIMIT :some) x) FROM {wanted}"
        )
        with self.transaction() as c:
            for key, reports in c.execute(query, {**values, "keys": list_}).all():
                found = reports.split() if reports else ()
                if len(found) <= most:
                    yield from ((key, r) for r in found)

    def traces(self, reports: Sequence[str]) -> Iterator[Trace]:
        """What these reports are recognised by."""
        t, k = schema.report.c, schema.key.c
        with self.transaction() as c:
            for some in batched(reports, MANY):
                keys: dict[int, list[int]] = {}
                for seq, key in c.execute(select(k.seq, k.key).join(schema.report, t.seq == k.seq).where(t.id.in_(some))):
                    keys.setdefault(seq, []).append(key)
                for r in c.execute(select(t.seq, t.id, t.low, t.high).where(t.id.in_(some))):
                    yield Trace(r.id, None if r.low is None else (r.low, r.high), tuple(keys.get(r.seq, ())))

    def known(self, reports: Sequence[str]) -> Known:
        """What was found out of these reports when they were compared."""
        t, v, e = schema.report.c, schema.vector.c, schema.event.c
        vectors: dict[str, bytes] = {}
        happenings: dict[str, int] = {}
        with self.transaction() as c:
            for some in batched(reports, MANY):
                rows = c.execute(select(t.id, v.body).join(schema.vector, v.seq == t.seq).where(t.id.in_(some)))
                vectors.update((id, bytes(body)) for id, body in rows)
                told = select(e.id, e.happening).where(e.report.in_(some), e.happening.is_not(None))
                happenings.update((id, number) for id, number in c.execute(told))
        return Known(tuple(self.reuse(reports)), happenings, vectors)

    def kept(self, reports: Iterable[str]) -> list[Kept]:
        """Every story that one of these reports tells."""
        with self.transaction() as c:
            return self._kept(c, self.stories_of(reports))

    @staticmethod
    def _kept(c: Connection, stories: Sequence[str]) -> list[Kept]:
        reports: dict[str, list[tuple[str, int]]] = {s: [] for s in stories}
        events: dict[str, list[str]] = {s: [] for s in stories}
        for some in batched(stories, MANY):
            rows = select(schema.told.c.story, schema.told.c.report, schema.told.c.main).where(schema.told.c.story.in_(some))
            for story, report, main in c.execute(rows.order_by(schema.told.c.story, schema.told.c.nr)):
                reports[story].append((report, main))
            parts = select(schema.part.c.story, schema.part.c.event).where(schema.part.c.story.in_(some))
            for story, event in c.execute(parts.order_by(schema.part.c.story, schema.part.c.nr)):
                events[story].append(event)
        return [Kept(s, tuple(r for r, main in reports[s] if main), tuple(r for r, _ in reports[s]), tuple(events[s])) for s in stories]

    def taken(self, id: str, left: Collection[str] = ()) -> bool:
        """Has a story this id, or had one? An id that leads to one of the stories ``left`` counts as free."""
        heir = self.present(id)
        return heir is not None and (heir == id or heir not in left)

    def loosen(self, reports: Iterable[str]) -> None:
        """The stories of these reports have to be looked for anew."""
        t = schema.report.c
        with self.transaction() as c:
            for some in batched(reports, MANY):
                c.execute(update(schema.report).where(t.id.in_(some)).values(grouped=0))

    # ------------------------------------------------------------------ putting down

    def keep_stories(
        self,
        reports: Sequence[str],
        stories: Sequence[Story],
        main_stories: Mapping[str, str],
        gone: Mapping[str, str | None],
        claims: Sequence[Claim],
        lent: Sequence[Claim],
        entities: Sequence[Entity],
        names: Callable[[Entity], Iterable[str]],
    ) -> None:
        """Write stories anew, whole.

        reports: those whose stories were looked for; main_stories: of the reports of these stories; gone: id of a story that is no
        more -> the one that took it in, or None. claims: those of all these reports; lent: those of others that the stories lead to.
        """
        with self.transaction() as c:
            moment, t = now(), schema.report.c
            self._entities(c, entities, names)
            there: set[str] = set()
            for some in batched([s.id for s in stories], MANY):
                there.update(c.execute(select(schema.story.c.id).where(schema.story.c.id.in_(some))).scalars())
                for table in (schema.told, schema.part, schema.origin):
                    c.execute(delete(table).where(table.c.story.in_(some)))
                c.execute(delete(schema.former).where(schema.former.c.id.in_(some)))  # a merge that was taken back
            rows = [_row(s, moment) for s in stories]
            self._insert(c, schema.story, [{**r, "first_at": moment} for r in rows if r["id"] not in there])
            if old := [{**r, "story": r["id"]} for r in rows if r["id"] in there]:
                values: dict[str, Any] = {n: bindparam(n) for n in rows[0] if n != "id"}
                c.execute(update(schema.story).where(schema.story.c.id == bindparam("story")).values(values), old)
            self._insert(c, schema.told, [
                {"story": s.id, "report": r, "nr": n, "main": int(main_stories.get(r) == s.id)} for s in stories for n, r in enumerate(s.reports)
            ])  # fmt: skip
            self._insert(c, schema.part, [{"story": s.id, "event": e, "nr": n} for s in stories for n, e in enumerate(dict.fromkeys(s.events))])
            self._insert(c, schema.origin, [
                {
                    "story": s.id, "id": o.id, "name": o.name, "entity": o.entity, "reports": json.dumps(o.reports),
                    "chains": json.dumps(o.chains, ensure_ascii=False), "why": o.why,
                }
                for s in stories
                for o in s.origins
            ])  # fmt: skip
            for some in batched(reports, MANY):
                c.execute(update(schema.report).where(t.id.in_(some)).values(grouped=1, main_story=None))
            if mains := [{"report": r, "story": s.id} for s in stories for r in s.reports if main_stories.get(r) == s.id]:
                c.execute(update(schema.report).where(t.id == bindparam("report")).values(main_story=bindparam("story")), mains)
            for id, heir in gone.items():
                if heir is not None:
                    c.execute(update(schema.former).where(schema.former.c.story == id).values(story=heir))
                    c.execute(insert(schema.former).values(id=id, story=heir))
                c.execute(delete(schema.story).where(schema.story.c.id == id))
            self._keep_claims(c, claims, lent)

    def _keep_claims(self, c: Connection, claims: Sequence[Claim], lent: Sequence[Claim]) -> None:
        """Put claims down. What is told as before stays; what no comparison asks for now stays too, as long as its event does.

        Those of an event's own fields are always asked for. A figure or words beside it may be what another story leads to, also one that
        the report does not tell: a story is compared with what others say around the same happening. lent: written where they are missing.
        """
        mine, t, e = list({c.report for c in (*claims, *lent)}), schema.claim.c, schema.event.c
        rules: dict[str, str] = {}
        held: dict[str, dict[str, Any]] = {}
        for some in batched(mine, MANY):
            rules.update((row.id, row.rule) for row in c.execute(select(e.id, e.rule).where(e.report.in_(some))))
            found = c.execute(select(schema.claim).join(schema.event, e.id == t.event).where(e.report.in_(some)))
            names = tuple(found.keys())
            held.update((row[0], dict(zip(names, row, strict=True))) for row in found.all())
        chains = {chain: json.dumps(chain, ensure_ascii=False) for chain in {x.chain for x in (*lent, *claims)}}
        rows = {
            x.id: {
                "id": x.id, "event": x.about, "field": x.field, "value": x.value,
                "spans": json.dumps([[s.start, s.stop] for s in x.spans]), "chain": chains[x.chain],
                "rule": x.rule if x.rule != rules.get(x.about) else None,
            }
            for x in (*(x for x in lent if x.id not in held), *claims)
        }  # fmt: skip
        new = [row for id, row in rows.items() if held.get(id) != row]
        for some in batched((row["id"] for row in new if row["id"] in held), MANY):
            c.execute(delete(schema.claim).where(t.id.in_(some)))
        self._insert(c, schema.claim, new)

    def keep_reuse(self, reuse: Sequence[Reuse]) -> None:
        """Write passages that stand in two reports; what there was between two of these is replaced."""
        t = schema.reuse.c
        numbered: dict[tuple[str, str], int] = {}
        rows = []
        for r in reuse:
            nr = numbered[r.source, r.target] = numbered.get((r.source, r.target), 0) + 1
            rows.append({"source": r.source, "target": r.target, "nr": nr, "body": codec.pack(r)})
        if pairs := [{"a": a, "b": b} for one, other in numbered for a, b in ((one, other), (other, one))]:
            with self.transaction() as c:
                c.execute(delete(schema.reuse).where(t.source == bindparam("a"), t.target == bindparam("b")), pairs)
                self._insert(c, schema.reuse, rows)

    def keep_happenings(self, happenings: Iterable[tuple[int | None, Sequence[str]]]) -> None:
        """Write which events (ids) are one happening, under its number or a new one."""
        e = schema.event.c
        with self.transaction() as c:
            last = c.execute(select(func.max(e.happening))).scalar() or 0
            rows = [{"one": id, "number": number or next_} for next_, (number, events) in enumerate(happenings, last + 1) for id in events]
            if rows:
                c.execute(update(schema.event).where(e.id == bindparam("one")).values(happening=bindparam("number")), rows)

    def keep_vectors(self, vectors: Mapping[str, bytes]) -> None:
        """Write the vectors of reports (by their ids), in place of those that they had."""
        t = schema.report.c
        with self.transaction() as c:
            for some in batched(vectors, MANY):
                seqs = {r.id: r.seq for r in c.execute(select(t.id, t.seq).where(t.id.in_(some)))}
                c.execute(delete(schema.vector).where(schema.vector.c.seq.in_(seqs.values())))
                self._insert(c, schema.vector, [{"seq": seqs[r], "body": vectors[r]} for r in some if r in seqs])

    def keep_dossiers(self, dossiers: Sequence[Dossier]) -> None:
        """Put dossiers down, each in place of the one with its id; one without a step is none."""
        with self.transaction() as c:
            for d in dossiers:
                title = dict(d.title)
                c.execute(delete(schema.dossier).where(schema.dossier.c.id == d.id))
                if not d.steps:
                    continue
                c.execute(insert(schema.dossier).values(
                    id=d.id, title_ar=title.get("ar"), title_en=title.get("en"), n_steps=len(d.steps), body=codec.pack(d), changed_at=now()
                ))  # fmt: skip
                self._file(c, d)

    def _file(self, c: Connection, d: Dossier) -> None:
        t = schema.event.c
        for some in batched(dict.fromkeys(e for s in d.steps for e in s.events), MANY):
            there = c.execute(select(t.id).where(t.id.in_(some))).scalars().all()
            self._insert(c, schema.filed, [{"dossier": d.id, "event": e} for e in there])

    # ------------------------------------------------------------------ taking up

    def stories_of(self, reports: Iterable[str]) -> list[str]:
        """Ids of the stories that some of these reports tell."""
        with self.transaction() as c:
            found: set[str] = set()
            for some in batched(reports, MANY):
                found.update(c.execute(select(schema.told.c.story).where(schema.told.c.report.in_(some))).scalars())
            return sorted(found)

    def told_stories(self, ids: Iterable[str]) -> Iterator[Story]:
        """Stories, in the order asked for."""
        yield from self._bodies(schema.story, ids, Story)

    def present(self, story: str) -> str | None:
        """The id under which a story is kept now: its own, or that of the one that took it in."""
        with self.transaction() as c:
            if c.execute(select(schema.story.c.id).where(schema.story.c.id == story)).first():
                return story
            return c.execute(select(schema.former.c.story).where(schema.former.c.id == story)).scalar()

    def main_stories(self, reports: Iterable[str]) -> dict[str, str]:
        """Report -> the story of its main news."""
        t = schema.report.c
        with self.transaction() as c:
            return {
                id: story for some in batched(reports, MANY)
                for id, story in c.execute(select(t.id, t.main_story).where(t.id.in_(some))) if story
            }  # fmt: skip

    def claims(self, reports: Iterable[str]) -> Iterator[Claim]:
        """Claims of reports, in the order of the events."""
        t, e = schema.claim.c, schema.event.c
        with self.transaction() as c:
            for some in batched(reports, MANY):
                rule = func.coalesce(t.rule, e.rule).label("by")
                query = select(schema.claim, e.report, rule).join(schema.event, e.id == t.event).where(e.report.in_(some))
                for r in c.execute(query.order_by(e.report, e.nr, t.field, t.value)):
                    spans = tuple(Span(*s) for s in json.loads(r.spans))
                    yield Claim(r.id, r.event, r.field, r.value, r.report, spans, tuple(json.loads(r.chain)), r.by)

    def reuse(self, reports: Sequence[str]) -> list[Reuse]:
        """Passages that stand in two of these reports."""
        inside, out, t = set(reports), [], schema.reuse.c
        with self.transaction() as c:
            for some in batched(reports, MANY):
                rows = c.execute(select(t.target, t.body).where(t.source.in_(some)).order_by(t.source, t.target, t.nr)).all()
                out += [codec.unpack(Reuse, body) for target, body in rows if target in inside]
        return out

    def dossiers(self, ids: Iterable[str] | None = None, events: Sequence[str] | None = None) -> list[Dossier]:
        """Dossiers by id, all of them, or those in which one of the events is filed."""
        t = schema.dossier.c
        if events is not None:
            with self.transaction() as c:
                found: set[str] = set()
                for some in batched(events, MANY):
                    found.update(c.execute(select(schema.filed.c.dossier).where(schema.filed.c.event.in_(some))).scalars())
            ids = sorted(found)
        if ids is None:
            ids = self._ids(select(t.id).order_by(t.id))
        return list(self._bodies(schema.dossier, ids, Dossier))

    def owners(self, events: Iterable[str]) -> dict[str, str]:
        """Event -> its report, for those that are there."""
        t = schema.event.c
        with self.transaction() as c:
            return {e: r for some in batched(dict.fromkeys(events), MANY) for e, r in c.execute(select(t.id, t.report).where(t.id.in_(some)))}


def _day_of(story: str) -> str | None:
    """The day that the id of a story begins with."""
    day = story[:10]
    return day if len(day) == 10 and day[:4].isdigit() and day[4] == "-" and day[5:7].isdigit() and day[8:].isdigit() else None


def _row(s: Story, moment: str) -> dict[str, Any]:
    title, verdicts = dict(s.title), [f.verdict for f in s.facts]
    return {
        "id": s.id, "title_ar": title.get("ar"), "title_en": title.get("en"), "day": _day_of(s.id), "n_reports": len(s.reports),
        "n_origins": sum(not o.id.startswith("text/") for o in s.origins), "n_unknown": s.n_unknown,
        "n_contradicted": verdicts.count("contradicted"), "n_differs": verdicts.count("differs"),
        "n_corroborated": verdicts.count("corroborated"), "body": codec.pack(s), "changed_at": moment,
    }  # fmt: skip
