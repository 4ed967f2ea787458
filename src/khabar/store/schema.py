"""The tables, once for both engines. People read the views (``migrations``); the tables are the store's own.

A report is kept twice on purpose: whole, as the packed ``Coded`` that everything can be made from again, and taken apart into
rows that can be asked for.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Connection, Float, ForeignKey, Index, Integer, LargeBinary, MetaData, Table, Text

meta = MetaData()


def _report() -> Column[str]:
    return Column("report", Text, ForeignKey("t_report.id", ondelete="CASCADE"), nullable=False)


def _story() -> Column[str]:
    return Column("story", Text, ForeignKey("t_story.id", ondelete="CASCADE"), nullable=False)


report = Table(
    "t_report",
    meta,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("source_id", Text),
    Column("path", Text),
    Column("url", Text),
    Column("outlet", Text),
    Column("outlet_name", Text),
    Column("title", Text),
    Column("language", Text, nullable=False),
    Column("published", Text),
    Column("published_basis", Text),
    Column("day", Text),  # of publication, else the last day that its news is dated
    Column("low", Text),  # days in which its story may lie; None: any
    Column("high", Text),
    Column("text", Text, nullable=False),
    Column("n_words", Integer, nullable=False),
    Column("n_events", Integer, nullable=False),
    Column("given", LargeBinary, nullable=False),  # what came in, without the text: enough to read it anew
    Column("body", LargeBinary, nullable=False),  # the Coded, without the text
    Column("machine", LargeBinary),  # the Coded before people changed it; None where they did not
    Column("khabar", Text, nullable=False),
    Column("data", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    Column("coded_at", Text, nullable=False),
    Column("version_of", Text, ForeignKey("t_report.id")),  # the earlier words of the same address
    Column("main_story", Text, ForeignKey("t_story.id", ondelete="SET NULL")),
    Column("grouped", Integer, nullable=False, default=0),  # 1: stories have been looked for
    Index("i_report_day", "day"),
    Index("i_report_url", "url"),
    Index("i_report_outlet", "outlet"),
    Index("i_report_added", "added_at"),
    Index("i_report_story", "main_story"),
    Index("i_report_grouped", "grouped"),
)

event = Table(
    "t_event",
    meta,
    Column("id", Text, primary_key=True),
    _report(),
    Column("nr", Integer, nullable=False),
    Column("item", Integer, nullable=False),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("contexts", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("change", Text),
    Column("background", Integer, nullable=False),
    Column("plover_type", Text),
    Column("plover_mode", Text),
    Column("quad", Integer),
    Column("intensity", Float),
    Column("initiator", Text),
    Column("date", Text),
    Column("date_end", Text),
    Column("date_basis", Text),
    Column("day", Text),
    Column("day_basis", Text),
    Column("place", Text),
    Column("place_country", Text),
    Column("rule", Text, nullable=False),
    Column("start", Integer),
    Column("stop", Integer),
    Column("happening", Integer),  # a number that the events of one happening have in common; None: not compared yet
    Index("i_event_report", "report"),
    Index("i_event_type", "type", "mode", "status"),
    Index("i_event_day", "day"),
    Index("i_event_place", "place"),
)

party = Table(
    "t_party",
    meta,
    Column("event", Text, ForeignKey("t_event.id", ondelete="CASCADE"), primary_key=True),
    Column("nr", Integer, primary_key=True),
    Column("part", Text, nullable=False),  # actor, recipient, third
    Column("entity", Text),
    Column("country", Text),
    Column("role", Text),
    Column("text", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Index("i_party_entity", "entity", "part"),
    Index("i_party_country", "country", "part"),
)

topic = Table(
    "t_topic",
    meta,
    Column("event", Text, ForeignKey("t_event.id", ondelete="CASCADE"), primary_key=True),
    Column("entity", Text, primary_key=True),
    Index("i_topic_entity", "entity"),
)

statement = Table(
    "t_statement",
    meta,
    Column("id", Text, primary_key=True),
    _report(),
    Column("nr", Integer, nullable=False),
    Column("speaker", Text),
    Column("kind", Text, nullable=False),
    Column("cue", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Column("said_by", Text, nullable=False),
    Index("i_statement_report", "report"),
    Index("i_statement_speaker", "speaker"),
)

relation = Table(
    "t_relation",
    meta,
    Column("id", Text, primary_key=True),
    _report(),
    Column("nr", Integer, nullable=False),
    Column("subject", Text, nullable=False),
    Column("relation", Text, nullable=False),
    Column("object", Text, nullable=False),
    Column("date", Text),
    Column("start", Integer, nullable=False),
    Column("stop", Integer, nullable=False),
    Index("i_relation_report", "report"),
)

entity = Table(
    "t_entity",
    meta,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("ar", Text),
    Column("en", Text),
    Column("ru", Text),
    Column("country", Text),
    Column("sector", Text),
    Column("wikidata", Text),
    Column("known", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
)

name = Table(  # what an entity may be searched by: folded names in all languages
    "t_name",
    meta,
    Column("name", Text, primary_key=True),
    Column("entity", Text, ForeignKey("t_entity.id", ondelete="CASCADE"), primary_key=True),
)

named = Table(  # which entities a report names
    "t_named",
    meta,
    Column("entity", Text, primary_key=True),
    Column("seq", Integer, ForeignKey("t_report.seq", ondelete="CASCADE"), primary_key=True),
    Column("times", Integer, nullable=False),  # as a party, topic, place or speaker
    Index("i_named_seq", "seq"),
    sqlite_with_rowid=False,
)

claim = Table(
    "t_claim",
    meta,
    Column("id", Text, primary_key=True),
    Column("event", Text, ForeignKey("t_event.id", ondelete="CASCADE"), nullable=False),
    Column("field", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("spans", Text, nullable=False),
    Column("chain", Text, nullable=False),
    Column("rule", Text),  # empty: its event's
    Index("i_claim_event", "event"),
)

story = Table(
    "t_story",
    meta,
    Column("id", Text, primary_key=True),
    Column("title_ar", Text),
    Column("title_en", Text),
    Column("day", Text),
    Column("n_reports", Integer, nullable=False),
    Column("n_origins", Integer, nullable=False),
    Column("n_unknown", Integer, nullable=False),
    Column("n_contradicted", Integer, nullable=False),
    Column("n_differs", Integer, nullable=False),
    Column("n_corroborated", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("first_at", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Index("i_story_day", "day"),
    Index("i_story_first", "first_at"),
)

told = Table(  # which reports tell a story
    "t_told",
    meta,
    Column("story", Text, ForeignKey("t_story.id", ondelete="CASCADE"), primary_key=True),
    Column("report", Text, ForeignKey("t_report.id", ondelete="CASCADE"), primary_key=True),
    Column("nr", Integer, nullable=False),
    Column("main", Integer, nullable=False),
    Index("i_told_report", "report"),
)

part = Table(  # which events are its happening
    "t_part",
    meta,
    Column("story", Text, ForeignKey("t_story.id", ondelete="CASCADE"), primary_key=True),
    Column("event", Text, ForeignKey("t_event.id", ondelete="CASCADE"), primary_key=True),
    Column("nr", Integer, nullable=False),
    Index("i_part_event", "event"),
)

origin = Table(
    "t_origin",
    meta,
    Column("story", Text, ForeignKey("t_story.id", ondelete="CASCADE"), primary_key=True),
    Column("id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("entity", Text),
    Column("reports", Text, nullable=False),
    Column("chains", Text, nullable=False),
    Column("why", Text, nullable=False),
)

former = Table(  # ids of stories that became part of another one
    "t_former",
    meta,
    Column("id", Text, primary_key=True),
    _story(),
)

reuse = Table(
    "t_reuse",
    meta,
    Column("source", Text, ForeignKey("t_report.id", ondelete="CASCADE"), primary_key=True),
    Column("target", Text, ForeignKey("t_report.id", ondelete="CASCADE"), primary_key=True),
    Column("nr", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
    Index("i_reuse_target", "target"),
)

dossier = Table(
    "t_dossier",
    meta,
    Column("id", Text, primary_key=True),
    Column("title_ar", Text),
    Column("title_en", Text),
    Column("n_steps", Integer, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Column("changed_at", Text, nullable=False),
)

filed = Table(  # which events a dossier's steps rest on
    "t_filed",
    meta,
    Column("dossier", Text, ForeignKey("t_dossier.id", ondelete="CASCADE"), primary_key=True),
    Column("event", Text, ForeignKey("t_event.id", ondelete="CASCADE"), primary_key=True),
    Index("i_filed_event", "event"),
)

key = Table(  # what a report may be recognised by: shared passages, telling words, parties
    "t_key",
    meta,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("seq", Integer, ForeignKey("t_report.seq", ondelete="CASCADE"), primary_key=True),
    Index("i_key_seq", "seq"),
    sqlite_with_rowid=False,
)

vector = Table(  # of a report's lead and sentences, as the record packs them
    "t_vector",
    meta,
    Column("seq", Integer, ForeignKey("t_report.seq", ondelete="CASCADE"), primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

failure = Table(
    "t_failure",
    meta,
    Column("path", Text, primary_key=True),
    Column("reason", Text, primary_key=True),
    Column("at", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("given", Text, nullable=False),
)

decision = Table(
    "t_decision",
    meta,
    Column("nr", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("verb", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("field", Text),
    Column("value", Text),
    Column("bonds", Text, nullable=False),  # JSON: [same, report, report]
)

setting = Table(  # what a door keeps for the next time, such as what a feed was
    "t_setting",
    meta,
    Column("key", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

foreign = Table(  # events that others have coded; nothing of ours leads to them
    "t_foreign",
    meta,
    Column("source", Text, primary_key=True),  # the name of the file
    Column("nr", Integer, primary_key=True),
    Column("id", Text),
    Column("date", Text),
    Column("type", Text, nullable=False),
    Column("mode", Text),
    Column("intensity", Float),
    Column("quad", Integer),
    Column("contexts", Text),
    Column("actors", Text),
    Column("actor_countries", Text),
    Column("actor_sectors", Text),
    Column("recipients", Text),
    Column("recipient_countries", Text),
    Column("recipient_sectors", Text),
    Column("place", Text),
    Column("place_country", Text),
    Column("latitude", Float),
    Column("longitude", Float),
    Column("publisher", Text),
    Column("published", Text),
    Column("language", Text),
    Column("raw", Text, nullable=False),  # JSON: the row as it came
    Index("i_foreign_date", "date", "type"),
)

HEAD = "0004"
"""The newest step in ``migrations``."""


def version(connection: Connection) -> str | None:
    """The step that a store stands at; None for a database that is no store."""
    from alembic.migration import MigrationContext

    return MigrationContext.configure(connection).get_current_revision()


def upgrade(connection: Connection) -> None:
    """Bring a store (or an empty database) to the newest schema, inside the connection's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "khabar.store:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
