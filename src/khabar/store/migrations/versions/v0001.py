"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _tables()
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE t_text USING fts5(title, body, content='', tokenize=\"unicode61 remove_diacritics 0\")")
        op.execute("CREATE VIRTUAL TABLE t_terms USING fts5vocab(t_text, row)")
        op.execute("CREATE VIRTUAL TABLE t_places USING fts5vocab(t_text, instance)")
    else:
        op.execute(
            "CREATE TABLE t_text (rowid INTEGER PRIMARY KEY REFERENCES t_report (seq) ON DELETE CASCADE, words TSVECTOR NOT NULL)"
        )
        op.execute("CREATE INDEX i_text_words ON t_text USING GIN (words)")
    for name, query in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")


def _tables() -> None:
    op.create_table(
        "t_decision",
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("bonds", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("nr"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "t_dossier",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title_ar", sa.Text(), nullable=True),
        sa.Column("title_en", sa.Text(), nullable=True),
        sa.Column("n_steps", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "t_entity",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ar", sa.Text(), nullable=True),
        sa.Column("en", sa.Text(), nullable=True),
        sa.Column("ru", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("sector", sa.Text(), nullable=True),
        sa.Column("wikidata", sa.Text(), nullable=True),
        sa.Column("known", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "t_failure",
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("given", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("path", "reason"),
    )
    op.create_table(
        "t_story",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title_ar", sa.Text(), nullable=True),
        sa.Column("title_en", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("n_reports", sa.Integer(), nullable=False),
        sa.Column("n_origins", sa.Integer(), nullable=False),
        sa.Column("n_unknown", sa.Integer(), nullable=False),
        sa.Column("n_contradicted", sa.Integer(), nullable=False),
        sa.Column("n_differs", sa.Integer(), nullable=False),
        sa.Column("n_corroborated", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("first_at", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("i_story_day", "t_story", ["day"], unique=False)
    op.create_index("i_story_first", "t_story", ["first_at"], unique=False)
    op.create_table(
        "t_former",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("story", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["t_story.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "t_name",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["entity"], ["t_entity.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("name", "entity"),
    )
    op.create_table(
        "t_origin",
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=True),
        sa.Column("reports", sa.Text(), nullable=False),
        sa.Column("chains", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["story"], ["t_story.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story", "id"),
    )
    op.create_table(
        "t_report",
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("source_id", sa.Text(), nullable=True),
        sa.Column("path", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("outlet_name", sa.Text(), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("published", sa.Text(), nullable=True),
        sa.Column("published_basis", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("low", sa.Text(), nullable=True),
        sa.Column("high", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("n_words", sa.Integer(), nullable=False),
        sa.Column("n_events", sa.Integer(), nullable=False),
        sa.Column("given", sa.LargeBinary(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.Column("machine", sa.LargeBinary(), nullable=True),
        sa.Column("khabar", sa.Text(), nullable=False),
        sa.Column("data", sa.Text(), nullable=False),
        sa.Column("added_at", sa.Text(), nullable=False),
        sa.Column("coded_at", sa.Text(), nullable=False),
        sa.Column("version_of", sa.Text(), nullable=True),
        sa.Column("main_story", sa.Text(), nullable=True),
        sa.Column("grouped", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["main_story"], ["t_story.id"], ondelete="SET NULL"),
        sa.ForeignKeyConstraint(
            ["version_of"],
            ["t_report.id"],
        ),
        sa.PrimaryKeyConstraint("seq"),
        sa.UniqueConstraint("id"),
    )
    op.create_index("i_report_added", "t_report", ["added_at"], unique=False)
    op.create_index("i_report_day", "t_report", ["day"], unique=False)
    op.create_index("i_report_grouped", "t_report", ["grouped"], unique=False)
    op.create_index("i_report_outlet", "t_report", ["outlet"], unique=False)
    op.create_index("i_report_story", "t_report", ["main_story"], unique=False)
    op.create_index("i_report_url", "t_report", ["url"], unique=False)
    op.create_table(
        "t_event",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("item", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("mode", sa.Text(), nullable=True),
        sa.Column("contexts", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("change", sa.Text(), nullable=True),
        sa.Column("background", sa.Integer(), nullable=False),
        sa.Column("plover_type", sa.Text(), nullable=True),
        sa.Column("plover_mode", sa.Text(), nullable=True),
        sa.Column("quad", sa.Integer(), nullable=True),
        sa.Column("intensity", sa.Float(), nullable=True),
        sa.Column("initiator", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("date_end", sa.Text(), nullable=True),
        sa.Column("date_basis", sa.Text(), nullable=True),
        sa.Column("day", sa.Text(), nullable=True),
        sa.Column("day_basis", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("place_country", sa.Text(), nullable=True),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("stop", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["report"], ["t_report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("i_event_day", "t_event", ["day"], unique=False)
    op.create_index("i_event_place", "t_event", ["place"], unique=False)
    op.create_index("i_event_report", "t_event", ["report"], unique=False)
    op.create_index("i_event_type", "t_event", ["type", "mode", "status"], unique=False)
    op.create_table(
        "t_key",
        sa.Column("key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["t_report.seq"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("key", "seq"),
        sqlite_with_rowid=False,
    )
    op.create_index("i_key_seq", "t_key", ["seq"], unique=False)
    op.create_table(
        "t_named",
        sa.Column("entity", sa.Text(), nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False),
        sa.Column("times", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["seq"], ["t_report.seq"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("entity", "seq"),
        sqlite_with_rowid=False,
    )
    op.create_index("i_named_seq", "t_named", ["seq"], unique=False)
    op.create_table(
        "t_relation",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("object", sa.Text(), nullable=False),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["t_report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("i_relation_report", "t_relation", ["report"], unique=False)
    op.create_table(
        "t_reuse",
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["source"], ["t_report.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["target"], ["t_report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("source", "target", "nr"),
    )
    op.create_index("i_reuse_target", "t_reuse", ["target"], unique=False)
    op.create_table(
        "t_statement",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.Column("said_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["t_report.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("i_statement_report", "t_statement", ["report"], unique=False)
    op.create_index("i_statement_speaker", "t_statement", ["speaker"], unique=False)
    op.create_table(
        "t_told",
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("main", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["report"], ["t_report.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["story"], ["t_story.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story", "report"),
    )
    op.create_index("i_told_report", "t_told", ["report"], unique=False)
    op.create_table(
        "t_claim",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("spans", sa.Text(), nullable=False),
        sa.Column("chain", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["t_event.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("i_claim_event", "t_claim", ["event"], unique=False)
    op.create_table(
        "t_filed",
        sa.Column("dossier", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["dossier"], ["t_dossier.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["event"], ["t_event.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("dossier", "event"),
    )
    op.create_index("i_filed_event", "t_filed", ["event"], unique=False)
    op.create_table(
        "t_part",
        sa.Column("story", sa.Text(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["t_event.id"], ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["story"], ["t_story.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("story", "event"),
    )
    op.create_index("i_part_event", "t_part", ["event"], unique=False)
    op.create_table(
        "t_party",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("nr", sa.Integer(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("stop", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["t_event.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "nr"),
    )
    op.create_index("i_party_country", "t_party", ["country", "part"], unique=False)
    op.create_index("i_party_entity", "t_party", ["entity", "part"], unique=False)
    op.create_table(
        "t_topic",
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event"], ["t_event.id"], ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event", "entity"),
    )
    op.create_index("i_topic_entity", "t_topic", ["entity"], unique=False)


VIEWS = {
    "reports": """
        SELECT id, source_id, path, url, outlet, outlet_name, title, language, published, published_basis, day, n_words, n_events,
               main_story, version_of, added_at, coded_at, khabar, data, text
        FROM t_report""",
    "events": """
        SELECT e.id, e.report, e.item, e.type, e.mode, e.contexts, e.status, e.change, e.background,
               e.plover_type, e.plover_mode, e.quad, e.intensity, e.initiator, e.date, e.date_end, e.date_basis, e.day, e.day_basis,
               e.place, e.place_country, e.rule, (SELECT MIN(p.story) FROM t_part p WHERE p.event = e.id) AS story,
               substr(r.text, e.start + 1, e.stop - e.start) AS text
        FROM t_event e JOIN t_report r ON r.id = e.report""",
    "actors": """
        SELECT p.event, p.part, p.entity, p.country, p.role, n.en AS name_en, n.ar AS name_ar, p.text, p.start, p.stop
        FROM t_party p LEFT JOIN t_entity n ON n.id = p.entity""",
    "claims": """
        SELECT c.id, c.event, e.report, c.field, c.value, c.chain, c.spans, e.rule
        FROM t_claim c JOIN t_event e ON e.id = c.event""",
    "statements": """
        SELECT s.id, s.report, s.speaker, n.en AS speaker_en, s.kind, s.cue, s.said_by, s.start, s.stop,
               substr(r.text, s.start + 1, s.stop - s.start) AS text
        FROM t_statement s JOIN t_report r ON r.id = s.report LEFT JOIN t_entity n ON n.id = s.speaker""",
    "relations": """
        SELECT l.id, l.report, l.subject, l.relation, l.object, l.date, l.start, l.stop,
               substr(r.text, l.start + 1, l.stop - l.start) AS text
        FROM t_relation l JOIN t_report r ON r.id = l.report""",
    "stories": """
        SELECT id, title_en, title_ar, day, n_reports, n_origins, n_unknown, n_contradicted, n_differs, n_corroborated,
               first_at, changed_at
        FROM t_story""",
    "story_reports": "SELECT story, report, main FROM t_told",
    "story_events": "SELECT story, event FROM t_part",
    "origins": "SELECT story, id, name, entity, reports, chains, why FROM t_origin",
    "dossiers": "SELECT id, title_en, title_ar, n_steps, changed_at FROM t_dossier",
    "dossier_events": "SELECT dossier, event FROM t_filed",
    "entities": "SELECT id, kind, en, ar, ru, country, sector, wikidata, known FROM t_entity",
    "report_entities": "SELECT r.id AS report, n.entity, n.times FROM t_named n JOIN t_report r ON r.seq = n.seq",
    "failures": "SELECT path, reason, at, tries FROM t_failure",
    "decisions": "SELECT nr, id, at, who, why, verb, subject, field, value, bonds FROM t_decision",
}
