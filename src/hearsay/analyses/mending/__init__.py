"""Trees put right: `apply.py` has the verb, the other modules the rules."""
