"""Keeping readings: one contract (`base`), SQLite by default and PostgreSQL (`opening.open_store`).

Nothing is imported here: who knows the contract alone, as the workers of a batch do, loads no database.
"""
