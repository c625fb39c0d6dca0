"""Actors: the words that refer to somebody, and which of them refer to the same."""
