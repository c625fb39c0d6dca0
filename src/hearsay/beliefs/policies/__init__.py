"""Policies, one a file; `built.py` lists them."""
