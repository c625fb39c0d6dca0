"""Statements: who says what, through whom, how firmly."""
