"""Alembic's way in. Only ever called by ``khabar.store.schema.upgrade``, which hands over the connection."""

from alembic import context

from khabar.store.schema import meta

context.configure(connection=context.config.attributes["connection"], target_metadata=meta, render_as_batch=True)
context.run_migrations()
