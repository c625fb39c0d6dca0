"""What Alembic runs: the steps, on the connection and in the transaction that the caller holds."""

from __future__ import annotations

from alembic import context

from hearsay.store import case_tables

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=case_tables.cases.metadata,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
