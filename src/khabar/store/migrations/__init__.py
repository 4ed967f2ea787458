"""The steps from one schema to the next (Alembic); ``khabar.store`` walks them when it opens a store for writing."""
