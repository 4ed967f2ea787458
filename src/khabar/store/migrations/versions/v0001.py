"""The first schema."""

from alembic import op

from khabar.store.schema import meta

revision = "0001"
down_revision = None


def upgrade() -> None:
    meta.create_all(op.get_bind())
    if op.get_bind().dialect.name == "sqlite":
        op.execute("CREATE VIRTUAL TABLE t_text USING fts5(title, body, content='', tokenize=\"unicode61 remove_diacritics 0\")")
        op.execute("CREATE VIRTUAL TABLE t_terms USING fts5vocab(t_text, row)")
        op.execute("CREATE VIRTUAL TABLE t_places USING fts5vocab(t_text, instance)")
    else:
        op.execute("CREATE TABLE t_text (rowid INTEGER PRIMARY KEY REFERENCES t_report (seq) ON DELETE CASCADE, words TSVECTOR NOT NULL)")
        op.execute("CREATE INDEX i_text_words ON t_text USING GIN (words)")
    for name, query in VIEWS.items():
        op.execute(f"CREATE VIEW {name} AS {query}")


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
