"""A claim keeps its own rule where it is not its event's: the words that introduce a statement."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.execute("DROP VIEW claims")
    op.add_column("t_claim", sa.Column("rule", sa.Text()))
    op.execute(
        "CREATE VIEW claims AS SELECT c.id, c.event, e.report, c.field, c.value, c.chain, c.spans, COALESCE(c.rule, e.rule) AS rule "
        "FROM t_claim c JOIN t_event e ON e.id = c.event"
    )
