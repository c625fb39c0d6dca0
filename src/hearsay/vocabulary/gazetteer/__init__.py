"""The gazetteer: names of places, what they may stand for, and how a user brings a larger one."""
