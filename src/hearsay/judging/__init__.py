"""What persons decide on readings: which stand, what they change, what comes next, how coders agree."""
