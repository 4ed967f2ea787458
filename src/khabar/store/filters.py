"""What may be asked for: one set of filters for everything that the store gives out."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from khabar.errors import StoreError
from khabar.store.schema import event, filed, origin, party, report, story, told
from khabar.store.schema import part as parts
from khabar.store.schema import topic as _topic


@dataclass(frozen=True, slots=True)
class Filters:
    """None: not asked for. Countries, types and statuses may be several, parted by commas; days are ISO, of any precision.

    Events are taken that fit all of actor … background; reports that have such an event, and stories that have one, where any of
    these is given. outlet, language, story, dossier, origins, contradicted, added_since hold for all three.
    """

    actor: str | None = None  # entity id or country
    recipient: str | None = None
    country: str | None = None  # a party of any part
    entity: str | None = None  # a party, topic or place
    type: str | None = None
    mode: str | None = None
    status: str | None = None
    since: str | None = None  # day of the event
    until: str | None = None
    place: str | None = None
    background: bool | None = None
    outlet: str | None = None  # id, or a part of the name
    language: str | None = None
    report: str | None = None
    story: str | None = None
    dossier: str | None = None
    origin: str | None = None  # of the story: an entity id, or its name
    min_origins: int | None = None
    max_origins: int | None = None
    contradicted: bool | None = None
    added_since: str | None = None

    @classmethod
    def of(cls, given: dict[str, Any]) -> Filters:
        """From keywords; StoreError for one that is none."""
        names = {f.name for f in fields(cls)}
        unknown = sorted(set(given) - names)
        if unknown:
            raise StoreError(f"no filter {', '.join(unknown)}; there are: {', '.join(sorted(names))}")
        return cls(**given)

    # -------------------------------------------------- conditions

    def _of_event(self) -> list[ColumnElement[bool]]:
        """What an event itself has to be."""
        out: list[ColumnElement[bool]] = []
        for asked, part in ((self.actor, "actor"), (self.recipient, "recipient"), (self.country, None)):
            if asked:
                out.append(event.c.id.in_(select(party.c.event).where(_party(asked), *([party.c.part == part] if part else []))))
        if self.entity:
            wanted = several(self.entity)
            named = select(party.c.event).where(party.c.entity.in_(wanted))
            about = select(_topic.c.event).where(_topic.c.entity.in_(wanted))
            out.append(or_(event.c.id.in_(named), event.c.id.in_(about), event.c.place.in_(wanted)))
        for column, given in ((event.c.type, self.type), (event.c.mode, self.mode), (event.c.status, self.status)):
            if given:
                wanted = several(given)
                out.append(column.in_([w.upper() if column is event.c.type else w for w in wanted]))
        if self.place:
            wanted = several(self.place)
            countries = [w.removeprefix("state/") for w in wanted]
            out.append(or_(event.c.place.in_(wanted), event.c.place_country.in_(countries)))
        if self.background is not None:
            out.append(event.c.background == int(self.background))
        # An event without a day of its own counts by the day of its report.
        day = func.coalesce(event.c.day, func.substr(event.c.date, 1, 10), report.c.day)
        if self.since:
            out.append(day >= self.since)
        if self.until:
            out.append(func.substr(day, 1, len(self.until)) <= self.until)
        return out

    def _of_report(self) -> list[ColumnElement[bool]]:
        out: list[ColumnElement[bool]] = []
        if self.outlet:
            like = f"%{self.outlet}%"
            out.append(or_(report.c.outlet.in_(several(self.outlet)), report.c.outlet_name.like(like), report.c.outlet == f"outlet/{self.outlet}"))
        if self.language:
            out.append(report.c.language.in_(several(self.language)))
        if self.report:
            out.append(report.c.id.in_(several(self.report)))
        if self.added_since:
            out.append(report.c.added_at >= self.added_since)
        return out

    def _of_story(self) -> list[ColumnElement[bool]]:
        out: list[ColumnElement[bool]] = []
        if self.story:
            out.append(story.c.id.in_(several(self.story)))
        if self.origin:
            asked = several(self.origin)
            out.append(exists().where(origin.c.story == story.c.id, or_(origin.c.entity.in_(asked), origin.c.name == self.origin)))
        if self.min_origins is not None:
            out.append(story.c.n_origins >= self.min_origins)
        if self.max_origins is not None:
            out.append(story.c.n_origins <= self.max_origins)
        if self.contradicted is not None:
            out.append((story.c.n_contradicted > 0) == self.contradicted)
        return out

    # -------------------------------------------------- queries

    def _events(self) -> Select[Any]:
        """Ids of events that are themselves what was asked for, whatever report or story they stand in."""
        query = select(event.c.id).join(report, report.c.id == event.c.report).where(*self._of_event())
        if self.dossier:
            query = query.where(event.c.id.in_(select(filed.c.event).where(filed.c.dossier.in_(several(self.dossier)))))
        return query

    def events(self) -> Select[Any]:
        """Ids of events, with the day and place to sort by."""
        query = self._events().where(*self._of_report())
        if asked := self._of_story():
            query = query.where(exists().where(parts.c.event == event.c.id, parts.c.story == story.c.id, *asked))
        return query

    def reports(self) -> Select[Any]:
        """Sequence numbers of reports."""
        query = select(report.c.seq).where(*self._of_report())
        of_event = self._of_event()
        if of_event or self.dossier:
            query = query.where(report.c.id.in_(select(event.c.report).where(event.c.id.in_(self._events()))))
        if asked := self._of_story():
            query = query.where(exists().where(told.c.report == report.c.id, told.c.story == story.c.id, *asked).correlate(report))
        return query

    def stories(self) -> Select[Any]:
        """Ids of stories."""
        since = [story.c.first_at >= self.added_since] if self.added_since else []
        query = select(story.c.id).where(*self._of_story(), *since)
        of_event = self._of_event()
        if of_event or self.dossier:
            # Found once and looked up, not asked anew for every story: a planner may take minutes for that.
            query = query.where(story.c.id.in_(select(parts.c.story).where(parts.c.event.in_(self._events()))))
        plain = Filters(outlet=self.outlet, language=self.language, report=self.report)._of_report()
        if plain:
            inside = select(told.c.story).join(report, report.c.id == told.c.report).where(and_(*plain))
            query = query.where(story.c.id.in_(inside))
        return query


def several(given: str) -> list[str]:
    """The values of a filter."""
    return [part.strip() for part in given.split(",") if part.strip()]


def _party(asked: str) -> ColumnElement[bool]:
    """A party by entity id, or by country for ``RUS`` and ``state/RUS``."""
    wanted = several(asked)
    countries = [w.removeprefix("state/") for w in wanted if "/" not in w or w.startswith("state/")]
    return or_(party.c.entity.in_(wanted), party.c.country.in_(countries))
