"""Events that others have coded, beside ours; and what doors keep for the next time."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_TEXTS = (
    "mode", "contexts", "actors", "actor_countries", "actor_sectors", "recipients", "recipient_countries", "recipient_sectors", "place",
    "place_country", "publisher", "published", "language",
)  # fmt: skip


def upgrade() -> None:
    op.create_table(
        "t_setting",
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("value", sa.Text(), nullable=False),
        if_not_exists=True,
    )
    op.create_table(
        "t_foreign",
        sa.Column("source", sa.Text(), primary_key=True),
        sa.Column("nr", sa.Integer(), primary_key=True),
        sa.Column("id", sa.Text()),
        sa.Column("date", sa.Text()),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("quad", sa.Integer()),
        *(sa.Column(name, sa.Text()) for name in _TEXTS),
        *(sa.Column(name, sa.Float()) for name in ("intensity", "latitude", "longitude")),
        sa.Column("raw", sa.Text(), nullable=False),
        if_not_exists=True,
    )
    op.create_index("i_foreign_date", "t_foreign", ["date", "type"], if_not_exists=True)
    shown = "source, nr, id, date, type, mode, intensity, quad, contexts, actors, actor_countries, actor_sectors, recipients"
    shown += ", recipient_countries, recipient_sectors, place, place_country, latitude, longitude, publisher, published, language, raw"
    op.execute(f"CREATE VIEW imported AS SELECT {shown} FROM t_foreign")
