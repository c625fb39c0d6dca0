"""Incidents, relations and actors, put together from the statements of one report."""
