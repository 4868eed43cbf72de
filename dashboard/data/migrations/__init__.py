"""The history of the schema (Alembic). One head; SQLite changes tables in batches."""
