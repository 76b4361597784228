"""Run by alembic. The connection and its transaction are made by core.storage.schema, never here."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
