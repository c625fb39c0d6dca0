"""The actor registry: who is who among armed groups, forces, governments, parties and agencies, and their names."""
