"""Frames: what the clauses of a report are about."""
