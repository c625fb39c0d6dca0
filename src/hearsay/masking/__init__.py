"""Names of private persons, masked: who is private, what takes the name's place, and a view that shows nothing else."""
