"""The codes of the databases that hearsay writes for, as data with its sources."""
