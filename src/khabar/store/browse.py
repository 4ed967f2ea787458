"""Leafing through a store: one page of rows, how many there are, and how they divide (facets). For the doors that show pages.

Only the rows of the page are read whole; counting is left to the database.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, bindparam, case, distinct, func, literal, or_, select, text, union_all

from khabar.errors import StoreError
from khabar.store import schema, terms
from khabar.store.engine import is_url
from khabar.store.filters import Filters
from khabar.store.shelf import Shelf

_S, _E, _R, _P = schema.story.c, schema.event.c, schema.report.c, schema.party.c
_DAY = func.coalesce(_E.day, func.substr(_E.date, 1, 10), _R.day)

SORTS: dict[str, dict[str, tuple[ColumnElement[Any], ...]]] = {
    "story": {
        "newest": (_S.day.desc().nulls_last(), _S.n_reports.desc(), _S.id),  # the order of the index on day
        "oldest": (_S.day.is_(None), _S.day, _S.id),
        "origins": (_S.n_origins.desc(), _S.n_reports.desc(), _S.day.desc(), _S.id),
        "reports": (_S.n_reports.desc(), _S.n_origins.desc(), _S.day.desc(), _S.id),
        "contradictions": (_S.n_contradicted.desc(), _S.n_differs.desc(), _S.day.desc(), _S.id),
    },
    "event": {
        # What is of one day stands by report and id: SQL over the views can say that too (``spelled``).
        "newest": (_DAY.is_(None), _DAY.desc(), _E.report, _E.id),
        "oldest": (_DAY.is_(None), _DAY, _E.report, _E.id),
        "type": (_E.type, _E.mode, _DAY.desc(), _E.report, _E.id),
    },
    "report": {"newest": (_R.day.desc().nulls_last(), _R.seq.desc()), "oldest": (_R.day.is_(None), _R.day, _R.seq)},
}
"""level -> name of an order -> columns. The first is the usual one."""

FACETS = ("type", "mode", "status", "actor", "party", "country", "place", "outlet", "origin", "language")


def _listed(level: str, filters: Filters) -> Select[Any]:
    if level == "story":
        return select(_S.id).where(_S.id.in_(filters.stories())) if filters != Filters() else select(_S.id)
    if level == "event":
        query = select(_E.id).join(schema.report, _R.id == _E.report)
        return query.where(_E.id.in_(filters.events())) if filters != Filters() else query
    if level == "report":
        return select(_R.id).where(_R.seq.in_(filters.reports())) if filters != Filters() else select(_R.id)
    raise StoreError(f"no level {level!r}; there are: {', '.join(SORTS)}")


def count(shelf: Shelf, level: str, filters: Filters) -> int:
    """How many stories, events or reports fit."""
    with shelf.transaction() as c:
        return int(c.execute(select(func.count()).select_from(_listed(level, filters).subquery())).scalar_one())


def rows(shelf: Shelf, level: str, filters: Filters, sort: str | None, limit: int, offset: int) -> list[dict[str, Any]]:
    """One page, in order. Events carry their ``parties`` and the day of their report (``reported``), reports no text."""
    query = _listed(level, filters)
    orders = SORTS[level]
    if sort is not None and sort not in orders:
        raise StoreError(f"no order {sort!r}; there are: {', '.join(orders)}")
    with shelf.transaction() as c:
        ids = list(c.execute(query.order_by(*orders[sort or next(iter(orders))]).limit(limit).offset(offset)).scalars())
    return named(shelf, level, ids)


def named(shelf: Shelf, level: str, ids: Sequence[str]) -> list[dict[str, Any]]:
    """Rows by id, in the order asked for; ids that are not there are passed over."""
    if not ids:
        return []
    view = {"story": "stories", "event": "events", "report": "reports"}[level]
    with shelf.transaction() as c:
        query = text(f"SELECT * FROM {view} WHERE id IN :ids").bindparams(bindparam("ids", expanding=True))
        found = {r.id: dict(r._mapping) for r in c.execute(query, {"ids": list(ids)})}
        if level == "event":
            dated = select(_E.id, _R.day).join(schema.report, _R.id == _E.report).where(_E.id.in_(list(found)))
            days = {r.id: r.day for r in c.execute(dated)}
            for id, row in found.items():
                row["parties"], row["reported"] = [], days[id]
            sides = select(schema.party).where(_P.event.in_(list(found))).order_by(_P.event, _P.start, _P.stop, _P.entity)
            for p in c.execute(sides):
                row = {"part": p.part, "entity": p.entity, "country": p.country, "role": p.role, "text": p.text, "span": [p.start, p.stop]}
                found[p.event]["parties"].append(row)
        if level == "report":
            for row in found.values():
                del row["text"]
    return [found[id] for id in ids if id in found]


FILLED = ("mode", "initiator", "date", "date_basis", "day", "place", "plover_type", "plover_mode", "quad", "intensity")


def filled(shelf: Shelf, filters: Filters) -> dict[str, int]:
    """In how many of the events that fit a column holds something; ``unnamed``: how many have a party that is no known entity."""
    unnamed = select(_P.event).where(_P.entity.is_(None))
    columns = [func.count(_E[name]).label(name) for name in FILLED]
    columns += [func.coalesce(func.sum(case((_E[n] != "", 1), else_=0)), 0).label(n) for n in ("contexts",)]
    columns.append(func.coalesce(func.sum(_E.background), 0).label("background"))
    columns.append(func.coalesce(func.sum(case((_E.id.in_(unnamed), 1), else_=0)), 0).label("unnamed"))
    query = select(*columns).select_from(schema.event)
    if filters != Filters():
        query = query.where(_E.id.in_(filters.events()))
    with shelf.transaction() as c:
        return {k: int(v) for k, v in c.execute(query).one()._mapping.items()}


def events_of(shelf: Shelf, stories: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    """The events that are each story's happening, the main one first."""
    t = schema.part.c
    with shelf.transaction() as c:
        pairs = [(r.story, r.event) for r in c.execute(select(t.story, t.event).where(t.story.in_(list(stories))).order_by(t.story, t.nr))]
    by_id = {e["id"]: e for e in named(shelf, "event", list(dict.fromkeys(e for _, e in pairs)))}
    out: dict[str, list[dict[str, Any]]] = {s: [] for s in stories}
    for story, event in pairs:
        out[story].append(by_id[event])
    return out


def facets(shelf: Shelf, level: str, filters: Filters, names: Sequence[str], most: int) -> dict[str, list[tuple[str, int]]]:
    """For each name the values that occur in what fits, with how many stories or events have them; the most frequent first."""
    if level not in ("story", "event"):
        raise StoreError("facets are of stories or of events")
    unit: ColumnElement[Any] = schema.part.c.story if level == "story" else _E.id
    # What fits is worked out once for all of them: one query, in which it has a name.
    wanted = (filters.stories() if level == "story" else filters.events()).cte("wanted")
    parts = []
    for name in names:
        query = _facet(level, name, unit)
        if query is None:
            raise StoreError(f"no facet {name!r}; there are: {', '.join(FACETS)}")
        if filters != Filters():  # as a query, not as a list of ids: with a list SQLite's plan may take minutes
            query = query.where(_unit(level, name, unit).in_(select(wanted.c.id)))
        counted = query.limit(most).subquery()
        parts.append(select(literal(name).label("facet"), *counted.c))
    found: dict[str, list[tuple[str, int]]] = {name: [] for name in names}
    with shelf.transaction() as c:
        for name, value, n in c.execute(union_all(*parts)):
            found[name].append((value, n))
    return {name: sorted(values, key=lambda v: (-v[1], v[0])) for name, values in found.items()}


def _unit(level: str, name: str, unit: ColumnElement[Any]) -> ColumnElement[Any]:
    if level == "story" and name in ("outlet", "language"):
        return schema.told.c.story
    if level == "story" and name == "origin":
        return schema.origin.c.story
    return unit


def _facet(level: str, name: str, unit: ColumnElement[Any]) -> Select[Any] | None:
    """Value and count, grouped, the most frequent first."""
    story = level == "story"
    column = _unit(level, name, unit)
    n = func.count(distinct(column)).label("n")
    of_event = {"type": _E.type, "mode": _E.mode, "status": _E.status, "place": _E.place}
    of_report = {"outlet": func.coalesce(_R.outlet_name, _R.outlet), "language": _R.language}
    value: Any
    if name in of_event:
        value = of_event[name]
        query = select(value, n).select_from(schema.event)
        query = query.join(schema.part, schema.part.c.event == _E.id) if story else query
    elif name in ("actor", "party", "country"):
        value = _P.country if name == "country" else _P.entity
        query = select(value, n).select_from(schema.party)
        query = query.join(schema.part, schema.part.c.event == _P.event) if story else query.join(schema.event, _E.id == _P.event)
        if name == "actor":  # who acts; states stand under country
            query = query.where(_P.part == "actor", _P.entity.not_like("state/%"))
    elif name in of_report:
        value = of_report[name]
        if story:
            query = select(value, n).select_from(schema.told).join(schema.report, _R.id == schema.told.c.report)
        else:
            query = select(value, n).select_from(schema.event).join(schema.report, _R.id == _E.report)
    elif name == "origin" and story:
        value = schema.origin.c.name
        query = select(value, n).select_from(schema.origin)
    else:
        return None
    return query.where(value.is_not(None)).group_by(value).order_by(n.desc(), value)


# ------------------------------------------------------------------ one actor


def spellings(shelf: Shelf, entity: str, most: int) -> list[dict[str, Any]]:
    """How events name a party: words, role, times, first and last day; the most frequent first."""
    with shelf.transaction() as c:
        n = func.count().label("times")
        query = select(_P.text.label("words"), _P.role, n, func.min(_DAY).label("first"), func.max(_DAY).label("last"))
        query = query.join(schema.event, _E.id == _P.event).join(schema.report, _R.id == _E.report).where(_P.entity == entity)
        return [dict(r._mapping) for r in c.execute(query.group_by(_P.text, _P.role).order_by(n.desc(), _P.text).limit(most))]


def pairs(shelf: Shelf, by: str, filters: Filters, most: int) -> list[dict[str, Any]]:
    """Who meets whom in the events that fit: one, other, n, cooperation, conflict (events of quads 1-2 and 3-4); the most frequent first.

    by: ``country`` or ``entity``.
    """
    mine, theirs = schema.party.alias("mine"), schema.party.alias("theirs")
    one, other = (mine.c.country, theirs.c.country) if by == "country" else (mine.c.entity, theirs.c.entity)
    n = func.count(distinct(_E.id)).label("n")
    kind = func.coalesce(_E.quad, 0)
    friendly = func.count(distinct(case((kind.in_((1, 2)), _E.id)))).label("cooperation")
    hostile = func.count(distinct(case((kind.in_((3, 4)), _E.id)))).label("conflict")
    query = select(one.label("one"), other.label("other"), n, friendly, hostile).select_from(mine)
    query = query.join(theirs, and_(theirs.c.event == mine.c.event, one < other)).join(schema.event, _E.id == mine.c.event)
    if filters != Filters():
        query = query.where(_E.id.in_(filters.events()))
    with shelf.transaction() as c:
        return [dict(r._mapping) for r in c.execute(query.group_by(one, other).order_by(n.desc(), one, other).limit(most))]


def said(shelf: Shelf, entity: str, limit: int, offset: int) -> list[dict[str, Any]]:
    """What an entity is reported to have said, the latest first: rows of the view ``statements`` with the ``day`` of the report."""
    query = text(
        "SELECT s.*, r.day, r.outlet_name FROM statements s JOIN reports r ON r.id = s.report WHERE s.speaker = :speaker"
        " ORDER BY r.day IS NULL, r.day DESC, s.report, s.start LIMIT :limit OFFSET :offset"
    )
    with shelf.transaction() as c:
        return [dict(r._mapping) for r in c.execute(query, {"speaker": entity, "limit": limit, "offset": offset})]


def ties(shelf: Shelf, entity: str, limit: int) -> list[dict[str, Any]]:
    """Relations in which an entity stands: rows of the view ``relations`` with the ``day`` of the report."""
    query = text(
        "SELECT l.*, r.day FROM relations l JOIN reports r ON r.id = l.report WHERE l.subject = :entity OR l.object = :entity"
        " ORDER BY r.day IS NULL, r.day DESC, l.id LIMIT :limit"
    )
    with shelf.transaction() as c:
        return [dict(r._mapping) for r in c.execute(query, {"entity": entity, "limit": limit})]


def candidates(shelf: Shelf, query: str, kind: str | None, most: int) -> list[dict[str, Any]]:
    """Entities that a name may mean, the likeliest first: id, kind, score (0 to 100; 100 is the very name, however it is spelled)."""
    wanted = terms.names(query)
    words = set(wanted.split())
    if not words:
        return []
    t = schema.name.c
    like = or_(*(t.name.like(f"%{w}%") for w in sorted(words, key=len, reverse=True)[:6]))
    of_kind = [schema.entity.c.kind == kind] if kind else []
    best: dict[str, tuple[float, str]] = {}
    with shelf.transaction() as c:
        query_ = select(t.entity, t.name, schema.entity.c.kind).join(schema.entity, schema.entity.c.id == t.entity).where(like, *of_kind).limit(5000)
        for r in c.execute(query_):
            has = set(r.name.split())
            shared = 90.0 * len(words & has) / max(len(words), len(has))
            score = 100.0 if r.name == wanted else max(shared, 60.0 * len(wanted) / len(r.name) if wanted in r.name else 0.0)
            if score > best.get(r.entity, (0.0, ""))[0]:
                best[r.entity] = (score, r.kind)
    ranked = sorted(best.items(), key=lambda x: (-x[1][0], x[0]))[:most]
    return [{"id": id, "kind": k, "score": round(score, 1)} for id, (score, k) in ranked if score > 15]


def copies(shelf: Shelf, report: str) -> list[str]:
    """Reports that share passages with a report."""
    t = schema.reuse.c
    with shelf.transaction() as c:
        found = [*c.execute(select(t.target).where(t.source == report)).scalars(), *c.execute(select(t.source).where(t.target == report)).scalars()]
    return list(dict.fromkeys(found))


def stories_of(shelf: Shelf, report: str) -> list[dict[str, Any]]:
    """The stories that a report tells, its main one first."""
    t = schema.told.c
    with shelf.transaction() as c:
        ids = list(c.execute(select(t.story).where(t.report == report).order_by(t.main.desc(), t.story)).scalars())
    return named(shelf, "story", ids)


def stamp(shelf: Shelf) -> str:
    """Changes with every change of the store: for knowing that an answer made before still holds."""
    if is_url(shelf.where) and not shelf.sqlite:
        with shelf.transaction() as c:
            return str(c.execute(text("SELECT pg_snapshot_xmax(pg_current_snapshot())")).scalar_one())
    parts = []
    for path in (shelf.where, f"{shelf.where}-wal"):
        try:
            found = os.stat(path)
            parts.append(f"{found.st_mtime_ns}-{found.st_size}")
        except OSError:
            parts.append("-")
    return ".".join(parts)
