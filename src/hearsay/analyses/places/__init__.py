"""Places of a report: found in its words, resolved by its own context."""
