"""What was found out of a report is not found out again: vectors of its lead and sentences, the happenings of its events.

A store of before lacks it, and gets it where new reports come near.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.create_table(
        "t_vector",
        sa.Column("seq", sa.Integer(), sa.ForeignKey("t_report.seq", ondelete="CASCADE"), primary_key=True),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        if_not_exists=True,
    )
    op.add_column("t_event", sa.Column("happening", sa.Integer()))
